"""Both halves are searched, filtered and weighed alike."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.assembly import Dateline
from corpus.types import ArticleInfo, Passage
from retrieval.generations import Generations
from retrieval.index import Index
from retrieval.rebuild import Rebuilder
from retrieval.search import FIRST_PAGE, NEAR, Mode, Searcher, SearchWeights, _scaled, spread
from retrieval.timing import Stopwatch
from retrieval.types import NO_FILTERS, Filters, Hit
from tests.fakes import FakeEmbedder

WEIGHTS = SearchWeights(candidates=50, dense_weight=0.3, max_per_article=2)
MODES: tuple[Mode, ...] = ("fused", "dense", "lexical")
ARTICLES = {
    "moscow": {"text": "Talks with the Taliban in Moscow.", "published": "2021-10-07", "outlet": "The Moscow Times"},
    "later": {"text": "Talks with the Taliban in Doha.", "published": "2021-11-01", "outlet": "Reuters"},
    "undated": {"text": "Talks with the Taliban somewhere.", "outlet": "Reuters"},
    "bare": {"text": "The Taliban spoke."},
    "weather": {"text": "Snow fell.", "published": "2021-10-07", "title": "Winter in Kabul", "outlet": "Reuters"},
}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    folder = tmp_path_factory.mktemp("search")
    file = folder / "corpus.jsonl"
    file.write_text("".join(json.dumps({"id": id_, **article}) + "\n" for id_, article in ARTICLES.items()))
    generations = Generations(folder / "data")
    id_ = Rebuilder(generations, FakeEmbedder(), 160).rebuild(file, None, lambda *_: None).generation
    index = Index.open(generations.folder(id_), generations.manifest(id_))
    yield index
    index.close()


@pytest.fixture
def searcher() -> Searcher:
    return Searcher(FakeEmbedder(), WEIGHTS)


def ids(hits: Sequence[Hit]) -> list[str]:
    return [hit.article.id for hit in hits]


@pytest.mark.parametrize("mode", MODES)
def test_the_passage_that_says_it_comes_first(mode: Mode, searcher: Searcher, index: Index) -> None:
    assert ids(searcher.search(index, "talks in Doha", 3, mode=mode))[0] == "later"


def test_a_title_is_searched_though_it_stands_in_no_passage(searcher: Searcher, index: Index) -> None:
    (hit,) = searcher.search(index, "winter Kabul", 1)
    assert (hit.article.id, hit.passage.text) == ("weather", "Snow fell.")


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    ("filters", "passing"),
    [
        (NO_FILTERS, set(ARTICLES)),
        (Filters(since=date(2021, 10, 8)), {"later"}),
        (Filters(until=date(2021, 10, 7)), {"moscow", "weather"}),
        (Filters(outlet="reuters"), {"later", "undated", "weather"}),
        (Filters(since=date(2021, 1, 1), outlet="REUTERS"), {"later", "weather"}),
        (Filters(outlet="nobody"), set()),
    ],
)
def test_nothing_that_the_filters_refuse_is_found_by_either_half(
    filters: Filters, passing: set[str], mode: Mode, searcher: Searcher, index: Index
) -> None:
    found = set(ids(searcher.search(index, "talks with the Taliban, snow", 10, filters, mode)))
    assert found == passing


def test_the_lexical_half_finds_only_what_shares_a_term(searcher: Searcher, index: Index) -> None:
    assert ids(searcher.search(index, "snow", 10, mode="lexical")) == ["weather"]
    assert searcher.search(index, "Zanzibar", 10, mode="lexical") == []


def test_a_query_without_a_known_term_still_finds_what_is_near(searcher: Searcher, index: Index) -> None:
    assert len(searcher.search(index, "Zanzibar", 10)) == len(ARTICLES)


@pytest.mark.parametrize("k", [1, 2, 5, 100])
def test_at_most_k_come_ranked_from_one_and_scored_within_bounds(k: int, searcher: Searcher, index: Index) -> None:
    hits = searcher.search(index, "talks with the Taliban", k)
    assert [hit.rank for hit in hits] == list(range(1, min(k, len(ARTICLES)) + 1))
    assert all(0 <= hit.score <= 1 for hit in hits)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_every_hit_is_scored_by_both_halves_whichever_found_it(index: Index) -> None:
    embedder = FakeEmbedder()
    query = "talks in Moscow"
    few = Searcher(embedder, SearchWeights(candidates=1, dense_weight=0.5, max_per_article=2))
    lexical = index.lexical.scores(query)
    for hit in few.search(index, query, 1) + Searcher(embedder, WEIGHTS).search(index, query, 10):
        number = index.articles.passages([hit.passage.id])[hit.passage.id][2]
        assert hit.lexical == pytest.approx(lexical[number])
        stored = index.vectors.vectors([hit.passage.id])[hit.passage.id]
        assert hit.dense == pytest.approx(float(stored @ embedder.embed_query(query)), abs=1e-5)


@pytest.mark.parametrize("mode", MODES)
def test_the_order_is_the_same_every_time(mode: Mode, searcher: Searcher, index: Index) -> None:
    orders = {tuple(ids(searcher.search(index, "the Taliban", 10, mode=mode))) for _ in range(5)}
    assert len(orders) == 1


def test_the_weight_decides_which_half_is_believed(index: Index) -> None:
    query = "talks with the Taliban in Moscow"
    for weight, mode in ((1.0, "dense"), (0.0, "lexical")):
        fused = Searcher(FakeEmbedder(), SearchWeights(50, weight, 2)).search(index, query, 4)
        alone = Searcher(FakeEmbedder(), WEIGHTS).search(index, query, 4, mode=mode)  # type: ignore[arg-type]
        assert ids(fused) == ids(alone)


def test_the_time_of_embedding_is_told(searcher: Searcher, index: Index) -> None:
    watch = Stopwatch()
    searcher.search(index, "talks", 1, watch=watch)
    assert 0 < watch.read()["embed"] <= watch.read()["total"]


def hits_of(*found: tuple[str, float]) -> list[Hit]:
    """Hits of (article, score), one passage each."""
    return [
        Hit(0, Passage(f"{article}:{n}", article, 0, 1, "x", ()), ArticleInfo(article, "0" * 64), score)
        for n, (article, score) in enumerate(found)
    ]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ("a1.0 a.9 a.8 b.7 c.6 d.55", "a a b c d a"),
        ("a1.0 a.9 a.8 b.3 c.2", "a a a b c"),
        ("a1.0 a.9 a.8 a.7 a.6 a.5 a.4", "a a a a a a a"),
        ("a1.0 b.9 a.8 b.7 a.6 b.5 c.45", "a b a b c a b"),
        ("a1.0 a.9 a.8 a.7 b.4", "a a b a a"),
        ("", ""),
    ],
    ids=["others are near", "nothing else is near", "only one article", "two articles", "at half", "none"],
)
def test_one_article_fills_no_more_than_two_of_the_first_five_while_others_are_near(found: str, expected: str) -> None:
    hits = hits_of(*((word[0], float(word[1:])) for word in found.split()))
    assert ids(spread(hits, WEIGHTS.max_per_article)) == expected.split()


SCORED = st.lists(st.tuples(st.sampled_from("abcd"), st.floats(0, 1)), max_size=12).map(
    lambda found: sorted(found, key=lambda pair: -pair[1])
)


@given(SCORED)
def test_spreading_loses_nothing_and_crowds_only_where_nothing_else_is_near(found: list[tuple[str, float]]) -> None:
    hits = hits_of(*found)
    ordered = spread(hits, WEIGHTS.max_per_article)
    assert sorted(hit.passage.id for hit in ordered) == sorted(hit.passage.id for hit in hits)
    assert ordered == hits or len(hits) > WEIGHTS.max_per_article
    for place, hit in enumerate(ordered[:FIRST_PAGE]):
        before = Counter(other.article.id for other in ordered[:place])
        if before[hit.article.id] >= WEIGHTS.max_per_article:
            others = [h for h in ordered[place + 1 :] if before[h.article.id] < WEIGHTS.max_per_article]
            assert all(other.score < NEAR * hit.score for other in others)


@given(
    st.lists(st.floats(-1, 1, width=32), max_size=30),
    st.lists(st.floats(0, 60, width=32), max_size=30),
    st.floats(0, 1),
)
def test_a_fused_score_never_leaves_its_bounds(dense: list[float], lexical: list[float], share: float) -> None:
    size = min(len(dense), len(lexical))
    fused = share * _scaled(np.array(dense[:size])) + (1 - share) * _scaled(np.array(lexical[:size]))
    assert ((fused >= 0) & (fused <= 1)).all()


def test_the_shipped_articles_are_searched_with_the_real_parts(shipped: Dateline) -> None:
    with shipped.archive.reading() as index:
        hits = shipped.searcher.search(index, "Who is the Kremlin's envoy to Afghanistan?", 10)
    assert "envoy to Afghanistan" in hits[0].passage.text
    assert set(Counter(ids(hits[:FIRST_PAGE]))) == {"000_fb3d9519ca0be116", "004_02f4d93758813a8a"}


@pytest.mark.parametrize("mode", MODES)
def test_dates_filter_the_shipped_articles(mode: Mode, shipped: Dateline) -> None:
    with shipped.archive.reading() as index:
        hits = shipped.searcher.search(index, "Taliban talks", 20, Filters(until=date(2021, 10, 7)), mode)
    assert set(ids(hits)) == {"000_fb3d9519ca0be116"}


def test_an_archive_of_one_passage_answers(corpus: Callable[..., Path], tmp_path: Path, searcher: Searcher) -> None:
    generations = Generations(tmp_path / "data")
    id_ = Rebuilder(generations, FakeEmbedder(), 160).rebuild(corpus(a="Talks."), None, lambda *_: None).generation
    index = Index.open(generations.folder(id_), generations.manifest(id_))
    (hit,) = searcher.search(index, "talks", 10)
    assert (hit.rank, hit.score) == (1, 1.0)
    index.close()
