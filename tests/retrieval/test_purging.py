"""What is taken down is nowhere on disk any more, and never comes back."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from config.errors import IndexBusy, IndexDamaged, IndexMissing, UnknownArticle
from retrieval.generations import Generations
from retrieval.index import Archive, Index
from retrieval.purging import Purger
from retrieval.rebuild import Rebuilder
from retrieval.search import Mode, Searcher, SearchWeights
from retrieval.withdrawn import Withdrawn
from tests.fakes import FakeEmbedder

SECRET = "Xylophonists"
ROWS = {
    "a": "Talks in Moscow.",
    "b": f"{SECRET} struck in Kabul. Snow fell.",
    "c": "Aid for Kabul.",
    "d": "Inflation rose.",
    # As many as Chroma lays out room for: in what nobody uses it writes whatever it finds in its memory, as of a test.
    **{f"filler{n}": f"Item {n}, {n * 7919 % 1000}, {n * 104729 % 997}." for n in range(100)},
}


@pytest.fixture
def generations(tmp_path: Path) -> Generations:
    return Generations(tmp_path / "data")


@pytest.fixture
def rebuild(generations: Generations, corpus: Callable[..., Path]) -> Callable[..., str]:
    def rebuild(**rows: str) -> str:
        return Rebuilder(generations, FakeEmbedder(), 160).rebuild(corpus(**rows), None, lambda *_: None).generation

    return rebuild


@pytest.fixture
def two(rebuild: Callable[..., str]) -> list[str]:
    """The ids of two generations that both hold the article b, the older first."""
    return [rebuild(**ROWS), rebuild(**ROWS, e="New.")]


@pytest.fixture
def purger(generations: Generations) -> Purger:
    return Purger(generations, lambda *_: None)


def texts(generations: Generations, generation: str | None) -> dict[str, str]:
    assert generation
    with closing(Index.published(generations, generations.manifest(generation))) as index:
        found = (index.article(id_) for id_ in index.articles.ids())
        return {article.id: article.text for article in found if article}


def left_of(words: str, folder: Path) -> list[Path]:
    """Files that hold the words, their stem, or the vector that is made of them."""
    vector = FakeEmbedder().embed_query(words).astype(np.float32).tobytes()
    marks = (words.split()[0].encode(), words.split()[0][:9].lower().encode(), vector)
    files = (path for path in folder.rglob("*") if path.is_file())
    return [path for path in files if any(mark in path.read_bytes() for mark in marks)]


def test_the_words_leave_the_disk_and_the_rest_is_served(
    generations: Generations, two: list[str], purger: Purger
) -> None:
    assert left_of(ROWS["b"], generations.data_dir)
    report = purger.purge(["b"])
    assert left_of(ROWS["b"], generations.data_dir) == []
    assert (report.articles, report.rewritten, report.removed) == (("b",), 2, 0)
    rest = {id_: text for id_, text in ROWS.items() if id_ != "b"}
    assert texts(generations, generations.served_id()) == {**rest, "e": "New."}
    assert texts(generations, generations.previous_id()) == rest
    assert not set(two) & set(generations.kept())
    assert generations.served_id() == report.generation


def test_what_was_purged_does_not_come_back_with_a_rebuild(
    generations: Generations, two: list[str], purger: Purger, rebuild: Callable[..., str]
) -> None:
    purger.purge(["b"])
    rebuild(**ROWS, f="Newest.")
    assert "b" not in texts(generations, generations.served_id())
    assert left_of(ROWS["b"], generations.data_dir) == []


def test_a_purge_remembers_what_each_generation_was_made_of(
    generations: Generations, two: list[str], purger: Purger
) -> None:
    before = [generations.manifest(id_) for id_ in two]
    purger.purge(["b"])
    after = [generations.manifest(id_ or "") for id_ in (generations.previous_id(), generations.served_id())]
    assert [(m.corpus, m.built_with) for m in after] == [(m.corpus, m.built_with) for m in before]
    assert [(m.articles, m.passages) for m in after] == [(m.articles - 1, m.passages - 1) for m in before]


def test_an_id_that_nothing_holds_is_refused_and_nothing_is_done(
    generations: Generations, two: list[str], purger: Purger
) -> None:
    with pytest.raises(UnknownArticle, match="'typo'"):
        purger.purge(["b", "typo"])
    assert Withdrawn(generations.data_dir).ids() == frozenset()
    assert generations.kept() == two


def test_the_vector_of_an_article_that_was_dropped_before_goes_too(
    generations: Generations, rebuild: Callable[..., str], purger: Purger
) -> None:
    rebuild(**ROWS)
    rest = {id_: text for id_, text in ROWS.items() if id_ != "b"}
    rebuild(**rest)
    rebuild(**rest, e="New.")
    assert left_of(ROWS["b"], generations.data_dir)
    purger.purge(["a"])
    assert left_of(ROWS["b"], generations.data_dir) == []


def test_purging_again_does_nothing(generations: Generations, two: list[str], purger: Purger) -> None:
    purger.purge(["b"])
    kept = generations.kept()
    assert (purger.purge(["b"]).rewritten, generations.kept()) == (0, kept)


def test_the_only_article_can_be_purged(generations: Generations, rebuild: Callable[..., str], purger: Purger) -> None:
    rebuild(b=ROWS["b"])
    purger.purge(["b"])
    assert texts(generations, generations.served_id()) == {}
    assert left_of(ROWS["b"], generations.data_dir) == []


def test_what_the_served_generation_does_not_hold_leaves_the_others(
    generations: Generations, rebuild: Callable[..., str], purger: Purger
) -> None:
    rebuild(**ROWS)
    served = rebuild(**{id_: text for id_, text in ROWS.items() if id_ != "b"})
    report = purger.purge_unserved()
    assert (report.articles, report.rewritten) == (("b",), 2)
    assert report.generation == generations.served_id() != served
    assert "b" not in texts(generations, generations.previous_id())
    # Nor does its vector stay in the graph of what serves, where the last rebuild has only marked it.
    assert left_of(ROWS["b"], generations.data_dir) == []
    # It was not taken down, only dropped: with its file it comes back.
    rebuild(**ROWS)
    assert "b" in texts(generations, generations.served_id())


def test_a_previous_generation_that_cannot_be_read_is_removed(
    generations: Generations, two: list[str], purger: Purger
) -> None:
    (generations.folder(two[0]) / "lexical" / "counts.npy").unlink()
    report = purger.purge(["b"])
    assert (report.rewritten, report.removed) == (1, 1)
    assert generations.kept() == [report.generation]
    assert left_of(ROWS["b"], generations.data_dir) == []


def test_a_served_generation_that_cannot_be_read_is_said_and_the_next_rebuild_ends_the_purge(
    generations: Generations, two: list[str], purger: Purger, rebuild: Callable[..., str]
) -> None:
    shutil.rmtree(generations.folder(two[1]) / "chroma")
    with pytest.raises(IndexDamaged, match=two[1]):
        purger.purge(["b"])
    assert Withdrawn(generations.data_dir).ids() == {"b"}
    rebuild(**ROWS, e="New.")
    purger.finish()
    assert left_of(ROWS["b"], generations.data_dir) == []
    assert "b" not in texts(generations, generations.served_id())


def test_the_words_leave_even_when_a_reader_keeps_a_generation_open(
    generations: Generations, two: list[str], purger: Purger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("retrieval.generations.READERS_WAIT_S", 0.1)
    with closing(Index.published(generations, generations.manifest(two[1]))):
        purger.purge(["b"])
        assert left_of(ROWS["b"], generations.data_dir) == []


def test_what_an_interrupted_rebuild_has_embedded_goes_too(
    generations: Generations, two: list[str], purger: Purger
) -> None:
    log = generations.data_dir / "work" / "vectors.sqlite"
    with closing(sqlite3.connect(log)) as db:
        db.execute("CREATE TABLE vectors (vector BLOB)")
    purger.purge(["b"])
    assert not log.exists()


class Killed(BaseException):
    """In the place of a kill."""


def killed(*_: object) -> None:
    raise Killed


def test_a_purge_that_was_killed_is_ended_by_the_next(
    generations: Generations, two: list[str], purger: Purger, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("_finish", "replace_previous", "replace_served", "remove"):
        with monkeypatch.context() as patch:
            patch.setattr(Generations, name, killed)
            with pytest.raises(Killed):
                purger.purge(["b"])
        assert texts(generations, generations.served_id())["a"] == ROWS["a"]
    purger.finish()
    assert left_of(ROWS["b"], generations.data_dir) == []
    assert purger.finish() is None


def test_only_one_process_purges(generations: Generations, two: list[str], purger: Purger) -> None:
    with generations.writing(), pytest.raises(IndexBusy):
        Purger(Generations(generations.data_dir), lambda *_: None).purge(["b"])


def test_nothing_can_be_purged_where_nothing_was_built(purger: Purger) -> None:
    with pytest.raises(UnknownArticle):
        purger.purge(["b"])
    with pytest.raises(IndexMissing):
        purger.purge_unserved()


def test_what_is_on_the_list_is_not_shown_while_the_purge_is_under_way(
    generations: Generations, two: list[str]
) -> None:
    embedder = FakeEmbedder()
    searcher = Searcher(embedder, SearchWeights(50, 0.4, 2))
    with closing(Archive(generations, {"embedder": embedder.identity})) as archive:
        with archive.reading() as index:
            assert searcher.search(index, SECRET, 5)[0].article.id == "b"
        Withdrawn(generations.data_dir).add(["b"])
        modes: tuple[Mode, ...] = ("fused", "dense", "lexical")
        for mode in modes:
            with archive.reading() as index:
                assert "b" not in {hit.article.id for hit in searcher.search(index, SECRET, 5, mode=mode)}
                assert index.article("b") is None


def test_an_article_of_which_only_stored_answers_tell_can_be_purged(
    generations: Generations, two: list[str], purger: Purger
) -> None:
    assert purger.purge(["long gone"], cited={"long gone"}).articles == ("long gone",)
    assert Withdrawn(generations.data_dir).ids() == {"long gone"}
    assert "older" in purger.purge_unserved(cited={"older", "a"}).articles


def test_damage_is_not_carried_into_what_is_made_anew(generations: Generations, two: list[str], purger: Purger) -> None:
    file = generations.folder(two[1]) / "articles.sqlite"
    file.write_bytes(file.read_bytes().replace(b"Moscow", b"Berlin"))
    with pytest.raises(IndexDamaged, match="not as it was written"):
        purger.purge(["b"])


def test_a_damaged_previous_generation_does_not_stop_a_purge_of_what_is_not_served(
    generations: Generations, two: list[str], purger: Purger
) -> None:
    (generations.folder(two[0]) / "articles.sqlite").write_bytes(b"no database " * 500)
    assert purger.purge_unserved().removed == 1
    assert generations.kept() == [two[1]]
