"""
The sentences that make an answer: what several sources say alike once, and what they differ in side by side.

A source is a story: its copies and versions have one voice. Of two versions of a sentence the newer one speaks.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from retrieval.citing import one_line
from retrieval.index import Index
from retrieval.reader.answering import quote
from retrieval.reader.comparing import (
    AGREEING,
    COMPARED,
    Events,
    Said,
    agree,
    differing,
    in_the_same_words,
    one_voice,
    said_by,
    shared_terms,
)
from retrieval.reader.context import Sentences, with_context
from retrieval.reader.ranking import Ranked, same_answer
from retrieval.reader.signals import Asked, Candidate
from retrieval.types import DifferenceKind, Evidence, Quote

ALSO = 0.7
"""How far the score of a further sentence may lie below that of the best one: half its odds."""
ALTERED = 0.5
"""Sentences of two versions of a story that share this part of their terms are one sentence, before and after."""
MOST_QUOTES = 5
"""Quotes of one sentence of an answer."""

_KINDS: dict[str, DifferenceKind] = {
    "number": "number",
    "date": "date",
    "person": "name",
    "place": "name",
    "name": "name",
    "yes_no": "polarity",
}


class Gathered(NamedTuple):
    """`evidence` the best first, at least one; `first` is the candidate that its first quote is of."""

    evidence: tuple[Evidence, ...]
    first: Candidate
    differs_in: DifferenceKind | None


def gather(asked: Asked, found: Sequence[Ranked], most: int, index: Index) -> Gathered:
    """
    The best sentences, at most `most`, each with those of other sources that say the same; at least one.

    Further ones only when they are nearly as likely as the best, or another source's with the same answer or with one
    that differs, and not quoted already as the context of a better one. Where sources differ, the side that was
    published last comes first. `found` is the best first, and not empty.
    """
    read = {(one.candidate.article_id, one.candidate.span): one.candidate for one in found}
    near = [one for one in found if one.score >= found[0].score - COMPARED]
    said = list(_speaking([said_by(asked, one, index) for one in near]))
    events = Events(said, index)
    sides = differing(asked, said, events)
    if sides:
        first = max(sides, key=lambda one: (one.published or date.min, one.ranked.score)) if _dated(sides) else sides[0]
        others = [one for one in said if one is not first]
        said = [first, *(one for one in sides if one is not first), *(one for one in others if one not in sides)]
    groups = _groups(asked, said, most, read, sides, events)
    return Gathered(
        tuple(_evidence(group, sides) for group in groups),
        said[0].candidate,
        _KINDS[asked.kind] if sides else None,
    )


def _speaking(said: Sequence[Said]) -> Iterator[Said]:
    """
    `said` with each sentence as it is to be quoted, once.

    That is the newest wording of one that a later version of its story has altered, and the story itself where a
    round-up only holds it.
    """
    given: list[Said] = []
    for one in said:
        states = [other for other in said if other is one or _altered(one, other) or _holds(one, other)]
        own = [state for state in states if not any(_holds(state, other) for other in states)]
        speaks = max(own or states, key=lambda state: state.published or date.min)
        if not any(speaks is other for other in given):
            given.append(speaks)
            yield speaks


def _holds(one: Said, other: Said) -> bool:
    """Whether `one` is the sentence of `other` in a round-up."""
    a, b = one.candidate, other.candidate
    return a.hit.source != b.hit.source and b.hit.source in a.hit.holds and one_line(a.text) == one_line(b.text)


def _altered(one: Said, other: Said) -> bool:
    """Whether these are one sentence of a story in two states; both must be dated to know which is the newer."""
    a, b = one.candidate, other.candidate
    return (
        a.hit.source == b.hit.source
        and a.article_id != b.article_id
        and one.published is not None
        and other.published is not None
        and one_line(a.text) != one_line(b.text)
        and (one.against(other) == "differ" or shared_terms(a.text, b.text) >= ALTERED)
    )


def _dated(sides: Collection[Said]) -> bool:
    return all(side.published for side in sides)


def _groups(
    asked: Asked, said: Sequence[Said], most: int, read: Sentences, sides: Sequence[Said], events: Events
) -> list[list[tuple[Said, Quote]]]:
    """The sentences of the answer, each with its quotes; a side of a difference is always among them."""
    best = max(one.ranked.score for one in said)
    answering = sides or said[:1]
    groups: list[list[tuple[Said, Quote]]] = []
    for one in said:
        agrees = next((side for side in answering if agree(side, one, events)), None)
        second = agrees or (
            one.ranked.score >= best - AGREEING
            and not one_voice(one, said[0])
            and same_answer(one.candidate, said[0].candidate)
        )
        if one.ranked.score < best - ALSO and not second and one not in answering:
            continue
        shown = quote(asked, one.candidate, with_context(one.candidate, read))
        alike = next((group for group in groups if group[0][0] is agrees or in_the_same_words(group[0][0], one)), None)
        heard = any(one_voice(each, one) for each, _ in alike or [])
        if heard or any(_overlap(other, shown) for group in groups for each, other in group if _one_article(each, one)):
            continue
        if alike is not None:
            if len(alike) < MOST_QUOTES:
                alike.append((one, shown))
        elif len(groups) < max(most, len(sides)):
            groups.append([(one, shown)])
    return groups


def _one_article(one: Said, other: Said) -> bool:
    return one.candidate.article_id == other.candidate.article_id


def _evidence(group: Sequence[tuple[Said, Quote]], sides: Collection[Said]) -> Evidence:
    first = group[0][0]
    value = first.shown if any(one in sides for one, _ in group) else None
    return Evidence(
        tuple(shown for _, shown in group),
        tuple(one.candidate.hit for one, _ in group),
        first.ranked.score,
        value,
    )


def _overlap(one: Quote, other: Quote) -> bool:
    return one.start < other.end and other.start < one.end
