"""Question and passages in, evidence out: the sentences that answer, the short answer in the first, and the odds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from retrieval.index import Index
from retrieval.reader.answering import quote, short_answer
from retrieval.reader.gathering import gather
from retrieval.reader.model import ReaderModel
from retrieval.reader.ranking import Ranked, confidence, passage_scores, ranked
from retrieval.reader.signals import Asked, candidates
from retrieval.types import Hit, Reading, ReadPassage


class Reader(Protocol):
    """Anything that finds the evidence in passages. `name` is what an answer says it was answered by."""

    @property
    def name(self) -> str: ...
    def read(self, question: str, hits: Sequence[Hit], index: Index) -> Reading: ...
    def rerank(self, question: str, hits: Sequence[Hit], index: Index) -> list[Hit]: ...


@dataclass(frozen=True, slots=True)
class Read:
    """All that was seen in the hits of one question: sentences the best first, passages by how likely they answer."""

    asked: Asked
    sentences: tuple[Ranked, ...]
    hits: tuple[Hit, ...]


class ArticleReader:
    """Reads the answer out of the passages with the trained reader. Safe to use from several threads."""

    name = "reader"

    def __init__(self, model: ReaderModel, max_sentences: int, min_confidence: float) -> None:
        """`min_confidence` is the probability below which there is no evidence; `max_sentences` the most of it."""
        self._model = model
        self._max_sentences = max_sentences
        self._min_confidence = min_confidence

    def read(self, question: str, hits: Sequence[Hit], index: Index) -> Reading:
        """The evidence in `hits`, one to `max_sentences` sentences, or none and the confidence that was too low."""
        seen = self.look(question, hits, index)
        if not seen.sentences:
            return Reading((), 0.0)
        sure = confidence(hits, seen.sentences)
        passages = _passages(seen)
        if sure < self._min_confidence:
            return Reading((), sure, passages=passages)
        gathered = gather(seen.asked, seen.sentences, self._max_sentences, index)
        return Reading(gathered.evidence, sure, short_answer(seen.asked, gathered.first), passages, gathered.differs_in)

    def rerank(self, question: str, hits: Sequence[Hit], index: Index) -> list[Hit]:
        """`hits` with the likeliest to answer first, each with its probability as its score."""
        return list(self.look(question, hits, index).hits)

    def look(self, question: str, hits: Sequence[Hit], index: Index) -> Read:
        """What is seen in `hits`; no sentences, and the hits as they came, for a question of stop words alone."""
        asked = Asked(question, index.lexical)
        if not (hits and asked.terms):
            return Read(asked, (), tuple(hits))
        answers = self._model.read(question, [(hit.article.title, hit.passage) for hit in hits])
        found = ranked(candidates(asked, hits, answers))
        scores = passage_scores(asked, hits, found)
        order = sorted(range(len(hits)), key=lambda place: (-scores[place], place))
        reordered = [replace(hits[place], rank=rank, score=scores[place]) for rank, place in enumerate(order, start=1)]
        return Read(asked, tuple(found), tuple(reordered))


def _passages(seen: Read) -> tuple[ReadPassage, ...]:
    """Every passage with its best sentence; one whose sentences all stand in others too has none, and is left out."""
    best: dict[str, Ranked] = {}
    for one in seen.sentences:
        best.setdefault(one.candidate.hit.passage.id, one)
    return tuple(
        ReadPassage(hit, quote(seen.asked, best[hit.passage.id].candidate), best[hit.passage.id].score)
        for hit in seen.hits
        if hit.passage.id in best
    )
