"""
Voices: who does it to whom must be the same in the active and in the passive, also where nobody has a name.

"The police were attacked by protesters" is "protesters attacked the police", and not the other way round.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from retrieval.proving.coverage import FREE
from retrieval.proving.texts import Case, Text, Word, stems_of

REACH = 5
"""Words on each side of a verb in which stands who does it and to whom it is done."""
BY = 4
"""Words behind a verb up to the "by" of its passive."""

_BE = frozenset("was were is are been being be".split())
_NO_VERB = FREE - frozenset(stems_of("take give bring hold make tell call put keep lead"))
_CLAUSE = re.compile(r"[,;:.!?–—“”\"]")
_JOINTS = frozenset("and but while because if when whether although though which who that after before as".split())


class Done(NamedTuple):
    """A verb by its stem and its voice, with the stems of what does it and of what it is done to."""

    verb: str
    passive: bool
    doers: frozenset[str]
    others: frozenset[str]


def voice_turned(case: Case) -> str | None:
    """The verb, by its stem, that the sentence lets those do to whom it is done in the quotes, in the other voice."""
    told = [done for source in case.sources for done in _done(source)]
    for said in _done(case.sentence):
        alike = [one for one in told if one.verb == said.verb and _alike(said, one)]
        turned = any(one.passive != said.passive and not _agree(said, one) for one in alike)
        if turned and not any(_agree(said, one) for one in alike):
            return said.verb
    return None


def _alike(one: Done, other: Done) -> bool:
    """Whether both tell of the same two, whichever does it."""
    doers, others = _apart(one)
    there = other.doers | other.others
    return bool(doers & there and others & there)


def _agree(one: Done, other: Done) -> bool:
    doers, others = _apart(one)
    return bool(doers & other.doers or others & other.others)


def _apart(done: Done) -> tuple[frozenset[str], frozenset[str]]:
    return done.doers - done.others, done.others - done.doers


def _done(text: Text) -> Iterator[Done]:
    words = text.words
    for place, word in enumerate(words):
        if not word.stems or word.capital or word.stems[0] in _NO_VERB:
            continue
        be = next((n for n in range(place - 1, max(place - 4, -1), -1) if words[n].text in _BE), None)
        by = next((n for n in range(place + 1, min(place + 1 + BY, len(words))) if words[n].text == "by"), None)
        if be is not None and by is not None and not _parted(text, be, by):
            yield Done(word.stems[0], True, _behind(text, by), _before(text, be))
        elif be is None and by is None:
            yield Done(word.stems[0], False, _before(text, place), _behind(text, place))


def _before(text: Text, place: int) -> frozenset[str]:
    start = place
    while start > max(0, place - REACH) and not _ends(text, start - 1, start):
        start -= 1
    return _stems(text.words[start:place])


def _behind(text: Text, place: int) -> frozenset[str]:
    end = place + 1
    while end < min(len(text.words), place + 1 + REACH) and not _ends(text, end - 1, end):
        end += 1
    return _stems(text.words[place + 1 : end])


def _ends(text: Text, one: int, other: int) -> bool:
    """Whether a clause ends between two words, or one of them begins another."""
    return _parted(text, one, other) or any(text.words[n].text in _JOINTS for n in (one, other))


def _parted(text: Text, one: int, other: int) -> bool:
    return _CLAUSE.search(text.line, text.words[one].end, text.words[other].start) is not None


def _stems(words: Sequence[Word]) -> frozenset[str]:
    return frozenset(stem for word in words for stem in word.stems) - FREE
