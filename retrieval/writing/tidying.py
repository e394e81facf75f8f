"""A model's sentence without anything in it that acts, or that only Dateline may say: links, marks, markers, pings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

LONGEST = 700
"""Characters of a sentence; a longer one is none."""

_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-_])|\x9b[0-?]*[ -/]*[@-~]")
_IMAGE = re.compile(r"!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])?")
_LINK = re.compile(r"\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])")
_REFERENCE = re.compile(r"\[[^\]]{1,40}\]:\s*\S+")
_TAG = re.compile(
    r"<(?:script|style)\b.*?</(?:script|style)>|</?[a-z!][^<>]{0,300}>|<[@#][!&]?\d+>", re.IGNORECASE | re.DOTALL
)
_ADDRESS = re.compile(
    r"""
      <?\b(?: (?:h(?:tt|xx)ps?|ftp|file)\s?(?:\[:\]|:)\s?/{1,2} | (?:javascript|data|vbscript|mailto|tel): | www\. )
      [^\s<>]*>?
    | \b(?:[a-z0-9-]{2,}(?:\.|\[\.\]|\(\.\)|\ ?\(dot\)\ ?))+[a-z]{2,24}\b(?:[/:?][^\s<>]*)?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_MARKER = re.compile(
    r"""
    \s?[\[【〔(](?:
        \^?\d{1,3}(?:\s?[,;–-]\s?\d{1,3})* | \^\w{1,20} | (?:source|citation|passage|ref)s?\.?:?\ ?[\w\ ,]{0,20}
    )(?:†[^\]】]*)?[\]】〕)]
    """,
    re.IGNORECASE | re.VERBOSE,
)
_FENCE = re.compile(r"`{3,}\w*|~{3,}\w*")
_EMPHASIS = re.compile(r"(\*{1,3}|_{2,3}|~~|\|\||`+)(?=\S)(.+?)(?<=\S)\1")
_LEAD = re.compile(r"^\s*(?:[#>|]+|[-*+•]|\d{1,2}[.)])\s+")
_PING = re.compile(r"@(?:everyone|here)\b", re.IGNORECASE)
_FILLERS = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"
_NOTHING_SEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}


def tidied(text: str, own: Collection[str]) -> str:
    """
    `text` as one line of plain words; empty when nothing is left, or it is longer than a sentence.

    `own` are the addresses of the articles, which may stay, as text. What links said stays, and where they led goes.
    """
    text = _ESCAPES.sub("", text)
    text = "".join(" " if char in "\t\n\r\v\f\x85\u2028\u2029" else char for char in text if not _unseen(char))
    for pattern in (_FENCE, _IMAGE, _REFERENCE):
        text = pattern.sub(" ", text)
    text = _TAG.sub(" ", _LINK.sub(r"\1", text))
    text = _ADDRESS.sub(lambda match: match.group() if match.group().strip("<>.,;:)") in own else " ", text)
    text = _PING.sub(" ", _MARKER.sub("", text))
    text = _EMPHASIS.sub(r"\2", _LEAD.sub("", text))
    text = " ".join(text.split())
    text = re.sub(r"\(\s*\)|\[\s*\]", "", re.sub(r"\s+([,.;:!?])", r"\1", text)).strip()
    if not any(map(str.isalnum, text)) or len(text) > LONGEST:
        return ""
    return text if re.search(r"[.!?…][\"”’')]*$", text) else text.rstrip(" ,;:–—-") + "."


def _unseen(char: str) -> bool:
    """Whether a character prints nothing of its own: controls, marks of direction, tags, selectors of variants."""
    if char in "\t\n\r\v\f\x85\u2028\u2029":
        return False
    selects = "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"
    return (
        selects or char in "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0" or unicodedata.category(char) in _NOTHING_SEEN
    )
