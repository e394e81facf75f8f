"""A rebuild reads, embeds, checks, and only then serves; whatever goes wrong, what served goes on serving."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from config.errors import (
    ArticleFormatError,
    DatelineError,
    EmptyCorpusError,
    IndexDamaged,
    IndexMissing,
    IndexShrinks,
)
from retrieval import drafting, passage_vectors
from retrieval.changes import Changes
from retrieval.embedding import OnnxEmbedder, Progress, Vectors
from retrieval.generations import Generations
from retrieval.index import Index
from retrieval.rebuild import Rebuilder, RebuildReport
from retrieval.types import Filters
from retrieval.withdrawn import Withdrawn
from tests.fakes import FakeEmbedder

Corpus = Callable[..., Path]
LONG = " ".join(f"Sentence {n} says something about day {n}." for n in range(200))


@pytest.fixture
def generations(tmp_path: Path) -> Generations:
    return Generations(tmp_path / "data")


@pytest.fixture
def embedder() -> FakeEmbedder:
    return FakeEmbedder()


@pytest.fixture
def rebuild(generations: Generations, embedder: FakeEmbedder) -> Callable[..., RebuildReport]:
    def rebuild(corpus: Path, remember_as: str | None = None, **options: bool) -> RebuildReport:
        return Rebuilder(generations, embedder, 160).rebuild(corpus, remember_as, lambda *_: None, **options)

    return rebuild


def served(generations: Generations) -> Index:
    id_ = generations.current_id()
    return Index.open(generations.folder(id_), generations.manifest(id_))


def served_texts(generations: Generations) -> dict[str, str]:
    with closing(served(generations)) as index:
        ids = index.articles.states()
        return {id_: article.text for id_ in sorted(ids) if (article := index.article(id_))}


def served_passages(generations: Generations) -> list[str]:
    with closing(served(generations)) as index:
        return list(index.articles.passage_ids())


def test_what_was_read_is_served(
    rebuild: Callable[..., RebuildReport], corpus: Corpus, generations: Generations
) -> None:
    report = rebuild(corpus(a="Talks in Moscow.", b="Snow fell."))
    assert served_texts(generations) == {"a": "Talks in Moscow.", "b": "Snow fell."}
    assert generations.current_id() == report.generation


def test_the_report_counts_what_changed_against_what_served(
    rebuild: Callable[..., RebuildReport], corpus: Corpus
) -> None:
    first = rebuild(corpus(a="One.", b="Two.", c="Three.", d="Four."))
    assert (first.articles, first.added, first.changed, first.removed) == (4, 4, 0, 0)
    second = rebuild(corpus(a="One.", b="Two, changed.", c="Three.", e="Five.", f="Six."))
    assert (second.articles, second.added, second.changed, second.removed) == (5, 2, 1, 1)
    assert (second.passages, second.embedded) == (5, 3)
    assert second.seconds > 0
    third = rebuild(corpus(a="One.", b="Two, changed.", c="Three.", e="Five.", f="Six."))
    assert (third.added, third.changed, third.removed) == (0, 0, 0)


def test_the_manifest_says_what_was_built_with_what(
    rebuild: Callable[..., RebuildReport], corpus: Corpus, generations: Generations
) -> None:
    published = {"text": "Two.", "published": "2021-10-07"}
    rebuild(corpus(a="One.", b=published, c={**published, "published": "2020-01-01"}), remember_as="/news")
    manifest = generations.manifest(generations.current_id())
    assert (manifest.articles, manifest.passages, manifest.newest_published) == (3, 3, "2021-10-07")
    assert (manifest.corpus, manifest.dimension) == ("/news", 64)
    assert set(manifest.built_with) == {"embedder", "cleaner", "chunker", "terms", "lineage"}
    assert manifest.built_with["embedder"] == "fake@1"
    assert manifest.built_with["chunker"].endswith("160 tokens")


def test_building_twice_gives_the_same_passages(
    rebuild: Callable[..., RebuildReport], corpus: Corpus, generations: Generations
) -> None:
    file = corpus(a=LONG, b={"text": LONG, "title": "A title"})
    rebuild(file)
    first = served_passages(generations)
    rebuild(file)
    assert served_passages(generations) == first
    assert len(first) > 4


def test_every_half_of_the_index_holds_every_passage_under_its_number(
    rebuild: Callable[..., RebuildReport], corpus: Corpus, generations: Generations, embedder: FakeEmbedder
) -> None:
    rebuild(corpus(a=LONG, b={"text": "Snow fell in Kabul.", "title": "Winter"}))
    with closing(served(generations)) as index:
        ids = served_passages(generations)
        assert (index.vectors.among(ids), index.vectors.count()) == (set(ids), len(ids))
        (number,) = np.flatnonzero(index.lexical.scores("snow winter") > 0)
        assert list(index.articles.numbered([int(number)])) == ["b@0-19"]
        assert index.vectors.nearest(embedder.embed_query("Winter\nSnow fell in Kabul."), 1)[0] == (
            "b@0-19",
            pytest.approx(1, abs=1e-5),
        )


def test_more_passages_than_one_window_holds_are_all_embedded(
    rebuild: Callable[..., RebuildReport],
    corpus: Corpus,
    generations: Generations,
    embedder: FakeEmbedder,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(drafting, "WINDOW", 4)
    monkeypatch.setattr(passage_vectors, "LOGGED", 3)
    report = rebuild(corpus(**{f"a{n}": f"Article number {n}." for n in range(11)}))
    assert report.passages == len(embedder.embedded) == 11
    with closing(served(generations)) as index:
        for n in (0, 10):
            assert index.vectors.nearest(embedder.embed_query(f"Article number {n}."), 1)[0][1] > 0.999


def test_the_title_stands_in_front_of_every_passage_that_is_embedded_but_not_in_it(
    rebuild: Callable[..., RebuildReport], corpus: Corpus, generations: Generations, embedder: FakeEmbedder
) -> None:
    rebuild(corpus(a={"text": LONG, "title": "Days"}))
    assert all(text.startswith("Days\nSentence") for text in embedder.embedded)
    with closing(served(generations)) as index:
        assert not any(one.passage.text.startswith("Days") for one in index.articles.each_passage())


@pytest.mark.parametrize("words", [1, 95, 400])
def test_a_title_is_cut_so_that_nothing_of_its_passage_is(
    words: int, rebuild: Callable[..., RebuildReport], corpus: Corpus, embedder: FakeEmbedder, generations: Generations
) -> None:
    rebuild(corpus(a={"text": LONG, "title": " ".join(f"title{n}" for n in range(words))}))
    with closing(served(generations)) as index:
        passages = [one.passage.text for one in index.articles.each_passage(longest_first=True)]
    assert [text.partition("\n")[2] for text in embedder.embedded] == passages
    counts = embedder.count_tokens(embedder.embedded)
    assert max(counts) <= embedder.max_tokens
    titles = [len(text.partition("\n")[0].split()) for text in embedder.embedded]
    room = [embedder.max_tokens - count for count in embedder.count_tokens(passages)]
    assert titles == [min(words, most) for most in room]


def test_a_title_without_blanks_that_does_not_fit_is_left_out(
    corpus: Corpus, generations: Generations, minilm: OnnxEmbedder
) -> None:
    Rebuilder(generations, minilm, 160).rebuild(
        corpus(a={"text": "Talks in Moscow.", "title": "!?" * 300}), None, lambda *_: None
    )
    with closing(served(generations)) as index:
        assert index.vectors.nearest(minilm.embed_query("Talks in Moscow."), 1)[0][1] > 0.999


def test_passages_are_never_longer_than_the_embedder_reads(corpus: Corpus, generations: Generations) -> None:
    embedder = FakeEmbedder(max_tokens=20)
    Rebuilder(generations, embedder, 160).rebuild(corpus(a=LONG), None, lambda *_: None)
    assert max(embedder.count_tokens(embedder.embedded)) <= 20


def test_progress_tells_each_stage_to_its_end(corpus: Corpus, generations: Generations) -> None:
    told: list[tuple[str, int, int | None]] = []
    Rebuilder(generations, FakeEmbedder(), 160).rebuild(
        corpus(a="One.", b="Two."), None, lambda *step: told.append(step)
    )
    assert list(dict.fromkeys(stage for stage, _, _ in told)) == ["reading", "embedding", "indexing"]
    assert [step for step in told if step[0] == "reading"] == [("reading", 1, None), ("reading", 2, None)]
    assert {("embedding", 2, 2), ("indexing", 2, 2)} <= set(told)


def test_what_cannot_be_read_is_named_with_its_line_and_the_rest_is_served(
    rebuild: Callable[..., RebuildReport], corpus: Corpus, generations: Generations
) -> None:
    file = corpus(a="One.", b="Two.")
    file.write_text(file.read_text() + "no JSON\n" + json.dumps({"id": "a", "text": "Twice."}) + "\n")
    report = rebuild(file)
    assert [(problem.path, problem.line, problem.skipped) for problem in report.problems] == [
        (file, 3, True),
        (file, 4, True),
    ]
    assert served_texts(generations) == {"a": "One.", "b": "Two."}


def test_strict_stops_at_what_cannot_be_read_and_moves_nothing(
    rebuild: Callable[..., RebuildReport], corpus: Corpus, generations: Generations
) -> None:
    before = rebuild(corpus(a="One.")).generation
    file = corpus(a="One.", b="Two.")
    file.write_text(file.read_text() + "no JSON\n")
    with pytest.raises(ArticleFormatError) as caught:
        rebuild(file, strict=True)
    assert (caught.value.path, caught.value.line) == (file, 3)
    assert generations.current_id() == before


def test_strict_forgives_what_was_kept(rebuild: Callable[..., RebuildReport], corpus: Corpus) -> None:
    report = rebuild(corpus(a={"text": "One.", "published": "2021-02-30"}), strict=True)
    assert [problem.skipped for problem in report.problems] == [False]


@pytest.mark.parametrize(("removed", "stops"), [(2, False), (3, True), (4, True)])
def test_losing_more_than_half_of_the_articles_stops_a_rebuild(
    removed: int, stops: bool, rebuild: Callable[..., RebuildReport], corpus: Corpus, generations: Generations
) -> None:
    before = rebuild(corpus(**{f"a{n}": f"Article {n}." for n in range(4)})).generation
    smaller = corpus(**{f"a{n}": f"Article {n}." for n in range(removed, 5)})
    if stops:
        with pytest.raises(IndexShrinks, match=f"would remove {removed} of the 4 articles"):
            rebuild(smaller)
        assert generations.current_id() == before
    else:
        assert rebuild(smaller).removed == removed
    assert rebuild(smaller, allow_shrink=True).articles == 5 - removed


def test_changed_texts_are_no_loss(rebuild: Callable[..., RebuildReport], corpus: Corpus) -> None:
    rebuild(corpus(a="One.", b="Two."))
    assert rebuild(corpus(a="One, changed.", b="Two, changed.")).changed == 2


@pytest.mark.parametrize("strict", [False, True])
def test_an_empty_corpus_is_refused(
    strict: bool, rebuild: Callable[..., RebuildReport], tmp_path: Path, generations: Generations
) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(EmptyCorpusError):
        rebuild(tmp_path / "empty", strict=strict)
    with pytest.raises(IndexMissing):
        generations.current_id()


def test_a_corpus_of_which_nothing_can_be_read_says_why(rebuild: Callable[..., RebuildReport], corpus: Corpus) -> None:
    file = corpus()
    file.write_text('no JSON\n{"text": 5}\n')
    with pytest.raises(EmptyCorpusError, match="holds no article that can be read; first of 2: broken JSON"):
        rebuild(file)
    with pytest.raises(ArticleFormatError, match=r"corpus.jsonl:1: broken JSON"):
        rebuild(file, strict=True)


class BreaksDown(FakeEmbedder):
    """Fails in the middle of its work."""

    def embed_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        raise MemoryError("in the middle")


class WrongDimension(FakeEmbedder):
    def embed_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        return super().embed_passages(texts, progress)[:, :10]


class GivesUp(FakeEmbedder):
    def embed_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("broken", "error"), [(BreaksDown, MemoryError), (WrongDimension, IndexDamaged), (GivesUp, KeyboardInterrupt)]
)
def test_a_failure_in_the_middle_leaves_the_old_generation_serving(
    broken: type[FakeEmbedder],
    error: type[BaseException],
    rebuild: Callable[..., RebuildReport],
    corpus: Corpus,
    generations: Generations,
) -> None:
    before = rebuild(corpus(a="One.")).generation
    with pytest.raises(error):
        Rebuilder(generations, broken(), 160).rebuild(corpus(a="Two."), None, lambda *_: None)
    assert generations.current_id() == before
    assert generations.kept() == [before]
    assert served_texts(generations) == {"a": "One."}
    assert [path.name for path in (generations.data_dir / "work").iterdir() if path.is_dir()] == []
    assert rebuild(corpus(a="Three.")).changed == 1


@pytest.mark.parametrize("part", ["manifest.json", "articles.sqlite"])
def test_a_rebuild_cures_a_served_generation_that_is_damaged(
    part: str, rebuild: Callable[..., RebuildReport], corpus: Corpus, generations: Generations
) -> None:
    (generations.folder(rebuild(corpus(a="One.")).generation) / part).unlink()
    rebuild(corpus(b="Two."), allow_shrink=True)
    assert served_texts(generations) == {"b": "Two."}


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "\ud800 title"},
        {"outlet": "\udfff"},
        {"url": "https://example.org/\ud800"},
        {"authors": ["\ud800"]},
        {"id": "\ud800"},
    ],
    ids=lambda fields: next(iter(fields)),
)
def test_half_a_surrogate_pair_in_a_record_does_not_stop_a_rebuild(
    fields: dict[str, Any], rebuild: Callable[..., RebuildReport], corpus: Corpus
) -> None:
    try:
        assert rebuild(corpus(a={"text": "One.", **fields}, b="Two.")).articles == 2
    except DatelineError as exc:
        pytest.fail(str(exc))


def test_changes_are_told_by_id_and_by_state() -> None:
    old, new = {"a": b"1", "b": b"2", "c": b"3"}, {"b": b"2", "c": b"4", "d": b"5", "e": b"6"}
    assert Changes.between(old, new) == Changes(added=("d", "e"), changed=("c",), removed=("a",))
    assert not Changes.between(old, old)


def embeds(embedder: FakeEmbedder) -> list[str]:
    """What was embedded since this was last asked."""
    embedded, embedder.embedded = embedder.embedded, []
    return embedded


@pytest.fixture
def archive(rebuild: Callable[..., RebuildReport], corpus: Corpus, embedder: FakeEmbedder) -> Path:
    """Four articles, which are served; nothing of them counts as embedded any more."""
    file = corpus(a=LONG, b={"text": "Snow fell.", "title": "Winter"}, c="Talks in Moscow.", d="Aid for Kabul.")
    rebuild(file)
    embeds(embedder)
    return file


def test_an_archive_that_has_not_changed_is_not_built_again(
    rebuild: Callable[..., RebuildReport], archive: Path, embedder: FakeEmbedder, generations: Generations
) -> None:
    before = generations.current_id()
    report = rebuild(archive)
    assert (report.generation, report.embedded, report.how) == (before, 0, "nothing had changed")
    assert (report.added, report.changed, report.removed) == (0, 0, 0)
    assert (generations.kept(), embeds(embedder)) == ([before], [])


def test_the_same_articles_from_another_place_are_served_as_coming_from_there(
    rebuild: Callable[..., RebuildReport], archive: Path, embedder: FakeEmbedder, generations: Generations
) -> None:
    report = rebuild(archive, remember_as="/elsewhere")
    assert generations.manifest(generations.current_id()).corpus == "/elsewhere"
    assert (report.embedded, embeds(embedder)) == (0, [])


def test_only_what_is_new_or_has_changed_is_embedded(
    rebuild: Callable[..., RebuildReport],
    archive: Path,
    corpus: Corpus,
    embedder: FakeEmbedder,
    generations: Generations,
) -> None:
    changed = LONG.replace("Sentence 199", "Sentence two hundred")
    report = rebuild(corpus(a=changed, b={"text": "Snow fell.", "title": "Winter"}, c="Talks in Moscow.", e="New."))
    assert (report.added, report.changed, report.removed) == (1, 1, 1)
    embedded = embeds(embedder)
    assert len(embedded) == report.embedded == 2
    assert "New." in embedded
    assert any("two hundred" in text for text in embedded)
    assert served_texts(generations) == {"a": changed, "b": "Snow fell.", "c": "Talks in Moscow.", "e": "New."}


def test_a_new_title_is_embedded_and_searched(
    rebuild: Callable[..., RebuildReport],
    archive: Path,
    corpus: Corpus,
    embedder: FakeEmbedder,
    generations: Generations,
) -> None:
    report = rebuild(
        corpus(a=LONG, b={"text": "Snow fell.", "title": "Frost"}, c="Talks in Moscow.", d="Aid for Kabul.")
    )
    assert (report.changed, embeds(embedder)) == (1, ["Frost\nSnow fell."])
    with closing(served(generations)) as index:
        assert index.lexical.scores("winter").max() == 0
        assert index.lexical.scores("frost").max() > 0


def test_a_new_date_moves_no_word_but_is_filtered_by(
    rebuild: Callable[..., RebuildReport],
    archive: Path,
    corpus: Corpus,
    embedder: FakeEmbedder,
    generations: Generations,
) -> None:
    dated = {"text": "Snow fell.", "title": "Winter", "published": "2021-10-07"}
    report = rebuild(corpus(a=LONG, b=dated, c="Talks in Moscow.", d="Aid for Kabul."))
    assert (report.changed, report.embedded, embeds(embedder)) == (1, 0, [])
    with closing(served(generations)) as index:
        vector = embedder.embed_query("snow")
        assert [id_ for id_, _ in index.vectors.nearest(vector, 9, Filters(since=date(2021, 10, 7)))] == ["b@0-10"]


def test_a_moved_passage_is_not_embedded_again(
    rebuild: Callable[..., RebuildReport],
    archive: Path,
    corpus: Corpus,
    embedder: FakeEmbedder,
    generations: Generations,
) -> None:
    report = rebuild(
        corpus(a=LONG, b={"text": "Snow fell.", "title": "Winter"}, c="Talks in Moscow.", z="Aid for Kabul.")
    )
    assert (report.added, report.removed, report.embedded) == (1, 1, 0)
    with closing(served(generations)) as index:
        assert index.vectors.nearest(embedder.embed_query("Aid for Kabul."), 1)[0][0] == "z@0-14"


def test_what_only_the_previous_generation_had_is_not_embedded_again(
    rebuild: Callable[..., RebuildReport], archive: Path, corpus: Corpus, embedder: FakeEmbedder
) -> None:
    rows = {"a": LONG, "b": {"text": "Snow fell.", "title": "Winter"}, "c": "Talks in Moscow."}
    rebuild(corpus(**rows))
    assert (rebuild(corpus(**rows, d="Aid for Kabul.")).added, embeds(embedder)) == (1, [])


def test_a_difference_gives_the_index_that_is_built_from_nothing(
    rebuild: Callable[..., RebuildReport],
    archive: Path,
    corpus: Corpus,
    embedder: FakeEmbedder,
    generations: Generations,
) -> None:
    rows = {"b": "Snow fell, again.", "c": "Talks in Moscow.", "e": LONG.replace("day", "night"), "f": "Snow."}
    rebuild(corpus(a=LONG, **rows))
    carried = seen(generations, embedder)
    report = rebuild(corpus(a=LONG, **rows), full=True)
    assert (report.embedded, report.how) == (report.passages, "from nothing, as was asked")
    assert seen(generations, embedder) == carried


def seen(generations: Generations, embedder: FakeEmbedder) -> dict[str, Any]:
    """What readers can see of the served generation, without numbers and order."""
    with closing(served(generations)) as index:
        ids = {one.number: one.passage.id for one in index.articles.each_passage()}
        vectors = index.vectors.vectors(list(ids.values()))
        return {
            "vectors": {id_: vector.round(5).tolist() for id_, vector in sorted(vectors.items())},
            "lexical": {
                query: sorted((ids[n], round(float(index.lexical.scores(query)[n]), 5)) for n in ids)
                for query in ("snow", "talks in Moscow", "what night", "Kabul")
            },
            "articles": {id_: index.article(id_) for id_ in ids.values()},
            "info": (index.info.articles, index.info.passages, index.info.newest_published),
        }


def test_after_many_changes_the_index_is_laid_out_anew(
    rebuild: Callable[..., RebuildReport], corpus: Corpus, generations: Generations, embedder: FakeEmbedder
) -> None:
    rows = {f"a{n}": f"Article number {n}." for n in range(20)}
    rebuild(corpus(**rows))
    for n in range(12):
        rows[f"a{n}"] = f"Article number {n}, changed."
        rebuild(corpus(**rows))
        with closing(served(generations)) as index:
            assert index.articles.size() <= 20 / (1 - drafting.UNUSED) + 1
            assert index.lexical.size == index.articles.size()
            assert index.vectors.count() == 20
    assert len(embeds(embedder)) == 20 + 12


def test_an_article_that_lost_its_words_leaves(
    rebuild: Callable[..., RebuildReport], archive: Path, corpus: Corpus, generations: Generations
) -> None:
    rebuild(corpus(a=LONG, b={"text": "Snow fell.", "title": "Winter"}, c="----", d="Aid for Kabul."))
    assert set(served_texts(generations)) == {"a", "b", "d"}


def test_what_is_wrong_with_an_article_is_said_again_when_it_has_not_changed(
    rebuild: Callable[..., RebuildReport], corpus: Corpus
) -> None:
    first = rebuild(corpus(a={"text": "One.", "published": "2021-02-30"}, b="Two."))
    second = rebuild(corpus(c="Zero.", a={"text": "One.", "published": "2021-02-30"}, b="Two."))
    assert [problem.reason for problem in second.problems] == [problem.reason for problem in first.problems]
    assert [problem.line for problem in (*first.problems, *second.problems)] == [1, 2]


@pytest.mark.parametrize("identity", ["fake@1", "fake@2"])
def test_another_chunker_or_embedder_starts_from_nothing(
    identity: str, archive: Path, corpus: Corpus, generations: Generations
) -> None:
    other = FakeEmbedder(identity)
    report = Rebuilder(generations, other, 100).rebuild(archive, None, lambda *_: None)
    assert report.how.startswith("from nothing: the index was built with")
    # Passages that are the same in both cuts keep their vectors, but only those of the same embedder.
    assert ("Talks in Moscow." in other.embedded) == (identity == "fake@2")
    assert len(served_passages(generations)) == report.passages


class Stops(FakeEmbedder):
    """Is interrupted after so many calls."""

    def __init__(self, calls: int) -> None:
        super().__init__()
        self.calls = calls

    def embed_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        if not self.calls:
            raise KeyboardInterrupt
        self.calls -= 1
        return super().embed_passages(texts, progress)


def test_an_interrupted_rebuild_goes_on_without_embedding_anything_twice(
    corpus: Corpus, generations: Generations, embedder: FakeEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passage_vectors, "LOGGED", 3)
    file = corpus(**{f"a{n}": f"Article number {n}." for n in range(11)})
    stops = Stops(2)
    with pytest.raises(KeyboardInterrupt):
        Rebuilder(generations, stops, 160).rebuild(file, None, lambda *_: None)
    report = Rebuilder(generations, embedder, 160).rebuild(file, None, lambda *_: None)
    assert len(stops.embedded) == 6
    assert report.embedded == len(embedder.embedded) == 5
    assert not set(stops.embedded) & set(embedder.embedded)
    assert list((generations.data_dir / "work").iterdir()) == []


def test_what_was_embedded_for_a_corpus_that_has_changed_since_is_not_kept(
    corpus: Corpus, generations: Generations, embedder: FakeEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passage_vectors, "LOGGED", 1)
    log = generations.data_dir / "work" / "vectors.sqlite"
    for n in range(4):
        with pytest.raises(KeyboardInterrupt):
            Rebuilder(generations, Stops(1), 160).rebuild(
                corpus(**{f"x{n}": f"Text {n}.", f"y{n}": f"More {n}."}), None, lambda *_: None
            )
        with closing(sqlite3.connect(log)) as db:
            assert db.execute("SELECT count(*) FROM vectors").fetchone() == (1,)


def test_vectors_of_an_interrupted_rebuild_by_another_embedder_are_not_used(
    corpus: Corpus, generations: Generations, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passage_vectors, "LOGGED", 1)
    file = corpus(a="One.", b="Two.")
    with pytest.raises(KeyboardInterrupt):
        Rebuilder(generations, Stops(1), 160).rebuild(file, None, lambda *_: None)
    assert Rebuilder(generations, FakeEmbedder("fake@2"), 160).rebuild(file, None, lambda *_: None).embedded == 2


def test_a_log_that_cannot_be_read_is_begun_anew(
    rebuild: Callable[..., RebuildReport], corpus: Corpus, generations: Generations
) -> None:
    work = generations.data_dir / "work"
    work.mkdir(parents=True)
    (work / "vectors.sqlite").write_bytes(b"no database" * 1000)
    assert rebuild(corpus(a="One.")).embedded == 1


def damage(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[len(data) // 2 :] = bytes(len(data) - len(data) // 2)
    file.write_bytes(data)


@pytest.mark.parametrize("part", ["articles.sqlite", "lexical/numbers.npy", "chroma/chroma.sqlite3"])
def test_a_damaged_generation_is_not_carried_on(
    part: str, rebuild: Callable[..., RebuildReport], archive: Path, corpus: Corpus, generations: Generations
) -> None:
    damage(generations.folder(generations.current_id()) / part)
    file = corpus(a=LONG, b={"text": "Snow fell.", "title": "Winter"}, c="Talks in Moscow.", e="New.")
    rebuild(file, allow_shrink=True)
    assert set(served_texts(generations)) == {"a", "b", "c", "e"}


def test_withdrawn_articles_are_left_out_and_counted(
    rebuild: Callable[..., RebuildReport], archive: Path, generations: Generations
) -> None:
    Withdrawn(generations.data_dir).add(["b", "never there"])
    report = rebuild(archive)
    assert (report.withdrawn, report.removed) == (1, 1)
    assert set(served_texts(generations)) == {"a", "c", "d"}
    assert rebuild(archive, full=True).articles == 3
    assert rebuild(archive, full=True).articles == 3


def test_the_article_that_changed_last_time_may_change_again(
    rebuild: Callable[..., RebuildReport], corpus: Corpus, generations: Generations
) -> None:
    hows = [rebuild(corpus(a=f"{LONG} {hour} o'clock.", b="Snow fell.")).how for hour in ("Nine", "Ten", "Eleven")]
    assert all(how.startswith("from 20") for how in hows[1:]), hows
    assert served_texts(generations)["a"].endswith("Eleven o'clock.")


def test_what_was_taken_down_is_no_sign_of_a_broken_corpus(
    rebuild: Callable[..., RebuildReport], archive: Path, generations: Generations
) -> None:
    Withdrawn(generations.data_dir).add(["a", "b", "c"])
    assert rebuild(archive).removed == 3
    assert set(served_texts(generations)) == {"d"}


@pytest.mark.parametrize("full", [False, True])
def test_a_served_generation_with_a_torn_page_is_cured(
    full: bool, rebuild: Callable[..., RebuildReport], archive: Path, generations: Generations
) -> None:
    file = generations.folder(generations.current_id()) / "articles.sqlite"
    content = bytearray(file.read_bytes())
    for page in range(1, len(content) // 4096):
        content[page * 4096 : page * 4096 + 16] = b"\xff" * 16
    file.write_bytes(content)
    assert rebuild(archive, full=full).articles == 4


def test_a_new_link_under_an_article_is_kept_though_its_words_are_the_same(
    rebuild: Callable[..., RebuildReport], corpus: Corpus, generations: Generations
) -> None:
    words = "Talks began in Moscow on Friday, officials said.[1]\n\n[1] https://example.org/"
    rebuild(corpus(a=words + "one", b="Snow."))
    report = rebuild(corpus(a=words + "two", b="Snow."))
    with closing(served(generations)) as index:
        article = index.article("a")
    assert article is not None
    assert report.changed == int(bool(article.links))
    assert article.links in ((), ("https://example.org/two",))


def test_a_file_whose_article_comes_out_the_same_is_not_cleaned_twice(
    rebuild: Callable[..., RebuildReport], corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    rebuild(corpus(a="Talks in Moscow."))
    report = rebuild(corpus(a="Talks in Moscow.  \n"))
    assert (report.changed, report.embedded) == (0, 0)
    monkeypatch.setattr("corpus.reading.clean_text", lambda text: pytest.fail("it was cleaned again"))
    assert rebuild(corpus(a="Talks in Moscow.  \n")).how == "nothing had changed"
