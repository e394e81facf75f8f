"""
Lines that a page's width broke, made whole: words broken at a hyphen, then sentences broken between words.

Whether a file is hard-wrapped is decided once for the whole of it, from its own lines; then each line break is
judged by one question: would the next word still have fitted?
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

LIST_ITEM = re.compile(r"\s*(?:[•►▶▸◾◆♦·*–—-]\s|[►▶▸•]|\(?\d{1,3}[.)]\s|\(?[a-z][.)]\s)")
"""The beginning of a line that is an item of a list."""

SENTENCE_END = re.compile(r"[.!?…:;][\"'”’)\]]*$")
"""The end of a line at which a sentence may end."""


def _words(table: str) -> frozenset[str]:
    return frozenset(table.split())


FIRST_ELEMENTS = _words("""
    all cross eight ever ex far first five four full ground half hard high ill large last late left life light long low
    mid much near nine north old once one part pro quasi right second self semi seven short single six so soft south
    state still ten then third three top twenty thirty forty fifty sixty seventy eighty ninety two vice well wide world
    would
""")
"""First halves that keep their hyphen when the article itself does not tell: "so-called", "ex-president"."""

SECOND_ELEMENTS = _words("""
    aged based backed born called centered class controlled day driven elect friendly general held known largest led
    level linked looking made month old owned paid party related ridden run scale sized sponsored style term tier torn
    type week winning year years
""")
"""Second halves that keep the hyphen before them: "Kremlin-backed", "two-year"."""

_LONGEST_WORD = 80  # characters
_LONGEST_LINE = 300  # characters; no page is wider, so a longer line ends where its author ended it
_SUSPENDED = frozenset(("and", "or", "to", "nor", "but"))  # "short- and long-term"
_NARROWEST = 30  # characters; narrower lines are verse, tables and lists
_WIDEST = 200  # characters; nobody wraps wider, such lines are whole paragraphs
_ROOM = 0.8  # a line that stays below this share of the width even with the next word had room for it
_PARAGRAPH_INDENT = re.compile(r"(?:[^\S\n]{2,}|\t)\S")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_FIRST_HALF = re.compile(r"([^\W_]+(?:['’-][^\W_]+)*)[-‐]$")
_SECOND_HALF = re.compile(r"[^\W_]+")


def join_broken_words(text: str) -> str:
    """
    The text with words that a hyphen breaks at a line end on one line: "ex-Soviet", "government".

    Whether the hyphen belongs to the word is read from the article's other words, then from the two tables above.
    """
    lines = text.split("\n")
    words: Counter[str] | None = None  # counted only for a text that needs it
    joined = [lines[0]]
    for line in lines[1:]:
        left, stripped = joined[-1].rstrip(), line.strip()
        is_broken = left.endswith(("-", "‐")) and len(left) <= _LONGEST_LINE
        first = _FIRST_HALF.search(left[-_LONGEST_WORD:]) if is_broken else None
        second = _SECOND_HALF.match(stripped)
        if not (first and second):
            joined.append(line)
            continue
        if words is None:
            words = Counter(word.lower() for word in _WORD.findall(text))
        moved, _, rest = stripped.partition(" ")  # only the rest of the word moves up: widths stay as they were
        if second[0] in _SUSPENDED:
            joined[-1] = f"{left} {moved}"
        elif _hyphen_belongs(first[1], second[0], words):
            joined[-1] = left + moved
        else:
            joined[-1] = left[:-1] + moved
        if rest.strip():
            joined.append(rest)
    return "\n".join(joined)


def _hyphen_belongs(first: str, second: str, words: Counter[str]) -> bool:
    """Whether `first-second` is spelled with its hyphen, by the words that the article uses elsewhere."""
    low, high = first.lower(), second.lower()
    whole, hyphened = words[low + high], words[f"{low}-{high}"]
    if whole != hyphened:
        return hyphened > whole
    if not (low.isalpha() and high.isalpha()):  # "20-year", "state-of-the-art", "COVID-19"
        return True
    if second[0].isupper() and not (first.isupper() and second.isupper()):  # "ex-Soviet", but "GOVERN-MENT"
        return True
    if low in FIRST_ELEMENTS or high in SECOND_ELEMENTS:
        return True
    return min(len(low), len(high)) >= 3 and words[low] > 1 and words[high] > 1  # both stand alone elsewhere


def typical_width(lines: list[str]) -> int:
    """
    The width in characters to which the lines are wrapped; 0 when they are not hard-wrapped.

    Wrapped prose goes on with a small letter in most of its lines and fills most of them; verse and lists do not.
    """
    pairs = [
        (left.rstrip(), right.lstrip())
        for left, right in pairwise(lines)
        if left.strip() and right.strip() and not LIST_ITEM.match(right)
    ]
    if not pairs:
        return 0
    width = sorted(len(left) for left, _ in pairs)[3 * len(pairs) // 4]
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    full = sum(_is_full(left, right, width) for left, right in pairs)
    running_on = sum(right[0].islower() for _, right in pairs)
    return width if full >= 0.6 * len(pairs) and running_on >= 0.35 * len(pairs) else 0


def continues_line(line: str, following: str, width: int) -> bool:
    """Whether only a page `width` characters wide put a line break between the two lines."""
    left, right = line.rstrip(), following.strip()
    if not left or not right or LIST_ITEM.match(following) or _PARAGRAPH_INDENT.match(following):
        return False
    if _is_full(left, right, width):
        return True
    return len(left) >= width / 2 and right[0].islower() and not SENTENCE_END.search(left)


def _is_full(left: str, right: str, width: int) -> bool:
    return len(left) + 1 + len(right.split(None, 1)[0]) >= _ROOM * width


def unwrap(text: str) -> str:
    """The text with the lines of each paragraph as one; a text that is not hard-wrapped comes back as it is."""
    lines = text.split("\n")
    width = typical_width(lines)
    if not width:
        return text
    parts = [lines[0]]
    for line, following in pairwise(lines):
        if continues_line(line, following, width):
            parts.append(f" {following.strip()}")
        elif line.strip() and _PARAGRAPH_INDENT.match(following) and not LIST_ITEM.match(following):
            parts.append(f"\n\n{following}")  # an indented first line opens a paragraph
        else:
            parts.append(f"\n{following}")
    return "".join(parts)
