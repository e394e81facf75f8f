"""Leads: the small words before days and numbers, of which "since" is not "until", nor "fell by" "fell to"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from retrieval.proving.texts import Case

_DAY = (
    r"((?:\d{1,2} )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*(?: \d+)?"
    r"|\d{4})"
)
_TO_DAY = re.compile(rf"\b(since|until|till|by|from|before|after|on|in) (?:the (?:end|start) of )?{_DAY}")
_AMOUNT = r"((?:\$|£|€)?\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|a (?:third|fifth|tenth|quarter|half))"
_TO_AMOUNT = re.compile(rf"\b(by|to|from) (?:about |nearly |some |around )?{_AMOUNT}")
_POINTS = re.compile(r"(\d[\d.,]*|\w+)[ -]percentage[ -]points?\b", re.IGNORECASE)
_PERCENT = re.compile(r"(\d[\d.,]*|\w+) ?(?:%|per ?cent\b)(?! points?\b)", re.IGNORECASE)

_NEVER = {
    "until": {"since", "from", "on", "in"},
    "till": {"since", "from", "on", "in"},
    "since": {"until", "till", "on", "by"},
    "from": {"until", "till", "on"},
    "by": {"on", "in", "since"},
    "before": {"after", "on", "since"},
    "after": {"before", "on", "until"},
}
"""What a quote's lead to a day never becomes."""


def misled(case: Case) -> str | None:
    """A day or number of the sentence with a lead that its quotes never have before it; None for none."""
    return _days(case) or _amounts(case) or _points(case)


def _days(case: Case) -> str | None:
    told = {pair for source in case.sources for pair in _led(_TO_DAY, source.line)}
    for lead, day in _led(_TO_DAY, case.sentence.line):
        leads = {other for other, one in told if one == day}
        if leads and lead not in leads and all(lead in _NEVER.get(one, ()) for one in leads):
            return f"{lead} {day}"
    return None


def _amounts(case: Case) -> str | None:
    told = {pair for source in case.sources for pair in _led(_TO_AMOUNT, source.line)}
    for lead, amount in _led(_TO_AMOUNT, case.sentence.line):
        leads = {other for other, one in told if one == amount}
        if leads and lead not in leads:
            return f"{lead} {amount}"
    return None


def _points(case: Case) -> str | None:
    """A percentage that the quotes tell only in points."""
    points = {one for source in case.sources for one in _POINTS.findall(source.line)}
    percent = {one for source in case.sources for one in _PERCENT.findall(source.line)}
    return next((one for one in _PERCENT.findall(case.sentence.line) if one in points - percent), None)


def _led(pattern: re.Pattern[str], line: str) -> Iterator[tuple[str, str]]:
    for found in pattern.finditer(line):
        yield found[1].lower(), found[2].rstrip(".,")
