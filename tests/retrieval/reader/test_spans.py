"""Logits to spans."""

from __future__ import annotations

import numpy as np

from corpus.types import Span
from retrieval.reader.encoding import Input
from retrieval.reader.spans import LONGEST_ANSWER, arrays, best_span, read

ONE = Input(ids=tuple(range(10)), second_from=3, text_from=5)


def _logits(**at: float) -> np.ndarray:
    logits = np.zeros(12, dtype=np.float32)
    for place, value in at.items():
        logits[int(place[1:])] = value
    return logits


WHOLE = Span(5, 9)


def test_span_is_sought_in_the_sentence_alone() -> None:
    found = best_span(_logits(_1=9, _6=2, _9=9), _logits(_2=9, _8=3, _11=9), WHOLE, 4)
    assert found.span == Span(6, 9)
    assert found.sentence == 4


def test_margin_is_over_not_here() -> None:
    assert best_span(_logits(_0=1, _6=2), _logits(_0=0.5, _8=3), WHOLE).margin == 5 - 1.5


def test_span_does_not_end_before_it_starts_nor_run_on() -> None:
    assert best_span(_logits(_8=5), _logits(_6=4), WHOLE).span == Span(8, 9)
    start, end = np.zeros((2, 80), dtype=np.float32)
    start[10], end[10 + LONGEST_ANSWER] = 5, 4
    span = best_span(start, end, Span(5, 79)).span
    assert span.end - span.start <= LONGEST_ANSWER


def _echo(ids: np.ndarray, mask: np.ndarray, types: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    return ids.astype(np.float32), ids.astype(np.float32), mask.sum(axis=1).astype(np.float32)


def test_inputs_come_back_in_their_order_whatever_their_length() -> None:
    inputs = [Input(tuple(range(length)), 2, 3) for length in (30, 5, 700, 12, 6)]
    done = read(_echo, inputs, threads=2)
    assert [one.relevance for one in done] == [30, 5, 700, 12, 6]
    assert [one.best.span.end for one in done] == [29, 4, 699, 11, 5]
    assert read(_echo, []) == []


def test_each_sentence_has_its_own_best_span() -> None:
    (done,) = read(_echo, [ONE], [[Span(5, 7), Span(7, 9)]])
    assert [found.span for found in done.found] == [Span(6, 7), Span(8, 9)]
    assert done.best.sentence == 1


def test_arrays_pad_to_the_longest_and_mark_the_second_part() -> None:
    ids, mask, types = arrays([ONE, Input((7, 8, 9, 4), 2, 2)])
    assert ids.shape == (2, 10)
    assert mask.sum(axis=1).tolist() == [10, 4]
    assert types.tolist()[1] == [0, 0, 1, 1, 0, 0, 0, 0, 0, 0]
