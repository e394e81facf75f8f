"""Questions with known answers, as `eval` reads them from JSON Lines files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from config.errors import UsageError


@dataclass(frozen=True, slots=True)
class EvalQuestion:
    """
    A question whose answers are known; no `answers` means that the archive holds none and it should be refused.

    `history` are the questions asked before it, oldest first. Only `text` and `history` are ever shown to the system
    that is measured. `gold_articles` are ids of articles known to answer, empty when nobody marked them.
    """

    id: str
    text: str
    answers: tuple[str, ...] = ()
    history: tuple[str, ...] = ()
    gold_articles: tuple[str, ...] = ()


def read_questions(path: Path) -> tuple[EvalQuestion, ...]:
    """
    The questions of one file, in its order.

    A line is an object with `question` and `answers` (empty: unanswerable), and perhaps `id`, `history` and
    `gold_articles`; other keys mean nothing here. A missing `id` is the line's number. Empty lines are passed over.

    Raises:
        UsageError: the file cannot be read or holds no question, or a line is not such an object. One bad line stops
            the reading, because figures over a part of a file would be compared with figures over all of it.
    """
    try:
        with path.open(encoding="utf-8") as lines:
            questions = tuple(_questions(path, lines))
    except (OSError, UnicodeDecodeError) as exc:
        reason = exc.strerror if isinstance(exc, OSError) else "it is not UTF-8 text"
        raise UsageError(f"{path} cannot be read: {reason}") from exc
    if not questions:
        raise UsageError(f"{path} holds no question")
    return questions


def _questions(path: Path, lines: Iterator[str]) -> Iterator[EvalQuestion]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield _question(json.loads(line), default_id=str(number))
        except json.JSONDecodeError as exc:
            raise UsageError(f"{path}:{number}: not a JSON object: {exc.msg} at column {exc.colno}") from exc
        except ValueError as exc:
            raise UsageError(f"{path}:{number}: {exc}") from exc


def _question(row: Any, default_id: str) -> EvalQuestion:
    if not isinstance(row, dict):
        raise ValueError("not a JSON object")
    text = row.get("question")
    if not isinstance(text, str) or not text.strip():
        raise ValueError('"question" must be a text that is not blank')
    if row.get("answers") is None:
        raise ValueError('"answers" is missing; it is an empty list where the archive holds no answer')
    return EvalQuestion(
        id=str(row.get("id", default_id)),
        text=text,
        answers=_texts(row, "answers"),
        history=_texts(row, "history"),
        gold_articles=_texts(row, "gold_articles"),
    )


def _texts(row: dict[str, Any], key: str) -> tuple[str, ...]:
    """The texts under `key`; none when the key is missing or null."""
    value = row.get(key)
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(text, str) and text.strip() for text in value):
        raise ValueError(f'"{key}" must be a list of texts that are not blank')
    return tuple(value)
