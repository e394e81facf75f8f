"""Speakers: whom the sentence lets say something must be who says it in the quote, where names tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from retrieval.gazetteer import land_of
from retrieval.proving.coverage import FREE, share
from retrieval.proving.names import named_by, opens_as_common
from retrieval.proving.texts import Case, Source, Text, stems_of
from retrieval.reader.names import TITLES
from retrieval.reader.speech import sayings
from retrieval.terms import STOP_WORDS

LEAST_REPORTED = 3
"""Terms of what somebody is reported to have said; fewer may stand anywhere."""

_ANYBODY = frozenset(
    stems_of(
        """official authority government police officer report source article witness spokesman spokeswoman spokesperson
        outlet newspaper news agency author"""
    )
)
"""Words for a speaker of whom little is said: whoever speaks for a ministry is an official."""
NEAR = 400
"""Characters on each side of a verb of saying, and of a name, that tell who says what to whom."""

_OF_A_NOUN = frozenset("the a an its his her their of in at for from some both few most".split())
_POINTING = frozenset("the its his her their".split())
"""They point to whom has been named: "the union" may be SAG-AFTRA, and "doctors" nobody but doctors."""
_SET_OFF = re.compile(r"(?:^|,)\s*([^,]+,\s*[^,]+),\s*$")
_BEHIND = re.compile(r",\s*((?:[A-Z][\w.’'-]*\s?)+)")
_NEXT = re.compile(r", (?:and|but|while|which|who|whereas)\b|;")
"""Where what is reported may end, and another clause begin."""
_CLOSED = re.compile(r",[”\"’]?\s*$")
_SPOKEN_TO = re.compile(
    r"\b(?:told|tells|asked|asks|informed|reminded|warned|assured|urged|said to|says to|(?:interview|talks?) with)"
    r"(?: (?:the|his|her|its|their|an?|[a-z-]+er|[a-z-]+or))* $"
)
"""What stands before whom somebody speaks to."""


def another_speaker(case: Case) -> str | None:
    """Whom the sentence lets say what in the quotes that say it is said by others, by name; None when nobody."""
    told = [(one, source) for source in case.sources for one in source.sentences]
    for names, subject, reported in _said(case.sentence.line):
        if len(reported) < LEAST_REPORTED or not told:
            continue
        if not names and (unknown := _nobody(subject, case)):
            return unknown
        if not names:
            continue
        shares = [len(reported & frozenset(stems_of(one))) for one, _ in told]
        best = [pair for pair, share in zip(told, shares, strict=True) if share == max(shares)]
        if all(_said_by_others(names, one, source) for one, source in best):
            return subject
    return None


def _nobody(subject: str, case: Case) -> str | None:
    """A speaker without a name of whom no source says a word: "doctors", where a neighbour of the lake says it."""
    words = [word.text.lower() for word in Text(subject).words]
    if any(word in STOP_WORDS and word not in _OF_A_NOUN for word in words):
        return None  # no noun alone: "an official who asked not to be named"
    own = frozenset(stems_of(subject)) - FREE - _ANYBODY
    named = any(word.capital and not word.opens for word in Text(subject).words)
    if not own or named or share(own, case.stems | case.about):
        return None
    by_name = words[0] in _POINTING and any(names for source in case.sources for names, _, _ in _said(source.line))
    return None if by_name else subject


def _said_by_others(names: set[str], quote: str, source: Source) -> bool:
    speakers = [found for found, _, _ in _said(quote)]
    if names & {*source.outlet} or not speakers or not all(speakers):
        return False
    if any(2 * len(one & names) >= min(len(one), len(names)) for one in speakers):
        return False
    # Whoever is named beside the speaker may speak too; not so whom he speaks to.
    words = Text(quote).words
    places = [word for word in words if word.capital and names.intersection(word.folded)]
    named = names <= {folded for word in words for folded in word.folded}
    return not named or all(_is_spoken_to(quote, word.start, names) for word in places)


def _is_spoken_to(quote: str, start: int, names: set[str]) -> bool:
    before = quote[max(0, start - NEAR) : start]
    while (last := re.search(r"(\S+) $", before)) and names.intersection(Text(last[1]).folded):
        before = before[: last.start()]
    return _SPOKEN_TO.search(before) is not None


def _said(line: str) -> Iterator[tuple[set[str], str, frozenset[str]]]:
    """For each verb of saying the names of who speaks, how he is written, and the terms of what he is let say."""
    for verb, subject in sayings(line):
        before = line[max(0, verb.start() - NEAR) : verb.start()]
        after = _NEXT.split(line[verb.end() : verb.end() + NEAR], maxsplit=1)[0]
        phrase = subject
        if apposition := _SET_OFF.search(before):  # "The minister, Mara Vint, said"
            phrase = apposition[1]
        elif subject and after.lstrip().startswith(subject):  # "…,” said the minister, Mara Vint"
            behind = _BEHIND.match(after.lstrip()[len(subject) :])
            phrase = f"{subject}, {behind[1]}" if behind else subject
        names = _names(phrase)
        own = frozenset(stems_of(phrase))
        reported = frozenset(stems_of(after)) - own
        ahead = before[: before.rfind(subject)] if subject and subject in before else before
        if len(reported) < LEAST_REPORTED and _CLOSED.search(ahead):  # "The port closed, Vint said"
            reported = frozenset(stems_of(ahead)) - own
        yield names, subject, reported


def _names(phrase: str) -> set[str]:
    """The words of the names in a phrase; "the French president" has none."""
    words = Text(phrase).words
    found: set[str] = set()
    for word, following in zip(words, (*words[1:], None), strict=False):
        describes = land_of(word.folded[0]) is not None and following is not None and not following.capital
        if word.capital and not describes and not opens_as_common(words, word):
            found.update(named_by(word))
    return found - TITLES
