"""The retrieval chain: a question in, a proved answer out."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from langchain_core.callbacks import CallbackManagerForChainRun
from langchain_core.runnables import Runnable, RunnableConfig

from config.errors import DataFolderUnusable, ServiceError
from retrieval import citing, conversation, questions
from retrieval.copies import cite_earliest
from retrieval.index import Archive, Index
from retrieval.newest import newest_first, wants_newest
from retrieval.reader.reading import Reader
from retrieval.search import Searcher
from retrieval.timing import Stopwatch
from retrieval.types import Answer, Evidence, Filters, Hit, Question, Reading, Window, Writing, within
from retrieval.windows import window_in, without

if TYPE_CHECKING:  # nobody who has no language model set imports what it takes
    from retrieval.llm.service import Errand
    from retrieval.writing.author import Author
    from retrieval.writing.writer import Written

log = logging.getLogger("dateline.llm")

NEAREST = 3
"""Passages that are offered when the archive does not hold the answer."""


class AnswerChain(Runnable[Question, Answer]):
    """
    Resolve, search, read, with a language model write, cite. Safe to use from several threads.

    `reads` is how many passages the reader gets. Without an `author` the answer is read out of the articles.
    """

    def __init__(
        self, archive: Archive, searcher: Searcher, reader: Reader, reads: int, author: Author | None = None
    ) -> None:
        self._archive = archive
        self._searcher = searcher
        self._reader = reader
        self._reads = reads
        self._author = author

    def invoke(
        self,
        input: Question,
        config: RunnableConfig | None = None,
        *,
        cancelled: threading.Event | None = None,
        **kwargs: Any,
    ) -> Answer:
        """
        The answer to `input`, every sentence of it proved, or "not_found" with the nearest passages.

        Raises:
            UsageError: the question cannot be used as given.
            IndexStateError: nothing can be served.
            Cancelled: as `stream`.
        """
        # A bare call would emit no run, and callbacks and tracing would see nothing.

        def last(question: Question, run_manager: CallbackManagerForChainRun, config: RunnableConfig) -> Answer:
            *_, answer = self._answers(question, config, cancelled)
            return answer

        return self._call_with_config(last, input, config, **kwargs)

    def stream(
        self,
        input: Question,
        config: RunnableConfig | None = None,
        *,
        cancelled: threading.Event | None = None,
        **kwargs: Any,
    ) -> Iterator[Answer]:
        """
        Drafts as a language model writes the answer, each longer by a proved sentence, and in the end the answer.

        Without a language model there is no draft. Once `cancelled` is set, or the iterator is closed, the model is not
        waited for any more.

        Raises:
            Cancelled: `cancelled` was set. Besides as `invoke`.
        """

        def each(
            asked: Iterator[Question], run_manager: CallbackManagerForChainRun, config: RunnableConfig
        ) -> Iterator[Answer]:
            for question in asked:
                yield from self._answers(question, config, cancelled)

        return self._transform_stream_with_config(iter([input]), each, config, **kwargs)

    def _answers(
        self, question: Question, config: RunnableConfig, cancelled: threading.Event | None
    ) -> Iterator[Answer]:
        watch = Stopwatch()
        text = questions.checked(question.text)
        question = replace(question, text=text)
        errand = self._author.errand(config, cancelled) if self._author else None
        with self._archive.reading() as index:
            understood = self._understood(question, errand, watch)
            if understood.unclear:
                unclear = self._not_searched(question, understood.unclear, index)
                yield replace(unclear, timings_ms=watch.read())
                return
            resolved = understood.resolved
            asked = resolved or text
            window = None if question.filters.windowed else window_in(text)  # not one that another question had
            if window:
                hits, reading = self._found(without(asked, window), within(question.filters, window), index, watch)
                window = replace(window, kept=bool(reading.evidence))
            if window is None or not window.kept:
                hits, reading = self._found(asked, question.filters, index, watch)
            found = _Found(question, asked, resolved, window, tuple(hits), reading)
            if self._author and errand:
                try:
                    for answer in self._written(found, index, self._author, errand, watch):
                        yield replace(answer, timings_ms=watch.read())
                finally:
                    self._author.tell(errand)
                return
            with watch.lap("cite"):
                answer = found.read(self._reader.name, index)
        yield replace(answer, timings_ms=watch.read())

    def _written(
        self, found: _Found, index: Index, author: Author, errand: Errand, watch: Stopwatch
    ) -> Iterator[Answer]:
        """The answer of a language model as it grows; what was read out of the articles where it has none."""
        with watch.lap("suspect"):
            suspected = author.suspects(found.hits, index)
            found = replace(found, reading=author.cleared(found.reading, suspected), suspected=suspected)
        writing = Writing(author.name, withheld=len(suspected))
        try:
            for written in watch.each("write", author.write(found, index, errand)):
                writing = written.writing
                answer = found.written(written, author.name, errand, index)
                if answer.sentences:
                    yield replace(answer, draft=not written.done)
            if answer.sentences:
                return
            if not (suspected and found.reading.evidence):
                yield answer
                return
            reason = f"{author.name} was not shown an article that may answer this, for it is addressed to machines"
        except ServiceError as error:
            reason = str(error)
        except DataFolderUnusable as error:
            log.warning("%s", error)
            reason = f"{author.name} is not asked, because its tokens cannot be counted"
        answer = found.read(self._reader.name, index)
        writing = replace(writing, fallback=reason, estimated=errand.estimated)
        yield replace(answer, writing=writing, usage=errand.usage)

    def _understood(self, question: Question, errand: Errand | None, watch: Stopwatch) -> conversation.Understood:
        """What the question means, by the model where there is something before it, else by the local rules."""
        if self._author and errand and question.history:
            try:
                with watch.lap("rewrite"):
                    rewritten = self._author.rewrite(question.text, question.history, errand)
                if rewritten != question.text:
                    return conversation.Understood(rewritten)
                # Where it stands alone for the model, the local rules may still see what it goes on from.
            except (ServiceError, DataFolderUnusable):
                pass  # the local rules do, and if the model fails again, the answer says so
        return conversation.understand(question.text, question.history)

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


@dataclass(frozen=True, slots=True)
class _Found:
    """
    One question with all that was found for it, to be made into answers; `asked` is the question as it is understood.

    Passages of `suspected` articles are not even offered as near.
    """

    question: Question
    asked: str
    resolved: str | None
    window: Window | None
    hits: tuple[Hit, ...]
    reading: Reading
    suspected: frozenset[str] = frozenset()

    def read(self, by: str, index: Index) -> Answer:
        """What was read out of the articles."""
        read = self.reading
        return self._cited(read.evidence, by, read.short_answer, read.confidence, index)

    def written(self, written: Written, by: str, errand: Errand, index: Index) -> Answer:
        """What a model has written."""
        answer = self._cited(written.evidence, by, written.short_answer, written.confidence, index)
        return replace(answer, writing=written.writing, usage=errand.usage)

    def _cited(
        self, found: tuple[Evidence, ...], by: str, short_answer: str | None, confidence: float, index: Index
    ) -> Answer:
        question, window = self.question, self.window
        limits = within(question.filters, window) if window and window.kept else question.filters
        evidence = cite_earliest(found, index, limits)
        sentences, citations = citing.cite(evidence)
        answer = Answer(
            question=question.text,
            resolved_question=self.resolved,
            status="answered" if sentences else "not_found",
            answered_by=by,
            sentences=sentences,
            citations=citations,
            short_answer=short_answer,
            confidence=confidence,
            index=index.info,
            filters=question.filters,
            window=window,
            difference=citing.difference(self.reading.differs_in, evidence, sentences),
            undated_left_out=undated_left_out(limits, index),
        )
        proved = citing.keep_proved(answer, index.article)
        return proved if proved.sentences else replace(proved, nearest=self._nearest())

    def _nearest(self) -> tuple[Hit, ...]:
        near = [one.hit for one in self.reading.passages] or self.hits
        return tuple([hit for hit in near if hit.article.id not in self.suspected][:NEAREST])


def undated_left_out(filters: Filters, index: Index) -> int:
    """How many articles `filters` leave out because nobody knows when they were published."""
    return index.articles.undated(filters.outlet) if filters.windowed else 0
