"""Whether a sentence says yes or no to a question: only where its own words assert or deny what is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from retrieval.expects import asked, kind_of
from retrieval.offering import MONTH, WEEKDAY
from retrieval.reader.speech import SAYING
from retrieval.terms import terms, words

Polarity = Literal["Yes", "No"]

_WORD = re.compile(r"\w+(?:[’'.,-]\w+)*|[^\w\s]")
_ARTICLES = frozenset("a an the".split())
_TITLES = frozenset("mr mrs ms dr president minister premier senator governor gov sen king queen pope".split())
_DROPPED = frozenset("yet ever already really actually currently now".split())
_ADVERBS = frozenset(
    "also already now then recently finally formally officially since later publicly successfully eventually so far "
    "yet just again today yesterday ever".split()
)
_WEAKENING = frozenset("formally officially publicly successfully finally just again".split())
"""Adverbs that a denial may be of, instead of the verb: "did not formally recognise"."""
_FORMS_OF_BE = frozenset("is are was were be been being am".split())
_FORMS_OF_HAVE = frozenset("has have had".split())
# What may stand before the verb of a sentence that answers a question with the auxiliary.
_ANSWERED_BY: dict[str, frozenset[str]] = {
    **dict.fromkeys(("has", "have", "had", "did"), frozenset("has have had did".split())),
    **dict.fromkeys(("does", "do"), frozenset("does do".split())),
    **dict.fromkeys(("is", "are"), frozenset("is are".split())),
    **dict.fromkeys(("was", "were"), frozenset("was were has have had been".split())),
    "will": frozenset(("will",)),
    "can": frozenset(("can",)),
}
_NEEDED: dict[str, frozenset[str]] = {
    **dict.fromkeys(("is", "are", "was", "were"), _FORMS_OF_BE),
    "will": frozenset(("will",)),
    "can": frozenset(("can",)),
}
"""One of these must stand before the verb: "arrested" is not "was arrested"."""
_OF_THE_PRESENT = frozenset("is are does do".split())
_NEGATIONS = frozenset("not never no".split())
_UNANSWERABLE = _NEGATIONS | frozenset("or any all every only he she they you we i".split())
_OBJECT_PRONOUNS = frozenset("it them him her".split())
_NEGATORS: tuple[tuple[str, ...], ...] = (
    ("not",),
    ("never",),
    ("yet", "to"),
    ("refused", "to"),
    ("declined", "to"),
    ("failed", "to"),
    ("stopped", "short", "of"),
    ("no", "longer"),
)
_ANTONYMS = {
    "accept": "reject refuse decline",
    "admit": "deny",
    "agree": "refuse decline",
    "approve": "reject",
    "attend": "skip boycott miss",
    "confirm": "deny",
    "oppose": "support",
    "sign": "veto",
    "support": "oppose",
    "win": "lose",
}
_IRREGULAR = tuple(
    tuple(row.split())
    for row in """become became|begin began begun|break broke broken|bring brought|build built|buy bought|come came|
    do does did done|draw drew drawn|fall fell fallen|fight fought|find found|fly flew flown|get got gotten|
    give gave given|go goes went gone|grow grew grown|have has had|hold held|keep kept|lead led|leave left|lose lost|
    make made|meet met|pay paid|rise rose risen|run ran|see saw seen|seek sought|sell sold|send sent|shoot shot|
    sink sank sunk|speak spoke spoken|stand stood|steal stole stolen|strike struck|take took taken|win won|
    withdraw withdrew withdrawn|write wrote written""".split("|")
)
# Anywhere in the sentence, these leave open what it asserts, limit it, or take it back.
_OPEN = frozenset(
    """may might could would should must can't likely unlikely possibly probably perhaps reportedly allegedly
    apparently seemingly supposedly purportedly presumably expected expects expect plans planned planning
    intends hopes hoped considering considers considered mulling proposed aims if unless whether until however
    though although except despite only merely partly partially mostly largely almost nearly barely hardly some
    half part alleged accused accuses accusing believed believes believe thought thinks rumored rumoured rumors
    rumours report reported reports reporting suggests suggested sources appears appeared seems seemed false
    falsely untrue fake hoax mistakenly wrongly denied denies denying than neither nor fully entirely completely
    immediately necessarily initially briefly temporarily conditionally dreamed imagined pretended film movie
    novel fictional game simulation""".split()
)
_FOLLOWERS = frozenset("in on at by for with from during after since when while and".split())
_LEAD = re.compile(
    rf"(?:(?:On|In|Last|This|Earlier|Early|Late|By|Since) (?:(?:this|last|early|late) )?"
    rf"(?:{WEEKDAY}|week|month|year|{MONTH}|\d{{4}})(?: \d{{1,2}})?(?:,? \d{{4}})?|Yesterday|Today),? "
)
_MAY = re.compile(r"(?<=[a-z] )May\b")
"""The month, which is not to be taken for the word of doubt."""
# Governments go by their capital's name. A "No" may be read over it, a "Yes" may not: the city is not the country.
_CAPITALS = {
    "russia": "moscow kremlin", "china": "beijing", "britain": "london", "france": "paris", "germany": "berlin",
    "iran": "tehran", "ukraine": "kyiv kiev", "turkey": "ankara", "india": "delhi", "pakistan": "islamabad",
    "japan": "tokyo", "afghanistan": "kabul", "kenya": "nairobi", "egypt": "cairo", "poland": "warsaw",
    "italy": "rome", "spain": "madrid", "canada": "ottawa", "australia": "canberra", "qatar": "doha",
    "sweden": "stockholm", "norway": "oslo", "hungary": "budapest", "serbia": "belgrade", "greece": "athens",
}  # fmt: skip


class _Asked(NamedTuple):
    """A question as `auxiliary` and the folded words after it; `denies` when a "Yes" agrees that it is not so."""

    auxiliary: str
    words: tuple[str, ...]
    denies: bool


class _VerbGroup(NamedTuple):
    """What stands between subject and verb; `end` is the place of the verb, `weakened` by an adverb it may be about."""

    denied: bool
    auxiliaries: frozenset[str]
    weakened: bool
    end: int


def polarity(question: str, sentence: str) -> Polarity | None:
    """
    "Yes" when `sentence` asserts what `question` asks, "No" when it denies it, None when it does neither for certain.

    The question's subject must open the sentence, its verb follow with nothing but auxiliaries, adverbs and a negation
    between, and the rest of its words follow in their order, with nothing but articles between. Any word of hedging,
    reporting or limiting leaves the answer open. A denial may also stand in a second predicate of the same subject
    ("…, but has stopped short of joining it"), which `_denied_later` describes.
    """
    wanted = _parsed(question)
    if wanted is None or re.search(r"[“”\"?]", sentence):
        return None
    lead = _LEAD.match(sentence)
    clause = _MAY.sub("fifthmonth", sentence[lead.end() if lead else 0 :])
    said = _folded(clause)
    said = said[1:] if said[:1] in (["and"], ["but"]) else said
    verbs = {form for word in wanted.words for form in (word, *_ANTONYMS.get(word, "").split())}
    open_ = [word for word in said if word in _OPEN or SAYING.fullmatch(word)]
    if any(not any(_inflects(verb, word) for verb in verbs) for word in open_):
        return None
    found = _said_at_once(wanted, said) or (None if wanted.denies else _denied_later(wanted, clause, said))
    if found is None or not wanted.denies:
        return found
    return "No" if found == "Yes" else "Yes"


def _parsed(question: str) -> _Asked | None:
    """`question` ready to be compared; None when it is not one of yes or no, or asks for a choice or an opinion."""
    if kind_of(question) != "yes_no":
        return None
    said = _folded(asked(question))
    stated = said[:4] == ["is", "it", "true", "that"]
    if stated or said[:1] in (["if"], ["whether"]):  # "… that Russia has left": the auxiliary to the front
        said = said[4:] if stated else said[1:]
        place = next((place for place, word in enumerate(said) if word in _ANSWERED_BY), 0)
        said = [said[place], *said[:place], *said[place + 1 :]] if place else []
    if not said or said[0] not in _ANSWERED_BY:
        return None
    auxiliary, rest = said[0], said[1:]
    denies = stated and "not" in rest
    if denies:
        rest.remove("not")
    elif rest[:1] == ["not"]:  # "Hasn't it …?" is answered as "Has it …?" is
        rest = rest[1:]
    if auxiliary in _FORMS_OF_HAVE and "been" in rest:
        auxiliary = "was"
        rest.remove("been")
    rest = [word for word in rest if word not in _ARTICLES | _DROPPED]
    if len(rest) < 2 or (_UNANSWERABLE | _OPEN) & set(rest):
        return None
    return _Asked(auxiliary, tuple(rest), denies)


def _folded(text: str) -> list[str]:
    """The folded words and marks of `text`: "hasn't" is two words, a possessor keeps its "'s"."""
    folded = []
    for token in _WORD.findall(text):
        plain = token.lower().replace("’", "'")
        if plain in ("can't", "cannot", "won't"):
            folded += ["will" if plain == "won't" else "can", "not"]
        elif plain.endswith("n't"):
            folded += [plain[:-3], "not"]
        else:
            word = "".join(words(plain)) or plain
            folded.append(word + "'s" if re.search(r"'s?$", plain) else word)
    return folded


def _said_at_once(wanted: _Asked, said: Sequence[str]) -> Polarity | None:
    """What the sentence's first clause says when it holds all that is asked, word for word."""
    for subject in range(1, len(wanted.words)):
        place = _after(wanted.words[:subject], said, 0, _TITLES)
        if place is None:
            return None
        verb = wanted.words[subject]
        if found := _predicate(wanted, subject, verb, said, place):
            return found
        for antonym in _ANTONYMS.get(verb, "").split():
            if _predicate(wanted, subject, antonym, said, place) == "Yes":
                return "No"  # who lost has not won; but who did not lose need not have won
    return None


def _predicate(wanted: _Asked, subject: int, verb: str, said: Sequence[str], place: int) -> Polarity | None:
    """The polarity of the verb that follows the subject, when the rest of the question follows it."""
    group = _verb_group(said, place, verb, wanted.auxiliary)
    end = _after(wanted.words[subject + 1 :], said, group.end + 1) if group else None
    if group is None or end is None or not _complete(said, end):
        return None
    if set(said[end:]) & _NEGATIONS or "but" in said or "as" in said:
        return None
    if group.denied:
        return None if group.weakened else "No"
    return "Yes" if _tense_agrees(wanted.auxiliary, verb, said[group.end], group.auxiliaries) else None


def _denied_later(wanted: _Asked, sentence: str, said: Sequence[str]) -> Polarity | None:
    """
    "No" when the subject's second predicate denies what is asked: "Oslo wooed the league but has never joined it".

    The sentence begins with the subject, or with the capital of that country; "but" or "and" leads directly to the
    denied verb; its object is the question's or a pronoun; all other words of the question stand in the sentence; no
    name does that the question lacks, which the pronoun or the predicate might be about; what is denied "as" something
    is denied as what the question says.
    """
    named = {folded for token in re.findall(r"\b[A-Z][\w’'-]*", sentence) for folded in _folded(token)}
    for subject in range(1, len(wanted.words)):
        asked_about = " ".join(wanted.words[:subject])
        capitals = [(capital,) for capital in _CAPITALS.get(asked_about, "").split()]
        verb, rest = wanted.words[subject], wanted.words[subject + 1 :]
        for subject_words in (wanted.words[:subject], *capitals):
            start = _after(subject_words, said, 0, _TITLES)
            if start is None or named - set(subject_words) - set(wanted.words) - _ARTICLES - _TITLES:
                continue
            for place in (place for place, word in enumerate(said) if place >= start and word in ("but", "and", "yet")):
                group = _verb_group(said, place + 1, verb, wanted.auxiliary)
                if not group or not group.denied or group.weakened or not rest or not set(rest) <= set(said):
                    continue
                object_ = next((word for word in said[group.end + 1 :] if word not in _ARTICLES), "")
                after_as = said[said.index("as") + 1 :] if "as" in said else []
                limited = after_as and not {word for word in after_as if word.isalpha()} & set(rest)
                if object_ in _OBJECT_PRONOUNS | {rest[0]} and not limited:
                    return "No"
    return None


def _verb_group(said: Sequence[str], place: int, verb: str, auxiliary: str) -> _VerbGroup | None:
    """Auxiliaries, adverbs and at most one negation up to `verb`; None when any other word comes first."""
    denied = weakened = False
    seen: set[str] = set()
    needed = _NEEDED.get(auxiliary, frozenset())
    while place < len(said):
        word = said[place]
        if _inflects(verb, word) and (not needed or seen & needed):
            return _VerbGroup(denied, frozenset(seen), weakened, place)
        negator = next((one for one in _NEGATORS if tuple(said[place : place + len(one)]) == one), None)
        if negator or (word == "no" and auxiliary in _FORMS_OF_BE and seen):
            if denied or (negator == ("no", "longer") and auxiliary not in _OF_THE_PRESENT):
                return None
            denied = True
            place += len(negator or (word,))
            continue
        if word in _ANSWERED_BY[auxiliary]:
            seen.add(word)
        elif word in _ADVERBS:
            weakened = weakened or word in _WEAKENING
        elif not (word in _ARTICLES and auxiliary in _FORMS_OF_BE):
            return None
        place += 1
    return None


def _tense_agrees(auxiliary: str, verb: str, word: str, seen: frozenset[str]) -> bool:
    """Whether an affirmed verb stands in the time that is asked: "recognises" does not say that it has."""
    if seen:
        return True
    if auxiliary in ("does", "do"):
        return word == verb or word.endswith("s")
    irregular = any(word in forms[1:] for forms in _IRREGULAR)
    return (irregular or (word.endswith("ed") and not word.endswith("eed"))) and not word.endswith("s")


def _inflects(verb: str, word: str) -> bool:
    """Whether `word` is `verb` or a form of it, "won" of "win" too."""
    if word == verb:
        return True
    if any(verb in forms and word in forms for forms in _IRREGULAR):
        return True
    regular = ("s", "ed", "ing")
    return word.isalpha() and (word.endswith(regular) or verb.endswith(regular)) and terms(word) == terms(verb) != []


def _after(wanted: Sequence[str], said: Sequence[str], place: int, passed: frozenset[str] = frozenset()) -> int | None:
    """Where `said` goes on after the words `wanted`, articles and those `passed` left out; None without them."""
    for word in wanted:
        while place < len(said) and said[place] != word and said[place] in _ARTICLES | passed:
            place += 1
        if place >= len(said) or said[place] != word:
            return None
        place += 1
    return place


def _complete(said: Sequence[str], end: int) -> bool:
    """Whether what was asked is complete at `end`: "signed the deal" is not in "signed the deal breaker"."""
    rest = said[end:]
    if not rest or rest[0] in (".", ",", ";", "!", ")"):
        return True
    if re.fullmatch(rf"{WEEKDAY}|{MONTH}|Yesterday|Today", rest[0].capitalize()):
        return True
    return rest[0] in _FOLLOWERS and len(rest) > 1 and rest[1] not in (".", ",", ";")  # not the "in" of "gave in"
