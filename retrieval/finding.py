"""Search, then read: the passages of a search in the order in which the reader finds them likely to answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from retrieval.index import Index
from retrieval.reader.reading import Reader
from retrieval.search import Searcher
from retrieval.types import NO_FILTERS, Filters, Hit


class Finder:
    """The search that people see. Safe to use from several threads."""

    def __init__(self, searcher: Searcher, reader: Reader, reads: int) -> None:
        """`reads` is how many passages the reader gets."""
        self._searcher = searcher
        self._reader = reader
        self._reads = reads

    def find(self, index: Index, query: str, k: int, filters: Filters = NO_FILTERS) -> list[Hit]:
        """
        At most `k` passages for `query` that pass `filters`, the likeliest to answer it first.

        Their score is the probability that they do; behind those that are read stand the others in the order of the
        search, with scores that lie below.
        """
        hits = self._searcher.search(index, query, max(k, self._reads), filters)
        read = self._reader.rerank(query, hits[: self._reads], index)
        ordered = [*read, *_below(read, hits[self._reads :])][:k]
        return [replace(hit, rank=rank) for rank, hit in enumerate(ordered, start=1)]


def _below(read: Sequence[Hit], others: Sequence[Hit]) -> list[Hit]:
    lowest = min((hit.score for hit in read), default=1.0)
    fused = accumulate((hit.score for hit in others), min)
    return [replace(hit, score=lowest * score) for hit, score in zip(others, fused, strict=True)]
