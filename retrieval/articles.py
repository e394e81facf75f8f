"""
The articles of a generation and where their passages lie, in SQLite, for reading.

`retrieval/articles_writing.py` writes them; a published generation never changes.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import threading
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from config.errors import IndexDamaged
from corpus.types import Article, ArticleInfo, Passage, Span
from retrieval.store import day_number, outlet_key
from retrieval.types import Filters

_INFO = "a.id, a.sha256, a.title, a.outlet, a.url, a.published, a.published_from, a.authors, a.language"
# SQLite's substr counts code points from 1, as Article.text does from 0.
_PASSAGE = 'p.id, p.article_id, p.start, p."end", substr(a.text, p.start + 1, p."end" - p.start), p.sentences'


class NumberedPassage(NamedTuple):
    """A passage with its article and its number; `digest` is that of the words that are embedded for it."""

    number: int
    digest: bytes
    passage: Passage
    info: ArticleInfo


class ArticleStore:
    """
    Articles by id and passages by id or number, which is the same in the lexical index; not every number is in use.

    Safe to use from several threads.
    """

    def __init__(self, file: Path) -> None:
        """
        Open `file` for reading only.

        Raises:
            IndexDamaged: the file is missing or is not such a database.
        """
        # A published generation never changes, which spares SQLite its locks and needs no write permission.
        self._open(file, "mode=ro&immutable=1", "SELECT 1 FROM passages LIMIT 1")

    def _open(self, file: Path, mode: str, first: str) -> None:
        self._generation = file.parent.name
        self._lock = threading.Lock()
        try:
            self._db = sqlite3.connect(f"{file.resolve().as_uri()}?{mode}", uri=True, check_same_thread=False)
            try:
                self._db.executescript(first)
            except sqlite3.Error:
                self._db.close()
                raise
        except sqlite3.Error as exc:
            raise self._damaged(exc) from exc

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

    def each_passage(self, first: int = 0, *, longest_first: bool = False) -> Iterator[NumberedPassage]:
        """Every passage from number `first` on, in their order, or the longest first: like lengths come together."""
        order = 'p."end" - p.start DESC, p.number' if longest_first else "p.number"
        query = (
            f'SELECT {_INFO}, p.id, p.article_id, p.start, p."end", p.sentences, p.number, p.digest '
            f"FROM passages p JOIN articles a ON a.id = p.article_id WHERE p.number >= ? ORDER BY {order}"
        )
        # Cut here: SQLite would look for the place of each passage from the beginning of its article again.
        text_of = lru_cache(maxsize=16)(self._text)
        for row in self._db.execute(query, (first,)):
            id_, article_id, start, end, sentences, number, digest = row[9:]
            passage = _passage((id_, article_id, start, end, text_of(article_id)[start:end], sentences))
            yield NumberedPassage(number, digest, passage, _info(row[:9]))

    def numbers(self) -> NDArray[np.int64]:
        """The numbers in use, ascending."""
        found = self._db.execute("SELECT number FROM passages ORDER BY number")
        return np.fromiter((number for (number,) in found), dtype=np.int64)

    def passage_ids(self) -> Iterator[str]:
        """The id of every passage, ascending."""
        return (id_ for (id_,) in self._db.execute("SELECT id FROM passages ORDER BY id"))

    def with_digests(self, digests: Sequence[bytes]) -> dict[bytes, str]:
        """For each of `digests` that is here, the id of a passage that it is the digest of."""
        marks = ",".join("?" * len(digests))
        return dict(
            self._rows(f"SELECT digest, min(id) FROM passages WHERE digest IN ({marks}) GROUP BY digest", digests)
        )

    def allowed(self, filters: Filters) -> NDArray[np.bool_]:
        """Which passages pass `filters`, by number, shape `(size(),)`."""
        where, values = _where(filters)
        allowed = np.zeros(self.size(), dtype=np.bool_)
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

    def lineage(self, article_ids: Collection[str]) -> dict[str, str]:
        """For each of `article_ids` that is of a story with several articles, the name of that story."""
        marks = ",".join("?" * len(article_ids))
        return dict(self._rows(f"SELECT article_id, lineage FROM lineages WHERE article_id IN ({marks})", article_ids))

    def held(self, article_ids: Collection[str]) -> dict[str, frozenset[str]]:
        """For each of `article_ids` that is a round-up, the sources that it holds: stories by name, else articles."""
        marks = ",".join("?" * len(article_ids))
        query = (
            "SELECT r.article_id, coalesce(l.lineage, r.holds) FROM round_ups r "
            f"LEFT JOIN lineages l ON l.article_id = r.holds WHERE r.article_id IN ({marks})"
        )
        found: dict[str, set[str]] = {}
        for id_, story in self._rows(query, article_ids):
            found.setdefault(id_, set()).add(story)
        return {id_: frozenset(stories) for id_, stories in found.items()}

    def told_by(self, lineage: str, filters: Filters) -> list[ArticleInfo]:
        """The articles of a story that pass `filters`, the earliest first, the undated last."""
        where, values = _where(filters)
        query = (
            f"SELECT {_INFO} FROM lineages l JOIN articles a ON a.id = l.article_id WHERE l.lineage = ? AND {where} "
            "ORDER BY a.published IS NULL, a.published, a.id"
        )
        return [_info(row) for row in self._rows(query, [lineage, *values])]

    def passage_at(self, article_id: str, span: Span) -> Passage | None:
        """The first passage of an article in which all of `span` lies; None when it lies in none."""
        query = (
            f"SELECT {_PASSAGE} FROM passages p JOIN articles a ON a.id = p.article_id "
            'WHERE p.article_id = ? AND p.start <= ? AND p."end" >= ? ORDER BY p.start LIMIT 1'
        )
        rows = self._rows(query, [article_id, span.start, span.end])
        return _passage(rows[0]) if rows else None

    def newest_published(self) -> date | None:
        return day_of(self._number("SELECT max(published) FROM articles"))

    def count_articles(self) -> int:
        return int(self._number("SELECT count(*) FROM articles"))

    def count_passages(self, first: int = 0) -> int:
        """How many passages there are, from number `first` on."""
        return int(self._number("SELECT count(*) FROM passages WHERE number >= ?", [first]))

    def size(self) -> int:
        """One more than the highest number; 0 without a passage."""
        return int(self._number("SELECT coalesce(max(number) + 1, 0) FROM passages"))

    def states(self) -> dict[str, bytes]:
        """Every article's id with a digest of its text and of what is known of it: it changes when either does."""
        query = f"SELECT {_INFO}, a.links FROM articles a"
        try:
            return {row[0]: hashlib.sha256(repr(row).encode()).digest() for row in self._db.execute(query)}
        except sqlite3.DatabaseError as exc:
            raise self._damaged(exc) from exc

    def sources(self) -> dict[str, bytes]:
        """Every article's id with the digest of what its file held."""
        return dict(self._rows("SELECT id, source FROM articles"))

    def notes(self) -> dict[str, list[str]]:
        """What was wrong with the files of articles that were kept all the same; only of those that have any."""
        rows = self._rows("SELECT id, notes FROM articles WHERE notes != '[]'")
        return {id_: [str(note) for note in json.loads(notes)] for id_, notes in rows}

    def ids(self) -> set[str]:
        return {id_ for (id_,) in self._rows("SELECT id FROM articles")}

    def among(self, article_ids: Iterable[str]) -> set[str]:
        """Those of `article_ids` that are here."""
        return {id_ for id_ in article_ids if self._rows("SELECT 1 FROM articles WHERE id = ?", [id_])}

    def close(self) -> None:
        """Release the file."""
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

    def _text(self, article_id: str) -> str:
        return str(self._rows("SELECT text FROM articles WHERE id = ?", [article_id])[0][0])

    def _rows(self, query: str, values: Iterable[Any] = ()) -> list[tuple[Any, ...]]:
        try:
            with self._lock:
                return self._db.execute(query, tuple(values)).fetchall()
        except sqlite3.DatabaseError as exc:
            raise self._damaged(exc) from exc

    def _damaged(self, why: object) -> IndexDamaged:
        return IndexDamaged(self._generation, f"its articles cannot be read ({why})")

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


def day_of(number: int | None) -> date | None:
    """The day that `store.day_number` made the number of; None for None."""
    return date(number // 10_000, number // 100 % 100, number % 100) if number else None


def _info(row: Sequence[Any]) -> ArticleInfo:
    id_, sha256, title, outlet, url, published, published_from, authors, language = row
    return ArticleInfo(
        id_, sha256, title, outlet, url, day_of(published), published_from, tuple(json.loads(authors)), language
    )


def _passage(row: Sequence[Any]) -> Passage:
    id_, article_id, start, end, text, sentences = row
    return Passage(id_, article_id, start, end, text, tuple(Span(*span) for span in json.loads(sentences)))
