"""What a rebuild did and what is served, for a person and as JSON. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from itertools import groupby

from rich.console import RenderableType
from rich.text import Text

from bot.failures import failure_of, sentence
from bot.wording import day_words
from corpus.types import Problem
from retrieval.purging import PurgeReport
from retrieval.reader.measured import Measured
from retrieval.rebuild import NOTHING_CHANGED, RebuildReport
from retrieval.rollback import RolledBack
from retrieval.serialise import index_to_json
from retrieval.status import Kept, ModelUse, Rebuilding, Status
from retrieval.types import IndexInfo, Json

SHOWN_PROBLEMS = 20
"""Lines about one file; a file of another format would give one for each of its own."""


def rebuild_lines(report: RebuildReport) -> tuple[list[str], str]:
    """A line for each problem of the corpus, and one that says what was built."""
    holds = f"{counted(report.articles, 'article')}, {counted(report.passages, 'passage')}"
    if report.how == NOTHING_CHANGED:
        done = f"Nothing has changed: generation {report.generation} goes on serving {holds} ({report.seconds:.1f} s)."
    else:
        done = (
            f"Built generation {report.generation}: {holds} ({report.added:,} added, {report.changed:,} changed, "
            f"{report.removed:,} removed; {counted(report.embedded, 'passage')} embedded) in {report.seconds:.1f} s."
        )
    if report.withdrawn:
        done += f" {counted(report.withdrawn, 'withdrawn article')} of the corpus left out."
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
        "withdrawn": report.withdrawn,
        "how": report.how,
        "skipped": rows(True),
        "notes": rows(False),
        "seconds": round(report.seconds, 2),
    }


def purge_line(report: PurgeReport, answers: int) -> str:
    """What a purge did; `answers` are those of the Discord bot that lost words."""
    if not (report.rewritten or report.removed or answers):
        return "Nothing of it was left in any generation or stored answer."
    gone = counted(len(report.articles), "article")
    done = f"{gone} taken out: {counted(report.rewritten, 'generation')} made anew"
    if report.removed:
        done += f", {counted(report.removed, 'generation')} that could not be read removed"
    return f"{done}, {counted(answers, 'stored answer')} marked as withdrawn ({report.seconds:.1f} s)."


def purge_to_json(report: PurgeReport, answers: int) -> Json:
    return {
        "generation": report.generation,
        "purged": {
            "articles": list(report.articles),
            "rewritten": report.rewritten,
            "removed": report.removed,
            "answers": answers,
            "seconds": round(report.seconds, 2),
        },
    }


def counted(number: int, what: str) -> str:
    """ "1 answer", "2 answers"."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"


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
        "disk_free_bytes": status.disk_free_bytes,
        "generations": [
            {"id": kept.id, "role": kept.role, "index": index_to_json(kept.info) if kept.info else None}
            for kept in status.generations
        ],
        "withdrawn": status.withdrawn,
        "rebuilding": asdict(status.rebuilding) if status.rebuilding else None,
        "llm": asdict(status.llm) if status.llm else None,
        "thresholds": [row._asdict() for row in status.thresholds],
    }


def render_status(status: Status, min_confidence: float, now: datetime | None = None) -> RenderableType:
    """What is served and what else is kept, what thresholds do, then what is wrong; `now` is for tests."""
    now = now or datetime.now(UTC)
    lines: list[Text] = []
    if status.index:
        index = status.index
        newest = day_words(index.newest_published) if index.newest_published else "unknown: no article is dated"
        lines += [
            _row("serving", f"{counted(index.articles, 'article')} in {counted(index.passages, 'passage')}"),
            _row("newest article", newest),
            _row("generation", index.generation),
            _row("built", f"{_age(now - index.built_at)} ago"),
            _row("corpus", status.corpus or ""),
        ]
        lines += [_row("embedder", status.embedder or "")]
    newest_first = enumerate(reversed(status.generations))
    lines += [_row("" if number else "kept", _kept(kept, now)) for number, kept in newest_first]
    if status.withdrawn:
        lines += [_row("withdrawn", counted(status.withdrawn, "article"))]
    if status.rebuilding:
        lines += [_row("rebuild", _rebuilding(status.rebuilding))]
    if status.llm:
        lines += [_row("language model", status.llm.model), _row("tokens today", _used(status.llm))]
    lines += [_row("disk use", f"{status.disk_bytes / 1e6:,.1f} MB ({status.disk_free_bytes / 1e6:,.1f} MB free)")]
    lines += _thresholds(status.thresholds, min_confidence)
    lines += [Text(f"Note: {note}.", "yellow") for note in status.notes]
    lines += [Text(sentence(error), "bold red") for error in status.problems] or [Text("All is well.", "green")]
    return Text("\n").join(lines)


def rollback_lines(done: RolledBack, now: datetime | None = None) -> list[str]:
    """What serves now, what it was exchanged for, and what happens next; `now` is for tests."""
    now = now or datetime.now(UTC)
    lines = [f"Serving again: generation {_described(done.index, now)}."]
    if done.other:
        lines.append(f"Not any more: generation {_described(done.other, now)}.")
        lines.append("A second `dateline rollback` returns to that one.")
    elif done.other_id:
        lines.append(f"Not any more: generation {done.other_id}, which is damaged.")
    return [*lines, "The next `dateline rebuild` brings the index to the state of the corpus again."]


def rollback_to_json(done: RolledBack) -> Json:
    """What serves now, and as `previous` what a second rollback returns to."""
    return {**index_to_json(done.index), "previous": done.other_id}


def _described(index: IndexInfo, now: datetime) -> str:
    return f"{index.generation}, {counted(index.articles, 'article')}, built {_age(now - index.built_at)} ago"


def _kept(kept: Kept, now: datetime) -> str:
    role = f" ({kept.role})" if kept.role else ""
    return (_described(kept.info, now) if kept.info else f"{kept.id}, which cannot be read") + role


def _used(llm: ModelUse) -> str:
    limit = f" of {llm.daily_tokens:,}" if llm.daily_tokens else ""
    return f"{llm.tokens_today:,}{limit}, in {counted(llm.calls_today, 'call')} (the day is UTC's)"


def _rebuilding(found: Rebuilding) -> str:
    if found.holder:
        return f"running ({found.holder})"
    return f"interrupted; the next one goes on with the {found.bytes / 1e6:,.1f} MB that it left"


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
