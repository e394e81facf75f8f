"""The time that a question names: "in October 2021", "since 2022", "between May and July 2023"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from corpus.dated_words import DatedWords, dated_words
from retrieval.types import Window

_ANY_DAY = date(2000, 1, 1)
"""Only words that say their year are taken, and those mean the same whenever they are read."""

_OPENS = re.compile(
    r"\b(?:(?P<since>since|starting (?:in|on))|(?P<after>after)|(?P<before>before|prior to)|(?P<until>until|till|up to)"
    r"|(?:in|during|within|on|over|throughout)(?: the)?(?: (?:early|late|mid|whole|year|month) ?(?:of)?){0,2})[ -]$",
    re.IGNORECASE,
)
_WEEK_OF = re.compile(r"\b(?:in|during) the (?P<week>first|last) week of $", re.IGNORECASE)
_FROM = re.compile(r"\b(?P<words>between|from) $", re.IGNORECASE)
_OWN_OPENING = re.compile(r"(?:between|from) ", re.IGNORECASE)
_TO = re.compile(r" (?:and|to|until|through) ")
_WEEK = timedelta(6)


def window_in(question: str) -> Window | None:
    """
    The window that `question` names with its year, not `kept` yet; None when it names none, or more than one.

    "The 2018 meeting", "by 2050" and "this week" are none: the first two say what is asked about, the last has no day
    but the reader's.
    """
    named = [words for words in dated_words(question, _ANY_DAY) if words.spelled_out]
    match named:
        case [words]:
            return _opened(question, words)
        case [first, last] if _TO.fullmatch(question[first.end : last.start]) and first.last <= last.first:
            opening = _FROM.search(question[: first.start])
            return Window(question[opening.start() : last.end], first.first, last.last) if opening else None
        case _:
            return None


def without(question: str, window: Window) -> str:
    """
    `question` without the words of its `window`, for what is known to lie inside.

    An article of October 2021 does not say "October 2021", and would be found less likely to answer for that.
    """
    before, _, after = question.partition(window.text)
    rest = re.sub(r"\s+(?=[?.!,;])", "", f"{before.rstrip(', ')} {after.lstrip(', ')}" if before else after)
    return rest.strip(" ,")


def _opened(question: str, words: DatedWords) -> Window | None:
    if _OWN_OPENING.match(words.text):
        return Window(words.text, words.first, words.last)
    before = question[: words.start]
    if week := _WEEK_OF.search(before):
        start = words.first if week["week"].lower() == "first" else words.last - _WEEK
        return Window(question[week.start() : words.end], start, start + _WEEK)
    opening = _OPENS.search(before)
    if opening is None:
        return None
    text = question[opening.start() : words.end]
    match opening.lastgroup:
        case "since":
            return Window(text, since=words.first)
        case "after":
            return Window(text, since=words.last + timedelta(1))
        case "before":
            return Window(text, until=words.first - timedelta(1))
        case "until":
            return Window(text, until=words.last)
        case _:
            return Window(text, words.first, words.last)
