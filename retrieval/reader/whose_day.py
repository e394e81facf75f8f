"""Whether a day in a sentence is that of what is asked about: "The talks follow a summit on 12 October"."""

from __future__ import annotations

import re

from corpus.tense import direction, sentence_round
from corpus.types import Span
from retrieval.expects import asked, names_in
from retrieval.terms import terms

_AHEAD = re.compile(r"\bwill\b|\bgoing to\b|\b(?:is|are)\b.*\b(?:due|expected|planned|scheduled|set)\b|\bnext\b")
"""What a question says of a thing that is to come."""
_FOLLOWS = re.compile(r"\b(?:follow|preced)(?:s|e|es|ed|ing)?\b|\b(?:com(?:e|es|ing)|came) (?:after|before|ahead of)\b")
"""Verbs that say when something is by another event, whose day comes after them."""

_TOWARDS = re.compile(r"\b(?:for|to)\b[^,;:]*$")
"""What was done may have been done for a day to come: "They were invited for talks on 20 October"."""


def of_another(question: str, sentence: str, words: Span) -> bool:
    """
    Whether the day at `words`, offsets into `sentence`, cannot be when what `question` asks after is or was.

    It lies behind, by the verb beside it, and the question is of what is to come; or it is the day of an event that
    the thing asked after follows or precedes.
    """
    before, after = sentence_round(sentence, *words)
    if _AHEAD.search(asked(question)) and direction(before, after) == "past" and not _TOWARDS.search(before):
        return True
    follows = _FOLLOWS.search(before)
    if follows is None:
        return False
    # Names tell nothing: both events may be in one place.
    things = set(terms(question)) - {term for name in names_in(question) for term in terms(name)}
    said, beside = set(terms(before[: follows.start()])), set(terms(before[follows.end() :]))
    return bool(things & said) and not things & beside
