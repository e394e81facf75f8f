"""
Days: a date of the sentence must be one that its quotes tell.

"Thursday" in an article of 7 October 2021 tells "on 7 October 2021", "in October 2021" and "in 2021"; so does the day
of publication itself where the sentence names the outlet, which reported then. What a quote tells less exactly than
the sentence is not told; and "yesterday" means something only in the source's own words.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from corpus.dated_words import DatedWords, dated_words
from corpus.types import Span
from retrieval.proving.texts import Case, Source, Text, Word

MONTHS = tuple("january february march april may june july august september october november december".split())
WEEKDAYS = tuple("monday tuesday wednesday thursday friday saturday sunday".split())
DAY_NAMES = frozenset((*MONTHS, *WEEKDAYS))
_SHORT = {name[:3]: name for name in MONTHS} | {"sept": "september"}
_WHOLE_YEAR = 360
_OF_A_YEAR = re.compile(r"(the|this|last|next) (?:year|spring|summer|autumn|fall|winter)\b", re.IGNORECASE)
_POINTED_SEASON = re.compile(r"\b(?:last|this|next|past|coming) (?:spring|summer|autumn|fall|winter|season)\b", re.I)
_TWO_ENDS = re.compile(r"\b(?:to|until|through|and)\b|\d\s?[-–—]\s?\d\d?\b(?!-)|\d{4}\s?[-–—]\s?\d{4}")
"""What of a date says where it begins and where it ends."""
_WISHED = re.compile(r" (?:the|a|an|this|that|he|she|it|they|you|we|i|his|her|its|their|[A-Z]\w*)\b")
_AHEAD = re.compile(
    r"\b(?:will|would|is to|are to|due|scheduled|set to|plans?|planned|expect(?:s|ed)?|could|next|coming|invited"
    r"|forecast|(?:by|until|before|from) (?:next )?[A-Z]\w+day)\b",
    re.IGNORECASE,
)


def told_days(case: Case) -> list[Span]:
    """The places of the sentence that say a day which the quotes tell: their numbers need no other proof."""
    return [Span(said.start, said.end) for said, told in _said(case) if told]


def untold_day(case: Case) -> str | None:
    """The first words of the sentence that say a day which no quote tells; None when there are none."""
    found = list(_said(case))
    covered = [Span(said.start, said.end) for said, _ in found]
    for said, told in found:
        if not told:
            return said.text
    names = {
        full_name(folded)
        for source in case.sources
        for text in (source, Text(source.about))
        for word in text.words
        if word.capital or word.text != "may"
        for folded in word.folded
    }
    for word in case.sentence.words:
        # Days that the table of dated words passes over ("the Thursday"), by their names alone.
        inside = any(span.start <= word.start < span.end for span in covered)
        if word.text[:1].isupper() and not inside and not _wishes(word, case.sentence):
            for folded in word.folded:
                if full_name(folded) in DAY_NAMES and full_name(folded) not in names:
                    return word.text
    return _untold_season(case)


def _wishes(word: Word, sentence: Text) -> bool:
    """Whether a "May" is the verb that opens a wish: "May the best one win"."""
    return word.text == "May" and word.opens and _WISHED.match(sentence.line, word.end) is not None


def _untold_season(case: Case) -> str | None:
    """A "last summer" that no quote says: like "yesterday" it means something only in the source's own words."""
    told = {_season(match) for source in case.sources for match in _POINTED_SEASON.finditer(source.line)}
    return next(
        (match.group() for match in _POINTED_SEASON.finditer(case.sentence.line) if _season(match) not in told), None
    )


def _season(match: re.Match[str]) -> tuple[str, str]:
    which, season = match.group().lower().split()
    return which, "autumn" if season == "fall" else season


def told_years(case: Case) -> frozenset[int]:
    """The years that the quotes tell as such: "the end of the year", "this summer" and "next year" name one."""
    return frozenset(
        first.year
        for source in case.sources
        for first, last in (_days_of(source, case.sentence) if source.dated else ())
        if first.year == last.year and last - first >= timedelta(_WHOLE_YEAR)
    )


def _said(case: Case) -> Iterator[tuple[DatedWords, bool]]:
    """The dated words of the sentence, each as the source understands it that tells it, if any does."""
    first: dict[tuple[int, int], DatedWords] = {}
    told: dict[tuple[int, int], DatedWords] = {}
    for source in case.sources:
        for said in dated_words(case.sentence.line, source.day):
            place = (said.start, said.end)
            first.setdefault(place, said)
            if _tells(source, said, case.sentence):
                told.setdefault(place, said)
    for place, said in sorted(first.items()):
        if place in told:
            yield told[place], True
        elif not any(other[0] < place[1] and place[0] < other[1] for other in told):
            yield said, False


def _tells(source: Source, said: DatedWords, sentence: Text) -> bool:
    if re.search(rf"(?<!\w){re.escape(_folded(said.text))}(?!\w)", _folded(source.line)):
        return True
    if not _absolute(said) or _misnamed(said):
        return False
    told = list(_days_of(source, sentence))
    if said.spelled_out and not source.dated:
        # A year that the quote does not say is not known; one that it says needs no day of publication.
        told = [(one.first, one.last) for one in dated_words(source.line, source.day) if one.spelled_out]
    if said.first != said.last and _TWO_ENDS.search(said.text):
        return {said.first, said.last} <= {day for days in told for day in days}
    return any(said.first <= first and last <= said.last for first, last in told)


def _misnamed(said: DatedWords) -> bool:
    """Whether a date is called by a weekday that it was not."""
    named = next((name for name in WEEKDAYS if said.text.lower().startswith(name)), None)
    return named is not None and said.first == said.last and WEEKDAYS[said.first.weekday()] != named


def _days_of(source: Source, sentence: Text) -> Iterator[tuple[date, date]]:
    """The days, first and last, that the words of a quote mean or may mean."""
    dated = dated_words(source.line, source.day)
    for one in dated:
        yield one.first, one.last
    if source.dated:
        if source.outlet and set(source.outlet) <= set(sentence.folded):
            yield source.day, source.day
        ahead = _AHEAD.search(source.line) is not None
        for word in source.words:
            if any(one.start <= word.start < one.end for one in dated):
                continue
            if of_year := _OF_A_YEAR.match(source.line, word.start):
                year = source.day.year + {"last": -1, "next": 1}.get(of_year[1].lower(), 0)
                yield date(year, 1, 1), date(year, 12, 31)
            for folded in word.folded:
                yield from _nearest(full_name(folded), source.day, ahead=ahead)


def _nearest(name: str, published: date, *, ahead: bool) -> Iterator[tuple[date, date]]:
    """
    What the name of a day or a month alone may mean: that of the week that ends with the publication, or where the
    quote looks ahead the coming one; the month nearest to it.

    `dated_words` says nothing where the tense leaves that open, for what it says is shown to people as the source's
    meaning. Here it is only asked whether the sentence may say so.
    """
    if name in WEEKDAYS:
        back = (published.weekday() - WEEKDAYS.index(name)) % 7
        yield (day := published - timedelta(back)), day
        if ahead:
            yield (day := published + timedelta(7 - back)), day
    elif name in MONTHS:
        number = MONTHS.index(name) + 1
        firsts = [date(published.year + years, number, 1) for years in (-1, 0, 1)]
        first = min(firsts, key=lambda day: abs(day + timedelta(14) - published))
        yield first, first + timedelta(monthrange(first.year, number)[1] - 1)


def _absolute(said: DatedWords) -> bool:
    """Whether the words mean the same whenever they are read, apart from a year that is left out."""
    return any(map(str.isdigit, said.text)) and not re.search(r"\bago\b|\blater\b|\bearlier\b", said.text)


def _folded(text: str) -> str:
    return " ".join(full_name(word) for word in re.findall(r"\w+", text.lower()))


def full_name(word: str) -> str:
    """The whole name of a month that is shortened."""
    return _SHORT.get(word, word)
