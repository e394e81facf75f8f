from __future__ import annotations

import pytest
from rich.console import Console
from rich.table import Table

from bot.render_eval import comparison_table, evaluation_table, figure_text
from retrieval.evaluation import Comparison, Estimate, Evaluation, Scores

QUOTE = Estimate(0.452, 0.389, 0.512, 260)


def printed(table: Table) -> str:
    console = Console(width=100, color_system=None)
    with console.capture() as capture:
        console.print(table)
    return capture.get()


@pytest.mark.parametrize(
    ("estimate", "unit", "text"),
    [
        (QUOTE, "share", ".452 [.39, .51]"),
        (Estimate(1.0, 0.976, 1.0, 9), "share", "1.000 [.98, 1.00]"),
        (Estimate(0.0, 0.0, 0.0, 9), "share", ".000 [.00, .00]"),
        (Estimate(0.035, -0.011, 0.08, 9), "difference", "+.035 [-.01, +.08]"),
        (Estimate(-0.2, -0.3, -0.1, 9), "difference", "-.200 [-.30, -.10]"),
        (Estimate(23.0, 21.0, 25.5, 9), "words", "23 [21, 25.5]"),
        (None, "share", "–"),
    ],
)
def test_a_figure_stands_with_its_interval(estimate: Estimate | None, unit: str, text: str) -> None:
    assert figure_text(estimate, unit=unit) == text


def test_several_files_get_a_column_each_and_one_for_all() -> None:
    figures = {"quote@1": QUOTE, "refused": None, "quote_words": Estimate(23.0, 21.0, 25.0, 200)}
    one = Scores(260, 260, figures)
    both = Scores(410, 260, {**figures, "refused": Estimate(0.9, 0.85, 0.95, 150)})
    shown = printed(evaluation_table(Evaluation({"quiz": one, "none": both}, both, ())))
    assert "260 answerable, 150 not" in shown
    assert "260 questions" in shown
    assert [line.split()[0] for line in shown.splitlines() if "[" in line][:3] == ["quote@1", "refused", "quote_words"]
    assert ".452 [.39, .51]" in shown
    assert "23 [21, 25]" in shown
    assert "all" in shown


def test_one_file_needs_no_column_for_all() -> None:
    scores = Scores(260, 260, {"quote@1": QUOTE})
    assert len(evaluation_table(Evaluation({"quiz": scores}, scores, ())).columns) == 2


def test_a_figure_that_applies_nowhere_has_no_row() -> None:
    scores = Scores(260, 260, {"quote@1": QUOTE, "gold@1": None})
    assert "gold@1" not in printed(evaluation_table(Evaluation({"quiz": scores}, scores, ())))


def test_markup_in_a_file_name_is_shown_as_it_is() -> None:
    scores = Scores(260, 260, {"quote@1": QUOTE})
    assert "[red]quiz" in printed(evaluation_table(Evaluation({"[red]quiz": scores}, scores, ())))


def test_a_difference_that_leaves_zero_out_is_bold() -> None:
    clear, unclear = Estimate(0.1, 0.02, 0.2, 9), Estimate(0.1, -0.02, 0.2, 9)
    comparison = Comparison(
        against="bm25",
        questions=9,
        figures={"bm25": {"gold@1": QUOTE, "gold@5": QUOTE}, "fused": {"gold@1": QUOTE, "gold@5": QUOTE}},
        differences={"fused": {"gold@1": clear, "gold@5": unclear}},
    )
    table = comparison_table(comparison)
    console = Console(width=100, force_terminal=True, color_system="standard", no_color=False)
    with console.capture() as capture:
        console.print(table)
    assert "fused − bm25" in printed(table)
    assert "\x1b[1m+.100 [+.02, +.20]" in capture.get()
    assert "\x1b[1m+.100 [-.02" not in capture.get()
