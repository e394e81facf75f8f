"""The tables of the page: the figures with what they mean, the bins of confidence, the thresholds, the settings."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from bot.render_eval import COUNTED_IN_WORDS, columns_of, figure_text, sizes
from bot.report.markup import count, decimal, safe, short_names
from bot.report.plots import interval_line
from retrieval.evaluation import Bin, Estimate, Evaluation, ThresholdRow

MEANINGS = {
    "answer@1": "the first passage found contains an answer",
    "answer@5": "one of the first five does",
    "answer@10": "one of the first ten does",
    "gold@1": "the first passage found does, and is of an article known to answer",
    "gold@5": "one of the first five is such a passage",
    "gold@10": "one of the first ten is",
    "quote@1": "the first quote contains an answer; a refusal counts as wrong",
    "quote@3": "one of the first three quotes does",
    "short_em": "the short answer is a known one, word for word",
    "short_f1": "words that the short answer shares with a known one (F1)",
    "answered": "answerable questions that were answered",
    "refused": "unanswerable questions that were refused",
    "right_of_answered": "answers given whose first quote is right; any answer to an unanswerable question is wrong",
    "auroc": "the chance that an answerable question gets more confidence than an unanswerable one",
    "calibration_error": "mean distance between confidence and the share that is right; 0 is best",
    "verified": "quotes that stand in their article, word for word; less than 1 is a defect",
    "quote_words": "words in the first quote, median",
}
"""What each figure says, in one phrase."""

FORCE = ' class="force"'


def figures_table(evaluation: Evaluation) -> str:
    """
    A row for each figure that applies anywhere; columns as in the terminal, but the one for all first.

    On a narrow screen only the first column is seen at once, which is drawn as well as written.
    """
    *files, total = columns_of(evaluation)
    columns = [total, *files]
    names = short_names(tuple(evaluation.files))
    heads = [f"{safe(names.get(name, name))} <small>{sizes(scores)}</small>" for name, scores in columns]
    rows = []
    for name in evaluation.total.figures:
        figures = [scores.figures.get(name) for _, scores in columns]
        if any(figures):
            unit = "words" if name in COUNTED_IN_WORDS else "share"
            drawn = _range(figures[0]) if unit == "share" else ""
            meaning = f" <small>{safe(MEANINGS.get(name, ''))}</small>"
            cells = [_figure(figure, unit) for figure in figures]
            rows.append([f"{safe(name)}{meaning}", cells[0], drawn, *cells[1:]])
    if not rows:
        return '<p class="none">No figure applies.</p>'
    return _table("figures", "Figures with their 95 % intervals", ["figure", heads[0], "", *heads[1:]], rows)


def bins_table(bins: Sequence[Bin], withheld: Sequence[Bin] = ()) -> str:
    """A row for each bin of confidence; with the shares of `withheld`, the same bins, in a column of their own."""
    heads = ["confidence", "questions", "mean confidence", "right", "95 % interval"]
    heads += ["right, withheld quotes counted"] if withheld else []
    rows = []
    for each, other in zip(bins, withheld or bins, strict=True):
        span = " – ".join(dict.fromkeys((decimal(each.lowest), decimal(each.highest))))
        interval = f"[{decimal(each.low)}, {decimal(each.high)}]"
        row = [
            span,
            f"{each.questions:.1f}".removesuffix(".0"),
            decimal(each.confidence),
            decimal(each.right),
            interval,
        ]
        rows.append([*row, decimal(other.right)] if withheld else row)
    return _table("bins", "The bins of the calibration plot", heads, rows)


def thresholds_table(rows: Sequence[ThresholdRow], in_force: float) -> str:
    """A row for each threshold, the one in force marked in words and by its class."""
    heads = ["threshold", "answers given", "answered", "refused", "right_of_answered"]
    cells, marked = [], set()
    for place, row in enumerate(rows):
        now = row.threshold == in_force
        marked |= {place} if now else set()
        shares = [_share(share) for share in (row.answered, row.refused, row.right_of_answered)]
        name = f"{row.threshold:.2f}" if round(row.threshold, 2) == row.threshold else f"{row.threshold:g}"
        cells.append([name + (" <small>in force</small>" if now else ""), f"{row.answers:,}", *shares])
    return _table("thresholds", "What each threshold would come to", heads, cells, marked)


def settings_list(settings: Mapping[str, object]) -> str:
    """Each setting with its value as a list of terms; nothing for none."""
    shown = {name: "not set" if value is None else str(value) for name, value in settings.items()}
    rows = "".join(f"<dt>{safe(name)}</dt><dd>{safe(value)}</dd>" for name, value in shown.items())
    return f'<dl class="settings">{rows}</dl>' if rows else ""


def questions_words(bins: Sequence[Bin]) -> str:
    """How many questions a bin stands for: `41 questions`, `0.3 to 3.3 questions`."""
    numbers = sorted({round(each.questions, 1) for each in bins})
    if len(numbers) == 1 and numbers[0] == int(numbers[0]):
        return count(int(numbers[0]), "question")
    return " to ".join(f"{number:g}" for number in dict.fromkeys((numbers[0], numbers[-1]))) + " questions"


def _figure(figure: Estimate | None, unit: str) -> str:
    value, blank, interval = figure_text(figure, unit=unit).partition(" ")
    return f'{value}{blank}<span class="ci">{interval}</span>' if interval else value


def _range(figure: Estimate | None) -> str:
    known = figure is not None and all(map(math.isfinite, (figure.value, figure.low, figure.high)))
    return interval_line(figure.value, figure.low, figure.high) if figure and known else ""


def _share(share: float | None) -> str:
    return figure_text(None) if share is None else decimal(share, 3)


def _table(
    name: str, caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]], marked: Iterable[int] = ()
) -> str:
    """Cells are markup; the first of a row is its head. `marked` are the places of the rows that stand out."""
    marked = set(marked)
    head = "".join(f'<th scope="col">{cell}</th>' if cell else "<td></td>" for cell in heads)
    body = "".join(
        f'<tr{FORCE if place in marked else ""}><th scope="row">{first}</th>'
        f"{''.join(f'<td>{cell}</td>' for cell in rest)}</tr>\n"
        for place, (first, *rest) in enumerate(rows)
    )
    return (
        f'<div class="scroll" role="region" tabindex="0" aria-label="{caption}"><table class="{name}">'
        f"<caption>{caption}</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>{body}</tbody></table></div>"
    )
