"""An opened generation, and the archive that always hands out the one that serves now."""

from __future__ import annotations

import hashlib
import logging
import threading
from collections.abc import Collection, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

import numpy as np

from config.errors import IndexDamaged, IndexFellBack, IndexStateError
from corpus.types import Article
from retrieval.articles import ArticleStore
from retrieval.generations import Generations
from retrieval.leases import Lease
from retrieval.lexical import LexicalIndex
from retrieval.manifest import CHROMA, Manifest
from retrieval.store import VectorStore, open_to_read
from retrieval.types import IndexInfo
from retrieval.withdrawn import Withdrawn

__all__ = ["ARTICLES", "CHROMA", "LEXICAL", "Archive", "Index"]

LEXICAL, ARTICLES = "lexical", "articles.sqlite"
"""What lies in a generation's folder, beside the vectors in `CHROMA`."""
LOG = logging.getLogger("dateline.index")
LOG.addHandler(logging.NullHandler())  # a front end that shows the log takes it; Python would print it by itself


class Index:
    """The three parts of one generation: vectors, BM25 and articles. Its numbers and ids agree across them."""

    def __init__(self, info: IndexInfo, vectors: VectorStore, lexical: LexicalIndex, articles: ArticleStore) -> None:
        self.info = info
        self.vectors = vectors
        self.lexical = lexical
        self.articles = articles
        self.withdrawn: Collection[str] = frozenset()
        """Articles that were taken down but are in here until a purge has ended; nobody must be shown their words."""
        self._lease: Lease | None = None

    @classmethod
    def open(cls, folder: Path, manifest: Manifest) -> Index:
        """
        All parts of the generation in `folder`, each of them read once: what is broken shows now and not later.

        Raises:
            IndexDamaged: a part is missing, cannot be read, or disagrees with another or with the manifest.
            DiskFull: Chroma finds no room for what it writes to read, neither here nor in the temporary folder.
        """
        with ExitStack() as opened:
            articles = ArticleStore(folder / ARTICLES)
            opened.callback(articles.close)
            lexical = LexicalIndex(folder / LEXICAL)
            vectors = open_to_read(folder / CHROMA)
            opened.callback(vectors.close)
            index = cls(manifest.info(), vectors, lexical, articles)
            index._probe(manifest)
            opened.pop_all()
        return index

    @classmethod
    def published(cls, generations: Generations, manifest: Manifest) -> Index:
        """
        A published generation, which stays on disk until it is closed, whatever is published meanwhile.

        Raises:
            IndexDamaged: as `open`; also when it is being removed.
            DiskFull: as `open`.
        """
        with ExitStack() as held:
            lease = generations.lease(manifest.id)
            held.callback(lease.close)
            generations.check(manifest.id, only=f"{CHROMA}/*")
            index = cls.open(generations.folder(manifest.id), manifest)
            held.pop_all()
        index._lease = lease
        return index

    def article(self, article_id: str) -> Article | None:
        """
        The whole article; None when it is not here, or was taken down.

        Raises:
            IndexDamaged: its text is not the one that was stored: a quote of it would prove nothing.
        """
        article = None if article_id in self.withdrawn else self.articles.article(article_id)
        if article and hashlib.sha256(article.text.encode()).hexdigest() != article.info.sha256:
            raise IndexDamaged(self.info.generation, f"the text of {article_id} is not as it was written")
        return article

    def close(self) -> None:
        self.vectors.close()
        self.articles.close()
        if self._lease:
            self._lease.close()

    def _probe(self, manifest: Manifest) -> None:
        """Compare the counts, search the vectors once and read an article: Chroma opens its graph only to search it."""
        counts = {self.vectors.count(), self.lexical.passages, self.articles.count_passages(), manifest.passages}
        if len(counts) != 1:
            raise IndexDamaged(manifest.id, f"its parts disagree on the number of passages ({sorted(counts)})")
        if not manifest.passages:
            return
        anywhere = np.eye(1, manifest.dimension, dtype=np.float32)[0]
        nearest = self.vectors.nearest(anywhere, 1)
        found = self.articles.passages([id_ for id_, _ in nearest])
        try:
            read = [self.article(info.id) for _, info, _ in found.values()]
        except ValueError as exc:  # what it holds as JSON is none
            raise IndexDamaged(manifest.id, f"its articles cannot be read ({exc})") from exc
        if not any(read):
            raise IndexDamaged(manifest.id, "its vectors lead to no article")


class Archive:
    """
    The generation that serves, opened on the first question and exchanged between two questions when the pointer moves.

    A question keeps the generation that it began with; an exchanged one is closed after its last question. When the
    one that should serve is damaged, an earlier one answers, and `fallback` and the log say so. Safe to use from
    several threads.
    """

    def __init__(self, generations: Generations, reads_with: Mapping[str, str]) -> None:
        """`reads_with` are the identities that a generation must have been built with: the embedder, the terms."""
        self._generations = generations
        self._reads_with = reads_with
        self._withdrawn = Withdrawn(generations.data_dir)
        self._lock = threading.Lock()
        self._open: Index | None = None
        self._users: dict[str, int] = {}
        self._retired: list[Index] = []
        self._named: str | None = None
        self._damaged: dict[str, str] = {}
        self.fallback: IndexFellBack | None = None
        """What is wrong with the generation that should serve, while another one does."""

    @contextmanager
    def reading(self) -> Iterator[Index]:
        """
        The serving generation, for the length of one question.

        Damage that shows in the middle of the question is raised; the next question then falls back.

        Raises:
            IndexMissing: nothing has been built yet.
            IndexMismatch: it was built by another embedder or another version of the terms.
            IndexNewer: a newer version of Dateline built it.
            IndexDamaged: it cannot be opened, and the one before it neither.
            DataFolderUnusable: the data folder cannot be read.
            DiskFull: as `Index.open`.
        """
        with self._lock:
            index = self._current()
            index.withdrawn = self._withdrawn.ids()
            id_ = index.info.generation
            self._users[id_] = self._users.get(id_, 0) + 1
        try:
            yield index
        except IndexDamaged as exc:
            with self._lock:
                self._damaged[id_] = exc.reason
                if self._open and self._open.info.generation == id_:
                    self._exchange(None)
            raise
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
        try:
            index = self._named_by_pointer()
        except IndexDamaged as damage:
            earlier = self._earlier()
            if earlier is None:
                self._damaged.clear()  # it may be mended by the next question
                raise
            self._tell(damage, earlier.info)
            return earlier
        self.fallback = None
        return index

    def _named_by_pointer(self) -> Index:
        id_ = self._generations.current_id()
        if id_ != self._named:
            # Whoever moves the pointer has looked at what it names, even if that has failed here before.
            self._named = id_
            self._damaged.clear()
        if id_ in self._damaged:
            raise IndexDamaged(id_, self._damaged[id_])
        if self._open and self._open.info.generation == id_:
            return self._open
        try:
            opened = self._open_generation(id_)
        except IndexDamaged as exc:
            if self._generations.current_id() != id_:
                # Between reading the pointer and opening, a rebuild has moved on and removed this generation.
                return self._named_by_pointer()
            self._damaged[id_] = exc.reason
            raise
        self._exchange(opened)
        return opened

    def _earlier(self) -> Index | None:
        """What can answer in the place of a damaged generation: what did so until now, else the one before it."""
        if self._open:
            return self._open
        previous = self._generations.previous_id()
        if previous is None or previous in self._damaged:
            return None
        try:
            opened = self._open_generation(previous)
        except IndexStateError:
            return None  # damaged as well, or of another embedder: what is wrong with the first one is told
        self._exchange(opened)
        return opened

    def _tell(self, damage: IndexDamaged, serving: IndexInfo) -> None:
        fallback = IndexFellBack(damage, serving.generation, f"{serving.built_at:%Y-%m-%d %H:%M} UTC")
        if str(fallback) != str(self.fallback):  # once, and not with every question
            LOG.warning("%s", fallback)
        self.fallback = fallback

    def _open_generation(self, id_: str) -> Index:
        manifest = self._generations.manifest(id_)
        for mismatch in manifest.mismatches(self._reads_with):
            raise mismatch
        return Index.published(self._generations, manifest)

    def _exchange(self, opened: Index | None) -> None:
        if self._open:
            self._retired.append(self._open)
        self._open = opened
        self._close_unused()

    def _close_unused(self) -> None:
        unused = [index for index in self._retired if not self._users.get(index.info.generation)]
        for index in unused:
            self._retired.remove(index)
            index.close()
