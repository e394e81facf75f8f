"""What is measured: one function a part, `Workplace` in, rows out."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from typing import Any

from tests.bench.child import BenchError, Run
from tests.bench.plan import Plan
from tests.bench.rebuilding import growth, rebuild
from tests.bench.report import Row
from tests.bench.sources import questions
from tests.bench.spread import paired_ratio, percentile, spread
from tests.bench.workplace import SHIPPED, Workplace

COLD_QUESTION = "Who is the Kremlin's envoy to Afghanistan?"
WARM_UP = 5
"""The first questions of a process are not counted: they find nothing in any cache."""


def cold(place: Workplace, plan: Plan) -> list[Row]:
    """One question, one process, over the shipped articles. A first, uncounted round warms the disk cache."""
    ours: list[Run] = []
    tutorial: list[Run] = []
    kept_index: list[Run] = []
    data_dir, store = place.shipped_index, place.tutorial_shipped_index
    for _ in range(plan.runs + 1):
        ours.append(place.dateline(data_dir, "ask", COLD_QUESTION))
        tutorial.append(place.tutorial("ask", COLD_QUESTION, SHIPPED))
        kept_index.append(place.tutorial("query", store, COLD_QUESTION))

    def row(what: str, unit: str, other: list[Run], measured: Callable[[Run], float]) -> Row:
        mine, theirs = ([measured(run) for run in side[1:]] for side in (ours, other))
        return Row(what, unit, median(mine), median(theirs), paired_ratio(mine, theirs))

    return [
        row("cold question, wall time", "s", tutorial, lambda run: run.wall_s),
        row("cold question, peak memory", "MB", tutorial, lambda run: run.peak_mb),
        row("… processor time", "s", tutorial, lambda run: run.cpu_s),
        row("… wall time, the tutorial's index kept", "s", kept_index, lambda run: run.wall_s),
        row("… peak memory, the tutorial's index kept", "MB", kept_index, lambda run: run.peak_mb),
    ]


def warm(place: Workplace, plan: Plan) -> list[Row]:
    """Many questions in one process: the median and the slow end, and the median of each step that is timed."""
    asked = _asked(place, plan)
    data_dir = plan.index or place.full_rebuild[0]
    lines = "".join(json.dumps({**row, "id": number}) + "\n" for number, row in enumerate(asked))
    answered = place.dateline(data_dir, "ask", "--jsonl", "-", stdin=lines)
    timings = [_timings(row) for row in _json_lines(answered)]
    ours = [timing["total"] for timing in timings[WARM_UP:]]
    theirs: list[float] = []
    if place.tutorial_index and not plan.index:
        store, _ = place.tutorial_index
        told = "".join(" ".join(row["question"].split()) + "\n" for row in asked)
        theirs = [row["ms"] for row in _json_lines(place.tutorial("questions", store, stdin=told))][WARM_UP:]
    rows = []
    for name, share in (("p50", 0.5), ("p95", 0.95)):
        mine, other = percentile(ours, share), percentile(theirs, share) if theirs else None
        rows.append(Row(f"warm question, {name}", "ms", mine, other, spread([mine / other]) if other else None))
    steps = [step for step in timings[-1] if step != "total"]
    rows.append(Row("… peak memory of all of them", "MB", answered.peak_mb))
    return rows + [
        Row(f"… of it {step}, p50", "ms", median(timing.get(step, 0.0) for timing in timings[WARM_UP:]))
        for step in steps
    ]


def embed(place: Workplace, plan: Plan) -> list[Row]:
    """Passages a second, model loaded and warm, on the same passages and the same CPU, alternating."""
    file = place.folder / "passages.json"
    file.write_text(json.dumps(_passages(place, plan)), encoding="utf-8")
    ours: list[float] = []
    theirs: list[float] = []
    for _ in range(plan.runs):
        mine = place.module(Path(sys.executable), "tests.bench.encode_dateline", place.models, file)
        ours.append(plan.passages / json.loads(mine.stdout)["seconds"])
        other = place.module(place.tutorial_python, "tests.bench.encode_tutorial", file)
        theirs.append(plan.passages / json.loads(other.stdout)["seconds"])
    return [Row("passages embedded", "/s", median(ours), median(theirs), paired_ratio(ours, theirs))]


Part = Callable[[Workplace, Plan], list[Row]]
PARTS: dict[str, Part] = {"cold": cold, "rebuild": rebuild, "warm": warm, "embed": embed, "growth": growth}
ON_DEMAND = ("growth",)
"""Parts that take most of an hour on a busy machine and are measured only by name."""


def _asked(place: Workplace, plan: Plan) -> list[dict[str, Any]]:
    """Question and history of each line of the file, or questions made from the corpus; nothing else is passed on."""
    if plan.questions is None:
        return [{"question": text} for text in questions(place.corpus, plan.warm_questions)]
    with plan.questions.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in islice((line for line in lines if line.strip()), plan.warm_questions)]
    return [{key: row[key] for key in ("question", "history") if key in row} for row in rows]


def _passages(place: Workplace, plan: Plan) -> list[str]:
    """`plan.passages` passages of the corpus as Dateline cuts it, told apart by id; a small corpus gives some twice."""
    data_dir, _ = place.full_rebuild
    lines = "".join(json.dumps({"id": 0, "question": text}) + "\n" for text in questions(place.corpus, plan.passages))
    found = _json_lines(place.dateline(data_dir, "search", "--jsonl", "-", "-k", "20", stdin=lines))
    by_id = {hit["passage_id"]: hit["text"] for row in found for hit in row["hits"]}
    if not by_id:
        raise BenchError(f"no passage of {place.corpus} was found to embed")
    return list(islice(cycle(by_id.values()), plan.passages))


def _json_lines(run: Run) -> Sequence[dict[str, Any]]:
    rows = [json.loads(line) for line in run.stdout.splitlines()]
    for row in rows:
        if "error" in row:
            raise BenchError(f"a question was not answered: {row['error']}")
    return rows


def _timings(row: dict[str, Any]) -> dict[str, float]:
    timings: dict[str, float] = row["timings_ms"]
    return timings
