"""Stand-ins for what is slow or outside: the embedder and the store of vectors."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence

import numpy as np

from retrieval.embedding import Progress, Vectors
from retrieval.store import Record, outlet_key
from retrieval.types import NO_FILTERS, Filters

_WORD = re.compile(r"\w+")


class FakeEmbedder:
    """
    Texts that share words are near each other: a unit vector of hashed words, the same in every process.

    Its tokens are what blanks separate; words beyond `max_tokens` are not embedded, as with a real model.
    """

    def __init__(self, identity: str = "fake@1", dimension: int = 64, max_tokens: int = 254) -> None:
        self.identity = identity
        self.dimension = dimension
        self.max_tokens = max_tokens
        self.embedded: list[str] = []
        """Every passage that was embedded, in order."""

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return [len(text.split()) for text in texts]

    def embed_query(self, text: str) -> Vectors:
        vector = np.zeros(self.dimension, dtype=np.float32)
        for word in _WORD.findall(" ".join(text.split()[: self.max_tokens]).casefold()):
            vector[zlib.crc32(word.encode()) % self.dimension] += 1
        if not vector.any():
            vector[0] = 1
        return np.asarray(vector / np.linalg.norm(vector), dtype=np.float32)

    def embed_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        self.embedded += texts
        if progress and texts:
            progress(len(texts))
        return np.array([self.embed_query(text) for text in texts], dtype=np.float32).reshape(-1, self.dimension)


class FakeStore:
    """A `VectorStore` in memory that compares every vector."""

    def __init__(self) -> None:
        self._records: dict[str, Record] = {}
        self._vectors: dict[str, Vectors] = {}

    def add(self, records: Sequence[Record], vectors: Vectors) -> None:
        for record, vector in zip(records, vectors, strict=True):
            self._records[record.passage_id] = record
            self._vectors[record.passage_id] = vector

    def remove(self, passage_ids: Sequence[str]) -> None:
        for id_ in passage_ids:
            self._records.pop(id_, None)
            self._vectors.pop(id_, None)

    def nearest(self, vector: Vectors, k: int, filters: Filters = NO_FILTERS) -> list[tuple[str, float]]:
        passing = [id_ for id_, record in self._records.items() if _passes(record, filters)]
        cosines = [(id_, float(np.clip(self._vectors[id_] @ vector, -1, 1))) for id_ in passing]
        return sorted(cosines, key=lambda pair: -pair[1])[:k]

    def vectors(self, passage_ids: Sequence[str]) -> dict[str, Vectors]:
        return {id_: self._vectors[id_] for id_ in passage_ids if id_ in self._vectors}

    def among(self, passage_ids: Sequence[str]) -> set[str]:
        return self._records.keys() & set(passage_ids)

    def count(self) -> int:
        return len(self._records)

    def close(self) -> None:
        """Nothing to release."""


def _passes(record: Record, filters: Filters) -> bool:
    if filters.windowed and record.published is None:
        return False
    if filters.since and record.published and record.published < filters.since:
        return False
    if filters.until and record.published and record.published > filters.until:
        return False
    return filters.outlet is None or outlet_key(record.outlet or "") == outlet_key(filters.outlet)
