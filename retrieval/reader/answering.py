"""A sentence that answers to what a person is shown of it: the quote with its emphasis, and the short answer."""

from __future__ import annotations

from corpus.types import Span
from retrieval.expects import Kind
from retrieval.offering import fits, offers
from retrieval.reader import shaping
from retrieval.reader.polarity import polarity
from retrieval.reader.signals import Asked, Candidate
from retrieval.reader.speech import quotation_in
from retrieval.terms import terms
from retrieval.types import Quote

NARROW: frozenset[Kind] = frozenset({"person", "place", "date", "number"})
"""Kinds that a few words answer."""
SHORT = 6
"""Words that a short answer of these kinds may have."""


def quote(asked: Asked, candidate: Candidate, quoted: Span | None = None) -> Quote:
    """
    The sentence with the words that answer emphasised; where none can be told, the question's own words.

    `quoted` is what is quoted, when it is more than the sentence.
    """
    span = answer_span(asked, candidate)
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
    span = answer_span(asked, candidate)
    if span is None:
        return None
    start = candidate.span.start
    return " ".join(candidate.text[span.start - start : span.end - start].split())


def answer_span(asked: Asked, candidate: Candidate) -> Span | None:
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
