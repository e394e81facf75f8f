"""The failures one by one: what was asked, answered, searched, read and chosen, by the step that lost the answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.report.markup import annotated, decimal, excerpt, safe, source
from bot.wording import Opening, show_command
from corpus.types import Span
from retrieval.evaluation import EvalQuestion, Mistake, Record, mistake_of
from retrieval.evaluation.judging import QUOTES, passage_says, quote_says
from retrieval.evaluation.matching import places
from retrieval.types import Citation, Hit, Quote, ReadPassage

EXPLAINED = {
    Mistake.NOT_FOUND: "No passage that was found or read contains an answer: search missed it, or it is said "
    "in other words.",
    Mistake.NOT_READ: "A passage that contains an answer was found and is not among those that were read.",
    Mistake.NOT_CHOSEN: "A passage that contains an answer was read, and the first quote comes from elsewhere.",
    Mistake.WITHHELD: "The first quote would have been right, and its confidence was below the threshold.",
    Mistake.NOT_THERE: "The archive holds no known answer, and one was given.",
    Mistake.UNKNOWN: "The answer is wrong or was refused, and the reader does not tell what it read.",
}

EXCERPT_CHARS = 260
SHOWN_READ = 12
"""Passages of a reading that are shown, and beyond them those that contain an answer."""

Numbered = tuple[int, Record]
"""A record with its place in the evaluation, from 1, which its anchor is made of: no foreign word is in an anchor."""


def by_class(records: Iterable[Record]) -> dict[Mistake, list[Numbered]]:
    """The records that are not as they should be, in the order of the classes; a class without one is left out."""
    found: dict[Mistake, list[Numbered]] = {mistake: [] for mistake in Mistake}
    for place, record in enumerate(records, start=1):
        if mistake := mistake_of(record):
            found[mistake].append((place, record))
    return {mistake: members for mistake, members in found.items() if members}


def class_id(mistake: Mistake) -> str:
    return mistake.name.lower().replace("_", "-")


def contents(found: Mapping[Mistake, Sequence[Numbered]]) -> str:
    """The classes with their counts, each a link to its questions."""
    rows = "".join(
        f'<tr><td>{len(members):,}</td><th scope="row"><a href="#{class_id(mistake)}">{mistake.value}</a>'
        f"<small>{EXPLAINED[mistake]}</small></th></tr>\n"
        for mistake, members in found.items()
    )
    caption = "<caption>Failures by the step at which the answer was lost</caption>"
    return f'<table class="classes">{caption}<tbody>{rows}</tbody></table>'


def sections(
    found: Mapping[Mistake, Sequence[Numbered]], opening: Opening, threshold: float, files: Mapping[str, str]
) -> str:
    """
    A section for each class, in it an entry for each question, closed until somebody opens it.

    `files` are the names to show for the files of the questions; an only one is not shown.
    """
    return "".join(
        f'<section id="{class_id(mistake)}"><h3>{mistake.value[:1].upper()}{mistake.value[1:]} '
        f'<span class="count">{len(members):,}</span></h3>\n<p class="note">{EXPLAINED[mistake]}</p>\n'
        f"{''.join(_entry(place, record, opening, threshold, files) for place, record in members)}</section>\n"
        for mistake, members in found.items()
    )


def _entry(place: int, record: Record, opening: Opening, threshold: float, files: Mapping[str, str]) -> str:
    asked, answer = record.asked, record.answer
    verdict = "answered" if record.answered else "refused"
    told = f"{verdict} at {decimal(answer.confidence)}" if answer.confidence == answer.confidence else verdict
    known = [f"<q>{safe(known)}</q>" for known in asked.answers]
    facts = [("Asked before", "<br>".join(map(safe, asked.history)))] if asked.history else []
    facts += [("Understood as", safe(answer.resolved_question))] if answer.resolved_question else []
    facts += [("Known answers", " · ".join(known) or "none: the archive should not answer it")]
    facts += [("Short answer", safe(answer.short_answer))] if answer.short_answer else []
    parts = [
        f"<dl>{''.join(f'<dt>{name}</dt><dd>{words}</dd>' for name, words in facts)}</dl>",
        _answered(record, opening) if record.answered else _refused(record, opening, threshold),
        _searched(record, opening),
        _read(record, opening),
    ]
    where = f"{files.get(record.file, record.file)} · {asked.id}" if len(files) > 1 else asked.id
    return (
        f'<details id="q{place}"><summary><span class="asked">{safe(asked.text)}</span> '
        f'<span class="meta">{told} · {safe(where)}</span></summary>\n'
        f'<div class="entry">{"".join(parts)}<p class="permalink"><a href="#q{place}">Link to this question</a></p>'
        "</div></details>\n"
    )


def _answered(record: Record, opening: Opening) -> str:
    quotes = "".join(_cited(citation, record, opening) for citation in record.answer.citations)
    return f'<h4>Answered</h4><ol class="quotes">{quotes}</ol>'


def _cited(citation: Citation, record: Record, opening: Opening) -> str:
    quote = citation.quote
    counts = citation.number <= QUOTES and quote_says(quote.text, record.asked)
    command = safe(show_command(citation.article.id, Span(quote.start, quote.end)))
    return (
        f'<li value="{citation.number}"><blockquote>{_quote(quote, record.asked)}</blockquote>'
        f'<p class="from">{source(citation.article, opening)}{_flag("contains an answer", counts)}</p>'
        f'<p class="command"><code>{command}</code></p></li>\n'
    )


def _refused(record: Record, opening: Opening, threshold: float) -> str:
    confidence = record.answer.confidence
    below = f"The confidence {decimal(confidence, 3)} is below {threshold:g}." if confidence < threshold else ""
    if record.read is None:
        return f"<h4>Refused</h4><p>{below} What would have been quoted is not known.</p>"
    if not record.read:
        return "<h4>Refused</h4><p>There was nothing to read.</p>"
    best = record.read[0]
    return (
        f'<h4>Refused</h4><p>{below} Withheld:</p><ol class="quotes"><li><blockquote>{_quote(best.quote, record.asked)}'
        f'</blockquote><p class="from">{source(best.hit.article, opening)}'
        f"{_flag('contains an answer', quote_says(best.quote.text, record.asked))}</p></li></ol>"
    )


def _searched(record: Record, opening: Opening) -> str:
    if record.hits is None:
        return "<h4>Searched</h4><p>What was found is not known.</p>"
    if not record.hits:
        return "<h4>Searched</h4><p>Nothing was found.</p>"
    says = [passage_says(hit, record.asked) for hit in record.hits]
    first = says.index(True) if True in says else None
    items = "".join(
        f'<li class="{"says" if contains else "other"}"><p class="from">{_place(hit)} · {source(hit.article, opening)}'
        f"{_flag('first that contains an answer' if at == first else 'contains an answer', contains)}</p>"
        f"<p>{excerpt(hit.passage.text, EXCERPT_CHARS, (), places(hit.passage.text, record.asked.answers))}</p></li>\n"
        for at, (hit, contains) in enumerate(zip(record.hits, says, strict=True))
    )
    return f'<h4>Searched <small>rank · score</small></h4><ol class="rows">{items}</ol>'


def _read(record: Record, opening: Opening) -> str:
    if record.read is None:
        return "<h4>Read</h4><p>What was read is not known.</p>"
    if not record.read:
        return "<h4>Read</h4><p>Nothing.</p>"
    chosen = _chosen(record)
    shown = list(_worth_showing(record.read, record.asked))
    items = "".join(_row(row, record, opening, row is chosen) for row in shown)
    left = len(record.read) - len(shown)
    rest = f'<p class="note">{left:,} more without an answer.</p>' if left else ""
    legend = "<small>score of the sentence · rank and score of its passage</small>"
    return f'<h4>Read {legend}</h4><ol class="rows">{items}</ol>{rest}'


def _worth_showing(read: Sequence[ReadPassage], asked: EvalQuestion) -> Iterator[ReadPassage]:
    for place, row in enumerate(read):
        if place < SHOWN_READ or quote_says(row.quote.text, asked) or passage_says(row.hit, asked):
            yield row


def _row(row: ReadPassage, record: Record, opening: Opening, chosen: bool) -> str:
    in_sentence, in_passage = quote_says(row.quote.text, record.asked), passage_says(row.hit, record.asked)
    words = excerpt(row.quote.text, EXCERPT_CHARS, _emphasis(row.quote), places(row.quote.text, record.asked.answers))
    what = "contains an answer" if in_sentence else "its passage contains an answer"
    choice = "" if not chosen else "chosen" if record.answered else "chosen, then refused"
    return (
        f'<li class="{"says" if in_sentence or in_passage else "other"}"><p class="from">{row.score:.2f} · '
        f"{_place(row.hit)} · {source(row.hit.article, opening)}"
        f"{_flag(choice, chosen, 'choice')}{_flag(what, in_sentence or in_passage)}</p><p>{words}</p></li>\n"
    )


def _chosen(record: Record) -> ReadPassage | None:
    """The row that the first quote came from; of a refusal the likeliest, which would have been quoted."""
    read = record.read or ()
    if not record.answered:
        return read[0] if read else None
    first = record.answer.citations[0] if record.answer.citations else None
    for row in read:
        if first and (row.hit.article.id, row.quote.start) == (first.article.id, first.quote.start):
            return row
    return None


def _place(hit: Hit) -> str:
    return f"{hit.rank} · {hit.score:.2f}"


def _quote(quote: Quote, asked: EvalQuestion) -> str:
    return annotated(quote.text, _emphasis(quote), places(quote.text, asked.answers))


def _emphasis(quote: Quote) -> list[Span]:
    """The words that a quote emphasises, in its own characters."""
    return [Span(span.start - quote.start, span.end - quote.start) for span in quote.emphasis]


def _flag(words: str, shown: bool, kind: str = "says") -> str:
    return f' <span class="flag {kind}">{words}</span>' if shown else ""
