"""
What "he", "it" and "the second one" lean on: a question that needs what came before is searched together with it.

No language model: tables of words say whether a question leans on the turns before it, and what is put beside it then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from retrieval.types import Turn


def _words(row: str) -> frozenset[str]:
    return frozenset(row.split())


ORDINALS = _words("first second third fourth fifth sixth seventh eighth ninth tenth last previous next")
MONTHS = _words("January February March April May June July August September October November December")
DAYS = _words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")

PERIODS = _words("days week weekend month year season spring summer fall autumn winter morning")

SLOTS = (ORDINALS, MONTHS, frozenset(map(str, range(1900, 2100))))
"""Kinds of words that a fragment ("And the second one?", "And in 2018?") puts in place of one of the same kind."""

COMMON = _words(
    """who whom whose what which when where why how is are was were am be been do does did has have had can could will
    would should shall may might must and but or so not in on at of for from with by to about after before during since
    until if as the a an any some many much more most all both no yes ok tell name list give show describe explain
    please i me my we our you your happen happened happens thing things anything something everything"""
)
"""Words that carry no topic."""

OWN = _words("he she it they his her hers its their theirs himself herself itself themselves")
"""Pronouns that may mean something before them in the same question: "Did Kabulov say when he …"."""

OUTSIDE = _words("him them this these those")
"""Pronouns that mean something outside the question, whatever names it holds: "What did Kabulov say about them?"."""

REMAINDERS = _words("else other others another too also then there same one ones former latter instead")
"""Words that often point back; a question that holds a name can do without what they point to."""

PEOPLE = _words("he she him his her hers himself herself")

AUXILIARIES = _words("is are was were do does did has have had can could will would should may might must")
QUESTION_WORDS = AUXILIARIES | _words("who whom whose what which when where why how")
"""A question that opens with "and" and goes on with one of these is whole, and may be about something new."""

FEW_TOPIC_WORDS = 1
"""At most so many words with a topic ("How many were killed?"), and no name, make a question that leans."""

CONTINUES = re.compile(
    rf"(?:what|how) about\b|(?:and|but|or)\b(?! (?:{'|'.join(sorted(QUESTION_WORDS))})\b)", re.IGNORECASE
)
"""How a question opens that changes only a part of the one before it."""

POINTS = re.compile(
    r"\b(?:about|of|after|before|during|since|at|in|on|for|from|with|by|like|to|is|was|did|does) that\b|\bthat\W*$",
    re.IGNORECASE,
)
"""Where "that" is a pronoun and not the joint of two clauses."""

WHEN = "|".join(sorted(DAYS | PERIODS))
NOT_POINTING = re.compile(
    rf"""\b(?:
          it\ (?:true|likely|possible|legal|safe|takes?|means?|costs?|(?:is|was)\ \w+\ that)  # nothing is meant by "it"
        | (?:this|these)\ (?:past\ |coming\ )?(?:{WHEN})                                     # says when, not what
        | those\ (?:who|of|\w+ed) | one\ of | each\ other | no\ one
        | (?:is|are|was|were)\ there | there\ (?:is|are|was|were|be)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words that look as if they pointed back, and do not."""

SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
SWAP = re.compile(r"(?:and |or |(?:what|how) about )?(?:in |on )?(?:the )?(\w+)(?: (\w+))?\W*", re.IGNORECASE)
WORD = re.compile(r"\w+(?:[-.’']\w+)*")
FULL_NAME = re.compile(r"(?!The )[A-Z][\w’-]+(?: [A-Z][\w’-]+)+")


def resolve(question: str, history: Sequence[Turn]) -> str | None:
    """
    What to search for in place of `question`, when it leans on the turns before it (oldest first).

    A fragment changes its part of the question before: "And the second one?" after "When did the first round take
    place?" gives "When did the second round take place?". Any other question keeps its words and is followed, in
    brackets, by the question that it leans on and the one that began the topic; after "he" or "she" also by the name
    that the last answer brought up.

    Returns:
        Text that is also shown to the person; None for a question that stands alone, and when nothing came before.
    """
    if not history or not leans(question):
        return None
    return _swapped(question, history[-1]) or f"{question} ({' '.join(_context(question, history))})"


def leans(question: str) -> bool:
    """Whether a question can be understood only with the turns before it; when in doubt it stands alone."""
    # What a later sentence of a question leans on stands in its first: "A storm is coming. What is its name?"
    question = SENTENCE_END.split(question.strip())[0]
    if CONTINUES.match(question) or POINTS.search(question):
        return True
    words = WORD.findall(NOT_POINTING.sub(" ", question))
    # The first word has its capital anyway, and in a question all in capitals they say nothing.
    names = [place for place, word in enumerate(words) if place and _is_name(word) and not question.isupper()]
    topics = 0
    for place, word in enumerate(map(str.lower, words)):
        if word in OUTSIDE or (word in REMAINDERS and not names):
            return True
        if word in OWN:
            # "Which city elected its …" holds what "its" means; "What position did he …" and "… say about it" do not.
            subject = place > 0 and words[place - 1].lower() in AUXILIARIES
            meant = (bool(names) and names[0] < place) or topics > FEW_TOPIC_WORDS
            if subject or not meant or place == len(words) - 1:
                return True
        topics += word not in COMMON and not word.isdigit()
    return not names and topics <= FEW_TOPIC_WORDS


def _is_name(word: str) -> bool:
    return word[0].isupper() and word.lower() not in COMMON | OWN | OUTSIDE and word not in MONTHS | DAYS


def _swapped(question: str, before: Turn) -> str | None:
    """The question before with one word of a kind changed for the fragment's; None when it is no such fragment."""
    fragment = SWAP.fullmatch(question.strip())
    if not fragment:
        return None
    asked = before.resolved_question or before.question
    new, noun = fragment.groups()
    if noun and noun not in ("one", "time") and noun not in asked:
        return None
    for slot in SLOTS:
        for spelling in {new.lower(), new.capitalize()} & slot:
            old = {word for word in WORD.findall(asked) if word in slot}
            if len(old) == 1:
                return re.sub(rf"\b{old.pop()}\b", spelling, asked)
    return None


def _context(question: str, history: Sequence[Turn]) -> Iterator[str]:
    """The question before, the one that it leaned on at the start, and for "he" a name from the last answer."""
    asked = []
    for turn in reversed(history):
        leaning = (turn.resolved_question or "").startswith(turn.question + " (")
        words = turn.question if leaning else turn.resolved_question or turn.question
        asked.append(words if words.endswith(("?", ".", "!")) else words + "?")
        if not leaning:
            break
    yield from dict.fromkeys((asked[0], asked[-1]))
    if PEOPLE & set(WORD.findall(question.lower())):
        names = (name for name in FULL_NAME.findall(history[-1].answer) if name not in asked[0])
        yield from list(names)[:1]
