"""What `status` and `rollback` say, to a person and to a program."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from rich.console import Console

from bot.render_status import render_status, rollback_lines, rollback_to_json, status_to_json
from config.errors import DiskShort
from retrieval.reader.measured import Measured, measured
from retrieval.rollback import RolledBack
from retrieval.status import Kept, Rebuilding, Status
from retrieval.types import IndexInfo

ROWS = (Measured(0.1, 0.98, 0.5, 0.4), Measured(0.2, 0.9, 0.8, 0.5), Measured(0.3, 0.7, 0.95, 0.6))


NOW = datetime(2021, 10, 9, 6, 30, tzinfo=UTC)
OLD = IndexInfo("g1", datetime(2021, 10, 7, 6, 30, tzinfo=UTC), 2, 14, None)
NEW = IndexInfo("g2", datetime(2021, 10, 9, 5, 30, tzinfo=UTC), 2100, 15000, None)
EMPTY = Status(None, (), (), None, None, 0)
FULL = Status(
    index=NEW,
    problems=(),
    notes=(),
    embedder="fake@1",
    corpus="/news",
    disk_bytes=120_000_000,
    generations=(Kept("g0", None, None), Kept("g1", "previous", OLD), Kept("g2", "serving", NEW)),
    withdrawn=3,
    disk_free_bytes=5_000_000_000,
    rebuilding=Rebuilding(None, 4_000_000),
)


def shown(status: Status, in_force: float = 0.2) -> list[str]:
    console = Console(width=120, no_color=True)
    with console.capture() as capture:
        console.print(render_status(status, in_force, NOW))
    return capture.get().splitlines()


def printed(rows: tuple[Measured, ...], in_force: float) -> list[str]:
    return shown(replace(EMPTY, thresholds=rows), in_force)


@pytest.mark.parametrize(("in_force", "marked"), [(0.05, None), (0.1, "0.10"), (0.29, "0.20"), (0.9, "0.30")])
def test_the_row_that_the_threshold_in_force_reaches_is_marked(in_force: float, marked: str | None) -> None:
    lines = [line for line in printed(ROWS, in_force) if "►" in line]
    assert [line.split()[1] for line in lines] == ([marked] if marked else [])


def test_shares_are_percent_under_their_names() -> None:
    lines = printed(ROWS, 0.2)
    (head,) = (line for line in lines if "answered" in line and "refused" in line)
    assert head.split() == ["at", "answered", "refused", "right", "of", "answered"]
    assert any(line.split() == ["►", "0.20", "90%", "80%", "50%"] for line in lines)


def test_a_reader_that_was_never_measured_has_no_table() -> None:
    assert not any("threshold" in line for line in printed((), 0.2))


def test_the_shipped_reader_was_measured() -> None:
    rows = measured()
    assert len(rows) == 10
    assert [row.threshold for row in rows] == sorted({row.threshold for row in rows})
    for before, after in pairwise(rows):
        assert before.answered >= after.answered
        assert before.refused <= after.refused
    told = status_to_json(replace(EMPTY, thresholds=rows))["thresholds"]
    assert told[0] == rows[0]._asdict()


def test_everything_that_is_kept_is_listed_the_newest_first() -> None:
    lines = shown(FULL)
    first = next(number for number, line in enumerate(lines) if line.startswith("kept"))
    assert [line[15:] for line in lines[first : first + 3]] == [
        "g2, 2,100 articles, built 1 hour ago (serving)",
        "g1, 2 articles, built 2 days ago (previous)",
        "g0, which cannot be read",
    ]
    assert "withdrawn      3 articles" in lines
    assert "disk use       120.0 MB (5,000.0 MB free)" in lines
    assert "rebuild        interrupted; the next one goes on with the 4.0 MB that it left" in lines
    assert lines[-1] == "All is well."


def test_a_rebuild_that_runs_is_told_with_who_runs_it() -> None:
    running = replace(FULL, rebuilding=Rebuilding("process 7 on paper, since 2021-10-09 06:00:00 UTC", 0))
    assert "rebuild        running (process 7 on paper, since 2021-10-09 06:00:00 UTC)" in shown(running)


def test_what_is_not_there_has_no_line() -> None:
    names = {line[:15].strip() for line in shown(replace(FULL, generations=(), withdrawn=0, rebuilding=None))}
    assert not names & {"kept", "withdrawn", "rebuild"}


def test_a_problem_comes_last_with_what_to_do() -> None:
    lines = shown(replace(FULL, problems=(DiskShort(Path("/data"), 5_000_000, 60_000_000),)))
    assert " ".join(" ".join(lines).split()).endswith(
        "The disk of /data has 5 MB left, and a rebuild can take 60 MB. "
        "Make room, or set `data_dir` to a folder on a larger disk."
    )
    assert "All is well." not in lines


def test_the_json_of_status_has_the_keys_of_the_contract_and_what_is_kept() -> None:
    told = status_to_json(FULL)
    assert {"ok", "problems", "index", "embedder", "corpus", "disk_bytes"} <= told.keys()
    assert (told["withdrawn"], told["disk_free_bytes"]) == (3, 5_000_000_000)
    assert told["rebuilding"] == {"holder": None, "bytes": 4_000_000}
    assert told["generations"][0] == {"id": "g0", "role": None, "index": None}
    assert told["generations"][2] == {"id": "g2", "role": "serving", "index": told["index"]}
    assert status_to_json(EMPTY)["rebuilding"] is None


def test_a_rollback_from_what_cannot_be_read_promises_no_way_back() -> None:
    lines = rollback_lines(RolledBack(OLD, "g2", None), NOW)
    assert lines[0] == "Serving again: generation g1, 2 articles, built 2 days ago."
    assert len(lines) == 3
    assert lines[1] == "Not any more: generation g2, which is damaged."
    assert len(rollback_lines(RolledBack(OLD, None, None), NOW)) == 2
    assert rollback_to_json(RolledBack(OLD, None, None))["previous"] is None
