"""The trained reader on a CPU: a question and passages in, the likeliest answer in each of their sentences out."""

from __future__ import annotations

import json
import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from config.errors import ModelUnavailable
from corpus.types import Passage, Span
from retrieval.embedding import GRAPH_FILE, TOKENIZER_FILE, cores, session
from retrieval.export_cache import first_line
from retrieval.reader.encoding import Encoder, Input, Pieces, windows_of
from retrieval.reader.spans import Ids, Logits, Read, read

SHIPPED = Path(__file__).parent / "weights"
CARD_FILE = "reader.json"
WINDOW_TOKENS = 160
"""Longer passages are read in windows: what the shipped reader was trained on."""
LEAST_TOKENS = 128
"""A model that takes fewer would have no room for a passage beside the longest question."""


@dataclass(frozen=True, slots=True)
class ReaderCard:
    """
    What a reader's graph is, kept beside it.

    `identity` names the model and a hash of its weights; `titled` says whether it was trained to be shown the title
    between question and passage; `max_tokens`, at least `LEAST_TOKENS`, is the longest input that it takes.
    """

    identity: str
    titled: bool
    max_tokens: int

    def save(self, folder: Path) -> None:
        (folder / CARD_FILE).write_text(json.dumps(asdict(self), indent=1) + "\n", encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> ReaderCard:
        return cls(**json.loads((folder / CARD_FILE).read_text(encoding="utf-8")))


class SentenceAnswer(NamedTuple):
    """
    The likeliest answer in one sentence of a passage.

    `sentence` is its number among `passage.sentences`; `span` are offsets into `passage.text`, inside the sentence;
    `margin` is the logit of the span over "not in this passage".
    """

    sentence: int
    span: Span
    margin: float


class PassageAnswers(NamedTuple):
    """
    One for each sentence of a passage that has a word, in their order; `relevance`: the logit of "it answers".

    Where no sentence has a word that the model knows of, there are none, and the relevance is minus infinity.
    """

    relevance: float
    sentences: tuple[SentenceAnswer, ...]


class ReaderModel:
    """An exported extractive reader. Safe to use from several threads."""

    def __init__(self, folder: Path, threads: int = 0) -> None:
        """
        Load the graph in `folder`; `threads` 0 takes all cores, each with inputs of its own.

        A graph gives `start` and `end` `(passages, tokens)`, and may give `relevance` `(passages,)`; one that does not
        has the margin of its best span in its place.

        Raises:
            ModelUnavailable: a file is missing or cannot be read.
        """
        try:
            self.card = ReaderCard.load(folder)
            self._encoder = Encoder(folder / TOKENIZER_FILE)
            self._session = session(folder / GRAPH_FILE)
        # onnxruntime's and tokenizers' failures share no narrower base class.
        except Exception as exc:
            raise ModelUnavailable("reader", f"the model in {folder} cannot be loaded: {first_line(exc)}") from exc
        self._threads = threads or cores()
        self._wants = {node.name for node in self._session.get_inputs()}
        self._gives = [node.name for node in self._session.get_outputs()]
        self._title = lru_cache(maxsize=512)(self._encoder.ids)

    def read(self, question: str, passages: Sequence[tuple[str | None, Passage]]) -> list[PassageAnswers]:
        """What `question` finds in each of `passages`, which come with the titles of their articles; in their order."""
        asked = self._encoder.ids(question)
        windows: list[_Window] = []
        for number, (title, passage) in enumerate(passages):
            shown = self._title(title) if title and self.card.titled else ()
            own = [Span(one.start - passage.start, one.end - passage.start) for one in passage.sentences]
            pieces = self._encoder.pieces(passage.text, own)
            room = self.card.max_tokens - self._encoder.around(asked, shown)
            for span in windows_of(pieces, min(WINDOW_TOKENS, room)):
                windows.append(_Window(number, pieces, span, self._encoder.input(asked, shown, pieces, span)))
        seen = read(self._run, [one.input for one in windows], [one.sentences() for one in windows], self._threads)
        relevance = [-math.inf] * len(passages)
        found: list[dict[int, SentenceAnswer]] = [{} for _ in passages]
        for window, what in zip(windows, seen, strict=True):
            number = window.number
            answers = what.relevance if "relevance" in self._gives else what.best.margin
            relevance[number] = max(relevance[number], answers)
            for answer in window.answers(what, passages[number][1]):
                known = found[number].get(answer.sentence)
                if known is None or answer.margin > known.margin:
                    found[number][answer.sentence] = answer
        return [
            PassageAnswers(how, tuple(answers[place] for place in sorted(answers)))
            for how, answers in zip(relevance, found, strict=True)
        ]

    def _run(self, ids: Ids, mask: Ids, types: Ids) -> tuple[Logits, Logits, Logits]:
        feed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": types}
        given: list[Logits] = self._session.run(None, {name: feed[name] for name in self._wants})
        by_name = dict(zip(self._gives, given, strict=True))
        none = np.zeros(len(ids), dtype=np.float32)
        return by_name["start"], by_name["end"], by_name.get("relevance", none)


@dataclass(frozen=True, slots=True)
class _Window:
    """A window of the passage `number`: its tokens are `pieces[span]`, and `input` is what is read."""

    number: int
    pieces: Pieces
    span: Span
    input: Input

    @property
    def _shift(self) -> int:
        return self.input.text_from - self.span.start

    def sentences(self) -> list[Span]:
        """What of each sentence lies in the window, in positions of the input."""
        cut = (Span(max(one.start, self.span.start), min(one.end, self.span.end)) for one in self.pieces.sentences)
        return [Span(one.start + self._shift, one.end + self._shift) for one in cut if one.start < one.end]

    def answers(self, read: Read, passage: Passage) -> Iterator[SentenceAnswer]:
        """
        What was found, in characters.

        A token may run on into the next sentence, where a sentence ends inside a word or at a mark that is one token
        with the next: it is cut off there.
        """
        starts = [one.start - passage.start for one in passage.sentences]
        for found in read.found:
            start = self.pieces.offsets[found.span.start - self._shift].start
            end = self.pieces.offsets[found.span.end - 1 - self._shift].end
            number = bisect_right(starts, start) - 1
            within = passage.sentences[number].end - passage.start if number >= 0 else 0
            if start < within:  # what stands between sentences is no answer
                yield SentenceAnswer(number, Span(start, min(end, within)), found.margin)
