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
from retrieval.followups.given_names import MEN, WOMEN
from retrieval.gazetteer import is_place, land_of
from retrieval.proving.coverage import is_known
from retrieval.proving.days import DAY_NAMES, full_name
from retrieval.proving.texts import Case, Text, Word
from retrieval.reader.figures import FIGURE
from retrieval.reader.names import ALIASES
from retrieval.terms import STOP_WORDS

_ADDRESS = frozenset("mr mrs ms mister madam i yes no".split())
"""Capitals that name nobody."""
_OPENERS = frozenset(
    """people men women children officials authorities police government officers troops soldiers rescuers residents
    workers employees staff students pupils teachers nurses doctors patients passengers travellers travelers drivers
    customers shareholders analysts economists experts researchers prosecutors investigators detectives firefighters
    rebels militants migrants refugees protesters demonstrators strikers voters critics supporters fans parents
    relatives neighbours neighbors families police parliament congress sources reports
    according however meanwhile also still instead later earlier today nobody none neither either several many most
    more fewer less another everyone anyone someone although though despite unlike since until within without among
    whether like apart besides not rather before after per amid around nearly almost just even only two three four
    five six seven eight nine ten additionally separately previously specifically initially finally eventually recently
    currently originally reportedly allegedly apparently dozens hundreds thousands millions""".split()
) | {f"{noun}s" for noun in PERSON_NOUNS}
"""Words that open a sentence and are no names, though their capital does not tell: people in the plural among them."""
_NO_NAME = re.compile(r"(?:tion|sion|ism|ment)s?$")
_LEADS_ON = re.compile(r"(?:ing|ed|ly)$")
"""How a participle or an adverb ends that may open a sentence; so do Beijing, Ahmed and Italy."""
_LED_ON_TO = frozenset(
    """the a an its his her their this that these those it he she they to in on at by from with for as about under over
    after before when whether what who how why into against between during through up out off down more no all each
    some any both""".split()
)
_DERIVED = ("ian", "ese", "i")
_LEAST_ROOT = 4


def untold_name(case: Case) -> str | None:
    """The first name of the sentence, or word of one, that its sources do not give; None when they give all."""
    stems = case.stems | case.about
    for run in _runs(case.sentence):
        run = [word for word in run if not _is_a_scale(word, case.sentence)]
        missing = [word for word in run if not _given(word, _acronyms(case) if is_acronym(word) else case.known)]
        if not missing or _is_short_for(run, case):
            continue
        if len(run) == 1 and _opens_as_any_word(run[0], case.sentence, stems):
            continue
        return missing[0].text
    return None


def _is_a_scale(word: Word, sentence: Text) -> bool:
    """Whether a letter is that of a thermometer: "41°C"."""
    return word.text in ("C", "F") and sentence.line[: word.start].endswith("°")


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
    if is_acronym(word):
        return list(word.folded)
    return [
        one for one in word.folded if one not in STOP_WORDS and one not in _ADDRESS and full_name(one) not in DAY_NAMES
    ]


def is_acronym(word: Word) -> bool:
    """Whether a word in capitals is a name that is written like one of the commonest words: the WHO, the IT office."""
    return len(word.text) > 1 and word.text.isupper() and all(one in STOP_WORDS for one in word.folded)


def _given(word: Word, known: frozenset[str]) -> bool:
    return all(_known(folded, known) for folded in named_by(word))


def _known(word: str, known: frozenset[str]) -> bool:
    if word in known or any(map(str.isdigit, word)) or FIGURE.fullmatch(word):  # numbers are proved as such
        return True
    if any(word in name and alias in known for alias, name in ALIASES.items()):
        return True
    return _is_named(word, known) or any(one_people(word, other) for other in known)


def _is_named(word: str, known: frozenset[str]) -> bool:
    """Whether a place of which `word` is another name, or whose people it is, has any of its names among others."""
    lands = {land_of(other) for other in known} - {None}
    for name in _full_names(word):
        others = [other for other, same in ALIASES.items() if same == name]
        if set(name) <= known or any(other in known or land_of(other) in lands for other in others):
            return True
    return False


def one_place(one: str, other: str) -> bool:
    """Whether two words name one place, its people or what is of it: "UK", "Britain" and "British"."""
    return one == other or one_people(one, other) or not _full_names(one).isdisjoint(_full_names(other))


def _full_names(word: str) -> set[tuple[str, ...]]:
    """The whole names of the place that `word` is another name of, or whose people it is."""
    return {name for alias, name in ALIASES.items() if word == alias or one_people(word, alias)}


def one_people(one: str, other: str) -> bool:
    """
    Whether two words name a land and what is of it: "Russia" and "Russian".

    Countries are told by the table alone. A region or a city may lend its name with one of the regular endings, where
    it is nobody's given name: "Kestria" and "Kestrian", but not "Julia" and "Julian".
    """
    if land_of(one) is not None or land_of(other) is not None:
        return land_of(one) == land_of(other)
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _LEAST_ROOT or {shorter, longer} & (MEN | WOMEN):
        return False
    roots = (shorter, shorter.removesuffix("s"))  # "Texas" and "Texan"
    derived = [f"{root}n" if root.endswith("a") else f"{root}{ending}" for root in roots for ending in _DERIVED]
    return longer.removesuffix("s") in derived


def _is_short_for(run: Sequence[Word], case: Case) -> bool:
    """Whether one of the name and a name of the sources is made of the initials of the other."""
    said = [folded for word in run for folded in word.folded]
    if len(said) > 1 and "".join(folded[0] for folded in said) in _acronyms(case):
        return True
    return len(said) == 1 and _in_capitals(run[0]) and said[0] in set(_initials(case))


def _acronyms(case: Case) -> frozenset[str]:
    """The words in capitals of the sources, full stops left out, as they are compared."""
    texts = [text for source in case.sources for text in (source, Text(source.about))]
    return frozenset(one for text in texts for word in text.words if _in_capitals(word) for one in word.folded)


def _in_capitals(word: Word) -> bool:
    return word.text.replace(".", "").isupper()


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


def _opens_as_any_word(word: Word, sentence: Text, stems: frozenset[str]) -> bool:
    """Whether a lone word has its capital only because a sentence begins with it."""
    small = word.opens and word.text[1:].islower()
    return small and (all(is_known(stem, stems) for stem in word.stems) or opens_as_common(sentence.words, word))


def opens_as_common(words: Sequence[Word], word: Word) -> bool:
    """
    Whether a word that opens a sentence among `words` has its capital only because of that, as far as its look tells.

    A participle or an adverb leads on to a phrase, where a name goes on with a verb; a plural that is no people's and
    not in the table may be anybody's name.
    """
    if not word.opens or not word.text[1:].islower() or is_place(word.folded[0]) or word.folded[0] in MEN | WOMEN:
        return False
    if word.folded[0] in _OPENERS or _NO_NAME.search(word.folded[0]):
        return True
    following = next((other for other in words if other.start > word.start), None)
    if following is None or not _LEADS_ON.search(word.folded[0]):
        return False
    return following.text in _LED_ON_TO or following.text[0].isdigit()
