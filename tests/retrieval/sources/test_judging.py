"""What judges the answers of the table: it finds nothing in a right answer, and says what is wrong in another."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from typing import cast

import pytest

from retrieval.types import Json
from tests.retrieval.sources.judging import complaints
from tests.retrieval.sources.table import Case, Difference, Expected, Side

DIFFERS = Difference("number", (Side("19", ("b",)), Side("12|twelve", ("a",))), supersedes=True)
RIGHT: Json = {
    "status": "answered",
    "confidence": 0.9,
    "sentences": [
        {"text": "It is 19 now.", "citations": [1], "sources": 1},
        {"text": "Twelve died.", "citations": [2], "sources": 1},
    ],
    "citations": [
        {"number": 1, "article_id": "b", "source": 1, "also_in": []},
        {"number": 2, "article_id": "a", "source": 2, "also_in": [{"article_id": "c", "relation": "copy"}]},
    ],
    "differences": [
        {
            "kind": "number",
            "sides": [{"value": "19", "citations": [1]}, {"value": "Twelve", "citations": [2]}],
            "supersedes": True,
        }
    ],
}
PROMISED = Expected(
    cites=("a", "b"), sources=1, differs=DIFFERS, also_in={"c": "copy"}, one_of=("a", "c"), uncited=("c",)
)

Change = Callable[[Json], object]


def judged(answer: Json, expected: Expected = PROMISED) -> list[str]:
    return complaints(Case("", "", "", {}, expected), answer)


def test_a_right_answer_has_nothing_wrong() -> None:
    assert judged(RIGHT) == []


def swap(answer: Json, key: str) -> None:
    answer[key] = answer[key][::-1]


def put(change: Mapping[str, object], *path: str | int) -> Change:
    """Puts `change` into the object of an answer at `path`."""

    def apply(answer: Json) -> None:
        inner: object = answer
        for step in path:
            inner = cast(Mapping[str | int, object], inner)[step]
        cast(Json, inner).update(change)

    return apply


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (put({"status": "not_found"}), "nothing was answered"),
        (put({"sources": 2}, "sentences", 0), "counts 2 sources, and its citations are of 1"),
        (put({"source": 3}, "citations", 1), "sources are not numbered from 1"),
        (put({"article_id": "c"}, "citations", 1), "a should be cited"),
        (put({"article_id": "c"}, "citations", 1), "c should not be cited"),
        (put({"article_id": "c"}, "citations", 1), "c is named as a copy of itself"),
        (put({"also_in": []}, "citations", 1), "c should be named beside a citation"),
        (put({"also_in": []}, "citations", 1), "['c'] should be named beside ['a']"),
        (put({"relation": "version"}, "citations", 1, "also_in", 0), "should be called a copy, not a version"),
        (put({"differences": []}), "one difference of kind number should be shown, not []"),
        (put({"kind": "date"}, "differences", 0), "one difference of kind number should be shown"),
        (put({"supersedes": False}, "differences", 0), "supersedes should be True"),
        (put({"value": "119"}, "differences", 0, "sides", 0), "the sides should be"),
        (put({"value": "19.5"}, "differences", 0, "sides", 0), "the sides should be"),
        (put({"citations": [1, 2]}, "differences", 0, "sides", 0), "the sides should be"),
        (put({"citations": [3]}, "differences", 0, "sides", 0), "a difference needs two sides"),
        (lambda answer: swap(answer["differences"][0], "sides"), "the sides should be"),
        (lambda answer: swap(answer, "sentences"), "the first sentence should be that of ['b']"),
    ],
)
def test_a_wrong_answer_is_complained_about(change: Change, complaint: str) -> None:
    answer = copy.deepcopy(RIGHT)
    change(answer)
    assert any(complaint in one for one in judged(answer)), judged(answer)


@pytest.mark.parametrize(
    ("expected", "complaint"),
    [
        (Expected(), "nothing differs here"),
        (Expected(sources=2, differs=DIFFERS), "should rest on 2 sources, not on 1"),
        (Expected(apart=("c",), differs=DIFFERS), "c is a story of its own"),
        (Expected(unnamed=("c",), differs=DIFFERS), "nothing should be seen of c"),
        (Expected(one_of=("a", "b"), differs=DIFFERS), "exactly one of ['a', 'b'] should be cited"),
    ],
)
def test_an_answer_that_promises_something_else_is_complained_about(expected: Expected, complaint: str) -> None:
    assert any(complaint in one for one in judged(RIGHT, expected)), judged(RIGHT, expected)


def test_sides_of_which_none_replaces_the_other_may_stand_in_any_order() -> None:
    answer = copy.deepcopy(RIGHT)
    answer["differences"][0]["supersedes"] = False
    swap(answer["differences"][0], "sides")
    assert judged(answer, Expected(differs=Difference("number", DIFFERS.sides, supersedes=False))) == []
