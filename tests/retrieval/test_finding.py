"""Search and reader together: what is read comes first, and everything keeps its place in `[0, 1]`."""

from __future__ import annotations

from dataclasses import replace

from bot.assembly import Dateline
from retrieval.finding import Finder
from retrieval.index import Index
from retrieval.types import Filters, Hit, Reading

QUERY = "Who is the Kremlin's envoy to Afghanistan?"


class Turner:
    """A reader that likes the passages best that the search likes least."""

    name = "turner"

    def read(self, question: str, hits: list[Hit], index: Index) -> Reading:
        return Reading((), 0.0)

    def rerank(self, question: str, hits: list[Hit], index: Index) -> list[Hit]:
        turned = enumerate(reversed(hits), start=1)
        return [replace(hit, rank=rank, score=1 / (1 + rank)) for rank, hit in turned]


def test_the_readers_order_stands_before_the_rest_of_the_search(shipped: Dateline) -> None:
    with shipped.archive.reading() as index:
        searched = [hit.passage.id for hit in shipped.searcher.search(index, QUERY, 8)]
        found = Finder(shipped.searcher, Turner(), 3).find(index, QUERY, 8)
    assert [hit.passage.id for hit in found] == [*reversed(searched[:3]), *searched[3:]]
    assert [hit.rank for hit in found] == list(range(1, 9))
    scores = [hit.score for hit in found]
    assert scores == sorted(scores, reverse=True)


def test_the_reader_reads_as_many_as_ever_when_fewer_are_wanted(shipped: Dateline) -> None:
    with shipped.archive.reading() as index:
        searched = [hit.passage.id for hit in shipped.searcher.search(index, QUERY, 5)]
        found = Finder(shipped.searcher, Turner(), 5).find(index, QUERY, 2)
    assert [hit.passage.id for hit in found] == [searched[4], searched[3]]


def test_the_real_reader_gives_probabilities(shipped: Dateline) -> None:
    with shipped.archive.reading() as index:
        found = shipped.finder.find(index, QUERY, 9)
    scores = [hit.score for hit in found]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_nothing_found_stays_nothing(shipped: Dateline) -> None:
    with shipped.archive.reading() as index:
        assert shipped.finder.find(index, QUERY, 5, Filters(outlet="Nobody's Gazette")) == []
