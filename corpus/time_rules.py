"""
What each kind of words of time means in a story of a given day, or None where it may mean two days: a rule a function.

dateutil does the calendar. Each function takes what a row of `dated_words.py` matched, and where.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateutil.relativedelta import FR, MO, SA, SU, TH, TU, WE, relativedelta

from corpus.tense import Direction, Place, is_report

Days = tuple[date, date]
"""The first and the last, both included."""


MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
WEEKDAYS = dict(zip("mon tue wed thu fri sat sun".split(), (MO, TU, WE, TH, FR, SA, SU), strict=True))
NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split()


def _day(month: str, number: str, year: int) -> date | None:
    try:
        return date(year, _month(month), int(re.sub(r"\D", "", number)))
    except ValueError:
        return None


def _month(name: str) -> int:
    return MONTHS.index(name[:3].lower()) + 1


def _whole_month(year: int, month: int) -> Days:
    first = date(year, month, 1)
    return first, first + relativedelta(day=31)


def _whole_year(year: int) -> Days:
    return date(year, 1, 1), date(year, 12, 31)


def _week(day: date) -> Days:
    """The week of `day`, from Monday on."""
    monday = day + relativedelta(weekday=MO(-1))
    return monday, monday + timedelta(6)


def _one(day: date | None) -> Days | None:
    return (day, day) if day else None


def _span(first: date | None, last: date | None) -> Days | None:
    return (first, last) if first and last and first < last else None


def iso(match: re.Match[str], place: Place) -> Days | None:
    return _one(_day(MONTHS[int(match["m"]) - 1] if 1 <= int(match["m"]) <= 12 else "", match["d"], int(match["y"])))


def _near(month: str, number: str, place: Place) -> date | None:
    """
    The day of a month whose year is not said: news leaves it out where it is the nearest.

    Within three months nothing else is meant. Further off the verb must agree, or the calendar year, in which a
    newspaper may leave the year out too.
    """
    days = [day for year in (-1, 0, 1) if (day := _day(month, number, place.published.year + year))]
    near = min(days, key=lambda day: abs(day - place.published), default=None)
    if near is None or abs(near - place.published) <= timedelta(92):
        return near
    toward = place.direction
    if toward is None or (toward == "past" and is_report(place.before)):
        return near if near.year == place.published.year else None
    behind = [day for day in days if day <= place.published]
    return behind[-1] if toward == "past" else days[len(behind)]


def month_day(match: re.Match[str], place: Place) -> Days | None:
    if match["y"]:
        return _one(_day(match["m"], match["d"], int(match["y"])))
    day = _near(match["m"], match["d"], place)
    if day is None or _is_a_name(day, place) or place.tells_of_another_year(day.year):
        return None
    weekday = match.groupdict().get("w")
    return _one(day) if not weekday or day.weekday() == WEEKDAYS[weekday[:3].lower()].weekday else None


def _is_a_name(day: date, place: Place) -> bool:
    """ "the Jan. 6 committee", "since Sept. 11", "January 6 [2021]": one day for ever, whenever it is written of."""
    famous = (day.month, day.day) in ((1, 6), (9, 11)) and abs(day - place.published) > timedelta(31)
    return famous or place.before.lower().endswith("the ") or place.after.startswith((" [", " attack", " terror"))


def day_span(match: re.Match[str], place: Place) -> Days | None:
    """ "Oct. 12-14", "from October 30 to November 2, 2021": the year is that of the last day."""
    if match["y"]:
        last = _day(match["m2"] or match["m"], match["d2"], int(match["y"]))
    else:
        last = _near(match["m2"] or match["m"], match["d2"], place)
    if last is None or (not match["y"] and place.tells_of_another_year(last.year)):
        return None
    later = _month(match["m"]) > last.month
    return _span(_day(match["m"], match["d"], last.year - later), last)


def month_of_year(match: re.Match[str], place: Place) -> Days | None:
    return _whole_month(int(match["y"]), _month(match["m"]))


def month_span(match: re.Match[str], place: Place) -> Days | None:
    """ "from May to July": with no year, those of this year that lie behind, or ahead where the verb says so."""
    first, last = _month(match["m"]), _month(match["m2"])
    if match["y"]:
        year = int(match["y"])
    else:
        toward, year, now = place.direction, place.published.year, place.published.month
        if first > last or toward is None or not (last < now if toward == "past" else first > now):
            return None
        if place.tells_of_another_year(year):
            return None
    return _whole_month(year - (first > last), first)[0], _whole_month(year, last)[1]


def lone_month(match: re.Match[str], place: Place) -> Days | None:
    """ "in July" is the nearest July that the verb allows; the month of publication itself may be last year's."""
    month, year, now = _month(match["m"]), place.published.year, place.published.month
    toward = place.direction
    if toward is None or month == now:
        return None
    year += (month < now) if toward == "future" else -(month > now)
    return None if place.tells_of_another_year(year) else _whole_month(year, month)


def pointed_month(match: re.Match[str], place: Place) -> Days | None:
    """ "last August" in October is this year's to some and last year's to others; from January to July it is sure."""
    month, year, now = _month(match["m"]), place.published.year, place.published.month
    match match["which"].lower():
        case "this" | "this past" | "this coming":
            return _whole_month(year, month)
        case "last":
            return _whole_month(year - 1, month) if month >= now else None
        case _:
            return _whole_month(year + 1, month) if month <= now else None


def year(match: re.Match[str], place: Place) -> Days | None:
    return _whole_year(int(match["y"]))


def year_span(match: re.Match[str], place: Place) -> Days | None:
    first, last = int(match["y"]), int(match["y2"])
    return _span(_whole_year(first)[0], _whole_year(last)[1]) if first < last else None


def decade(match: re.Match[str], place: Place) -> Days | None:
    """ "the 1990s", "the ’90s"; "the 1900s" may be a century."""
    year = int(match["y"]) if len(match["y"]) == 4 else 1900 + int(match["y"])
    return (date(year, 1, 1), date(year + 9, 12, 31)) if year % 100 >= 20 or year == 2010 else None


def weekday(match: re.Match[str], place: Place) -> Days | None:
    toward: Direction | None
    if possessive := re.match(r"[’']s\b", place.after):
        ahead = re.search(r"\b(?:ahead of|before|until|for) $", place.before)
        behind = re.search(r"\b(?:after|following|since) $", place.before)
        toward = "future" if ahead else "past" if behind else None
    else:
        toward = place.direction
    if re.match(r"(?:In|On|By|Since) (?:\w+ )?\d{4}\b", place.before) and not possessive:
        return None
    return _one(_weekday_toward(match["w"], place.published, toward)) if toward else None


def _weekday_toward(name: str, published: date, toward: Direction) -> date:
    """The nearest such day; the day of publication itself in both directions."""
    day: date = published + relativedelta(weekday=WEEKDAYS[name[:3].lower()](-1 if toward == "past" else 1))
    return day


def pointed_weekday(match: re.Match[str], place: Place) -> Days | None:
    """
    "last Thursday", "next Thursday": the nearest one, where it lies in another week than the publication.

    Where it lies in the same week, some mean that one and some the one a week off.
    """
    published, monday = place.published, _week(place.published)[0]
    behind = _weekday_toward(match["w"], published - timedelta(1), "past")
    ahead = _weekday_toward(match["w"], published + timedelta(1), "future")
    match match["which"].lower():
        case "last":
            return _one(behind) if behind < monday else None
        case "this past" | "past":
            return _one(behind)
        case "this coming" | "coming":
            return _one(ahead)
        case "next":
            return _one(ahead) if ahead > monday + timedelta(6) else None
        case _:
            day = _weekday_toward(match["w"], monday, "future")
            return _one(day) if day >= published or place.direction == "past" else None


def weekday_of_week(match: re.Match[str], place: Place) -> Days | None:
    weeks = {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    return _one(_weekday_toward(match["w"], _week(place.published)[0] + timedelta(7 * weeks), "future"))


def period(match: re.Match[str], place: Place) -> Days | None:
    """The calendar's week, month or year; "later this month" from the day of publication on, "earlier" up to it."""
    steps, unit = {"last": -1, "this": 0, "next": 1}[match["which"].lower()], match["unit"]
    day = place.published
    if unit == "week":
        days = _week(day + timedelta(7 * steps))
    elif unit == "month":
        day += relativedelta(months=steps)
        days = _whole_month(day.year, day.month)
    else:
        days = _whole_year(day.year + steps)
    match (match["part"] or "").lower():
        case "":
            return days
        case "earlier":
            return _span(days[0], place.published) if steps == 0 else None
        case _:
            return _span(place.published, days[1]) if steps == 0 else None


def weekend(match: re.Match[str], place: Place) -> Days | None:
    """ "last weekend" and "this weekend", but on a weekend itself only the latter."""
    saturday = _week(place.published)[0] + timedelta(5)
    match match["which"].lower():
        case "last" | "this past":
            saturday -= timedelta(7)
            return _span(saturday, saturday + timedelta(1)) if place.published.weekday() < 5 else None
        case _:
            return _span(saturday, saturday + timedelta(1)) if place.direction != "past" else None


def ago(match: re.Match[str], place: Place) -> Days | None:
    """As exact as it is said: two days ago is a day, two weeks ago a week, two years ago a year."""
    if re.search(r"\b(?:than|about|around|nearly|almost|some|over|roughly|least|just|only|under) $", place.before):
        return None
    word = match["n"].lower()
    number = int(word) if word.isdigit() else 1 if word in ("a", "an") else NUMBERS.index(word)
    match match["unit"]:
        case "day":
            return _one(place.published - timedelta(number))
        case "week":
            return _week(place.published - timedelta(7 * number))
        case "month":
            day = place.published - relativedelta(months=number)
            return _whole_month(day.year, day.month)
        case _:
            return _whole_year(place.published.year - number)


def by_name(match: re.Match[str], place: Place) -> Days | None:
    """ "yesterday", "today", "tomorrow" and their mornings; "today" with a verb in the present may mean nowadays."""
    word = match["words"].lower()
    if word.startswith(("yesterday", "last night")):
        return _one(place.published - timedelta(1))
    if word.startswith("tomorrow"):
        return None if re.match(r",? \w+ (?:could|might|may)\b", place.after) else _one(place.published + timedelta(1))
    if word == "today":
        soon = re.search(r"\bwill (?:\w+ ){1,3}$", place.before)
        marked = re.search(r"\b(?:earlier|later) $", place.before, re.IGNORECASE)
        return _one(place.published) if place.direction == "past" or soon or marked else None
    return _one(place.published)


def beside(match: re.Match[str], place: Place) -> Days | None:
    """ "the previous day", "two days later": counted from the day that the text named before."""
    if place.last_day is None:
        return None
    words = match["words"].lower()
    days = match["n"].lower() if match["n"] else "one"
    number = int(days) if days.isdigit() else 1 if days in ("a", "an") else NUMBERS.index(days)
    back = re.search(r"previous|before|earlier", words)
    return _one(place.last_day + timedelta(0 if "same" in words else -number if back else number))


def silent(match: re.Match[str], place: Place) -> None:
    """Words that look like a date and are none that can be told."""
