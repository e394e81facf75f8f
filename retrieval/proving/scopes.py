"""
Scopes: what a quote says of some, of a former one or of the largest in ten years must not be said of all, of the one
in office or of the largest ever; nor what it says of somebody's son be said of him.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from retrieval.proving.texts import Case, Text, stems_of

BEFORE = 45
"""Characters before a noun in which stands how many of it there are."""
HEAD = 5
"""Words at the beginning of a sentence among which its subject is."""

_SHARES = (
    r"some|several|many|few|parts?|members|half|most|one|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds"
    r"|thousands|thirds?|quarters?|percent|portions?|sections?|majority|minority|\d[\d,.]*"
)
_SHARE_OF = re.compile(
    rf"\b(?:{_SHARES}) of (?:(?:the|its|his|her|their|these|those|all) )?(?:\d[\d,.]* |two |three )?([\w'’-]+)", re.I
)
_A_SHARE = re.compile(rf"\b(?:{_SHARES}|among|none|any)\b", re.IGNORECASE)
_LIMITS = (
    "former|deputy|acting|interim|vice|assistant|ex|alleged|suspected|would-be|late|retired|outgoing|incoming|designate"
    "|fake|failed|planned|proposed|draft|possible|potential"
)
_LIMITED = re.compile(rf"\b(?:{_LIMITS})[ -]([\w’'-]+)", re.IGNORECASE)
_ELECT = re.compile(r"\b(\w+)-elect\b")
_A_LIMIT = re.compile(rf"\b(?:{_LIMITS}|elect|previous\w*|once|then|used|ceased)\b", re.IGNORECASE)
_TAIL = r"(?:since|in (?:\w+ )?(?:\w+ )?(?:years?|decades?|months?)|that|who|to|outside|but|except|apart|after)\b"
_SUPERLATIVE = re.compile(rf"\b([a-z]{{2,}}est|best|worst|most \w+|first|last|only)\b((?: [\w’'-]+){{1,4}}?) {_TAIL}")
_OF = re.compile(
    r"\W*(?:The|A|An|His|Her|Their|Its|One)? ?(?:[\w-]+ )?([a-z][\w-]*) (?:of|for) (?:the |a |an )?"
    r"(?:[\w’'-]+ ){0,3}?([\w’'-]+) (?:was|were|is|are|has|had|have|will|[a-z]+ed|said|says|resign\w*)\b"
)


def widened_scope(case: Case) -> str | None:
    """The word of a quote that the sentence leaves out, and so says more; None where it leaves out none."""
    for source in case.sources:
        for found in (_of_some(case.sentence, source), _unlimited(case.sentence, source)):
            if word := next(found, None):
                return word
        if word := _highest(case.sentence, source) or _of_another(case.sentence, source):
            return word
    return None


def _of_some(sentence: Text, source: Text) -> Iterator[str]:
    for told in _SHARE_OF.finditer(source.line):
        stems = _once(told[1], source)
        for word in sentence.words:
            counted = _A_SHARE.search(sentence.line, max(0, word.start - BEFORE), word.start)
            if stems.intersection(word.stems) and not counted:
                yield told.group()


def _unlimited(sentence: Text, source: Text) -> Iterator[str]:
    if _A_LIMIT.search(sentence.line):
        return
    for told in (*_LIMITED.finditer(source.line), *_ELECT.finditer(source.line)):
        if _once(told[1], source) & sentence.stems:
            yield told.group()


def _once(word: str, source: Text) -> frozenset[str]:
    """The stems of a word that a quote says once; of one that it says again nobody knows which is meant."""
    stems = frozenset(stems_of(word))
    return stems if sum(not stems.isdisjoint(one.stems) for one in source.words) == 1 else frozenset()


def _highest(sentence: Text, source: Text) -> str | None:
    for told in _SUPERLATIVE.finditer(source.line):
        noun = told[2].split()[0]
        if re.search(rf"\b{re.escape(told[1])} {re.escape(noun)}\b(?!(?: [\w’'-]+){{0,5}}? {_TAIL})", sentence.line):
            return told.group()
    return None


def _of_another(sentence: Text, source: Text) -> str | None:
    """ "The son of the mayor" where the sentence says of the mayor what the quote says of his son."""
    told = _OF.match(source.line)
    if told is None or not (head := frozenset(stems_of(told[1]))) or not head.isdisjoint(sentence.stems):
        return None
    subject = {stem for word in sentence.words[:HEAD] for stem in word.stems}
    return told[1] if subject.intersection(stems_of(told[2])) else None
