from __future__ import annotations

import re

import pytest

from bot.report.plots import LEFT, SIDE, TOP, calibration_plot, coverage_plot, interval_line
from retrieval.evaluation import Bin, CurvePoint
from tests.bot.report.samples import Page

SURE, UNSURE = Bin(41, 0.8, 0.9, 0.85, 0.5, 0.35, 0.65), Bin(41, 0.0, 0.2, 0.1, 0.0, 0.0, 0.09)
POINTS = (CurvePoint(0.9, 0.25, 1.0), CurvePoint(0.5, 0.75, 0.75), CurvePoint(0.2, 1.0, 0.5))


def circles(svg: str, kind: str) -> list[tuple[float, float]]:
    """The shares at which dots of a kind stand."""
    found = re.findall(rf'<circle class="{kind}" cx="([\d.]+)" cy="([\d.]+)"', svg)
    return [((float(x) - LEFT) / SIDE, 1 - (float(y) - TOP) / SIDE) for x, y in found]


def path(svg: str, kind: str) -> list[tuple[float, float]]:
    [found] = re.findall(rf'<path class="{kind}" d="M([\d. ]+)"', svg)
    numbers = [float(number) for number in found.split()]
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    return [((x - LEFT) / SIDE, 1 - (y - TOP) / SIDE) for x, y in pairs]


def test_each_bin_is_a_dot_at_its_confidence_and_share() -> None:
    svg = calibration_plot([UNSURE, SURE])
    assert circles(svg, "dot") == [pytest.approx((0.1, 0.0), abs=1e-3), pytest.approx((0.85, 0.5), abs=1e-3)]
    assert circles(svg, "ring") == []
    assert "confidence .85: .50 right of 41 questions" in Page(svg).text


def test_a_bin_that_withheld_right_quotes_has_a_ring_too() -> None:
    better = Bin(41, 0.0, 0.2, 0.1, 0.2, 0.1, 0.3)
    svg = calibration_plot([UNSURE, SURE], [better, SURE])
    assert circles(svg, "ring") == [pytest.approx((0.1, 0.2), abs=1e-3)]


def test_the_curve_is_broken_below_the_threshold_and_both_parts_meet() -> None:
    svg = coverage_plot(POINTS, 0.5, CurvePoint(0.5, 0.75, 0.75))
    assert path(svg, "curve") == [pytest.approx((0.25, 1.0), abs=1e-3), pytest.approx((0.75, 0.75), abs=1e-3)]
    assert path(svg, "curve beyond") == [pytest.approx((0.75, 0.75), abs=1e-3), pytest.approx((1.0, 0.5), abs=1e-3)]
    assert circles(svg, "force") == [pytest.approx((0.75, 0.75), abs=1e-3)]
    assert "At 0.5: .75 answered, .75 right" in Page(svg).text


def test_a_threshold_that_answers_nothing_is_not_marked() -> None:
    svg = coverage_plot(POINTS, 0.95, None)
    assert circles(svg, "force") == []
    assert path(svg, "curve beyond")[0] == pytest.approx((0.25, 1.0), abs=1e-3)


def test_a_curve_of_one_point_is_a_dot() -> None:
    svg = coverage_plot(POINTS[:1], 0.5, None)
    assert circles(svg, "dot") == [pytest.approx((0.25, 1.0), abs=1e-3)]
    assert 'class="curve"' not in svg


@pytest.mark.parametrize("svg", [calibration_plot([]), calibration_plot([SURE]), coverage_plot(POINTS, 0.5, None)])
def test_a_plot_has_words_for_who_cannot_see_it(svg: str) -> None:
    page = Page(svg)
    named = dict(page.attributes)["aria-labelledby"]
    assert named is not None
    assert set(named.split()) <= set(page.ids)
    assert page.of("title")[0]
    assert page.of("desc")[0]


def test_an_interval_is_drawn_from_nought_to_one() -> None:
    svg = interval_line(0.5, -0.2, 1.3)
    assert 'd="M3.0 7H93.0"' in svg
    assert 'cx="48.0"' in svg
