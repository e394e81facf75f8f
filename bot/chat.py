"""A conversation in a terminal: questions with what came before, line editing and a history that lasts."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from rich.console import RenderableType
from rich.text import Text

from bot.failures import sentence
from bot.terminal import say, show
from bot.wording import withdrawn_line
from config.errors import DatelineError
from retrieval.citing import withdraw
from retrieval.types import Answer, Filters, Question, Turn

HELP = """Ask a question, then ask on: "he", "it" and "the second one" are understood from what came before.

/sources   the last answer's passages in full
/new       forget what came before
/help      this text
/quit      leave (also Ctrl-D); Ctrl-C gives up the question under way"""
PROMPT = "\n› "
HISTORY_LINES = 1000


class Chat:
    """
    One conversation. `ask` answers, `render` shows an answer, `sources` the passages that one rests on.

    `withdrawn` gives the ids of the articles that were taken down by now: none of their words is shown or gone on from.
    """

    def __init__(
        self,
        ask: Callable[[Question], Answer],
        render: Callable[[Answer], RenderableType],
        sources: Callable[[Answer], RenderableType],
        filters: Filters,
        withdrawn: Callable[[], Collection[str]],
    ) -> None:
        self._ask = ask
        self._render = render
        self._sources = sources
        self._filters = filters
        self._withdrawn = withdrawn
        self._answers: list[Answer] = []

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
        self._withdraw()
        turns = (Turn(answer.question, answer.text, answer.resolved_question) for answer in self._answers)
        try:
            answer = self._ask(Question(line, tuple(turns), self._filters))
        except KeyboardInterrupt:
            if not sys.stdin.isatty():
                raise
            say("That question is given up. /quit leaves.")
            return
        self._answers.append(answer)
        self._withdraw()  # also what was taken down while the question was worked on
        show(self._render(self._answers[-1]))

    def _command(self, line: str) -> None:
        if line == "/help":
            show(Text(HELP))
        elif line == "/new":
            self._answers = []
            say("What came before is forgotten.")
        elif line == "/sources" and not self._answers:
            say("There is no answer yet.")
        elif line == "/sources":
            self._show_sources()
        else:
            say(f"There is no command {line.split()[0]}; /help lists them.")

    def _show_sources(self) -> None:
        self._withdraw()
        last = self._answers[-1]
        if not last.emptied:
            show(self._sources(last))
        if last.withdrawn:
            say(withdrawn_line(last), "yellow")

    def _withdraw(self) -> None:
        """Take what was taken down out of all answers, and out of what the questions after them were understood as."""
        gone = self._withdrawn()
        changed = False
        for place, answer in enumerate(self._answers):
            left = withdraw(answer, gone)
            self._answers[place] = replace(left, resolved_question=None) if changed else left
            changed = changed or left is not answer


def _line_editing(history_file: Path) -> None:
    """Arrow keys and a history over sessions, where Python has readline (Windows has none)."""
    try:
        import readline
    except ImportError:
        return
    import atexit

    def keep() -> None:
        with suppress(OSError):  # a folder that cannot be written to keeps no history
            history_file.parent.mkdir(parents=True, exist_ok=True)
            readline.write_history_file(history_file)

    with suppress(OSError):
        readline.read_history_file(history_file)
    readline.set_history_length(HISTORY_LINES)
    atexit.register(keep)
