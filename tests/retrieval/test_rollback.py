"""What served before serves again, once it has been looked at; a second rollback comes back."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from config.errors import IndexBusy, IndexDamaged, IndexMismatch, IndexNewer, NothingToRollBack
from retrieval.generations import Generations
from retrieval.index import Archive
from retrieval.rebuild import Rebuilder
from retrieval.rollback import roll_back
from retrieval.terms import TERMS_VERSION
from retrieval.withdrawn import Withdrawn
from tests.fakes import FakeEmbedder


def reads_with() -> dict[str, str]:
    return {"embedder": "fake@1", "terms": TERMS_VERSION}


@pytest.fixture
def generations(tmp_path: Path) -> Generations:
    return Generations(tmp_path / "data")


@pytest.fixture
def archive(generations: Generations) -> Iterator[Archive]:
    with closing(Archive(generations, reads_with())) as archive:
        yield archive


@pytest.fixture
def build(generations: Generations, corpus: Callable[..., Path]) -> Callable[..., str]:
    def build(embedder: str = "fake@1", **articles: str) -> str:
        rebuilder = Rebuilder(generations, FakeEmbedder(embedder), 160)
        return rebuilder.rebuild(corpus(**articles), None, lambda *_: None, allow_shrink=True).generation

    return build


def said(archive: Archive) -> str:
    with archive.reading() as index:
        article = index.article("a")
        assert article
        return article.text


def test_what_served_before_serves_again_and_a_second_rollback_comes_back(
    archive: Archive, generations: Generations, build: Callable[..., str]
) -> None:
    first, second = build(a="One.", b="More."), build(a="Two.")
    assert said(archive) == "Two."
    for serving, other, text in ((first, second, "One."), (second, first, "Two."), (first, second, "One.")):
        done = roll_back(generations, reads_with)
        assert (done.index.generation, done.other_id) == (serving, other)
        assert done.other == generations.manifest(other).info()
        assert said(archive) == text


def test_a_rebuild_after_a_rollback_brings_back_what_is_in_the_corpus(
    archive: Archive, generations: Generations, build: Callable[..., str]
) -> None:
    first, second = build(a="One."), build(a="Two.")
    roll_back(generations, reads_with)
    third = build(a="Two.")
    assert said(archive) == "Two."
    assert (generations.served_id(), generations.previous_id()) == (third, first)
    assert second not in generations.kept()


def test_where_there_is_nothing_to_go_back_to_that_is_said_and_nothing_is_made(
    generations: Generations, build: Callable[..., str]
) -> None:
    with pytest.raises(NothingToRollBack, match=f"no generation to go back to: {generations.data_dir} holds no other"):
        roll_back(generations, reads_with)
    assert not generations.data_dir.exists()
    only = build(a="One.")
    with pytest.raises(NothingToRollBack):
        roll_back(generations, reads_with)
    assert generations.current_id() == only


@pytest.mark.parametrize(
    ("damage", "error"),
    [
        (lambda folder: (folder / "articles.sqlite").unlink(), IndexDamaged),
        (lambda folder: shutil.rmtree(folder / "chroma"), IndexDamaged),
        (lambda folder: (folder / "chroma" / "chroma.sqlite3").write_bytes(b""), IndexDamaged),
        (lambda folder: (folder / "manifest.json").write_text('{"format": 99}'), IndexNewer),
    ],
)
def test_what_cannot_serve_is_not_gone_back_to(
    damage: Callable[[Path], None], error: type[Exception], generations: Generations, build: Callable[..., str]
) -> None:
    first, second = build(a="One."), build(a="Two.")
    damage(generations.folder(first))
    with pytest.raises(error, match=first):
        roll_back(generations, reads_with)
    assert (generations.served_id(), generations.previous_id()) == (second, first)


def test_one_wrong_byte_in_an_article_is_found_before_it_serves_again(
    generations: Generations, build: Callable[..., str]
) -> None:
    first, second = build(a="Talks in Moscow."), build(a="Two.")
    file = generations.folder(first) / "articles.sqlite"
    file.write_bytes(file.read_bytes().replace(b"Moscow", b"Mosgow"))
    with pytest.raises(IndexDamaged, match=r"its file articles\.sqlite is not as it was written"):
        roll_back(generations, reads_with)
    assert generations.current_id() == second


def test_another_embedders_generation_is_not_gone_back_to(generations: Generations, build: Callable[..., str]) -> None:
    build("other@1", a="One.")
    second = build(a="Two.")
    with pytest.raises(IndexMismatch, match=r"built with the embedder other@1, but fake@1 is set now"):
        roll_back(generations, reads_with)
    assert generations.current_id() == second


def test_an_article_that_was_taken_down_since_does_not_come_back(
    generations: Generations, build: Callable[..., str]
) -> None:
    build(a="One.", b="More.")
    second = build(a="One.")
    with generations.writing():
        Withdrawn(generations.data_dir).add(["b", "c"])
    with pytest.raises(NothingToRollBack, match=r"holds the withdrawn article b$"):
        roll_back(generations, reads_with)
    assert generations.current_id() == second


@pytest.mark.parametrize("pointer", ["", "20211008T063000Z-0000"])
def test_it_cures_a_pointer_that_leads_nowhere(
    pointer: str, archive: Archive, generations: Generations, build: Callable[..., str]
) -> None:
    first = build(a="One.")
    build(a="Two.")
    (generations.data_dir / "current").write_text(pointer)
    done = roll_back(generations, reads_with)
    assert (done.index.generation, done.other_id, done.other) == (first, None, None)
    assert (said(archive), archive.fallback) == ("One.", None)


def test_it_waits_for_no_rebuild_and_says_who_is_writing(generations: Generations, build: Callable[..., str]) -> None:
    build(a="One.")
    second = build(a="Two.")
    with generations.writing(), pytest.raises(IndexBusy, match=r"process \d+ on .+, since .+ UTC"):
        roll_back(generations, reads_with)
    assert generations.current_id() == second
