"""Which day an article is from, and what is not enough to say so."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.dates import day_in_first_lines, day_in_url, day_of, parse_day, publication_date
from corpus.types import RawArticle

OCT_7 = date(2021, 10, 7)


@pytest.mark.parametrize(
    "statement",
    [
        "2021-10-07",
        "2021-10-07T23:30:00-05:00",
        "2021-10-07T23:30:00.123Z",
        "2021-10-07 23:30",
        "20211007",
        "October 7, 2021",
        "Oct. 7, 2021",
        "7 October 2021",
        "Thu, 07 Oct 2021 23:30:00 GMT",
        "Thursday, October 7, 2021 at 11:30 PM EDT",
        "07-Oct-2021",
        "2021/10/07",
    ],
)
def test_the_day_is_read_as_it_is_written(statement: str) -> None:
    assert day_of(statement) == OCT_7


@pytest.mark.parametrize(
    "statement",
    [
        "",
        "yesterday",
        "2021-02-30",
        "2021-13-01",
        "2021",
        "October 2021",
        "Oct. 7",
        "Thursday",
        "Thursday October 2021",
        "10:30",
        "10/07/2021",
        "10/7/21",
        "20211301",
        "0000-00-00",
        "9999-12-31",
        "x" * 5000,
        "2021-10-07 and so on",
    ],
)
def test_what_is_not_exactly_one_day_is_none(statement: str) -> None:
    assert day_of(statement) is None


def test_a_numeric_date_with_one_meaning_is_read() -> None:
    assert day_of("13.10.2021") == day_of("10/13/2021") == date(2021, 10, 13)


@given(st.text(max_size=60))
@settings(deadline=None)
def test_no_statement_raises(statement: str) -> None:
    day = day_of(statement)
    assert day is None or day.year <= datetime.now(UTC).year + 1


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://news.example/2021/10/07/harbour", OCT_7),
        ("https://news.example/2021/oct/07/harbour", OCT_7),
        ("https://news.example/20211007/harbour-1753484753.html", OCT_7),
        ("https://news.example/harbour-2021-10-07", OCT_7),
        ("https://news.example/2021/10/7", OCT_7),
        ("https://news.example/2021/10/07/as-of-2021-10-07", OCT_7),
        ("https://news.example/2021/10/07/as-of-2020-01-01", None),
        ("https://news.example/2021/02/30/harbour", None),
        ("https://news.example/2021/10/", None),
        ("https://news.example/1753484753", None),
        ("https://news.example/world/harbour-20011007", None),
        ("https://news.example/20011007-harbour/comments", None),
        ("https://social.example/status/20011007", None),
        ("https://social.example/status/20011007/", None),
        ("https://news.example/19891007/harbour", None),
        ("https://news.example/1989/10/07/harbour", date(1989, 10, 7)),
        ("https://news.example/18211007/", None),
        ("https://news.example/harbour?date=2021-10-07", None),
        ("http://[broken", None),
        ("", None),
    ],
)
def test_a_day_in_the_path_of_an_address(url: str, day: date | None) -> None:
    assert day_in_url(url) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Published Oct. 7, 2021\n\nThe bridge is open.", OCT_7),
        ("The bridge\n\nUpdated: 7 October 2021 10:00\n\nText.", OCT_7),
        ("Updated October 9, 2021\nPublished 6:00 a.m. ET Oct. 7, 2021\nText.", OCT_7),
        ("Published: 2021-10-07\n", OCT_7),
        ("Published on Thursday, Oct. 7, 2021 by Ann Smith", OCT_7),
        ("Posted at 10:30 a.m. (EDT) on Thu., Oct. 7, 2021", OCT_7),
        ("Updated 0430 GMT | 7 October 2021", OCT_7),
        ("Last modified: 6 p.m. · 7th October 2021", OCT_7),
        ("Published letters of the May 8, 1945 armistice are shown in the harbour.", None),
        ("Updated rules announced on March 3, 2020 remain in force.", None),
        ("Date set for the trial: Oct. 7, 2021", None),
        ("UPDATED RULES ON MARCH 3, 2020", None),
        ("The treaty was published on Oct. 7, 2021, and forgotten.", None),
        ("Published Oct. 7\n", None),
        ("Published Feb. 30, 2021\n", None),
        ("On Oct. 7, 2021 the bridge was opened.", None),
        ("One.\nTwo.\nThree.\nFour.\nFive.\nSix.\nPublished Oct. 7, 2021", None),
        ("", None),
    ],
)
def test_only_a_line_that_says_so_gives_the_day(text: str, day: date | None) -> None:
    assert day_in_first_lines(text) == day


def raw(published: str | None = None, url: str | None = None, text: str = "Words.") -> RawArticle:
    return RawArticle("a", text, Path("a.txt"), published=published, url=url)


@pytest.mark.parametrize(
    ("article", "known_from"),
    [
        (raw("2021-10-07", "https://a.example/2020/01/01/", "Published May 1, 2019"), "metadata"),
        (raw(None, "https://a.example/2021/10/07/", "Published May 1, 2019"), "url"),
        (raw(None, "https://a.example/", "Published Oct. 7, 2021"), "text"),
    ],
)
def test_metadata_goes_before_the_address_before_the_text(article: RawArticle, known_from: str) -> None:
    published = publication_date(article)
    assert (published.day, published.known_from, published.unreadable) == (OCT_7, known_from, None)


def test_nothing_stated_means_no_day() -> None:
    published = publication_date(raw())
    assert (published.day, published.known_from, published.unreadable) == (None, None, None)


def test_a_stated_day_that_is_none_is_handed_on_for_the_report() -> None:
    assert publication_date(raw("2021-02-30")).unreadable == "2021-02-30"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        (" 2021-10-07 ", OCT_7, OCT_7),
    ],
)
def test_a_window_end_covers_all_that_it_names(text: str, first: date, last: date) -> None:
    assert parse_day(text) == (first, last)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("yesterday", "“yesterday” is not a date: write YYYY, YYYY-MM or YYYY-MM-DD"),
        ("2021-2-3", "“2021-2-3” is not a date: write YYYY, YYYY-MM or YYYY-MM-DD"),
        ("2021-02-30", "“2021-02-30” is not in the calendar"),
        ("2021-13", "“2021-13” is not in the calendar"),
        ("0000", "“0000” is not in the calendar"),
    ],
)
def test_an_unusable_window_end_is_answered_with_one_sentence(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=r"^“") as caught:
        parse_day(text)
    assert str(caught.value) == message
