"""
Whether two sources give the same answer: their words as a number, days or a name, and the two of them compared.

A wrong "differ" tells a person that sources contradict each other, so everything here says nothing when in doubt.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from corpus.dated_words import dated_words
from corpus.types import Span
from retrieval.expects import Kind
from retrieval.reader.amounts import Amount, amount_of, compared_amounts
from retrieval.reader.names import Name, compared_names, name_of

Comparison = Literal["same", "differ"]

_LONGEST = 200
"""Characters of words that may be a value; more of them are a statement."""
_ROUND = 300
"""Characters of the sentence, on each side of the words, that may say something of them."""
_ANY_DAY = date(2000, 1, 1)
"""Words that are spelled out mean the same days in a story of any day."""
_CLOCK = re.compile(r"\d ?[ap]\.?m\b|\d:\d\d|\bnoon\b|\bmidnight\b|o[’']clock|\bGMT\b", re.IGNORECASE)
_PART = re.compile(
    r"\b(early|late|mid|(?:end|beginning|start|middle|half|part|week|days?|quarter) (?:of|in))(?: in|-| the)* ?$",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"\b(before|after|by|until|till|since|from|following|around|about|between|prior to|no later than"
    r"|beyond|through)(?: late| early| mid| the)?[ -]$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Days:
    """
    The days from `first` to `last`, both included, as `shown` in the source.

    `led_by` is the word that makes them a bound ("since") or a part of them ("early"), in lower case, or empty;
    `numbered` tells days that are written with a figure from "Thursday".
    """

    shown: str
    first: date
    last: date
    led_by: str
    numbered: bool


Value = Amount | Days | Name
"""What a source answers, ready to be compared. All have `shown`, a few words of the source on one line."""


def value_of(kind: Kind, sentence: str, words: Span, published: date | None) -> Value | None:
    """
    The value that the short answer at `words` of `sentence` gives to a question of `kind`.

    The words may be a bit too wide or too narrow; what stands beside them in the sentence bounds and counts them.

    Args:
        words: half-open offsets into `sentence`.
        published: the day of the article; without it only dates that are spelled out have a value.

    Returns:
        None for a kind that has no values, and where the words hold none, or several, or one that cannot be told.
    """
    start, end = max(words.start, 0), min(words.end, len(sentence))
    if not 0 < end - start <= _LONGEST:
        return None
    offset = max(0, start - _ROUND)
    near = re.sub(r"\s", " ", sentence[offset : end + _ROUND])
    span = Span(start - offset, end - offset)
    match kind:
        case "number":
            return amount_of(near, span, published)
        case "date":
            return _days_of(near, span, published)
        case "person" | "place" | "name":
            return name_of(kind, near, span)
        case _:
            return None


def compared(one: Value, other: Value) -> Comparison | None:
    """Whether two values are one; None when it cannot be told, and nothing may be claimed of the two."""
    match one, other:
        case Amount(), Amount():
            return compared_amounts(one, other)
        case Days(), Days():
            return _compared_days(one, other)
        case Name(), Name():
            return compared_names(one, other)
        case _:
            return None


def _days_of(sentence: str, span: Span, published: date | None) -> Days | None:
    said = [
        dated
        for dated in dated_words(sentence, published or _ANY_DAY)
        if dated.start < span.end and dated.end > span.start and (published or dated.spelled_out)
    ]
    if len(said) != 1 or _CLOCK.search(sentence, span.start, span.end):
        return None
    before = sentence[max(0, said[0].start - 30) : said[0].start]
    leading = _BOUND.search(before)
    if leading is None and said[0].first < said[0].last:  # "late Thursday" is Thursday
        leading = _PART.search(before)
    numbered = any(map(str.isdigit, said[0].text))
    return Days(said[0].text, said[0].first, said[0].last, leading[1].lower() if leading else "", numbered)


def _compared_days(one: Days, other: Days) -> Comparison | None:
    """
    "same" where the days of one lie within those of the other; "differ" where they have none in common.

    Bounds and parts of days are the same as such only. Two days in a row, of which one is a "Thursday", may be one
    event, seen from two time zones or reported on the next morning.
    """
    if one.led_by != other.led_by:
        return None
    within = sorted((one, other), key=lambda days: days.last - days.first)
    if within[1].first <= within[0].first and within[0].last <= within[1].last:
        whole = not one.led_by or (one.first, one.last) == (other.first, other.last)
        return "same" if whole else None
    apart = max(one.first, other.first) - min(one.last, other.last)
    if apart <= timedelta(0) or one.led_by not in ("", "since"):
        return None
    single = within[0].first == within[0].last
    return None if single and apart == timedelta(1) and not (one.numbered and other.numbered) else "differ"
