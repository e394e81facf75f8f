"""Lines in, lines out: the same order, and one bad line spoils only itself."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from bot.batch import earlier_questions, run_lines, text_of
from config.errors import UsageError
from retrieval.types import Json


def echoed(row: Json) -> Json:
    return {"said": text_of(row, "question")}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "questions.jsonl"


def answers(file: Path, text: str | bytes) -> list[Json]:
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return list(run_lines(str(file), echoed))


def test_answers_come_in_the_order_of_the_lines_with_their_ids(file: Path) -> None:
    assert answers(file, '{"id": "b", "question": "B?"}\n{"id": 7, "question": "A?"}\n') == [
        {"id": "b", "said": "B?"},
        {"id": 7, "said": "A?"},
    ]


def test_the_id_stands_in_front(file: Path) -> None:
    (answer,) = answers(file, '{"question": "A?", "id": "a"}')
    assert list(answer) == ["id", "said"]


def test_a_line_without_an_id_gets_its_number_and_blank_lines_are_passed_over_but_counted(file: Path) -> None:
    assert [row["id"] for row in answers(file, '\n{"question": "A?"}\n  \r\n{"question": "B?"}')] == [2, 4]


@pytest.mark.parametrize(
    ("line", "id_"),
    [
        ("no JSON", 1),
        ('{"id": "x"', 1),
        ("[1]", 1),
        ("null", 1),
        ("[" * 100_000, 1),
        ('{"id": "x"}', "x"),
        ('{"id": "x", "question": 5}', "x"),
    ],
    ids=["no JSON", "cut", "a list", "null", "too deep", "no question", "no text"],
)
def test_a_bad_line_gives_an_error_with_its_id_and_the_rest_go_on(line: str, id_: object, file: Path) -> None:
    bad, good = answers(file, line + '\n{"id": "next", "question": "Q?"}\n')
    assert bad["id"] == id_
    assert bad["error"]["type"] == "UsageError"
    assert good == {"id": "next", "said": "Q?"}


def test_an_error_of_the_answering_belongs_to_its_line(file: Path) -> None:
    def handle(row: Json) -> Json:
        if row["id"] == 1:
            raise UsageError("the question is empty")
        return {"said": "yes"}

    file.write_text('{"id": 1}\n{"id": 2}\n')
    first, second = run_lines(str(file), handle)
    assert first["error"]["message"] == "the question is empty"
    assert second == {"id": 2, "said": "yes"}


def test_a_mark_at_the_start_and_bytes_that_are_not_utf8_do_not_stop_a_batch(file: Path) -> None:
    rows = answers(file, b'\xef\xbb\xbf{"id": 1, "question": "A?"}\n{"id": 2, "question": "\xff?"}\n')
    assert rows == [{"id": 1, "said": "A?"}, {"id": 2, "said": "\ufffd?"}]


def test_a_dash_is_the_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = b'{"id": 1, "question": "\xd0\x9a?"}\n{"id": 2, "question": "\xff?"}\n'
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="ascii"))
    assert [row["said"] for row in run_lines("-", echoed)] == ["К?", "\ufffd?"]


def test_a_file_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read: no such file"):
        next(run_lines(str(tmp_path / "none.jsonl"), echoed))


def test_a_line_is_answered_before_the_next_one_is_read(file: Path) -> None:
    file.write_text('{"id": 1}\n{"id": 2}\n')
    seen: list[object] = []

    def handle(row: Json) -> Json:
        seen.append(row["id"])
        return {}

    next(run_lines(str(file), handle))
    assert seen == [1]


@pytest.mark.parametrize(("row", "text"), [({"query": "q"}, "q"), ({"question": "a", "query": "b"}, "a")])
def test_the_text_is_that_of_the_first_key_the_row_has(row: Json, text: str) -> None:
    assert text_of(row, "question", "query") == text


@pytest.mark.parametrize("row", [{}, {"history": None}, {"history": []}])
def test_a_row_may_have_no_history(row: Json) -> None:
    assert earlier_questions(row) == []


@pytest.mark.parametrize("history", ["Who?", [1], {"a": "b"}, [["Who?"]], 5])
def test_a_history_that_is_no_list_of_questions_is_refused(history: object) -> None:
    with pytest.raises(UsageError, match="history"):
        earlier_questions({"history": history})
