"""A rebuild reads, embeds, checks, and only then serves; whatever goes wrong, what served goes on serving."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from contextlib import closing
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
from retrieval import rebuild as rebuilding
from retrieval.embedding import OnnxEmbedder, Progress, Vectors
from retrieval.generations import Generations
from retrieval.index import Index
from retrieval.rebuild import Changes, Rebuilder, RebuildReport
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
        ids = index.articles.hashes()
        return {id_: article.text for id_ in sorted(ids) if (article := index.article(id_))}


def served_passages(generations: Generations) -> list[str]:
    with closing(served(generations)) as index:
        return [passage.id for passage, _ in index.articles.each_passage()]


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
    assert (second.passages, second.embedded) == (5, 5)
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
    assert set(manifest.built_with) == {"embedder", "cleaner", "chunker", "terms"}
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
        assert index.vectors.ids() == set(served_passages(generations))
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
    monkeypatch.setattr(rebuilding, "WINDOW", 4)
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
        assert not any(passage.text.startswith("Days") for passage, _ in index.articles.each_passage())


@pytest.mark.parametrize("words", [1, 95, 5000])
def test_a_title_is_cut_so_that_nothing_of_its_passage_is(
    words: int, rebuild: Callable[..., RebuildReport], corpus: Corpus, embedder: FakeEmbedder, generations: Generations
) -> None:
    rebuild(corpus(a={"text": LONG, "title": " ".join(f"title{n}" for n in range(words))}))
    with closing(served(generations)) as index:
        passages = [passage.text for passage, _ in index.articles.each_passage(longest_first=True)]
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
    assert not (generations.data_dir / "work").exists()
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


def test_changes_are_counted_by_id_and_by_hash() -> None:
    old, new = {"a": "1", "b": "2", "c": "3"}, {"b": "2", "c": "4", "d": "5", "e": "6"}
    assert Changes.between(old, new) == Changes(added=2, changed=1, removed=1)
