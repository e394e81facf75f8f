"""The figures of `eval` as tables for a terminal. Pure: the caller prints."""

from __future__ import annotations

from collections.abc import Iterable

from rich.table import Table
from rich.text import Text

from retrieval.evaluation import Comparison, Estimate, Evaluation, Scores

_ABSENT = "–"
COUNTED_IN_WORDS = {"quote_words"}
"""Figures that are no shares."""


def figure_text(estimate: Estimate | None, *, unit: str = "share") -> str:
    """
    A figure with its 95 % interval: `.452 [.39, .51]`; a dash for None.

    `unit` is "share", "difference" (a share with its sign), "words" (`23 [21, 25.5]`) or "more words" (with a sign).

    >>> figure_text(Estimate(0.452, 0.389, 0.512, 260))
    '.452 [.39, .51]'
    """
    if estimate is None:
        return _ABSENT
    ends = estimate.low, estimate.high
    sign = "+" if unit in ("difference", "more words") else ""
    if unit.endswith("words"):
        return f"{estimate.value:{sign}g} [{ends[0]:{sign}g}, {ends[1]:{sign}g}]"
    low, high = (_decimal(f"{end:{sign}.2f}") for end in ends)
    return f"{_decimal(f'{estimate.value:{sign}.3f}')} [{low}, {high}]"


def evaluation_table(evaluation: Evaluation) -> Table:
    """A row for each figure that applies anywhere, a column for each file and, for several files, one for all."""
    columns = columns_of(evaluation)
    table = _table("figure", (f"{name}\n{sizes(scores)}" for name, scores in columns))
    for name in evaluation.total.figures:
        figures = [scores.figures[name] for _, scores in columns]
        if any(figures):
            unit = "words" if name in COUNTED_IN_WORDS else "share"
            table.add_row(name, *(figure_text(figure, unit=unit) for figure in figures))
    return table


def columns_of(evaluation: Evaluation) -> list[tuple[str, Scores]]:
    """The scores that stand side by side, with their names: those of each file, then of all unless it is one file."""
    return [*evaluation.files.items(), *([("all", evaluation.total)] if len(evaluation.files) != 1 else [])]


def systems_table(comparison: Comparison) -> Table:
    """
    A row for each figure that applies, a column for each system and for each difference.

    A difference whose interval leaves zero out is bold.
    """
    against, others = comparison.against, comparison.differences
    headers = (against, *(header for name in others for header in (name, f"{name} − {against}")))
    table = _table(f"{comparison.questions} questions", headers)
    for figure, found in comparison.figures[against].items():
        words = figure in COUNTED_IN_WORDS
        row: list[str | Text] = [figure_text(found, unit="words" if words else "share")]
        for name, differences in others.items():
            row.append(figure_text(comparison.figures[name][figure], unit="words" if words else "share"))
            row.append(_difference(differences[figure], "more words" if words else "difference"))
        if any(figures[figure] for figures in comparison.figures.values()):
            table.add_row(figure, *row)
    return table


def comparison_table(comparison: Comparison) -> Table:
    """A row for each mode, then one for each difference; a difference whose interval leaves zero out is bold."""
    names = [name for name, figure in comparison.figures[comparison.against].items() if figure]
    table = _table(f"{comparison.questions} questions", names)
    for mode, figures in comparison.figures.items():
        table.add_row(mode, *(figure_text(figures[name]) for name in names))
    table.add_section()
    for mode, figures in comparison.differences.items():
        table.add_row(f"{mode} − {comparison.against}", *(_difference(figures[name], "difference") for name in names))
    return table


def _difference(figure: Estimate | None, unit: str) -> Text:
    clear = figure is not None and not figure.low <= 0 <= figure.high
    return Text(figure_text(figure, unit=unit), style="bold" if clear else "")


def _table(corner: str, headers: Iterable[str]) -> Table:
    table = Table(caption="value [95 % bootstrap interval]", box=None, header_style="bold", padding=(0, 2, 0, 0))
    table.add_column(corner, no_wrap=True, vertical="bottom")
    for header in headers:
        table.add_column(Text(header), justify="right", vertical="bottom")
    return table


def sizes(scores: Scores) -> str:
    """How many questions the scores are over, and of which sort: `25 answerable, 8 not`."""
    unanswerable = scores.questions - scores.answerable
    return f"{scores.answerable} answerable, {unanswerable} not" if unanswerable else f"{scores.questions} questions"


def _decimal(number: str) -> str:
    """A number without the nought in front of its point: `0.45` is `.45`, `-0.05` is `-.05`."""
    return number.replace("0.", ".", 1) if number.lstrip("+-").startswith("0.") else number
