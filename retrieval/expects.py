"""What kind of words a question asks for, and where a sentence offers them: a date, a number, a name."""

from __future__ import annotations

import re
from typing import Literal

from corpus.types import Span
from retrieval.terms import STOP_WORDS, words

Kind = Literal["date", "number", "name", "reason", "any"]

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_COUNT = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|"
    r"ninety|hundreds?|thousands?|millions?|billions?|dozens?|half|third|quarter|twice|once|zero)"
)

# The first row whose pattern the question matches decides; questions are matched in lower case.
_ASKS: tuple[tuple[str, Kind], ...] = (
    (r"\bhow (?:many|much|long|old|far|big|large|tall|high|fast|often)\b", "number"),
    (r"\b(?:what|which) (?:percent(?:age)?|number|share|amount|proportion|price)\b", "number"),
    (
        r"\b(?:when|since when|until when)\b|\b(?:what|which|on what) (?:date|day|month|year|time|decade|century)\b",
        "date",
    ),
    (r"^(?:\S+ ){0,3}(?:who|whom|whose)\b|[,.?!;:] (?:and )?who\b|\bwho(?:'s| is| was| are| were)\b", "name"),
    (r"\bwhere\b", "name"),
    (
        r"\b(?:what|which)(?: \w+)?(?:'s)? (?:country|countries|city|state|company|person|president|minister|agency|"
        r"outlet|newspaper|team|party|group|organi[sz]ation|actor|actress|singer|artist|celebrity|leader|politician|senator|"
        r"governor|airline|brand|retailer|bank|university|school|film|movie|show|book|league|nation)\b",
        "name",
    ),
    (r"^(?:and )?why\b|\bwhat (?:caused|was the reason|is the reason)\b", "reason"),
)

_OFFERS: dict[Kind, re.Pattern[str]] = {
    "date": re.compile(
        rf"\b{_MONTH}(?: \d{{1,2}}\b)?(?:,? \d{{4}}\b)?|\b\d{{1,2}} {_MONTH}(?: \d{{4}}\b)?|\b{_WEEKDAY}\b|"
        r"\b(?:1[89]|20)\d\d\b|\b(?:last|next|this|later this|earlier this) (?:week|month|year|spring|summer|fall|"
        r"autumn|winter|weekend)\b|\b(?:yesterday|today|tomorrow)\b"
    ),
    "number": re.compile(
        rf"[$€£]?\b\d[\d,.]*\d?(?:%|\b)(?: (?:percent|million|billion|trillion))?|\b{_COUNT}\b", re.IGNORECASE
    ),
    "name": re.compile(r"\b[A-Z][\w’'&.-]*(?:(?: (?:of|the|de|bin|al|van|von))* [A-Z][\w’'&.-]*)*"),
    "reason": re.compile(
        r"\b(?:because|due to|after|since|so that|in order to|over|amid|as a result|citing|saying|to avoid"
        r"|to protect)\b",
        re.IGNORECASE,
    ),
}


def kind_of(question: str) -> Kind:
    """What `question` asks for; "any" when its words do not tell."""
    folded = question.lower().replace("’", "'").strip()
    return next((kind for pattern, kind in _ASKS if re.search(pattern, folded)), "any")


def offers(kind: Kind, sentence: str, question: str) -> list[Span]:
    """
    Where `sentence` says something of `kind` that `question` does not say already; empty for "any".

    A name is new when it has a word that the question lacks; a lone capital at the sentence's beginning is no name
    when it is one of the commonest words.
    """
    if kind == "any":
        return []
    asked = set(words(question))
    spans = []
    for match in _OFFERS[kind].finditer(sentence):
        said = set(words(match.group()))
        if kind == "name":
            said -= STOP_WORDS
        if said - asked:
            spans.append(Span(*match.span()))
    return spans


def names_in(question: str) -> frozenset[str]:
    """The folded words of the names and numbers in `question`: capitalised past its first word, or with a digit."""
    found: set[str] = set()
    for position, token in enumerate(question.split()):
        bare = token.strip("\"'“”‘’()[],.?!:;")
        if (position and bare[:1].isupper()) or any(char.isdigit() for char in bare):
            found.update(word for word in words(bare) if word not in STOP_WORDS)
    return frozenset(found)
