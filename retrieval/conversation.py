"""
What a question means that leans on the turns before it: "he", "it", "the second one", "and in 2018?".

No language model. A fragment changes its part of the question before (`fragments`), a pronoun gives way to what it
stands for (`referring`, `mentions`), and a question that names nothing is searched with what is being talked about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.followups.fragments import completed, is_fragment
from retrieval.followups.mentions import Mention, mentions
from retrieval.followups.names import names_something
from retrieval.followups.referring import FEW_TOPIC_WORDS, NOT_POINTING, replaced, topic_words, with_listed, with_place
from retrieval.followups.words import HE, SENTENCE_END, SHE, WORD
from retrieval.types import Turn

REMAINDERS = frozenset("else other others another also same ones former latter instead then there".split())
"""Words that often point back; a question that says much else can do without what they point to."""
FEW_OTHER_WORDS = 3
"""At most so many words with a topic make it likely that a remainder points back."""

POINTS = re.compile(
    r"\b(?:this|these|those)\b|\btoo\W*$|\bthat\W*$"
    r"|\b(?:about|of|after|before|during|since|at|in|on|for|from|with|by|like|to|is|was|did|does) that\b",
    re.IGNORECASE,
)
"""Words that mean something outside the question; "that" where it is not the joint of two clauses."""


EVENT = re.compile(
    r"\b(?:after|before|about|by|during|since|of|like|do|did|was|is|caused?) (?:this|that)\W*$", re.IGNORECASE
)
"""How a question ends that means not a thing but what was asked before: "What happened after that?"."""


@dataclass(frozen=True, slots=True)
class Understood:
    """
    A question in the light of what came before.

    `resolved` is to be searched for in its place, and shown; None when it stands alone. `unclear` is the word, or the
    fragment, that nothing before it explains; None when all is plain. At most one of them is set.
    """

    resolved: str | None = None
    unclear: str | None = None


def resolve(question: str, history: Sequence[Turn]) -> str | None:
    """What to search for in place of `question`, as `understand` tells it; None when it is to be taken as it is."""
    return understand(question, history).resolved


def understand(question: str, history: Sequence[Turn]) -> Understood:
    """
    What `question` means after the turns of `history`, oldest first.

    A pronoun is replaced by the weightiest thing of the conversation that agrees with it in person, number and gender,
    as far as these are known. Where no word can be replaced, what the talk is about follows in brackets. A question
    with a topic of its own is left alone, and nothing is guessed: what nothing before explains is told as unclear.
    """
    if not history:
        return Understood(unclear=question if is_fragment(question) else _dangling(question))
    before, topic = _asked(history[-1])
    known = mentions(history)
    if whole := completed(question, before):
        whole, missed = replaced(whole, known)  # the question before may itself have been unclear
        return Understood(unclear=missed[0]) if missed else Understood(f"{whole} ({topic})" if topic else whole)
    if is_fragment(question):
        return Understood(f"{question} ({before}{f' {topic}' if topic else ''})")
    whole, missed = replaced(with_place(with_listed(question, history[-1]), known), known)
    if whole != question:
        return Understood(whole)
    if missed and (not known or missed[0].lower() in HE | SHE):
        return Understood(unclear=missed[0])
    if EVENT.search(NOT_POINTING.sub(" ", question)):
        return Understood(f"{question} ({topic or before})")
    if missed or _leans(question, known):
        return Understood(f"{question} ({_about(before, topic, known)})")
    return Understood()


def _dangling(question: str) -> str | None:
    """The pronoun of a first question that means nothing in it; None when there is none."""
    missed = replaced(question, ())[1]
    if names_something(question):  # "he" may be whom it names; "What did Kabulov say about it?" is about something else
        missed = [
            word for word in missed if word.lower() not in HE | SHE and question.rstrip(" ?.").endswith(f" {word}")
        ]
    return next(iter(missed), None)


def _asked(turn: Turn) -> tuple[str, str]:
    """What a turn asked, and the topic that followed it in brackets; the second is empty when none did."""
    resolved = turn.resolved_question or turn.question
    if resolved.startswith(f"{turn.question} (") and resolved.endswith(")"):
        return turn.question, resolved[len(turn.question) + 2 : -1]
    return resolved, ""


def _leans(question: str, known: Sequence[Mention]) -> bool:
    """Whether a question can be understood only with the turns before it; when in doubt it stands alone."""
    # What a later sentence of a question leans on stands in its first: "A storm is coming. What is its name?"
    question = SENTENCE_END.split(question.strip())[0]
    if names_something(question):
        return False
    question = NOT_POINTING.sub(" ", question)
    words = WORD.findall(question)
    said = {word.lower() for word in words}
    if any(word in said for mention in known if mention.named for word in mention.words if len(word) > 3):
        return False
    if POINTS.search(question):
        return True
    return topic_words(words) <= (FEW_OTHER_WORDS if said & REMAINDERS else FEW_TOPIC_WORDS)


def _about(before: str, topic: str, known: Sequence[Mention]) -> str:
    """What a question with no word to replace is about: what the question before named, else the weightiest name."""
    if topic:
        return topic
    asked = before.casefold()
    names = [mention for mention in known if mention.named]
    return next(
        (mention.text for mention in [*names, *known] if mention.text.casefold() in asked),
        names[0].text if names else before,
    )
