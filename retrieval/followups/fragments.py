"""A question that changes a part of the one before it, made whole: "And in 2018?", "Why?", "What about aid?"."""

from __future__ import annotations

import re

from retrieval.expects import kind_of
from retrieval.followups.names import is_place, names_in
from retrieval.followups.phrases import head_of, phrases_in
from retrieval.followups.words import AUXILIARIES, DAYS, MONTHS, ORDINALS, PREPOSITIONS, WH, WORD

SLOTS = (ORDINALS, MONTHS, DAYS, frozenset(map(str, range(1900, 2100))))
"""Kinds of words that a fragment puts in place of one of the same kind."""


def _any(words: frozenset[str]) -> str:
    return "|".join(sorted(words))


_OPENS = r"(?:and |or |but |(?:and )?(?:what|how) about )"
_SWAP = re.compile(rf"{_OPENS}?(?:in |on )?(?:the )?(\w+)(?: (\w+))?\W*", re.IGNORECASE)
_BARE = re.compile(
    r"(?:and |but |so )?(?P<asks>why|when|where|how)(?: exactly)?(?P<no> not)?"
    r"(?: (?:is|was) (?:that|this|it)(?: so)?| (?:did|does) (?:that|this|it) (?:happen|take place))?\W*",
    re.IGNORECASE,
)
_OTHER = re.compile(
    rf"{_OPENS}(?:(?P<preposition>in|on|at|by|from|to|with|for|against|under|during|after|before|since|until|about) )?"
    r"(?P<new>[^?]+?)\W*",
    re.IGNORECASE,
)
_ASKS = re.compile(rf"(?:{_any(AUXILIARIES | WH)}|if)\b", re.IGNORECASE)
_YES_NO = re.compile(rf"(?:{_any(AUXILIARIES)})\b", re.IGNORECASE)
_ADVERBIAL = re.compile(rf"(?:why|when|where|how) (?=(?:{_any(AUXILIARIES)})\b)", re.IGNORECASE)
_TIME = re.compile(
    rf"\b(?:in|on|since|during|until|by) (?:the )?(?:(?:early|late|mid) )?(?:{_any(MONTHS | DAYS)}|(?:19|20)\d\d)"
    r"(?:,? (?:\d{1,2},? )?\d{4}| \d{1,2})?\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(rf"\bthe ({_any(ORDINALS)}) (?!time\b)(\w+)\b(?! of\b)", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:about|on|regarding) ((?:the )?[a-z][\w-]*(?: [a-z][\w-]*)?)(?=\W*$)")
_SAYS = re.compile(
    rf"what (?:{_any(AUXILIARIES)}) .* (?:say|said|think|thought|tell|told|do|done|know)\W*$", re.IGNORECASE
)


def is_fragment(question: str) -> bool:
    """Whether a question is only a part of one: "Why?", "And the second one?", "What about aid?"."""
    other = _OTHER.fullmatch(question.strip())
    return bool(_BARE.fullmatch(question.strip()) or (other and not _ASKS.match(other["new"])))


def completed(question: str, asked: str) -> str | None:
    """
    `asked`, the question before, with its part changed for what `question` says in its place.

    None when `question` is no fragment, and when `asked` has no one part that it could stand for.
    """
    question = question.strip()
    whole = (
        _swapped(question, asked)
        or _counted_on(question, asked)
        or _asked_otherwise(question, asked)
        or _exchanged(question, asked)
    )
    return whole if whole != question else None


def _swapped(fragment: str, asked: str) -> str | None:
    """A word of a kind for the only one of that kind: "And the second one?"."""
    match = _SWAP.fullmatch(fragment)
    if not match:
        return None
    new, noun = match.groups()
    if noun and noun not in ("one", "time") and noun not in asked:
        return None
    for slot in SLOTS:
        for spelling in {new.lower(), new.capitalize()} & slot:
            old = {word for word in WORD.findall(asked) if word in slot}
            if len(old) == 1:
                return re.sub(rf"\b{old.pop()}\b", spelling, asked)
    return None


def _counted_on(question: str, asked: str) -> str | None:
    """What `asked` counted, with the number of the question: "Who led the second one?", "the third round"."""
    match = _COUNTED.search(question)
    for phrase in (one.text for one in phrases_in(asked)) if match else ():
        old = [word for word in phrase.split() if word.lower() in ORDINALS]
        if match and len(old) == 1 and match[2].lower() in ("one", head_of(phrase)):
            return question[: match.start()] + phrase.replace(old[0], match[1].lower()) + question[match.end() :]
    return None


def _asked_otherwise(fragment: str, asked: str) -> str | None:
    """Another question word for the same: "Why?" after "Did they decline?" or "When did they decline?"."""
    match = _BARE.fullmatch(fragment)
    if not match or match["no"]:  # where the "not" of "Why not?" goes, no table tells
        return None
    word = match["asks"].capitalize()
    if _YES_NO.match(asked):
        return f"{word} {asked[:1].lower()}{asked[1:]}"
    return f"{word} {_ADVERBIAL.sub('', asked)}" if _ADVERBIAL.match(asked) else None


def _exchanged(fragment: str, asked: str) -> str | None:
    """Another time, place, name or subject: "And in 2018?", "What about Iran?", "What about aid?"."""
    match = _OTHER.fullmatch(fragment)
    if not match or _ASKS.match(match["new"]):
        return None
    new, stem = match["new"], asked.rstrip(" ?")
    said = f"{(match['preposition'] or 'in').lower()} {new}"
    if _TIME.fullmatch(said):
        return f"{_TIME.sub(said, stem, count=1)}?" if _TIME.search(stem) else f"{stem} {said}?"
    if match["preposition"]:
        old = re.search(rf"\b{match['preposition']} (?:the )?\w+(?: \w+)*$", stem, re.IGNORECASE)
        return f"{stem[: old.start()]}{said}?" if old else f"{stem} {said}?"
    if names := names_in(f"about {new}"):
        return _renamed(names[0].text, new, asked)
    if about := _ABOUT.search(stem):
        return f"{stem[: about.start(1)]}{new}?"
    return f"{stem} about {new}?" if _SAYS.match(asked) or kind_of(asked) == "quotation" else None


def _renamed(name: str, new: str, asked: str) -> str | None:
    """`asked` with `new` for its only name that is a place, or none, like `name`; else for its only one aside."""
    names = [old for old in names_in(asked) if is_place(old.text) == is_place(name)]
    if not names:  # "What did Biden say about Gaza?", "What about Ukraine?"
        names = [old for old in names_in(asked) if set(asked[: old.start].lower().split()[-1:]) & PREPOSITIONS]
    if len(names) != 1:
        return None
    old = names[0]
    return asked[: old.start] + new + asked[old.start + len(old.text) :]
