"""Stories in an index: what is stored of them, kept up with, and cited."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import ExitStack, closing
from datetime import date
from pathlib import Path

import pytest

from corpus.types import Span
from retrieval.citing import locate
from retrieval.copies import cite_earliest
from retrieval.generations import Generations
from retrieval.index import Index
from retrieval.purging import Purger
from retrieval.rebuild import Rebuilder
from retrieval.search import Searcher, SearchWeights
from retrieval.types import NO_FILTERS, Evidence, Filters, Hit, Quote
from retrieval.withdrawn import Withdrawn
from tests.conftest import Corpus
from tests.fakes import FakeEmbedder

SAID = "Ina Berg told the council on Thursday that 12 boats had left the harbour."
THINGS = "mayor bridge market school river lights ferry tower garden museum station theatre library statue quarry"
FILLER = [f"Sentence {n} tells of the {word} of the town and of its harbour." for n, word in enumerate(THINGS.split())]


def story(*sentences: str, seed: int = 1) -> str:
    """A report with `sentences` in its middle; another seed tells it in other words."""
    rest = random.Random(seed).sample(FILLER, len(FILLER)) if seed > 1 else FILLER
    words = [" ".join(random.Random(f"{seed}{line}").sample(line.split(), len(line.split()))) for line in rest]
    lines = [f"{line.rstrip('.').capitalize()}." for line in words]
    return " ".join([*lines[:8], *sentences, *lines[8:]])


def row(text: str, day: str | None, outlet: str | None = None, url: str | None = None) -> dict[str, object]:
    known = {"published": day, "outlet": outlet, "url": url}
    return {"text": text, "title": None, **{key: value for key, value in known.items() if value}}


WIRE = row(story(SAID), "2023-03-09", "Wire")
PRINTED = row("Our own man writes. " + story(SAID), "2023-03-10", "Gazette")
CUT = row(story(SAID).split(SAID)[1], "2023-03-10", "Courier")
UNDATED = row(story(SAID).replace(". ", ".\n\n"), None, "Bote")
OTHER = row(story("It rained.", seed=2), "2023-03-01", "Wire")


class Archive:
    """Generations that are built by writing articles, and the one that serves."""

    def __init__(self, generations: Generations, corpus: Corpus, opened: ExitStack) -> None:
        self.generations = generations
        self._corpus = corpus
        self._opened = opened

    def of(self, **rows: object) -> Index:
        Rebuilder(self.generations, FakeEmbedder(), 160).rebuild(
            self._corpus(**rows), None, lambda *_: None, allow_shrink=True
        )
        return self.served()

    def served(self) -> Index:
        id_ = self.generations.current_id()
        return self._opened.enter_context(closing(Index.published(self.generations, self.generations.manifest(id_))))


@pytest.fixture
def archive(tmp_path: Path, corpus: Corpus) -> Iterator[Archive]:
    with ExitStack() as opened:
        yield Archive(Generations(tmp_path / "data"), corpus, opened)


def found(index: Index, article_id: str, words: str = SAID, *, emphasis: str = "12 boats") -> Evidence:
    """The words of an article as a reader would quote them."""
    article = index.article(article_id)
    assert article
    span, marked = locate(words, article), locate(emphasis, article)
    assert span
    assert marked
    passage = index.articles.passage_at(article_id, span)
    assert passage
    story = index.articles.lineage([article_id]).get(article_id)
    hit = Hit(1, passage, article.info, 0.5, story=story)
    return Evidence((Quote(article.text[span.start : span.end], span.start, span.end, (marked,)),), (hit,), 1.0)


def cited(index: Index, article_id: str, limits: Filters = NO_FILTERS) -> tuple[str, list[tuple[str, str]]]:
    """The article that is cited where the words were found in `article_id`, and the others with their relation."""
    (piece,) = cite_earliest([found(index, article_id)], index, limits)
    (hit,), (others,) = piece.hits, piece.also_in
    return hit.article.id, [(one.article.id, one.relation) for one in others]


def test_the_earliest_that_says_the_words_is_cited_wherever_they_were_found(archive: Archive) -> None:
    index = archive.of(wire=WIRE, printed=PRINTED, cut=CUT, undated=UNDATED, other=OTHER)
    for article_id in ("wire", "printed", "undated"):
        earliest, others = cited(index, article_id)
        assert earliest == "wire"
        assert others == [("cut", "version"), ("printed", "copy"), ("undated", "copy")]


def test_the_quote_and_what_stands_out_in_it_are_the_cited_articles_own(archive: Archive) -> None:
    index = archive.of(wire=WIRE, printed=PRINTED)
    (piece,) = cite_earliest([found(index, "printed")], index, NO_FILTERS)
    (quote,), (hit,) = piece.quotes, piece.hits
    article = index.article("wire")
    assert article
    assert hit.article == article.info
    assert article.text[quote.start : quote.end] == quote.text == SAID
    assert [article.text[a:b] for a, b in quote.emphasis] == ["12 boats"]
    assert hit.passage.article_id == "wire"
    assert hit.passage.start <= quote.start < quote.end <= hit.passage.end


def test_nothing_is_told_of_what_lies_outside_of_the_limits(archive: Archive) -> None:
    index = archive.of(wire=WIRE, printed=PRINTED, undated=UNDATED)
    as_of = Filters(until=date(2023, 3, 9), as_of=True)
    assert cited(index, "wire", as_of) == ("wire", [])
    assert cited(index, "printed", Filters(since=date(2023, 3, 10))) == ("printed", [])
    assert cited(index, "undated", Filters(outlet="bote")) == ("undated", [])


def test_what_was_withdrawn_is_neither_cited_nor_named(archive: Archive) -> None:
    index = archive.of(wire=WIRE, printed=PRINTED, undated=UNDATED)
    index.withdrawn = {"wire"}
    assert cited(index, "printed") == ("printed", [("undated", "copy")])


def test_an_article_of_its_own_is_cited_as_it_was_found(archive: Archive) -> None:
    index = archive.of(wire=WIRE, other=OTHER)
    piece = found(index, "wire")
    assert cite_earliest([piece], index, NO_FILTERS)[0].hits == piece.hits
    assert cited(index, "wire") == ("wire", [])


def test_of_one_day_what_was_found_stays(archive: Archive) -> None:
    same_day = {**PRINTED, "published": "2023-03-09"}
    index = archive.of(wire=WIRE, printed=same_day)
    assert [cited(index, id_)[0] for id_ in ("wire", "printed")] == ["wire", "printed"]


def stories(index: Index) -> dict[str, str]:
    return index.articles.lineage(index.articles.ids())


def test_stories_are_kept_up_with_by_every_rebuild(archive: Archive) -> None:
    assert stories(archive.of(printed=PRINTED, other=OTHER)) == {}
    assert stories(archive.of(printed=PRINTED, other=OTHER, wire=WIRE)) == {"printed": "wire", "wire": "wire"}
    told_anew = row(story(SAID, seed=3), "2023-03-10", "Gazette")
    assert stories(archive.of(printed=told_anew, other=OTHER, wire=WIRE)) == {}
    assert stories(archive.of(printed=told_anew, other=OTHER, wire=WIRE, cut=CUT)) == {"wire": "wire", "cut": "wire"}
    assert stories(archive.of(printed=told_anew, other=OTHER, cut=CUT)) == {}


def test_a_story_lives_on_under_another_name_when_its_first_article_is_taken_down(archive: Archive) -> None:
    archive.of(wire=WIRE, printed=PRINTED, undated=UNDATED, other=OTHER)
    Purger(archive.generations, lambda *_: None).purge(["wire"])
    index = archive.served()
    assert stories(index) == {"printed": "printed", "undated": "printed"}
    assert "wire" in Withdrawn(archive.generations.data_dir).ids()
    assert cited(index, "undated") == ("printed", [("undated", "copy")])


def test_a_round_up_is_known_by_what_it_holds(archive: Archive) -> None:
    both = row(f"{WIRE['text']} {OTHER['text']}", "2023-03-12", "Digest")
    index = archive.of(wire=WIRE, printed=PRINTED, other=OTHER, both=both)
    assert index.articles.held(["wire", "both"]) == {"both": frozenset({"wire", "other"})}
    assert stories(index) == {"printed": "wire", "wire": "wire"}
    assert archive.of(wire=WIRE, printed=PRINTED, both=both).articles.held(["both"]) == {}


def test_copies_do_not_eat_up_what_is_found(archive: Archive) -> None:
    copies: dict[str, object] = {f"copy{n}": {**WIRE, "outlet": f"Outlet {n}"} for n in range(9)}
    index = archive.of(**copies, other=OTHER)
    searcher = Searcher(FakeEmbedder(), SearchWeights(candidates=50, dense_weight=0.3, max_per_article=2))
    hits = searcher.search(index, "Who told the council that boats had left the harbour?", 10)
    assert "other" in {hit.article.id for hit in hits}
    texts = [" ".join(hit.passage.text.split()) for hit in hits if hit.story]
    assert len(texts) == len(set(texts))
    assert all(hit.source == "copy0" for hit in hits if hit.article.id != "other")
    every = searcher.search(index, "Who told the council that boats had left the harbour?", 10, mode="lexical")
    assert len({hit.article.id for hit in every}) > 2


@pytest.mark.parametrize("missing", [Span(0, 10_000), Span(9_000, 9_001)])
def test_a_span_that_no_passage_has_whole(archive: Archive, missing: Span) -> None:
    assert archive.of(wire=WIRE).articles.passage_at("wire", missing) is None
