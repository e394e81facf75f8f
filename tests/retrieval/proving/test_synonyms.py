"""Synonyms: words that say the same in any story, so that the one follows from the other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.proving import synonyms
from retrieval.proving.contraries import OPPOSITES
from retrieval.proving.coverage import is_known, uncovered
from retrieval.proving.synonyms import same_thing
from retrieval.proving.texts import stems_of
from tests.retrieval.proving.cases import case, table


def stem(word: str) -> str:
    (found,) = stems_of(word)
    return found


ROWS = [row.split() for row in synonyms._ROWS.split(",")]
PAIRS = st.sampled_from(ROWS).flatmap(lambda row: st.tuples(st.sampled_from(row), st.sampled_from(row)))


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("company", "firm", True),
        ("firms", "companies", True),
        ("bought", "acquired", True),
        ("ceasefire", "truce", True),
        ("killed", "died", True),
        ("jailed", "imprisoned", True),
        ("walnut", "chestnut", False),
        ("canal", "mill", False),
        ("company", "mill", False),
        ("mill", "mill", False),
    ],
)
def test_words_of_one_row_stand_for_one_another(one: str, other: str, alike: bool) -> None:
    assert same_thing(stem(one), frozenset([stem(other)])) is alike
    assert same_thing(stem(other), frozenset([stem(one)])) is alike


def test_any_of_several_words_may_be_the_same_and_nothing_is_the_same_as_none() -> None:
    assert same_thing(stem("firm"), frozenset(map(stem, ("canal", "company"))))
    assert not same_thing(stem("firm"), frozenset())
    assert not same_thing("", frozenset([stem("firm")]))
    assert not same_thing("", frozenset([""]))


@table("""
    The firm disclosed the probe. | The company revealed the investigation.
    The truce was prolonged. | The ceasefire was extended.
    The lawmaker resigned. | The legislator quit.
    The firm disclosed the probe. | The company revealed the canal. | The firm disclosed the probe.
    The walnut was felled. | The chestnut was felled. | The walnut was felled.
""")
def test_a_sentence_in_synonyms_is_covered(sentence: str, quote: str, words: str | None) -> None:
    assert uncovered(case(sentence, quote)) == words


@given(PAIRS)
def test_a_word_of_a_row_is_known_by_any_other_of_it(pair: tuple[str, str]) -> None:
    one, other = pair
    assert all(is_known(of, frozenset(stems_of(other))) for of in stems_of(one))


@pytest.mark.parametrize("row", ROWS, ids=" ".join)
def test_a_row_has_two_words_or_more_and_none_twice(row: list[str]) -> None:
    assert len(row) > 1
    assert len(set(row)) == len(row)


ONE_SIDE = [row for row in OPPOSITES if not row.two_sided]


@pytest.mark.parametrize("row", ONE_SIDE, ids=[row.one.split()[0] for row in ONE_SIDE])
def test_what_is_opposite_is_never_the_same(row: tuple[str, str, bool]) -> None:
    one, other = (frozenset(stems_of(side)) for side in row[:2])
    rows = [frozenset(stems_of(" ".join(words))) for words in ROWS]
    assert [sorted(words) for words in rows if words & one and words & other] == []


def test_the_two_sides_of_a_bargain_are_one_thing() -> None:
    for one, other in (("buy", "sell"), ("win", "lose"), ("lend", "borrow"), ("precede", "follow")):
        assert same_thing(stem(one), frozenset([stem(other)]))
