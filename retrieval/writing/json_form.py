"""The sentences of an answer in JSON, taken out of it one by one as each comes to its end."""

from __future__ import annotations

import re
from json import JSONDecoder
from typing import Any

from retrieval.types import Json
from retrieval.writing.drafts import Claimed, Draft

SCHEMA: Json = {
    "title": "answer",
    "description": "The answer to the question, each sentence with the quotes it rests on.",
    "type": "object",
    "properties": {
        "found": {"type": "boolean", "description": "Whether the passages answer the question."},
        "sentences": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "text": {"type": "string", "description": "One sentence of the answer, in plain English."},
                    "quotes": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "properties": {
                                "passage": {"type": "integer", "description": "The number of the passage."},
                                "words": {"type": "string", "description": "Words copied from it, exactly."},
                            },
                            "required": ["passage", "words"],
                            "additionalProperties": False,
                        },
                    },
                },
                "required": ["text", "quotes"],
                "additionalProperties": False,
            },
        },
    },
    "required": ["found", "sentences"],
    "additionalProperties": False,
}
"""What a model is made to answer by, where it can be."""

MOST_DIGITS = 15
"""Of the number of a passage; Python refuses to read numbers of some thousand."""

_DECODER = JSONDecoder(strict=False, parse_int=lambda digits: int(digits) if len(digits) <= MOST_DIGITS else None)
_BETWEEN = re.compile(r"[\s,]*")
_COLON = re.compile(r"\s*:\s*")
_NEXT_SENTENCE = re.compile(r"\{\s*\"text\"\s*:")


class JsonForm:
    """
    Reads one object that begins at `start` of a text which grows; what has been read is not looked at again.

    `ended` tells that the object has come to its end, and `listed` that it has a list of sentences. `denied` tells that
    it says, before the first of them, that nothing was found: then it gives none. A sentence that is no JSON is passed
    over where another one follows.
    """

    def __init__(self, start: int) -> None:
        self.ended = False
        self.listed = False
        self.denied = False
        self._at = start + 1
        self._inside = False  # the list of sentences
        self._given = 0
        self._broken = False

    @property
    def end(self) -> int:
        """Up to where the text has been read."""
        return self._at

    def take(self, text: str) -> list[Draft]:
        """The sentences that have come to their end since the last call."""
        drafts: list[Draft] = []
        try:
            while not (self.ended or self._broken) and self._step(text, drafts):
                pass
        except RecursionError:
            self._broken = True
        self._given += len(drafts)
        return [] if self.denied else drafts

    def _step(self, text: str, drafts: list[Draft]) -> bool:
        """One member of the object, or one of the list; False where more has to come first."""
        at = _after(_BETWEEN, text, self._at)
        if at >= len(text):
            return False
        if text[at] == ("]" if self._inside else "}"):
            self._at = at + 1
            self.ended = not self._inside
            self._inside = False
            return True
        return self._sentence(text, at, drafts) if self._inside else self._member(text, at, drafts)

    def _member(self, text: str, at: int, drafts: list[Draft]) -> bool:
        if text[at] != '"':
            self._broken = True
            return False
        try:
            name, at = _DECODER.raw_decode(text, at)
        except ValueError:
            return False
        colon = _COLON.match(text, at)
        if colon is None or colon.end() >= len(text):
            return False
        at = colon.end()
        if name == "sentences" and text[at] == "[":
            self._at, self._inside, self.listed = at + 1, True, True
            return True
        whole = _value(text, at)
        if whole is None:
            return False
        value, self._at = whole
        if name == "found" and value is False and not (self._given or drafts):
            self.denied = True
        return True

    def _sentence(self, text: str, at: int, drafts: list[Draft]) -> bool:
        whole = _value(text, at)
        if whole is None:
            following = _NEXT_SENTENCE.search(text, at + 1)
            if following is None:
                return False
            drafts.append(Draft("", ()))
            self._at = following.start()
            return True
        value, self._at = whole
        drafts.append(_draft(value))
        return True


def _after(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


def _value(text: str, at: int) -> tuple[Any, int] | None:
    """The value that begins there, and its end; None where it has not come to it yet, or never will."""
    try:
        value, end = _DECODER.raw_decode(text, at)
    except ValueError:
        return None
    return (value, end) if end < len(text) or text[end - 1] in '"]}' else None


def _draft(value: Any) -> Draft:
    """A sentence of any value; what has another form is left out, and an empty one is dropped by whoever proves it."""
    if not isinstance(value, dict):
        return Draft("", ())
    text, quotes = value.get("text"), value.get("quotes")
    claimed = [
        Claimed(_number(one.get("passage")), words)
        for one in (quotes if isinstance(quotes, list) else ())
        if isinstance(one, dict) and isinstance(words := one.get("words"), str)
    ]
    return Draft(text if isinstance(text, str) else "", tuple(claimed))


def _number(value: Any) -> int | None:
    if type(value) is int:
        return value
    match = re.search(r"\d{1,6}", value) if isinstance(value, str) else None
    return int(match.group()) if match else None
