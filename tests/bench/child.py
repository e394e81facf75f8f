"""One child process, timed, with its peak memory."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.memory import AnonymousMemory

_BYTES_PER_RSS = 1 if sys.platform == "darwin" else 1024


class BenchError(Exception):
    """A child failed, or said something that cannot be read. Its text is one line and the child's last words."""


@dataclass(frozen=True, slots=True)
class Run:
    """
    What a child did. `cpu_s` is the time of all cores together, which a busy machine changes least; `peak_mb` is the
    largest resident set, in 10^6 bytes, of it or of a child that it waited for.

    `anonymous_mb` is the most that it had beside the files that it maps, which count among the former while they are
    in memory; it is looked at every few hundredths of a second, and None where the system does not tell.

    The kernel counts the parent's own memory at the moment of starting too, so the parent has to stay small: nothing
    in the process that measures imports numpy or a model.
    """

    wall_s: float
    cpu_s: float
    peak_mb: float
    anonymous_mb: float | None
    stdout: str


def run(
    command: Sequence[str | Path],
    *,
    cwd: Path,
    env: Mapping[str, str],
    stdin: str = "",
    ok: Sequence[int] = (0,),
) -> Run:
    """
    Run `command` to its end.

    Raises:
        BenchError: its exit code is not one of `ok`.
    """
    with (
        tempfile.TemporaryFile() as given,
        tempfile.TemporaryFile() as out,
        tempfile.TemporaryFile() as err,
    ):
        given.write(stdin.encode())
        given.seek(0)
        start = time.perf_counter()
        child = subprocess.Popen(list(map(str, command)), cwd=cwd, env=dict(env), stdin=given, stdout=out, stderr=err)
        with AnonymousMemory(child.pid) as memory:
            try:
                _, status, usage = os.wait4(child.pid, 0)
            except BaseException:  # whatever interrupts the bench, no child goes on measuring for nobody
                child.kill()
                child.wait()
                raise
            wall_s = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)  # it is reaped: Popen must not wait for it again
        out.seek(0)
        err.seek(0)
        if child.returncode not in ok:
            last_words = err.read().decode(errors="replace")[-2000:]
            raise BenchError(f"{' '.join(map(str, command))[:200]} ended with {child.returncode}:\n{last_words}")
        cpu_s = usage.ru_utime + usage.ru_stime
        return Run(wall_s, cpu_s, usage.ru_maxrss * _BYTES_PER_RSS / 1e6, memory.peak_mb, out.read().decode())
