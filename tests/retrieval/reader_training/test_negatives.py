"""Negatives must not answer, and swapped questions must differ in one name, number or date."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from retrieval.reader_training.data import Asked, QuestionSet, read_sets
from retrieval.reader_training.negatives import Negatives, Swaps, entities


@pytest.fixture
def little(data: Path) -> QuestionSet:
    return read_sets(data)[0]


def _asked(little: QuestionSet, id_: str) -> Asked:
    return next(asked for asked in little.questions if asked.id == id_)


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("When did the Aldra ferry sink off Morvik?", ["Aldra", "Morvik"]),
        ("Who opened the Tarn bridge in July 1931?", ["Tarn", "July", "1931"]),
        ("Why did 1,400 people leave?", ["1,400"]),
        ("What is it?", []),
    ],
)
def test_entities_of_a_question(question: str, found: list[str]) -> None:
    assert [question[start:end] for _, start, end in entities(question)] == found


def test_swapped_question_differs_in_exactly_one_entity_of_the_same_kind(little: QuestionSet) -> None:
    swaps = Swaps(little)
    for asked in little.questions:
        for seed in range(8):
            swapped = swaps.swapped(asked, Random(seed))
            if swapped is None:
                continue
            before = [(kind, asked.text[start:end]) for kind, start, end in entities(asked.text)]
            after = [(kind, swapped[start:end]) for kind, start, end in entities(swapped)]
            changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
            assert len(changed) == 1
            (old_kind, _), (new_kind, new) = changed[0]
            assert old_kind == new_kind
            assert new not in asked.context.text


def test_question_without_names_and_numbers_is_not_swapped(little: QuestionSet) -> None:
    asked = Asked("0", "why did it happen?", little.contexts[0], ())
    assert Swaps(little).swapped(asked, Random(1)) is None


def test_searched_negatives_share_words_and_never_say_an_answer(little: QuestionSet) -> None:
    found = Negatives(little).searched(_asked(little, "4"))
    assert [context.id for context in found] == ["d"]  # the other paragraph about a bridge
    asked = _asked(little, "3")
    assert all("Lund" not in context.text for context in Negatives(little).searched(asked))


def test_neighbours_are_of_the_same_article(little: QuestionSet) -> None:
    assert [context.id for context in Negatives(little).neighbours(_asked(little, "3"))] == ["a"]
