"""Coverage: most of what the sentence says must be said by its quotes, and nothing added to it that they lack."""

from __future__ import annotations

import re
from functools import partial

from retrieval.proving.days import DAY_NAMES
from retrieval.proving.locating import says
from retrieval.proving.marks import NEGATORS
from retrieval.proving.synonyms import same_thing
from retrieval.proving.texts import Case, stems_of
from retrieval.reader.signals import FAMILY

LEAST = 0.6
"""The share of the sentence's terms that its sources say."""
FEW, LEAST_OF_FEW = 3, 0.75
"""In a sentence of so few terms beside its names each is what it says: "The flour is toxic"."""
LEAST_PART = 0.34
"""The same of each part of the sentence, between commas and conjunctions."""
PART_TERMS = 3
LEAST_SHORT = 0.4
"""The share of a part with fewer terms: one of two will do, none will not."""
COPIED = 0.65
"""The share of a sentence's terms from which on it is a copy with changes, and not the same in other words."""

_PARTS = re.compile(
    r",(?!\d)|[;:–—()]|[.!?] | - |\bthat (?=(?:had|has|have|was|were|is|are|would|will|could)\b)"
    r"|\b(?:and|but|while|which|who|because|so that|in order to|so as to|due to|owing to|thanks to"
    r"|despite|amid|following|after|before|when|although|though|making|causing|leading to|prompting"
    r"|(?<!much )(?<!many )(?<!few )(?<!little )as(?! (?:much|many|few|little|well)\b))\b"
)
FREE = frozenset(
    stems_of(
        """say said says saying tell told according report reported reports add added state stated people person
        article articles article's also already now still later earlier around about total one two it old year years
        up down worth compared man woman aged level number amount figure part way time day month come came go went gone
        get got make made take took taken put stand stood become became remain keep kept give gave given bring brought
        hold held have had been being do did done happen happened describe
        described call called against last lasted lasting
        along together among within across upon via toward towards despite although though however therefore instead yet
        even almost nearly often ever else both either several many decade century week hour minute
        two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety
        dozen hundred thousand million billion first second third half quarter twice double percent per cent"""
    )
) | frozenset(stems_of(" ".join((*DAY_NAMES, *NEGATORS))))
"""Terms that a sentence may have without saying more; a "not" is looked at with the moods."""


def uncovered(case: Case) -> str | None:
    """The part of the sentence, or all of it, of which its sources say too little; None when they say enough."""
    said = _terms(case.sentence.line)
    known = case.stems | case.about
    if not said:  # "It was 3-2"
        copy = case.sentence.words and any(says(source.line, case.sentence.line) for source in case.sources)
        return None if copy else case.sentence.line or "nothing"
    if share(said, known) < LEAST:
        return case.sentence.line
    things = _terms(_without_names(case.sentence.line))
    if 0 < len(things) <= FEW and share(things, known) < LEAST_OF_FEW:
        return case.sentence.line
    # A headline says what all is about, and so nothing of a part; an outlet may be named as who reports it.
    named = case.stems | case.outlets
    for part in _PARTS.split(case.sentence.line):
        own = _terms(_without_names(part))
        if own and share(own, named) < (LEAST_PART if len(own) >= PART_TERMS else LEAST_SHORT):
            return part.strip()
    return None


def copied(case: Case) -> float:
    """The share of the sentence's terms that its quotes say, in `[0, 1]`, the words of the headline not counted."""
    said = _terms(case.sentence.line)
    return share(said, case.stems) if said else 0.0


def covered(sentence: str, quote: str) -> float:
    """The share of the terms of `sentence` that `quote` says, in `[0, 1]`; 0 for a sentence without a term."""
    said = _terms(sentence)
    return share(said, frozenset(stems_of(quote))) if said else 0.0


def about(sentence: str, quote: str) -> float:
    """The same of the terms that are no names: two sentences on one person may have nothing else in common."""
    said = _terms(_without_names(sentence))
    return share(said, frozenset(stems_of(quote))) if said else 0.0


def share(said: frozenset[str], known: frozenset[str]) -> float:
    """The share of `said`, which is not empty, that is known; a term of the same family is, and a synonym."""
    return sum(map(partial(is_known, known=known), said)) / len(said)


def is_known(term: str, known: frozenset[str]) -> bool:
    if term in known or same_thing(term, known):
        return True
    return len(term) >= FAMILY and any(other.startswith(term[:FAMILY]) for other in known)


def _without_names(part: str) -> str:
    """A part without its capitalised words: names are proved as such."""
    return " ".join(word for word in part.split() if not any(map(str.isupper, word)))


def _terms(text: str) -> frozenset[str]:
    """The terms that say something; numbers and days are proved as such."""
    return frozenset(stems_of(text)) - FREE - frozenset(word for word in stems_of(text) if word[0].isdigit())
