"""What is served, and whether anything is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from config.errors import DatelineError
from retrieval.generations import Generations
from retrieval.index import Index
from retrieval.reader.measured import Measured
from retrieval.types import IndexInfo


@dataclass(frozen=True, slots=True)
class Status:
    """
    The served generation, None when there is none, and the errors that a question would meet.

    `notes` do no harm yet: a cleaner or chunker that has changed since. `embedder` is what it was built with, `corpus`
    a path; both are None when nothing was built. `thresholds` is what the reader in force was measured to do at each.
    """

    index: IndexInfo | None
    problems: tuple[DatelineError, ...]
    notes: tuple[str, ...]
    embedder: str | None
    corpus: str | None
    disk_bytes: int
    thresholds: tuple[Measured, ...] = ()

    @property
    def ok(self) -> bool:
        return not self.problems


def read_status(
    generations: Generations, reads_with: Callable[[], Mapping[str, str]], prepares_with: Mapping[str, str], corpus: str
) -> Status:
    """
    The state of the data folder, read as a question would read it; nothing is raised for a bad state.

    `reads_with` gives the identities that a generation must have been built with; it is only called when there is one,
    because it may have to export a model. `prepares_with` are those that a rebuild would bring up to date. `corpus` is
    what stands for the shipped one.
    """
    index, read_from, embedder = None, None, None
    problems: list[DatelineError] = []
    notes: list[str] = []
    try:
        manifest = generations.manifest(generations.current_id())
        index = manifest.info()
        read_from = manifest.corpus or corpus
        embedder = manifest.built_with.get("embedder")
        notes = [
            f"{mismatch}; the next rebuild brings it up to date" for mismatch in manifest.mismatches(prepares_with)
        ]
        problems += manifest.mismatches(reads_with())
        Index.published(generations, manifest).close()
    except DatelineError as exc:
        problems.append(exc)
    return Status(index, tuple(problems), tuple(notes), embedder, read_from, generations.disk_bytes())
