"""Who and what a conversation has named so far, and how much it is about each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from retrieval.expects import kind_of
from retrieval.followups.given_names import MEN, WOMEN
from retrieval.followups.names import Name, is_modifier, is_place, names_in
from retrieval.followups.phrases import head_of, is_plural, phrases_in
from retrieval.followups.words import (
    AUXILIARIES,
    FEMALE,
    GROUPS,
    HE,
    MALE,
    PEOPLE,
    PREPOSITIONS,
    SHE,
    THINGS,
    TITLES,
    said_in,
)
from retrieval.types import Turn

Gender = Literal["he", "she"]
Sort = Literal["person", "place", "group", "thing"]

TURNS, ANSWER_CHARS = 12, 800
"""How much of a conversation is looked at: its last turns, and the beginning of each answer."""
FADES = 0.85
"""What a mention keeps of its weight with every turn that follows."""
ASKED, ASKED_AS_SUBJECT, UNDERSTOOD = 2.5, 3.0, 0.4
"""
The weight of a name in a question, and the share that it has when the person did not type it: what was only
understood may have been misunderstood.
"""
ASIDE = 0.5
"""The share of that for a name which only tells which: "the Moscow format"."""
ANSWERED, ANSWERED_AS_SUBJECT, ANSWERED_ASIDE = 0.8, 1.3, 0.5
"""The weight of a name in an answer: any, the one that begins a sentence, one after a preposition."""
TOGETHER, GROUP = 1.5, 1.2
"""The weight of names that an answer joins with "and", and of "the band" in it."""
PHRASE, PHRASE_AS_SUBJECT, PHRASE_TURNS = 2.0, 3.0, 2
"""The weight of a noun phrase of a question, and for how many turns it is kept: "it" means nothing older."""
SHORT = 6
"""An answer of fewer words says nothing beside what was asked for."""
SURE = 3
"""How many chance pronouns in an answer a title outweighs, "Mr." or "the actress"."""

_MARKERS = re.compile(r"\s*\[\d+\]")
_GROUP = re.compile(r"\b[Tt]he (?:band|group|team|couple|duo|trio|company|family|delegation|government)\b")
_PLACED = re.compile(r"\b(?:[Ii]n|[Aa]t|near|inside|outside|into)(?: [A-Z]\w+,)?$")
_TOWARDS = re.compile(r"\b(?:to|from)$")
_WORD_BEFORE = re.compile(r"([\w-]+)[.,:]?$")
_ASKS_OF: tuple[tuple[Sort, re.Pattern[str]], ...] = (
    ("place", re.compile(r"where (?:is|are) (.*?)\W*$", re.IGNORECASE)),
    ("person", re.compile(r"who (?:is|was) (.*?)\W*$", re.IGNORECASE)),
)
"""Questions that are all about one name, and what it must be a name of."""
_PERSONAL = re.compile(r"\b(he|his|him|she|her)\b")


@dataclass(slots=True)
class Mention:
    """
    One thing that was named. `weight` tells how much the conversation is about it: more for questions, and of late.

    `text` can stand in place of a pronoun. `sort` and `gender` are None where nothing told them. `named` is False for
    a noun phrase; `asked_for` tells the person whom the last question wanted and its answer brought.
    """

    text: str
    weight: float = 0.0
    sort: Sort | None = None
    plural: bool = False
    gender: Gender | None = None
    asked_for: bool = False
    named: bool = True
    votes: list[Gender] = field(default_factory=list)

    @property
    def words(self) -> list[str]:
        """The words of its name, folded and without "the"."""
        return _words(self.text)


def mentions(history: Sequence[Turn]) -> list[Mention]:
    """All that the turns (oldest first) named, the weightiest first; empty when they named nothing."""
    found: list[Mention] = []
    latest_first = list(reversed(history[-TURNS:]))
    for age, turn in enumerate(latest_first):
        asked = turn.resolved_question or turn.question
        answer = _MARKERS.sub("", turn.answer[:ANSWER_CHARS])
        _from_question(found, turn.question, asked, FADES**age)
        _from_answer(found, asked, answer, FADES**age, latest=age == 0)
        if age < PHRASE_TURNS:
            _from_phrases(found, asked, FADES**age)
        _understood(found, turn.question, asked)
    for age, turn in enumerate(latest_first):
        _in_small_letters(found, turn.question, ASKED * FADES**age)
    for mention in found:
        if mention.votes:
            mention.gender = mention.gender or ("he" if mention.votes.count("he") * 2 >= len(mention.votes) else "she")
            mention.sort = mention.sort or "person"
    return sorted(found, key=lambda mention: -mention.weight)


def _from_question(found: list[Mention], typed: str, asked: str, newness: float) -> None:
    said = said_in(typed)
    for name in names_in(asked):
        before = asked[: name.start].split()
        weight = ASKED_AS_SUBJECT if before and before[-1].lower() in AUXILIARIES else ASKED
        mention = _named(found, name, asked)
        weight *= ASIDE if is_modifier(asked[name.start :], name.text) else 1.0
        mention.weight += weight * newness * (1.0 if said & set(_words(name.text)) else UNDERSTOOD)
        mention.sort = mention.sort or next((sort for sort, ask in _ASKS_OF if _all_about(ask, asked, name)), None)


def _from_answer(found: list[Mention], asked: str, answer: str, newness: float, *, latest: bool) -> None:
    for group in sorted(set(_GROUP.findall(answer))):
        _phrase(found, group.lower(), GROUP * newness)
    for together in _pairs(answer):
        found.append(Mention(together, TOGETHER * newness, sort="group", plural=True, named=False))
    wants, said = kind_of(asked), said_in(asked)
    if any(_all_about(ask, asked, name) for _, ask in _ASKS_OF for name in names_in(asked)):
        wants = "any"  # "Who is Macron?" names whom it wants
    for name in names_in(answer):
        mention = _named(found, name, answer)
        mention.weight += _role(answer[: name.start]) * newness
        if wants == "place" and len(answer.split()) < SHORT:
            mention.sort = mention.sort or "place"
        person = mention.sort == "person" or (mention.sort is None and not is_modifier(answer[name.start :], name.text))
        if latest and wants == "person" and person and not said & set(mention.words):
            mention.asked_for, mention.sort = True, "person"
            wants = "any"  # whom the answer names first is whom it gives


def _from_phrases(found: list[Mention], asked: str, newness: float) -> None:
    for phrase in phrases_in(asked):
        if not (phrase.vague and head_of(phrase.text) in PEOPLE):  # "Is he a good singer?" says what he is, not who
            _phrase(found, phrase.text, (PHRASE_AS_SUBJECT if phrase.subject else PHRASE) * newness)


def _all_about(asks: re.Pattern[str], asked: str, name: Name) -> bool:
    match = asks.match(asked)
    return match is not None and match[1] == name.text


def _named(found: list[Mention], name: Name, text: str) -> Mention:
    """The mention that a name of `text` is, with what the words around it tell of it."""
    mention = _merged(found, name.text)
    before = text[: name.start].rstrip()
    noun = _WORD_BEFORE.search(before)
    title, role = mention.words[0].rstrip("."), noun[1].casefold() if noun else ""
    mention.sort = _sort(mention, before, title, role)
    mention.plural = (mention.text.startswith("the ") and is_plural(mention.text)) or " and " in mention.text
    if mention.sort in (None, "person"):
        given = mention.words[1] if title in PEOPLE and len(mention.words) > 1 else title
        if given in MEN | WOMEN:
            mention.sort, mention.gender = "person", "he" if given in MEN else "she"
        for word in ({title} & TITLES) | {role}:
            if word in MALE | FEMALE:
                mention.votes += ("he" if word in MALE else "she",) * SURE
        if said := _PERSONAL.search(re.split(r"\. |\?", text[name.start + len(name.text) :])[0]):
            mention.votes.append("he" if said[1] in HE else "she")
    return mention


def _sort(mention: Mention, before: str, title: str, role: str) -> Sort | None:
    words = mention.words
    if is_place(mention.text):
        return "place"
    if title in TITLES or {title, role} & PEOPLE:
        return "person"
    if words[-1] in GROUPS:
        return "group"
    no_person = set(words) & THINGS or is_place(words[0]) or len(words) > 3 or before.endswith(('"', "“"))
    if no_person or mention.text.startswith("the ") or before.endswith(" the") or mention.text.isupper():
        return mention.sort or "thing"
    where = _PLACED.search(before) or (len(words) == 1 and _TOWARDS.search(before))
    return mention.sort or ("place" if where and not mention.votes else None)


def _role(before: str) -> float:
    """How much an answer is about what it names after the words `before`: most about its subject."""
    before = before.rstrip()
    if not before or before[-1] in '.!?"“':
        return ANSWERED_AS_SUBJECT
    return ANSWERED_ASIDE if before.split()[-1].casefold() in PREPOSITIONS | {"of"} else ANSWERED


def _pairs(text: str) -> Iterator[str]:
    """Names that "and" joins, as one: "Ann Lee and Bob Stone"."""
    for one, other in pairwise(names_in(text)):
        if text[one.start + len(one.text) : other.start] == " and ":
            yield f"{one.text} and {other.text}"


def _merged(found: list[Mention], name: str) -> Mention:
    """The mention that `name` is, "Zappa" being "Frank Zappa"; a new one when there is none."""
    words = _words(name)
    for mention in found:
        known = mention.words if mention.named else []
        short, long = sorted((words, known), key=len)
        if short and short in (long[: len(short)], long[-len(short) :]):
            mention.text = name if len(known) < len(words) <= 4 else mention.text
            return mention
    found.append(Mention(name))
    return found[-1]


def _phrase(found: list[Mention], phrase: str, weight: float) -> None:
    if any(mention.text.casefold() == phrase.casefold() for mention in found):
        return
    head = head_of(phrase)
    sort: Sort = "person" if head in PEOPLE else "group" if head in GROUPS else "thing"
    gender: Gender | None = "he" if head in MALE else "she" if head in FEMALE else None
    found.append(Mention(phrase, weight, sort, is_plural(phrase), gender, named=False))


def _understood(found: list[Mention], typed: str, asked: str) -> None:
    """Whom an earlier "he" was taken for is a man in the next question too."""
    said = said_in(typed)
    for mention in found if asked != typed and said & (HE | SHE) else ():
        if mention.named and mention.text in asked and mention.text not in typed:
            mention.votes.append("he" if said & HE else "she")


def _in_small_letters(found: list[Mention], typed: str, weight: float) -> None:
    """A question that is typed without capitals names what an answer has spelled."""
    for mention in found:
        last = mention.words[-1]
        if mention.named and len(last) > 3 and re.search(rf"\b{re.escape(last)}\b", typed):
            mention.weight += weight


def _words(name: str) -> list[str]:
    return [word.casefold() for word in name.removeprefix("the ").split()]
