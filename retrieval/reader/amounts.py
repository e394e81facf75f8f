"""Amounts: a number with what it counts, and whether two of them are one: "12 people" and "at least 12 dead"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from corpus.types import Span
from retrieval.reader.figures import Figure, Interval, figure_in
from retrieval.reader.speech import SAYING
from retrieval.terms import STOP_WORDS, terms, words

PERSON, AGE, PERCENT, ORDINAL = "person", "age", "percent", "ordinal"


def _stem(word: str) -> str:
    """The stem of `word`; empty for a stop word."""
    return " ".join(terms(word))


def _of_each(table: dict[str, str]) -> dict[str, str]:
    return {word: name for name, row in table.items() for word in row.split()}


# What happened to those who are counted, as news says it; each row is one thing.
_FATES = _of_each(
    {
        "killed": """killed killing kill kills dead died dies die dying death deaths fatalities fatality lives slain
        perished drowned drown murdered massacred""",
        "wounded": "wounded wounding wounds injured injuring injures injuries injury hurt hurting",
        "missing": "missing unaccounted disappeared vanished",
        "held": "arrested arresting arrests detained detaining detentions jailed imprisoned",
        "displaced": "displaced displacing fled flee fleeing homeless evacuated evacuating",
        "rescued": "rescued rescuing saved",
        "taken": "kidnapped abducted kidnapping abducting hostage hostages",
    }
)
_TOLL = re.compile(
    r"\b(?:(?P<toll>toll)|number of (?:[\w’'-]+ ){0,5}?(?P<who>died|killed|drowned|injured|wounded|missing|displaced)"
    r"|(?P<fate>deaths?|dead|fatalities|injuries|injured|wounded))\b"
    r"(?: (?!(?:and|but|when|while|after|as|who|that)\b)[\w’'-]+){0,4}(?(toll)(?: [\w’'-]+){0,5}) $",
    re.IGNORECASE,
)
_PEOPLE = frozenset(_stem(word) for word in "people person persons individuals victims bodies".split())
_HUMANS = frozenset(
    _stem(word)
    for word in """men man women woman children child boys girls civilians soldiers troops fighters militants officers
    police passengers migrants refugees students workers villagers residents protesters guards servicemembers""".split()
)
_PLURALS = frozenset("people men women children police troops cattle aircraft personnel staff sheep species".split())

# Nouns that measure, with what, and their size in it: days for time, metres for length.
_MEASURES: dict[str, tuple[str, Decimal]] = {
    _stem(word): (measure, Decimal(size))
    for measure, row in (
        ("time", "minute 0.000694444 hour 0.0416667 day 1 week 7 fortnight 14 month 30.4375 year 365.25 decade 3652.5 "
                 "century 36525"),
        ("length", "km 1000 kilometer 1000 kilometre 1000 meter 1 metre 1 mile 1609.344 foot 0.3048 feet 0.3048 "
                   "inch 0.0254 yard 0.9144"),
        ("$", "dollar 1"), ("€", "euro 1"), ("₽", "ruble 1 rouble 1"), ("yen", "yen 1"), ("rupee", "rupee 1"),
    )
    for word, size in zip(row.split()[::2], row.split()[1::2], strict=True)
}  # fmt: skip
_CURRENCIES = frozenset(("$", "€", "₽", "yen", "rupee"))
_SIGNS = {"US$": "$", "U.S.$": "$", "U.S. $": "$"}

_TOKEN = re.compile(r"[^\W\d_][\w.’'-]*[^\W_]|[^\W\d_]|[^\w\s]|\d+")
_CLAUSE_ENDS = frozenset("and but while when after before as who that which including among since because".split())
_BETWEEN = frozenset("is are was were be been being have has had also still now already reportedly so far who".split())
_SAYS_NOTHING = frozenset(
    """total said says reported reports confirmed announced estimated recorded counted registered number figure
    including among leaving left least""".split()
)
_LED_TO = re.compile(r"([^\W\d_][\w’'-]*)((?: (?:to|by|at|of|for|as|the|a|an|its|their|all|in|with)){0,3}) $")
_PERCENT = re.compile(
    r"(?P<sign> ?(?:%|per ?cent\b))(?! points?\b)(?: of (?:(?:the|all|its|their) )*(?P<of>\w+))?", re.IGNORECASE
)
_OLD = re.compile(r"[ -]years?[ -](?:old\b|of[ -]age\b)", re.IGNORECASE)
_AGED = re.compile(r"\b(?:aged?|age of|turn(?:s|ed|ing)) (?:of )?$|\b[A-Z][\w’'-]+, $")
_THRESHOLD = re.compile(r"\b(?:under|over|above|below|by) (?:the )?ages? (?:of )?$", re.IGNORECASE)
_OF_AN_AGE = re.compile(
    r"\b(?:children|people|men|women|boys|girls|those|anyone|adults|kids) (?:aged )?(?:under|over|above|below)", re.I
)
PERIOD = (
    r"\b(?:(?:per|each|every|(?<!in )(?<!for )(?<!than )(?<!of )(?<!after )an?) "
    r"(?P<time>second|minute|hour|day|night|week|month|year)\b"
    r"(?! (?:ago|after|before|earlier|later|in (?:jail|prison|custody|hospital|which)))"
    r"|(?P<adverb>daily|weekly|monthly|yearly|annual(?:ly)?)\b)"
)
"""What makes a number one of a rate: "40 people a day", but not "a day later"."""
_RATE = re.compile(rf"[^.,;]{{0,30}}?{PERIOD}", re.IGNORECASE)
_OVERALL = re.compile(
    r"\b(?:since|so far|this year|last year|in total|overall|altogether|combined|nationwide|statewide|worldwide|across"
    r"|in all)\b",
    re.IGNORECASE,
)
_WHERE = re.compile(r"[^.;,]{0,50}?\b(?:in|at|near|outside|from) (?:the )?([A-Z]\w+)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Amount:
    """
    A number of something, as `shown` in its source.

    Outside of `possible` it would be another number, inside of `close` it is the same one; both in units of `what`,
    which is a stem, a sign or one of the constants above, None when unknown. `done` is what is said of those counted,
    a row of `_FATES` or a stem; `overall` tells a sum over time or places, `within` the place and the years that are
    named beside it; `vague` tells "dozens"; `told` is the day of the story.
    """

    shown: str
    possible: Interval
    close: Interval
    what: str | None
    done: str | None
    overall: bool
    within: frozenset[str]
    vague: bool
    told: date | None


def amount_of(sentence: str, span: Span, told: date | None) -> Amount | None:
    """The amount that `span` of `sentence` states; None when it states none, or more than one."""
    figure = figure_in(sentence, span)
    if figure is None:
        return None
    before, after = sentence[: figure.start], sentence[figure.end :]
    counted = _counted(figure, before, after)
    if counted is None:
        return None
    what, size, end = counted
    percent = what is not None and what.startswith(PERCENT)
    if size is None and not percent and not figure.scale and figure.step == 1:  # counted, not measured: no rounding
        figure = replace(figure, step=Decimal(0))
    if what is None and _OF_AN_AGE.search(sentence[max(0, figure.start - 20) : figure.end]):
        return None
    done = None if what == AGE or figure.bound == "ordinal" else _done(before, after, end)
    if what is None and done in _FATES.values():
        what = PERSON
    if size is None and not percent and before.endswith(" by "):  # "rose by 12": one number more
        return None
    if what and (rate := _RATE.match(after)):
        what += f" each {(rate['time'] or rate['adverb']).lower()}"
    around = before[-80:] + " " + after[:80]
    where = _WHERE.match(after)
    shown = sentence[figure.start : figure.end + (end if size is not None or what == AGE or percent else 0)]
    return Amount(
        " ".join(shown.split()),
        figure.possible().times(size or Decimal(1)),
        figure.close().times(size or Decimal(1)),
        what,
        done,
        _OVERALL.search(around) is not None,
        frozenset([*_YEAR.findall(around), *(where.groups() if where else ())]),
        figure.bound == "vague",
        told,
    )


def compared_amounts(one: Amount, other: Amount) -> Literal["same", "differ"] | None:
    """
    Whether both say one number of one thing.

    "differ" only where the same is said of the same: 12 dead and 30 wounded are two facts, and so are 12 homes that
    were burnt and 30 that were built. People in general may be any of those who were killed.
    """
    related = _related(one, other)
    if related is None:
        return None
    if one.possible.high < other.possible.low or other.possible.high < one.possible.low:
        alike = one.overall == other.overall and (not one.within or not other.within or one.within & other.within)
        return "differ" if related == "one thing" and alike and _ages_are_apart(one, other) else None
    wider, narrower = (one, other) if one.close.holds(other.close) else (other, one)
    tight = wider.vague or wider.close.high <= wider.close.low * Decimal("1.5") or wider.close == narrower.close
    return "same" if tight and wider.close.holds(narrower.close) else None


def _related(one: Amount, other: Amount) -> Literal["one thing", "perhaps"] | None:
    if one.what is None or other.what is None:
        return None
    if one.done and other.done and one.done != other.done:
        return "perhaps" if one.what == other.what and one.what in ("time", "length") else None
    if one.what == other.what:
        said_alike = one.done == other.done and (one.done or one.what == AGE or one.what.startswith(ORDINAL))
        return "one thing" if said_alike else "perhaps"
    specific = next((what for what in (one.what, other.what) if what != PERSON), PERSON)
    human = specific in _HUMANS or (one.done == other.done and one.done in _FATES.values())
    return "perhaps" if PERSON in (one.what, other.what) and human else None


def _ages_are_apart(one: Amount, other: Amount) -> bool:
    """Whether ages differ by more than the birthdays between two stories; true of what is no age."""
    if one.what != AGE:
        return True
    near_in_time = one.told and other.told and abs(one.told - other.told) <= timedelta(183)
    return bool(near_in_time) and abs(one.close.low - other.close.low) >= 2


def _counted(figure: Figure, before: str, after: str) -> tuple[str | None, Decimal | None, int] | None:
    """
    What the figure counts, the size of the unit when it measures, and where in `after` the unit's words end.

    None when a letter after the figure may be a scale or a unit: the "m" of "100m".
    """
    if figure.money:
        return _SIGNS.get(figure.money, figure.money), Decimal(1), 0
    if percent := _PERCENT.match(after):
        return PERCENT + (f" of {_stem(percent['of'])}" if percent["of"] else ""), None, percent.end("sign")
    if old := _OLD.match(after):
        return AGE, None, old.end()
    if _THRESHOLD.search(before[-30:]):
        return None
    if _AGED.search(before[-30:]) and re.match(r"\W|$", after) and figure.possible().high < 120 and not figure.scale:
        if not before.endswith(", ") or after.startswith(","):
            return AGE, None, 0
        if not re.match(r" [a-z]", after):  # "Ina Berg, 12"; but "in Selby, 12 people"
            return None
    what, end = _noun(figure, after)
    if len(figure.scale) == 1 and what not in _PEOPLE | _HUMANS and what not in ("$", "€"):
        return None
    if figure.bound == "ordinal":
        return f"{ORDINAL} {what}" if what else None, None, end
    if what == "pound" and figure.scale:
        return "£", Decimal(1), end
    if what in _MEASURES:
        measure, size = _MEASURES[what]
        qualifier = words(after[:end])[:-1]
        if measure in _CURRENCIES and qualifier and qualifier not in (["us"], ["american"]):
            measure = f"{' '.join(qualifier)} {what}"
        return measure, size, end
    return PERSON if what in _PEOPLE else what, None, end


def _noun(figure: Figure, after: str) -> tuple[str | None, int]:
    """The stem of what is counted and where the noun ends in `after`; None and 0 when no noun can be told."""
    single = figure.bound == "ordinal" or figure.possible().high <= 1
    for place, token in enumerate(_TOKEN.finditer(after[:90])):
        word, lower = token.group(), token.group().lower()
        if place == 0 and lower in ("of", "-"):  # "hundreds of people", "a 12-day strike"
            continue
        if place > 5 or not word[0].isalpha() or lower in STOP_WORDS or lower in _FATES:
            break
        stem = _stem(lower)
        plural = lower in _PLURALS or (lower.endswith("s") and not lower.endswith(("ss", "us", "is")))
        is_noun = (plural and not re.search(r"[.’']", word)) or (single and word[0].islower())
        if stem and (is_noun or stem in _MEASURES):
            return stem, token.end()
    return None, 0


def _done(before: str, after: str, end: int) -> str | None:
    """What is said of those counted: by the verb right before, a toll, the clause after, then any word beside them."""
    led = _LED_TO.search(before[-60:])
    if led and led[1].lower() in _FATES:
        return _FATES[led[1].lower()]
    if toll := _TOLL.search(before[-90:]):
        return "killed" if toll["toll"] else _FATES[(toll["who"] or toll["fate"]).lower()]
    if fate := _fate_after(after):
        return fate
    beside = (token.group() for token in _TOKEN.finditer(after[end : end + 60]))
    following = next((word for word in beside if word.lower() not in _BETWEEN), "")
    if said := _said_by(following):
        return said
    said = _said_by(led[1]) if led else None
    return f"{said} to" if said and led and " to" in led[2] else said


def _said_by(word: str) -> str | None:
    """The row or the stem that `word` stands for; None when it says nothing of what it stands beside."""
    lower = word.lower()
    if not lower[:1].isalpha() or word[0].isupper() or lower in STOP_WORDS | _SAYS_NOTHING or SAYING.fullmatch(lower):
        return None
    return _FATES.get(lower) or _stem(lower) or None


def _fate_after(after: str) -> str | None:
    """The row of `_FATES` that the clause goes on to; None when it ends, or another number begins, before one."""
    for place, token in enumerate(_TOKEN.finditer(after[:90])):
        lower = token.group().lower()
        if place > 7 or lower in _CLAUSE_ENDS or not lower[0].isalpha() or SAYING.fullmatch(lower):
            return None
        if lower in _FATES:
            return _FATES[lower]
    return None
