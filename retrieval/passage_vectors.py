"""Where the vectors of passages come from: generations on disk, a rebuild that was interrupted, the embedder."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

import numpy as np

from config.errors import IndexDamaged
from corpus.chunking import title_in_front
from retrieval.articles import ArticleStore, NumberedPassage
from retrieval.embedding import Embedder, Vectors
from retrieval.index import ARTICLES, CHROMA
from retrieval.store import ChromaStore

LOG = "vectors.sqlite"
"""The name of a `VectorLog` in the work folder."""

ByDigest = dict[bytes, Vectors]
"""Vectors by the digest of the words that they were made of."""

LOGGED = 256
"""Passages that are embedded before their vectors are set down on disk: at most so much is lost with a kill."""

_SCHEMA = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
CREATE TABLE IF NOT EXISTS vectors (digest BLOB PRIMARY KEY, vector BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS embedder (name TEXT PRIMARY KEY) STRICT;
"""


class VectorLog:
    """
    What an unfinished rebuild has embedded so far, on disk as soon as it was added, kill or power cut.

    It begins anew when another embedder made it, or when it cannot be read.
    """

    def __init__(self, folder: Path, embedder: str) -> None:
        self._file = folder / LOG
        try:
            self._db = self._open()
            usable = self._db.execute("SELECT name FROM embedder").fetchall() in ([], [(embedder,)])
        except sqlite3.DatabaseError as exc:
            if getattr(exc, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR):
                self.close()
                raise  # a full disk says nothing against what is on it
            usable = False
        if not usable:
            self.close()
            discard_log(folder)
            self._db = self._open()
        with self._db:
            self._db.execute("INSERT OR IGNORE INTO embedder VALUES (?)", [embedder])

    def lookup(self, digests: Sequence[bytes]) -> ByDigest:
        marks = ",".join("?" * len(digests))
        rows = self._db.execute(f"SELECT digest, vector FROM vectors WHERE digest IN ({marks})", digests)
        return {digest: np.frombuffer(vector, dtype=np.float32) for digest, vector in rows}

    def add(self, digests: Sequence[bytes], vectors: Vectors) -> None:
        rows = ((digest, vector.tobytes()) for digest, vector in zip(digests, vectors, strict=True))
        with self._db:
            self._db.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", rows)

    def keep_only(self, articles: Path) -> None:
        """Forget the vectors of words that no passage of the store in the file `articles` has: the corpus changed."""
        self._db.execute("ATTACH ? AS draft", [str(articles)])
        with self._db:
            self._db.execute("DELETE FROM vectors WHERE digest NOT IN (SELECT digest FROM draft.passages)")
        self._db.execute("DETACH draft")

    def close(self) -> None:
        if hasattr(self, "_db"):
            self._db.close()

    def _open(self) -> sqlite3.Connection:
        self._db = sqlite3.connect(self._file)
        self._db.executescript(_SCHEMA)
        return self._db


def discard_log(folder: Path) -> None:
    """Remove the log of the work folder, if there is one."""
    for file in folder.glob(f"{LOG}*"):
        file.unlink(missing_ok=True)


class KnownVectors:
    """The vectors of generations that one embedder made. To be used as a context manager."""

    def __init__(self, folders: Iterable[Path], dimension: int) -> None:
        self._folders = list(folders)
        self._dimension = dimension
        self._opened = ExitStack()
        self._articles: list[tuple[Path, ArticleStore]] = []
        self._vectors: dict[Path, ChromaStore] = {}

    def __enter__(self) -> Self:
        for folder in self._folders:
            try:
                store = self._opened.enter_context(closing(ArticleStore(folder / ARTICLES)))
            except IndexDamaged:
                continue
            self._articles.append((folder, store))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._opened.close()

    def lookup(self, digests: Sequence[bytes]) -> ByDigest:
        """The vectors of those of `digests` that a generation has; what is damaged in one is not there."""
        found: ByDigest = {}
        for folder, articles in self._articles:
            missing = [digest for digest in digests if digest not in found]
            if not missing:
                break
            try:
                ids = articles.with_digests(missing)
                vectors = self._store(folder).vectors(list(ids.values())) if ids else {}
            except IndexDamaged:
                continue
            sound = {id_: vector for id_, vector in vectors.items() if self._is_sound(vector)}
            found |= {digest: sound[id_] for digest, id_ in ids.items() if id_ in sound}
        return found

    def _store(self, folder: Path) -> ChromaStore:
        if folder not in self._vectors:
            self._vectors[folder] = self._opened.enter_context(closing(ChromaStore(folder / CHROMA)))
        return self._vectors[folder]

    def _is_sound(self, vector: Vectors) -> bool:
        return vector.shape == (self._dimension,) and abs(float(np.linalg.norm(vector)) - 1) < 1e-3


class VectorSource(Protocol):
    """Vectors of passages, shape `(dimension,)` each. `of` calls `count` with how many more are done."""

    def of(self, passages: Sequence[NumberedPassage], count: Callable[[int], None]) -> ByDigest: ...


class KnownOnly:
    """The vectors that one generation has, for what is made of it alone."""

    def __init__(self, generation: str, known: KnownVectors) -> None:
        self._generation = generation
        self._known = known

    def of(self, passages: Sequence[NumberedPassage], count: Callable[[int], None]) -> ByDigest:
        """
        Raises:
            IndexDamaged: one is missing.
        """
        vectors = self._known.lookup([one.digest for one in passages])
        if any(one.digest not in vectors for one in passages):
            raise IndexDamaged(self._generation, "some of its vectors cannot be read")
        count(len(passages))
        return vectors


class Embedding:
    """Known vectors, and new ones of the embedder's for all other passages; `embedded` counts those."""

    def __init__(self, embedder: Embedder, known: KnownVectors, log: VectorLog) -> None:
        self.embedded = 0
        self._embedder = embedder
        self._known = known
        self._log = log

    def of(self, passages: Sequence[NumberedPassage], count: Callable[[int], None]) -> ByDigest:
        vectors = self._log.lookup([one.digest for one in passages])
        vectors |= self._known.lookup([one.digest for one in passages if one.digest not in vectors])
        missing = list({one.digest: one for one in passages if one.digest not in vectors}.values())
        count(len(passages) - len(missing))
        for start in range(0, len(missing), LOGGED):
            part = missing[start : start + LOGGED]
            digests = [one.digest for one in part]
            texts = _with_titles([(one.info.title, one.passage.text) for one in part], self._embedder)
            made = self._embedder.embed_passages(texts, count)
            self._log.add(digests, made)
            vectors |= dict(zip(digests, made, strict=True))
        self.embedded += len(missing)
        return vectors


def _with_titles(passages: Sequence[tuple[str | None, str]], embedder: Embedder) -> list[str]:
    """The passages with their titles in front, each title cut to the words with which nothing of its passage is."""
    texts = [title_in_front(title, text) for title, text in passages]
    for i, tokens in enumerate(embedder.count_tokens(texts)):
        if tokens > embedder.max_tokens:
            title, text = passages[i]
            # No word has less than a token, so there is no need to try more of them than there are tokens.
            words = (title or "").split()[: embedder.max_tokens]
            shorter = [title_in_front(" ".join(words[:count]), text) for count in range(len(words), -1, -1)]
            counts = zip(shorter, embedder.count_tokens(shorter), strict=True)
            texts[i] = next((whole for whole, count in counts if count <= embedder.max_tokens), text)
    return texts
