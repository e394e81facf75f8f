from __future__ import annotations

import json

import numpy as np
import pytest

from retrieval.evaluation import EvalQuestion, Evaluation, Outcomes, System, evaluate, outcomes
from retrieval.evaluation.thresholds import THRESHOLDS, precision_coverage, threshold_table
from tests.retrieval.evaluation.fakes import ScriptedSystem, answered, not_found, reading

NAN = float("nan")
# Three that can be answered, two that cannot; at .5 the answers are right, wrong and to what is not there.
MIXED = Outcomes.of([0.9, 0.5, 0.2, 0.6, 0.1], [1, 0, 1, 0, 0], [True, True, True, False, False])


@pytest.mark.parametrize(
    ("threshold", "answers", "answered_share", "refused", "right"),
    [
        (0.05, 5, 1.0, 0.0, 2 / 5),
        (0.2, 4, 1.0, 0.5, 2 / 4),
        (0.5, 3, 2 / 3, 0.5, 1 / 3),
        (0.55, 2, 1 / 3, 0.5, 1 / 2),
        (0.65, 1, 1 / 3, 1.0, 1.0),
        (0.95, 0, 0.0, 1.0, None),
    ],
)
def test_a_row_says_what_a_threshold_comes_to(
    threshold: float, answers: int, answered_share: float, refused: float, right: float | None
) -> None:
    [row] = threshold_table(MIXED, [threshold])
    assert (row.threshold, row.answers) == (threshold, answers)
    assert (row.answered, row.refused) == (pytest.approx(answered_share), refused)
    assert row.right_of_answered == (None if right is None else pytest.approx(right))


def test_the_table_has_ten_thresholds_and_becomes_json() -> None:
    table = threshold_table(MIXED)
    assert [row.threshold for row in table] == list(THRESHOLDS)
    assert len(table) == 10
    assert json.loads(json.dumps(table[0].to_json())) == {
        "threshold": 0.05,
        "answers": 5,
        "answered": 1.0,
        "refused": 0.0,
        "right_of_answered": 0.4,
    }


def test_what_was_withheld_unknown_leaves_no_share_of_right_answers() -> None:
    below, above = threshold_table(Outcomes.of([0.9, 0.1], [1, NAN], [True, True]), [0.05, 0.5])
    assert (below.answered, below.right_of_answered) == (1.0, None)
    assert (above.answered, above.right_of_answered) == (0.5, 1.0)


def test_an_answer_to_what_is_not_there_is_wrong_even_if_unknown() -> None:
    [row] = threshold_table(Outcomes.of([0.9, 0.8], [1, NAN], [True, False]), [0.5])
    assert row.right_of_answered == 0.5


@pytest.mark.parametrize("confidence", [0.0, NAN])
def test_where_nothing_could_be_quoted_no_threshold_answers(confidence: float) -> None:
    measured = Outcomes.of([0.9, confidence], [1, 0], [True, True])
    [row] = threshold_table(measured, [0.0])
    assert (row.answers, row.answered, row.right_of_answered) == (1, 0.5, 1.0)
    assert len(precision_coverage(measured)) == 1


@pytest.mark.parametrize(
    ("answerable", "answered_share", "refused"), [([True], 1.0, None), ([False], None, 0.0), ([], None, None)]
)
def test_a_share_of_nothing_is_none(
    answerable: list[bool], answered_share: float | None, refused: float | None
) -> None:
    [row] = threshold_table(Outcomes.of([0.9] * len(answerable), [1] * len(answerable), answerable), [0.5])
    assert (row.answered, row.refused) == (answered_share, refused)


def test_the_curve_grows_from_the_surest_answer_to_all_of_them() -> None:
    points = precision_coverage(MIXED)
    assert [point.threshold for point in points] == [0.9, 0.6, 0.5, 0.2, 0.1]
    assert [point.coverage for point in points] == pytest.approx([1 / 3, 1 / 3, 2 / 3, 1, 1])
    assert [point.precision for point in points] == pytest.approx([1, 1 / 2, 1 / 3, 2 / 4, 2 / 5])


def test_answers_of_one_confidence_are_one_point() -> None:
    [point] = precision_coverage(Outcomes.of([0.5] * 4, [1, 0, 1, 1], [True] * 4))
    assert (point.coverage, point.precision) == (1.0, 0.75)


def test_the_curve_ends_where_it_is_not_known_what_would_be_quoted() -> None:
    points = precision_coverage(Outcomes.of([0.9, 0.4, 0.3, 0.2], [1, 1, NAN, 1], [True] * 4))
    assert [point.threshold for point in points] == [0.9, 0.4]


@pytest.mark.parametrize("answerable", [[], [False]])
def test_without_an_answerable_question_there_is_no_curve(answerable: list[bool]) -> None:
    assert precision_coverage(Outcomes.of([0.5] * len(answerable), [0] * len(answerable), answerable)) == ()


@pytest.fixture(name="measured")
def _measured() -> Evaluation:
    """Threshold .3: right, wrong, withheld right, answered though not there, refused."""
    system = ScriptedSystem(
        {
            "q1": answered("Ann won.", confidence=0.9),
            "q2": answered("Ann won.", confidence=0.5),
            "q3": not_found(0.2),
            "q4": answered("Ann won.", confidence=0.4),
            "q5": not_found(0.1),
        },
        readings={"q3": reading(("Eve ran.", "Eve ran.")), "q5": reading(("Ann won.", "Ann won."))},
    )
    known = {"q1": ("Ann",), "q2": ("Bob",), "q3": ("Eve",), "q4": (), "q5": ()}
    questions = [EvalQuestion(text, text, answers) for text, answers in known.items()]
    return evaluate({"f": questions}, System(system.ask, read=system.read), resamples=20)


def test_the_row_in_force_says_what_was_measured(measured: Evaluation) -> None:
    [row] = threshold_table(outcomes(measured.records), [0.3])
    for name in ("answered", "refused", "right_of_answered"):
        figure = measured.total.figures[name]
        assert figure is not None
        assert getattr(row, name) == pytest.approx(figure.value)


def test_outcomes_count_the_withheld_quote(measured: Evaluation) -> None:
    found = outcomes(measured.records)
    assert found.right.tolist() == [1, 0, 1, 0, 0]
    assert found.answerable.tolist() == [True, True, True, False, False]
    assert found.confidence.tolist() == [0.9, 0.5, 0.2, 0.4, 0.1]
    [row] = threshold_table(found, [0.15])
    assert (row.answered, row.right_of_answered) == (1.0, 0.5)


def test_outcomes_of_no_record_are_empty() -> None:
    assert outcomes(()).confidence.shape == (0,)
    assert all(row.answers == 0 and row.answered is None for row in threshold_table(outcomes(())))
    assert np.array_equal(outcomes(()).given_at(0.5), np.zeros(0, dtype=bool))
