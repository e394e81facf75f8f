"""The retrieval chain: a question in, a proved answer out."""

from __future__ import annotations

from dataclasses import replace

from langchain_core.runnables import Runnable, RunnableConfig

from retrieval import citing, conversation, questions
from retrieval.index import Archive, Index
from retrieval.reader.reading import Reader
from retrieval.search import Searcher
from retrieval.timing import Stopwatch
from retrieval.types import Answer, Hit, Question, Reading

NEAREST = 3
"""Passages that are offered when the archive does not hold the answer."""


class AnswerChain(Runnable[Question, Answer]):
    """
    Resolve, search, read, cite. Safe to use from several threads.

    `reads` is how many passages the reader gets.
    """

    def __init__(self, archive: Archive, searcher: Searcher, reader: Reader, reads: int) -> None:
        self._archive = archive
        self._searcher = searcher
        self._reader = reader
        self._reads = reads

    def invoke(self, input: Question, config: RunnableConfig | None = None, **kwargs: object) -> Answer:
        """
        The answer to `input`, every sentence of it proved, or "not_found" with the nearest passages.

        Raises:
            UsageError: the question cannot be used as given.
            IndexStateError: nothing can be served.
        """
        # A bare call would emit no run, and callbacks and tracing would see nothing.
        return self._call_with_config(self._answer, input, config)

    def _answer(self, question: Question) -> Answer:
        watch = Stopwatch()
        text = questions.checked(question.text)
        with self._archive.reading() as index:
            resolved = conversation.resolve(text, question.history)
            with watch.lap("search"):
                hits = self._searcher.search(index, resolved or text, self._reads, question.filters, watch=watch)
            with watch.lap("read"):
                reading = self._reader.read(resolved or text, hits, index)
            with watch.lap("cite"):
                answer = self._cite(replace(question, text=text), resolved, reading, hits, index)
        return replace(answer, timings_ms=watch.read())

    def _cite(
        self, question: Question, resolved: str | None, reading: Reading, hits: list[Hit], index: Index
    ) -> Answer:
        sentences, citations = citing.cite(reading.evidence)
        answer = Answer(
            question=question.text,
            resolved_question=resolved,
            status="answered" if sentences else "not_found",
            answered_by=self._reader.name,
            sentences=sentences,
            citations=citations,
            short_answer=reading.short_answer,
            confidence=reading.confidence,
            index=index.info,
            filters=question.filters,
            undated_left_out=index.articles.undated(question.filters.outlet) if question.filters.windowed else 0,
        )
        proved = citing.keep_proved(answer, index.article)
        nearest = [one.hit for one in reading.passages] or hits
        return proved if proved.sentences else replace(proved, nearest=tuple(nearest[:NEAREST]))
