"""An answer as it stands in its row, and what is taken out of rows that stay."""

from __future__ import annotations

import json
import sqlite3

from config.errors import UsageError
from retrieval.serialise import answer_from_json, answer_to_json
from retrieval.types import Answer

_TAKE_BACK = """
WITH RECURSIVE after (id) AS (
    SELECT id FROM answers WHERE {} UNION SELECT a.id FROM answers a JOIN after ON a.parent = after.id
)
UPDATE answers SET answer = json_set(answer, '$.resolved_question', NULL) WHERE id IN after AND json_valid(answer)
"""


def to_row(answer: Answer) -> str:
    return json.dumps(answer_to_json(answer))


def from_row(saved: str) -> Answer | None:
    """None for an answer that cannot be read back: another version wrote it."""
    try:
        return answer_from_json(json.loads(saved))
    except (ValueError, UsageError):
        return None


def take_back(db: sqlite3.Connection, condition: str, value: str) -> None:
    """
    Take what the question was understood as from the answers where `condition` holds, and from all that went on from
    them: a follow-up is searched with words of the questions and the answers before it.
    """
    db.execute(_TAKE_BACK.format(condition), [value])
