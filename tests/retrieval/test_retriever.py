"""The search as LangChain sees it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from langchain_core.callbacks import BaseCallbackHandler
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import RunnableLambda

from bot.assembly import Dateline

QUERY = "Who is the Kremlin's envoy to Afghanistan?"


class Listener(BaseCallbackHandler):
    """Keeps what a run of a retriever says of itself."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, object]] = []

    def on_retriever_start(self, serialized: dict[str, Any], query: str, *, run_id: UUID, **_: Any) -> None:
        self.heard.append(("start", query))

    def on_retriever_end(self, documents: Sequence[Document], *, run_id: UUID, **_: Any) -> None:
        self.heard.append(("end", len(documents)))


def test_it_is_a_retriever_whose_documents_are_passages_in_the_order_of_the_search(shipped: Dateline) -> None:
    retriever = shipped.retriever(k=4)
    assert isinstance(retriever, BaseRetriever)
    with shipped.archive.reading() as index:
        hits = shipped.finder.find(index, QUERY, 4)
    documents = retriever.invoke(QUERY)
    assert [(document.id, document.page_content) for document in documents] == [
        (hit.passage.id, hit.passage.text) for hit in hits
    ]


def test_a_document_says_where_its_passage_stands(shipped: Dateline) -> None:
    document = shipped.retriever(k=1).invoke(QUERY)[0]
    said = document.metadata
    assert (said["rank"], said["passage_id"]) == (1, document.id)
    article = shipped.article(said["article_id"])
    assert article.text[said["start"] : said["end"]] == document.page_content
    assert "text" not in said


def test_callbacks_see_the_run(shipped: Dateline) -> None:
    listener = Listener()
    shipped.retriever(k=3).invoke(QUERY, {"callbacks": [listener]})
    assert listener.heard == [("start", QUERY), ("end", 3)]


def test_it_stands_in_other_peoples_chains(shipped: Dateline) -> None:
    chain = shipped.retriever(k=2) | RunnableLambda(len)
    assert chain.batch([QUERY, "Taliban"]) == [2, 2]
