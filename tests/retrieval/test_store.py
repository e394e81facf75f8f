"""One contract for the stores of vectors, the real one and its stand-in; then what only the real one can do wrong."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from config.errors import IndexDamaged
from retrieval.embedding import Vectors
from retrieval.store import (
    ChromaStore,
    Record,
    VectorStore,
    blank_unused,
    copy_store,
    day_number,
    outlet_key,
)
from retrieval.types import NO_FILTERS, Filters
from tests.fakes import FakeStore

RECORDS = [
    Record("first", date(2021, 10, 7), "The Moscow Times"),
    Record("second", date(2021, 10, 20), "Reuters"),
    Record("undated", None, "The Moscow Times"),
    Record("nowhere", date(2022, 1, 1), None),
    Record("nothing", None, None),
]
ALL = {record.passage_id for record in RECORDS}


def unit_vectors(count: int, dimension: int = 16, seed: int = 0) -> Vectors:
    vectors = np.random.default_rng(seed).normal(size=(count, dimension)).astype(np.float32)
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), dtype=np.float32)


VECTORS = unit_vectors(len(RECORDS))


@pytest.fixture(params=["chroma", "fake"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[VectorStore]:
    store: VectorStore = (
        ChromaStore(tmp_path / "g1" / "chroma", create=True) if request.param == "chroma" else FakeStore()
    )
    yield store
    store.close()


@pytest.fixture
def store(empty: VectorStore) -> VectorStore:
    empty.add(RECORDS, VECTORS)
    return empty


def test_an_empty_store_finds_nothing(empty: VectorStore) -> None:
    assert (empty.count(), empty.among(["first"]), empty.nearest(VECTORS[0], 5)) == (0, set(), [])
    assert empty.vectors(["first"]) == {}


def test_adding_nothing_changes_nothing(empty: VectorStore) -> None:
    empty.add([], np.empty((0, 16), dtype=np.float32))
    assert empty.count() == 0


def test_what_was_added_is_counted_and_listed(store: VectorStore) -> None:
    assert (store.count(), store.among([*ALL, "nobody"]), store.among([])) == (len(RECORDS), ALL, set())


def test_scores_are_cosines_and_the_best_comes_first(store: VectorStore) -> None:
    query = unit_vectors(1, seed=1)[0]
    cosines = {record.passage_id: float(query @ vector) for record, vector in zip(RECORDS, VECTORS, strict=True)}
    found = store.nearest(query, len(RECORDS))
    assert [id_ for id_, _ in found] == sorted(cosines, key=lambda id_: -cosines[id_])
    assert dict(found) == pytest.approx(cosines, abs=1e-5)


@pytest.mark.parametrize("sign", [1, -1])
def test_a_cosine_never_leaves_its_bounds(sign: int, store: VectorStore) -> None:
    for vector in VECTORS:
        assert all(-1 <= cosine <= 1 for _, cosine in store.nearest(sign * vector, 5))


@pytest.mark.parametrize("k", [0, 1, 3])
def test_at_most_k_are_found(k: int, store: VectorStore) -> None:
    assert len(store.nearest(VECTORS[0], k)) == k


def test_asking_for_more_than_there_are_gives_all(store: VectorStore) -> None:
    assert {id_ for id_, _ in store.nearest(VECTORS[0], 1000)} == ALL


@pytest.mark.parametrize(
    ("filters", "passing"),
    [
        (NO_FILTERS, ALL),
        (Filters(since=date(2021, 10, 7)), {"first", "second", "nowhere"}),
        (Filters(since=date(2021, 10, 8)), {"second", "nowhere"}),
        (Filters(until=date(2021, 10, 20)), {"first", "second"}),
        (Filters(until=date(2021, 10, 19)), {"first"}),
        (Filters(since=date(2021, 10, 7), until=date(2021, 10, 7)), {"first"}),
        (Filters(since=date(2023, 1, 1)), set()),
        (Filters(outlet="The Moscow Times"), {"first", "undated"}),
        (Filters(outlet="  the MOSCOW  times "), {"first", "undated"}),
        (Filters(outlet="Moscow Times"), set()),
        (Filters(since=date(2021, 1, 1), outlet="the moscow times"), {"first"}),
        (Filters(date(2021, 1, 1), date(2021, 12, 31), "reuters"), {"second"}),
    ],
)
def test_only_what_passes_the_filters_is_found_and_the_undated_pass_no_window(
    filters: Filters, passing: set[str], store: VectorStore
) -> None:
    assert {id_ for id_, _ in store.nearest(VECTORS[0], 5, filters)} == passing


def test_a_filter_is_applied_before_the_k_best_are_taken(store: VectorStore) -> None:
    assert [id_ for id_, _ in store.nearest(VECTORS[0], 1, Filters(outlet="Reuters"))] == ["second"]


def test_vectors_come_back_as_they_were_added_and_unknown_ids_are_left_out(store: VectorStore) -> None:
    found = store.vectors(["second", "unknown", "nothing"])
    assert set(found) == {"second", "nothing"}
    np.testing.assert_allclose(found["second"], VECTORS[1], atol=1e-6)
    np.testing.assert_allclose(found["nothing"], VECTORS[4], atol=1e-6)


def test_no_vectors_are_given_when_none_are_asked_for(store: VectorStore) -> None:
    assert store.vectors([]) == {}


def test_more_records_than_go_into_one_batch_are_all_added(empty: VectorStore, monkeypatch: pytest.MonkeyPatch) -> None:
    if isinstance(empty, ChromaStore):
        monkeypatch.setattr(empty._client, "get_max_batch_size", lambda: 7)
    vectors = unit_vectors(20)
    empty.add([Record(f"p{n}", None, None) for n in range(20)], vectors)
    assert empty.count() == 20
    for n in (0, 6, 7, 19):
        assert empty.nearest(vectors[n], 1)[0][0] == f"p{n}"


def test_a_filtered_search_misses_nothing_among_many(empty: VectorStore) -> None:
    """An approximate index that filters while it walks could."""
    vectors = unit_vectors(600)
    empty.add([Record(f"p{n:03}", None, "rare" if n % 50 == 0 else "common") for n in range(600)], vectors)
    expected = sorted(range(0, 600, 50), key=lambda n: -float(vectors[n] @ vectors[1]))[:5]
    found = empty.nearest(vectors[1], 5, Filters(outlet="rare"))
    assert [id_ for id_, _ in found] == [f"p{n:03}" for n in expected]


# What follows is about files, which the stand-in has none of.


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A closed store of 200 passages, enough for its graph to be on disk."""
    folder = tmp_path / "g7" / "chroma"
    store = ChromaStore(folder, create=True)
    store.add([Record(f"p{n}", None, None) for n in range(200)], unit_vectors(200))
    store.close()
    return folder


def test_what_was_added_is_there_when_the_store_is_opened_again(folder: Path) -> None:
    store = ChromaStore(folder)
    assert store.count() == 200
    assert store.nearest(unit_vectors(200)[123], 1)[0][0] == "p123"
    store.close()


def test_a_copied_and_renamed_folder_opens_as_well(folder: Path, tmp_path: Path) -> None:
    copied = ChromaStore(Path(shutil.copytree(folder, tmp_path / "g8" / "chroma")))
    assert copied.nearest(unit_vectors(200)[123], 1)[0][0] == "p123"
    copied.close()


def test_a_reader_keeps_answering_after_another_one_of_the_same_folder_is_closed(folder: Path) -> None:
    kept, closed = ChromaStore(folder), ChromaStore(folder)
    closed.close()
    assert kept.nearest(unit_vectors(200)[5], 1)[0][0] == "p5"
    kept.close()


def _without(name: str) -> Any:
    return lambda folder: [file.unlink() for file in folder.rglob(name)]


def _emptied(name: str) -> Any:
    return lambda folder: [file.write_bytes(b"") for file in folder.rglob(name)]


@pytest.mark.parametrize(
    "damage",
    [
        shutil.rmtree,
        _without("chroma.sqlite3"),
        _emptied("chroma.sqlite3"),
        lambda folder: (folder / "chroma.sqlite3").write_bytes(b"no database " * 500),
        _emptied("*.bin"),
    ],
    ids=["no folder", "no database", "empty database", "garbage", "empty graph"],
)
def test_a_damaged_folder_is_told_as_a_damaged_generation(damage: Any, folder: Path) -> None:
    damage(folder)
    with pytest.raises(IndexDamaged, match="generation g7 is damaged: its vectors"):
        ChromaStore(folder).count()


@pytest.mark.parametrize("count", [3, 99, 300])
def test_room_that_no_vector_takes_holds_nothing(count: int, tmp_path: Path) -> None:
    folder, vectors = tmp_path / "g1" / "chroma", unit_vectors(count)
    with closing(ChromaStore(folder, create=True)) as store:
        store.add([Record(f"p{n}", None, None) for n in range(count)], vectors)
    (elements,) = folder.rglob("data_level0.bin")
    if count == 3:  # of room for a hundred
        content = elements.read_bytes()
        half = content[: len(content) // 2]
        elements.write_bytes((half + b"left in memory" * (len(half) // 14)).ljust(len(content)))
    blank_unused(folder)
    assert b"left" not in elements.read_bytes()
    with closing(ChromaStore(folder)) as store:
        for n in (0, count - 1):
            assert store.nearest(vectors[n], 1) == [(f"p{n}", pytest.approx(1, abs=1e-5))]


@pytest.mark.parametrize("count", [1, 3, 63, 99])
def test_who_only_reads_writes_nothing_to_the_graph(count: int, tmp_path: Path) -> None:
    """Whoever opens it at that moment would find half of it."""
    folder, vectors = tmp_path / "g1" / "chroma", unit_vectors(count)
    with closing(ChromaStore(folder, create=True)) as store:
        store.add([Record(f"p{n}", None, None) for n in range(count)], vectors)
    (graph,) = (path for path in folder.iterdir() if path.is_dir())
    written = {file.name: file.stat().st_mtime_ns for file in graph.iterdir()}
    with closing(ChromaStore(folder)) as store:
        assert store.nearest(vectors[0], 1)[0][0] == "p0"
        assert len(store.vectors([f"p{n}" for n in range(count)])) == count
    assert {file.name: file.stat().st_mtime_ns for file in graph.iterdir()} == written


def changed(folder: Path, to: Path) -> ChromaStore:
    """A copy of the store in `folder`, with p5 gone, p6 replaced and a new one."""
    copy_store(folder, to)
    store = ChromaStore(to)
    store.remove(["p5", "p6", "nobody"])
    store.add([Record("p6", None, "Reuters"), Record("new", None, None)], unit_vectors(2, seed=7))
    return store


def test_a_copy_changes_without_what_it_was_copied_from(folder: Path, tmp_path: Path) -> None:
    with closing(ChromaStore(folder)) as reader, closing(changed(folder, tmp_path / "g8" / "chroma")) as store:
        ids = {f"p{n}" for n in range(200)} | {"new"}
        assert (store.count(), store.among(sorted(ids))) == (200, ids - {"p5"})
        replaced, new = unit_vectors(2, seed=7)
        assert [store.nearest(vector, 1)[0][0] for vector in (replaced, new)] == ["p6", "new"]
        assert store.nearest(replaced, 1, Filters(outlet="reuters"))[0][0] == "p6"
        assert (reader.count(), reader.among(["p5", "new"])) == (200, {"p5"})
        assert reader.nearest(unit_vectors(200)[5], 1)[0][0] == "p5"


def test_a_store_is_copied_while_others_read_it(folder: Path, tmp_path: Path) -> None:
    stop = threading.Event()

    def read() -> int:
        asked = 0
        while not stop.is_set():
            with closing(ChromaStore(folder)) as store:
                assert store.nearest(unit_vectors(200)[9], 1)[0][0] == "p9"
            asked += 1
        return asked

    with ThreadPoolExecutor(1) as pool:
        reading = pool.submit(read)
        for n in range(10):
            with closing(changed(folder, tmp_path / f"g{n + 10}" / "chroma")) as store:
                assert store.count() == 200
        stop.set()
        assert reading.result() > 0


def test_a_store_without_its_files_cannot_be_copied(folder: Path, tmp_path: Path) -> None:
    (folder / "chroma.sqlite3").write_bytes(b"no database " * 500)
    with pytest.raises(IndexDamaged, match="generation g7 is damaged: its vectors cannot be copied"):
        copy_store(folder, tmp_path / "g8" / "chroma")
    with pytest.raises(IndexDamaged, match="cannot be copied"):
        copy_store(tmp_path / "gone", tmp_path / "g9" / "chroma")


@pytest.mark.parametrize(
    ("day", "number"), [(date(2021, 10, 7), 20211007), (date(987, 1, 2), 9870102), (date(9999, 12, 31), 99991231)]
)
def test_days_sort_as_their_numbers(day: date, number: int) -> None:
    assert day_number(day) == number


@pytest.mark.parametrize("outlet", ["Straße 7", "STRASSE 7", " strasse\t 7 "])
def test_outlets_are_compared_without_case_and_blanks(outlet: str) -> None:
    assert outlet_key(outlet) == "strasse 7"
