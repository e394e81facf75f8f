"""What `status` says of thresholds."""

from __future__ import annotations

from itertools import pairwise

import pytest
from rich.console import Console

from bot.render_status import render_status, status_to_json
from retrieval.reader.measured import Measured, measured
from retrieval.status import Status

ROWS = (Measured(0.1, 0.98, 0.5, 0.4), Measured(0.2, 0.9, 0.8, 0.5), Measured(0.3, 0.7, 0.95, 0.6))


def printed(rows: tuple[Measured, ...], in_force: float) -> list[str]:
    console = Console(width=100, no_color=True)
    with console.capture() as capture:
        console.print(render_status(Status(None, (), (), None, None, 0, rows), in_force))
    return capture.get().splitlines()


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
    told = status_to_json(Status(None, (), (), None, None, 0, rows))["thresholds"]
    assert told[0] == rows[0]._asdict()
