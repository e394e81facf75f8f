"""Vectors of passages behind one small protocol. Chroma stops here: no other module knows its words."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import numpy as np

from config.errors import IndexDamaged
from retrieval.embedding import Vectors
from retrieval.types import NO_FILTERS, Filters

COLLECTION = "passages"
SYNC_THRESHOLD = 64
"""Records after which Chroma writes its graph to disk; low, so that a published generation needs no replay."""


class Record(NamedTuple):
    """What the store keeps beside a vector, so that both halves of a search can be filtered alike."""

    passage_id: str
    published: date | None
    outlet: str | None


class VectorStore(Protocol):
    """Unit vectors by passage id. `nearest` and `vectors` leave out what is not there, without an error."""

    def add(self, records: Sequence[Record], vectors: Vectors) -> None: ...
    def nearest(self, vector: Vectors, k: int, filters: Filters = ...) -> list[tuple[str, float]]: ...
    def vectors(self, passage_ids: Sequence[str]) -> dict[str, Vectors]: ...
    def ids(self) -> set[str]: ...
    def count(self) -> int: ...
    def close(self) -> None: ...


def day_number(day: date) -> int:
    """A day as an integer that sorts by time, 20211007: Chroma compares only numbers."""
    return day.year * 10_000 + day.month * 100 + day.day


def outlet_key(outlet: str) -> str:
    """The form in which outlets are compared."""
    return " ".join(outlet.casefold().split())


class ChromaStore:
    """
    A Chroma collection in `folder`, in cosine space. One writer and no reader, or readers and no writer.

    Chroma rewrites files of the folder even to read it, so the folder must be writable.
    """

    def __init__(self, folder: Path, *, create: bool = False) -> None:
        """
        Open the collection, or make it with `create`.

        Raises:
            IndexDamaged: there is no collection in `folder`, or Chroma cannot open it.
        """
        logging.getLogger("chromadb").setLevel(logging.ERROR)
        self._generation = folder.parent.name
        if not create and not (folder / "chroma.sqlite3").is_file():
            raise IndexDamaged(self._generation, "its vectors are missing")
        with self._damaged_if_not("opened"):
            self._client = _client(folder)
            try:
                self._collection = self._create() if create else self._client.get_collection(COLLECTION, None)
            except Exception:
                self._client.close()
                raise

    def add(self, records: Sequence[Record], vectors: Vectors) -> None:
        """Add records that are not there yet, `vectors` in their order; any number, none included."""
        batch = self._client.get_max_batch_size()
        for start in range(0, len(records), batch):
            part = records[start : start + batch]
            with self._damaged_if_not("written"):
                self._collection.add(
                    ids=[record.passage_id for record in part],
                    embeddings=vectors[start : start + batch],
                    metadatas=[_metadata(record) for record in part],
                )

    def nearest(self, vector: Vectors, k: int, filters: Filters = NO_FILTERS) -> list[tuple[str, float]]:
        """The `k` passages nearest to `vector` that pass `filters`, with their cosine in `[-1, 1]`, best first."""
        k = min(k, self.count())
        if k == 0:
            return []
        with self._damaged_if_not("searched"):
            found = self._collection.query(
                query_embeddings=[vector], n_results=k, where=_where(filters), include=["distances"]
            )
        pairs = zip(found["ids"][0], found["distances"][0], strict=True)
        # Rounding takes the distance of a vector to itself below zero.
        return [(id_, min(1.0 - distance, 1.0)) for id_, distance in pairs]

    def vectors(self, passage_ids: Sequence[str]) -> dict[str, Vectors]:
        """The stored vectors of `passage_ids`."""
        if not passage_ids:
            return {}
        with self._damaged_if_not("read"):
            found = self._collection.get(ids=list(passage_ids), include=["embeddings"])
        embeddings = found["embeddings"]
        assert embeddings is not None  # asked for in `include`
        return {id_: np.asarray(vector, np.float32) for id_, vector in zip(found["ids"], embeddings, strict=True)}

    def ids(self) -> set[str]:
        with self._damaged_if_not("read"):
            return set(self._collection.get(include=[])["ids"])

    def count(self) -> int:
        with self._damaged_if_not("counted"):
            return int(self._collection.count())

    def close(self) -> None:
        """Release the files; the store cannot be used afterwards."""
        self._client.close()

    def _create(self) -> Any:
        return self._client.create_collection(
            COLLECTION,
            embedding_function=None,
            configuration={"hnsw": {"space": "cosine", "sync_threshold": SYNC_THRESHOLD}},
        )

    @contextmanager
    def _damaged_if_not(self, done: str) -> Iterator[None]:
        try:
            yield
        # Chroma's Rust half raises classes that share nothing but Exception.
        except Exception as exc:
            raise IndexDamaged(self._generation, f"its vectors cannot be {done} ({_first_line(exc)})") from exc


def _client(folder: Path) -> Any:
    """A Chroma client; untyped, because the interface that Chroma declares lacks the `close` that its clients have."""
    import chromadb  # takes most of a second, so not before an index is opened
    from chromadb.config import Settings

    return chromadb.PersistentClient(str(folder), settings=Settings(anonymized_telemetry=False))


def _metadata(record: Record) -> dict[str, str | int]:
    # Chroma takes no null, and an empty metadata object neither: the outlet is always there.
    metadata: dict[str, str | int] = {"outlet": outlet_key(record.outlet or "")}
    if record.published:
        metadata["published"] = day_number(record.published)
    return metadata


def _where(filters: Filters) -> dict[str, Any] | None:
    """Chroma's form of `filters`; a record without a date never passes a comparison, as `Filters` wants it."""
    conditions: list[dict[str, Any]] = []
    if filters.since:
        conditions.append({"published": {"$gte": day_number(filters.since)}})
    if filters.until:
        conditions.append({"published": {"$lte": day_number(filters.until)}})
    if filters.outlet:
        conditions.append({"outlet": outlet_key(filters.outlet)})
    return {"$and": conditions} if len(conditions) > 1 else (conditions[0] if conditions else None)


def _first_line(exc: Exception) -> str:
    return (str(exc).splitlines() or [type(exc).__name__])[0]
