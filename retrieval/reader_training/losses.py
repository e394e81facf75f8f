"""
What is learnt: where the answer stands, measured so that the passages of one question can be compared.

Shared normalisation after Clark and Gardner (2018, "Simple and Effective Multi-Paragraph Reading Comprehension"): one
softmax over the tokens of all passages of a question. Theirs compares raw scores; here every token is measured against
"not here" of its own passage, so what is compared is the very margin that the reader later ranks and refuses by.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from retrieval.reader_training.model import Batch, Scores

OUT = -1e4
"""The score of a token that cannot be chosen."""
SHARED, OWN, RANKED, RELEVANT = 0.5, 0.5, 0.3, 0.3
"""Weights of the four parts: spans over all passages of a question, spans in each alone, which passage of the
question is relevant, and whether each is."""


def reading_loss(scores: Scores, batch: Batch) -> Tensor:
    """The weighted sum of all parts, a scalar."""
    alone = torch.arange(len(batch.group))
    spans = sum(
        SHARED * span_loss(logits, batch.text, gold, batch.group) + OWN * span_loss(logits, batch.text, gold, alone)
        for logits, gold in ((scores.start, batch.starts), (scores.end, batch.ends))
    )
    answered = batch.starts.any(dim=1)
    relevant = functional.binary_cross_entropy_with_logits(scores.relevance, answered.float())
    return spans / 2 + RANKED * ranking_loss(scores.relevance, answered, batch.group) + RELEVANT * relevant


def span_loss(logits: Tensor, text: Tensor, gold: Tensor, group: Tensor) -> Tensor:
    """
    The mean over groups of -log p(a right token), or of "not here" where the group has none.

    p is a softmax over the `text` tokens of all passages of the group and one "not here", each token's logit taken
    less that of its passage's position 0. With one passage this is the plain softmax over its text and position 0.
    """
    margins = logits - logits[:, :1]
    by_group = _padded(group)
    every = torch.logsumexp(margins.masked_fill(~text, OUT), dim=1)
    right = torch.logsumexp(margins.masked_fill(~(gold & text), OUT), dim=1)
    absent = every.new_zeros(len(by_group), 1)
    total = torch.logsumexp(torch.cat([_gathered(every, by_group), absent], dim=1), dim=1)
    found = torch.logsumexp(_gathered(right, by_group), dim=1)
    has_gold = _gathered((gold & text).any(dim=1).float(), by_group).amax(dim=1) > 0
    return (total - torch.where(has_gold, found, torch.zeros_like(found))).mean()


def ranking_loss(relevance: Tensor, answered: Tensor, group: Tensor) -> Tensor:
    """The mean, over groups with an answered and an unanswered passage, of -log p(an answered one); 0 without any."""
    by_group = _padded(group)
    right = torch.logsumexp(_gathered(relevance.masked_fill(~answered, OUT), by_group), dim=1)
    total = torch.logsumexp(_gathered(relevance, by_group), dim=1)
    answers = _gathered(answered.float(), by_group).clamp_min(0).sum(dim=1)
    useful = (answers > 0) & (answers < (by_group >= 0).sum(dim=1))
    return ((total - right) * useful).sum() / useful.sum().clamp_min(1)


def _padded(group: Tensor) -> Tensor:
    """The rows of each group, `(groups, most rows)`, -1 where a group has fewer."""
    sizes = torch.bincount(group)
    order = torch.argsort(group, stable=True)
    place = torch.arange(len(group)) - (torch.cumsum(sizes, 0) - sizes)[group[order]]
    padded = torch.full((len(sizes), int(sizes.max())), -1)
    padded[group[order], place] = order
    return padded


def _gathered(values: Tensor, by_group: Tensor) -> Tensor:
    return values[by_group.clamp_min(0)].masked_fill(by_group < 0, OUT)
