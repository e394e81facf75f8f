"""An answer on a terminal as a language model writes it: what is proved so far, until the whole takes its place."""

from __future__ import annotations

from collections.abc import Callable

from rich.console import RenderableType
from rich.live import Live
from rich.text import Text

from bot.assembly import Dateline
from bot.render import render_draft
from bot.terminal import out
from bot.wording import visible
from retrieval.types import Answer, Question


def shows_drafts(dateline: Dateline) -> bool:
    """Whether there is something to be seen before the answer is whole, and somebody who sees it."""
    return dateline.author is not None and out().is_terminal


def drafted(dateline: Dateline) -> Callable[[Question], Answer]:
    """What asks, and shows the answer as it grows; what it showed is gone when the answer is there."""

    def ask(question: Question) -> Answer:
        name = visible(dateline.author.name) if dateline.author else ""
        with Live(_waiting(name), console=out(), transient=True, auto_refresh=False) as live:
            answer: Answer | None = None
            try:
                for answer in dateline.chain.stream(question):
                    if answer.draft:
                        live.update(render_draft(answer, dateline.opening), refresh=True)
            finally:
                # In the end all of it would be shown once more, and what is taller than the screen stay there.
                live.update(Text(""), refresh=True)
            assert answer is not None  # there always is one
            return answer

    return ask


def _waiting(name: str) -> RenderableType:
    return Text(f"{name} is reading…", "dim")
