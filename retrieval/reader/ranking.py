"""Which sentence answers best, which passage, and how likely it is that any does: linear in few signals."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from retrieval.reader.signals import Asked, Candidate, Signals
from retrieval.terms import STOP_WORDS, words
from retrieval.types import Hit

Floats = NDArray[np.float64]
Weighed = TypeVar("Weighed", bound=tuple[float, ...])

ALIKE = 2 / 3
"""Two answers with at least this F1 between their words are the same answer in other words."""
FLOOR = 0.02
"""The agreement that every candidate has for a start: a lone voice is no proof against it."""
LEAST = -10.0
"""The score of a passage without a sentence to quote."""


class Choice(NamedTuple):
    """What decides between sentences, once each has been looked at alone."""

    alone: float
    """The score of the sentence's own signals."""
    agreement: float
    """The logarithm of the chance that another article's sentence with the same answer is the right one."""


class PassageSignals(NamedTuple):
    """What decides between passages."""

    best: float
    """The highest score of a sentence in it."""
    relevance: float
    """The logit of "this passage answers"."""
    cosine: float
    """Of the question and the passage."""
    lexical: float
    """Its BM25 score for each term of the question."""
    covered: float
    """The share of the question's rarity that the passage and its title say."""


class Outlook(NamedTuple):
    """What tells whether the chosen sentence is right."""

    margin: float
    agreement: float
    covered: float
    names: float
    cosine: float
    """The highest of question and any passage."""
    lexical: float
    """The highest BM25 score of a passage, for each term of the question."""


# All were fitted on the development data by tests/bench/fit_reader.py; the figures stand in retrieval/README.md.
ALONE = Signals(margin=0.26, covered=2.4, covered_around=1.5, names=0.4, offers=0.8, fits=1.0, passage=2.5)
"""Of a sentence: only differences between the sentences of one question mean something."""
CHOICE = Choice(alone=0.9, agreement=0.5)
PASSAGE_BIAS = 0.0
PASSAGE = PassageSignals(best=0.7, relevance=0.0, cosine=3.0, lexical=0.24, covered=0.3)
CONFIDENCE_BIAS = 0.0
CONFIDENCE = Outlook(margin=0.2, agreement=0.5, covered=1.0, names=0.5, cosine=3.0, lexical=0.3)


class Ranked(NamedTuple):
    """A candidate with its score among those of its question, and its agreement."""

    candidate: Candidate
    score: float
    agreement: float

    @property
    def article_id(self) -> str:
        return self.candidate.article_id


def linear(weights: Weighed, values: Weighed) -> float:
    return sum(weight * value for weight, value in zip(weights, values, strict=True))


def agreement(found: Sequence[Candidate], scores: Floats) -> Floats:
    """
    For each candidate the log of the probability that `scores` give those of other articles with the same answer.

    That several articles name the same thing tells more than how well any one of them fits; the same sentence in a
    copy of an article is heard too, but never one of the article itself.
    """
    if not found:
        return np.zeros(0)
    chances = np.exp(scores - scores.max())
    chances /= chances.sum()
    answers = [_bare(candidate.answer) for candidate in found]
    totals = np.zeros(len(found))
    for i, candidate in enumerate(found):
        for j, other in enumerate(found):
            if candidate.article_id != other.article_id and _alike(answers[i], answers[j]):
                totals[i] += chances[j]
    logs: Floats = np.log(FLOOR + totals)
    return logs


def _bare(answer: str) -> frozenset[str]:
    return frozenset(words(answer)) - STOP_WORDS


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two answers' words are the same, or one's all the other's: "Biden" and "President Joe Biden"."""
    if not (one and other):
        return False
    shared = len(one & other)
    return shared == min(len(one), len(other)) or 2 * shared / (len(one) + len(other)) >= ALIKE


def ranked(found: Sequence[Candidate]) -> list[Ranked]:
    """The candidates, the likeliest answer first."""
    alone = np.array([linear(ALONE, candidate.signals) for candidate in found])
    agreed = agreement(found, alone)
    scores = [linear(CHOICE, Choice(float(one), float(also))) for one, also in zip(alone, agreed, strict=True)]
    return sorted(map(Ranked, found, scores, map(float, agreed)), key=lambda one: one.score, reverse=True)


def passage_scores(
    asked: Asked, hits: Sequence[Hit], relevances: Sequence[float], found: Sequence[Ranked]
) -> list[float]:
    """The probability of each of `hits` to answer, in their order."""
    return [
        probability(PASSAGE_BIAS + linear(PASSAGE, signals))
        for signals in passage_signals(asked, hits, relevances, found)
    ]


def passage_signals(
    asked: Asked, hits: Sequence[Hit], relevances: Sequence[float], found: Sequence[Ranked]
) -> list[PassageSignals]:
    """What `passage_scores` weighs, one for each of `hits`."""
    best = [LEAST] * len(hits)
    covered = [0.0] * len(hits)
    for one in found:
        place = one.candidate.place
        best[place] = max(best[place], one.score)
        covered[place] = one.candidate.signals.covered_around
    return [
        PassageSignals(best[place], relevances[place], hit.dense, hit.lexical / len(asked.terms), covered[place])
        for place, hit in enumerate(hits)
    ]


def confidence(asked: Asked, hits: Sequence[Hit], first: Ranked) -> float:
    """The probability that the sentence of `first` holds a right answer."""
    return probability(CONFIDENCE_BIAS + linear(CONFIDENCE, outlook(asked, hits, first)))


def outlook(asked: Asked, hits: Sequence[Hit], first: Ranked) -> Outlook:
    """What `confidence` weighs; `hits` are all that were read, at least one."""
    signals = first.candidate.signals
    return Outlook(
        margin=signals.margin,
        agreement=first.agreement,
        covered=signals.covered_around,
        names=signals.names,
        cosine=max(hit.dense for hit in hits),
        lexical=max(hit.lexical for hit in hits) / len(asked.terms),
    )


def probability(log_odds: float) -> float:
    return 1 / (1 + math.exp(-log_odds))
