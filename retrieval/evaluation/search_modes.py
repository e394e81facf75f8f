"""Several ways to search, measured on the same questions: figures, and differences with paired intervals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from config.errors import UsageError
from retrieval.evaluation.bootstrap import RESAMPLES, SEED, Floats, estimate, ratio, resample
from retrieval.evaluation.comparison import Comparison, Figures
from retrieval.evaluation.judging import DEPTHS, Ranks, Search, rank, within
from retrieval.evaluation.questions import EvalQuestion


def compare_search(
    modes: Mapping[str, Search],
    questions: Sequence[EvalQuestion],
    *,
    against: str,
    resamples: int = RESAMPLES,
    seed: int = SEED,
) -> Comparison:
    """
    `answer@k` and `gold@k` of each mode on the answerable questions that stand alone.

    Questions with a history are left out: what a search makes of them measures whoever resolves them. A figure is None
    when no question counts for it, as `gold@k` without gold articles.

    Raises:
        UsageError: `against` is not one of `modes`.
    """
    if against not in modes:
        raise UsageError(f"there is no search mode {against!r}; the modes are {', '.join(modes)}")
    alone = [question for question in questions if question.answers and not question.history]
    weights = resample([True] * len(alone), resamples, seed)
    found = {
        name: _found([rank(question, search(question.text, DEPTHS[-1])) for question in alone])
        for name, search in modes.items()
    }
    ones = np.ones(len(alone))
    with_gold = np.array([bool(question.gold_articles) for question in alone], dtype=float)

    def figures(columns: Mapping[str, Floats]) -> Figures:
        return {
            name: estimate(ratio(column, with_gold if name.startswith("gold") else ones), weights)
            for name, column in columns.items()
        }

    return Comparison(
        against=against,
        questions=len(alone),
        figures={mode: figures(columns) for mode, columns in found.items()},
        differences={
            mode: figures({name: column - found[against][name] for name, column in columns.items()})
            for mode, columns in found.items()
            if mode != against
        },
    )


def _found(ranks: Sequence[Ranks]) -> dict[str, Floats]:
    """By figure, 1.0 for each question that the mode found within the depth, else 0.0."""
    places = {"answer": [each.answer for each in ranks], "gold": [each.gold for each in ranks]}
    return {
        f"{what}@{k}": np.array([within(k, place) for place in found], dtype=float)
        for what, found in places.items()
        for k in DEPTHS
    }
