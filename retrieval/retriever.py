"""The search as a LangChain retriever. Apart from `search.py`, because importing LangChain's takes a second."""

from __future__ import annotations

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from retrieval.finding import Finder
from retrieval.index import Archive
from retrieval.serialise import hit_to_json
from retrieval.types import NO_FILTERS, Filters


class ArchiveRetriever(BaseRetriever):
    """The `k` best passages as documents: `page_content` is the passage, `metadata` the rest of a hit's JSON."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    archive: Archive
    finder: Finder
    k: int = 10
    filters: Filters = NO_FILTERS

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        with self.archive.reading() as index:
            hits = [hit_to_json(hit) for hit in self.finder.find(index, query, self.k, self.filters)]
        return [
            Document(
                id=hit["passage_id"],
                page_content=hit["text"],
                metadata={key: value for key, value in hit.items() if key != "text"},
            )
            for hit in hits
        ]
