"""
Whether two sentences that answer a question agree, differ, or say the same: what they answer is compared as a value.

Nothing is claimed in doubt: that sources differ least of all, and that they agree only of one event.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from corpus.dated_words import dated_words
from corpus.types import Span
from retrieval.citing import locate
from retrieval.index import Index
from retrieval.offering import COUNT, offers
from retrieval.reader.amounts import Amount
from retrieval.reader.answering import answer_span
from retrieval.reader.claims import claimed
from retrieval.reader.names import Name
from retrieval.reader.ranking import Ranked
from retrieval.reader.signals import Asked, Candidate
from retrieval.reader.values import Comparison, Days, Value, compared, value_of
from retrieval.terms import terms, words
from retrieval.types import NO_FILTERS

SAME_TERMS = 0.6
"""Sentences of two articles that share this part of their terms (Jaccard) say the same."""
AGREEING = 3.0
"""How far the score of a sentence of another source may lie below that of one with the same answer."""
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
ROUNDING = 0.001
DIFFERS = 1.5
"""The same for other answers, when they are not those of the best sentence."""
DAYS_APART = 60
"""Days between the publication of sources that differ; what is older tells of another state of things."""
MOST_SIDES = 4
"""Of a difference; with more of them, the question is too wide for one value."""

_DENIES = re.compile(r"\b(?:not?|never|nor|neither|nobody|none|cannot|den(?:y|ies|ied|ying)|refus\w+)\b|n[’']t\b", re.I)
_ASIDE = re.compile(r", (?:who|which|whose)\b[^,]*(?:,|$)")
"""What is said beside the point: "Voss, who had never held office, won"."""
_NUMBER_WORD = re.compile(COUNT + r"|one|eleven|\w+teen")
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


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence with what it answers, in a form that can be compared."""

    ranked: Ranked
    value: Value | None
    polarity: str | None
    published: date | None
    """When its story first said so; a reprint is no news."""

    @property
    def candidate(self) -> Candidate:
        return self.ranked.candidate

    def against(self, other: Said) -> Comparison | None:
        """Whether the two give the same answer in other words or different ones; None when that cannot be told."""
        if self.polarity and other.polarity:
            return "same" if self.polarity == other.polarity else "differ"
        return compared(self.value, other.value) if self.value and other.value else None

    @property
    def shown(self) -> str:
        return self.polarity or (self.value.shown if self.value else "")


def said_by(asked: Asked, one: Ranked, index: Index) -> Said:
    candidate = one.candidate
    day = _first_said(candidate, index)
    if asked.kind == "yes_no":
        return Said(one, None, claimed(asked.text, candidate.text), day)
    span = answer_span(asked, candidate) or candidate.words
    start = candidate.span.start
    read = Span(span.start - start, span.end - start)
    named = [spot for spot in offers(asked.kind, candidate.text, asked.text) if read.start <= spot.start < read.end]
    value = value_of(asked.kind, candidate.text, read, day)
    if value is None and len(named) == 1:  # "directly under Orrin"
        value = value_of(asked.kind, candidate.text, named[0], day)
    return Said(one, value, None, day)


def _first_said(candidate: Candidate, index: Index) -> date | None:
    """The day of the first article of the story that says the sentence; of no later use than the candidate's own."""
    own = candidate.hit.article
    if candidate.hit.story is None:
        return own.published
    for info in index.articles.told_by(candidate.hit.story, NO_FILTERS):
        article = index.article(info.id) if info.published else None
        if info.id == own.id or (article and locate(candidate.text, article)):
            return info.published
    return own.published


class Events:
    """Which sentences that answer one question tell of the same event, as far as their passages show."""

    def __init__(self, said: Sequence[Said], index: Index) -> None:
        self._passages = list({one.candidate.hit.passage.id for one in said})
        self._index = index
        self._vectors: dict[str, NDArray[np.float32]] = {}

    def same(self, one: Said, other: Said) -> bool:
        if not self._vectors:  # only questions on which sources agree or differ pay for them
            self._vectors = self._index.vectors.vectors(self._passages)
        a, b = one.candidate.hit.passage.id, other.candidate.hit.passage.id
        return float(self._vectors[a] @ self._vectors[b]) >= ONE_EVENT


def differing(asked: Asked, said: Sequence[Said], events: Events) -> list[Said]:
    """The best sentence and those of other sources that differ from it and from one another; none when all agree."""
    sides = [said[0]]
    for one in said[1:]:
        apart = all(_contradict(asked, one, side) and not one_voice(one, side) for side in sides)
        if apart and len(sides) < MOST_SIDES and _differs(said[0], one, events):
            sides.append(one)
    return sides if len(sides) > 1 else []


def _contradict(asked: Asked, one: Said, other: Said) -> bool:
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


def _parallel(one: Said, other: Said) -> bool:
    """Whether the shorter sentence says, but for the answer, half of what the other one says."""
    a, b = ({*terms(each.candidate.text)} - {*terms(each.shown)} for each in (one, other))
    return 2 * len(a & b) >= min(len(a), len(b))


def _differs(best: Said, one: Said, events: Events) -> bool:
    """Whether a sentence with another value answers as well as the best, and of the same thing at the same time."""
    a, b = best.candidate, one.candidate
    days = abs(best.published - one.published).days if best.published and one.published else 0
    if isinstance(one.value, Amount):
        alike = not _of_other_days(best, one)
    elif isinstance(one.value, Days):  # what began on Monday may well have ended on another
        alike = b.signals.covered >= a.signals.covered - ROUNDING or _parallel(best, one)
    else:  # a yes or no says all of the question, and a name was looked at already
        alike = b.signals.covered >= AS_MUCH * a.signals.covered
    return (
        alike
        and one.ranked.score >= best.ranked.score - (COMPARED if isinstance(one.value, Amount) else DIFFERS)
        and b.signals.margin > 0
        and b.signals.names >= a.signals.names
        and days <= DAYS_APART
        and (one.polarity is not None or events.same(best, one))
    )


def _of_other_days(one: Said, other: Said) -> bool:
    """Whether both sentences say when, and mean other days: two strikes, and not two reports of one."""
    spans = [
        [(dated.first, dated.last) for dated in dated_words(each.candidate.text, each.published)]
        for each in (one, other)
        if each.published
    ]
    return len(spans) == 2 and all(spans) and not any(a <= d and c <= b for a, b in spans[0] for c, d in spans[1])


def agree(side: Said, one: Said, events: Events) -> bool:
    """Whether another source gives the same answer as `side` of the same thing, in whatever words."""
    a, b = side.candidate, one.candidate
    if one_voice(side, one) or one.against(side) != "same":
        return False
    if _one_denies(a.text, b.text):
        return False
    amount = isinstance(one.value, Amount)
    told_alike = b.signals.margin > 0 and (amount or shared_terms(a.text, b.text) >= ALIKE)
    told_surely = b.signals.margin >= SURE and b.signals.covered >= HALF_AS_MUCH * a.signals.covered
    near = one.ranked.score >= side.ranked.score - (COMPARED if amount else AGREEING)
    return near and (told_alike or told_surely) and events.same(side, one)


def in_the_same_words(one: Said, other: Said) -> bool:
    """Whether two sentences share most of their words, and none of those that would make them say something else."""
    a, b = one.candidate.text, other.candidate.text
    answers = one.against(other)
    if answers == "differ" or _one_denies(a, b) or _numbers(a) != _numbers(b):
        return False
    other_words = one.value and other.value and words(one.shown) != words(other.shown)
    return not (answers is None and other_words) and shared_terms(a, b) >= SAME_TERMS


def _one_denies(one: str, other: str) -> bool:
    return bool(_DENIES.search(_ASIDE.sub("", one))) != bool(_DENIES.search(_ASIDE.sub("", other)))


def _numbers(text: str) -> set[str]:
    return {word for word in words(text) if word[0].isdigit() or _NUMBER_WORD.fullmatch(word)}


def one_voice(one: Said, other: Said) -> bool:
    """Whether both are of one story, or one of them is of a round-up that holds the other's."""
    a, b = one.candidate.hit, other.candidate.hit
    return a.source == b.source or a.source in b.holds or b.source in a.holds


def shared_terms(one: str, other: str) -> float:
    a, b = set(terms(one)), set(terms(other))
    return len(a & b) / len(a | b) if a | b else 0.0
