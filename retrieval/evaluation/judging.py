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
from retrieval.types import Answer, Hit, Json, Question, Reading, ReadPassage, Turn

Ask = Callable[[Question], Answer]
Search = Callable[[str, int], Sequence[Hit]]
"""What searches for a text: at most so many hits, the best first."""
Read = Callable[[str], Reading]
"""What reads for a text: the reading that the answer to it was made from."""

DEPTHS = (1, 5, 10)
PASSAGE_WORDS = 200
QUOTE_WORDS = 60
QUOTES = 3
READ_TOLD = 5
"""Passages of a reading that a record's JSON tells; the rest were never near an answer."""


class Ranks(NamedTuple):
    """The rank, from 1, of the first hit that contains an answer, and of the first that also is of a gold article."""

    answer: int | None
    gold: int | None


@dataclass(frozen=True, slots=True)
class System:
    """
    What is measured. Without `search` there is no `answer@k` and `gold@k`; without `article_of` no `verified`.

    `read` changes no figure: it tells what was read, and what would have been quoted where the answer was refused.
    """

    ask: Ask
    search: Search | None = None
    article_of: Callable[[str], Article | None] | None = None
    read: Read | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """
    One question of a file with what the system made of it, and the judgement.

    `hits` and `ranks` are of a search for the question as the answer resolved it, None when nothing was searched;
    `reading` is for the same words, None when nobody asked for it.
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
    reading: Reading | None = None

    @property
    def answered(self) -> bool:
        return self.answer.status == "answered"

    @property
    def first_quote_right(self) -> bool:
        return self.right_quotes[:1] == (True,)

    @property
    def read(self) -> tuple[ReadPassage, ...] | None:
        """
        What was read, the best sentence first; None when that is not known, as of a reader that tells none.

        A reading orders passages by how likely they answer, but it is the best sentence of all that is quoted.
        """
        if self.reading is None or (not self.reading.passages and self.reading.confidence > 0):
            return None
        return tuple(sorted(self.reading.passages, key=lambda row: -row.score))

    @property
    def best_quote_right(self) -> bool | None:
        """
        Whether the first quote contains an answer or, where the answer was refused, the one that was withheld.

        False for an unanswerable question and where nothing was read; None when what was withheld is not known.
        """
        if self.answered or not self.asked.answers:
            return self.first_quote_right
        return None if self.read is None else bool(self.read) and quote_says(self.read[0].quote.text, self.asked)

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
            "read": None if self.read is None else [_read_json(row) for row in self.read[:READ_TOLD]],
        }


def judge(file: str, asked: EvalQuestion, system: System) -> Record:
    """The record of one question: its history is asked first, then the question, then the search for it."""
    answer = _ask(asked, system.ask)
    found = answer.status == "answered"
    text = answer.resolved_question or asked.text
    hits = system.search and tuple(system.search(text, DEPTHS[-1]))
    return Record(
        file=file,
        asked=asked,
        answer=answer,
        right_quotes=tuple(found and quote_says(each.quote.text, asked) for each in answer.citations[:QUOTES]),
        short_em=exact_match(answer.short_answer, asked.answers) if found else 0.0,
        short_f1=token_f1(answer.short_answer, asked.answers) if found else 0.0,
        hits=hits,
        ranks=None if hits is None else rank(asked, hits),
        proved=None if system.article_of is None else tuple(_proved(answer, system.article_of)),
        reading=system.read and system.read(text),
    )


def quote_says(quote: str, asked: EvalQuestion) -> bool:
    """Whether a quote contains an answer; the words of one that is a whole passage do not all count."""
    return contains(first_words(quote, QUOTE_WORDS), asked.answers)


def passage_says(hit: Hit, asked: EvalQuestion) -> bool:
    """Whether a passage contains an answer in the words of it that count."""
    return contains(first_words(hit.passage.text, PASSAGE_WORDS), asked.answers)


def rank(asked: EvalQuestion, hits: Iterable[Hit]) -> Ranks:
    """Where the answer first stands in `hits`; counted by place, whatever ranks the hits themselves carry."""
    answer = gold = None
    for place, hit in enumerate(hits, start=1):
        if passage_says(hit, asked):
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


def _read_json(row: ReadPassage) -> Json:
    """`rank` and `passage_score` are of the passage among all that were read, `score` of its best sentence."""
    return {
        "passage": row.hit.passage.id,
        "article": row.hit.article.id,
        "rank": row.hit.rank,
        "passage_score": row.hit.score,
        "sentence": row.quote.text,
        "score": row.score,
    }


def _proved(answer: Answer, article_of: Callable[[str], Article | None]) -> Iterable[bool]:
    for citation in answer.citations:
        article, quote = article_of(citation.article.id), citation.quote
        # Python reads a negative start from the end; as an offset it is false.
        yield (
            article is not None and 0 <= quote.start < quote.end and article.text[quote.start : quote.end] == quote.text
        )
