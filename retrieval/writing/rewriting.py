"""A question that leans on those before it, put by a model so that it stands alone."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from config.errors import ServiceUnreadable, UsageError
from retrieval import questions
from retrieval.citing import one_line
from retrieval.llm.failing import UNREADABLE
from retrieval.llm.service import ChatService, Errand
from retrieval.proving.addresses import addresses_in
from retrieval.proving.texts import Text
from retrieval.terms import STOP_WORDS, terms
from retrieval.types import Turn
from retrieval.writing.parsing import end_of_thoughts
from retrieval.writing.prompting import rewrite_prompt
from retrieval.writing.signs import sign_in
from retrieval.writing.tidying import literals, tidied

KNOWN = 0.7
"""The share of the terms of a rewritten question that the conversation must have."""
LONGEST = 400
"""Characters; a longer one is an answer, or a story."""

_LABEL = re.compile(r"^\W*(?:(?:rewritten|standalone|stand-alone|next|new) )?question\W*:\s*", re.IGNORECASE)


class Rewriter:
    """Rewrites with `service`. What it makes of a question is used only if the conversation explains all of it."""

    def __init__(self, service: ChatService) -> None:
        self._service = service

    def rewrite(self, question: str, turns: Sequence[Turn], errand: Errand) -> str:
        """
        `question` so that it can be understood without `turns`; the same text when it can be already.

        Raises:
            ServiceError: the model gave none, or one that says what nobody has said.
            Cancelled: nobody waits any more.
        """
        prompt = rewrite_prompt(question, turns, self._service.limits.prompt_tokens)
        with self._service.admitted():
            said = "".join(self._service.write(lambda structured: prompt.messages(""), errand))
            rewritten = _question(said, literals(" ".join((question, *(turn.question for turn in turns)))))
            if rewritten is not None and alike(rewritten, question):
                return question
            if rewritten is None or not _explained(rewritten, question, turns):
                raise ServiceUnreadable(self._service.name, UNREADABLE)
        return rewritten


def alike(one: str, other: str) -> bool:
    """Whether two questions are the same but for capitals and the mark at their end."""
    return one.casefold().rstrip(" ?.") == other.casefold().rstrip(" ?.")


def _question(said: str, own: Collection[str]) -> str | None:
    """The one line that was asked for, with the addresses that are people's `own` words; None for anything else."""
    said = said[end_of_thoughts(said) :]
    lines = [line for line in said.strip().split("\n") if line.strip()]
    if len(lines) != 1 or len(said) > LONGEST:
        return None
    bare = tidied(_LABEL.sub("", lines[0]).strip(" \"'“”*`"), own)
    try:
        return questions.checked(bare.rstrip(".") if bare.endswith("?.") else bare) if bare else None
    except UsageError:
        return None


def _explained(rewritten: str, question: str, turns: Sequence[Turn]) -> bool:
    """Whether every name and number of it was said before, and most of its other words; and it orders nothing."""
    said = " ".join((question, *(f"{turn.question} {turn.resolved_question or ''} {turn.answer}" for turn in turns)))
    if not {one.casefold() for one in addresses_in(rewritten)} <= {one.casefold() for one in addresses_in(said)}:
        return False
    known = set(Text(said).folded)
    for word in Text(one_line(rewritten)).words:
        # A question opens with a word of asking, or with a name.
        named = word.capital and not (word.opens and set(word.folded) & STOP_WORDS)
        counted = any(map(str.isdigit, word.text))
        if (named or counted) and not set(word.folded) - STOP_WORDS <= known:
            return False
    own = set(terms(rewritten))
    return sign_in(rewritten) is None and bool(own) and len(own & set(terms(said))) >= KNOWN * len(own)
