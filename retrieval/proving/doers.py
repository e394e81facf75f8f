"""Doers: whom the sentence lets do something must be who does it in the quotes, where names tell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retrieval.followups.given_names import MEN, WOMEN
from retrieval.proving.deeds import PRONOUNS, Deed, acts, deeds
from retrieval.proving.names import one_place
from retrieval.proving.speakers import another_speaker
from retrieval.proving.texts import Case
from retrieval.proving.voices import voice_turned

ALIKE = 2
"""Words of content alike behind a verb from which on it tells of the same."""

NOT_SO_NAMED = {"he": WOMEN, "she": MEN}
"""Pronouns, with the given names of those for whom they do not stand."""


def another_doer(case: Case) -> str | None:
    """Whom the sentence lets act or speak in the place of whom its quotes do; None when nobody."""
    return _turned_round(case) or voice_turned(case) or _in_the_place_of(case) or another_speaker(case)


def is_passive(line: str) -> bool:
    """Whether somebody does in it what another one has done to him: then the two have changed places rightly."""
    return re.search(r"\b(?:was|were|is|are|been|being|be)\b(?: \S+){1,6} by\b", line) is not None


def _turned_round(case: Case) -> str | None:
    """Who does to another in the sentence what the other one does in the quotes, and nowhere the other way round."""
    told = [deed for source in case.sources for deed in deeds(source.line)]
    for said in deeds(case.sentence.line):
        alike = [one for one in told if one.verb == said.verb]
        if any(_reversed(said, one) for one in alike) and not any(_agree(said, one) for one in alike):
            return said.said
    return None


def _agree(said: Deed, told: Deed) -> bool:
    ours, theirs = said.doers - said.others, told.doers - told.others
    return bool(ours & theirs) or (not theirs and bool(said.others & told.others))


def _reversed(said: Deed, told: Deed) -> bool:
    ours, theirs = said.doers - said.others, told.doers - told.others
    return bool(theirs & said.others) and not theirs & ours


def _in_the_place_of(case: Case) -> str | None:
    """Who does in the sentence what another one does in the quotes, by name and in the same words, and he nowhere."""
    told = [act for source in case.sources for act in acts(source.line)]
    for said in acts(case.sentence.line):
        alike = [one for one in told if one.verb == said.verb and _weight(one.of & said.of) >= ALIKE]
        if alike and all(_are_two(said.doer, one.doer) for one in alike):
            return " ".join(said.doer)
    return None


def _weight(stems: frozenset[str]) -> int:
    """How much words tell of one deed: a number as much as two others."""
    return sum(2 if stem[0].isdigit() else 1 for stem in stems)


def _are_two(said: Sequence[str], told: Sequence[str]) -> bool:
    """
    Whether two names, or a name and a pronoun, cannot be one's: two of a family have one name in common, but not the
    last word of either. A pronoun may be anybody's of its kind.
    """
    if said[-1] in PRONOUNS:
        return False
    if told[-1] in PRONOUNS:
        return not NOT_SO_NAMED[told[-1]].isdisjoint(said)
    return said[-1] not in told and told[-1] not in said and not one_place(said[-1], told[-1])
