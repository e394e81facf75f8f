"""The loss against what it must be in cases that can be reckoned by hand."""

from __future__ import annotations

import pytest
import torch
from torch.nn import functional

from retrieval.reader_training.losses import ranking_loss, span_loss

LOGITS = torch.tensor([[0.5, 9.0, 1.0, 2.0, -1.0, 9.0], [1.5, 9.0, 0.0, 0.5, 2.5, 9.0]])
TEXT = torch.tensor([[0, 0, 1, 1, 1, 0]] * 2).bool()
NOWHERE = torch.zeros(2, 6).bool()
FIRST = torch.tensor([[0, 0, 0, 1, 0, 0], [0] * 6]).bool()


@pytest.mark.parametrize(("gold", "target"), [(FIRST, 2), (NOWHERE, 0)], ids=["answered", "not here"])
def test_one_passage_gives_the_plain_softmax(gold: torch.Tensor, target: int) -> None:
    plain = functional.cross_entropy(LOGITS[:1, [0, 2, 3, 4]], torch.tensor([target]))
    assert torch.allclose(span_loss(LOGITS[:1], TEXT[:1], gold[:1], torch.tensor([0])), plain)


def test_passages_of_one_question_share_one_softmax_over_their_margins() -> None:
    margins = torch.cat([torch.zeros(1), LOGITS[0, 2:5] - 0.5, LOGITS[1, 2:5] - 1.5])
    together = functional.cross_entropy(margins[None], torch.tensor([2]))
    assert torch.allclose(span_loss(LOGITS, TEXT, FIRST, torch.tensor([0, 0])), together)


def test_questions_are_averaged_whatever_their_order() -> None:
    group = torch.tensor([0, 1])
    apart = [span_loss(LOGITS[i : i + 1], TEXT[i : i + 1], FIRST[i : i + 1], torch.tensor([0])) for i in (0, 1)]
    assert torch.allclose(span_loss(LOGITS, TEXT, FIRST, group), (apart[0] + apart[1]) / 2)
    assert torch.allclose(span_loss(LOGITS.flip(0), TEXT, FIRST.flip(0), group.flip(0)), (apart[0] + apart[1]) / 2)


def test_any_right_token_counts() -> None:
    both = FIRST | torch.tensor([[0, 0, 1, 0, 0, 0], [0] * 6]).bool()
    right = torch.softmax(LOGITS[0, [0, 2, 3, 4]], 0)[[1, 2]].sum()
    assert torch.allclose(span_loss(LOGITS[:1], TEXT[:1], both[:1], torch.tensor([0])), -right.log())


def test_ranking_counts_only_questions_with_both_kinds_of_passages() -> None:
    relevance = torch.tensor([2.0, 0.5, 7.0, -3.0])
    answered = torch.tensor([True, False, True, False])
    group = torch.tensor([0, 0, 1, 2])
    expected = functional.cross_entropy(relevance[None, :2], torch.tensor([0]))
    assert torch.allclose(ranking_loss(relevance, answered, group), expected)
    assert ranking_loss(relevance, torch.zeros(4).bool(), group) == 0
