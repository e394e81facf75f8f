"""The pointer moves in one step, one process writes, and what serves is never removed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from config.errors import IndexBusy, IndexDamaged, IndexMissing, SettingsError
from retrieval.generations import Generations, Manifest

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


def publish(generations: Generations, id_: str) -> None:
    with generations.writing() as work:
        finished = work / id_
        finished.mkdir()
        (finished / "content").write_text(id_)
        generations.publish(finished, replace(MANIFEST, id=id_))


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
        assert (generations.folder(id_) / "content").read_text() == id_


def test_a_manifest_comes_back_as_it_was_published(generations: Generations) -> None:
    publish(generations, "g1")
    assert generations.manifest("g1") == MANIFEST
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


def test_a_crash_before_the_pointer_moves_leaves_the_old_generation_serving(
    generations: Generations, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(generations, "g1")
    with monkeypatch.context() as patch:
        patch.setattr(generations, "_point_to", _crash)
        with suppress(SystemError):
            publish(generations, "g2")
    assert generations.current_id() == "g1"
    publish(generations, "g3")
    assert generations.kept() == ["g1", "g3"]  # and the orphan is gone


def _crash(_: str) -> None:
    raise SystemError


def test_a_failure_while_writing_leaves_no_work_and_frees_the_lock(generations: Generations) -> None:
    with suppress(ZeroDivisionError), generations.writing() as work:
        (work / "half").write_text("half")
        raise ZeroDivisionError
    assert not work.exists()
    with generations.writing() as work:
        assert list(work.iterdir()) == []


def test_what_a_killed_rebuild_left_is_removed_by_the_next_one(generations: Generations) -> None:
    (generations.data_dir / "work" / "g1").mkdir(parents=True)
    with generations.writing() as work:
        assert list(work.iterdir()) == []


def test_a_second_process_is_told_who_is_rebuilding(
    generations: Generations, other_process: subprocess.Popen[str]
) -> None:
    with pytest.raises(IndexBusy, match=f"process {other_process.pid} on") as caught, generations.writing():
        pass
    assert caught.value.retryable
    assert (generations.data_dir / "work").is_dir()  # the other one's


def test_a_killed_process_holds_no_lock(generations: Generations, other_process: subprocess.Popen[str]) -> None:
    other_process.kill()
    other_process.wait()
    with generations.writing() as work:
        assert work.is_dir()


def test_a_second_rebuild_in_the_same_process_is_refused_too(generations: Generations) -> None:
    with generations.writing(), pytest.raises(IndexBusy, match=f"process {os.getpid()}"), generations.writing():
        pass


def test_reading_needs_no_lock(generations: Generations) -> None:
    publish(generations, "g1")
    with generations.writing():
        assert generations.manifest(generations.current_id()) == MANIFEST


@pytest.mark.parametrize(
    "content",
    [
        None,
        "",
        "{",
        "[]",
        "{}",
        json.dumps({"format": 1}),
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


def test_a_manifest_of_another_format_says_so_whatever_its_fields(generations: Generations) -> None:
    publish(generations, "g1")
    (generations.folder("g1") / "manifest.json").write_text(json.dumps({"format": 9, "new": True}))
    with pytest.raises(IndexDamaged, match="its format is 9, and this version reads 1"):
        generations.manifest("g1")


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
    monkeypatch.setattr(Path, "rglob", lambda *_: [*files, generations.data_dir / "gone"])
    assert generations.disk_bytes() == sum(path.stat().st_size for path in files)


def test_a_data_folder_that_cannot_be_one_is_a_wrong_setting(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    generations = Generations(tmp_path / "file" / "data")
    with pytest.raises(SettingsError, match="cannot be used: not a directory"):
        generations.current_id()
    with pytest.raises(SettingsError, match="cannot be used: not a directory"), generations.writing():
        pass
