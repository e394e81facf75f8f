"""Where a text states a number, in digits or words, and how wide it is: "about 300", "dozens", "10 to 12"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from corpus.types import Span
from retrieval.offering import MONTH


def _numbered(names: str, start: int = 0, step: int = 1) -> dict[str, int]:
    return {name: step * number for number, name in enumerate(names.split(), start)}


_SMALL = _numbered(
    """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen"""
)
_TENS = _numbered("twenty thirty forty fifty sixty seventy eighty ninety", start=2, step=10)
_SCALES = {
    **{"ten": 10, "dozen": 12, "score": 20, "hundred": 100, "thousand": 10**3, "k": 10**3},
    **{"million": 10**6, "mn": 10**6, "m": 10**6, "billion": 10**9, "bn": 10**9, "b": 10**9},
    **{"trillion": 10**12, "tn": 10**12},
}
ORDINALS = _numbered("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth", start=1)

_DIGITS = r"(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(?:\.\d{1,6})?"
_SCALE = r"(?:dozen|hundred|thousand|million|billion|trillion|mn|bn|tn)\b"
_WORD = rf"(?:{'|'.join([*_TENS, *sorted(_SMALL, key=len, reverse=True)])})\b"
_ANY_WORD = rf"(?:{_WORD}|{_SCALE})"
_WORDS = rf"(?:an? {_SCALE}|{_WORD})(?:(?:[ -]|(?<=hundred) and |(?<=thousand) and ){_ANY_WORD}){{0,7}}"
_VAGUE = (
    r"(?:(?:tens|dozens|scores|hundreds) of )?(?:dozens|scores|hundreds|thousands|millions|billions)\b"
    rf"|(?:several|a few|many) {_SCALE}"
)
_ONE = rf"(?:{_VAGUE}|half an? {_SCALE}|{_DIGITS}(?:[ -]?{_SCALE}|[mkb]\b|(?!\w|[.,:/]\d))|{_WORDS})"
_MONEY = r"(?:(?:US|U\.S\. ?|AU|A|CA|C|HK|NZ)?\$|[£€¥₹₽]) ?"
FIGURE = re.compile(
    rf"(?<![\w.,:/$£€-])(?P<between>between )?(?P<money>{_MONEY})?(?P<low>{_ONE})"
    rf"(?:(?(between)(?: and )|(?: ?[-–—] ?| to | or ))(?:{_MONEY})?(?P<high>{_ONE}))?",
    re.IGNORECASE,
)
ORDINAL = re.compile(
    rf"(?<![\w.,:/-])(?:(?P<digits>\d{{1,4}})(?:st|nd|rd|th)|(?P<word>{'|'.join(ORDINALS)}))\b", re.IGNORECASE
)

# What the words beside a figure say of its bounds; the leftmost match counts: "no more than" is not "more than".
BEFORE = re.compile(
    r"\b(?:(?P<least>at least|(?:no|not) (?:fewer|less) than|(?:a )?minimum of|upwards? of)"
    r"|(?P<most>up to|as (?:many|much) as|at most|(?:no|not) more than|(?:a )?maximum of)"
    r"|(?P<nearly>nearly|almost|close to|approaching|not quite|just (?:under|below|short of))"
    r"|(?P<past>(?:just|slightly|a little) (?:over|above|more than))"
    r"|(?P<more>(?:(?:well|far) )?(?:more than|over|above|in excess of)|exceed(?:s|ing|ed)|surpass(?:es|ing|ed))"
    r"|(?P<fewer>(?:fewer|less) than|under|below)"
    r"|(?P<about>about|around|roughly|approximately|approx\.?|some|(?:an )?estimated|circa))(?: an?| the)? $",
    re.IGNORECASE,
)
AFTER = re.compile(
    r"(?P<least> or more\b|\+|[- ]plus\b| and counting\b)|(?P<about> or so\b|-odd\b|-ish\b)"
    r"|(?P<most> or (?:fewer|less)\b)",
    re.IGNORECASE,
)

# Beside these a figure is a part of a number, one number more, or none: a label, an hour, a score.
_SPOILS_BEFORE = re.compile(
    r"(?:\b(?:another|additional|further|extra|other|not|no|every|each|article|chapter|number|no\.|from|minus|top"
    r"|first|last|next)|[#/])\s?$",
    re.IGNORECASE,
)
_SPOILS_AFTER = re.compile(
    r"[- ](?:thirds?|quarters?|half|halves|fifths?|sixths?|eighths?|tenths?)\b"
    r"| and (?:an?|one|three) (?:half|quarters?|thirds?)\b| \d+/\d"
    r"| (?:in|out of) (?:every )?(?:\d|one\b|two\b|three\b|four\b|five\b|six\b|ten\b)"
    r"| (?:more|others?|additional|further|extra|new|another|fewer)\b(?! than)"
    r"| of (?:the|them|whom|its|their|his|her|those|these|which)\b"
    rf"| (?:of )?(?-i:{MONTH})| ?[ap]\.?m\b| o[’']clock\b| ?[×x] ?\d| times\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
"""Digits that news does not write of a number: it has 2,023 people."""
_PRONOUN = re.compile(r"\b(?:the|this|that|any|no) $", re.IGNORECASE)
_BREAKDOWN = re.compile(r"\b(?:including|among|most)\b|\(")


class Interval(NamedTuple):
    """All numbers from `low` to `high`, both included; `high` may be infinite."""

    low: Decimal
    high: Decimal

    def holds(self, other: Interval) -> bool:
        return self.low <= other.low and other.high <= self.high

    def times(self, factor: Decimal) -> Interval:
        return Interval(self.low * factor, self.high * factor)


@dataclass(frozen=True, slots=True)
class Figure:
    """
    A number from `low` to `high` at `[start, end)` of a text, with the words that bound it.

    `step` is what its last digit is worth, `bound` one of the groups of `BEFORE`, "vague" ("hundreds"), "range",
    "ordinal" or empty. `scale` is the word or the letter that multiplies it, `money` the sign before it.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    step: Decimal
    bound: str = ""
    scale: str = ""
    money: str = ""

    def possible(self) -> Interval:
        """Outside of this it would be another number."""
        if self.bound in ("vague", "range", "ordinal"):
            widths = (Decimal("1.5"), Decimal(15)) if self.bound == "vague" else (Decimal(1), Decimal(1))
            return Interval(self.low * widths[0], self.high * widths[1])
        slack = max(self._half_step(), min(self._round_to() / 2, self.low * Decimal("0.04")))
        low, high = self.low - slack, self.low + slack
        match self.bound:
            case "least" | "more":
                return Interval(low, Decimal("Infinity"))
            case "most" | "fewer":
                return Interval(Decimal(0), high)
            case "nearly":
                return Interval(self.low * Decimal("0.85"), max(high, self.low * Decimal("1.03")))
            case "past":
                return Interval(min(low, self.low * Decimal("0.97")), self.low * Decimal("1.15"))
            case "about":
                return Interval(self.low * Decimal("0.8"), self.low * Decimal("1.2"))
            case _:
                return Interval(low, high)

    def close(self) -> Interval:
        """Within this it is the same number, rounded or bounded."""
        widths = {
            "vague": ("2", "9"),
            "least": ("1", "1.25"),
            "more": ("1.001", "1.25"),
            "most": ("0.8", "1"),
            "fewer": ("0.8", "0.999"),
            "nearly": ("0.9", "1"),
            "past": ("1", "1.1"),
            "about": ("0.92", "1.08"),
        }.get(self.bound, ("1", "1"))
        strict = self.bound in ("more", "fewer", "vague")
        slack = Decimal(0) if strict else min(self._half_step(), self.low * Decimal("0.04"))
        return Interval(self.low * Decimal(widths[0]) - slack, self.high * Decimal(widths[1]) + slack)

    def _round_to(self) -> Decimal:
        """What the last digit that is no zero is worth, 100 for 2,300; 0 for numbers that are not round, or small."""
        digits = str(int(self.low))
        zeros = len(digits) - len(digits.rstrip("0"))
        return Decimal(10**zeros) if zeros and self.low >= 100 and self.low == int(self.low) else Decimal(0)

    def _half_step(self) -> Decimal:
        """Half of the last digit's worth, and a trifle less, so that neighbours do not touch; none in a range."""
        return Decimal(0) if self.bound in ("range", "ordinal") else self.step * Decimal("0.499")


def figure_in(text: str, span: Span) -> Figure | None:
    """
    The number that `span` of `text` states; None when it states none, or more than one.

    What only breaks the first number down ("12 people, including 3 children") is not counted. A part of a number
    ("three of the 12"), one number more ("another 12"), a label, an hour or a score is none.
    """
    start, end = span
    matches = [match for match in FIGURE.finditer(text) if match.start() < end and match.end() > start]
    if matches and (breakdown := _BREAKDOWN.search(text, matches[0].end(), end)):
        matches = [match for match in matches if match.start() < breakdown.start()]
    if matches:
        return _figure(matches[0], text) if len(matches) == 1 else None
    ordinals = [match for match in ORDINAL.finditer(text) if match.start() < end and match.end() > start]
    if len(ordinals) != 1 or text[ordinals[0].end() :].startswith(" of "):  # "a third of" is a fraction
        return None
    number = Decimal(ordinals[0]["digits"] or ORDINALS[ordinals[0]["word"].lower()])
    return Figure(*ordinals[0].span(), number, number, Decimal(0), "ordinal")


def _figure(match: re.Match[str], text: str) -> Figure | None:
    low, high = read_number(match["low"]), read_number(match["high"] or match["low"])
    before, after = text[max(0, match.start() - 40) : match.start()], text[match.end() : match.end() + 30]
    bounded, counted_on = BEFORE.search(before), AFTER.match(after)
    start = match.start() - (len(bounded.group()) if bounded else 0)
    end = match.end() + (counted_on.end() if counted_on else 0)
    if low is None or high is None or _SPOILS_AFTER.match(text, end):
        return None
    if _YEAR.fullmatch(match["high"] or match["low"]) and not match["money"]:
        return None
    if match["high"] and (low.vague or high.vague):  # "5 to dozens"
        return None
    if match["low"].lower() == "one" and _PRONOUN.search(before):
        return None
    if _SPOILS_BEFORE.search(text[max(0, start - 20) : start]) or (not bounded and _is_label(text, start)):
        return None
    bound = (bounded and bounded.lastgroup) or (counted_on and counted_on.lastgroup) or ""
    scale = high.scale or low.scale
    number = low.number * _SCALES[scale] if scale and not low.scale and low.number < 1000 else low.number
    if match["high"]:
        if number >= high.number:
            return None
        bound = "range"
    elif low.vague:
        bound = "vague"
    return Figure(start, end, number, high.number, low.step, bound, scale, (match["money"] or "").strip().upper())


class Reading(NamedTuple):
    """A number as it is spelled, with the fields of `Figure`; `vague` tells "hundreds"."""

    number: Decimal
    step: Decimal
    scale: str = ""
    vague: bool = False


def read_number(said: str) -> Reading | None:
    """The number that `said` spells; None for words that make none ("twenty twelve")."""
    parts = re.findall(r"[\d.,]+|[a-z]+", said.lower())
    scales = [scale for part in parts if (scale := _SCALES.get(part.removesuffix("s"), 0)) and part != "ten"]
    if (parts[-1].endswith("s") and scales) or parts[0] in ("several", "few", "many") or parts[:2] == ["a", "few"]:
        return Reading(_product(scales), Decimal(0), parts[-1], vague=True)
    if parts[0] == "half":
        return Reading(_product(scales) / 2, _product(scales) / 10, parts[-1])
    if parts[0][0].isdigit():
        digits = Decimal(parts[0].replace(",", ""))
        places = Decimal(1).scaleb(-len(parts[0].partition(".")[2]))
        if len(parts) == 1:
            return Reading(digits, places)
        return Reading(digits * _product(scales), places * _product(scales), parts[1])
    number = _spelled(parts)
    if number is None:
        return None
    large = next((part for part in parts if _SCALES.get(part, 0) >= 10**6 or part == "dozen"), "")
    step = Decimal(4 if large == "dozen" else _SCALES[large] if large and len(parts) == 2 else 1)
    return Reading(Decimal(number), step, large)


def _spelled(words: list[str]) -> int | None:
    """The number of number words in their order; None when they are not in the order of one number."""
    total = current = 0
    for word in words:
        if word in ("and", "a", "an"):
            continue
        scale = _SCALES.get(word, 0) if word != "ten" else 0
        if scale == 100 or word == "dozen":
            current = (current or 1) * scale
        elif scale:
            total, current = total + (current or 1) * scale, 0
        else:
            number = _SMALL.get(word, _TENS.get(word, 0))
            room = 10 if word in _SMALL and number < 10 and current % 100 >= 20 else 100
            if current % room:
                return None
            current += number
    return total + current


def _product(scales: list[int]) -> Decimal:
    product = Decimal(1)
    for scale in scales:
        product *= scale
    return product


def _is_label(text: str, start: int) -> bool:
    """Whether a name stands right before the figure, which is a part of it then: "Boeing 737", "October 12"."""
    word = re.search(r"(\S*\w) $", text[max(0, start - 30) : start])
    if word is None or not word[1][0].isupper():
        return False
    opens = re.search(r"(?:^|[.!?:] )[\"“‘]?$", text[: max(0, start - 30) + word.start()][-3:])
    return opens is None
