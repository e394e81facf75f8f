"""Questions about now: of what answers equally well the newest goes first, and nothing is left out for being older."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from retrieval.citing import one_line
from retrieval.types import Evidence, Reading

NEAR = 0.3
"""
How far the log-odds of newer evidence may lie below the best: they answer about equally well.

Of the 94 answered questions of the news quiz that say "this week" and the like, as many have the right quote first as
without (51); at 0.5 it is two fewer. The figures stand in retrieval/README.md.
"""
_NOW = re.compile(
    r"\b(?:latest|newest|most recent(?:ly)?|current(?:ly)?|now|(?<!USA )today|tonight|so far|these days|at the moment"
    r"|this (?:week|weekend|month|year|season|morning))\b",
    re.IGNORECASE,
)


def wants_newest(question: str) -> bool:
    """Whether `question` asks how things stand now ("latest", "today", "this week"): a preference, never a filter."""
    return _NOW.search(question) is not None


def newest_first(reading: Reading) -> Reading:
    """
    `reading` with the newest of its best evidence first, the undated last; the same object when that is first already.

    The short answer is then that of the new first quote: what it emphasises, if that is one thing. A "Yes" or "No" was
    read out of another sentence, and goes.
    """
    if not reading.evidence:
        return reading
    best = reading.evidence[0]
    near = [piece for piece in reading.evidence if piece.score >= best.score - NEAR]
    newest = max(near, key=lambda piece: piece.hits[0].article.published or date.min)
    if newest is best:
        return reading
    others = (piece for piece in reading.evidence if piece is not newest)
    return replace(reading, evidence=(newest, *others), short_answer=_short_answer(reading.short_answer, newest))


def _short_answer(before: str | None, first: Evidence) -> str | None:
    quote = first.quotes[0]
    if before is None or before in ("Yes", "No"):
        return None
    if before in one_line(quote.text):
        return before
    match quote.emphasis:
        case (span,):
            return one_line(quote.text[span.start - quote.start : span.end - quote.start])
        case _:
            return None
