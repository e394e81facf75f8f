"""Places: what stands between the same words in the sentence and in its quote must be the same thing."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.proving.exchanges import displaced
from tests.retrieval.proving.cases import case, table


@table("""
    The talks were held in Marwick on the coast. | The talks were held in Marwick on the coast.
    On the coast, talks were held in Marwick. | The talks were held in Marwick on the coast.
    The talks in Marwick began late. | Late in the day the talks in Marwick, not in Doha, began.
    The talks were held in Doha on the coast. | The talks were held in Marwick on the coast. | Doha
    Doha hosted the first talks. | Marwick hosted the first talks and Doha did not. | Doha
    The first talks were held in Doha. | The first talks were held in Marwick. | Doha
    The clerk of Rimal wrote first. | The clerk of Ostby wrote first, and Rimal waited. | Rimal
""")
def test_no_name_stands_where_the_quote_has_another(sentence: str, quote: str, words: str | None) -> None:
    assert displaced(case(sentence, quote)) == words


@table("""
    Ostby Grain bought the mill from Rimal Grain. | Ostby Grain bought the mill from Rimal Grain.
    The mayor of Rimal met the clerk of Ostby. | The mayor of Rimal met the clerk of Ostby.
    The pact between Ostby and Rimal holds. | The pact between Rimal and Ostby holds.
    On Friday the ferry left Rimal for Ostby. | The ferry left Rimal for Ostby on Friday.
    The mill was bought from Rimal Grain by Ostby Grain. | Ostby Grain bought the mill from Rimal Grain.
    Rimal Grain bought the mill from Ostby Grain. | Ostby Grain bought the mill from Rimal Grain. | Rimal
    The mayor of Ostby met the clerk of Rimal. | The mayor of Rimal met the clerk of Ostby. | Ostby
    Rimal is bigger than Ostby. | Ostby is bigger than Rimal. | Rimal
""")
def test_two_that_have_changed_places_are_told(sentence: str, quote: str, words: str | None) -> None:
    assert displaced(case(sentence, quote)) == words


@table("""
    Vint's brother sued the port. | Vint's brother sued the port.
    The brother of Vint sued the port. | Vint’s brother sued the port.
    Vint's brother sued the port. | Derk's brother sued the port and Vint. | Vint's
    Vint’s brother sued the port. | Derk’s brother sued the port that Vint runs. | Vint’s
    The brother of Vint sued the port. | The brother of Derk sued the port that Vint runs. | Vint
""")
def test_what_somebody_owns_is_no_other_ones(sentence: str, quote: str, words: str | None) -> None:
    assert displaced(case(sentence, quote)) == words


@table("""
    The storm hurt 12 sailors off Rimal. | The storm hurt twelve sailors off Rimal.
    The rate fell to 2.9 percent from 3.8 percent. | The rate fell from 3.8 percent to 2.9 percent.
    Turnout was 57 percent and support was 41 percent. | Turnout was 57 percent and support was 41 percent.
    Turnout was 41 percent and support was 57 percent. | Turnout was 57 percent and support was 41 percent. | 41
    The storm hurt 30 sailors off Rimal. | The storm hurt 12 sailors off Rimal and sank 30 boats. | 30
    Sales fell from 9 to 4 this week. | Sales fell from 4 to 9 this week. | 9
""")
def test_no_number_stands_where_the_quote_has_another(sentence: str, quote: str, words: str | None) -> None:
    assert displaced(case(sentence, quote)) == words


@table("""
    The ferry sails on Friday and returns on Monday. | The ferry sails on Friday and returns on Monday.
    The ferry sank on 8 June off Rimal. | The ferry sank on Thursday off Rimal.
    The ferry sails on Monday and returns on Friday. | The ferry sails on Friday and returns on Monday. | Monday
    The ferry sails in June and returns in May. | The ferry sails in May and returns in June. | June
    The ferry sank on Sunday off Rimal. | The ferry sank on Friday off Rimal, and a boat on Sunday. | Sunday
""")
def test_no_day_stands_where_the_quote_has_another(sentence: str, quote: str, words: str | None) -> None:
    assert displaced(case(sentence, quote)) == words


@table("""
    It moved its office from the hills to the coast. | It moved its office from the hills to the coast.
    In the storm, the crew waited. | The crew waited, in the storm.
    It moved its office from the coast to the hills. | It moved its office from the hills to the coast. | coast
    They took it from the wharf to the bridge by night. | They took it from the bridge to the wharf by night. | wharf
""")
def test_no_thing_changes_places_with_another(sentence: str, quote: str, words: str | None) -> None:
    assert displaced(case(sentence, quote)) == words


@table("""
    The old chestnut tree near the mill was felled. | The old chestnut tree near the mill was cut down.
    A walnut fell on the mill. | The old chestnut tree near the mill was cut down.
    The old walnut tree near the mill was cut down. | The old chestnut tree near the mill was cut down. | walnut
    The wheat was driven to the old port in lorries. | The barley was driven to the old port in lorries. | wheat
""")
def test_a_thing_that_no_quote_names_does_not_stand_for_another_in_a_copy(
    sentence: str, quote: str, words: str | None
) -> None:
    assert displaced(case(sentence, quote)) == words


@table("""
    The envoy of Russia met Vint in Rimal. | The Russian envoy met Vint in Rimal.
    The UN sent the ferry to Rimal. | The United Nations sent the ferry to Rimal.
    Rimal and its port voted late today. | The capital and its port voted late today.
    The ships of Moscow left late today. | The ships of the Russian capital left late today.
    The ships of Doha left late today. | The ships of the Russian navy left late today. | Doha
""")
def test_another_name_of_the_same_may_stand_in_its_place(sentence: str, quote: str, words: str | None) -> None:
    assert displaced(case(sentence, quote)) == words


def test_what_another_quote_confirms_is_in_its_place() -> None:
    sentence = "The talks were held in Doha on the coast."
    one, other = "The talks were held in Marwick on the coast.", "Later talks were held in Doha on the coast."
    assert displaced(case(sentence, one)) == "Doha"
    assert displaced(case(sentence, one, other)) is None
    assert displaced(case(sentence, other, one)) is None


def test_nothing_is_displaced_in_nothing() -> None:
    assert displaced(case("")) is None
    assert displaced(case("", "The ferry left Rimal.")) is None
    assert displaced(case("The ferry left Rimal.")) is None
    assert displaced(case("The ferry left Rimal.", "")) is None


NAMES = st.lists(
    st.sampled_from("Vint Derk Rimal Ostby Dell Marwick Quon".split()), min_size=3, max_size=3, unique=True
)


@settings(deadline=None)
@given(NAMES)
def test_a_name_in_the_place_of_another_is_told_whatever_the_names(names: list[str]) -> None:
    one, other, elsewhere = names
    quote = f"The envoys of {one} met late in {elsewhere}, and {other} was told."
    assert displaced(case(quote, quote)) is None
    assert displaced(case(f"The envoys of {other} met late in {elsewhere}.", quote)) == other
    assert displaced(case(f"The envoys of {one} met late in {other}, and slept.", quote)) == other
