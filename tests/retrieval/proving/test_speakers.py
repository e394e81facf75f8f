"""Speakers: whom the sentence lets say something is who says it in the quote, where names tell."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.proving.speakers import another_speaker
from tests.retrieval.proving.cases import case, quoted, table


@table("""
    Derk said the port would shut in the storm. | Derk said the port would shut in the storm.
    The port would close after the storm, Derk said. | Derk said the port would shut in the storm.
    “The port would close after the storm,” said Derk. | The port would close after the storm, Olin Derk said.
    Olin Derk said the port would shut in the storm. | Derk said the port would shut in the storm.
    Derk said the port would shut in the storm. | The minister, Olin Derk, said the port would shut in the storm.
    Derk said the port would shut in the storm. | “The port would shut in the storm,” said the minister, Olin Derk.
    Vint said the port would shut in the storm. | The port would close after the storm.
    Vint said the port would shut in the storm. | She said the port would shut in the storm.
    Vint said it would. | Derk said it would.
    Vint said the port would shut in the storm. | Derk and Vint said the port would shut in the storm.
""")
def test_whoever_says_it_in_the_quote_says_it(sentence: str, quote: str, words: str | None) -> None:
    assert another_speaker(case(sentence, quote)) == words


@table("""
    Vint said the port would shut in the storm. | Derk said the port would shut in the storm. | Vint
    According to Vint, the port would shut in the storm. | According to Derk, the port would shut in the storm. | Vint
    Vint warned that the port would shut in the storm. | “The port would shut in the storm,” Derk told Dell. | Vint
    Vint said that the port would close after the storm. | Derk told Vint the port would close after the storm. | Vint
    Mara Vint said the port would shut in the storm. | Derk told Mara Vint the port would shut in the storm. | Mara Vint
    The port would shut in the storm, Vint said. | The port would shut in the storm, Derk said. | Vint
""")
def test_whoever_is_spoken_to_or_somebody_else_does_not_say_it(sentence: str, quote: str, words: str | None) -> None:
    assert another_speaker(case(sentence, quote)) == words


@table("""
    Officials said the port would shut in the storm. | Derk said the port would shut in the storm.
    Police said the port would shut in the storm. | The port would shut in the storm.
    Doctors said the port would shut in the storm. | Doctors at the clinic said the port would shut in the storm.
    Doctors said the port would shut in the storm. | A neighbour said the port would shut in the storm. | Doctors
    Two cooks said the port would shut in the storm. | A neighbour said the port would shut in the storm. | Two cooks
""")
def test_speakers_without_a_name_must_be_told_too(sentence: str, quote: str, words: str | None) -> None:
    assert another_speaker(case(sentence, quote)) == words


def test_the_quote_that_says_it_tells_who_says_it() -> None:
    sentence = "Vint said the port would shut in the storm."
    quotes = ("Derk said the port would shut in the storm.", "Vint said the storm had passed.")
    assert another_speaker(case(sentence, *quotes)) == "Vint"
    assert another_speaker(case(sentence, *reversed(quotes))) == "Vint"
    assert another_speaker(case(sentence, " ".join(quotes))) == "Vint"
    assert another_speaker(case("Derk said the port would shut in the storm.", *quotes)) is None


def test_an_outlet_says_what_it_reports() -> None:
    sentence, quote = "The Dune Courier said the port would shut in the storm.", "Derk said the port would shut."
    assert another_speaker(case(sentence, quoted(quote, outlet="The Dune Courier"))) is None
    assert another_speaker(case(sentence, quoted(quote, outlet="The Harbour Post"))) == "The Dune Courier"
    assert another_speaker(case(sentence, quoted(quote, outlet=None))) == "The Dune Courier"


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "said",
        "said said said",
        ", said",
        "“”, said",
        "According to",
        "according to , ,",
        "Vint said",
        "Vint said the port would shut in the storm.",
        "Officials said the port would close after the storm.",
        "“港は閉まる”, said 港",
        "قال Vint said قال قال قال قال",
    ],
)
@pytest.mark.parametrize("quotes", [(), ("",), ("said",), ("…",)])
def test_nobody_else_says_anything_in_nothing(sentence: str, quotes: tuple[str, ...]) -> None:
    assert another_speaker(case(sentence, *quotes)) is None


NAMES = st.lists(st.sampled_from("Vint Derk Ostby Dell Quon Marwick".split()), min_size=2, max_size=2, unique=True)
SAID = st.sampled_from(
    ["{} said {}.", "{} warned that {}.", "According to {}, {}.", "{}, the clerk, told reporters that {}."]
)
WHAT = "the port would shut in the storm"


@settings(deadline=None)
@given(NAMES, SAID, SAID)
def test_a_name_in_the_place_of_the_speakers_is_told_however_it_is_said(
    pair: list[str], ours: str, theirs: str
) -> None:
    one, other = pair
    quote = theirs.format(other, WHAT)
    assert another_speaker(case(ours.format(other, WHAT), quote)) is None
    found = another_speaker(case(ours.format(one, WHAT), quote))
    assert found is not None
    assert one in found
