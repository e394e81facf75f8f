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
FLOOR = 0.005
"""The agreement that every candidate has for a start: a lone voice is no proof against it."""
LEAST = -10.0
"""The score of a passage without a sentence to quote."""


_MONTHS = {
    month: month[:3]
    for month in "january february march april june july august september sept october november december".split()
}


class Choice(NamedTuple):
    """What decides between sentences, once each has been looked at alone."""

    alone: float
    """The score of the sentence's own signals."""
    agreement: float
    """The logarithm of the chance that another article's sentence with the same answer is the right one."""


class PassageSignals(NamedTuple):
    """What decides between passages."""

    sentences: float
    """The logarithm of the summed odds of its sentences."""
    cosine: float
    """Of the question and the passage."""
    lexical: float
    """Its BM25 score for each term of the question."""
    covered: float
    """The share of the question's rarity that the passage and its title say."""


class Outlook(NamedTuple):
    """What tells whether the chosen sentence is right."""

    score: float
    rest: float
    """The logarithm of the summed odds of all other sentences."""
    agreement: float
    covered: float
    """The share of the question's rarity that its passage and title say."""
    cosine: float
    """The highest of the question and any passage."""


# All were fitted on the development data by tests/bench/fit_reader.py; the figures stand in retrieval/README.md.
ALONE = Signals(
    margin=0.22,
    covered=1.77,
    covered_around=2.73,
    names=0.27,
    offers=1.5,
    fits=1.71,
    cosine=3.7,
    lexical=0.52,
    whole=2.67,
)
"""Of a sentence: only differences between the sentences of one question mean something."""
CHOICE = Choice(alone=0.89, agreement=0.37)
PASSAGE_BIAS = -11.05
PASSAGE = PassageSignals(sentences=0.71, cosine=1.08, lexical=0.5, covered=2.68)
CONFIDENCE_BIAS = -1.85
CONFIDENCE = Outlook(score=0.74, rest=-0.84, agreement=0.29, covered=1.82, cosine=4.39)


class Ranked(NamedTuple):
    """A candidate with its score among those of its question, and its agreement."""

    candidate: Candidate
    score: float
    agreement: float

    @property
    def article_id(self) -> str:
        return self.candidate.article_id


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
    """The words that count, months by their abbreviation: "Oct. 20" is "October 20"."""
    return frozenset(_MONTHS.get(word, word) for word in words(answer)) - STOP_WORDS


def same_answer(one: Candidate, other: Candidate) -> bool:
    """Whether two sentences give the same answer, in the same words or in others."""
    return _alike(_bare(one.answer), _bare(other.answer))


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two answers' words are the same, or one's all the other's: "Biden" and "President Joe Biden"."""
    if not (one and other):
        return False
    shared = len(one & other)
    return shared == min(len(one), len(other)) or 2 * shared / (len(one) + len(other)) >= ALIKE


def ranked(found: Sequence[Candidate]) -> list[Ranked]:
    """The candidates, the likeliest answer first."""
    return choose(found, np.array(ALONE), np.array(CHOICE))


def choose(found: Sequence[Candidate], alone: Floats, choice: Floats) -> list[Ranked]:
    """As `ranked`, with weights of `Signals` and of `Choice`; the bench fits them with this."""
    if not found:
        return []
    features = choices(found, alone)
    scores = features @ choice
    order = np.argsort(-scores, kind="stable")
    return [Ranked(found[i], float(scores[i]), float(features[i, 1])) for i in order]


def choices(found: Sequence[Candidate], alone: Floats) -> Floats:
    """The `Choice` of each candidate, shape `(candidates, 2)`, from weights of `Signals`."""
    scores = np.array([candidate.signals for candidate in found], dtype=np.float64) @ alone
    return np.column_stack([scores, agreement(found, scores)])


def passage_scores(asked: Asked, hits: Sequence[Hit], found: Sequence[Ranked]) -> list[float]:
    """The probability of each of `hits` to answer, in their order."""
    return [probability(PASSAGE_BIAS + linear(PASSAGE, signals)) for signals in passage_signals(asked, hits, found)]


def passage_signals(asked: Asked, hits: Sequence[Hit], found: Sequence[Ranked]) -> list[PassageSignals]:
    """What `passage_scores` weighs, one for each of `hits`."""
    sentences = [LEAST] * len(hits)
    covered = [0.0] * len(hits)
    for one in found:
        place = one.candidate.place
        sentences[place] = float(np.logaddexp(sentences[place], one.score))
        covered[place] = one.candidate.signals.covered_around
    return [
        PassageSignals(sentences[place], hit.dense, hit.lexical / len(asked.terms), covered[place])
        for place, hit in enumerate(hits)
    ]


def confidence(hits: Sequence[Hit], found: Sequence[Ranked]) -> float:
    """The probability that the first sentence of `found`, all that were read in `hits`, holds a right answer."""
    return probability(CONFIDENCE_BIAS + linear(CONFIDENCE, outlook(hits, found)))


def outlook(hits: Sequence[Hit], found: Sequence[Ranked]) -> Outlook:
    """What `confidence` weighs; at least one hit and one sentence."""
    first, *others = found
    return Outlook(
        score=first.score,
        rest=float(np.logaddexp.reduce([one.score for one in others], initial=LEAST)),
        agreement=first.agreement,
        covered=first.candidate.signals.covered_around,
        cosine=max(hit.dense for hit in hits),
    )


def linear(weights: Weighed, values: Weighed) -> float:
    return sum(weight * value for weight, value in zip(weights, values, strict=True))


def probability(log_odds: float) -> float:
    return 1 / (1 + math.exp(-log_odds))
