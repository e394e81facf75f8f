"""Sentences and the quotes they rest on, made by hand, and tables of them."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.types import ArticleInfo
from retrieval.proving.texts import Case, Quoted, Source

PUBLISHED = date(2023, 6, 14)
"""The day of every article that has no other one: a Wednesday."""
OUTLET = "The Harbour Post"


def quoted(text: str, *, day: date | None = PUBLISHED, title: str | None = None, outlet: str | None = OUTLET) -> Quoted:
    return Quoted(text, ArticleInfo("one", "0" * 64, title=title, outlet=outlet, published=day))


def source(text: str, *, day: date | None = PUBLISHED, title: str | None = None, outlet: str | None = OUTLET) -> Source:
    return Source.of(quoted(text, day=day, title=title, outlet=outlet))


def case(sentence: str, *quotes: str | Quoted) -> Case:
    return Case.of(sentence, [quoted(one) if isinstance(one, str) else one for one in quotes])


def table(lines: str) -> pytest.MarkDecorator:
    """
    Cases of a test that takes a `sentence`, its `quote` and the `words` that are wrong with it, None for none.

    A line `sentence | quote` holds, and a line `sentence | quote | words` does not.
    """
    rows = [[cell.strip() for cell in line.split("|")] for line in lines.strip().splitlines()]
    return pytest.mark.parametrize(
        ("sentence", "quote", "words"),
        [(sentence, quote, wrong[0] if wrong else None) for sentence, quote, *wrong in rows],
        ids=[f"{sentence} ({quote})" for sentence, quote, *_ in rows],
    )
