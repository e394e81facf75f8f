"""The tokens that were used, by day, in one SQLite file that several processes share; and the limit of a day."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

from config.errors import DataFolderUnusable, TokensSpent

LEDGER_FILE = "llm_usage.sqlite"
"""Its name in the data folder."""
BUSY_S = 1.0
"""Longest wait for another process that counts: a question has no time for more."""
QUEUE_S = 5.0
"""Longest wait for other questions of this process; the file's own lock is not fair, and lets some wait for ever."""
KEPT_DAYS = 400

_QUEUE = threading.Lock()

_TABLE = "CREATE TABLE IF NOT EXISTS days (day TEXT PRIMARY KEY, tokens INTEGER NOT NULL, calls INTEGER NOT NULL)"


class Spent(NamedTuple):
    """What one day has used, calls under way counted with what they may use at most."""

    tokens: int = 0
    calls: int = 0


class Reservation(NamedTuple):
    """Tokens that are counted as used until the call has said how many it did use."""

    day: date
    tokens: int


class TokenLedger:
    """
    Counts tokens in `file` against `daily_tokens` (0: no limit). Days are of UTC.

    A call reserves the most that it can use, and settles afterwards; a process that is killed in between has spent
    that. So the limit is never passed, whatever several processes do at once.
    """

    def __init__(
        self,
        file: Path,
        daily_tokens: int,
        today: Callable[[], date] = lambda: datetime.now(UTC).date(),
    ) -> None:
        self._file = file
        self._daily_tokens = daily_tokens
        self._today = today

    @property
    def limited(self) -> bool:
        return self._daily_tokens > 0

    def reserve(self, service: str, tokens: int) -> Reservation:
        """
        Room for `tokens` today.

        Raises:
            TokensSpent: there is not so much room left.
            DataFolderUnusable: the count cannot be kept, and there is a limit to keep.
        """
        day = self._today()
        if self.limited:
            with self._writing() as db:
                spent = _spent(db, day).tokens
                if spent + tokens > self._daily_tokens:
                    raise TokensSpent(
                        service,
                        f"{spent:,} of the {self._daily_tokens:,} tokens of today are used, "
                        f"and this question may take {tokens:,}",
                    )
                _add(db, day, tokens, 0)
        return Reservation(day, tokens)

    def settle(self, reservation: Reservation, used: int) -> None:
        """
        The call used so many tokens. Without a limit, a count that cannot be kept is let go.

        Raises:
            DataFolderUnusable: as `reserve`.
        """
        try:
            with self._writing() as db:
                _add(db, reservation.day, used - (reservation.tokens if self.limited else 0), 1)
                db.execute(
                    "DELETE FROM days WHERE julianday(?) - julianday(day) > ?", [_iso(reservation.day), KEPT_DAYS]
                )
        except DataFolderUnusable:
            if self.limited:
                raise

    def today(self) -> Spent:
        """What was used today; nothing where nothing was ever counted, or the count cannot be read."""
        if not self._file.is_file():
            return Spent()
        try:
            with closing(self._read_only()) as db:
                return _spent(db, self._today())
        except sqlite3.Error:
            return Spent()

    def trouble(self) -> DataFolderUnusable | None:
        """Why the count cannot be kept; None where it can, as far as that can be told without counting."""
        counted_in = self._file if self._file.exists() else self._file.parent
        if not os.access(counted_in, os.W_OK):
            return self._unusable("it cannot be written to")
        try:
            if self._file.exists():
                with closing(self._read_only()) as db:
                    _spent(db, self._today())
        except sqlite3.Error as exc:
            return self._unusable(exc)
        return None

    def _read_only(self) -> sqlite3.Connection:
        return sqlite3.connect(f"{self._file.absolute().as_uri()}?mode=ro", uri=True, timeout=BUSY_S)

    def _unusable(self, why: object) -> DataFolderUnusable:
        return DataFolderUnusable(f"the tokens used cannot be counted in {self._file} ({why})")

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        if not _QUEUE.acquire(timeout=QUEUE_S):
            raise self._unusable("too many questions wait")
        try:
            with closing(sqlite3.connect(self._file, timeout=BUSY_S, isolation_level=None)) as db:
                db.execute(_TABLE)
                db.execute("BEGIN IMMEDIATE")
                yield db
                db.execute("COMMIT")
        except sqlite3.Error as exc:
            raise self._unusable(exc) from exc
        finally:
            _QUEUE.release()


def _spent(db: sqlite3.Connection, day: date) -> Spent:
    row = db.execute("SELECT tokens, calls FROM days WHERE day = ?", [_iso(day)]).fetchone()
    try:
        return Spent(*map(int, row)) if row else Spent()
    except (TypeError, ValueError) as exc:
        raise sqlite3.DataError("a count in it is no number") from exc


def _add(db: sqlite3.Connection, day: date, tokens: int, calls: int) -> None:
    db.execute(
        "INSERT INTO days VALUES (?, max(?, 0), ?) "
        "ON CONFLICT (day) DO UPDATE SET tokens = max(tokens + ?, 0), calls = calls + ?",
        [_iso(day), tokens, calls, tokens, calls],
    )


def _iso(day: date) -> str:
    return day.isoformat()
