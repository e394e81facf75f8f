"""Versions of one small corpus, each different from the last one, in all of which one question has the same answer."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from bot.assembly import SHIPPED_CORPUS
from corpus.sentences import sentence_spans
from corpus.types import Problem
from tests.articles import read_articles

QUESTION = "Who is the Kremlin's envoy to Afghanistan?"
ANSWER = "Zamir Kabulov"
_NEVER_CHANGED = ("Kabulov", "envoy")
SENTENCES = 2
"""In an article that is made of a shipped one: a passage of its own, embedded in no time."""
CHANGED_EVERY, LEFT_OUT_EVERY = 4, 6
"""Of so many articles one is changed with every version, or left out of it."""


class Made(NamedTuple):
    """The article that only one version has, and a word that stands nowhere else."""

    id: str
    word: str


class Corpora:
    """Writes versions of the articles made from the shipped ones, or from those and `archive`."""

    def __init__(self, archive: Path | None = None) -> None:
        """
        Raises:
            CorpusError: `archive` holds no article.
        """
        self._texts = dict(_shipped_in_pieces())
        if archive:
            problems: list[Problem] = []
            self._texts |= {article.id: article.text for article in read_articles(archive, problems.append)}

    def __len__(self) -> int:
        return len(self._texts)

    def write(self, file: Path, version: int, *, also: Sequence[int] = ()) -> None:
        """Version number `version` as a file of records, with what was made for the versions `also`; in one step."""
        records = []
        for place, (id_, text) in enumerate(self._texts.items()):
            if not any(word in text for word in _NEVER_CHANGED):
                if place % LEFT_OUT_EVERY == version % LEFT_OUT_EVERY:
                    continue
                if place % CHANGED_EVERY == 0:
                    text = f"{text} This report has been brought up to date {version:,} times."
            records.append({"id": id_, "text": text})
        for number in (version, *also):
            one = made(number)
            records.append({"id": one.id, "text": f"The lighthouse keeper wrote the word {one.word} into his diary."})
        part = file.with_suffix(".part")
        part.write_text("".join(f"{json.dumps(record)}\n" for record in records), encoding="utf-8")
        part.replace(file)


def made(version: int) -> Made:
    return Made(f"made-{version}", f"zq{version:05}x")


def _shipped_in_pieces() -> list[tuple[str, str]]:
    pieces = []
    for article in read_articles(SHIPPED_CORPUS, lambda _: None):
        spans = sentence_spans(article.text)
        for start in range(0, len(spans), SENTENCES):
            part = spans[start : start + SENTENCES]
            pieces.append((f"{article.id}-{start}", article.text[part[0].start : part[-1].end]))
    return pieces
