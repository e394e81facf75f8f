"""What a reader sees of generations that come and go."""

from __future__ import annotations

import logging
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from itertools import chain, repeat
from pathlib import Path
from typing import Any

import pytest

from config.errors import IndexDamaged, IndexMismatch, IndexMissing, IndexNewer
from retrieval.generations import Generations
from retrieval.index import Archive, Index
from retrieval.rebuild import Rebuilder
from retrieval.terms import TERMS_VERSION
from tests.fakes import FakeEmbedder

EMBEDDER = FakeEmbedder()
READS_WITH = {"embedder": EMBEDDER.identity, "terms": TERMS_VERSION}


@pytest.fixture
def generations(tmp_path: Path) -> Generations:
    return Generations(tmp_path / "data")


@pytest.fixture
def archive(generations: Generations) -> Iterator[Archive]:
    archive = Archive(generations, READS_WITH)
    yield archive
    archive.close()


@pytest.fixture
def build(generations: Generations, corpus: Callable[..., Path]) -> Callable[..., str]:
    """Build and publish a generation of the given articles; gives its id."""

    def build(embedder: FakeEmbedder = EMBEDDER, **articles: str) -> str:
        rebuilder = Rebuilder(generations, embedder, 160)
        return rebuilder.rebuild(corpus(**articles), None, lambda *_: None, allow_shrink=True).generation

    return build


def said(index: Index) -> str | None:
    article = index.article("a")
    return article.text if article else None


def found(index: Index, text: str) -> str:
    return index.vectors.nearest(EMBEDDER.embed_query(text), 1)[0][0]


def test_before_the_first_rebuild_there_is_nothing_to_read(archive: Archive, build: Callable[..., str]) -> None:
    with pytest.raises(IndexMissing), archive.reading():
        pass
    build(a="Talks in Moscow.")
    with archive.reading() as index:
        assert said(index) == "Talks in Moscow."


def test_a_reader_takes_the_new_generation_between_two_questions(archive: Archive, build: Callable[..., str]) -> None:
    build(a="Talks in Moscow.")
    with archive.reading() as index:
        first = index
    id_ = build(a="Talks in Kabul.")
    with archive.reading() as index:
        assert (index.info.generation, said(index)) == (id_, "Talks in Kabul.")
    with pytest.raises(IndexDamaged):
        said(first)  # closed after its last question


def test_between_two_rebuilds_the_generation_is_opened_once(archive: Archive, build: Callable[..., str]) -> None:
    build(a="Talks in Moscow.")
    with archive.reading() as one, archive.reading() as other:
        assert one is other
    with archive.reading() as later:
        assert later is one


def test_a_question_under_way_keeps_its_generation_while_two_rebuilds_publish_and_prune(
    archive: Archive, build: Callable[..., str], generations: Generations
) -> None:
    first = build(a="Talks in Moscow.", b="Snow fell.")
    with archive.reading() as index:
        second = build(a="Talks in Kabul.")
        third = build(a="Talks in Doha.")
        assert generations.kept() == [first, second, third]
        assert said(index) == "Talks in Moscow."
        assert found(index, "snow") == "b@0-10"
        assert index.lexical.scores("snow").tolist()[1] > 0
        with archive.reading() as newer:
            assert (newer.info.generation, said(newer)) == (third, "Talks in Doha.")
        assert said(index) == "Talks in Moscow."
    fourth = build(a="Talks in Oslo.")
    assert generations.kept() == [third, fourth]


def test_another_process_keeps_the_generation_that_it_reads(
    build: Callable[..., str], generations: Generations
) -> None:
    first = build(a="One.")
    reads = f"""
import sys
from pathlib import Path
from retrieval.generations import Generations
lease = Generations(Path({str(generations.data_dir)!r})).lease({first!r})
print("reading", flush=True)
sys.stdin.readline()
"""
    with subprocess.Popen(
        [sys.executable, "-c", reads], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=Path.cwd()
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "reading\n"
        second = build(a="Two.")
        third = build(a="Three.")
        assert generations.kept() == [first, second, third]
        other.kill()  # and leaves nothing behind
    assert generations.kept() == [first, second, third]
    fourth = build(a="Four.")
    assert generations.kept() == [third, fourth]


def test_each_question_keeps_its_own_generation(archive: Archive, build: Callable[..., str]) -> None:
    build(a="One.")
    with archive.reading() as one:
        build(a="Two.")
        with archive.reading() as two:
            build(a="Three.")
            with archive.reading() as three:
                assert [said(index) for index in (one, two, three)] == ["One.", "Two.", "Three."]


def test_a_pointer_that_is_set_back_and_forth_is_followed_while_questions_run(
    archive: Archive, build: Callable[..., str], generations: Generations
) -> None:
    first, second = build(a="One."), build(a="Two.")
    with archive.reading() as two:
        (generations.data_dir / "current").write_text(first)
        with archive.reading() as one:
            (generations.data_dir / "current").write_text(second)
            with archive.reading() as again:
                assert [said(index) for index in (two, one, again)] == ["Two.", "One.", "Two."]
        assert found(two, "two") == "a@0-4"
    with archive.reading() as index:
        assert found(index, "two") == "a@0-4"


def test_a_generation_that_goes_while_it_is_opened_is_no_failure(
    archive: Archive, build: Callable[..., str], generations: Generations, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = build(a="One.")
    new = build(a="Two.")
    shutil.rmtree(generations.folder(old))
    answers = chain([old], repeat(new))
    monkeypatch.setattr(generations, "current_id", lambda: next(answers))
    with archive.reading() as index:
        assert index.info.generation == new


def test_questions_in_several_threads_survive_rebuilds(archive: Archive, build: Callable[..., str]) -> None:
    build(a="Talks number 0.")
    stop = threading.Event()
    failures: list[BaseException] = []
    answered = [0] * 3

    def ask(number: int) -> None:
        try:
            while not stop.is_set():
                with archive.reading() as index:
                    text = said(index)
                    assert text
                    assert text.startswith("Talks number")
                    assert found(index, "talks") == f"a@0-{len(text)}"
                answered[number] += 1
        except BaseException as exc:  # handed to the test's own thread
            failures.append(exc)

    threads = [threading.Thread(target=ask, args=[number]) for number in range(3)]
    for thread in threads:
        thread.start()
    for number in range(1, 4):
        build(a=f"Talks number {number}.")
    stop.set()
    for thread in threads:
        thread.join()
    assert failures == []
    assert min(answered) > 0


@pytest.mark.parametrize(("what", "identity"), [("embedder", "fake@2"), ("terms", "0")])
def test_a_generation_that_was_built_by_something_else_is_refused_by_name(
    what: str, identity: str, generations: Generations, build: Callable[..., str]
) -> None:
    build(a="Talks in Moscow.")
    archive = Archive(generations, {**READS_WITH, what: identity})
    with pytest.raises(IndexMismatch, match=f"built with the {what} .*, but {identity} is set now"), archive.reading():
        pass
    archive.close()


def test_a_rebuild_cures_a_mismatch_without_a_restart(archive: Archive, build: Callable[..., str]) -> None:
    build(FakeEmbedder("other@1"), a="Talks in Moscow.")
    with pytest.raises(IndexMismatch), archive.reading():
        pass
    build(a="Talks in Moscow.")
    with archive.reading() as index:
        assert said(index) == "Talks in Moscow."


def garble(folder: Path, name: str) -> None:
    """One wrong byte in the middle of a file."""
    (file,) = folder.rglob(name)
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 0x40
    file.write_bytes(content)


DAMAGES: dict[str, Callable[[Path], Any]] = {
    "manifest": lambda folder: (folder / "manifest.json").unlink(),
    "manifest, one byte": lambda folder: garble(folder, "manifest.json"),
    "articles": lambda folder: (folder / "articles.sqlite").unlink(),
    "articles garbled": lambda folder: (folder / "articles.sqlite").write_bytes(b"no database " * 500),
    "lexical": lambda folder: shutil.rmtree(folder / "lexical"),
    "lexical garbled": lambda folder: (folder / "lexical" / "starts.npy").write_bytes(b"no numbers"),
    "vectors": lambda folder: shutil.rmtree(folder / "chroma"),
    "vectors garbled": lambda folder: (folder / "chroma" / "chroma.sqlite3").write_bytes(b""),
    # The next and the last but one end the process, if they reach Chroma.
    "graph, one byte": lambda folder: garble(folder, "header.bin"),
    "graph, its ids": lambda folder: garble(folder, "index_metadata.pickle"),
    "graph, its vectors": lambda folder: next(folder.rglob("data_level0.bin")).write_bytes(b""),
    "all": shutil.rmtree,
}
damaged = pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
MANY = {f"b{number}": f"Filler number {number}." for number in range(70)}
"""More articles than Chroma holds in memory before it writes its graph."""


@damaged
def test_a_damaged_generation_is_refused_and_cured_by_a_rebuild(
    damage: Callable[[Path], Any], archive: Archive, build: Callable[..., str], generations: Generations
) -> None:
    damage(generations.folder(build(a="Talks in Moscow.", **MANY)))
    with pytest.raises(IndexDamaged), archive.reading():
        pass
    build(a="Talks in Moscow.", **MANY)
    with archive.reading() as index:
        assert said(index) == "Talks in Moscow."
        assert archive.fallback is None


@damaged
def test_while_the_served_generation_is_damaged_the_one_before_it_answers_and_that_is_told_once(
    damage: Callable[[Path], Any],
    archive: Archive,
    build: Callable[..., str],
    generations: Generations,
    caplog: pytest.LogCaptureFixture,
) -> None:
    first = build(a="Talks in Moscow.")
    second = build(a="Talks in Kabul.", **MANY)
    damage(generations.folder(second))
    for _ in range(2):
        with archive.reading() as index:
            assert (index.info.generation, said(index)) == (first, "Talks in Moscow.")
            assert found(index, "talks") == "a@0-16"
    (told,) = (record.getMessage() for record in caplog.records if record.name == "dateline.index")
    assert told == str(archive.fallback)
    assert told.startswith(f"generation {second} is damaged: ")
    assert f"; until the next rebuild, generation {first} of {index.info.built_at:%Y-%m-%d %H:%M} UTC answers" in told
    third = build(a="Talks in Doha.")
    with archive.reading() as index:
        assert (index.info.generation, archive.fallback) == (third, None)


@pytest.mark.parametrize("pointer", [None, b"", b"\xff", b"20211008T063000Z-0000", b"../../etc"])
def test_while_the_pointer_cannot_be_followed_the_generation_before_answers(
    pointer: bytes | None, archive: Archive, build: Callable[..., str], generations: Generations
) -> None:
    first = build(a="Talks in Moscow.")
    build(a="Talks in Kabul.")
    file = generations.data_dir / "current"
    file.unlink() if pointer is None else file.write_bytes(pointer)
    with archive.reading() as index:
        assert index.info.generation == first
    assert "is damaged: " in str(archive.fallback)


def test_a_generation_that_is_open_goes_on_answering_when_the_new_one_is_damaged(
    archive: Archive, build: Callable[..., str], generations: Generations
) -> None:
    build(a="One.")
    with archive.reading() as one:
        pass
    second, third = build(a="Two."), build(a="Three.")
    (generations.folder(third) / "articles.sqlite").unlink()
    with archive.reading() as index:
        assert index is one
        assert found(index, "one") == "a@0-4"
    assert archive.fallback
    assert generations.previous_id() == second


def test_damage_that_shows_in_the_middle_of_a_question_is_told_and_the_next_question_falls_back(
    archive: Archive, build: Callable[..., str], caplog: pytest.LogCaptureFixture
) -> None:
    first = build(a="Talks in Moscow.")
    second = build(a="Talks in Kabul.")
    with pytest.raises(IndexDamaged), archive.reading():
        raise IndexDamaged(second, "its articles cannot be read (a page is torn)")
    with archive.reading() as index:
        assert (index.info.generation, said(index)) == (first, "Talks in Moscow.")
    assert "a page is torn" in caplog.text
    third = build(a="Talks in Doha.")
    with archive.reading() as index:
        assert index.info.generation == third


def test_damage_that_nothing_can_stand_in_for_is_looked_at_again_by_the_next_question(
    archive: Archive, build: Callable[..., str], generations: Generations
) -> None:
    articles = generations.folder(build(a="Talks in Moscow.")) / "articles.sqlite"
    hidden = articles.rename(articles.with_suffix(".hidden"))
    for _ in range(2):
        with pytest.raises(IndexDamaged, match="its articles"), archive.reading():
            pass
    hidden.rename(articles)
    with archive.reading() as index:
        assert said(index) == "Talks in Moscow."


def test_when_both_are_damaged_the_damage_of_the_served_one_is_told(
    archive: Archive, build: Callable[..., str], generations: Generations
) -> None:
    first, second = build(a="One."), build(a="Two.")
    shutil.rmtree(generations.folder(first) / "lexical")
    (generations.folder(second) / "articles.sqlite").unlink()
    with pytest.raises(IndexDamaged, match=f"{second} is damaged: its articles"), archive.reading():
        pass


def test_nothing_falls_back_to_a_generation_of_another_embedder(
    archive: Archive, build: Callable[..., str], generations: Generations
) -> None:
    build(FakeEmbedder("other@1"), a="One.")
    second = build(a="Two.")
    (generations.folder(second) / "articles.sqlite").unlink()
    with pytest.raises(IndexDamaged, match=second), archive.reading():
        pass


def test_another_embedder_or_a_newer_version_is_for_a_person_to_decide_and_never_falls_back(
    archive: Archive, build: Callable[..., str], generations: Generations
) -> None:
    build(a="One.")
    with archive.reading():
        pass
    second = build(FakeEmbedder("other@1"), a="Two.")
    with pytest.raises(IndexMismatch), archive.reading():
        pass
    (generations.folder(second) / "manifest.json").write_text('{"format": 99}')
    with pytest.raises(IndexNewer), archive.reading():
        pass


def test_a_rollback_to_what_was_damaged_here_is_believed(
    archive: Archive, build: Callable[..., str], generations: Generations
) -> None:
    first, second = build(a="One."), build(a="Two.")
    with pytest.raises(IndexDamaged), archive.reading():
        raise IndexDamaged(second, "a page is torn")
    for serving in (first, second):
        with generations.writing():
            generations.serve_previous()
        with archive.reading() as index:
            assert (index.info.generation, archive.fallback) == (serving, None)


def test_a_folder_that_may_not_be_written_is_read(
    archive: Archive, build: Callable[..., str], generations: Generations, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = generations.folder(build(a="One.", **MANY)) / "chroma"
    # Whoever runs the tests may be allowed to write everywhere.
    monkeypatch.setattr("retrieval.store.os.access", lambda path, _: Path(path) != folder / "chroma.sqlite3")
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with archive.reading() as index:
        assert said(index) == "One."
        assert index.vectors.count() == index.info.passages
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    archive.close()
    assert not list(Path(tempfile.gettempdir()).glob("dateline-*/*/chroma"))


def test_a_process_that_shows_no_log_prints_nothing_of_its_own(build: Callable[..., str]) -> None:
    assert any(isinstance(handler, logging.NullHandler) for handler in logging.getLogger("dateline.index").handlers)


def test_a_closed_archive_opens_again_when_it_is_asked(archive: Archive, build: Callable[..., str]) -> None:
    build(a="Talks in Moscow.")
    with archive.reading():
        pass
    archive.close()
    with archive.reading() as index:
        assert said(index) == "Talks in Moscow."
