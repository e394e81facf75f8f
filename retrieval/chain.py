"""The retrieval chain: a question in, a proved answer out."""

from __future__ import annotations

from dataclasses import replace

from langchain_core.runnables import Runnable, RunnableConfig

from retrieval import citing, conversation, questions
from retrieval.copies import cite_earliest
from retrieval.index import Archive, Index
from retrieval.newest import newest_first, wants_newest
from retrieval.reader.reading import Reader
from retrieval.search import Searcher
from retrieval.timing import Stopwatch
from retrieval.types import Answer, Filters, Hit, Question, Reading, Window, within
from retrieval.windows import window_in, without

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
            understood = conversation.understand(text, question.history)
            if understood.unclear:
                answer = self._not_searched(replace(question, text=text), understood.unclear, index)
                return replace(answer, timings_ms=watch.read())
            resolved = understood.resolved
            asked = resolved or text
            window = None if question.filters.windowed else window_in(text)  # not one that another question had
            if window:
                hits, reading = self._found(without(asked, window), within(question.filters, window), index, watch)
                window = replace(window, kept=bool(reading.evidence))
            if window is None or not window.kept:
                hits, reading = self._found(asked, question.filters, index, watch)
            with watch.lap("cite"):
                answer = self._cite(replace(question, text=text), resolved, window, reading, hits, index)
        return replace(answer, timings_ms=watch.read())

    def _not_searched(self, question: Question, unclear: str, index: Index) -> Answer:
        """What a question gets in which a word means nothing that was said: no answer to a guess."""
        return Answer(
            question=question.text,
            status="not_found",
            answered_by=self._reader.name,
            sentences=(),
            citations=(),
            confidence=0.0,
            index=index.info,
            filters=question.filters,
            unclear=unclear,
        )

    def _found(self, asked: str, filters: Filters, index: Index, watch: Stopwatch) -> tuple[list[Hit], Reading]:
        with watch.lap("search"):
            hits = self._searcher.search(index, asked, self._reads, filters, watch=watch)
        with watch.lap("read"):
            reading = self._reader.read(asked, hits, index)
        return hits, newest_first(reading) if wants_newest(asked) else reading

    def _cite(
        self,
        question: Question,
        resolved: str | None,
        window: Window | None,
        reading: Reading,
        hits: list[Hit],
        index: Index,
    ) -> Answer:
        limits = within(question.filters, window) if window and window.kept else question.filters
        evidence = cite_earliest(reading.evidence, index, limits)
        sentences, citations = citing.cite(evidence)
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
            window=window,
            difference=citing.difference(reading.differs_in, evidence, sentences),
            undated_left_out=undated_left_out(limits, index),
        )
        proved = citing.keep_proved(answer, index.article)
        nearest = [one.hit for one in reading.passages] or hits
        return proved if proved.sentences else replace(proved, nearest=tuple(nearest[:NEAREST]))


def undated_left_out(filters: Filters, index: Index) -> int:
    """How many articles `filters` leave out because nobody knows when they were published."""
    return index.articles.undated(filters.outlet) if filters.windowed else 0
