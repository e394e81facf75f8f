from __future__ import annotations

from collections.abc import Sequence
from statistics import NormalDist

import numpy as np
import pytest

from retrieval.evaluation.bootstrap import (
    Floats,
    Measure,
    auroc,
    calibration_error,
    estimate,
    median,
    ratio,
    resample,
)


def value(measure: Measure, questions: int) -> float | None:
    found = estimate(measure, resample([0] * questions, times=20))
    return None if found is None else found.value


def rows(*weights: Sequence[float]) -> Floats:
    return np.array(weights, dtype=float)


@pytest.mark.parametrize(
    ("scores", "positive", "area"),
    [
        ([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1], 0.75),
        ([0.9, 0.8, 0.2, 0.1], [1, 1, 0, 0], 1.0),
        ([0.1, 0.2, 0.8, 0.9], [1, 1, 0, 0], 0.0),
        ([0.5, 0.5, 0.5, 0.5], [1, 0, 1, 0], 0.5),
        ([0.7, 0.5, 0.5, 0.2], [1, 1, 0, 0], 7 / 8),
        ([0.7, 0.5, 0.5, 0.5, 0.2], [0, 1, 1, 0, 1], (0.5 + 0.5) / 6),
        ([0.3, 0.4], [1, 1], None),
        ([0.3, 0.4], [0, 0], None),
        ([], [], None),
    ],
)
def test_auroc_counts_ties_as_half(scores: list[float], positive: list[int], area: float | None) -> None:
    assert value(auroc(scores, positive), len(scores)) == (None if area is None else pytest.approx(area))


def test_auroc_of_weights_is_that_of_repeated_questions() -> None:
    once = auroc([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]).of(rows([2, 1, 3, 0]))
    repeated = auroc([0.1, 0.1, 0.4, 0.35, 0.35, 0.35], [0, 0, 0, 1, 1, 1]).of(rows([1] * 6))
    assert once == pytest.approx(repeated)


@pytest.mark.parametrize(
    ("confidences", "right", "bins", "error"),
    [
        ([1.0, 1.0, 0.0, 0.0], [1, 1, 0, 0], 2, 0.0),
        ([1.0, 1.0, 0.0, 0.0], [0, 0, 1, 1], 2, 1.0),
        # (.2 + .4) / 2 against 1/2, and (.6 + .8) / 2 against 1: (.2 + .3) / 2
        ([0.8, 0.2, 0.6, 0.4], [1, 0, 1, 1], 2, 0.25),
        # All equal: one level, however its questions are ordered and divided.
        ([0.5, 0.5, 0.5, 0.5], [1, 1, 0, 0], 2, 0.0),
        # Three questions in two bins of 1.5, the middle one halved: |.1 + (.5 - 1) / 2| + |(.5 - 1) / 2 + .9 - 1|.
        ([0.1, 0.5, 0.9], [0, 1, 1], 2, (0.15 + 0.35) / 3),
        ([], [], 10, None),
    ],
)
def test_calibration_error_over_bins_of_equal_mass(
    confidences: list[float], right: list[int], bins: int, error: float | None
) -> None:
    measured = value(calibration_error(confidences, right, bins), len(right))
    assert measured == (None if error is None else pytest.approx(error))


def test_calibration_error_of_untied_tens_is_the_textbook_one() -> None:
    rng = np.random.default_rng(3)
    confidences = rng.permutation(np.linspace(0.01, 0.99, 410))
    right = rng.random(410) < confidences**2
    order = np.argsort(confidences)
    gaps = [abs(confidences[part].mean() - right[part].mean()) for part in np.split(order, 10)]
    assert value(calibration_error(confidences, right), 410) == pytest.approx(np.mean(gaps))


@pytest.mark.parametrize(
    ("values", "weights", "middle"),
    [
        ([3, 1, 2], [1, 1, 1], 2),
        ([4, 1, 2, 9], [1, 1, 1, 1], 3),
        ([3, None, 1], [1, 1, 1], 2),
        ([3, 1, 2], [0, 2, 1], 1),
        ([3, 1, 2], [1, 0, 1], 2.5),
        ([3, 1, 2], [0, 0, 4], 2),
        ([3, 1, None], [0, 0, 3], None),
        ([None], [1], None),
    ],
)
def test_median_follows_the_weights(values: list[float | None], weights: list[int], middle: float | None) -> None:
    found = median(values).of(rows(weights))[0]
    assert np.isnan(found) if middle is None else found == middle


def test_a_figure_that_counts_nothing_is_none() -> None:
    assert value(ratio([0, 0], [0, 0]), 2) is None


def test_n_is_the_number_of_things_counted() -> None:
    assert ratio([3, 0, 1], [3, 0, 2]).n == 5
    assert median([3, None, 1]).n == 2


def test_resamples_keep_each_stratum_at_its_size() -> None:
    weights = resample([True, True, True, False, False], times=50)
    assert weights.shape == (50, 5)
    assert set(weights[:, :3].sum(axis=1)) == {3.0}
    assert set(weights[:, 3:].sum(axis=1)) == {2.0}


def test_the_same_seed_gives_the_same_resamples() -> None:
    assert np.array_equal(resample([0] * 9, times=5, seed=1), resample([0] * 9, times=5, seed=1))
    assert not np.array_equal(resample([0] * 9, times=5, seed=1), resample([0] * 9, times=5, seed=2))


def test_the_interval_of_a_share_is_close_to_the_normal_one() -> None:
    right = np.arange(400) < 120
    found = estimate(ratio(right, np.ones(400)), resample([0] * 400))
    half = NormalDist().inv_cdf(0.975) * (0.3 * 0.7 / 400) ** 0.5
    assert found is not None
    assert (found.value, found.n) == (0.3, 400)
    assert (found.low, found.high) == pytest.approx((0.3 - half, 0.3 + half), abs=0.005)


def test_intervals_cover_the_true_share_about_95_times_in_100() -> None:
    rng = np.random.default_rng(11)
    weights = resample([0] * 150, times=400)
    drawn = [estimate(ratio(rng.random(150) < 0.4, np.ones(150)), weights) for _ in range(300)]
    covered = sum(each is not None and each.low <= 0.4 <= each.high for each in drawn)
    assert 0.90 <= covered / 300 <= 0.99


def test_a_certain_figure_has_an_interval_of_no_width() -> None:
    found = estimate(ratio([1, 1, 1], [1, 1, 1]), resample([0] * 3))
    assert found is not None
    assert (found.low, found.value, found.high) == (1.0, 1.0, 1.0)
