"""What `serialise` claims: the keys of the contract, and an answer that comes back from JSON as it went."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from config.errors import UsageError
from corpus.types import Article, ArticleInfo, Passage, Span
from retrieval.citing import verify
from retrieval.serialise import answer_from_json, answer_to_json, article_to_json, hit_to_json, index_to_json
from retrieval.types import (
    AlsoIn,
    Answer,
    AnswerSentence,
    Citation,
    Difference,
    Filters,
    Hit,
    IndexInfo,
    Quote,
    Side,
    Window,
)

TEXT = "The second round of the consultations was held in Moscow on September 4, 2018."
ARTICLE = Article(
    ArticleInfo(
        id="rounds",
        sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
        outlet="The Moscow Times",
        published=date(2021, 10, 7),
        published_from="url",
    ),
    TEXT,
    links=("https://example.org/7",),
)
PASSAGE = Passage("rounds:0", "rounds", 0, len(TEXT), TEXT, (Span(0, len(TEXT)),))
HIT = Hit(1, PASSAGE, ARTICLE.info, score=0.123456)
INDEX = IndexInfo("g1", datetime(2021, 10, 8, 6, 30, tzinfo=UTC), articles=2, passages=14, newest_published=None)
ANSWER = Answer(
    question="And the second one?",
    resolved_question="When did the second round take place?",
    status="answered",
    answered_by="reader",
    sentences=(AnswerSentence(TEXT, (1,)),),
    citations=(Citation(1, Quote(TEXT, 0, len(TEXT), (Span(60, 77),)), ARTICLE.info, "rounds:0", 0.87654321, 1),),
    confidence=0.93456,
    index=INDEX,
    filters=Filters(since=date(2021, 1, 1)),
    short_answer="September 4, 2018",
    undated_left_out=3,
    usage={"input_tokens": 7},
    timings_ms={"total": 31.0499, "embed": 4.96},
)
NOT_FOUND = replace(
    ANSWER,
    status="not_found",
    resolved_question=None,
    short_answer=None,
    sentences=(),
    citations=(),
    nearest=(HIT,),
    filters=Filters(),
    usage=None,
)


def saved(answer: Answer = ANSWER) -> Any:
    """The answer as another program reads it from a file."""
    return json.loads(json.dumps(answer_to_json(answer)))


def test_an_answer_has_the_keys_of_the_contract_and_rounded_figures() -> None:
    assert saved() == {
        "question": "And the second one?",
        "resolved_question": "When did the second round take place?",
        "unclear": None,
        "status": "answered",
        "answered_by": "reader",
        "text": TEXT + " [1]",
        "short_answer": "September 4, 2018",
        "confidence": 0.9346,
        "sentences": [{"text": TEXT, "citations": [1], "check": "verbatim", "sources": 1, "together": False}],
        "citations": [
            {
                "number": 1,
                "article_id": "rounds",
                "title": None,
                "outlet": "The Moscow Times",
                "url": None,
                "published": "2021-10-07",
                "published_from": "url",
                "passage_id": "rounds:0",
                "quote": TEXT,
                "start": 0,
                "end": 78,
                "article_sha256": ARTICLE.info.sha256,
                "score": 0.8765,
                "quote_dates": [{"text": "September 4, 2018", "start": 60, "end": 77, "date": "2018-09-04"}],
                "emphasis": [[60, 77]],
                "source": 1,
                "also_in": [],
            }
        ],
        "differences": [],
        "nearest": [],
        "writing": None,
        "usage": {"input_tokens": 7},
        "index": {
            "generation": "g1",
            "built_at": "2021-10-08T06:30:00+00:00",
            "articles": 2,
            "passages": 14,
            "newest_published": None,
        },
        "timings_ms": {"total": 31.0, "embed": 5.0},
        "filters": {"since": "2021-01-01", "until": None, "outlet": None, "as_of": None},
        "left_out_undated": 3,
        "window": None,
        "newest_quote": "2021-10-07",
        "withdrawn": [],
    }


def test_words_that_mean_a_day_stand_at_their_place_in_the_article_and_more_days_are_from_and_to() -> None:
    text = "He said Thursday that talks were held last month."
    (cited,) = answer_to_json(replace(ANSWER, citations=(said(text, ARTICLE.info),)))["citations"]
    assert cited["quote_dates"] == [
        {"text": "Thursday", "start": 508, "end": 516, "date": "2021-10-07"},
        {"text": "last month", "start": 538, "end": 548, "from": "2021-09-01", "to": "2021-09-30"},
    ]
    assert cited["quote"] == text


def test_an_article_with_no_day_dates_nothing_not_even_what_it_spells_out() -> None:
    undated = replace(ARTICLE.info, published=None, published_from=None)
    (cited,) = answer_to_json(replace(ANSWER, citations=(said(f"He said Thursday: {TEXT}", undated),)))["citations"]
    assert cited["quote_dates"] == []


def said(text: str, info: ArticleInfo) -> Citation:
    """A quote from the middle of an article."""
    return Citation(1, Quote(text, 500, 500 + len(text)), info, "rounds:0", 0.5, 1)


def test_a_hit_has_the_keys_of_the_contract() -> None:
    assert hit_to_json(HIT) == {
        "rank": 1,
        "passage_id": "rounds:0",
        "article_id": "rounds",
        "title": None,
        "outlet": "The Moscow Times",
        "url": None,
        "published": "2021-10-07",
        "published_from": "url",
        "text": TEXT,
        "start": 0,
        "end": 78,
        "score": 0.1235,
        "article_sha256": ARTICLE.info.sha256,
    }


def test_an_article_carries_all_that_checking_a_quote_takes() -> None:
    shown = article_to_json(ARTICLE)
    assert list(shown) == [
        *("article_id", "title", "outlet", "url", "published", "published_from", "text", "sha256", "links")
    ]
    assert hashlib.sha256(shown["text"].encode()).hexdigest() == shown["sha256"]


def test_an_index_says_when_it_was_built_with_its_zone() -> None:
    assert datetime.fromisoformat(index_to_json(INDEX)["built_at"]) == INDEX.built_at


SUMMER = Window("between May and July 2023", date(2023, 5, 1), date(2023, 7, 31), kept=True)


def test_a_window_that_was_kept_stands_among_the_filters_too_and_one_that_was_not_does_not() -> None:
    named = {"text": "between May and July 2023", "since": "2023-05-01", "until": "2023-07-31"}
    asked = replace(ANSWER, filters=Filters(outlet="RIA"), window=SUMMER)
    assert saved(asked)["window"] == {**named, "kept": True}
    assert saved(asked)["filters"] == {
        "since": "2023-05-01",
        "until": "2023-07-31",
        "outlet": "RIA",
        "as_of": None,
    }
    widened = replace(asked, filters=Filters(), window=replace(SUMMER, kept=False))
    assert saved(widened)["window"] == {**named, "kept": False}
    assert saved(widened)["filters"] is None


def test_a_question_s_own_window_does_not_become_a_filter_of_the_saved_answer() -> None:
    # Follow-ups keep the filters that a person set, and a window is only for the question that says it.
    asked = replace(ANSWER, filters=Filters(outlet="RIA"), window=SUMMER)
    assert answer_from_json(saved(asked)).filters == Filters(outlet="RIA")


def test_the_day_from_which_the_archive_is_looked_at_is_said_beside_the_end_of_the_window() -> None:
    asked = replace(ANSWER, filters=Filters(until=date(2021, 10, 7), as_of=True))
    assert saved(asked)["filters"] == {
        "since": None,
        "until": "2021-10-07",
        "outlet": None,
        "as_of": "2021-10-07",
    }


WITHDRAWN = replace(NOT_FOUND, nearest=(), withdrawn=("rounds", "talks"))


LIMITED = replace(ANSWER, filters=Filters(until=date(2021, 10, 7), as_of=True))
IN_SUMMER = replace(ANSWER, filters=Filters(outlet="RIA"), window=SUMMER)
WIDENED = replace(IN_SUMMER, window=replace(SUMMER, since=None, kept=False))


@pytest.mark.parametrize(
    "answer",
    [ANSWER, NOT_FOUND, WITHDRAWN, LIMITED, IN_SUMMER, WIDENED],
    ids=["answered", "not found", "withdrawn", "as of a day", "a window kept", "a window not kept"],
)
def test_an_answer_comes_back_as_it_went(answer: Answer) -> None:
    read = answer_from_json(saved(answer))
    assert (read.question, read.status, read.text) == (answer.question, answer.status, answer.text)
    assert read.sentences == answer.sentences
    assert [replace(one, score=0) for one in read.citations] == [replace(one, score=0) for one in answer.citations]
    assert (read.limits, read.window) == (answer.limits, answer.window)
    assert (read.filters, read.undated_left_out, read.index) == (answer.filters, 3, INDEX)
    assert (read.withdrawn, read.emptied) == (answer.withdrawn, answer.emptied)
    assert answer_to_json(read) == answer_to_json(answer)


def test_an_answer_that_comes_back_is_proved_again() -> None:
    obj = saved()
    findings = verify(answer_from_json(obj), {"rounds": ARTICLE}.get, text=obj["text"])
    assert [finding.status for finding in findings] == ["proved"]


def test_keys_that_were_added_later_are_passed_over_and_ours_may_be_missing() -> None:
    obj = saved()
    for key in ("filters", "left_out_undated", "window", "newest_quote", "withdrawn"):
        del obj[key]
    obj |= {"id": "q-1", "lineage": []}
    del obj["citations"][0]["emphasis"]
    obj["citations"][0]["heard_on"] = ["RIA"]
    assert answer_from_json(obj).sentences == ANSWER.sentences


WRONG: list[tuple[tuple[str | int, ...], Any, str]] = [
    (("question",), None, '"question" of the answer must be text'),
    (("status",), "maybe", '"status" of the answer must be "answered" or "not_found"'),
    (("confidence",), "high", '"confidence" of the answer must be a number'),
    (("confidence",), float("nan"), '"confidence" of the answer must be a number'),
    (("confidence",), 10**400, '"confidence" of the answer must be a number'),
    (("text",), 7, '"text" of the answer must be text'),
    (("sentences",), {}, '"sentences" of the answer must be a list'),
    (("sentences", 0), "Kabulov", "sentence 1 must be a JSON object"),
    (("sentences", 0, "citations"), [True], '"citations" of sentence 1 must be a list of whole numbers'),
    (
        ("sentences", 0, "check"),
        "trust me",
        '"check" of sentence 1 must be "verbatim" or "supported" or "relocated" or "replaced"',
    ),
    (("citations", 0, "quote"), ["a"], '"quote" of citation 1 must be text'),
    (("citations", 0, "start"), "0", '"start" of citation 1 must be a whole number'),
    (("citations", 0, "start"), 0.5, '"start" of citation 1 must be a whole number'),
    (("citations", 0, "published"), "Thursday", '"published" of citation 1 must be a day like 2021-10-07, or null'),
    (("citations", 0, "published"), 20211007, '"published" of citation 1 must be a day like 2021-10-07, or null'),
    (
        ("citations", 0, "published_from"),
        "file",
        '"published_from" of citation 1 must be "metadata" or "url" or "text", or null',
    ),
    (("citations", 0, "emphasis"), [[1]], '"emphasis" of citation 1 must be a list of [start, end]'),
    (("index",), [], '"index" of the answer must be a JSON object'),
    (
        ("index", "built_at"),
        "2021-10-07T12:00:00",
        '"built_at" of "index" of the answer must be a time with its zone, like 2021-10-07T12:00:00+00:00',
    ),
    (("timings_ms", "total"), "fast", '"total" of "timings_ms" of the answer must be a number'),
    (
        ("window",),
        {"text": "in 2021", "since": None, "until": None, "kept": 1},
        '"kept" of "window" of the answer must be true or false',
    ),
    (("withdrawn",), "rounds", '"withdrawn" of the answer must be a list of texts'),
    (("withdrawn",), [7], '"withdrawn" of the answer must be a list of texts'),
    (("usage",), 7, '"usage" of the answer must be a JSON object'),
]


@pytest.mark.parametrize(("path", "value", "says"), WRONG, ids=[row[2] for row in WRONG])
def test_a_value_of_another_kind_is_named_in_one_sentence(path: tuple[str | int, ...], value: Any, says: str) -> None:
    obj = saved()
    place = obj
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    with pytest.raises(UsageError) as caught:
        answer_from_json(obj)
    assert str(caught.value) == says


@pytest.mark.parametrize("key", ["question", "text", "status", "sentences", "citations", "nearest", "index"])
def test_a_missing_key_is_named(key: str) -> None:
    obj = saved()
    del obj[key]
    with pytest.raises(UsageError, match=f'the answer has no "{key}"'):
        answer_from_json(obj)


@pytest.mark.parametrize("key", ["number", "quote", "start", "end", "article_id", "article_sha256", "published"])
def test_a_missing_key_of_a_citation_is_named(key: str) -> None:
    obj = saved()
    del obj["citations"][0][key]
    with pytest.raises(UsageError, match=f'citation 1 has no "{key}"'):
        answer_from_json(obj)


@pytest.mark.parametrize("given", [None, [], "answer", 7])
def test_what_is_no_object_is_no_answer(given: object) -> None:
    with pytest.raises(UsageError, match="the answer must be a JSON object"):
        answer_from_json(given)


def differing() -> Answer:
    """An answer of two articles that differ, the later first, with a copy of one and a version of the other."""
    old, new = (replace(ARTICLE.info, id=id_, published=date(2021, 10, day)) for id_, day in (("old", 7), ("new", 9)))
    first, second = said("It killed 19.", new), replace(said("It killed 12.", old), number=2, source=2)
    return replace(
        ANSWER,
        sentences=(AnswerSentence("It killed 19.", (1,)), AnswerSentence("It killed 12.", (2,))),
        citations=(
            replace(first, also_in=(AlsoIn(replace(ARTICLE.info, sha256="", authors=(), language=None), "copy"),)),
            replace(second, also_in=(AlsoIn(ArticleInfo("v", "", url="https://v.example/1"), "version"),)),
        ),
        difference=Difference("number", (Side("19", (1,)), Side("12", (2,)))),
    )


def test_what_sources_differ_in_and_where_else_a_quote_stands() -> None:
    obj = saved(differing())
    sides = [{"value": "19", "citations": [1]}, {"value": "12", "citations": [2]}]
    assert obj["differences"] == [{"kind": "number", "sides": sides, "supersedes": True}]
    assert [one["source"] for one in obj["citations"]] == [1, 2]
    assert obj["citations"][1]["also_in"] == [
        {
            "article_id": "v",
            "title": None,
            "outlet": None,
            "url": "https://v.example/1",
            "published": None,
            "published_from": None,
            "relation": "version",
        }
    ]


def test_sources_and_differences_come_back_as_they_were_saved() -> None:
    back = answer_from_json(saved(differing()))
    assert back.difference == differing().difference
    assert [one.also_in for one in back.citations] == [one.also_in for one in differing().citations]
    assert answer_to_json(back) == saved(differing())


def test_an_answer_that_was_saved_before_there_were_sources_is_read() -> None:
    old = saved(differing())
    del old["differences"]
    for one in old["citations"]:
        del one["source"], one["also_in"]
    back = answer_from_json(old)
    assert (back.difference, [one.source for one in back.citations]) == (None, [1, 1])


@pytest.mark.parametrize(
    ("spoil", "said_so"),
    [
        (lambda obj: obj["differences"][0].update(kind="colour"), '"kind" of difference 1 must be "number" or'),
        (lambda obj: obj["differences"][0].pop("sides"), 'difference 1 has no "sides"'),
        (lambda obj: obj["differences"][0]["sides"][0].update(value=19), '"value" of side 1 must be text'),
        (lambda obj: obj["citations"][0].update(source="1"), '"source" of citation 1 must be a whole number'),
        (lambda obj: obj["citations"][0]["also_in"][0].update(relation="twin"), '"relation" of other article 1 must'),
    ],
)
def test_a_source_that_cannot_be_read_is_named(spoil: Callable[[Any], object], said_so: str) -> None:
    obj = saved(differing())
    spoil(obj)
    with pytest.raises(UsageError, match=re.escape(said_so)):
        answer_from_json(obj)


def test_a_difference_with_no_side_is_read_and_written_and_proves_nothing() -> None:
    obj = saved(differing())
    obj["differences"][0]["sides"] = []
    (empty,) = answer_to_json(answer_from_json(obj))["differences"]
    assert empty == {"kind": "number", "sides": [], "supersedes": False}
