"""What may be asked: the one place that refuses a question."""

from __future__ import annotations

import unicodedata

from config.errors import UsageError
from corpus.dates import parse_day
from retrieval.types import Filters

MAX_CHARS = 2000
"""Longer than any question; what is longer was pasted by mistake."""


def checked(text: str) -> str:
    """
    `text` with its white space tidied, fit to be searched for.

    Raises:
        UsageError: it is empty, has no letter or digit, is longer than `MAX_CHARS`, or holds control characters.
    """
    tidy = " ".join(text.split())
    if not tidy:
        raise UsageError("the question is empty")
    if len(tidy) > MAX_CHARS:
        raise UsageError(f"the question has {len(tidy):,} characters, and the most is {MAX_CHARS:,}")
    if any(unicodedata.category(char) in {"Cc", "Cs"} for char in tidy):
        raise UsageError("the question holds control characters")
    if not any(char.isalnum() for char in tidy):
        raise UsageError("the question holds no word")
    return tidy


def filters_from(since: str | None, until: str | None, outlet: str | None) -> Filters:
    """
    The filters that a person wrote; the days are `YYYY[-MM[-DD]]`, inclusive, so that `until` 2021 ends in December.

    Raises:
        UsageError: a day cannot be read, or the window ends before it starts.
    """
    try:
        first = parse_day(since)[0] if since else None
        last = parse_day(until)[1] if until else None
    except ValueError as exc:
        raise UsageError(str(exc)) from exc
    if first and last and last < first:
        raise UsageError(f"the window ends ({until}) before it starts ({since})")
    return Filters(first, last, outlet.strip() if outlet and outlet.strip() else None)
