"""
Whether a text says a known answer: `contains` for passages and quotes, exact match and F1 for short answers.

Pure, and used by `eval` alone: nothing that decides or scores an answer looks at known answers.
"""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Sequence

from corpus.types import Span

_STRAIGHT = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"'})
_PUNCTUATION = str.maketrans("", "", string.punctuation)
_ARTICLES = re.compile(r"\b(a|an|the)\b")


def normalise(text: str) -> str:
    """
    `text` in lower case, with straight quotes and single blanks, without blanks at its ends.

    >>> normalise("So-called  “Moscow\\nformat”")
    'so-called "moscow format"'
    """
    return " ".join(text.translate(_STRAIGHT).lower().split())


def contains(text: str, answers: Sequence[str]) -> bool:
    """
    Whether one of `answers` stands in `text` between word boundaries, both sides normalised.

    A boundary is any place with no letter, digit or underscore on its outer side, so that an answer that begins or
    ends with a sign ("$5", "U.S.") can be found too. False when there is no answer.

    >>> contains("The border is 1,500 kilometers long.", ["500 kilometers"])
    True
    >>> contains("Kabulovs", ["Kabulov"])
    False
    """
    there = normalise(text)
    return any(re.search(rf"(?<!\w){re.escape(normalise(answer))}(?!\w)", there) for answer in answers)


def places(text: str, answers: Sequence[str]) -> tuple[Span, ...]:
    """
    Where `answers` stand in `text`, in its own characters and in order, for showing them; they may overlap.

    `contains` decides whether they do. The two differ only in letters whose lower case is longer than they are.

    >>> places("Ann  Lee and ANN", ["ann lee", "Ann"])
    (Span(start=0, end=3), Span(start=0, end=8), Span(start=13, end=16))
    """
    there = text.translate(_STRAIGHT)
    patterns = (r"\s+".join(map(re.escape, answer.translate(_STRAIGHT).split())) for answer in answers)
    found = {
        Span(*match.span())
        for pattern in patterns
        if pattern
        for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", there, re.IGNORECASE)
    }
    return tuple(sorted(found))


def first_words(text: str, limit: int) -> str:
    """The first `limit` words of `text`, where blanks separate words, joined by single blanks."""
    return " ".join(text.split()[:limit])


def exact_match(given: str | None, answers: Sequence[str]) -> float:
    """1.0 when the `given` short answer is one of `answers` after SQuAD's normalisation, else 0.0; None is 0.0."""
    return float(given is not None and any(_tokens(given) == _tokens(answer) for answer in answers))


def token_f1(given: str | None, answers: Sequence[str]) -> float:
    """
    The best F1 in `[0, 1]` between the words of `given` and of one of `answers`, as bags (Rajpurkar et al. 2018).

    As in SQuAD 2.0's own script, two sides of which one has no word left score 1.0 when both have none, else 0.0.
    Nothing given, or no answer to compare with, is 0.0.
    """
    if given is None:
        return 0.0
    return max((_f1(_tokens(given), _tokens(answer)) for answer in answers), default=0.0)


def _tokens(text: str) -> list[str]:
    """SQuAD 2.0's normalisation, in its order: lower case, punctuation off, articles off, split at blanks."""
    return _ARTICLES.sub(" ", normalise(text).translate(_PUNCTUATION)).split()


def _f1(given: list[str], answer: list[str]) -> float:
    if not given or not answer:
        return float(given == answer)
    shared = (Counter(given) & Counter(answer)).total()
    return 2 * shared / (len(given) + len(answer))
