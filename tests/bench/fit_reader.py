"""
The reader's weights, fitted on question files, with figures cross-validated over questions.

    python -m tests.bench.fit_reader --data-dir DIR FILE… [--data-dir DIR FILE…]

Each DIR holds an index of the archive that its files ask about. Sentences and passages: a conditional logit over those
of a question (McFadden, 1974), which of them contains an answer. Confidence: a logistic regression over what is seen of
the chosen sentence, whether it does; unanswerable questions count as "it does not". Each fold's figures come from
weights that were all fitted without it. Printed to be copied into retrieval/reader/ranking.py; the figures stand in
retrieval/README.md.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from bot.assembly import assemble
from config.settings import load_settings
from retrieval.evaluation import EvalQuestion, read_questions
from retrieval.evaluation.bootstrap import calibration_error, estimate, resample
from retrieval.evaluation.judging import PASSAGE_WORDS, QUOTE_WORDS
from retrieval.evaluation.matching import contains, first_words, token_f1
from retrieval.reader.context import with_context
from retrieval.reader.model import PassageAnswers, ReaderModel
from retrieval.reader.ranking import Choice, Outlook, PassageSignals, Ranked, choices, choose, outlook, passage_signals
from retrieval.reader.signals import Asked, Candidate, Signals, candidates
from retrieval.types import Hit

FOLDS = 10
RIDGE = 0.01
THRESHOLDS = np.arange(0.05, 0.55, 0.05)
Matrix = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Case:
    """One question: what was found, the sentences, their quotes and the passages, and which of them hold an answer."""

    question: EvalQuestion
    asked: Asked
    hits: list[Hit]
    found: list[Candidate]
    quotes: list[str]
    right: Flags
    quote_right: Flags
    gold: Flags

    @property
    def signals(self) -> Matrix:
        return np.array([one.signals for one in self.found], dtype=np.float64)

    def place(self, ranked: Ranked) -> int:
        return next(place for place, one in enumerate(self.found) if one is ranked.candidate)


@dataclass(frozen=True)
class Fitted:
    """All weights, fitted on some of the cases."""

    alone: Matrix
    choice: Matrix
    passage: Matrix
    passage_bias: float
    confidence: Any

    def ranked(self, case: Case) -> list[Ranked]:
        """As `ranking.ranked`, with these weights."""
        return choose(case.found, self.alone, self.choice)

    def sure(self, case: Case, ranked: Sequence[Ranked]) -> float:
        return float(self.confidence.predict_proba(np.array([outlook(case.hits, ranked)]))[0, 1])


def main(arguments: list[str]) -> None:
    cases = [case for data_dir, files in _groups(arguments) for case in _cases(data_dir, files)]
    folds = np.random.default_rng(0).permutation(len(cases)) % FOLDS
    rows = [
        row
        for fold in range(FOLDS)
        for row in _judged(
            fit([case for case, own in zip(cases, folds, strict=True) if own != fold]),
            [case for case, own in zip(cases, folds, strict=True) if own == fold],
        )
    ]
    _report(rows)
    whole = fit(cases)
    print("ALONE =", _named(Signals, whole.alone))
    print("CHOICE =", _named(Choice, whole.choice))
    print("PASSAGE_BIAS =", round(whole.passage_bias, 2), "PASSAGE =", _named(PassageSignals, whole.passage))
    scaler, model = whole.confidence[0], whole.confidence[1]
    weights = model.coef_[0] / scaler.scale_
    print("CONFIDENCE_BIAS =", round(float(model.intercept_[0] - weights @ scaler.mean_), 2))
    print("CONFIDENCE =", _named(Outlook, weights))


def fit(cases: Sequence[Case]) -> Fitted:
    alone = _conditional([(case.signals, case.right) for case in cases if case.found])
    choice = _conditional([(choices(case.found, alone), case.right) for case in cases if case.found])
    partly = Fitted(alone, choice, np.zeros(0), 0.0, None)
    seen = [(_passages(case, partly.ranked(case)), case.gold) for case in cases if case.found]
    passage = _conditional(seen)
    scores, gold = np.concatenate([s @ passage for s, _ in seen]), np.concatenate([g for _, g in seen])
    bias = minimize(lambda b: float(np.mean(np.logaddexp(0, scores + b[0]) - gold * (scores + b[0]))), [0.0]).x[0]
    ranked = [(case, partly.ranked(case)) for case in cases if case.found]
    model = make_pipeline(StandardScaler(), LogisticRegression(C=1))
    model.fit(
        np.array([outlook(case.hits, found) for case, found in ranked]),
        np.array([bool(case.quote_right[case.place(found[0])]) for case, found in ranked]),
    )
    return Fitted(alone, choice, passage, float(bias), model)


def _passages(case: Case, ranked: Sequence[Ranked]) -> Matrix:
    return np.array(passage_signals(case.asked, case.hits, ranked), dtype=np.float64)


def _conditional(rows: Sequence[tuple[Matrix, Flags]]) -> Matrix:
    """Weights that make the right rows of each question likely among all of its rows; scaled to unit spread inside."""
    useful = [(values, right) for values, right in rows if right.any() and not right.all()]
    spread = np.vstack([values for values, _ in useful]).std(axis=0) + 1e-9

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        total, slope = 0.0, 2 * RIDGE * len(useful) * weights
        for values, right in useful:
            scores = values / spread @ weights
            every, good = np.exp(scores - np.logaddexp.reduce(scores)), np.zeros(len(scores))
            good[right] = np.exp(scores[right] - np.logaddexp.reduce(scores[right]))
            total += np.logaddexp.reduce(scores) - np.logaddexp.reduce(scores[right])
            slope = slope + (every - good) @ values / spread
        return float(total + RIDGE * len(useful) * weights @ weights), slope

    found = minimize(loss, np.zeros(len(spread)), jac=True, method="L-BFGS-B").x
    return np.asarray(found / spread)


def _judged(fitted: Fitted, cases: Sequence[Case]) -> list[dict[str, float]]:
    """What the weights come to on cases that they were not fitted on."""
    rows = []
    for case in cases:
        ranked = fitted.ranked(case)
        places = [case.place(one) for one in ranked[:3]]
        scores = _passages(case, ranked) @ fitted.passage if case.found else np.zeros(len(case.hits))
        order = np.argsort(-scores, kind="stable")
        rows.append(
            {
                "answerable": bool(case.question.answers),
                "news": bool(case.question.gold_articles) or not case.question.answers,
                "alone": bool(places) and bool(case.right[places[0]]),
                "right": bool(places) and bool(case.quote_right[places[0]]),
                "right3": bool(case.quote_right[places].any()) if places else False,
                "f1": token_f1(ranked[0].candidate.answer, case.question.answers) if ranked else 0.0,
                "words": len(case.quotes[places[0]].split()) if ranked else 0,
                "sure": fitted.sure(case, ranked) if ranked else 0.0,
                **{f"gold@{k}": bool(case.gold[order][:k].any()) for k in (1, 5, 10)},
                **{f"searched@{k}": bool(case.gold[:k].any()) for k in (1, 5, 10)},
                "read": bool(case.right.any()),
            }
        )
    return rows


def _report(rows: Sequence[dict[str, float]]) -> None:
    def column(name: str, of: Callable[[dict[str, float]], bool] = lambda row: True) -> Matrix:
        return np.array([row[name] for row in rows if of(row)], dtype=np.float64)

    def answerable(row: dict[str, float]) -> bool:
        return bool(row["answerable"])

    def with_gold(row: dict[str, float]) -> bool:
        return bool(row["answerable"] and row["news"])

    print(
        f"{len(rows)} questions, {int(column('answerable').sum())} answerable; all cross-validated over {FOLDS} folds"
    )
    for name in ("read", "alone", "right", "right3", "f1"):
        print(
            f"{name}: {column(name, answerable).mean():.3f} (with gold articles {column(name, with_gold).mean():.3f})"
        )
    print(f"median words of the first quote: {np.median(column('words')):.0f}")
    for k in (1, 5, 10):
        gold, searched = (column(f"{name}@{k}", with_gold).mean() for name in ("gold", "searched"))
        print(f"gold@{k}: {gold:.3f}, as searched {searched:.3f}")
    sure, right, there = column("sure"), column("right"), column("answerable")
    error = estimate(calibration_error(sure, right), resample(there.astype(bool).tolist()))
    print(
        f"AUROC answerable against not {roc_auc_score(there, sure):.3f}, right against wrong "
        f"{roc_auc_score(right, sure):.3f}; calibration error {error.value if error else float('nan'):.3f}"
    )
    for threshold in THRESHOLDS:
        given = sure >= threshold
        print(
            f"at {threshold:.2f}: answered {given[there == 1].mean():.3f}, refused {1 - given[there == 0].mean():.3f}, "
            f"right of answered {right[given].mean():.3f}, quote@1 {(right * given)[there == 1].mean():.3f}"
        )


def _groups(arguments: list[str]) -> list[tuple[Path, list[Path]]]:
    groups: list[tuple[Path, list[Path]]] = []
    rest = iter(arguments)
    for argument in rest:
        if argument == "--data-dir":
            groups.append((Path(next(rest)), []))
        else:
            groups[-1][1].append(Path(argument))
    return groups


def _cases(data_dir: Path, files: list[Path]) -> list[Case]:
    cases = []
    with assemble(load_settings({"data_dir": data_dir})) as dateline, dateline.archive.reading() as index:
        model: ReaderModel = dateline.reader_model
        for asked in (question for file in files for question in read_questions(file) if not question.history):
            hits = dateline.searcher.search(index, asked.text, dateline.settings.reader.passages)
            read = model.read(asked.text, [(hit.article.title, hit.passage) for hit in hits])
            cases.append(_case(asked, Asked(asked.text, index.lexical), hits, read))
    return cases


def _case(question: EvalQuestion, asked: Asked, hits: list[Hit], read: Sequence[PassageAnswers]) -> Case:
    found = candidates(asked, hits, read) if asked.terms else []
    by_place = {(one.article_id, one.span): one for one in found}
    quotes = [one.cut(with_context(one, by_place)) for one in found]
    gold = [
        contains(first_words(hit.passage.text, PASSAGE_WORDS), question.answers)
        and (not question.gold_articles or hit.article.id in question.gold_articles)
        for hit in hits
    ]
    return Case(
        question,
        asked,
        hits,
        found,
        quotes,
        _holding([one.text for one in found], question),
        _holding(quotes, question),
        np.array(gold, dtype=bool),
    )


def _holding(texts: Sequence[str], question: EvalQuestion) -> Flags:
    return np.array([contains(first_words(text, QUOTE_WORDS), question.answers) for text in texts], dtype=bool)


def _named(kind: type[Any], weights: Matrix) -> Any:
    return kind(*(round(float(weight), 2) for weight in weights))


if __name__ == "__main__":
    main(sys.argv[1:])
