"""
Answers, hits and articles as a person reads them in a terminal. Pure: values in, rich renderables out.

Words of articles, titles and questions are not ours: they go through `_visible`, which lets no control, escape or
direction character out, and into `rich.text.Text`, which reads no markup. Colour and bold are the console's decision.
"""

from __future__ import annotations

import re
import shlex
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.constrain import Constrain
from rich.text import Text

from bot.dated_quotes import dated_quote
from corpus.types import Article, ArticleInfo, Passage, Span
from retrieval.newest import wants_newest
from retrieval.types import NO_FILTERS, Answer, Citation, Filters, Hit, IndexInfo, Window

Opening = Callable[[str], str]
"""Gives the first words of the article with an id, for one without a title; the empty string when it is unknown."""

READING_WIDTH = 100
"""Columns; a longer line is hard to read, however wide the terminal is."""

OPENING_CHARS = 44
EXCERPT_CHARS = 300

HIGHLIGHT = "bold black on yellow"

DATE_SOURCES = {"url": " (from the URL)", "text": " (from the text)"}

_RUNS = re.compile(r"\s+|\S")
_UNSAFE = {"Cc": "�", "Cs": "�", "Cf": ""}


def render_answer(answer: Answer, opening: Opening) -> RenderableType:
    """The answer with its markers, each quote with its source and where to read on, and how current the archive is."""
    blocks = []
    if answer.resolved_question:
        blocks = [_line(f"Understood as: {answer.resolved_question}", "dim"), _BLANK]
    if widened := widened_line(answer):
        blocks += [_line(widened, "yellow"), _BLANK]
    if not answer.emptied:
        blocks += _body(answer, opening)
    if answer.withdrawn:
        blocks += [_line(withdrawn_line(answer), "bold yellow"), _BLANK]
    return _page(blocks + _reach(answer))


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
    blocks += [_line(_joined(info.outlet, date_words(info), info.id), "dim")]
    blocks += [_line(info.url, "dim")] if info.url else []
    if span:
        words = _shortened(article.text[span.start : span.end], EXCERPT_CHARS)
        blocks += [_BLANK, _line(words, HIGHLIGHT, f"At {span.start}:{span.end}  ")]
    text = _marked(article.text, 0, {HIGHLIGHT: [span] if span else []}, paragraphs=True)
    blocks += [_BLANK, _Block(text)]
    if article.links:
        blocks += [_BLANK, _line("Links in the article", "dim")]
        blocks += [_line(link, "dim", "  ") for link in article.links]
    return _page(blocks)


def source_line(info: ArticleInfo, opening: Opening) -> str:
    """Outlet, date and headline of an article on one line."""
    return _joined(info.outlet, date_words(info), headline(info, opening))


def headline(info: ArticleInfo, opening: Opening) -> str:
    """The title of an article; its opening words and "…" where it has none; "untitled" where those are unknown too."""
    first_words = visible(opening(info.id)).rstrip("….")
    return info.title or (first_words and _shortened(first_words, OPENING_CHARS).rstrip("…") + "…") or "untitled"


def date_words(info: ArticleInfo) -> str:
    """When an article was published, and how that is known when its own data do not say; "date unknown"."""
    if info.published is None:
        return "date unknown"
    return day_words(info.published) + DATE_SOURCES.get(info.published_from or "", "")


def day_words(day: date) -> str:
    """A day as people write it, in English on every machine: "7 October 2021"."""
    months = "January February March April May June July August September October November December"
    return f"{day.day} {months.split()[day.month - 1]} {day.year}"


def archive_line(index: IndexInfo) -> str:
    """How much the archive holds, and how current it is."""
    newest = f"newest {day_words(index.newest_published)}" if index.newest_published else "none of them dated"
    holds = f"{_count(index.articles, 'article')}, {_count(index.passages, 'passage')}"
    return f"Archive: {holds} · {newest} · built {day_words(index.built_at.astimezone(UTC))}"


def withdrawn_line(answer: Answer) -> str:
    """Why an answer shows less than it did, or nothing: for one with `withdrawn` articles."""
    count = len(answer.withdrawn)
    one, many = ("The article", f"The {count} articles") if answer.emptied else ("An article", f"{count} articles")
    if count == 1:
        return f"{one} behind this answer was withdrawn from the archive; what it said is not shown any more."
    return f"{many} behind this answer were withdrawn from the archive; what they said is not shown any more."


def filters_line(filters: Filters, undated_left_out: int) -> str:
    """What a question was limited to, and how many articles that left out for having no date."""
    limits = [f"from {visible(filters.outlet)}"] if filters.outlet else []
    if filters.as_of and filters.until:
        since = [f"not before {day_words(filters.since)}"] if filters.since else []
        opening, limits = f"As of {day_words(filters.until)}: only articles ", [*limits, "published by then", *since]
    else:
        opening, limits = "Only articles ", limits + ([f"published {_window(filters)}"] if filters.windowed else [])
    left_out = f" · {_count(undated_left_out, 'article')} without a date left out" if undated_left_out else ""
    return opening + ", ".join(limits) + left_out


def limit_line(answer: Answer) -> str | None:
    """What an answer was drawn from; None for the whole archive."""
    if not answer.limits:
        return None
    asked = f" · “{visible(answer.window.text)}” in the question" if answer.window and answer.window.kept else ""
    return filters_line(answer.limits, answer.undated_left_out) + asked


def widened_line(answer: Answer) -> str | None:
    """That the question named a time of which nothing answers it, so that all times were searched; None otherwise."""
    if answer.window is None or answer.window.kept:
        return None
    named = visible(answer.window.text)
    return f"Nothing published {named[:1].lower()}{named[1:]} answers this; all dates were searched."


def newest_line(answer: Answer) -> str | None:
    """Of which day the newest quote is, for a question about now that was answered; None otherwise."""
    if not (answer.citations and wants_newest(answer.resolved_question or answer.question)):
        return None
    newest = answer.newest_quote
    return f"The newest quote is of {day_words(newest)}." if newest else "None of the quotes is dated."


def _window(window: Filters | Window) -> str:
    since, until = (day_words(day) if day else "" for day in (window.since, window.until))
    if since == until:
        return f"on {since}"
    return f"from {since} to {until}" if since and until else f"since {since}" if since else f"until {until}"


def show_command(article_id: str, span: Span) -> str:
    """The command that shows an article at a quote, safe to paste into a shell."""
    return f"dateline show {shlex.quote(visible(article_id))} --at {span.start}:{span.end}"


def _answered(answer: Answer, opening: Opening) -> list[_Block]:
    """The short answer on a line of its own, which then is all that is bold above the quotes."""
    short = visible(answer.short_answer or "").strip()
    text = Text()
    for sentence in answer.sentences:
        text.append(visible(sentence.text) + " ", "" if short else "bold")
        text.append("".join(f"[{number}]" for number in sentence.citations) + " ", "cyan")
    blocks = [_line(short, "bold"), _BLANK] if short else []
    blocks += [_Block(text), _BLANK]
    for citation in answer.citations:
        quote = citation.quote
        blocks += _entry(
            f"[{citation.number}] ", _dated(citation), citation.article, Span(quote.start, quote.end), opening
        )
    return blocks


def _dated(citation: Citation) -> Text:
    """The quote with the days that its words mean, which are not its own and stand back."""
    dated = dated_quote(citation)
    return _marked(dated.text, 0, {"bold": dated.emphasis, "dim": dated.insertions})


def unclear_line(unclear: str, question: str) -> str:
    """Why a question was not looked up, and what to do: `unclear` is a word of it, or all of it."""
    if unclear == question:
        return "That goes on from an earlier question, and there is none here. Please ask it in full."
    return f"I cannot tell what “{visible(unclear)}” means here. Please ask again and name it."


def _body(answer: Answer, opening: Opening) -> list[_Block]:
    if answer.unclear:
        return [_line(unclear_line(answer.unclear, answer.question), "bold yellow"), _BLANK]
    return _answered(answer, opening) if answer.status == "answered" else _not_found(answer, opening)


def _not_found(answer: Answer, opening: Opening) -> list[_Block]:
    newest = answer.index.newest_published
    reach = f" It reaches to {day_words(newest)}." if newest else " How far it reaches is not known: nothing is dated."
    blocks = [_Block(Text.assemble(("Not in the archive.", "bold yellow"), reach)), _BLANK]
    if answer.nearest:
        blocks += [_line("The nearest passages, none of which answers it:", "yellow"), _BLANK]
    for hit in answer.nearest:
        blocks += _passage(hit, opening)
    return blocks


def _passage(hit: Hit, opening: Opening, note: str = "") -> list[_Block]:
    words = Text(_shortened(hit.passage.text, EXCERPT_CHARS))
    span = Span(hit.passage.start, hit.passage.end)
    return _entry(f"{hit.rank:>2}. ", words, hit.article, span, opening, note)


def _entry(marker: str, words: Text, info: ArticleInfo, span: Span, opening: Opening, note: str = "") -> list[_Block]:
    """Words of an article under their marker, where they come from and where to read on, and a blank line."""
    source = [f"— {source_line(info, opening)}{note}", info.url, show_command(info.id, span)]
    margin = " " * len(marker)
    return [_Block(words, Text(marker, "cyan")), *(_line(line, "dim", margin) for line in source if line), _BLANK]


def _reach(answer: Answer) -> list[_Block]:
    lines = (newest_line(answer), limit_line(answer), archive_line(answer.index))
    return [_line(line, "dim") for line in lines if line]


def _marked(text: str, offset: int, styled: Mapping[str, Iterable[Span]], *, paragraphs: bool = False) -> Text:
    """`text`, which starts at `offset` of its article, with a style on what lies in its spans (article offsets)."""
    shown, places = _visible(text, paragraphs=paragraphs)
    marked = Text(shown)
    for style, spans in styled.items():
        for span in spans:
            start, end = (min(max(at - offset, 0), len(text)) for at in span)
            marked.stylize(style, places[start], places[end])
    return marked


def visible(text: str) -> str:
    """What may be shown of a foreign text on one line: no control, escape or direction character of it."""
    return _visible(text)[0]


def _visible(text: str, *, paragraphs: bool = False) -> tuple[str, list[int]]:
    """
    What may be shown of a foreign text, and for every place in it, its end included, the place in what is shown.

    A run of white space is one blank, or with `paragraphs` one or two line breaks where it has as many or more.
    Invisible format characters (direction marks, zero widths) go; a control character leaves a visible "�".
    """
    shown: list[str] = []
    places: list[int] = []
    for run in _RUNS.finditer(text):
        places += [len(shown)] * len(run[0])
        breaks = min(run[0].count("\n"), 2) if paragraphs else 0
        if run[0].isspace():
            shown += "\n" * breaks or " "
        elif (category := unicodedata.category(run[0])) in _UNSAFE:
            shown += _UNSAFE[category]
        else:
            shown += run[0]
    return "".join(shown), [*places, len(shown)]


def _shortened(text: str, most: int) -> str:
    """`text` on one line, cut between words after at most `most` characters, and then ended with "…"."""
    line = visible(text).strip()
    if len(line) <= most:
        return line
    whole_words = line[: most + 1].rpartition(" ")[0].rstrip(" ,;:—–-")
    return (whole_words or line[:most]) + "…"


def _joined(*parts: str | None) -> str:
    return " · ".join(visible(part) for part in parts if part)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


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
