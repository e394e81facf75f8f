"""
What the trained reader is worth on articles it has never seen, beside what costs nothing.

F1 and exact match as SQuAD 2.0 counts them. Wherever "no answer" is decided by a threshold, that of an article's
questions is fitted on the other articles.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from retrieval.embedding import Embedder
from retrieval.evaluation.matching import exact_match, token_f1
from retrieval.reader.encoding import Encoder, Input, Pieces, windows_of
from retrieval.reader.spans import Read, Run, read
from retrieval.reader_training.data import Asked, Context, QuestionSet
from retrieval.reader_training.negatives import searched_for

PASSAGE_TOKENS = 160
"""What the chunker makes of news; longer contexts are read in windows."""
RANKED_QUESTIONS, RANKED_CONTEXTS = 200, 8


class Guess(NamedTuple):
    """The words chosen for a question, with the score that an answer is there at all."""

    text: str
    score: float


@dataclass(frozen=True, slots=True)
class Figures:
    """
    Shares in `[0, 1]`. `f1` and `exact` over the answerable questions when an answer is always given;
    `f1_no_answer` over all of them; `auroc` of the score, answerable against not.
    """

    questions: int
    answerable: int
    exact: float
    f1: float
    f1_no_answer: float
    auroc: float

    def as_row(self) -> dict[str, float]:
        return {name: round(value, 4) for name, value in asdict(self).items()}


class Readings:
    """Inputs for contexts, each tokenised once: `encoder` makes them, `run` reads them."""

    def __init__(self, run: Run, encoder: Encoder, titled: bool, threads: int = 1) -> None:
        self._run = run
        self._threads = threads
        self._encoder = encoder
        self._titled = titled
        self._pieces: dict[str, Pieces] = {}

    def read(self, pairs: Sequence[tuple[str, Context]]) -> list[list[tuple[Read, str]]]:
        """What is found in each window of each context for its question, with its words."""
        inputs: list[Input] = []
        places: list[tuple[int, int]] = []
        for number, (question, context) in enumerate(pairs):
            pieces = self._of(context)
            title = self._encoder.ids(context.title) if self._titled else ()
            for window in windows_of(pieces, PASSAGE_TOKENS):
                inputs.append(self._encoder.input(self._encoder.ids(question), title, pieces, window))
                places.append((number, window.start - inputs[-1].text_from))
        done: list[list[tuple[Read, str]]] = [[] for _ in pairs]
        for (number, shift), seen in zip(places, read(self._run, inputs, threads=self._threads), strict=True):
            context = pairs[number][1]
            offsets = self._of(context).offsets
            start, end = offsets[seen.best.span.start + shift].start, offsets[seen.best.span.end - 1 + shift].end
            done[number].append((seen, context.text[start:end]))
        return done

    def _of(self, context: Context) -> Pieces:
        if context.id not in self._pieces:
            self._pieces[context.id] = self._encoder.pieces(context.text)
        return self._pieces[context.id]


def reader_guesses(readings: Readings, questions: QuestionSet) -> list[Guess]:
    """The span with the best margin in the question's own context."""
    read = readings.read([(asked.text, asked.context) for asked in questions.questions])
    best = [max(windows, key=lambda window: window[0].best.margin) for windows in read]
    return [Guess(text, seen.best.margin) for seen, text in best]


def sentence_guesses(embedder: Embedder, encoder: Encoder, questions: QuestionSet) -> list[Guess]:
    """The embedder's own choice: the sentence of the context that lies nearest to the question."""
    sentences: dict[str, list[str]] = {}
    for context in questions.contexts:
        pieces = encoder.pieces(context.text)
        sentences[context.id] = [
            context.text[pieces.offsets[start].start : pieces.offsets[end - 1].end] for start, end in pieces.sentences
        ]
    vectors = {id_: embedder.embed_passages(texts) for id_, texts in sentences.items()}
    guesses = []
    for asked in questions.questions:
        cosines = vectors[asked.context.id] @ embedder.embed_query(asked.text)
        best = int(np.argmax(cosines))
        guesses.append(Guess(sentences[asked.context.id][best], float(cosines[best])))
    return guesses


def silent_guesses(questions: QuestionSet) -> list[Guess]:
    """Always "no answer"."""
    return [Guess("", 0.0) for _ in questions.questions]


def figures(guesses: Sequence[Guess], questions: QuestionSet) -> Figures:
    """The figures of `guesses`, one a question."""
    asked = questions.questions
    answerable = np.array([bool(one.answers) for one in asked])
    f1 = _scored(token_f1, guesses, asked)
    exact = _scored(exact_match, guesses, asked)
    scores = np.array([guess.score for guess in guesses])
    articles = np.array([one.context.title for one in asked])
    given = np.zeros(len(asked), dtype=bool)
    for title in sorted(set(articles)):
        own = articles == title
        fitted = best_threshold(scores[~own], f1[~own], answerable[~own])
        given[own] = scores[own] >= fitted
    worth = np.where(given, f1, ~answerable)
    return Figures(
        questions=len(asked),
        answerable=int(answerable.sum()),
        exact=float(exact[answerable].mean()),
        f1=float(f1[answerable].mean()),
        f1_no_answer=float(worth.mean()),
        auroc=auroc(scores[answerable], scores[~answerable]),
    )


def best_threshold(scores: NDArray[np.float64], f1: NDArray[np.float64], answerable: NDArray[np.bool_]) -> float:
    """The score from which on giving answers gains the most F1 with no-answer; infinite when none should be given."""
    order = np.argsort(-scores, kind="stable")
    gains = np.concatenate([[0.0], np.cumsum((f1 - ~answerable)[order])])
    best = int(np.argmax(gains))
    return float(scores[order[best - 1]]) if best else float("inf")


def auroc(higher: NDArray[np.float64], lower: NDArray[np.float64]) -> float:
    """How often one of `higher` is above one of `lower`; ties count half."""
    below = np.searchsorted(np.sort(lower), higher, side="left") + np.searchsorted(np.sort(lower), higher, side="right")
    return float(below.mean() / (2 * len(lower)))


def ranking(readings: Readings, questions: QuestionSet, pool: Sequence[Context]) -> dict[str, float]:
    """
    How often a question's own context comes first among those that BM25 finds in `pool`, ranked by what.

    Only questions whose context is among the first `RANKED_CONTEXTS` count.
    """
    asked = [one for one in questions.questions if one.answers]
    asked = asked[:: max(1, len(asked) // RANKED_QUESTIONS)]
    found = [
        (one, [pool[place] for place in places])
        for one, places in zip(asked, searched_for(asked, pool, RANKED_CONTEXTS, titled=True), strict=True)
        if one.context in [pool[place] for place in places]
    ]
    read = iter(readings.read([(one.text, context) for one, contexts in found for context in contexts]))
    first = {"bm25": 0, "margin": 0, "relevance": 0, "both": 0}
    ways: dict[str, Callable[[Read], float]] = {
        "margin": lambda one: one.best.margin,
        "relevance": lambda one: one.relevance,
        "both": lambda one: one.best.margin + one.relevance,
    }
    for one, contexts in found:
        windows = [next(read) for _ in contexts]
        own = contexts.index(one.context)
        first["bm25"] += own == 0
        for name, way in ways.items():
            best = [max(way(window) for window, _ in seen) for seen in windows]
            first[name] += int(np.argmax(best)) == own
    return {"questions": len(found), **{name: round(count / len(found), 4) for name, count in first.items()}}


def _scored(
    score: Callable[[str | None, Sequence[str]], float], guesses: Sequence[Guess], asked: Sequence[Asked]
) -> NDArray[np.float64]:
    """`score` of each guess against its question's answers; 0 where there are none."""
    return np.array(
        [
            score(guess.text, [one.context.text[start:end] for start, end in one.answers]) if one.answers else 0.0
            for guess, one in zip(guesses, asked, strict=True)
        ]
    )
