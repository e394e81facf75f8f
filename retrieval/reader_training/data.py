"""
Question sets as they lie in the data folder: `NAME.contexts.jsonl.gz` beside `NAME.questions.jsonl.gz`.

A context: `context_id`, `title`, `text`. A question: `id`, `context_id`, `question`, `answers`, `answer_starts`
(characters of the context) and `answerable`, which is true where it is not said.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from corpus.types import Span

CONTEXTS, QUESTIONS = ".contexts.jsonl.gz", ".questions.jsonl.gz"
HELD_OUT_SET = "squad2_dev_half"
"""The set whose held-out articles the reader is measured on: the only one with questions that have no answer."""
BUCKETS, HELD_OUT_BUCKET = 7, 4


@dataclass(frozen=True, slots=True)
class Context:
    """A paragraph; `title` is that of its article."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about a context with the spans of its text that answer it, none when it does not."""

    id: str
    text: str
    context: Context
    answers: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """One set: its contexts in the order of their articles, and its questions."""

    name: str
    contexts: tuple[Context, ...]
    questions: tuple[Asked, ...]

    @property
    def titled(self) -> bool:
        """Whether its titles are those of articles, and not one name for hundreds of unrelated texts."""
        return 1 < len(self.titles) <= len(self.contexts) / 10

    @property
    def titles(self) -> frozenset[str]:
        return frozenset(context.title for context in self.contexts)


def read_sets(folder: Path) -> list[QuestionSet]:
    """
    Every set in `folder`, by name.

    Raises:
        FileNotFoundError: there is none, or the questions of one are missing.
    """
    files = sorted(folder.glob(f"*{CONTEXTS}"))
    if not files:
        raise FileNotFoundError(f"{folder} holds no *{CONTEXTS}")
    return [_read(file) for file in files]


def is_held_out(title: str) -> bool:
    """Whether the article of this title is for evaluation: fixed by its title alone, about one in seven."""
    return int.from_bytes(hashlib.sha256(title.encode()).digest()[:4], "big") % BUCKETS == HELD_OUT_BUCKET


def split(sets: Sequence[QuestionSet]) -> tuple[list[QuestionSet], QuestionSet | None]:
    """The sets to train on, without the held-out articles of `HELD_OUT_SET`; and those articles, None without it."""
    held_out = next((one for one in sets if one.name == HELD_OUT_SET), None)
    if held_out is None:
        return list(sets), None
    titles = {title for title in held_out.titles if is_held_out(title)}
    training = [_only(one, one.titles - titles) for one in sets]
    return training, _only(held_out, frozenset(titles))


def _only(questions: QuestionSet, titles: frozenset[str]) -> QuestionSet:
    return replace(
        questions,
        contexts=tuple(context for context in questions.contexts if context.title in titles),
        questions=tuple(asked for asked in questions.questions if asked.context.title in titles),
    )


def _read(contexts_file: Path) -> QuestionSet:
    name = contexts_file.name.removesuffix(CONTEXTS)
    contexts = {
        row["context_id"]: Context(row["context_id"], row["title"], row["text"]) for row in _rows(contexts_file)
    }
    questions = [_asked(row, contexts[row["context_id"]]) for row in _rows(contexts_file.with_name(name + QUESTIONS))]
    return QuestionSet(name, tuple(contexts.values()), tuple(questions))


def _asked(row: dict[str, Any], context: Context) -> Asked:
    """The files list distinct answers and distinct offsets, not pairs: an answer is taken wherever its words stand."""
    answers: list[str] = row["answers"] if row.get("answerable", True) else []
    spans = (
        Span(start, start + len(answer))
        for answer in answers
        for start in row["answer_starts"]
        if answer and context.text.startswith(answer, start)
    )
    return Asked(row["id"], row["question"].strip(), context, tuple(dict.fromkeys(spans)))


def _rows(file: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
