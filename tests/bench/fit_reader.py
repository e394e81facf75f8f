"""
The reader's weights, fitted on question files, with cross-validated figures.

    python -m tests.bench.fit_reader --data-dir DIR FILE… [--data-dir DIR FILE…]

Each DIR holds an index of the archive that its files ask about. Choice: a conditional logit over the sentences of a
question (McFadden, 1974), which of them contains an answer. Confidence: a logistic regression over the chosen
sentence's signals, whether it does; unanswerable questions count as "it does not". Printed to be copied into
retrieval/reader.py; the figures stand in retrieval/README.md.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold, cross_val_predict

from bot.assembly import assemble
from config.settings import load_settings
from retrieval.evaluation import read_questions
from retrieval.evaluation.matching import contains, first_words
from retrieval.reader.reading import SentenceReader, Signals

FOLDS = 5
RIDGE = 0.01
QUOTE_WORDS = 60
THRESHOLDS = np.arange(0.05, 0.55, 0.05)
Matrix = NDArray[np.float64]


class Case(NamedTuple):
    """One question: the signals of its sentences, `(sentences, signals)`, and which of them contain an answer."""

    signals: Matrix
    right: NDArray[np.bool_]
    answerable: bool


def main(arguments: list[str]) -> None:
    cases = [case for data_dir, files in _groups(arguments) for case in _cases(data_dir, files)]
    chosen = np.zeros(len(cases), dtype=int)
    fold_of = np.arange(len(cases)) % FOLDS
    for fold in range(FOLDS):
        weights = _fit_choice([case for case, own in zip(cases, fold_of, strict=True) if own != fold])
        for place in np.flatnonzero(fold_of == fold):
            chosen[place] = int(np.argmax(cases[place].signals @ weights))
    right = np.array([bool(case.right[best]) for case, best in zip(cases, chosen, strict=True)])
    answerable = np.array([case.answerable for case in cases])
    print(
        f"{len(cases)} questions, {answerable.sum()} answerable; an answer among the sentences for "
        f"{np.mean([case.right.any() for case in cases if case.answerable]):.3f}"
    )
    print(f"right sentence first, cross-validated: {right[answerable].mean():.3f}")
    print("CHOICE", _as_signals(_fit_choice(cases)))

    features = np.array([case.signals[best] for case, best in zip(cases, chosen, strict=True)])
    model = LogisticRegression(C=1)
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=0)
    confidence = cross_val_predict(model, features, right, cv=folds, method="predict_proba")[:, 1]
    print(
        f"AUROC answerable against not, cross-validated: {roc_auc_score(answerable, confidence):.3f}; "
        f"right against wrong: {roc_auc_score(right, confidence):.3f}"
    )
    for threshold in THRESHOLDS:
        given = confidence >= threshold
        print(
            f"at {threshold:.2f}: answered {given[answerable].mean():.3f}, "
            f"refused {1 - given[~answerable].mean():.3f}, right of answered {right[given].mean():.3f}"
        )
    model.fit(features, right)
    print("CONFIDENCE", round(float(model.intercept_[0]), 2), _as_signals(model.coef_[0]))


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
        reader = SentenceReader(dateline.embedder, 1, 0.0)
        for asked in (question for file in files for question in read_questions(file) if not question.history):
            hits = dateline.searcher.search(index, asked.text, dateline.settings.reader.passages)
            ranked = reader.rank(asked.text, hits, index)
            if ranked:
                right = [contains(first_words(sentence.text, QUOTE_WORDS), asked.answers) for sentence in ranked]
                signals = np.array([sentence.signals for sentence in ranked], dtype=np.float64)
                cases.append(Case(signals, np.array(right), bool(asked.answers)))
    return cases


def _fit_choice(cases: list[Case]) -> Matrix:
    """Weights that make the right sentences of each question likely among all of its sentences."""
    useful = [case for case in cases if case.right.any() and not case.right.all()]

    def loss(weights: Matrix) -> float:
        total = 0.0
        for case in useful:
            scores = case.signals @ weights
            total += np.logaddexp.reduce(scores) - np.logaddexp.reduce(scores[case.right])
        return float(total / len(useful) + RIDGE * weights @ weights)

    return np.asarray(minimize(loss, np.ones(len(Signals._fields)), method="L-BFGS-B").x)


def _as_signals(weights: Matrix) -> Signals:
    return Signals(*(round(float(weight), 2) for weight in weights))


if __name__ == "__main__":
    main(sys.argv[1:])
