"""A language model as the chain uses it: for the question, then for the answer, within the time of one errand."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol

from retrieval.index import Index
from retrieval.llm.service import ChatService, Errand
from retrieval.types import Hit, Question, Reading, Turn
from retrieval.writing.rewriting import Rewriter
from retrieval.writing.untrusted import cleared, suspects
from retrieval.writing.writer import Asked, Writer, Written

if TYPE_CHECKING:
    from langchain_core.runnables import RunnableConfig

log = logging.getLogger("dateline.llm")


class Found(Protocol):
    """What the chain has found for a question."""

    @property
    def question(self) -> Question: ...
    @property
    def asked(self) -> str: ...
    @property
    def hits(self) -> tuple[Hit, ...]: ...
    @property
    def reading(self) -> Reading: ...
    @property
    def suspected(self) -> frozenset[str]: ...


class Author:
    """What `service` writes, proved. Safe to use from several threads."""

    def __init__(self, service: ChatService, today: Callable[[], date] = date.today) -> None:
        self._service = service
        self._writer = Writer(service, today)
        self._rewriter = Rewriter(service)

    @property
    def name(self) -> str:
        return self._service.name

    def prepare(self) -> None:
        """
        Load what speaks to the model, which takes a second or two, before it is needed.

        Raises:
            SettingsError: the provider's package does not take the settings.
        """
        self._service.prepare()

    def errand(self, config: RunnableConfig | None, cancelled: threading.Event | None) -> Errand:
        """The time and the tokens of one question; the time runs from now on."""
        return self._service.errand(config, cancelled)

    def rewrite(self, question: str, turns: Sequence[Turn], errand: Errand) -> str:
        """As `Rewriter.rewrite`."""
        return self._rewriter.rewrite(question, turns, errand)

    def tell(self, errand: Errand) -> None:
        """Say in the log what an answer has used."""
        used = errand.usage
        about = "about " if errand.estimated else ""
        log.info(
            "%s: %s%d tokens (%d in, %d out) in %d calls",
            self.name,
            about,
            used["total_tokens"],
            used["input_tokens"],
            used["output_tokens"],
            used["calls"],
        )

    def suspects(self, hits: Sequence[Hit], index: Index) -> frozenset[str]:
        """The articles of `hits` that a model should not be shown, by their ids."""
        return suspects(hits, index)

    def cleared(self, reading: Reading, suspected: Collection[str]) -> Reading:
        """What may be shown of a reading, where a model is set, that rests on suspected articles too."""
        return cleared(reading, suspected)

    def write(self, found: Found, index: Index, errand: Errand) -> Iterator[Written]:
        """As `Writer.write`."""
        turns = found.question.history
        asked = Asked(found.asked, turns, found.hits, found.reading, found.suspected)
        return self._writer.write(asked, index, errand)
