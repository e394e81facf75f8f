"""
Clean text: what a reader of the article would read, and nothing that its page, file or crawler put around it.

The pipeline is the visible tuple `STEPS`; each step is a plain `str -> str`. Only white space, characters that
cannot be seen, hyphens at line ends and the furniture named in `corpus/furniture.py` are taken out. Quotation marks,
dashes and accents stay as they are written, because quotes are compared with the article character by character.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from corpus.furniture import link_lines, links_of, take_out_furniture
from corpus.wrapping import join_broken_words, unwrap

CLEANER_VERSION = "1"
"""Part of an index's identity: goes up whenever the same raw text would come out differently."""

Step = Callable[[str], str]

_NEWLINES = re.compile("\r\n|[\r\v\x1c-\x1e\x85\u2028\u2029]")
_SOFT_HYPHEN_AT_LINE_END = re.compile("\xad[^\\S\n]*\n[^\\S\n]*")
# Joiners (U+200C, U+200D) stay: scripts and emoji are spelled with them. Lone surrogates come from broken JSON
# escapes and could be neither stored nor hashed.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
# Both match only what is to be changed: most blanks are single ones already.
_BLANKS = re.compile(r"[^\S\n ][^\S\n]*| [^\S\n]+")
_BLANKS_BESIDE_NEWLINE = re.compile(r" \n ?|\n ")
_EMPTY_LINES = re.compile(r"\n{3,}")


def unify_newlines(text: str) -> str:
    """The text with every kind of line end as one newline; form feeds stay, they say where a page ended."""
    return _NEWLINES.sub("\n", text)


def drop_invisible(text: str) -> str:
    """The text without characters that print nothing: controls, marks of direction, zero-width blanks, tags."""
    return _INVISIBLE.sub("", _SOFT_HYPHEN_AT_LINE_END.sub("", text))


def tidy_blanks(text: str) -> str:
    """The text with one blank between words, none at the ends of lines, and one empty line between paragraphs."""
    one_blank = _BLANKS.sub(" ", text)
    return _EMPTY_LINES.sub("\n\n", _BLANKS_BESIDE_NEWLINE.sub("\n", one_blank)).strip()


STEPS: tuple[Step, ...] = (
    unify_newlines,
    drop_invisible,
    take_out_furniture,  # before lines are joined: furniture is known by standing on lines of its own
    join_broken_words,
    unwrap,
    tidy_blanks,  # last: indentation is evidence for the steps above
)


def clean_text(raw: str) -> str:
    """
    The words of an article, paragraphs separated by one empty line; "" when nothing but furniture is there.

    A single newline is a line break that the author meant: a list, a poem, a heading.
    """
    for step in STEPS:
        raw = step(raw)
    return raw


def footnote_links(raw: str) -> tuple[str, ...]:
    """The links that cleaning takes out of `raw`, each once, in the order in which they stand there."""
    lines = drop_invisible(unify_newlines(raw)).split("\n")
    found = (link for number in sorted(link_lines(lines)) for link in links_of(lines[number]) or ())
    return tuple(dict.fromkeys(found))


def visible_line(text: str) -> str:
    """A title, a name or an outlet on one line, without characters that cannot be seen."""
    return " ".join(drop_invisible(unify_newlines(text)).split())
