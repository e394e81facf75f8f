"""Articles in, a new generation out: read, embed, index, validate, and only then move the pointer."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import TypeVar

from config.errors import ArticleFormatError, EmptyCorpusError, IndexDamaged, IndexMissing, IndexShrinks
from corpus.chunking import CHUNKER_VERSION, cut, title_in_front
from corpus.cleaning import CLEANER_VERSION
from corpus.reading import read_articles
from corpus.types import Problem
from retrieval.articles import ArticleStore
from retrieval.embedding import Embedder
from retrieval.generations import Generations, Manifest
from retrieval.index import ARTICLES, CHROMA, LEXICAL, Index
from retrieval.lexical import LexicalBuilder
from retrieval.store import ChromaStore, Record
from retrieval.terms import TERMS_VERSION

_T = TypeVar("_T")

WINDOW = 1024
"""Passages whose vectors are in memory at a time."""

Progress = Callable[[str, int, int | None], None]
"""Called with the stage ("reading", "embedding", "indexing"), how much is done, and of how much (None: unknown)."""


@dataclass(frozen=True, slots=True)
class RebuildReport:
    """What a rebuild did. `added`, `changed` and `removed` count articles against the generation served before."""

    generation: str
    articles: int
    passages: int
    added: int
    changed: int
    removed: int
    embedded: int
    problems: tuple[Problem, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class Changes:
    """How the articles of one generation differ from those of another, counted by id and by hash of the text."""

    added: int
    changed: int
    removed: int

    @classmethod
    def between(cls, old: Mapping[str, str], new: Mapping[str, str]) -> Changes:
        kept = old.keys() & new.keys()
        return cls(len(new) - len(kept), sum(old[id_] != new[id_] for id_ in kept), len(old) - len(kept))


def preparation(max_passage_tokens: int) -> dict[str, str]:
    """The identities of what makes passages of articles."""
    return {"cleaner": CLEANER_VERSION, "chunker": f"{CHUNKER_VERSION}, {max_passage_tokens} tokens"}


class Rebuilder:
    """Builds generations from a corpus with one embedder."""

    def __init__(self, generations: Generations, embedder: Embedder, max_passage_tokens: int) -> None:
        self._generations = generations
        self._embedder = embedder
        self._max_tokens = min(max_passage_tokens, embedder.max_tokens)
        self._preparation = preparation(max_passage_tokens)

    def built_with(self) -> dict[str, str]:
        """The identities that go into the manifest."""
        return {
            "embedder": self._embedder.identity,
            "terms": TERMS_VERSION,
            **self._preparation,
        }

    def rebuild(
        self,
        corpus: Path,
        remember_as: str | None,
        progress: Progress,
        *,
        allow_shrink: bool = False,
        strict: bool = False,
    ) -> RebuildReport:
        """
        Build a generation from `corpus` and serve it; the manifest remembers the corpus as `remember_as`.

        Until the last step nothing that serves is touched: a failure or a crash leaves the current generation in place.

        Raises:
            EmptyCorpusError: no article could be read.
            ArticleFormatError: with `strict`, the first file or record that was skipped.
            IndexShrinks: more than half of the served articles would go, and `allow_shrink` is off.
            IndexBusy: another process is rebuilding.
        """
        started = time.monotonic()
        problems: list[Problem] = []
        with self._generations.writing() as work:
            # The stores take a generation's name from their folder.
            folder = work / self._generations.new_id()
            folder.mkdir()
            try:
                hashes = self._read(corpus, folder, problems.append, progress)
            except EmptyCorpusError:
                if not problems:
                    raise
                _stop_at_skipped(problems, strict)
                why = f"holds no article that can be read; first of {len(problems)}: {problems[0].reason}"
                raise EmptyCorpusError(corpus, why) from None
            _stop_at_skipped(problems, strict)
            served = self._served_hashes()
            changes = Changes.between(served, hashes)
            if changes.removed * 2 > len(served) and not allow_shrink:
                raise IndexShrinks(len(served), changes.removed)
            with closing(ArticleStore(folder / ARTICLES)) as articles:
                self._embed(articles, folder, progress)
                self._index(articles, folder, progress)
                manifest = self._manifest(folder.name, articles, remember_as)
            self._validate(folder, manifest)
            self._generations.publish(folder, manifest)
        return RebuildReport(
            generation=manifest.id,
            articles=manifest.articles,
            passages=manifest.passages,
            added=changes.added,
            changed=changes.changed,
            removed=changes.removed,
            embedded=manifest.passages,
            problems=tuple(problems),
            seconds=time.monotonic() - started,
        )

    def _read(
        self, corpus: Path, folder: Path, report: Callable[[Problem], None], progress: Progress
    ) -> dict[str, str]:
        """Read, clean and cut every article into `articles.sqlite`; returns id to hash of text."""
        hashes: dict[str, str] = {}
        with closing(ArticleStore(folder / ARTICLES, create=True)) as articles:
            for article in read_articles(corpus, report):
                articles.add(article, cut(article, self._embedder.count_tokens, self._max_tokens))
                hashes[article.id] = article.info.sha256
                progress("reading", len(hashes), None)
        return hashes

    def _embed(self, articles: ArticleStore, folder: Path, progress: Progress) -> None:
        total, done = articles.count_passages(), 0

        def count(embedded: int) -> None:
            nonlocal done
            done += embedded
            progress("embedding", done, total)

        with closing(ChromaStore(folder / CHROMA, create=True)) as vectors:
            for window in _windows(articles.each_passage(longest_first=True)):
                texts = self._with_titles([(info.title, passage.text) for passage, info in window])
                vectors.add(
                    [Record(passage.id, info.published, info.outlet) for passage, info in window],
                    self._embedder.embed_passages(texts, count),
                )

    def _with_titles(self, passages: Sequence[tuple[str | None, str]]) -> list[str]:
        """The passages with their titles in front, each title cut to the words with which nothing of its passage is."""
        texts = [title_in_front(title, text) for title, text in passages]
        for i, tokens in enumerate(self._embedder.count_tokens(texts)):
            if tokens > self._embedder.max_tokens:
                title, text = passages[i]
                # No word has less than a token, so there is no need to try more of them than there are tokens.
                words = (title or "").split()[: self._embedder.max_tokens]
                shorter = [title_in_front(" ".join(words[:count]), text) for count in range(len(words), -1, -1)]
                counts = zip(shorter, self._embedder.count_tokens(shorter), strict=True)
                texts[i] = next((whole for whole, count in counts if count <= self._embedder.max_tokens), text)
        return texts

    def _index(self, articles: ArticleStore, folder: Path, progress: Progress) -> None:
        total = articles.count_passages()
        lexical = LexicalBuilder()
        for number, (passage, info) in enumerate(articles.each_passage(), start=1):
            lexical.add(title_in_front(info.title, passage.text))
            progress("indexing", number, total)
        lexical.save(folder / LEXICAL)

    def _manifest(self, generation: str, articles: ArticleStore, remember_as: str | None) -> Manifest:
        newest = articles.newest_published()
        return Manifest(
            id=generation,
            built_at=datetime.now(UTC).isoformat(timespec="seconds"),
            corpus=remember_as,
            built_with=self.built_with(),
            dimension=self._embedder.dimension,
            articles=articles.count_articles(),
            passages=articles.count_passages(),
            newest_published=newest.isoformat() if newest else None,
        )

    def _validate(self, folder: Path, manifest: Manifest) -> None:
        """
        Open the finished generation as a reader would, and compare ids, counts, dimension and one known answer.

        Raises:
            IndexDamaged: anything does not agree.
        """
        with closing(Index.open(folder, manifest)) as index:
            passages = [passage.id for passage, _ in index.articles.each_passage()]
            if index.vectors.ids() != set(passages):
                raise IndexDamaged(manifest.id, "the vectors' ids are not those of the passages")
            probe = index.vectors.vectors(passages[:1])[passages[0]]
            if probe.shape != (manifest.dimension,):
                raise IndexDamaged(manifest.id, f"its vectors have the shape {probe.shape}")
            _, cosine = index.vectors.nearest(probe, 1)[0]
            if cosine < 0.999:
                raise IndexDamaged(manifest.id, "a passage is not found by its own vector")

    def _served_hashes(self) -> dict[str, str]:
        """Empty when nothing is served, and when what is served cannot be read: then a rebuild is the cure."""
        try:
            current = self._generations.folder(self._generations.current_id())
            with closing(ArticleStore(current / ARTICLES)) as articles:
                return articles.hashes()
        except (IndexMissing, IndexDamaged):
            return {}


def _stop_at_skipped(problems: Sequence[Problem], strict: bool) -> None:
    skipped = next((problem for problem in problems if problem.skipped), None)
    if strict and skipped:
        raise ArticleFormatError(skipped.path, skipped.line, skipped.reason)


def _windows(items: Iterator[_T]) -> Iterator[list[_T]]:
    while window := list(islice(items, WINDOW)):
        yield window
