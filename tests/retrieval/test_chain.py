"""The chain on the shipped articles: what leaves it is proved, timed and seen by LangChain."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from langchain_core.callbacks import BaseCallbackHandler

from bot.assembly import Dateline, assemble
from config.errors import IndexMissing, UsageError
from config.settings import Settings
from corpus.types import Span
from retrieval.chain import AnswerChain
from retrieval.citing import verify
from retrieval.index import Index
from retrieval.types import NO_FILTERS, Evidence, Filters, Hit, Question, Quote, Reading, Turn, Window

ENVOY = Question("Who is the Kremlin's envoy to Afghanistan?")


class Inventor:
    """A reader that quotes what no article says, beside what one does."""

    name = "inventor"

    def read(self, question: str, hits: list[Hit], index: Index) -> Reading:
        hit = hits[0]
        real = Span(*hit.passage.sentences[0])
        text = hit.passage.text[real.start - hit.passage.start : real.end - hit.passage.start]
        invented = Quote("Nobody ever said this.", real.start, real.start + 22)
        pieces = (Evidence((invented,), (hit,), 2.0), Evidence((Quote(text, real.start, real.end),), (hit,), 1.0))
        return Reading(pieces, 0.9, short_answer="Nobody")

    def rerank(self, question: str, hits: list[Hit], index: Index) -> list[Hit]:
        return hits


def test_every_citation_of_an_answer_is_proved(shipped: Dateline) -> None:
    answer = shipped.chain.invoke(ENVOY)
    findings = verify(answer, shipped.find_article, text=answer.text)
    assert findings
    assert {finding.status for finding in findings} == {"proved"}


def test_an_invented_quote_never_leaves_the_chain(shipped: Dateline) -> None:
    chain = AnswerChain(shipped.archive, shipped.searcher, Inventor(), 10)
    answer = chain.invoke(ENVOY)
    assert "Nobody" not in answer.text
    assert answer.short_answer is None
    assert [citation.number for citation in answer.citations] == [1]


def test_nothing_found_is_an_answer_with_the_nearest_passages(shipped: Dateline) -> None:
    answer = shipped.chain.invoke(Question("Who won the 2018 FIFA World Cup?"))
    assert (answer.status, answer.sentences, answer.citations) == ("not_found", (), ())
    assert len(answer.nearest) == 3


def test_a_filter_that_nothing_passes_is_no_error(shipped: Dateline) -> None:
    answer = shipped.chain.invoke(Question(ENVOY.text, filters=Filters(outlet="Nobody's Gazette")))
    assert (answer.status, answer.nearest, answer.confidence) == ("not_found", (), 0.0)


def test_a_time_in_the_question_limits_what_it_is_answered_from(shipped: Dateline) -> None:
    answer = shipped.chain.invoke(Question(f"{ENVOY.text[:-1]} in October 2021?"))
    assert answer.window == Window("in October 2021", date(2021, 10, 1), date(2021, 10, 31), kept=True)
    assert (answer.limits.since, answer.limits.until, answer.filters) == (
        date(2021, 10, 1),
        date(2021, 10, 31),
        NO_FILTERS,
    )
    assert {one.article.id for one in answer.citations} == {"000_fb3d9519ca0be116"}
    assert answer.undated_left_out == 1


def test_a_time_that_is_asked_about_and_not_published_in_loses_no_answer(shipped: Dateline) -> None:
    asked = "How many partner countries attended the first round of consultations in April 2017?"
    answer = shipped.chain.invoke(Question(asked))
    assert answer.short_answer == "11"
    assert answer.window == Window("in April 2017", date(2017, 4, 1), date(2017, 4, 30), kept=False)
    assert (answer.limits, answer.undated_left_out) == (NO_FILTERS, 0)


def test_a_time_in_the_question_gives_way_to_the_one_that_is_set(shipped: Dateline) -> None:
    answer = shipped.chain.invoke(
        Question(f"{ENVOY.text[:-1]} in October 2021?", filters=Filters(until=date(2020, 1, 1)))
    )
    assert (answer.status, answer.window, answer.limits) == ("not_found", None, Filters(until=date(2020, 1, 1)))


def test_a_follow_up_is_searched_with_what_came_before(shipped: Dateline) -> None:
    before = Turn("When did the first round of the Moscow format take place?")
    answer = shipped.chain.invoke(Question("And the second one?", (before,)))
    assert answer.question == "And the second one?"
    assert answer.resolved_question == "When did the second round of the Moscow format take place?"


def test_a_question_that_means_nothing_without_an_earlier_one_is_not_guessed_at(shipped: Dateline) -> None:
    answer = shipped.chain.invoke(Question("What did he say about aid?"))
    assert (answer.status, answer.unclear, answer.nearest, answer.resolved_question) == ("not_found", "he", (), None)
    assert answer.timings_ms.keys() == {"total"}
    known = shipped.chain.invoke(Question("What did he say about aid?", (Turn(ENVOY.text, "Zamir Kabulov."),)))
    assert (known.unclear, known.resolved_question) == (None, "What did Zamir Kabulov say about aid?")


def test_the_parts_of_an_answer_are_timed(shipped: Dateline) -> None:
    timings = shipped.chain.invoke(ENVOY).timings_ms
    assert timings.keys() == {"total", "embed", "search", "read", "cite"}
    assert timings["embed"] <= timings["search"] <= timings["total"]


def test_callbacks_see_the_run(shipped: Dateline) -> None:
    class Watcher(BaseCallbackHandler):
        def __init__(self) -> None:
            self.runs: list[str] = []

        def on_chain_start(self, serialized: Any, inputs: Any, *, run_id: UUID, **kwargs: Any) -> None:
            self.runs.append(kwargs["name"])

    watcher = Watcher()
    shipped.chain.invoke(ENVOY, {"callbacks": [watcher]})
    assert watcher.runs == ["AnswerChain"]


def test_it_composes_with_other_runnables(shipped: Dateline) -> None:
    texts = (shipped.chain | (lambda answer: answer.text)).batch([ENVOY, ENVOY])
    assert texts[0] == texts[1]
    assert "Kabulov" in texts[0]


def test_an_empty_question_is_refused(shipped: Dateline) -> None:
    with pytest.raises(UsageError):
        shipped.chain.invoke(Question("  "))


def test_without_an_index_it_says_so(settings: Settings) -> None:
    with assemble(settings) as dateline, pytest.raises(IndexMissing):
        dateline.chain.invoke(ENVOY)
