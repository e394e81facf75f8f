"""Words of a question that point back, and the same question with what they point to in their place."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from retrieval.followups.mentions import Gender, Mention
from retrieval.followups.names import is_name, names_in
from retrieval.followups.words import (
    AUXILIARIES,
    COMMON,
    DAYS,
    HE,
    IT,
    ORDINALS,
    PERIODS,
    POSSESSIVE,
    SENTENCE_END,
    SHE,
    THEY,
    WH,
    WORD,
    said_in,
)
from retrieval.types import Turn

FEW_TOPIC_WORDS = 1
"""At most so many words with a topic ("How many were killed?") leave it open what a question is about."""

_ADJECTIVE = r"(?!\w+ed\b)\w+(?:\ (?!\w+ed\b)\w+)?"
NOT_POINTING = re.compile(
    rf"""\b(?:
          it\ (?:true|likely|possible|legal|safe|takes?|means?|costs?|that)                   # nothing is meant by "it"
        | (?:it\ (?:is|was)|(?:is|was)\ it)\ (?:\w+\ that|{_ADJECTIVE}\ to)
        | (?:is|was)\ it\ (?:called|true|likely|possible|legal|safe|cold|hot|warm|late|raining)
        | (?:say|said)\ it | does\ it\ (?:take|mean|cost) | call(?:s|ed)?\ it\ (?:quits|a\ day)
        | (?:this|these)\ (?:past\ |coming\ )?(?:{"|".join(sorted(DAYS | PERIODS))})          # says when, not what
        | those\ (?:who|of|\w+ed) | one\ of | each\ other | no\ one
        | (?:is|are|was|were)\ there | there\ (?:is|are|was|were|be)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words that look as if they pointed back, and do not."""

JOINTS = frozenset({"and", "or", "but"})
"""Words that join another question to one: "Who presented the budget, and who opposes it?"."""

_THERE = re.compile(r"(?:\b(to|from) )?\bthere\b", re.IGNORECASE)
_GOES = re.compile(r"\b(?:go|goes|going|gone|went|come|came|travel\w*|mov(?:e|ed|ing)|return\w*|fl[ye]w?|sen[dt])$")
_LISTED = re.compile(rf"\bthe (?:({'|'.join(sorted(ORDINALS))}) one|(former|latter))\b", re.IGNORECASE)
_PLACE_IN_LIST: Mapping[str, int] = MappingProxyType(
    {"first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "former": 0, "last": -1, "latter": -1}
)
_NO_NOUN = re.compile(
    r"\s+(?:\w+ed|\w+ly|and|or|to|in|on|at|for|with|about|from|after|before|when|during|again|as|by)\b"
)
_SHORT_FORM = re.compile(r"['’](?:s|d|ll|ve|re)$")


def replaced(question: str, known: Sequence[Mention]) -> tuple[str, list[str]]:
    """
    `question` with names and phrases for its pronouns, and the pronouns that nothing known agrees with.

    Only the first of several that mean the same is replaced; one that means something before it in the same question
    stays.
    """
    skipped = [match.span() for match in NOT_POINTING.finditer(question)]
    parts: list[str] = []
    missed: list[str] = []
    meant: dict[frozenset[str], Mention] = {}
    done = 0
    # What a later sentence of a question leans on stands in its first: "A storm is coming. What is its name?"
    words = list(WORD.finditer(SENTENCE_END.split(question)[0]))
    for place, match in enumerate(words):
        pronoun = _SHORT_FORM.sub("", match.group().lower())
        group = next((group for group in _AGREES if pronoun in group), None)
        if group is None or group in meant or any(start <= match.start() < end for start, end in skipped):
            continue
        before = [word.group() for word in words[:place]]
        if _means_within(pronoun, before, last=place == len(words) - 1):
            continue
        free = [mention for mention in known if mention not in meant.values()]
        mention = _meant(_AGREES[group], question, free)
        if mention is None:
            missed.append(match.group())
            continue
        meant[group] = mention
        text = mention.text
        if pronoun in POSSESSIVE or (pronoun == "her" and _goes_on(question[match.end() :])):
            text += "'" if text.endswith("s") else "'s"
        parts += [question[done : match.start()], text + match.group()[len(pronoun) :]]
        done = match.end()
    whole = "".join([*parts, question[done:]])
    return (whole[:1].upper() + whole[1:] if question[:1].isupper() else whole), missed


def with_place(question: str, known: Sequence[Mention]) -> str:
    """`question` with the weightiest place for "there"; as it is when it says "there is", or no place is known."""
    skipped = [match.span() for match in NOT_POINTING.finditer(question)]
    place = next((mention for mention in known if mention.sort == "place"), None)
    for match in _THERE.finditer(question):
        if place and not any(start < match.end() and match.start() < end for start, end in skipped):
            before = question[: match.start()].rstrip()
            towards = match[1] or ("to" if _GOES.search(before) else "in")
            return f"{before} {towards} {place.text}{question[match.end() :]}"
    return question


def with_listed(question: str, before: Turn) -> str:
    """`question` with a name for "the second one" or "the latter", when the turn before it listed so many."""
    match = _LISTED.search(question)
    names = names_in(before.answer)
    if len(names) < 2:
        names = names_in(before.question)
    place = _PLACE_IN_LIST.get((match[1] or match[2]).lower()) if match else None
    if match is None or place is None or len(names) < max(2, place + 1):
        return question
    return question[: match.start()] + names[place].text + question[match.end() :]


def topic_words(words: Sequence[str]) -> int:
    """How many of `words` carry a topic."""
    return sum(word.lower() not in COMMON and not word.isdigit() for word in words)


def _goes_on(after: str) -> bool:
    """Whether a noun follows "her"."""
    return bool(re.match(r"\s+\w", after)) and not _NO_NOUN.match(after)


def _means_within(pronoun: str, before: Sequence[str], *, last: bool) -> bool:
    """Whether a pronoun means something that its question says before it: "Which city elected its …"."""
    named = any(map(is_name, before[1:])) and not " ".join(before).isupper()
    if pronoun in IT | THEY and _asks_before(before):
        return True
    if before and before[-1].lower() in AUXILIARIES and not (named and pronoun in POSSESSIVE):
        return False  # "What position did he …"
    if last and pronoun not in POSSESSIVE:
        return False  # "What did Kabulov say about it?"
    return named or topic_words(before) > FEW_TOPIC_WORDS


def _asks_before(before: Sequence[str]) -> bool:
    """Whether a question has asked of something, and asks on: "When did they buy the ferry, and who sold …"."""
    words = [word.lower() for word in before]
    return any(
        words[place] in JOINTS and words[place + 1] in WH | AUXILIARIES and topic_words(before[:place])
        for place in range(1, len(words) - 1)
    )


def _meant(agrees: Callable[[Mention], float], question: str, known: Sequence[Mention]) -> Mention | None:
    """Of all that agrees and that the question does not name itself the weightiest; None when nothing agrees."""
    said = said_in(question)
    fitting = [mention for mention in known if agrees(mention) and not (mention.named and set(mention.words) <= said)]
    return max(fitting, key=agrees, default=None)


def _person(gender: Gender) -> Callable[[Mention], float]:
    def agrees(mention: Mention) -> float:
        if mention.sort not in (None, "person") or mention.plural or mention.gender not in (None, gender):
            return 0.0
        sure = (1.2 if mention.sort else 1.0) * (1.3 if mention.gender else 1.0)
        return mention.weight * sure + (4.0 if mention.asked_for else 0.0)

    return agrees


def _thing(mention: Mention) -> float:
    if mention.sort == "person" or mention.plural:
        return 0.0
    return mention.weight * (0.5 if mention.sort == "place" else 1.0 if mention.named else 1.2)


def _several(mention: Mention) -> float:
    if mention.plural:
        return mention.weight + 2.0
    if mention.sort in ("place", "group"):
        return mention.weight * (0.8 if mention.sort == "place" else 1.0)
    return mention.weight * 0.6 if mention.named and mention.sort != "person" else 0.0


_AGREES: Mapping[frozenset[str], Callable[[Mention], float]] = MappingProxyType(
    {HE: _person("he"), SHE: _person("she"), IT: _thing, THEY: _several}
)
"""How well a mention can be what the pronouns of a group mean, in the unit of `Mention.weight`; 0 when it cannot."""
