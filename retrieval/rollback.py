"""Serve again what served before, once it has been looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass

from config.errors import IndexStateError, NothingToRollBack
from retrieval.generations import Generations
from retrieval.index import Index
from retrieval.room import disk_full_told
from retrieval.types import IndexInfo
from retrieval.withdrawn import Withdrawn


@dataclass(frozen=True, slots=True)
class RolledBack:
    """
    `index` is what serves now; `other_id` served until now, and would again after a second rollback; `other` is what
    that is. The two are None where the pointer to it, or its manifest, could not be read.
    """

    index: IndexInfo
    other_id: str | None
    other: IndexInfo | None


def roll_back(generations: Generations, reads_with: Callable[[], Mapping[str, str]]) -> RolledBack:
    """
    Serve the generation that served before; a second call comes back.

    Nothing moves unless the generation is whole, opens, and was built with what `reads_with` gives, which is only
    called when there is one, because it may have to export a model.

    Raises:
        NothingToRollBack: no other generation is kept, or it holds an article that was withdrawn since.
        IndexDamaged, IndexMismatch, IndexNewer: it cannot be served.
        IndexBusy: another process is writing.
        DataFolderUnusable: the data folder cannot be written.
    """
    _previous(generations)  # before a folder is made where nothing was ever built
    with disk_full_told(generations.data_dir), generations.writing():
        manifest = generations.manifest(_previous(generations))
        for mismatch in manifest.mismatches(reads_with()):
            raise mismatch
        generations.check(manifest.id)
        with closing(Index.published(generations, manifest)) as index:
            if held := index.articles.among(Withdrawn(generations.data_dir).ids()):
                raise NothingToRollBack(f"{manifest.id} holds the withdrawn article {min(held)}")
        generations.serve_previous()
        other_id, other = generations.previous_id(), None
        with suppress(IndexStateError):
            other = generations.manifest(other_id).info() if other_id else None
    return RolledBack(manifest.info(), other_id, other)


def _previous(generations: Generations) -> str:
    id_ = generations.previous_id()
    if id_ is None:
        raise NothingToRollBack(f"{generations.data_dir} holds no other one")
    return id_
