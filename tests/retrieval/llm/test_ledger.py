"""The day's tokens are counted in one file, and its limit holds whatever several processes do at once."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from config.errors import DataFolderUnusable, TokensSpent
from retrieval.llm import ledger
from retrieval.llm.ledger import KEPT_DAYS, Reservation, Spent, TokenLedger

ROOT = Path(__file__).resolve().parents[3]
DAY = date(2026, 3, 14)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "usage.sqlite"


def at(file: Path, daily_tokens: int = 1000, day: date = DAY) -> TokenLedger:
    return TokenLedger(file, daily_tokens, lambda: day)


def test_where_nothing_was_counted_nothing_was_used_and_no_file_is_made(file: Path) -> None:
    assert at(file).today() == Spent(0, 0)
    assert not file.exists()


def test_a_call_counts_with_the_most_until_it_is_settled_with_what_it_used(file: Path) -> None:
    tokens = at(file)
    reserved = tokens.reserve("model", 400)
    assert reserved == Reservation(DAY, 400)
    assert tokens.today() == Spent(400, 0)
    tokens.settle(reserved, 70)
    assert tokens.today() == Spent(70, 1)


def test_what_does_not_fit_into_the_day_is_refused_with_figures_and_takes_nothing(file: Path) -> None:
    tokens = at(file, 1_000_000)
    tokens.settle(tokens.reserve("model", 999_000), 999_000)
    with pytest.raises(TokensSpent) as caught:
        tokens.reserve("model", 1_001)
    assert str(caught.value) == (
        "model: 999,000 of the 1,000,000 tokens of today are used, and this question may take 1,001"
    )
    assert not caught.value.retryable
    assert tokens.today() == Spent(999_000, 1)
    assert tokens.reserve("model", 1_000).tokens == 1_000  # to the very last one


def test_calls_under_way_count_against_the_limit(file: Path) -> None:
    tokens = at(file, 1000)
    first = tokens.reserve("model", 600)
    with pytest.raises(TokensSpent, match="600 of the 1,000"):
        tokens.reserve("model", 600)
    tokens.settle(first, 10)
    tokens.reserve("model", 600)


def test_a_call_that_used_more_than_it_reserved_counts_with_all_of_it(file: Path) -> None:
    tokens = at(file, 1000)
    tokens.settle(tokens.reserve("model", 100), 1500)
    assert tokens.today() == Spent(1500, 1)
    with pytest.raises(TokensSpent):
        tokens.reserve("model", 1)


def test_a_new_day_begins_with_nothing_used(file: Path) -> None:
    tokens = at(file, 100)
    tokens.settle(tokens.reserve("model", 100), 100)
    tomorrow = at(file, 100, DAY + timedelta(days=1))
    assert tomorrow.today() == Spent(0, 0)
    tomorrow.settle(tomorrow.reserve("model", 100), 60)
    assert (tomorrow.today(), tokens.today()) == (Spent(60, 1), Spent(100, 1))


def test_a_call_over_midnight_is_settled_on_the_day_that_reserved_for_it(file: Path) -> None:
    days = [DAY, DAY + timedelta(days=1)]
    tokens = TokenLedger(file, 1000, lambda: days[0])
    reserved = tokens.reserve("model", 500)
    days.pop(0)
    tokens.settle(reserved, 20)
    assert tokens.today() == Spent(0, 0)
    assert at(file, day=DAY).today() == Spent(20, 1)


def test_days_are_those_of_utc(file: Path) -> None:
    tokens = TokenLedger(file, 1000)
    before = datetime.now(UTC).date()
    reserved = tokens.reserve("model", 1)
    assert before <= reserved.day <= datetime.now(UTC).date()


def test_what_another_process_counted_is_there_when_one_starts_anew(file: Path) -> None:
    at(file).settle(at(file).reserve("model", 300), 200)
    assert at(file).today() == Spent(200, 1)


def test_without_a_limit_everything_fits_and_is_counted_once_it_is_settled(file: Path) -> None:
    tokens = at(file, 0)
    assert not tokens.limited
    reserved = tokens.reserve("model", 10**12)
    assert tokens.today() == Spent(0, 0)
    tokens.settle(reserved, 120)
    assert tokens.today() == Spent(120, 1)


def test_a_limit_that_is_lifted_or_set_keeps_the_count(file: Path) -> None:
    at(file, 1000).settle(at(file, 1000).reserve("model", 100), 80)
    at(file, 0).settle(at(file, 0).reserve("model", 100), 30)
    assert at(file, 1000).today() == Spent(110, 2)
    with pytest.raises(TokensSpent):
        at(file, 150).reserve("model", 41)


def test_days_longer_ago_than_are_kept_are_forgotten(file: Path) -> None:
    for ago in (KEPT_DAYS + 1, KEPT_DAYS, 0):
        tokens = at(file, 1000, DAY - timedelta(days=ago))
        tokens.settle(tokens.reserve("model", 10), 10)
    kept = [at(file, 1000, DAY - timedelta(days=ago)).today().calls for ago in (KEPT_DAYS + 1, KEPT_DAYS, 0)]
    assert kept == [0, 1, 1]


@pytest.fixture
def patiently(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever counts waits for the others as long as a busy machine takes: how long that may be is another matter."""
    monkeypatch.setattr(ledger, "BUSY_S", 30.0)
    monkeypatch.setattr(ledger, "QUEUE_S", 60.0)


def test_many_questions_at_once_all_find_room_in_the_count(file: Path) -> None:
    many = 32
    tokens, ready = at(file, 10**9), threading.Barrier(many)

    def spend(_: int) -> None:
        ready.wait()
        tokens.settle(tokens.reserve("model", 10), 10)

    with ThreadPoolExecutor(many) as pool:
        list(pool.map(spend, range(many)))
    assert tokens.today() == Spent(10 * many, many)


def test_a_question_that_comes_to_no_turn_says_so(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger, "QUEUE_S", 0.05)
    tokens = at(file, 1000)
    with tokens._writing(), pytest.raises(DataFolderUnusable, match="too many questions wait"):
        tokens.reserve("model", 10)
    tokens.settle(tokens.reserve("model", 10), 10)
    assert tokens.today() == Spent(10, 1)


@pytest.mark.usefixtures("patiently")
def test_the_limit_holds_for_many_threads_at_once_and_nothing_is_lost(file: Path) -> None:
    many, each, limit = 12, 10, 500
    ready = threading.Barrier(many)

    def spend(_: int) -> int:
        tokens = at(file, limit)
        ready.wait()
        done = 0
        for _ in range(each):
            try:
                reserved = tokens.reserve("model", 10)
            except TokensSpent:
                continue
            tokens.settle(reserved, 10)
            done += 1
        return done

    with ThreadPoolExecutor(many) as pool:
        done = sum(pool.map(spend, range(many)))
    assert done == limit // 10
    assert at(file, limit).today() == Spent(limit, done)


SPENDER = """
import sys, time
from pathlib import Path
from config.errors import TokensSpent
from retrieval.llm import ledger
from retrieval.llm.ledger import TokenLedger
ledger.BUSY_S = 30.0
folder, done = Path(sys.argv[1]), 0
tokens = TokenLedger(folder / "usage.sqlite", 400)
(folder / f"ready.{sys.argv[2]}").touch()
until = time.monotonic() + 60
while not (folder / "go").exists() and time.monotonic() < until:
    time.sleep(0.005)
for _ in range(20):
    try:
        reserved = tokens.reserve("model", 10)
    except TokensSpent:
        continue
    tokens.settle(reserved, 10)
    done += 1
print(done)
"""


def test_the_limit_holds_for_several_processes_at_once(file: Path, tmp_path: Path) -> None:
    running = [
        subprocess.Popen(
            [sys.executable, "-c", SPENDER, str(tmp_path), str(number)], cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        for number in range(3)
    ]
    waiting = threading.Event()
    while len(list(tmp_path.glob("ready.*"))) < len(running) and all(one.poll() is None for one in running):
        waiting.wait(0.01)
    (tmp_path / "go").touch()
    done = [int(one.communicate(timeout=30)[0]) for one in running]
    assert [one.returncode for one in running] == [0, 0, 0]
    assert sum(done) == 40
    assert TokenLedger(file, 400).today() == Spent(400, 40)


def test_a_process_that_was_killed_in_a_call_has_spent_what_it_reserved(file: Path) -> None:
    script = (
        "import os, sys; from pathlib import Path; from retrieval.llm.ledger import TokenLedger; "
        "TokenLedger(Path(sys.argv[1]), 1000).reserve('model', 700); os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", script, str(file)], cwd=ROOT, check=False).returncode == 9
    tokens = TokenLedger(file, 1000)
    assert tokens.today() == Spent(700, 0)
    with pytest.raises(TokensSpent):
        tokens.reserve("model", 301)


def damage_text(file: Path) -> None:
    file.write_bytes(b"This is no database, whatever its name says. " * 50)


def damage_torn(file: Path) -> None:
    at(file, 0).settle(at(file, 0).reserve("model", 10), 10)
    whole = file.read_bytes()
    file.write_bytes(whole[:100] + b"\xff" * (len(whole) - 100))


def damage_other_table(file: Path) -> None:
    with closing(sqlite3.connect(file)) as db:
        db.execute("CREATE TABLE days (name TEXT)")


def damage_folder(file: Path) -> None:
    file.mkdir()


def damage_no_folder(file: Path) -> None:
    file.parent.rmdir()


every_damage = pytest.mark.parametrize(
    "damage", [damage_text, damage_torn, damage_other_table, damage_folder, damage_no_folder]
)


@every_damage
def test_with_a_limit_a_count_that_cannot_be_kept_stops_the_calls(damage: Any, file: Path) -> None:
    damage(file)
    with pytest.raises(DataFolderUnusable, match="the tokens used cannot be counted in") as caught:
        at(file, 1000).reserve("model", 10)
    assert str(file) in str(caught.value)
    with pytest.raises(DataFolderUnusable):
        at(file, 1000).settle(Reservation(DAY, 10), 10)


@every_damage
def test_without_a_limit_a_count_that_cannot_be_kept_is_let_go(damage: Any, file: Path) -> None:
    damage(file)
    tokens = at(file, 0)
    tokens.settle(tokens.reserve("model", 10), 10)


@every_damage
def test_of_a_count_that_cannot_be_read_nothing_is_told(damage: Any, file: Path) -> None:
    damage(file)
    assert at(file, 1000).today() == Spent(0, 0)


@pytest.fixture
def read_only(file: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A count of 250 tokens that SQLite may read and not write, whoever runs the tests."""
    at(file).settle(at(file).reserve("model", 300), 250)
    connect: Callable[..., sqlite3.Connection] = sqlite3.connect

    def connect_to_read(database: Any, *args: Any, **options: Any) -> sqlite3.Connection:
        address = database if str(database).startswith("file:") else f"{Path(database).as_uri()}?mode=ro"
        return connect(address, *args, **{**options, "uri": True})

    monkeypatch.setattr("retrieval.llm.ledger.sqlite3.connect", connect_to_read)
    return file


def test_a_count_that_may_only_be_read_stops_the_calls_of_a_limit_and_no_others(read_only: Path) -> None:
    with pytest.raises(DataFolderUnusable, match="readonly"):
        at(read_only, 1000).reserve("model", 10)
    unlimited = at(read_only, 0)
    unlimited.settle(unlimited.reserve("model", 10), 10)
    assert at(read_only, 1000).today() == Spent(250, 1)


def test_a_count_that_another_process_holds_on_to_stops_the_calls_of_a_limit(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tokens = at(file, 1000)
    tokens.settle(tokens.reserve("model", 10), 10)
    monkeypatch.setattr(ledger, "BUSY_S", 0.05)
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(DataFolderUnusable, match="locked"):
            tokens.reserve("model", 10)
    tokens.reserve("model", 10)


def test_a_short_hold_by_another_process_is_waited_for(file: Path) -> None:
    tokens = at(file, 1000)
    tokens.settle(tokens.reserve("model", 10), 10)
    other = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN EXCLUSIVE")
    timer = threading.Timer(0.2, other.close)
    timer.start()
    tokens.reserve("model", 20)
    timer.join()
    assert tokens.today().tokens == 30


def test_a_name_with_marks_of_addresses_in_it_is_read_too(tmp_path: Path) -> None:
    folder = tmp_path / "a ?mode=rw&x=#50%25 é"
    folder.mkdir()
    tokens = at(folder / "usage.sqlite")
    tokens.settle(tokens.reserve("model", 10), 10)
    assert tokens.today() == Spent(10, 1)


def test_a_file_that_is_named_from_the_folder_one_is_in_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    tokens = at(Path("usage.sqlite"))
    tokens.settle(tokens.reserve("model", 10), 10)
    assert tokens.today() == Spent(10, 1)


def test_a_count_that_is_no_number_stops_the_calls_of_a_limit(file: Path) -> None:
    tokens = at(file, 1000)
    tokens.settle(tokens.reserve("model", 10), 10)
    with closing(sqlite3.connect(file, isolation_level=None)) as db:
        db.execute("UPDATE days SET tokens = 'many'")
    with pytest.raises(DataFolderUnusable, match="a count in it is no number"):
        tokens.reserve("model", 10)
