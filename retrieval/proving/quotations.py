"""Quotations: what the sentence puts into quotation marks must stand in one of its quotes, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from retrieval.proving.locating import says
from retrieval.proving.texts import Case

_QUOTATION = re.compile(
    r"“([^“”]*)(?:”|\Z|(?=“))"
    r"|„([^“”]*)(?:[“”]|\Z)"
    r"|«([^»]*)(?:»|\Z)|»([^«]*)«"
    r"|(?<!\d)\"([^\"]*)(?:\"|\Z)"
    r"|(?<!\w)‘([^’]+(?:’\w[^’]*)*)’(?!\w)"
    r"|(?<!\w)'(?!\d0s)([^']+(?:'\w[^']*)*)'(?!\w)"
    r"|\A([^“”„]*)”"
)
"""
Each kind of marks that English and its neighbours draw. A double mark that nothing closes quotes to the end or to the
next one, and one that nothing opens from the beginning; a single one alone is an apostrophe.
"""


def unquoted(case: Case) -> str | None:
    """Words that the sentence puts into quotation marks and no quote says; None when there are none."""
    return next((said for said in quotations(case.sentence.line) if not _said(case, said)), None)


def quotations(line: str) -> Iterator[str]:
    """The words between quotation marks, outermost marks alone."""
    for match in _QUOTATION.finditer(line):
        yield next(group for group in match.groups() if group is not None)


def _said(case: Case, words: str) -> bool:
    return any(says(source.line, words) for source in case.sources)
