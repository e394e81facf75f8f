"""The one place that picks concrete classes: settings in, a working Dateline out."""

from __future__ import annotations

import difflib
import gc
import threading
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from config.errors import DatelineError, IndexDamaged, IndexMissing, SettingsError, UnknownArticle, UsageError
from config.settings import Settings
from retrieval.generations import Generations
from retrieval.withdrawn import Withdrawn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from langchain_core.retrievers import BaseRetriever

    from corpus.types import Article, Passage
    from retrieval.chain import AnswerChain
    from retrieval.drafting import Progress
    from retrieval.embedding import Embedder, OnnxEmbedder
    from retrieval.finding import Finder
    from retrieval.index import Archive
    from retrieval.purging import PurgeReport
    from retrieval.reader.model import ReaderModel
    from retrieval.reader.reading import Reader
    from retrieval.rebuild import RebuildReport
    from retrieval.rollback import RolledBack
    from retrieval.search import Searcher
    from retrieval.status import Status
    from retrieval.types import Answer, Citation, IndexInfo
    from retrieval.writing.author import Author

SHIPPED_CORPUS = Path(__file__).resolve().parent.parent / "corpus" / "articles"
OPENING_CHARS = 200
"""More than any front end shows of an article's first words."""


def assemble(settings: Settings) -> Dateline:
    """
    Dateline as `settings` want it. Nothing is loaded until it is used.

    Raises:
        SettingsError: something is set that this version does not do, or for which a package or a key is missing.
    """
    if settings.llm.model:
        # Before anything is built, and without its package: that takes a second to import.
        from bot.language_model import check

        check(settings)
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
        self._embeds_on_demand = False

    @cached_property
    def embedder(self) -> OnnxEmbedder:
        """The exported graph on the CPU, exported first where it has not been: that takes some seconds, once."""
        from retrieval.embedding import OnnxEmbedder

        return OnnxEmbedder(self._exported(), self.settings.embedder.threads, on_demand=self._embeds_on_demand)

    @cached_property
    def archive(self) -> Archive:
        from retrieval.index import Archive

        return Archive(self.generations, self._reads_with())

    @cached_property
    def searcher(self) -> Searcher:
        from retrieval.search import Searcher, SearchWeights

        wanted = self.settings.search
        weights = SearchWeights(wanted.candidates, wanted.dense_weight, wanted.max_per_article)
        return Searcher(self.embedder, weights)

    @cached_property
    def reader(self) -> Reader:
        from retrieval.reader.reading import ArticleReader

        return ArticleReader(self.reader_model, self.settings.reader.max_sentences, self.settings.reader.min_confidence)

    @cached_property
    def reader_model(self) -> ReaderModel:
        from retrieval.reader.model import ReaderModel

        return ReaderModel(self._reader_folder, self.settings.embedder.threads)

    @cached_property
    def finder(self) -> Finder:
        """The search with the reader's order: what people and other programs are shown."""
        from retrieval.finding import Finder

        return Finder(self.searcher, self.reader, self.settings.reader.passages)

    @cached_property
    def chain(self) -> AnswerChain:
        from retrieval.chain import AnswerChain

        return AnswerChain(self.archive, self.searcher, self.reader, self.settings.reader.passages, self.author)

    @cached_property
    def reading_chain(self) -> AnswerChain:
        """The chain that reads the answer out of the articles, whether a language model is set or not."""
        from retrieval.chain import AnswerChain

        return AnswerChain(self.archive, self.searcher, self.reader, self.settings.reader.passages)

    @cached_property
    def author(self) -> Author | None:
        """The language model that is set; None without one."""
        if not self.settings.llm.model:
            return None
        from bot.language_model import author_of

        return author_of(self.settings)

    def retriever(self, k: int = 10) -> BaseRetriever:
        """The search as a LangChain retriever of `k` documents, for other people's chains."""
        from retrieval.retriever import ArchiveRetriever

        return ArchiveRetriever(archive=self.archive, finder=self.finder, k=k)

    def warm_up(self) -> None:
        """
        Load the models beside the modules that a question needs, which together take the time of the slower one.

        numpy and onnxruntime are imported before the thread starts: two threads that import numpy at once fail.
        Imports make many objects and no garbage, so the collector, which would look at them again and again, rests.
        """
        gc.disable()
        try:
            import onnxruntime  # noqa: F401

            loading = threading.Thread(target=self._load_models)
            loading.start()
            import chromadb  # noqa: F401

            import retrieval.chain  # noqa: F401

            loading.join()
        finally:
            gc.freeze()
            gc.enable()

    def _load_models(self) -> None:
        # A failure is met again, and told, by whoever uses the model.
        with suppress(DatelineError):
            _ = self.embedder, self.reader_model
            if self.author:
                self.author.prepare()

    def has_index(self) -> bool:
        try:
            self.generations.current_id()
        except IndexMissing:
            return False
        except IndexDamaged:
            pass  # there is one, and whoever opens it is told
        return True

    def rebuild(
        self,
        progress: Progress,
        corpus: Path | None = None,
        *,
        full: bool = False,
        allow_shrink: bool = False,
        strict: bool = False,
    ) -> RebuildReport:
        """
        A new generation from `corpus`, else the configured one, else the last rebuild's, else the shipped one.

        Raises:
            DatelineError: as `Rebuilder.rebuild`.
        """
        from bot.discord_bot.withdrawing import withdraw_answers
        from bot.rebuild_log import rebuild_log
        from retrieval.purging import Purger
        from retrieval.rebuild import Rebuilder

        named = corpus or self.settings.corpus_path
        remembered = self.generations.remembered()
        if named is None and remembered is None and self.has_index():
            # Building something else than was served would be worse than asking.
            raise UsageError("what is served cannot be read, nor which corpus it came from; name it with --corpus PATH")
        root = named or (Path(remembered["corpus"]) if remembered and remembered["corpus"] else None)
        path = root.expanduser().resolve() if root else SHIPPED_CORPUS
        with rebuild_log(self.settings.data_dir):
            report = Rebuilder(self.generations, self._bulk_embedder(), self.settings.index.max_passage_tokens).rebuild(
                path,
                str(path) if root else None,
                progress,
                full=full,
                # The shipped articles are there to try Dateline on; whoever names an archive means to replace them.
                allow_shrink=allow_shrink or (root is not None and remembered is not None and not remembered["corpus"]),
                strict=strict,
            )
            Purger(self.generations, progress).finish()
        # An id may have been put on the list by hand, or what the bot keeps may have come back from a backup.
        if gone := self.withdrawn():
            withdraw_answers(self.settings.data_dir, gone)
        return report

    def purge(self, progress: Progress, article_ids: Sequence[str]) -> tuple[PurgeReport, int]:
        """
        Take articles down, or with no ids whatever the served generation does not hold, wherever words of them are.

        Returns:
            What was done to the generations, and how many answers that the Discord bot keeps lost words.

        Raises:
            DatelineError: as `Purger.purge` and `withdraw_answers`.
        """
        from bot.discord_bot.withdrawing import cited_articles, withdraw_answers
        from bot.rebuild_log import rebuild_log
        from retrieval.purging import Purger

        data_dir = self.settings.data_dir
        cited = cited_articles(data_dir)
        purger = Purger(self.generations, progress)
        with rebuild_log(self.settings.data_dir):
            try:
                report = purger.purge(article_ids, cited) if article_ids else purger.purge_unserved(cited)
            except DatelineError:
                # The list has them already, and the answers need not wait for the generations.
                withdraw_answers(data_dir, self.withdrawn().intersection(article_ids))
                raise
        return report, withdraw_answers(data_dir, report.articles)

    def rollback(self) -> RolledBack:
        """
        Serve the generation that served before the one that serves.

        Raises:
            DatelineError: as `roll_back`.
        """
        from retrieval.rollback import roll_back

        return roll_back(self.generations, self._reads_with)

    def status(self) -> Status:
        from retrieval.reader.measured import measured
        from retrieval.rebuild import preparation
        from retrieval.status import read_status

        prepares_with = preparation(self.settings.index.max_passage_tokens)
        stale_after = self.settings.index.stale_after
        status = read_status(
            self.generations, self._reads_with, prepares_with, str(SHIPPED_CORPUS), stale_after=stale_after
        )
        status = status if self.settings.reader.model else replace(status, thresholds=measured())
        if not self.settings.llm.model:
            return status
        from bot.language_model import use_of

        use, trouble = use_of(self.settings)
        # Without a limit to keep, the model is asked all the same.
        problems = (*status.problems, trouble) if trouble and use.daily_tokens else status.problems
        notes = (*status.notes, str(trouble)) if trouble and not use.daily_tokens else status.notes
        return replace(status, llm=use, problems=problems, notes=notes)

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

    def withdrawn(self) -> frozenset[str]:
        """The ids of the articles that were taken down."""
        return Withdrawn(self.settings.data_dir).ids()

    def outlets(self) -> list[str]:
        """The outlets of the archive, the most frequent first."""
        with self.archive.reading() as index:
            return index.articles.outlets()

    def years(self) -> list[int]:
        """The years in which articles of the archive were published, the latest first."""
        with self.archive.reading() as index:
            return index.articles.years()

    def index_info(self) -> IndexInfo:
        """What is served now."""
        with self.archive.reading() as index:
            return index.info

    def nearest_outlet(self, outlet: str) -> str | None:
        """The outlet of the archive whose name is most like `outlet`; `outlet` itself where an article is from it."""
        from retrieval.store import outlet_key

        outlets = {outlet_key(known): known for known in self.outlets()}
        near = difflib.get_close_matches(outlet_key(outlet), outlets, n=1)
        return outlet if outlet_key(outlet) in outlets else outlets[near[0]] if near else None

    def passages_of(self, answer: Answer) -> list[tuple[Citation, Passage]]:
        """The passages that an answer rests on, with the citation; those not served any more are left out."""
        found = self.passages([citation.passage_id for citation in answer.citations])
        return [(citation, found[citation.passage_id]) for citation in answer.citations if citation.passage_id in found]

    def passages(self, ids: Sequence[str]) -> dict[str, Passage]:
        """Those of the passages with these ids that are served."""
        with self.archive.reading() as index:
            found = index.articles.passages(ids)
            return {id_: passage for id_, (passage, info, _) in found.items() if info.id not in index.withdrawn}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        if "archive" in self.__dict__:
            self.archive.close()

    def model_is_ready(self) -> bool:
        """Whether the models have been exported before; the first time takes some seconds."""
        from retrieval.exporting import is_exported
        from retrieval.reader import exporting as reader_exporting

        wanted, reader = self.settings.embedder, self.settings.reader.model
        models = self.settings.data_dir / "models"
        ready = is_exported(wanted.model, wanted.precision, models)
        return ready and (reader is None or reader_exporting.is_exported(reader, models))

    def _exported(self) -> Path:
        from retrieval.exporting import exported

        wanted = self.settings.embedder
        return exported(wanted.model, wanted.precision, self.settings.data_dir / "models")

    @cached_property
    def _reader_folder(self) -> Path:
        """The shipped reader's graph, or that of the one that is set, exported first where it has not been."""
        model = self.settings.reader.model
        if model is None:
            from retrieval.reader.model import SHIPPED

            return SHIPPED
        from retrieval.reader.exporting import exported_reader

        return exported_reader(model, self.settings.data_dir / "models")

    def _reads_with(self) -> dict[str, str]:
        """The identities that a generation must have been built with; the model itself need not be loaded for them."""
        from retrieval.embedding import ExportCard
        from retrieval.terms import TERMS_VERSION

        return {"embedder": ExportCard.load(self._exported()).identity, "terms": TERMS_VERSION}

    def _bulk_embedder(self) -> Embedder:
        from retrieval.exporting import SentenceTransformersEmbedder, gpu_is_there

        wanted = self.settings.embedder
        # The vectors of a GPU are those of the full precision.
        if wanted.precision == "fp32" and (wanted.device == "cuda" or (wanted.device == "auto" and gpu_is_there())):
            return SentenceTransformersEmbedder(self.embedder, wanted.model, "cuda")
        self._embeds_on_demand = True
        return self.embedder
