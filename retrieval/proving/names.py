"""
Names: every capitalised word of the sentence must stand in its quotes, in their headline or as their outlet.

"Russian" follows from "Russia", "the UN" from "the United Nations" and "the U.S." from "the United States"; a first
name, a rank or a role that the sources do not give follows from nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from retrieval.expects import PERSON_NOUNS
from retrieval.gazetteer import members_asked_for
from retrieval.proving.days import DAY_NAMES, full_name
from retrieval.proving.texts import Case, Text, Word
from retrieval.reader.names import ALIASES
from retrieval.terms import STOP_WORDS, terms

_ADDRESS = frozenset("mr mrs ms mister madam i yes no".split())
"""Capitals that name nobody."""
_OPENERS = (
    frozenset(
        """people officials authorities police government ministers lawmakers reporters journalists sources reports
    according however meanwhile also still instead later earlier today nobody none neither either several many most
    more fewer less another everyone anyone someone although though despite unlike since until within without among
    whether like apart besides not rather before after per amid around nearly almost just even only two three four
    five six seven eight nine ten""".split()
    )
    | PERSON_NOUNS
)
"""Words that open a sentence and are no names, though their capital does not tell."""
_COMMON_ENDING = re.compile(r"(?:tion|sion|ment|ness|ity|ism|ship|ance|ence|ing|ed|ly|ts|ns|rs|ds|es|ls|ks|ps|ys)$")
_PEOPLE_ENDINGS = frozenset(("", "a", "n", "an", "ian", "ia", "ese", "i", "ish", "er", "y", "s", "istan", "ans", "ns"))
_LEAST_ROOT = 4
_IRREGULAR = {
    frozenset(pair.split())
    for pair in """france french|britain british|spain spanish|poland polish|sweden swedish|denmark danish
    |netherlands dutch|turkey turkish|greece greek|wales welsh|ireland irish|england english|scotland scottish
    |switzerland swiss|thailand thai|philippines filipino|germany german|norway norwegian|iceland icelandic
    |finland finnish|iraq iraqi|oman omani|peru peruvian|cyprus cypriot|europe european|america american
    |states american|kingdom british|portugal portuguese|lebanon lebanese|malta maltese""".replace("\n", "").split("|")
}
_COUNTRY = members_asked_for("which country")


def untold_name(case: Case) -> str | None:
    """The first name of the sentence, or word of one, that its sources do not give; None when they give all."""
    stems = frozenset().union(*(frozenset(terms(f"{source.line} {source.about}")) for source in case.sources))
    for run in _runs(case.sentence):
        missing = [word for word in run if not _given(word, case.known)]
        if not missing or _is_short_for(run, case):
            continue
        if len(run) == 1 and _opens_as_common_word(run[0], stems):
            continue
        return missing[0].text
    return None


def _runs(sentence: Text) -> Iterator[list[Word]]:
    """The capitalised words that stand together, without the commonest words at their edges."""
    for capital, group in groupby(sentence.words, key=lambda word: word.capital or word.text in ("of", "the", "de")):
        run = list(group)
        while run and _says_nothing(run[0]):
            run.pop(0)
        while run and _says_nothing(run[-1]):
            run.pop()
        if capital and run:
            yield [word for word in run if word.capital]


def _says_nothing(word: Word) -> bool:
    return not word.capital or not named_by(word)


def named_by(word: Word) -> list[str]:
    """What of a word may name somebody or something: days are proved as such, and the commonest words name nothing."""
    return [
        one for one in word.folded if one not in STOP_WORDS and one not in _ADDRESS and full_name(one) not in DAY_NAMES
    ]


def _given(word: Word, known: frozenset[str]) -> bool:
    return all(_known(folded, known) for folded in named_by(word))


def _known(word: str, known: frozenset[str]) -> bool:
    if word in known or any(map(str.isdigit, word)):  # numbers are proved as such
        return True
    if word in ALIASES and set(ALIASES[word]) <= known:
        return True
    if any(word in name and alias in known for alias, name in ALIASES.items()):
        return True
    return any(one_people(word, other) for other in known)


def one_people(one: str, other: str) -> bool:
    """Whether two words name a country and what is of it: "Russia" and "Russian"."""
    if frozenset((one, other)) in _IRREGULAR:
        return True
    root = 0
    while root < min(len(one), len(other)) and one[root] == other[root]:
        root += 1
    if root < _LEAST_ROOT or not {one[root:], other[root:]} <= _PEOPLE_ENDINGS:
        return False
    return not (_COUNTRY and _COUNTRY.fullmatch(one) and _COUNTRY.fullmatch(other))  # Niger and Nigeria


def _is_short_for(run: Sequence[Word], case: Case) -> bool:
    """Whether one of the name and a name of the sources is made of the initials of the other."""
    said = [folded for word in run for folded in word.folded]
    if len(said) > 1 and "".join(folded[0] for folded in said) in case.known:
        return True
    return len(said) == 1 and run[0].text.replace(".", "").isupper() and said[0] in set(_initials(case))


def _initials(case: Case) -> Iterator[str]:
    for source in case.sources:
        for text in (source, Text(source.about)):
            for run in _runs(text):
                yield from _shortenings([folded for word in run for folded in word.folded])


def _shortenings(name: Sequence[str]) -> Iterable[str]:
    """The initials of a name and of all parts of it that have two words or more."""
    for start in range(len(name)):
        for end in range(start + 2, len(name) + 1):
            yield "".join(folded[0] for folded in name[start:end] if folded)


def _opens_as_common_word(word: Word, stems: frozenset[str]) -> bool:
    """Whether a lone word has its capital only because a sentence begins with it."""
    if not word.opens or not word.text[1:].islower():
        return False
    return set(terms(word.text)) <= stems or opens_as_common(word)


def opens_as_common(word: Word) -> bool:
    """Whether a word that opens a sentence has the look of one that is no name."""
    common = all(folded in _OPENERS for folded in word.folded) or _COMMON_ENDING.search(word.text.lower()) is not None
    return word.opens and word.text[1:].islower() and common
