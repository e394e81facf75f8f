"""Where a sentence offers the kind of words that a question asks for, and whether given words are of that kind."""

from __future__ import annotations

import re

from corpus.types import Span
from retrieval.expects import Kind, asked
from retrieval.gazetteer import members_asked_for
from retrieval.terms import STOP_WORDS, words

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
COUNT = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|"
    r"ninety|hundreds?|thousands?|millions?|billions?|dozens?|half|third|quarter|twice|once|zero)"
)

_NAME = re.compile(r"\b[A-Z][\w’'&.-]*(?:(?: (?:of|the|de|bin|al|van|von))* [A-Z][\w’'&.-]*)*")
_OFFERS: dict[Kind, re.Pattern[str]] = {
    "date": re.compile(
        rf"\b{MONTH}(?: \d{{1,2}}\b)?(?:,? \d{{4}}\b)?|\b\d{{1,2}} {MONTH}(?: \d{{4}}\b)?|\b{WEEKDAY}\b|"
        r"\b(?:1[89]|20)\d\d\b|\b(?:last|next|this|later this|earlier this) (?:week|month|year|spring|summer|fall|"
        r"autumn|winter|weekend)\b|\b(?:yesterday|today|tomorrow)\b"
    ),
    "number": re.compile(
        rf"[$€£]?\b\d[\d,.]*\d?(?:%|\b)(?: (?:percent|million|billion|trillion))?|\b{COUNT}\b", re.IGNORECASE
    ),
    "person": _NAME,
    "place": _NAME,
    "name": _NAME,
    "list": _NAME,
    "reason": re.compile(
        r"\b(?:because|due to|after|since|so that|in order to|over|amid|as a result|citing|saying|to avoid"
        r"|to protect)\b",
        re.IGNORECASE,
    ),
}
_OF_DATE = re.compile(rf"{MONTH} ?\d{{1,2}}$|(?<![$€£\d,.])(?:1[89]|20)\d\d$")
"""What a figure ends that counts nothing: "October 20", "2021"."""
POINTED: frozenset[Kind] = frozenset(_OFFERS)
"""The kinds whose words can be pointed at in a sentence; `offers` is empty for all others."""

_TIME_WORDS = re.compile(
    rf"\b(?:{WEEKDAY}|days?|weeks?|weekend|months?|years?|decades?|century|centuries|ago|\d{{4}}s?|\d0s|noon|midnight|"
    r"morning|afternoon|evening|night|tonight|spring|summer|autumn|fall|winter|yesterday|today|tomorrow|now|"
    r"easter|christmas|\d{1,2}(?::\d\d)? ?[ap]\.?m|\d{1,2}/\d{1,2})\b",
    re.IGNORECASE,
)
_NUMBER_WORDS = re.compile(
    rf"\d|\b(?:{COUNT}|one|none|no|nobody|both|pair|couple|single|thirds?|quarters?|\w+teen)\b", re.I
)


def fits(kind: Kind, answer: str) -> bool | None:
    """
    Whether `answer`, a few words, is of the type that `kind` asks for; None when the kind has no type.

    Only what can be seen is asked: a date says a time, a number has a digit or a number word, a name has a capital or
    a digit in it that is not just that of a sentence's first function word.
    """
    match kind:
        case "date":
            return bool(_OFFERS["date"].search(answer) or _TIME_WORDS.search(answer))
        case "number":
            return bool(_NUMBER_WORDS.search(answer))
        case "person" | "place" | "name":
            said = (word for word in answer.split() if word.strip("\"'“”‘’()[],.?!:;").lower() not in STOP_WORDS)
            return any(char.isupper() or char.isdigit() for word in said for char in word)
        case _:
            return None


def offers(kind: Kind, sentence: str, question: str) -> list[Span]:
    """
    Where `sentence` says something of `kind` that `question` does not say already; empty when `kind` is not `POINTED`.

    A name is new when it has a word that the question lacks; a lone capital at the sentence's beginning is no name
    when it is one of the commonest words. The members of a list are taken to be names. Where a country or a state is
    asked for, only the name of one is offered.
    """
    if kind not in POINTED:
        return []
    said_by_question = set(words(question))
    members = members_asked_for(asked(question))
    spans = []
    for match in _OFFERS[kind].finditer(sentence):
        in_order = words(match.group())
        if members and not members.search(" ".join(in_order)):
            continue
        if kind == "number" and _OF_DATE.search(sentence, max(0, match.start() - 12), match.end()):
            continue
        said = set(in_order)
        if _OFFERS[kind] is _NAME:
            said -= STOP_WORDS
        if said - said_by_question:
            spans.append(Span(*match.span()))
    return spans
