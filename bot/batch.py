"""Many questions or queries in one process: a line of JSON in, a line of JSON out, in the same order."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any, TextIO

from bot.failures import failure_to_json
from bot.terminal import defect
from config.errors import DatelineError, UsageError
from retrieval.types import Json

# A mark at the start is what some editors write; a byte that is not UTF-8 spoils its own line, and not the rest.
_LENIENT: Any = {"encoding": "utf-8-sig", "errors": "replace"}


def run_lines(source: str, handle: Callable[[Json], Json]) -> Iterator[Json]:
    """
    For every line of the file `source` ("-" is standard input) `handle`'s object with the line's id in front.

    A line that cannot be read or answered gives `{"id", "error"}` and the rest go on; blank lines are passed over, and
    a line without an id gets its number, from 1.

    Raises:
        UsageError: the file cannot be opened.
    """
    try:
        opened = nullcontext(_standard_input()) if source == "-" else Path(source).open(**_LENIENT)  # noqa: SIM115 (closed below)
    except OSError as exc:
        raise UsageError(f"{source} cannot be read: {(exc.strerror or str(exc)).lower()}") from exc
    with opened as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                yield _answered(line, number, handle)


def _answered(line: str, number: int, handle: Callable[[Json], Json]) -> Json:
    id_: Any = number
    try:
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as exc:
            raise UsageError(f"line {number} is not JSON") from exc
        if not isinstance(row, dict):
            raise UsageError(f"line {number} is not a JSON object")
        id_ = row.get("id", number)
        return {"id": id_, **handle(row)}
    except DatelineError as exc:
        return {"id": id_, **failure_to_json(exc)}
    except Exception as exc:  # a defect in one line must not cost the others their answers
        return {"id": id_, **failure_to_json(defect(exc))}


def _standard_input() -> TextIO:
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(**_LENIENT)
    return sys.stdin


def text_of(row: Json, *keys: str) -> str:
    """The text under the first of `keys` that the row has."""
    for key in keys:
        if isinstance(row.get(key), str):
            return str(row[key])
    raise UsageError(f"the line has no text under {keys[0]!r}")


def earlier_questions(row: Json) -> list[str]:
    """The row's `history`, oldest first; none when it has none."""
    history = row.get("history") or []
    if not isinstance(history, list) or not all(isinstance(question, str) for question in history):
        raise UsageError("`history` must be a list of questions")
    return history
