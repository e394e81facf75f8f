"""
The SQLite file under what the Discord bot keeps: opening, transactions, and the erasing of what was deleted.

Its rows are `store.py`'s.
"""

from __future__ import annotations

import secrets
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Literal

from config.errors import ConversationsUnusable

SCHEMA_VERSION = 1
APPLICATION_ID = 0x646C6E65  # "dlne": how the file is told from other databases
BUSY_S = 15.0
"""How long to wait for another process that has the file locked: to erase, it may rewrite all of it."""

_SCHEMA = """
CREATE TABLE answers (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, person TEXT NOT NULL, place TEXT NOT NULL,
    private INTEGER NOT NULL, claim INTEGER NOT NULL, parent TEXT, asked_at TEXT NOT NULL, answer TEXT NOT NULL
) STRICT;
CREATE INDEX answers_by_person ON answers (person, place);
CREATE INDEX answers_by_parent ON answers (parent);
CREATE INDEX answers_by_age ON answers (asked_at);
CREATE TABLE messages (
    message TEXT PRIMARY KEY, answer TEXT NOT NULL REFERENCES answers (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX messages_by_answer ON messages (answer);
CREATE TABLE votes (
    answer TEXT NOT NULL REFERENCES answers (id) ON DELETE CASCADE, person TEXT NOT NULL,
    vote TEXT NOT NULL, reason TEXT, note TEXT NOT NULL, voted_at TEXT NOT NULL, PRIMARY KEY (answer, person)
) STRICT;
CREATE INDEX votes_by_person ON votes (person);
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
"""
_KEY = "store.key"
"""The fact by which the key is recognised that the hashes were made with."""
_ERASING = "store.erasing"
"""The fact that something was deleted whose text may still lie in free space; its value is another each time."""


class Database:
    """
    One file, open for the bot's process; others may read it meanwhile, or make one change as `beside` it.

    What a transaction has done is on disk when it ends. Safe to use from several threads, one transaction at a time.
    Every method raises ConversationsUnusable when the file cannot be read or written any more.
    """

    def __init__(self, file: Path, fingerprint: str, busy_s: float) -> None:
        """
        Open `file`, or make it for its owner alone; `fingerprint` tells the key that its hashes are made with.

        Raises:
            ConversationsUnusable: the file is no such database, is damaged, is of a newer Dateline or of another key.
        """
        self._file = file
        self._lock = threading.Lock()
        with _told(file):
            file.parent.mkdir(parents=True, exist_ok=True)
            if not file.exists():
                file.touch(mode=0o600)
            self._db = _connect(file, "rw", busy_s)
            try:
                self._open(fingerprint)
            except BaseException:
                self._db.close()
                raise
        self.erase()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        with self._lock, _told(self._file):
            yield self._db

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """All of the block or nothing of it."""
        with self._lock, _told(self._file), _transaction(self._db):
            yield self._db

    def owe_erasing(self, db: sqlite3.Connection) -> None:
        """Say, within the transaction that deletes, that `erase` has to follow, even after a crash."""
        set_fact(db, _ERASING, secrets.token_hex(8))

    def erase(self) -> bool:
        """
        Take what was deleted out of the file's free space and out of its log; nothing is done when nothing was.

        Returns:
            Whether nothing is left of what was deleted before.

        `secure_delete` alone does not: a page that SQLite has rearranged keeps stale copies of rows, which only VACUUM
        drops. While a reader holds the log, or the disk is full, it stays owed: to the next deletion, `expire` or
        opening, even after a crash.
        """
        with self._lock, _told(self._file), suppress(sqlite3.OperationalError):
            owed = self._db.execute("SELECT value FROM facts WHERE name = ?", [_ERASING]).fetchone()
            if not owed:
                return True
            self._db.execute("VACUUM")
            busy = self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            if not busy:
                # Another process may have deleted something since, which is still to be erased.
                self._db.execute("DELETE FROM facts WHERE name = ? AND value = ?", (_ERASING, *owed))
                return True
        return False

    def close(self) -> None:
        with self._lock, _told(self._file):
            self._db.close()

    def _open(self, fingerprint: str) -> None:
        """Look before anything is written: the file may be somebody else's."""
        with _transaction(self._db, "DEFERRED"):
            new = _is_new(self._db, self._file)
        if new:
            self._db.execute("PRAGMA journal_mode = WAL")  # others can read while the bot writes
        self._db.execute("PRAGMA synchronous = FULL")
        self._db.execute("PRAGMA foreign_keys = ON")
        self._db.execute("PRAGMA secure_delete = ON")
        with _transaction(self._db):
            if _is_new(self._db, self._file):  # now that no other process can make it at the same time
                for statement in _SCHEMA.split(";")[:-1]:
                    self._db.execute(statement)
                set_fact(self._db, _KEY, fingerprint)
                self._db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                self._db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
            kept_with = self._db.execute("SELECT value FROM facts WHERE name = ?", [_KEY]).fetchone()
        # With another key nobody's rows would be found, and /forget would say that there are none.
        if kept_with != (fingerprint,):
            raise ConversationsUnusable(
                f"the conversations in {self._file} were kept with another key than the one beside them"
            )


@contextmanager
def read_only(file: Path) -> Iterator[sqlite3.Connection | None]:
    """
    A connection to `file` beside a bot that runs; None where nothing was ever kept.

    Raises:
        ConversationsUnusable: the file cannot be read, is no such database or is of a newer Dateline.
    """
    with _told(file):
        if not file.exists():
            yield None
            return
        with closing(_connect(file, "ro", BUSY_S)) as db, _transaction(db, "DEFERRED"):
            yield None if _is_new(db, file) else db


@contextmanager
def beside(file: Path) -> Iterator[Database | None]:
    """
    `file` for one change by another process than the bot's, which may run, and without its key; None where nothing was
    ever kept.

    Raises:
        ConversationsUnusable: as `Database`.
    """
    with read_only(file) as db:
        fingerprint = db.execute("SELECT value FROM facts WHERE name = ?", [_KEY]).fetchone() if db else None
    if fingerprint is None:
        yield None
        return
    with closing(Database(file, fingerprint[0], BUSY_S)) as database:
        yield database


def set_fact(db: sqlite3.Connection, name: str, value: str) -> None:
    db.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))


def _connect(file: Path, mode: Literal["rw", "ro"], busy_s: float) -> sqlite3.Connection:
    """Each statement is its own transaction unless `_transaction` says otherwise."""
    uri = f"{file.resolve().as_uri()}?mode={mode}"
    return sqlite3.connect(uri, uri=True, timeout=busy_s, isolation_level=None, check_same_thread=False)


def _is_new(db: sqlite3.Connection, file: Path) -> bool:
    """Whether the file is still empty, as a bot leaves it that is killed while it makes it. Within a transaction."""
    application, version = (db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version"))
    if application == APPLICATION_ID:
        if version > SCHEMA_VERSION:
            raise ConversationsUnusable(
                f"the conversations in {file} were kept by a newer Dateline: their format is {version}, and this "
                f"version reads {SCHEMA_VERSION}"
            )
        return False
    if version or db.execute("SELECT 1 FROM sqlite_master").fetchone():
        raise ConversationsUnusable(f"{file} is a database of something else")
    return True


@contextmanager
def _told(file: Path) -> Iterator[None]:
    """SQLite's errors and the disk's as one sentence; mistakes in how SQLite is used here stay what they are."""
    try:
        yield
    except (sqlite3.DatabaseError, OSError) as exc:
        if isinstance(exc, sqlite3.ProgrammingError | sqlite3.IntegrityError | sqlite3.InternalError):
            raise
        reason = (exc.strerror or str(exc)).lower() if isinstance(exc, OSError) else str(exc)
        raise ConversationsUnusable(f"the conversations in {file} cannot be read or kept: {reason}") from exc


@contextmanager
def _transaction(db: sqlite3.Connection, kind: Literal["DEFERRED", "IMMEDIATE"] = "IMMEDIATE") -> Iterator[None]:
    """All or nothing; only an immediate one may write, and waits for other writers when it begins, not halfway."""
    db.execute(f"BEGIN {kind}")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
