from __future__ import annotations

from pathlib import Path

import pytest

from config.errors import UsageError
from retrieval.evaluation.questions import EvalQuestion, read_questions


def test_a_row_is_read_and_its_other_keys_are_ignored(tmp_path: Path) -> None:
    file = tmp_path / "q.jsonl"
    file.write_text(
        '{"id": 7, "question": "Who “won”?", "answers": ["Ann"], "history": ["Who ran?"], "gold_articles": ["x"],'
        ' "asked_on": "2023-01-06", "choices": ["Ann", "Bob"], "kind": "factoid"}\n'
        "\n"
        '{"question": "Who lost?", "answers": [], "history": null}\n',
        encoding="utf-8",
    )
    assert read_questions(file) == (
        EvalQuestion("7", "Who “won”?", ("Ann",), ("Who ran?",), ("x",)),
        EvalQuestion("3", "Who lost?"),
    )


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "not a JSON object: Expecting property name"),
        ("[1]", "not a JSON object"),
        ('{"answers": []}', '"question" must be'),
        ('{"question": " ", "answers": []}', '"question" must be'),
        ('{"question": "Who?"}', '"answers" is missing'),
        ('{"question": "Who?", "answers": null}', '"answers" is missing'),
        ('{"question": "Who?", "answers": "Ann"}', '"answers" must be a list'),
        ('{"question": "Who?", "answers": [""]}', '"answers" must be a list'),
        ('{"question": "Who?", "answers": [], "history": [1]}', '"history" must be a list'),
    ],
)
def test_a_bad_line_is_named_with_file_and_line(tmp_path: Path, line: str, reason: str) -> None:
    file = tmp_path / "q.jsonl"
    file.write_text('{"question": "Who?", "answers": []}\n' + line + "\n", encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        read_questions(file)
    assert str(caught.value).startswith(f"{file}:2: {reason}")


@pytest.mark.parametrize(
    ("content", "reason"), [(b"", "holds no question"), (b"\n\n", "holds no question"), (b"\xff", "not UTF-8")]
)
def test_a_file_without_questions_is_an_error(tmp_path: Path, content: bytes, reason: str) -> None:
    file = tmp_path / "q.jsonl"
    file.write_bytes(content)
    with pytest.raises(UsageError, match=reason):
        read_questions(file)


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read: No such file"):
        read_questions(tmp_path / "none.jsonl")
