"""Causes: what came of what, and after what, must be so in a quote, and the same way round."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from retrieval.proving.texts import Case, Text, stems_of

ENOUGH = 3
"""Words of both sides from which on two sentences tell of the same two things."""

_DUE_TO = r"(?<!is )(?<!are )(?<!was )(?<!were )due to"
"""But not "is due to sail"."""
_BY = re.compile(  # the effect stands before, the cause behind
    rf"\b(?:because(?: of)?|{_DUE_TO}|owing to|thanks to|as a result of|in response to|following|after|amid"
    r"|(?:was|were|been) (?:caused|triggered|prompted|sparked) by)\b",
    re.IGNORECASE,
)
_TO = re.compile(
    r"(?<!was )(?<!were )(?<!been )\b(?:(?:led|leads|leading) to|caus(?:ed?|es|ing)|resulted in|prompt(?:ed|ing)"
    r"|trigger(?:ed|ing)|spark(?:ed|ing)|before|so)\b",
    re.IGNORECASE,
)
_SAID = re.compile(rf"\b(?:because|{_DUE_TO}|owing to|led to|caused|as a result of|in response to)\b")
_TOLD = re.compile(
    r"\b(?:because|due|owing|as|since|after|for|from|over|amid|so|when|with|thanks|led to)\b"
    r"|caus|follow|result|response|blam|reason|trigger|prompt|spark|forc|\bmean|credit"
)
_CLAUSE = re.compile(r"[,;:]")


class Side(NamedTuple):
    """The stems of what came of something, and of what it came of or came after."""

    effect: frozenset[str]
    cause: frozenset[str]


def changed_cause(case: Case) -> str | None:
    """ "cause" where the sentence turns cause and effect round, or says one that no quote does; None elsewhere."""
    if _SAID.search(case.sentence.line) and not any(_TOLD.search(source.line) for source in case.sources):
        return "cause"
    told = [side for source in case.sources for side in _sides(source.line)]
    for said in _sides(case.sentence.line):
        both = [_alike(said, one) for one in told]
        if both and max(turned for _, turned in both) >= ENOUGH and all(turned > same for same, turned in both):
            return "cause"
    return None


def _alike(said: Side, told: Side) -> tuple[int, int]:
    """How many words both have on the same sides, and on the other ones."""
    same = len(said.effect & told.effect) + len(said.cause & told.cause)
    return same, len(said.effect & told.cause) + len(said.cause & told.effect)


@lru_cache(maxsize=1024)
def _sides(line: str) -> tuple[Side, ...]:
    return tuple(side for sentence in Text(line).sentences for side in _of_sentence(sentence))


def _of_sentence(sentence: str) -> Iterator[Side]:
    for pattern, forwards in ((_BY, True), (_TO, False)):
        for found in pattern.finditer(sentence):
            before, after = sentence[: found.start()], sentence[found.end() :]
            if not before.strip(' “"'):  # "After the vote, they left"
                after, comma, before = after.partition(",")
                if not comma:
                    continue
            else:
                before, after = _CLAUSE.split(before)[-1], _CLAUSE.split(after)[0]
            one, other = frozenset(stems_of(before)), frozenset(stems_of(after))
            yield Side(one, other) if forwards else Side(other, one)
