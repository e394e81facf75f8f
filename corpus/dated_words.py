"""
The days that words in an article mean: "Thursday" in a story of that Thursday, "on Oct. 20", "later this month".

The article's day of publication is the anchor, and `ROWS` is the table of what is looked for. Words that may mean two
days, or none ("the Sunday Times", "next Thursday" on a Monday), are passed over: a date shown beside a quote is right.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from corpus import time_rules as rules
from corpus.tense import Place, sentence_round
from corpus.time_rules import Days


@dataclass(frozen=True, slots=True)
class DatedWords:
    """
    Words at `[start, end)` of a text and the days that they mean, from `first` to `last`, both included.

    `spelled_out` tells words that say it all by themselves, whenever they were written ("7 October 2021").
    """

    text: str
    start: int
    end: int
    first: date
    last: date
    spelled_out: bool


_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\w%:]|[.,]\d)"
_YEAR = r"(?:1[5-9]\d\d|20\d\d)(?![\w%]|[.,]\d|[’']?s\b|-\w)"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_TO = r"(?: ?[-–—] ?| to | through | until )"
_NUMBER = rf"(?:\d{{1,3}}|an?|{'|'.join(rules.NUMBERS[1:])})"
_LAST_NEXT = r"(?P<which>[Ll]ast|[Nn]ext|[Tt]his)"
_POINTING = r"(?P<which>[Ll]ast|[Nn]ext|[Tt]his(?: past| coming)?)"
_IN = r"\b(?:[Ii]n|[Ss]ince|[Dd]uring|[Uu]ntil|[Tt]hrough|(?:[Ii]n )?(?:[Ee]arly|[Ll]ate|[Mm]id))(?: |(?<=id)-)"
_WITH_YEAR = r"\b(?:[Ii]n|[Ss]ince|[Dd]uring|[Uu]ntil|[Bb]y|[Bb]efore|[Aa]fter|[Ff]rom|[Ee]arly|[Ll]ate|[Mm]id-?|year)"
_NAMED_DAYS = (
    "Black Super Bloody Easter Giving Good Palm Holy Cyber Manic Whit Fat Ash Maundy Shrove Freaky Spy Happy".split()
)
_ANY_DAY = "the a one any each every some most other given first second third fourth fifth final".split()
_NOT_AFTER = "".join(rf"(?<!\b{word} )" for word in (*_NAMED_DAYS, *_ANY_DAY))
_NAMES = (
    r"(?: (?:Times|Night|Mirror|Mail|Telegraph|Herald|Express|People|World|Post|Review|Star|Sun|Addams|School|Club"
    r"|Agreement|Madness|Rules?)\b)"
)

_Means = Callable[[re.Match[str], Place], Days | None]


def _row(pattern: str, means: _Means) -> tuple[re.Pattern[str], _Means]:
    return re.compile(pattern), means


ROWS: tuple[tuple[re.Pattern[str], _Means], ...] = (
    _row(r"(?<![\w/-])(?P<words>(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d))(?![\w/-])", rules.iso),
    _row(
        rf"\b(?P<words>(?P<m>{_MONTH}) (?P<d>{_DAY}){_TO}(?:(?P<m2>{_MONTH}) )?(?P<d2>{_DAY})(?:,? (?P<y>{_YEAR}))?)",
        rules.day_span,
    ),
    _row(
        rf"\b(?P<words>(?:(?P<w>{_WEEKDAY}),? )?(?P<m>{_MONTH}) (?P<d>{_DAY})(?:,? (?P<y>{_YEAR}))?)",
        rules.month_day,
    ),
    _row(
        rf"\b(?P<words>(?:(?P<w>{_WEEKDAY}),? )?(?P<d>{_DAY}) (?:of )?(?P<m>{_MONTH})\b(?:,? (?P<y>{_YEAR}))?)",
        rules.month_day,
    ),
    _row(
        rf"\b(?P<words>(?:[Ff]rom|[Bb]etween) (?P<m>{_MONTH})(?: to | until | through | and )(?P<m2>{_MONTH})"
        rf"(?:,? (?P<y>{_YEAR}))?)",
        rules.month_span,
    ),
    _row(rf"\b(?P<words>(?P<m>{_MONTH}),? (?:of )?(?P<y>{_YEAR}))", rules.month_of_year),
    _row(
        rf"\b(?P<words>(?:[Ff]rom|[Bb]etween) (?P<y>{_YEAR})(?: to | until | through | and )(?P<y2>{_YEAR}))",
        rules.year_span,
    ),
    _row(rf"(?<![\w$€£.,/-])(?P<words>(?P<y>1[5-9]\d\d|20\d\d)[-–](?P<y2>{_YEAR}))", rules.year_span),
    _row(r"\b(?P<words>(?P<y>(?:1[5-9]|20)\d0)[’']?s)\b", rules.decade),
    _row(r"\b[Tt]he (?P<words>[’'‘](?P<y>[2-9]0)s)\b", rules.decade),
    _row(
        rf"{_WITH_YEAR} ?(?P<words>(?P<y>{_YEAR}))(?! (?!across)[a-z]{{4,}}s\b| (?:people|percent|men|women))",
        rules.year,
    ),
    _row(
        rf"\b(?P<words>(?:{_WEEKDAY}(?:s| to | through |[-–])|[Ee](?:very|ach) {_WEEKDAY} (?:and|or) ){_WEEKDAY})",
        rules.silent,
    ),
    _row(
        rf"{_NOT_AFTER}\b(?P<words>(?P<w>{_WEEKDAY}) (?:of )?(?P<which>last|this|next) week)\b",
        rules.weekday_of_week,
    ),
    _row(rf"\b(?P<words>{_POINTING} (?P<w>{_WEEKDAY}))\b(?![’']s\b| (?:in|of)\b)(?!{_NAMES})", rules.pointed_weekday),
    _row(rf"{_NOT_AFTER}\b(?P<words>(?P<w>{_WEEKDAY}))\b(?!{_NAMES})(?! before\b| after\b)", rules.weekday),
    _row(
        rf"(?<![Tt]he )\b(?P<words>(?:(?P<part>[Ll]ater|[Ee]arlier) )?{_LAST_NEXT} (?P<unit>week|month|year))\b"
        r"(?!-)(?![’']s \w)",
        rules.period,
    ),
    _row(rf"\b(?P<words>{_POINTING} weekend)\b", rules.weekend),
    _row(rf"\b(?P<words>{_POINTING} (?P<m>{_MONTH}))\b(?! ?\d)(?! [A-Z])", rules.pointed_month),
    _row(rf"{_IN}(?P<words>(?P<m>{_MONTH}))(?![\w’'-])(?! ?\d| [A-Z])(?!{_NAMES})", rules.lone_month),
    _row(rf"\b(?P<words>(?P<n>{_NUMBER}) (?P<unit>day|week|month|year)s? ago)\b", rules.ago),
    _row(
        r"(?<![Tt]he )\b(?P<words>[Yy]esterday|[Tt]omorrow|[Tt]oday|[Tt]onight|[Ll]ast night"
        r"|[Tt]his (?:morning|afternoon|evening))\b(?![’'])(?<!(?:of|er) tomorrow)(?<!until today)(?<!of today)",
        rules.by_name,
    ),
    _row(
        rf"\b(?P<words>[Tt]he (?:previous|next|following|same) day|[Tt]he day before"
        rf"|(?P<n>{_NUMBER}) days? (?:later|earlier))\b(?! (?:than|the|that)\b)",
        rules.beside,
    ),
)
"""Of two rows that match the same words the first one has them, even where it says nothing of them."""


@lru_cache(maxsize=512)
def dated_words(text: str, published: date) -> tuple[DatedWords, ...]:
    """
    The words of `text` that mean a day or days, in order and without overlap; empty when there are none.

    `text` is one or more whole sentences of an article that was published on the day `published`.
    """
    line = re.sub(r"\s", " ", text)
    found: list[DatedWords] = []
    for match, means in _matches(line):
        start, end = match.span("words")
        last_day = next((one.first for one in reversed(found) if one.first == one.last), None)
        days = means(match, Place(published, *sentence_round(line, start, end), last_day))
        if days:
            spelled_out = re.search(r"\d{4}|[’'‘]\d0s", match["words"]) is not None
            found.append(DatedWords(text[start:end], start, end, *days, spelled_out))
    return tuple(found)


def _matches(line: str) -> list[tuple[re.Match[str], _Means]]:
    taken: list[tuple[re.Match[str], _Means]] = []
    for pattern, means in ROWS:
        for match in pattern.finditer(line):
            start, end = match.span("words")
            if all(end <= other.start("words") or other.end("words") <= start for other, _ in taken):
                taken.append((match, means))
    return sorted(taken, key=lambda one: one[0].start("words"))
