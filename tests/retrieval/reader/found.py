"""Hits and candidates made by hand: an article's sentences, and what a reader saw in each."""

from __future__ import annotations

from corpus.types import ArticleInfo, Passage, Span
from retrieval.reader.ranking import Ranked
from retrieval.reader.signals import Candidate, Signals
from retrieval.types import Hit

NOTHING = Signals(*(0.0 for _ in Signals._fields))


def hit(article: str, *sentences: str, title: str | None = None, score: float = 0.5, start: int = 100) -> Hit:
    """One passage of `article`, of these sentences, which begins at `start` of the article's text."""
    spans, text = [], ""
    for sentence in sentences:
        text += " " if text else ""
        spans.append(Span(start + len(text), start + len(text) + len(sentence)))
        text += sentence
    passage = Passage(f"{article}@{start}", article, start, start + len(text), text, tuple(spans))
    return Hit(1, passage, ArticleInfo(article, "0" * 64, title=title), score, dense=0.5, lexical=4.0)


def candidate(one: Hit, sentence: int, words: str, place: int = 0, **signals: float) -> Candidate:
    """The sentence number `sentence` of a hit, with `words` read as the answer in it."""
    span = one.passage.sentences[sentence]
    text = one.passage.text[span.start - one.passage.start : span.end - one.passage.start]
    start = span.start + text.index(words)
    return Candidate(one, place, span, Span(start, start + len(words)), NOTHING._replace(**signals))


def ranked(one: Candidate, score: float = 1.0, agreement: float = 0.0) -> Ranked:
    return Ranked(one, score, agreement)
