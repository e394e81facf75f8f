"""Names, and whether two of them are one: "Joe Biden" and "US President Biden", "U.N." and "United Nations"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from corpus.types import Span
from retrieval.expects import PERSON_NOUNS, Kind
from retrieval.gazetteer import members_asked_for
from retrieval.offering import MONTH, WEEKDAY
from retrieval.reader.speech import SAYING
from retrieval.terms import STOP_WORDS, words

_PARTICLES = frozenset("of the de del der di la le el al bin ibn bint ben van von da dos du and ul ud".split())
_TIME = re.compile(rf"(?:{MONTH}|{WEEKDAY}|Yesterday|Today|Tomorrow)[.,]?")
TITLES = PERSON_NOUNS | frozenset(
    """mr mrs ms miss dr gen lt col sgt capt maj cmdr adm sen rep gov prof rev sir dame lord lady general colonel major
    captain sergeant lieutenant admiral brigadier cleric sheikh mullah maulvi mawlawi maulana imam ayatollah emir
    prime vice deputy acting former foreign defense defence interior hon""".split()
)
_CROWNED = frozenset("pope king queen prince princess duke duchess lord lady saint sheikh emir sultan".split())
"""Whoever bears one of these has more than one name."""
_COMPANY = frozenset("inc corp ltd co plc".split())
_BODIES = _COMPANY | frozenset(
    """state states group party ministry army forces force council court police department house government movement
    front union association company agency bank university news times post committee team province city county
    district republic islamic national international united federal north south east west northern southern eastern
    western new organization foundation institute network alliance coalition brigade""".split()
)
"""Words of names that are no person's."""
_SHORT_FOR = {
    frozenset((short, full))
    for row in """bill william|will william|bob robert|rob robert|dick richard|rick richard|ted edward|ted theodore|
    jack john|jim james|chuck charles|peggy margaret|tony anthony|liz elizabeth|beth elizabeth|larry lawrence|
    hank henry|harry henry|sasha alexander|tony antony|kate catherine|polly mary|nancy ann""".split("|")
    for short, full in [row.split()]
}
_LED_BY = frozenset("in at to from a an the on into city town capital country nation".split())
ALIASES = {
    alias: tuple(name.split())
    for name, aliases in {
        "united states": "us usa america unitedstatesamerica",
        "united kingdom": "uk britain greatbritain",
        "kyiv": "kiev",
        "kharkiv": "kharkov",
        "myanmar": "burma",
        "turkey": "turkiye",
        "czech republic": "czechia",
        "mumbai": "bombay",
        "new york": "newyorkcity",
        "washington": "washingtondc",
    }.items()
    for alias in aliases.split()
}
"""Other names of places, written together."""
_OVERLAPPING = frozenset(
    """england scotland wales northernireland unitedkingdom hongkong taiwan palestine israel kosovo serbia greenland
    puertorico sovietunion russia congo drcongo vatican italy denmark china samoa micronesia eswatini ivorycoast
    capeverde caboverde easttimor georgia""".split()
)
"""Countries that may be, or have been, a part of another one, or another name of it; written together."""
_COUNTRY, _STATE = members_asked_for("which country"), members_asked_for("which state")
_OF_A_PERSON = re.compile(
    rf"(?:[’']s)?,? \(?\d\d\b|(?:\W+\w+){{0,3}}?\W+(?:who|whose|his|her|himself|herself)\b"
    rf"|,(?: [\w’'-]+){{0,4}}? (?:{'|'.join(sorted(PERSON_NOUNS))})\b"
    rf"|,?(?: (?:has|had|also|later))* (?:{SAYING.pattern})"
)
"""What follows the name of a person."""
_GOES_ON_WITH_NAME = re.compile(r"(?:,? (?:and|or)|,|&) [A-Z]")
_FOLLOWS_NAME = re.compile(r"[A-Z]\w*,? (?:and|or|&) (?:the )?$")
_MOST_WORDS = 12
"""Of what can be taken for a name."""


@dataclass(frozen=True, slots=True)
class Name:
    """
    A name, or several, as `shown` in its source.

    `names` are the folded words of each, without titles and particles; of a place `region` is what it is said to lie
    in. `kind` is what was asked for; `crowned` tells a bearer of several names, `acronym` capitals without a word, and
    `human` one of whom the sentence tells that it is a person: by a title, an age, "who", a verb of saying. `alone` is
    a name with no other one listed beside it.
    """

    shown: str
    kind: Kind
    names: frozenset[tuple[str, ...]]
    region: tuple[str, ...]
    crowned: bool
    acronym: bool
    human: bool
    alone: bool


def name_of(kind: Kind, sentence: str, span: Span) -> Name | None:
    """
    The name that `span` of `sentence` holds or is a part of; None when it holds none that can be told.

    Several names are told when they are listed and nothing else is said. Of a place nothing but the name may be said:
    "near Kabul" is not Kabul, and neither is "eastern Kabul".
    """
    start, end = _whole(sentence, span)
    said = sentence[start:end]
    pieces = [piece for piece in re.split(r"[,;()“”\"]| and (?=\S)| & ", said) if any(map(str.isupper, piece))]
    found = [name for piece in pieces if (name := _bare(kind, piece, alone=len(pieces) == 1))]
    folded = [_folded(name) for name in found]
    if not found or not all(folded) or len(words(said)) > _MOST_WORDS:
        return None
    region: tuple[str, ...] = ()
    if kind == "place":
        led = re.search(r"\b(?:near|outside|around|beyond|of) (?:the )?$", sentence[max(0, start - 20) : start])
        if led or len(found) < len(pieces):
            return None
        if len(found) == 2 and not re.search(r" and | & |;", said):
            region = folded.pop()
    shown = found[0] if len(folded) == 1 else " ".join(said.split())
    after = sentence[start + max(0, said.find(shown)) + len(shown) :]
    before, bare = sentence[max(0, start - 40) : start], shown.replace(".", "")
    return Name(
        shown,
        kind,
        frozenset(folded),
        region,
        crowned=bool(_CROWNED & set(words(said))),
        acronym=bare.isupper() and 1 < len(bare) < 7,
        human=bool(TITLES & {*words(before)[-2:], *words(said)[:-1]}) or _OF_A_PERSON.match(after) is not None,
        alone=not (_GOES_ON_WITH_NAME.match(after) or _FOLLOWS_NAME.search(before)),
    )


def compared_names(one: Name, other: Name) -> Literal["same", "differ"] | None:
    """
    Whether both name one person, place or thing.

    "differ" only for whole names of two people that have nothing alike, and for two countries or two states: a place
    may lie in another one, a body may have two names, and a name may be spelled in two ways.
    """
    if one.names == other.names:
        return "same" if one.region == other.region or not one.region or not other.region else None
    if one.kind != other.kind or len(one.names) > 1 or len(other.names) > 1:
        return None
    (first,), (second,) = one.names, other.names
    if (one.acronym and _initials(first[0], second)) or (other.acronym and _initials(second[0], first)):
        return "same"
    single = one.alone and other.alone  # of several, each may be right
    if one.kind == "place":
        return "differ" if single and _two_members(first, second) else None
    if one.kind == "name":
        return "same" if _without(first, _COMPANY) == _without(second, _COMPANY) else None
    shorter, longer = sorted((first, second), key=len)
    if set(shorter) < set(longer) and longer[-1] in shorter and not _BODIES & set(longer):
        return "same"
    if len(first) == len(second) > 1 and all(_spelled_alike(*pair) for pair in zip(first, second, strict=True)):
        return "same"
    known = single and one.human and other.human and not (one.crowned or other.crowned)
    return "differ" if known and _two_people(first, second) else None


def _whole(sentence: str, span: Span) -> Span:
    """`span` widened to whole words, and to all words of the name that it begins or ends within."""
    tokens = list(re.finditer(r"\S+", sentence))
    inside = [place for place, token in enumerate(tokens) if token.start() < span.end and token.end() > span.start]
    if not inside:
        return span
    first, last = inside[0], inside[-1]
    while first > 0 and last - first < _MOST_WORDS and _goes_on(tokens[first - 1].group(), tokens[first].group()):
        first -= 1
    while last + 1 < len(tokens) and last - first < _MOST_WORDS:
        if not _goes_on(tokens[last].group(), tokens[last + 1].group()):
            break
        last += 1
    end = tokens[last].end()
    owns = re.search(r"[’']s$", tokens[last].group())
    return Span(tokens[first].start(), end - 2 if owns and span.end <= end - 2 else end)


def _goes_on(word: str, following: str) -> bool:
    """Whether both words, one right before the other, may be of one name."""
    bare, after = word.lstrip("“\"'(‘["), following.rstrip(".,;:!?”\"')’]")
    shortened = re.fullmatch(r"(?:[^\W\d_]\.)+", bare) or bare[:-1].lower() in TITLES
    if not (bare[:1].isupper() and after[:1].isupper()) or _TIME.fullmatch(bare) or _TIME.fullmatch(after):
        return False
    if bare.lower() in STOP_WORDS or re.search(r"[’']s?$", bare):
        return False
    return bare[-1].isalnum() or (bare.endswith(".") and bool(shortened))


def _bare(kind: Kind, piece: str, *, alone: bool) -> str | None:
    """The name in `piece`, the words between two commas; None when they say something else, or more of a place."""
    tokens = piece.split()
    owner = max((n for n, token in enumerate(tokens) if re.search(r"[’']s?$", token)), default=-1)
    if any(token[:1].isupper() for token in tokens[owner + 1 :]):  # "Russia's envoy Zamir Kabulov"
        tokens = tokens[owner + 1 :]
    titles: list[int] = []
    if kind == "person":
        titles = [n for n, token in enumerate(tokens[:-1]) if set(words(token)) & TITLES]
        if titles and any(token[:1].isupper() for token in tokens[titles[-1] + 1 :]):
            tokens = tokens[titles[-1] + 1 :]
    not_leading = _LED_BY if kind == "name" else _LED_BY | STOP_WORDS
    lead = next((n for n, token in enumerate(tokens) if token[:1].isupper() and token.lower() not in not_leading), 0)
    if kind == "place":
        if not {token.lower() for token in tokens[:lead]} <= _LED_BY | {"of"}:
            return None
    elif lead and (lead > 1 or titles) and tokens[lead - 1] in STOP_WORDS - {"the"}:  # "envoy to Afghanistan"
        return None
    tokens = [token for token in tokens[lead:] if not _TIME.fullmatch(token)]
    end = next((n for n, token in enumerate(tokens) if not _is_of_a_name(token, tokens[n + 1 : n + 3])), len(tokens))
    name, rest = tokens[:end], tokens[end:]
    if not name or (rest and (kind == "place" or not alone)):
        return None
    if rest and (set(words(rest[0])) & TITLES or re.search(r"[’']s?$", name[-1])):  # "a Taliban spokesman"
        return None
    said = " ".join(name).strip("“”\"'‘’:!?*")
    if kind != "name":  # but McDonald's is called so
        said = re.sub(r"[’']s$", "", said)
    return said if re.search(r"(?:^|[\s.])(?:\w\.|[JS]r\.)$", said) else said.rstrip(".")


def _is_of_a_name(token: str, following: list[str]) -> bool:
    if token[:1].isupper() or token[:1].isdigit() or token.lower().startswith(("al-", "ul-")):
        return True
    return token.lower() in _PARTICLES and any(word[:1].isupper() for word in following)


def _folded(name: str) -> tuple[str, ...]:
    """The words by which `name` is compared; empty when it is nothing but a title."""
    said = tuple(word for word in words(name) if word not in _PARTICLES)
    said = ALIASES.get("".join(said), said)
    return () if set(said) <= TITLES else said


def _without(said: tuple[str, ...], left_out: frozenset[str]) -> tuple[str, ...]:
    return tuple(word for word in said if word not in left_out)


def _initials(acronym: str, said: tuple[str, ...]) -> bool:
    return len(said) > 1 and acronym == "".join(word[0] for word in said)


def _two_members(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether both are countries, or both states, of which neither may lie in the other."""
    for members in (_COUNTRY, _STATE):
        if members and members.fullmatch(" ".join(first)) and members.fullmatch(" ".join(second)):
            overlapping = members is _COUNTRY and {"".join(first), "".join(second)} & _OVERLAPPING
            return not (overlapping or set(first) <= set(second) or set(second) <= set(first))  # South Sudan and Sudan
    return False


def _two_people(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """
    Whether these are whole names of two people.

    Those of one family name must have quite different first names; others must have no word alike, for a name that is
    written in another alphabet at home has many spellings.
    """
    not_of_people = _BODIES | TITLES
    if not all(1 < len(said) < 5 and not not_of_people & set(said) for said in (first, second)):
        return False
    if any(_COUNTRY and _COUNTRY.fullmatch(word) for word in first + second):
        return False
    if first[-1] == second[-1] and len(first) == len(second) == 2:
        return min(len(first[0]), len(second[0])) > 1 and not _may_be_one(first[0], second[0])
    return not any(_may_be_one(word, another) for word in first for another in second)


def _may_be_one(word: str, another: str) -> bool:
    """Whether two words may be one name, spelled in two ways or shortened."""
    if word[:2] == another[:2] or frozenset((word, another)) in _SHORT_FOR:
        return True
    return _changes(word, another) <= (2 if min(len(word), len(another)) > 4 else 1)


def _spelled_alike(word: str, another: str) -> bool:
    return word == another or (min(len(word), len(another)) > 6 and _changes(word, another) == 1)


def _changes(word: str, another: str) -> int:
    """How many letters must be put in, left out or exchanged to make one word of the other; 3 for more than two."""
    if abs(len(word) - len(another)) > 2 or max(len(word), len(another)) > 30:
        return 3
    row = list(range(len(another) + 1))
    for number, letter in enumerate(word, start=1):
        above, row[0] = row[0], number
        for place, other in enumerate(another, start=1):
            above, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, above + (letter != other))
    return min(row[-1], 3)
