"""The figures of `eval`: every question of every file asked and judged, and the records counted with intervals."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from config.errors import UsageError
from retrieval.evaluation.bootstrap import (
    RESAMPLES,
    SEED,
    Estimate,
    Measure,
    auroc,
    calibration_error,
    difference,
    estimate,
    median,
    ratio,
    resample,
)
from retrieval.evaluation.comparison import Comparison
from retrieval.evaluation.judging import DEPTHS, Ranks, Record, System, judge, within
from retrieval.evaluation.questions import EvalQuestion
from retrieval.types import Json


@dataclass(frozen=True, slots=True)
class Scores:
    """The figures of a set of questions by name; None where one does not apply to the set."""

    questions: int
    answerable: int
    figures: Mapping[str, Estimate | None]

    def to_json(self) -> Json:
        figures = {name: figure and figure.to_json() for name, figure in self.figures.items()}
        return {"questions": self.questions, "answerable": self.answerable, "figures": figures}


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The scores of each file by its name and of all of them together, and every question's record, in file order."""

    files: Mapping[str, Scores]
    total: Scores
    records: tuple[Record, ...]

    def to_json(self) -> Json:
        return {
            "files": {name: scores.to_json() for name, scores in self.files.items()},
            "total": self.total.to_json(),
            "records": [record.to_json() for record in self.records],
        }


def evaluate(
    files: Mapping[str, Sequence[EvalQuestion]],
    system: System,
    *,
    on_record: Callable[[Record], None] = lambda record: None,
    resamples: int = RESAMPLES,
    seed: int = SEED,
) -> Evaluation:
    """
    Every question of every file, asked in order and judged. `on_record` is called after each, for a progress bar.

    An error of the system ends the evaluation: a search that broke is no wrong answer.
    """
    records: list[Record] = []
    for name, questions in files.items():
        for question in questions:
            records.append(judge(name, question, system))
            on_record(records[-1])
    by_file = {name: [record for record in records if record.file == name] for name in files}
    return Evaluation(
        files={name: score(own, resamples=resamples, seed=seed) for name, own in by_file.items()},
        total=score(records, resamples=resamples, seed=seed),
        records=tuple(records),
    )


def score(records: Sequence[Record], *, resamples: int = RESAMPLES, seed: int = SEED) -> Scores:
    """The figures over `records`, each with the interval of the same resamples; answerable or not are the strata."""
    answerable = [bool(record.asked.answers) for record in records]
    weights = resample(answerable, resamples, seed)
    figures = {name: estimate(measure, weights) for name, measure in _measures(records).items()}
    return Scores(len(records), sum(answerable), figures)


def compare_answers(
    evaluations: Mapping[str, Evaluation], *, against: str, resamples: int = RESAMPLES, seed: int = SEED
) -> Comparison:
    """
    The figures of several systems that were asked the same questions in the same order.

    Raises:
        UsageError: `against` is not one of them, or they were asked different questions.
    """
    asked = {name: [record.asked for record in found.records] for name, found in evaluations.items()}
    if against not in asked:
        raise UsageError(f"there is no system {against!r}; the systems are {', '.join(asked)}")
    if any(questions != asked[against] for questions in asked.values()):
        raise UsageError("systems can be compared only on the same questions")
    weights = resample([bool(question.answers) for question in asked[against]], resamples, seed)
    measures = {name: _measures(found.records) for name, found in evaluations.items()}
    return Comparison(
        against=against,
        questions=len(asked[against]),
        figures={name: found.total.figures for name, found in evaluations.items()},
        differences={
            name: {
                figure: estimate(difference(measure, measures[against][figure]), weights)
                for figure, measure in own.items()
            }
            for name, own in measures.items()
            if name != against
        },
    )


def _measures(records: Sequence[Record]) -> dict[str, Measure]:
    """What is counted, in the order in which it is shown."""
    answerable = np.array([bool(record.asked.answers) for record in records], dtype=bool)
    answered = np.array([record.answered for record in records], dtype=bool)
    right = np.array([record.first_quote_right for record in records], dtype=bool)
    any_right = np.array([any(record.right_quotes) for record in records], dtype=bool)
    searched = answerable & np.array([record.ranks is not None for record in records], dtype=bool)
    with_gold = searched & np.array([bool(record.asked.gold_articles) for record in records], dtype=bool)
    ranks = [record.ranks or Ranks(None, None) for record in records]
    confidence = [record.answer.confidence for record in records]
    proved = [record.proved or () for record in records]
    return {
        **{f"answer@{k}": ratio(_within(k, [place.answer for place in ranks]) & searched, searched) for k in DEPTHS},
        **{f"gold@{k}": ratio(_within(k, [place.gold for place in ranks]) & with_gold, with_gold) for k in DEPTHS},
        "quote@1": ratio(right, answerable),
        "quote@3": ratio(any_right, answerable),
        "short_em": ratio([record.short_em for record in records], answerable),
        "short_f1": ratio([record.short_f1 for record in records], answerable),
        "answered": ratio(answered & answerable, answerable),
        "refused": ratio(~answered & ~answerable, ~answerable),
        "right_of_answered": ratio(right, answered),
        "auroc": auroc(confidence, answerable),
        "calibration_error": calibration_error(confidence, right),
        "verified": ratio([sum(each) for each in proved], [len(each) for each in proved]),
        "quote_words": median([_first_quote_words(record) for record in records]),
    }


def _within(depth: int, places: Sequence[int | None]) -> NDArray[np.bool_]:
    return np.array([within(depth, place) for place in places], dtype=bool)


def _first_quote_words(record: Record) -> int | None:
    citations = record.answer.citations
    return len(citations[0].quote.text.split()) if citations else None
