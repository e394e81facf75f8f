"""
The sentences that make an answer: what several sources say alike once, and what they differ in side by side.

A source is a story: its copies and versions have one voice. Of two versions of a sentence the newer one speaks.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpus.types import Span
from retrieval.citing import one_line
from retrieval.index import Index
from retrieval.offering import offers
from retrieval.reader.amounts import Amount
from retrieval.reader.answering import answer_span, quote
from retrieval.reader.claims import claimed
from retrieval.reader.context import Sentences, with_context
from retrieval.reader.names import Name
from retrieval.reader.ranking import Ranked, same_answer
from retrieval.reader.signals import Asked, Candidate
from retrieval.reader.values import Comparison, Value, compared, value_of
from retrieval.terms import terms, words
from retrieval.types import DifferenceKind, Evidence, Quote

SAME_TERMS = 0.6
"""Sentences of two articles that share this part of their terms (Jaccard) say the same."""
ALSO = 0.7
"""How far the score of a further sentence may lie below that of the best one: half its odds."""
AGREEING = 3.0
"""The same for one of another source that gives the same answer, or another one to the same question."""
ALTERED = 0.5
"""Sentences of two versions of a story that share this part of their terms are one sentence, before and after."""
ONE_EVENT = 0.5
"""The cosine from which on two passages may tell of one event."""
PARALLEL = 0.7
"""The share of a question's rarity that a sentence must say, for the name in it to be the answer to all of it."""
ALIKE = 0.2
"""The part of their terms that two sentences share which say the same of one thing in other words."""
SURE = 4.0
"""The margin from which on the reader has no doubt that a sentence answers."""
AS_MUCH, HALF_AS_MUCH = 0.65, 0.45
"""The part of what the best sentence says of the question that one with another answer, or the same, has to say."""
COMPARED = 4.0
"""How far the score of an amount may lie below, which knows what it counts. What lies below that is not looked at."""
DIFFERS = 1.5
"""The same for other answers, when they are not those of the best sentence."""
DAYS_APART = 60
"""Days between the publication of sources that differ; what is older tells of another state of things."""
MOST_SIDES = 4
"""Of a difference; with more of them, the question is too wide for one value."""
MOST_QUOTES = 5
"""Quotes of one sentence of an answer."""

_DENIES = re.compile(r"\b(?:not?|never|nor|neither|nobody|none|cannot|den(?:y|ies|ied|ying)|refus\w+)\b|n[’']t\b", re.I)
_ONE = re.compile(
    r"\b(?:w[io]n(?:s|ner)?|elected|appointed|named|chosen|picked|hired|replac\w+|succe\w+|became|become|leads?|led|heads?"
    r"|hosts?|(?:is|was|will be|are|were) (?:the|its|their|\w+[’']s))\b",
    re.IGNORECASE,
)
"""What has one holder, or one place."""
_OFFICE = re.compile(r"\b(?:deputy|vice|former|ex|acting|interim|assistant|associate|co|outgoing|runner)\b")
"""Makes another office of one."""
_MANY = re.compile(
    r"\b(?:(?:who|which|what) (?:\w+ )?(?:are|were|have)|among|one of|members?|candidates|guests|victims|both|all)\b",
    re.IGNORECASE,
)
_KINDS: dict[str, DifferenceKind] = {
    "number": "number",
    "date": "date",
    "person": "name",
    "place": "name",
    "name": "name",
    "yes_no": "polarity",
}


class Gathered(NamedTuple):
    """`evidence` the best first, at least one; `first` is the candidate that its first quote is of."""

    evidence: tuple[Evidence, ...]
    first: Candidate
    differs_in: DifferenceKind | None


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence with what it answers, in a form that can be compared."""

    ranked: Ranked
    value: Value | None
    polarity: str | None

    @property
    def candidate(self) -> Candidate:
        return self.ranked.candidate

    @property
    def published(self) -> date | None:
        return self.candidate.hit.article.published

    def against(self, other: _Said) -> Comparison | None:
        """Whether the two give the same answer in other words or different ones; None when that cannot be told."""
        if self.polarity and other.polarity:
            return "same" if self.polarity == other.polarity else "differ"
        return compared(self.value, other.value) if self.value and other.value else None

    @property
    def shown(self) -> str:
        return self.polarity or (self.value.shown if self.value else "")


def gather(asked: Asked, found: Sequence[Ranked], most: int, index: Index) -> Gathered:
    """
    The best sentences, at most `most`, each with those of other sources that say the same; at least one.

    Further ones only when they are nearly as likely as the best, or another source's with the same answer or with one
    that differs, and not quoted already as the context of a better one. Where sources differ, the side that was
    published last comes first. `found` is the best first, and not empty.
    """
    read = {(one.candidate.article_id, one.candidate.span): one.candidate for one in found}
    near = [one for one in found if one.score >= found[0].score - COMPARED]
    said = list(_speaking([_said(asked, one) for one in near]))
    events = _Events(said, index)
    sides = _sides(asked, said, events)
    if sides:
        first = max(sides, key=lambda one: (one.published or date.min, one.ranked.score)) if _dated(sides) else sides[0]
        others = [one for one in said if one is not first]
        said = [first, *(one for one in sides if one is not first), *(one for one in others if one not in sides)]
    groups = _groups(asked, said, most, read, sides, events)
    return Gathered(
        tuple(_evidence(group, sides) for group in groups),
        said[0].candidate,
        _KINDS[asked.kind] if sides else None,
    )


def _said(asked: Asked, one: Ranked) -> _Said:
    candidate = one.candidate
    if asked.kind == "yes_no":
        return _Said(one, None, claimed(asked.text, candidate.text))
    span = answer_span(asked, candidate) or candidate.words
    start, day = candidate.span.start, candidate.hit.article.published
    read = Span(span.start - start, span.end - start)
    named = [spot for spot in offers(asked.kind, candidate.text, asked.text) if read.start <= spot.start < read.end]
    value = value_of(asked.kind, candidate.text, read, day)
    if value is None and len(named) == 1:  # "directly under Orrin"
        value = value_of(asked.kind, candidate.text, named[0], day)
    return _Said(one, value, None)


def _speaking(said: Sequence[_Said]) -> Iterator[_Said]:
    """
    `said` with each sentence as it is to be quoted, once.

    That is the newest wording of one that a later version of its story has altered, and the story itself where a
    round-up only holds it.
    """
    given: list[_Said] = []
    for one in said:
        states = [other for other in said if other is one or _altered(one, other) or _holds(one, other)]
        own = [state for state in states if not any(_holds(state, other) for other in states)]
        speaks = max(own, key=lambda state: state.published or date.min)
        if not any(speaks is other for other in given):
            given.append(speaks)
            yield speaks


def _holds(one: _Said, other: _Said) -> bool:
    """Whether `one` is the sentence of `other` in a round-up."""
    a, b = one.candidate, other.candidate
    return b.hit.source in a.hit.holds and one_line(a.text) == one_line(b.text)


def _altered(one: _Said, other: _Said) -> bool:
    """Whether these are one sentence of a story in two states; both must be dated to know which is the newer."""
    a, b = one.candidate, other.candidate
    return (
        a.hit.source == b.hit.source
        and a.article_id != b.article_id
        and one.published is not None
        and other.published is not None
        and one_line(a.text) != one_line(b.text)
        and (one.against(other) == "differ" or _shared_terms(a.text, b.text) >= ALTERED)
    )


class _Events:
    """Which sentences that answer one question tell of the same event, as far as their passages show."""

    def __init__(self, said: Sequence[_Said], index: Index) -> None:
        self._passages = list({one.candidate.hit.passage.id for one in said})
        self._index = index
        self._vectors: dict[str, NDArray[np.float32]] = {}

    def same(self, one: _Said, other: _Said) -> bool:
        if not self._vectors:  # only questions on which sources agree or differ pay for them
            self._vectors = self._index.vectors.vectors(self._passages)
        a, b = one.candidate.hit.passage.id, other.candidate.hit.passage.id
        return float(self._vectors[a] @ self._vectors[b]) >= ONE_EVENT


def _sides(asked: Asked, said: Sequence[_Said], events: _Events) -> list[_Said]:
    """The best sentence and those of other sources that differ from it and from one another; none when all agree."""
    sides = [said[0]]
    for one in said[1:]:
        apart = all(_contradict(asked, one, side) and not _one_voice(one, side) for side in sides)
        if apart and len(sides) < MOST_SIDES and _differs(said[0], one, events):
            sides.append(one)
    return sides if len(sides) > 1 else []


def _contradict(asked: Asked, one: _Said, other: _Said) -> bool:
    """
    Whether two sentences cannot both be right.

    Two names may be, unless one person or place was asked for, and both sentences say nearly all of the question.
    """
    answers = one.against(other)
    if not (isinstance(one.value, Name) and isinstance(other.value, Name)) or answers == "same":
        return answers == "differ"
    a, b = set(words(one.shown)), set(words(other.shown))
    says_all = min(one.candidate.signals.covered, other.candidate.signals.covered) >= PARALLEL
    asks_one = _ONE.search(asked.text) is not None and not _MANY.search(asked.text)
    one_office = set(_OFFICE.findall(one.candidate.text)) == set(_OFFICE.findall(other.candidate.text))
    return asks_one and one_office and says_all and not (a <= b or b <= a) and _parallel(one, other)


def _parallel(one: _Said, other: _Said) -> bool:
    """Whether the shorter sentence says, but for the answer, half of what the other one says."""
    a, b = ({*terms(each.candidate.text)} - {*terms(each.shown)} for each in (one, other))
    return 2 * len(a & b) >= min(len(a), len(b))


def _differs(best: _Said, one: _Said, events: _Events) -> bool:
    """Whether a sentence with another value answers as well as the best, and of the same thing at the same time."""
    a, b = best.candidate, one.candidate
    days = abs(best.published - one.published).days if best.published and one.published else 0
    return (
        one.ranked.score >= best.ranked.score - (COMPARED if isinstance(one.value, Amount) else DIFFERS)
        and b.signals.margin > 0
        and b.signals.names >= a.signals.names
        and days <= DAYS_APART
        # An amount knows what it counts, and a yes or no says all of the question; a date or a name does neither.
        and (isinstance(one.value, Amount) or b.signals.covered >= AS_MUCH * a.signals.covered)
        and (one.polarity is not None or events.same(best, one))
    )


def _dated(sides: Collection[_Said]) -> bool:
    return all(side.published for side in sides)


def _groups(
    asked: Asked, said: Sequence[_Said], most: int, read: Sentences, sides: Sequence[_Said], events: _Events
) -> list[list[tuple[_Said, Quote]]]:
    """The sentences of the answer, each with its quotes; a side of a difference is always among them."""
    best = max(one.ranked.score for one in said)
    answering = sides or said[:1]
    groups: list[list[tuple[_Said, Quote]]] = []
    for one in said:
        agrees = next((side for side in answering if _agree(side, one, events)), None)
        second = agrees or (not _one_voice(one, said[0]) and same_answer(one.candidate, said[0].candidate))
        if one.ranked.score < best - ALSO and not second and one not in answering:
            continue
        shown = quote(asked, one.candidate, with_context(one.candidate, read))
        alike = next((group for group in groups if group[0][0] is agrees or _in_the_same_words(group[0][0], one)), None)
        heard = any(_one_voice(each, one) for each, _ in alike or [])
        if heard or any(_overlap(other, shown) for group in groups for each, other in group if _one_article(each, one)):
            continue
        if alike is not None:
            if len(alike) < MOST_QUOTES:
                alike.append((one, shown))
        elif len(groups) < max(most, len(sides)):
            groups.append([(one, shown)])
    return groups


def _one_voice(one: _Said, other: _Said) -> bool:
    """Whether both are of one story, or one of them is of a round-up that holds the other's."""
    a, b = one.candidate.hit, other.candidate.hit
    return a.source == b.source or a.source in b.holds or b.source in a.holds


def _one_article(one: _Said, other: _Said) -> bool:
    return one.candidate.article_id == other.candidate.article_id


def _agree(side: _Said, one: _Said, events: _Events) -> bool:
    """Whether another source gives the same answer as `side` of the same thing, in whatever words."""
    a, b = side.candidate, one.candidate
    if _one_voice(side, one) or one.against(side) != "same":
        return False
    amount = isinstance(one.value, Amount)
    told_alike = b.signals.margin > 0 and (amount or _shared_terms(a.text, b.text) >= ALIKE)
    told_surely = b.signals.margin >= SURE and b.signals.covered >= HALF_AS_MUCH * a.signals.covered
    near = one.ranked.score >= side.ranked.score - (COMPARED if amount else AGREEING)
    return near and (told_alike or told_surely) and events.same(side, one)


def _in_the_same_words(one: _Said, other: _Said) -> bool:
    a, b = one.candidate.text, other.candidate.text
    denied = bool(_DENIES.search(a)) != bool(_DENIES.search(b))
    return not denied and one.against(other) != "differ" and _shared_terms(a, b) >= SAME_TERMS


def _evidence(group: Sequence[tuple[_Said, Quote]], sides: Collection[_Said]) -> Evidence:
    first = group[0][0]
    value = first.shown if any(one in sides for one, _ in group) else None
    return Evidence(
        tuple(shown for _, shown in group),
        tuple(one.candidate.hit for one, _ in group),
        first.ranked.score,
        value,
    )


def _overlap(one: Quote, other: Quote) -> bool:
    return one.start < other.end and other.start < one.end


def _shared_terms(one: str, other: str) -> float:
    a, b = set(terms(one)), set(terms(other))
    return len(a & b) / len(a | b) if a | b else 0.0
