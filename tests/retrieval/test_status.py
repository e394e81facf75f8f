"""The state of a data folder is told, whatever it is; nothing is raised for a bad one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from retrieval.generations import Generations
from retrieval.purging import Purger
from retrieval.rebuild import Rebuilder, preparation
from retrieval.status import Kept, Rebuilding, Status, read_status
from retrieval.terms import TERMS_VERSION
from retrieval.withdrawn import Withdrawn
from tests.fakes import FakeEmbedder


@pytest.fixture
def generations(tmp_path: Path) -> Generations:
    return Generations(tmp_path / "data")


@pytest.fixture
def build(generations: Generations, corpus: Callable[..., Path]) -> Callable[..., str]:
    def build(remember_as: str | None = None, text: str = "Talks.") -> str:
        file = corpus(a={"text": text, "published": "2021-10-07"})
        return Rebuilder(generations, FakeEmbedder(), 160).rebuild(file, remember_as, lambda *_: None).generation

    return build


def status_of(
    generations: Generations, embedder: str = "fake@1", max_passage_tokens: int = 160, stale_after: int = 0
) -> Status:
    return read_status(
        generations,
        lambda: {"embedder": embedder, "terms": TERMS_VERSION},
        preparation(max_passage_tokens),
        "/shipped",
        stale_after=stale_after,
        today=date(2021, 10, 10),
    )


def kinds(status: Status) -> list[str]:
    return [type(problem).__name__ for problem in status.problems]


def test_a_sound_generation_is_told_with_all_that_is_served(
    generations: Generations, build: Callable[..., str]
) -> None:
    id_ = build("/news")
    status = status_of(generations)
    assert status.ok
    assert status.index == generations.manifest(id_).info()
    assert (status.embedder, status.corpus) == ("fake@1", "/news")
    assert status.disk_bytes > 1000


def test_a_generation_of_the_shipped_articles_names_their_folder(
    generations: Generations, build: Callable[..., str]
) -> None:
    build(None)
    assert status_of(generations).corpus == "/shipped"


def test_where_nothing_is_built_that_is_the_problem(generations: Generations) -> None:
    status = status_of(generations)
    assert kinds(status) == ["IndexMissing"]
    assert (status.ok, status.index, status.corpus, status.disk_bytes) == (False, None, None, 0)


def test_another_embedder_is_a_problem_but_what_is_served_is_told(
    generations: Generations, build: Callable[..., str]
) -> None:
    build()
    status = status_of(generations, "other@1")
    assert kinds(status) == ["IndexMismatch"]
    assert status.index
    assert (status.index.articles, status.embedder) == (1, "fake@1")


def test_another_way_to_cut_passages_is_a_note_and_no_problem(
    generations: Generations, build: Callable[..., str]
) -> None:
    build()
    status = status_of(generations, max_passage_tokens=80)
    assert status.ok
    assert [note for note in status.notes if "chunker" in note and "80 tokens" in note]
    assert status_of(generations).notes == ()


def test_without_an_index_nobody_asks_for_the_model(generations: Generations) -> None:
    def unavailable() -> dict[str, str]:
        raise AssertionError("the model was asked for")

    assert kinds(read_status(generations, unavailable, {}, "/shipped")) == ["IndexMissing"]


@pytest.mark.parametrize(
    ("part", "told"), [("manifest.json", False), ("articles.sqlite", True), ("lexical/starts.npy", True)]
)
def test_a_missing_part_is_a_problem(
    part: str, told: bool, generations: Generations, build: Callable[..., str]
) -> None:
    (generations.folder(build()) / part).unlink()
    status = status_of(generations)
    assert kinds(status) == ["IndexDamaged"]
    assert (status.index is not None) == told


def test_a_data_folder_that_cannot_be_one_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert kinds(status_of(Generations(tmp_path / "file" / "data"))) == ["DataFolderUnusable"]


@pytest.mark.parametrize(
    "name", ["articles.sqlite", "lexical/counts.npy", "lexical/vocabulary.json", "chroma/*/header.bin", "manifest.json"]
)
def test_one_wrong_byte_is_a_problem_even_where_a_question_would_not_meet_it(
    name: str, generations: Generations, build: Callable[..., str]
) -> None:
    (file,) = generations.folder(build()).glob(name)
    content = bytearray(file.read_bytes())
    content[-2] ^= 1
    file.write_bytes(content)
    assert kinds(status_of(generations)) == ["IndexDamaged"]


def test_while_an_earlier_generation_answers_it_is_told_as_served_and_the_damage_as_problem(
    generations: Generations, build: Callable[..., str]
) -> None:
    first, second = build("/news", "One."), build("/news", "Two.")
    (generations.folder(second) / "articles.sqlite").unlink()
    status = status_of(generations)
    assert kinds(status) == ["IndexFellBack"]
    assert f"generation {second} is damaged" in str(status.problems[0])
    assert status.index == generations.manifest(first).info()
    assert status.corpus == "/news"


def test_a_pointer_that_cannot_be_read_is_a_problem_and_what_answers_is_told(
    generations: Generations, build: Callable[..., str]
) -> None:
    first = build(text="One.")
    build(text="Two.")
    (generations.data_dir / "current").write_bytes(b"\xff")
    status = status_of(generations)
    assert kinds(status) == ["IndexFellBack"]
    assert status.index
    assert status.index.generation == first


def test_a_damaged_previous_generation_is_a_note(generations: Generations, build: Callable[..., str]) -> None:
    first = build(text="One.")
    build(text="Two.")
    (generations.folder(first) / "articles.sqlite").unlink()
    status = status_of(generations)
    assert status.ok
    (note,) = status.notes
    assert note.startswith(f"generation {first} is damaged: its file articles.sqlite is missing")


@pytest.mark.parametrize(("format_", "problem"), [(99, "IndexNewer"), (1, "IndexOlder")])
def test_a_generation_of_another_version_is_a_problem_of_its_own(
    format_: int, problem: str, generations: Generations, build: Callable[..., str]
) -> None:
    (generations.folder(build()) / "manifest.json").write_text(f'{{"format": {format_}}}')
    assert kinds(status_of(generations)) == [problem]


def test_every_generation_on_disk_is_listed_with_what_it_is(
    generations: Generations, build: Callable[..., str]
) -> None:
    first, second = build(text="One."), build(text="Two.")
    stray = generations.folder("20200101T000000Z-0000")
    stray.mkdir()
    assert status_of(generations).generations == (
        Kept(stray.name, None, None),
        Kept(first, "previous", generations.manifest(first).info()),
        Kept(second, "serving", generations.manifest(second).info()),
    )


@pytest.mark.parametrize(("stale_after", "problems"), [(0, []), (3, []), (2, ["IndexStale"])])
def test_an_archive_without_a_newer_article_is_a_problem_after_the_days_that_are_set(
    stale_after: int, problems: list[str], generations: Generations, build: Callable[..., str]
) -> None:
    build()
    status = status_of(generations, stale_after=stale_after)
    assert kinds(status) == problems
    if problems:
        assert str(status.problems[0]).startswith("the newest article is of 2021-10-07, 3 days ago")


def test_less_room_than_two_generations_take_is_a_problem(
    generations: Generations, build: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    id_ = build()
    assert status_of(generations).disk_free_bytes > 0
    status_of(generations)  # what Chroma writes to read is written
    needed = 2 * generations.generation_bytes(id_)
    monkeypatch.setattr(generations, "free_bytes", lambda: needed - 1)
    assert kinds(status_of(generations)) == ["DiskShort"]
    monkeypatch.setattr(generations, "free_bytes", lambda: needed + 100_000)
    assert status_of(generations).ok


def test_articles_that_were_taken_down_are_counted(generations: Generations, build: Callable[..., str]) -> None:
    build()
    assert status_of(generations).withdrawn == 0
    with generations.writing():
        Withdrawn(generations.data_dir).add(["x", "y"])
    assert status_of(generations).withdrawn == 2
    (generations.data_dir / "withdrawn").write_bytes(b"\xff")
    assert kinds(status_of(generations)) == ["DataFolderUnusable"]


def test_articles_that_were_taken_down_and_are_still_on_disk_are_a_problem(
    generations: Generations, build: Callable[..., str]
) -> None:
    build(text="One.")
    build(text="Two.")
    with generations.writing():
        Withdrawn(generations.data_dir).add(["a"])
    (problem,) = status_of(generations).problems
    assert str(problem) == "withdrawn articles are still in 2 of the generations on disk"
    Purger(generations, lambda *_: None).finish()
    assert status_of(generations).ok


def test_a_rebuild_that_runs_and_one_that_was_interrupted_are_told(
    generations: Generations, build: Callable[..., str]
) -> None:
    build()
    assert status_of(generations).rebuilding is None
    with generations.writing() as work:
        (work / "vectors").write_bytes(b"12345")
        running = status_of(generations).rebuilding
    assert running
    assert running.holder
    assert running.holder.startswith("process ")
    assert status_of(generations).rebuilding == Rebuilding(None, 5)
    assert status_of(generations).ok
