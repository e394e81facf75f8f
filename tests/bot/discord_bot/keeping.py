"""A store of conversations to try things on: its people and places, its answers, and a clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from bot.discord_bot.store import ConversationStore
from corpus.types import ArticleInfo, Passage, Span
from retrieval.types import Answer, AnswerSentence, Citation, Filters, Hit, IndexInfo, Quote

KEY = bytes(range(32))
ANN, BOB, CARL = 111_111_111_111_111_111, 222_222_222_222_222_222, 333_333_333_333_333_333
HERE, THERE = 444_444_444_444_444_444, 555_555_555_555_555_555
MESSAGE = 666_666_666_666_666_666
START = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
INDEX = IndexInfo("g1", datetime(2024, 1, 1, tzinfo=UTC), articles=1, passages=1, newest_published=date(2021, 10, 7))
INFO = ArticleInfo("a1", "0" * 64, "Talks — “soon”", "The Times", "https://example.org/a", date(2021, 10, 7), "url")


def answered(question: str = "Where?", text: str = "Talks began in Moscow.", resolved: str | None = None) -> Answer:
    quote = Quote(text, 5, 5 + len(text), (Span(6, 9),))
    citations = tuple(Citation(number, quote, INFO, "a1@0-22", 0.5, number) for number in (1, 2))
    sentences = (AnswerSentence(text, (1, 2)),)
    return Answer(question, "answered", "reader", sentences, citations, 0.9, INDEX, resolved_question=resolved)


def not_found(question: str = "Why?") -> Answer:
    hit = Hit(1, Passage("a1@0-4", "a1", 0, 4, "Talk", ()), INFO, 0.25)
    filters = Filters(since=date(2021, 1, 1), outlet="The Times")
    return Answer(question, "not_found", "reader", (), (), 0.1, INDEX, filters, nearest=(hit,), undated_left_out=2)


class Clock:
    """A minute passes with each look."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


def opened(file: Path, key: bytes = KEY) -> ConversationStore:
    return ConversationStore(file, key, clock=Clock(), busy_s=0.05)
