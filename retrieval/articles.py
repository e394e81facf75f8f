"""The articles of a generation and where their passages lie, in SQLite. Written once by a rebuild, then only read."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from config.errors import IndexDamaged
from corpus.types import Article, ArticleInfo, Passage, Span
from retrieval.store import day_number, outlet_key
from retrieval.types import Filters

_SCHEMA = """
CREATE TABLE articles (
    id TEXT PRIMARY KEY, title TEXT, outlet TEXT, outlet_key TEXT NOT NULL, url TEXT,
    published INTEGER, published_from TEXT, authors TEXT NOT NULL, language TEXT,
    sha256 TEXT NOT NULL, text TEXT NOT NULL, links TEXT NOT NULL
) STRICT;
CREATE TABLE passages (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, article_id TEXT NOT NULL REFERENCES articles (id),
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, sentences TEXT NOT NULL
) STRICT;
CREATE INDEX passages_by_article ON passages (article_id);
"""
_INFO = "a.id, a.sha256, a.title, a.outlet, a.url, a.published, a.published_from, a.authors, a.language"
# SQLite's substr counts code points from 1, as Article.text does from 0.
_PASSAGE = 'p.id, p.article_id, p.start, p."end", substr(a.text, p.start + 1, p."end" - p.start), p.sentences'


class ArticleStore:
    """
    Articles by id and passages by id or number; a passage's number is its row in the lexical index, from 0.

    Safe to use from several threads.
    """

    def __init__(self, file: Path, *, create: bool = False) -> None:
        """
        Open `file` for reading only, or make it with `create`.

        Raises:
            IndexDamaged: the file is missing or is not such a database.
        """
        self._generation = file.parent.name
        self._lock = threading.Lock()
        # A published generation never changes, which spares SQLite its locks and needs no write permission.
        mode = "mode=rwc" if create else "mode=ro&immutable=1"
        try:
            self._db = sqlite3.connect(f"{file.resolve().as_uri()}?{mode}", uri=True, check_same_thread=False)
            try:
                self._db.executescript(_SCHEMA if create else "SELECT 1 FROM passages LIMIT 1")
            except sqlite3.Error:
                self._db.close()
                raise
        except sqlite3.Error as exc:
            raise IndexDamaged(self._generation, f"its articles cannot be read ({exc})") from exc

    def add(self, article: Article, passages: Sequence[Passage]) -> None:
        """Add an article and its passages, which get the next numbers. Kept when the store is closed."""
        info = article.info
        self._db.execute(
            "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                info.id,
                info.title,
                info.outlet,
                outlet_key(info.outlet or ""),
                info.url,
                day_number(info.published) if info.published else None,
                info.published_from,
                json.dumps(info.authors),
                info.language,
                info.sha256,
                article.text,
                json.dumps(article.links),
            ),
        )
        first = self.count_passages()
        self._db.executemany(
            "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?)",
            (
                (first + i, passage.id, passage.article_id, passage.start, passage.end, json.dumps(passage.sentences))
                for i, passage in enumerate(passages)
            ),
        )

    def article(self, article_id: str) -> Article | None:
        """The whole article, or None."""
        rows = self._rows(f"SELECT {_INFO}, a.text, a.links FROM articles a WHERE a.id = ?", [article_id])
        return Article(_info(rows[0][:9]), rows[0][9], tuple(json.loads(rows[0][10]))) if rows else None

    def passages(self, ids: Sequence[str]) -> dict[str, tuple[Passage, ArticleInfo, int]]:
        """The passages with these ids, each with its article and its number; unknown ids are left out."""
        return self._passages("p.id", ids)

    def numbered(self, numbers: Sequence[int]) -> dict[str, tuple[Passage, ArticleInfo, int]]:
        """As `passages`, by number."""
        return self._passages("p.number", numbers)

    def each_passage(self, *, longest_first: bool = False) -> Iterator[tuple[Passage, ArticleInfo]]:
        """Every passage, in the order of its number, or the longest first so that like lengths come together."""
        order = 'p."end" - p.start DESC, p.number' if longest_first else "p.number"
        query = f"SELECT {_INFO}, {_PASSAGE} FROM passages p JOIN articles a ON a.id = p.article_id ORDER BY {order}"
        for row in self._db.execute(query):
            yield _passage(row[9:]), _info(row[:9])

    def allowed(self, filters: Filters) -> NDArray[np.bool_]:
        """Which passages pass `filters`, by number, shape `(passages,)`."""
        where, values = _where(filters)
        allowed = np.zeros(self.count_passages(), dtype=np.bool_)
        query = f"SELECT p.number FROM passages p JOIN articles a ON a.id = p.article_id WHERE {where}"
        allowed[[row[0] for row in self._rows(query, values)]] = True
        return allowed

    def undated(self, outlet: str | None = None) -> int:
        """How many articles (of `outlet`, if given) have no date."""
        where, values = _where(Filters(outlet=outlet))
        return int(self._number(f"SELECT count(*) FROM articles a WHERE a.published IS NULL AND {where}", values))

    def outlets(self) -> list[str]:
        """The outlets of the archive, the most frequent first."""
        query = (
            "SELECT max(outlet) FROM articles WHERE outlet IS NOT NULL GROUP BY outlet_key ORDER BY count(*) DESC, 1"
        )
        return [row[0] for row in self._rows(query)]

    def years(self) -> list[int]:
        """The years in which articles were published, the latest first."""
        query = "SELECT DISTINCT published / 10000 FROM articles WHERE published IS NOT NULL ORDER BY 1 DESC"
        return [row[0] for row in self._rows(query)]

    def newest_published(self) -> date | None:
        return _day(self._number("SELECT max(published) FROM articles"))

    def count_articles(self) -> int:
        return int(self._number("SELECT count(*) FROM articles"))

    def count_passages(self) -> int:
        # Numbers are given without gaps, so the highest tells the count without a scan.
        return int(self._number("SELECT coalesce(max(number) + 1, 0) FROM passages"))

    def hashes(self) -> dict[str, str]:
        """Every article's id with the hash of its text."""
        return dict(self._rows("SELECT id, sha256 FROM articles"))

    def close(self) -> None:
        """Keep what was added, and release the file."""
        self._db.commit()
        self._db.close()

    def _passages(
        self, column: str, keys: Sequence[str] | Sequence[int]
    ) -> dict[str, tuple[Passage, ArticleInfo, int]]:
        marks = ",".join("?" * len(keys))
        query = (
            f"SELECT {_INFO}, {_PASSAGE}, p.number FROM passages p JOIN articles a ON a.id = p.article_id "
            f"WHERE {column} IN ({marks})"
        )
        return {row[9]: (_passage(row[9:15]), _info(row[:9]), row[15]) for row in self._rows(query, keys)}

    def _rows(self, query: str, values: Iterable[Any] = ()) -> list[tuple[Any, ...]]:
        try:
            with self._lock:
                return self._db.execute(query, tuple(values)).fetchall()
        except sqlite3.DatabaseError as exc:
            raise IndexDamaged(self._generation, f"its articles cannot be read ({exc})") from exc

    def _number(self, query: str, values: Iterable[Any] = ()) -> Any:
        return self._rows(query, values)[0][0]


def _where(filters: Filters) -> tuple[str, list[Any]]:
    """SQL over `articles a`; NULL never passes a comparison, as `Filters` wants it for articles without a date."""
    conditions: list[tuple[str, Any]] = []
    if filters.since:
        conditions.append(("a.published >= ?", day_number(filters.since)))
    if filters.until:
        conditions.append(("a.published <= ?", day_number(filters.until)))
    if filters.outlet:
        conditions.append(("a.outlet_key = ?", outlet_key(filters.outlet)))
    return " AND ".join(condition for condition, _ in conditions) or "1", [value for _, value in conditions]


def _day(number: int | None) -> date | None:
    return date(number // 10_000, number // 100 % 100, number % 100) if number else None


def _info(row: Sequence[Any]) -> ArticleInfo:
    id_, sha256, title, outlet, url, published, published_from, authors, language = row
    return ArticleInfo(
        id_, sha256, title, outlet, url, _day(published), published_from, tuple(json.loads(authors)), language
    )


def _passage(row: Sequence[Any]) -> Passage:
    id_, article_id, start, end, text, sentences = row
    return Passage(id_, article_id, start, end, text, tuple(Span(*span) for span in json.loads(sentences)))
