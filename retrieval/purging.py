"""
Articles that are taken down leave every generation on disk, and whatever an interrupted rebuild has kept.

A generation that holds one is made anew of itself, without it; its vectors are all known, so nothing is embedded, and
neither the corpus nor a model is needed.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Collection
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from config.errors import IndexDamaged, IndexStateError, UnknownArticle
from retrieval.articles import ArticleStore
from retrieval.drafting import Draft, Progress, sweep
from retrieval.generations import READERS_WAIT_S, Generations
from retrieval.index import ARTICLES
from retrieval.passage_vectors import KnownOnly, KnownVectors, discard_log
from retrieval.room import disk_full_told
from retrieval.withdrawn import Withdrawn

_LOG = logging.getLogger("dateline.rebuild")


def holding(generations: Generations, article_ids: Collection[str]) -> list[str]:
    """The generations on disk that hold one of `article_ids`, oldest first; one that cannot be read may hold them."""
    return [id_ for id_ in generations.kept() if _holds_any(generations.folder(id_), article_ids)]


def _holds_any(folder: Path, article_ids: Collection[str]) -> bool:
    try:
        with closing(ArticleStore(folder / ARTICLES)) as articles:
            return bool(articles.among(article_ids))
    except IndexDamaged:
        return bool(article_ids)


@dataclass(frozen=True, slots=True)
class PurgeReport:
    """
    What a purge did: `articles` are the ids that it was to take out, `generation` is what serves since.

    `rewritten` counts the generations that were made anew without them, `removed` those that could not be.
    """

    articles: tuple[str, ...]
    generation: str
    rewritten: int
    removed: int
    seconds: float


class Purger:
    """Takes articles out of the generations of one data folder."""

    def __init__(self, generations: Generations, progress: Progress) -> None:
        self._generations = generations
        self._progress = progress
        self._withdrawn = Withdrawn(generations.data_dir)

    def purge(self, article_ids: Collection[str], cited: Collection[str] = ()) -> PurgeReport:
        """
        Put `article_ids` on the list of withdrawn articles, then take them out of every generation.

        The list comes first: whatever happens then, no rebuild brings them back, and the next purge or rebuild ends
        what this one began. `cited` are the articles of stored answers, which may be of generations long gone.

        Raises:
            UnknownArticle: no generation, stored answer or list holds one of them; nothing was done then.
            IndexMissing, IndexDamaged, IndexNewer, IndexOlder: the generation that serves cannot be made anew.
            IndexBusy: another process is writing.
            DiskFull: there is no room for the new generation.
        """
        with disk_full_told(self._generations.data_dir), self._generations.writing() as work:
            known = self._withdrawn.ids().union(cited, *map(self._ids, self._generations.kept()))
            for id_ in article_ids:
                if id_ not in known:
                    raise UnknownArticle(id_)
            self._withdrawn.add(article_ids)
            return self._take_out(article_ids, work)

    def purge_unserved(self, cited: Collection[str] = ()) -> PurgeReport:
        """
        Take out of the other generations what the one that serves does not hold, of those and of `cited`.

        Raises: as `purge`, but for UnknownArticle.
        """
        with disk_full_told(self._generations.data_dir), self._generations.writing() as work:
            served = self._ids(self._generations.current_id())
            every = served.union(cited, *map(self._ids, self._generations.kept()))
            return self._take_out(every - served, work)

    def finish(self) -> PurgeReport | None:
        """End what an interrupted purge has left; None when there is nothing, as nearly always. Raises: as `purge`."""
        listed = self._withdrawn.ids()
        return self.purge(listed) if holding(self._generations, listed) else None

    def _take_out(self, article_ids: Collection[str], work: Path) -> PurgeReport:
        started = time.monotonic()
        sweep(work)
        discard_log(work)
        served, previous = self._generations.current_id(), self._generations.previous_id()
        rewritten, removed = 0, 0
        # The one that serves comes last: when it cannot be made anew, at least no other one holds the words.
        for generation in sorted(self._generations.kept(), key=lambda id_: id_ == served):
            try:
                folder = self._generations.folder(generation)
                if not (_holds_any(folder, article_ids) or self._has_idle_room(generation)):
                    continue
                if generation not in (served, previous):
                    raise IndexDamaged(generation, "no pointer names it")
                self._make_anew(generation, article_ids, work, replace_served=generation == served)
                rewritten += 1
            except IndexStateError as exc:
                if generation == served:
                    raise
                _LOG.warning("removing what cannot be made anew without withdrawn articles: %s", exc)
                if generation == previous:
                    self._generations.replace_previous(None, None)
                else:
                    self._generations.remove(generation, READERS_WAIT_S)
                removed += 1
            finally:
                sweep(work)
        return PurgeReport(
            tuple(sorted(article_ids)), self._generations.current_id(), rewritten, removed, time.monotonic() - started
        )

    def _make_anew(self, generation: str, article_ids: Collection[str], work: Path, *, replace_served: bool) -> None:
        # Damage that is copied gets checksums of its own, and nobody sees it any more.
        self._generations.check(generation)
        older, folder = self._generations.manifest(generation), self._generations.folder(generation)
        with closing(Draft(work / self._generations.new_id(), folder)) as draft:
            draft.remove(article_ids)
            # Anew: vectors tell of their words, and a graph that is told to forget some only marks them.
            draft.settle(anew=True)
            with KnownVectors([folder], older.dimension) as known:
                draft.make_vectors(KnownOnly(generation, known), self._progress)
            manifest = draft.finish(
                self._progress, corpus=older.corpus, built_with=older.built_with, dimension=older.dimension
            )
        _LOG.info("%s without withdrawn articles is %s", generation, manifest.id)
        if replace_served:
            self._generations.replace_served(draft.folder, manifest)
        else:
            self._generations.replace_previous(draft.folder, manifest)

    def _has_idle_room(self, generation: str) -> bool:
        """Whether its graph still holds vectors of passages that an earlier rebuild has taken out."""
        with closing(ArticleStore(self._generations.folder(generation) / ARTICLES)) as articles:
            return articles.size() != articles.count_passages()

    def _ids(self, generation: str) -> set[str]:
        """The articles of a generation; none of one that cannot be read."""
        try:
            with closing(ArticleStore(self._generations.folder(generation) / ARTICLES)) as articles:
                return articles.ids()
        except IndexDamaged:
            return set()
