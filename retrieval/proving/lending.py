"""What a quote lends to a sentence beside a name, and whether it leaves open who is meant in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retrieval.proving.coverage import FREE
from retrieval.proving.doers import NOT_SO_NAMED
from retrieval.proving.names import named_by
from retrieval.proving.texts import Text, Word, stems_of
from retrieval.reader.names import TITLES

BESIDE = 3
"""Words next to a name that tell who that is: "the transport minister, Jiri Halland"."""

_OPEN = re.compile(
    r"\W*(?:(?:but|and|yet|so|then|while|when|as|in|for|at|on|after|before|since|if|although|though) )?"
    r"(?:he|she|they|it|his|her|their|its|this|that|these|those|both|the (?!\w+ (?:of|and) [A-Z]))\b",
    re.IGNORECASE,
)
_NEAR_THE_START = 4


def leaves_open(quote: str, sentence: str) -> bool:
    """
    Whether a quote begins with a pronoun, or with "the airline", so that the sentence before it says who is meant.

    Whom it names there itself must stand in `sentence` too: "Her colleague Peter Yoon found it" says who found it.
    """
    if not _OPEN.match(quote):
        return False
    named = [word for word in Text(quote).words[:_NEAR_THE_START] if word.capital and not word.opens]
    return all(set(word.folded) <= set(Text(sentence).folded) for word in named)


def completes(sentence: str, quote: str, missing: str) -> bool:
    """Whether the word `missing` of `sentence` stands in it next to a part of the same name that `quote` has."""
    said, told = Text(sentence).words, set(Text(quote).folded)
    for place, word in enumerate(said):
        if word.text == missing:
            sides = ((said[max(0, place - 1) : place], -1), (said[place + 1 : place + 2], 1))
            return any(
                one.capital and set(one.folded) <= told and not _is_another(one, -side, quote, sentence)
                for beside, side in sides
                for one in beside
            )
    return False


def _is_another(word: Word, side: int, quote: str, sentence: str) -> bool:
    """Whether a quote says another name than `sentence` on that side of a word: of "Aurora Air" there is Boreal Air."""
    told, said = Text(quote).words, set(Text(sentence).folded)
    for place, one in enumerate(told):
        if one.folded == word.folded and 0 <= place + side < len(told):
            other = told[place + side]
            if other.capital and named_by(other) and not set(other.folded) <= said:
                return True
    return False


def may_be_meant(sentence: str, before: str, quote: str) -> bool:
    """Whether whom `before` and `sentence` name, and `quote` only calls "he" or "she", can be so called."""
    pronoun = next((word for word in Text(quote).folded if word in NOT_SO_NAMED), None)
    if pronoun is None:
        return True
    told, lent = set(Text(quote).folded), set(Text(before).folded)
    names = {one for word in Text(sentence).words if word.capital for one in word.folded if one in lent - told}
    return names.isdisjoint(NOT_SO_NAMED[pronoun])


def share_a_name(sentence: str, one: str, other: str, *, one_story: bool) -> bool:
    """
    Whether two quotes name somebody whom `sentence` names: the one then may say more of the name, or what he is.

    "The president" is the same one in two quotes of `one_story`, and may be anybody in those of two.
    """
    first, second = (set(Text(text).folded) for text in (one, other))
    nobody = frozenset() if one_story else TITLES
    return any(
        word.capital and not nobody.issuperset(named_by(word)) and set(word.folded) <= first & second
        for word in Text(sentence).words
    )


def says_something(sentence: str, quote: str) -> bool:
    """Whether `quote` says words of `sentence` that are no name, nor stand beside the name that it lends."""
    said, told = Text(sentence), Text(quote)
    names = [place for place, word in enumerate(said.words) if _lent(word, told)]
    beside = {near for place in names for near in range(place - BESIDE, place + BESIDE + 1)}
    own = (word.text for place, word in enumerate(said.words) if place not in beside and not word.capital)
    return bool((frozenset(stems_of(" ".join(own))) - FREE) & told.stems) or _counts(said, told)


def adds(sentence: str, quote: str, others: Sequence[str]) -> bool:
    """Whether `quote` says a word of `sentence` that is no name and that none of the `others` says."""
    own = frozenset(stem for word in Text(sentence).words if not word.capital for stem in word.stems) - FREE
    return bool(own & Text(quote).stems - frozenset().union(*(Text(other).stems for other in others)))


def _lent(word: Word, told: Text) -> bool:
    return word.capital and bool(set(word.folded) & set(told.folded))


def _counts(said: Text, told: Text) -> bool:
    """Whether both say a number in digits."""
    return bool({one for one in said.folded if one[0].isdigit()} & {one for one in told.folded if one[0].isdigit()})
