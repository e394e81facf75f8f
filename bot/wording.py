"""
What front ends say of an answer and its articles, as lines of text. Pure: values in, words out.

Words of articles, titles and questions are not ours: they go through `visible`, which lets no control, escape or
direction character out.
"""

from __future__ import annotations

import re
import shlex
import unicodedata
from collections.abc import Callable
from datetime import UTC, date

from corpus.types import ArticleInfo, Span
from retrieval.newest import wants_newest
from retrieval.types import Answer, Filters, IndexInfo, Window

Opening = Callable[[str], str]
"""Gives the first words of the article with an id, for one without a title; the empty string when it is unknown."""

OPENING_CHARS = 44
NOT_UNPROVED = frozenset(("said before", "empty", "too many"))
"""Why a sentence is left out that may well be proved."""
DATE_SOURCES = {"url": " (from the URL)", "text": " (from the text)"}

_RUNS = re.compile(r"\s+|\S")
_UNSAFE = {"Cc": "�", "Cs": "�", "Cf": ""}


def source_line(info: ArticleInfo, opening: Opening) -> str:
    """Outlet, date and headline of an article on one line."""
    return joined(info.outlet, date_words(info), headline(info, opening))


def headline(info: ArticleInfo, opening: Opening) -> str:
    """The title of an article; its opening words and "…" where it has none; "untitled" where those are unknown too."""
    first_words = visible(opening(info.id)).rstrip("….")
    return info.title or (first_words and shortened(first_words, OPENING_CHARS).rstrip("…") + "…") or "untitled"


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
    holds = f"{counted(index.articles, 'article')}, {counted(index.passages, 'passage')}"
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
    left_out = f" · {counted(undated_left_out, 'article')} without a date left out" if undated_left_out else ""
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


def fallback_line(answer: Answer) -> str | None:
    """Why the language model that is set did not write the answer; None where it did, and where none is set."""
    if answer.writing is None or answer.writing.fallback is None:
        return None
    return f"{visible(answer.writing.fallback)}. The articles themselves answer instead."


def writing_line(answer: Answer) -> str | None:
    """What a language model did of the answer, and what was done with it; None where it did nothing."""
    writing = answer.writing
    if writing is None or writing.fallback is not None:
        return None
    said = [f"Written by {visible(writing.model)}" if answer.sentences else f"Looked for by {visible(writing.model)}"]
    if replaced := sum(sentence.check == "replaced" for sentence in answer.sentences):
        said.append(f"{counted(replaced, 'sentence')} in the source's words instead of its own")
    unproved = [reason for reason in writing.dropped if reason not in NOT_UNPROVED]
    if dropped := len(unproved) - replaced:
        said.append(f"{counted(dropped, 'sentence')} that no quote proves left out")
    if too_many := writing.dropped.count("too many"):
        said.append(f"{counted(too_many, 'more sentence')} not looked at")
    if writing.passages_left_out:
        said.append(f"{counted(writing.passages_left_out, 'passage')} that did not fit left out")
    if writing.turns_left_out:
        said.append(f"{counted(writing.turns_left_out, 'earlier question')} not told to it")
    if writing.withheld:
        said.append(f"{counted(writing.withheld, 'article')} addressed to machines not shown to it")
    cut = f" {visible(writing.cut)}." if writing.cut else ""
    return "; ".join(said) + "." + cut


def _window(window: Filters | Window) -> str:
    since, until = (day_words(day) if day else "" for day in (window.since, window.until))
    if since == until:
        return f"on {since}"
    return f"from {since} to {until}" if since and until else f"since {since}" if since else f"until {until}"


def show_command(article_id: str, span: Span) -> str:
    """The command that shows an article at a quote, safe to paste into a shell."""
    return f"dateline show {shlex.quote(visible(article_id))} --at {span.start}:{span.end}"


def unclear_line(unclear: str, question: str) -> str:
    """Why a question was not looked up, and what to do: `unclear` is a word of it, or all of it."""
    if unclear == question:
        return "That goes on from an earlier question, and there is none here. Please ask it in full."
    return f"I cannot tell what “{visible(unclear)}” means here. Please ask again and name it."


def visible(text: str) -> str:
    """What may be shown of a foreign text on one line: no control, escape or direction character of it."""
    return visible_places(text)[0]


def visible_places(text: str, *, paragraphs: bool = False) -> tuple[str, list[int]]:
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


def shortened(text: str, most: int) -> str:
    """`text` on one line, cut between words after at most `most` characters, and then ended with "…"."""
    line = visible(text).strip()
    if len(line) <= most:
        return line
    whole_words = line[: most + 1].rpartition(" ")[0].rstrip(" ,;:—–-")
    return (whole_words or line[:most]) + "…"


def joined(*parts: str | None) -> str:
    return " · ".join(visible(part) for part in parts if part)


def counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
