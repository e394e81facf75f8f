"""Answers, hits and articles as JSON objects, and a saved answer read back. Keys may be added, never renamed."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any, Generic, Literal, TypeVar, get_args

from config.errors import UsageError
from corpus.types import Article, ArticleInfo, Passage, PublishedFrom, Span
from retrieval.types import Answer, AnswerSentence, Citation, Filters, Hit, IndexInfo, Json, Quote

T = TypeVar("T")


def answer_to_json(answer: Answer) -> Json:
    """The answer as `ask --json` prints it. Scores have 4 digits, timings 0.1 ms; dates are ISO."""
    return {
        "question": answer.question,
        "resolved_question": answer.resolved_question,
        "status": answer.status,
        "answered_by": answer.answered_by,
        "text": answer.text,
        "short_answer": answer.short_answer,
        "confidence": round(answer.confidence, 4),
        "sentences": [
            {"text": sentence.text, "citations": list(sentence.citations), "check": sentence.check}
            for sentence in answer.sentences
        ],
        "citations": [_citation_to_json(citation) for citation in answer.citations],
        "nearest": [hit_to_json(hit) for hit in answer.nearest],
        "usage": dict(answer.usage) if answer.usage is not None else None,
        "index": index_to_json(answer.index),
        "timings_ms": {name: round(ms, 1) for name, ms in answer.timings_ms.items()},
        "filters": _filters_to_json(answer.filters) if answer.filters else None,
        "left_out_undated": answer.undated_left_out,
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
    answer = _Object.of(obj, "the answer")
    answer.take("text", _TEXT)
    filters = answer.part("filters") if answer.holds("filters") else _Object({}, "no filters")
    return Answer(
        question=answer.take("question", _TEXT),
        resolved_question=answer.take("resolved_question", _or_null(_TEXT)),
        status=answer.take("status", _STATUS),
        answered_by=answer.take("answered_by", _TEXT),
        short_answer=answer.take("short_answer", _or_null(_TEXT)),
        confidence=answer.take("confidence", _NUMBER),
        sentences=tuple(map(_sentence, answer.parts("sentences", "sentence"))),
        citations=tuple(map(_citation, answer.parts("citations", "citation"))),
        nearest=tuple(map(_hit, answer.parts("nearest", "nearest passage"))),
        usage=answer.part("usage").take_all(_WHOLE) if answer.holds("usage") else None,
        index=_index(answer.part("index")),
        timings_ms=answer.part("timings_ms").take_all(_NUMBER),
        filters=Filters(
            since=filters.take("since", _or_null(_DAY), None),
            until=filters.take("until", _or_null(_DAY), None),
            outlet=filters.take("outlet", _or_null(_TEXT), None),
        ),
        undated_left_out=answer.take("left_out_undated", _WHOLE, 0),
        withdrawn=answer.take("withdrawn", _TEXTS, ()),
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
        "quote_dates": [],
        "emphasis": [list(span) for span in quote.emphasis],
    }


def _article_keys(info: ArticleInfo) -> Json:
    return {
        "article_id": info.id,
        "title": info.title,
        "outlet": info.outlet,
        "url": info.url,
        "published": _iso(info.published),
        "published_from": info.published_from,
    }


def _filters_to_json(filters: Filters) -> Json:
    return {"since": _iso(filters.since), "until": _iso(filters.until), "outlet": filters.outlet}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _sentence(obj: _Object) -> AnswerSentence:
    return AnswerSentence(obj.take("text", _TEXT), obj.take("citations", _NUMBERS), obj.take("check", _CHECK))


def _citation(obj: _Object) -> Citation:
    return Citation(
        number=obj.take("number", _WHOLE),
        quote=Quote(
            text=obj.take("quote", _TEXT),
            start=obj.take("start", _WHOLE),
            end=obj.take("end", _WHOLE),
            emphasis=obj.take("emphasis", _SPANS, ()),
        ),
        article=_article(obj, sha256=obj.take("article_sha256", _TEXT)),
        passage_id=obj.take("passage_id", _TEXT),
        score=obj.take("score", _NUMBER),
    )


def _hit(obj: _Object) -> Hit:
    article = _article(obj, sha256=obj.take("article_sha256", _TEXT, ""))
    passage = Passage(
        id=obj.take("passage_id", _TEXT),
        article_id=article.id,
        start=obj.take("start", _WHOLE),
        end=obj.take("end", _WHOLE),
        text=obj.take("text", _TEXT),
        sentences=(),
    )
    return Hit(obj.take("rank", _WHOLE), passage, article, obj.take("score", _NUMBER))


def _article(obj: _Object, sha256: str) -> ArticleInfo:
    return ArticleInfo(
        id=obj.take("article_id", _TEXT),
        sha256=sha256,
        title=obj.take("title", _or_null(_TEXT)),
        outlet=obj.take("outlet", _or_null(_TEXT)),
        url=obj.take("url", _or_null(_TEXT)),
        published=obj.take("published", _or_null(_DAY)),
        published_from=obj.take("published_from", _or_null(_DATE_SOURCE), None),
    )


def _index(obj: _Object) -> IndexInfo:
    return IndexInfo(
        generation=obj.take("generation", _TEXT),
        built_at=obj.take("built_at", _MOMENT),
        articles=obj.take("articles", _WHOLE),
        passages=obj.take("passages", _WHOLE),
        newest_published=obj.take("newest_published", _or_null(_DAY)),
    )


@dataclass(frozen=True, slots=True)
class _Kind(Generic[T]):
    """A kind of value: its name after "must be", and how it is read, which raises when the value is another kind."""

    words: str
    read: Callable[[Any], T]


def _exactly(kind: type[T], value: object) -> T:
    if type(value) is not kind:  # not isinstance: true and false are integers to Python
        raise TypeError
    return value


def _finite(value: object) -> float:
    number = float(value if type(value) is int else _exactly(float, value))
    if not math.isfinite(number):
        raise ValueError
    return number


def _moment(value: str) -> datetime:
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise ValueError
    return moment


def _one_of(words: Any) -> _Kind[Any]:
    allowed: tuple[str, ...] = get_args(words)
    return _Kind(" or ".join(f'"{word}"' for word in allowed), lambda value: allowed[allowed.index(value)])


def _or_null(kind: _Kind[T]) -> _Kind[T | None]:
    return _Kind(f"{kind.words}, or null", lambda value: None if value is None else kind.read(value))


_TEXT = _Kind("text", lambda value: _exactly(str, value))
_WHOLE = _Kind("a whole number", lambda value: _exactly(int, value))
_NUMBER = _Kind("a number", _finite)
_DAY = _Kind("a day like 2021-10-07", date.fromisoformat)
_MOMENT = _Kind("a time with its zone, like 2021-10-07T12:00:00+00:00", _moment)
_LIST = _Kind("a list", lambda value: _exactly(list, value))
_OBJECT = _Kind("a JSON object", lambda value: _exactly(dict, value))
_NUMBERS = _Kind("a list of whole numbers", lambda value: tuple(_exactly(int, item) for item in _exactly(list, value)))
_TEXTS = _Kind("a list of texts", lambda value: tuple(_exactly(str, item) for item in _exactly(list, value)))
_SPANS = _Kind(
    "a list of [start, end]", lambda value: tuple(Span(*map(_WHOLE.read, item)) for item in _LIST.read(value))
)
_STATUS = _one_of(Literal["answered", "not_found"])
_CHECK = _one_of(Literal["verbatim"])
_DATE_SOURCE = _one_of(PublishedFrom)


class _Absent(Enum):
    REFUSED = "the key must be there"


@dataclass(frozen=True, slots=True)
class _Object:
    """A JSON object under the name that a person would look for it by: "citation 2"."""

    values: Mapping[str, object]
    name: str

    @classmethod
    def of(cls, value: object, name: str) -> _Object:
        if not isinstance(value, dict):
            raise UsageError(f"{name} must be {_OBJECT.words}")
        return cls(value, name)

    def holds(self, key: str) -> bool:
        return self.values.get(key) is not None

    def take(self, key: str, kind: _Kind[T], absent: T | _Absent = _Absent.REFUSED) -> T:
        if key not in self.values:
            if isinstance(absent, _Absent):
                raise UsageError(f'{self.name} has no "{key}"')
            return absent
        try:
            return kind.read(self.values[key])
        except (TypeError, ValueError, OverflowError):
            raise UsageError(f'"{key}" of {self.name} must be {kind.words}') from None

    def take_all(self, kind: _Kind[T]) -> dict[str, T]:
        return {key: self.take(key, kind) for key in self.values}

    def part(self, key: str) -> _Object:
        values = self.take(key, _OBJECT)
        return _Object(values, f'"{key}" of {self.name}')

    def parts(self, key: str, noun: str) -> list[_Object]:
        items = self.take(key, _LIST)
        return [_Object.of(item, f"{noun} {place}") for place, item in enumerate(items, 1)]
