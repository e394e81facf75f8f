"""Measured rows as a plain table and as JSON, each beside its bar. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from tests.bench.spread import Spread

_ABSENT = "–"


@dataclass(frozen=True, slots=True)
class Bar:
    """What a ratio, as `Row` says which, has to keep to; `aim` is where it would be good."""

    limit: float
    at_least: bool = False
    aim: float | None = None

    def met(self, value: float) -> bool:
        return value >= self.limit if self.at_least else value <= self.limit

    def __str__(self) -> str:
        aim = f", aim {self.aim:g}" if self.aim else ""
        return f"{'≥' if self.at_least else '≤'} {self.limit:g}{aim}"


BARS = {
    "cold question, wall time": Bar(0.25, aim=0.17),
    "cold question, peak memory": Bar(0.7),
    "passages embedded": Bar(1.3, at_least=True),
    "rebuild, one article changed": Bar(0.05),
    "rebuild, nothing changed": Bar(0.02),
}
"""Ratios, not absolute bars: the same holds on a slow machine and on a fast one."""


@dataclass(frozen=True, slots=True)
class Row:
    """
    One thing measured: the median of each side in `unit`.

    The ratio is that of the two sides where both were measured, else of what is said below the heading of the table.
    """

    what: str
    unit: str
    dateline: float
    tutorial: float | None = None
    ratio: Spread | None = None

    @property
    def bar(self) -> Bar | None:
        return BARS.get(self.what)

    @property
    def met(self) -> bool | None:
        """Whether the median ratio meets the bar; None without a bar or a ratio."""
        return self.bar.met(self.ratio.median) if self.bar and self.ratio else None

    def to_json(self) -> dict[str, Any]:
        return {**asdict(self), "bar": str(self.bar) if self.bar else None, "met": self.met}


def table(rows: Sequence[Row]) -> str:
    """The rows under a line of headings, in columns as wide as their widest cell."""
    cells = [("", "dateline", "tutorial", "ratio [lowest, highest]", "bar", "")]
    cells += [
        (
            row.what,
            _amount(row.dateline, row.unit),
            _amount(row.tutorial, row.unit),
            _ratio(row.ratio),
            str(row.bar) if row.bar else "",
            {True: "met", False: "MISSED", None: ""}[row.met],
        )
        for row in rows
    ]
    widths = [max(len(line[column]) for line in cells) for column in range(len(cells[0]))]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if column in (1, 2) else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in cells
    )


def _amount(value: float | None, unit: str) -> str:
    if value is None:
        return _ABSENT
    return f"{value:.{2 if value < 20 and unit else 0}f} {unit}".rstrip()


def _ratio(ratio: Spread | None) -> str:
    if ratio is None:
        return _ABSENT
    digits = 2 if ratio.median >= 0.1 else 3
    median, low, high = (f"{value:.{digits}f}" for value in (ratio.median, ratio.low, ratio.high))
    return median if low == high else f"{median} [{low}, {high}]"
