"""The state of a data folder is told, whatever it is; nothing is raised for a bad one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from retrieval.generations import Generations
from retrieval.rebuild import Rebuilder, preparation
from retrieval.status import Status, read_status
from retrieval.terms import TERMS_VERSION
from tests.fakes import FakeEmbedder


@pytest.fixture
def generations(tmp_path: Path) -> Generations:
    return Generations(tmp_path / "data")


@pytest.fixture
def build(generations: Generations, corpus: Callable[..., Path]) -> Callable[[str | None], str]:
    def build(remember_as: str | None = None) -> str:
        file = corpus(a={"text": "Talks.", "published": "2021-10-07"})
        return Rebuilder(generations, FakeEmbedder(), 160).rebuild(file, remember_as, lambda *_: None).generation

    return build


def status_of(generations: Generations, embedder: str = "fake@1", max_passage_tokens: int = 160) -> Status:
    reads_with = {"embedder": embedder, "terms": TERMS_VERSION}
    return read_status(generations, lambda: reads_with, preparation(max_passage_tokens), "/shipped")


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
    ("part", "told"), [("manifest.json", False), ("articles.sqlite", True), ("lexical/passages.json", True)]
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
    assert kinds(status_of(Generations(tmp_path / "file" / "data"))) == ["SettingsError"]
