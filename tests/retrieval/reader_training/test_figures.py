"""How the figures of the model card are counted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from retrieval.reader.encoding import Encoder
from retrieval.reader_training.data import QuestionSet, read_sets
from retrieval.reader_training.export import network
from retrieval.reader_training.figures import (
    Guess,
    Readings,
    auroc,
    best_threshold,
    figures,
    ranking,
    reader_guesses,
    silent_guesses,
)

Make = Callable[[Path], QuestionSet]


@pytest.fixture
def little(data: Path) -> QuestionSet:
    return read_sets(data)[0]


def test_right_and_sure_guesses_score_one(little: QuestionSet) -> None:
    right = [
        Guess(asked.context.text[slice(*asked.answers[0])], 2.0 + number / 10) if asked.answers else Guess("x", 1.0)
        for number, asked in enumerate(little.questions)
    ]
    counted = figures(right, little)
    assert (counted.f1, counted.exact, counted.auroc) == (1, 1, 1)
    assert (counted.questions, counted.answerable) == (6, 5)


def test_always_no_answer_scores_the_share_of_unanswerable_questions(little: QuestionSet) -> None:
    counted = figures(silent_guesses(little), little)
    assert counted.f1 == 0
    assert counted.auroc == 0.5
    assert counted.f1_no_answer == pytest.approx(1 / 6)


def test_best_threshold_gives_what_gains_and_nothing_when_nothing_does() -> None:
    scores, answerable = np.array([3.0, 2.0, 1.0]), np.array([True, True, False])
    assert best_threshold(scores, np.array([1.0, 0.5, 0.0]), answerable) == 2.0
    assert best_threshold(scores, np.zeros(3), np.zeros(3, dtype=bool)) == float("inf")


def test_auroc_counts_ties_half() -> None:
    assert auroc(np.array([1.0, 2.0]), np.array([1.0, 0.0])) == 0.875


def test_guesses_are_words_of_their_contexts(little: QuestionSet, encoder: Encoder, model: Any) -> None:
    guesses = reader_guesses(Readings(network(model), encoder, titled=True), little)
    assert all(guess.text in asked.context.text for guess, asked in zip(guesses, little.questions, strict=True))


def test_ranking_names_every_way(little: QuestionSet, encoder: Encoder, model: Any) -> None:
    ranked = ranking(Readings(network(model), encoder, titled=True), little, little.contexts)
    assert set(ranked) == {"questions", "bm25", "margin", "relevance", "both"}
    assert ranked["questions"] == 5
