"""
Articles that turn to whoever reads them by machine: they are not shown to the model, so nothing is proved by them.

One sign (`signs.py`), and the whole article is left to the reader, which obeys nothing: which of its sentences are news
and which are orders is not guessed. An article about such tricks may have a sign too; how seldom that is, is measured
in retrieval/README.md.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from corpus.types import ArticleInfo
from retrieval.index import Index
from retrieval.types import Hit, Quote, Reading
from retrieval.writing.signs import sign_in

NEAR = 50_000
"""Characters on each side of a passage that are looked into; nearly every article is shorter, and looked into whole."""


def suspects(hits: Sequence[Hit], index: Index) -> frozenset[str]:
    """The ids of the articles among `hits` that turn to machines; nearly always none."""
    return frozenset(id_ for id_ in dict.fromkeys(hit.article.id for hit in hits) if _has_a_sign(id_, hits, index))


def _has_a_sign(article_id: str, hits: Sequence[Hit], index: Index) -> bool:
    """Whether the article has a sign anywhere, or a very long one near a passage that was found."""
    article = index.article(article_id)
    if article is None:
        return False
    texts = [article.text]
    if len(article.text) > 2 * NEAR:
        passages = [hit.passage for hit in hits if hit.article.id == article_id]
        texts = [article.text[max(0, one.start - NEAR) : one.end + NEAR] for one in passages]
    return any(sign_in(text) for text in (*_said_of(article.info), *texts))


def _said_of(info: ArticleInfo) -> tuple[str, ...]:
    """What a model would be told of an article beside its text."""
    return (info.title or "", info.outlet or "")


def cleared(reading: Reading, suspected: Collection[str]) -> Reading:
    """
    `reading` without evidence out of suspected articles that stands beside a sign; the same object when none does.

    The reader obeys nothing, but what it found there may be what the model was to be told.
    """
    kept = tuple(
        piece
        for piece in reading.evidence
        if not any(
            hit.article.id in suspected and _beside_a_sign(quote, hit)
            for quote, hit in zip(piece.quotes, piece.hits, strict=True)
        )
    )
    if len(kept) == len(reading.evidence):
        return reading
    first_kept = kept[:1] == reading.evidence[:1]
    return replace(reading, evidence=kept, short_answer=reading.short_answer if first_kept else None, differs_in=None)


def _beside_a_sign(quote: Quote, hit: Hit) -> bool:
    """Whether the headline, the outlet, the quote, or a sentence next to it turns to machines."""
    passage = hit.passage
    inside = [n for n, one in enumerate(passage.sentences) if one.start < quote.end and quote.start < one.end]
    around = passage.sentences[max(0, min(inside) - 1) : max(inside) + 2] if inside else ()
    said = (passage.text[one.start - passage.start : one.end - passage.start] for one in around)
    return any(sign_in(text) for text in (*_said_of(hit.article), quote.text, *said))
