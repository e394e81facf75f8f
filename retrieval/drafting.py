"""A generation in the making: what stays of an older one, the articles that come and go, and the three parts of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import numpy as np

from config.errors import IndexDamaged
from corpus.chunking import title_in_front
from corpus.types import Article, Passage
from retrieval.articles_writing import ArticleDraft, moved
from retrieval.index import ARTICLES, CHROMA, LEXICAL
from retrieval.lexical_building import LexicalBuilder
from retrieval.manifest import Manifest
from retrieval.passage_vectors import VectorSource
from retrieval.store import ChromaStore, Record, blank_unused, copy_store
from retrieval.validation import validate

WINDOW = 1024
"""Passages whose vectors are in memory at a time."""
UNUSED = 0.25
"""The share of a generation's numbers that may lie idle; with more of them it is laid out anew."""

Progress = Callable[[str, int, int | None], None]
"""Called with the stage ("reading", "embedding", "indexing"), how much is done, and of how much (None: unknown)."""


class Draft:
    """
    A generation in `folder`, which is made, from nothing or from the one in the folder `older`.

    Articles are added and removed first, then `settle` decides on the numbers, then `make_vectors` and `finish` make
    the other two parts.
    """

    def __init__(self, folder: Path, older: Path | None) -> None:
        """
        Raises:
            IndexDamaged: the articles of `older` cannot be read.
        """
        folder.mkdir()
        self.folder = folder
        self._older = older
        self.articles = ArticleDraft(folder / ARTICLES, older / ARTICLES if older else None)
        self._carried_size = self._first_new = self.articles.size()
        self._gone: list[str] = []
        self._moved = np.arange(self._carried_size, dtype=np.int64)

    def add(self, article: Article, passages: Sequence[Passage], source: bytes, notes: Sequence[str]) -> None:
        """Add an article, in the place of the one that had its id before."""
        self.remove([article.id])
        self.articles.add(article, passages, source, notes)

    def remove(self, article_ids: Iterable[str]) -> None:
        self._gone += self.articles.remove(article_ids)

    def settle(self, *, anew: bool) -> None:
        """
        After the last article: keep the numbers of what is carried over, or lay all out `anew`, without a gap.

        That is done in any case once more than `UNUSED` of the numbers lie idle: lexical index and graph keep room for
        them, and search them.
        """
        numbers = self.articles.numbers()
        carried = numbers[numbers < self._carried_size]
        size = self.articles.size()
        if anew or size - len(numbers) > UNUSED * size:
            self._moved = moved(carried, self._carried_size)
            self._first_new = len(carried)
            self.articles.renumber()
            self._anew = True
        else:
            self._moved = np.full(self._carried_size, -1, dtype=np.int64)
            self._moved[carried] = carried
            self._anew = self._older is None
        self.articles.commit()

    def make_vectors(self, vectors: VectorSource, progress: Progress) -> None:
        """
        Make the store of vectors; whatever `vectors` has open is not needed afterwards.

        Raises:
            IndexDamaged: a vector that must be known is not.
        """
        with closing(self._vectors()) as store:
            first = 0 if self._anew else self._first_new
            total, done = self.articles.count_passages(first), 0

            def count(passages: int) -> None:
                nonlocal done
                done += passages
                progress("embedding", done, total)

            passages = self.articles.each_passage(first, longest_first=True)
            while window := list(islice(passages, WINDOW)):
                made = vectors.of(window, count)
                store.add(
                    [Record(one.passage.id, one.info.published, one.info.outlet) for one in window],
                    np.array([made[one.digest] for one in window]),
                )

    def finish(
        self, progress: Progress, *, corpus: str | None, built_with: Mapping[str, str], dimension: int
    ) -> Manifest:
        """
        After `make_vectors`, find the lineages, make the lexical index and validate all.

        Returns the manifest to publish the draft with.

        Raises:
            IndexDamaged: the parts do not agree, or what was carried over cannot be read.
        """
        self._make_lexical(progress)
        self.articles.trace()
        self.articles.commit()
        newest = self.articles.newest_published()
        manifest = Manifest(
            id=self.folder.name,
            built_at=datetime.now(UTC).isoformat(timespec="seconds"),
            corpus=corpus,
            built_with=dict(built_with),
            dimension=dimension,
            articles=self.articles.count_articles(),
            passages=self.articles.count_passages(),
            newest_published=newest.isoformat() if newest else None,
        )
        validate(self.folder, manifest)
        blank_unused(self.folder / CHROMA)
        return manifest

    def close(self) -> None:
        self.articles.close()

    def _make_lexical(self, progress: Progress) -> None:
        total = self.articles.count_passages(self._first_new)
        with LexicalBuilder(self.folder / LEXICAL) as builder:
            if self._older:
                builder.carry(self._older / LEXICAL, self._moved)
            for done, one in enumerate(self.articles.each_passage(self._first_new), start=1):
                builder.add(one.number, title_in_front(one.info.title, one.passage.text))
                progress("indexing", done, total)
            builder.save()

    def _vectors(self) -> ChromaStore:
        """The older generation's, copied and without what is gone; an empty store when all is laid out anew."""
        folder = self.folder / CHROMA
        if self._older and not self._anew:
            try:
                copy_store(self._older / CHROMA, folder)
                store = ChromaStore(folder)
                store.remove(self._gone)
                return store
            except IndexDamaged:
                # The articles are sound, or the older one would not be carried on: all vectors can be had again.
                shutil.rmtree(folder, ignore_errors=True)
                self._anew = True
        return ChromaStore(folder, create=True)


def sweep(work: Path) -> None:
    """Remove drafts from the work folder, but not the vectors that an interrupted rebuild has made."""
    for path in work.iterdir():
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
