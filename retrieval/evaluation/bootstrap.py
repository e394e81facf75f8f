"""
Figures with their intervals: the percentile bootstrap (Efron 1979) over questions.

A resample is a row of weights that says how often each question was drawn, and every measure is a function of weights.
The value itself is the measure at weights of one, so that a figure and its interval can never be counted differently;
and two measures taken on the same rows are paired.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]

LEVEL = 0.95
RESAMPLES = 2000
SEED = 20211007


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with the ends of its 95 % interval; `n` is the number of questions (or citations) it counts."""

    value: float
    low: float
    high: float
    n: int

    def to_json(self) -> dict[str, float | int]:
        return {"value": self.value, "low": self.low, "high": self.high, "n": self.n}


@dataclass(frozen=True, slots=True)
class Measure:
    """What is counted over `n` things: weights `(rows, questions)` to one value a row, nan where nothing counts."""

    n: int
    of: Callable[[Floats], Floats]


def resample(strata: Sequence[object], times: int = RESAMPLES, seed: int = SEED) -> Floats:
    """
    How often each question was drawn, `(times, len(strata))`; the same for the same arguments.

    Each stratum is drawn with replacement to its own size: a set of 25 answerable and 8 unanswerable questions was
    composed that way, not sampled, and a small set never loses one side altogether.
    """
    rng = np.random.default_rng(seed)
    labels = np.array([str(stratum) for stratum in strata])
    weights = np.zeros((times, len(labels)))
    for label in np.unique(labels):
        members = np.flatnonzero(labels == label)
        drawn = rng.integers(len(members), size=(times, len(members))) + len(members) * np.arange(times)[:, None]
        counts = np.bincount(drawn.ravel(), minlength=times * len(members))
        weights[:, members] = counts.reshape(times, len(members))
    return weights


def estimate(measure: Measure, weights: Floats) -> Estimate | None:
    """
    The measure's value and its percentile interval over the resamples `weights`, as `resample` returns them.

    None when nothing counts, as for the share of refusals without an unanswerable question. Resamples in which nothing
    counts are left out of the interval.
    """
    value = float(measure.of(np.ones((1, weights.shape[1])))[0])
    if np.isnan(value):
        return None
    low, high = np.nanpercentile(measure.of(weights), [50 * (1 - LEVEL), 50 * (1 + LEVEL)])
    return Estimate(value, float(low), float(high), measure.n)


def ratio(parts: ArrayLike, wholes: ArrayLike) -> Measure:
    """The sum of `parts` over the sum of `wholes`, one number of each a question; a share or a mean for wholes of 1."""
    above, below = np.asarray(parts, dtype=float), np.asarray(wholes, dtype=float)
    return Measure(int(below.sum()), lambda weights: _divide(weights @ above, weights @ below))


def median(values: Sequence[float | None]) -> Measure:
    """The median of `values`, one a question, without those that are None; of an even number the middle two's mean."""
    known = np.array([place for place, value in enumerate(values) if value is not None], dtype=int)
    numbers = np.array([value for value in values if value is not None], dtype=float)
    order = np.argsort(numbers)

    def of(weights: Floats) -> Floats:
        upto = np.cumsum(weights[:, known[order]], axis=1)
        if not upto.size:
            return np.full(len(weights), np.nan)
        size = upto[:, -1:]
        # The number of values that end at or before position p is the index of the value that stands at p.
        middle = [
            np.minimum((upto <= position).sum(axis=1), len(numbers) - 1) for position in ((size - 1) // 2, size // 2)
        ]
        found = numbers[order][np.stack(middle)].mean(axis=0)
        return np.where(size[:, 0] > 0, found, np.nan)

    return Measure(len(numbers), of)


def difference(one: Measure, other: Measure) -> Measure:
    """`one` minus `other`, which were taken on the same questions; nan where either counts nothing."""
    return Measure(min(one.n, other.n), lambda weights: one.of(weights) - other.of(weights))


def auroc(scores: ArrayLike, positive: ArrayLike) -> Measure:
    """The chance that a positive question scores above a negative one, ties as a half; nan without one of each."""
    is_positive = np.asarray(positive, dtype=float)
    by_level = levels(scores)

    def of(weights: Floats) -> Floats:
        above, below = by_level(weights * is_positive), by_level(weights * (1 - is_positive))
        wins = (above * (np.cumsum(below, axis=1) - below / 2)).sum(axis=1)
        return _divide(wins, above.sum(axis=1) * below.sum(axis=1))

    return Measure(is_positive.size, of)


def calibration_error(confidences: ArrayLike, right: ArrayLike, bins: int = 10) -> Measure:
    """
    The mean distance between confidence and share of right answers over `bins` bins of equal mass, in `[0, 1]`.

    Questions of equal confidence, and one that lies on a bin's edge, are divided between the bins in proportion, so
    the figure does not depend on the order of the questions nor on whether their number is a multiple of `bins`.
    """
    gaps = np.asarray(confidences, dtype=float) - np.asarray(right, dtype=float)
    by_level = levels(confidences)

    def of(weights: Floats) -> Floats:
        gap = equal_mass(by_level(weights), by_level(weights * gaps), bins)
        return _divide(np.abs(gap).sum(axis=1), weights.sum(axis=1))

    return Measure(gaps.size, of)


def equal_mass(masses: Floats, amounts: Floats, bins: int) -> Floats:
    """What falls of `amounts` into each of `bins` runs of equal mass, `(rows, bins)`; a level on an edge is divided."""
    upto, edges = np.cumsum(masses, axis=1), masses.sum(axis=1, keepdims=True) * np.linspace(0, 1, bins + 1)
    summed = np.cumsum(amounts, axis=1)
    rows = [np.interp(at, np.r_[0.0, x], np.r_[0.0, y]) for at, x, y in zip(edges, upto, summed, strict=True)]
    return np.diff(np.array(rows), axis=1)


def levels(scores: ArrayLike) -> Callable[[Floats], Floats]:
    """What sums columns `(rows, questions)` over questions of equal score: `(rows, levels)`, the lowest score first."""
    values = np.asarray(scores, dtype=float)
    order = np.argsort(values, kind="stable")
    starts = np.flatnonzero(np.diff(values[order], prepend=-np.inf))
    return lambda columns: np.add.reduceat(columns[:, order], starts, axis=1)


def _divide(above: Floats, below: Floats) -> Floats:
    quotients: Floats = np.divide(above, below, out=np.full(len(above), np.nan), where=below > 0)
    return quotients
