"""What flows through the corpus: `RawArticle` ► `Article` ► `Passage`. Frozen, and free of any library's types."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple

PublishedFrom = Literal["metadata", "url", "text"]


class Span(NamedTuple):
    """Half-open character offsets `[start, end)` into an article's text, in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class RawArticle:
    """
    One article as its file holds it: nothing cleaned, nothing guessed.

    `path` and `line` say where it stands, for messages; `line` counts from 1 and is None when the file is one article.
    `published` is the text of the file's own statement, not yet read as a date.
    """

    id: str
    text: str
    path: Path
    line: int | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None


@dataclass(frozen=True, slots=True)
class ArticleInfo:
    """
    All that is known of an article except its words.

    `published` is a calendar day and never the day a file was written or imported; `published_from` says how it is
    known and is None exactly when `published` is. `sha256` is the hash of the cleaned text's UTF-8.
    """

    id: str
    sha256: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: date | None = None
    published_from: PublishedFrom | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """An article whose `text` is clean and final: every offset in the system counts its characters."""

    info: ArticleInfo
    text: str
    links: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return self.info.id


@dataclass(frozen=True, slots=True)
class Passage:
    """
    A run of whole sentences of one article, with `article.text[start:end] == text`.

    `sentences` are offsets into the article's text, in order, without the blanks between them.
    """

    id: str
    article_id: str
    start: int
    end: int
    text: str
    sentences: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """
    Something in the corpus that a person should look at.

    `skipped` tells a file or record that was left out from an article that was kept with a part of it unread
    (an impossible date). `line` counts from 1; None means the whole file.
    """

    path: Path
    line: int | None
    reason: str
    skipped: bool = True


Report = Callable[[Problem], None]
"""Where the readers of a corpus send their problems, one call each."""
