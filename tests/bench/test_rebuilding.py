"""The parts that measure rebuilds measure the rebuilds that they name."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.bench.plan import Plan
from tests.bench.rebuilding import growth
from tests.bench.workplace import Workplace


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the two kinds of memory apart")
def test_growth_tells_time_and_memory_of_each_rebuild_and_leaves_nothing(tmp_path: Path) -> None:
    rows = growth(Workplace(tmp_path, tutorial_python=Path(sys.executable)), Plan(sizes=(3,)))
    assert [row.what.rpartition(", ")[2] for row in rows if row.unit == "s"] == [
        "from nothing",
        "one article changed",
        "nothing changed",
    ]
    assert all(row.dateline > 0 for row in rows if row.unit == "s")
    by_case = [rows[start : start + 4] for start in range(0, len(rows), 4)]
    for _, with_files, without, beyond_chroma in by_case:
        assert with_files.dateline > without.dateline >= beyond_chroma.dateline
    assert not list(tmp_path.iterdir())
