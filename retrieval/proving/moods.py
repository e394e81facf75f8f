"""
Moods: what a source denies, doubts, alleges or expects must not become a fact, nor the other way round.

Looked at are words beside words, no grammar: what stands right behind a "not" or a "may" in the quote and is said
plainly in the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from retrieval.proving.attributions import unattributed
from retrieval.proving.conditions import dropped_condition
from retrieval.proving.contraries import contrary
from retrieval.proving.frames import unframed
from retrieval.proving.marks import DENIALS, DENYING, INVENTED, LESS, MOODS, NEGATORS, SAYING, Invented, Mark, Mood
from retrieval.proving.negations import denied_otherwise
from retrieval.proving.texts import Case, Text, stems_of

_WINDOW = 3
"""Words of content behind a mark that it may be about."""
_KEPT_WINDOW, _KEPT_DENIAL = 8, 4
"""The same in the sentence, which may say it in another order; and of a "not"."""
_KEPT = {"no": 2, "without": 2, "to": 4}
"""Words that are about fewer."""
ENOUGH = 2
"""Words behind a mark that a sentence has to say plainly: one alone may be said of something else."""
_BEFORE = 2
"""Words before a mark in the sentence that it may be about: "would send no more"."""
_FARTHEST = 60
"""Words, of content or not, that a mark may be about; no clause has so many."""
_NEAR = 10
"""Words behind a mark that go on from what it is about."""
_LAST = 6
"""Words at the end of a sentence in which a verb of saying is about all that stands before it."""
_PASSIVES = frozenset("was were been is are be being".split())
"""Before a mark they make it about what stands before it: "reports that he is ill were denied"."""
_ENDS = frozenset(", but and while although though because which who if when".split())
_CLAUSES = frozenset(", and but while although though because when".split())
_PASSED_OVER = frozenset("whether yet ever even already able".split())
"""Words between a mark and what it is about."""
_NO_INFINITIVE = frozenset(
    """the a an its his her their our this that these those some all each both either several many most more
    any no other others two three four five six seven eight nine ten it him them us me you""".split()
)
"""Words behind a "to" that is a preposition."""
_ARTICLES = frozenset("no a an the any without its his her their".split())
"""Words behind which a "warning" is a thing, and nothing that somebody says."""


_DENIED, _NOT, _LESS = Mark(NEGATORS), Mark(NEGATORS - LESS), Mark(LESS)
_AWAY = Mark(NEGATORS | DENYING)


class Token(NamedTuple):
    """
    A word as it is compared, "" for a name and "," where a clause may end, with its stem; `known` is a name's too.

    `content` tells whether a mark may be about it, `clause` the place of its clause in the text.
    """

    word: str
    stem: str
    known: str
    content: bool
    clause: int


def changed_mood(case: Case) -> str | None:
    """What the sentence makes of a denial, a doubt or a plan of its quotes, in a word; None when it keeps them."""
    return (
        denied_otherwise(case)
        or _invented_denial(case)
        or _lost(case)
        or _invented(case)
        or unattributed(case)
        or dropped_condition(case)
        or contrary(case)
        or unframed(case)
    )


def _invented_denial(case: Case) -> str | None:
    """A "not" that no quote has, a "without" of what they have, or a "has not ruled out" of what they rule out."""
    said = [token.word for token in _tokens(case.sentence.line)]
    lines = [source.line for source in case.sources]
    denied = any(
        {token.word for token in _tokens(line)} & NEGATORS or source.stems & DENIALS
        for line, source in zip(lines, case.sources, strict=True)
    )
    if set(said) & (NEGATORS - LESS) and not denied:
        return "denial"
    plain = frozenset().union(*(_stems_outside(line, _AWAY, _WINDOW) for line in lines))
    away = frozenset().union(*(one.about for line in lines for one in _behind(line, _DENIED, _WINDOW)))
    for mark in (_NOT, _LESS):
        for one in _behind(case.sentence.line, mark, 1):
            if one.about & (plain - away) & (DENIALS if mark is _NOT else plain):
                return "denial"
    return None


def _lost(case: Case) -> str | None:
    """What a quote makes less of than a fact, and the sentence does not."""
    line = case.sentence.line
    said = {token.word for token in _tokens(line)}
    for mood in MOODS:
        plainly = _plainly(line, mood)
        for source in case.sources:
            plain = _stems_outside(source.line, mood.mark, mood.window)
            for about, verb, near, clause in _behind(source.line, mood.mark, mood.window):
                own = about - plain
                if mood.mark.words <= NEGATORS and own & DENIALS & case.sentence.stems and not said & NEGATORS:
                    return mood.name  # "has not ruled out" is no "has ruled out"
                if own and len(own & plainly) >= min(len(own), ENOUGH):
                    return mood.name
                alone = verb not in plain
                if verb not in plainly or (alone and mood.window < _WINDOW):
                    continue
                if _tells_of_it(verb, near, clause, source.line, line, alone=alone):
                    return mood.name
    return None


def _tells_of_it(verb: str, near: frozenset[str], clause: int, quote: str, sentence: str, *, alone: bool) -> bool:
    """
    Whether the clauses of the sentence that say a verb tell of what a quote has behind a mark.

    Where that verb stands nowhere else in the quote (`alone`) another word with it will do; else they must say more of
    the clause with the mark than of those that say it plainly.
    """
    told = _clauses(quote)
    ours = [words for words in _clauses(sentence).values() if verb in words]
    if alone:
        return any(len(near & one) >= ENOUGH for one in ours)
    plain = [words for place, words in told.items() if place != clause and verb in words]
    return bool(ours) and all(len(told[clause] & one) > len(words & one) for one in ours for words in plain)


@lru_cache(maxsize=2048)
def _clauses(line: str) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for token in _tokens(line):
        if token.known:
            found.setdefault(token.clause, set()).add(token.known)
    return found


def _invented(case: Case) -> str | None:
    """What the sentence makes less of than the fact that it is in the quotes, where they have no word of that kind."""
    for kind in INVENTED:
        for one in _behind(case.sentence.line, kind.mark, kind.window):
            told = [source for source in case.sources if one.about and one.about <= source.stems]
            if told and not any(_excuses(source, kind) for source in case.sources):
                return kind.name
    return None


def _excuses(source: Text, kind: Invented) -> bool:
    return any({token.word, token.stem} & kind.excuses for token in _tokens(source.line) if token.word != "to") or (
        "to" in kind.excuses
        and any(_opens_infinitive(_tokens(source.line), n) for n in range(len(_tokens(source.line))))
    )


@lru_cache(maxsize=4096)
def _plainly(line: str, mood: Mood) -> frozenset[str]:
    """The stems that the sentence says and makes no less of than a fact."""
    denial = mood.name == "denial"
    return _stems_outside(
        line,
        Mark(mood.keeps),
        _KEPT_DENIAL if denial else _KEPT_WINDOW,
        before=_BEFORE,
        ends=frozenset(("but",)) if denial else frozenset(),
    )


@lru_cache(maxsize=2048)
def _tokens(line: str) -> tuple[Token, ...]:
    text = Text(line)
    found: list[Token] = []
    at = clause = 0
    for word in text.words:
        if re.search(r"[,;:.!?]", line[at : word.start]):
            clause += 1
            found.append(Token(",", "", "", False, clause))
        at = word.end
        if word.capital and not word.opens:
            found.append(Token("", "", word.stems[0] if word.stems else "", False, clause))
            continue
        for folded in word.folded:
            clause += folded in _CLAUSES
            stem = " ".join(stems_of(folded))
            found.append(Token(folded, stem, stem, _is_content(folded, stem, found[-1].word if found else ""), clause))
    return tuple(found)


def _is_content(word: str, stem: str, before: str) -> bool:
    """Whether a mark may be about it: "did not formally say whether it would close" is about closing."""
    if not stem or not word[0].isalpha() or word in _PASSED_OVER or word in NEGATORS or word.endswith("ly"):
        return False
    return stem not in SAYING or before in _ARTICLES


class Marked(NamedTuple):
    """What a mark is `about`: its first word is the `verb`, `near` all that follows soon, and `clause` its place."""

    about: frozenset[str]
    verb: str
    near: frozenset[str]
    clause: int


@lru_cache(maxsize=8192)
def _behind(line: str, mark: Mark, window: int) -> tuple[Marked, ...]:
    """The stems of content right behind each mark within its clause."""
    tokens = _tokens(line)
    found = []
    for place, token in enumerate(tokens):
        start = _start(tokens, place, mark)
        if start is not None:
            about = [one.stem for one in _clause(tokens, start, window) if one.content]
            near = frozenset(one.known for one in tokens[start : start + _NEAR] if one.known)
            found.append(Marked(frozenset(about), about[0] if about else "", near, token.clause))
    return tuple(found)


def _start(tokens: Sequence[Token], place: int, mark: Mark) -> int | None:
    """Where the words begin that the mark at a place is about; None where no mark stands there."""
    if not (tokens[place].word in mark.words or tokens[place].stem in mark.words):
        return None
    if mark.passive and not any(token.word in _PASSIVES for token in tokens[max(0, place - 2) : place]):
        return None
    if not mark.leads:
        return place + 1
    for n, token in enumerate(tokens[place + 1 : place + 1 + mark.near], place + 1):
        if token.word == ",":
            return None
        if not mark.leads.isdisjoint((token.word, token.stem)) and (token.word != "to" or _opens_infinitive(tokens, n)):
            return n + 1
    return None


def _opens_infinitive(tokens: Sequence[Token], place: int) -> bool:
    """Whether the "to" at a place opens an infinitive: behind the other one stands a thing or a name."""
    following = tokens[place + 1 : place + 2]
    if tokens[place].word != "to" or not following:
        return False
    word = following[0].word
    return bool(word) and word not in _NO_INFINITIVE and word[0].isalpha()


@lru_cache(maxsize=8192)
def _stems_outside(line: str, mark: Mark, window: int, before: int = 0, ends: frozenset[str] = _ENDS) -> frozenset[str]:
    """The stems that stand in a line and are behind no mark, nor at most so many words `before` one."""
    tokens = _tokens(line)
    inside: set[int] = set()
    for place, token in enumerate(tokens):
        start = _start(tokens, place, mark)
        if start is None or (token.word == "to" and not _opens_infinitive(tokens, place)):
            continue
        behind = _KEPT_WINDOW if before and token.stem in DENYING else min(window, _KEPT.get(token.word, window))
        ahead = _KEPT_WINDOW if before and place and tokens[place - 1].word in _PASSIVES else before
        if token.word == "to":
            # "they are to be moved"
            passive = before and [one.word for one in tokens[place + 1 : place + 2]] == ["be"]
            ahead = _KEPT_WINDOW if passive else 0
        elif before and token.stem in SAYING and len(tokens) - place <= _LAST:  # "…, according to police"
            ahead = place
        inside |= {
            *range(max(place - ahead, 0), place),
            *range(place + 1, start + len(_clause(tokens, start, behind, ends))),
        }
        if not before:
            inside.add(place)  # in the sentence it is said plainly itself: "they voted to leave"
    return frozenset(token.stem for place, token in enumerate(tokens) if token.stem and place not in inside)


def _clause(tokens: Sequence[Token], start: int, window: int, ends: frozenset[str] = _ENDS) -> Sequence[Token]:
    """The words from a place up to the clause's end, so many of which are content."""
    content = 0
    last = min(len(tokens), start + _FARTHEST)
    for place in range(start, last):
        token = tokens[place]
        goes_on = token.word == "and" and place + 1 < len(tokens) and tokens[place + 1].word == "to"
        if (token.word in ends and not goes_on) or content == window:  # "plans to publish and to apply"
            return tokens[start:place]
        content += token.content
    return tokens[start:last]
