"""What `sides` claims: what the reader found sources to differ in is in the answer, whatever the model made of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from retrieval.citing import cite, difference
from retrieval.types import Evidence, Reading
from retrieval.writing.sides import with_sides
from tests.retrieval.writing.ferry import evidence, hit, known, reading

ONE, TWO = known("gazette"), known("wire")
THREE = hit("third", "Two passengers were hurt, a nurse said. Nobody else was on board.")

TWELVE = evidence((ONE, "Its captain, Ola Lind, said that 12 passengers were hurt."), value="12")
FOURTEEN = evidence(
    (TWO, "Fourteen passengers were hurt when the ferry Aurora ran aground off Lund, the coast guard said."),
    value="Fourteen",
)
TWO_HURT = evidence((THREE, "Two passengers were hurt, a nurse said."), value="Two")
DIFFERING = reading(TWELVE, FOURTEEN, differs_in="number")

SAYS_TWELVE = replace(TWELVE, wording="The captain said that 12 were hurt.", check="supported", value=None)
SAYS_FOURTEEN = replace(FOURTEEN, wording="The coast guard spoke of fourteen.", check="relocated", value=None)
DIVERS = evidence((TWO, "Divers will search the hull on Friday."))


def test_a_sentence_that_quotes_a_side_stands_for_it_and_keeps_its_words() -> None:
    assert with_sides([SAYS_TWELVE, SAYS_FOURTEEN], DIFFERING) == (
        replace(SAYS_TWELVE, value="12"),
        replace(SAYS_FOURTEEN, value="Fourteen"),
    )


def test_the_order_is_the_models() -> None:
    assert [piece.value for piece in with_sides([SAYS_FOURTEEN, DIVERS, SAYS_TWELVE], DIFFERING)] == [
        "Fourteen",
        None,
        "12",
    ]


def test_a_side_that_no_sentence_quotes_comes_behind_in_its_sources_words() -> None:
    assert with_sides([SAYS_FOURTEEN, DIVERS], DIFFERING) == (replace(SAYS_FOURTEEN, value="Fourteen"), DIVERS, TWELVE)


def test_each_of_three_sides_is_there() -> None:
    three = reading(TWELVE, FOURTEEN, TWO_HURT, differs_in="number")
    assert with_sides([SAYS_FOURTEEN], three) == (replace(SAYS_FOURTEEN, value="Fourteen"), TWELVE, TWO_HURT)


def test_a_sentence_that_tells_both_leaves_each_side_to_stand_alone() -> None:
    both = replace(
        evidence(*zip((TWO, ONE), (FOURTEEN.quotes[0].text, TWELVE.quotes[0].text), strict=True)),
        wording="Fourteen were hurt, or 12.",
        check="supported",
        together=True,
    )
    first, second = with_sides([both], DIFFERING)
    assert (first.wording, first.value, second) == ("Fourteen were hurt, or 12.", "12", FOURTEEN)
    assert [quote.text for quote in first.quotes] == [TWELVE.quotes[0].text, FOURTEEN.quotes[0].text]
    assert [one.article.id for one in first.hits] == ["gazette", "wire"]


def test_a_sentence_of_its_own_stands_for_a_side_that_another_one_tells_too() -> None:
    both = replace(
        evidence(*zip((ONE, TWO), (TWELVE.quotes[0].text, FOURTEEN.quotes[0].text), strict=True)),
        wording="Twelve were hurt, or fourteen.",
        check="supported",
        together=True,
    )
    first, second = with_sides([both, SAYS_FOURTEEN], DIFFERING)
    assert (first.value, second) == ("12", replace(SAYS_FOURTEEN, value="Fourteen"))


def test_the_quote_that_says_the_value_goes_to_the_front_with_its_passage() -> None:
    piece = evidence((TWO, "Divers will search the hull on Friday."), (ONE, TWELVE.quotes[0].text), wording="So.")
    (marked, behind) = with_sides([piece], DIFFERING)
    assert [one.article.id for one in marked.hits] == ["gazette", "wire"]
    assert marked.quotes == (TWELVE.quotes[0], piece.quotes[0])
    assert behind == FOURTEEN


def test_a_longer_quote_around_the_sides_own_stands_for_it() -> None:
    wide = evidence(
        (ONE, f"The ferry Aurora ran aground off Lund on Monday. {TWELVE.quotes[0].text}"),
        wording="The captain said that 12 were hurt.",
        check="supported",
    )
    assert with_sides([wide], DIFFERING)[0] == replace(wide, value="12")


NOT_THEIRS = evidence((ONE, "The ferry Aurora ran aground off Lund on Monday."))


@pytest.mark.parametrize("written", [[], [DIVERS], [DIVERS, NOT_THEIRS]], ids=["nothing", "else", "the same article"])
def test_an_answer_that_quotes_no_side_is_left_alone(written: list[Evidence]) -> None:
    assert with_sides(written, DIFFERING) == tuple(written)


def test_a_sentence_over_the_sides_place_that_does_not_say_its_value_does_not_stand_for_it() -> None:
    half = evidence((ONE, "Its captain, Ola Lind, said"))
    assert with_sides([half], DIFFERING) == (half,)


@pytest.mark.parametrize(
    "read",
    [
        reading(TWELVE, FOURTEEN),
        reading(replace(TWELVE, value=None), replace(FOURTEEN, value=None), differs_in="number"),
        reading(),
    ],
    ids=["no kind", "no values", "nothing read"],
)
def test_where_no_sources_differ_nothing_changes(read: Reading) -> None:
    assert with_sides([SAYS_TWELVE], read) == (SAYS_TWELVE,)


def test_of_what_was_read_only_the_sides_are_added() -> None:
    read = reading(TWELVE, NOT_THEIRS, FOURTEEN, differs_in="number")
    assert with_sides([SAYS_TWELVE], read) == (replace(SAYS_TWELVE, value="12"), FOURTEEN)


def test_what_is_marked_is_the_difference_of_the_answer() -> None:
    written = with_sides([SAYS_FOURTEEN, DIVERS], DIFFERING)
    sentences, _ = cite(written)
    told = difference("number", written, sentences)
    assert told
    assert [(side.value, side.citations) for side in told.sides] == [("Fourteen", (1,)), ("12", (3,))]
