"""
How near `conversation.resolve` comes to a person's rewrite of a follow-up question.

    python -m tests.bench.followups FILE [--half 0|1] [--show N]

FILE has a line a question: `{"id", "history": [question, answer, …], "question", "rewrite"}`, in CANARD's form. Earlier
questions are resolved first, in order, as in a conversation. No index and no model is needed.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from retrieval.conversation import resolve
from retrieval.evaluation.bootstrap import estimate, ratio, resample
from retrieval.evaluation.matching import exact_match, token_f1
from retrieval.types import Turn


@dataclass(frozen=True, slots=True)
class Row:
    """One follow-up, what a person made of it, what `resolve` made of it, and how long that took."""

    question: str
    before: Turn
    rewrite: str
    resolved: str | None
    ms: float

    @property
    def alone(self) -> bool:
        """Whether the person left it as it is."""
        return exact_match(self.question, (self.rewrite,)) == 1.0


SYSTEMS: dict[str, Callable[[Row], str]] = {
    "resolved": lambda row: row.resolved or row.question,
    "as it is": lambda row: row.question,
    "with the question before": lambda row: f"{row.before.question} {row.question}",
}


def read(file: Path, half: int | None) -> Iterator[Row]:
    """The rows of `file`, or the half of its conversations that falls on `half`: no conversation is in both."""
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if half is not None and zlib.crc32(row["id"].partition("_")[2].partition("#")[0].encode()) % 2 != half:
            continue
        turns: list[Turn] = []
        for question, answer in zip(row["history"][::2], row["history"][1::2], strict=True):
            turns.append(Turn(question, answer, resolve(question, turns)))
        started = time.perf_counter()
        resolved = resolve(row["question"], turns)
        yield Row(row["question"], turns[-1], row["rewrite"], resolved, 1000 * (time.perf_counter() - started))


def report(rows: Sequence[Row]) -> Iterator[str]:
    """The figures as lines: token F1 of each system, paired differences, and what was left untouched."""
    draws = resample([row.alone for row in rows])
    scores = {name: [token_f1(system(row), (row.rewrite,)) for row in rows] for name, system in SYSTEMS.items()}
    for name, values in scores.items():
        yield f"token F1, {name}: {_interval(values, draws)}"
    for name in list(SYSTEMS)[1:]:
        gains = [ours - theirs for ours, theirs in zip(scores["resolved"], scores[name], strict=True)]
        yield f"  resolved less {name}, paired: {_interval(gains, draws)}"
    for alone, label in ((True, "that stand alone"), (False, "that lean")):
        of_them = [row for row in rows if row.alone is alone]
        untouched = sum(row.resolved is None for row in of_them)
        yield f"left untouched of those {label}: {untouched} of {len(of_them)} ({untouched / max(1, len(of_them)):.3f})"
    times = [row.ms for row in rows]
    yield f"time: median {statistics.median(times):.2f} ms, slowest {max(times):.2f} ms"


def _interval(values: Sequence[float], draws: object) -> str:
    figure = estimate(ratio(values, [1] * len(values)), draws)  # type: ignore[arg-type]
    assert figure
    return f"{figure.value:.3f} [{figure.low:.3f}, {figure.high:.3f}] (n={figure.n})"


def main() -> int:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--half", type=int, choices=(0, 1), help="only one half of the conversations")
    parser.add_argument("--show", type=int, default=0, help="also print so many rows")
    args = parser.parse_args()
    rows = list(read(args.file, args.half))
    for row in rows[: args.show]:
        print(f"{row.before.question} ► {row.question}\n  = {row.resolved}\n  ~ {row.rewrite}")
    print("\n".join(report(rows)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
