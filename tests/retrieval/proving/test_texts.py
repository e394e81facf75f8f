"""Sentences and quotes made ready for being compared."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.proving.texts import ANY_DAY, Case, Text, words_of
from tests.retrieval.proving.cases import PUBLISHED, case, quoted, source


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It opens at 10:30.", ["It", "opens", "at", "10:30"]),
        ("An F-16, an AT&T van", ["An", "F-16", "an", "AT&T", "van"]),
        ("the U.S. navy", ["the", "U.S.", "navy"]),
        ("1,500 sacks, or 3.5%, on the 21st", ["1,500", "sacks", "or", "3.5", "on", "the", "21st"]),
        ("Vint’s boat, O'Neil's well-known one", ["Vint’s", "boat", "O'Neil's", "well-known", "one"]),
        ("Rimal—Ostby–Dell", ["Rimal", "Ostby", "Dell"]),
        ("They won 3-2 for $5", ["They", "won", "3", "2", "for", "5"]),
        ("José’s «été»", ["José’s", "été"]),
        ("", []),
        (" \n\t", []),
        ("… – “”!", []),
    ],
)
def test_words_are_cut_as_news_writes_them(text: str, words: list[str]) -> None:
    assert [word.text for word in words_of(text)] == words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("The U.S. Navy’s F-16", ["the", "us", "navy", "f", "16"]),
        ("Don’t pay 1,500!", ["dont", "pay", "1500"]),
        ("José organised it", ["jose", "organized", "it"]),
        ("", []),
    ],
)
def test_words_are_folded_for_comparison(text: str, folded: list[str]) -> None:
    assert Text(text).folded == folded


@pytest.mark.parametrize(
    ("text", "openers"),
    [
        ("The port closed. Rimal slept.", ["The", "Rimal"]),
        ("It closed! Why? Nobody knows.", ["It", "Why", "Nobody"]),
        ("Vint said: “We go.” They went.", ["Vint", "We", "They"]),
        ("It closed (in May.) Rimal slept.", ["It", "Rimal"]),
        ("The U.S. Navy left, and Rimal slept.", ["The"]),
        ("It costs 3.5 euros; Rimal pays.", ["It"]),
        ("rimal slept", ["rimal"]),
        ("Mr. Vint met Ms. Derk and J. Quon. Rimal slept.", ["Mr", "Rimal"]),
        ("On Jan. 5 No. 5 sank. No. They left.", ["On", "No", "They"]),
        ("Vint and I. They left.", ["Vint", "They"]),
    ],
)
def test_a_word_that_a_sentence_begins_with_opens_it(text: str, openers: list[str]) -> None:
    assert [word.text for word in words_of(text) if word.opens] == openers


@pytest.mark.parametrize(("word", "capital"), [("Rimal", True), ("iPhone", True), ("UN", True), ("rimal", False)])
def test_a_word_with_any_capital_letter_is_a_capital_one(word: str, capital: bool) -> None:
    (found,) = words_of(word)
    assert found.capital is capital


def test_numbers_have_no_capital() -> None:
    assert not any(word.capital for word in words_of("10:30 1,500 21st"))


@settings(deadline=None)
@given(st.text(max_size=60))
def test_words_of_any_text_are_in_place_and_in_order(text: str) -> None:
    at = 0
    for word in words_of(text):
        assert at <= word.start < word.end
        assert text[word.start : word.end] == word.text
        at = word.end


@settings(deadline=None)
@given(st.lists(st.sampled_from("Rimal’s ferry 10:30 U.S. F-16 sailed 1,500 miles".split()), max_size=8))
def test_white_space_changes_nothing_of_a_case(words: list[str]) -> None:
    tidy, wide = (case(blank.join(words), blank.join(words)) for blank in (" ", " \n\t\u00a0 "))
    assert tidy == wide
    assert (tidy.known, tidy.stems) == (wide.known, wide.stems)


@pytest.mark.parametrize(
    ("line", "sentences"),
    [
        ("The port closed. Rimal slept.", ["The port closed.", "Rimal slept."]),
        ("Mr. Vint left. He slept!", ["Mr. Vint left.", "He slept!"]),
        ("Vint said: “We go.” They went.", ["Vint said: “We go.”", "They went."]),
        ("It is this: Rimal slept.", ["It is this: Rimal slept."]),
        ("…", ["…"]),
    ],
)
def test_a_line_is_cut_into_its_sentences(line: str, sentences: list[str]) -> None:
    assert Text(line).sentences == sentences


@pytest.mark.parametrize(
    ("sentence", "quote", "verbatim"),
    [
        ("The port closed.", "It rained. The port closed. Rimal slept.", True),
        ("The port closed. Rimal slept.", "It rained. The port closed. Rimal slept.", True),
        ("The port closed. It rained.", "It rained. The port closed.", False),
        ("The port closed", "The port closed.", False),
        ("", "", False),
    ],
)
def test_only_whole_sentences_in_their_order_are_verbatim(sentence: str, quote: str, verbatim: bool) -> None:
    assert case(sentence, quote).verbatim is verbatim


def test_stems_are_those_of_the_words_that_say_something() -> None:
    assert Text("The ferries were sailing to it").stems == {"ferri", "sail"}
    assert Text("").stems == Text("it was the").stems == frozenset()


def test_a_source_knows_its_day_its_headline_and_its_outlet() -> None:
    one = source("The ferry\n sank. ", title="A storm off Rimal", outlet="The Harbour Post")
    assert (one.line, one.day, one.dated) == ("The ferry sank.", PUBLISHED, True)
    assert one.about == "A storm off Rimal. The Harbour Post"
    assert one.outlet == ("harbour", "post")
    assert {"ferry", "sank", "storm", "rimal", "harbour", "post"} <= one.known


def test_a_source_that_nothing_is_known_of_stands_on_any_day() -> None:
    one = source("The ferry sank.", day=None, outlet=None)
    assert (one.day, one.dated, one.outlet) == (ANY_DAY, False, ())
    assert one.known == {"the", "ferry", "sank"}


def test_an_article_of_any_day_is_dated_all_the_same() -> None:
    assert source("The ferry sank.", day=date(2000, 1, 1)).dated


def test_a_case_knows_what_all_its_quotes_say_and_stems_of_the_quotes_alone() -> None:
    one = case("It sank.", quoted("The ferry sank.", title="Storm"), quoted("A mill burned.", title="Fire"))
    assert {"ferry", "storm", "mill", "fire"} <= one.known
    assert one.stems == {"ferri", "sink", "mill", "burn"}
    assert "it" not in one.known


def test_a_case_without_quotes_knows_nothing() -> None:
    one = Case.of(" It  sank.\n", [])
    assert one.sentence.line == "It sank."
    assert one.sources == ()
    assert one.known == one.stems == frozenset()


def test_an_outlet_as_long_as_a_sentence_is_none_and_lends_nothing() -> None:
    long = source("The ferry sank.", outlet="The Queen of Lund has resigned and wept all day")
    assert long.outlet == ()
    assert "queen" not in long.known
    assert "harbour" in source("The ferry sank.", outlet="The Harbour Post of Lund").known
