"""Tables of words: what has no topic, what a person or a group is called, what ends a noun phrase."""

from __future__ import annotations

import re

from retrieval.expects import PERSON_NOUNS


def _row(words: str) -> frozenset[str]:
    return frozenset(words.split())


MONTHS = _row("January February March April May June July August September October November December")
DAYS = _row("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
PERIODS = _row("days week weekend month year season spring summer fall autumn winter morning")
ORDINALS = _row("first second third fourth fifth sixth seventh eighth ninth tenth last previous next")

HE, SHE, IT, THEY = _row("he him his"), _row("she her hers"), _row("it its"), _row("they them their theirs")
POSSESSIVE = _row("his hers its their theirs")
"""Pronouns that say whose; "her" may, too."""

AUXILIARIES = _row("is are was were do does did has have had can could will would should may might must")
WH = _row("who whom whose what which when where why how")
PREPOSITIONS = _row(
    """in on at to from by for with about until since under during after around over into against within as between
    across before than like because through upon near"""
)
COMMON = (
    AUXILIARIES
    | WH
    | HE
    | SHE
    | IT
    | THEY
    | PREPOSITIONS
    | _row(
        """am be been being and but or so not of if the a an any some many much more most all both no yes ok tell name
        list give show describe explain please i me my we our us you your happen happened happens thing things anything
        something everything there then also too himself herself itself themselves this that these those other others
        another else same one ones although while though however according despite don't didn't such each every only
        just when once along meanwhile later"""
    )
)
"""Words that carry no topic, and that a sentence's first capital makes no name."""

VERBS = _row(
    """act agree appear arrive ask attack attend back beat become begin break bring build buy call cause change come
    cost cover create decide decline defeat deny die do earn end enter fail fall feel fight fill find follow form
    get give go grow hear help hit hold hope hurt include invite join keep kill know land last lead learn leave let
    live look lose make marry mean meet move need offer open order oppose pass pay perform plan play produce promise
    publish put quit reach react receive record refer refuse reject release remain reply resign respond retire
    return rule run save say see seek sell send serve set shoot show sign sing sit speak spend split stand start
    stay step stop study succeed suffer support survive take talk tell think tour travel try turn use visit vote
    want warn win work write held made taken won given gone done built begun broken chosen fought found known led
    left lost met paid said seen sent shot shown sold spoken taught told written been born based popular successful"""
)
"""What is said of a thing in a question, beside words in -ed: these end the noun phrase before them."""

TITLES = _row("mr mrs ms miss sir dr lord lady")
MALE = _row(
    """mr sir king prince lord pope father brother son husband uncle nephew actor businessman chairman congressman
    spokesman man boy duke priest grandfather"""
)
FEMALE = _row(
    """mrs ms miss queen princess lady mother sister daughter wife aunt niece actress businesswoman chairwoman
    congresswoman spokeswoman woman girl duchess nun grandmother"""
)
PEOPLE = PERSON_NOUNS | MALE | FEMALE | _row("guitarist drummer bassist doctor teacher")
"""What somebody is."""

GROUPS = _row(
    """administration agency airline army association authorities band bank board brothers church club college
    commission committee company congress corporation council court department enterprises family federation force
    forces foundation government group house inc institute league ministry office orchestra organisation organization
    parliament party police records republic senate school service society studio studios team trio duo union
    university nations states delegation opposition public staff crew cast audience media press couple"""
)
"""What several people are together: "it" and "they" both mean it."""

THINGS = _row(
    """abbey act agreement album award awards bill book castle championship city conference cup day festival film format
    game games hall hills ii island law magazine museum news order park prize report river road series show song square
    stadium street theatre theater times tour treaty war world"""
)
"""Words that make a name one of no person."""

WORD = re.compile(r"\w+(?:[-.’']\w+)*")

_SHORTENED = "".join(rf"(?<!\b{title}\.)" for title in "Dr Mr Ms St Jr Sr Mrs Gov Sen Rep Gen".split())
SENTENCE_END = re.compile(rf"(?<=\w\w[.!?…\"”]){_SHORTENED}\s+(?=[\"“‘(]?[A-Z])")


def ends_phrase(word: str) -> bool:
    """Whether `word`, in lower case, cannot go on a noun phrase past its first noun."""
    return word in COMMON or word in VERBS or word.endswith("ed") or word.isdigit()


def said_in(text: str) -> set[str]:
    """The words of `text`, folded."""
    return set(WORD.findall(text.casefold()))
