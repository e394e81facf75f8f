"""Crossings: two things, names, numbers or days of a quote do not change places in the sentence."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.proving.crossings import crossed
from tests.retrieval.proving.cases import case, table


@table("""
    The union sued the company over the strike. | The company sued the union over the strike. | union
    The strike caused the storm. | The storm caused the strike. | strike
    The wharf lies north of the bridge. | The bridge lies north of the wharf. | wharf
    The Rimal firm bought the mill of the Ostby firm. | The Ostby firm bought the mill of the Rimal firm. | Rimal
    Rimal is bigger than Ostby. | Ostby is bigger than Rimal. | Rimal
    The wharf is older than the bridge. | The bridge is older than the wharf, they said. | wharf
    The union sued the company. | The company sued the union, and won. | union
""")
def test_who_does_it_and_whom_it_is_done_to_do_not_change_places(sentence: str, quote: str, words: str | None) -> None:
    assert crossed(case(sentence, quote)) == words


@table("""
    The ferry sails from Ostby to Rimal. | The ferry sails from Rimal to Ostby. | Ostby
    The ferry left Ostby for Rimal on Friday. | The ferry left Rimal for Ostby on Friday. | Ostby
    It moved from the coast to the hills. | It moved from the hills to the coast. | coast
    Sales fell from 9 to 4. | Sales fell from 4 to 9. | 9
    The ferry sails on Monday and returns on Friday. | The ferry sails on Friday and returns on Monday. | Monday
    The ferry comes from Rimal. | The ferry sails to Rimal. | Rimal
    The ferry sails to Rimal. | The ferry comes from Rimal. | Rimal
""")
def test_where_it_comes_from_is_not_where_it_goes(sentence: str, quote: str, words: str | None) -> None:
    assert crossed(case(sentence, quote)) == words


@table("""
    Ostby and Rimal met. | Rimal and Ostby met.
    The pact of Ostby and Rimal holds. | The pact of Rimal and Ostby holds.
    Vint met Derk. | Derk met Vint.
    Vint, the mayor, left. | The mayor, Vint, left.
    Rimal borders Ostby. | Ostby borders Rimal.
    The sum of 4 and 9 is odd. | The sum of 9 and 4 is odd.
""")
def test_what_holds_on_both_sides_may_be_turned_round(sentence: str, quote: str, words: str | None) -> None:
    assert crossed(case(sentence, quote)) == words


@table("""
    The ferry sails to Ostby from Rimal. | The ferry sails from Rimal to Ostby.
    On Friday the ferry left Rimal for Ostby. | The ferry left Rimal for Ostby on Friday.
    The union was sued by the company. | The company sued the union.
    The mill was bought from Rimal by Ostby. | Ostby bought the mill from Rimal.
    The union sued the company. | The company sued the union. Later the union sued the company.
    The ferry sails from Rimal. | The ferry sails from Rimal, and others to Rimal.
    The strike hurt the port. | The storm caused the strike.
    Over the strike, the company sued the union. | The company sued the union over the strike.
""")
def test_the_same_in_another_order_has_crossed_nothing(sentence: str, quote: str, words: str | None) -> None:
    assert crossed(case(sentence, quote)) == words


@pytest.mark.parametrize(
    "line", ["", "…", "a", ",", ", , ;", "the the the", "Rimal", "from", "from Rimal", "٣ و ٤", "3 3 3"]
)
def test_nothing_crosses_in_next_to_nothing(line: str) -> None:
    assert crossed(case(line)) is None
    assert crossed(case(line, "")) is None
    assert crossed(case("", line)) is None
    assert crossed(case(line, line)) is None


THINGS = st.lists(
    st.sampled_from("union company wharf bridge storm strike mill canal".split()), min_size=2, max_size=2, unique=True
)
NAMES = st.lists(st.sampled_from("Vint Derk Rimal Ostby Dell Quon".split()), min_size=2, max_size=2, unique=True)
BETWEEN = st.sampled_from(["sued", "is bigger than", "lies north of", "caused", "bought the boats of", "brought down"])


@settings(deadline=None)
@given(st.one_of(THINGS.map(lambda pair: [f"the {one}" for one in pair]), NAMES), BETWEEN)
def test_no_two_change_places_around_what_parts_them(pair: list[str], between: str) -> None:
    one, other = pair
    quote = f"In May {one} {between} {other} again."
    assert crossed(case(f"In May {other} {between} {one} again.", quote)) is not None
    assert crossed(case(f"{other} {between} {one}", quote)) is not None
    assert crossed(case(f"In May {one} {between} {other}.", quote)) is None


WORDS = st.lists(st.sampled_from("the mayor Vint sold 12 Rimal boats to from , Friday a clerk".split()), max_size=12)


@settings(deadline=None)
@given(WORDS, WORDS)
def test_nothing_crosses_in_a_copy_and_only_words_of_the_sentence_do(said: list[str], told: list[str]) -> None:
    line = " ".join(said)
    assert crossed(case(line, line)) is None
    assert (crossed(case(line, " ".join(told))) or "") in line
