"""What decides between sentences and between passages."""

from __future__ import annotations

import math

import numpy as np
import pytest

from bot.assembly import Dateline
from retrieval.reader.ranking import (
    ALONE,
    CHOICE,
    CONFIDENCE,
    FLOOR,
    LEAST,
    PASSAGE,
    agreement,
    confidence,
    outlook,
    passage_scores,
    passage_signals,
    ranked,
)
from retrieval.reader.signals import Asked, Signals
from tests.retrieval.reader.found import candidate, hit

ONE = hit("a", "Ann Lund won.", "Bob lost.")
OTHER = hit("b", "The prize went to Lund.", "Cy left.")


@pytest.mark.parametrize(
    ("claim", "answers", "expected"),
    [
        ("the same words", ("Ann Lund", "Ann Lund"), True),
        ("a month in short", ("on Oct. 20", "October 20"), True),
        ("a part of the name", ("Ann Lund", "Lund"), True),
        ("with the or not", ("the Ann Lund", "Ann Lund"), True),
        ("in another case", ("ANN LUND", "Ann Lund"), True),
        ("two of three words", ("Ann B Lund", "Ann C Lund"), True),
        ("one of two words", ("Ann Lund", "Ann Berg"), False),
        ("nothing but common words", ("the", "the"), False),
        ("other words", ("Ann", "Bob"), False),
    ],
)
def test_two_articles_agree(claim: str, answers: tuple[str, str], expected: bool) -> None:
    hits = [hit(name, f"Here {answer} stands.") for name, answer in zip("ab", answers, strict=True)]
    found = [candidate(one, 0, answer) for one, answer in zip(hits, answers, strict=True)]
    alone = math.log(FLOOR)
    assert agreement(found, np.zeros(2)) == pytest.approx([math.log(FLOOR + 0.5) if expected else alone] * 2)


def test_an_article_does_not_agree_with_itself() -> None:
    found = [candidate(hit("a", "Ann won.", "Ann left."), number, "Ann") for number in (0, 1)]
    assert agreement(found, np.zeros(2)) == pytest.approx([math.log(FLOOR)] * 2)


def test_a_likely_voice_counts_more_than_an_unlikely_one() -> None:
    found = [
        candidate(hit(name, f"{who} won."), 0, who)
        for name, who in zip("abcd", ("Ann", "Bob", "Ann", "Bob"), strict=True)
    ]
    by_ann, by_bob, *_ = agreement(found, np.array([0.0, 0.0, 2.0, -2.0]))
    assert by_ann > by_bob


def test_nothing_found_agrees_with_nothing() -> None:
    assert agreement([], np.zeros(0)).shape == (0,)
    assert ranked([]) == []


def test_agreement_can_turn_the_order() -> None:
    lone = candidate(ONE, 1, "Bob", margin=1.2)
    said = [candidate(ONE, 0, "Ann Lund", margin=1.0), candidate(OTHER, 0, "Lund", margin=1.0)]
    assert ranked([lone, *said])[0].candidate in said
    assert ranked([lone, said[0]])[0].candidate is lone


@pytest.mark.parametrize("signal", Signals._fields)
def test_no_signal_counts_against_a_sentence(signal: str) -> None:
    better = candidate(ONE, 0, "Ann", **{signal: 1.0})
    assert ranked([candidate(ONE, 1, "Bob"), better])[0].candidate is better


def test_weights_name_every_signal_once_and_none_works_backwards() -> None:
    for weights in (ALONE, CHOICE, PASSAGE, CONFIDENCE._replace(rest=-CONFIDENCE.rest)):
        assert all(weight > 0 for weight in weights)


def test_a_passage_is_worth_its_sentences(shipped: Dateline) -> None:
    with shipped.archive.reading() as index:
        asked = Asked("Who won the prize?", index.lexical)
    found = ranked([candidate(ONE, 0, "Ann", 0, margin=5.0), candidate(OTHER, 1, "Cy", 1, margin=1.0)])
    signals = passage_signals(asked, [ONE, OTHER], found)
    assert signals[0].sentences == pytest.approx(found[0].score, abs=1e-3)
    assert signals[0].lexical == ONE.lexical / 2
    scores = passage_scores(asked, [ONE, OTHER], found)
    assert 0 < scores[1] < scores[0] < 1


def test_a_passage_without_a_sentence_comes_last(shipped: Dateline) -> None:
    with shipped.archive.reading() as index:
        asked = Asked("Who won the prize?", index.lexical)
    scores = passage_scores(asked, [ONE, OTHER], ranked([candidate(ONE, 0, "Ann", 0)]))
    assert scores[1] < scores[0]


def test_confidence_is_a_probability_that_grows_with_what_is_seen_and_falls_with_rivals() -> None:
    weak = ranked([candidate(ONE, 0, "Ann", margin=-6.0)])
    strong = ranked([candidate(ONE, 0, "Ann", margin=8.0, covered_around=1.0)])
    rivalled = ranked([strong[0].candidate, candidate(ONE, 1, "Bob", margin=7.9, covered_around=1.0)])
    assert 0 < confidence([ONE], weak) < confidence([ONE], strong) < 1
    assert confidence([ONE], rivalled) < confidence([ONE], strong)
    assert outlook([ONE], strong).rest == LEAST
