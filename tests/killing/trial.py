"""One data folder, two readers that ask all the time, and commands that are killed in it, one after the other."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from bot.assembly import assemble
from config.errors import DatelineError
from config.settings import load_settings
from retrieval.generations import Generations
from retrieval.withdrawn import Withdrawn
from tests.killing.claims import (
    check_embedded,
    check_gone,
    check_nothing_unfinished,
    check_same,
    check_serving,
    known_digests,
)
from tests.killing.corpora import Corpora, made
from tests.killing.moments import Stage, Timetable, Watch, kill_at

ROOT = Path(__file__).resolve().parents[2]
READERS = 2
LOGGED = 4
"""Passages that the killed command embeds between two entries in its log: so few that a small corpus has many."""
_DATELINE = f"""
import sys
from retrieval import passage_vectors
assert passage_vectors.LOGGED
passage_vectors.LOGGED = {LOGGED}
from bot.cli import main
sys.exit(main())
"""
"""What the installed command runs, but for that."""
KINDS = {"rebuild": 9, "rebuild --full": 4, "rebuild --purge": 4, "rollback": 3}
"""The commands that are killed, and how often each."""
PATIENCE_S = 120.0


@dataclass(frozen=True, slots=True)
class Moment:
    """A kill: of which command, where it was, and which claim did not hold then or after the next rebuild, if any."""

    number: int
    kind: str
    stage: Stage
    failure: str | None


@dataclass
class Asked:
    """What the readers wrote down."""

    seconds: list[float] = field(default_factory=list)
    generations: set[str] = field(default_factory=set)
    failures: list[str] = field(default_factory=list)


class Trial:
    """
    Kills commands in a data folder under `folder`, which is empty, with the exported models of the folder `models`.

    To be used as a context manager, which starts the readers and ends them.
    """

    def __init__(self, folder: Path, models: Path, corpora: Corpora) -> None:
        self._folder = folder
        self._corpora = corpora
        self._corpus = folder / "corpus.jsonl"
        self.generations, self._undisturbed = (Generations(folder / name) for name in ("data", "undisturbed"))
        for generations in (self.generations, self._undisturbed):
            generations.data_dir.mkdir()
            (generations.data_dir / "models").symlink_to(models)
        self._other = assemble(load_settings({"data_dir": self._undisturbed.data_dir}))
        self._timetable = Timetable()
        self._version = 0
        self._readers: list[subprocess.Popen[bytes]] = []
        self._failures = 0  # of the readers, that were told
        kept = {name: value for name, value in os.environ.items() if not name.startswith("DATELINE_")}
        self._env = kept | {"CUDA_VISIBLE_DEVICES": "", "DATELINE_EMBEDDER__THREADS": "1"}
        self.ended_by_themselves = 0
        """Commands that ended before their moment came."""

    def __enter__(self) -> Self:
        for _ in range(2):  # from nothing, and from what has changed: the timetable learns both
            self._next_version()
            self._to_its_end("rebuild", "--corpus", str(self._corpus))
        for number in range(READERS):
            with self._said(f"reader{number}").open("wb") as out:
                command = [sys.executable, "-m", "tests.killing.reading", str(self.generations.data_dir)]
                self._readers.append(subprocess.Popen(command, cwd=ROOT, env=self._env, stdout=out))
        end = time.monotonic() + PATIENCE_S
        while not all(self._said(f"reader{number}").stat().st_size for number in range(READERS)):
            self._check_readers()
            assert time.monotonic() < end, "a reader never answered its first question"
            time.sleep(0.1)
        return self

    def __exit__(self, *exc: object) -> None:
        for reader in self._readers:
            reader.kill()
            reader.wait()

    def moments(self, count: int, seed: int) -> Iterator[Moment]:
        """Kill `count` commands, one after the other, and check what each left; ends early when a reader has died."""
        kinds = [kind for kind, times in KINDS.items() for _ in range(times)]
        number = 0
        while number < count:
            draw = random.Random(f"{seed} {number} {self.ended_by_themselves}")
            if number % len(kinds) == 0:
                draw.shuffle(kinds)
            kind = kinds[number % len(kinds)]
            stage, failure = self._moment(kind, draw)
            if stage is None and failure is None:
                self.ended_by_themselves += 1
                continue
            number += 1
            yield Moment(number, kind, Stage.STARTING if stage is None else stage, failure)
            if any(reader.poll() is not None for reader in self._readers):
                return

    def asked(self) -> Asked:
        """What the readers have asked until now."""
        asked = Asked()
        for number in range(READERS):
            for line in self._said(f"reader{number}").read_bytes().splitlines():
                told = json.loads(line)
                if "failure" in told:
                    asked.failures.append(f"reader {number}: {told['failure']}")
                else:
                    asked.seconds.append(told["seconds"])
                    asked.generations.add(told["generation"])
        return asked

    def _moment(self, kind: str, draw: random.Random) -> tuple[Stage | None, str | None]:
        """Where the command was when it was killed, None if it had ended, and the claim that did not hold, if any."""
        taken_down = made(self._version) if kind == "rebuild --purge" else None
        self._next_version(also=[self._version] if taken_down else [])
        reads = ["--corpus", str(self._corpus)]
        command = [*kind.split(), *([taken_down.id] if taken_down else reads if "rebuild" in kind else [])]
        stage, code = self._killed(command, draw)
        try:
            assert stage is not None or code == 0, f"it ended with {code}: {self._last_words()}"
            check_serving(self.generations)
            self._check_readers()
            if taken_down and taken_down.id not in Withdrawn(self.generations.data_dir).ids():
                self._to_its_end(*command)  # it had not even begun
            full = "--full" in kind
            known = known_digests(self.generations, full=full)
            report = self._to_its_end("rebuild", *(["--full"] if full else []), *reads)
            check_embedded(self.generations, known, report["embedded"])
            check_nothing_unfinished(self.generations)
            check_serving(self.generations)
            self._rebuild_undisturbed()
            check_same(self.generations, self._undisturbed)
            if taken_down:
                check_gone(self.generations.data_dir, taken_down.word)
            self._check_readers()
        except (AssertionError, DatelineError) as exc:
            return stage, f"{type(exc).__name__}: {exc}"
        return stage, None

    def _next_version(self, also: Sequence[int] = ()) -> None:
        self._version += 1
        self._corpora.write(self._corpus, self._version, also=also)

    def _rebuild_undisturbed(self) -> None:
        """The same version in the other data folder, in one go, without what was taken down in this one."""
        corpus = self._folder / "undisturbed.jsonl"
        self._corpora.write(corpus, self._version)
        self._other.rebuild(lambda *_: None, corpus)

    def _killed(self, command: Sequence[str], draw: random.Random) -> tuple[Stage | None, int]:
        """Where `command` was when it was killed, None if it had ended before, and its exit code."""
        watch = Watch(self.generations.data_dir)
        process = self._start(command)
        return kill_at(process, watch, *self._timetable.draw(draw)), process.returncode

    def _to_its_end(self, *command: str) -> dict[str, Any]:
        """What `command --json` tells."""
        watch = Watch(self.generations.data_dir)
        process = self._start([*command, "--json"])
        self._timetable.follow(process, watch)
        assert process.returncode == 0, f"{command} ended with {process.returncode}: {self._last_words()}"
        told: dict[str, Any] = json.loads(self._said("command").read_bytes())
        return told

    def _start(self, command: Sequence[str]) -> subprocess.Popen[bytes]:
        whole = [sys.executable, "-c", _DATELINE, "--data-dir", str(self.generations.data_dir), *command]
        with self._said("command").open("wb") as out, self._said("errors").open("wb") as errors:
            return subprocess.Popen(whole, cwd=ROOT, env=self._env, stdout=out, stderr=errors, start_new_session=True)

    def _last_words(self) -> str:
        return "\n".join(self._said(name).read_text(encoding="utf-8")[-2000:] for name in ("errors", "command"))

    def _said(self, name: str) -> Path:
        """The file of what a child says."""
        return self._folder / f"{name}.out"

    def _check_readers(self) -> None:
        codes = [code for reader in self._readers if (code := reader.poll()) is not None]
        assert not codes, f"a reader ended with {codes}"
        failures = self.asked().failures
        new, self._failures = failures[self._failures :], len(failures)
        assert not new, "; ".join(new)
