"""Which words of two sources give the same value, which differ, and of which nothing may be said."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.types import Span
from retrieval.expects import Kind
from retrieval.reader.values import Value, compared, value_of

THURSDAY = date(2021, 10, 7)
"""When all stories of the tables were published, if nothing else is said."""


def value(kind: Kind, marked: str, published: date | None = THURSDAY) -> Value | None:
    """The value of the words in the square brackets of `marked`."""
    before, words, after = marked.replace("]", "[").split("[")
    return value_of(kind, before + words + after, Span(len(before), len(before + words)), published)


def verdict(kind: Kind, one: str, other: str, published: date | None = THURSDAY) -> str | None:
    first, second = value(kind, one, published), value(kind, other, published)
    return compared(first, second) if first and second else None


Pair = tuple[str, str]

SAME_NUMBERS: list[Pair] = [
    # digits, words and scales
    ("The blast killed [12] people.", "The blast killed [twelve] people."),
    ("The storm destroyed [2,000] homes.", "The storm destroyed [two thousand] homes."),
    ("The fire burned [twenty-one] cars.", "The fire burned [21] cars."),
    ("The party won [two hundred and fifty] seats.", "The party won [250] seats."),
    ("[Two dozen] villagers were arrested.", "[24] villagers were arrested."),
    ("[Half a million] people fled the city.", "[500,000] people fled the city."),
    ("[A dozen] people were wounded.", "[12] people were wounded."),
    ("The dam cost [$3bn].", "The dam cost [3 billion dollars]."),
    ("The dam cost [US$ 64 million].", "The dam cost [$64m]."),
    ("The bank lost [€5 million].", "The bank lost [5 million euros]."),
    ("The bank lost [£2m].", "The bank lost [2 million pounds]."),
    # roundings
    ("About half went: [1.2 million] people fled.", "[1,213,000] people fled."),
    ("Unemployment rose to [30 percent].", "Unemployment rose to [29.7 per cent]."),
    ("Prices rose [30%] in a year.", "Prices rose by [30 percent]."),
    ("It lies [100 miles] away.", "It lies [161 km] away."),
    ("[About 300] people were killed.", "[310] people were killed."),
    ("[Some 300] people were killed.", "[Roughly 300] people were killed."),
    # bounds
    ("[At least 12] people were killed.", "[14] people were killed."),
    ("[More than 100] people were killed.", "[112] people were killed."),
    ("[More than 100] people were killed.", "[Over 100] people were killed."),
    ("[Nearly 100] people were killed.", "[97] people were killed."),
    ("[Up to 50] people were killed.", "[47] people were killed."),
    ("[Fewer than 20] people were wounded.", "[19] people were wounded."),
    ("[30 or more] people were wounded.", "[At least 30] people were wounded."),
    ("[Just over 500] soldiers died.", "[512] soldiers died."),
    ("[Between 10 and 12] people were killed.", "[11] people were killed."),
    ("[10 to 12] people were killed.", "[10-12] people were killed."),
    ("[10 to 12] people were killed.", "[12] people were killed."),
    # vague words
    ("[Dozens] of people were killed.", "[36] people were killed."),
    ("[Hundreds of] people were killed.", "[About 400] people were killed."),
    ("[Tens of thousands] of people fled.", "[40,000] people fled."),
    ("[Several hundred] people fled.", "[Hundreds] of people fled."),
    # one thing in other words
    ("The attack [killed 12].", "The attack left [12] dead."),
    ("The attack claimed [12] lives.", "The death toll rose to [12], police said."),
    ("The death toll from the quake in the west has risen to [12].", "The quake killed [12]."),
    ("Gunmen killed on Thursday [at least 12] people.", "Gunmen killed [12] people."),
    ("[12] people died in the attack.", "Officials reported [12] deaths."),
    ("[30] people were injured.", "The blast wounded [30]."),
    ("The attack was on [12 people].", "Doctors said [12] were killed."),
    ("[12 people] were killed and 30 wounded.", "[12] dead and 30 hurt."),
    ("Gunmen shot [12 soldiers] dead.", "[12] people were killed."),
    # time and ages
    ("He was jailed for [two weeks].", "He was jailed for [14 days]."),
    ("He was jailed for [12 months].", "He was jailed for [one year]."),
    ("He ruled for [two decades].", "He ruled for [20 years]."),
    ("It was the first in [nearly 600 years].", "For the first time in [600 years] he left."),
    ("The [45-year-old] teacher", "Joe Smith, [45], was there."),
    ("A girl [aged 12] was found.", "The girl was [12 years old]."),
    ("He won his [third] term.", "He won a [3rd] term."),
    # words around the number
    ("The attack killed [12 people, including 3 children].", "The attack killed [12] people."),
    ("Police said [that 12 people] died.", "Police said [12] died."),
]  # fmt: skip

DIFFERENT_NUMBERS: list[Pair] = [
    ("The blast killed [12] people.", "The blast killed [19] people."),
    ("The blast killed [12] people.", "The death toll rose to [19]."),
    ("[12] people in the city were killed.", "The blast killed [19]."),
    ("[19] people were killed in Kabul.", "Gunmen killed [12] people in Kabul."),
    ("[112] people were killed.", "[113] people were killed."),
    ("[Twelve] people were wounded.", "[Twenty] people were injured."),
    ("[At least 30] people were killed.", "[12] people were killed."),
    ("[Dozens] of people were killed.", "[Three] people were killed."),
    ("[Nearly 100] people were killed.", "[130] people were killed."),
    ("[Fewer than 20] people were killed.", "[45] people were killed."),
    ("[About 300] people were killed.", "[500] people were killed."),
    ("[10 to 12] people were killed.", "[15] people were killed."),
    ("The dam cost [$3 billion].", "The dam cost [$4 billion]."),
    ("Prices rose [30 percent].", "Prices rose [35%]."),
    ("He was jailed for [three years].", "He was jailed for [18 months]."),
    ("The flood destroyed [300] homes.", "The flood destroyed [450] homes."),
    ("The [12-year-old] boy", "A boy, [aged 15], was found."),
    ("It lies [100 miles] away.", "It lies [100 km] away."),
    ("[2 to 3 million] people fled.", "[Half a million] people fled."),
]

UNKNOWN_NUMBERS: list[Pair] = [
    # another thing is counted
    ("[12] dead and 30 wounded.", "12 dead and [30] wounded."),
    ("[12] homes were destroyed.", "[30] homes were built."),
    ("[12] homes were hit.", "[12] people were hit."),
    ("[12] people came but found the dead.", "[30] people died."),
    ("[12] soldiers were killed.", "[30] people were killed."),
    ("[12] soldiers were killed.", "[30] civilians were killed."),
    ("[12] people were in the bus.", "[30] people were killed."),
    ("The dam cost [$3 billion].", "The dam cost [€4 billion]."),
    ("The dam cost [A$3 billion].", "The dam cost [$4 billion]."),
    ("It lost [3 billion yen].", "It lost [4 billion yuan]."),
    ("[30 percent] of voters agreed.", "[50 percent] of women agreed."),
    ("It fell by [3 percentage points].", "It fell by [5 percent]."),
    ("[12] people were killed in Kabul.", "[30] people were killed in Herat."),
    ("In 2019 it sold [300] cars.", "In 2020 it sold [500] cars."),
    ("There are [two] doses.", "There are [three] doses."),
    ("People over the age of [50] died.", "A woman aged [30] died."),
    ("Certain [2023] cars are recalled.", "Certain [2019] cars are recalled."),
    ("Germany pledged [$600 million].", "Germany delivered [$300 million]."),
    ("He is paid [$12] an hour.", "He is paid [$90] a day."),
    ("[12] people were killed since January.", "[3] people were killed."),
    ("Prices rose [by 30 percent].", "Prices rose to [80 percent]."),
    # nothing that is counted can be told
    ("The answer was [12].", "The answer was [30]."),
    ("It was [12].", "The blast killed [30] people."),
    ("It hit [3m] tall homes.", "It hit [3 million] homes."),
    # a bound or a rounding that is met, but not closely
    ("[At least 12] people were killed.", "[40] people were killed."),
    ("[More than 100] people were killed.", "[100] people were killed."),
    ("[Up to 300] people were killed.", "[90] people were killed."),
    ("[At least 12] people were killed.", "[At least 30] people were killed."),
    ("[Hundreds] of people were killed.", "[More than 100] people were killed."),
    ("[2,000] people were killed.", "[2,060] people were killed."),
    ("[700] people were killed.", "[About 600] people were killed."),
    ("[10 to 100] people were killed.", "[50] people were killed."),
    # one more, a part, or no number
    ("[Another 12] people were killed.", "[30] people were killed."),
    ("[12 more] people were killed.", "[30] people were killed."),
    ("[Three of the 12] people were killed.", "[12] people were killed."),
    ("The toll rose by [12].", "The toll rose to [30]."),
    ("The toll rose [from 12 to 30].", "The toll rose to [12]."),
    ("[Two-thirds] of the people fled.", "[Two] people fled."),
    ("[One in five] people fled.", "[Five] people fled."),
    ("The [G20] met.", "The [20] people met."),
    ("A Boeing [737] killed people.", "A plane killed [12] people."),
    ("Police came at [5 p.m.] and died.", "[12] people died."),
    ("They won [3-2] games.", "They won [3] games."),
    ("Of the wounded, [this one] died.", "[Two] people died."),
    ("[Twenty twelve] people were killed.", "[32] people were killed."),
    ("[Many] people were killed.", "[12] people were killed."),
    ("Children [under 5] died.", "[30] people died."),
    ("[12 dead and 30 wounded].", "[12] dead."),
    ("The [12-year-old] boy", "The [13-year-old] boy"),
    ("He won his [third] term.", "He spent [three] terms."),
]

SAME_DATES: list[Pair] = [
    ("It begins on [October 12].", "It begins on [Oct. 12, 2021]."),
    ("It begins on [12 October 2021].", "It begins on [2021-10-12]."),
    ("The talks began on [Thursday].", "The talks began on [October 7]."),
    ("The talks began [yesterday].", "The talks began on [Wednesday]."),
    ("It was founded [in 1994].", "It was founded on [3 May 1994]."),
    ("It will be held in [October 2021].", "It will be held [on Oct. 20]."),
    ("He fled [last month].", "He fled [in September]."),
    ("It is planned for [October 12-14, 2021].", "It is planned for [October 13]."),
    ("He fled [in the 1990s].", "He fled in [1994]."),
    ("He has ruled since [2018].", "It has been so since [2018]."),
    ("He died late on [Thursday].", "He died late [Thursday]."),
]

DIFFERENT_DATES: list[Pair] = [
    ("It begins on [October 12].", "It begins on [October 14]."),
    ("It begins on [12 October 2021].", "It begins on [13 October 2021]."),
    ("The talks began on [Monday].", "The talks began on [Thursday]."),
    ("It was founded in [1994].", "It was founded in [1996]."),
    ("He fled in [August 2021].", "He fled in [September 2021]."),
    ("It was founded in [1994].", "It was founded in the [1980s]."),
    ("It will be held [on Oct. 20].", "It will be held in [November 2021]."),
]

UNKNOWN_DATES: list[Pair] = [
    # two days in a row may be one
    ("He died on [Wednesday].", "He died on [Tuesday]."),
    ("He died on [October 6].", "He died on [Tuesday]."),
    # bounds and parts
    ("It must end by [October 20].", "It will end on [October 14]."),
    ("He left after [October 3].", "He left on [October 5]."),
    ("It must end by [October 20, 2021].", "It must end by [October 25, 2021]."),
    ("He fled in early [October 2021].", "He fled on [October 30, 2021]."),
    ("He fled at the end of [2020].", "He fled in [2020]."),
    ("He was born around [1960].", "He was born in [1961]."),
    # overlapping, or no day at all
    ("It was held from [October 1-4, 2021].", "It was held on [October 3-6, 2021]."),
    ("It begins at [7 p.m.] on Thursday.", "It begins at [9 p.m.] on Thursday."),
    ("It begins at [9 p.m. on Monday].", "It begins on [Thursday]."),
    ("He left [after the war].", "He left on [Monday]."),
    ("He left on [Monday or Thursday].", "He left on [Monday]."),
    ("It lasted [three days].", "It began on [Monday]."),
]

SAME_PEOPLE: list[Pair] = [
    ("[Biden] spoke.", "[Joe Biden] spoke."),
    ("[US President Joe Biden] spoke.", "[Biden] spoke."),
    ("Then Joe [Biden] spoke.", "[Mr. Biden] spoke."),
    ("[Zamir Kabulov, Russia’s envoy to Afghanistan], spoke.", "[the Kremlin's envoy Zamir Kabulov] spoke."),
    ("[Foreign Minister Sergei Lavrov] spoke.", "[Sergei Lavrov] spoke."),
    ("[Donald J. Trump] spoke.", "[Donald Trump] spoke."),
    ("[Recep Tayyip Erdoğan] spoke.", "[Erdogan] spoke."),
    ("[Bashar al-Assad] spoke.", "[Bashar Assad] spoke."),
    ("[Hibatullah Akhundzada] spoke.", "[Hibatullah Akhunzada] spoke."),
    ("[Mullah Omar] hid.", "[Mullah Mohammad Omar] hid."),
    ("[Angela Merkel and Joe Biden] met.", "[Joe Biden, Angela Merkel] met."),
]

DIFFERENT_PEOPLE: list[Pair] = [
    ("[Joe Biden] said so.", "[Jill Biden] said so."),
    ("[Joe Biden], who won, left.", "[Angela Merkel] told reporters so."),
    ("[US President Joe Biden] spoke.", "[Russian President Vladimir Putin] spoke."),
    ("[Foreign Minister Sergei Lavrov] spoke.", "[envoy Zamir Kabulov] spoke."),
    ("The suspect is [John Stoll], 42, of Ohio.", "The suspect, [Peter Haas], was with his wife."),
    ("[Zamir Kabulov], the Kremlin's envoy, spoke.", "Then Mr. [Sergei Lavrov] spoke."),
]

UNKNOWN_PEOPLE: list[Pair] = [
    ("[Biden] said so.", "[Putin] said so."),
    ("[Akhundzada] said so.", "[Akhunzada] said so."),
    ("[Joe Biden] said so.", "[Joseph Biden] said so."),
    ("[Bill Clinton] said so.", "[William Clinton] said so."),
    ("[Mohammad Umar] said so.", "[Muhammed Omar] said so."),
    ("[Donald Trump] said so.", "[Donald Trump Jr.] said so."),
    ("[George H. Bush] said so.", "[George W. Bush] said so."),
    ("[Hillary Clinton] said so.", "[Hillary Rodham] said so."),
    ("[Pope John Paul] said so.", "[Karol Wojtyla] said so."),
    ("[Punjab University] said so.", "[The University] said so."),
    ("[Islamic State] said so.", "[Khorasan Province] said so."),
    ("[Elon Musk] said so.", "Now [Firefly Holdings] owns it."),
    ("Joe Biden and [Angela Merkel] said so.", "[Sergei Lavrov] said so."),
    ("[the militants] struck.", "[the militants] struck."),
    ("A [Taliban spokesman] spoke.", "[The Taliban] spoke."),
    ("[Joe Biden and Angela Merkel] met.", "[Joe Biden] met."),
    ("[The president] said so.", "[Joe Biden] said so."),
]

SAME_PLACES: list[Pair] = [
    ("It is in [Kabul, Afghanistan].", "It is in [Kabul]."),
    ("It is in [the city of Kabul].", "It is [in Kabul]."),
    ("It is in [the U.S.]", "It is in [the United States]."),
    ("It is in [Kyiv].", "It is in [Kiev]."),
    ("It is in [Britain].", "It is in [the UK]."),
    ("It is in [New York City].", "It is in [New York]."),
    ("It is in [São Paulo].", "It is in [Sao Paulo]."),
    ("It is in [the UAE].", "It is in [the United Arab Emirates]."),
]

DIFFERENT_PLACES: list[Pair] = [
    ("It is in [France].", "It is in [Germany]."),
    ("It is in [Iran].", "It is in [Iraq]."),
    ("It is in [Texas].", "It is in [Ohio]."),
]

UNKNOWN_PLACES: list[Pair] = [
    ("It is in [Kandahar].", "It is in [southern Afghanistan]."),
    ("It is in [Kabul].", "It is in [Afghanistan]."),
    ("It is in [Kabul].", "It is in [Herat]."),
    ("It is in [South Sudan].", "It is in [Sudan]."),
    ("It is near [Kabul].", "It is in [Kabul]."),
    ("It is in [England].", "It is in [Britain]."),
    ("It is in [Scotland].", "It is in [the United Kingdom]."),
    ("It is at [Kabul] University.", "It is in [Kabul]."),
    ("It is in [Paris, Texas].", "It is in [Paris, France]."),
    ("It is in [Texas].", "It is in [Germany]."),
    ("It was held in [France], Spain and Italy.", "It was held in [Germany]."),
    ("It is in [a village].", "It is in [a village]."),
]

SAME_NAMES: list[Pair] = [
    ("[The U.N.] agreed.", "[The United Nations] agreed."),
    ("[The WHO] agreed.", "[the World Health Organization] agreed."),
    ("[The EU] agreed.", "[The European Union] agreed."),
    ("[Apple] agreed.", "[Apple Inc.] agreed."),
    ("[al-Qaeda] agreed.", "[Al Qaeda] agreed."),
    ("[the state-run RIA Novosti news agency] reported.", "[RIA Novosti] reported."),
    ("[McDonald's] agreed.", "[McDonald’s] agreed."),
]

UNKNOWN_NAMES: list[Pair] = [
    ("[RIA Novosti] reported.", "[Interfax] reported."),
    ("[The U.N.] agreed.", "[The European Union] agreed."),
    ("[The Pakistani Taliban] agreed.", "[The Taliban] agreed."),
    ("[The New York Times] agreed.", "[The Times] agreed."),
    ("[Google] agreed.", "[Google Cloud] agreed."),
    ("[RIA Novosti and Interfax] reported.", "[Interfax] reported."),
]

TABLES: list[tuple[Kind, str | None, list[Pair]]] = [
    ("number", "same", SAME_NUMBERS),
    ("number", "differ", DIFFERENT_NUMBERS),
    ("number", None, UNKNOWN_NUMBERS),
    ("date", "same", SAME_DATES),
    ("date", "differ", DIFFERENT_DATES),
    ("date", None, UNKNOWN_DATES),
    ("person", "same", SAME_PEOPLE),
    ("person", "differ", DIFFERENT_PEOPLE),
    ("person", None, UNKNOWN_PEOPLE),
    ("place", "same", SAME_PLACES),
    ("place", "differ", DIFFERENT_PLACES),
    ("place", None, UNKNOWN_PLACES),
    ("name", "same", SAME_NAMES),
    ("name", None, UNKNOWN_NAMES),
]
CASES = [(kind, expected, one, other) for kind, expected, pairs in TABLES for one, other in pairs]


@pytest.mark.parametrize(("kind", "expected", "one", "other"), CASES)
def test_two_answers_are_compared_as_a_person_would(kind: Kind, expected: str | None, one: str, other: str) -> None:
    assert verdict(kind, one, other) == expected
    assert verdict(kind, other, one) == expected


def test_the_tables_are_as_long_as_they_have_to_be() -> None:
    verdicts = [expected for _, expected, _, _ in CASES]
    assert len(set(CASES)) == len(CASES) >= 90
    assert verdicts.count("same") >= 30
    assert verdicts.count(None) >= 30


@pytest.mark.parametrize(("kind", "one", "other", "expected"), [
    ("date", "It begins on [12 October 2021].", "It began on [Oct. 12, 2021].", "same"),
    ("date", "It begins on [12 October 2021].", "It began on [Oct. 14, 2021].", "differ"),
    ("date", "It begins on [October 12].", "It began on [October 12].", None),
    ("date", "It begins on [Thursday].", "It began on [Monday].", None),
    ("number", "The [45-year-old] man", "The man, [aged 60], left.", None),  # fifteen years may lie between the stories
])  # fmt: skip
def test_without_a_day_of_publication_only_what_is_spelled_out_counts(
    kind: Kind, one: str, other: str, expected: str | None
) -> None:
    assert verdict(kind, one, other, published=None) == expected


def test_ages_in_stories_years_apart_do_not_differ() -> None:
    first = value("number", "The [45-year-old] man", date(2015, 5, 1))
    second = value("number", "The [48-year-old] man", date(2018, 6, 1))
    assert first
    assert second
    assert compared(first, second) is None


def test_words_of_time_are_compared_by_the_days_of_their_own_stories() -> None:
    first, second = value("date", "It began [yesterday]."), value("date", "It began [today].", date(2021, 10, 6))
    assert first
    assert second
    assert compared(first, second) == "same"


@pytest.mark.parametrize(("kind", "marked", "shown"), [
    ("number", "Officials said at least [12] people were killed.", "at least 12"),
    ("number", "The blast [killed 12].", "12"),
    ("number", "Some [1.2\nmillion people] fled.", "Some 1.2 million"),
    ("number", "Prices rose by [30 percent] in May.", "30 percent"),
    ("number", "It has [60] % of the vote.", "60 %"),
    ("number", "He was jailed for [12] years.", "12 years"),
    ("number", "The [45]-year-old man left.", "45-year-old"),
    ("number", "It cost about [3 billion] dollars.", "about 3 billion dollars"),
    ("date", "It is to begin [on October 12, 2021, in] Moscow.", "October 12, 2021"),
    ("date", "He left [on Thursday].", "Thursday"),
    ("person", "Then US President [Biden] said so.", "Biden"),
    ("person", "[the Kremlin's envoy, Zamir Kabulov,] said so.", "Zamir Kabulov"),
    ("person", "[Joe Biden and Angela Merkel] met.", "Joe Biden and Angela Merkel"),
    ("place", "It was held [in Kabul, Afghanistan].", "Kabul"),
    ("name", "It was [the U.N.] that agreed.", "U.N."),
    ("name", "It was [NATO]’s plan.", "NATO"),
])  # fmt: skip
def test_a_value_is_shown_in_the_words_of_its_source(kind: Kind, marked: str, shown: str) -> None:
    found = value(kind, marked)
    assert found
    assert found.shown == shown


@pytest.mark.parametrize("kind", ["reason", "manner", "yes_no", "quotation", "list", "any"])
def test_questions_of_other_kinds_have_no_values(kind: Kind) -> None:
    assert value(kind, "[12 people were killed in Kabul on 12 October 2021]") is None


@pytest.mark.parametrize("kind", ["number", "date", "person", "place", "name"])
def test_words_that_hold_nothing_have_no_value(kind: Kind) -> None:
    assert value(kind, "It was [said to be the case] by all.") is None
    assert value(kind, "[]It was so.") is None


def test_values_of_two_kinds_are_not_compared() -> None:
    first, second = value("number", "It killed [12] people."), value("name", "It was [NATO].")
    assert first
    assert second
    assert compared(first, second) is None


KINDS: list[Kind] = ["number", "date", "person", "place", "name"]
WORDS = st.lists(
    st.sampled_from(
        """12 12, twelve dozen dozens of 1.2 million $3bn % percent at least more than nearly up to 10-12 between and
        people killed dead wounded soldiers years old -year-old aged 45, by rose a an half third October 12 2021
        Thursday in early by since Joe Biden Jill President Mr. U.N. United Nations Kabul, Afghanistan the near
        's ’s ( ) “ ” . -
        İ ß ½ ² ٣ 1,2,3 1e9 0 00 $ US$ $0 million. --""".split()
    ),
    max_size=14,
).map(" ".join)
TEXTS = st.one_of(WORDS, st.text(max_size=80))
DAYS = st.one_of(st.none(), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
ENDS = st.integers(-3, 90)


@given(st.sampled_from(KINDS), TEXTS, ENDS, ENDS, DAYS)
def test_any_span_of_any_text_has_a_value_that_does_not_differ_from_itself(
    kind: Kind, text: str, start: int, end: int, published: date | None
) -> None:
    found = value_of(kind, text, Span(start, end), published)
    if found:
        assert compared(found, found) != "differ"
        assert found.shown
        assert "\n" not in found.shown
        assert len(found.shown) < 400


@given(st.sampled_from(KINDS), TEXTS, TEXTS, DAYS, DAYS)
def test_it_does_not_matter_which_source_comes_first(
    kind: Kind, one: str, other: str, day: date | None, another_day: date | None
) -> None:
    first = value_of(kind, one, Span(0, len(one)), day)
    second = value_of(kind, other, Span(0, len(other)), another_day)
    if first and second:
        assert compared(first, second) == compared(second, first)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "part", ["12 ", "twelve and ", "Joe Biden and ", "a ", "October 12, ", "1,000,", "of the ", "(", "’s "]
)
def test_a_long_text_takes_no_longer_than_a_sentence(kind: Kind, part: str) -> None:
    text = part * (200_000 // len(part))
    began = time.process_time()
    for start in (0, 100_000, 199_000):
        value_of(kind, text, Span(start, start + 150), THURSDAY)
    assert time.process_time() - began < 0.5


def test_a_value_takes_less_than_a_millisecond() -> None:
    sentence = "Officials said at least 12 people were killed and President Joe Biden flew to Kabul on Thursday ({})."
    began = time.process_time()
    for number in range(300):  # each sentence is another one, so that nothing is remembered
        text = sentence.format(number)
        asked: list[tuple[Kind, str]] = [
            ("number", "12"),
            ("person", "Biden"),
            ("place", "Kabul"),
            ("date", "Thursday"),
        ]
        for kind, words in asked:
            value_of(kind, text, Span(text.index(words), text.index(words) + len(words)), THURSDAY)
    assert time.process_time() - began < 4 * 300 * 0.001
