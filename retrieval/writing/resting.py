"""
What a drafted sentence rests on: its quotes, located in the passages, and the fewest of them that prove it.

A quote is always whole sentences of the article: a few words out of a denial would prove the contrary of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal, NamedTuple

from corpus.types import Span
from retrieval.citing import one_line
from retrieval.proving.coverage import about, covered
from retrieval.proving.judging import Fault, Reason, fault
from retrieval.proving.lending import adds, completes, leaves_open, may_be_meant, says_something, share_a_name
from retrieval.proving.locating import pieces, places, whole_sentences
from retrieval.proving.texts import Quoted
from retrieval.types import Hit
from retrieval.writing.drafts import Draft

MOST_QUOTES = 4
"""Quotes that one sentence may need; one that needs more is no sentence but a list."""
MOST_WORDS = 70
"""Of a quote that is widened to the sentences before it."""
BEFORE = 2
"""Sentences before a quote that may say who or what is meant in it."""
ABOUT = 0.5
"""The share of a sentence that a quote must say for its own words to stand in the sentence's place."""

OPEN: frozenset[Reason] = frozenset(("name", "coverage"))
"""What a quote may leave to the sentences before it."""

Outcome = Literal["verbatim", "supported", "relocated", "replaced", "dropped"]


class Shown(NamedTuple):
    """A passage as the model was shown it, under `number`."""

    number: int
    hit: Hit


class Rest(NamedTuple):
    """Whole sentences of a passage at `span`, and in them the `words` that the model meant; article offsets."""

    hit: Hit
    span: Span
    words: tuple[Span, ...]

    @property
    def text(self) -> str:
        start = self.hit.passage.start
        return self.hit.passage.text[self.span.start - start : self.span.end - start]

    @property
    def quoted(self) -> Quoted:
        return Quoted(self.text, self.hit.article)


@dataclass(frozen=True, slots=True)
class Resting:
    """
    What became of a draft, with the text that may be shown and the quotes that prove it; none for a dropped one.

    `together` tells quotes that prove it only all together, so that their articles do not each say so. `fault` is why
    the draft was replaced or dropped.
    """

    outcome: Outcome
    text: str = ""
    rests: tuple[Rest, ...] = ()
    together: bool = False
    fault: str | None = None


def resting(draft: Draft, shown: Sequence[Shown]) -> Resting:
    """The draft held against the passages that the model was shown."""
    located, moved = _located(draft, shown)
    if not located:
        return Resting("dropped", fault="quote" if any(one.words.strip() for one in draft.claimed) else "no quote")
    proof = _proof(draft.text, located)
    if isinstance(proof, Fault):
        best = max(located, key=lambda rest: covered(draft.text, rest.text))
        if about(draft.text, best.text) < ABOUT:
            return Resting("dropped", fault=proof.reason)
        return Resting("replaced", one_line(best.text), (best,), fault=proof.reason)
    rests, together = proof
    if any(one_line(rest.text) == draft.text for rest in rests[:1]):
        return Resting("verbatim", draft.text, rests, together)
    return Resting("relocated" if moved else "supported", draft.text, rests, together)


def _located(draft: Draft, shown: Sequence[Shown]) -> tuple[list[Rest], bool]:
    """Where the claimed words stand, and whether any stand elsewhere than the model says."""
    found: dict[tuple[str, Span], Rest] = {}
    moved = False
    for claim in draft.claimed:
        named = [one for one in shown if one.number == claim.passage]
        others = [one for one in shown if one.number != claim.passage]
        for piece in pieces(claim.words):
            here = list(_rests(piece, named))
            rests = here or list(_rests(piece, others))
            if not rests:
                continue
            moved = moved or not (here or claim.passage is None)
            best = max(rests, key=lambda rest: covered(draft.text, rest.text))
            for rest in _sentences(best):
                known = found.get((rest.hit.article.id, rest.span))
                found[rest.hit.article.id, rest.span] = (
                    known._replace(words=known.words + rest.words) if known else rest
                )
    return list(found.values()), moved


def _rests(words: str, shown: Iterable[Shown]) -> Iterator[Rest]:
    for one in shown:
        passage = one.hit.passage
        for place in places(words, passage.text):
            span = Span(passage.start + place.start, passage.start + place.end)
            yield Rest(one.hit, whole_sentences(span, passage), (span,))


def _sentences(rest: Rest) -> Iterator[Rest]:
    """A claim over three sentences or more, one by one: a quote that is a whole passage points at nothing."""
    inside = [one for one in rest.hit.passage.sentences if _overlap(one, rest.span)]
    if len(inside) < 3:
        yield rest
        return
    for one in inside:
        words = tuple(
            Span(max(span.start, one.start), min(span.end, one.end)) for span in rest.words if _overlap(span, one)
        )
        yield Rest(rest.hit, one, words)


def _proof(text: str, located: Sequence[Rest]) -> tuple[tuple[Rest, ...], bool] | Fault:
    """
    The quotes that prove `text`, and whether it takes all of them; or what is wrong with it on the best of them.

    First each alone: of several that prove it each counts as saying so. Then each with those before it, then the fewest
    together.
    """
    alone = [rest for rest in located if fault(text, [rest.quoted]) is None]
    if alone:
        return tuple(_apart(alone)[:MOST_QUOTES]), False
    wider = [wide for rest in located if (wide := _widened(text, rest))]
    if wider:
        return tuple(_apart(wider)[:MOST_QUOTES]), False
    ranked = sorted(located, key=lambda rest: -covered(text, rest.text))[: MOST_QUOTES + 2]
    for count in range(2, min(len(ranked), MOST_QUOTES) + 1):
        for chosen in combinations(ranked, count):
            if proves(text, chosen):
                return tuple(sorted(chosen, key=located.index)), True
    for chosen in _with_neighbours(text, ranked):
        if proves(text, chosen):
            return tuple(sorted(chosen, key=lambda rest: (rest.hit.article.id, rest.span))), True
    found = fault(text, [rest.quoted for rest in ranked[:MOST_QUOTES]])
    return found or Fault("name", "who it is about")


def proves(text: str, chosen: Sequence[Rest]) -> bool:
    """
    Whether the quotes prove `text` together, each with words of its own.

    One that only lends a name lends it to anybody: it counts where it stands right before another one that leaves open
    who is meant.
    """
    return fault(text, [rest.quoted for rest in chosen]) is None and all(
        says_something(text, rest.text)
        or _adds(text, rest, [other for other in chosen if other is not rest])
        or any(_introduces(rest, other, text) for other in chosen if other is not rest)
        for rest in chosen
    )


def _adds(text: str, rest: Rest, others: Sequence[Rest]) -> bool:
    """Whether a quote that stands right beside another one alone says a word of `text` that is no name."""
    beside = any(_goes_on(rest, other) or _goes_on(other, rest) for other in others)
    return beside and adds(text, rest.text, [other.text for other in others])


def _introduces(rest: Rest, other: Rest, text: str) -> bool:
    """Whether `rest` says more of a name of `other`, or comes right before it where it leaves open who is meant."""
    one_story = rest.hit.article.id == other.hit.article.id
    if share_a_name(text, rest.text, other.text, one_story=one_story):
        return True
    return _goes_on(rest, other) and leaves_open(other.text, text)


def _goes_on(one: Rest, other: Rest) -> bool:
    """Whether the sentences of `other` come right after those of `one`."""
    passage = other.hit.passage
    if one.hit.article.id != other.hit.article.id or not passage.start <= one.span.end <= other.span.start:
        return False
    return not passage.text[one.span.end - passage.start : other.span.start - passage.start].strip()


def _widened(text: str, rest: Rest) -> Rest | None:
    """
    The quote with the fewest sentences before it that prove `text` with it; None when none do.

    Only where they may say what it leaves open: who or what is meant where it begins with a pronoun, and the rest of a
    name. Everything else that they say is of something else: a number, a day or a place beside a quote proves nothing
    in it, and what comes after it says nobody's name.
    """
    found = fault(text, [rest.quoted])
    if found is None or found.reason not in OPEN:
        return None
    open_ = leaves_open(rest.text, text) and not (found.reason == "name" and _is_a_place(found.words, text))
    if not (open_ or (found.reason == "name" and completes(text, rest.text, found.words))):
        return None
    return next(
        (wide for wide in _wider(rest) if _meant(text, wide, rest) and fault(text, [wide.quoted]) is None), None
    )


def _meant(text: str, wide: Rest, rest: Rest) -> bool:
    return may_be_meant(text, wide.text[: rest.span.start - wide.span.start], rest.text)


def _is_a_place(name: str, text: str) -> bool:
    """Whether a name says where, so that no pronoun could mean it."""
    return re.search(rf"\b(?:in|at|near|off|from|to|outside|across)\s+(?:the\s+)?{re.escape(name)}\b", text) is not None


def _wider(rest: Rest) -> Iterator[Rest]:
    sentences = rest.hit.passage.sentences
    inside = [place for place, one in enumerate(sentences) if _overlap(one, rest.span)]
    if not inside:
        return
    for first in range(inside[0] - 1, max(inside[0] - BEFORE, 0) - 1, -1):
        wide = rest._replace(span=Span(sentences[first].start, sentences[inside[-1]].end))
        if len(wide.text.split()) <= MOST_WORDS:
            yield wide


def _with_neighbours(text: str, ranked: Sequence[Rest]) -> Iterator[tuple[Rest, ...]]:
    """The best two quotes, one of them widened: a pronoun in one, the name in the sentence before it."""
    pair = ranked[:2]
    if len(pair) == 2:
        for place, other in ((0, 1), (1, 0)):
            if leaves_open(pair[place].text, text):
                for wide in _wider(pair[place]):
                    yield wide, pair[other]


def _apart(rests: Sequence[Rest]) -> list[Rest]:
    """`rests` without those that lie in another one."""
    kept: list[Rest] = []
    for rest in rests:
        if not any(one.hit.article.id == rest.hit.article.id and _overlap(one.span, rest.span) for one in kept):
            kept.append(rest)
    return kept


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
