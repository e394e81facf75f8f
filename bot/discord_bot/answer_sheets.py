"""
An answer as Discord messages: its sentences with their markers, the quotes under them, how current the archive is.

Pure: an `Answer` in, sheets out. Whatever is shortened here stands in full behind "Sources" (`pages.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Literal, NamedTuple

from bot.dated_quotes import dated_quote
from bot.discord_bot.markdown import escaped, excerpt, link, units
from bot.discord_bot.sheet import MAX_COMPONENTS, MAX_TEXT, Button, Sheet
from bot.source_lines import agreement_line, also_line, difference_end, sides
from bot.wording import (
    Opening,
    archive_line,
    date_words,
    day_words,
    fallback_line,
    headline,
    limit_line,
    newest_line,
    unclear_line,
    widened_line,
    withdrawn_line,
    writing_line,
)
from corpus.types import ArticleInfo, Span
from retrieval.citing import one_line
from retrieval.types import Answer, AnswerSentence, Citation, Filters, Hit

MAX_SHEETS = 5
"""A user-installed app may send one answer and five follow-up messages; one of those is kept for an apology."""

ROOM = MAX_TEXT - 200
"""Units for the texts of a sheet; the rest is for the labels of its buttons."""
TEXTS = MAX_COMPONENTS // 2
"""Texts of a sheet; the other components are its frame, rules and buttons."""

QUESTION_UNITS = 300
SHORT_ANSWER_UNITS = 200
SIDE_UNITS = 100
"""Of what one side of a difference says, and of who says it."""
ALSO_UNITS = 200
LINE_UNITS = 400
"""Of what is said of a language model, whose name may be as long as one likes."""
DRAFT_UNITS = 300
"""Of a sentence in a draft: eight of them fit one message."""
OUTLET_CHARS = 100
"""Of an outlet that the question was limited to."""

_Groups = tuple[tuple[str, ...], ...]


class _Fit(NamedTuple):
    """The most units that one sentence, one quote, one headline and one address may take."""

    sentence: int
    quote: int
    headline: int
    address: int


FITS = (
    _Fit(3000, 700, 300, 400),
    _Fit(3000, 350, 200, 300),
    _Fit(3000, 200, 150, 200),
    _Fit(3000, 120, 120, 150),
    _Fit(1200, 80, 80, 100),
    _Fit(500, 80, 80, 0),
    _Fit(250, 60, 60, 0),
    _Fit(80, 50, 60, 0),
)
"""
From roomy to tight: the first that needs no more than `MAX_SHEETS` is taken, so a short answer is never cut.

Quotes before sentences, because a sentence says the words of its first quote. The last holds 40 of everything.
"""


class _Piece(NamedTuple):
    """
    Words that stay together, in one of the groups between which there is a rule.

    `joint` joins them to the text before; without one they are a text of their own.
    """

    group: Literal["answer", "quotes", "end"]
    words: str
    joint: str | None = "\n"


def answer_sheets(
    answer: Answer, answer_id: str, opening: Opening, *, asked: str | None = None, claim: bool = False
) -> tuple[Sheet, ...]:
    """
    The messages that show `answer`, in order; the last carries the buttons. At least one.

    `asked` is shown above the answer where the question cannot be seen otherwise; `claim` says that it is somebody's
    statement, which is looked up and not judged.
    """
    *first, last = _packed(_pieces(answer, opening, _fit(answer, opening), asked, claim=claim))
    tone = answer.status
    return (*(Sheet(tone, groups) for groups in first), Sheet(tone, last, (_buttons(answer, answer_id),)))


def draft_sheet(draft: Answer, *, asked: str | None = None, claim: bool = False) -> Sheet:
    """The message that shows what is proved of an answer so far, without its quotes."""
    by = excerpt(draft.answered_by, DRAFT_UNITS)[0]
    pieces = (
        *_heading(draft, asked, claim=claim),
        *_sentences(draft, DRAFT_UNITS),
        _Piece("end", f"-# {by} is writing…"),
    )
    return Sheet("notice", _packed(pieces)[0])


def shortened(answer: Answer, opening: Opening) -> list[tuple[str, str]]:
    """
    What the messages cannot show whole of the answer itself and its question: what it is, and its text.

    Quotes, passages and all that is known of their articles are not among it: they have pages anyway.
    """
    most = _fit(answer, opening).sentence
    sentences = [("The whole answer", answer.text)] if any(_cut(one.text, most) for one in answer.sentences) else []
    lines = (
        ("The short answer", answer.short_answer or "", SHORT_ANSWER_UNITS),
        ("Understood as", answer.resolved_question or "", QUESTION_UNITS),
        ("The question", answer.question, QUESTION_UNITS),
    )
    differing = [
        ("Sources differ", f"{side.value} — {side.name}, {side.day} {side.markers}")
        for side in sides(answer, opening)
        if _cut(side.value, SIDE_UNITS) or _cut(side.name, SIDE_UNITS)
    ]
    return sentences + differing + [(name, text) for name, text, most in lines if _cut(text, most)]


def source(info: ArticleInfo, opening: Opening, most: int, address: int = 0) -> str:
    """
    Outlet, date, how the date is known, and the headline, which is a link where the address is not too long.

    `most` are the units of the headline, `address` those of the link; the outlet gets a third of the headline's.
    """
    outlet = excerpt(info.outlet or "", most // 3)[0]
    title = excerpt(headline(info, opening), most)[0] or "untitled"
    return " · ".join(part for part in (outlet, escaped(date_words(info)), link(title, info.url, address)) if part)


def _fit(answer: Answer, opening: Opening) -> _Fit:
    """The same for every way of asking, the longest counted, so that `shortened` knows what was cut."""
    for fit in FITS:
        if len(_packed(_pieces(answer, opening, fit, answer.question, claim=True))) <= MAX_SHEETS:
            return fit
    return FITS[-1]


def _pieces(answer: Answer, opening: Opening, fit: _Fit, asked: str | None, *, claim: bool) -> Iterator[_Piece]:
    yield from _heading(answer, asked, claim=claim)
    if line := fallback_line(answer):
        yield _Piece("answer", f"⚠️ {excerpt(line, LINE_UNITS)[0]}")
    limited = replace(answer, filters=_short(answer.filters))
    for line in (limit_line(limited), widened_line(answer), newest_line(answer)):
        if line:
            yield _Piece("answer", f"-# {escaped(line)}")
    if not answer.emptied:
        yield from _body(answer, opening, fit)
    if answer.withdrawn:
        yield _Piece("answer", f"**Withdrawn.** {withdrawn_line(answer)}")
    if claim:
        yield _Piece("end", "-# Quotes only: whether the message is true is for its readers to judge.")
    if line := writing_line(answer):
        yield _Piece("end", f"-# {excerpt(line, LINE_UNITS)[0]}")
    yield _Piece("end", f"-# {escaped(archive_line(answer.index))}")


def _heading(answer: Answer, asked: str | None, *, claim: bool) -> Iterator[_Piece]:
    """What is answered, as far as it cannot be seen otherwise."""
    if words := excerpt(asked or "", QUESTION_UNITS)[0]:
        # The empty line ends the block of quotes for every reader of Markdown, not for Discord's alone.
        yield _Piece("answer", f"-# What the articles say on\n> {words}\n" if claim else f"### {words}")
    if words := excerpt(answer.resolved_question or "", QUESTION_UNITS)[0]:
        yield _Piece("answer", f"-# Understood as: {words}")


def _body(answer: Answer, opening: Opening, fit: _Fit) -> Iterator[_Piece]:
    if answer.unclear:
        yield _Piece("answer", f"❓ {escaped(unclear_line(answer.unclear, answer.question))}")
    elif answer.status == "answered":
        yield from _answered(answer, opening, fit)
    else:
        yield from _not_found(answer, opening, fit)


def _cut(text: str, most: int) -> bool:
    return not excerpt(text, most)[1]


def _short(filters: Filters) -> Filters:
    outlet = filters.outlet or ""
    return replace(filters, outlet=outlet[:OUTLET_CHARS] + "…") if len(outlet) > OUTLET_CHARS else filters


def _answered(answer: Answer, opening: Opening, fit: _Fit) -> Iterator[_Piece]:
    yield from _sentences(answer, fit.sentence)
    for words in _sources(answer, opening):
        yield _Piece("answer", words)
    for citation in answer.citations:
        yield _Piece("quotes", _quoted(citation, opening, fit), None)


def _sentences(answer: Answer, most: int) -> Iterator[_Piece]:
    for place, sentence in enumerate(answer.sentences):
        short = answer.short_answer if place == 0 else None
        yield _Piece("answer", _sentence(sentence, one_line(short or ""), most), " " if place else "\n")


def _sources(answer: Answer, opening: Opening) -> Iterator[str]:
    """How many sources say so, or what each of them says."""
    differing = sides(answer, opening)
    if differing:
        yield f"⚖️ Sources differ.{difference_end(answer)}"
    elif line := agreement_line(answer):
        yield f"-# {line}"
    for side in differing:
        value = excerpt(side.value, SIDE_UNITS, [Span(0, len(side.value))])[0]
        yield f"• {value} — {excerpt(side.name, SIDE_UNITS)[0]}, {side.day} {side.markers}"


def _not_found(answer: Answer, opening: Opening, fit: _Fit) -> Iterator[_Piece]:
    newest = answer.index.newest_published
    reach = f"It reaches to {day_words(newest)}." if newest else "How far it reaches is not known: nothing is dated."
    yield _Piece("answer", f"🔍 **Not in the archive.** {reach}")
    if answer.nearest:
        yield _Piece("quotes", "The nearest passages, none of which clearly answers it:")
    for hit in answer.nearest:
        yield _Piece("quotes", _near(hit, opening, fit), None)


def _sentence(sentence: AnswerSentence, short_answer: str, most: int) -> str:
    """The sentence with its markers; the short answer stands out before it, or in it where the sentence opens so."""
    span = Span(0, len(short_answer)) if short_answer and _opens(sentence.text, short_answer) else None
    words, _ = excerpt(sentence.text, most, [span] if span else [])
    lead = "" if span else excerpt(short_answer, SHORT_ANSWER_UNITS, [Span(0, len(short_answer))])[0]
    return f"{lead} — {words} {_markers(sentence.citations)}" if lead else f"{words} {_markers(sentence.citations)}"


def _opens(text: str, words: str) -> bool:
    """Whether `text` begins with `words`, as whole words."""
    return re.match(rf"{re.escape(words)}(?!\w)", text) is not None


def _markers(numbers: Iterable[int]) -> str:
    return "".join(f"[{number}]" for number in numbers)


def _quoted(citation: Citation, opening: Opening, fit: _Fit) -> str:
    """The quote with the days that its words mean; where it has to be cut, without, so that no day is cut in two."""
    quote, dated = citation.quote, dated_quote(citation)
    words, whole = excerpt(dated.text, fit.quote, dated.emphasis)
    if not whole:
        emphasis = [Span(s.start - quote.start, s.end - quote.start) for s in quote.emphasis]
        words, _ = excerpt(quote.text, fit.quote, emphasis)
    also = excerpt(also_line(citation, opening) or "", min(fit.quote, ALSO_UNITS))[0]
    named = f"\n-# {also}" if also else ""
    return f"[{citation.number}] {source(citation.article, opening, fit.headline, fit.address)}\n> {words}{named}"


def _near(hit: Hit, opening: Opening, fit: _Fit) -> str:
    words, _ = excerpt(hit.passage.text, min(fit.quote, 250))
    return f"{source(hit.article, opening, fit.headline, fit.address)}\n> {words}"


def _packed(pieces: Iterable[_Piece]) -> list[_Groups]:
    """The texts of each message: as many pieces in each as it holds, in order."""
    sheets: list[list[tuple[str, list[str]]]] = [[]]
    for piece in pieces:
        groups = sheets[-1]
        texts = [text for _, group in groups for text in group]
        room = sum(map(units, texts)) + units(piece.words) + 2 <= ROOM and len(texts) < TEXTS
        if not room:
            sheets.append([(piece.group, [piece.words])])
        elif not groups or groups[-1][0] != piece.group:
            groups.append((piece.group, [piece.words]))
        elif piece.joint is None:
            groups[-1][1].append(piece.words)
        else:
            groups[-1][1][-1] += piece.joint + piece.words
    return [tuple(tuple(texts) for _, texts in groups) for groups in sheets]


def _buttons(answer: Answer, answer_id: str) -> tuple[Button, ...]:
    behind = answer.citations or answer.nearest
    sources = [Button("Sources" if answer.citations else "Nearest passages", f"sources:{answer_id}", style="primary")]
    return (
        *(sources if behind else []),
        Button("Follow up", f"follow:{answer_id}"),
        Button("Helpful", f"helpful:{answer_id}", style="good"),
        Button("Wrong", f"wrong:{answer_id}", style="bad"),
    )
