"""Answers, hits and articles as JSON objects, and a saved answer read back. Keys may be added, never renamed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import date
from typing import Literal

from corpus.dated_words import DatedWords
from corpus.types import Article, ArticleInfo, Passage, PublishedFrom, Span
from retrieval.citing import quote_dates
from retrieval.json_objects import (
    DAY,
    FLAG,
    LIST,
    MOMENT,
    NUMBER,
    NUMBERS,
    TEXT,
    TEXTS,
    WHOLE,
    JsonObject,
    Kind,
    one_of,
    or_null,
)
from retrieval.types import (
    AlsoIn,
    Answer,
    AnswerSentence,
    Check,
    Citation,
    Difference,
    DifferenceKind,
    Filters,
    Hit,
    IndexInfo,
    Json,
    Quote,
    Relation,
    Side,
    Window,
    Writing,
)

_SPANS = Kind("a list of [start, end]", lambda value: tuple(Span(*map(WHOLE.read, item)) for item in LIST.read(value)))
_STATUS = one_of(Literal["answered", "not_found"])
_CHECK = one_of(Check)
_DATE_SOURCE = one_of(PublishedFrom)
_RELATION = one_of(Relation)
_DIFFERENCE = one_of(DifferenceKind)


def answer_to_json(answer: Answer) -> Json:
    """The answer as `ask --json` prints it. Scores have 4 digits, timings 0.1 ms; dates are ISO."""
    return {
        "question": answer.question,
        "resolved_question": answer.resolved_question,
        "unclear": answer.unclear,
        "status": answer.status,
        "answered_by": answer.answered_by,
        "text": answer.text,
        "short_answer": answer.short_answer,
        "confidence": round(answer.confidence, 4),
        "sentences": [
            {
                "text": sentence.text,
                "citations": list(sentence.citations),
                "check": sentence.check,
                "sources": answer.saying(sentence),
                "together": sentence.together,
            }
            for sentence in answer.sentences
        ],
        "citations": [_citation_to_json(citation) for citation in answer.citations],
        "differences": [_difference_to_json(answer)] if answer.difference else [],
        "nearest": [hit_to_json(hit) for hit in answer.nearest],
        "writing": asdict(answer.writing) if answer.writing else None,
        "usage": dict(answer.usage) if answer.usage is not None else None,
        "index": index_to_json(answer.index),
        "timings_ms": {name: round(ms, 1) for name, ms in answer.timings_ms.items()},
        "filters": filters_to_json(answer.limits),
        "left_out_undated": answer.undated_left_out,
        "window": _window_to_json(answer.window) if answer.window else None,
        "newest_quote": _iso(answer.newest_quote),
        "withdrawn": list(answer.withdrawn),
    }


def hit_to_json(hit: Hit) -> Json:
    """A hit of `search --json`; `published_from` and `article_sha256` let anyone date and check it."""
    return {
        "rank": hit.rank,
        "passage_id": hit.passage.id,
        **_article_keys(hit.article),
        "text": hit.passage.text,
        "start": hit.passage.start,
        "end": hit.passage.end,
        "score": round(hit.score, 4),
        "article_sha256": hit.article.sha256,
    }


def index_to_json(index: IndexInfo) -> Json:
    """What is served, as it stands in answers, searches and `status`."""
    return {
        "generation": index.generation,
        "built_at": index.built_at.isoformat(),
        "articles": index.articles,
        "passages": index.passages,
        "newest_published": _iso(index.newest_published),
    }


def filters_to_json(filters: Filters) -> Json | None:
    """What was looked through, with "as_of" where "until" is the day from which it is looked at; None for all."""
    if not filters:
        return None
    until = _iso(filters.until)
    as_of = until if filters.as_of else None
    return {"since": _iso(filters.since), "until": until, "outlet": filters.outlet, "as_of": as_of}


def article_to_json(article: Article) -> Json:
    """The article as `show --json` prints it: enough for anyone to check a quote."""
    info = article.info
    return {**_article_keys(info), "text": article.text, "sha256": info.sha256, "links": list(article.links)}


def answer_from_json(obj: object) -> Answer:
    """
    The answer that `answer_to_json` wrote, for checking it again. Keys that Dateline does not know are passed over.

    Nothing is believed but the form: whether the sentences hold is for `citing.verify`, which takes the saved "text"
    too. The passages among `nearest` come back without the offsets of their sentences.

    Raises:
        UsageError: a key of the contract is missing or holds something else; one sentence that names it.
    """
    answer = JsonObject.of(obj, "the answer")
    answer.take("text", TEXT)
    window = _window(answer.part("window")) if answer.holds("window") else None
    return Answer(
        question=answer.take("question", TEXT),
        resolved_question=answer.take("resolved_question", or_null(TEXT)),
        unclear=answer.take("unclear", or_null(TEXT), None),
        status=answer.take("status", _STATUS),
        answered_by=answer.take("answered_by", TEXT),
        short_answer=answer.take("short_answer", or_null(TEXT)),
        confidence=answer.take("confidence", NUMBER),
        sentences=tuple(map(_sentence, answer.parts("sentences", "sentence"))),
        citations=tuple(map(_citation, answer.parts("citations", "citation"))),
        nearest=tuple(map(_hit, answer.parts("nearest", "nearest passage"))),
        writing=_writing(answer.part("writing")) if answer.holds("writing") else None,
        usage=answer.part("usage").take_all(WHOLE) if answer.holds("usage") else None,
        index=_index(answer.part("index")),
        timings_ms=answer.part("timings_ms").take_all(NUMBER),
        filters=_filters(answer.part("filters"), window) if answer.holds("filters") else Filters(),
        window=window,
        undated_left_out=answer.take("left_out_undated", WHOLE, 0),
        withdrawn=answer.take("withdrawn", TEXTS, ()),
        difference=_difference(answer.parts("differences", "difference")) if answer.holds("differences") else None,
    )


def _citation_to_json(citation: Citation) -> Json:
    quote = citation.quote
    return {
        "number": citation.number,
        **_article_keys(citation.article),
        "passage_id": citation.passage_id,
        "quote": quote.text,
        "start": quote.start,
        "end": quote.end,
        "article_sha256": citation.article.sha256,
        "score": round(citation.score, 4),
        "quote_dates": [_dated_words_to_json(words) for words in quote_dates(citation)],
        "emphasis": [list(span) for span in quote.emphasis],
        "source": citation.source,
        "also_in": [{**_article_keys(one.article), "relation": one.relation} for one in citation.also_in],
    }


def _difference_to_json(answer: Answer) -> Json:
    assert answer.difference
    sides = [{"value": side.value, "citations": list(side.citations)} for side in answer.difference.sides]
    return {"kind": answer.difference.kind, "sides": sides, "supersedes": answer.superseded}


def _dated_words_to_json(words: DatedWords) -> Json:
    """Offsets are the article's, as the citation's own; a single day is "date", more are "from" and "to", inclusive."""
    one_day = words.first == words.last
    days = {"date": _iso(words.first)} if one_day else {"from": _iso(words.first), "to": _iso(words.last)}
    return {"text": words.text, "start": words.start, "end": words.end, **days}


def _article_keys(info: ArticleInfo) -> Json:
    return {
        "article_id": info.id,
        "title": info.title,
        "outlet": info.outlet,
        "url": info.url,
        "published": _iso(info.published),
        "published_from": info.published_from,
    }


def _window_to_json(window: Window) -> Json:
    return {
        "text": window.text,
        "since": _iso(window.since),
        "until": _iso(window.until),
        "kept": window.kept,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _sentence(obj: JsonObject) -> AnswerSentence:
    return AnswerSentence(
        obj.take("text", TEXT),
        obj.take("citations", NUMBERS),
        obj.take("check", _CHECK),
        together=obj.take("together", FLAG, False),
    )


def _writing(obj: JsonObject) -> Writing:
    return Writing(
        model=obj.take("model", TEXT),
        fallback=obj.take("fallback", or_null(TEXT), None),
        cut=obj.take("cut", or_null(TEXT), None),
        dropped=obj.take("dropped", TEXTS, ()),
        passages_left_out=obj.take("passages_left_out", WHOLE, 0),
        turns_left_out=obj.take("turns_left_out", WHOLE, 0),
        withheld=obj.take("withheld", WHOLE, 0),
        estimated=obj.take("estimated", FLAG, False),
    )


def _filters(obj: JsonObject, window: Window | None) -> Filters:
    """What was given with the question: without the window that its own words added."""
    given = Filters(
        since=obj.take("since", or_null(DAY), None),
        until=obj.take("until", or_null(DAY), None),
        outlet=obj.take("outlet", or_null(TEXT), None),
        as_of=obj.holds("as_of"),
    )
    return replace(given, since=None, until=None) if window and window.kept else given


def _window(obj: JsonObject) -> Window:
    return Window(
        text=obj.take("text", TEXT),
        since=obj.take("since", or_null(DAY)),
        until=obj.take("until", or_null(DAY)),
        kept=obj.take("kept", FLAG),
    )


def _difference(differences: Sequence[JsonObject]) -> Difference | None:
    """The first: no answer has more."""
    for obj in differences:
        sides = (Side(side.take("value", TEXT), side.take("citations", NUMBERS)) for side in obj.parts("sides", "side"))
        return Difference(obj.take("kind", _DIFFERENCE), tuple(sides))
    return None


def _citation(obj: JsonObject) -> Citation:
    return Citation(
        number=obj.take("number", WHOLE),
        quote=Quote(
            text=obj.take("quote", TEXT),
            start=obj.take("start", WHOLE),
            end=obj.take("end", WHOLE),
            emphasis=obj.take("emphasis", _SPANS, ()),
        ),
        article=_article(obj, sha256=obj.take("article_sha256", TEXT)),
        passage_id=obj.take("passage_id", TEXT),
        score=obj.take("score", NUMBER),
        source=obj.take("source", WHOLE, 1),  # who did not look for copies has counted no sources
        also_in=tuple(map(_also_in, obj.parts("also_in", "other article"))) if obj.holds("also_in") else (),
    )


def _also_in(obj: JsonObject) -> AlsoIn:
    return AlsoIn(_article(obj, sha256=""), obj.take("relation", _RELATION))


def _hit(obj: JsonObject) -> Hit:
    article = _article(obj, sha256=obj.take("article_sha256", TEXT, ""))
    passage = Passage(
        id=obj.take("passage_id", TEXT),
        article_id=article.id,
        start=obj.take("start", WHOLE),
        end=obj.take("end", WHOLE),
        text=obj.take("text", TEXT),
        sentences=(),
    )
    return Hit(obj.take("rank", WHOLE), passage, article, obj.take("score", NUMBER))


def _article(obj: JsonObject, sha256: str) -> ArticleInfo:
    return ArticleInfo(
        id=obj.take("article_id", TEXT),
        sha256=sha256,
        title=obj.take("title", or_null(TEXT)),
        outlet=obj.take("outlet", or_null(TEXT)),
        url=obj.take("url", or_null(TEXT)),
        published=obj.take("published", or_null(DAY)),
        published_from=obj.take("published_from", or_null(_DATE_SOURCE), None),
    )


def _index(obj: JsonObject) -> IndexInfo:
    return IndexInfo(
        generation=obj.take("generation", TEXT),
        built_at=obj.take("built_at", MOMENT),
        articles=obj.take("articles", WHOLE),
        passages=obj.take("passages", WHOLE),
        newest_published=obj.take("newest_published", or_null(DAY)),
    )
