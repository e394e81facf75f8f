"""What is served, what else lies in the data folder, and whether anything is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal

from config.errors import DatelineError, DiskShort, IndexDamaged, IndexStale, IndexStateError, PurgeUnfinished
from retrieval.generations import Generations
from retrieval.index import Archive
from retrieval.manifest import Manifest
from retrieval.purging import holding
from retrieval.reader.measured import Measured
from retrieval.types import IndexInfo
from retrieval.withdrawn import Withdrawn

REBUILD_TAKES = 2
"""A rebuild needs the room of this many generations: the copy that it changes, and its work files beside it."""

Role = Literal["serving", "previous"]
"""`current` points to the one, `previous` to the other, whatever questions are answered from."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A generation on disk; `info` is None when its manifest cannot be read, `role` when no pointer names it."""

    id: str
    role: Role | None
    info: IndexInfo | None


@dataclass(frozen=True, slots=True)
class Rebuilding:
    """A rebuild that runs, if it has a `holder` of the lock, or was interrupted; `bytes` is what lies in `work/`."""

    holder: str | None
    bytes: int


@dataclass(frozen=True, slots=True)
class ModelUse:
    """The language model that is set, and what it has used today (UTC); a `daily_tokens` of 0 is no limit."""

    model: str
    tokens_today: int
    calls_today: int
    daily_tokens: int


@dataclass(frozen=True, slots=True)
class Status:
    """
    What questions are answered from, None when there is nothing, and the errors that a person should see to.

    `notes` do no harm yet: a cleaner or chunker that has changed since, a previous generation that is damaged.
    `embedder` is what it was built with, `corpus` a path; both are None when nothing was built. `thresholds` is what
    the reader in force was measured to do at each. `generations` are those on disk, oldest first; `withdrawn` counts
    the articles that were taken down. `llm` is None where no language model is set.
    """

    index: IndexInfo | None
    problems: tuple[DatelineError, ...]
    notes: tuple[str, ...]
    embedder: str | None
    corpus: str | None
    disk_bytes: int
    thresholds: tuple[Measured, ...] = ()
    generations: tuple[Kept, ...] = ()
    withdrawn: int = 0
    disk_free_bytes: int = 0
    rebuilding: Rebuilding | None = None
    llm: ModelUse | None = None

    @property
    def ok(self) -> bool:
        return not self.problems


def read_status(
    generations: Generations,
    reads_with: Callable[[], Mapping[str, str]],
    prepares_with: Mapping[str, str],
    corpus: str,
    *,
    stale_after: int = 0,
    today: date | None = None,
) -> Status:
    """
    The state of the data folder, read as a question would read it; nothing is raised for a bad state.

    `reads_with` gives the identities that a generation must have been built with; it is only called when there is one,
    because it may have to export a model. `prepares_with` are those that a rebuild would bring up to date. `corpus` is
    what stands for the shipped one. `stale_after` is in days, 0 is never; `today` is for tests.
    """
    problems: list[DatelineError] = []
    manifest = _served(generations, reads_with, problems)
    index = manifest.info() if manifest else None
    notes = list(_notes(generations, manifest, prepares_with))
    if index and index.newest_published and stale_after:
        age = ((today or datetime.now(UTC).date()) - index.newest_published).days
        if age > stale_after:
            problems.append(IndexStale(index.newest_published, age, stale_after))
    free = generations.free_bytes()
    if index and free < (needed := REBUILD_TAKES * generations.generation_bytes(index.generation)):
        problems.append(DiskShort(generations.data_dir, free, needed))
    withdrawn = 0
    if index:
        try:
            listed = Withdrawn(generations.data_dir).ids()
            withdrawn = len(listed)
            if holding_them := holding(generations, listed):
                problems.append(PurgeUnfinished(len(holding_them)))
        except DatelineError as exc:
            problems.append(exc)
    holder, unfinished = generations.writer(), generations.unfinished_bytes()
    return Status(
        index=index,
        problems=tuple({str(problem): problem for problem in problems}.values()),  # some show in two places
        notes=tuple(notes),
        embedder=manifest.built_with.get("embedder") if manifest else None,
        corpus=(manifest.corpus or corpus) if manifest else None,
        disk_bytes=generations.disk_bytes(),
        generations=tuple(_kept(generations)),
        withdrawn=withdrawn,
        disk_free_bytes=free,
        rebuilding=Rebuilding(holder, unfinished) if holder or unfinished else None,
    )


def _served(
    generations: Generations, reads_with: Callable[[], Mapping[str, str]], problems: list[DatelineError]
) -> Manifest | None:
    """The manifest of what questions are answered from, or would be but for `problems`, to which they are added."""
    manifest = None
    try:
        with suppress(IndexDamaged):  # the archive tells, and may fall back
            manifest = generations.manifest(generations.current_id())
        wanted = reads_with()
        problems += manifest.mismatches(wanted) if manifest else []
        if problems:
            return manifest
        with closing(Archive(generations, wanted)) as archive, archive.reading() as index:
            manifest = generations.manifest(index.info.generation)
            if archive.fallback:
                problems.append(archive.fallback)
            generations.check(manifest.id)
    except DatelineError as exc:
        problems.append(exc)
    return manifest


def _notes(generations: Generations, manifest: Manifest | None, prepares_with: Mapping[str, str]) -> Iterator[str]:
    for mismatch in manifest.mismatches(prepares_with) if manifest else []:
        yield f"{mismatch}; the next rebuild brings it up to date"
    previous = generations.previous_id()
    if previous and not (manifest and manifest.id == previous):
        try:
            generations.check(previous)
        except IndexStateError as exc:
            yield f"{exc}; it could not serve again, and the next rebuilds replace it"


def _kept(generations: Generations) -> Iterator[Kept]:
    roles: dict[str | None, Role] = {generations.previous_id(): "previous", generations.served_id(): "serving"}
    for id_ in generations.kept():
        info = None
        with suppress(IndexStateError):
            info = generations.manifest(id_).info()
        yield Kept(id_, roles.get(id_), info)
