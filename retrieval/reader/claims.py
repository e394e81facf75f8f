"""What somebody in a sentence claims to a question of yes or no: an assertion of theirs, or a denial."""

from __future__ import annotations

import re

from retrieval.reader.polarity import Polarity, polarity
from retrieval.reader.speech import SAYING

_WHO = r"(?:[^\s,;:]+ ){0,7}?[^\s,;:]+"
_WHEN = r"(?: (?:on|in|at|to|after|before|late|early|last|this) [^,;:]+| (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?"
_SAID = rf"(?:{SAYING.pattern})"
_BEHIND = re.compile(
    rf"(?P<claim>.+), (?:{_WHO} {_SAID}(?: [a-z]+){{0,2}}|{_SAID} {_WHO}|according to {_WHO}){_WHEN}\."
)
_IN_FRONT = re.compile(rf"{_WHO} {_SAID}{_WHEN} that (?P<claim>.+)")
_DENIED = re.compile(
    rf"(?P<who>{_WHO}) (?:has |have |had )?(?:also |again |repeatedly |flatly )?(?:denied|denies|deny) (?P<claim>.+)"
)
_NOT = re.compile(
    r"\b(?:not?|nobody|none|never|neither|few|cannot|wrongly|falsely|mistakenly|incorrectly|without)\b|n[’']t\b",
    re.IGNORECASE,
)
"""Beside a verb of saying: then nobody says so, it is not denied, or it is not so."""
_THAT = re.compile(r"that (?:(?:it|he|she|they) )?")


def claimed(question: str, sentence: str) -> Polarity | None:
    """
    What `sentence`, or somebody whose words it reports, answers to `question`; None when neither is certain.

    That the union says so is no "Yes" to the question, but it is one side where the chairman says the contrary.
    """
    said = polarity(question, sentence)
    if said:
        return said
    if denial := _DENIED.fullmatch(sentence):
        denied = polarity(question, _undenied(denial["who"], denial["claim"]))
        return None if _NOT.search(denial["who"]) else _inverted(denied)
    reported = _IN_FRONT.fullmatch(sentence) or _BEHIND.fullmatch(sentence)
    if reported is None or _NOT.search(sentence[: reported.start("claim")] + sentence[reported.end("claim") :]):
        return None
    return polarity(question, reported["claim"])


def _undenied(who: str, claim: str) -> str:
    """The sentence whose truth is denied: of "denied that it had left" or "denied having left" or "denied leaving"."""
    that = _THAT.match(claim)
    if that:
        return f"{who} {claim[that.end() :]}" if that.group().strip() != "that" else claim[that.end() :]
    return f"{who} had {claim.removeprefix('having ')}"


def _inverted(said: Polarity | None) -> Polarity | None:
    match said:
        case "Yes":
            return "No"
        case "No":
            return "Yes"
        case None:
            return None
