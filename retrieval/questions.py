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


def filters_from(since: str | None, until: str | None, outlet: str | None, as_of: str | None = None) -> Filters:
    """
    The filters that a person wrote; the days are `YYYY[-MM[-DD]]`, inclusive, so that `until` 2021 ends in December.

    `as_of` ends the window like `until`, and says that the archive is looked at as it was on that day.

    Raises:
        UsageError: a day cannot be read, the window ends before it starts, or both `until` and `as_of` end it.
    """
    if until and as_of:
        raise UsageError("both --until and --as-of say where the window ends; give one of them")
    end = until or as_of
    try:
        first = parse_day(since)[0] if since else None
        last = parse_day(end)[1] if end else None
    except ValueError as exc:
        raise UsageError(str(exc)) from exc
    if first and last and last < first:
        raise UsageError(f"the window ends ({end}) before it starts ({since})")
    return Filters(first, last, outlet.strip() if outlet and outlet.strip() else None, as_of=bool(as_of))
