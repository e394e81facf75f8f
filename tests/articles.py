"""A corpus as the articles that a rebuild from nothing would take from it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from corpus.reading import read_sources
from corpus.types import Article, Report


def read_articles(root: Path, report: Report) -> Iterator[Article]:
    """The articles under `root`, clean; otherwise as `read_sources`."""
    sources = read_sources(root, report)
    return (article for source in sources if (article := source.article(report)))
