"""
What the Discord bot keeps: answers, the messages that show them, votes and small facts, in one SQLite file.

Persons, places and messages are in it as keyed hashes only. Nothing of Discord's library is used here.
"""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, NamedTuple

from bot.discord_bot.database import BUSY_S, Database, read_only, set_fact
from bot.discord_bot.rows import from_row, take_back, to_row
from bot.discord_bot.secret import keyed_hash
from retrieval.citing import withdraw
from retrieval.types import Answer, Turn
from retrieval.withdrawn import Withdrawn

CONVERSATIONS_FILE = "conversations.sqlite"
"""Its name in the data folder."""
ID_BYTES = 12
"""Random bytes of an answer's id; 16 characters, of which a hundred fit into a button's `custom_id`."""

Vote = Literal["helpful", "wrong"]
Voted = Literal["new", "changed", "same"]
"""What a vote was to the one before it, of that person on that answer."""


@dataclass(frozen=True, slots=True)
class Kept:
    """
    An answer as it is kept. `parent` is the answer that its question went on from, which may be gone.

    `private` answers are for one person's eyes; the question of a `claim` was a message that somebody looked up.
    """

    id: str
    answer: Answer
    private: bool
    claim: bool
    parent: str | None
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class Feedback:
    """One person's vote on an answer, without the person."""

    at: datetime
    vote: Vote
    reason: str | None
    note: str
    answer: Answer
    claim: bool


class ConversationStore:
    """
    Answers by id and by message, each person's last one, and votes.

    `withdrawn` is the list beside the file: no answer is kept with words of an article on it, and `withdraw_answers`
    takes them out of those that were kept before. What a method has done is on disk when it returns. Safe to use from
    several threads, and beside a process that reads. Every method raises ConversationsUnusable when the file cannot be
    read or written any more.
    """

    def __init__(
        self,
        file: Path,
        key: bytes,
        *,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        busy_s: float = BUSY_S,
    ) -> None:
        """
        Open `file`, or make it for its owner alone.

        Raises:
            ConversationsUnusable: the file is no such database, is damaged, is of a newer Dateline or of another key.
        """
        self._key = key
        self._clock = clock
        self.withdrawn = Withdrawn(file.parent)
        self._database = Database(file, keyed_hash(key, "key", 0), busy_s)

    def keep(
        self,
        answer: Answer,
        *,
        person: int,
        place: int,
        private: bool,
        parent: str | None,
        claim: bool = False,
        withdrawn_before: Collection[str] = (),
    ) -> Kept:
        """
        The answer as it is kept from now on, under a new random id: at most 16 characters, safe in a URL.

        It has lost the words of every article that is withdrawn by now. `withdrawn_before` are those that were when
        its conversation was read: with any other, what its question was understood as may hold words of it, and goes.

        Raises:
            SettingsError: the list of withdrawn articles cannot be read.
        """
        id_ = secrets.token_urlsafe(ID_BYTES)
        with self._database.writing() as db:
            # Read while nobody else can write: `withdraw_answers` comes either before, and the article is on the list,
            # or after, and finds the answer.
            withdrawn = self.withdrawn.ids()
            answer = withdraw(answer, withdrawn)
            if not withdrawn.issubset(withdrawn_before):
                answer = replace(answer, resolved_question=None)
            kept = Kept(id_, answer, private, claim, parent, self._clock())
            db.execute(
                "INSERT INTO answers (id, person, place, private, claim, parent, asked_at, answer) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    id_,
                    self._person(person),
                    keyed_hash(self._key, "place", place),
                    private,
                    claim,
                    parent,
                    _moment(kept.asked_at),
                    to_row(answer),
                ),
            )
        return kept

    def link(self, answer_id: str, message_ids: Iterable[int]) -> None:
        """Remember that these Discord messages show the answer; nothing happens when it is not kept any more."""
        rows = [(keyed_hash(self._key, "message", id_), answer_id) for id_ in message_ids]
        with self._database.writing() as db:
            db.executemany("INSERT OR REPLACE INTO messages SELECT ?, id FROM answers WHERE id = ?", rows)

    def get(self, answer_id: str) -> Kept | None:
        row = self._row(answer_id)
        return row.kept if row else None

    def answered_in(self, message_id: int) -> str | None:
        """The id of the answer that a Discord message shows."""
        return self._value(
            "SELECT answer FROM messages WHERE message = ?", keyed_hash(self._key, "message", message_id)
        )

    def last(self, person: int, place: int, *, private: bool) -> str | None:
        """
        The id of a person's last answer in a place, for a question there to go on from.

        Where everybody will see the new answer (not `private`), private ones are passed over.
        """
        return self._value(
            "SELECT id FROM answers WHERE person = ? AND place = ? AND (? OR NOT private) ORDER BY number DESC LIMIT 1",
            self._person(person),
            keyed_hash(self._key, "place", place),
            private,
        )

    def history(self, answer_id: str | None, most: int = 8, *, private: bool = True) -> tuple[Turn, ...]:
        """
        The last `most` turns of the conversation that ends with an answer, oldest first.

        Private answers before it are left out, unless it is private too and was the same person's; with
        `private=False`, for a question whose answer everybody will see, every private one is. An answer that is gone
        ends the chain.

        Returns:
            Turns for `Question.history`; () for None and for an answer that is not kept.
        """
        turns: list[Turn] = []
        newest = row = self._row(answer_id)
        while newest and row and len(turns) < most:
            kept = row.kept
            if not kept.private or (private and newest.kept.private and row.person == newest.person):
                turns.append(Turn(kept.answer.question, kept.answer.text, kept.answer.resolved_question))
            row = self._row(kept.parent)
        return tuple(reversed(turns))

    def vote(self, answer_id: str, person: int, vote: Vote, reason: str | None = None, note: str = "") -> Voted | None:
        """
        Take a person's vote on an answer, in place of the one before it.

        Returns:
            What has changed; None when the answer is not kept any more.
        """
        if self._row(answer_id) is None:
            return None
        new = (vote, reason and _storable(reason), _storable(note))
        with self._database.writing() as db:
            where = (answer_id, self._person(person))
            old = db.execute("SELECT vote, reason, note FROM votes WHERE answer = ? AND person = ?", where).fetchone()
            if old == new:
                return "same"
            written = db.execute(
                "INSERT OR REPLACE INTO votes SELECT id, ?, ?, ?, ?, ? FROM answers WHERE id = ?",
                (where[1], *new, _moment(self._clock()), answer_id),
            )
            if not written.rowcount:  # forgotten between the first line and here
                return None
            return "changed" if old else "new"

    def forget(self, person: int) -> int:
        """
        Delete a person's votes and answers, these with their messages and everybody's votes, and erase their text.

        Returns:
            How many answers that were.
        """
        return self._delete("person = ?", self._person(person), votes_too=True)

    def expire(self, before: datetime) -> int:
        """Delete and erase the answers of before a moment, as `forget` does; returns how many."""
        return self._delete("asked_at < ?", _moment(before))

    def feedback(self) -> list[Feedback]:
        """Every vote with its answer, the newest first."""
        with self._database.reading() as db:
            return _feedback(db)

    def remembered(self, name: str) -> str | None:
        """A small fact of the bot's own, as `remember` was told it last."""
        return self._value("SELECT value FROM facts WHERE name = ?", name)

    def remember(self, name: str, value: str) -> None:
        with self._database.writing() as db:
            set_fact(db, name, value)

    def close(self) -> None:
        self._database.close()

    def _delete(self, condition: str, value: str, *, votes_too: bool = False) -> int:
        with self._database.writing() as db:
            take_back(db, condition, value)  # follow-ups of others may hold their words
            votes = db.execute(f"DELETE FROM votes WHERE {condition}", [value]).rowcount if votes_too else 0
            answers = db.execute(f"DELETE FROM answers WHERE {condition}", [value]).rowcount
            if votes or answers:
                self._database.owe_erasing(db)
        self._database.erase()
        return answers

    def _person(self, id_: int) -> str:
        return keyed_hash(self._key, "person", id_)

    def _row(self, answer_id: str | None) -> _Row | None:
        """None, too, for an answer that cannot be read back: another version wrote it."""
        with self._database.reading() as db:
            row = db.execute(
                "SELECT answer, person, private, claim, parent, asked_at FROM answers WHERE id = ?", [answer_id]
            ).fetchone()
        answer = from_row(row[0]) if row else None
        if answer is None or answer_id is None:
            return None
        _, person, private, claim, parent, asked_at = row
        # A purge takes them out of the file last, and may be minutes about the generations before.
        answer = withdraw(answer, self.withdrawn.ids())
        kept = Kept(answer_id, answer, bool(private), bool(claim), parent, datetime.fromisoformat(asked_at))
        return _Row(person, kept)

    def _value(self, query: str, *values: Any) -> str | None:
        with self._database.reading() as db:
            row = db.execute(query, values).fetchone()
        return str(row[0]) if row else None


class _Row(NamedTuple):
    person: str
    kept: Kept


def read_feedback(file: Path) -> list[Feedback]:
    """
    Every vote in `file`, the newest first, read beside a bot that runs; none where nothing was ever kept.

    Raises:
        ConversationsUnusable: the file cannot be read, is no such database or is of a newer Dateline.
    """
    with read_only(file) as db:
        return _feedback(db) if db else []


def _feedback(db: sqlite3.Connection) -> list[Feedback]:
    rows = db.execute(
        "SELECT v.voted_at, v.vote, v.reason, v.note, a.answer, a.claim "
        "FROM votes v JOIN answers a ON a.id = v.answer ORDER BY v.voted_at DESC, v.rowid DESC"
    )
    return [
        Feedback(datetime.fromisoformat(at), vote, reason, note, answer, bool(claim))
        for at, vote, reason, note, saved, claim in rows
        if (answer := from_row(saved))
    ]


def _moment(moment: datetime) -> str:
    """UTC and always of one length, so that moments compare as text."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _storable(text: str) -> str:
    """Half of a surrogate pair, which JSON lets through and SQLite does not, becomes a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8")
