"""The pointer moves in one step, one process writes, and what serves is never removed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict, replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from config.errors import IndexBusy, IndexDamaged, IndexMissing, IndexNewer, IndexOlder, SettingsError
from retrieval.generations import Generations
from retrieval.manifest import FORMAT, Manifest

MANIFEST = Manifest(
    id="g1",
    built_at="2021-10-08T06:30:00+00:00",
    corpus=None,
    built_with={"embedder": "fake@1", "terms": "1"},
    dimension=64,
    articles=2,
    passages=14,
    newest_published="2021-10-07",
)
GRAPH = ("chroma/1f/data_level0.bin", "chroma/1f/header.bin")
HOLDS_THE_LOCK = """
import sys
from pathlib import Path
from retrieval.generations import Generations
with Generations(Path(sys.argv[1])).writing():
    print("holding", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def generations(tmp_path: Path) -> Generations:
    return Generations(tmp_path / "data")


def finished(work: Path, id_: str) -> Path:
    """A finished generation of a few files."""
    folder = work / id_
    for name in ("articles.sqlite", "lexical/counts.npy", "chroma/chroma.sqlite3", *GRAPH):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"{name} of {id_}")
    return folder


def publish(generations: Generations, id_: str) -> None:
    with generations.writing() as work:
        generations.publish(finished(work, id_), replace(MANIFEST, id=id_))


def pair(generations: Generations) -> tuple[str | None, str | None]:
    return generations.served_id(), generations.previous_id()


@pytest.fixture
def other_process(generations: Generations) -> Iterator[subprocess.Popen[str]]:
    """Another process that is rebuilding in the same data folder, until its input is closed."""
    other = subprocess.Popen(
        [sys.executable, "-c", HOLDS_THE_LOCK, str(generations.data_dir)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert other.stdin is not None
    assert other.stdout is not None
    assert other.stdout.readline() == "holding\n"
    with other:
        yield other


def test_where_nothing_was_published_there_is_no_index(generations: Generations) -> None:
    assert generations.kept() == []
    with pytest.raises(IndexMissing, match="no index has been built"):
        generations.current_id()


def test_the_last_published_generation_serves(generations: Generations) -> None:
    for id_ in ("g1", "g2"):
        publish(generations, id_)
        assert generations.current_id() == id_
        assert (generations.folder(id_) / "articles.sqlite").read_text().endswith(id_)


def test_a_manifest_comes_back_as_it_was_published(generations: Generations) -> None:
    publish(generations, "g1")
    manifest = generations.manifest("g1")
    assert replace(manifest, files={}) == MANIFEST
    assert sorted(manifest.files) == ["articles.sqlite", *GRAPH, "lexical/counts.npy"]
    info = generations.manifest("g1").info()
    assert (info.generation, info.articles, info.passages) == ("g1", 2, 14)
    assert info.built_at == datetime(2021, 10, 8, 6, 30, tzinfo=UTC)
    assert info.newest_published == date(2021, 10, 7)


def test_the_generation_that_serves_and_the_one_before_it_stay(generations: Generations) -> None:
    for id_ in ("g1", "g2", "g3", "g4"):
        publish(generations, id_)
    assert generations.kept() == ["g3", "g4"]


def test_a_clock_that_was_set_back_does_not_remove_the_new_generation(generations: Generations) -> None:
    for id_ in ("g8", "g9", "g1"):
        publish(generations, id_)
    assert generations.current_id() == "g1"
    assert generations.kept() == ["g1", "g9"]


class _Crash(BaseException):
    """The process ends here."""


def crash_at(patch: pytest.MonkeyPatch, step: int) -> Callable[[], int]:
    """Ends the process before the `step`th change of a file, counted from 0; what is given back tells how many came."""
    taken = 0
    for name in ("write_text", "replace", "rename", "unlink"):
        real = getattr(Path, name)

        def counted(*arguments: object, real: Callable[..., object] = real, **options: object) -> object:
            nonlocal taken
            if taken == step:
                raise _Crash
            taken += 1
            return real(*arguments, **options)

        patch.setattr(Path, name, counted)
    return lambda: taken


@pytest.mark.parametrize("what", ["publish", "roll back", "replace the previous", "remove the previous"])
def test_a_crash_at_any_step_leaves_the_pair_from_before_or_the_pair_from_after(
    what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    after = {
        "publish": ("g3", "g2"),
        "roll back": ("g1", "g2"),
        "replace the previous": ("g2", "g3"),
        "remove the previous": ("g2", None),
    }[what]
    seen = []
    for step in range(100):
        generations = Generations(tmp_path / f"data{step}")
        publish(generations, "g1")
        publish(generations, "g2")
        with generations.writing() as work:
            folder = finished(work, "g3")
            with monkeypatch.context() as patch:
                taken = crash_at(patch, step)
                with suppress(_Crash):
                    if what == "publish":
                        generations.publish(folder, replace(MANIFEST, id="g3"))
                    elif what == "roll back":
                        generations.serve_previous()
                    elif what == "replace the previous":
                        generations.replace_previous(folder, replace(MANIFEST, id="g3"))
                    else:
                        generations.replace_previous(None, None)
        seen.append(pair(generations))
        for id_ in filter(None, seen[-1]):
            generations.check(id_)
        publish(generations, "g4")
        assert generations.kept() == sorted({"g4", seen[-1][0]})  # what a crash left over is gone
        if taken() < step:
            break
    assert seen[0] == ("g2", "g1")
    assert seen[-1] == after
    assert set(seen) == {("g2", "g1"), after}


def test_what_a_crash_left_over_goes_when_the_next_writer_begins(generations: Generations) -> None:
    for id_ in ("g1", "g2"):
        publish(generations, id_)
    finished(generations.data_dir / "generations", "g3")
    (generations.data_dir / "generations" / "g0.going").mkdir()
    with generations.writing():
        assert [path.name for path in sorted((generations.data_dir / "generations").iterdir())] == ["g1", "g2"]


def test_what_is_being_read_goes_when_a_later_writer_begins(generations: Generations) -> None:
    publish(generations, "g1")
    lease = generations.lease("g1")
    for id_ in ("g2", "g3"):
        publish(generations, id_)
    assert generations.kept() == ["g1", "g2", "g3"]
    lease.close()
    with generations.writing():
        assert generations.kept() == ["g2", "g3"]


@pytest.mark.parametrize("pointer", [b"\xff\xfe", b"", b"../g1", b"g9"])
def test_nothing_is_removed_while_it_is_not_known_what_serves(pointer: bytes, generations: Generations) -> None:
    for id_ in ("g1", "g2"):
        publish(generations, id_)
    (generations.data_dir / "current").write_bytes(pointer)
    with generations.writing():
        assert generations.kept() == ["g1", "g2"]
    assert generations.previous_id() == "g1"


def test_the_generation_before_a_damaged_one_stays_when_another_is_published(generations: Generations) -> None:
    for id_ in ("g1", "g2"):
        publish(generations, id_)
    (generations.folder("g2") / "articles.sqlite").write_text("damage")
    publish(generations, "g3")
    assert pair(generations) == ("g3", "g1")
    assert generations.kept() == ["g1", "g3"]


def test_a_pointer_that_is_lost_is_damage_and_no_empty_folder(generations: Generations) -> None:
    for id_ in ("g1", "g2"):
        publish(generations, id_)
    (generations.data_dir / "current").unlink()
    with pytest.raises(IndexDamaged, match="the index is damaged: the pointer `current` is missing"):
        generations.current_id()
    assert pair(generations) == (None, "g1")


def test_one_published_generation_has_none_before_it(generations: Generations) -> None:
    assert pair(generations) == (None, None)
    publish(generations, "g1")
    assert pair(generations) == ("g1", None)


def test_a_previous_one_that_is_not_on_disk_is_none(generations: Generations) -> None:
    for id_ in ("g1", "g2"):
        publish(generations, id_)
    assert generations.remove("g1", 0)
    assert generations.previous_id() is None


def test_what_lies_in_the_work_folder_is_kept_for_the_next_writer(generations: Generations) -> None:
    with suppress(ZeroDivisionError), generations.writing() as work:
        (work / "half").write_text("half")
        raise ZeroDivisionError
    assert generations.unfinished_bytes() == 4
    with generations.writing() as work:
        assert [path.name for path in work.iterdir()] == ["half"]


@pytest.mark.parametrize(
    ("file", "named"),
    [
        ("articles.sqlite", "its file articles.sqlite is not as it was written"),
        ("lexical/counts.npy", "its file lexical/counts.npy is not as it was written"),
        ("chroma/1f/header.bin", "its file chroma/1f/header.bin is not as it was written"),
        ("manifest.json", "its manifest cannot be read"),
    ],
)
def test_one_wrong_byte_is_found_and_its_file_named(file: str, named: str, generations: Generations) -> None:
    publish(generations, "g1")
    generations.check("g1")
    path = generations.folder("g1") / file
    content = bytearray(path.read_bytes())
    for place in range(0, len(content), max(1, len(content) // 50)):
        path.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
        with pytest.raises((IndexDamaged, IndexNewer), match=f"{named}|by a newer version"):
            generations.check("g1")


def test_a_missing_file_is_found_and_what_chroma_rewrites_is_not_looked_at(generations: Generations) -> None:
    publish(generations, "g1")
    for name in ("chroma.sqlite3", "chroma.sqlite3-wal"):
        (generations.folder("g1") / "chroma" / name).write_text("opened")
    vectors = generations.folder("g1") / GRAPH[0]
    vectors.write_text(vectors.read_text().upper())
    generations.check("g1")
    (generations.folder("g1") / "lexical" / "counts.npy").unlink()
    with pytest.raises(IndexDamaged, match=r"^generation g1 is damaged: its file lexical/counts.npy is missing$"):
        generations.check("g1")


def test_a_graph_that_was_cut_off_is_found(generations: Generations) -> None:
    publish(generations, "g1")
    (generations.folder("g1") / GRAPH[0]).write_bytes(b"")
    with pytest.raises(IndexDamaged, match=f"its file {GRAPH[0]} is not as it was written"):
        generations.check("g1")


def test_a_text_that_must_go_goes_when_its_readers_do(generations: Generations) -> None:
    publish(generations, "g1")
    lease = generations.lease("g1")
    threading.Timer(0.3, lease.close).start()
    started = time.monotonic()
    assert generations.remove("g1", 30)
    assert 0.2 < time.monotonic() - started < 10
    assert list((generations.data_dir / "generations").iterdir()) == []


def test_a_text_that_must_go_goes_under_a_reader_that_stays(generations: Generations) -> None:
    for id_ in ("g1", "g2"):
        publish(generations, id_)
    lease = generations.lease("g1")
    assert generations.remove("g1", 0.1)
    assert [path.name for path in (generations.data_dir / "generations").iterdir()] == ["g2"]
    lease.close()
    assert generations.remove("g1", 0.1)  # it is gone already


def test_the_previous_generation_is_replaced_or_removed(generations: Generations) -> None:
    for id_ in ("g1", "g2"):
        publish(generations, id_)
    with generations.writing() as work:
        generations.replace_previous(finished(work, "g3"), replace(MANIFEST, id="g3"))
    assert pair(generations) == ("g2", "g3")
    assert generations.kept() == ["g2", "g3"]
    generations.check("g3")
    with generations.writing():
        generations.replace_previous(None, None)
    assert pair(generations) == ("g2", None)
    assert generations.kept() == ["g2"]


def test_a_second_process_is_told_who_is_rebuilding(
    generations: Generations, other_process: subprocess.Popen[str]
) -> None:
    with pytest.raises(IndexBusy, match=f"process {other_process.pid} on") as caught, generations.writing():
        pass
    assert caught.value.retryable
    assert str(caught.value).endswith(" UTC)")  # since when
    assert generations.writer() == caught.value.holder


def test_a_killed_process_holds_no_lock(generations: Generations, other_process: subprocess.Popen[str]) -> None:
    other_process.kill()
    other_process.wait()
    assert generations.writer() is None
    with generations.writing() as work:
        assert work.is_dir()


def test_a_second_rebuild_in_the_same_process_is_refused_too(generations: Generations) -> None:
    with generations.writing(), pytest.raises(IndexBusy, match=f"process {os.getpid()}"), generations.writing():
        pass


def test_reading_needs_no_lock(generations: Generations) -> None:
    publish(generations, "g1")
    with generations.writing():
        assert generations.manifest(generations.current_id()).id == "g1"


def test_a_look_at_the_lock_refuses_nobody(generations: Generations) -> None:
    publish(generations, "g1")
    stop = threading.Event()

    def look() -> None:
        while not stop.is_set():
            generations.writer()

    looker = threading.Thread(target=look)
    looker.start()
    try:
        for _ in range(50):
            with generations.writing():
                pass
    finally:
        stop.set()
        looker.join()


@pytest.mark.parametrize(
    "content",
    [
        None,
        "",
        "{",
        "[]",
        "{}",
        json.dumps({"format": FORMAT}),
        json.dumps({"format": "new"}),
        json.dumps({**asdict(MANIFEST), "more": 1}),
        json.dumps({**asdict(MANIFEST), "built_at": "yesterday"}),
        json.dumps({**asdict(MANIFEST), "newest_published": "2021-02-30"}),
    ],
)
def test_a_manifest_that_cannot_be_read_is_a_damaged_generation(content: str | None, generations: Generations) -> None:
    publish(generations, "g1")
    file = generations.folder("g1") / "manifest.json"
    file.unlink() if content is None else file.write_text(content)
    with pytest.raises(IndexDamaged, match="its manifest cannot be read"):
        generations.manifest("g1")


@pytest.mark.parametrize(
    ("format_", "error", "said"),
    [
        (FORMAT + 1, IndexNewer, "generation g1 was written by a newer version of Dateline"),
        (FORMAT - 1, IndexOlder, "generation g1 was written by an older version of Dateline"),
    ],
)
def test_a_manifest_of_another_format_says_so_whatever_its_fields(
    format_: int, error: type[Exception], said: str, generations: Generations
) -> None:
    publish(generations, "g1")
    (generations.folder("g1") / "manifest.json").write_text(json.dumps({"format": format_, "other": True}))
    with pytest.raises(error, match=f"^{said}$"):
        generations.manifest("g1")
    publish(generations, "g2")
    assert pair(generations) == ("g2", "g1")  # the other version may want it back


def test_ids_sort_by_time(generations: Generations) -> None:
    ids = [generations.new_id() for _ in range(50)]
    assert ids == sorted(ids)
    assert all(len(id_) == len("20261121T093000Z-1f3a") for id_ in ids)


def test_stray_files_are_no_generations(generations: Generations) -> None:
    publish(generations, "g1")
    (generations.data_dir / "generations" / ".DS_Store").write_text("")
    assert generations.kept() == ["g1"]


def test_the_disk_use_counts_every_file_and_survives_one_that_vanishes(
    generations: Generations, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(generations, "g1")
    files = [path for path in generations.data_dir.rglob("*") if path.is_file()]
    assert generations.disk_bytes() == sum(path.stat().st_size for path in files) > 0
    assert generations.generation_bytes("g1") < generations.disk_bytes()
    monkeypatch.setattr(Path, "rglob", lambda *_: [*files, generations.data_dir / "gone"])
    assert generations.disk_bytes() == sum(path.stat().st_size for path in files)


def test_the_free_room_is_told_before_anything_is_built(tmp_path: Path) -> None:
    assert Generations(tmp_path / "not" / "there").free_bytes() > 0


def test_an_error_of_the_corpus_is_not_blamed_on_the_data_folder(generations: Generations) -> None:
    with pytest.raises(PermissionError), generations.writing():
        raise PermissionError(13, "Permission denied", "/corpus/secret.txt")


def test_a_data_folder_that_cannot_be_one_is_a_wrong_setting(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    generations = Generations(tmp_path / "file" / "data")
    with pytest.raises(SettingsError, match="cannot be used: not a directory"):
        generations.current_id()
    with pytest.raises(SettingsError, match="cannot be used: not a directory"), generations.writing():
        pass
