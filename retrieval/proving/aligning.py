"""
What stands in a quote in the place of words of the sentence: the words of both are aligned, from their beginnings to
their ends, and then each name, number and thing by the words that stand beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from difflib import SequenceMatcher
from typing import NamedTuple

from retrieval.proving.days import DAY_NAMES, full_name
from retrieval.proving.names import named_by
from retrieval.proving.texts import Case, Source, Text, Word
from retrieval.reader.figures import FIGURE, read_number
from retrieval.terms import terms

FLANK = 2
"""Words alike on each side of an exchanged part; with none on one side, one more on the other."""
LONGEST = 5
"""Words of an exchanged part; longer ones are another way of saying it."""


class Exchanged(NamedTuple):
    """A part of the sentence and what stands in its place in the quote."""

    said: list[Word]
    told: list[Word]


def exchanged(sentence: Text, source: Source) -> Iterator[Exchanged]:
    """The parts that were exchanged when both are read from their beginnings to their ends."""
    said, told = sentence.words, source.words
    operations = SequenceMatcher(None, keys(said), keys(told), autojunk=False).get_opcodes()
    for place, (what, i1, i2, j1, j2) in enumerate(operations):
        before = _run(operations[place - 1]) if place else 0
        after = _run(operations[place + 1]) if place + 1 < len(operations) else 0
        if what != "replace" or i2 - i1 > LONGEST:
            continue
        if i1 == 0 and after > FLANK:
            # What opens the sentence stands against what opens that sentence of the quote.
            j1 = max([j1, *(n for n in range(j1, j2) if told[n].opens)])
        elif not (
            (i2 == len(said) and before > FLANK) or (before >= FLANK and after >= 1) or (before >= 1 and after >= FLANK)
        ):
            continue
        if j2 - j1 <= LONGEST:
            yield Exchanged(said[i1:i2], told[j1:j2])


def in_the_same_place(case: Case, source: Source) -> Iterator[Exchanged]:
    """
    Each name, number and owner in the sentence, and each thing that no quote names, and what the quote has between the
    words that stand beside it.
    """
    said, told = ([word for word in text.words if word.text != "own"] for text in (case.sentence, source))
    ours, theirs = keys(said), keys(told)
    for start, end in _runs(said, case.stems):
        left, right = ours[max(0, start - FLANK) : start], ours[end : end + FLANK]
        for before, after in ((left, right[:1]), (left[-1:], right)):
            if len(before) + len(after) <= FLANK or not any(terms(word) for word in (*before, *after)):
                continue
            for j in places(before, theirs):
                for k in range(j + len(before) + 1, min(j + len(before) + LONGEST, len(theirs) - len(after)) + 1):
                    if theirs[k : k + len(after)] == after:
                        yield Exchanged(said[start:end], told[j + len(before) : k])
                        break


def _runs(said: Sequence[Word], known: frozenset[str]) -> Iterator[tuple[int, int]]:
    start = None
    for place, word in enumerate([*said, None]):
        if word is not None and (_has_a_place(word) or (terms(word.text) and not set(terms(word.text)) & known)):
            start = place if start is None else start
        elif start is not None:
            yield start, place
            start = None


def _has_a_place(word: Word) -> bool:
    if is_number(word) or (named_by(word) and (word.capital or owns(word))):
        return True
    return word.capital and any(full_name(one) in DAY_NAMES for one in word.folded)


def is_number(word: Word) -> bool:
    return value_of(word) is not None


def value_of(word: Word) -> Decimal | None:
    """The number that a word is, in digits or spelled; None for any other, and for "one", which may be anything."""
    if word.text.lower() == "one" or not FIGURE.fullmatch(word.text):
        return None
    reading = read_number(word.text)
    return reading.number if reading else None


def owns(word: Word) -> bool:
    """Whether a word is a possessive."""
    return re.search(r"[’']s$", word.text) is not None


def places(wanted: Sequence[str], among: Sequence[str]) -> Iterator[int]:
    """Where the words `wanted` stand among others, one after the other."""
    return (n for n in range(len(among) - len(wanted) + 1) if list(among[n : n + len(wanted)]) == list(wanted))


def keys(found: Sequence[Word]) -> list[str]:
    """By what words are compared: their stems, and the commonest words as they are."""
    return [" ".join(terms(word.text) or word.folded) for word in found]


def _run(operation: tuple[str, int, int, int, int]) -> int:
    what, i1, i2, _, _ = operation
    return i2 - i1 if what == "equal" else 0
