"""How far a rebuild is: a bar with rate and time left on a terminal, a line every few seconds without one."""

from __future__ import annotations

import time
from types import TracebackType

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from bot.terminal import err, say

QUIET_S = 5.0
"""Seconds between two lines when there is no terminal."""

_UNITS = {"reading": "articles", "embedding": "passages", "indexing": "passages"}


class RebuildProgress:
    """Call it with `(stage, done, total)`; use it as a context manager. Writes to standard error only."""

    def __init__(self) -> None:
        self._console = err()
        self._tasks: dict[str, TaskID] = {}
        self._said = time.monotonic()
        self._since: dict[str, tuple[float, int]] = {}
        self._bar = Progress(
            SpinnerColumn(finished_text="✓"),
            TextColumn("{task.description:<10}"),
            BarColumn(bar_width=30),
            MofNCompleteColumn(),
            _Rate(),
            TimeRemainingColumn(elapsed_when_finished=True),
            console=self._console,
            disable=not self._console.is_terminal,
        )

    def __enter__(self) -> RebuildProgress:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, trace: TracebackType | None
    ) -> None:
        if exc is None:
            self._end_stage()
        self._bar.stop()

    def __call__(self, stage: str, done: int, total: int | None) -> None:
        now = time.monotonic()
        since, done_then = self._since.setdefault(stage, (now, done))
        if self._console.is_terminal:
            if stage not in self._tasks:
                self._end_stage()
                self._tasks[stage] = self._bar.add_task(stage, total=total)
            self._bar.update(self._tasks[stage], completed=done, total=total)
        elif now - self._said >= QUIET_S and now > since:
            # Since the last line: what a rebuild finds done already comes at once, and says nothing of the rest.
            self._said, self._since[stage] = now, (now, done)
            say(_line(stage, done, total, (done - done_then) / (now - since)))

    def _end_stage(self) -> None:
        """A stage whose total nobody knew ends with what it has done."""
        for task in self._bar.tasks:
            self._bar.update(task.id, total=task.total or task.completed)


class _Rate(ProgressColumn):
    """Things per second, in the stage's own unit."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text(f"{speed:,.0f} {_UNITS.get(task.description, '')}/s" if speed else "", "dim")


def _line(stage: str, done: int, total: int | None, rate: float) -> str:
    unit = _UNITS.get(stage, "")
    if not total:
        return f"{stage}: {done:,} {unit}"
    left = (total - done) / rate if rate else 0
    return f"{stage}: {done:,} of {total:,} {unit}, {rate:,.0f} a second, about {left:,.0f} s left"
