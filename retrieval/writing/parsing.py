"""
A model's output read into drafts as it comes: JSON by the schema, or lines of the plain format.

Which of the two it is shows in its first characters, whatever was asked for; nothing is believed but the form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from retrieval.writing.drafts import Claimed, Draft
from retrieval.writing.json_form import JsonForm

_THOUGHTS = re.compile(r"\A\s*(?:<think(?:ing)?>.*?(?:</think(?:ing)?>|\Z)\s*)+", re.DOTALL | re.IGNORECASE)
_END_OF_THOUGHTS = re.compile(r"</think(?:ing)?>\s*", re.IGNORECASE)
_OBJECT = re.compile(r"\{(?=\s*\"[^\"\n]{1,40}\"\s*:)")
_MARK = r"[ \t>*#_\-•\d.)]*"
_SENTENCE = re.compile(rf"^{_MARK}SENTENCE(?:\s*\d+)?[*_]*\s*:[*_]*\s*(.*)$", re.IGNORECASE | re.MULTILINE)
_QUOTE = re.compile(rf"^{_MARK}QUOTE[*_]*\s*(?:[\[(]?(?:passage\s*)?(\d+)[\])]?)?[*_]*\s*:[*_]*\s*(.*)$", re.IGNORECASE)
_GROWN = 1.01
"""By how much an output has to grow before all of it is looked at again: else its length would count squared."""
_NOT_FOUND = re.compile(r"^[^\w\n]*NOT[ _]?FOUND\b[^\w\n]*$", re.IGNORECASE | re.MULTILINE)


class DraftReader:
    """
    Takes the pieces of an output and gives the sentences that are whole.

    `readable` tells whether the output had either form and said something: a sentence, or that nothing was found
    (`not_found`). `ended` tells of an output in JSON whether it came to its end; lines may end anywhere.
    """

    def __init__(self) -> None:
        self.not_found = False
        self.readable = False
        self.ended = True
        self._text = ""
        self._thoughts_over = 0
        self._json: JsonForm | None = None
        self._lines_given = 0
        self._look_at = 0.0
        self._ends = False

    def feed(self, piece: str) -> list[Draft]:
        """The sentences that `piece` has made whole: in lines a sentence is, once the next one has begun."""
        self._text += piece
        self._ends = self._ends or "}" in piece or "\n" in piece
        if not self._ends or (self._json is None and len(self._text) < self._look_at):
            return []
        self._ends = False
        self._look_at = len(self._text) * _GROWN
        return self._new(whole=False)

    def finish(self, *, cut: bool = False) -> list[Draft]:
        """The rest; in lines without the last sentence where the output was `cut` off, for it may be half of one."""
        return self._new(whole=not cut)

    def _new(self, *, whole: bool) -> list[Draft]:
        if not self._lines_given:
            if self._json is None:
                self._thoughts_over = end_of_thoughts(self._text)
                self._json = self._object(self._thoughts_over)
            if self._json is not None:
                found = self._of_json(self._json)
                if found or self.readable or not whole:
                    return found
        return self._of_lines(whole=whole)

    def _object(self, start: int) -> JsonForm | None:
        """The object that begins behind `start`, if one does before a sentence of the plain format."""
        sentence = _SENTENCE.search(self._text, start)
        found = _OBJECT.search(self._text, start, sentence.start() if sentence else len(self._text))
        return JsonForm(found.start()) if found else None

    def _of_json(self, form: JsonForm) -> list[Draft]:
        drafts = form.take(self._text)
        while form.ended and not (form.listed or form.denied) and (other := self._object(form.end)):
            self._json = form = other  # of something else
            drafts = form.take(self._text)
        self.ended = form.ended
        self.not_found = form.denied
        # One that broke off before its first sentence was whole has said nothing.
        self.readable = self.readable or form.denied or bool(drafts) or (form.ended and form.listed)
        return drafts

    def _of_lines(self, *, whole: bool) -> list[Draft]:
        text = self._text[self._thoughts_over :]
        found = list(_sentences(text))
        if found:
            self.readable = True
            found = found if whole else found[:-1]
        elif whole and _NOT_FOUND.search(text):
            self.readable = self.not_found = True
        new = found[self._lines_given :]
        self._lines_given += len(new)
        return new


def end_of_thoughts(text: str) -> int:
    """Where a model that reasons before it answers has come to its answer; some say only where their thoughts end."""
    thoughts = _THOUGHTS.match(text) or _END_OF_THOUGHTS.search(text)
    return thoughts.end() if thoughts else 0


def _sentences(text: str) -> Iterator[Draft]:
    """The sentences of the plain format; lines of no form go on the one before them."""
    sentence: str | None = None
    claimed: list[tuple[int | None, str]] = []
    for line in text.split("\n"):
        if match := _SENTENCE.match(line):
            if sentence is not None:
                yield _draft(sentence, claimed)
            sentence, claimed = match[1], []
        elif sentence is not None and (match := _QUOTE.match(line)):
            claimed.append((int(match[1]) if match[1] and len(match[1]) < 7 else None, match[2]))
        elif sentence is not None and line.strip() and not line.strip().startswith("```"):
            if claimed:
                claimed[-1] = (claimed[-1][0], f"{claimed[-1][1]} {line.strip()}")
            else:
                sentence += f" {line.strip()}"
    if sentence is not None:
        yield _draft(sentence, claimed)


def _draft(sentence: str, claimed: list[tuple[int | None, str]]) -> Draft:
    return Draft(sentence.strip(), tuple(Claimed(number, words.strip()) for number, words in claimed))
