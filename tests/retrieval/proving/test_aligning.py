"""What stands in a quote in the place of words of the sentence."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.proving.aligning import Exchanged, exchanged, in_the_same_place, is_number, keys, owns, places, value_of
from retrieval.proving.texts import words_of
from tests.retrieval.proving.cases import case


def pairs(found: Iterable[Exchanged]) -> set[tuple[str, str]]:
    return {(" ".join(word.text for word in one.said), " ".join(word.text for word in one.told)) for one in found}


def from_end_to_end(sentence: str, quote: str) -> set[tuple[str, str]]:
    one = case(sentence, quote)
    return pairs(exchanged(one.sentence, one.sources[0]))


def by_neighbours(sentence: str, quote: str) -> set[tuple[str, str]]:
    one = case(sentence, quote)
    return pairs(in_the_same_place(one, one.sources[0]))


@pytest.mark.parametrize(
    ("sentence", "quote", "found"),
    [
        ("The talks in Doha began late.", "The talks in Marwick began late.", {("Doha", "Marwick")}),
        ("The old walnut tree fell.", "The old chestnut tree fell.", {("walnut", "chestnut")}),
        ("The storm hurt 12 sailors badly.", "The storm hurt thirty sailors badly.", {("12", "thirty")}),
        ("Doha hosted the first talks.", "Marwick hosted the first talks.", {("Doha", "Marwick")}),
        ("The first talks were held in Doha.", "The first talks were held in Marwick.", {("Doha", "Marwick")}),
        ("Doha hosted the first talks.", "It rained. Marwick hosted the first talks.", {("Doha", "Marwick")}),
        ("The talks in Doha began late.", "The talks in Doha began late.", set()),
        ("The talks in Doha began late.", "The talks began late.", set()),
        ("The talks began late.", "The talks in Doha began late.", set()),
        ("Rain fell in Doha.", "Marwick stayed dry.", set()),
        ("Doha hosted talks.", "Marwick hosted talks.", set()),
        ("", "The talks began.", set()),
        ("The talks began.", "", set()),
    ],
)
def test_parts_between_words_alike_are_exchanged(sentence: str, quote: str, found: set[tuple[str, str]]) -> None:
    assert from_end_to_end(sentence, quote) == found


def test_longer_parts_are_another_way_of_saying_it() -> None:
    sentence = "The talks were held {} on a grey Thursday in June."
    five, six = "in a small wet town", "in a very small wet town"
    assert from_end_to_end(sentence.format("outside"), sentence.format(five)) == {("outside", five)}
    assert from_end_to_end(sentence.format(five), sentence.format("outside")) == {(five, "outside")}
    assert from_end_to_end(sentence.format("outside"), sentence.format(six)) == set()
    assert from_end_to_end(sentence.format(six), sentence.format("outside")) == set()


@pytest.mark.parametrize(
    ("sentence", "quote", "found"),
    [
        ("Late talks in Doha began then.", "Then, Vint said, late talks in Marwick began.", {("Doha", "Marwick")}),
        ("It hurt 12 people badly.", "On that day it hurt 30 people.", {("12", "30")}),
        ("They saw Vint’s old boat.", "There they saw Derk’s old boat.", {("Vint’s", "Derk’s")}),
        ("The walnut tree fell down.", "In May the chestnut tree fell down.", {("walnut", "chestnut")}),
        ("Late talks in Doha began then.", "Late talks in Doha began.", {("Doha", "Doha")}),
        ("Late talks in Doha began then.", "Some talks in Marwick end.", set()),
        ("The tree fell down.", "In May the old tree fell down.", set()),
        ("", "The tree fell down.", set()),
        ("The tree fell down.", "", set()),
    ],
)
def test_names_numbers_and_owners_have_a_place_between_their_neighbours(
    sentence: str, quote: str, found: set[tuple[str, str]]
) -> None:
    assert by_neighbours(sentence, quote) == found


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("12", Decimal(12)),
        ("twelve", Decimal(12)),
        ("1,200", Decimal(1200)),
        ("3.5", Decimal("3.5")),
        ("2019", Decimal(2019)),
        ("one", None),
        ("One", None),
        ("10:30", None),
        ("third", None),
        ("Vint", None),
    ],
)
def test_the_number_that_a_word_is(word: str, value: Decimal | None) -> None:
    (found,) = words_of(word)
    assert value_of(found) == value
    assert is_number(found) is (value is not None)


@pytest.mark.parametrize(("word", "does"), [("Vint's", True), ("Vint’s", True), ("mayor’s", True), ("Vints", False)])
def test_a_possessive_owns(word: str, does: bool) -> None:
    assert owns(words_of(word)[0]) is does


def test_words_are_compared_by_their_stems_and_the_commonest_as_they_are() -> None:
    assert keys(words_of("The ships of Vint’s were sailing")) == ["the", "ship", "of", "vint", "were", "sail"]
    assert keys([]) == []


@pytest.mark.parametrize(
    ("wanted", "among", "found"),
    [("a", "aba", [0, 2]), ("ab", "abab", [0, 2]), ("aa", "aaa", [0, 1]), ("ba", "ab", []), ("ab", "a", [])],
)
def test_words_stand_among_others_one_after_the_other(wanted: str, among: str, found: list[int]) -> None:
    assert list(places(list(wanted), list(among))) == found


WORDS = st.lists(st.sampled_from("the mayor Vint sold 12 Rimal boats to a clerk in June".split()), max_size=10)


@settings(deadline=None)
@given(WORDS, WORDS)
def test_exchanged_parts_are_words_of_both(said: list[str], told: list[str]) -> None:
    one = case(" ".join(said), " ".join(told))
    (quote,) = one.sources
    for ours, theirs in (*exchanged(one.sentence, quote), *in_the_same_place(one, quote)):
        assert ours
        assert theirs
        assert all(word in one.sentence.words for word in ours)
        assert all(word in quote.words for word in theirs)


@settings(deadline=None)
@given(WORDS)
def test_nothing_is_exchanged_in_a_copy(said: list[str]) -> None:
    assert from_end_to_end(" ".join(said), " ".join(said)) == set()
