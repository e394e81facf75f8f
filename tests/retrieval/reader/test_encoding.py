"""Inputs and windows: an answer must come out of every window exactly as it went in."""

from __future__ import annotations

import subprocess
import sys
from random import Random

import pytest

from corpus.types import Span
from retrieval.reader.encoding import MAX_QUESTION, Encoder, windows_of
from retrieval.reader_training.windows import window_around, window_like

TEXT = (
    "Rain fell on Morvik for nine days. The river Aldra rose by 3.2 metres. “Nobody slept,” Ina Berg said. "
    "On Friday the dam at Selby broke. Its water took 1,400 houses, and the U.S. sent two ships; they came late."
)


@pytest.mark.parametrize("answer", ["nine days", "3.2 metres", "Ina Berg", "dam", "1,400 houses", "they came late"])
@pytest.mark.parametrize("most", [8, 17, 30, 400])
def test_answer_is_the_same_words_in_every_window(encoder: Encoder, answer: str, most: int) -> None:
    pieces = encoder.pieces(TEXT)
    start = TEXT.index(answer)
    tokens = pieces.cover(Span(start, start + len(answer)))
    for seed in range(10):
        window = window_around(pieces, tokens, most, Random(seed))
        one = encoder.input(encoder.ids("Who?"), encoder.ids("Floods"), pieces, window, [tokens])
        (inside,) = one.answers
        shift = window.start - one.text_from
        first, last = pieces.offsets[inside.start + shift], pieces.offsets[inside.end + shift - 1]
        assert TEXT[first.start : last.end] == answer
        assert one.ids[inside.start : inside.end] == encoder.ids(answer)
        assert len(one.ids) - one.text_from - 1 <= most


def test_window_lies_elsewhere_round_its_answer_from_time_to_time(encoder: Encoder) -> None:
    pieces = encoder.pieces(TEXT)
    answer = pieces.cover(Span(TEXT.index("Ina"), TEXT.index("Ina") + 8))
    assert len({window_around(pieces, answer, 40, Random(seed)) for seed in range(20)}) > 1


def test_window_is_whole_sentences_when_they_fit(encoder: Encoder) -> None:
    pieces = encoder.pieces(TEXT)
    borders = {sentence.start for sentence in pieces.sentences} | {sentence.end for sentence in pieces.sentences}
    window = window_around(pieces, Span(20, 21), 40, Random(1))
    assert {window.start, window.end} <= borders


def test_answer_outside_the_window_is_left_out(encoder: Encoder) -> None:
    pieces = encoder.pieces(TEXT)
    assert encoder.input((), (), pieces, Span(0, 9), [Span(8, 10), Span(12, 13)]).answers == ()


def test_window_like_the_question_says_its_words(encoder: Encoder) -> None:
    pieces = encoder.pieces(TEXT)
    window = window_like(pieces, frozenset(encoder.ids("when did the dam at Selby break")), 12)
    assert "dam at Selby" in TEXT[pieces.offsets[window.start].start : pieces.offsets[window.end - 1].end]


@pytest.mark.parametrize("most", [5, 20, 45, 400])
def test_windows_of_a_text_leave_no_token_out(encoder: Encoder, most: int) -> None:
    pieces = encoder.pieces(TEXT)
    windows = windows_of(pieces, most)
    assert set().union(*(range(*window) for window in windows)) == set(range(len(pieces.ids)))
    assert all(0 < window.end - window.start <= most for window in windows)


def test_long_question_loses_its_beginning_and_types_part_question_from_passage(encoder: Encoder) -> None:
    question = encoder.ids("once " * 80 + "who fled?")
    one = encoder.input(question, (), encoder.pieces(TEXT), Span(0, 4))
    assert one.ids[1 : one.second_from - 1] == question[-MAX_QUESTION:]
    assert one.text_from == one.second_from == MAX_QUESTION + 2
    assert len(one.ids) == one.text_from + 5


def test_what_a_question_needs_is_imported_without_torch() -> None:
    code = "import sys; import retrieval.reader.spans; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
