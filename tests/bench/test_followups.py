"""What the bench of follow-ups claims: earlier questions are resolved first, and the figures are of the right rows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.bench.followups import read, report

ROWS = [
    {
        "id": "C_1#2",
        "history": ["Where was Zamir Kabulov born?", "In Samarkand.", "When was he born?", "In 1954."],
        "question": "Is he married?",
        "rewrite": "Is Zamir Kabulov married?",
    },
    {
        "id": "C_2#1",
        "history": ["Who won the cup?", "Spain"],
        "question": "Who is the mayor of Oslo?",
        "rewrite": "Who is the mayor of Oslo?",
    },
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in ROWS), encoding="utf-8")
    return path


def test_earlier_questions_are_resolved_as_in_a_conversation(file: Path) -> None:
    leaning, alone = read(file, None)
    assert leaning.before.resolved_question == "When was Zamir Kabulov born?"
    assert (leaning.resolved, leaning.alone) == ("Is Zamir Kabulov married?", False)
    assert (alone.resolved, alone.alone) == (None, True)


def test_the_halves_share_no_row(file: Path) -> None:
    halves = [{row.question for row in read(file, half)} for half in (0, 1)]
    assert halves[0] | halves[1] == {"Is he married?", "Who is the mayor of Oslo?"}
    assert not halves[0] & halves[1]


def test_figures_are_of_the_right_rows(file: Path) -> None:
    lines = list(report(list(read(file, None))))
    assert lines[0] == "token F1, resolved: 1.000 [1.000, 1.000] (n=2)"
    assert "left untouched of those that stand alone: 1 of 1 (1.000)" in lines
    assert "left untouched of those that lean: 0 of 1 (0.000)" in lines
