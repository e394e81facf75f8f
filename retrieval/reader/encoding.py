"""
Question, title and passage to the tokens of one input, and windows of whole sentences cut from long passages.

An input is `[CLS] question [SEP] title [SEP] passage [SEP]`, without `title [SEP]` where there is no title, in whatever
special tokens the tokenizer puts round a pair of texts; token type 0 up to the first `[SEP]`, 1 after it. Token
positions are half-open and count from the first token, which is 0.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
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
    """
    A text's tokens, where each stands in it (characters, never blanks alone), and its sentences as spans of tokens.

    A sentence without a token of its own, of characters that the tokenizer drops, is left out.
    """

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
    """A tokenizer with its special tokens, without its own truncation and padding."""

    def __init__(self, tokenizer_file: Path) -> None:
        """
        Raises:
            ValueError: its pairs do not begin with a special token, or do not end with exactly one.
        """
        self._tokenizer: Tokenizer = Tokenizer.from_file(str(tokenizer_file))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._tokenizer.encode_special_tokens = True  # an article may say "[SEP]" or "<s>", and means nothing by it
        pair = self._tokenizer.encode("a", "b")
        texts = [place for place, special in enumerate(pair.special_tokens_mask) if not special]
        parts = pair.sequence_ids
        first, second = ([place for place in texts if parts[place] == part] for part in (0, 1))
        if not (first and second and first[0] > 0 and second[-1] == len(pair.ids) - 2):
            raise ValueError("the tokenizer does not put special tokens round a pair of texts")
        self._opening = pair.ids[: first[0]]
        self._between = pair.ids[first[-1] + 1 : second[0]]
        self._closing = pair.ids[second[-1] + 1 :]

    def ids(self, text: str) -> tuple[int, ...]:
        return tuple(self._tokenizer.encode(text, add_special_tokens=False).ids)

    def pieces(self, text: str, sentences: Sequence[Span] | None = None) -> Pieces:
        """
        The tokens of `text`; `sentences` are its sentences in characters, cut anew when None.

        A token belongs to the sentence that it begins in; none are left of a text that is blank to the reader.
        """
        encoding = self._tokenizer.encode(text, add_special_tokens=False)
        offsets = _without_blanks(text, encoding.offsets)
        starts = [offset.start for offset in offsets]
        cut = sentence_spans(text) if sentences is None else sentences
        borders = [bisect_right(starts, sentence.start - 1) for sentence in cut]
        edges = [0, *borders[1:], len(starts)] if borders else []
        ids = tuple(encoding.ids) if offsets else ()
        return Pieces(ids, offsets, tuple(Span(a, b) for a, b in pairwise(edges) if a < b))

    def around(self, question: Sequence[int], title: Sequence[int]) -> int:
        """How many tokens an input has besides those of its passage."""
        return len(self.input(question, title, Pieces((), (), ()), Span(0, 0)).ids)

    def input(
        self,
        question: Sequence[int],
        title: Sequence[int],
        pieces: Pieces,
        window: Span,
        answers: Sequence[Span] = (),
    ) -> Input:
        """The input for the tokens `window` of `pieces`; `answers`, in tokens of `pieces`, are kept where inside it."""
        ids = [*self._opening, *question[-MAX_QUESTION:], *self._between]
        second_from = len(ids)
        if title:
            ids += [*title[:MAX_TITLE], *self._between]
        shift = len(ids) - window.start
        kept = tuple(
            Span(a.start + shift, a.end + shift) for a in answers if window.start <= a.start < a.end <= window.end
        )
        text_from = len(ids)
        ids += [*pieces.ids[window.start : window.end], *self._closing]
        return Input(tuple(ids), second_from, text_from, kept)


def _without_blanks(text: str, offsets: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    """
    Where each token stands in `text`, without the blanks that some tokenizers count in; () when there is no other.

    A token of blanks alone has no word to show; it takes the place of the next one that has, or of the last.
    """
    placed: list[Span] = []
    waiting = 0
    for start, end in offsets:
        piece = text[start:end]
        if not piece.strip():
            waiting += 1
            continue
        span = Span(end - len(piece.lstrip()), start + len(piece.rstrip()))
        placed += [span] * (waiting + 1)
        waiting = 0
    return (*placed, *placed[-1:] * waiting)


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
        more = last < len(pieces.sentences)
        overlaps = more and last - first > 1 and pieces.sentences[last].end - pieces.sentences[last - 1].start <= most
        first = last - 1 if overlaps else last
    return windows
