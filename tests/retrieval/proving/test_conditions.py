"""Conditions: what a quote says only for the case that something else happens is not said without it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.proving.conditions import dropped_condition
from tests.retrieval.proving.cases import case, table


@table("""
    The port will close on Friday. | The port will close on Friday unless the strike ends. | condition
    The port will close on Friday. | If the strike goes on, the port will close on Friday. | condition
    The port will close on Friday. | Unless the strike ends, the port will close on Friday. | condition
    The port will close on Friday. | The port will close on Friday if the strike goes on. | condition
    The port will close on Friday. | The port will close on Friday provided that the crew agrees. | condition
    The port will close on Friday. | As long as the strike lasts, the port will close on Friday. | condition
    The firm will sell the mill. | The firm will sell the mill on condition that the clerk leaves. | condition
    The port will close on Friday. | It rained. If the strike goes on, the port will close on Friday. | condition
    The port will close in May. | The port will close in May unless the strike ends. | condition
""")
def test_a_condition_is_not_left_out(sentence: str, quote: str, words: str | None) -> None:
    assert dropped_condition(case(sentence, quote)) == words


@table("""
    The port will close if the strike goes on. | If the strike goes on, the port will close.
    The port will close unless the strike ends. | Unless the strike ends, the port will close.
    The port will stay open only when the strike ends. | The port will close unless the strike ends.
    The port would close. | If the strike goes on, the port will close.
    The port may close. | If the strike goes on, the port will close.
    The port could close on Friday. | If the strike goes on, the port will close on Friday.
    A strike that goes on closes the port. | If the strike goes on, the port will close.
    Depending on the strike, the port will close. | If the strike goes on, the port will close.
""")
def test_a_condition_may_be_told_in_other_words(sentence: str, quote: str, words: str | None) -> None:
    assert dropped_condition(case(sentence, quote)) == words


@table("""
    The mayor left Rimal. | The mayor left Rimal even if the clerks stayed.
    The clerk asked the mayor. | The clerk asked if the mayor would open the port.
    The port closed, to the clerks' surprise. | The port closed as if the strike had begun.
    Dozens of sailors left the port. | Dozens, if not hundreds, of sailors left the port.
    The port will close. | The mill will burn if the crew leaves. The port will close.
    The mayor opened the canal. | If it rains, the port floods. The mayor opened the canal.
    The clerk does not know the mayor. | The clerk does not know if the mayor left.
    The mill stands near Rimal. | If the strike goes on, the port will close.
""")
def test_what_is_no_condition_or_one_of_something_else_may_go(sentence: str, quote: str, words: str | None) -> None:
    assert dropped_condition(case(sentence, quote)) == words


def test_one_of_the_quotes_is_enough() -> None:
    sentence, bound = "The port will close on Friday.", "If the strike goes on, the port will close on Friday."
    assert dropped_condition(case(sentence, "The mill stands.", bound)) == "condition"
    assert dropped_condition(case(sentence, "The mill stands.")) is None


@pytest.mark.parametrize(
    "quote", ["", "If", "if", "Unless", "If,", "if if if", "If the strike goes on,", "“If ", "If."]
)
def test_a_condition_of_nothing_is_none(quote: str) -> None:
    assert dropped_condition(case("The port will close.", quote)) is None
    assert dropped_condition(case("", quote)) is None
    assert dropped_condition(case("", "If the strike goes on, the port will close.")) is None
    assert dropped_condition(case("The port will close.")) is None


CONDITIONS = st.sampled_from(
    ["unless the strike ends", "if the strike goes on", "provided that it rains", "as long as the clerks sleep"]
)
FACTS = st.sampled_from(["the port will close for good", "the mill burns wet oats", "the crew sells the old boats"])


@settings(deadline=None)
@given(CONDITIONS, FACTS, st.booleans())
def test_a_condition_binds_before_and_behind_what_hangs_on_it(condition: str, fact: str, first: bool) -> None:
    quote = f"{condition.capitalize()}, {fact}." if first else f"{fact.capitalize()} {condition}."
    assert dropped_condition(case(f"{fact.capitalize()}.", quote)) == "condition"
    assert dropped_condition(case(quote, quote)) is None
