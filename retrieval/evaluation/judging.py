"""
One question with known answers, asked and judged: `System` + `EvalQuestion` ► `Record`.

The system is given as callables, so that the whole chain, one mode of the search or a fake is measured the same way.
It sees a question's words and its history, never its id or what is known of its answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from corpus.types import Article
from retrieval.evaluation.matching import contains, exact_match, first_words, token_f1
from retrieval.evaluation.questions import EvalQuestion
from retrieval.types import Answer, Hit, Json, Question, Turn

Ask = Callable[[Question], Answer]
Search = Callable[[str, int], Sequence[Hit]]
"""What searches for a text: at most so many hits, the best first."""

DEPTHS = (1, 5, 10)
PASSAGE_WORDS = 200
QUOTE_WORDS = 60
QUOTES = 3


class Ranks(NamedTuple):
    """The rank, from 1, of the first hit that contains an answer, and of the first that also is of a gold article."""

    answer: int | None
    gold: int | None


@dataclass(frozen=True, slots=True)
class System:
    """What is measured. Without `search` there is no `answer@k` and `gold@k`; without `article_of` no `verified`."""

    ask: Ask
    search: Search | None = None
    article_of: Callable[[str], Article | None] | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """
    One question of a file with what the system made of it, and the judgement.

    `hits` and `ranks` are of a search for the question as the answer resolved it, None when nothing was searched.
    `right_quotes` says of each of the first three quotes whether it contains an answer; `proved` says of each citation
    whether its quote stands in the stored article where it says, and is None when the articles were not at hand.
    """

    file: str
    asked: EvalQuestion
    answer: Answer
    right_quotes: tuple[bool, ...]
    short_em: float
    short_f1: float
    hits: tuple[Hit, ...] | None = None
    ranks: Ranks | None = None
    proved: tuple[bool, ...] | None = None

    @property
    def first_quote_right(self) -> bool:
        return self.right_quotes[:1] == (True,)

    def to_json(self) -> Json:
        return {
            "file": self.file,
            "id": self.asked.id,
            "question": self.asked.text,
            "history": list(self.asked.history),
            "resolved_question": self.answer.resolved_question,
            "answers": list(self.asked.answers),
            "status": self.answer.status,
            "confidence": self.answer.confidence,
            "short_answer": self.answer.short_answer,
            "short_em": self.short_em,
            "short_f1": self.short_f1,
            "quotes": [citation.quote.text for citation in self.answer.citations[:QUOTES]],
            "right_quotes": list(self.right_quotes),
            "ranks": self.ranks._asdict() if self.ranks else None,
            "proved": None if self.proved is None else list(self.proved),
        }


def judge(file: str, asked: EvalQuestion, system: System) -> Record:
    """The record of one question: its history is asked first, then the question, then the search for it."""
    answer = _ask(asked, system.ask)
    found = answer.status == "answered"
    quotes = [first_words(citation.quote.text, QUOTE_WORDS) for citation in answer.citations[:QUOTES]]
    hits = system.search and tuple(system.search(answer.resolved_question or asked.text, DEPTHS[-1]))
    return Record(
        file=file,
        asked=asked,
        answer=answer,
        right_quotes=tuple(found and contains(quote, asked.answers) for quote in quotes),
        short_em=exact_match(answer.short_answer, asked.answers) if found else 0.0,
        short_f1=token_f1(answer.short_answer, asked.answers) if found else 0.0,
        hits=hits,
        ranks=None if hits is None else rank(asked, hits),
        proved=None if system.article_of is None else tuple(_proved(answer, system.article_of)),
    )


def rank(asked: EvalQuestion, hits: Iterable[Hit]) -> Ranks:
    """Where the answer first stands in `hits`; counted by place, whatever ranks the hits themselves carry."""
    answer = gold = None
    for place, hit in enumerate(hits, start=1):
        if contains(first_words(hit.passage.text, PASSAGE_WORDS), asked.answers):
            answer = answer or place
            if hit.article.id in asked.gold_articles:
                gold = gold or place
    return Ranks(answer, gold)


def within(depth: int, place: int | None) -> bool:
    """Whether a rank lies among the first `depth`; no rank does not."""
    return place is not None and place <= depth


def _ask(asked: EvalQuestion, ask: Ask) -> Answer:
    turns: tuple[Turn, ...] = ()
    for earlier in asked.history:
        answer = ask(Question(earlier, turns))
        turns += (Turn(earlier, answer.text, answer.resolved_question),)
    return ask(Question(asked.text, turns))


def _proved(answer: Answer, article_of: Callable[[str], Article | None]) -> Iterable[bool]:
    for citation in answer.citations:
        article, quote = article_of(citation.article.id), citation.quote
        # Python reads a negative start from the end; as an offset it is false.
        yield (
            article is not None and 0 <= quote.start < quote.end and article.text[quote.start : quote.end] == quote.text
        )
