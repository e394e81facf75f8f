"""Which article of a story is cited, and which others tell it too: one source, named by the earliest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.types import Article, Span
from retrieval.citing import locate
from retrieval.index import Index
from retrieval.types import AlsoIn, Evidence, Filters, Hit, Quote

MOST = 200
"""Articles of a story that are looked at for a quote; a wire's story may stand in hundreds."""


def cite_earliest(evidence: Sequence[Evidence], index: Index, limits: Filters) -> tuple[Evidence, ...]:
    """
    `evidence` with each quote in the earliest article of its story that says it, the others in `also_in`.

    Only articles that pass `limits` are named, so that nobody is told on a day of what was published after it. Of
    those of the same day, and of the undated ones, the one that was found stays.
    """
    return tuple(_settled(piece, index, limits) for piece in evidence)


def _settled(piece: Evidence, index: Index, limits: Filters) -> Evidence:
    cited = [_earliest(quote, hit, index, limits) for quote, hit in zip(piece.quotes, piece.hits, strict=True)]
    return replace(
        piece,
        quotes=tuple(quote for quote, _, _ in cited),
        hits=tuple(hit for _, hit, _ in cited),
        also_in=tuple(others for _, _, others in cited),
    )


def _earliest(quote: Quote, hit: Hit, index: Index, limits: Filters) -> tuple[Quote, Hit, tuple[AlsoIn, ...]]:
    if hit.story is None:
        return quote, hit, ()
    told = index.articles.told_by(hit.story, limits)[:MOST]
    holders: list[tuple[Article, Span]] = []
    for info in told:
        article = index.article(info.id)
        if article and (span := locate(quote.text, article)):
            holders.append((article, span))
    for article, span in holders:
        if article.info.id == hit.article.id or article.info.published == hit.article.published:
            break  # none is earlier
        passage = index.articles.passage_at(article.info.id, span)
        if passage:  # else no passage has the whole of it
            quote = _moved(quote, article, span)
            hit = replace(hit, passage=passage, article=article.info)
            break
    says = {article.info.id for article, _ in holders}
    others = (info for info in told if info.id != hit.article.id and info.id not in index.withdrawn)
    return quote, hit, tuple(AlsoIn(info, "copy" if info.id in says else "version") for info in others)


def _moved(quote: Quote, article: Article, span: Span) -> Quote:
    """The quote as `article` says it at `span`; what stood out in it stands out there too."""
    emphasis, after = [], span.start
    for words in quote.emphasis:
        said = quote.text[words.start - quote.start : words.end - quote.start]
        found = locate(said, replace(article, text=article.text[after : span.end]))
        if found:
            emphasis.append(Span(after + found.start, after + found.end))
            after += found.end
    return Quote(article.text[span.start : span.end], span.start, span.end, tuple(emphasis))
