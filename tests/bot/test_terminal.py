"""The edge: what a person or a program is told, and the exit code."""

from __future__ import annotations

import errno
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.failures import FAILURES
from bot.terminal import _log_file, at_the_edge, print_json, say
from config.errors import DatelineError, IndexBusy, UnknownArticle, UsageError


def failing(error: BaseException) -> Callable[[], int]:
    def run() -> int:
        raise error

    return run


@pytest.mark.parametrize("code", [0, 1, 3])
def test_the_exit_code_of_a_command_is_passed_on(code: int) -> None:
    assert at_the_edge(lambda: code, as_json=False) == code


@pytest.mark.parametrize("error", [UsageError("the question is empty"), UnknownArticle("a1"), IndexBusy("process 1")])
def test_an_error_is_one_line_on_standard_error(error: DatelineError, capsys: pytest.CaptureFixture[str]) -> None:
    assert at_the_edge(failing(error), as_json=False) == FAILURES[type(error)].exit_code
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert FAILURES[type(error)].next_step in err


@pytest.mark.parametrize("error", [UsageError("the question is empty"), UnknownArticle("a1"), IndexBusy("process 1")])
def test_with_json_an_error_is_one_object_on_standard_output(
    error: DatelineError, capsys: pytest.CaptureFixture[str]
) -> None:
    assert at_the_edge(failing(error), as_json=True) == FAILURES[type(error)].exit_code
    out, err = capsys.readouterr()
    assert json.loads(out)["error"]["type"] == type(error).__name__
    assert err == ""


@pytest.mark.parametrize("as_json", [False, True])
def test_an_interrupted_command_exits_130_and_prints_no_answer(
    as_json: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    assert at_the_edge(failing(KeyboardInterrupt()), as_json=as_json) == 130
    assert capsys.readouterr().out == ""


@pytest.fixture
def _logs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    _log_file.cache_clear()  # one file a process


@pytest.mark.usefixtures("_logs")
@pytest.mark.parametrize("as_json", [False, True])
def test_a_defect_is_told_in_one_line_and_its_traceback_goes_into_a_file(
    as_json: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert at_the_edge(failing(ZeroDivisionError("oops")), as_json=as_json) == 1
    out, err = capsys.readouterr()
    assert "Traceback" not in out + err
    assert (out + err).count("\n") == 1
    (log,) = tmp_path.glob("dateline-*.log")
    assert str(log) in out + err
    assert "ZeroDivisionError: oops" in log.read_text()


def test_json_keeps_letters_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    print_json({"title": "Кабул “talks” 🕊"})
    assert capsys.readouterr().out == '{"title": "Кабул “talks” 🕊"}\n'


@pytest.mark.parametrize(("text", "encoding"), [("\ud800", "utf-8"), ("Кабул 🕊", "ascii")])
def test_json_escapes_what_the_output_cannot_take(text: str, encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding=encoding))
    print_json({"id": text})
    assert json.loads(raw.getvalue()) == {"id": text}


def test_a_line_for_the_person_is_neither_wrapped_nor_read_as_markup(capsys: pytest.CaptureFixture[str]) -> None:
    line = "[red]not markup[/red] " + "word " * 100
    say(line)
    assert capsys.readouterr() == ("", line + "\n")


PRINTS_MUCH = """
import sys
from rich.text import Text
from bot.terminal import _log_file, at_the_edge, print_json, show
def run():
    for n in range(20_000):
        {printed}
    return 0
sys.exit(at_the_edge(run, as_json=True))
"""


@pytest.mark.parametrize("printed", ["print_json({'n': n})", "show(Text(str(n)))"])
def test_a_reader_that_leaves_early_sees_no_complaint(printed: str) -> None:
    writer = subprocess.Popen(
        [sys.executable, "-c", PRINTS_MUCH.format(printed=printed)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    assert writer.stdout is not None
    writer.stdout.readline()
    writer.stdout.close()
    assert writer.stderr is not None
    with writer.stderr as err:
        assert err.read() == b""
    assert writer.wait(60) == 1


def test_an_output_whose_disk_is_full_is_no_defect(capsys: pytest.CaptureFixture[str]) -> None:
    def run() -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    shown = sys.stdout
    try:
        assert at_the_edge(run, as_json=False) == 1
        sys.stdout.close()
    finally:
        sys.stdout = shown
    assert capsys.readouterr().err.startswith("The output cannot be written: its disk is full.")


def test_any_other_error_of_the_system_is_a_defect(capsys: pytest.CaptureFixture[str]) -> None:
    def run() -> int:
        raise OSError(errno.EIO, "Input/output error")

    assert at_the_edge(run, as_json=False) == 1
    assert "defect in Dateline (OSError)" in capsys.readouterr().err
