from __future__ import annotations

import numpy as np
import pytest

from retrieval.evaluation.bootstrap import calibration_error, estimate, resample
from retrieval.evaluation.calibration import Bin, calibration_bins


def mean_gap(bins: tuple[Bin, ...]) -> float:
    return sum(each.questions * abs(each.confidence - each.right) for each in bins) / sum(
        each.questions for each in bins
    )


@pytest.mark.parametrize("questions", [1, 2, 9, 10, 33, 410])
@pytest.mark.parametrize("digits", [1, 2, 6])
def test_the_mean_gap_of_the_bins_is_the_calibration_error(questions: int, digits: int) -> None:
    rng = np.random.default_rng(questions * 10 + digits)
    confidences = np.round(rng.random(questions), digits)
    right = rng.random(questions) < confidences**2
    error = estimate(calibration_error(confidences, right), resample([0] * questions, times=5))
    bins = calibration_bins(confidences, right)
    assert error is not None
    assert mean_gap(bins) == pytest.approx(error.value)
    assert sum(each.questions for each in bins) == pytest.approx(questions)


def test_untied_questions_are_divided_into_ten_equal_bins() -> None:
    confidences = np.random.default_rng(5).permutation(np.arange(410) / 410)
    bins = calibration_bins(confidences, confidences > 0.5)
    assert [each.questions for each in bins] == pytest.approx([41.0] * 10)
    assert [each.lowest for each in bins] == pytest.approx(np.arange(10) * 41 / 410)
    assert [each.highest for each in bins] == pytest.approx(np.arange(10) * 41 / 410 + 40 / 410)
    assert [each.right for each in bins] == [0.0] * 5 + [pytest.approx(40 / 41)] + [1.0] * 4


def test_a_question_on_an_edge_is_divided() -> None:
    first, second = calibration_bins([0.1, 0.5, 0.9], [0, 1, 1], bins=2)
    assert (first.questions, first.lowest, first.highest) == (1.5, 0.1, 0.5)
    assert (first.confidence, first.right) == (pytest.approx(0.35 / 1.5), pytest.approx(0.5 / 1.5))
    assert (second.lowest, second.highest, second.right) == (0.5, 0.9, 1.0)


def test_questions_of_one_confidence_are_one_bin() -> None:
    [only] = calibration_bins([0.4] * 20, [1] * 5 + [0] * 15)
    assert (only.questions, only.lowest, only.highest) == (pytest.approx(20), 0.4, 0.4)
    assert (only.confidence, only.right) == (pytest.approx(0.4), pytest.approx(0.25))


def test_one_question_is_one_bin_with_a_wide_interval() -> None:
    [only] = calibration_bins([0.7], [1])
    assert (only.questions, only.right, only.high) == (pytest.approx(1), 1.0, pytest.approx(1))
    assert only.low < 0.3


def test_the_interval_of_none_right_is_wilsons() -> None:
    [only] = calibration_bins([0.4] * 10, [0] * 10)
    assert (only.low, only.high) == (pytest.approx(0.0), pytest.approx(0.2775, abs=1e-4))


@pytest.mark.parametrize("confidences", [[], [float("nan")], [0.2, float("nan"), 0.4]])
def test_there_are_no_bins_of_nothing_or_of_what_is_no_number(confidences: list[float]) -> None:
    assert calibration_bins(confidences, [1] * len(confidences)) == ()
