"""
Foreign words as HTML. Every function here returns markup that is safe to stand in a page as it is.

Questions, articles, their titles and the names of files are not ours: all of them go through `visible`, which lets no
control, escape or direction character out, and are escaped. Only a http(s) address becomes a link.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import pairwise
from pathlib import PurePath
from urllib.parse import urlsplit

from bot.wording import Opening, date_words, headline, visible
from corpus.types import ArticleInfo, Span


def safe(words: str) -> str:
    """Foreign words on one line, for an element or a quoted attribute."""
    return escape(visible(words))


def annotated(text: str, bold: Sequence[Span], marked: Sequence[Span]) -> str:
    """`text` with the spans `bold` and `marked` of it, which may overlap and reach beyond it, as `<b>` and `<mark>`."""
    edges = {min(max(edge, 0), len(text)) for span in (*bold, *marked) for edge in span}
    pieces = []
    for start, end in pairwise(sorted({0, len(text), *edges})):
        piece = safe(text[start:end])
        for spans, tag in ((bold, "b"), (marked, "mark")):
            if any(span.start <= start and end <= span.end for span in spans):
                piece = f"<{tag}>{piece}</{tag}>"
        pieces.append(piece)
    return "".join(pieces)


def excerpt(text: str, most: int, bold: Sequence[Span] = (), marked: Sequence[Span] = ()) -> str:
    """As `annotated`, but at most about `most` characters round the first span, cut between words with "…"."""
    if len(text) <= most:
        return annotated(text, bold, marked)
    first = min((span.start for span in marked), default=min((span.start for span in bold), default=0))
    start = max(min(first - most // 3, len(text) - most), 0)
    end = start + most
    if start:
        start = text.find(" ", start, start + 30) + 1 or start
    if end < len(text):
        end = max(text.rfind(" ", end - 30, end), start) if " " in text[end - 30 : end] else end
    words = annotated(text[start:end], _moved(bold, start), _moved(marked, start)).strip()
    return ("…" if start else "") + words + ("…" if end < len(text) else "")


def source(info: ArticleInfo, opening: Opening) -> str:
    """Outlet, date and headline of an article; the headline leads to its address where that is of the web."""
    words = safe(headline(info, opening))
    if info.url and _is_of_the_web(info.url):
        words = f'<a href="{escape(info.url)}" rel="noopener noreferrer nofollow">{words}</a>'
    return " · ".join([*([safe(info.outlet)] if info.outlet else []), escape(date_words(info)), words])


def short_names(paths: Sequence[str]) -> dict[str, str]:
    """The last part of each path, which is what people call a file; the whole path where two files share it."""
    names = [PurePath(path).name or path for path in paths]
    return {path: name if names.count(name) == 1 else path for path, name in zip(paths, names, strict=True)}


def count(number: int, one: str, many: str | None = None) -> str:
    """A number and what it counts: `1 question`, `2,100 questions`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def decimal(number: float, places: int = 2) -> str:
    """A share without the nought in front of its point, as the figures are written: `.45`, `1.00`."""
    return f"{number:.{places}f}".replace("0.", ".", 1) if 0 <= number < 1 else f"{number:.{places}f}"


def _is_of_the_web(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    # What a browser would drop out of an address before it reads it has no place in one.
    return parts.scheme in ("http", "https") and bool(parts.netloc) and visible(url) == url


def _moved(spans: Iterable[Span], by: int) -> list[Span]:
    return [Span(span.start - by, span.end - by) for span in spans]
