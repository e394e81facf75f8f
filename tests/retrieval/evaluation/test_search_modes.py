from __future__ import annotations

import json

import pytest

from config.errors import UsageError
from retrieval.evaluation import EvalQuestion, compare_search
from tests.retrieval.evaluation.fakes import ScriptedSystem, hits

QUESTIONS = [EvalQuestion(str(n), f"q{n}", answers=("Ann",), gold_articles=("g",)) for n in range(10)]


def finds(*numbers: int, at: int = 1) -> ScriptedSystem:
    """A search that finds the answer of those questions, at that rank."""
    found = hits(*[("x", "filler")] * (at - 1), ("g", "Ann"))
    return ScriptedSystem(found={f"q{n}": found for n in numbers})


def test_differences_are_paired() -> None:
    # Both modes lie far inside each other's interval; that one finds all that the other does, and two more, only
    # the pairs show.
    modes = {"bm25": finds(0, 1, 2, 3).search, "fused": finds(0, 1, 2, 3, 4, 5).search}
    comparison = compare_search(modes, QUESTIONS, against="bm25")
    difference = comparison.differences["fused"]["gold@1"]
    assert difference is not None
    assert difference.value == pytest.approx(0.2)
    assert difference.low >= 0
    assert list(comparison.differences) == ["fused"]


def test_equal_modes_differ_by_nothing_at_all() -> None:
    comparison = compare_search({"a": finds(1, 5).search, "b": finds(1, 5).search}, QUESTIONS, against="a")
    assert {(each.low, each.value, each.high) for each in comparison.differences["b"].values() if each} == {(0, 0, 0)}


def test_deeper_hits_count_from_their_depth_on() -> None:
    figures = compare_search({"a": finds(0, 1, at=5).search}, QUESTIONS, against="a").figures["a"]
    assert {name: figure and figure.value for name, figure in figures.items()} == {
        "answer@1": 0.0,
        "answer@5": 0.2,
        "answer@10": 0.2,
        "gold@1": 0.0,
        "gold@5": 0.2,
        "gold@10": 0.2,
    }


def test_questions_that_do_not_stand_alone_or_have_no_answer_are_left_out() -> None:
    more = [EvalQuestion("u", "none"), EvalQuestion("h", "and he?", answers=("Ann",), history=("who?",))]
    search = finds(0)
    comparison = compare_search({"a": search.search}, [*QUESTIONS, *more], against="a")
    assert comparison.questions == 10
    assert {text for text, _ in search.searched} == {question.text for question in QUESTIONS}


def test_gold_figures_are_none_without_gold_articles() -> None:
    comparison = compare_search({"a": finds(0).search}, [EvalQuestion("1", "q0", answers=("Ann",))], against="a")
    assert comparison.figures["a"]["gold@1"] is None
    assert comparison.figures["a"]["answer@1"] is not None


def test_a_mode_that_is_not_there_is_named() -> None:
    with pytest.raises(UsageError, match="no search mode 'c'; the modes are a"):
        compare_search({"a": finds().search}, QUESTIONS, against="c")


def test_a_comparison_becomes_plain_json() -> None:
    modes = {"a": finds(0).search, "b": finds(1).search}
    told = json.loads(json.dumps(compare_search(modes, QUESTIONS, against="a").to_json()))
    assert told["figures"]["b"]["answer@1"]["value"] == pytest.approx(0.1)
    assert told["differences"]["b"]["answer@1"]["n"] == 10
