"""
Contraries: where the sentence says the one of two opposite words, no quote may say the other one alone.

Whoever tells a contest or a bargain from its other side says the contrary too, and rightly: "Ostby lost to Rimal" is
"Rimal beat Ostby", and the score is turned round with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from retrieval.proving.texts import Case, Text, stems_of

NEAR = 6
"""Words on each side of a verb among which stands who does it and whom it is done to."""


class Row(NamedTuple):
    """Forms: those of `one` say the contrary of those of `other`, or where `two_sided` the same from the other side."""

    one: str
    other: str
    two_sided: bool = False


OPPOSITES: tuple[Row, ...] = (
    Row("rose rise rises risen increase increased increases climbed climb grew grow growth higher gained gain raise"
        " raised",
        "fell fall falls fallen decrease decreased decreases dropped drop shrank shrink lower lost decline declined"
        " cut"),
    Row("won win wins winning winner victory beat beats beaten defeated defeats",
        "lost lose loses losing loss loser", two_sided=True),
    Row("approved approve approves accepted accept accepts passed backed",
        "rejected reject rejects refused refuse refuses blocked"),
    Row("supported support supports favour favours favored favoured", "opposed oppose opposes against"),
    Row("confirmed confirm confirms admitted admit admits acknowledged", "denied deny denies dismissed rejected"),
    Row("opened open opens opening reopened", "closed close closes closing shut"),
    Row("began begin begins started start starts", "ended end ends finished stopped halted"),
    Row("allowed allow allows permitted permit permits", "banned ban bans forbade forbid prohibited barred"),
    Row("bought buy buys acquired acquire purchased", "sold sell sells", two_sided=True),
    Row("lent lend lends lender creditor creditors", "borrowed borrow borrows borrower debtor debtors", two_sided=True),
    Row("precede precedes preceded preceding", "follow follows followed following", two_sided=True),
    Row("arrived arrive arrives joined join joins", "left leave leaves quit"),
    Row("hired hire hires appointed", "fired fire sacked dismissed"),
    Row("arrested detained jailed", "released freed acquitted"),
    Row("convicted guilty", "acquitted innocent cleared"),
    Row("maximum highest largest longest first", "minimum lowest smallest shortest last"),
    Row("best hottest richest oldest", "worst coldest poorest youngest"),
    Row("optimistic", "pessimistic"),
    Row("alive survived survive survives saved rescued", "dead died killed kill kills"),
    Row("extend extended extends extending prolong prolonged", "shorten shortened cancel cancelled"),
    Row("agreed agree agrees", "disagreed disagree disagrees"),
    Row("strengthened strengthen", "weakened weaken"),
    Row("publish published public", "secret"),
    Row("urged urge urges encouraged", "discouraged discourage"),
    Row("imported import imports", "exported export exports"),
    Row("majority", "minority"),
    Row("employer employers", "employee employees"),
    Row("northern north", "southern south"),
    Row("eastern east", "western west"),
    Row("rich wealthy", "poor"),
    Row("domestic", "foreign"),
    Row("husband father son brother uncle", "wife mother daughter sister aunt"),
)  # fmt: skip
"""Words of which one side says the contrary of the other."""

_SIDES = tuple((frozenset(stems_of(row.one)), frozenset(stems_of(row.other))) for row in OPPOSITES)
_RISES = next(place for place, row in enumerate(OPPOSITES) if row.one.startswith("rose"))
WINS = next(place for place, row in enumerate(OPPOSITES) if row.one.startswith("won"))

_SMALL = {
    word: (row, side)
    for row, sides in enumerate((("more", "less fewer"), ("many", "few"), ("before", "after"), ("above", "below")))
    for side, words in enumerate(sides)
    for word in words.split()
}
"""Words that deny each other of one thing: "before the vote" and "after the vote"."""
_BETWEEN = 2
"""Words between one of them and the thing: "before the final vote"."""
_PREFIXES = {
    "in": tuple(
        """accura activ adequa appropria capab comple consist correct decen dependen direct effect eligib formal human
        sane secur sensitiv suffic toleran valid visib volunt""".split()
    ),
    "im": tuple("balanc matur mobil moral partial patien perfect polite possib probab proper".split()),
    "il": tuple("legal legitima literat logical".split()),
    "ir": tuple("rational regular relevan responsib reversib".split()),
    "dis": tuple(
        "agree approv appear honest respect satisf similar loyal obey obed connect continu prov trust".split()
    ),
}
"""Prefixes that deny what begins so; other words begin alike: "improve" does not deny "prove"."""
_LEAST_NEGATED = 4
_BE = frozenset("was were been is are be being".split())
_GOES = frozenset("go goes went gone going is are was were be been".split())
_BEATEN = frozenset(("beaten", "defeated"))
_OWN = frozenset("a an his her its their heavy narrow first another the crushing shock".split())
_SCORE = re.compile(r"(?<![\w.,-])(\d{1,3})[-–](\d{1,3})(?![\w-])(?!%|\.\d)")
_NEGATED = frozenset(
    "not no never none neither nobody nor without cannot cant dont didnt doesnt wont isnt wasnt".split()
)


def contrary(case: Case) -> str | None:
    """ "opposite" where the sentence says the contrary of what its quotes say; None where it does not."""
    if not _NEGATED.isdisjoint(case.sentence.folded):
        return None  # "does not accept" is "rejects"
    said, told = _said(case.sentence.line), [_said(source.line) for source in case.sources]
    ours, theirs = {one[:2] for one in said}, {one[:2] for all_ in told for one in all_}
    for row, side in sorted(ours - theirs):
        if (row, 1 - side) not in theirs or (row, 1 - side) in ours:
            continue
        if not (OPPOSITES[row].two_sided and _from_the_other_side(case, row, side)):
            return "opposite"
    return _compared(case) or _prefixed(case)


def turned_score(case: Case) -> str | None:
    """A score that the quotes say the other way round, where the sentence does not tell it from the other side."""
    told = [(match.groups(), source) for source in case.sources for match in _SCORE.finditer(source.line)]
    for match in _SCORE.finditer(case.sentence.line):
        straight = any(score == match.groups() for score, _ in told)
        turned = [source for score, source in told if score == match.groups()[::-1]]
        if not straight and turned and all(_one_side(case.sentence, source) for source in turned):
            return match.group()
    return None


def _one_side(sentence: Text, source: Text) -> bool:
    ours, theirs = ({side for row, side, _ in _said(text.line) if row == WINS} for text in (sentence, source))
    return not ours or not theirs or ours == theirs


def _from_the_other_side(case: Case, row: int, side: int) -> bool:
    """Whether whoever does it in the sentence is whom it is done to in the quote that says the contrary, by words."""
    for ours, who, place in (
        (one, who, place) for one, who, place in _said(case.sentence.line) if (one, who) == (row, side)
    ):
        before = _around(case.sentence, place)[0]
        for source in case.sources:
            for theirs, whom, there in _said(source.line):
                if (theirs, whom) == (ours, 1 - who):
                    told_before, told_after = _around(source, there)
                    if before & told_after and not before & told_before:
                        return True
    return False


def _around(text: Text, place: int) -> tuple[frozenset[str], frozenset[str]]:
    """The stems before and behind a word."""
    found = text.words
    before, after = found[max(0, place - NEAR) : place], found[place + 1 : place + 1 + NEAR]
    return (
        frozenset(stem for word in before for stem in word.stems),
        frozenset(stem for word in after for stem in word.stems),
    )


@lru_cache(maxsize=2048)
def _said(line: str) -> tuple[tuple[int, int, int], ...]:
    """The rows of which a line says a word, with the side and the place of it."""
    return tuple(_sides_in(Text(line)))


def _sides_in(text: Text) -> Iterator[tuple[int, int, int]]:
    for place, word in enumerate(text.words):
        lower = word.text.lower()
        before = [one.text.lower() for one in text.words[max(0, place - 2) : place]]
        if lower in ("up", "down") and before[-1:] and before[-1] in _GOES:
            yield _RISES, int(lower == "down"), place
        if (lower in _BEATEN and _BE & set(before)) or (lower in ("defeat", "defeats") and _OWN & set(before[-1:])):
            yield WINS, 1, place
            continue
        for row, sides in enumerate(_SIDES):
            for side, stems in enumerate(sides):
                if not stems.isdisjoint(word.stems):
                    yield row, side, place


def _compared(case: Case) -> str | None:
    """ "opposite" where the sentence says "more", "before" or "few" of a thing of which the quotes say the contrary."""
    told = {one for source in case.sources for one in _comparisons(source)}
    for row, side, thing in _comparisons(case.sentence):
        if (row, 1 - side, thing) in told and (row, side, thing) not in told:
            return "opposite"
    return None


def _comparisons(text: Text) -> Iterator[tuple[int, int, str]]:
    """The row and the side of each small word, and the stem of the thing behind it."""
    for place, word in enumerate(text.words):
        if (found := _SMALL.get(word.text.lower())) is None:
            continue
        following = text.words[place + 1 : place + 2 + _BETWEEN]
        thing = next((one.stems[0] for one in following if one.stems), None)
        if thing is not None:
            yield *found, thing


def _prefixed(case: Case) -> str | None:
    """ "opposite" where the sentence says "unsafe" and the quotes only "safe", or the other way round."""
    for word in case.sentence.words:
        if word.capital or case.stems.intersection(word.stems):
            continue
        for source in case.sources:
            if not _NEGATED.isdisjoint(source.folded):  # "not safe" is "unsafe"
                continue
            if any(_negates(word.text, other.text) or _negates(other.text, word.text) for other in source.words):
                return "opposite"
    return None


def _negates(word: str, other: str) -> bool:
    """Whether `word` is made of `other` and a prefix that denies it."""
    bare = other.lower()
    if not word.lower().endswith(bare) or len(bare) < _LEAST_NEGATED:
        return False
    prefix = word.lower().removesuffix(bare)
    return prefix == "un" or (prefix in _PREFIXES and bare.startswith(_PREFIXES[prefix]))
