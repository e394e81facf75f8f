"""What is served, and whether anything is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass

from config.errors import DatelineError, IndexMismatch
from retrieval.generations import Generations
from retrieval.index import Index
from retrieval.terms import TERMS_VERSION
from retrieval.types import IndexInfo


@dataclass(frozen=True, slots=True)
class Status:
    """
    The served generation, None when there is none, and the errors that a question would meet.

    `embedder` is what the settings want; `corpus` a path, None when nothing was built.
    """

    index: IndexInfo | None
    problems: tuple[DatelineError, ...]
    embedder: str
    corpus: str | None
    disk_bytes: int

    @property
    def ok(self) -> bool:
        return not self.problems


def read_status(generations: Generations, embedder: str, shipped_corpus: str) -> Status:
    """The state of the data folder, read as a question would read it; nothing is raised for a bad state."""
    index, corpus = None, None
    problems: list[DatelineError] = []
    try:
        id_ = generations.current_id()
        manifest = generations.manifest(id_)
        index = manifest.info()
        corpus = manifest.corpus or shipped_corpus
        for what, wanted in (("embedder", embedder), ("terms", TERMS_VERSION)):
            if manifest.built_with.get(what) != wanted:
                problems.append(IndexMismatch(f"the {what}", str(manifest.built_with.get(what)), wanted))
        Index.open(generations.folder(id_), manifest).close()
    except DatelineError as exc:
        problems.append(exc)
    return Status(index, tuple(problems), embedder, corpus, generations.disk_bytes())
