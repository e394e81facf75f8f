from __future__ import annotations

import pytest

from tests.bench.report import Bar, Row, table
from tests.bench.spread import Spread, paired_ratio, percentile, spread


def test_a_ratio_is_taken_between_neighbours_not_between_medians() -> None:
    assert paired_ratio([1.0, 2.0, 9.0], [2.0, 10.0, 10.0]) == Spread(median=0.5, low=0.2, high=0.9)


def test_a_side_with_a_run_missing_is_an_error() -> None:
    with pytest.raises(ValueError, match="zip"):
        paired_ratio([1.0], [1.0, 2.0])


@pytest.mark.parametrize(
    ("values", "share", "expected"),
    [([3, 1, 2], 0.5, 2), ([1, 2, 3, 4], 0.5, 2.5), ([0, 10], 0.95, 9.5), ([7], 0.95, 7), ([1, 2, 3], 1.0, 3)],
)
def test_percentiles_lie_between_neighbours(values: list[float], share: float, expected: float) -> None:
    assert percentile(values, share) == pytest.approx(expected)


def test_nothing_measured_has_no_spread() -> None:
    with pytest.raises(ValueError, match="no values"):
        percentile([], 0.5)
    with pytest.raises(ValueError, match="median"):
        spread([])


@pytest.mark.parametrize(
    ("bar", "value", "met"),
    [
        (Bar(0.25), 0.25, True),
        (Bar(0.25), 0.26, False),
        (Bar(1.3, at_least=True), 1.3, True),
        (Bar(1.3, at_least=True), 1.2, False),
    ],
)
def test_a_bar_is_met_on_its_own_side(bar: Bar, value: float, met: bool) -> None:
    assert bar.met(value) is met


def test_the_table_shows_ratio_and_bar_side_by_side() -> None:
    rows = [
        Row("cold question, wall time", "s", 1.5, 10.0, Spread(0.15, 0.14, 0.16)),
        Row("warm question, p50", "ms", 21.0),
    ]
    first, second = table(rows).splitlines()[-2:]
    assert " ".join(first.split()) == "cold question, wall time 1.50 s 10.00 s 0.15 [0.14, 0.16] ≤ 0.25, aim 0.17 met"
    assert " ".join(second.split()) == "warm question, p50 21 ms – –"


def test_a_ratio_far_below_one_keeps_the_digits_that_its_bar_is_judged_by() -> None:
    rows = [
        Row("rebuild, nothing changed", "s", 6.5, ratio=Spread(0.0191, 0.017, 0.0204)),
        Row("rebuild, nothing changed", "s", 6.5, ratio=Spread(0.0204, 0.0204, 0.0204)),
        Row("… passages embedded", "", 1),
    ]
    met, missed, count = (" ".join(line.split()) for line in table(rows).splitlines()[1:])
    assert met == "rebuild, nothing changed 6.50 s – 0.019 [0.017, 0.020] ≤ 0.02 met"
    assert missed == "rebuild, nothing changed 6.50 s – 0.020 ≤ 0.02 MISSED"
    assert count == "… passages embedded 1 – –"
