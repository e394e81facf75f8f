"""What is said of a child process is true of it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.bench.child import BenchError, Run, run


def python(code: str, *arguments: str) -> Run:
    return run([sys.executable, "-c", code, *arguments], cwd=Path.cwd(), env=os.environ)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the two kinds of memory apart")
def test_mapped_files_count_as_memory_but_not_as_the_childs_own(tmp_path: Path) -> None:
    file = tmp_path / "mapped"
    file.write_bytes(b"x" * 100_000_000)
    pause = "import time; time.sleep(0.3)"
    own = python(f"kept = b'x' * 100_000_000; {pause}")
    mapped = python(
        "import mmap, sys; f = open(sys.argv[1], 'rb'); m = mmap.mmap(f.fileno(), 0, access=mmap.ACCESS_READ)\n"
        f"for at in range(0, len(m), 4096): m[at]\n{pause}",
        str(file),
    )
    assert own.anonymous_mb is not None
    assert mapped.anonymous_mb is not None
    assert own.anonymous_mb > 100 > 50 > mapped.anonymous_mb
    assert mapped.peak_mb > 100


def test_a_child_that_fails_is_told_with_its_last_words() -> None:
    with pytest.raises(BenchError, match=r"ended with 1:\nno such archive"):
        python("raise SystemExit('no such archive')")
