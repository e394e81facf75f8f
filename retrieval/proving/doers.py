"""Doers: whom the sentence lets act or speak must be who acts or speaks in the quote, where names tell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retrieval.proving.coverage import FREE
from retrieval.proving.names import named_by
from retrieval.proving.texts import Case, Text, Word
from retrieval.reader.names import TITLES
from retrieval.reader.speech import sayings
from retrieval.terms import terms

REACH = 5
"""Words on each side of a verb in which its names stand."""
LEAST_REPORTED = 3
"""Terms of what somebody is reported to have said; fewer may stand anywhere."""
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’]?\s+(?=[\"“‘A-Z])")


def another_doer(case: Case) -> str | None:
    """Whom the sentence lets act or speak in the place of whom its quotes do, in its words; None when nobody."""
    return _swapped(case) or _another_speaker(case)


def is_passive(line: str) -> bool:
    """Whether somebody does in it what another one has done to him: then the two have changed places rightly."""
    return re.search(r"\b(?:was|were|is|are|been|being|be)\b(?: \S+){1,6} by\b", line) is not None


def _swapped(case: Case) -> str | None:
    """Whom the sentence lets do to another what the other one does in the quote, by name."""
    said = case.sentence.words
    for source in case.sources:
        if is_passive(case.sentence.line) != is_passive(source.line):
            continue
        for place, word in enumerate(said):
            verb = frozenset(terms(word.text)) - FREE
            if word.capital or not verb or not verb <= source.stems:
                continue
            doer, other = _names_in(said[max(0, place - REACH) : place]), _names_in(said[place + 1 : place + 1 + REACH])
            for there, told in enumerate(source.words):
                if frozenset(terms(told.text)) == verb and doer and other:
                    does = _names_in(source.words[max(0, there - REACH) : there])
                    if does and does <= other and not does & doer:
                        return " ".join(one.text for one in said[max(0, place - REACH) : place])
    return None


def _another_speaker(case: Case) -> str | None:
    """Whom the sentence lets say what in the quote that says it is said by others, by name; None when nobody."""
    for verb, subject in sayings(case.sentence.line):
        speaker = _named(subject)
        reported = frozenset(terms(case.sentence.line[verb.end() :])) - frozenset(terms(subject))
        if not speaker or len(reported) < LEAST_REPORTED:
            continue
        told = [(one, source) for source in case.sources for one in _SENTENCE_END.split(source.line)]
        best, source = max(told, key=lambda one: len(reported & frozenset(terms(one[0]))))
        speakers = [_named(one) for _, one in sayings(best)]
        if speaker & {*source.outlet} or not speakers:
            continue
        if speaker <= {folded for word in Text(best).words for folded in word.folded}:
            continue
        if all(speakers) and not any(2 * len(one & speaker) >= min(len(one), len(speaker)) for one in speakers):
            return subject
    return None


def _names_in(found: Sequence[Word]) -> set[str]:
    return {one for word in found if word.capital for one in named_by(word)} - TITLES


def _named(subject: str) -> set[str]:
    return _names_in(Text(subject).words)
