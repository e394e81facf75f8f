"""What another threshold would do: the same answers, given or refused at every confidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from retrieval.evaluation.bootstrap import Floats
from retrieval.evaluation.judging import Record
from retrieval.types import Json

THRESHOLDS = (0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95)


@dataclass(frozen=True, slots=True)
class Outcomes:
    """
    What each question would come to, `(questions,)` each, in the questions' order.

    `right` is 1.0 where the first quote, given or withheld, contains an answer, 0.0 where not, nan where that is not
    known. A confidence of 0.0, or none that is a number, means that there was nothing to quote at any threshold.
    """

    confidence: Floats
    right: Floats
    answerable: NDArray[np.bool_]

    @classmethod
    def of(cls, confidence: ArrayLike, right: ArrayLike, answerable: ArrayLike) -> Outcomes:
        """From anything that numpy reads as columns; an answer to what has none is wrong whatever `right` says."""
        can = np.asarray(answerable, dtype=bool)
        return cls(np.asarray(confidence, dtype=float), np.where(can, np.asarray(right, dtype=float), 0.0), can)

    def given_at(self, threshold: float) -> NDArray[np.bool_]:
        """Which questions would be answered."""
        given: NDArray[np.bool_] = (self.confidence >= threshold) & (self.confidence > 0)
        return given


@dataclass(frozen=True, slots=True)
class ThresholdRow:
    """
    The figures `answered`, `refused` and `right_of_answered` as they would be at a threshold, and the answers given.

    A share is None when nothing counts for it; `right_of_answered` also when it is not known what would be quoted.
    """

    threshold: float
    answers: int
    answered: float | None
    refused: float | None
    right_of_answered: float | None

    def to_json(self) -> Json:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """At a threshold, the share of the answerable questions that are answered and the share of right answers."""

    threshold: float
    coverage: float
    precision: float


def outcomes(records: Sequence[Record]) -> Outcomes:
    """The outcomes of judged questions; what was withheld is known where the record tells what was read."""
    best = [record.best_quote_right for record in records]
    return Outcomes.of(
        [record.answer.confidence for record in records],
        [np.nan if right is None else float(right) for right in best],
        [bool(record.asked.answers) for record in records],
    )


def threshold_table(measured: Outcomes, thresholds: Sequence[float] = THRESHOLDS) -> tuple[ThresholdRow, ...]:
    """A row for each threshold in its order. A question is answered when its confidence is at least the threshold."""
    return tuple(_row(measured, threshold) for threshold in thresholds)


def precision_coverage(measured: Outcomes) -> tuple[CurvePoint, ...]:
    """
    A point for each confidence that occurs, taken as the threshold; the highest first, so that coverage grows.

    Precision is over all answers given, those to unanswerable questions included. The points end where it is not known
    what would be quoted; there are none without an answerable question.
    """
    answerable = int(measured.answerable.sum())
    if not answerable:
        return ()
    points = []
    for threshold in np.unique(measured.confidence[measured.confidence > 0])[::-1]:
        row = _row(measured, float(threshold))
        if row.answered is None or row.right_of_answered is None:
            break
        points.append(CurvePoint(row.threshold, row.answered, row.right_of_answered))
    return tuple(points)


def _row(measured: Outcomes, threshold: float) -> ThresholdRow:
    given = measured.given_at(threshold)
    return ThresholdRow(
        threshold=threshold,
        answers=int(given.sum()),
        answered=_mean(given[measured.answerable]),
        refused=_mean(~given[~measured.answerable]),
        right_of_answered=_mean(measured.right[given]),
    )


def _mean(values: NDArray[np.bool_] | Floats) -> float | None:
    """None for no value, and when one of them is not known."""
    mean = float(values.mean()) if values.size else np.nan
    return None if np.isnan(mean) else mean
