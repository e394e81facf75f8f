"""Numerals: the numbers that a text says, in digits or in words, with what makes them another number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from corpus.types import Span
from retrieval.proving.texts import Text
from retrieval.reader.amounts import PERIOD
from retrieval.reader.figures import AFTER, BEFORE, FIGURE, ORDINAL, ORDINALS, Reading, read_number
from retrieval.terms import terms

NEAR = 50
"""Characters on each side of a number that say what it is."""

_PERCENT = re.compile(r" ?(?:%|per ?cent\b|percentage points?\b)", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:the|this|that|any|no|every|each|which|last|next|only) $", re.IGNORECASE)
_OWNED = re.compile(r"(?:\b(?:the|an?|its|his|her|their|our|this|that|whose)|[’']s) $", re.IGNORECASE)
_NO_COUNT = re.compile(
    r"[ -](?:of|another|day|who|that|which|by|would|could|can|may|might|must|has|had|is|was"
    r"|third|half|quarter|fifth|tenth)\b|[.,;:]"
)
_THE = re.compile(r"\b[Tt]he $")
_NAMED_TWO = re.compile(r"two (?:sides|parties|countries|nations|leaders|governments|companies|teams|men|women)\b")
"""With "the" two that are known by their names, and no number of them."""
_BOTH = re.compile(r"\b[Bb]oth(?= (?:of )?(?:(?:the|its|his|her|their|these|those) )?\w+s\b)")
_TWICE = re.compile(r"\b[Tt]wice\b")
_MEASURED = re.compile(
    r"[ -](seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|centur(?:y|ies)|met(?:er|re)s?"
    r"|kilomet(?:er|re)s?|km|miles?|feet|foot|inch(?:es)?|grams?|kilograms?|kg|tonnes?|tons?|lit(?:er|re)s?"
    r"|degrees?|votes?|seats?|points?)\b",
    re.IGNORECASE,
)
_ONE_MEASURE = {
    "km": "kilometr",
    "kilomet": "kilometr",
    "kg": "kilogram",
    "meter": "metr",
    "foot": "feet",
    "ton": "tonn",
}
_MONEY = {"us$": "$", "u.s.$": "$", "u.s. $": "$"}
_CURRENCIES = {
    "dollars": "$",
    "dollar": "$",
    "euros": "€",
    "euro": "€",
    "pounds": "£",
    "pound": "£",
    "rubles": "₽",
    "roubles": "₽",
}
_TIMES = re.compile(r" times\b")
_RATIO = re.compile(
    r" (?:in|out of) (?:every )?(?:the )?(?=(?:\d|two|three|four|five|six|seven|eight|nine|ten)\b)(?!the )"
)
_OF_RATIO = re.compile(
    r"\b(?:one|\d+|two|three|four|five|six|seven|eight|nine) (?:in|out of) (?:every )?$", re.IGNORECASE
)
_FRACTION_BEFORE = re.compile(r"\b(?:an?|one) $", re.IGNORECASE)
_FRACTION_AFTER = re.compile(
    r" (?:of (?!(?:his|her|its|their)\b)|fewer|less|more|lower|higher|smaller|larger|below|above)\b|[.,;]|$"
)
_ADDED_BEFORE = re.compile(r"\b(?:another|additional|a further|an extra) $", re.IGNORECASE)
_ADDED_AFTER = re.compile(r" (?:more|additional|further|extra|other|others)\b(?! than)")
_RATE = re.compile(rf"(?: [\w’'-]+){{0,4}}? {PERIOD}", re.IGNORECASE)
_AN_HOUR = re.compile(r" ?(?:[mk]ph|km/h|kmh)\b", re.IGNORECASE)
_PERIODS = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "yearly": "year",
    "annual": "year",
    "annually": "year",
}


class Number(NamedTuple):
    """
    A number at a place of a text, with `bound` as in `Figure`.

    `unit` is "%", a sign of money, "ordinal", "part" (a third), "times", "ratio" (one in five) or empty. `measure` is
    the stem of the measure right behind it: nine days are not nine weeks. `each` is the period of a rate, `added` tells
    one number more ("another 12").
    """

    span: Span
    text: str
    value: Decimal
    unit: str
    vague: bool
    bound: str
    measure: str = ""
    each: str = ""
    added: bool = False


def numbers_in(text: Text, *, all_ones: bool = False) -> tuple[Number, ...]:
    """All numbers that `text` says, years and labels too, each end of a range apart; "one" only where it counts."""
    return _numbers(text.line, all_ones)


@lru_cache(maxsize=2048)
def _numbers(line: str, all_ones: bool) -> tuple[Number, ...]:
    line = re.sub(r"(?<=[a-z])-(?=[a-z])", " ", line)  # "father-of-three"
    return (*_figures(line, all_ones), *_ordinals(line, all_ones), *_pairs(line, all_ones))


def _figures(line: str, all_ones: bool) -> Iterator[Number]:
    for match in FIGURE.finditer(line):
        readings = {end: reading for end in ("low", "high") if match[end] and (reading := read_number(match[end]))}
        before, after = _before(line, match.start()), line[match.end() : match.end() + NEAR]
        bound = BEFORE.search(before) or AFTER.match(after)
        added = bool(_ADDED_BEFORE.search(before) or _ADDED_AFTER.match(after))
        rate = _RATE.match(after)
        each = _PERIODS.get((rate["adverb"] or "").lower(), (rate["time"] or "").lower()) if rate else ""
        each = "hour" if _AN_HOUR.match(after) else each
        for end, reading in readings.items():
            span = Span(*match.span(end))
            if not (all_ones or _counts(line, span)):
                continue
            number = reading.number
            if end == "low" and not reading.scale and "high" in readings and readings["high"].scale and number < 1000:
                number *= _scale(readings["high"])  # "2 or 3 million"
            behind = line[span.end : span.end + 30]
            unit = _unit(match["money"] or "", behind, after)
            if _RATIO.match(behind) or _OF_RATIO.search(_before(line, span.start)):
                unit = "ratio"
            measure = _MEASURED.match(behind)
            stem = "".join(terms(measure[1])) if measure else ""
            stem = _ONE_MEASURE.get(stem, stem)
            name = (bound and bound.lastgroup) or ""
            yield Number(span, match[end], number, unit, reading.vague, name, stem, each, added)


def _ordinals(line: str, all_ones: bool) -> Iterator[Number]:
    for match in ORDINAL.finditer(line):
        before, after = _before(line, match.start()), line[match.end() : match.end() + NEAR]
        if match.group().lower() == "first" and not all_ones and not _OWNED.search(before):
            continue  # "comes first"
        number = Decimal(match["digits"] or ORDINALS[match["word"].lower()])
        part = _FRACTION_BEFORE.search(before) and _FRACTION_AFTER.match(after)
        yield Number(Span(*match.span()), match.group(), number, "part" if part else "ordinal", False, "")


def _pairs(line: str, all_ones: bool) -> Iterator[Number]:
    """What says two without a number: "both clubs", and of a quote "twice"."""
    for match in _BOTH.finditer(line):
        yield Number(Span(*match.span()), match.group(), Decimal(2), "", False, "")
    if all_ones:
        for match in _TWICE.finditer(line):
            yield Number(Span(*match.span()), match.group(), Decimal(2), "times", False, "")


def _scale(reading: Reading) -> Decimal:
    """What the scale word of a reading multiplies by."""
    one = read_number(f"1 {reading.scale}")
    return one.number if one else Decimal(1)


def _counts(line: str, span: Span) -> bool:
    if _NAMED_TWO.match(line, span.start) and _THE.search(_before(line, span.start)):
        return False
    if line[span.start : span.end].lower() != "one":
        return True
    return not (_PRONOUN.search(_before(line, span.start)) or _NO_COUNT.match(line, span.end))


def _before(line: str, start: int) -> str:
    return line[max(0, start - NEAR) : start]


def _unit(money: str, *following: str) -> str:
    """The sign of a number, from what stands before it, or right after it or after the range that it begins."""
    sign = money.strip().lower()
    if sign:
        return _MONEY.get(sign, sign)
    for after in following:
        if _PERCENT.match(after):
            return "%"
        if _TIMES.match(after):
            return "times"
        noun = re.match(r"[ -]([a-z]+)\b", after)
        if noun and noun[1] in _CURRENCIES:
            return _CURRENCIES[noun[1]]
    return ""
