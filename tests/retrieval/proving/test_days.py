"""Days: a date of the sentence must be one that its quotes tell. All articles are of Wednesday, 14 June 2023."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.proving.days import MONTHS, WEEKDAYS, full_name, told_days, told_years, untold_day
from tests.retrieval.proving.cases import case, quoted, table


@table("""
    The ferry sank on Thursday. | The ferry sank on Thursday.
    The ferry sank on 8 June 2023. | The ferry sank on Thursday.
    The ferry sank on June 8. | The ferry sank on Thursday.
    The ferry sank in June 2023. | The ferry sank on Thursday.
    The ferry sank in 2023. | The ferry sank on Thursday.
    The ferry sank on 14 June 2023. | The ferry sank on Wednesday.
    The ruling is of 14 June 2023. | Vint criticised Wednesday’s ruling.
    The ruling is of 7 June 2023. | Vint criticised Wednesday’s ruling. | 7 June 2023
    The ferry sank on Thursday, 8 June 2023. | The ferry sank on Thursday.
    The ferry sank on Friday. | The ferry sank on Thursday. | Friday
    The ferry sank on 9 June 2023. | The ferry sank on Thursday. | 9 June 2023
    The ferry sank on 15 June 2023. | The ferry sank on Thursday. | 15 June 2023
    The ferry sank in May 2023. | The ferry sank on Thursday. | May 2023
    The ferry sank in 2022. | The ferry sank on Thursday. | 2022
    The ferry sank on Thursday. | The ferry sank. | Thursday
""")
def test_a_weekday_tells_its_day_its_month_and_its_year(sentence: str, quote: str, words: str | None) -> None:
    assert untold_day(case(sentence, quote)) == words


@table("""
    The ferry will sail on 15 June 2023. | The ferry will sail on Thursday.
    The ferry will sail on 20 June 2023. | The ferry will sail next Tuesday.
    The ferry is due on 19 June 2023. | The ferry is due on Monday.
    The talks end on 16 June 2023. | Vint said the talks would end on Friday.
    The talks end on 23 June 2023. | Vint said the talks would end on Friday. | 23 June 2023
    The ferry will sail on 22 June 2023. | The ferry will sail on Thursday. | 22 June 2023
    The ferry will sail on 16 June 2023. | The ferry will sail on Thursday. | 16 June 2023
    The ferry sailed on 15 June 2023. | The ferry sailed on Thursday. | 15 June 2023
""")
def test_a_weekday_of_what_is_to_come_is_the_coming_one(sentence: str, quote: str, words: str | None) -> None:
    assert untold_day(case(sentence, quote)) == words


@table("""
    The ferry sank in June 2023. | The ferry sank in June.
    The ferry sank in 2023. | The ferry sank in June.
    The ferry sank in 2023. | The ferry sank this year.
    The ferry sank in May 2023. | The ferry sank last month.
    The ferry sank in the 2010s. | The ferry sank in 2014.
    The ferry sank on Thursday. | The ferry sank in June. | Thursday
    The ferry sank on 8 June 2023. | The ferry sank in June. | 8 June 2023
    The ferry sank on 3 May 2023. | The ferry sank last month. | 3 May 2023
    The ferry sank in June 2023. | The ferry sank this year. | June 2023
    The ferry sank on 7 June 2023. | The ferry sank last week. | 7 June 2023
    The ferry sank in 2014. | The ferry sank in the 2010s. | 2014
""")
def test_what_is_told_less_exactly_is_not_told(sentence: str, quote: str, words: str | None) -> None:
    assert untold_day(case(sentence, quote)) == words


@table("""
    The ferry sank yesterday. | The ferry sank yesterday.
    The ferry sank last week. | The ferry sank last week.
    The ferry sank last year. | The ferry sank last year.
    It sank two days ago. | The ferry sank two days ago.
    The ferry sank yesterday. | The ferry sank on Tuesday. | yesterday
    The ferry sank yesterday. | The ferry sank on 13 June 2023. | yesterday
    The ferry sank last year. | The ferry sank in 2022. | last year
    The ferry sank last week. | The ferry sank last month. | last week
    It sank two days ago. | The ferry sank on Monday. | two days ago
    It sank two days ago. | The ferry sank three days ago. | two days ago
    The ferry sails tomorrow. | The ferry sails on Thursday. | tomorrow
    The ferry sank today. | The ferry sank. | today
""")
def test_yesterday_means_something_only_in_the_sources_own_words(sentence: str, quote: str, words: str | None) -> None:
    assert untold_day(case(sentence, quote)) == words


@table("""
    The ferry sank on 13 June 2023. | The ferry sank yesterday.
    The ferry sank on 12 June 2023. | The ferry sank two days ago.
    The ferry sank in June 2023. | The ferry sank last week.
    The ferry sank in 2022. | The ferry sank last year.
    The ferry sank on 14 June 2023. | The ferry sank yesterday. | 14 June 2023
    The ferry sank on 11 June 2023. | The ferry sank two days ago. | 11 June 2023
    The ferry sank in May 2023. | The ferry sank last week. | May 2023
    The ferry sank in 2023. | The ferry sank last year. | 2023
""")
def test_yesterday_in_a_quote_tells_the_day_that_it_was(sentence: str, quote: str, words: str | None) -> None:
    assert untold_day(case(sentence, quote)) == words


@table("""
    The ferry sank on June 8, 2023. | The ferry sank on 8 June 2023.
    The ferry sank on 8 Jun. 2023. | The ferry sank on 8 June 2023.
    The ferry sank on 2023-06-08. | The ferry sank on 8 June 2023.
    The ferry sank on Sept. 8. | The ferry sank on 8 September.
    The ferry ran from 2010 until 2014. | The ferry ran from 2010 to 2014.
    The ferry sank on June 9, 2023. | The ferry sank on 8 June 2023. | June 9, 2023
    The ferry sank on 2022-06-08. | The ferry sank on 8 June 2023. | 2022-06-08
    The ferry sank on Sept. 8. | The ferry sank on Oct. 8. | Sept. 8
""")
def test_a_day_is_the_same_however_it_is_written(sentence: str, quote: str, words: str | None) -> None:
    assert untold_day(case(sentence, quote)) == words


@table("""
    The Thursday sailing was full. | The Thursday sailing was full.
    The sailing in March was full. | The March sailing was full.
    The sailing may be full. | The sailing is full.
    May the sailing be full, Vint said. | Vint wants a full sailing.
    The Thursday sailing was full. | The sailing was full. | Thursday
    The Thursday sailing was full. | The Friday sailing was full. | Thursday
    The March sailing was full. | The sailing was full. | March
""")
def test_a_day_that_means_none_must_stand_in_a_quote_by_its_name(sentence: str, quote: str, words: str | None) -> None:
    assert untold_day(case(sentence, quote)) == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The Harbour Post reported on 14 June 2023 that the ferry sank.", None),
        ("In June 2023 the Harbour Post reported that the ferry sank.", None),
        ("In 2023 the HARBOUR POST’s report was that the ferry sank.", None),
        ("The Harbour Post reported on 13 June 2023 that the ferry sank.", "13 June 2023"),
        ("The Dune Courier reported on 14 June 2023 that the ferry sank.", "14 June 2023"),
        ("The Post reported on 14 June 2023 that the ferry sank.", "14 June 2023"),
        ("The ferry sank on 14 June 2023.", "14 June 2023"),
    ],
)
def test_the_day_of_publication_is_told_of_the_outlet_that_reported_then(sentence: str, words: str | None) -> None:
    assert untold_day(case(sentence, "The ferry sank.")) == words


def test_an_article_without_an_outlet_does_not_tell_its_day() -> None:
    assert untold_day(case("The ferry sank on 14 June 2023.", quoted("The ferry sank.", outlet=None))) == "14 June 2023"


@table("""
    The ferry sank on Thursday. | The ferry sank on Thursday.
    The ferry sank on 8 June. | The ferry sank on 8 June.
    The ferry sank on 8 June 2023. | The ferry sank on June 8, 2023.
    The ferry sank in 2023. | The ferry sank on 8 June 2023.
    The ferry sank on 8 June 2023. | The ferry sank on Thursday. | 8 June 2023
    The ferry sank on 8 June 2023. | The ferry sank on 8 June. | 8 June 2023
    The ferry sank in 2000. | The ferry sank in June. | 2000
    The ferry sank in 1999. | The ferry sank in June. | 1999
    The ferry sank on 30 December 1999. | The ferry sank on Thursday. | 30 December 1999
    The ferry sank in 2022. | The ferry sank on 8 June 2023. | 2022
""")
def test_an_article_without_a_day_tells_only_what_it_spells_out(sentence: str, quote: str, words: str | None) -> None:
    assert untold_day(case(sentence, quoted(quote, day=None))) == words


def test_the_same_weekday_is_another_day_in_another_article() -> None:
    sentence = "The ferry sank on 1 June 2023."
    earlier = quoted("The ferry sank on Thursday.", day=date(2023, 6, 2))
    assert untold_day(case(sentence, earlier)) is None
    assert untold_day(case(sentence, "The ferry sank on Thursday.")) == "1 June 2023"
    assert untold_day(case(sentence, "The ferry sank on Thursday.", earlier)) is None


def test_each_day_may_stand_in_another_quote() -> None:
    sentence = "The ferry sank on 6 June 2023 and was raised on 8 June 2023."
    quotes = ("The ferry sank on Tuesday last week.", "It was raised on Thursday.")
    assert untold_day(case(sentence, *quotes)) is None
    assert untold_day(case(sentence, quotes[0])) == "8 June 2023"


def test_a_sentence_without_days_has_none_untold_and_nothing_tells_any() -> None:
    assert untold_day(case("", "The ferry sank on Thursday.")) is None
    assert untold_day(case("The ferry sank.")) is None
    assert untold_day(case("The ferry sank on Thursday.")) == "Thursday"


def test_the_places_of_told_days_are_those_in_the_sentence() -> None:
    one = case("On 8 June 2023 it sank, and on 9 June 2023 it was raised.", "It sank on Thursday.")
    assert [one.sentence.line[start:end] for start, end in told_days(one)] == ["8 June 2023"]
    assert told_days(case("It sank.", "It sank on Thursday.")) == []
    assert told_days(case("It sank on 8 June 2023.")) == []


@pytest.mark.parametrize(
    ("quote", "years"),
    [
        ("It will close at the end of the year.", {2023}),
        ("It closed this summer.", {2023}),
        ("It closed last winter.", {2022}),
        ("It will close next year.", {2024}),
        ("It closed in 2019 and in 2020.", {2019, 2020}),
        ("It closed on Thursday, in June.", set()),
        ("It closed.", set()),
    ],
)
def test_a_quote_tells_the_years_that_it_names_as_such(quote: str, years: set[int]) -> None:
    assert told_years(case("It closed.", quote)) == years


def test_an_article_without_a_day_does_not_tell_which_year_was_this_one() -> None:
    assert told_years(case("It closed.", quoted("It closed this summer, at the end of the year.", day=None))) == set()


def test_months_have_their_whole_names() -> None:
    assert [full_name(name) for name in ("jan", "sept", "sep", "may", "monday", "rimal", "")] == [
        "january",
        "september",
        "september",
        "may",
        "monday",
        "rimal",
        "",
    ]


@settings(deadline=None)
@given(st.dates(date(1990, 1, 1), date(2030, 12, 31)), st.integers(0, 6), st.integers(-10, 10))
def test_a_weekday_behind_tells_one_day_of_the_week_that_ends_with_the_publication(
    published: date, back: int, off: int
) -> None:
    told = published - timedelta(back)
    quote = quoted(f"The ferry sank on {WEEKDAYS[told.weekday()].title()}.", day=published)
    said = told + timedelta(off)
    sentence = f"The ferry sank on {said.day} {MONTHS[said.month - 1].title()} {said.year}."
    assert (untold_day(case(sentence, quote)) is None) is (off == 0)


@settings(deadline=None)
@given(st.dates(date(1990, 1, 1), date(2030, 12, 31)), st.dates(date(1990, 1, 1), date(2030, 12, 31)))
def test_a_day_that_is_spelled_out_tells_itself_whenever_it_was_published(day: date, published: date) -> None:
    written = f"{MONTHS[day.month - 1].title()} {day.day}, {day.year}"
    for known in (published, None):
        quote = quoted(f"The ferry sank on {written}.", day=known)
        assert (
            untold_day(case(f"The ferry sank on {day.day} {MONTHS[day.month - 1].title()} {day.year}.", quote)) is None
        )
