"""The articles of a generation while a rebuild makes it: of nothing, or of a copy of an older generation's."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from config.errors import IndexDamaged
from corpus.chunking import title_in_front
from corpus.types import Article, Passage
from retrieval.articles import ArticleStore, day_of
from retrieval.lineage import Traced, lineages, page, sketch
from retrieval.store import day_number, outlet_key

_SCHEMA = """
CREATE TABLE articles (
    id TEXT PRIMARY KEY, title TEXT, outlet TEXT, outlet_key TEXT NOT NULL, url TEXT,
    published INTEGER, published_from TEXT, authors TEXT NOT NULL, language TEXT,
    sha256 TEXT NOT NULL, text TEXT NOT NULL, links TEXT NOT NULL, source BLOB NOT NULL, notes TEXT NOT NULL,
    page TEXT, sketch BLOB NOT NULL
) STRICT;
CREATE TABLE passages (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, article_id TEXT NOT NULL REFERENCES articles (id),
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, sentences TEXT NOT NULL, digest BLOB NOT NULL
) STRICT;
CREATE TABLE lineages (
    article_id TEXT PRIMARY KEY REFERENCES articles (id), lineage TEXT NOT NULL
) STRICT;
CREATE TABLE round_ups (
    article_id TEXT NOT NULL REFERENCES articles (id), holds TEXT NOT NULL, PRIMARY KEY (article_id, holds)
) STRICT;
CREATE INDEX passages_by_article ON passages (article_id);
CREATE INDEX passages_by_digest ON passages (digest);
CREATE INDEX articles_by_lineage ON lineages (lineage);
"""
_SETTINGS = """
PRAGMA secure_delete = ON;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
"""
"""
What is deleted is overwritten, for it may have been taken down. A crash leaves a draft, which nobody reads again, so
there is nothing to roll back; what is published is synchronised first.
"""


class ArticleDraft(ArticleStore):
    """An article store that can be written. Not to be shared between threads."""

    def __init__(self, file: Path, older: Path | None = None) -> None:
        """
        Make `file`, empty or as a copy of the store in the file `older`.

        Raises:
            IndexDamaged: `older` is no such database, or has a damaged page.
        """
        if older:
            try:
                shutil.copyfile(older, file)
            except FileNotFoundError as exc:
                raise IndexDamaged(older.parent.name, "its articles are missing") from exc
        self._open(file, "mode=rwc", _SETTINGS + ("" if older else _SCHEMA))
        if older:
            self._generation = older.parent.name
            self._check()
        # A number is never used twice: the older parts know the one that was taken out by its old words.
        self._next = self.size()

    def add(self, article: Article, passages: Sequence[Passage], source: bytes, notes: Sequence[str]) -> None:
        """Add an article with its passages, which get the next numbers, the digest of its source and its notes."""
        info = article.info
        self._db.execute(
            "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
                source,
                json.dumps(notes),
                page(info.url),
                sketch(article.text).tobytes(),
            ),
        )
        first, self._next = self._next, self._next + len(passages)
        self._db.executemany(
            "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    first + i,
                    passage.id,
                    passage.article_id,
                    passage.start,
                    passage.end,
                    json.dumps(passage.sentences),
                    passage_digest(info.title, passage.text),
                )
                for i, passage in enumerate(passages)
            ),
        )

    def remove(self, article_ids: Iterable[str]) -> list[str]:
        """Take out articles with their passages, whose numbers stay unused; returns the ids of the passages."""
        gone: list[str] = []
        for id_ in article_ids:
            gone += [row[0] for row in self._rows("SELECT id FROM passages WHERE article_id = ?", [id_])]
            self._db.execute("DELETE FROM passages WHERE article_id = ?", [id_])
            self._db.execute("DELETE FROM lineages WHERE article_id = ?", [id_])
            self._db.execute("DELETE FROM round_ups WHERE ? IN (article_id, holds)", [id_])
            self._db.execute("DELETE FROM articles WHERE id = ?", [id_])
        return gone

    def trace(self) -> None:
        """Find the lineages anew, after the last article: each one's name is the id of its earliest article."""
        rows = self._rows("SELECT id, title, outlet_key, page, published, sha256, sketch FROM articles ORDER BY id")
        traced = [
            Traced(id_, title, outlet, linked, day_of(published), sha256, np.frombuffer(kept, dtype=np.uint64))
            for id_, title, outlet, linked, published, sha256, kept in rows
        ]
        stories, held = lineages(traced)
        self._db.execute("DELETE FROM lineages")
        self._db.execute("DELETE FROM round_ups")
        self._db.executemany("INSERT INTO lineages VALUES (?, ?)", ((id_, one[0]) for one in stories for id_ in one))
        self._db.executemany("INSERT INTO round_ups VALUES (?, ?)", ((id_, one) for id_ in held for one in held[id_]))

    def renumber(self) -> None:
        """Number the passages from 0 without gaps, in their order, and give back the room of what was taken out."""
        self._db.executescript(
            """
            CREATE TEMP TABLE renumbered AS
                SELECT number AS old, row_number() OVER (ORDER BY number) - 1 AS new FROM passages;
            CREATE UNIQUE INDEX temp.renumbered_by_old ON renumbered (old);
            -- Through negative numbers, so that none is ever taken twice.
            UPDATE passages SET number = -1 - (SELECT new FROM renumbered WHERE old = number);
            UPDATE passages SET number = -1 - number;
            DROP TABLE renumbered;
            """
        )
        self._db.commit()
        self._db.execute("VACUUM")

    def commit(self) -> None:
        """Let other connections see what was written."""
        self._db.commit()

    def close(self) -> None:
        """Keep what was written, and release the file."""
        self._db.commit()
        super().close()

    def _check(self) -> None:
        """A damaged page would be copied on and on until somebody asks for an article on it."""
        (verdict,) = self._rows("PRAGMA quick_check(1)")[0]
        if verdict != "ok":
            self._db.close()
            raise self._damaged(verdict.splitlines()[-1])


def passage_digest(title: str | None, text: str) -> bytes:
    """16 bytes of the SHA-256 of what is embedded for a passage: equal digests have equal vectors."""
    return hashlib.sha256(title_in_front(title, text).encode()).digest()[:16]


def moved(older: NDArray[np.int64], size: int) -> NDArray[np.int64]:
    """Where the passages of the numbers `older` stand after `renumber`, shape `(size,)`; -1 for all other numbers."""
    places = np.full(size, -1, dtype=np.int64)
    places[older] = np.arange(len(older))
    return places
