"""Logits to spans."""

from __future__ import annotations

import numpy as np

from corpus.types import Span
from retrieval.reader_training.encoding import Input
from retrieval.reader_training.reading import LONGEST_ANSWER, arrays, best_span, find

ONE = Input(ids=tuple(range(10)), second_from=3, text_from=5)


def _logits(**at: float) -> np.ndarray:
    logits = np.zeros(12, dtype=np.float32)
    for place, value in at.items():
        logits[int(place[1:])] = value
    return logits


def test_span_is_sought_in_the_passage_alone() -> None:
    found = best_span(_logits(_1=9, _6=2, _9=9), _logits(_2=9, _8=3, _11=9), 0.5, ONE)
    assert found.span == Span(6, 9)
    assert found.relevance == 0.5


def test_margin_is_over_not_here() -> None:
    assert best_span(_logits(_0=1, _6=2), _logits(_0=0.5, _8=3), 0, ONE).margin == 5 - 1.5


def test_span_does_not_end_before_it_starts_nor_run_on() -> None:
    assert best_span(_logits(_8=5), _logits(_6=4), 0, ONE).span == Span(8, 9)
    long = Input(ids=tuple(range(80)), second_from=3, text_from=5)
    start, end = np.zeros((2, 80), dtype=np.float32)
    start[10], end[10 + LONGEST_ANSWER] = 5, 4
    span = best_span(start, end, 0, long).span
    assert span.end - span.start <= LONGEST_ANSWER


def test_inputs_come_back_in_their_order_whatever_their_length() -> None:
    inputs = [Input(tuple(range(length)), 2, 3) for length in (30, 5, 700, 12, 6)]

    def run(ids: np.ndarray, mask: np.ndarray, types: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        return ids.astype(np.float32), ids.astype(np.float32), mask.sum(axis=1).astype(np.float32)

    found = find(run, inputs)
    assert [one.relevance for one in found] == [30, 5, 700, 12, 6]
    assert [one.span.end for one in found] == [29, 4, 699, 11, 5]
    assert find(run, []) == []


def test_arrays_pad_to_the_longest_and_mark_the_second_part() -> None:
    ids, mask, types = arrays([ONE, Input((7, 8, 9, 4), 2, 2)])
    assert ids.shape == (2, 10)
    assert mask.sum(axis=1).tolist() == [10, 4]
    assert types.tolist()[1] == [0, 0, 1, 1, 0, 0, 0, 0, 0, 0]
