"""
Additions: nothing may be put into what is copied from a quote word by word.

Whoever words a sentence anew uses other words all over it; whoever writes "the corrupt mayor opened the new canal"
where the quote has "the mayor opened the new canal" says one thing more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from retrieval.proving.aligning import FLANK, is_number, operations
from retrieval.proving.coverage import COPIED, FREE, copied, share, uncovered
from retrieval.proving.texts import Case, Source, Text, Word

MOST = 3
"""Words of content that are put in; more of them are another way of saying it, or a part that coverage looks at."""

_PERSONS = frozenset("i me my mine we us our ours you your yours".split())


def unsaid(case: Case) -> str | None:
    """What the sentence says beside what its quotes say, in its words; None when it says no more."""
    return addressed(case) or uncovered(case) or added(case)


def addressed(case: Case) -> str | None:
    """An "I", "we" or "you" of the sentence that no quote says: an archive speaks for nobody, and to nobody."""
    told = {word.text.lower() for source in case.sources for word in source.words}
    words = case.sentence.words
    for before, word in zip((None, *words), words, strict=False):
        numeral = word.text == "I" and before is not None and before.capital  # "World War I"
        if word.text.lower() in _PERSONS and word.text.lower() not in told and word.text != "US" and not numeral:
            return word.text
    return None


def added(case: Case) -> str | None:
    """Words that the sentence puts between words that stand together in a quote, or behind its end; None for none."""
    if copied(case) < COPIED:
        return None
    known = case.stems | case.about
    for source in case.sources:
        for words in _put_in(case.sentence, source):
            own = (
                frozenset(stem for word in words if not (word.capital or is_number(word)) for stem in word.stems) - FREE
            )
            if 0 < len(own) <= MOST and not share(own, known):
                return " ".join(word.text for word in words)
    return None


def _put_in(sentence: Text, source: Source) -> Iterator[Sequence[Word]]:
    """Words of content between two that stand together in the quote, and an aim behind its last one."""
    said = sentence.words
    found = operations(sentence, source)
    for place, (what, i1, i2, _, _) in enumerate(found):
        if what != "delete" or not place or found[place - 1][0] != "equal":
            continue
        run = found[place - 1][2] - found[place - 1][1]
        if place + 1 == len(found):
            if run > FLANK and said[i1].text == "to":
                yield said[i1:i2]
        elif run + found[place + 1][2] - found[place + 1][1] > FLANK and all(word.stems for word in said[i1:i2]):
            yield said[i1:i2]
