"""The names in a text, as far as capitals and the words around them tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from retrieval.followups.words import AUXILIARIES, COMMON, DAYS, MONTHS, SENTENCE_END, VERBS, WORD, ends_phrase
from retrieval.gazetteer import members_asked_for
from retrieval.offering import COUNT
from retrieval.terms import words as folded_words

_CAPITAL = r"[A-Z][\w’'&-]*(?:\.(?=[A-Z ]))?"
_RUN = re.compile(rf"(?:[Tt]he )?\b{_CAPITAL}(?:(?: (?:of|de|da|von|van|bin|al|of the|and the|&))* {_CAPITAL})*")
_COUNTED = re.compile(COUNT, re.IGNORECASE)
_POSSESSIVE = re.compile(r"[’']s$|(?<=s)[’']$")
_PLACES = (members_asked_for("which country"), members_asked_for("which state"))

LONG = 4
"""A sentence of more words gives its first one a capital that says nothing; a shorter one is often only a name."""


class Name(NamedTuple):
    """A name as it stands in its text, without "The" for "the", from `start` on."""

    text: str
    start: int


@lru_cache(maxsize=512)
def names_in(text: str) -> tuple[Name, ...]:
    """
    The names in `text`, in order, with "the" where they have it; empty when there is none.

    A lone first word of a longer sentence is none, unless a verb follows it or it has its capital elsewhere too.
    """
    found = tuple(_runs(text))
    sure = {name.text for name, opens in found if not opens}
    return tuple(name for name, opens in found if not opens or name.text in sure)


def _runs(text: str) -> Iterator[tuple[Name, bool]]:
    """Runs of capitalised words, and whether each is the lone first word of a sentence and may be no name."""
    start = 0
    for sentence in SENTENCE_END.split(text):
        start = text.find(sentence, start)
        long = len(sentence.split()) > LONG
        for match in _RUN.finditer(sentence):
            words = list(re.finditer(r"\S+", match.group()))
            while words and (_is_common(words[0].group()) or words[0].group() in DAYS):
                words.pop(0)
            while words and _is_common(words[-1].group()):
                words.pop()
            if (
                words
                and words[0].group().lower() == "the"
                and (len(words) == 1 or _only_tells_which(sentence, match, words))
            ):
                words.pop(0)
            if not words or words[0].group() in MONTHS | DAYS or _COUNTED.fullmatch(words[0].group()):
                continue
            name = _POSSESSIVE.sub("", match.group()[words[0].start() : words[-1].end()].rstrip("-&'’"))
            name = re.sub("^The ", "the ", name)
            if len(name) > 1:
                place = start + match.start() + words[0].start()
                opens = long and len(words) == 1 and place <= start + 1
                yield Name(name, place), opens and not _is_subject(name, text[place + len(name) :])


def _is_common(word: str) -> bool:
    # "The" may belong to a name, and "US" is none of us.
    return word.lower() in COMMON and word.lower() != "the" and not (word.isupper() and len(word) > 1)


def is_modifier(text: str, name: str) -> bool:
    """Whether the name that begins `text` only tells which or whose: "Russian media", "Moscow's view"."""
    after = text[len(name) :]
    return after[:2] in ("'s", "’s") or (" " not in name and _tells_which(after))


def _tells_which(after: str) -> bool:
    """Whether the noun that a name tells of follows it, as in "the Moscow format"."""
    following = re.match(r" ([a-z]+)\b", after)
    return following is not None and not ends_phrase(following[1])


def _only_tells_which(sentence: str, run: re.Match[str], words: list[re.Match[str]]) -> bool:
    """The same of "the" and one word more; but what ends "did the Taliban promise" is its verb."""
    verb = re.search(r"\b(?:do|does|did) $", sentence[: run.start()]) and re.match(r" \w+\W*$", sentence[run.end() :])
    possessive = _POSSESSIVE.search(words[-1].group())
    return len(words) == 2 and not (verb or possessive) and _tells_which(sentence[run.end() :])


def _is_subject(word: str, after: str) -> bool:
    """Whether the first word of a sentence reads like a name: "Norton built", "Norton's style", not "Critics said"."""
    if after[:2] in ("'s", "’s"):
        return True
    following = re.match(r" ([a-z]+)", after)
    if not following or word.endswith(("s", "ly", "ing", "ed")):
        return False
    verb = following[1]
    return verb in AUXILIARIES or verb in VERBS or (verb.endswith(("ed", "s")) and verb not in COMMON)


@lru_cache(maxsize=512)
def is_place(name: str) -> bool:
    """Whether a name is a country's or a state's."""
    folded = " ".join(folded_words(name.removeprefix("the ")))
    return any(members.fullmatch(folded) for members in _PLACES if members)


def names_something(question: str) -> bool:
    """Whether a question holds a name; its first word has a capital anyway, and all do in one that is all capitals."""
    return not question.isupper() and any(map(is_name, WORD.findall(question)[1:]))


def is_name(word: str) -> bool:
    """Whether the capital of a word that does not open its sentence makes it a name."""
    return word[0].isupper() and not _is_common(word) and word not in MONTHS | DAYS
