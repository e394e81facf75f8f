"""
Deeds: who with a name does what, and to whom, as far as the words beside a verb tell.

A passive names them the other way round, and so does the other verb of a bargain or a contest: whoever sells a mill to
Derk sells what Derk buys, and whoever beats Derk beats him who loses to them. Each is told as the first of the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from retrieval.proving.coverage import FREE
from retrieval.proving.names import named_by, opens_as_common
from retrieval.proving.texts import Text, Word, stems_of
from retrieval.reader.names import TITLES
from retrieval.reader.speech import SAYING

REACH = 5
"""Words on each side of a verb in which its names stand."""
PRONOUNS = frozenset(("he", "she"))

_BE = frozenset("was were is are been being be got".split())
_JOINTS = frozenset("that but while because if when whether although though which".split())
"""Words that no name is looked for behind: it belongs to another verb."""
_LED = frozenset("of in at near for from on with".split())
"""Words that lead to whom or what does nothing itself: "the mayor of Rimal"."""
_BESIDE_VERB = frozenset("has have had also then later first again now still never did does do will would".split())
_ENDS = re.compile(r"[.;:!?–—“”\"]")
_CONVERSES: tuple[tuple[str, str, str], ...] = (
    (
        "beat beats beaten beating defeat defeats defeated win wins won winning victory",
        "lose loses lost losing loss",
        "to",
    ),
    ("buy buys bought buying acquire acquires acquired purchase purchased", "sell sells sold selling", "to"),
    ("lend lends lent lending", "borrow borrows borrowed borrowing", "from"),
    ("precede precedes preceded", "follow follows followed following", ""),
)
"""Verbs of which the second tells the same with its names exchanged, the doer of the first behind the preposition."""
_MIRRORED = {stem: (stems_of(one)[0], lead) for one, other, lead in _CONVERSES for stem in stems_of(other)}
_ONE_VERB = {stem: stems_of(one)[0] for one, _, _ in _CONVERSES for stem in stems_of(one)}


class Deed(NamedTuple):
    """A verb by its stem, with the names near it of who does it and of those it is done to; `said` is it as written."""

    verb: str
    doers: frozenset[str]
    others: frozenset[str]
    said: str


class Act(NamedTuple):
    """A verb by its stem, the name of who does it, or "he" or "she", and the stems of what follows it."""

    verb: str
    doer: tuple[str, ...]
    of: frozenset[str]


@lru_cache(maxsize=1024)
def deeds(line: str) -> tuple[Deed, ...]:
    """What somebody with a name does to another one with a name, in order."""
    return tuple(_deeds(Text(line)))


@lru_cache(maxsize=1024)
def acts(line: str) -> tuple[Act, ...]:
    """What somebody does whose name, or "he" or "she", is the verb's own: to say is no deed."""
    return tuple(_acts(Text(line)))


def _deeds(text: Text) -> Iterator[Deed]:
    words = text.words
    for place, word in enumerate(words):
        if not _may_be_verb(word):
            continue
        before, after = _before(text, place), _after(text, place)
        doers, others = names_in(before), names_in(after)
        by = _by(word, before, after)
        if by is not None:
            doers, others = names_in(_after(text, place + 1 + by)), [*doers, *names_in(after[:by])]
        verb = word.stems[0]
        if verb in _MIRRORED:
            verb, preposition = _MIRRORED[verb]
            led = next((n for n, one in enumerate(after) if one.text == preposition), None) if preposition else -1
            if led is None:
                continue
            doers, others = names_in(_after(text, place + 1 + led)), doers
        if doers and others:
            said = " ".join(one.text for one in words[max(0, place - REACH) : place])
            yield Deed(_ONE_VERB.get(verb, verb), frozenset(doers), frozenset(others), said)


def _acts(text: Text) -> Iterator[Act]:
    words = text.words
    for place, word in enumerate(words):
        if not _may_be_verb(word) or SAYING.fullmatch(word.text):
            continue
        after = _after(text, place)
        by = _by(word, words[max(0, place - 3) : place], after)
        if by is None:
            subject = _subject(text, place)
        else:
            after = _after(text, place + 1 + by)
            subject = list(after[: next((n for n, one in enumerate(after) if not one.capital), len(after))])
        doer = names_in(subject) or [one.text.lower() for one in subject if one.text.lower() in PRONOUNS]
        if doer:
            of = frozenset(stem for one in after if not one.capital for stem in one.stems) - FREE
            yield Act(word.stems[0], tuple(doer), of)


def _may_be_verb(word: Word) -> bool:
    return not word.capital and word.text[0].isalpha() and bool(word.stems) and word.stems[0] not in FREE


def _by(word: Word, before: Sequence[Word], after: Sequence[Word]) -> int | None:
    """The place among the words behind a passive of the "by" that leads to who does it; None where there is none."""
    by = next((n for n, one in enumerate(after) if one.text == "by"), None)
    passive = word.text.endswith(("ed", "en")) or any(one.text in _BE for one in before[-3:])
    return by if passive else None


def _subject(text: Text, place: int) -> Sequence[Word]:
    """The name, or "he" or "she", that ends right before a verb, or before an aside between commas."""
    words = text.words
    end = place
    while end and (words[end - 1].text in _BESIDE_VERB or words[end - 1].text.endswith("ly")):
        end -= 1
    if not end or _ENDS.search(text.line, words[end - 1].end, words[end].start):
        return ()
    if "," in text.line[words[end - 1].end : words[end].start]:
        opening = text.line.rfind(",", 0, words[end - 1].start)
        end = sum(word.start < opening for word in words[:end]) if opening > 0 else 0
    if end and words[end - 1].text.lower() in PRONOUNS:
        return words[end - 1 : end]
    start = end
    while start and words[start - 1].capital:
        start -= 1
    before = [word.text for word in words[max(0, start - 2) : start]]
    led = bool(before) and (before[-1] in _LED or (before[-1] == "the" and before[0] in _LED))
    named = words[start:end]
    return () if led or (len(named) == 1 and opens_as_common(words, named[0])) else named


def _before(text: Text, place: int) -> list[Word]:
    """The words before a verb that may name who does it: those of its clause that nothing else leads to."""
    words = text.words
    found: list[Word] = []
    led = False
    for n in range(max(0, place - REACH), place):
        word = words[n]
        if word.text in _JOINTS or _ends_before(text, n):
            found.clear()
        led = word.text in _LED or (led and (word.capital or word.text == "the"))
        if not led:
            found.append(word)
    return [] if place and _ends_before(text, place) else found


def _after(text: Text, place: int) -> Sequence[Word]:
    """The words behind a place up to the clause's end."""
    last = min(len(text.words), place + 1 + REACH)
    for n in range(place + 1, last):
        word = text.words[n]
        if word.text in _JOINTS or word.text == "who" or _ends_before(text, n):
            return text.words[place + 1 : n]
    return text.words[place + 1 : last]


def _ends_before(text: Text, place: int) -> bool:
    return place > 0 and bool(_ENDS.search(text.line, text.words[place - 1].end, text.words[place].start))


def names_in(found: Sequence[Word]) -> list[str]:
    """The words of the names among others in order, ranks and roles left out."""
    return [one for word in found if word.capital for one in named_by(word) if one not in TITLES]
