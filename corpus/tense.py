"""
Whether words of time in a news sentence lie behind its writer or ahead: the verb beside them says so.

Tables of words, no parser: what they cannot tell is None, and whoever asks stays silent.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

Direction = Literal["past", "future"]

_IRREGULAR = (
    "said told was were had did made took went came began became met held won lost left gave got found sent spoke wrote"
    " fell rose struck shot fought fled fed led brought bought built broke drew flew grew knew kept laid ran sank sat"
    " saw sold stood swept swore taught threw thought wore withdrew died hit cut put shut set quit drove chose hung"
    " heard paid hid rode bore beat bid burst cast sought caught felt spent underwent overthrew overtook blew"
)
_NO_VERBS = "hundred indeed exceed proceed succeed speed breed need"
_PAST = re.compile(rf"\b(?:{'|'.join(_IRREGULAR.split())}|(?!(?:{'|'.join(_NO_VERBS.split())})\b)[a-z]{{2,}}ed)\b")
_FUTURE = re.compile(
    r"\b(?:will|shall|won[’']t|must|upcoming|coming|(?:plan|intend|hope|aim|expect)s? to|planning to|planned for"
    r"|(?:is|are) to|(?:due|set|slated|scheduled|expected|poised|going) (?:to|for|in|on)|due|(?:has|have) until)\b"
    r"|[’']ll\b"
)
_UNSURE = re.compile(
    r"\b(?:was|were|been|originally) (?:to|(?:due|set|slated|scheduled|expected|planned|poised|going)"
    r"(?: (?:to|for|in|on))?)\b"
    r"|\b(?:would|could|should|might|may|postponed|cancell?ed|delayed|moved)\b"
)
"""A plan seen from a later day, or no more than a possibility: whether it lies behind or ahead is not said."""
_CUES: dict[Direction | None, re.Pattern[str]] = {None: _UNSURE, "future": _FUTURE, "past": _PAST}
_REPORTS = re.compile(r"(?:said|told|warned|added|argued|claimed|predicted|hoped|noted)$")
_PASSIVE = re.compile(r"(?: (?:also|not|then|soon|be|been|have|to|get|\w+ly))*(?: (?:be|been|get|have|stay|remain)) ?$")
_HABIT = re.compile(r"\b(?:is|are|be|being) (?:\w+ly )?$")
_ANOTHER_CLAUSE = re.compile(
    r"\b(?:when|if|unless|that|whether|once|because|is|are|am|has|have|be|it|they|he|she)\b"
    r"|\bto (?!the\b|a\b|an\b|its\b|his\b|her\b|their\b|reporters\b|journalists\b)[a-z]"
)
_PRESENT_VERB = re.compile(
    r"\b(?!reporters|journalists|lawmakers|officials|investors|members|senators|news)[a-z]{3,}s\b"
)
_OPENS = re.compile(
    r"(?:^|[,;:—–“\"]|\b(?:that|and|but|when|while|where))\s*(?:(?:early|late|earlier|later|back)\s+)?(?:on|in|by|at|over|during)?\s*$",
    re.IGNORECASE,
)
_OPENS_AHEAD = re.compile(
    r"\b(?:for|until|till|by|before|through|ahead of|prior to|up to|starting|beginning|from)\s*(?:at least )?"
    r"(?:the )?$",
    re.IGNORECASE,
)
_OPENS_BEHIND = re.compile(r"\bsince\s*$", re.IGNORECASE)
_WORDS_TO_VERB = 8
_SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:Jan|Feb|Mar|Apr|Aug|Oct|Nov|Dec|Gen|Gov|Sen|Rep))(?<!\bSept)[.!?][”’\"')]?\s+(?=[A-Z“‘\"'(])"
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where words were found: the day of publication, their sentence before and after them, and the last day before."""

    published: date
    before: str
    after: str
    last_day: date | None

    @property
    def direction(self) -> Direction | None:
        return direction(self.before, self.after)

    def tells_of_another_year(self, year: int) -> bool:
        """Whether the sentence has named a year before, and another: "In 1989 … on November 9"."""
        named = re.findall(r"\b(1[5-9]\d\d|20\d\d)\b(?! ?[%$€£])", self.before)
        return bool(named) and int(named[-1]) != year


def sentence_round(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after `text[start:end]` in its sentence, each run of white space as one blank."""
    before = _SENTENCE_END.split(text[:start])[-1]
    after = _SENTENCE_END.split(text[end:], maxsplit=1)[0]
    return re.sub(r"\s+", " ", before), re.sub(r"\s+", " ", after)


def direction(before: str, after: str) -> Direction | None:
    """
    Where words of time lie that stand between `before` and `after` in one sentence; None when the verb does not tell.

    The nearest verb before them decides ("will meet Friday", "said Friday"), or for words that open a clause the one
    after them ("On Friday, the court ruled"). A verb of another clause, a "would" and a plan that was changed tell
    nothing.
    """
    if _OPENS_BEHIND.search(before):
        return "past"
    found = _before(before)
    if found is None and _OPENS.search(before):
        found = _after(after)
    if _OPENS_AHEAD.search(before):  # "gave them until Friday" may be any Friday
        return found if found == "future" else None
    return found


def is_report(before: str) -> bool:
    """Whether the last verb before words of time reports what was said, and may have nothing to do with them."""
    last = _last(_PAST, before)
    return last is not None and _REPORTS.search(last[0]) is not None


def _before(before: str) -> Direction | None:
    past = _last(_PAST, before)
    ahead, unsure = _last(_FUTURE, before), _last(_UNSURE, before)
    governs = max((cue for cue in (unsure, ahead) if cue), key=lambda cue: cue.end(), default=None)
    if governs and (
        past is None or past.start() < governs.end() or _PASSIVE.match(before[governs.end() : past.start()])
    ):
        return "future" if governs is ahead else None
    if past is None or _HABIT.search(before[: past.start()]) or _ANOTHER_CLAUSE.search(between := before[past.end() :]):
        return None
    return None if _REPORTS.search(past[0]) and _PRESENT_VERB.search(between) else "past"


def _after(after: str) -> Direction | None:
    clause = after.lstrip(", ").split(",")[0]
    cues = {kind: cue for kind, pattern in _CUES.items() if (cue := pattern.search(clause))}
    kind, first = min(cues.items(), key=lambda one: one[1].start(), default=(None, None))
    return kind if first and len(clause[: first.start()].split()) <= _WORDS_TO_VERB else None


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    *_, last = (None, *pattern.finditer(text))
    return last
