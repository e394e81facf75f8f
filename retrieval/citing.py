"""Quotes: find them, number them, prove them again. Pure: articles come in, verdicts go out."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from corpus.dated_words import DatedWords, dated_words
from corpus.types import Article, Span
from retrieval.types import (
    OWN_WORDS,
    AlsoIn,
    Answer,
    AnswerSentence,
    Citation,
    Difference,
    DifferenceKind,
    Evidence,
    Side,
)

ArticleOf = Callable[[str], Article | None]
"""Gives the served article with an id; None when there is none."""


@dataclass(frozen=True, slots=True)
class Finding:
    """
    What the check of one citation, or of the answer's structure, came to, with one sentence for a person.

    `citation` is the number of the citation that was checked; None where the fault lies in the answer around it.
    "changed" is not "false": the article, or what is known of it, is another now than when it was quoted. "withdrawn"
    is not "missing article": somebody took it down, and what it said should not be quoted any more.
    """

    status: Literal["proved", "changed", "withdrawn", "missing article", "false"]
    message: str
    citation: int | None = None


def one_line(text: str) -> str:
    """`text` with every run of white space as one blank and none at its ends."""
    return " ".join(text.split())


def locate(quote: str, article: Article) -> Span | None:
    """
    The span of `article.text` that says `quote`, character for character.

    Line breaks and runs of blanks count as one blank, and those around the quote as nothing; nothing else is
    forgiven, because a quote that is nearly right is not a quote.

    Returns:
        Half-open character offsets into `article.text`, the first match; None when there is none, and for a
        quote without a word.
    """
    words = quote.split()
    if not words:
        return None
    match = re.search(r"\s+".join(map(re.escape, words)), article.text)
    return Span(*match.span()) if match else None


def cite(evidence: Sequence[Evidence]) -> tuple[tuple[AnswerSentence, ...], tuple[Citation, ...]]:
    """
    The sentences of an answer, one for each piece of evidence in its order, and their citations.

    A sentence says its first quote's words on one line, or what a model has worded. Citations are numbered from 1 as
    they appear, and a span that is cited again keeps its number. A citation's `score` is that of the passage it stands
    in. Sources are numbered from 1 in the same way.
    """
    numbered: dict[tuple[str, int, int], Citation] = {}
    sources: dict[str, int] = {}
    sentences = []
    for piece in evidence:
        numbers: list[int] = []
        nowhere_else: tuple[AlsoIn, ...] = ()
        also_in = piece.also_in or (nowhere_else,) * len(piece.quotes)
        for quote, hit, others in zip(piece.quotes, piece.hits, also_in, strict=True):
            place = (hit.article.id, quote.start, quote.end)
            source = sources.setdefault(hit.source, len(sources) + 1)
            new = Citation(len(numbered) + 1, quote, hit.article, hit.passage.id, hit.score, source, others)
            numbers.append(numbered.setdefault(place, new).number)
        text = one_line(piece.quotes[0].text) if piece.wording is None else piece.wording
        sentences.append(AnswerSentence(text, tuple(dict.fromkeys(numbers)), piece.check, together=piece.together))
    return tuple(sentences), tuple(numbered.values())


def difference(
    kind: DifferenceKind | None, evidence: Sequence[Evidence], sentences: Sequence[AnswerSentence]
) -> Difference | None:
    """What the `sentences`, which were made of `evidence` by `cite`, differ in; None where `kind` is None."""
    sides = tuple(
        Side(piece.value, sentence.citations)
        for piece, sentence in zip(evidence, sentences, strict=True)
        if piece.value is not None and (kind == "polarity" or one_line(piece.value) in one_line(piece.quotes[0].text))
    )
    return Difference(kind, sides) if kind and len(sides) > 1 else None


def quote_dates(citation: Citation) -> tuple[DatedWords, ...]:
    """
    The words of a quote that mean days, as the day of the article's publication tells, in offsets of the article.

    They are read out of the quote alone, so that whoever has a saved citation comes to the same. Empty when nothing is
    known of the day of publication: then even what the quote spells out may be a plan or a past to its reader.
    """
    quote, published = citation.quote, citation.article.published
    found = dated_words(quote.text, published) if published else ()
    return tuple(replace(one, start=quote.start + one.start, end=quote.start + one.end) for one in found)


def verify(
    answer: Answer, article_of: ArticleOf, *, text: str | None = None, withdrawn: Collection[str] = ()
) -> tuple[Finding, ...]:
    """
    Every citation proved anew by exact comparison, then every fault in how sentences and citations hang together.

    `text` is the answer's text as it was saved or sent, when there is one: it must equal the sentences with their
    markers, so that nobody reads a sentence that was not checked. `withdrawn` are the ids of the articles that were
    taken down, which prove nothing any more, be they still served or not.

    Returns:
        One finding for each citation, in their order, then one for each structural fault. The answer stands when all
        are "proved"; an answer that found nothing has nothing to prove and gives no finding.
    """
    article_of = cache(article_of)
    findings = [
        _taken_down(citation) if citation.article.id in withdrawn else _check(citation, article_of(citation.article.id))
        for citation in answer.citations
    ]
    faults = list(_faults(answer))
    if text is not None and text != answer.text:
        faults.append("The text is not what the sentences and their markers say.")
    return (*findings, *(Finding("false", fault) for fault in faults))


def keep_proved(answer: Answer, article_of: ArticleOf) -> Answer:
    """
    `answer` with nothing left in it that `verify` would not prove; the same object when all of it holds.

    A sentence goes when its words are not proved; one that is loses only the further citations that fail. What stays is
    numbered anew. The short answer goes with the first sentence, which it was taken from. When nothing is left, the
    status is "not_found"; whoever calls knows the nearest passages.
    """
    if all(finding.status == "proved" for finding in verify(answer, article_of)):
        return answer
    article_of = cache(article_of)
    proved: dict[int, Citation] = {}
    for citation in answer.citations:
        if _check(citation, article_of(citation.article.id)).status == "proved":
            proved.setdefault(citation.number, citation)
    kept = _resting_on(answer, proved)
    numbers = {citation.number: place for place, citation in enumerate(kept.citations, 1)}
    return replace(
        kept,
        sentences=tuple(replace(one, citations=tuple(numbers[old] for old in one.citations)) for one in kept.sentences),
        citations=tuple(replace(one, number=numbers[one.number]) for one in kept.citations),
        difference=_left_of(kept.difference, numbers),
    )


def withdraw(answer: Answer, article_ids: Collection[str]) -> Answer:
    """
    `answer` without a word of the articles with these ids, named in `withdrawn`; the same object if it had none.

    A sentence goes when its words are those of such an article, and the short answer with the first; one that stays
    loses only further citations. Nor is one named as saying the same as what stays. Markers keep their numbers: whoever
    was shown the answer goes by them. When nothing is left, the status is "not_found", and the answer is `emptied`.

    What its question was understood as stays, and may hold words out of the answers before it.
    """
    behind = (*(citation.article for citation in answer.citations), *(hit.article for hit in answer.nearest))
    gone = {article.id for article in behind}.intersection(article_ids)
    left = {one.number: _unnamed(one, article_ids) for one in answer.citations if one.article.id not in gone}
    if not gone:
        citations = tuple(left[one.number] for one in answer.citations)
        return answer if citations == answer.citations else replace(answer, citations=citations)
    return replace(
        _resting_on(answer, left),
        nearest=tuple(hit for hit in answer.nearest if hit.article.id not in gone),
        withdrawn=tuple(sorted(gone.union(answer.withdrawn))),
    )


def _resting_on(answer: Answer, left: Mapping[int, Citation]) -> Answer:
    """`answer` with the sentences whose words stand on the citations that are `left`, by number, and with those."""
    kept = [sentence for sentence in answer.sentences if _words_fault(sentence, left) is None]
    used = dict.fromkeys(number for sentence in kept for number in sentence.citations if number in left)
    first_kept = bool(kept) and kept[0] is answer.sentences[0]
    return replace(
        answer,
        status="answered" if kept else "not_found",
        sentences=tuple(
            replace(sentence, citations=tuple(dict.fromkeys(n for n in sentence.citations if n in left)))
            for sentence in kept
        ),
        citations=tuple(left[number] for number in used),
        short_answer=answer.short_answer if first_kept else None,
        difference=_left_of(answer.difference, {number: number for number in used}),
    )


def _unnamed(citation: Citation, article_ids: Collection[str]) -> Citation:
    return replace(citation, also_in=tuple(one for one in citation.also_in if one.article.id not in article_ids))


def _left_of(differing: Difference | None, numbers: Mapping[int, int]) -> Difference | None:
    """The difference between the sides whose first quote is left, by its number before and now; None with one side."""
    sides = tuple(
        replace(side, citations=tuple(numbers[number] for number in side.citations if number in numbers))
        for side in (differing.sides if differing else ())
        if numbers.keys() & side.citations[:1]
    )
    return replace(differing, sides=sides) if differing and len(sides) > 1 else None


def _taken_down(citation: Citation) -> Finding:
    message = f"Article {citation.article.id!r} was withdrawn from the archive; it should not be quoted any more."
    return Finding("withdrawn", message, citation.number)


def _check(citation: Citation, article: Article | None) -> Finding:
    number, quote = citation.number, citation.quote
    if article is None:
        return Finding("missing article", f"The archive holds no article {citation.article.id!r} any more.", number)
    # A negative offset would count from the article's end, and prove a quote that stands elsewhere.
    in_place = 0 <= quote.start < quote.end <= len(article.text) and article.text[quote.start : quote.end] == quote.text
    if article.info.sha256 != citation.article.sha256:
        moved = None if in_place else locate(quote.text, article)
        now = (
            "the quote still stands in its place"
            if in_place
            else f"the quote stands at {moved.start}:{moved.end} now"
            if moved
            else "the quote is not in it now"
        )
        return Finding("changed", f"Article {article.id!r} has changed since it was quoted; {now}.", number)
    if not in_place:
        place = f"{quote.start}:{quote.end}"
        return Finding("false", f"Article {article.id!r} does not say this quote at {place}.", number)
    for name in ("title", "outlet", "url", "published"):
        said, known = getattr(citation.article, name), getattr(article.info, name)
        if said != known:
            known, said = (str(value) if value is not None else "unknown" for value in (known, said))
            message = f"The {name} of article {article.id!r} is {known}; the citation says {said}."
            return Finding("changed", message, number)
    return Finding("proved", f"Article {article.id!r} says this quote at {quote.start}:{quote.end}.", number)


def _faults(answer: Answer) -> list[str]:
    faults = []
    if (answer.status == "answered") != bool(answer.sentences):
        faults.append(f'The status is "{answer.status}", but the answer has {len(answer.sentences)} sentences.')
    if [citation.number for citation in answer.citations] != list(range(1, len(answer.citations) + 1)):
        faults.append("The citations are not numbered 1, 2, 3 in their order.")
    entries: dict[int, Citation] = {}
    for citation in answer.citations:
        entries.setdefault(citation.number, citation)
    for place, sentence in enumerate(answer.sentences, 1):
        if fault := _words_fault(sentence, entries):
            faults.append(f"Sentence {place} {fault}.")
        further = (number for number in sentence.citations[sentence.check in OWN_WORDS :] if number not in entries)
        faults += [f"Sentence {place} cites [{number}], which has no entry." for number in further]
    used = {number for sentence in answer.sentences for number in sentence.citations}
    faults += [f"No sentence uses citation [{number}]." for number in entries if number not in used]
    return faults + (_difference_faults(answer.difference, entries) if answer.difference else [])


def _difference_faults(differing: Difference, entries: Mapping[int, Citation]) -> list[str]:
    """What is claimed to differ must stand in the quotes; a yes or a no is read out of them, and stands in none."""
    faults = [] if len(differing.sides) > 1 else ["A difference has one side only."]
    for side in differing.sides:
        quoted = [entries[number] for number in side.citations[:1] if number in entries]
        if not quoted:
            faults.append(f"The side {side.value!r} of a difference has no quote.")
        elif differing.kind != "polarity" and one_line(side.value) not in one_line(quoted[0].quote.text):
            faults.append(f"The quote [{quoted[0].number}] does not say {side.value!r}, on which sources differ.")
    return faults


def _words_fault(sentence: AnswerSentence, entries: Mapping[int, Citation]) -> str | None:
    """
    Why a sentence does not stand on its citations, as the rest of "Sentence 2 …"; None when it does.

    One in the article's own words stands on the first of them, one in a model's words on all that are there.
    """
    if not sentence.citations:
        return "has no citation"
    number = sentence.citations[0]
    if sentence.check in OWN_WORDS:
        if number not in entries:
            return f"cites [{number}], which has no entry"
        if one_line(sentence.text) != one_line(entries[number].quote.text):
            return f"does not say the words of its quote [{number}]"
        return None
    # Nobody needs it for the articles' own words, and a cold question none of its tables.
    from retrieval.proving.judging import Quoted, fault

    there = [entries[number] for number in sentence.citations if number in entries]
    if not there:
        return f"cites [{number}], which has no entry"
    found = fault(sentence.text, [Quoted(one.quote.text, one.article) for one in there])
    return f"says more than its quotes: the {found.reason} {found.words!r}" if found else None
