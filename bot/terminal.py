"""Standard output for answers, standard error for everything else, and the edge where errors become sentences."""

from __future__ import annotations

import errno
import json
import os
import sys
import tempfile
import traceback
from collections.abc import Callable
from functools import cache
from pathlib import Path

from rich.console import Console, RenderableType
from rich.text import Text

from bot.failures import FAILED, INTERRUPTED, failure_of, failure_to_json, sentence
from bot.wording import visible
from config.errors import DatelineError, DefectError
from retrieval.types import Json

NO_TERMINAL_WIDTH = 100
"""Columns when the output goes to a file or a pipe."""


LOG_BYTES = 1_000_000
"""Of tracebacks; the first ones tell what is wrong."""


def out() -> Console:
    """The console for answers. Made anew each time, so that it is always the standard output of now."""
    return Console(highlight=False, width=None if sys.stdout.isatty() else NO_TERMINAL_WIDTH)


def err() -> Console:
    return Console(stderr=True, highlight=False, width=None if sys.stderr.isatty() else NO_TERMINAL_WIDTH)


def show(renderable: RenderableType) -> None:
    out().print(renderable)


def say(text: str, style: str = "dim") -> None:
    """One line for the person, beside the answer: on standard error, never inside JSON."""
    err().print(Text(visible(text), style), soft_wrap=True)


def print_json(value: Json) -> None:
    """One line of JSON on standard output, at once."""
    try:
        sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
    except UnicodeEncodeError:  # half of a surrogate pair, or an output that is not UTF-8
        sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


def at_the_edge(run: Callable[[], int], *, as_json: bool) -> int:
    """
    The exit code of `run`, with every error turned into one sentence and its next step, or into the contract's JSON.

    A defect of Dateline itself is told as such; its traceback goes into a file, where it helps whoever mends it.
    """
    try:
        return run()
    except DatelineError as exc:
        if as_json:
            print_json(failure_to_json(exc))
        else:
            say(sentence(exc), "red")
        return failure_of(exc).exit_code
    except KeyboardInterrupt:
        say("Interrupted.")
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output has gone.
        _write_nowhere()
        return FAILED
    except OSError as exc:
        if exc.errno != errno.ENOSPC:
            return _defect(exc, as_json=as_json)
        # What is written to the data folder has errors of its own: this is the file that the output goes to.
        _write_nowhere()
        say("The output cannot be written: its disk is full. Make room, or write it elsewhere.", "red")
        return FAILED
    except Exception as exc:
        return _defect(exc, as_json=as_json)


def _write_nowhere() -> None:
    """What is still to be written to an output that takes no more would fail once more at exit."""
    sys.stdout = Path(os.devnull).open("w")  # noqa: SIM115 (it is the process's output, up to its end)


def _defect(exc: Exception, *, as_json: bool) -> int:
    """The last edge: whatever it is, a person gets one line."""
    if as_json:
        print_json(failure_to_json(defect(exc)))
    else:
        say(sentence(defect(exc)), "red")
    return FAILED


def defect(exc: Exception) -> DefectError:
    """What a person is told of an error that is nobody's fault but ours; its traceback goes into a file."""
    file = _log_file()
    with file.open("a", encoding="utf-8") as log:
        if log.tell() < LOG_BYTES:
            traceback.print_exception(exc, file=log)
    return DefectError(f"this is a defect in Dateline ({type(exc).__name__}); the details are in {file}")


@cache
def _log_file() -> Path:
    """One file for all the defects of a process, which a bot may meet with every question."""
    with tempfile.NamedTemporaryFile(prefix="dateline-", suffix=".log", delete=False) as log:
        return Path(log.name)
