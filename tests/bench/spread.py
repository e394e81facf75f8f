"""What is said of measurements that were repeated: medians, extremes, percentiles. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Spread:
    """The median of repeated measurements with the lowest and the highest."""

    median: float
    low: float
    high: float


def spread(values: Sequence[float]) -> Spread:
    """
    The spread of `values`.

    Raises:
        ValueError: there are none.
    """
    return Spread(median(values), min(values), max(values))


def paired_ratio(ours: Sequence[float], theirs: Sequence[float]) -> Spread:
    """
    The spread of each measurement of ours over the one of theirs that was taken next to it.

    Pairs, because what else the machine does changes slowly and then hits both sides of a pair alike.

    Raises:
        ValueError: the sides differ in number or are empty.
    """
    return spread([one / other for one, other in zip(ours, theirs, strict=True)])


def percentile(values: Sequence[float], share: float) -> float:
    """
    The value below which `share`, in `[0, 1]`, of `values` lies, interpolated between neighbours as numpy does.

    Raises:
        ValueError: there are no values.
    """
    if not values:
        raise ValueError("no values")
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])
