"""
BM25 over the passages of a generation; a passage is known by its number.

The index holds how often each term stands in each passage, and no scores: those follow from what the whole archive
says at the moment of the question. So a passage can come or go without touching what is stored of the others, which no
BM25 library offers. `retrieval/lexical_building.py` writes it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from config.errors import IndexDamaged
from retrieval.terms import terms

Scores = NDArray[np.float32]
K1, B = 1.2, 0.75
"""Robertson's weights of saturation and of length; measured: retrieval/README.md."""
VOCABULARY, STARTS, NUMBERS, COUNTS, LENGTHS = (
    "vocabulary.json",
    "starts.npy",
    "numbers.npy",
    "counts.npy",
    "lengths.npy",
)
"""
The files: the terms in the order of their ids; where each one's postings begin, with their number at the end; the
passages of all postings, term by term, in ascending order; how often the term stands in each; the terms of each
passage, `GONE` for a number that no passage has.
"""
GONE = -1


class LexicalIndex:
    """The index in `folder`, mapped into memory. Safe to use from several threads."""

    def __init__(self, folder: Path, k1: float = K1, b: float = B) -> None:
        """
        Raises:
            IndexDamaged: a file of the index is missing or cannot be read.
        """
        try:
            terms_by_id: list[str] = json.loads((folder / VOCABULARY).read_text(encoding="utf-8"))
            self._ids = {term: id_ for id_, term in enumerate(terms_by_id)}
            self._starts, self._numbers, self._counts, lengths = (
                np.load(folder / name, mmap_mode="r") for name in (STARTS, NUMBERS, COUNTS, LENGTHS)
            )
            if not (
                len(self._starts) == len(self._ids) + 1 and self._starts[-1] == len(self._numbers) == len(self._counts)
            ):
                raise ValueError("its files disagree")
        except (OSError, EOFError, LookupError, ValueError, TypeError) as exc:
            raise IndexDamaged(folder.parent.name, f"its lexical index cannot be read ({exc})") from exc
        there = lengths != GONE
        self.passages = int(np.count_nonzero(there))
        self.size = len(lengths)
        """One more than the highest number."""
        average = float(lengths[there].mean()) if self.passages else 0.0
        self._norms = (k1 * (1 - b + b * lengths / (average or 1.0))).astype(np.float32)

    def scores(self, query: str) -> Scores:
        """
        The BM25 score of every passage by number, shape `(size,)`; all zero when no term of `query` is known.

        A term that `query` says twice counts once. In Lucene's form:
        `idf * count / (count + k1 (1 - b + b length / mean))`.
        """
        scores = np.zeros(self.size, dtype=np.float32)
        for term in sorted(set(terms(query)) & self._ids.keys()):
            postings = self._postings(term)
            numbers, counts = self._numbers[postings], self._counts[postings]
            scores[numbers] += self._inverse_frequency(term) * (counts / (counts + self._norms[numbers]))
        return scores

    def rarity(self, query_terms: Sequence[str]) -> dict[str, float]:
        """
        How much each term tells, its inverse document frequency scaled to `(0, 1]`; 1 for a term no passage holds.
        """
        most = float(np.log(1 + (self.passages + 0.5) / 0.5))
        return {term: self._inverse_frequency(term) / most for term in query_terms}

    def _inverse_frequency(self, term: str) -> float:
        """Robertson's and Spärck Jones's weight in Lucene's form, `log(1 + (N - n + 0.5) / (n + 0.5))`."""
        postings = self._postings(term)
        n = postings.stop - postings.start
        return float(np.log(1 + (self.passages - n + 0.5) / (n + 0.5)))

    def _postings(self, term: str) -> slice:
        id_ = self._ids.get(term)
        return slice(0, 0) if id_ is None else slice(int(self._starts[id_]), int(self._starts[id_ + 1]))


def best(scores: Scores, k: int, allowed: NDArray[np.bool_] | None = None) -> list[int]:
    """The numbers of the `k` highest scores above zero, best first, ties by number; only where `allowed`."""
    if allowed is not None:
        scores = np.where(allowed, scores, 0.0)
    k = min(k, int(np.count_nonzero(scores > 0)))
    if k == 0:
        return []
    lowest = np.partition(scores, -k)[-k]
    # More than `k` when scores tie at the end; which of them a partition puts first is left to chance.
    top = np.flatnonzero(scores >= lowest)
    return [int(number) for number in top[np.argsort(-scores[top], kind="stable")[:k]]]
