"""The verdict on a sentence: every check of the table, in its order, until one finds a fault."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from retrieval.proving.additions import unsaid
from retrieval.proving.addresses import untold_address
from retrieval.proving.causes import changed_cause
from retrieval.proving.days import untold_day
from retrieval.proving.doers import another_doer
from retrieval.proving.exchanges import displaced
from retrieval.proving.moods import changed_mood
from retrieval.proving.names import untold_name
from retrieval.proving.numbers import untold_number
from retrieval.proving.quotations import unquoted
from retrieval.proving.scopes import widened_scope
from retrieval.proving.texts import Case, Quoted

__all__ = ["CHECKS", "Fault", "Quoted", "Reason", "fault"]

Reason = Literal[
    "quotation", "address", "date", "number", "name", "place", "doer", "cause", "scope", "mood", "coverage"
]


LONGEST, MOST_QUOTED = 1_000, 6_000
"""Characters of a sentence, and of all its quotes: what is longer is no sentence, and is looked at no further."""


class Fault(NamedTuple):
    """Why a sentence does not hold, and the words of it, or in a word what has become of those of the source."""

    reason: Reason
    words: str


CHECKS: tuple[tuple[Reason, Callable[[Case], str | None]], ...] = (
    ("quotation", unquoted),
    ("address", untold_address),
    ("date", untold_day),
    ("number", untold_number),
    ("name", untold_name),
    ("place", displaced),
    ("doer", another_doer),
    ("cause", changed_cause),
    ("scope", widened_scope),
    ("mood", changed_mood),
    ("coverage", unsaid),
)


def fault(sentence: str, quotes: Sequence[Quoted]) -> Fault | None:
    """
    What is wrong with `sentence`, which says that it rests on `quotes`; None when it says no more than they do.

    Whole sentences of a quote, as they stand, say what it says, and nothing else is looked at. A sentence that rests on
    nothing has the fault that nothing covers it; so has one that is too long to be one.
    """
    case = Case.of(sentence, quotes)
    if case.verbatim:
        return None
    if len(case.sentence.line) > LONGEST or sum(len(source.line) for source in case.sources) > MOST_QUOTED:
        return Fault("coverage", case.sentence.line)
    return next((Fault(reason, words) for reason, check in CHECKS if (words := check(case))), None)
