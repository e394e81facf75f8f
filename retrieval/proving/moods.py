"""
Moods: what a source denies, doubts, alleges or expects must not become a fact, nor the other way round.

Looked at are words beside words, no grammar: what stands right behind a "not" or a "may" in the quote and is said
plainly in the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from retrieval.proving.texts import Case, Text
from retrieval.terms import terms

_WINDOW = 3
"""Words of content behind a mark that it may be about."""
_KEPT_WINDOW, _KEPT_DENIAL, _KEPT_LESS = 8, 4, 2
"""The same in the sentence, which may say it in another order; of a denial, and of "no" and "without"."""
ENOUGH = 2
"""Words behind a mark that a sentence has to say plainly: one alone may be said of something else."""
_BEFORE = 2
"""Words before a mark in the sentence that it may be about: "would send no more"."""
_PASSIVES = frozenset("was were been is are be being".split())
"""Before a mark they make it about what stands before it: "reports that he is ill were denied"."""
_ENDS = frozenset(", but and while although though because which who if when".split())

NEGATORS = frozenset(
    """not no never none unless rather nobody neither nor without cannot cant
    dont doesnt didnt isnt arent wasnt werent wont
    wouldnt couldnt shouldnt hasnt havent hadnt""".split()
)
_LESS = frozenset(("no", "without"))
"""Deny a thing and not a statement."""
_DENYING = frozenset(terms("deny denied denies reject rejected rejects dismiss dismissed refute refuted"))
_SHORT_OF = frozenset(
    terms(
        """refuse refused refuses decline declined fail failed stop stopped short lack lacked unable unlikely rule ruled
        avoid prevent prevented ban banned unclear unknown unhurt uninjured unharmed absent doubt doubts"""
    )
)
_DENIALS = _DENYING | _SHORT_OF
_MODALS = frozenset("may might could would can should probably perhaps possibly".split())
_PERHAPS = frozenset(terms("possible potentially chance able uncertain unclear depends likely"))
_PASSED_OVER = frozenset("whether yet ever even already".split())
"""Words between a mark and what it is about."""
_HOPES = frozenset(
    terms(
        """hope hopes hoped propose proposes proposed want wants seek seeks ask asks
        asked demand demands demanded threaten threatened try tries tried urge urged suggest suggested"""
    )
)
_HOPES |= {"considering"}  # but not "considers it too low"
_EXPECTS = frozenset(
    terms(
        """will would shall plan plans planned expect expects expected aim aims intend intends promise promises promised
        vow vowed pledge pledged likely due scheduled set forecast forecasts going upcoming next"""
    )
)
_ALLEGATIONS = frozenset(
    terms(
        """accuse accused accuses accusation allege alleged alleges allegedly allegation claim claimed claims suspect
        suspected suspicion reportedly rumour rumoured rumored apparently blame blamed blames believe believed
        thought"""
    )
)
_SAYING = frozenset(
    terms(
        """say said says tell told according warn warned report reported state stated argue argued insist insisted deny
        denied describe described call called think thinks believe"""
    )
)

OPPOSITES: tuple[tuple[str, str], ...] = (
    ("rose rise rises risen increase increased increases up climbed grew grow growth higher gained gain raise raised",
     "fell fall falls fallen decrease decreased decreases down dropped shrank shrink lower lost decline declined cut"),
    ("won win wins winning victory beat", "lost lose loses losing defeat defeated"),
    ("approved approve approves accepted accept accepts passed backed",
     "rejected reject rejects refused refuse refuses blocked"),
    ("supported support supports favour favours favored favoured", "opposed oppose opposes against"),
    ("confirmed confirm confirms admitted admit admits acknowledged", "denied deny denies dismissed rejected"),
    ("opened open opens opening reopened", "closed close closes closing shut"),
    ("began begin begins started start starts", "ended end ends finished stopped halted"),
    ("allowed allow allows permitted permit permits", "banned ban bans forbade forbid prohibited barred"),
    ("bought buy buys acquired acquire purchased", "sold sell sells"),
    ("more most", "less least fewer fewest"),
    ("arrived arrive arrives joined join joins", "left leave leaves quit"),
    ("arrested detained jailed", "released freed acquitted"),
    ("maximum highest largest longest first", "minimum lowest smallest shortest last"),
    ("optimistic", "pessimistic"),
    ("guilty", "innocent"),
    ("alive survived survive survives", "dead died killed"),
    ("extend extended extends extending prolong prolonged", "shorten shortened cancel cancelled"),
    ("agreed agree agrees", "disagreed disagree disagrees"),
    ("postponed delayed", "brought-forward"),
    ("strengthened strengthen", "weakened weaken"),
    ("publish published public", "secret kept-secret"),
    ("urged urge urges encouraged", "discouraged discourage"),
)  # fmt: skip
"""Words of which one side says the contrary of the other."""
_OPPOSITES = tuple((frozenset(terms(one)), frozenset(terms(other))) for one, other in OPPOSITES)


@dataclass(frozen=True, slots=True)
class Mood:
    """
    What turns a statement into something less: `marks` in a quote, about the `window` words of content behind them.

    A sentence that says those words must say them behind one of `keeps`.
    """

    name: str
    marks: frozenset[str]
    keeps: frozenset[str]
    window: int = _WINDOW


MOODS: tuple[Mood, ...] = (
    Mood("denial", NEGATORS - {"no"}, NEGATORS | _DENIALS, 1),
    Mood("denial", frozenset(("no",)), NEGATORS | _DENIALS, 2),
    Mood("denial", _DENYING, NEGATORS | _DENIALS, 6),
    Mood("doubt", _MODALS, _MODALS | _PERHAPS | _HOPES),
    Mood("hope", _HOPES, _MODALS | _PERHAPS | _HOPES, 5),
    Mood("expectation", _EXPECTS, _MODALS | _PERHAPS | _HOPES | _EXPECTS | {"to"}, 5),
    Mood("allegation", _ALLEGATIONS, _ALLEGATIONS | _SAYING, 9),
)


def changed_mood(case: Case) -> str | None:
    """What the sentence makes of a denial, a doubt or a plan of its quotes, in a word; None when it keeps them."""
    return _invented_denial(case) or _lost(case) or _opposite(case)


def _invented_denial(case: Case) -> str | None:
    """A "not" that no quote has, a "without" of what they have, or a "has not ruled out" of what they rule out."""
    said = _folded(case.sentence)
    quoted = [_folded(source) for source in case.sources]
    denied = any(
        set(words_) & NEGATORS or source.stems & _DENIALS for words_, source in zip(quoted, case.sources, strict=True)
    )
    if set(said) & (NEGATORS - _LESS) and not denied:
        return "denial"
    plain = frozenset().union(*(_stems_outside(words_, NEGATORS | _DENYING, _WINDOW) for words_ in quoted))
    away = frozenset().union(*(about for words_ in quoted for about in _behind(words_, NEGATORS, _WINDOW)))
    for marks, window in ((NEGATORS - _LESS, 1), (_LESS, 1)):
        for about in _behind(said, marks, window):
            if about & (plain - away) & (_DENIALS if marks is not _LESS else plain):
                return "denial"
    return None


def _lost(case: Case) -> str | None:
    said = _folded(case.sentence)
    for mood in MOODS:
        denial = mood.name == "denial"
        plainly = _stems_outside(
            said,
            mood.keeps,
            _KEPT_DENIAL if denial else _KEPT_WINDOW,
            before=_BEFORE,
            ends=frozenset(("but",)) if denial else frozenset(),
        )
        for source in case.sources:
            quoted = _folded(source)
            plain = _stems_outside(quoted, mood.marks, mood.window)
            for about in _behind(quoted, mood.marks, mood.window):
                own = about - plain
                if mood.marks <= NEGATORS and own & _DENIALS & case.sentence.stems and not set(said) & NEGATORS:
                    return mood.name  # "has not ruled out" is no "has ruled out"
                if own and len(own & plainly) >= min(len(own), ENOUGH):
                    return mood.name
    return None


def _opposite(case: Case) -> str | None:
    if set(_folded(case.sentence)) & NEGATORS:
        return None  # "does not accept" is "rejects"
    for one, other in _OPPOSITES:
        for here, there in ((one, other), (other, one)):
            said = case.sentence.stems & here
            if said and not case.stems & here and case.stems & there and not case.sentence.stems & there:
                return "opposite"
    return None


def _folded(text: Text) -> list[str]:
    """The words in order, with a mark where a clause may end; of names only that one stands there."""
    found: list[str] = []
    at = 0
    for word in text.words:
        if re.search(r"[,;:.!?]", text.line[at : word.start]):
            found.append(",")
        found += ("",) if word.capital and not word.opens else word.folded
        at = word.end
    return found


def _behind(said: Sequence[str], marks: frozenset[str], window: int) -> Iterator[frozenset[str]]:
    """The stems of content right behind each word of `said` that is, or has the stem of, a mark, within its clause."""
    for place, word in enumerate(said):
        if word in marks or set(terms(word)) & marks:
            behind = (one for one in _clause(said[place + 1 :], window) if _is_content(one))
            yield frozenset(terms(" ".join(behind)))


def _stems_outside(
    said: Sequence[str], marks: frozenset[str], window: int, before: int = 0, ends: frozenset[str] = _ENDS
) -> frozenset[str]:
    """
    The stems that stand in `said` and are behind no mark, nor at most so many words `before` one.
    """
    inside: set[int] = set()
    for place, word in enumerate(said):
        if word in marks or set(terms(word)) & marks:
            behind = min(window, _KEPT_LESS) if word in _LESS else window
            ahead = _KEPT_WINDOW if before and said[place - 1 : place] and said[place - 1] in _PASSIVES else before
            inside |= set(range(max(place - ahead, 0), place + 1 + len(_clause(said[place + 1 :], behind, ends))))
    return frozenset(terms(" ".join(word for place, word in enumerate(said) if place not in inside)))


def _clause(said: Sequence[str], window: int, ends: frozenset[str] = _ENDS) -> list[str]:
    """The words up to the clause's end, so many of which are content."""
    taken: list[str] = []
    content = 0
    for place, word in enumerate(said):
        goes_on = word == "and" and said[place + 1 : place + 2] == ["to"]  # "plans to publish and to apply"
        if (word in ends and not goes_on) or content == window:
            break
        taken.append(word)
        content += _is_content(word)
    return taken


def _is_content(word: str) -> bool:
    """Whether a mark may be about it: "did not formally say whether it would close" is about closing."""
    stems = set(terms(word))
    return bool(stems) and not (word in _PASSED_OVER or word in NEGATORS or word.endswith("ly") or stems & _SAYING)
