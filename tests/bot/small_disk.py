"""
A child process with a small file system that nobody else sees, which it takes with it when it ends.

    unshare --mount python -m tests.bot.small_disk FOLDER MODELS

mounts a file system in memory at FOLDER and takes calls as lines of JSON, `[name, argument, …]`: the functions below.
`dateline` gives `[exit code, standard output, standard error]` of a command, with a stand-in for the embedder.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import resource
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

from bot.assembly import Dateline
from bot.cli import run
from retrieval.embedding import ExportCard
from retrieval.exporting import PACKAGED_MODEL, exported
from retrieval.passage_vectors import LOG
from tests.fakes import FakeEmbedder

KB = 1024


class SmallDisk:
    """The calls that the child takes."""

    def __init__(self, folder: Path, models: Path) -> None:
        self._folder, self._models = folder, models

    def anew(self, kilobytes: int) -> None:
        """An empty file system of this size, with a data folder `data` in it that knows the models."""
        if self._folder.is_mount():
            subprocess.run(["umount", "--lazy", self._folder], check=True)  # a failed command's files wait for Python
        _mount("-t", "tmpfs", "-o", f"size={kilobytes}k", "none", self._folder)
        (self._folder / "data").mkdir()
        (self._folder / "data" / "models").symlink_to(self._models)

    def leave(self, kilobytes: int) -> None:
        """Change the size so that this much is free."""
        found = os.statvfs(self._folder)
        used = (found.f_blocks - found.f_bfree) * found.f_frsize // KB
        _mount("-o", f"remount,size={used + kilobytes}k", self._folder)

    def read_only(self) -> None:
        _mount("-o", "remount,ro", self._folder)

    def files_at_most(self, kilobytes: int | None) -> None:
        """Let no file grow beyond this; None: let them."""
        # Without a handler the signal would end the process before the error is seen.
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard if kilobytes is None else kilobytes * KB, hard))

    def dateline(self, *arguments: str) -> tuple[int, str, str]:
        with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()) as err:
            code = run(["--data-dir", str(self._folder / "data"), *arguments])
        return code, out.getvalue(), err.getvalue()

    def logged(self) -> int:
        """How many vectors an interrupted rebuild has set down."""
        with contextlib.closing(sqlite3.connect(self._folder / "data" / "work" / LOG)) as log:
            there = log.execute("SELECT 1 FROM sqlite_master WHERE name = 'vectors'").fetchall()
            return int(log.execute("SELECT count(*) FROM vectors").fetchone()[0]) if there else 0

    def found(self, pattern: str) -> list[str]:
        """What matches in the data folder."""
        return sorted(str(path.relative_to(self._folder / "data")) for path in (self._folder / "data").glob(pattern))


def main() -> None:
    folder, models = map(Path, sys.argv[1:])
    disk = SmallDisk(folder, models)
    identity = ExportCard.load(exported(PACKAGED_MODEL, "fp32", models)).identity
    Dateline.embedder = FakeEmbedder(identity)  # type: ignore[assignment]
    for line in sys.stdin:
        name, *arguments = json.loads(line)
        print(json.dumps(getattr(disk, name)(*arguments)), flush=True)


def _mount(*arguments: str | Path) -> None:
    subprocess.run(["mount", *arguments], check=True)


if __name__ == "__main__":
    main()
