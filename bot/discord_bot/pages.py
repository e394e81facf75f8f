"""
What stands behind "Sources": one private page for each cited passage, the quote highlighted in it.

Pure: values in, sheets out. Nothing is left out here; a passage that is too long for a page goes on on the next one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.discord_bot.answer_sheets import shortened, source
from bot.discord_bot.markdown import chunks, escaped, excerpt, units, web_address
from bot.discord_bot.sheet import MAX_URL, Button, Sheet
from bot.source_lines import also_line
from bot.wording import Opening, archive_line, withdrawn_line
from corpus.types import ArticleInfo, Passage, Span
from retrieval.types import Answer, Citation

BODY_UNITS = 2800
HEADLINE_UNITS = 300
OUTLET_UNITS = HEADLINE_UNITS // 3
ID_UNITS = 100
"""What the lines round a body show of each part of a source; what is longer stands whole in the body."""
GONE = "The archive no longer serves this passage as it was; the quote is as it was when the question was answered."


@dataclass(frozen=True, slots=True)
class Page:
    """`head` names the source, `body` is the passage or a part of it, `foot` says where it stands; all Markdown."""

    head: str
    body: str
    foot: str
    url: str | None = None


def pages(answer: Answer, passages: Mapping[str, Passage], opening: Opening) -> tuple[Page, ...]:
    """
    The pages of `answer`: one or more for each citation in order, or for each of the nearest passages.

    `passages` are those that are served now, by id; a citation whose passage is not among them, or has changed,
    shows its quote alone, and one of the nearest is left out. Begins with what was withdrawn, as the messages may still
    show it. Ends with what else the messages had to cut. May be empty.
    """
    archive = escaped(archive_line(answer.index))
    found = [Page("**Withdrawn**", withdrawn_line(answer), archive)] if answer.withdrawn else []
    for citation in answer.citations:
        found += _cited(citation, passages.get(citation.passage_id), opening)
    if not answer.citations:
        # They prove nothing, so one that is gone is not shown in its old words.
        for hit in answer.nearest:
            served = passages.get(hit.passage.id)
            if served is None or served.text != hit.passage.text:
                continue
            where = Span(hit.passage.start, hit.passage.end)
            found += _of(f"**Nearest, {hit.rank}**", hit.article, hit.passage.text, (), where, opening)
    for name, text in shortened(answer, opening):
        found += [Page(f"**{name}**", part, archive) for part in chunks(text, BODY_UNITS)]
    return tuple(found)


def page_sheet(found: tuple[Page, ...], number: int, answer_id: str) -> Sheet:
    """Page `number`, counted from 0 and held within what there is, with the buttons that turn to the others."""
    number = min(max(number, 0), len(found) - 1)
    page = found[number]
    count = f"-# Page {number + 1} of {len(found)} · {page.foot}" if len(found) > 1 else f"-# {page.foot}"
    rows = [_turning(number, len(found), answer_id)] if len(found) > 1 else []
    if page.url:
        rows.append((Button("Open the article", url=page.url),))
    return Sheet("answered", ((page.head,), (page.body,), (count,)), tuple(rows))


def _cited(citation: Citation, passage: Passage | None, opening: Opening) -> list[Page]:
    quote = citation.quote
    head = f"**[{citation.number}]**"
    where = Span(quote.start, quote.end)
    also = also_line(citation, opening) or ""
    if passage is None or not _says(passage, citation):
        return _of(head, citation.article, quote.text, (), where, opening, GONE, also)
    highlighted = Span(quote.start - passage.start, quote.end - passage.start)
    return _of(head, citation.article, passage.text, (highlighted,), where, opening, also=also)


def _says(passage: Passage, citation: Citation) -> bool:
    """Whether the passage is still of the quoted article, with the quote where it was."""
    quote = citation.quote
    at = quote.start - passage.start
    return passage.article_id == citation.article.id and at >= 0 and passage.text[at:].startswith(quote.text)


def _of(
    head: str,
    info: ArticleInfo,
    text: str,
    highlighted: tuple[Span, ...],
    where: Span,
    opening: Opening,
    note: str = "",
    also: str = "",
) -> list[Page]:
    """The pages of one passage; what is too long for the line above it stands before it, in full, and `also` after."""
    lines = ((info.outlet, OUTLET_UNITS), (info.title, HEADLINE_UNITS), (info.id, ID_UNITS))
    described = [words for words, most in lines if words and not excerpt(words, most)[1]]
    address = web_address(info.url)
    button = address if address and units(address) <= MAX_URL else None
    described += [info.url] if info.url and not button else []
    bodies = [part for words in described for part in chunks(words, BODY_UNITS) if part]
    bodies += [f"> {part}" for part in chunks(text, BODY_UNITS, highlighted)]
    bodies += [part for part in chunks(also, BODY_UNITS) if part]
    bodies = _together(bodies)
    foot = f"characters {where.start}:{where.end} of the article {excerpt(info.id, ID_UNITS)[0]}"
    notes = f"\n-# {note}" if note else ""
    line = f"{head} {source(info, opening, HEADLINE_UNITS)}{notes}"
    return [Page(line, body, foot, button) for body in bodies]


def _together(bodies: list[str]) -> list[str]:
    """Neighbours on one page where they fit."""
    joined: list[str] = []
    for body in bodies:
        if joined and units(joined[-1]) + units(body) + 2 <= BODY_UNITS:
            joined[-1] += "\n\n" + body
        else:
            joined.append(body)
    return joined


def _turning(number: int, count: int, answer_id: str) -> tuple[Button, ...]:
    last = count - 1
    targets = {"First": 0, "Previous": number - 1, "Next": number + 1, "Last": last}
    return tuple(
        # Two buttons may lead to the same page, and no two of a message may have the same id.
        Button(label, f"page:{answer_id}:{min(max(target, 0), last)}:{label.lower()}", disabled=disabled)
        for (label, target), disabled in zip(
            targets.items(), (number == 0, number == 0, number == last, number == last), strict=True
        )
    )
