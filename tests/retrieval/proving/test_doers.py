"""Doers: whom the sentence lets act or speak must be who acts or speaks in the quote, where names tell."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.proving.doers import another_doer, is_passive
from tests.retrieval.proving.cases import case, table


@table("""
    Rimal beat Ostby in the final. | Rimal beat Ostby in the final.
    Ostby was beaten by Rimal in the final. | Rimal beat Ostby in the final.
    Rimal beat Ostby in the final. | Ostby was beaten by Rimal in the final.
    Derk sued Vint. | Olin Derk sued Mara Vint.
    Vint was sued by Derk. | Olin Derk sued Mara Vint.
    Vint was sued by Derk. | Derk sued Vint.
    Derk praised Vint. | Vint was praised by Derk.
    Ostby bought a mill from Rimal. | Ostby bought a mill from Rimal.
    Derk praised Vint. | The mayor, Derk, praised Vint.
    Ostby beat Rimal in the final. | Rimal beat Ostby in the final. | Ostby
    Mara Vint sued Olin Derk. | Olin Derk sued Mara Vint. | Mara Vint
    Rimal bought a mill from Ostby. | Ostby bought a mill from Rimal. | Rimal
    Rimal sold a mill to Ostby. | Ostby sold a mill to Rimal. | Rimal
    Vint praised the mayor, Derk. | The mayor, Derk, praised Vint. | Vint
    In May, Vint replaced Derk. | Derk replaced Vint. | In May Vint
""")
def test_whoever_does_it_to_another_is_who_does_it_in_the_quote(sentence: str, quote: str, words: str | None) -> None:
    assert another_doer(case(sentence, quote)) == words


@table("""
    Mara Vint never saw the canal. | Mara Vint never saw the canal. “We never slept,” a cook said.
    Vint sued Derk in May, and Derk sued Vint in June. | Vint sued Derk in May, and Derk sued Vint in June.
    The UK sent the ferry to the port. | Britain sent the ferry to the port.
    Britain sent the ferry to the port. | The UK sent the ferry to the port.
    France sent the ferry to the port. | Britain sent the ferry to the port. | france
""")
def test_what_is_done_twice_or_by_another_name_is_not_turned_round(
    sentence: str, quote: str, words: str | None
) -> None:
    assert another_doer(case(sentence, quote)) == words


@table("""
    Vint sued Derk. | Olin Derk sued Mara Vint. | Vint
    Derk was sued by Vint over the mill. | Derk sued Vint over the mill. | Derk was
    Vint sued Derk over the mill. | Vint was sued by Derk over the mill. | Vint
    Vint said that the port would close after the storm. | Derk told Vint the port would close after the storm. | Vint
""")
def test_a_shorter_name_and_the_passive_hide_nothing(sentence: str, quote: str, words: str | None) -> None:
    assert another_doer(case(sentence, quote)) == words


def test_nobody_does_anything_in_nothing() -> None:
    assert another_doer(case("")) is None
    assert another_doer(case("", "Vint sued Derk.")) is None
    assert another_doer(case("Vint sued Derk.")) is None
    assert another_doer(case("Vint sued Derk.", "")) is None


@pytest.mark.parametrize(
    ("line", "passive"),
    [
        ("Ostby was beaten by Rimal.", True),
        ("The mills were being bought by Rimal.", True),
        ("It is said to have been sold last week by Rimal.", True),
        ("Rimal beat Ostby.", False),
        ("Rimal was beaten.", False),
        ("Rimal stood by Ostby.", False),
        ("", False),
    ],
)
def test_a_passive_names_the_doer_behind_by(line: str, passive: bool) -> None:
    assert is_passive(line) is passive


PAIR = st.lists(st.sampled_from("Vint Derk Rimal Ostby Dell Marwick Quon".split()), min_size=2, max_size=2, unique=True)
VERBS = st.sampled_from("sued beat praised accused replaced bribed".split())


@settings(deadline=None)
@given(PAIR, VERBS)
def test_who_does_what_to_whom_is_not_turned_round(pair: list[str], verb: str) -> None:
    one, other = pair
    quote = f"{one} {verb} {other} in the spring."
    assert another_doer(case(quote, quote)) is None
    assert another_doer(case(f"{other} {verb} {one} in the spring.", quote)) == other
