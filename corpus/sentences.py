"""
Sentences of a clean text as offsets: cut by the library `sentencex`, mended by a table where news trips it up.

`sentencex` knows "U.S.", "Oct. 20" and "Sen. Smith", and keeps a quotation of several sentences whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.types import Span

_TITLE = r"(?:Mr|Mrs|Ms|Dr|Prof|Rev|Sen|Sens|Rep|Reps|Gov|Lt|Col|Gen|Maj|Capt|Sgt|Adm|Brig|Supt|Atty|Mt|Ft)"
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = r"(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)"
_SAID = r"(?:said|says|asked|added|wrote|told|tweeted|recalled|replied)"
_ZONE = r"(?:[ECMP][SD]?T|[A-Z]{2,3}T|GMT|UTC|Eastern|Central|Mountain|Pacific|[Ll]ocal)"

JOINS: tuple[tuple[str, str], ...] = (
    (r"\b[ap]\.m\.$", rf"(?:{_DAY}|{_MONTH}|{_ZONE})\b|\d"),  # "5 p.m. | Tuesday", "9 a.m. | ET"
    (rf"\b{_TITLE}\.$", r"[A-Z“\"]"),  # "former Rep. | Will Hurd"
    (r"\b(?:Prop|No|Nos|Sec|Art|Vol|Fig)\.$", r"\d"),  # "Prop. | 205"
    (r"\b(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.$", r"\d"),  # "July 23-Aug. | 1"
    (r"\b[DRI]-[A-Z]\.$", r"(?:[A-Z]|Va)\."),  # "R-S. | C.", "D-W. | Va."
    (r"[?!.]['’]?$", r":"),  # a label that asks: "Who won? | :The list"
    (r"(?:^|\W)[A-Z]\.$", r"[A-Z]\."),  # "then-U. | S. attorney"
    (r"\b(?:vs|v)\.$", r"\S"),  # "Colts vs. | New England"
    (r"\bJ\.[A-Z]\.$", r"[A-Z]"),  # "J.D. | Vance"; initials that are no place, unlike "U.S." and "D.C."
    (r"\d [NSEW]\.$", r"[A-Z]"),  # "308 N. | Second Ave."
    (r"^\W*\d{1,3}[.)]$", r"\S"),  # the number of an item: "1. | Mar-a-Lago"
    (r"^[^a-z.]{3,30},? [A-Z][a-z]+\.$", r"[–—-]"),  # a dateline: "SALEM, Mass. | — He went"
    (r"[.?!,][”\"]$", rf"(?:[A-Z][\w.’'-]* ){{1,3}}{_SAID}[^.]{{0,20}}\.$"),  # `“In time?” | Molinari said.`
    (r"", r"[a-z]"),  # `“Why?” | she asked.`
    (r"", r"\W*$"),  # a closing quotation mark, left alone
)
"""Where two sentences of the library are one: the end of the left one, the beginning of the right one."""

_JOINS = tuple((re.compile(left), re.compile(right)) for left, right in JOINS)
_OPENING_MARK_AT_END = re.compile(r"\S\s[\"“‘']$")
_LONGEST_END = 60  # characters of the left sentence that the table looks at
_LINE_END_INSIDE = re.compile(r"\n+")
_LANGUAGE = "en"
_LONGEST_BLOCK = 100_000  # characters; some lines take the library the square of their length
_WINDOW = 5_000  # characters


def sentence_spans(text: str) -> list[Span]:
    """
    The sentences of `text` in order, without the blanks between them; [] when it is blank.

    A sentence ends with its line too, so that headings and items of lists stand alone; it runs on over a single
    newline (a line of verse) only when the next line goes on with a small letter. It never crosses an empty line.
    """
    return [span for start, end in _blocks(text) for span in _block_spans(text, start, end)]


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Runs of lines in which sentences are looked for."""
    start = 0
    for found in _LINE_END_INSIDE.finditer(text):
        before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
        runs_on = found.end() - found.start() == 1 and after.islower() and before not in ".!?:;"
        if not runs_on:
            yield start, found.start()
            start = found.end()
    yield start, len(text)


def _block_spans(text: str, start: int, end: int) -> list[Span]:
    spans: list[Span] = []
    for found in _boundaries(text, start, end):
        span = _without_blanks(text, *found)
        if span is None:
            continue
        if spans and span.start == spans[-1].end and _opens_next(text, spans[-1]):
            spans[-1] = Span(spans[-1].start, spans[-1].end - 2)
            span = Span(span.start - 1, span.end)
        if spans and _are_one(text, spans[-1], span):
            span = Span(spans.pop().start, span.end)
        spans.append(span)
    return spans


def _boundaries(text: str, start: int, end: int) -> Iterator[Span]:
    """The library's sentences of a block; a very long one goes to it in windows that begin where a sentence ended."""
    from sentencex import get_sentence_boundaries  # only a rebuild needs it

    size = end - start if end - start <= _LONGEST_BLOCK else _WINDOW
    while start < end:
        window = text[start : min(start + size, end)]
        found = [Span(each["start_index"], each["end_index"]) for each in get_sentence_boundaries(_LANGUAGE, window)]
        if start + len(window) < end and len(found) > 1:
            found.pop()  # it may go on in the next window
        yield from (Span(start + span.start, start + span.end) for span in found)
        start += found[-1].end if found else len(window)


def _opens_next(text: str, left: Span) -> bool:
    """Whether the last character of `left` is a quotation mark that opens what follows: `she said. "|I saw it."`."""
    return bool(_OPENING_MARK_AT_END.search(text, max(left.start, left.end - 3), left.end))


def _are_one(text: str, left: Span, right: Span) -> bool:
    # The left sentence is cut from its own beginning when it is short: some rows look at the whole of it.
    end = text[max(left.start, left.end - _LONGEST_END) : left.end]
    beginning = text[right.start : min(right.end, right.start + _LONGEST_END)]
    return any(before.search(end) and after.match(beginning) for before, after in _JOINS)


def _without_blanks(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    length = len(piece.strip())
    return Span(start + left, start + left + length) if length else None
