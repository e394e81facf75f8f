"""The two plots as inline SVG, whose colours the page's style sheet gives. Shares on both axes, from 0 to 1."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.report.markup import decimal
from retrieval.evaluation import Bin, CurvePoint

WIDTH, HEIGHT = 400, 386
LEFT, TOP, SIDE = 46, 14, 328
"""The square that 0 to 1 is drawn on, in the same units."""

TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)
BIG, SMALL = 5.0, 2.5
"""Radii of dots; that of a bin follows its questions."""


def calibration_plot(bins: Sequence[Bin], withheld: Sequence[Bin] = ()) -> str:
    """
    Confidence against the share of right first quotes: a dot for each bin with its 95 % interval, and the diagonal.

    `withheld` are the same bins with quotes that were withheld counted too; where that changes a share it is a ring.
    """
    most = max((each.questions for each in bins), default=1.0)
    marks = [_line((0, 0), (1, 1), "guide")]
    marks += [_line((each.confidence, each.low), (each.confidence, each.high), "whisker") for each in bins]
    for each, other in zip(bins, withheld or bins, strict=True):
        if other.right > each.right:
            marks.append(_dot(other.confidence, other.right, BIG, "ring", _told(other) + ", withheld quotes counted"))
    for each in bins:
        radius = max(BIG * (each.questions / most) ** 0.5, SMALL)
        marks.append(_dot(each.confidence, each.right, radius, "dot", _told(each)))
    described = f"{len(bins)} bins; the table below gives their numbers."
    return _plot("calibration", "Confidence and how often it is right", described, "confidence", "right", marks)


def coverage_plot(points: Sequence[CurvePoint], threshold: float, at: CurvePoint | None) -> str:
    """
    The share of answerable questions that are answered against the share of right answers, over all thresholds.

    The line is full down to the `threshold` in force and broken below it, where quotes would be shown that were
    withheld. `at` is what the threshold in force comes to, None when it answers nothing.
    """
    above = [(point.coverage, point.precision) for point in points if point.threshold >= threshold]
    below = [(point.coverage, point.precision) for point in points if point.threshold < threshold]
    marks = [_path([*above[-1:], *below], "curve beyond"), _path(above, "curve")]
    if len(points) == 1:
        marks.append(_dot(points[0].coverage, points[0].precision, SMALL, "dot", "the only point"))
    described = "The threshold table below gives the numbers at chosen thresholds."
    if at is not None:
        told = f"At {threshold:g}: {decimal(at.coverage)} answered, {decimal(at.precision)} right"
        marks += [_dot(at.coverage, at.precision, BIG, "force", told)]
        marks += [_label(at.coverage, at.precision, f"{threshold:g}")]
        described = f"{told}. {described}"
    title = "Answered questions and right answers at every threshold"
    return _plot("coverage", title, described, "answerable questions answered", "answers right", marks)


def interval_line(value: float, low: float, high: float) -> str:
    """A share and its interval as a dot on a thin line, beside its numbers in a table; no reader needs to hear it."""
    x, left, right = (3 + 90 * min(max(number, 0.0), 1.0) for number in (value, low, high))
    return (
        '<svg class="range" viewBox="0 0 96 14" aria-hidden="true"><path class="axis" d="M3 7H93"/>'
        f'<path class="whisker" d="M{left:.1f} 7H{right:.1f}"/><circle class="dot" cx="{x:.1f}" cy="7" r="3"/></svg>'
    )


def _plot(name: str, title: str, described: str, across: str, up: str, marks: Iterable[str]) -> str:
    ids = f"{name}-title", f"{name}-desc"
    axes = [_line((tick, 0), (tick, 1), "grid") + _line((0, tick), (1, tick), "grid") for tick in TICKS]
    for tick in TICKS:
        x, y = _at(tick, tick)
        number = f"{tick:g}".removeprefix("0") or "0"
        axes.append(f'<text class="tick" x="{x:.1f}" y="{TOP + SIDE + 16}" text-anchor="middle">{number}</text>')
        axes.append(f'<text class="tick" x="{LEFT - 7}" y="{y + 4:.1f}" text-anchor="end">{number}</text>')
    middle = TOP + SIDE / 2
    axes.append(f'<text class="name" x="{LEFT + SIDE / 2}" y="{TOP + SIDE + 36}" text-anchor="middle">{across}</text>')
    axes.append(f'<text class="name" transform="translate(12 {middle}) rotate(-90)" text-anchor="middle">{up}</text>')
    return (
        f'<svg class="plot" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="{ids[0]} {ids[1]}">'
        f'<title id="{ids[0]}">{title}</title><desc id="{ids[1]}">{described}</desc>'
        f"{''.join(axes)}{''.join(marks)}</svg>"
    )


def _at(x: float, y: float) -> tuple[float, float]:
    """The place of two shares on the canvas."""
    return LEFT + SIDE * x, TOP + SIDE * (1 - y)


def _line(start: tuple[float, float], end: tuple[float, float], kind: str) -> str:
    return _path([start, end], kind)


def _path(points: Sequence[tuple[float, float]], kind: str) -> str:
    """The line through `points`; nothing for fewer than two."""
    if len(points) < 2:
        return ""
    places = " ".join("{:.1f} {:.1f}".format(*_at(x, y)) for x, y in points)
    return f'<path class="{kind}" d="M{places}"/>'


def _dot(x: float, y: float, radius: float, kind: str, told: str) -> str:
    cx, cy = _at(x, y)
    return f'<circle class="{kind}" cx="{cx:.1f}" cy="{cy:.1f}" r="{radius:.1f}"><title>{told}</title></circle>'


def _label(x: float, y: float, words: str) -> str:
    """A word below a dot, or above one that is low: the curve comes from the left and goes on downwards."""
    cx, cy = _at(x, y)
    dy = 20 if y > 0.15 else -12
    return f'<text class="label" x="{cx - 8:.1f}" y="{cy + dy:.1f}" text-anchor="middle">{words}</text>'


def _told(each: Bin) -> str:
    return f"confidence {decimal(each.confidence)}: {decimal(each.right)} right of {each.questions:.3g} questions"
