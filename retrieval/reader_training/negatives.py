"""
Passages that do not answer a question but look as if they did, and questions that a passage no longer answers.

What decides how well the reader tells "not here" is how near its negatives come to what search will show it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from random import Random

import bm25s
import numpy as np

from retrieval.reader_training.data import Asked, Context, QuestionSet
from retrieval.terms import STOP_WORDS, terms, words

NEAREST = 12
"""Contexts a question that BM25 returns for it; the answer's own context and those that say an answer are dropped."""
_ENTITIES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("year", re.compile(r"\b(?:1\d|20)\d\d\b")),
    ("number", re.compile(r"\b\d[\d,.]*\b")),
    (
        "month",
        re.compile(r"\b(?:January|February|March|April|June|July|August|September|October|November|December)\b"),
    ),
    ("name", re.compile(r"(?<=[a-z,] )[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")),
)
"""The kinds of words that can be swapped; the first row that matches decides what a word is."""


class Negatives:
    """The contexts of one set that look like answers to its questions. Building it searches for every question."""

    def __init__(self, questions: QuestionSet) -> None:
        self._contexts = questions.contexts
        self._place = {context.id: place for place, context in enumerate(questions.contexts)}
        self._said = [f" {' '.join(words(context.text))} " for context in questions.contexts]
        self._nearest = _nearest(questions)

    def searched(self, asked: Asked) -> list[Context]:
        """Best first: what BM25 returns for the question from the whole set, where it says none of the answers."""
        return self._without_answer(asked, self._nearest.get(asked.id, ()))

    def neighbours(self, asked: Asked) -> list[Context]:
        """The paragraphs next to the question's own in its article, nearest first, without an answer."""
        own = self._place[asked.context.id]
        near = [own + step for step in (1, -1, 2, -2) if 0 <= own + step < len(self._contexts)]
        return self._without_answer(asked, [p for p in near if self._contexts[p].title == asked.context.title])

    def _without_answer(self, asked: Asked, places: Sequence[int]) -> list[Context]:
        answers = [f" {' '.join(words(asked.context.text[start:end]))} " for start, end in asked.answers]
        own = self._place[asked.context.id]
        return [
            self._contexts[place]
            for place in places
            if place != own and not any(answer in self._said[place] for answer in answers)
        ]


class Swaps:
    """Questions with one name, number or date in the place of another of its kind, taken from the same set."""

    def __init__(self, questions: QuestionSet) -> None:
        pool: dict[str, dict[str, None]] = defaultdict(dict)
        for asked in questions.questions:
            for kind, start, end in entities(asked.text):
                pool[kind][asked.text[start:end]] = None
        self._pool = {kind: tuple(said) for kind, said in pool.items()}

    def swapped(self, asked: Asked, chance: Random) -> str | None:
        """
        The question about something that its context never speaks of; None when there is nothing to swap.

        Every word put in is new to question and context, so that the context cannot answer by chance.
        """
        found = entities(asked.text)
        if not found:
            return None
        kind, start, end = chance.choice(found)
        known = set(words(asked.text)) | set(words(asked.context.text)) | set(words(asked.context.title))
        for other in chance.sample(self._pool[kind], min(8, len(self._pool[kind]))):
            new = set(words(other)) - STOP_WORDS
            if new and not new & known:
                return asked.text[:start] + other + asked.text[end:]
        return None


def entities(question: str) -> list[tuple[str, int, int]]:
    """The names, numbers and dates in `question`: their kind, and half-open character offsets, in order."""
    found: list[tuple[str, int, int]] = []
    for kind, pattern in _ENTITIES:
        for match in pattern.finditer(question):
            start, end = match.start(), match.start() + len(match.group().rstrip(".,'’"))
            if not any(start < taken_end and taken < end for _, taken, taken_end in found):
                found.append((kind, start, end))
    return sorted(found, key=lambda entity: entity[1])


def searched_for(asked: Sequence[Asked], contexts: Sequence[Context], most: int, titled: bool) -> list[tuple[int, ...]]:
    """For each question the places of at most `most` contexts that BM25 ranks first; those that share no term never."""
    index = bm25s.BM25(method="lucene", k1=1.2, b=0.75)
    texts = [terms(f"{context.title if titled else ''} {context.text}") for context in contexts]
    index.index(texts, show_progress=False)
    known = [terms(one.text) or ["?"] for one in asked]
    found, scores = index.retrieve(known, k=min(most, len(texts)), show_progress=False, n_threads=1)
    return [
        tuple(int(place) for place, score in zip(row, row_scores, strict=True) if score > 0)
        for row, row_scores in zip(np.asarray(found), np.asarray(scores), strict=True)
    ]


def _nearest(questions: QuestionSet) -> dict[str, tuple[int, ...]]:
    asked = [one for one in questions.questions if one.answers]
    if not asked:
        return {}
    found = searched_for(asked, questions.contexts, NEAREST, questions.titled)
    return {one.id: places for one, places in zip(asked, found, strict=True)}
