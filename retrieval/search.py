"""Dense and lexical candidates, filtered alike, fused on normalised scores."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from retrieval.citing import one_line
from retrieval.embedding import Embedder
from retrieval.index import Index
from retrieval.lexical import best
from retrieval.timing import Stopwatch
from retrieval.types import NO_FILTERS, Filters, Hit

Mode = Literal["fused", "dense", "lexical"]
FIRST_PAGE = 5
"""How many hits a person takes in at a glance; among these one article must not crowd out the others."""
NEAR = 0.5
"""The share of a crowding passage's score that another article's must have to go before it."""


@dataclass(frozen=True, slots=True)
class SearchWeights:
    """
    `candidates`: how many each half brings; `dense_weight`: the dense share of the fused score, in `[0, 1]`.

    `max_per_article`: passages of one article among the first five, while others are near.
    """

    candidates: int
    dense_weight: float
    max_per_article: int


class Searcher:
    """Finds passages of an index. Safe to use from several threads."""

    def __init__(self, embedder: Embedder, weights: SearchWeights) -> None:
        self._embedder = embedder
        self.weights = weights

    def search(
        self,
        index: Index,
        query: str,
        k: int,
        filters: Filters = NO_FILTERS,
        mode: Mode = "fused",
        watch: Stopwatch | None = None,
    ) -> list[Hit]:
        """
        At most `k` passages for `query` that pass `filters`, best first; empty when none passes or none matches.

        Every candidate of either half is scored by both. The scores of each half are scaled to `[0, 1]` over the
        candidates (min-max) and added with their weights: on news, min-max fusion beats reciprocal ranks (Bruch et
        al., "An Analysis of Fusion Functions for Hybrid Retrieval", 2023; and our own table in retrieval/README.md).
        """
        candidates = max(k, self.weights.candidates)
        with (watch or Stopwatch()).lap("embed"):
            vector = self._embedder.embed_query(query)
        lexical_scores = index.lexical.scores(query)
        cosines = {} if mode == "lexical" else dict(index.vectors.nearest(vector, candidates, filters))
        allowed = index.articles.allowed(filters) if filters else None
        numbers = [] if mode == "dense" else best(lexical_scores, candidates, allowed)

        every = index.articles.numbered(numbers) | index.articles.passages(list(cosines))
        found = {id_: one for id_, one in every.items() if one[1].id not in index.withdrawn}
        missing = [id_ for id_ in found if id_ not in cosines]
        cosines |= {id_: float(vector @ stored) for id_, stored in index.vectors.vectors(missing).items()}
        ids = list(found)
        of = [found[id_][1].id for id_ in ids]
        stories, held = index.articles.lineage(set(of)), index.articles.held(set(of))
        dense = np.array([cosines[id_] for id_ in ids], dtype=np.float64)
        lexical = np.array([lexical_scores[found[id_][2]] for id_ in ids], dtype=np.float64)
        share = {"fused": self.weights.dense_weight, "dense": 1.0, "lexical": 0.0}[mode]
        scores = share * _scaled(dense) + (1 - share) * _scaled(lexical)

        hits = [
            Hit(
                0,
                *found[ids[i]][:2],
                score=float(scores[i]),
                dense=float(dense[i]),
                lexical=float(lexical[i]),
                story=stories.get(of[i]),
                holds=held.get(of[i], frozenset()),
            )
            for i in sorted(range(len(ids)), key=lambda i: (-scores[i], ids[i]))
        ]
        ordered = spread(without_copies(hits), self.weights.max_per_article) if mode == "fused" else hits
        return [replace(hit, rank=rank) for rank, hit in enumerate(ordered[:k], start=1)]


def without_copies(hits: Sequence[Hit]) -> list[Hit]:
    """`hits`, best first, without those that a better one of another article of the same story says word for word."""
    said: dict[tuple[str, str], str] = {}
    kept = []
    for hit in hits:
        if hit.story is not None:
            passage = hit.passage
            sentences = [one_line(passage.text[a - passage.start : b - passage.start]) for a, b in passage.sentences]
            first = [said.setdefault((hit.story, sentence), hit.article.id) for sentence in sentences]
            if first and hit.article.id not in first:
                continue
        kept.append(hit)
    return kept


def spread(hits: Sequence[Hit], most: int) -> list[Hit]:
    """`hits`, best first, with at most `most` of one source in the first five, unless nothing else is near."""
    first: list[Hit] = []
    later = list(hits)
    while later and len(first) < FIRST_PAGE:
        crowding = later[0]
        choice = next(
            (
                hit
                for hit in later
                if hit.score >= NEAR * crowding.score and sum(hit.source == other.source for other in first) < most
            ),
            crowding,
        )
        later.remove(choice)
        first.append(choice)
    return first + later


def _scaled(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """Scaled so that the lowest is 0 and the highest 1; equal scores are all 1, or all 0 when none is above zero."""
    if scores.size == 0:
        return scores
    low, high = scores.min(), scores.max()
    return (scores - low) / (high - low) if high > low else np.full_like(scores, high > 0)
