"""The words of a Markdown file, without the marks that say how they should look."""

from __future__ import annotations

import re

_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$", re.MULTILINE)
_COMMENT = re.compile(r"<!--(?:[^-]|-(?!->)){0,5000}-->")
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
    text = _COMMENT.sub("", text).strip("\n")
    opening, _, below = text.partition("\n")
    title = None
    if heading := _HEADING.fullmatch(opening):
        title, text = _plain(heading[1]), below
    addresses = [address for _, address in _LINK.findall(text) if address.lower().startswith(("http://", "https://"))]
    words = _plain(text)
    return title, "\n\n".join([words, "\n".join(addresses)]) if addresses else words


def _plain(text: str) -> str:
    text = _HEADING.sub(r"\1", _QUOTE_MARK.sub("", _LINK.sub(r"\1", text)))
    text = _STRONG_UNDERLINED.sub(r"\2", _STRONG.sub(r"\2", _CODE.sub(r"\1", text)))
    return _ESCAPE.sub(r"\1", text)
