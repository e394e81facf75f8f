"""Vectors of passages behind one small protocol. Chroma stops here: no other module knows its words."""

from __future__ import annotations

import logging
import os
import shutil
import sqlite3
import struct
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import numpy as np

from config.errors import IndexDamaged
from retrieval.embedding import Vectors
from retrieval.room import disk_full_told, is_full
from retrieval.types import NO_FILTERS, Filters

COLLECTION = "passages"
SYNC_THRESHOLD = 1
"""
Records after which Chroma writes its graph to disk. With fewer than that it would write it anew whenever it is opened,
under whoever else opens it at that moment; measured: with 1 nobody who only reads writes it, and adding is no slower.
"""


DATABASE = "chroma.sqlite3"
"""Chroma's own file beside those of the graph."""
COPY_ATTEMPTS = 5
_HEADER = struct.Struct("<iQQQQ")
_HEADER_VERSION = 1


_CLIENTS = threading.Lock()
"""Chroma shares a folder's client in a process, and loses it when one opens it as the last other one closes it."""


class Record(NamedTuple):
    """What the store keeps beside a vector, so that both halves of a search can be filtered alike."""

    passage_id: str
    published: date | None
    outlet: str | None


class VectorStore(Protocol):
    """Unit vectors by passage id. `nearest` and `vectors` leave out what is not there, without an error."""

    def add(self, records: Sequence[Record], vectors: Vectors) -> None: ...
    def remove(self, passage_ids: Sequence[str]) -> None: ...
    def nearest(self, vector: Vectors, k: int, filters: Filters = ...) -> list[tuple[str, float]]: ...
    def vectors(self, passage_ids: Sequence[str]) -> dict[str, Vectors]: ...
    def among(self, passage_ids: Sequence[str]) -> set[str]: ...
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

    Chroma writes to its database even to read it, so the folder must be writable: see `open_to_read`.
    """

    def __init__(self, folder: Path, *, create: bool = False) -> None:
        """
        Open the collection, or make it with `create`.

        Raises:
            IndexDamaged: there is no collection in `folder`, or Chroma cannot open it.
        """
        logging.getLogger("chromadb").setLevel(logging.ERROR)
        self._generation = folder.parent.name
        if not create and not (folder / DATABASE).is_file():
            raise IndexDamaged(self._generation, "its vectors are missing")
        with self._damaged_if_not("opened"):
            with _CLIENTS:
                self._client = _client(folder)
            try:
                self._collection = self._create() if create else self._client.get_collection(COLLECTION, None)
            except Exception:
                self.close()
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

    def remove(self, passage_ids: Sequence[str]) -> None:
        """Take out the records with these ids; those that are not there are passed over."""
        batch = self._client.get_max_batch_size()
        for start in range(0, len(passage_ids), batch):
            with self._damaged_if_not("written"):
                self._collection.delete(ids=list(passage_ids[start : start + batch]))

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

    def among(self, passage_ids: Sequence[str]) -> set[str]:
        """Those of `passage_ids` that are here."""
        if not passage_ids:
            return set()
        with self._damaged_if_not("read"):
            return set(self._collection.get(ids=list(passage_ids), include=[])["ids"])

    def count(self) -> int:
        with self._damaged_if_not("counted"):
            return int(self._collection.count())

    def close(self) -> None:
        """Release the files; the store cannot be used afterwards."""
        with _CLIENTS:
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


class CopiedStore(ChromaStore):
    """
    The collection in `folder`, only to be read, where Chroma cannot write what it writes when it opens its database.

    That is copied to the system's temporary folder and goes with `close`; the graph, which nobody writes, stays.
    """

    def __init__(self, folder: Path) -> None:
        """
        Raises:
            IndexDamaged: as `ChromaStore`.
            DiskFull: the temporary folder has no room either.
        """
        self._copy = tempfile.TemporaryDirectory(prefix="dateline-")
        copy = Path(self._copy.name) / folder.parent.name / folder.name
        try:
            with disk_full_told(Path(self._copy.name)):
                copy.mkdir(parents=True)
                for graph in folder.iterdir():
                    if graph.is_dir():
                        (copy / graph.name).symlink_to(graph.resolve())
                _copy_database(folder, copy)
                super().__init__(copy)
        except Exception:
            self._copy.cleanup()
            raise

    def close(self) -> None:
        super().close()
        self._copy.cleanup()


def open_to_read(folder: Path) -> ChromaStore:
    """
    The collection in `folder`, which neither a full disk nor a lack of permission to write keeps from being read.

    Raises: as `CopiedStore`.
    """
    database = folder / DATABASE
    if database.is_file() and not (os.access(database, os.W_OK) and os.access(folder, os.W_OK)):
        return CopiedStore(folder)
    try:
        return ChromaStore(folder)
    except IndexDamaged as exc:
        if is_full(exc, folder):
            return CopiedStore(folder)
        raise


def copy_store(folder: Path, to: Path) -> None:
    """
    Copy the collection in `folder`, which others may be reading at this moment, to the new folder `to`.

    Reading can make Chroma rewrite its files: the database is copied in one transaction, and the graph again until it
    has stayed as it was meanwhile.

    Raises:
        IndexDamaged: a file is missing or cannot be read, or the graph never stays as it is.
    """
    generation = folder.parent.name
    try:
        for _ in range(COPY_ATTEMPTS):
            before = _graph(folder)
            shutil.copytree(folder, to, ignore=shutil.ignore_patterns(f"{DATABASE}*"), dirs_exist_ok=True)
            _copy_database(folder, to)
            if _graph(folder) == before:
                return
            shutil.rmtree(to)
    except (OSError, sqlite3.Error, shutil.Error) as exc:
        raise IndexDamaged(generation, f"its vectors cannot be copied ({exc})") from exc
    raise IndexDamaged(generation, "its vectors cannot be copied: they change all the time")


def check_database(folder: Path) -> None:
    """
    Look through Chroma's own file in `folder` without Chroma, which takes most of a second to import.

    Raises:
        IndexDamaged: it is missing, is no database, or has a damaged page.
    """
    try:
        with closing(sqlite3.connect(f"{(folder / DATABASE).resolve().as_uri()}?mode=ro", uri=True)) as database:
            (verdict,) = database.execute("PRAGMA quick_check(1)").fetchone()
            # Chroma makes an empty file a database without our collection.
            (there,) = database.execute("SELECT count(*) FROM collections WHERE name = ?", [COLLECTION]).fetchone()
            verdict = verdict if there else "they are not there"
    except sqlite3.Error as exc:
        verdict = str(exc)
    if verdict != "ok":
        raise IndexDamaged(folder.parent.name, f"its vectors cannot be read ({verdict.splitlines()[-1]})")


def blank_unused(folder: Path) -> None:
    """
    Overwrite the room in the graph's file that no vector takes, in a store that nobody has open.

    Chroma writes it as it found it in memory, where words and vectors have been that the store does not hold. The
    layout is that of hnswlib's `saveIndex`: version, offset of the base level, room, count, bytes of an element.
    """
    for header in folder.rglob("header.bin"):
        version, _, _, count, size = _HEADER.unpack_from(header.read_bytes())
        elements = header.with_name("data_level0.bin")
        if version == _HEADER_VERSION and (unused := elements.stat().st_size - count * size) > 0:
            with elements.open("r+b") as file:
                file.seek(count * size)
                file.write(bytes(unused))


def _copy_database(folder: Path, to: Path) -> None:
    """In one transaction, whatever others write to it."""
    with closing(sqlite3.connect(folder / DATABASE)) as database, closing(sqlite3.connect(to / DATABASE)) as copy:
        database.backup(copy)


def _graph(folder: Path) -> dict[Path, tuple[int, int]]:
    """Size and time of change of every file of the graph."""
    found = {path: path.stat() for path in folder.rglob("*") if path.is_file() and not path.name.startswith(DATABASE)}
    return {path: (stat.st_size, stat.st_mtime_ns) for path, stat in found.items()}


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
