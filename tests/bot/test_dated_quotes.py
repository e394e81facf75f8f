"""What `dated_quote` claims: the quote is there whole, what is put into it can be told apart, and days read short."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dated_quotes import dated_quote, short_days
from corpus.types import ArticleInfo, Span
from retrieval.types import Citation, Quote
from tests.bot.samples import INFO


def citation(text: str, emphasis: tuple[Span, ...] = (), info: ArticleInfo = INFO) -> Citation:
    return Citation(1, Quote(text, 100, 100 + len(text), emphasis), info, "moscow:0", 0.8, 1)


def test_days_are_put_behind_their_words_and_those_that_say_their_year_stay_alone() -> None:
    dated = dated_quote(citation("He said Thursday that on Oct. 20 the round of April 14, 2017 will be repeated."))
    assert dated.text == (
        "He said Thursday [7 Oct 2021] that on Oct. 20 [20 Oct 2021] the round of April 14, 2017 will be repeated."
    )
    assert [dated.text[start:end] for start, end in dated.insertions] == [" [7 Oct 2021]", " [20 Oct 2021]"]


def test_emphasis_keeps_its_words_and_takes_in_no_day_at_its_ends() -> None:
    text = "He said Thursday that on Oct. 20 all will meet."
    marked = tuple(
        Span(100 + text.index(words), 100 + text.index(words) + len(words)) for words in ("Thursday", " that", "all")
    )
    dated = dated_quote(citation(text, (*marked, Span(108, 121))))
    assert [dated.text[start:end] for start, end in dated.emphasis] == [
        "Thursday",
        " that",
        "all",
        "Thursday [7 Oct 2021] that",
    ]


def test_without_a_day_of_publication_nothing_is_put_in() -> None:
    undated = replace(INFO, published=None, published_from=None)
    said = "He said Thursday that on Oct. 20 all will meet."
    assert dated_quote(citation(said, info=undated)) == (said, (), ())


@given(
    st.lists(
        st.sampled_from("Thursday said will Oct. 20 last month in July, 2018 two days ago [x]".split()), max_size=9
    )
    .map(" ".join)
    .filter(bool)
)
def test_without_what_is_put_in_the_quote_is_what_it_was(text: str) -> None:
    dated = dated_quote(citation(text))
    left = dated.text
    for start, end in reversed(dated.insertions):
        assert left[start:end].startswith(" [")
        left = left[:start] + left[end:]
    assert left == text


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2021-10-07", "2021-10-07", "7 Oct 2021"),
        ("2021-10-01", "2021-10-31", "Oct 2021"),
        ("2021-10-07", "2021-10-31", "7–31 Oct 2021"),
        ("2021-09-27", "2021-10-03", "27 Sep – 3 Oct 2021"),
        ("2021-12-27", "2022-01-02", "27 Dec 2021 – 2 Jan 2022"),
        ("2021-05-01", "2021-07-31", "May–Jul 2021"),
        ("2020-11-01", "2021-02-28", "Nov 2020 – Feb 2021"),
        ("2020-01-01", "2020-12-31", "2020"),
        ("1996-01-01", "2001-12-31", "1996–2001"),
        ("2021-01-01", "2021-10-07", "1 Jan – 7 Oct 2021"),
    ],
)
def test_days_are_said_as_short_as_they_can_be(first: str, last: str, words: str) -> None:
    assert short_days(date.fromisoformat(first), date.fromisoformat(last)) == words
