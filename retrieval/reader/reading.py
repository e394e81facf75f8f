"""Question and passages in, evidence out: which sentences answer, and does any."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from corpus.types import Span
from retrieval.embedding import Embedder, Vectors
from retrieval.expects import Kind, kind_of, names_in, offers
from retrieval.index import Index
from retrieval.terms import terms, words
from retrieval.types import Evidence, Hit, Quote, Reading

EMBEDDED = 16
"""Sentences whose vectors are compared: what the other signals rank below these was never the best."""
FAMILY = 6
"""Terms of at least so many characters that begin with the same ones are of one family."""
RELATED = 0.7
"""What a term of the same family is worth beside the term itself."""
SAME_TERMS = 0.6
"""Sentences of two articles that share this part of their terms (Jaccard) say the same."""
ALSO = 0.7
"""How far the score of a further sentence may lie below that of the best one."""


class Reader(Protocol):
    """Anything that finds the evidence in passages. `name` is what an answer says it was answered by."""

    @property
    def name(self) -> str: ...
    def read(self, question: str, hits: Sequence[Hit], index: Index) -> Reading: ...


class Signals(NamedTuple):
    """What tells whether a sentence answers a question; each in `[0, 1]`, `cosine` in `[-1, 1]`."""

    cosine: float
    """Of the question's and the sentence's vectors."""
    covered: float
    """The share of the question's terms, weighted by their rarity, that the sentence says."""
    covered_around: float
    """The same for the whole passage and its title."""
    names: float
    """The share of the question's names and numbers that the passage and its title say; 1 when it has none."""
    offers: float
    """1 when the sentence offers the kind of words that is asked for, new to the question; 0.5 when no kind is."""
    passage: float
    """The fused score of the passage."""


class Weights(NamedTuple):
    """A linear score over `Signals`, the log-odds of a logistic regression."""

    bias: float
    signals: Signals

    def score(self, signals: Signals) -> float:
        return self.bias + sum(weight * signal for weight, signal in zip(self.signals, signals, strict=True))

    def probability(self, signals: Signals) -> float:
        return 1 / (1 + math.exp(-self.score(signals)))


# Both were fitted on the development data by tests/bench/fit_reader.py; the figures stand in retrieval/README.md.
CHOICE = Weights(0.0, Signals(cosine=1.6, covered=2.71, covered_around=1.31, names=0.46, offers=0.91, passage=1.42))
"""Which of the sentences holds the answer: only differences between the sentences of one question mean something."""
CONFIDENCE = Weights(
    -7.03, Signals(cosine=2.86, covered=1.67, covered_around=1.13, names=0.35, offers=0.11, passage=2.22)
)
"""Whether the chosen sentence does."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence of a hit with what was seen in it."""

    hit: Hit
    span: Span
    text: str
    signals: Signals


class SentenceReader:
    """Ranks the sentences of the passages by embedding and lexical signals. Safe to use from several threads."""

    name = "reader"

    def __init__(self, embedder: Embedder, max_sentences: int, min_confidence: float) -> None:
        """`min_confidence` is the probability below which there is no evidence; `max_sentences` the most of it."""
        self._embedder = embedder
        self._max_sentences = max_sentences
        self._min_confidence = min_confidence

    def read(self, question: str, hits: Sequence[Hit], index: Index) -> Reading:
        """The evidence in `hits`, one to `max_sentences` sentences, or none and the confidence that was too low."""
        ranked = self.rank(question, hits, index)
        if not ranked:
            return Reading((), 0.0)
        confidence = CONFIDENCE.probability(ranked[0].signals)
        if confidence < self._min_confidence:
            return Reading((), confidence)
        kind = kind_of(question)
        asked = set(terms(question))
        groups = _grouped(ranked, self._max_sentences)
        return Reading(tuple(_evidence(group, kind, question, asked) for group in groups), confidence)

    def rank(self, question: str, hits: Sequence[Hit], index: Index) -> list[Candidate]:
        """The sentences of `hits`, the likeliest answer first; sentences in two overlapping passages count once."""
        asked = terms(question)
        if not hits or not asked:
            return []
        weights = index.lexical.rarity(asked)
        names = names_in(question)
        kind = kind_of(question)
        candidates = [
            Candidate(hit, span, text, _lexical_signals(question, text, hit, weights, names, kind))
            for hit, span, text in _sentences(hits)
        ]
        candidates.sort(key=_score, reverse=True)
        candidates = candidates[:EMBEDDED]
        vectors = self._embedder.embed_passages([candidate.text for candidate in candidates])
        cosines: Vectors = vectors @ self._embedder.embed_query(question)
        seen = [
            Candidate(c.hit, c.span, c.text, c.signals._replace(cosine=float(cosine)))
            for c, cosine in zip(candidates, cosines, strict=True)
        ]
        return sorted(seen, key=_score, reverse=True)


def _score(candidate: Candidate) -> float:
    return CHOICE.score(candidate.signals)


def _sentences(hits: Sequence[Hit]) -> Iterable[tuple[Hit, Span, str]]:
    seen: set[tuple[str, Span]] = set()
    for hit in hits:
        passage = hit.passage
        for span in passage.sentences:
            if (passage.article_id, span) not in seen:
                seen.add((passage.article_id, span))
                yield hit, span, passage.text[span.start - passage.start : span.end - passage.start]


def _lexical_signals(
    question: str, sentence: str, hit: Hit, weights: Mapping[str, float], names: frozenset[str], kind: Kind
) -> Signals:
    around = f"{hit.article.title or ''} {hit.passage.text}"
    said_around = set(words(around))
    return Signals(
        cosine=0.0,
        covered=_covered(weights, terms(sentence)),
        covered_around=_covered(weights, terms(around)),
        names=len(names & said_around) / len(names) if names else 1.0,
        offers=0.5 if kind == "any" else float(bool(offers(kind, sentence, question))),
        passage=hit.score,
    )


def _covered(weights: Mapping[str, float], said: Iterable[str]) -> float:
    """
    The share of `weights` whose terms are said; a term of one family with a said one counts `RELATED`.

    Stemming parts "recognise" from "recognition"; their common beginning does not.
    """
    said = set(said)
    families = {term[:FAMILY] for term in said if len(term) >= FAMILY}
    found = sum(
        weight * (1.0 if term in said else RELATED if term[:FAMILY] in families else 0.0)
        for term, weight in weights.items()
    )
    return found / sum(weights.values())


def _grouped(ranked: Sequence[Candidate], most: int) -> list[list[Candidate]]:
    """The best sentences, each with those of other articles that say the same; further ones only when near the best."""
    floor = _score(ranked[0]) - ALSO
    groups: list[list[Candidate]] = []
    for candidate in ranked:
        if _score(candidate) < floor:
            break
        group = next((group for group in groups if _same(group[0], candidate)), None)
        if group is None and len(groups) < most:
            groups.append([candidate])
        elif group is not None and all(candidate.hit.article.id != other.hit.article.id for other in group):
            group.append(candidate)
    return groups


def _same(one: Candidate, other: Candidate) -> bool:
    a, b = set(terms(one.text)), set(terms(other.text))
    return bool(a | b) and len(a & b) / len(a | b) >= SAME_TERMS


def _evidence(group: Sequence[Candidate], kind: Kind, question: str, asked: set[str]) -> Evidence:
    quotes = []
    for c in group:
        spans = _emphasis(c.text, kind, question, asked)
        emphasis = tuple(Span(c.span.start + span.start, c.span.start + span.end) for span in spans)
        quotes.append(Quote(c.text, c.span.start, c.span.end, emphasis))
    return Evidence(tuple(quotes), tuple(c.hit for c in group), _score(group[0]))


def _emphasis(sentence: str, kind: Kind, question: str, asked: set[str]) -> list[Span]:
    """The words that were asked for, when their kind is known and they are there; else the question's own words."""
    found = offers(kind, sentence, question)
    if found:
        return found
    spans, position = [], 0
    for word in sentence.split():
        start = sentence.index(word, position)
        position = start + len(word)
        if any(term in asked for term in terms(word)):
            spans.append(Span(start, position))
    return spans
