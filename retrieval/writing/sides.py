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
    found = {number: _place(side, evidence) for number, side in enumerate(sides)}
    if not any(place is not None for place in found.values()):
        return tuple(evidence)
    marked = list(evidence)
    for number, side in enumerate(sides):
        place = found[number]
        if place is None:
            marked.append(side)
        elif marked[place].value is None:
            marked[place] = _marked(marked[place], side)
        else:  # one sentence that tells both: each side has to stand alone
            marked.append(side)
    return tuple(marked)


def _place(side: Evidence, evidence: Sequence[Evidence]) -> int | None:
    """Which sentence quotes the side: one of its quotes overlaps one of the side's and says its value."""
    for place, piece in enumerate(evidence):
        if any(_says(quote, hit, side) for quote, hit in zip(piece.quotes, piece.hits, strict=True)):
            return place
    return None


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
