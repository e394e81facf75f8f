"""
Places: what stands between the same words in the sentence and in its quote must be the same thing.

"held in Doha" against "held in Moscow", and a buyer and a seller that have changed places: all their names stand in the
quote, and none of them where the sentence puts it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from retrieval.proving.aligning import FLANK, exchanged, in_the_same_place, is_number, owns, places
from retrieval.proving.contraries import turned_score
from retrieval.proving.coverage import COPIED, FREE, copied, share
from retrieval.proving.crossings import crossed
from retrieval.proving.days import MONTHS, WEEKDAYS, full_name
from retrieval.proving.doers import is_passive
from retrieval.proving.leads import misled
from retrieval.proving.marks import NEGATORS
from retrieval.proving.names import named_by, one_place, opens_as_common
from retrieval.proving.numerals import numbers_in
from retrieval.proving.texts import Case, Source, Text, Word, stems_of

MOST_MOVED = 2
"""Words of content of who or what has been moved; more of them are another way of putting it."""
NEAR = 100
"""Characters on each side of words that belong to their clause."""

_LEADING = frozenset("from to by at of".split())
_BEFORE_VERB = frozenset(
    """to will would shall may might can could should must has have had was were is are be been being am do does did not
    never also now then still who which that but he she it they we i you already often""".split()
)
_BEHIND_VERB = frozenset("the a an its his her their that to him them it himself both whether".split())
_VERBAL = re.compile(r"(?:ed|ing)$")
_NO_THING = frozenset(
    """unless though although while despite another toward towards upon via per until than m million billion bn mn k
    thousand hundred roughly some further next last first regards considers expects forecasts predicts sees views says
    calls wants hopes plans""".split()
)
"""Words that no thing is named by, verbs among them that look like the plural of one."""


def displaced(case: Case) -> str | None:
    """The words of the sentence that stand where its quote has others; None when all are in their places."""
    if words := crossed(case) or turned_score(case) or misled(case):
        return words
    for source in case.sources:
        # A name that the sentence says too has only been put elsewhere in it.
        beside = (
            one for one in in_the_same_place(case, source) if not _all_said(_names(one.told, source), case.sentence)
        )
        for said, told in (*exchanged(case.sentence, source), *beside):
            words = _moved(said, told, source, case.sentence) or _unheard_of(said, told, case)
            if not _are_two_clauses(said, told):
                words = (
                    _names_differ(said, told, case.sentence, source)
                    or _numbers_differ(said, told, case.sentence, source)
                    or _days_differ(said, told)
                    or words
                )
            if words and not _confirmed(said, case):
                return words
    return None


def _all_said(names: Sequence[str], sentence: Text) -> bool:
    return bool(names) and set(names) <= set(sentence.folded)


def _are_two_clauses(said: Sequence[Word], told: Sequence[Word]) -> bool:
    """Whether both parts say something else beside their names and numbers: then these say nothing of each other."""
    ours, theirs = (
        _content([word for word in found if not (word.capital or is_number(word))]) for found in (said, told)
    )
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


def _names_differ(said: Sequence[Word], told: Sequence[Word], sentence: Text, source: Source) -> str | None:
    ours, theirs = _names(said, sentence), _names(told, source)
    if any(word.folded == ("capital",) for word in told):  # news calls Moscow "the Russian capital"
        return None
    if not ours or not theirs or any(one_place(one, other) for one in ours for other in theirs):
        return None
    initials = {"".join(name[0] for name in names) for names in (ours, theirs)}
    return None if {"".join(ours), "".join(theirs)} & initials else " ".join(word.text for word in said)


def _numbers_differ(said: Sequence[Word], told: Sequence[Word], sentence: Text, source: Source) -> str | None:
    """Where one number stands in the place of another one; of several nobody can say which."""
    ours, theirs = _values(said, sentence), _values(told, source)
    return " ".join(word.text for word in said) if len(ours) == len(theirs) == 1 and ours != theirs else None


def _values(found: Sequence[Word], text: Text) -> list[Decimal]:
    """The numbers that words are, or are a part of: "3" and "million" are one."""
    start, end = found[0].start, found[-1].end
    return [one.value for one in numbers_in(text) if one.span.start < end and start < one.span.end]


def _days_differ(said: Sequence[Word], told: Sequence[Word]) -> str | None:
    """Where one weekday or month stands in the place of another; "12 October" may stand for "Thursday"."""
    for kind in (WEEKDAYS, MONTHS):
        ours, theirs = (
            {full_name(one) for word in found for one in word.folded}.intersection(kind) for found in (said, told)
        )
        if ours and theirs and not ours & theirs:
            return " ".join(word.text for word in said)
    return None


def _names(found: Sequence[Word], text: Text) -> list[str]:
    """The names among words of a text; the first of a sentence is one only where it does not look like any other."""
    capitals = [word for word in found if word.capital and not is_number(word)]
    return [one for word in capitals if not opens_as_common(text.words, word) for one in named_by(word)]


def _moved(said: Sequence[Word], told: Sequence[Word], source: Source, sentence: Text) -> str | None:
    """
    The exchanged words, if all they say stands elsewhere in the quote, and what stood here elsewhere in the sentence;
    or, where it owned something, in neither.
    """
    ours, theirs = _content(said), _content(told)
    if any(map(is_number, said)) != any(map(is_number, told)):
        return None
    if max(len(ours), len(theirs)) > MOST_MOVED or any(_VERBAL.search(word.text) for word in (*said, *told)):
        return None
    if not ours or not theirs or ours & theirs or is_passive(sentence.line) != is_passive(_round(told, source)):
        return None
    if _set_off(said, sentence) and _set_off(told, source):
        return None  # a phrase between commas may stand anywhere
    elsewhere = frozenset(stems_of(" ".join(word.text for word in source.words if word not in told)))
    here = frozenset(stems_of(" ".join(word.text for word in sentence.words if word not in said)))
    if not ours <= elsewhere:
        return None
    owned = any(map(owns, said)) and any(map(owns, told))
    return " ".join(word.text for word in said) if owned or theirs & here else None


def _unheard_of(said: Sequence[Word], told: Sequence[Word], case: Case) -> str | None:
    """
    A thing that no quote names in the place of another one, in a sentence that is copied around them.

    Whoever words a sentence anew changes more than that; a "walnut" for a "chestnut" is no other way of saying it.
    Verbs have so many that nothing can be told by them.
    """
    ours, theirs = (_content([word for word in found if not _no_thing(word)]) for found in (said, told))
    if not (0 < len(ours) <= 2 and 0 < len(theirs) <= 2) or share(ours, case.stems) or copied(case) < COPIED:
        return None
    if any(is_number(word) or word.capital or _VERBAL.search(word.text) for word in (*said, *told)):
        return None
    return " ".join(word.text for word in said) if _is_thing(said, case.sentence) else None


def _no_thing(word: Word) -> bool:
    return any(one in _NO_THING or one in NEGATORS for one in word.folded)


def _is_thing(found: Sequence[Word], text: Text) -> bool:
    """Whether words have the look of a noun among those beside them."""
    place = text.words.index(found[0])
    before = text.words[place - 1] if place else None
    after = text.words[place + len(found)].text.lower() if place + len(found) < len(text.words) else "."
    leads_to_verb = before is None or before.text.lower() in _BEFORE_VERB or (before.capital and not before.opens)
    return not (leads_to_verb or after in _BEHIND_VERB)


def _content(found: Sequence[Word]) -> frozenset[str]:
    return frozenset(stems_of(" ".join(word.text for word in found))) - FREE


def _set_off(found: Sequence[Word], text: Text) -> bool:
    return text.line[found[-1].end : found[-1].end + 1] in (",", ";", ".")


def _round(found: Sequence[Word], source: Source) -> str:
    """What of a quote stands near words of it."""
    return source.line[max(0, found[0].start - NEAR) : found[-1].end + NEAR]


def _confirmed(said: Sequence[Word], case: Case) -> bool:
    """
    Whether a quote has the words, elsewhere, beside what they stand beside here: two words before or behind them.

    A number is told by what leads to it alone, and there a preposition will do: "to 2.9 percent, from 3.8".
    """
    words = case.sentence.folded
    own = [folded for word in said for folded in word.folded]
    start = next(places(own, words), None)
    if start is None:
        return False
    sides = [(max(0, start - FLANK), start + len(own)), (start, min(len(words), start + len(own) + FLANK))]
    if any(map(is_number, said)):
        own = [folded for word in said if is_number(word) for folded in word.folded]
        start = next(places(own, words), 0)
        sides = [(max(0, start - FLANK), start + len(own))]
        sides += [(start - 1, start + len(own))] if start and words[start - 1] in _LEADING else []
    contexts = [words[first:last] for first, last in sides]
    # At the edges of a sentence less is beside it: a lone "the" confirms nothing.
    beside = [context for context in contexts if len(context) - len(own) >= FLANK or _tells(context, own)]
    return any(next(places(context, source.folded), None) is not None for source in case.sources for context in beside)


def _tells(context: Sequence[str], own: Sequence[str]) -> bool:
    """Whether one of the words beside the `own` ones leads to them alone, or says something itself."""
    return any(word in _LEADING or stems_of(word) for word in context if word not in own)
