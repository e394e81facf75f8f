"""
A quote with the days that its words mean, as people read it: "said Thursday [7 Oct 2021]". Pure.

The words in square brackets are ours; a quote in JSON, and whatever is proved, never holds them.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from corpus.types import Span
from retrieval.citing import quote_dates
from retrieval.types import Citation

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


class DatedQuote(NamedTuple):
    """The text of a quote with its insertions; `emphasis` and `insertions` are offsets into it."""

    text: str
    emphasis: tuple[Span, ...]
    insertions: tuple[Span, ...]


def dated_quote(citation: Citation) -> DatedQuote:
    """
    The quote of `citation` with " [7 Oct 2021]" behind all words that mean a day without saying the whole of it.

    It is the quote as it stands where no words do, or nothing is known of its article's day.
    """
    quote = citation.quote
    parts: list[str] = []
    notes: list[tuple[int, str]] = []
    at = quote.start
    for words in quote_dates(citation):
        if not words.spelled_out:
            notes.append((words.end, f" [{short_days(words.first, words.last)}]"))
            parts += [quote.text[at - quote.start : words.end - quote.start], notes[-1][1]]
            at = words.end
    parts.append(quote.text[at - quote.start :])

    def place(offset: int, *, end: bool = False) -> int:
        """Where an offset of the article stands in the new text; an end stays before what is inserted at it."""
        before = sum(len(note) for after, note in notes if after < offset or (after == offset and not end))
        return min(max(offset - quote.start, 0), len(quote.text)) + before

    return DatedQuote(
        "".join(parts),
        tuple(Span(place(span.start), place(span.end, end=True)) for span in quote.emphasis),
        tuple(Span(place(after) - len(note), place(after)) for after, note in notes),
    )


def short_days(first: date, last: date) -> str:
    """The days from `first` to `last`, as short as they can be said: "7 Oct 2021", "Oct 2021", "4–10 Oct 2021"."""
    if first == last:
        return f"{_day(first)} {first.year}"
    if first.day == 1 and (last + timedelta(1)).day == 1:
        return _months(first, last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_day(last)} {last.year}"
    begins = _day(first) if first.year == last.year else f"{_day(first)} {first.year}"
    return f"{begins} – {_day(last)} {last.year}"


def _months(first: date, last: date) -> str:
    begins, ends = _MONTHS[first.month - 1], _MONTHS[last.month - 1]
    if first.month == 1 and last.month == 12:
        return f"{first.year}" if first.year == last.year else f"{first.year}–{last.year}"
    if first.year != last.year:
        return f"{begins} {first.year} – {ends} {last.year}"
    return f"{begins} {last.year}" if begins == ends else f"{begins}–{ends} {last.year}"


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]}"
