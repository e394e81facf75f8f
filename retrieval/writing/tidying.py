"""A model's sentence without anything in it that acts, or that only Dateline may say: links, marks, markers, pings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from retrieval.proving.addresses import ADDRESS, END, PLAIN, addresses_in

LONGEST = 700
"""Characters of a sentence; a longer one is none."""
MOST_READ = 8 * LONGEST
"""Characters that are looked into, markup and all; it grows with their square what that takes."""
MOST_TAKEN = 500
"""Addresses in one text; it has room for no more."""
MOST_ROUNDS = 5
"""What one kind of mark hides another one may be: `@**everyone**`. So it is gone through until nothing changes."""

_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-_])|\x9b[0-?]*[ -/]*[@-~]")
_BREAKS = "\t\n\r\v\f\x85\u2028\u2029"
_FILLERS = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"
_NOTHING_SEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}
_HELD = 0xE000
"""The first of the characters that hold the place of an address; none is left in a text when they are set."""

_NUMBERS = r"\^?\s?\d{1,3}(?:\s?(?:[,;&–-]|and)\s?\d{1,3})*\s?"
_SOURCE = r"(?:see\ )?(?:sources?|citations?|passages?|quotes?|refs?|references?)\b\.?:?\s?"
_BRACKETED = r"\( (?:1?\d|20) (?:\s?[,;]\s?(?:1?\d|20))* \)"
"""Small numbers in round brackets: more is an age, and a result has a dash."""
_WITH_A_WORD = re.compile(rf"\w+\ {_BRACKETED} | (?<!\S){_BRACKETED}\ \w+", re.VERBOSE)
"""One as it stands in an article: by the word beside it, else any marker of a model would be the article's."""
_MARKER = re.compile(
    rf"""
      \s?<sup>\W*\d{{1,3}}\W*</sup>
    | \s?\[{{2}} {_NUMBERS} \]{{2}} (?:\([^)]*\))?
    | \s?[\[【〔［] (?: {_NUMBERS} | \^\w{{1,20}} | {_SOURCE}[\w\ ,]{{0,20}} ) (?:†[^\]】]*)? [\]】〕］] (?:\([^)]*\))?
    | \s?\( {_SOURCE}{_NUMBERS} \)
    | \s?{_BRACKETED}
    """,
    re.IGNORECASE | re.VERBOSE,
)
_FENCE = re.compile(r"`{3,}\w*|~{3,}\w*")
_IMAGE = re.compile(r"!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])?")
_DEFINITION = re.compile(r"\[[^\]]{1,40}\]:\s*<?(?:[a-z][a-z0-9+.-]*:|www\.|\.{0,2}/|\#)\S*", re.IGNORECASE)
_LINK = re.compile(r"\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])")
_TAG = re.compile(
    r"<(?:script|style)\b.*?</(?:script|style)>|</?[a-z!][^<>]{0,300}>|<(?:[@#][!&]?\d+|a?:\w+:\d+)>",
    re.IGNORECASE | re.DOTALL,
)
_TAKEN = 0xE800
"""The first of the characters that stand where an address of nobody's was taken out."""
_LED = re.compile(
    r"\b(?:at|to|on|via|from|in|by|of|and|or|with|is|are|was|were|visit|see|through|called|named)\s*[\ue800-\uf8ff]",
    re.IGNORECASE,
)
"""A sentence that goes on with the address, and says something else without it."""
_PING = re.compile(r"@(?:everyone|here)", re.IGNORECASE)
_EMPHASIS = re.compile(
    r"(\*{2,3}|_{2,3}|~~|\|\||`+)(?=\S)(.+?)(?<=\S)\1|(?<![\w*])\*(?=\S)([^*]+)(?<=\S)\*(?![\w*])"
    r"|(?<!\w)_(?=\S)([^_]+)(?<=\S)_(?!\w)"
)
_LEFT_OVER = re.compile(r"(?<![\w*_~|`])(?:[*_~|]{2,}|`+)(?![\w*_~|`])|(?<!\S)_(?!\S)")
_LEAD = re.compile(r"^\s*(?:[#>|]+|[-*+•]|\d{1,2}[.)])\s+")


def tidied(text: str, own: Collection[str]) -> str:
    """
    `text` as one line of plain words; empty when nothing is left, or it is longer than a sentence.

    `own` are addresses and the like that may stay, as text (`literals`). What links said stays, where they led goes.
    Of other addresses only a plain one stays that the sentence cannot be said without: it is for the proof to refuse;
    nothing is left of a sentence that goes on with one that acts.
    """
    if len(text) > MOST_READ:
        return ""
    text = _ESCAPES.sub("", text)
    text = "".join(" " if char in _BREAKS else char for char in text if not _unseen(char))
    text, held = _hold(text, own)
    taken: list[str] = []
    for _ in range(MOST_ROUNDS):
        before, text = text, _round(text, taken)
        if text == before:
            break
    needed = _LED.search(text) is not None
    if needed and not all(map(PLAIN.fullmatch, taken)):
        return ""
    for place, address in enumerate(taken):
        text = text.replace(chr(_TAKEN + place), address if needed else " ")
    for place, address in enumerate(held):
        text = text.replace(chr(_HELD + place), address)
    text = _spaced(text)
    if not any(map(str.isalnum, text)) or len(text) > LONGEST:
        return ""
    return text if re.search(r"[.!?…][\"”’')]*$", text) else text.rstrip(" ,;:–—-") + "."


def _round(text: str, taken: list[str]) -> str:
    def take(found: re.Match[str]) -> str:
        taken.append(found.group().strip(" <>"))
        return f" {chr(_TAKEN + len(taken) - 1)} " if len(taken) < MOST_TAKEN else " "

    text = " ".join(text.split())
    for pattern in (_FENCE, _IMAGE, _DEFINITION):
        text = pattern.sub(" ", text)
    text = _LINK.sub(r"\1", _MARKER.sub("", text))
    text = _EMPHASIS.sub(lambda match: match[2] or match[3] or match[4], _LEAD.sub("", text))
    text = _PING.sub(" ", ADDRESS.sub(take, _TAG.sub(" ", text)))
    return _LEFT_OVER.sub("", text)


def literals(text: str) -> frozenset[str]:
    """What `tidied` would take for an address or a marker in `text`, though they are its own words and do nothing."""
    line = " ".join(text.split())
    return frozenset((*addresses_in(line), *(found.group() for found in _WITH_A_WORD.finditer(line))))


def _hold(text: str, own: Collection[str]) -> tuple[str, list[str]]:
    """The text with a character in place of each address of `own`, whatever its capitals, and these as they stand."""
    held: list[str] = []

    def hold(found: re.Match[str]) -> str:
        held.append(found.group())
        return chr(_HELD + len(held) - 1) if len(held) < MOST_TAKEN else " "

    folded = text.casefold()
    for address in sorted((one for one in own if one.casefold() in folded), key=len, reverse=True):
        text = re.sub(rf"(?<![\w/.]){re.escape(address)}{END}", hold, text, flags=re.IGNORECASE)
    return text, held


def _spaced(text: str) -> str:
    """The marks between words where they belong, when what stood between them has gone."""
    text = re.sub(r"\(\s*\)|\[\s*\]|<\s*>", "", " ".join(text.split()))
    text = re.sub(r"\s+([,.;:!?])(?!\w)", r"\1", text)
    text = re.sub(r"[,;](?:\s*[,;])+", ",", text)
    return re.sub(r"[\s,;]+(?=[.!?]$)|(?<=[^.]\.)\s*\.$", "", text).strip()


def _unseen(char: str) -> bool:
    """Whether a character prints nothing of its own: controls, marks of direction, tags, selectors of variants."""
    if char in _BREAKS:
        return False
    selects = "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"
    return selects or char in _FILLERS or unicodedata.category(char) in _NOTHING_SEEN
