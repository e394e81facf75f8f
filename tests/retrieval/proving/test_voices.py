"""What `voices` claims: the active and the passive tell who does it to whom, also where nobody has a name."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.proving.voices import voice_turned
from tests.retrieval.proving.cases import case, quoted

TURNED = [
    ("The protesters attacked the police in Rimal.", "The protesters were attacked by the police in Rimal.", "attack"),
    ("The union was sued by the company.", "The union sued the company.", "su"),
    ("The dog was bitten by the mayor.", "The dog bit the mayor.", "bite"),
    ("Two cooks were later beaten up by nurses.", "Two cooks later beat up nurses.", "beat"),
    ("The company has sued the union.", "The company has been sued by the union over pay.", "su"),
]
ALIKE = [
    ("The police attacked the protesters in Rimal.", "The protesters were attacked by the police in Rimal."),
    ("The union was sued by the company.", "The company sued the union."),
    ("The bank was robbed by a clerk.", "A clerk robbed the bank."),
    # Both the same way, or in both ways.
    ("The union sued the company.", "The union sued the company."),
    ("The union was sued by the company.", "The union sued the company, and the union was sued by the company."),
    # Of something else, or of others.
    ("The union sued the company.", "The mill was sued by the union."),
    ("The union praised the company.", "The union was sued by the company."),
    # "By" a day, a place or a measure does nothing to anybody.
    ("The harbour closed by Friday.", "The harbour was closed by Friday."),
    ("The harbour was closed.", "The storm closed the harbour."),
    # Another clause says who does it.
    ("The police attacked, and the protesters fled.", "The protesters were attacked by the police."),
    ("", "The union sued the company."),
    ("The union sued the company.", ""),
]


@pytest.mark.parametrize(("sentence", "quote", "verb"), TURNED)
def test_a_sentence_in_the_other_voice_that_turns_the_two_round_is_found(sentence: str, quote: str, verb: str) -> None:
    assert voice_turned(case(sentence, quoted(quote))) == verb


@pytest.mark.parametrize(("sentence", "quote"), ALIKE)
def test_a_sentence_that_tells_the_same_or_of_something_else_is_let_pass(sentence: str, quote: str) -> None:
    assert voice_turned(case(sentence, quoted(quote))) is None


def test_a_sentence_without_quotes_turns_nothing_round() -> None:
    assert voice_turned(case("The union was sued by the company.")) is None


THINGS = st.sampled_from("union company mill bank harbour council court ferry".split())
VERBS = st.sampled_from([("sued", "sued"), ("attacked", "attacked"), ("bought", "bought"), ("took", "taken")])


@given(THINGS, THINGS, VERBS)
@settings(deadline=None)
def test_whatever_the_two_are_one_way_is_right_and_the_other_is_not(
    one: str, other: str, verb: tuple[str, str]
) -> None:
    active, passive = verb
    quote = quoted(f"The {one} {active} the {other} on Monday.")
    assert voice_turned(case(f"On Monday the {other} was {passive} by the {one}.", quote)) is None
    found = voice_turned(case(f"On Monday the {one} was {passive} by the {other}.", quote))
    assert (found is None) is (one == other)
