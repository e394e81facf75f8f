"""The answer in a model's words: asked for, read as it comes, held against the passages sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from config.errors import ServiceError, ServiceUnreadable
from corpus.types import Span
from retrieval.citing import one_line
from retrieval.index import Index
from retrieval.llm.failing import CUT_SHORT, UNREADABLE
from retrieval.llm.service import ChatService, Errand, Messages
from retrieval.proving.addresses import places_of
from retrieval.types import Evidence, Hit, Quote, Reading, Turn, Writing
from retrieval.writing.drafts import Draft
from retrieval.writing.json_form import SCHEMA
from retrieval.writing.parsing import DraftReader
from retrieval.writing.prompting import Prompt, answer_prompt, instructions
from retrieval.writing.resting import Rest, Resting, resting
from retrieval.writing.sides import with_sides
from retrieval.writing.tidying import literals, tidied

MOST_SENTENCES = 6
"""That a model is asked for at most; a few more are taken."""
MOST_TAKEN = 8

_VERDICT = re.compile(r"(Yes|No)(?:[,:;]|\.(?!\s?\d)|\s[–—-])\s+(?=\w)")


class Written(NamedTuple):
    """
    The sentences that are proved so far, what can be told of the writing, and whether that is all.

    `short_answer` and `confidence` as in `Answer`.
    """

    evidence: tuple[Evidence, ...]
    writing: Writing
    short_answer: str | None
    confidence: float
    done: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """
    What is to be answered: the question as it is understood, what was said before, and what was found and read.

    Passages of `suspected` articles, by their ids, are not shown to the model.
    """

    text: str
    turns: tuple[Turn, ...]
    hits: tuple[Hit, ...]
    reading: Reading
    suspected: frozenset[str] = frozenset()

    @property
    def passages(self) -> tuple[Hit, ...]:
        """What the model is shown, in the reader's order, the likeliest to answer first."""
        read = [one.hit for one in self.reading.passages]
        ids = {hit.passage.id for hit in read}
        all_of_them = (*read, *(hit for hit in self.hits if hit.passage.id not in ids))
        return tuple(hit for hit in all_of_them if hit.article.id not in self.suspected)


class Writer:
    """Writes answers with `service`. Safe to use from several threads."""

    def __init__(self, service: ChatService, today: Callable[[], date]) -> None:
        self._service = service
        self._today = today

    @property
    def name(self) -> str:
        """What an answer says it was answered by."""
        return self._service.name

    def write(self, asked: Asked, index: Index, errand: Errand) -> Iterator[Written]:
        """
        The answer as it grows, each time by a sentence that is proved; the last one is `done`.

        A model that stops in the middle leaves what it had proved by then, and says so in `cut`.

        Raises:
            ServiceError: nothing came that can be read, or it came too late.
            Cancelled: nobody waits any more.
        """
        room = self._service.limits.prompt_tokens
        prompt = answer_prompt(
            asked.text,
            asked.turns,
            asked.passages,
            index.info,
            self._today(),
            sentences=MOST_SENTENCES,
            room=room,
        )
        so_far = _SoFar(prompt, asked, self.name)
        reader = DraftReader()
        with self._service.admitted():
            try:
                for piece in self._service.write(_forms(prompt), errand, SCHEMA):
                    for draft in reader.feed(piece):
                        if so_far.take(draft):
                            yield so_far.written(errand)
                    if so_far.full:
                        break
                drafts = reader.finish(cut=so_far.full)
            except ServiceError as error:
                drafts = reader.finish(cut=True)
                if not (so_far.evidence or drafts):
                    raise
                so_far.cut = f"{error.service} stopped in the middle of its answer: {error.reason}"
            for draft in drafts:
                if so_far.take(draft):
                    yield so_far.written(errand)
            if not reader.readable:
                raise ServiceUnreadable(self.name, UNREADABLE)
            if not (reader.ended or so_far.full or so_far.cut):
                so_far.cut = f"{self.name} stopped in the middle of its answer: {CUT_SHORT}"
        yield so_far.written(errand, done=True)


def _forms(prompt: Prompt) -> Messages:
    return lambda structured: prompt.messages(instructions("as_json" if structured else "as_lines"))


class _SoFar:
    """What has been proved of an answer, and why the rest was dropped."""

    def __init__(self, prompt: Prompt, asked: Asked, model: str) -> None:
        self._prompt = prompt
        self._reading = asked.reading
        self._withheld = len(asked.suspected)
        self._model = model
        articles = [one.hit.article for one in prompt.shown]
        told = (text for one in articles for text in (one.title, one.outlet) if text)
        self._own = literals("\n".join((*(one.hit.passage.text for one in prompt.shown), *told)))
        self._own |= {place for one in articles for place in places_of(one.url)}
        self._taken = 0
        self._dropped: list[str] = []
        self._held = False
        self.evidence: list[Evidence] = []
        self.cut: str | None = None

    @property
    def full(self) -> bool:
        return self._taken > MOST_TAKEN

    def take(self, draft: Draft) -> bool:
        """Hold one sentence against the passages; whether it made the answer longer."""
        self._taken += 1
        if self.full:
            self._dropped.append("too many")
            return False
        text = self._without_verdict(tidied(draft.text, self._own))
        if not text:
            self._dropped.append("empty")
            return False
        found = resting(Draft(text, draft.claimed), self._prompt.shown)
        reason = self._refused(found)
        if reason:
            self._dropped.append(reason)
            return False
        if found.outcome == "replaced" and found.fault:
            self._dropped.append(found.fault)
        self._held = self._held or found.outcome != "replaced"
        self.evidence.append(_evidence(found))
        return True

    def written(self, errand: Errand, *, done: bool = False) -> Written:
        evidence = tuple(self.evidence)
        if done:
            evidence = with_sides(evidence, self._reading)
        writing = Writing(
            model=self._model,
            cut=self.cut,
            dropped=tuple(self._dropped),
            passages_left_out=self._prompt.passages_left_out,
            turns_left_out=self._prompt.turns_left_out,
            withheld=self._withheld,
            estimated=errand.estimated,
        )
        return Written(
            evidence,
            writing,
            short_answer(evidence, self._reading),
            confidence(evidence, self._reading),
            done,
        )

    def _without_verdict(self, text: str) -> str:
        """The sentence without a "Yes," or "No," before it that the reader does not say: no quote could prove it."""
        verdict = _VERDICT.match(text)
        if verdict is None or verdict[1] == self._reading.short_answer:
            return text
        rest = text[verdict.end() :]
        return f"{rest[0].upper()}{rest[1:]}"

    def _refused(self, found: Resting) -> str | None:
        """Why a sentence is not shown, in a word; None for one that is."""
        if found.outcome == "dropped":
            return found.fault
        if any(one_line(piece.wording or piece.quotes[0].text) == found.text for piece in self.evidence):
            return "said before"
        if found.outcome == "replaced":
            # A source's sentence in place of an invented one answers nothing, unless something else says that the
            # archive does: the reader, or a sentence that held.
            if not (self._held or self._reading.evidence):
                return found.fault
            if any(_says_again(found.rests[0], piece) for piece in self.evidence):
                return found.fault
        return None


def _says_again(rest: Rest, piece: Evidence) -> bool:
    """Whether a quote is one of a sentence that stands already."""
    return any(
        hit.article.id == rest.hit.article.id and quote.start < rest.span.end and rest.span.start < quote.end
        for quote, hit in zip(piece.quotes, piece.hits, strict=True)
    )


def _evidence(found: Resting) -> Evidence:
    own = found.outcome in ("verbatim", "replaced")
    check = "verbatim" if found.outcome == "dropped" else found.outcome
    return Evidence(
        quotes=tuple(_quote(rest) for rest in found.rests),
        hits=tuple(rest.hit for rest in found.rests),
        score=max(rest.hit.score for rest in found.rests),
        wording=None if own else found.text,
        check=check,
        together=found.together,
    )


def _quote(rest: Rest) -> Quote:
    return Quote(rest.text, rest.span.start, rest.span.end, tuple(_merged(rest.words)))


def _merged(spans: Sequence[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def short_answer(evidence: Sequence[Evidence], reading: Reading) -> str | None:
    """
    The reader's short answer, where the first sentence rests on what the reader read it out of and says it too.

    A "Yes" or "No" only where the sentence begins with the word. None in every other case: a model's own is not proved.
    """
    if not (evidence and reading.evidence and reading.short_answer):
        return None
    first, read, short = evidence[0], reading.evidence[0], reading.short_answer
    if not _overlap(first, read):
        return None
    said = one_line(first.wording or first.quotes[0].text)
    if short in ("Yes", "No"):
        return short if said.startswith((f"{short},", f"{short}.", f"{short}:")) else None
    return short if re.search(rf"(?<!\w){re.escape(short)}(?!\w)", said) else None


def confidence(evidence: Sequence[Evidence], reading: Reading) -> float:
    """
    The probability that the first quote answers: the reader's own where it chose the same, else that of the passage.
    """
    if not evidence or (reading.evidence and _overlap(evidence[0], reading.evidence[0])):
        return reading.confidence
    scores = {one.hit.passage.id: one.hit.score for one in reading.passages}
    return scores.get(evidence[0].hits[0].passage.id, 0.0)


def _overlap(one: Evidence, other: Evidence) -> bool:
    return any(
        here.article.id == there.article.id and quote.start < read.end and read.start < quote.end
        for quote, here in zip(one.quotes, one.hits, strict=True)
        for read, there in zip(other.quotes, other.hits, strict=True)
    )
