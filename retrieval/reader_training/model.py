"""
The network: a small BERT encoder with a span head and a relevance head, and the batches it reads.

Position 0, the `[CLS]`, stands for "not in this passage" in the span head: the margin of a span over it tells whether
the passage answers, and can be compared between the passages of one question.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import torch
from torch import Tensor, nn

from retrieval.export_cache import stay_offline
from retrieval.reader.encoding import Input


class Batch(NamedTuple):
    """
    Passages of one or more questions, all tensors `(passages, tokens)` but the last.

    `text` marks the tokens of the passages themselves, `starts` and `ends` (the last token of an answer) those of
    right answers; `group` is the number of the question of each passage, counted from 0.
    """

    ids: Tensor
    mask: Tensor
    types: Tensor
    text: Tensor
    starts: Tensor
    ends: Tensor
    group: Tensor


class Scores(NamedTuple):
    """Logits: `start` and `end` `(passages, tokens)`, `relevance` `(passages,)`."""

    start: Tensor
    end: Tensor
    relevance: Tensor


class ReaderModel(nn.Module):
    """`encoder` is any transformers encoder that gives `last_hidden_state` and whose config has `hidden_size`."""

    def __init__(self, encoder: Any) -> None:
        super().__init__()
        self.encoder = encoder
        width: int = encoder.config.hidden_size
        self.spans = nn.Linear(width, 2)
        self.relevance = nn.Linear(width, 1)
        for head in (self.spans, self.relevance):
            nn.init.normal_(head.weight, std=0.02)
            nn.init.zeros_(head.bias)

    def forward(self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor) -> Scores:
        hidden = self.encoder(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
        ).last_hidden_state
        start, end = self.spans(hidden).unbind(-1)
        return Scores(start, end, self.relevance(hidden[:, 0]).squeeze(-1))


def from_packaged(folder: Path, seed: int) -> ReaderModel:
    """
    The encoder in `folder` with new heads, made by `seed`.

    Without dropout, for no run is long enough to learn questions by heart; the word vectors stay as they are, so that
    names which training never shows keep their places.
    """
    stay_offline()
    from transformers import AutoModel

    encoder = AutoModel.from_pretrained(
        str(folder), add_pooling_layer=False, hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0
    )
    encoder.embeddings.word_embeddings.weight.requires_grad_(False)
    torch.manual_seed(seed)
    return ReaderModel(encoder)


def collate(groups: Sequence[Sequence[Input]]) -> Batch:
    """`groups` as one batch, padded to its longest input."""
    rows = [(number, one) for number, group in enumerate(groups) for one in group]
    width = max(len(one.ids) for _, one in rows)
    ids, mask, types, text, starts, ends = torch.zeros(6, len(rows), width, dtype=torch.long).unbind()
    for row, (_, one) in enumerate(rows):
        length = len(one.ids)
        ids[row, :length] = torch.tensor(one.ids)
        mask[row, :length] = 1
        types[row, one.second_from : length] = 1
        text[row, one.text_from : length - 1] = 1
        for start, end in one.answers:
            starts[row, start] = 1
            ends[row, end - 1] = 1
    group = torch.tensor([number for number, _ in rows])
    return Batch(ids, mask, types, text.bool(), starts.bool(), ends.bool(), group)
