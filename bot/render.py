"""
Answers, hits and articles as a person reads them in a terminal. Pure: values in, rich renderables out.

Words of articles, titles and questions are not ours: they go through `wording.visible`, which lets no control, escape
or direction character out, and into `rich.text.Text`, which reads no markup. Colour and bold are the console's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.constrain import Constrain
from rich.text import Text

from bot.dated_quotes import dated_quote
from bot.source_lines import agreement_line, also_line, difference_end, sides
from bot.wording import (
    Opening,
    archive_line,
    date_words,
    day_words,
    fallback_line,
    filters_line,
    joined,
    limit_line,
    newest_line,
    shortened,
    show_command,
    source_line,
    unclear_line,
    visible,
    visible_places,
    widened_line,
    withdrawn_line,
    writing_line,
)
from corpus.types import Article, ArticleInfo, Passage, Span
from retrieval.types import NO_FILTERS, Answer, Citation, Filters, Hit, IndexInfo

READING_WIDTH = 100
"""Columns; a longer line is hard to read, however wide the terminal is."""

EXCERPT_CHARS = 300

HIGHLIGHT = "bold black on yellow"


def render_answer(answer: Answer, opening: Opening) -> RenderableType:
    """The answer with its markers, each quote with its source and where to read on, and how current the archive is."""
    blocks = []
    if answer.resolved_question:
        blocks = [_line(f"Understood as: {answer.resolved_question}", "dim"), _BLANK]
    for note in (fallback_line(answer), widened_line(answer)):
        blocks += [_line(note, "yellow"), _BLANK] if note else []
    if not answer.emptied:
        blocks += _body(answer, opening)
    if answer.withdrawn:
        blocks += [_line(withdrawn_line(answer), "bold yellow"), _BLANK]
    return _page(blocks + _reach(answer))


def render_draft(answer: Answer, opening: Opening) -> RenderableType:
    """What of an answer is proved so far: its sentences with their markers, and who is writing on."""
    blocks = _answered(replace(answer, citations=()), opening) if answer.sentences else []
    return _page([*blocks, _line(f"{visible(answer.answered_by)} is writing…", "dim")])


def render_hits(
    hits: Sequence[Hit], index: IndexInfo, opening: Opening, filters: Filters = NO_FILTERS, undated_left_out: int = 0
) -> RenderableType:
    """The passages that a search found, best first, shortened with "…"; a line that says so when there are none."""
    blocks = [block for hit in hits for block in _passage(hit, opening, f" · score {hit.score:.2f}")]
    nothing = [_line("No passage matches.", "bold yellow"), _BLANK]
    limits = [_line(filters_line(filters, undated_left_out), "dim")] if filters else []
    return _page([*(blocks or nothing), *limits, _line(archive_line(index), "dim")])


def render_sources(passages: Sequence[tuple[Citation, Passage]], opening: Opening) -> RenderableType:
    """The passages that an answer rests on, in full, each with its quote in bold; a line that says so for none."""
    blocks = []
    for citation, passage in passages:
        quote = Span(citation.quote.start, citation.quote.end)
        words = _marked(passage.text, passage.start, {"bold": [quote]})
        blocks += _entry(f"[{citation.number}] ", words, citation.article, quote, opening)
    return _page(blocks or [_line("That answer rests on no passage.", "bold yellow")])


def render_article(article: Article, span: Span | None = None) -> RenderableType:
    """
    The whole article in its paragraphs, under what is known of it; the words at `span` stand out.

    A highlight cannot be seen where there is no colour, so the words are also given at the top.
    """
    info = article.info
    blocks = [_line(info.title, "bold")] if info.title else []
    blocks += [_line(joined(info.outlet, date_words(info), info.id), "dim")]
    blocks += [_line(info.url, "dim")] if info.url else []
    if span:
        words = shortened(article.text[span.start : span.end], EXCERPT_CHARS)
        blocks += [_BLANK, _line(words, HIGHLIGHT, f"At {span.start}:{span.end}  ")]
    text = _marked(article.text, 0, {HIGHLIGHT: [span] if span else []}, paragraphs=True)
    blocks += [_BLANK, _Block(text)]
    if article.links:
        blocks += [_BLANK, _line("Links in the article", "dim")]
        blocks += [_line(link, "dim", "  ") for link in article.links]
    return _page(blocks)


def _answered(answer: Answer, opening: Opening) -> list[_Block]:
    """The short answer on a line of its own, which then is all that is bold above the quotes."""
    short = visible(answer.short_answer or "").strip()
    text = Text()
    for sentence in answer.sentences:
        text.append(visible(sentence.text) + " ", "" if short else "bold")
        text.append("".join(f"[{number}]" for number in sentence.citations) + " ", "cyan")
    blocks = [_line(short, "bold"), _BLANK] if short else []
    blocks += [_Block(text), _BLANK]
    blocks += _sources(answer, opening)
    for citation in answer.citations:
        span, also = Span(citation.quote.start, citation.quote.end), also_line(citation, opening)
        blocks += _entry(f"[{citation.number}] ", _dated(citation), citation.article, span, opening, also=also)
    return blocks


def _sources(answer: Answer, opening: Opening) -> list[_Block]:
    """How many sources say so, or what each of them says."""
    differing = [
        _Block(Text.assemble((side.value, "bold"), f" — {side.name}, {side.day} ", (side.markers, "cyan")), Text("  "))
        for side in sides(answer, opening)
    ]
    if differing:
        return [_line(f"Sources differ.{difference_end(answer)}", "yellow"), *differing, _BLANK]
    agreeing = agreement_line(answer)
    return [_line(agreeing, "dim"), _BLANK] if agreeing else []


def _dated(citation: Citation) -> Text:
    """The quote with the days that its words mean, which are not its own and stand back."""
    dated = dated_quote(citation)
    return _marked(dated.text, 0, {"bold": dated.emphasis, "dim": dated.insertions})


def _body(answer: Answer, opening: Opening) -> list[_Block]:
    if answer.unclear:
        return [_line(unclear_line(answer.unclear, answer.question), "bold yellow"), _BLANK]
    return _answered(answer, opening) if answer.status == "answered" else _not_found(answer, opening)


def _not_found(answer: Answer, opening: Opening) -> list[_Block]:
    newest = answer.index.newest_published
    reach = f" It reaches to {day_words(newest)}." if newest else " How far it reaches is not known: nothing is dated."
    blocks = [_Block(Text.assemble(("Not in the archive.", "bold yellow"), reach)), _BLANK]
    if answer.nearest:
        blocks += [_line("The nearest passages, none of which clearly answers it:", "yellow"), _BLANK]
    for hit in answer.nearest:
        blocks += _passage(hit, opening)
    return blocks


def _passage(hit: Hit, opening: Opening, note: str = "") -> list[_Block]:
    words = Text(shortened(hit.passage.text, EXCERPT_CHARS))
    span = Span(hit.passage.start, hit.passage.end)
    return _entry(f"{hit.rank:>2}. ", words, hit.article, span, opening, note)


def _entry(
    marker: str,
    words: Text,
    info: ArticleInfo,
    span: Span,
    opening: Opening,
    note: str = "",
    also: str | None = None,
) -> list[_Block]:
    """Words of an article under their marker, where they come from and where to read on, and a blank line."""
    source = [f"— {source_line(info, opening)}{note}", info.url, show_command(info.id, span), also]
    margin = " " * len(marker)
    return [_Block(words, Text(marker, "cyan")), *(_line(line, "dim", margin) for line in source if line), _BLANK]


def _reach(answer: Answer) -> list[_Block]:
    lines = (writing_line(answer), newest_line(answer), limit_line(answer), archive_line(answer.index))
    return [_line(line, "dim") for line in lines if line]


def _marked(text: str, offset: int, styled: Mapping[str, Iterable[Span]], *, paragraphs: bool = False) -> Text:
    """`text`, which starts at `offset` of its article, with a style on what lies in its spans (article offsets)."""
    shown, places = visible_places(text, paragraphs=paragraphs)
    marked = Text(shown)
    for style, spans in styled.items():
        for span in spans:
            start, end = (min(max(at - offset, 0), len(text)) for at in span)
            marked.stylize(style, places[start], places[end])
    return marked


@dataclass(frozen=True)
class _Block:
    """Text wrapped beside `margin`, which stands on its first line only; no line ends in blanks."""

    text: Text
    margin: Text = field(default_factory=Text)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        indent = self.margin.cell_len
        for place, line in enumerate(self.text.wrap(console, max(options.max_width - indent, 1))):
            whole = Text.assemble(self.margin if place == 0 else " " * indent, line)
            whole.rstrip()
            yield whole


_BLANK = _Block(Text())


def _line(words: str, style: str, margin: str = "") -> _Block:
    return _Block(Text(visible(words), style), Text(margin, "dim"))


def _page(blocks: Iterable[_Block]) -> RenderableType:
    return Constrain(Group(*blocks), READING_WIDTH)
