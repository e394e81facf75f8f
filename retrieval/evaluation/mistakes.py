"""Why an answer is not what it should be: the step of the chain at which the known answer was lost."""

from __future__ import annotations

from enum import Enum

from retrieval.evaluation.judging import Record, passage_says, quote_says
from retrieval.evaluation.questions import EvalQuestion
from retrieval.types import ReadPassage


class Mistake(Enum):
    """The classes in the order of the chain. The value is what a person reads."""

    NOT_FOUND = "not found by search"
    NOT_READ = "found, not read"
    NOT_CHOSEN = "read, another sentence chosen"
    WITHHELD = "right sentence, refused"
    NOT_THERE = "answered though it is not there"
    UNKNOWN = "what was read is not known"


def mistake_of(record: Record) -> Mistake | None:
    """
    The class of a wrong first quote, of a refusal of what can be answered or of an answer to what cannot.

    None when it is as it should be. "Not found" says that neither a hit nor a passage that was read contains an
    answer; where the record does not tell what was searched or read and so cannot say, the class is UNKNOWN.
    """
    if not record.asked.answers:
        return Mistake.NOT_THERE if record.answered else None
    if record.first_quote_right:
        return None
    if record.best_quote_right:
        return Mistake.WITHHELD
    if any(row_says(row, record.asked) for row in record.read or ()):
        return Mistake.NOT_CHOSEN
    if record.hits is None:
        return Mistake.UNKNOWN
    if not any(passage_says(hit, record.asked) for hit in record.hits):
        return Mistake.NOT_FOUND
    return Mistake.UNKNOWN if record.read is None else Mistake.NOT_READ


def row_says(row: ReadPassage, asked: EvalQuestion) -> bool:
    """Whether a passage that was read contains an answer, in its best sentence or elsewhere."""
    return quote_says(row.quote.text, asked) or passage_says(row.hit, asked)
