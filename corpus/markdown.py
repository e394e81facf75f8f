"""The words of a Markdown file, without the marks that say how they should look."""

from __future__ import annotations

import re

_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(.*)$", re.MULTILINE)
_LONGEST_COMMENT = 5000  # characters; text between marks that are further apart is no comment
_LINK = re.compile(r"!?\[([^\[\]\n]{0,500})\]\(<?([^\s()<>]{1,2000})>?(?:[ \t]+\"[^\"\n]{0,300}\")?\)")
_QUOTE_MARK = re.compile(r"^ {0,3}(?:> ?)+", re.MULTILINE)
_STRONG = re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*\n]{1,2000}?)(?<=[^\s*])\1(?![\w*])")
_STRONG_UNDERLINED = re.compile(r"(?<![\w_])(_{1,3})(?=[^\s_])([^_\n]{1,2000}?)(?<=[^\s_])\1(?![\w_])")
_CODE = re.compile(r"`([^`\n]{1,500})`")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!>|~-])")


def read_markdown(text: str) -> tuple[str | None, str]:
    """
    The heading that opens the text, if a heading does, and the text below it without Markdown's marks.

    Every word stays. The addresses of links go to the end, a line each, where footnotes stand in a plain text.
    """
    text = _without_comments(text).strip("\n")
    opening, _, below = text.partition("\n")
    title = None
    if heading := _HEADING.fullmatch(opening):
        title, text = _plain(_words_of(heading)), below
    addresses = [address for _, address in _LINK.findall(text) if address.lower().startswith(("http://", "https://"))]
    words = _plain(text)
    return title, "\n\n".join([words, "\n".join(addresses)]) if addresses else words


def _without_comments(text: str) -> str:
    """The text without `<!-- … -->`, in one pass: a pattern would look for an end anew at each of many openings."""
    kept: list[str] = []
    at, end = 0, 0
    while (start := text.find("<!--", at)) >= 0:
        end = end if end >= start + 4 else text.find("-->", start + 4)
        if end < 0:
            break
        is_comment = end - start - 4 <= _LONGEST_COMMENT
        kept.append(text[at : start if is_comment else start + 4])
        at = end + 3 if is_comment else start + 4
    return "".join([*kept, text[at:]])


def _words_of(heading: re.Match[str]) -> str:
    """A heading without the marks that may close it: "Words" of "## Words ##"."""
    words = heading[1].rstrip(" \t")
    unclosed = words.rstrip("#")
    return unclosed.rstrip(" \t") if unclosed.endswith((" ", "\t")) else words


def _plain(text: str) -> str:
    text = _HEADING.sub(_words_of, _QUOTE_MARK.sub("", _LINK.sub(r"\1", text)))
    text = _STRONG_UNDERLINED.sub(r"\2", _STRONG.sub(r"\2", _CODE.sub(r"\1", text)))
    return _ESCAPE.sub(r"\1", text)
