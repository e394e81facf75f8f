"""Ranked sentences to what a person is shown: evidence in as many sentences as it takes, and the short answer."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.types import Span
from retrieval.expects import Kind
from retrieval.offering import fits, offers
from retrieval.reader import shaping
from retrieval.reader.context import with_context
from retrieval.reader.polarity import polarity
from retrieval.reader.ranking import Ranked, same_answer
from retrieval.reader.signals import Asked, Candidate
from retrieval.reader.speech import quotation_in
from retrieval.terms import terms
from retrieval.types import Evidence, Quote

NARROW: frozenset[Kind] = frozenset({"person", "place", "date", "number"})
"""Kinds that a few words answer."""
SHORT = 6
"""Words that a short answer of these kinds may have."""
SAME_TERMS = 0.6
"""Sentences of two articles that share this part of their terms (Jaccard) say the same."""
ALSO = 0.7
"""How far the score of a further sentence may lie below that of the best one: half its odds."""
AGREEING = 3.0
"""The same for one of another article that gives the same answer: a second source."""


def evidence(asked: Asked, found: Sequence[Ranked], most: int) -> tuple[Evidence, ...]:
    """
    The best sentences, at most `most`, each with those of other articles that say the same; at least one.

    Further ones only when they are nearly as likely as the best, or another article's with the same answer, and not
    quoted already as the context of a better one. `found` is the best first, and not empty.
    """
    best = found[0]
    read = {(one.candidate.article_id, one.candidate.span): one.candidate for one in found}
    groups: list[list[tuple[Ranked, Quote]]] = []
    for one in found:
        second = one.article_id != best.article_id and same_answer(one.candidate, best.candidate)
        if one.score < best.score - (AGREEING if second else ALSO):
            continue
        said = quote(asked, one.candidate, with_context(one.candidate, read))
        own = [(group, other) for group in groups for each, other in group if each.article_id == one.article_id]
        alike = next((group for group in groups if _same(group[0][0].candidate, one.candidate)), None)
        if any(group is alike or _overlap(other, said) for group, other in own):
            continue
        if alike is not None:
            alike.append((one, said))
        elif len(groups) < most:
            groups.append([(one, said)])
    return tuple(
        Evidence(tuple(said for _, said in group), tuple(one.candidate.hit for one, _ in group), group[0][0].score)
        for group in groups
    )


def quote(asked: Asked, candidate: Candidate, quoted: Span | None = None) -> Quote:
    """
    The sentence with the words that answer emphasised; where none can be told, the question's own words.

    `quoted` is what is quoted, when it is more than the sentence.
    """
    span = _answer_span(asked, candidate)
    spans = (span,) if span else tuple(_said(candidate, set(asked.terms)))
    quoted = quoted or candidate.span
    return Quote(candidate.cut(quoted), quoted.start, quoted.end, spans)


def short_answer(asked: Asked, candidate: Candidate) -> str | None:
    """
    The words that answer, on one line: "Yes" or "No" where the sentence's own polarity says so.

    None where no words of the kind that was asked for are there, and for a yes or no that the sentence leaves open.
    """
    if asked.kind == "yes_no":
        return polarity(asked.text, candidate.text)
    span = _answer_span(asked, candidate)
    if span is None:
        return None
    start = candidate.span.start
    return " ".join(candidate.text[span.start - start : span.end - start].split())


def _answer_span(asked: Asked, candidate: Candidate) -> Span | None:
    """Where the short answer stands in the article; None where the words read are not of the kind asked for."""
    if asked.kind == "yes_no":
        return None
    start, text = candidate.span.start, candidate.text
    said = quotation_in(text, asked.text) if asked.kind == "quotation" else None
    if said is None:
        read = Span(candidate.words.start - start, candidate.words.end - start)
        said = _narrowed(asked, text, shaping.short_answer(asked.text, asked.kind, text, read))
        if fits(asked.kind, text[said.start : said.end]) is False:
            return None
    return Span(start + said.start, start + said.end)


def _narrowed(asked: Asked, text: str, said: Span) -> Span:
    """Half a sentence holds an answer of a few words when only one thing of the kind asked for stands in it."""
    if asked.kind not in NARROW or len(text[said.start : said.end].split()) <= SHORT:
        return said
    inside = [one for one in offers(asked.kind, text, asked.text) if said.start <= one.start < said.end]
    return shaping.short_answer(asked.text, asked.kind, text, inside[0]) if len(inside) == 1 else said


def _said(candidate: Candidate, asked: set[str]) -> list[Span]:
    """The words of the sentence that the question says too, as spans of the article."""
    spans, position = [], 0
    for word in candidate.text.split():
        start = candidate.text.index(word, position)
        position = start + len(word)
        if any(term in asked for term in terms(word)):
            spans.append(Span(candidate.span.start + start, candidate.span.start + position))
    return spans


def _overlap(one: Quote, other: Quote) -> bool:
    return one.start < other.end and other.start < one.end


def _same(one: Candidate, other: Candidate) -> bool:
    a, b = set(terms(one.text)), set(terms(other.text))
    return bool(a | b) and len(a & b) / len(a | b) >= SAME_TERMS
