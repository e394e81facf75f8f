"""
Crossings: two things, names, numbers or days of a quote that have changed places in the sentence.

They have when the sentence has one before and the other behind the very words that part them in the quote the other way
round ("the union sued the company"), or when two words lead to them that lead to the other one in the quote ("to
Ostby … from Rimal").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise, permutations
from typing import NamedTuple

from retrieval.proving.aligning import has_a_place, is_number
from retrieval.proving.coverage import FREE
from retrieval.proving.days import DAY_NAMES, full_name
from retrieval.proving.doers import is_passive
from retrieval.proving.names import named_by
from retrieval.proving.numerals import numbers_in
from retrieval.proving.texts import Case, Text, Word, stems_of

FARTHEST = 6
"""Words between two that have changed places."""
LEAST_BETWEEN = 2
"""Words of content between two names from which on they tell who does what to whom."""

_PASSED_OVER = frozenset("the a an its his her their our more other others also then about some".split())
_EVEN = frozenset("and or nor as ,".split()) | frozenset(
    stems_of("met meet meets meeting married marry marries resemble resembles equal equals differs borders")
)
"""Words on both sides of which the same may stand: "Rimal and Ostby", "Vint met Derk", "Vint, the mayor"."""

_FROM, _TO = frozenset(("from",)), frozenset("to into towards toward".split())


class Unit(NamedTuple):
    """A word by its stem, or a whole name by its last word, a number by its value; `thing` where it says something."""

    key: str
    text: str
    thing: bool
    placed: bool

    @property
    def named(self) -> bool:
        return self.placed and self.key[0].isalpha() and self.key not in DAY_NAMES


def crossed(case: Case) -> str | None:
    """The first of two that have changed places, as the sentence writes it; None when none have."""
    said = _units(case.sentence.line)
    for source in case.sources:
        told = _units(source.line)
        if words := _parted_alike(said, told) or _led_to_another(said, told):
            return words
        if is_passive(case.sentence.line) == is_passive(source.line) and (words := _turned_about(said, told)):
            return words
    return _led_the_other_way(said, [led for source in case.sources for led, _ in _leads(_units(source.line))])


def _parted_alike(said: Sequence[Unit], told: Sequence[Unit]) -> str | None:
    keys = [unit.key for unit in told]
    at: dict[str, list[int]] = {}
    for place, key in enumerate(keys):
        at.setdefault(key, []).append(place)
    for place, one in enumerate(said):
        if not one.thing or one.key not in at:
            continue
        between: list[str] = []
        for other in said[place + 1 : place + 2 + FARTHEST]:
            if other.thing and between and other.key != one.key and other.key in at and not set(between) <= _EVEN:
                reversed_ = [other.key, *between, one.key]
                straight = [one.key, *between, other.key]
                if _stands(reversed_, keys, at) and not _stands(straight, keys, at):
                    return one.text
            between.append(other.key)
    return None


def _turned_about(said: Sequence[Unit], told: Sequence[Unit]) -> str | None:
    """The first of two names between which the sentence says what the quote says between the second and the first."""
    for first, one in enumerate(said):
        for last in range(first + 2, min(first + FARTHEST * 2, len(said))):
            other = said[last]
            if not (one.named and other.named) or one.key == other.key:
                continue
            between = _things(said[first + 1 : last])
            if len(between) < LEAST_BETWEEN or _has_between(told, one.key, other.key, between):
                continue
            if _has_between(told, other.key, one.key, between):
                return one.text
    return None


def _things(units: Sequence[Unit]) -> set[str]:
    return {unit.key for unit in units if unit.thing and not unit.placed} - FREE


def _has_between(told: Sequence[Unit], first: str, last: str, things: set[str]) -> bool:
    starts = [place for place, unit in enumerate(told) if unit.key == first]
    return any(
        told[end].key == last and things <= _things(told[start + 1 : end])
        for start in starts
        for end in range(start + 1, min(start + FARTHEST * 3, len(told)))
    )


def _stands(wanted: Sequence[str], keys: Sequence[str], at: dict[str, list[int]]) -> bool:
    return any(keys[place : place + len(wanted)] == wanted for place in at[wanted[0]])


def _led_to_another(said: Sequence[Unit], told: Sequence[Unit]) -> str | None:
    ours, theirs = dict(_leads(said)), {led for led, _ in _leads(told)}
    for one, other in permutations(ours, 2):
        (lead, to), (other_lead, other_to) = one, other
        exchanged = {(lead, other_to), (other_lead, to)}
        if lead != other_lead and to != other_to and exchanged <= theirs and not {one, other} & theirs:
            return ours[one]
    return None


def _led_the_other_way(said: Sequence[Unit], told: Sequence[tuple[str, str]]) -> str | None:
    """What the sentence lets something come from, and the quotes only let something go to, or the other way round."""
    for (lead, to), words in _leads(said):
        leads = {other for other, name in told if name == to}
        for one, other in ((_FROM, _TO), (_TO, _FROM)):
            if lead in one and leads and leads <= other:
                return words
    return None


def _leads(units: Sequence[Unit]) -> Iterator[tuple[tuple[str, str], str]]:
    """What each name, number and day is led to by, and how it is written."""
    for lead, unit in pairwise(units):
        if unit.placed and not lead.placed and lead.key not in _EVEN:
            yield (lead.key, unit.key), unit.text


@lru_cache(maxsize=1024)
def _units(line: str) -> tuple[Unit, ...]:
    """The words of a line in order, without the articles; "," where a clause may end."""
    text = Text(line)
    found: list[Unit] = []
    at = 0
    for place, word in enumerate(text.words):
        if any(mark in line[at : word.start] for mark in ",;:"):
            found.append(Unit(",", ",", False, False))
        at = word.end
        following = text.words[place + 1 : place + 2]
        placed = has_a_place(word)
        if word.text.lower() in _PASSED_OVER:
            continue
        if is_number(word):
            found.append(Unit(_number(text, word), word.text, True, True))
        elif (
            placed
            and word.capital
            and following
            and following[0].capital
            and line[word.end : following[0].start] == " "
        ):
            continue  # the last word of a name tells it
        elif placed:
            found.append(Unit(" ".join(named_by(word)) or full_name(word.folded[0]), word.text, True, True))
        else:
            found.append(Unit(word.stems[0] if word.stems else word.folded[0], word.text, bool(word.stems), False))
    return tuple(found)


def _number(text: Text, word: Word) -> str:
    return next((str(one.value) for one in numbers_in(text) if one.span.start <= word.start < one.span.end), word.text)
