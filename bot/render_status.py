"""What a rebuild did and what is served, for a person and as JSON. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import groupby

from rich.console import RenderableType
from rich.text import Text

from bot.failures import failure_of, sentence
from bot.render import day_words
from corpus.types import Problem
from retrieval.reader.measured import Measured
from retrieval.rebuild import RebuildReport
from retrieval.serialise import index_to_json
from retrieval.status import Status
from retrieval.types import Json

SHOWN_PROBLEMS = 20
"""Lines about one file; a file of another format would give one for each of its own."""


def rebuild_lines(report: RebuildReport) -> tuple[list[str], str]:
    """A line for each problem of the corpus, and one that says what was built."""
    done = (
        f"Built generation {report.generation}: {report.articles:,} articles, {report.passages:,} passages "
        f"({report.added:,} added, {report.changed:,} changed, {report.removed:,} removed) in {report.seconds:.1f} s."
    )
    lines: list[str] = []
    for path, found in groupby(report.problems, key=lambda problem: problem.path):
        problems = list(found)
        lines += [problem_line(problem) for problem in problems[:SHOWN_PROBLEMS]]
        if len(problems) > SHOWN_PROBLEMS:
            lines.append(f"{path}: {len(problems) - SHOWN_PROBLEMS:,} more; `rebuild --json` lists them all")
    return lines, done


def problem_line(problem: Problem) -> str:
    where = f"{problem.path}:{problem.line}" if problem.line else f"{problem.path}"
    return f"{where}: {problem.reason} ({'skipped' if problem.skipped else 'kept'})"


def rebuild_to_json(report: RebuildReport) -> Json:
    """The contract's object; `notes` are problems of articles that were kept all the same."""

    def rows(skipped: bool) -> list[Json]:
        return [
            {"path": str(problem.path), "line": problem.line, "reason": problem.reason}
            for problem in report.problems
            if problem.skipped is skipped
        ]

    return {
        "generation": report.generation,
        "articles": report.articles,
        "passages": report.passages,
        "added": report.added,
        "changed": report.changed,
        "removed": report.removed,
        "embedded": report.embedded,
        "skipped": rows(True),
        "notes": rows(False),
        "seconds": round(report.seconds, 2),
    }


def status_to_json(status: Status) -> Json:
    return {
        "ok": status.ok,
        "problems": [
            {"type": type(error).__name__, "message": str(error), "next_step": failure_of(error).next_step}
            for error in status.problems
        ],
        "notes": list(status.notes),
        "index": index_to_json(status.index) if status.index else None,
        "embedder": status.embedder,
        "corpus": status.corpus,
        "disk_bytes": status.disk_bytes,
        "thresholds": [row._asdict() for row in status.thresholds],
    }


def render_status(status: Status, min_confidence: float, now: datetime | None = None) -> RenderableType:
    """What is served, its age and size, what thresholds do, then what is wrong; `now` is for tests."""
    lines: list[Text] = []
    if status.index:
        index = status.index
        newest = day_words(index.newest_published) if index.newest_published else "unknown: no article is dated"
        lines += [
            _row("serving", f"{index.articles:,} articles in {index.passages:,} passages"),
            _row("newest article", newest),
            _row("generation", index.generation),
            _row("built", f"{_age((now or datetime.now(UTC)) - index.built_at)} ago"),
            _row("corpus", status.corpus or ""),
        ]
        lines += [_row("embedder", status.embedder or "")]
    lines += [_row("disk use", f"{status.disk_bytes / 1e6:,.1f} MB")]
    lines += _thresholds(status.thresholds, min_confidence)
    lines += [Text(f"Note: {note}.", "yellow") for note in status.notes]
    lines += [Text(sentence(error), "bold red") for error in status.problems] or [Text("All is well.", "green")]
    return Text("\n").join(lines)


def _thresholds(rows: Sequence[Measured], in_force: float) -> list[Text]:
    """What the reader was measured to do at each threshold; the last row that the one in force reaches is marked."""
    reached = max((row.threshold for row in rows if row.threshold <= in_force), default=None)
    lines = [_row("threshold", f"{in_force:g} (reader.min_confidence); on the development questions:")]
    lines += [Text(f"{'at':>19} {'answered':>9} {'refused':>9} {'right of answered':>18}", "dim")]
    for at, answered, refused, right in rows:
        mark, style = ("►", "bold") if at == reached else (" ", "")
        lines.append(Text(f"{mark:>14}{at:>5.2f} {answered:>9.0%} {refused:>9.0%} {right:>18.0%}", style))
    return lines if rows else []


def _row(name: str, value: str) -> Text:
    return Text.assemble((f"{name:<15}", "dim"), value)


def _age(age: timedelta) -> str:
    seconds = max(age.total_seconds(), 0)
    for unit, size in (("day", 86_400), ("hour", 3600), ("minute", 60)):
        if seconds >= size:
            count = int(seconds // size)
            return f"{count} {unit}{'s' if count > 1 else ''}"
    return f"{int(seconds)} seconds"
