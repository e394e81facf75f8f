"""A chain that answers what a test wants, when it wants."""

from __future__ import annotations

import copy
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

from bot.assembly import Dateline
from corpus.types import ArticleInfo
from retrieval.llm.background import Cancelled
from retrieval.types import Answer, AnswerSentence, Citation, IndexInfo, Question, Quote

INDEX = IndexInfo("g1", datetime(2024, 1, 1, tzinfo=UTC), articles=2, passages=10, newest_published=date(2021, 10, 7))


class Scripted:
    """
    Answers with what `make` makes, once `held` is set, after as many drafts as are set.

    Keeps the questions and the threads they were read in, and whether each was waited for to its end.
    """

    def __init__(self) -> None:
        self.make: Callable[[Question], Answer] = answered
        self.held = threading.Event()
        self.held.set()
        self.drafts: list[Answer] = []
        self.asked: list[Question] = []
        self.threads: set[threading.Thread] = set()
        self.given_up: list[Question] = []

    def stream(self, question: Question, *, cancelled: threading.Event) -> Iterator[Answer]:
        self.asked.append(question)
        self.threads.add(threading.current_thread())
        for draft in self.drafts:
            yield replace(draft, draft=True)
        for _ in range(3000):
            if self.held.wait(0.01) or cancelled.is_set():
                break
        if cancelled.is_set():
            self.given_up.append(question)
            raise Cancelled
        assert self.held.is_set()
        yield self.make(question)


def with_chain(dateline: Dateline, chain: Scripted) -> Dateline:
    """`dateline` with another chain, and the same archive."""
    changed = copy.copy(dateline)
    changed.__dict__["chain"] = chain
    return changed


def answered(
    question: Question,
    *,
    sentences: int = 1,
    words: str = "The envoy said so",
    title: str = "A title",
    url: str | None = None,
    chars: int = 0,
) -> Answer:
    """
    An answer of `sentences`, each with a citation of its own and of an article of its own that no archive holds.

    `chars` is the least length of each.
    """
    texts = [_longer(f"{words}, {number}", chars) for number in range(1, sentences + 1)]
    citations = tuple(
        Citation(number, Quote(text, 0, len(text)), _article(number, title, url), f"a{number}:0", 0.9, number)
        for number, text in enumerate(texts, 1)
    )
    return Answer(
        question=question.text,
        status="answered",
        answered_by="scripted",
        sentences=tuple(AnswerSentence(text, (number,)) for number, text in enumerate(texts, 1)),
        citations=citations,
        confidence=0.9,
        index=INDEX,
        filters=question.filters,
        timings_ms={"total": 12.0},
    )


def fails(error: Exception) -> Callable[[Question], Answer]:
    def make(question: Question) -> Answer:
        raise error

    return make


def _article(number: int, title: str, url: str | None) -> ArticleInfo:
    return ArticleInfo(f"a{number}", "0" * 64, title, "The Paper", url, date(2021, 10, 7), "metadata")


def _longer(text: str, chars: int) -> str:
    return f"{text}{' and so on' * max(0, -(-(chars - len(text)) // 10))}."
