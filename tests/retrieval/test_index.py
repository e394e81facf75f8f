"""What a reader sees of generations that come and go."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from config.errors import IndexDamaged, IndexMismatch, IndexMissing
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
    answers = iter([old, new])
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


@pytest.mark.parametrize(
    "damage",
    [
        lambda folder: (folder / "manifest.json").unlink(),
        lambda folder: (folder / "articles.sqlite").unlink(),
        lambda folder: (folder / "articles.sqlite").write_bytes(b"no database " * 500),
        lambda folder: shutil.rmtree(folder / "lexical"),
        lambda folder: (folder / "lexical" / "passages.json").write_text('{"passages": 7}'),
        lambda folder: shutil.rmtree(folder / "chroma"),
        lambda folder: (folder / "chroma" / "chroma.sqlite3").write_bytes(b""),
        shutil.rmtree,
    ],
    ids=["manifest", "articles", "articles garbled", "lexical", "counts", "vectors", "vectors garbled", "all"],
)
def test_a_damaged_generation_is_refused_and_cured_by_a_rebuild(
    damage: Callable[[Path], Any], archive: Archive, build: Callable[..., str], generations: Generations
) -> None:
    damage(generations.folder(build(a="Talks in Moscow.")))
    with pytest.raises(IndexDamaged), archive.reading():
        pass
    build(a="Talks in Moscow.")
    with archive.reading() as index:
        assert said(index) == "Talks in Moscow."


def test_a_closed_archive_opens_again_when_it_is_asked(archive: Archive, build: Callable[..., str]) -> None:
    build(a="Talks in Moscow.")
    with archive.reading():
        pass
    archive.close()
    with archive.reading() as index:
        assert said(index) == "Talks in Moscow."
