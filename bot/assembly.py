"""The one place that picks concrete classes: settings in, a working Dateline out."""

from __future__ import annotations

import gc
import threading
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from config.errors import DatelineError, IndexDamaged, IndexMissing, SettingsError, UnknownArticle, UsageError
from config.settings import Settings
from retrieval.generations import Generations

if TYPE_CHECKING:
    from langchain_core.retrievers import BaseRetriever

    from corpus.types import Article, Passage
    from retrieval.chain import AnswerChain
    from retrieval.embedding import Embedder, OnnxEmbedder
    from retrieval.index import Archive
    from retrieval.reader import Reader
    from retrieval.rebuild import Progress, RebuildReport
    from retrieval.search import Searcher
    from retrieval.status import Status
    from retrieval.types import Answer, Citation

SHIPPED_CORPUS = Path(__file__).resolve().parent.parent / "corpus" / "articles"
OPENING_CHARS = 200
"""More than any front end shows of an article's first words."""


def assemble(settings: Settings) -> Dateline:
    """
    Dateline as `settings` want it. Nothing is loaded until it is used.

    Raises:
        SettingsError: something is set that this version does not do.
    """
    if settings.llm.model:
        raise SettingsError("the setting `llm.model` is set, but this version reads answers out of the articles only")
    if settings.embedder.device == "cuda" and settings.embedder.precision != "fp32":
        raise SettingsError(
            "the setting `embedder.device` is cuda, but only a CPU embeds with `embedder.precision` int8"
        )
    return Dateline(settings)


class Dateline:
    """Everything that a front end needs, each part made on its first use. Imports stand where the cost is wanted."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.generations = Generations(settings.data_dir)

    @cached_property
    def embedder(self) -> OnnxEmbedder:
        """The exported graph on the CPU, exported first where it has not been: that takes some seconds, once."""
        from retrieval.embedding import OnnxEmbedder
        from retrieval.exporting import exported

        wanted = self.settings.embedder
        folder = exported(wanted.model, wanted.precision, self.settings.data_dir / "models")
        return OnnxEmbedder(folder, wanted.threads)

    @cached_property
    def archive(self) -> Archive:
        from retrieval.index import Archive
        from retrieval.terms import TERMS_VERSION

        return Archive(self.generations, {"embedder": self.embedder.identity, "terms": TERMS_VERSION})

    @cached_property
    def searcher(self) -> Searcher:
        from retrieval.search import Searcher, SearchWeights

        wanted = self.settings.search
        weights = SearchWeights(wanted.candidates, wanted.dense_weight, wanted.max_per_article)
        return Searcher(self.embedder, weights)

    @cached_property
    def reader(self) -> Reader:
        from retrieval.reader import SentenceReader

        return SentenceReader(self.embedder, self.settings.reader.max_sentences, self.settings.reader.min_confidence)

    @cached_property
    def chain(self) -> AnswerChain:
        from retrieval.chain import AnswerChain

        return AnswerChain(self.archive, self.searcher, self.reader, self.settings.reader.passages)

    def retriever(self, k: int = 10) -> BaseRetriever:
        """The search as a LangChain retriever of `k` documents, for other people's chains."""
        from retrieval.retriever import ArchiveRetriever

        return ArchiveRetriever(archive=self.archive, searcher=self.searcher, k=k)

    def warm_up(self) -> None:
        """
        Load the model beside the modules that a question needs, which together take the time of the slower one.

        numpy and onnxruntime are imported before the thread starts: two threads that import numpy at once fail.
        Imports make many objects and no garbage, so the collector, which would look at them again and again, rests.
        """
        gc.disable()
        import onnxruntime  # noqa: F401

        loading = threading.Thread(target=self._load_embedder)
        loading.start()
        import chromadb  # noqa: F401

        import retrieval.chain  # noqa: F401

        loading.join()
        gc.freeze()
        gc.enable()

    def _load_embedder(self) -> None:
        # A failure is met again, and told, by whoever uses the embedder.
        with suppress(DatelineError):
            _ = self.embedder

    def has_index(self) -> bool:
        try:
            self.generations.current_id()
        except IndexMissing:
            return False
        return True

    def rebuild(
        self, progress: Progress, corpus: Path | None = None, *, allow_shrink: bool = False, strict: bool = False
    ) -> RebuildReport:
        """
        A new generation from `corpus`, else the configured one, else the last rebuild's, else the shipped one.

        Raises:
            DatelineError: as `Rebuilder.rebuild`.
        """
        from retrieval.rebuild import Rebuilder

        root = corpus or self.settings.corpus_path or self._remembered_corpus()
        path = root.expanduser().resolve() if root else SHIPPED_CORPUS
        rebuilder = Rebuilder(self.generations, self._bulk_embedder(), self.settings.index.max_passage_tokens)
        return rebuilder.rebuild(path, str(path) if root else None, progress, allow_shrink=allow_shrink, strict=strict)

    def status(self) -> Status:
        from retrieval.status import read_status

        return read_status(self.generations, self.embedder.identity, str(SHIPPED_CORPUS))

    def article(self, article_id: str) -> Article:
        """
        The served article with this id.

        Raises:
            UnknownArticle: there is none.
        """
        article = self.find_article(article_id)
        if article is None:
            raise UnknownArticle(article_id)
        return article

    def find_article(self, article_id: str) -> Article | None:
        with self.archive.reading() as index:
            return index.article(article_id)

    def opening(self, article_id: str) -> str:
        """The first words of an article, for one without a title; empty when it is not served any more."""
        article = self.find_article(article_id)
        return article.text[:OPENING_CHARS] if article else ""

    def passages_of(self, answer: Answer) -> list[tuple[Citation, Passage]]:
        """The passages that an answer rests on, with the citation; those not served any more are left out."""
        with self.archive.reading() as index:
            found = index.articles.passages([citation.passage_id for citation in answer.citations])
        return [
            (citation, found[citation.passage_id][0]) for citation in answer.citations if citation.passage_id in found
        ]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        if "archive" in self.__dict__:
            self.archive.close()

    def _remembered_corpus(self) -> Path | None:
        if not self.has_index():
            return None
        try:
            corpus = self.generations.manifest(self.generations.current_id()).corpus
        except IndexDamaged as exc:
            # Building something else than was served would be worse than asking.
            raise UsageError(f"{exc}; name the corpus with --corpus PATH") from exc
        return Path(corpus) if corpus else None

    def _bulk_embedder(self) -> Embedder:
        from retrieval.exporting import SentenceTransformersEmbedder, gpu_is_there

        wanted = self.settings.embedder
        # The vectors of a GPU are those of the full precision.
        if wanted.precision == "fp32" and (wanted.device == "cuda" or (wanted.device == "auto" and gpu_is_there())):
            return SentenceTransformersEmbedder(self.embedder, wanted.model, "cuda")
        return self.embedder
