"""
Lines that a page's width broke, made whole: words broken at a hyphen, then sentences broken between words.

Whether a file is hard-wrapped is decided once for the whole of it, from its own lines; then each line break is
judged by one question: would the next word still have fitted?
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

LIST_ITEM = re.compile(r"\s*(?:[•►▶▸◾◆♦·*–—-]\s|[►▶▸•]|\(?\d{1,3}[.)]\s|\(?[a-z][.)]\s)")
"""The beginning of a line that is an item of a list."""

SENTENCE_END = re.compile(r"[.!?…:;][\"'”’)\]]*$")
"""The end of a line at which a sentence may end."""

ENDS_IN_ABBREVIATION = re.compile(r"(?:\b(?:[A-Za-z]\.)+|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|No|vs|Inc|Co)\.)$")
"""The end of a line whose full stop need not end a sentence."""

_EXPECTS_NUMBER = re.compile(r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Nos?|Art|Sec|Prop|pp?)\.$")
_DASH = re.compile(r"\s*[–—-]\s")
_NUMBER = re.compile(r"\s*\(?(?:\d{1,3}|[a-z])[.)]\s")


def _words(table: str) -> frozenset[str]:
    return frozenset(table.split())


FIRST_ELEMENTS = _words("""
    all anti co counter cross eight ever ex far first five four full ground half hard high ill inter large last late
    left life light long low mid much multi near neo nine non north old once one part post pro quasi right second self
    semi seven short single six so soft south state still ten then third three top twenty thirty forty fifty sixty
    seventy eighty ninety two ultra vice well wide world would
""")
"""First halves that keep their hyphen when the article itself does not tell: "so-called", "ex-president"."""

SECOND_ELEMENTS = _words("""
    aged based backed born called centered class controlled day driven elect friendly general held known largest led
    level linked looking made month old owned paid party related ridden run scale sized sponsored style term tier torn
    type week winning year years
""")
"""Second halves that keep the hyphen before them: "Kremlin-backed", "two-year"."""

WHOLE_WORDS = tuple(
    _words("""
    anticipat antique coalition coerc cohe coinci cooperat coordinat counteract counterfeit counterpart intercept
    interest interfer interim interior intermedia internal internation internet interpret interrog interrupt interval
    interven interview multinational multipl multitude nonetheless nonprofit nonsense postpon
    """)
)
"""Beginnings of words that only look as if a first half opened them: "inter-" and "national" are one word."""

_LONGEST_WORD = 80  # characters
_LONGEST_LINE = 300  # characters; no page is wider, so a longer line ends where its author ended it
_SUSPENDED = frozenset(("and", "or", "to", "nor", "but"))  # "short- and long-term"
_NARROWEST = 30  # characters; narrower lines are verse, tables and lists
_WIDEST = 200  # characters; nobody wraps wider, such lines are whole paragraphs
_ROOM = 0.8  # a line that stays below this share of the width even with the next word had room for it
_PARAGRAPH_INDENT = re.compile(r"(?:[^\S\n]{2,}|\t)\S")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_FIRST_HALF = re.compile(r"((?:[^\W_]+['’.-])*[^\W_]+\.?)[-‐]$")  # the stop is that of "U.S.-" and "Calif.-"
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
        if not (first and second and _can_be_one_word(first[1], second[0])):
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


def _can_be_one_word(first: str, second: str) -> bool:
    """Whether a hyphen may join the two, not a dash two sentences: "U.S.-led" and "Calif.-based", not "end.-The"."""
    return not first.endswith(".") or second[0].islower() or bool(ENDS_IN_ABBREVIATION.search(first))


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
    if (low + high).startswith(WHOLE_WORDS):
        return False
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


def runs(lines: list[str], width: int) -> Iterator[range]:
    """The line numbers in runs: the first opens a block, only a page `width` characters wide broke off the rest."""
    start = 0
    in_list = False  # a line since the last blank one was an item: then the next item needs no other evidence
    for number, line in enumerate(lines):
        above = lines[number - 1] if number else ""
        if number and not continues_line(above, line, width, in_list=in_list):
            yield range(start, number)
            start = number
        in_list = bool(line.strip()) and (in_list or (start == number and bool(LIST_ITEM.match(line))))
    yield range(start, len(lines))


def continues_line(line: str, following: str, width: int, *, in_list: bool = False) -> bool:
    """Whether only a page `width` characters wide put a line break between the two lines."""
    left, right = line.rstrip(), following.strip()
    if not left or not right or _PARAGRAPH_INDENT.match(following):
        return False
    is_full = _is_full(left, right, width)
    if LIST_ITEM.match(following):
        return is_full and not in_list and sentence_goes_on(left, following)
    if is_full:
        return True
    return len(left) >= width / 2 and right[0].islower() and not SENTENCE_END.search(left)


def sentence_goes_on(left: str, item: str) -> bool:
    """Whether the dash or number that `item` begins with belongs to the sentence of the line above it."""
    if not SENTENCE_END.search(left):
        return bool(_DASH.match(item) or _NUMBER.match(item))
    if _NUMBER.match(item):
        return bool(_EXPECTS_NUMBER.search(left))
    return bool(_DASH.match(item) and ENDS_IN_ABBREVIATION.search(left))


def _is_full(left: str, right: str, width: int) -> bool:
    return len(left) + 1 + len(right.split(None, 1)[0]) >= _ROOM * width


def unwrap(text: str) -> str:
    """The text with the lines of each paragraph as one; a text that is not hard-wrapped comes back as it is."""
    lines = text.split("\n")
    width = typical_width(lines)
    if not width:
        return text
    blocks: list[str] = []
    for run in runs(lines, width):
        first = lines[run.start]
        opens_paragraph = _PARAGRAPH_INDENT.match(first) and not LIST_ITEM.match(first)
        if run.start and lines[run.start - 1].strip() and opens_paragraph:
            blocks.append("")  # an indented first line opens a paragraph
        blocks.append(" ".join([first, *(lines[number].strip() for number in run[1:])]))
    return "\n".join(blocks)
