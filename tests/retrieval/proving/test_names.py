"""Names: every capitalised word of the sentence must stand in its quotes, in their headline or as their outlet."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.proving.names import named_by, one_people, opens_as_common, untold_name
from retrieval.proving.texts import words_of
from tests.retrieval.proving.cases import case, quoted, table


@table("""
    Mara Vint left. | Mara Vint left.
    Vint left. | Mara Vint left.
    The mayor, Vint, left Rimal. | In Rimal, Mara Vint left.
    Vint’s boat left. | The boat of Mara Vint left.
    Vint left. | Mara Vint's boat left.
    José Arbo left. | Jose Arbo left.
    The Dell-Orsay pact held. | The Dell-Orsay pact held.
    Mara Vint left. | Vint left. | Mara
    Sara Vint left. | Mara Vint left. | Sara
    Mara Vint left. | She left. | Mara
    Vint left Rimal. | Vint left. | Rimal
    The Dell-Orsay pact held. | The Dell pact held. | Dell-Orsay
    The McVint left. | The Vint left. | McVint
    Vint left for New Rimal. | Vint left for Rimal. | New
""")
def test_each_capitalised_word_must_stand_in_a_quote(sentence: str, quote: str, words: str | None) -> None:
    assert untold_name(case(sentence, quote)) == words


@table("""
    Mr. Vint left. | Mara Vint left.
    Yesterday Ms Vint left. | Yesterday Mara Vint left.
    Minister Vint left. | The minister, Mara Vint, left.
    The Mayor left. | The mayor left.
    The envoy, Captain Vint, left. | Vint, a captain, left.
    Captain Vint left. | Mara Vint left. | Captain
    President Vint left. | Minister Vint left. | President
    The envoy, Dr Vint, left. | The envoy, Vint, left. | Dr
    Mara Vint Jr. left. | Mara Vint left. | Jr
""")
def test_a_rank_or_a_role_that_is_not_given_follows_from_nothing(sentence: str, quote: str, words: str | None) -> None:
    assert untold_name(case(sentence, quote)) == words


@table("""
    Russian ships left. | Ships from Russia left.
    Ships left Russia. | Russian ships left.
    Chinese and Israeli ships left. | Ships from China and Israel left.
    French ships left. | Ships from France left.
    Dutch ships left. | Ships from the Netherlands left.
    Ships left Poland. | Polish ships left.
    Afghans left. | People from Afghanistan left.
    Swedish ships left. | Danish ships left. | Swedish
    Ships left Austria. | Australian ships left. | Austria
    Ships left Iran. | Ships left Iraq. | Iran
    Indian ships left. | Indonesian ships left. | Indian
    Ships left Niger. | Ships left Nigeria. | Niger
    Ships left Mali. | Maltese ships left. | Mali
    Slovenian ships left. | Ships left Slovakia. | Slovenian
""")
def test_what_is_of_a_country_follows_from_the_country_and_the_other_way_round(
    sentence: str, quote: str, words: str | None
) -> None:
    assert untold_name(case(sentence, quote)) == words


@table("""
    The UN left. | The United Nations left.
    The U.N. left. | The United Nations left.
    The United Nations left. | The UN left.
    The WHO left. | The World Health Organization left.
    The Rimal Grain Board left. | The RGB left.
    The U.S. left. | The United States left.
    The United States left. | The US left.
    America left. | The United States left.
    Ships left Kyiv. | Ships left Kiev.
    The WTO left. | The World Health Organization left. | WTO
    The UN left. | The nations, united, left. | UN
    The Rimal Fish Board left. | The RGB left. | Rimal
    America left. | The United Nations left. | America
    The envoy of the UK left. | The envoy of the United States left. | UK
""")
def test_a_name_follows_from_its_initials_and_from_another_name_of_it(
    sentence: str, quote: str, words: str | None
) -> None:
    assert untold_name(case(sentence, quote)) == words


@table("""
    People left. | They left.
    Officials left. | They left.
    However, they left. | They left.
    Although it rained, they left. | They left in the rain.
    Ships left. | The ships left.
    On Thursday they left. | They left on Thursday.
    I left. | They left.
    The port closed. Nobody left. | The port closed.
    Rimal left. | The ships left. | Rimal
    Ostby Shipping left. | The shipping firm left. | Ostby
    They left. Rimal slept. | They left. | Rimal
    They met People. | They left. | People
    Sail they did. | They were sailing.
    They met Sail. | They were sailing. | Sail
""")
def test_a_capital_that_opens_a_sentence_may_be_a_common_words(sentence: str, quote: str, words: str | None) -> None:
    assert untold_name(case(sentence, quote)) == words


@table("""
    The F-16 left. | The F-16 left.
    The F-16 left. | The F-18 left.
    The G-16 left. | The F-16 left. | G-16
    The Group of 7 left. | The Group left.
    On Monday in June Vint left. | Vint left.
    Vint left in 2023. | Vint left.
""")
def test_numbers_and_days_are_proved_elsewhere(sentence: str, quote: str, words: str | None) -> None:
    assert untold_name(case(sentence, quote)) == words


def test_the_headline_and_the_outlet_name_too() -> None:
    quote = quoted("She left.", title="Mara Vint of the Rimal Grain Board quits", outlet="The Dune Courier")
    assert untold_name(case("Mara Vint left.", quote)) is None
    assert untold_name(case("The Dune Courier said that Vint left the RGB.", quote)) is None
    assert untold_name(case("The Harbour Post said that Vint left.", quote)) == "Harbour"
    assert untold_name(case("Sara Vint left.", quote)) == "Sara"


def test_each_name_may_stand_in_another_quote() -> None:
    assert untold_name(case("Vint left Rimal.", "Vint left.", "She left Rimal.")) is None
    assert untold_name(case("Vint left Rimal for Dell.", "Vint left.", "She left Rimal.")) == "Dell"


def test_a_sentence_without_names_has_none_untold_and_nothing_tells_any() -> None:
    assert untold_name(case("", "Mara Vint left.")) is None
    assert untold_name(case("they left.", "Mara Vint left.")) is None
    assert untold_name(case("They left.")) is None
    assert untold_name(case("Vint left.")) == "Vint"


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("russia", "russian", True),
        ("china", "chinese", True),
        ("poland", "polish", True),
        ("italy", "italian", True),
        ("niger", "nigeria", False),
        ("austria", "australia", False),
        ("iran", "iranian", True),
        ("iran", "iraq", False),
        ("chad", "chadian", True),
        ("ira", "iran", False),
        ("poland", "spanish", False),
        ("oman", "romanian", False),
        ("", "", False),
    ],
)
def test_two_words_of_one_people(one: str, other: str, alike: bool) -> None:
    assert one_people(one, other) is alike
    assert one_people(other, one) is alike


@pytest.mark.parametrize(
    ("word", "names"),
    [("Vint’s", ["vint"]), ("U.S.", ["us"]), ("Dell-Orsay", ["dell", "orsay"]), ("The", []), ("Mr", []), ("Oct", [])],
)
def test_the_commonest_words_and_days_name_nothing(word: str, names: list[str]) -> None:
    assert named_by(words_of(word)[0]) == names


@pytest.mark.parametrize(
    ("text", "common"),
    [
        ("Officials left.", True),
        ("Inflation rose.", True),
        ("Shipping to Rimal, they slept.", True),
        ("Asked about it, they slept.", True),
        ("Roughly 40 left.", True),
        ("Shipping stopped.", False),
        ("Beijing stopped.", False),
        ("Athens stopped.", False),
        ("Ahmed stopped.", False),
        ("Jones stopped.", False),
        ("Prince stopped.", False),
        ("Italy in June stopped.", False),
        ("Rimal slept.", False),
        ("UN talks", False),
    ],
)
def test_the_look_of_a_word_that_opens_a_sentence(text: str, common: bool) -> None:
    words = words_of(text)
    assert opens_as_common(words, words[0]) is common


def test_a_word_inside_of_a_sentence_does_not_open_it() -> None:
    words = words_of("The Officials left.")
    assert not opens_as_common(words, words[1])


NAMES = st.sampled_from("Vint Derk Rimal Ostby Dell Marwick Orla Quon".split())
LISTED = st.lists(NAMES, min_size=1, max_size=4, unique=True)


@settings(deadline=None)
@given(LISTED, LISTED)
def test_names_are_told_exactly_when_all_stand_in_the_quotes(said: list[str], told: list[str]) -> None:
    sentence = f"They met {' and '.join(said)}."
    missing = [name for name in said if name not in told]
    assert untold_name(case(sentence, *(f"They saw {name}." for name in told))) == (missing[0] if missing else None)


@settings(deadline=None)
@given(LISTED, LISTED)
def test_no_further_quote_takes_a_name_away(said: list[str], more: list[str]) -> None:
    quotes = [f"They saw {name}." for name in (*said, *more)]
    assert untold_name(case(f"They met {' and '.join(said)}.", *quotes)) is None
