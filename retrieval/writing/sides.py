"""Sources that differ stay side by side in an answer that a model has written, whatever it made of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from retrieval.citing import one_line
from retrieval.types import Evidence, Hit, Quote, Reading


def with_sides(evidence: Sequence[Evidence], reading: Reading) -> tuple[Evidence, ...]:
    """
    `evidence` with every side of the difference that the reader found, each marked with what it says.

    A sentence that quotes a side stands for it; one that no sentence quotes comes behind, in its source's own words.
    Nothing changes where no sources differ, or where none of the sentences quotes any side: then the model answered
    something else.
    """
    sides = [piece for piece in reading.evidence if piece.value is not None] if reading.differs_in else []
    told = [{place for place, piece in enumerate(evidence) if _quotes(piece, side)} for side in sides]
    if not any(told):
        return tuple(evidence)
    marked = list(evidence)
    for side, places in zip(sides, told, strict=True):
        # A sentence that tells both sides stands for one of them: each has to stand alone.
        place = next((place for place in sorted(places) if marked[place].value is None), None)
        if place is None:
            marked.append(side)
        else:
            marked[place] = _marked(marked[place], side)
    return tuple(marked)


def _quotes(piece: Evidence, side: Evidence) -> bool:
    """Whether a sentence quotes the side: one of its quotes overlaps one of the side's and says its value."""
    return any(_says(quote, hit, side) for quote, hit in zip(piece.quotes, piece.hits, strict=True))


def _says(quote: Quote, hit: Hit, side: Evidence) -> bool:
    return one_line(side.value or "") in one_line(quote.text) and any(
        hit.article.id == other.article.id and quote.start < one.end and one.start < quote.end
        for one, other in zip(side.quotes, side.hits, strict=True)
    )


def _marked(piece: Evidence, side: Evidence) -> Evidence:
    """The sentence as the side's own: with the quote that says its value in front."""
    pairs = sorted(zip(piece.quotes, piece.hits, strict=True), key=lambda pair: not _says(pair[0], pair[1], side))
    return replace(
        piece,
        quotes=tuple(quote for quote, _ in pairs),
        hits=tuple(hit for _, hit in pairs),
        value=side.value,
    )
