"""What stands at the edges of chosen words and is no part of them: punctuation, halves of pairs, conjunctions."""

from __future__ import annotations

import re

from corpus.types import Span

_PARTNERS = {"“": "”", "(": ")", "[": "]"}
EDGES = " \t\r\n\u00a0,.;:!?…—–-'’‘\"“”()[]/|*_"
_ABBREVIATION = re.compile(
    r"(?:[^\W\d_]\.)+|(?:[ap]\.m|Jr|Sr|Inc|Co|Corp|Ltd|St|No|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\."
)
_LEADING = re.compile(r"(?:and|or|but|nor)\s+(?=\w)", re.IGNORECASE)
_TRAILING = re.compile(r"(?<=\w)[\s,]+(?:and|or|but|nor|the|an?|of|which|who)$", re.IGNORECASE)


def tidy(sentence: str, span: Span) -> Span:
    """`span` without the punctuation, halves of pairs and conjunctions at its edges; itself when no more is in it."""
    start, end = span
    before = None
    while before != (start, end) and start < end:
        before = (start, end)
        said = sentence[start:end]
        if said[0] in EDGES and not _opens(said):
            start += 1
        elif said[-1] in EDGES and not _closes(said):
            end -= 1
        elif match := _LEADING.match(said):
            start += match.end()
        elif match := _TRAILING.search(said, max(0, len(said) - 12)):
            end = start + match.start()
    return _paired(sentence, Span(start, end)) if start < end else span


def _opens(said: str) -> bool:
    """Whether the first mark of `said` belongs to it: it opens a pair that closes in it, or is a sign of a number."""
    mark = said[0]
    if mark in _PARTNERS:
        return _PARTNERS[mark] in said
    return (mark == '"' and '"' in said[1:]) or (mark in "-'’." and said[1:2].isdigit())


def _closes(said: str) -> bool:
    """Whether the last mark of `said` belongs to it: it closes a pair that opens in it, or shortens a word."""
    mark = said[-1]
    if mark == ".":
        return bool(_ABBREVIATION.fullmatch(said[-30:].split()[-1].lstrip('(“"')))
    opening = next((one for one, other in _PARTNERS.items() if other == mark), None)
    return (opening is not None and opening in said) or (mark == '"' and '"' in said[:-1])


def _paired(sentence: str, span: Span) -> Span:
    """`span` with the mark next to it whose other half it holds: `Law” & Order` is no answer."""
    said = sentence[span.start : span.end]
    start, end = span
    for opening, closing in (*_PARTNERS.items(), ('"', '"')):
        odd = said.count('"') % 2 if opening == '"' else said.count(opening) != said.count(closing)
        if odd and sentence[max(start - 1, 0) : start] == opening:
            start -= 1
        elif odd and sentence[end : end + 1] == closing:
            end += 1
    return Span(start, end)
