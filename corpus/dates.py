"""
When an article was published, and how that is known.

A day comes from the article's own statement, else from its own address, else from a first line that says so.
It never comes from the file or the import, and nothing is filled in: half a date is no date.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from urllib.parse import urlsplit

from corpus.types import PublishedFrom, RawArticle

_EARLIEST_YEAR = 1600  # the first printed newspapers
_EARLIEST_URL_YEAR = 1900  # archives put scanned papers under their day; smaller numbers are article numbers
_EARLIEST_COMPACT_YEAR = 1990  # addresses are no older; eight digits are more often a number than a day
_LONGEST_STATEMENT = 80  # characters; a longer text is no date
_FIRST_LINES = 5
_LONGEST_DATE_LINE = 120  # characters

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]+\d{1,2}(?::?\d{2}){0,2}\S*(?: ?\S{1,9})?)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_COMPACT_IN_PATH = re.compile(r"(?<=/)(\d{4})()(\d{2})(\d{2})(?=/[^/])")  # a whole segment, and not the last one
_IN_PATH = (
    re.compile(r"(?<!\d)(\d{4})([/_-])(\d{1,2})\2(\d{1,2})(?!\d)"),
    re.compile(rf"(?<!\d)(\d{{4}})([/_-]){_MONTH}\2(\d{{1,2}})(?!\d)", re.IGNORECASE),
    _COMPACT_IN_PATH,
)
_LABEL = re.compile(
    r"\W{0,3}(?:(?:first|originally|last) )?(published|posted|publication date|date|updated|last modified)\b"
    r"(?: (?:on|at|online))?:?\s+",
    re.IGNORECASE,
)
_TIME = (
    r"(?:\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[ap]\.?m\b\.?)?|\d{1,2} ?[ap]\.?m\b\.?|\d{4}(?= (?:GMT|UTC)\b))"
    r"(?: ?(?-i:\(?[A-Z]{2,5}\b\)?))?"
)
_BEFORE_DAY = re.compile(
    rf"(?:[\s,;:|·•()–—-]|(?:on|at)\b|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?|{_TIME})*",
    re.IGNORECASE,
)
"""All that may stand between a label and its day; other words make the line a sentence about something else."""
_DAY_IN_LINE = re.compile(
    rf"\b(?:{_MONTH}\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})|(\d{{1,2}})(?:st|nd|rd|th)? {_MONTH}\.?,? (\d{{4}})"
    r"|(\d{4})-(\d{2})-(\d{2}))(?!\d)",
    re.IGNORECASE,
)
_WINDOW = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class Publication:
    """
    The day of publication and how it is known, both None when nothing says it.

    `unreadable` is what the article states about its day when that is no day of the calendar ("2021-02-30").
    """

    day: date | None = None
    known_from: PublishedFrom | None = None
    unreadable: str | None = None


def publication_date(raw: RawArticle) -> Publication:
    """When `raw` was published: as it states itself, else as its address says, else as its first lines say."""
    stated = raw.published.strip() if raw.published else ""
    if day := day_of(stated):
        return Publication(day, "metadata")
    unreadable = stated or None
    if day := day_in_url(raw.url or ""):
        return Publication(day, "url", unreadable)
    if day := day_in_first_lines(raw.text):
        return Publication(day, "text", unreadable)
    return Publication(unreadable=unreadable)


def day_of(statement: str) -> date | None:
    """
    The one day that `statement` names, as it is written there (no time zone moves it); None when it is not exactly one.

    "10/07/2021" is two days, "October 2021" thirty-one, "yesterday" and "2021-02-30" none.
    """
    if not statement or len(statement) > _LONGEST_STATEMENT:
        return None
    if written := (_ISO.fullmatch(statement) or _COMPACT.fullmatch(statement)):
        return _day(*written.groups())
    return _free_form(statement)


def day_in_url(url: str) -> date | None:
    """The day in the path of an address: /2021/10/07/, /2021/oct/07/, /20211007/…; None when it names two or none."""
    try:
        path = urlsplit(url).path
    except ValueError:
        return None
    found = {
        day
        for pattern in _IN_PATH
        for year, _, month, number in pattern.findall(path)
        if (day := _day(year, month, number))
        and day.year >= (_EARLIEST_COMPACT_YEAR if pattern is _COMPACT_IN_PATH else _EARLIEST_URL_YEAR)
    }
    return found.pop() if len(found) == 1 else None


def day_in_first_lines(text: str) -> date | None:
    """The day that a first line states as its own, "Published Oct. 7, 2021"; published goes before updated."""
    stated: dict[str, date] = {}
    for line in _first_lines(text):
        label = _LABEL.match(line) if len(line) <= _LONGEST_DATE_LINE else None
        before = _BEFORE_DAY.match(line, label.end()) if label else None
        written = _DAY_IN_LINE.match(line, before.end()) if before else None
        if not (label and written):
            continue
        month, number, year, number_2, month_2, year_2, year_3, month_3, number_3 = written.groups()
        day = _day(year or year_2 or year_3, month or month_2 or month_3, number or number_2 or number_3)
        if day:
            kind = "updated" if label[1].lower() in ("updated", "last modified") else "published"
            stated.setdefault(kind, day)
    return stated.get("published") or stated.get("updated")


def parse_day(text: str) -> tuple[date, date]:
    """
    The first and the last day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, both included.

    Raises:
        ValueError: with one sentence for the person who wrote it.
    """
    written = _WINDOW.fullmatch(text.strip())
    if not written:
        raise ValueError(f"“{text}” is not a date: write YYYY, YYYY-MM or YYYY-MM-DD")
    year, month, number = (int(part) if part else None for part in written.groups())
    assert year is not None
    try:
        first = date(year, month or 1, number or 1)
        last_month = month or 12
        return first, date(year, last_month, number or calendar.monthrange(year, last_month)[1])
    except ValueError as exc:
        raise ValueError(f"“{text}” is not in the calendar") from exc


def _first_lines(text: str) -> Iterator[str]:
    """The first lines with words, without reading a long text to its end."""
    filled = (line.strip() for line in text[: _FIRST_LINES * 500].splitlines() if line.strip())
    return (line for _, line in zip(range(_FIRST_LINES), filled, strict=False))


def _day(year: str, month: str, number: str) -> date | None:
    """The day of the calendar, if it is one and not later than next year: a later one is a misprint."""
    try:
        name = month[:3].lower()
        day = date(int(year), _MONTHS.index(name) + 1 if name in _MONTHS else int(month), int(number))
    except ValueError:
        return None
    return day if _EARLIEST_YEAR <= day.year <= datetime.now(UTC).year + 1 else None


def _free_form(statement: str) -> date | None:
    """
    The day of a statement in words or numbers, "Thu, 07 Oct 2021 10:00:00 GMT", "October 7, 2021", "13.10.2021".

    The library fills what is missing from a default day and takes either order of day and month: a statement is
    believed only when it gives the same day whatever is filled in, in both orders.
    """
    from dateutil import parser  # only a free form needs it

    if not re.search(r"(?<!\d)\d{4}(?!\d)", statement):  # two digits of a year are a guess at the century
        return None
    found = set()
    for default in (datetime(2001, 1, 1, tzinfo=UTC), datetime(2002, 2, 15, tzinfo=UTC)):
        for day_first in (False, True):
            try:
                read = parser.parse(statement, default=default, dayfirst=day_first, ignoretz=True)
            except (ValueError, OverflowError, TypeError, AttributeError, IndexError, ArithmeticError):
                return None
            found.add(read.date())
    day = found.pop()
    return None if found else _day(str(day.year), str(day.month), str(day.day))
