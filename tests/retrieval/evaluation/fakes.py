"""A system with scripted answers and hits, and short ways to write them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from corpus.types import Article, ArticleInfo, Passage
from retrieval.types import Answer, AnswerSentence, Citation, Hit, IndexInfo, Question, Quote, Reading, ReadPassage

INDEX = IndexInfo("g1", datetime(2024, 1, 1, tzinfo=UTC), articles=1, passages=1, newest_published=None)


def article(text: str, article_id: str = "a") -> Article:
    return Article(ArticleInfo(article_id, sha256="0" * 64), text)


def citation(quote: str, number: int = 1, article_id: str = "a", start: int = 0) -> Citation:
    return Citation(
        number, Quote(quote, start, start + len(quote)), ArticleInfo(article_id, sha256="0" * 64), "p", 0.5, number
    )


def answered(*quotes: str, confidence: float = 0.9, short_answer: str | None = None) -> Answer:
    citations = tuple(citation(quote, number) for number, quote in enumerate(quotes, start=1))
    sentences = tuple(AnswerSentence(each.quote.text, (each.number,)) for each in citations)
    return Answer("", "answered", "reader", sentences, citations, confidence, INDEX, short_answer=short_answer)


def not_found(confidence: float = 0.1, resolved_question: str | None = None) -> Answer:
    return Answer("", "not_found", "reader", (), (), confidence, INDEX, resolved_question=resolved_question)


def hits(*passages: tuple[str, str]) -> tuple[Hit, ...]:
    """Hits of (article id, passage text), the best first."""
    return tuple(
        Hit(rank, Passage(f"p{rank}", name, 0, len(text), text, ()), ArticleInfo(name, sha256="0" * 64), 1 / rank)
        for rank, (name, text) in enumerate(passages, start=1)
    )


def reading(*rows: tuple[str, str], confidence: float = 0.1) -> Reading:
    """A reading of (passage text, its best sentence), the likeliest to answer first."""
    found = hits(*((f"a{place}", passage) for place, (passage, _) in enumerate(rows)))
    return Reading(
        (),
        confidence,
        passages=tuple(
            ReadPassage(
                hit, Quote(sentence, start := max(passage.find(sentence), 0), start + len(sentence)), 1 / hit.rank
            )
            for hit, (passage, sentence) in zip(found, rows, strict=True)
        ),
    )


@dataclass
class ScriptedSystem:
    """Answers and finds by the question's text, refuses and finds nothing otherwise, and keeps what it was shown."""

    answers: Mapping[str, Answer] = field(default_factory=dict)
    found: Mapping[str, Sequence[Hit]] = field(default_factory=dict)
    readings: Mapping[str, Reading] = field(default_factory=dict)
    asked: list[Question] = field(default_factory=list)
    searched: list[tuple[str, int]] = field(default_factory=list)

    def ask(self, question: Question) -> Answer:
        self.asked.append(question)
        return self.answers.get(question.text, not_found())

    def search(self, text: str, k: int) -> Sequence[Hit]:
        self.searched.append((text, k))
        return self.found.get(text, ())[:k]

    def read(self, text: str) -> Reading:
        return self.readings.get(text, Reading((), 0.0))
