"""The table of written cases of agreement, difference and near-copies, through the whole chain on small archives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from bot.assembly import assemble
from config.settings import Settings
from retrieval.embedding import OnnxEmbedder, Progress, Vectors
from retrieval.exporting import PACKAGED_MODEL, exported
from retrieval.reader.model import SHIPPED, ReaderModel
from retrieval.serialise import answer_to_json
from retrieval.types import Json, Question
from tests.conftest import Corpus
from tests.retrieval.sources.cases import CASES
from tests.retrieval.sources.judging import complaints
from tests.retrieval.sources.stories import others
from tests.retrieval.sources.table import Case


class RemembersPassages(OnnxEmbedder):
    """The real embedder, which embeds a passage once: most archives of the table have most articles in common."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._known: dict[str, Vectors] = {}

    def embed_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        if new := [text for text in dict.fromkeys(texts) if text not in self._known]:
            self._known.update(zip(new, super().embed_passages(new), strict=True))
        if progress and texts:
            progress(len(texts))
        return np.array([self._known[text] for text in texts]).reshape(-1, self.dimension)


@pytest.fixture(scope="module")
def embedder(models: Path) -> RemembersPassages:
    return RemembersPassages(exported(PACKAGED_MODEL, "fp32", models))


@pytest.fixture(scope="module")
def reader_model() -> ReaderModel:
    return ReaderModel(SHIPPED)


@pytest.fixture
def answer(
    settings: Settings, corpus: Corpus, embedder: RemembersPassages, reader_model: ReaderModel, case: Case
) -> Json:
    """What `case` is answered from an archive of its articles and those about something else."""
    articles = {id_: story.as_json() for id_, story in {**others(), **case.archive}.items()}
    with assemble(settings) as dateline:
        dateline.embedder, dateline.reader_model = embedder, reader_model
        dateline.rebuild(lambda *_: None, corpus(**articles))
        return answer_to_json(dateline.chain.invoke(Question(case.asks, filters=case.filters)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.kind} ({case.why})")
def test_the_answer_keeps_what_the_case_promises(case: Case, answer: Json) -> None:
    wrong = complaints(case, answer)
    assert not wrong, "\n".join((f"{case.kind}: {case.why}", *(f"- {one}" for one in wrong), *_as_read(answer)))


def test_the_table_is_as_large_as_it_should_be() -> None:
    kinds = Counter(case.kind for case in CASES)
    assert len(CASES) >= 56
    assert min(kinds.values()) >= 3, kinds
    assert len({case.why for case in CASES}) == len(CASES)


def _as_read(answer: Json) -> list[str]:
    """The question, the answer, and below it each citation, as a person would see them."""
    return [
        answer["question"],
        *(f"{one['text']} {one['citations']} sources: {one['sources']}" for one in answer["sentences"]),
        *(
            f"[{one['number']}] {one['article_id']}, {one['outlet']}, {one['published']}, source {one['source']},"
            f" also in: {[(other['article_id'], other['relation']) for other in one['also_in']]}"
            for one in answer["citations"]
        ),
        f"differences: {answer['differences']}",
    ]
