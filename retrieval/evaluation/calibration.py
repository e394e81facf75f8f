"""How far a confidence can be taken at its word: the bins whose gaps the calibration error is the mean of."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from retrieval.evaluation.bootstrap import equal_mass, levels

BINS = 10
Z95 = 1.959964
"""Standard deviations on each side of a normal mean that hold 95 % of it."""


@dataclass(frozen=True, slots=True)
class Bin:
    """
    Questions of neighbouring confidence: how many, their lowest and highest confidence, the means of both sides.

    `questions` may be broken, because a question on an edge is divided. `right` is the share of right first quotes,
    `low` and `high` the ends of its 95 % interval (Wilson 1927).
    """

    questions: float
    lowest: float
    highest: float
    confidence: float
    right: float
    low: float
    high: float


def calibration_bins(confidences: ArrayLike, right: ArrayLike, bins: int = BINS) -> tuple[Bin, ...]:
    """
    The bins of equal mass that `bootstrap.calibration_error` is counted over, the lowest confidence first.

    Neighbours that hold one and the same confidence are shown as one, so that there are fewer than `bins` when many
    questions share it or when there are few; the mean of the gaps, by questions, is the calibration error all the same.
    None without a question, and when a confidence is no number.
    """
    values, rights = np.asarray(confidences, dtype=float), np.asarray(right, dtype=float)
    if not values.size or not np.isfinite(values).all():
        return ()
    by_level = levels(values)
    masses = by_level(np.ones((1, values.size)))
    sums = [equal_mass(masses, by_level(row[None, :]), bins)[0] for row in (np.ones(values.size), values, rights)]
    upto, known = np.cumsum(masses[0]), np.unique(values)
    edges = np.round(np.linspace(0, 1, bins + 1) * values.size, 9)
    first = np.searchsorted(upto, edges[:-1], side="right")
    last = np.searchsorted(upto, edges[1:], side="left")
    merged: list[tuple[float, float, tuple[float, float, float]]] = []
    for start, end, questions, confidence, share in zip(first, last, *sums, strict=True):
        lowest, highest = float(known[start]), float(known[end])
        column = (float(questions), float(confidence), float(share))
        if merged and merged[-1][:2] == (lowest, highest) and lowest == highest:
            before = merged.pop()[2]
            column = (column[0] + before[0], column[1] + before[1], column[2] + before[2])
        merged.append((lowest, highest, column))
    return tuple(_bin(lowest, highest, *column) for lowest, highest, column in merged)


def _bin(lowest: float, highest: float, questions: float, confidence: float, right: float) -> Bin:
    share = min(max(right / questions, 0.0), 1.0)
    return Bin(questions, lowest, highest, confidence / questions, share, *_wilson(share, questions))


def _wilson(share: float, n: float) -> tuple[float, float]:
    """The ends of the 95 % interval of a share of `n`; unlike the bootstrap's, not of no width at 0 and 1."""
    spread = Z95 * (share * (1 - share) / n + Z95**2 / (4 * n**2)) ** 0.5
    middle, scale = share + Z95**2 / (2 * n), 1 + Z95**2 / n
    return max((middle - spread) / scale, 0.0), min((middle + spread) / scale, 1.0)
