"""Logits to the best span of a passage, for any graph that gives them: what measuring and the export's check share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpus.types import Span
from retrieval.reader_training.encoding import Input

Ids = NDArray[np.int64]
Logits = NDArray[np.float32]
Run = Callable[[Ids, Ids, Ids], tuple[Logits, Logits, Logits]]
"""`input_ids`, `attention_mask`, `token_type_ids` to `start`, `end` `(passages, tokens)`, `relevance` `(passages,)`."""

LONGEST_ANSWER = 30
"""Tokens. SQuAD's own baselines read no longer ones."""
BATCH_TOKENS = 2048


class Found(NamedTuple):
    """
    The best span of one input in its token positions; `margin` is how far it stands above "not here".

    `relevance` is the logit of "this passage answers".
    """

    span: Span
    margin: float
    relevance: float


def find(run: Run, inputs: Sequence[Input]) -> list[Found]:
    """What `run` finds in each of `inputs`, in their order; those of like length are read together."""
    found: dict[int, Found] = {}
    order = sorted(range(len(inputs)), key=lambda number: len(inputs[number].ids))
    while order:
        width = len(inputs[order[-1]].ids)
        taken = order[-max(1, BATCH_TOKENS // width) :]
        del order[-len(taken) :]
        start, end, relevance = run(*arrays([inputs[number] for number in taken]))
        for row, number in enumerate(taken):
            found[number] = best_span(start[row], end[row], float(relevance[row]), inputs[number])
    return [found[number] for number in range(len(inputs))]


def arrays(inputs: Sequence[Input]) -> tuple[Ids, Ids, Ids]:
    """Ids, mask and types of `inputs`, padded to the longest."""
    width = max(len(one.ids) for one in inputs)
    ids, mask, types = np.zeros((3, len(inputs), width), dtype=np.int64)
    for row, one in enumerate(inputs):
        ids[row, : len(one.ids)] = one.ids
        mask[row, : len(one.ids)] = 1
        types[row, one.second_from : len(one.ids)] = 1
    return ids, mask, types


def best_span(start: Logits, end: Logits, relevance: float, one: Input) -> Found:
    """The span of the passage's tokens with the highest sum of its two logits, at most `LONGEST_ANSWER` long."""
    first, last = one.text_from, len(one.ids) - 1
    sums = start[first:last, None] + end[None, first:last]
    width = last - first
    sums = np.where(np.tril(np.triu(np.ones((width, width), dtype=bool)), LONGEST_ANSWER - 1), sums, -np.inf)
    best = np.unravel_index(int(np.argmax(sums)), sums.shape)
    margin = float(sums[best]) - float(start[0] + end[0])
    return Found(Span(first + int(best[0]), first + int(best[1]) + 1), margin, relevance)
