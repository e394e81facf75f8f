"""A conversation in a terminal: questions with what came before, line editing and a history that lasts."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from rich.console import RenderableType
from rich.text import Text

from bot.failures import sentence
from bot.terminal import say, show
from config.errors import DatelineError
from retrieval.types import NO_FILTERS, Answer, Filters, Question, Turn

HELP = """Ask a question, then ask on: "he", "it" and "the second one" are understood from what came before.

/sources   the last answer's passages in full
/new       forget what came before
/help      this text
/quit      leave (also Ctrl-D)"""
PROMPT = "\n› "
HISTORY_LINES = 1000


class Chat:
    """One conversation. `ask` answers, `render` shows an answer, `sources` the passages that one rests on."""

    def __init__(
        self,
        ask: Callable[[Question], Answer],
        render: Callable[[Answer], RenderableType],
        sources: Callable[[Answer], RenderableType],
        filters: Filters = NO_FILTERS,
    ) -> None:
        self._ask = ask
        self._render = render
        self._sources = sources
        self._filters = filters
        self._turns: list[Turn] = []
        self._last: Answer | None = None

    def run(self, history_file: Path) -> int:
        """Ask and answer until the person leaves; returns the exit code."""
        if sys.stdin.isatty():
            _line_editing(history_file)
            say("Ask the archive. /help tells what else can be typed, /quit leaves.")
        while True:
            try:
                line = input(PROMPT if sys.stdin.isatty() else "").strip()
            except EOFError:
                return 0
            if line == "/quit":
                return 0
            if line:
                self.take(line)

    def take(self, line: str) -> None:
        """One line of the person: a command or a question. An error is shown, and the conversation goes on."""
        try:
            if line.startswith("/"):
                self._command(line)
            else:
                self._question(line)
        except DatelineError as exc:
            say(sentence(exc), "red")

    def _question(self, line: str) -> None:
        answer = self._ask(Question(line, tuple(self._turns), self._filters))
        self._turns.append(Turn(answer.question, answer.text, answer.resolved_question))
        self._last = answer
        show(self._render(answer))

    def _command(self, line: str) -> None:
        if line == "/help":
            show(Text(HELP))
        elif line == "/new":
            self._turns, self._last = [], None
            say("What came before is forgotten.")
        elif line == "/sources" and self._last is None:
            say("There is no answer yet.")
        elif line == "/sources":
            assert self._last is not None  # the branch above
            show(self._sources(self._last))
        else:
            say(f"There is no command {line.split()[0]}; /help lists them.")


def _line_editing(history_file: Path) -> None:
    """Arrow keys and a history over sessions, where Python has readline (Windows has none)."""
    try:
        import readline
    except ImportError:
        return
    import atexit

    history_file.parent.mkdir(parents=True, exist_ok=True)
    if history_file.is_file():
        readline.read_history_file(history_file)
    readline.set_history_length(HISTORY_LINES)
    atexit.register(readline.write_history_file, history_file)
