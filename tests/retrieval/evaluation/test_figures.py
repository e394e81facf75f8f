from __future__ import annotations

import json

import pytest

from retrieval.evaluation import EvalQuestion, Evaluation, Record, System, evaluate
from retrieval.types import Answer, Question
from tests.retrieval.evaluation.fakes import ScriptedSystem, answered, article, hits

GIVEN = [
    EvalQuestion("1", "q1", answers=("Ann",), gold_articles=("g",)),
    EvalQuestion("2", "q2", answers=("Bob",), gold_articles=("g",)),
    EvalQuestion("3", "q3", answers=("Eve",)),
    EvalQuestion("4", "q4", answers=("Kim",)),
]
WITHOUT_ANSWER = [EvalQuestion("5", "q5"), EvalQuestion("6", "q6")]
TEXT = "Ann won. Bob was second."


@pytest.fixture(name="both")
def _both() -> Evaluation:
    system = ScriptedSystem(
        {
            "q1": answered("Ann won.", short_answer="Ann", confidence=0.9),
            "q2": answered("Ann won.", "Bob was second.", short_answer="Uncle Bob", confidence=0.5),
            "q3": answered("Nobody knows it yet.", confidence=0.6),
            "q5": answered("Ann won.", confidence=0.5),
        },
        {
            "q1": hits(("x", "Ann"), ("g", "Ann again")),
            "q2": hits(*[("g", "filler")] * 6, ("g", "Bob")),
            "q3": hits(("g", "Eve")),
        },
    )
    files = {"given": GIVEN, "without": WITHOUT_ANSWER}
    return evaluate(files, System(system.ask, system.search, lambda article_id: article(TEXT)), resamples=200)


@pytest.mark.parametrize(
    ("name", "value", "n"),
    [
        ("answer@1", 2 / 4, 4),
        ("answer@5", 2 / 4, 4),
        ("answer@10", 3 / 4, 4),
        ("gold@1", 0.0, 2),
        ("gold@5", 1 / 2, 2),
        ("gold@10", 1.0, 2),
        ("quote@1", 1 / 4, 4),
        ("quote@3", 2 / 4, 4),
        ("short_em", 1 / 4, 4),
        ("short_f1", (1 + 2 / 3) / 4, 4),
        ("answered", 3 / 4, 4),
        ("refused", 1 / 2, 2),
        ("right_of_answered", 1 / 4, 4),
        # Against .5 and .1: .9 and .6 beat both, .5 ties and beats, .1 loses and ties.
        ("auroc", (2 + 2 + 1.5 + 0.5) / 8, 6),
        # "Ann won." thrice stands at 0; "Bob was second." stands at 9 and is said to stand at 0; one is in no article.
        ("verified", 3 / 5, 5),
        ("quote_words", 2.0, 4),
    ],
)
def test_each_figure_is_counted_as_defined(both: Evaluation, name: str, value: float, n: int) -> None:
    figure = both.total.figures[name]
    assert figure is not None
    assert figure.value == pytest.approx(value)
    assert figure.n == n
    assert figure.low <= figure.value <= figure.high


def test_figures_that_do_not_apply_to_a_file_are_none(both: Evaluation) -> None:
    given, without = both.files["given"].figures, both.files["without"].figures
    assert [name for name, figure in given.items() if figure is None] == ["refused", "auroc"]
    assert [name for name, figure in without.items() if figure is not None] == [
        "refused",
        "right_of_answered",
        "calibration_error",
        "verified",
        "quote_words",
    ]


def test_figures_over_all_files_stand_beside_those_of_each(both: Evaluation) -> None:
    assert [(scores.questions, scores.answerable) for scores in (*both.files.values(), both.total)] == [
        (4, 4),
        (2, 0),
        (6, 4),
    ]


def test_without_search_and_articles_their_figures_are_none() -> None:
    scores = evaluate({"f": GIVEN}, System(ScriptedSystem().ask), resamples=20).total
    assert scores.figures["answer@1"] is None
    assert scores.figures["gold@10"] is None
    assert scores.figures["verified"] is None
    assert scores.figures["answered"] is not None


def test_each_record_is_reported_as_soon_as_it_is_judged() -> None:
    seen: list[Record] = []
    evaluation = evaluate({"f": GIVEN}, System(ScriptedSystem().ask), on_record=seen.append, resamples=20)
    assert tuple(seen) == evaluation.records
    assert [(record.file, record.asked.id) for record in seen] == [("f", "1"), ("f", "2"), ("f", "3"), ("f", "4")]


def test_a_system_that_breaks_ends_the_evaluation() -> None:
    def ask(question: Question) -> Answer:
        raise ConnectionError("gone")

    with pytest.raises(ConnectionError):
        evaluate({"f": GIVEN}, System(ask))


def test_an_evaluation_becomes_plain_json(both: Evaluation) -> None:
    told = json.loads(json.dumps(both.to_json()))
    assert told["files"]["given"]["figures"]["refused"] is None
    assert told["total"]["figures"]["answered"]["value"] == 0.75
    assert [record["id"] for record in told["records"]] == ["1", "2", "3", "4", "5", "6"]


def test_of_no_question_there_is_no_figure() -> None:
    evaluation = evaluate({"empty": []}, System(ScriptedSystem().ask), resamples=20)
    assert evaluation.files["empty"].questions == 0
    assert not any(evaluation.total.figures.values())
