"""Sentences and quotes, made ready for being compared: their words, stems and the days of their articles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from corpus.types import ArticleInfo
from retrieval.citing import one_line
from retrieval.proving.forms import BASE_OF
from retrieval.terms import STOP_WORDS, terms, words

ANY_DAY = date(2000, 1, 1)
"""Stands for the day of an article that has none: words that are spelled out mean the same on every day."""

MOST_OUTLET = 6
"""Words of a name that an outlet can have."""

_WORD = re.compile(r"\d[\d.,:/]*\d(?:st|nd|rd|th)?|\d(?:st|nd|rd|th)?|(?:[^\W\d_]\.){2,}|[^\W_]+(?:[’'&.-][^\W_]+)*")
_OPENS = re.compile(r"[.!?:][\"”’)\]]*\s")
_COLON = re.compile(r":[\"“‘'«„(\s]*\Z")
_GOES_ON = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Prof|Rev|Sens?|Reps?|Gov|Lt|Col|Gen|Maj|Capt|Sgt|Adm|Brig|Supt|St|Mt|Ft|Messrs"
    r"|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|vs?|[A-HJ-Z])"
)
"""What a full stop shortens, and does not end a sentence behind; "I" ends one, initials and "No. 5" do not."""


class Word(NamedTuple):
    """
    A word at `[start, end)` as it is written, `folded` for comparison; `opens` when a sentence begins with it.

    `stems` are its terms, none for the commonest words; `capital` tells one with a capital letter anywhere.
    """

    text: str
    start: int
    end: int
    folded: tuple[str, ...]
    opens: bool
    stems: tuple[str, ...]
    capital: bool


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[Word, ...]:
    """The words of `text` in order; a clock's "10:30" and an "F-16" are one each."""
    found: list[Word] = []
    for match in _WORD.finditer(text):
        word = match.group()
        opens = not found or _ends(found[-1].text, text[found[-1].end : match.start()], word)
        capital = any(map(str.isupper, word))
        folded = tuple(words(word)) or (word.casefold(),)
        stems = _stems(word, name=capital and not opens)
        found.append(Word(word, *match.span(), folded, opens, stems, capital))
    return tuple(found)


def stems_of(text: str) -> list[str]:
    """The stems of a text in order, the commonest words left out; those of irregular forms are their bases'."""
    return [stem for word in words_of(text) for stem in word.stems]


@lru_cache(maxsize=65_536)
def _stems(word: str, *, name: bool) -> tuple[str, ...]:
    """The terms of a word; of no name those of its base: "bought" is a form of "buy", and Mr. Shot of nothing."""
    if name:
        return tuple(terms(word))
    return tuple(stem for folded in words(word) for stem in terms(BASE_OF.get(folded, folded)))


def _ends(word: str, between: str, following: str) -> bool:
    """Whether a sentence ends behind `word`: not at the full stop of what is only shortened."""
    if not _OPENS.search(between):
        return False
    return not (between.startswith(". ") and (_GOES_ON.fullmatch(word) or (word == "No" and following[0].isdigit())))


@dataclass(frozen=True)
class Text:
    """Any text on one line, with what is compared of it; each part is made when it is asked for."""

    line: str

    @cached_property
    def words(self) -> tuple[Word, ...]:
        return words_of(self.line)

    @cached_property
    def folded(self) -> list[str]:
        """All words as they are compared, in order."""
        return [folded for word in self.words for folded in word.folded]

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(stem for word in self.words for stem in word.stems)

    @cached_property
    def sentences(self) -> list[str]:
        """The sentences of the line, in order; what stands behind a colon begins none."""
        opened = [
            word.start
            for last, word in pairwise((None, *self.words))
            if word and word.opens and not _COLON.search(self.line, last.end if last else 0, word.start)
        ]
        cuts = [self.line.rindex(" ", 0, start) for start in opened[1:]]
        return [self.line[start:end].strip() for start, end in pairwise((0, *cuts, len(self.line)))]


class Quoted(NamedTuple):
    """Words of an article, and what is known of it."""

    text: str
    article: ArticleInfo


@dataclass(frozen=True)
class Source(Text):
    """
    One quote, with the day of its article, `ANY_DAY` where nobody knows it.

    `about` are its `headline` and outlet, `outlet` the words of the latter as they are compared.
    """

    day: date
    dated: bool
    headline: str
    about: str
    outlet: tuple[str, ...]
    url: str

    @classmethod
    def of(cls, quoted: Quoted) -> Source:
        info = quoted.article
        outlet = info.outlet or ""
        if len(outlet.split()) > MOST_OUTLET:  # a corpus may put a sentence there
            outlet = ""
        about = f"{info.title or ''}. {outlet}"
        return cls(
            one_line(quoted.text),
            info.published or ANY_DAY,
            info.published is not None,
            info.title or "",
            about,
            tuple(word for word in words(outlet) if word not in STOP_WORDS),
            info.url or "",
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

    @property
    def verbatim(self) -> bool:
        """Whether the sentence is one or more whole sentences of a quote, one after the other."""
        ours = self.sentence.sentences
        return bool(self.sentence.words) and any(
            ours == source.sentences[start : start + len(ours)]
            for source in self.sources
            for start in range(len(source.sentences))
        )

    @cached_property
    def known(self) -> frozenset[str]:
        return frozenset().union(*(source.known for source in self.sources))

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the quotes alone."""
        return frozenset().union(*(source.stems for source in self.sources))

    @cached_property
    def about(self) -> frozenset[str]:
        """The stems of headlines, and of the outlets that the sentence names as who reports it."""
        return self.outlets.union(*(Text(source.headline).stems for source in self.sources))

    @cached_property
    def outlets(self) -> frozenset[str]:
        """The stems of the outlets whose words stand together in the sentence, without the commonest ones."""
        said = [word for word in self.sentence.folded if word not in STOP_WORDS]
        named = [
            source.outlet
            for source in self.sources
            if any(said[place : place + len(source.outlet)] == [*source.outlet] for place in range(len(said)))
        ]
        return frozenset(stem for outlet in named for stem in stems_of(" ".join(outlet)))
