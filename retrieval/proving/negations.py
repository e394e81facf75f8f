"""Negations: "not all" is not "none", nor "not only" a "not": a quote that denies one thing denies no other."""

from __future__ import annotations

import re
from typing import NamedTuple

from retrieval.proving.texts import Case


class Pattern(NamedTuple):
    """A negation of a quote that does not deny the verb, and what of a sentence that denies all the same keeps it."""

    told: re.Pattern[str]
    kept: re.Pattern[str]


_DENIES = re.compile(r"\b(?:no|not|none|nobody|never|neither|cannot)\b|n[’']t\b", re.IGNORECASE)
PATTERNS = (
    Pattern(
        re.compile(r"\bnot (?:all|every)", re.IGNORECASE),
        re.compile(r"\bnot (?:all|every)|\bsome\b|\bpart|\bmany\b|\bmost\b", re.IGNORECASE),
    ),
    Pattern(
        re.compile(r"\bnot only\b|\bno (?:fewer|less) than\b|\b(?:nobody|none|no one) (?:but|except)\b", re.IGNORECASE),
        re.compile(r"\bnot only\b|\bno (?:fewer|less)\b|\bbut\b|\bexcept|\bonly\b", re.IGNORECASE),
    ),
    Pattern(
        re.compile(r"(?:\bnot|n[’']t)\b[^,.;]*\bbecause\b[^.]*\bbut\b", re.IGNORECASE),
        re.compile(r"\bbecause\b", re.IGNORECASE),
    ),
)


def denied_otherwise(case: Case) -> str | None:
    """ "denial" where the sentence denies what its quotes only say is not all of it; None where it does not."""
    if not _DENIES.search(case.sentence.line):
        return None
    for pattern in PATTERNS:
        told = [pattern.told.search(source.line) for source in case.sources]
        others = (pattern.told.sub(" ", source.line) for source in case.sources)
        if any(told) and not pattern.kept.search(case.sentence.line) and not any(map(_DENIES.search, others)):
            return "denial"
    return None
