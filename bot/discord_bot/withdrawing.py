"""Articles that are taken down leave the answers that the Discord bot keeps."""

from __future__ import annotations

import json
import logging
import sqlite3
from collections.abc import Collection, Iterator
from pathlib import Path

from bot.discord_bot.database import beside, read_only
from bot.discord_bot.rows import from_row, take_back, to_row
from bot.discord_bot.store import CONVERSATIONS_FILE
from retrieval.citing import withdraw
from retrieval.types import Answer

log = logging.getLogger("dateline.discord")

_NAMES = "SELECT id, answer FROM answers WHERE EXISTS (SELECT 1 FROM json_each(?) WHERE instr(answer, value))"
_CITED = """
SELECT DISTINCT part.value FROM answers, json_tree(iif(json_valid(answer), answer, '{}')) part
WHERE part.key = 'article_id'
"""


def withdraw_answers(data_dir: Path, article_ids: Collection[str]) -> int:
    """
    How many of the answers that are kept in `data_dir` rested on one of these articles, or offered it as near.

    They have lost its words when this returns, on disk too, and say that it was withdrawn; what people wrote
    themselves, in questions and votes, stays. The bot may run meanwhile, and needs no telling. An answer that it is
    still working on is checked against the list of withdrawn articles, which the ids have to be on before.

    All or nothing. Done again, it finds nothing to change, and erases what a crash or a reader kept from being erased.

    Raises:
        ConversationsUnusable: what is kept cannot be read or written.
    """
    with beside(data_dir / CONVERSATIONS_FILE) as database:
        if database is None:
            return 0
        with database.writing() as db:
            changed = dict(_withdrawn(db, article_ids))
            for id_, left in changed.items():
                if left:
                    db.execute("UPDATE answers SET answer = ? WHERE id = ?", (to_row(left), id_))
            take_back(db, "parent IN (SELECT value FROM json_each(?))", json.dumps(list(changed)))
            db.executemany("DELETE FROM answers WHERE id = ?", [[id_] for id_, left in changed.items() if not left])
            if changed:
                database.owe_erasing(db)
        if not database.erase():
            log.warning(
                "the answers have lost the words, but free space of %s may still hold them, because it is in use; "
                "the bot erases them later, and so does the same command",
                data_dir / CONVERSATIONS_FILE,
            )
        return len(changed)


def cited_articles(data_dir: Path) -> frozenset[str]:
    """The articles that the answers kept in `data_dir` rest on, or offer as near. Raises: as `withdraw_answers`."""
    with read_only(data_dir / CONVERSATIONS_FILE) as db:
        return frozenset(id_ for (id_,) in db.execute(_CITED)) if db else frozenset()


def _withdrawn(db: sqlite3.Connection, article_ids: Collection[str]) -> Iterator[tuple[str, Answer | None]]:
    """The ids of the answers to be changed with what is left of each: None for one that cannot be read back."""
    as_saved = json.dumps([json.dumps(id_) for id_ in article_ids])
    for id_, saved in db.execute(_NAMES, [as_saved]):
        answer = from_row(saved)
        left = answer and withdraw(answer, article_ids)
        if left is None or left is not answer:
            yield id_, left
