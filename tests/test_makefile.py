"""`make ask` hands over the question exactly as it was typed, and speaks of no error that is none."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="there is no make on this machine")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """The Makefile with a set-up that is done, and a `dateline` that repeats its arguments and exits with $CODE."""
    for file in ("Makefile", "pyproject.toml", "config/constraints.txt"):
        (tmp_path / file).parent.mkdir(exist_ok=True)
        shutil.copyfile(ROOT / file, tmp_path / file)
    program = tmp_path / ".venv" / "bin" / "dateline"
    program.parent.mkdir(parents=True)
    program.write_text('#!/bin/sh\nprintf "%s|" "$@"\nexit "${CODE:-0}"\n')
    program.chmod(0o755)
    (tmp_path / ".venv" / ".installed").touch()
    return tmp_path


def make(checkout: Path, *arguments: str, code: int = 0) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["make", *arguments],
        cwd=checkout,
        capture_output=True,
        text=True,
        env={"PATH": "/usr/bin:/bin", "CODE": str(code)},
        check=False,
    )


@pytest.mark.parametrize(
    "question",
    [
        "Who is the Kremlin's envoy?",
        'Who said "no"?',
        "What does `date` cost, $5 or $(HOME) or ${HOME} or $$?",
        "Is 50% of #1 a \\ backslash; rm -rf /tmp/nothing && echo no",
        "Qui est “l’envoyé”?",
        "two  blanks",
        "--help",
    ],
)
def test_the_question_arrives_as_it_was_typed(checkout: Path, question: str) -> None:
    assert make(checkout, "ask", f"Q={question}").stdout == f"ask|--|{question}|"


def test_not_in_the_archive_is_no_error_of_make(checkout: Path) -> None:
    done = make(checkout, "ask", "Q=Who?", code=3)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_failure_is_one(checkout: Path) -> None:
    assert make(checkout, "ask", "Q=Who?", code=1).returncode != 0


def test_without_a_question_the_program_is_asked_an_empty_one(checkout: Path) -> None:
    assert make(checkout, "ask").stdout == "ask|--||"
