"""
What stands in a quote in the place of words of the sentence: the words of both are aligned, from their beginnings to
their ends, and then each name, number and thing by the words that stand beside it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import islice, takewhile
from typing import NamedTuple

from retrieval.proving.days import DAY_NAMES, full_name
from retrieval.proving.names import named_by
from retrieval.proving.texts import Case, Source, Text, Word, words_of
from retrieval.reader.figures import FIGURE, read_number

FLANK = 2
"""Words alike on each side of an exchanged part; with none on one side, one more on the other."""
LONGEST = 5
"""Words of an exchanged part; longer ones are another way of saying it."""
MOST_LEADS = 50
"""Places of a quote at which the same words lead to something; no article says any so often."""


Operation = tuple[str, int, int, int, int]


class Exchanged(NamedTuple):
    """A part of the sentence and what stands in its place in the quote."""

    said: list[Word]
    told: list[Word]


def exchanged(sentence: Text, source: Source) -> Iterator[Exchanged]:
    """The parts that were exchanged when both are read from their beginnings to their ends."""
    said, told = sentence.words, source.words
    found = operations(sentence, source)
    for place, (what, i1, i2, j1, j2) in enumerate(found):
        before = _run(found[place - 1]) if place else 0
        after = _run(found[place + 1]) if place + 1 < len(found) else 0
        if what != "replace" or i2 - i1 > LONGEST:
            continue
        if i1 == 0 and after > FLANK:
            # What opens the sentence stands against what opens that sentence of the quote.
            j1 = max([j1, *(n for n in range(j1, j2) if told[n].opens)])
        elif i2 == len(said) and before > FLANK:
            j2 = min(j2, j1 + i2 - i1)  # the quote may go on
        elif not ((before >= FLANK and after >= 1) or (before >= 1 and after >= FLANK)):
            continue
        if j2 - j1 <= LONGEST:
            yield Exchanged(list(said[i1:i2]), list(told[j1:j2]))


def operations(sentence: Text, source: Text) -> list[Operation]:
    """What makes the words of the sentence those of a quote, as `difflib` tells it: "equal", "replace", "delete"…"""
    return _operations(sentence.line, source.line)


@lru_cache(maxsize=512)
def _operations(line: str, quote: str) -> list[Operation]:
    said, told = keys(words_of(line)), keys(words_of(quote))
    return list(SequenceMatcher(None, said, told, autojunk=False).get_opcodes())


def in_the_same_place(case: Case, source: Source) -> Iterator[Exchanged]:
    """
    Each name, number and owner in the sentence, and each thing that no quote names, and what the quote has between the
    words that stand beside it, or behind the words that lead to it.
    """
    said, told = ([word for word in text.words if word.text != "own"] for text in (case.sentence, source))
    ours, theirs = keys(said), keys(told)
    for start, end in _runs(said, case.stems):
        left, right = ours[max(0, start - FLANK) : start], ours[end : end + FLANK]
        for before, after in ((left, right[:1]), (left[-1:], right)):
            if len(before) + len(after) <= FLANK or not _says_anything(said, start - len(before), end + len(after)):
                continue
            leads = list(islice(places(before, theirs), MOST_LEADS))
            for n, j in enumerate(leads, 1):
                first = j + len(before)
                for k in range(first, min(first + LONGEST, len(theirs) - len(after)) + 1):
                    if theirs[k : k + len(after)] == after:
                        if k > first and bisect_right(leads, k - len(before)) <= n:
                            yield Exchanged(said[start:end], told[first:k])
                        break
        lead = ours[max(0, start - FLANK - 1) : start]
        if len(lead) > FLANK and _says_anything(said, start - len(lead), start):
            for j in islice(places(lead, theirs), MOST_LEADS):
                found = _run_at(told, j + len(lead))
                if found and owns(found[-1]) == owns(said[end - 1]):  # "Rimal's mayor, Mara Vint" is not Rimal
                    yield Exchanged(said[start:end], found)


def _says_anything(said: Sequence[Word], start: int, end: int) -> bool:
    return any(word.stems for word in said[start:end])


def _run_at(told: Sequence[Word], start: int) -> list[Word]:
    """The name, number or day that begins at a place; empty where none does."""
    return list(takewhile(has_a_place, told[start : start + LONGEST]))


def _runs(said: Sequence[Word], known: frozenset[str]) -> Iterator[tuple[int, int]]:
    start = None
    for place, word in enumerate([*said, None]):
        if word is not None and (has_a_place(word) or (word.stems and not known.intersection(word.stems))):
            start = place if start is None else start
        elif start is not None:
            yield start, place
            start = None


def has_a_place(word: Word) -> bool:
    """Whether a word is a name, a number, a day or an owner."""
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
    return [" ".join(word.stems or word.folded) for word in found]


def _run(operation: Operation) -> int:
    what, i1, i2, _, _ = operation
    return i2 - i1 if what == "equal" else 0
