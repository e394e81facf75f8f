"""What a rebuild costs: from nothing, with one article changed, with nothing changed; and as the archive grows."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from tests.bench.archives import add_sentence, copy_of, grown
from tests.bench.child import BenchError, Run
from tests.bench.plan import Plan
from tests.bench.report import Row
from tests.bench.spread import spread
from tests.bench.workplace import SHIPPED, Workplace

FULL, CHANGED, UNCHANGED = "from nothing", "one article changed", "nothing changed"


def rebuild(place: Workplace, plan: Plan) -> list[Row]:
    """
    A generation of the whole corpus from nothing, once, beside the tutorial's index where there is one; then that of a
    copy of the corpus to which a sentence is added again and again, and is not, in turn.
    """
    data_dir, full = place.full_rebuild
    theirs = place.tutorial_index[1] if place.tutorial_index else None
    told = _told(full)

    def row(what: str, unit: str, measured: Callable[[Run], float]) -> Row:
        mine, other = measured(full), measured(theirs) if theirs else None
        return Row(what, unit, mine, other, spread([mine / other]) if other else None)

    size = f"{told['articles']:,} articles, {told['passages']:,} passages"
    rows = [
        row(f"full rebuild of {size}", "s", lambda run: run.wall_s),
        row("… peak memory", "MB", lambda run: run.peak_mb),
        row("… passages", "/s", lambda run: _told(run)["passages"] / run.wall_s),
    ]
    # Of copies: the other parts ask the archive that they were given.
    own_dir = Path(shutil.copytree(data_dir, place.folder / "changing"))
    corpus = copy_of(place.corpus, place.folder / "changing-corpus")
    changed, unchanged = _differences(lambda: _rebuilt(place, own_dir, corpus), corpus, plan.runs)
    return rows + _difference_rows(CHANGED, changed, full, place) + _difference_rows(UNCHANGED, unchanged, full, place)


def growth(place: Workplace, plan: Plan) -> list[Row]:
    """
    The same three on archives of `plan.sizes` articles made of the corpus, once each, vectors from a stand-in.

    Chroma holds every vector in memory to search or change any, so what it takes to have the vectors open is measured
    beside it; the ratio compares what is left with that of the smallest archive.
    """
    own: dict[str, list[float]] = {FULL: [], CHANGED: [], UNCHANGED: []}
    rows: list[Row] = []
    for size in plan.sizes:
        folder = place.folder / f"growth-{size}"
        corpus, data_dir = folder / "archive.jsonl", folder / "data"
        folder.mkdir()
        grown(place.corpus, size, corpus)

        def build(data_dir: Path = data_dir, corpus: Path = corpus) -> Run:
            return place.module(Path(sys.executable), "tests.bench.rebuild_with_stand_in", data_dir, corpus)

        runs = {FULL: build()}
        (runs[CHANGED],), (runs[UNCHANGED],) = _differences(build, corpus, 1)
        # From nothing one store of vectors is open, for a difference the older one too, for none not one.
        of_chroma = {FULL: _with_vectors_open(place, data_dir, 1), CHANGED: _with_vectors_open(place, data_dir, 2)}
        passages = _told(runs[FULL])["passages"]
        for case, run in runs.items():
            own[case].append(_anonymous(run) - of_chroma.get(case, 0.0))
            rows += [
                Row(f"{size:,} articles, {passages:,} passages of a stand-in, {case}", "s", run.wall_s),
                Row("… peak memory, mapped files included", "MB", run.peak_mb),
                Row("… peak memory without them", "MB", _anonymous(run)),
                Row("… of it beyond Chroma's", "MB", own[case][-1], ratio=spread([own[case][-1] / own[case][0]])),
            ]
        shutil.rmtree(folder)
    return rows


def _differences(build: Callable[[], Run], corpus: Path, runs: int) -> tuple[list[Run], list[Run]]:
    """So many rebuilds after a sentence was added to one article of `corpus`, and as many after nothing was."""
    changed, unchanged = [], []
    for number in range(runs):
        add_sentence(corpus, f"This is the sentence that was added as number {number}.")
        changed.append(_that_found(1, build()))
        unchanged.append(_that_found(0, build()))
    return changed, unchanged


def _that_found(articles: int, run: Run) -> Run:
    """`run`, if it found so many articles changed; on the way, a word about one that took the long way."""
    told = _told(run)
    if told["changed"] != articles:
        raise BenchError(f"{told['changed']} articles were found changed instead of {articles}: {told['how']}")
    if told["how"].startswith(FULL):
        print(f"{articles} changed, but rebuilt {told['how']}", file=sys.stderr)
    return run


def _difference_rows(case: str, runs: Sequence[Run], full: Run, place: Workplace) -> list[Row]:
    """The ratio is that of the time to the full rebuild's; over the shipped articles both are start-up alone."""
    seconds = [run.wall_s for run in runs]
    ratio = spread([one / full.wall_s for one in seconds]) if place.corpus != SHIPPED else None
    return [
        Row(f"rebuild, {case}", "s", median(seconds), ratio=ratio),
        Row("… peak memory", "MB", median(run.peak_mb for run in runs)),
        Row("… passages embedded", "", median(_told(run)["embedded"] for run in runs)),
    ]


def _rebuilt(place: Workplace, data_dir: Path, corpus: Path) -> Run:
    return place.dateline(data_dir, "rebuild", "--corpus", corpus, "--json")


def _with_vectors_open(place: Workplace, data_dir: Path, stores: int) -> float:
    """The memory of a process that does nothing but search so many copies of the served generation's vectors."""
    return _anonymous(place.module(Path(sys.executable), "tests.bench.open_vectors", data_dir, str(stores)))


def _anonymous(run: Run) -> float:
    if run.anonymous_mb is None:
        raise BenchError("this system does not tell the memory of a process apart from the files it maps")
    return run.anonymous_mb


def _told(run: Run) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(run.stdout)
    return told
