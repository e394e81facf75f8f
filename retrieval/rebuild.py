"""Articles in, a new generation out: what changed is read, embedded, indexed, validated, and only then served."""

from __future__ import annotations

import logging
import time
from collections.abc import Collection, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from config.errors import (
    ArticleFormatError,
    DatelineError,
    EmptyCorpusError,
    IndexDamaged,
    IndexMissing,
    IndexOlder,
    IndexShrinks,
    IndexStateError,
)
from corpus.chunking import CHUNKER_VERSION, cut
from corpus.cleaning import CLEANER_VERSION
from corpus.reading import Source, read_sources
from corpus.types import Problem, Report
from retrieval.articles import ArticleStore
from retrieval.changes import Changes
from retrieval.drafting import Draft, Progress, sweep
from retrieval.embedding import Embedder
from retrieval.generations import Generations
from retrieval.index import ARTICLES, CHROMA
from retrieval.lineage import LINEAGE_VERSION
from retrieval.manifest import Manifest
from retrieval.passage_vectors import Embedding, KnownVectors, VectorLog, discard_log
from retrieval.room import disk_full_told
from retrieval.store import check_database
from retrieval.terms import TERMS_VERSION
from retrieval.withdrawn import Withdrawn

_LOG = logging.getLogger("dateline.rebuild")
_LOG.addHandler(logging.NullHandler())  # whoever wants to know listens; nobody is told on standard error
NOTHING_CHANGED = "nothing had changed"
"""How a rebuild made no generation."""


@dataclass(frozen=True, slots=True)
class RebuildReport:
    """
    What a rebuild did. `added`, `changed` and `removed` count articles against the generation served before.

    `embedded` counts passages whose vectors were not known, `withdrawn` articles of the corpus that were left out
    because they were taken down. `how` says what the generation was made of, and why. Where nothing had changed,
    `generation` is the one that served before.
    """

    generation: str
    articles: int
    passages: int
    added: int
    changed: int
    removed: int
    embedded: int
    withdrawn: int
    how: str
    problems: tuple[Problem, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class _Run:
    """What one rebuild was asked to do."""

    corpus: Path
    remember_as: str | None
    progress: Progress
    full: bool
    allow_shrink: bool
    strict: bool
    started: float


@dataclass(frozen=True, slots=True)
class _Read:
    """What was found while the corpus was read."""

    problems: tuple[Problem, ...]
    withdrawn: int


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
            "lineage": LINEAGE_VERSION,
            **self._preparation,
        }

    def rebuild(
        self,
        corpus: Path,
        remember_as: str | None,
        progress: Progress,
        *,
        full: bool = False,
        allow_shrink: bool = False,
        strict: bool = False,
    ) -> RebuildReport:
        """
        Build a generation from `corpus` and serve it; the manifest remembers the corpus as `remember_as`.

        Only what is new or changed since the served generation is cleaned and embedded, unless something that makes
        passages of articles has changed, or `full` starts from nothing. Until the last step nothing that serves is
        touched: a failure or a crash leaves the current generation in place, and what it embedded is not embedded
        again. When nothing has changed, nothing is built.

        Raises:
            EmptyCorpusError: no article could be read.
            ArticleFormatError: with `strict`, the first file or record that was skipped.
            IndexShrinks: more than half of the served articles would go, and `allow_shrink` is off.
            IndexBusy: another process is rebuilding.
            IndexNewer: a newer version of Dateline built what is served, and `full` is off.
            DiskFull: there is no room for the new generation.
        """
        run = _Run(corpus, remember_as, progress, full, allow_shrink, strict, time.monotonic())
        with disk_full_told(self._generations.data_dir), self._generations.writing() as work:
            sweep(work)
            base, how = (None, "from nothing, as was asked") if full else self._base()
            try:
                try:
                    report = self._build(work, run, base, how)
                except IndexDamaged as exc:
                    if base is None:
                        raise
                    # Damage of the older generation that shows only in what was made of it.
                    report = self._build(work, run, None, f"from nothing: {base.id} cannot be carried on ({exc})")
            except DatelineError as exc:
                _LOG.warning("rebuild of %s failed: %s", corpus, exc)
                raise
            finally:
                sweep(work)
            discard_log(work)
        return report

    def _build(self, work: Path, run: _Run, base: Manifest | None, how: str) -> RebuildReport:
        _LOG.info("rebuild of %s, %s", run.corpus, how)
        # The stores take a generation's name from their folder.
        folder = work / self._generations.new_id()
        older = self._generations.folder(base.id) if base else None
        # Told while the draft still takes the room, and before it passes for damage of what it was made from.
        with disk_full_told(self._generations.data_dir), closing(Draft(folder, older)) as draft:
            taken_down = Withdrawn(self._generations.data_dir).ids()
            sources = draft.articles.sources()
            read = self._read(run, draft, taken_down)
            served = self._served_states()
            changes = Changes.between(served, draft.articles.states())
            changes.log(_LOG)
            # What was taken down goes because a person wants it: no sign of a broken corpus.
            wanted, lost = served.keys() - taken_down, set(changes.removed) - taken_down
            if len(lost) * 2 > len(wanted) and not run.allow_shrink:
                raise IndexShrinks(len(wanted), len(lost))
            # Sources too: a file whose article came out the same would be cleaned again and again.
            if base and not changes and sources == draft.articles.sources() and base.corpus == run.remember_as:
                manifest, embedded, how = base, 0, NOTHING_CHANGED
            else:
                draft.settle(anew=False)
                manifest, embedded = self._finish(work, draft, run)
        if manifest is not base:
            self._generations.publish(folder, manifest)
        _LOG.info("serving %s: %d articles, %d passages", manifest.id, manifest.articles, manifest.passages)
        return RebuildReport(
            generation=manifest.id,
            articles=manifest.articles,
            passages=manifest.passages,
            added=len(changes.added),
            changed=len(changes.changed),
            removed=len(changes.removed),
            embedded=embedded,
            withdrawn=read.withdrawn,
            how=how,
            problems=read.problems,
            seconds=time.monotonic() - run.started,
        )

    def _base(self) -> tuple[Manifest | None, str]:
        """The served generation if it can be carried on, and how the new one is therefore made."""
        try:
            manifest = self._generations.manifest(self._generations.current_id())
            self._check(manifest.id)
        except IndexMissing:
            return None, "from nothing: nothing was served"
        except (IndexDamaged, IndexOlder) as exc:
            return None, f"from nothing: {exc}"
        for mismatch in manifest.mismatches(self.built_with()):
            return None, f"from nothing: {mismatch}"
        return manifest, f"from {manifest.id} and what has changed"

    def _read(self, run: _Run, draft: Draft, taken_down: Collection[str]) -> _Read:
        """Read the corpus into `draft`: clean and cut what it does not hold yet, take out what the corpus has not."""
        problems: list[Problem] = []
        known, notes = draft.articles.sources(), draft.articles.notes()
        withdrawn, count = 0, 0
        try:
            for source in read_sources(run.corpus, problems.append):
                if source.id in taken_down:
                    withdrawn += 1
                    continue
                count += 1
                run.progress("reading", count, None)
                if known.pop(source.id, None) == source.digest:
                    problems += [source.problem(note) for note in notes.get(source.id, [])]
                else:
                    self._take(source, draft, problems.append)
        except EmptyCorpusError:
            if not problems:
                raise
            _stop_at_skipped(problems, run.strict)
            why = f"holds no article that can be read; first of {len(problems)}: {problems[0].reason}"
            raise EmptyCorpusError(run.corpus, why) from None
        _stop_at_skipped(problems, run.strict)
        draft.remove(known)
        return _Read(tuple(problems), withdrawn)

    def _take(self, source: Source, draft: Draft, report: Report) -> None:
        """Put an article that is new or changed into `draft`; one without words leaves nothing there."""
        notes: list[str] = []

        def noted(problem: Problem) -> None:
            notes.append(problem.reason)
            report(problem)

        article = source.article(noted)
        if article is None:
            draft.remove([source.id])
        else:
            passages = cut(article, self._embedder.count_tokens, self._max_tokens)
            draft.add(article, passages, source.digest, notes)

    def _finish(self, work: Path, draft: Draft, run: _Run) -> tuple[Manifest, int]:
        """The manifest to publish the draft with, and how many passages had to be embedded."""
        known = [] if run.full else self._of_this_embedder()
        with (
            closing(VectorLog(work, self._embedder.identity)) as log,
            KnownVectors(known, self._embedder.dimension) as vectors,
        ):
            log.keep_only(draft.folder / ARTICLES)
            source = Embedding(self._embedder, vectors, log)
            draft.make_vectors(source, run.progress)
        # The older generations' vectors are closed by now: each one that is open takes the memory of its whole graph.
        manifest = draft.finish(
            run.progress,
            corpus=run.remember_as,
            built_with=self.built_with(),
            dimension=self._embedder.dimension,
        )
        return manifest, source.embedded

    def _of_this_embedder(self) -> list[Path]:
        """The folders of the generations on disk whose vectors can be used, the newest first."""
        found = []
        for generation in reversed(self._generations.kept()):
            try:
                manifest = self._generations.manifest(generation)
                self._check(generation)
            except IndexStateError:
                continue
            if manifest.built_with.get("embedder") == self._embedder.identity:
                found.append(self._generations.folder(generation))
        return found

    def _check(self, generation: str) -> None:
        """
        Raises:
            IndexDamaged: a file is missing or is not as it was written, as far as that can be known without reading it.
        """
        self._generations.check(generation)
        check_database(self._generations.folder(generation) / CHROMA)

    def _served_states(self) -> dict[str, bytes]:
        """Empty when nothing is served, and when what is served cannot be read: then a rebuild is the cure."""
        try:
            current = self._generations.folder(self._generations.current_id())
            with closing(ArticleStore(current / ARTICLES)) as articles:
                return articles.states()
        except (IndexMissing, IndexDamaged):
            return {}


def _stop_at_skipped(problems: Sequence[Problem], strict: bool) -> None:
    skipped = next((problem for problem in problems if problem.skipped), None)
    if strict and skipped:
        raise ArticleFormatError(skipped.path, skipped.line, skipped.reason)
