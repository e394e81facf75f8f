"""Sentences and quotes, made ready for being compared: their words, stems and the days of their articles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from corpus.types import ArticleInfo
from retrieval.citing import one_line
from retrieval.terms import STOP_WORDS, terms, words

ANY_DAY = date(2000, 1, 1)
"""Stands for the day of an article that has none: words that are spelled out mean the same on every day."""

_WORD = re.compile(r"\d[\d.,:/]*\d(?:st|nd|rd|th)?|\d(?:st|nd|rd|th)?|(?:[^\W\d_]\.){2,}|[^\W_]+(?:[’'&.-][^\W_]+)*")
_STOPS = re.compile(r"[.!?:;]|[–—]| - ")


class Word(NamedTuple):
    """A word at `[start, end)` as it is written, `folded` for comparison; `opens` when a sentence begins with it."""

    text: str
    start: int
    end: int
    folded: tuple[str, ...]
    opens: bool

    @property
    def capital(self) -> bool:
        return any(map(str.isupper, self.text))


def words_of(text: str) -> list[Word]:
    """The words of `text` in order; a clock's "10:30" and an "F-16" are one each."""
    found: list[Word] = []
    for match in _WORD.finditer(text):
        between = text[found[-1].end : match.start()] if found else ""
        opens = not found or bool(re.search(r"[.!?:][\"”’)\]]*\s", between))
        found.append(Word(match.group(), *match.span(), tuple(words(match.group())), opens))
    return found


@dataclass(frozen=True)
class Text:
    """Any text on one line, with what is compared of it; each part is made when it is asked for."""

    line: str

    @cached_property
    def words(self) -> list[Word]:
        return words_of(self.line)

    @cached_property
    def folded(self) -> list[str]:
        """All words as they are compared, in order."""
        return [folded for word in self.words for folded in word.folded]

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(terms(self.line))


class Quoted(NamedTuple):
    """Words of an article, and what is known of it."""

    text: str
    article: ArticleInfo


@dataclass(frozen=True)
class Source(Text):
    """
    One quote, with the day of its article, `ANY_DAY` where nobody knows it.

    `about` are its headline and outlet, `outlet` the words of the latter as they are compared.
    """

    day: date
    dated: bool
    about: str
    outlet: tuple[str, ...]

    @classmethod
    def of(cls, quoted: Quoted) -> Source:
        info = quoted.article
        about = f"{info.title or ''}. {info.outlet or ''}"
        return cls(
            one_line(quoted.text),
            info.published or ANY_DAY,
            info.published is not None,
            about,
            tuple(word for word in words(info.outlet or "") if word not in STOP_WORDS),
        )

    @cached_property
    def known(self) -> frozenset[str]:
        """The words that the quote says, and those of the headline and the outlet, which stand beside it."""
        return frozenset((*self.folded, *Text(self.about).folded))


@dataclass(frozen=True)
class Case:
    """A sentence and all that it rests on."""

    sentence: Text
    sources: tuple[Source, ...]

    @classmethod
    def of(cls, sentence: str, quotes: Sequence[Quoted]) -> Case:
        return cls(Text(one_line(sentence)), tuple(map(Source.of, quotes)))

    @cached_property
    def known(self) -> frozenset[str]:
        return frozenset().union(*(source.known for source in self.sources))

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the quotes alone."""
        return frozenset().union(*(source.stems for source in self.sources))
