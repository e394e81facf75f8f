"""Logits to the best span of a passage, for any graph that gives them: what measuring and the export's check share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpus.types import Span
from retrieval.reader.encoding import Input

Ids = NDArray[np.int64]
Logits = NDArray[np.float32]
Run = Callable[[Ids, Ids, Ids], tuple[Logits, Logits, Logits]]
"""`input_ids`, `attention_mask`, `token_type_ids` to `start`, `end` `(passages, tokens)`, `relevance` `(passages,)`."""

LONGEST_ANSWER = 30
"""Tokens. SQuAD's own baselines read no longer ones."""


class Found(NamedTuple):
    """
    The best span of one sentence in its input's token positions; `margin` is how far it stands above "not here".

    `sentence` is the number of the sentence among those that were asked for.
    """

    sentence: int
    span: Span
    margin: float


class Read(NamedTuple):
    """What was found in one input, a span for each sentence; `relevance` is the logit of "this passage answers"."""

    relevance: float
    found: tuple[Found, ...]

    @property
    def best(self) -> Found:
        return max(self.found, key=lambda found: found.margin)


def read(
    run: Run, inputs: Sequence[Input], sentences: Sequence[Sequence[Span]] | None = None, threads: int = 1
) -> list[Read]:
    """
    What `run` finds in each of `inputs`, in their order.

    Each is read alone, for eight bits are scaled to all that goes through the graph at once: what is found in a passage
    must not depend on its neighbours. `sentences` are the spans of positions that an answer must lie in, for each
    input; its whole passage when None.
    """
    within = sentences or [[Span(one.text_from, len(one.ids) - 1)] for one in inputs]
    pool = ThreadPoolExecutor(threads)
    try:
        return list(pool.map(partial(_read, run), inputs, within))
    finally:
        pool.shutdown(cancel_futures=True)  # whoever interrupts does not wait for the rest


def _read(run: Run, one: Input, within: Sequence[Span]) -> Read:
    start, end, relevance = run(*arrays([one]))
    found = tuple(best_span(start[0], end[0], each, place) for place, each in enumerate(within))
    return Read(float(relevance[0]), found)


def arrays(inputs: Sequence[Input]) -> tuple[Ids, Ids, Ids]:
    """Ids, mask and types of `inputs`, padded to the longest."""
    width = max(len(one.ids) for one in inputs)
    ids, mask, types = np.zeros((3, len(inputs), width), dtype=np.int64)
    for row, one in enumerate(inputs):
        ids[row, : len(one.ids)] = one.ids
        mask[row, : len(one.ids)] = 1
        types[row, one.second_from : len(one.ids)] = 1
    return ids, mask, types


def best_span(start: Logits, end: Logits, within: Span, sentence: int = 0) -> Found:
    """The span in `within` with the highest sum of its two logits, at most `LONGEST_ANSWER` long."""
    first, last = within
    sums = start[first:last, None] + end[None, first:last]
    width = last - first
    sums = np.where(np.tril(np.triu(np.ones((width, width), dtype=bool)), LONGEST_ANSWER - 1), sums, -np.inf)
    a, b = divmod(int(np.argmax(sums)), width)
    return Found(sentence, Span(first + a, first + b + 1), float(sums[a, b] - start[0] - end[0]))
