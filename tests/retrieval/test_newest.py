"""Which questions are about now, and what goes first for them."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.types import ArticleInfo, Passage, Span
from retrieval.newest import NEAR, newest_first, wants_newest
from retrieval.types import Evidence, Hit, Quote, Reading


@pytest.mark.parametrize(
    ("question", "about_now"),
    [
        ("What is the latest on the talks?", True),
        ("Who is the prime minister now?", True),
        ("What happened today?", True),
        ("Who died this week?", True),
        ("What is the current rate?", True),
        ("How many are known to be dead so far?", True),
        ("Who died last week?", False),
        ("What did USA TODAY announce?", False),
        ("Who knows the snow in October 2021?", False),
    ],
)
def test_words_of_now_are_told_from_words_that_hold_them(question: str, about_now: bool) -> None:
    assert wants_newest(question) == about_now


def said(text: str, published: date | None, score: float, emphasis: str = "") -> Evidence:
    info = ArticleInfo(text, "0", published=published, published_from="metadata" if published else None)
    start = text.index(emphasis)
    spans = (Span(100 + start, 100 + start + len(emphasis)),) if emphasis else ()
    passage = Passage(text, text, 100, 100 + len(text), text, ())
    return Evidence((Quote(text, 100, 100 + len(text), spans),), (Hit(1, passage, info, 0.5),), score)


OLD = said("Bo leads.", date(2020, 1, 1), 2.0, "Bo")
NEW = said("Kim leads.", date(2021, 1, 1), 2.0 - NEAR, "Kim")
UNDATED = said("Lee leads.", None, 2.0, "Lee")
WORSE = said("Max leads.", date(2022, 1, 1), 1.9 - NEAR, "Max")


def reading(*evidence: Evidence, short_answer: str | None = "Bo") -> Reading:
    return Reading(evidence, 0.9, short_answer)


def test_the_newest_of_what_answers_about_equally_well_goes_first_with_its_own_short_answer() -> None:
    found = newest_first(reading(OLD, WORSE, NEW))
    assert found.evidence == (NEW, OLD, WORSE)
    assert found.short_answer == "Kim"


def test_an_undated_one_gives_way_to_a_dated_one() -> None:
    assert newest_first(reading(UNDATED, OLD)).evidence == (OLD, UNDATED)


@pytest.mark.parametrize("evidence", [(), (OLD,), (NEW, OLD), (OLD, WORSE), (OLD, UNDATED)])
def test_where_the_newest_is_first_already_nothing_changes(evidence: tuple[Evidence, ...]) -> None:
    before = reading(*evidence)
    assert newest_first(before) is before


def test_a_short_answer_that_both_say_stays_as_it_was() -> None:
    again = said("Today it was Bo who led.", date(2021, 1, 1), 2.0, "Today")
    assert newest_first(reading(OLD, again)).short_answer == "Bo"


@pytest.mark.parametrize(
    ("before", "first"),
    [("Yes", NEW), (None, NEW), ("Bo", said("Nobody leads.", date(2021, 1, 1), 2.0))],
    ids=["read out of another sentence", "there was none", "nothing is emphasised"],
)
def test_a_short_answer_that_the_first_quote_does_not_give_goes(before: str | None, first: Evidence) -> None:
    assert newest_first(reading(OLD, first, short_answer=before)).short_answer is None
