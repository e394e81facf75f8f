"""
Where the words that a model claims to quote stand: verbatim, but for white space and how marks are drawn.

Models write straight quotation marks for curly ones, and one dash for another. What is shown in the end is the
article's own text at the place, character for character, so nothing is forgiven that a person could see.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.types import Passage, Span

LEAST_WORDS = 3
"""A shorter quote stands everywhere, unless it is long as a word."""
LEAST_CHARS = 12

_KINDS = ("'’‘ʼ`´", '"“”„«»', "-–—‐‑‒−")
_ANY_OF = {char: f"[{re.escape(kind)}]" for kind in _KINDS for char in kind}
_DOTS = r"(?:\.\.\.|…)"
_BLANKS = "".join(char for char in map(chr, range(0x3001)) if char.isspace())
_EDGES = _BLANKS + ".,;:!?…\"“”„«»'’‘`()[]-–—"
_LEFT_OUT = re.compile(r" ?(?:\[ ?(?:\.\.\.|…) ?\]|\( ?(?:\.\.\.|…) ?\)|\.\.\.|…) ?")
MOST_PIECES = 20
MOST_CHARS = 6000
"""Characters of a quote; no passage has so many."""


def places(quote: str, text: str) -> list[Span]:
    """
    Every place of `text` that says `quote` in whole words, in order; none for a quote too short to mean one place.

    Marks at its ends, and the case of its first letter, are the model's own: they depend on its sentence.
    """
    bare = quote.strip(_EDGES)
    if len(bare.split()) < LEAST_WORDS and len(bare) < LEAST_CHARS:
        return []
    return [Span(*match.span()) for match in _whole_words(bare).finditer(text)]


def pieces(quote: str) -> list[str]:
    """The parts of a quote in which words are left out ("…"), each long enough to be found; the quote itself else."""
    quote = " ".join(quote.split())
    if len(quote) > MOST_CHARS:
        return []
    parts = [part for part in _LEFT_OUT.split(quote) if len(part.split()) >= LEAST_WORDS]
    return parts[:MOST_PIECES] if len(parts) > 1 else [quote]


def says(text: str, words: str) -> bool:
    """Whether `text` says `words`, however few, as whole words."""
    bare = words.strip(_EDGES)
    return not bare or re.search(_whole_words(bare).pattern, text, re.IGNORECASE) is not None


def whole_sentences(span: Span, passage: Passage) -> Span:
    """The sentences of `passage` that `span` lies in, as a span of the article; `span` itself when it is in none."""
    within = [one for one in passage.sentences if one.start < span.end and span.start < one.end]
    return Span(within[0].start, within[-1].end) if within else span


@lru_cache(maxsize=1024)
def _whole_words(words: str) -> re.Pattern[str]:
    words = words.replace("...", "…")
    first = next((place for place, char in enumerate(words) if char.isalpha()), None)
    cells = [_cell(char, free=place == first) for place, char in enumerate(words)]
    pattern = re.sub(r"\s+", r"\\s+", "".join(cells))
    return re.compile(rf"(?<!\w){pattern}(?!\w)")


def _cell(char: str, *, free: bool) -> str:
    """What matches a character: any drawing of a mark, either case of a `free` letter."""
    if char.isspace():
        return " "
    if free:
        return f"[{char.lower()}{char.upper()}]" if len(char.lower()) == len(char.upper()) == 1 else re.escape(char)
    return _DOTS if char == "…" else _ANY_OF.get(char, re.escape(char))
