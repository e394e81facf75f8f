"""The key is made once, for its owner alone, and ids cannot be had back from what it makes of them."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.discord_bot.secret import KEY_BYTES, keyed_hash, load_or_make
from config.errors import ConversationsUnusable

KEY = bytes(range(32))
MAKE = "import sys, pathlib; from bot.discord_bot.secret import *; print(load_or_make(pathlib.Path(sys.argv[1])).hex())"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "discord.key"


def test_the_key_is_made_once_and_stays(file: Path) -> None:
    key = load_or_make(file)
    assert len(key) == KEY_BYTES
    assert load_or_make(file) == key
    assert [path.name for path in file.parent.iterdir()] == ["discord.key"]


def test_two_folders_have_two_keys(tmp_path: Path) -> None:
    assert load_or_make(tmp_path / "a") != load_or_make(tmp_path / "b")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_only_its_owner_can_read_it(file: Path) -> None:
    load_or_make(file)
    assert file.stat().st_mode & 0o777 == 0o600


def test_threads_that_start_at_once_end_with_the_same_key(file: Path) -> None:
    with ThreadPoolExecutor(16) as pool:
        assert len(set(pool.map(load_or_make, [file] * 64))) == 1
    assert [path.name for path in file.parent.iterdir()] == ["discord.key"]


def test_processes_that_start_at_once_end_with_the_same_key(file: Path) -> None:
    command = [sys.executable, "-c", MAKE, str(file)]
    started = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(2)]
    assert {process.communicate()[0].strip() for process in started} == {file.read_bytes().hex().encode()}


@pytest.mark.parametrize("content", [b"", b"short", bytes(31), bytes(33)])
def test_a_damaged_key_is_told_and_left_as_it_is(content: bytes, file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    with pytest.raises(ConversationsUnusable, match=f"is damaged: it has {len(content)} bytes, and a key has 32"):
        load_or_make(file)
    assert file.read_bytes() == content


def test_a_key_that_cannot_be_read_is_told(file: Path) -> None:
    file.mkdir(parents=True)
    with pytest.raises(ConversationsUnusable, match=r"discord\.key cannot be read or made: is a directory"):
        load_or_make(file)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    with pytest.raises(ConversationsUnusable, match="cannot be read or made"):
        load_or_make(tmp_path / "data" / "discord.key")


def test_an_id_has_one_hash_of_128_bits_under_a_key_and_kind() -> None:
    hashes = {keyed_hash(key, kind, 42) for key in (KEY, bytes(32)) for kind in ("person", "place", "message")}
    assert len(hashes) == 6
    assert {len(bytes.fromhex(hash_)) for hash_ in hashes} == {16}
    assert keyed_hash(KEY, "person", 42) == keyed_hash(KEY, "person", 42) != keyed_hash(KEY, "person", 43)
