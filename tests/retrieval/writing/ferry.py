"""A few small articles on a ferry, as hits and in a real index, and a service through which a script speaks."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from langchain_core.language_models import BaseChatModel

from corpus.chunking import cut
from corpus.types import Article, ArticleInfo
from retrieval.citing import locate
from retrieval.generations import Generations
from retrieval.index import Index
from retrieval.llm.ledger import TokenLedger
from retrieval.llm.service import ChatService, Limits
from retrieval.rebuild import Rebuilder
from retrieval.search import Searcher, SearchWeights
from retrieval.types import Evidence, Hit, Quote, Reading, ReadPassage
from tests.fakes import FakeEmbedder
from tests.retrieval.writing.scripted import Script, ScriptedModel

NAME = "test:scripted"
GAZETTE = (
    "The ferry Aurora ran aground off Lund on Monday. Its captain, Ola Lind, said that 12 passengers were hurt. "
    "He denied that the crew had been drinking.\n\n"
    "The mayor, Ina Berg, thanked the rescuers of the harbour. She promised them a new lifeboat by the summer. "
    "The old one was built in 1974. It leaks."
)
WIRE = (
    "Fourteen passengers were hurt when the ferry Aurora ran aground off Lund, the coast guard said. "
    "Divers will search the hull on Friday. The company Nordline owns the ferry Aurora. "
    "Nordline has cancelled all crossings until April."
)
MARKET = "The fish market of Velden will move to the old brewery. Its rent was doubled last year."

ROWS: Mapping[str, Mapping[str, str]] = {
    "gazette": {
        "title": "Ferry aground off Lund",
        "outlet": "Harbour Gazette",
        "published": "2024-03-05",
        "url": "https://www.gazette.example/2024/03/05/ferry",
        "text": GAZETTE,
    },
    "wire": {"title": "Aurora aground", "outlet": "Coast Wire", "published": "2024-03-06", "text": WIRE},
    "market": {"title": "Market to move", "outlet": "Velden Post", "published": "2024-02-01", "text": MARKET},
}


def hit(article_id: str, text: str, score: float = 0.5, **known: Any) -> Hit:
    """All of an article as one passage."""
    info = ArticleInfo(article_id, hashlib.sha256(text.encode()).hexdigest(), **known)
    (passage,) = cut(Article(info, text), FakeEmbedder().count_tokens, max_tokens=100_000)
    return Hit(1, passage, info, score)


def known(article_id: str) -> Hit:
    """An article of `ROWS` as one passage."""
    row = ROWS[article_id]
    return hit(
        article_id,
        row["text"],
        title=row["title"],
        outlet=row["outlet"],
        url=row.get("url"),
        published=date.fromisoformat(row["published"]),
        published_from="metadata",
    )


@contextmanager
def indexed(folder: Path, rows: Mapping[str, Mapping[str, object]] = ROWS) -> Iterator[Index]:
    """A real index of the articles, but for the embedder."""
    corpus = folder / "corpus.jsonl"
    corpus.write_text("".join(json.dumps({"id": id_, **row}) + "\n" for id_, row in rows.items()), encoding="utf-8")
    generations = Generations(folder / "data")
    Rebuilder(generations, FakeEmbedder(), 160).rebuild(corpus, None, lambda *_: None)
    with closing(Index.published(generations, generations.manifest(generations.current_id()))) as index:
        yield index


def search(index: Index, question: str) -> tuple[Hit, ...]:
    return tuple(Searcher(FakeEmbedder(), SearchWeights(50, 0.5, 3)).search(index, question, 10))


def quoted(one: Hit, words: str) -> Quote:
    """The place of a passage that says `words`."""
    span = locate(words, Article(one.article, one.passage.text))
    assert span
    start = one.passage.start
    return Quote(one.passage.text[span.start : span.end], start + span.start, start + span.end)


def evidence(*said: tuple[Hit, str], **more: Any) -> Evidence:
    return Evidence(tuple(quoted(one, words) for one, words in said), tuple(one for one, _ in said), 1.0, **more)


def reading(*pieces: Evidence, passages: Sequence[Hit] = (), confidence: float = 0.9, **more: Any) -> Reading:
    """What a reader made of `passages`, the likeliest to answer first."""
    read = tuple(ReadPassage(one, Quote(one.passage.text, one.passage.start, one.passage.end), 1.0) for one in passages)
    return Reading(pieces, confidence, passages=read, **more)


def service(script: Script | BaseChatModel, folder: Path, **limits: Any) -> ChatService:
    """Through which a model speaks, or a script in place of one; never tried again."""
    model = script if isinstance(script, BaseChatModel) else ScriptedModel(script=script)
    ledger = TokenLedger(folder / "usage.sqlite", 0)
    return ChatService(NAME, lambda: model, Limits(**{"retries": 0, "timeout_s": 20.0, **limits}), ledger)
