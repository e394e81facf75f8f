"""Quotations: what the sentence puts into quotation marks must stand in one of its quotes, word by word."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.proving.quotations import quotations, unquoted
from tests.retrieval.proving.cases import case, quoted, table


@table("""
    The mayor called it “a costly folly”. | The mayor called it a costly folly.
    The mayor called it "a costly folly". | The mayor called it “a costly folly”.
    The mayor called it ‘a costly folly’. | The mayor called it "a costly folly".
    The mayor called it “A costly folly,” then. | The mayor called it a costly folly.
    The mayor called it “a   costly folly ”. | The mayor called it a costly folly.
    The mayor called it ‘the clerk’s costly folly’. | The mayor called it the clerk’s costly folly.
    The mayor called it “”. | It rained.
    The mayor called it “a silly folly”. | The mayor called it a costly folly. | a silly folly
    The mayor called it "a silly folly". | The mayor called it a costly folly. | a silly folly
    The mayor called it ‘a silly folly’. | The mayor called it a costly folly. | a silly folly
    The mayor called it ‘the clerk’s silly folly’. | The mayor called it the clerk’s folly. | the clerk’s silly folly
    The mayor called it “folly” and “madness”. | The mayor called it folly. | madness
    The mayor called it “folly”. | The mayor called it follyful. | folly
    The mayor called it “costly folly”. | The mayor called it a costly, silly folly. | costly folly
""")
def test_words_in_quotation_marks_must_stand_in_a_quote(sentence: str, quote: str, words: str | None) -> None:
    assert unquoted(case(sentence, quote)) == words


@table("""
    The mayor called it 'a costly folly'. | The mayor called it a costly folly.
    The mayor called it «a costly folly». | The mayor called it a costly folly.
    The mayor called it „a costly folly“. | The mayor called it a costly folly.
    The mayor called it “a costly folly. | The mayor called it a costly folly.
    The mayor called it 'a folly that is costly'. | The mayor called it a costly folly. | a folly that is costly
    The mayor called it «a folly that is costly». | The mayor called it a costly folly. | a folly that is costly
    The mayor called it »a folly that is costly«. | The mayor called it a costly folly. | a folly that is costly
    The mayor called it „a folly that is costly“. | The mayor called it a costly folly. | a folly that is costly
    The mayor called it „a folly that is costly”. | The mayor called it a costly folly. | a folly that is costly
    The mayor called it “a folly that is costly. | The mayor called it a costly folly. | a folly that is costly.
    The mayor called it "a folly that is costly. | The mayor called it a costly folly. | a folly that is costly.
    The mayor called it „a folly that is costly. | The mayor called it a costly folly. | a folly that is costly.
    A folly that is costly,” the mayor called it. | The mayor called it a costly folly. | A folly that is costly,
""")
def test_marks_of_any_kind_are_marks_and_so_is_one_that_nothing_closes(
    sentence: str, quote: str, words: str | None
) -> None:
    assert unquoted(case(sentence, quote)) == words


@table("""
    The mayor’s canal and the clerks’ mill were sold. | It rained.
    The mayor's canal and the clerks' mill were sold. | It rained.
    The mayor’s ‘canal’ was sold. | The canal was sold.
    The '90s and the '80s were dry. | It rained.
    ’Twas O'Neil's boat that the clerks' cook sold. | It rained.
    The plank is 12" wide. | It rained.
    The plank is 6' 2" long. | It rained.
""")
def test_an_apostrophe_and_an_inch_quote_nothing(sentence: str, quote: str, words: str | None) -> None:
    assert unquoted(case(sentence, quote)) == words


def test_words_in_quotation_marks_must_stand_in_one_quote() -> None:
    quotes = ("The mayor called it costly.", "The clerk called it madness.")
    assert unquoted(case("They called it “costly” and “madness”.", *quotes)) is None
    assert unquoted(case("They called it “costly madness”.", *quotes)) == "costly madness"
    assert unquoted(case("They called it “costly”.")) == "costly"
    assert unquoted(case("", *quotes)) is None


def test_words_of_the_headline_are_no_quotation() -> None:
    assert unquoted(case("They called it “folly”.", quoted("It was sold.", title="Folly sold"))) == "folly"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("", []),
        ("They left.", []),
        ("“One” and «two», „three“ and 'four'", ["One", "two", "three", "four"]),
        ("“He said ‘no’ to it”", ["He said ‘no’ to it"]),
        ("‘He said “no” to it’", ["He said “no” to it"]),
        ("“one “two”", ["one ", "two"]),
        ("“", [""]),
        ('"one" "two"', ["one", "two"]),
    ],
)
def test_what_stands_between_the_outermost_marks(line: str, found: list[str]) -> None:
    assert list(quotations(line)) == found


MARKS = st.sampled_from(["“{}”", '"{}"', "‘{}’", "'{}'", "«{}»", "»{}«", "„{}“", "„{}”", "“{}", "„{}", "«{}"])
WORDS = st.lists(st.sampled_from("costly folly of the old clerks".split()), min_size=1, max_size=4).map(" ".join)


@settings(deadline=None)
@given(MARKS, WORDS)
def test_every_kind_of_marks_quotes_what_stands_in_it(marks: str, words: str) -> None:
    sentence = f"The mayor called it {marks.format(words)}"
    assert list(quotations(sentence)) == [words]
    assert unquoted(case(sentence, f"It was {words}, he said.")) is None
    assert unquoted(case(sentence, "It was a canal.")) == words


@settings(deadline=None)
@given(st.text(alphabet="ab “”\"'‘’«»„0s", max_size=40))
def test_what_stands_between_marks_stands_in_the_line(line: str) -> None:
    assert all(words in line for words in quotations(line))
    assert unquoted(case(line, line)) is None
