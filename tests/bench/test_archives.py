"""Archives made for measuring are what the figures say of them."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from corpus.reading import read_sources
from corpus.types import RawArticle
from tests.bench.archives import add_sentence, copy_of, grown
from tests.bench.child import BenchError
from tests.bench.sources import texts

NEWS = " ".join(f"Sentence {n} tells of day {n}." for n in range(40))


def raw_articles(corpus: Path) -> list[RawArticle]:
    return [source.raw for source in read_sources(corpus, lambda _: None)]


def write_archive(folder: Path, kind: str) -> Path:
    folder.mkdir()
    record = json.dumps({"id": "a", "title": "Snow in May — once", "text": "Snow fell."}) + "\n"
    other = json.dumps({"text": "Talks in Moscow."}) + "\n"
    match kind:
        case "jsonl":
            (folder / "news.jsonl").write_text(record + other, encoding="utf-8")
        case "jsonl.gz":
            (folder / "news.jsonl.gz").write_bytes(gzip.compress((record + other).encode()))
        case "folder":
            (folder / "a.toml").write_text('title = "Snow in May"\n', encoding="utf-8")
            (folder / "a.txt").write_text("Snow fell.\n", encoding="utf-8")
            (folder / "b.md").write_text("Talks in Moscow.\n", encoding="utf-8")
            return folder
    return folder / f"news.{kind}"


@pytest.mark.parametrize("kind", ["jsonl", "jsonl.gz", "folder"])
def test_one_article_of_a_copy_says_a_sentence_more_and_nothing_else_changes(tmp_path: Path, kind: str) -> None:
    archive = write_archive(tmp_path / "archive", kind)
    copy = copy_of(archive, tmp_path / "copy")
    add_sentence(copy, "It was added.")
    before, after = raw_articles(archive), raw_articles(copy)
    assert [article.text.split() for article in after] == [
        [*before[0].text.split(), "It", "was", "added."],
        before[1].text.split(),
    ]
    told = [[(article.id, article.title) for article in articles] for articles in (before, after)]
    assert told[0] == told[1]


def test_an_archive_without_an_article_cannot_be_changed(tmp_path: Path) -> None:
    (tmp_path / "picture.png").touch()
    with pytest.raises(BenchError, match="no article under"):
        add_sentence(tmp_path, "It was added.")
    with pytest.raises(BenchError, match="no article under"):
        grown(tmp_path, 2, tmp_path / "grown.jsonl")


def test_a_grown_archive_has_as_many_articles_as_wanted_and_no_stretch_of_words_twice(tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text(NEWS, encoding="utf-8")
    grown(tmp_path / "news.txt", 30, tmp_path / "grown.jsonl")
    articles = raw_articles(tmp_path / "grown.jsonl")
    assert len({article.id for article in articles}) == 30
    words = [article.text.split() for article in articles]
    stretches = [" ".join(text[start : start + 30]) for text in words for start in range(len(text) - 29)]
    assert len(stretches) == len(set(stretches))


def test_an_archive_that_is_large_enough_is_only_cut(tmp_path: Path) -> None:
    archive = write_archive(tmp_path / "archive", "jsonl")
    grown(archive, 1, tmp_path / "grown.jsonl")
    assert list(texts(tmp_path / "grown.jsonl")) == ["Snow fell."]
