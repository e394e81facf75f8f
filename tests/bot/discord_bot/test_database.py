"""The file under the conversations: several at once, killed halfway, damaged, somebody else's."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from bot.discord_bot.database import APPLICATION_ID
from bot.discord_bot.store import ConversationStore, read_feedback
from config.errors import ConversationsUnusable
from tests.bot.discord_bot.keeping import ANN, HERE, KEY, answered, opened


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "conversations.sqlite"


@pytest.fixture
def store(file: Path) -> Iterator[ConversationStore]:
    with closing(opened(file)) as store:
        yield store


def kept(store: ConversationStore) -> str:
    return store.keep(answered(), person=ANN, place=HERE, private=False, parent=None).id


BOT = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from bot.discord_bot.store import ConversationStore
from retrieval.types import Answer, IndexInfo
answer = Answer("Where?", "not_found", "reader", (), (), 0.1, IndexInfo("g1", datetime.now(UTC), 1, 1, None))
store = ConversationStore(Path(sys.argv[1]), bytes(range(32)))
for _ in range(int(sys.argv[2])):
    id_ = store.keep(answer, person=1, place=2, private=False, parent=None).id
    store.vote(id_, 1, "helpful")
    print(id_, flush=True)
store.close()
"""


def bot(file: Path, answers: int) -> subprocess.Popen[str]:
    """Another process, which keeps an answer and a vote, tells the id, and goes on."""
    command = [sys.executable, "-c", BOT, str(file), str(answers)]
    return subprocess.Popen(command, cwd=Path(__file__).parents[3], stdout=subprocess.PIPE, text=True)


def line(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline().strip()


def test_a_killed_bot_loses_nothing_that_it_has_told_and_can_be_read_meanwhile_and_after(file: Path) -> None:
    with bot(file, answers=100_000) as process:
        told = [line(process) for _ in range(20)]
        assert len(read_feedback(file)) >= len(told)
        process.send_signal(signal.SIGKILL if os.name != "nt" else signal.SIGTERM)
        assert process.stdout
        told += process.stdout.read().splitlines()
    assert len(read_feedback(file)) >= len(told)
    with closing(opened(file)) as store:
        assert all(store.get(id_) for id_ in told)
        assert len(store.feedback()) >= len(told)


@pytest.mark.parametrize("turn", range(3))
def test_threads_that_start_at_once_make_one_database_and_readers_find_none_or_all_of_it(turn: int, file: Path) -> None:
    def start(number: int) -> None:
        if number % 4 == 3:
            read_feedback(file)
        else:
            ConversationStore(file, KEY).close()

    with ThreadPoolExecutor(16) as pool:
        list(pool.map(start, range(16)))


def test_processes_that_start_at_once_make_one_database(file: Path) -> None:
    with bot(file, answers=3) as one, bot(file, answers=3) as two:
        assert (one.wait(), two.wait()) == (0, 0)
    with closing(opened(file)) as store:
        assert store.forget(1) == 6


def test_what_is_deleted_while_another_process_erases_is_erased_too(file: Path, store: ConversationStore) -> None:
    other = opened(file)
    kept(store), kept(other)

    def meanwhile(statement: str) -> None:
        if statement.startswith("PRAGMA wal_checkpoint") and not told:
            told.append(statement)
            with other._database.writing() as db:
                other._database.owe_erasing(db)

    told: list[str] = []
    store._database._db.set_trace_callback(meanwhile)
    assert store.forget(ANN) == 2
    assert told
    assert store.remembered("store.erasing") is not None
    assert other._database.erase()
    assert store.remembered("store.erasing") is None
    other.close()


def damaged(file: Path) -> None:
    file.write_bytes(b"no database at all" * 100)


def somebody_elses(file: Path) -> None:
    with closing(sqlite3.connect(file)) as db, db:
        db.execute("CREATE TABLE answers (id)")


def newer(file: Path) -> None:
    opened(file).close()
    with closing(sqlite3.connect(file)) as db, db:
        db.execute("PRAGMA user_version = 2")


def torn(file: Path) -> None:
    opened(file).close()
    file.write_bytes(file.read_bytes()[:5000])


def folder(file: Path) -> None:
    file.mkdir()


UNUSABLE = [
    (damaged, "cannot be read or kept: file is not a database"),
    (somebody_elses, "is a database of something else"),
    (newer, "kept by a newer Dateline: their format is 2, and this version reads 1"),
    (torn, "cannot be read or kept: database disk image is malformed"),
    (folder, "cannot be read or kept"),
]


@pytest.mark.parametrize(("spoil", "complaint"), UNUSABLE, ids=lambda value: getattr(value, "__name__", ""))
@pytest.mark.parametrize("use", [opened, read_feedback])
def test_a_file_that_is_no_such_database_is_told_and_left_as_it_is(
    use: Callable[[Path], object], spoil: Callable[[Path], None], complaint: str, file: Path
) -> None:
    file.parent.mkdir()
    spoil(file)
    before = file.read_bytes() if file.is_file() else None
    with pytest.raises(ConversationsUnusable, match=complaint) as told:
        use(file)
    assert str(file) in str(told.value)
    assert (file.read_bytes() if file.is_file() else None) == before


def test_a_file_that_is_damaged_while_the_bot_runs_is_told(file: Path, store: ConversationStore) -> None:
    id_ = kept(store)
    with closing(sqlite3.connect(file)) as db, db:
        db.execute("DROP TABLE votes")
    with pytest.raises(ConversationsUnusable, match="cannot be read or kept: no such table"):
        store.vote(id_, ANN, "helpful")
    assert store.get(kept(store)) is not None  # and what is whole goes on


def test_another_key_is_refused_for_it_would_find_nobody_s_rows(file: Path) -> None:
    opened(file).close()
    with pytest.raises(ConversationsUnusable, match="kept with another key"):
        opened(file, bytes(32))
    opened(file).close()


def test_a_bot_killed_while_it_made_the_file_starts_anew(file: Path) -> None:
    file.parent.mkdir()
    file.touch()
    assert read_feedback(file) == []
    with closing(opened(file)) as store:
        assert store.feedback() == []


def test_reading_feedback_where_nothing_was_kept_makes_nothing(file: Path) -> None:
    assert read_feedback(file) == []
    assert not file.parent.exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_the_file_is_for_its_owner_alone(store: ConversationStore, file: Path) -> None:
    kept(store)
    assert {path.stat().st_mode & 0o777 for path in file.parent.iterdir()} == {0o600}


def test_the_file_says_whose_it_is(store: ConversationStore, file: Path) -> None:
    with closing(sqlite3.connect(file)) as db:
        assert db.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
