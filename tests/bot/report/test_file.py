from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot.report.file import ReportFile
from config.errors import UsageError


def enter(path: Path, *not_over: Path) -> None:
    with ReportFile(path, not_over):
        pytest.fail("it was entered")


def test_a_page_takes_its_place_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    with ReportFile(tmp_path / "r.html") as file:
        assert not (tmp_path / "r.html").exists()
        file.write("Größe\n")
    assert (tmp_path / "r.html").read_bytes() == "Größe\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["r.html"]


def test_what_stood_there_stays_until_the_page_is_whole(tmp_path: Path) -> None:
    old = tmp_path / "r.html"
    old.write_text("old")
    with pytest.raises(KeyboardInterrupt), ReportFile(old):
        raise KeyboardInterrupt
    assert old.read_text() == "old"
    with ReportFile(old) as file:
        assert old.read_text() == "old"
        file.write("new")
    assert old.read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["r.html"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "link.html").symlink_to(tmp_path / "there.html")
    with ReportFile(tmp_path / "link.html") as file:
        file.write("new")
    assert (tmp_path / "link.html").is_symlink()
    assert (tmp_path / "there.html").read_text() == "new"


def test_a_folder_is_no_place_for_a_page(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be written: it is a folder"):
        enter(tmp_path)


def test_a_pipe_is_no_place_for_a_page(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UsageError, match="no regular file"):
        enter(tmp_path / "pipe")


@pytest.mark.parametrize("name", ["nowhere/r.html", "file/r.html", "x" * 300, "\0"])
def test_a_place_that_cannot_be_written_is_told_on_entering(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match="cannot be written: "):
        enter(tmp_path / name)


def test_the_questions_are_not_overwritten(tmp_path: Path) -> None:
    questions = tmp_path / "q.jsonl"
    questions.write_text("{}")
    with pytest.raises(UsageError, match="holds the questions"):
        enter(tmp_path / "." / "q.jsonl", questions)
    assert questions.read_text() == "{}"


def test_a_folder_that_vanishes_meanwhile_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    with ReportFile(folder / "r.html") as file:
        for path in folder.iterdir():
            path.unlink()
        folder.rmdir()
        with pytest.raises(UsageError, match="cannot be written"):
            file.write("page")
