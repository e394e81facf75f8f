"""
What search weights find on a question file: one table, every variant on the same questions.

    python -m tests.bench.tune_search --data-dir DIR --questions FILE

DIR holds an index of the archive. Variants of BM25 are built from its passages in a temporary
folder; dense scores are those of its vectors. The table that decided the shipped weights stands in retrieval/README.md.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from rich.console import Console

from bot.assembly import Dateline, assemble
from bot.render_eval import comparison_table
from config.settings import load_settings
from retrieval.evaluation import compare_search, read_questions
from retrieval.index import Index
from retrieval.lexical import K1, B, LexicalIndex
from retrieval.lexical_building import LexicalBuilder
from retrieval.search import Mode, Searcher, SearchWeights
from retrieval.types import Hit

SHIPPED_TITLE_WEIGHT = 1
Search = Callable[[str, int], Sequence[Hit]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data-dir", type=Path, required=True)
    parser.add_argument("--questions", type=Path, required=True)
    arguments = parser.parse_args()
    questions = read_questions(arguments.questions)
    with (
        assemble(load_settings({"data_dir": arguments.data_dir})) as dateline,
        dateline.archive.reading() as index,
        tempfile.TemporaryDirectory() as temporary,
    ):
        variants = dict(_variants(dateline, index, Path(temporary)))
        Console(width=140).print(comparison_table(compare_search(variants, questions, against="BM25 alone")))


def _variants(dateline: Dateline, index: Index, folder: Path) -> Iterator[tuple[str, Search]]:
    shipped = dateline.settings.search
    yield "BM25 alone", _search(dateline, index, 0.0)
    yield "dense alone", _alone(dateline, index)
    for share in (0.1, 0.2, 0.3, 0.4, 0.5, 0.7):
        yield f"min-max, {share} dense", _search(dateline, index, share)
    yield "reciprocal ranks", _reciprocal(dateline, index)
    for k1, b in ((0.9, 0.4), (0.9, 0.75), (1.2, 0.5), (1.2, 0.9), (1.6, 0.75), (2.0, 0.75)):
        lexical = _lexical(index, folder / f"{k1}-{b}", k1, b, SHIPPED_TITLE_WEIGHT)
        yield f"BM25 k1 {k1}, b {b}", _search(dateline, lexical, 0.0)
    for weight in (0, 2, 3):
        lexical = _lexical(index, folder / f"title-{weight}", K1, B, weight)
        yield f"BM25, title x {weight}", _search(dateline, lexical, 0.0)
        yield f"title x {weight}, {shipped.dense_weight} dense", _search(dateline, lexical, shipped.dense_weight)
    for most in (1, 3, 5):
        yield f"at most {most} of an article", _search(dateline, index, shipped.dense_weight, most)


def _search(dateline: Dateline, index: Index, share: float, most: int = 0) -> Search:
    shipped = dateline.settings.search
    weights = SearchWeights(shipped.candidates, share, most or shipped.max_per_article)
    searcher = Searcher(dateline.embedder, weights)
    return lambda text, k: searcher.search(index, text, k)


def _alone(dateline: Dateline, index: Index) -> Search:
    return lambda text, k: dateline.searcher.search(index, text, k, mode="dense")


def _reciprocal(dateline: Dateline, index: Index, constant: int = 60) -> Search:
    """Reciprocal rank fusion (Cormack et al., 2009) of both halves' candidates, with the usual constant."""

    def search(text: str, k: int) -> Sequence[Hit]:
        scores: dict[str, float] = {}
        hits: dict[str, Hit] = {}
        modes: tuple[Mode, ...] = ("dense", "lexical")
        for mode in modes:
            found = dateline.searcher.search(index, text, dateline.settings.search.candidates, mode=mode)
            for hit in found:
                hits[hit.passage.id] = hit
                scores[hit.passage.id] = scores.get(hit.passage.id, 0.0) + 1 / (constant + hit.rank)
        return [hits[id_] for id_ in sorted(scores, key=lambda id_: -scores[id_])[:k]]

    return search


def _lexical(index: Index, folder: Path, k1: float, b: float, title_weight: int) -> Index:
    """`index` with another BM25; its titles count `title_weight` times."""
    with LexicalBuilder(folder) as builder:
        for one in index.articles.each_passage():
            builder.add(one.number, f"{one.info.title or ''}\n" * title_weight + one.passage.text)
        builder.save()
    return Index(index.info, index.vectors, LexicalIndex(folder, k1, b), index.articles)


if __name__ == "__main__":
    main()
