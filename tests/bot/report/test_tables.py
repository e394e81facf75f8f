from __future__ import annotations

from bot.render_eval import figure_text
from bot.report.tables import (
    MEANINGS,
    bins_table,
    figures_table,
    questions_words,
    settings_list,
    thresholds_table,
)
from retrieval.evaluation import Bin, Estimate, Evaluation, Scores, ThresholdRow
from retrieval.evaluation.figures import score
from tests.bot.report.samples import Page, every_kind

QUOTE = Estimate(0.452, 0.389, 0.512, 260)


def test_every_figure_has_its_meaning() -> None:
    assert list(MEANINGS) == list(score((), resamples=5).figures)


def test_the_figures_are_those_of_the_evaluation() -> None:
    evaluation = every_kind()
    page = Page(figures_table(evaluation))
    for name, figure in evaluation.total.figures.items():
        if figure:
            unit = "words" if name == "quote_words" else "share"
            assert page.row(name)[1] == figure_text(figure, unit=unit)


def test_several_files_stand_beside_all_and_one_stands_alone() -> None:
    one, both = Scores(260, 260, {"quote@1": QUOTE}), Scores(410, 260, {"quote@1": QUOTE, "refused": QUOTE})
    several = Page(figures_table(Evaluation({"/a/quiz": one, "none": one}, both, ())))
    assert several.row("figure") == [
        "figure",
        "all 260 answerable, 150 not",
        "",
        "quiz 260 questions",
        "none 260 questions",
    ]
    assert several.row("refused") == [f"refused {MEANINGS['refused']}", ".452 [.39, .51]", "", "–", "–"]
    assert len(Page(figures_table(Evaluation({"quiz": one}, one, ()))).row("figure")) == 3


def test_a_file_called_all_keeps_its_figures() -> None:
    one, both = Scores(2, 2, {"quote@1": QUOTE}), Scores(3, 3, {"quote@1": QUOTE})
    assert Page(figures_table(Evaluation({"all": one, "b": one}, both, ()))).row("figure")[1:] == [
        "all 3 questions",
        "",
        "all 2 questions",
        "b 2 questions",
    ]


def test_figures_that_apply_nowhere_are_left_out() -> None:
    scores = Scores(1, 1, {"quote@1": QUOTE, "gold@1": None})
    assert "gold@1" not in figures_table(Evaluation({"quiz": scores}, scores, ()))
    empty = Scores(0, 0, {"quote@1": None})
    assert "No figure applies" in figures_table(Evaluation({}, empty, ()))


def test_an_interval_that_is_no_number_is_written_and_not_drawn() -> None:
    nan = float("nan")
    scores = Scores(1, 1, {"quote@1": Estimate(0.5, nan, nan, 1)})
    table = figures_table(Evaluation({"quiz": scores}, scores, ()))
    assert Page(table).row("quote@1")[1] == ".500 [nan, nan]"
    assert "<svg" not in table


def test_the_threshold_in_force_is_marked_in_words() -> None:
    rows = [ThresholdRow(0.05, 4, 1.0, 0.25, None), ThresholdRow(0.125, 1200, 0.5, None, 0.875)]
    page = Page(thresholds_table(rows, 0.125))
    assert page.row("0.05") == ["0.05", "4", "1.000", ".250", "–"]
    assert page.row("0.125") == ["0.125 in force", "1,200", ".500", "–", ".875"]
    assert page.attributes.count(("class", "force")) == 1


def test_a_bin_is_a_row_and_withheld_quotes_are_a_column() -> None:
    one, other = Bin(41.0, 0.0, 0.2, 0.1, 0.0, 0.0, 0.09), Bin(41.0, 0.0, 0.2, 0.1, 0.25, 0.1, 0.4)
    assert Page(bins_table([one])).row(".00") == [".00 – .20", "41", ".10", ".00", "[.00, .09]"]
    assert Page(bins_table([one], [other])).row(".00")[-1] == ".25"


def test_what_a_dot_stands_for() -> None:
    def bins(*questions: float) -> list[Bin]:
        return [Bin(each, 0, 1, 0.5, 0.5, 0, 1) for each in questions]

    assert questions_words(bins(41.0, 41.000001)) == "41 questions"
    assert questions_words(bins(1.0)) == "1 question"
    assert questions_words(bins(3.3, 3.3)) == "3.3 questions"
    assert questions_words(bins(3.3, 6.6, 0.3)) == "0.3 to 6.6 questions"


def test_settings_are_listed_and_escaped() -> None:
    page = Page(settings_list({"reader.passages": 10, "embedder.model": "<b>", "x": None}))
    assert page.of("dt") == ["reader.passages", "embedder.model", "x"]
    assert page.of("dd") == ["10", "<b>", "not set"]
    assert settings_list({}) == ""
