"""
Numbers: each one that the sentence says must stand in its quotes, as digits or in words, of the same thing.

Twelve is 12 and 1.2 million 1,200,000; "at least 12" is not 12, a percentage is not a count, and of two numbers that
a quote tells of two things neither may change places. Nothing is added up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from corpus.types import Span
from retrieval.proving.days import told_days, told_years
from retrieval.proving.texts import Case, Source, Text
from retrieval.reader.amounts import Amount, amount_of, compared_amounts
from retrieval.reader.figures import AFTER, BEFORE, FIGURE, ORDINAL, ORDINALS, Reading, read_number
from retrieval.terms import terms

_PERCENT = re.compile(r" ?(?:%|per ?cent\b|percentage points?\b)", re.IGNORECASE)
_PARTS = tuple(
    frozenset(row.split())
    for row in (
        "half halved halving",
        "quarter",
        "double doubled doubling twice",
        "triple tripled tripling",
        "all every each whole entire both everyone everything",
        "most majority",
    )
)
"""Words that say how many without a number; those of a row say alike."""
_PRONOUN = re.compile(r"\b(?:the|this|that|any|no|every|each|which|last|next|only) $", re.IGNORECASE)
_OWNED = re.compile(r"(?:\b(?:the|an?|its|his|her|their|our|this|that|whose)|[’']s) $", re.IGNORECASE)
_NO_COUNT = re.compile(
    r"[ -](?:of|another|day|who|that|which|by|would|could|can|may|might|must|has|had|is|was"
    r"|third|half|quarter|fifth|tenth)\b|[.,;:]"
)
_BOTH = re.compile(r"\b[Bb]oth(?= (?:the |of )?\w+s\b)")
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
_UPWARD, _DOWNWARD = {"least", "more", "past"}, {"most", "fewer", "nearly"}
_MONEY = {"us$": "$", "u.s.$": "$", "u.s. $": "$"}
_CURRENCIES = {"dollars": "$", "dollar": "$", "euros": "€", "euro": "€", "pounds": "£", "rubles": "₽", "roubles": "₽"}


class Number(NamedTuple):
    """
    A number at a place of a text; `unit` is "%", a sign of money, "ordinal" or empty, `bound` as in `Figure`.

    `measure` is the stem of the measure right behind it: nine days are not nine weeks.
    """

    span: Span
    text: str
    value: Decimal
    unit: str
    vague: bool
    bound: str
    measure: str = ""


def untold_number(case: Case) -> str | None:
    """The first number of the sentence that its quotes do not tell, as it is written; None when they tell all."""
    dates = told_days(case)
    told = [number for source in case.sources for number in numbers_in(source, all_ones=True)]
    seen: list[Span] = []
    for said in numbers_in(case.sentence):
        seen.append(said.span)
        if any(date.start <= said.span.start and said.span.end <= date.end for date in dates):
            continue
        if re.fullmatch(r"(?:1[89]|20)\d\d", said.text) and int(said.value) in told_years(case):
            continue
        if not any(_same(said, one) for one in told):
            return said.text
        if said.measure and not any(_same(said, one) and one.measure in ("", said.measure) for one in told):
            return f"{said.text} {said.measure}"
        if _of_another_thing(case, said):
            return said.text
    return _odd_token(case, [*dates, *seen]) or _untold_part(case)


def numbers_in(text: Text, *, all_ones: bool = False) -> Iterator[Number]:
    """All numbers that `text` says, years and labels too, each end of a range apart; "one" only where it counts."""
    line = re.sub(r"(?<=[a-z])-(?=[a-z])", " ", text.line)  # "father-of-three"
    for match in FIGURE.finditer(line):
        readings = {end: reading for end in ("low", "high") if match[end] and (reading := read_number(match[end]))}
        before, after = line[max(0, match.start() - 40) : match.start()], line[match.end() : match.end() + 30]
        bound = BEFORE.search(before) or AFTER.match(after)
        for end, reading in readings.items():
            span = Span(*match.span(end))
            if not (all_ones or _counts(line, span)):
                continue
            number = reading.number
            if end == "low" and not reading.scale and "high" in readings and readings["high"].scale and number < 1000:
                number *= _scale(readings["high"])  # "2 or 3 million"
            unit = _unit(match["money"] or "", line[span.end : span.end + 30], after)
            measure = _MEASURED.match(line[span.end : span.end + 30])
            stem = "".join(terms(measure[1])) if measure else ""
            stem = _ONE_MEASURE.get(stem, stem)
            yield Number(span, match[end], number, unit, reading.vague, (bound and bound.lastgroup) or "", stem)
    for match in ORDINAL.finditer(line):
        if match.group().lower() == "first" and not all_ones and not _OWNED.search(line[: match.start()]):
            continue  # "comes first"
        number = Decimal(match["digits"] or ORDINALS[match["word"].lower()])
        yield Number(Span(*match.span()), match.group(), number, "ordinal", False, "")
    for match in _BOTH.finditer(line):
        yield Number(Span(*match.span()), match.group(), Decimal(2), "", False, "")


def _scale(reading: Reading) -> Decimal:
    """What the scale word of a reading multiplies by."""
    one = read_number(f"1 {reading.scale}")
    return one.number if one else Decimal(1)


def _counts(line: str, span: Span) -> bool:
    if line[span.start : span.end].lower() != "one":
        return True
    return not (_PRONOUN.search(line[: span.start]) or _NO_COUNT.match(line[span.end :]))


def _unit(money: str, *following: str) -> str:
    """The sign of a number, from what stands before it, or right after it or after the range that it begins."""
    sign = money.strip().lower()
    if sign:
        return _MONEY.get(sign, sign)
    for after in following:
        if _PERCENT.match(after):
            return "%"
        noun = re.match(r" ([a-z]+)\b", after)
        if noun and noun[1] in _CURRENCIES:
            return _CURRENCIES[noun[1]]
    return ""


def _same(said: Number, told: Number) -> bool:
    if (said.value, said.vague) != (told.value, told.vague):
        return False
    units = {said.unit, told.unit} - {""}
    if said.unit != told.unit and units != {"ordinal"}:
        return False
    return _direction(said) in (_direction(told), "about" if _direction(told) == "" else _direction(told))


def _direction(number: Number) -> str:
    if number.bound in _UPWARD:
        return "up"
    return "down" if number.bound in _DOWNWARD else "about" if number.bound == "about" else ""


def _of_another_thing(case: Case, said: Number) -> bool:
    """Whether the quotes tell this number of one thing, and another one of what the sentence says it of."""
    amount = amount_of(case.sentence.line, said.span, None)
    if amount is None:
        return False
    verdicts = {
        compared_amounts(amount, other)
        for source in case.sources
        for one in numbers_in(source)
        if (other := _amount(source, one))
    }
    return "differ" in verdicts and "same" not in verdicts


def _amount(source: Source, number: Number) -> Amount | None:
    return amount_of(source.line, number.span, None)


def _odd_token(case: Case, taken: list[Span]) -> str | None:
    """A word with digits that is no number, an hour, a score, a "G20", which no quote says."""
    for word in case.sentence.words:
        free = not any(span.start < word.end and word.start < span.end for span in taken)
        if free and any(map(str.isdigit, word.text)) and not set(word.folded) <= case.known:
            return word.text
    return None


def _untold_part(case: Case) -> str | None:
    """A "half" or an "all" that no quote says."""
    for word in case.sentence.words:
        for alike in _PARTS:
            if set(word.folded) & alike and not case.known & alike:
                return word.text
    return None
