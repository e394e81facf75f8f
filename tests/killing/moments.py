"""How far a command that changes the data folder has come, as the disk tells, and its end at a chosen moment."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path

from retrieval.generations import Generations
from retrieval.index import CHROMA, LEXICAL
from retrieval.lexical import LENGTHS
from retrieval.manifest import MANIFEST_FILE

LOOK_EVERY_S = 0.002


class Stage(IntEnum):
    """What a command does, in the order of a rebuild; a rollback knows the first two and the last two."""

    STARTING = 0
    LOCKED = 1
    READING = 2
    EMBEDDING = 3
    INDEXING = 4
    VALIDATING = 5
    PUBLISHING = 6
    POINTING = 7
    SERVED = 8


WEIGHTS = {
    Stage.STARTING: 1,
    Stage.LOCKED: 2,
    Stage.READING: 3,
    Stage.EMBEDDING: 5,
    Stage.INDEXING: 3,
    Stage.VALIDATING: 4,
    Stage.PUBLISHING: 5,
    Stage.POINTING: 4,
    Stage.SERVED: 4,
}
"""How often each stage is aimed at. Python's start is the longest part and the dullest, publishing the shortest."""


class Watch:
    """Made before a command starts; `stage` then tells how far it is."""

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir
        self._generations = Generations(data_dir)
        self._holder = self._changed()
        self._served = self._generations.served_id()
        self._kept = set(self._generations.kept())

    def stage(self) -> Stage:
        if self._generations.served_id() != self._served:
            return Stage.SERVED
        if any((self._data_dir / name).exists() for name in ("current.part", "previous.new")):
            return Stage.POINTING
        if draft := self._draft():
            made = (MANIFEST_FILE, Stage.PUBLISHING), (f"{LEXICAL}/{LENGTHS}", Stage.VALIDATING)
            begun = (LEXICAL, Stage.INDEXING), (CHROMA, Stage.EMBEDDING)
            return next((stage for name, stage in (*made, *begun) if (draft / name).exists()), Stage.READING)
        if set(self._generations.kept()) - self._kept:
            return Stage.PUBLISHING
        return Stage.LOCKED if self._changed() != self._holder else Stage.STARTING

    def _draft(self) -> Path | None:
        with suppress(OSError):  # it is being removed
            return max((path for path in (self._data_dir / "work").iterdir() if path.is_dir()), default=None)
        return None

    def _changed(self) -> int:
        """When somebody last took the lock."""
        with suppress(FileNotFoundError):
            return (self._data_dir / "rebuild.holder").stat().st_mtime_ns
        return 0


@dataclass
class Timetable:
    """The longest that each stage was seen to take, in seconds; moments are drawn from all of that length."""

    lengths: dict[Stage, float] = field(default_factory=lambda: dict.fromkeys(Stage, 0.0))

    def draw(self, draw: random.Random) -> tuple[Stage, float]:
        """A stage, and how long after its beginning."""
        (stage,) = draw.choices(list(WEIGHTS), list(WEIGHTS.values()))
        return stage, draw.uniform(0, self.lengths[stage])

    def follow(self, process: subprocess.Popen[bytes], watch: Watch) -> None:
        """Watch a command to its end, and learn from it."""
        seen, since = watch.stage(), time.monotonic()
        while process.poll() is None:
            time.sleep(LOOK_EVERY_S)
            if (now := watch.stage()) != seen:
                self._learn(seen, since)
                seen, since = now, time.monotonic()
        self._learn(seen, since)

    def _learn(self, stage: Stage, since: float) -> None:
        self.lengths[stage] = max(self.lengths[stage], time.monotonic() - since)


def kill_at(process: subprocess.Popen[bytes], watch: Watch, stage: Stage, delay_s: float) -> Stage | None:
    """Kill a command and its children `delay_s` after `stage` began; where it was then, None when it had ended."""
    while process.poll() is None and watch.stage() < stage:
        time.sleep(LOOK_EVERY_S)
    with suppress(subprocess.TimeoutExpired):
        process.wait(delay_s)
        return None
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    return watch.stage() if process.returncode == -signal.SIGKILL else None
