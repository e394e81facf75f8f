"""Noun phrases of a question: what it speaks of without a name, "the first round of talks"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from retrieval.followups.words import AUXILIARIES, COMMON, PEOPLE, PREPOSITIONS, ends_phrase

_DO = frozenset("do does did".split())
_ARTICLES = frozenset("the a an".split())
_OPENS_PHRASE = AUXILIARIES | PREPOSITIONS | {"which", "what"}
_TOKEN = re.compile(r"[\w$€£][\w.’'&/-]*[\w]|\w|[^\w\s]")
_PEOPLE = frozenset("people men women children police".split())
_GOES_ON = PEOPLE | {"of", "to", "the"}
"""Words in small letters that a name may follow within a phrase."""
_SINGULAR_IN_S = ("ss", "us", "is", "’s", "'s", "news", "series")


class Phrase(NamedTuple):
    """A noun phrase with "the". `subject`: it follows the auxiliary; `vague`: the question said "a"."""

    text: str
    subject: bool = True
    vague: bool = False


def phrases_in(question: str) -> Iterator[Phrase]:
    """The noun phrases of `question` that have an article, and plurals without one."""
    tokens = list(_TOKEN.finditer(question))
    said = [token.group().lower() for token in tokens]
    place = 0
    while place < len(tokens):
        end = place + 1
        if bare := _bare_plural(tokens[place].group(), said[:place]):
            yield Phrase(bare, said[place - 1] not in PREPOSITIONS)
        if said[place] in _ARTICLES:
            end = _end(tokens, said, place)
            if end > place + 1:
                text = question[tokens[place + 1].start() : tokens[end - 1].end()]
                yield Phrase(f"the {text}", bool(place) and said[place - 1] in AUXILIARIES, said[place] != "the")
        place = end


def head_of(phrase: str) -> str:
    """The word that a phrase is about, folded: "round" of "the first round of talks"; the last one of a name."""
    return re.split(" of | to ", phrase, maxsplit=1)[0].split()[-1].casefold()


def is_plural(phrase: str) -> bool:
    """Whether a noun phrase is about more than one."""
    head = head_of(phrase)
    return head in _PEOPLE or (head.endswith("s") and not head.endswith(_SINGULAR_IN_S))


def _bare_plural(word: str, before: Sequence[str]) -> str:
    """What "how many prisoners", "which states", "did soldiers" and "to talks" speak of; empty when nothing."""
    opens = list(before[-2:]) == ["how", "many"] or (bool(before) and before[-1] in _OPENS_PHRASE)
    return f"the {word}" if opens and word.islower() and not ends_phrase(word) and is_plural(word) else ""


def _end(tokens: Sequence[re.Match[str]], said: Sequence[str], place: int) -> int:
    """Where the phrase ends whose article stands at `place`; just behind it when there is none."""
    end = place + 1
    while end < len(tokens) and _continues(tokens, said, end, place):
        end += 1
    while end > place + 1 and said[end - 1] in _ARTICLES | {"of", "to"}:
        end -= 1
    # The verb that must follow "did the band" can only be the phrase's last word.
    unfinished = end == len(tokens) or not tokens[end].group()[0].islower()
    if place and said[place - 1] in _DO and end > place + 2 and unfinished:
        end -= 1
    return end


def _continues(tokens: Sequence[re.Match[str]], said: Sequence[str], end: int, start: int) -> bool:
    """Whether the token at `end` belongs to the noun phrase that begins at `start`."""
    word, before = said[end], said[end - 1]
    if not (word[0].isalnum() or word[0] in "$€£"):
        return False
    if word in _ARTICLES or word == "of":
        return word == "of" or before in ("of", "to")
    if word == "to":  # "the Kremlin's envoy to Afghanistan"
        return before in PEOPLE and end + 1 < len(tokens) and tokens[end + 1].group()[0].isupper()
    if end == start + 1:
        return word not in COMMON
    verb_before = tokens[end - 1].group()[0].islower() and before not in _GOES_ON
    if tokens[end].group()[0].isupper() and verb_before:  # "the people forgive Anna"
        return False
    return not ends_phrase(word)
