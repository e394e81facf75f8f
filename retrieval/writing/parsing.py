"""
A model's output read into drafts as it comes: JSON by the schema, or lines of the plain format.

Which of the two it is shows in its first characters, whatever was asked for; nothing is believed but the form.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from langchain_core.utils.json import parse_partial_json

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

_THOUGHTS = re.compile(r"<think(?:ing)?>.*?(?:</think(?:ing)?>|\Z)", re.DOTALL | re.IGNORECASE)
_MARK = r"[\s>*#_\-•\d.)]*"
_SENTENCE = re.compile(rf"^{_MARK}SENTENCE(?:\s*\d+)?[*_]*\s*:[*_]*\s*(.*)$", re.IGNORECASE)
_QUOTE = re.compile(rf"^{_MARK}QUOTE[*_]*\s*(?:\[?(?:passage\s*)?(\d+)\]?)?[*_]*\s*:[*_]*\s*(.*)$", re.IGNORECASE)
_NOT_FOUND = re.compile(r"^\W*NOT[ _]?FOUND\b\W*$", re.IGNORECASE | re.MULTILINE)
_OBJECT = re.compile(r"\{.*\}", re.DOTALL)


class DraftReader:
    """
    Takes the pieces of an output and gives the sentences that are whole.

    `readable` tells whether the output had either form and said something: a sentence, or that nothing was found
    (`not_found`).
    """

    def __init__(self) -> None:
        self.not_found = False
        self.readable = False
        self._text = ""
        self._given = 0

    def feed(self, piece: str) -> list[Draft]:
        """The sentences that `piece` has made whole: a sentence is, once the next one has begun."""
        self._text += piece
        if "}" in piece or "\n" in piece:
            return self._new(whole=False)
        return []

    def finish(self, *, cut: bool = False) -> list[Draft]:
        """The rest; without the last sentence where the output was `cut` off, for it may be half of one."""
        return self._new(whole=not cut)

    def _new(self, *, whole: bool) -> list[Draft]:
        text = _THOUGHTS.sub("", self._text).strip()
        drafts = self._drafts(text, whole=whole)
        new = drafts[self._given :]
        self._given += len(new)
        return new

    def _drafts(self, text: str, *, whole: bool) -> list[Draft]:
        bare = re.sub(r"^```\w*\s*", "", text)
        if bare.startswith("{"):
            return self._of_json(bare, whole=whole)
        found = list(_of_lines(text))
        if found:
            self.readable = True
            return found if whole else found[:-1]
        if whole and _NOT_FOUND.search(text):
            self.readable = self.not_found = True
        elif whole and (inside := _OBJECT.search(text)):
            return self._of_json(inside.group(), whole=True)
        return []

    def _of_json(self, text: str, *, whole: bool) -> list[Draft]:
        value = _parsed(text)
        if not isinstance(value, dict):
            return []
        sentences = value.get("sentences")
        if not isinstance(sentences, list):
            return []
        drafts = [_draft(one) for one in sentences]
        if value.get("found") is False:
            self.readable = self.not_found = True
            return []
        ended = whole and _is_whole(text)
        drafts = drafts if ended else drafts[:-1]
        # One that broke off before its first sentence was whole has said nothing.
        self.readable = ended or bool(drafts)
        return drafts


def _parsed(text: str) -> Any:
    try:
        return parse_partial_json(text)
    except (ValueError, RecursionError):
        match = _OBJECT.match(text)
        try:
            return json.loads(match.group()) if match else None
        except (ValueError, RecursionError):
            return None


def _is_whole(text: str) -> bool:
    """Whether a JSON object in `text`, and what may follow it, has come to its end."""
    try:
        json.JSONDecoder(strict=False).raw_decode(text)
    except (ValueError, RecursionError):
        return False
    return True


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


def _of_lines(text: str) -> Iterator[Draft]:
    """The sentences of the plain format; lines of no form go on the one before them."""
    sentence: str | None = None
    claimed: list[tuple[int | None, str]] = []
    for line in text.split("\n"):
        if match := _SENTENCE.match(line):
            if sentence is not None:
                yield _of_line(sentence, claimed)
            sentence, claimed = match[1], []
        elif sentence is not None and (match := _QUOTE.match(line)):
            claimed.append((int(match[1]) if match[1] and len(match[1]) < 7 else None, match[2]))
        elif sentence is not None and line.strip() and not line.strip().startswith("```"):
            if claimed:
                claimed[-1] = (claimed[-1][0], f"{claimed[-1][1]} {line.strip()}")
            else:
                sentence += f" {line.strip()}"
    if sentence is not None:
        yield _of_line(sentence, claimed)


def _of_line(sentence: str, claimed: list[tuple[int | None, str]]) -> Draft:
    return Draft(sentence.strip(), tuple(Claimed(number, words.strip()) for number, words in claimed))
