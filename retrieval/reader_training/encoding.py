"""
Question, title and passage to the tokens of one input, and windows of whole sentences cut from long passages.

An input is `[CLS] question [SEP] title [SEP] passage [SEP]`, without `title [SEP]` where there is no title; token type
0 up to the first `[SEP]`, 1 after it. Token positions are half-open and count from the `[CLS]`, which is 0.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import NamedTuple

from tokenizers import Tokenizer

from corpus.sentences import sentence_spans
from corpus.types import Span

MAX_QUESTION, MAX_TITLE = 64, 20
"""Tokens. A longer question loses its beginning, for what it asks mostly stands at its end; a title its end."""


class Input(NamedTuple):
    """One passage to be read; the passage's own tokens are `ids[text_from:-1]`, `answers` spans of positions in it."""

    ids: tuple[int, ...]
    second_from: int
    text_from: int
    answers: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text's tokens, where each stands in it (characters), and its sentences as spans of tokens."""

    ids: tuple[int, ...]
    offsets: tuple[Span, ...]
    sentences: tuple[Span, ...]

    def cover(self, span: Span) -> Span:
        """The tokens that `span`, in characters, touches; empty when it holds none."""
        first = bisect_right([offset.end for offset in self.offsets], span.start)
        last = first
        while last < len(self.offsets) and self.offsets[last].start < span.end:
            last += 1
        return Span(first, last)

    def sentences_of(self, tokens: Span) -> range:
        """The numbers of the sentences that `tokens` lie in."""
        starts = [sentence.start for sentence in self.sentences]
        return range(bisect_right(starts, tokens.start) - 1, bisect_right(starts, max(tokens.start, tokens.end - 1)))


class Encoder:
    """The tokenizer of the encoder that is trained, without its own truncation and padding."""

    def __init__(self, tokenizer_file: Path) -> None:
        self._tokenizer: Tokenizer = Tokenizer.from_file(str(tokenizer_file))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._cls, self._sep = self._special("[CLS]"), self._special("[SEP]")

    def _special(self, token: str) -> int:
        id_ = self._tokenizer.token_to_id(token)
        if id_ is None:
            raise ValueError(f"the tokenizer has no {token}")
        return id_

    def ids(self, text: str) -> tuple[int, ...]:
        return tuple(self._tokenizer.encode(text, add_special_tokens=False).ids)

    def pieces(self, text: str) -> Pieces:
        encoding = self._tokenizer.encode(text, add_special_tokens=False)
        offsets = tuple(Span(*offset) for offset in encoding.offsets)
        starts = [offset.start for offset in offsets]
        borders = [bisect_right(starts, sentence.start - 1) for sentence in sentence_spans(text)] + [len(starts)]
        sentences = [Span(a, b) for a, b in zip([0, *borders[1:-1]], borders[1:], strict=True) if a < b]
        return Pieces(tuple(encoding.ids), offsets, tuple(sentences))

    def input(
        self,
        question: Sequence[int],
        title: Sequence[int],
        pieces: Pieces,
        window: Span,
        answers: Sequence[Span] = (),
    ) -> Input:
        """The input for the tokens `window` of `pieces`; `answers`, in tokens of `pieces`, are kept where inside it."""
        ids = [self._cls, *question[-MAX_QUESTION:], self._sep]
        second_from = len(ids)
        if title:
            ids += [*title[:MAX_TITLE], self._sep]
        shift = len(ids) - window.start
        kept = tuple(
            Span(a.start + shift, a.end + shift) for a in answers if window.start <= a.start < a.end <= window.end
        )
        text_from = len(ids)
        ids += [*pieces.ids[window.start : window.end], self._sep]
        return Input(tuple(ids), second_from, text_from, kept)


def window_around(pieces: Pieces, answer: Span, most: int, chance: Random) -> Span:
    """
    At most `most` tokens with all of `answer` in them: whole sentences, added before or after as chance has it.

    Sentences of the answer that are longer than that are cut at a place of chance too, so that where the window lies
    tells nothing about where the answer is. `answer` must not be longer than `most`.
    """
    inner = pieces.sentences_of(answer)
    first, last = inner.start, inner.stop
    start, end = pieces.sentences[first].start, pieces.sentences[last - 1].end
    if end - start > most:
        start = chance.randint(max(start, answer.end - most), min(answer.start, end - most))
        return Span(start, start + most)
    while True:
        room = most - (end - start)
        before = first > 0 and start - pieces.sentences[first - 1].start <= room
        after = last < len(pieces.sentences) and pieces.sentences[last].end - end <= room
        if not (before or after):
            return Span(start, end)
        if before and (not after or chance.random() < 0.5):
            first -= 1
            start = pieces.sentences[first].start
        else:
            end = pieces.sentences[last].end
            last += 1


def window_like(pieces: Pieces, words: frozenset[int], most: int) -> Span:
    """The window of whole sentences, at most `most` tokens, that says the most of `words`; the first such."""
    best, best_said = Span(0, min(most, len(pieces.ids))), -1
    for number, sentence in enumerate(pieces.sentences):
        end = min(sentence.end, sentence.start + most)
        for further in pieces.sentences[number + 1 :]:
            if further.end - sentence.start > most:
                break
            end = further.end
        said = len(words.intersection(pieces.ids[sentence.start : end]))
        if said > best_said:
            best, best_said = Span(sentence.start, end), said
    return best


def windows_of(pieces: Pieces, most: int) -> list[Span]:
    """All of a text in windows of whole sentences, each opening with the last sentence of the one before if it fits."""
    windows: list[Span] = []
    first = 0
    while first < len(pieces.sentences):
        start = pieces.sentences[first].start
        last = first + 1
        while last < len(pieces.sentences) and pieces.sentences[last].end - start <= most:
            last += 1
        end = pieces.sentences[last - 1].end
        windows += [Span(at, min(at + most, end)) for at in range(start, end, most)]
        first = last if last - first == 1 or last == len(pieces.sentences) else last - 1
    return windows
