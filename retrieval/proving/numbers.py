"""
Numbers: each one that the sentence says must stand in its quotes, as digits or in words, of the same thing.

Twelve is 12 and 1.2 million 1,200,000; "at least 12" is not 12, a percentage is not a count, and of two numbers that
a quote tells of two things neither may change places. Nothing is added up.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.types import Span
from retrieval.proving.days import told_days, told_years
from retrieval.proving.numerals import Number, numbers_in
from retrieval.proving.texts import Case, Text
from retrieval.reader.amounts import Amount, amount_of, compared_amounts

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
_ENTAILED = {
    "": {"", "about"},
    "least": {"least"},
    "more": {"more", "least"},
    "past": {"past", "more", "least", "about"},
    "most": {"most"},
    "fewer": {"fewer", "most"},
    "nearly": {"nearly", "fewer", "most", "about"},
    "about": {"about"},
}
"""What a number of a quote tells with its bound: "more than 300" is "at least 300", and not the other way round."""
_SIZES = {
    "day": ("days", 1),
    "week": ("days", 7),
    "year": ("years", 1),
    "decad": ("years", 10),
    "centuri": ("years", 100),
    "minut": ("minutes", 1),
    "hour": ("minutes", 60),
    "metr": ("metres", 1),
    "kilometr": ("metres", 1000),
    "gram": ("grams", 1),
    "kilogram": ("grams", 1000),
    "tonn": ("grams", 1_000_000),
}
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_COUNTED = re.compile(r" (?:[a-z]+s|people|men|women|children)\b")
_NAMES_YEAR = re.compile(
    r"(?:\b(?:the|an?|its|his|her|their|this|that|in|since|of|by|for|until|from|to)|[’']s|[A-Z]\w*\.?,?) $"
)
_MINUS = re.compile(r"(?:(?:^|[\s(])[-−–]|\bminus )(\d[\d.,]*)")
_BELOW = re.compile(r"(\d[\d.,]*)(?: degrees)?(?: (?:Celsius|Fahrenheit|C|F))? below(?: zero| freezing)?\b")
_SUPERLATIVE = re.compile(
    r"(?P<rank>(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:nd|rd|th))[ -]"
    r"|(?:one of|among) the )?"
    r"\b(?P<most>[a-z]{2,}[^b\W]est|most [a-z]+)\b",
    re.IGNORECASE,
)
_NOWHERE = Span(0, 0)
_ROUND = 300
"""Characters on each side of a number that tell what it is of."""
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?\w*")


def untold_number(case: Case) -> str | None:
    """The first number of the sentence that its quotes do not tell, as it is written; None when they tell all."""
    dates, years = told_days(case), told_years(case)
    told = {
        one._replace(span=_NOWHERE, text="") for source in case.sources for one in numbers_in(source, all_ones=True)
    }
    seen: list[Span] = []
    for said in numbers_in(case.sentence):
        seen.append(said.span)
        if any(date.start <= said.span.start and said.span.end <= date.end for date in dates):
            continue
        if _is_year(case.sentence.line, said) and int(said.value) in years:
            continue
        alike = [one for one in told if _same(said, one) or _same_measured(said, one) or _same_otherwise(said, one)]
        if not alike:
            return said.text
        if said.measure and not any(one.measure in ("", said.measure) or _same_measured(said, one) for one in alike):
            return f"{said.text} {said.measure}"
        if said.added and not any(one.added for one in alike):
            return f"{said.text} more"
        if not any(_of_one_period(said, one, case) for one in alike):
            return said.text
        if _of_another_thing(case, said):
            return said.text
    return _odd_token(case, [*dates, *seen]) or _untold_minus(case) or _untold_part(case, seen) or _lifted(case)


def _same(said: Number, told: Number) -> bool:
    if (said.value, said.vague, said.unit) != (told.value, told.vague, told.unit):
        return False
    return said.bound == told.bound or said.bound in _ENTAILED.get(told.bound, ())


def _same_otherwise(said: Number, told: Number) -> bool:
    """Whether a percentage is a part by another name, "10%" a tenth, or something came about so many times."""
    if not (said.bound == told.bound or said.bound in _ENTAILED.get(told.bound, ())):
        return False
    if "%" in (said.unit, told.unit) and {said.unit, told.unit} & {"part", "ordinal"}:
        return said.value * told.value == 100
    return (said.unit, told.unit) == ("", "times") and said.value == told.value


def _same_measured(said: Number, told: Number) -> bool:
    """Whether both measure as much in two units of one kind: "six centuries" and "600 years"."""
    ours, theirs = _SIZES.get(said.measure), _SIZES.get(told.measure)
    if ours is None or theirs is None or ours[0] != theirs[0] or (said.unit, said.vague) != (told.unit, told.vague):
        return False
    return said.value * ours[1] == told.value * theirs[1] and said.bound in {told.bound, *_ENTAILED.get(told.bound, ())}


def _is_year(line: str, said: Number) -> bool:
    """Whether a number is a year by its look: "2022 boats" are boats, and "the 2022 elections" of a year."""
    if not _YEAR.fullmatch(said.text):
        return False
    return not _COUNTED.match(line, said.span.end) or _NAMES_YEAR.search(line[: said.span.start]) is not None


def _of_one_period(said: Number, told: Number, case: Case) -> bool:
    """Whether both are rates of one period, or none: it may stand anywhere in the other text."""
    if said.each == told.each:
        return True
    other = case.known if said.each else frozenset(case.sentence.folded)
    period = said.each or told.each
    if said.each and told.each:
        return False
    return not other.isdisjoint((period, f"{period}s", f"{period}ly", "daily" if period == "day" else period, "annual"))


def _of_another_thing(case: Case, said: Number) -> bool:
    """Whether the quotes tell this number of one thing, and another one of what the sentence says it of."""
    amount = _amount(case.sentence.line, said.span)
    if amount is None:
        return False
    verdicts = {compared_amounts(amount, other) for source in case.sources for other in _amounts(source.line)}
    return "differ" in verdicts and "same" not in verdicts


@lru_cache(maxsize=512)
def _amounts(line: str) -> frozenset[Amount]:
    return frozenset(amount for one in numbers_in(Text(line)) if (amount := _amount(line, one.span)))


def _amount(line: str, span: Span) -> Amount | None:
    start = max(0, span.start - _ROUND)
    return amount_of(line[start : span.end + _ROUND], Span(span.start - start, span.end - start), None)


def _odd_token(case: Case, taken: list[Span]) -> str | None:
    """A word with digits that is no number, an hour, a score, a "G20", or is written like none, which no quote says."""
    for word in case.sentence.words:
        free = not any(span.start < word.end and word.start < span.end for span in taken)
        if free and any(map(str.isdigit, word.text)):
            if not set(word.folded) <= case.known:
                return word.text
            written = any(word.text == one.text for source in case.sources for one in source.words)
            if "," in word.text and not _GROUPED.fullmatch(word.text) and not written:
                return word.text
    return None


def _untold_minus(case: Case) -> str | None:
    """A number below nothing that no quote says to be."""
    told = {one for source in case.sources for kind in (_MINUS, _BELOW) for one in kind.findall(source.line)}
    return next((said for said in _MINUS.findall(case.sentence.line) if said not in told), None)


def _untold_part(case: Case, numbers: list[Span]) -> str | None:
    """A "half" or an "all" that no quote says, where it is no part of a number."""
    told = {
        number.value
        for source in case.sources
        for number in numbers_in(source, all_ones=True)
        if number.unit == "times"
    }
    for word in case.sentence.words:
        if any(span.start <= word.start < span.end for span in numbers) or (word.text.lower() == "twice" and 2 in told):
            continue
        for alike in _PARTS:
            if set(word.folded) & alike and not case.known & alike:
                return word.text
    return None


def _lifted(case: Case) -> str | None:
    """A "largest" of which the quotes say only "second-largest" or "one of the largest"."""
    told = [match for source in case.sources for match in _SUPERLATIVE.finditer(source.line)]
    for said in _SUPERLATIVE.finditer(case.sentence.line):
        ranks = {match["rank"] is not None for match in told if match["most"].lower() == said["most"].lower()}
        if not said["rank"] and ranks == {True}:
            return said.group()
    return None
