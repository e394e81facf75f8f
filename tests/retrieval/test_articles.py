"""Articles go in and come out again as they were, to the character."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.errors import IndexDamaged
from corpus.types import Article, ArticleInfo, Passage, Span
from retrieval.articles import ArticleStore
from retrieval.articles_writing import ArticleDraft, moved, passage_digest
from retrieval.types import NO_FILTERS, Filters

TEXT = "🕊 Peace talks 🕊🕊 in “Кабул” — naïve? 𝔘nlikely.\n\nSo e\u0301crit 7 👩‍👩‍👧 people. The end."
FULL = ArticleInfo(
    "full",
    "ab" * 32,
    title="Peace 🕊 'talks' \"now\"",
    outlet="The Moscow Times",
    url="https://example.org/ä?b=c&d#e",
    published=date(2021, 10, 7),
    published_from="url",
    authors=("Анна", "O'Neill, Bob"),
    language="en",
)
BARE = ArticleInfo("bare", "cd" * 32)


def passage_of(article: Article, start: int, end: int, sentences: Sequence[tuple[int, int]] = ()) -> Passage:
    spans = tuple(Span(*span) for span in sentences)
    return Passage(f"{article.id}@{start}-{end}", article.id, start, end, article.text[start:end], spans)


def whole(info: ArticleInfo, text: str) -> tuple[Article, list[Passage]]:
    article = Article(info, text)
    return article, [passage_of(article, 0, len(text), [(0, len(text))])]


FULL_ARTICLE = Article(FULL, TEXT, ("https://a.example/1", "https://b.example/2"))
FULL_PASSAGES = [
    passage_of(FULL_ARTICLE, 0, 17, [(0, 13), (14, 17)]),
    passage_of(FULL_ARTICLE, 18, 50, [(18, 50)]),
    passage_of(FULL_ARTICLE, 50, len(TEXT)),
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Two articles: one of which all is known, in three passages; one of which nothing is, in one."""
    folder = tmp_path / "a b#c%20?" / "g1"
    folder.mkdir(parents=True)
    with closing(ArticleDraft(folder / "articles.sqlite")) as draft:
        draft.add(FULL_ARTICLE, FULL_PASSAGES, b"full source", ["its date is odd"])
        draft.add(*whole(BARE, "Nothing is known of this one."), b"bare source", [])
    return folder / "articles.sqlite"


@pytest.fixture(scope="module")
def growing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ArticleDraft]:
    """A store for the property below, which adds an article for each of its examples."""
    with closing(ArticleDraft(tmp_path_factory.mktemp("growing") / "articles.sqlite")) as store:
        yield store


def test_an_article_comes_back_as_it_was(file: Path) -> None:
    with closing(ArticleStore(file)) as store:
        assert store.article("full") == FULL_ARTICLE
        assert store.article("bare") == Article(BARE, "Nothing is known of this one.")


def test_an_unknown_article_is_none(file: Path) -> None:
    with closing(ArticleStore(file)) as store:
        assert store.article("nobody") is None


def test_passages_come_back_as_they_were_with_article_and_number(file: Path) -> None:
    with closing(ArticleStore(file)) as store:
        found = store.passages([passage.id for passage in FULL_PASSAGES])
        assert found == {passage.id: (passage, FULL, number) for number, passage in enumerate(FULL_PASSAGES)}
        assert store.numbered([3])["bare@0-29"][0].text == "Nothing is known of this one."


def test_unknown_passages_are_left_out(file: Path) -> None:
    with closing(ArticleStore(file)) as store:
        assert store.passages(["nobody@0-1"]) == store.passages([]) == store.numbered([4, -1]) == {}


@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=60),
    st.data(),
)
def test_offsets_count_characters_and_not_bytes_or_utf16(growing: ArticleDraft, text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    article = Article(ArticleInfo(f"a{growing.count_articles()}", "0" * 64), text)
    passage = passage_of(article, start, end)
    growing.add(article, [passage], b"", [])
    assert growing.passages([passage.id])[passage.id][0].text == text[start:end]


def test_every_passage_comes_in_the_order_of_its_number(file: Path) -> None:
    with closing(ArticleStore(file)) as store:
        assert [(one.number, one.passage.id) for one in store.each_passage()] == [
            *((number, passage.id) for number, passage in enumerate(FULL_PASSAGES)),
            (3, "bare@0-29"),
        ]
        assert [one.number for one in store.each_passage(2)] == [2, 3]


def test_longest_first_puts_like_lengths_together(file: Path) -> None:
    with closing(ArticleStore(file)) as store:
        lengths = [len(one.passage.text) for one in store.each_passage(longest_first=True)]
    assert lengths == sorted(lengths, reverse=True)
    assert len(lengths) == 4


@pytest.mark.parametrize(
    ("filters", "numbers"),
    [
        (NO_FILTERS, [0, 1, 2, 3]),
        (Filters(since=date(2021, 10, 7)), [0, 1, 2]),
        (Filters(since=date(2021, 10, 8)), []),
        (Filters(until=date(2021, 10, 7)), [0, 1, 2]),
        (Filters(until=date(2021, 10, 6)), []),
        (Filters(outlet="THE  moscow times"), [0, 1, 2]),
        (Filters(outlet="Reuters"), []),
    ],
)
def test_what_passes_the_filters_is_told_by_number(filters: Filters, numbers: list[int], file: Path) -> None:
    with closing(ArticleStore(file)) as store:
        assert store.allowed(filters).nonzero()[0].tolist() == numbers


def test_articles_without_a_date_are_counted_for_all_and_for_an_outlet(file: Path) -> None:
    with closing(ArticleStore(file)) as store:
        assert (store.undated(), store.undated("the moscow times"), store.undated("Reuters")) == (1, 0, 0)


def test_the_counts_are_those_of_what_was_added(file: Path) -> None:
    with closing(ArticleStore(file)) as store:
        assert (store.count_articles(), store.count_passages()) == (2, 4)
        assert store.newest_published() == date(2021, 10, 7)
        assert store.sources() == {"full": b"full source", "bare": b"bare source"}
        assert store.notes() == {"full": ["its date is odd"]}


def test_outlets_come_the_most_frequent_first_and_each_once(tmp_path: Path) -> None:
    with closing(ArticleDraft(tmp_path / "articles.sqlite")) as store:
        for number, outlet in enumerate(["Reuters", "AP", "ap", None, "The BBC", "AP"]):
            store.add(*whole(ArticleInfo(f"a{number}", "0" * 64, outlet=outlet), "Text."), b"", [])
        assert [outlet.casefold() for outlet in store.outlets()] == ["ap", "reuters", "the bbc"]


def test_an_empty_archive_counts_zero_and_knows_no_date(tmp_path: Path) -> None:
    with closing(ArticleDraft(tmp_path / "articles.sqlite")) as store:
        assert (store.count_articles(), store.count_passages(), store.newest_published()) == (0, 0, None)
        assert store.allowed(NO_FILTERS).tolist() == []


@pytest.fixture
def copy(file: Path, tmp_path: Path) -> Iterator[ArticleDraft]:
    with closing(ArticleDraft(tmp_path / "copy.sqlite", file)) as draft:
        yield draft


def test_a_copy_changes_without_what_it_was_copied_from(copy: ArticleDraft, file: Path) -> None:
    assert copy.remove(["full", "nobody"]) == [passage.id for passage in FULL_PASSAGES]
    copy.add(*whole(ArticleInfo("new", "ef" * 32), "New."), b"new source", [])
    assert [(one.number, one.passage.id) for one in copy.each_passage()] == [(3, "bare@0-29"), (4, "new@0-4")]
    assert (copy.count_passages(), copy.count_passages(4), copy.size(), copy.numbers().tolist()) == (2, 1, 5, [3, 4])
    assert copy.allowed(NO_FILTERS).tolist() == [False, False, False, True, True]
    with closing(ArticleStore(file)) as store:
        assert (store.count_articles(), store.count_passages()) == (2, 4)


def test_numbers_close_ranks_in_their_order(copy: ArticleDraft) -> None:
    copy.add(*whole(ArticleInfo("new", "ef" * 32), "New."), b"", [])
    copy.remove(["full"])
    before = copy.numbers()
    copy.renumber()
    assert [(one.number, one.passage.id) for one in copy.each_passage()] == [(0, "bare@0-29"), (1, "new@0-4")]
    assert moved(before, 6).tolist() == [-1, -1, -1, 0, 1, -1]


def test_numbering_an_archive_of_nothing_does_no_harm(copy: ArticleDraft) -> None:
    copy.remove(["full", "bare"])
    copy.renumber()
    assert (copy.size(), copy.count_passages(), moved(copy.numbers(), 0).tolist()) == (0, 0, [])


def test_the_words_of_a_removed_article_leave_the_file(copy: ArticleDraft, tmp_path: Path) -> None:
    assert "naïve".encode() in (tmp_path / "copy.sqlite").read_bytes()
    copy.remove(["full"])
    copy.commit()
    assert "naïve".encode() not in (tmp_path / "copy.sqlite").read_bytes()


def test_a_passage_is_found_by_the_words_that_are_embedded_for_it(file: Path) -> None:
    titled = passage_digest(FULL.title, FULL_PASSAGES[1].text)
    with closing(ArticleStore(file)) as store:
        assert store.with_digests([titled, b"unknown"]) == {titled: FULL_PASSAGES[1].id}
        assert store.with_digests([passage_digest(None, FULL_PASSAGES[1].text)]) == store.with_digests([]) == {}


@pytest.mark.parametrize(
    "fields", [{"title": "Other"}, {"published": date(2021, 10, 8)}, {"sha256": "00" * 32}, {"authors": ()}]
)
def test_the_state_of_an_article_changes_with_its_text_and_with_what_is_known_of_it(
    fields: dict[str, Any], copy: ArticleDraft
) -> None:
    before = copy.states()
    copy.remove(["full"])
    copy.add(replace(FULL_ARTICLE, info=replace(FULL, **fields)), FULL_PASSAGES, b"other source", [])
    assert {id_ for id_, state in copy.states().items() if before[id_] != state} == {"full"}


def test_the_state_of_an_article_does_not_change_with_its_file(copy: ArticleDraft) -> None:
    before = copy.states()
    copy.remove(["full"])
    copy.add(FULL_ARTICLE, FULL_PASSAGES, b"other source", ["another note"])
    assert copy.states() == before


def test_a_damaged_page_is_found_when_the_store_is_copied(file: Path, tmp_path: Path) -> None:
    data = bytearray(file.read_bytes())
    data[4096 * 3 : 4096 * 3 + 64] = b"\xff" * 64
    file.write_bytes(data)
    with pytest.raises(IndexDamaged, match="generation g1 is damaged: its articles"):
        ArticleDraft(tmp_path / "copy.sqlite", file)


def test_a_store_that_is_gone_is_told_when_it_is_copied(tmp_path: Path) -> None:
    with pytest.raises(IndexDamaged, match="generation g7"):
        ArticleDraft(tmp_path / "copy.sqlite", tmp_path / "g7" / "articles.sqlite")


def test_a_folder_that_may_not_be_written_can_be_read(file: Path) -> None:
    file.chmod(0o444)
    file.parent.chmod(0o555)
    try:
        with closing(ArticleStore(file)) as store:
            assert store.count_articles() == 2
        assert [path.name for path in file.parent.iterdir()] == ["articles.sqlite"]
    finally:
        file.parent.chmod(0o755)


def test_several_threads_may_read_at_once(file: Path) -> None:
    with closing(ArticleStore(file)) as store, ThreadPoolExecutor(8) as pool:
        found = list(pool.map(store.article, ["full", "bare", "nobody"] * 50))
    assert [article.id if article else None for article in found] == ["full", "bare", None] * 50


@pytest.mark.parametrize("content", [None, b"", b"no database " * 500], ids=["missing", "empty", "garbage"])
def test_a_file_that_is_no_such_database_is_told_as_a_damaged_generation(content: bytes | None, file: Path) -> None:
    file.unlink()
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(IndexDamaged, match="generation g1 is damaged: its articles"):
        ArticleStore(file)


def test_a_file_cut_short_is_told_as_a_damaged_generation(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:5000])
    with pytest.raises(IndexDamaged), closing(ArticleStore(file)) as store:
        store.article("full")
