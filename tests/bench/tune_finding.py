"""
What else might find more: one table, every way on the same questions.

    python -m tests.bench.tune_finding --data-dir DIR --questions FILE [--tokens 80 240]

DIR holds an index of the archive. Each way changes one thing of the search that ships (`tune_search` has its weights);
"read" is the shipped search in the reader's order. With --tokens the articles are cut anew into passages of so many
tokens, for BM25 alone. The table that decided what is shipped stands in retrieval/README.md.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from rich.console import Console

from bot.assembly import Dateline, assemble
from bot.render_eval import comparison_table
from config.settings import load_settings
from corpus.chunking import cut
from retrieval.evaluation import compare_search, read_questions
from retrieval.expects import asked
from retrieval.index import Index
from retrieval.lexical import LexicalIndex, best
from retrieval.lexical_building import LexicalBuilder
from retrieval.search import Mode, Searcher, spread
from retrieval.terms import terms
from retrieval.types import Hit

Search = Callable[[str, int], Sequence[Hit]]
POOL = 50
FEEDBACK_PASSAGES, FEEDBACK_TERMS = 5, 10


class Ways:
    """Ways to search the one index; each takes a text and how many, and gives hits."""

    def __init__(self, dateline: Dateline, index: Index, folder: Path) -> None:
        self.dateline = dateline
        self.index = index
        self.folder = folder
        self.passages = [(one.passage, one.info) for one in index.articles.each_passage()]
        self._titles = self._lexical("titles", (info.title or "" for _, info in self.passages))
        self._number = {passage.id: number for number, (passage, _) in enumerate(self.passages)}

    def all(self) -> Iterator[tuple[str, Search]]:
        yield "BM25", lambda text, k: self._pool(text, "lexical")[:k]
        yield "dense", lambda text, k: self._pool(text, "dense")[:k]
        yield "shipped search", lambda text, k: self._pool(text)[:k]
        yield "read", lambda text, k: self.dateline.finder.find(self.index, text, k)
        yield "without the preamble", lambda text, k: self._pool(asked(text))[:k]
        yield "preamble for BM25 alone", self._without_preamble_dense
        for weight in (0.1, 0.3):
            yield f"title a field of its own, {weight}", self._rescored(self._by_title, weight)
            yield f"neighbouring passages, {weight}", self._rescored(self._by_neighbours, weight)
            yield f"other passages of the article, {weight}", self._rescored(self._by_article, weight)
            yield f"best sentence's vector, {weight}", self._rescored(self._by_sentence, weight)
            yield f"BM25 feedback, {weight}", self._rescored(self._by_feedback, weight)
        yield "dense feedback", self._dense_feedback

    def cut_anew(self, tokens: int) -> Search:
        """BM25 alone over passages of at most `tokens` tokens."""
        ids = dict.fromkeys(passage.article_id for passage, _ in self.passages)
        count = self.dateline.embedder.count_tokens
        articles = (self.index.article(id_) for id_ in ids)
        cuts = [(p, article.info) for article in articles if article for p in cut(article, count, tokens)]
        lexical = self._lexical(f"{tokens}", (f"{info.title or ''}\n{passage.text}" for passage, info in cuts))

        def search(text: str, k: int) -> Sequence[Hit]:
            scores = lexical.scores(text)
            return [Hit(0, *cuts[number], float(scores[number])) for number in best(scores, k)]

        return search

    def _pool(self, text: str, mode: Mode = "fused") -> list[Hit]:
        return self.dateline.searcher.search(self.index, text, POOL, mode=mode)

    def _lexical(self, name: str, texts: Iterator[str]) -> LexicalIndex:
        with LexicalBuilder(self.folder / name) as builder:
            for number, text in enumerate(texts):
                builder.add(number, text)
            builder.save()
        return LexicalIndex(self.folder / name)

    def _rescored(self, extra: Callable[[str, list[Hit]], list[float]], weight: float) -> Search:
        """The shipped order with so much of another score, scaled like the others, in it."""

        def search(text: str, k: int) -> Sequence[Hit]:
            pool = self._pool(text)
            more = np.array(extra(text, pool))
            more = (more - more.min()) / (more.max() - more.min() or 1.0)
            scored = [replace(hit, score=hit.score + weight * float(m)) for hit, m in zip(pool, more, strict=True)]
            most = self.dateline.settings.search.max_per_article
            return spread(sorted(scored, key=lambda hit: -hit.score), most)[:k]

        return search

    def _by_title(self, text: str, pool: list[Hit]) -> list[float]:
        scores = self._titles.scores(text)
        return [float(scores[self._number[hit.passage.id]]) for hit in pool]

    def _by_neighbours(self, text: str, pool: list[Hit]) -> list[float]:
        scores = self.index.lexical.scores(text)

        def beside(hit: Hit) -> Iterator[float]:
            number = self._number[hit.passage.id]
            for other in (number - 1, number + 1):
                if 0 <= other < len(scores) and self.passages[other][0].article_id == hit.article.id:
                    yield float(scores[other])

        return [max(beside(hit), default=0.0) for hit in pool]

    def _by_article(self, text: str, pool: list[Hit]) -> list[float]:
        return [
            max((o.score for o in pool if o.article.id == hit.article.id and o is not hit), default=0.0) for hit in pool
        ]

    def _by_sentence(self, text: str, pool: list[Hit]) -> list[float]:
        question = self.dateline.embedder.embed_query(text)
        head = pool[:20]
        sentences = [
            (place, hit.passage.text[span.start - hit.passage.start : span.end - hit.passage.start])
            for place, hit in enumerate(head)
            for span in hit.passage.sentences
        ]
        cosines = self.dateline.embedder.embed_passages([sentence for _, sentence in sentences]) @ question
        scores = [0.0] * len(pool)
        for (place, _), cosine in zip(sentences, cosines, strict=True):
            scores[place] = max(scores[place], float(cosine))
        return scores

    def _by_feedback(self, text: str, pool: list[Hit]) -> list[float]:
        """BM25 of the terms that tell most of the first passages (after Rocchio, 1971)."""
        said = Counter(term for hit in pool[:FEEDBACK_PASSAGES] for term in set(terms(hit.passage.text)))
        rarity = self.index.lexical.rarity(list(said))
        new = sorted((t for t in said if t not in terms(text)), key=lambda term: -said[term] * rarity[term])
        scores = self.index.lexical.scores(" ".join(new[:FEEDBACK_TERMS]))
        return [float(scores[self._number[hit.passage.id]]) for hit in pool]

    def _without_preamble_dense(self, text: str, k: int) -> Sequence[Hit]:
        return self._with_query_vector(text, k, self.dateline.embedder.embed_query(asked(text)))

    def _dense_feedback(self, text: str, k: int) -> Sequence[Hit]:
        found = self._pool(text)[:3]
        near = self.index.vectors.vectors([hit.passage.id for hit in found])
        vector = self.dateline.embedder.embed_query(text) + 0.5 * np.mean(list(near.values()), axis=0)
        return self._with_query_vector(text, k, vector / np.linalg.norm(vector))

    def _with_query_vector(self, text: str, k: int, vector: np.ndarray) -> Sequence[Hit]:
        class Given:
            def embed_query(self, text: str) -> np.ndarray:
                return vector

        # Of an embedder a search asks for nothing else.
        searcher = Searcher(Given(), self.dateline.searcher.weights)  # type: ignore[arg-type]
        return searcher.search(self.index, text, k)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data-dir", type=Path, required=True)
    parser.add_argument("--questions", type=Path, required=True)
    parser.add_argument("--tokens", type=int, nargs="*", default=[])
    arguments = parser.parse_args()
    with (
        assemble(load_settings({"data_dir": arguments.data_dir})) as dateline,
        dateline.archive.reading() as index,
        tempfile.TemporaryDirectory() as temporary,
    ):
        ways = Ways(dateline, index, Path(temporary))
        variants = dict(ways.all())
        variants |= {f"BM25, {tokens} tokens a passage": ways.cut_anew(tokens) for tokens in arguments.tokens}
        found = compare_search(variants, read_questions(arguments.questions), against="BM25")
        Console(width=140).print(comparison_table(found))


if __name__ == "__main__":
    main()
