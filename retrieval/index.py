"""An opened generation, and the archive that always hands out the one that serves now."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from config.errors import IndexDamaged
from corpus.types import Article
from retrieval.articles import ArticleStore
from retrieval.generations import Generations, Manifest
from retrieval.leases import Lease
from retrieval.lexical import LexicalIndex
from retrieval.store import ChromaStore, VectorStore
from retrieval.types import IndexInfo

CHROMA, LEXICAL, ARTICLES = "chroma", "lexical", "articles.sqlite"
"""What lies in a generation's folder."""


class Index:
    """The three parts of one generation: vectors, BM25 and articles. Its numbers and ids agree across them."""

    def __init__(self, info: IndexInfo, vectors: VectorStore, lexical: LexicalIndex, articles: ArticleStore) -> None:
        self.info = info
        self.vectors = vectors
        self.lexical = lexical
        self.articles = articles
        self._lease: Lease | None = None

    @classmethod
    def open(cls, folder: Path, manifest: Manifest) -> Index:
        """
        Raises:
            IndexDamaged: a part is missing, cannot be read, or disagrees with the manifest.
        """
        articles = ArticleStore(folder / ARTICLES)
        try:
            lexical = LexicalIndex(folder / LEXICAL)
            vectors = ChromaStore(folder / CHROMA)
        except IndexDamaged:
            articles.close()
            raise
        index = cls(manifest.info(), vectors, lexical, articles)
        try:
            counts = {vectors.count(), lexical.passages, articles.count_passages(), manifest.passages}
            if len(counts) != 1:
                raise IndexDamaged(manifest.id, f"its parts disagree on the number of passages ({sorted(counts)})")
        except IndexDamaged:
            index.close()
            raise
        return index

    @classmethod
    def published(cls, generations: Generations, manifest: Manifest) -> Index:
        """
        A published generation, which stays on disk until it is closed, whatever is published meanwhile.

        Raises:
            IndexDamaged: as `open`; also when it is being removed.
        """
        lease = generations.lease(manifest.id)
        try:
            index = cls.open(generations.folder(manifest.id), manifest)
        except IndexDamaged:
            lease.close()
            raise
        index._lease = lease
        return index

    def article(self, article_id: str) -> Article | None:
        return self.articles.article(article_id)

    def close(self) -> None:
        self.vectors.close()
        self.articles.close()
        if self._lease:
            self._lease.close()


class Archive:
    """
    The generation that serves, opened on the first question and exchanged between two questions when the pointer moves.

    A question keeps the generation that it began with; an exchanged one is closed after its last question.
    Safe to use from several threads.
    """

    def __init__(self, generations: Generations, reads_with: Mapping[str, str]) -> None:
        """`reads_with` are the identities that a generation must have been built with: the embedder, the terms."""
        self._generations = generations
        self._reads_with = reads_with
        self._lock = threading.Lock()
        self._open: Index | None = None
        self._users: dict[str, int] = {}
        self._retired: list[Index] = []

    @contextmanager
    def reading(self) -> Iterator[Index]:
        """
        The serving generation, for the length of one question.

        Raises:
            IndexMissing: nothing has been built yet.
            IndexMismatch: it was built by another embedder or another version of the terms.
            IndexDamaged: it cannot be opened.
        """
        with self._lock:
            index = self._current()
            id_ = index.info.generation
            self._users[id_] = self._users.get(id_, 0) + 1
        try:
            yield index
        finally:
            with self._lock:
                self._users[id_] -= 1
                self._close_unused()

    def close(self) -> None:
        """Close what is open; to be called after the last question."""
        with self._lock:
            for index in (*self._retired, *([self._open] if self._open else [])):
                index.close()
            self._open, self._retired = None, []

    def _current(self) -> Index:
        id_ = self._generations.current_id()
        if self._open and self._open.info.generation == id_:
            return self._open
        try:
            opened = self._open_generation(id_)
        except IndexDamaged:
            # Between reading the pointer and opening, a rebuild may have moved on and removed this generation.
            moved_to = self._generations.current_id()
            if moved_to == id_:
                raise
            opened = self._open_generation(moved_to)
        if self._open:
            self._retired.append(self._open)
        self._open = opened
        self._close_unused()
        return opened

    def _open_generation(self, id_: str) -> Index:
        manifest = self._generations.manifest(id_)
        for mismatch in manifest.mismatches(self._reads_with):
            raise mismatch
        return Index.published(self._generations, manifest)

    def _close_unused(self) -> None:
        unused = [index for index in self._retired if not self._users.get(index.info.generation)]
        for index in unused:
            self._retired.remove(index)
            index.close()
