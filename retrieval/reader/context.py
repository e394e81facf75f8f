"""When a sentence alone is too little of a quote: "He also won the prize." needs the sentence before it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from corpus.types import Span
from retrieval.reader.signals import Candidate

LONGEST = 50
"""Words of a quote of two sentences; a longer one would be no quote but a passage."""
NEARLY = 1.0
"""How far the margin of a neighbour's answer may lie below the sentence's own for both to be needed."""
THERE = 0.0
"""The margin from which on the reader finds an answer in a neighbour whatever it finds in the sentence."""

Sentences = Mapping[tuple[str, Span], Candidate]
"""What was read, by article and place."""

_OPENS_WITH_PRONOUN = re.compile(
    r"\W*(?:(?:but|and|yet|so|then|while|when|as|in|for|at|on|after|before|since|if) )?"
    r"(?:he|she|they|it|his|her|their|its|this|that|these|those|both|such)\b",
    re.IGNORECASE,
)


def with_context(candidate: Candidate, read: Sentences) -> Span:
    """
    The candidate's sentence, or that and the one next to it in its passage, as a span of the article.

    A sentence that opens with a pronoun takes the one before it, which says who is meant. And where the reader finds an
    answer in a neighbour, or one nearly as good as the sentence's own, the two are likely to answer together: one says
    what was asked about, the other names it.
    """
    sentences = candidate.hit.passage.sentences
    place = sentences.index(candidate.span)
    choices: list[tuple[float, Span]] = []
    for other in (place - 1, place + 1):
        if not 0 <= other < len(sentences):
            continue
        both = Span(min(candidate.span.start, sentences[other].start), max(candidate.span.end, sentences[other].end))
        neighbour = read.get((candidate.article_id, sentences[other]))
        margin = neighbour.signals.margin if neighbour else float("-inf")
        names = other < place and _OPENS_WITH_PRONOUN.match(candidate.text) is not None
        answers = margin > min(THERE, candidate.signals.margin - NEARLY)
        if (names or answers) and len(candidate.cut(both).split()) <= LONGEST:
            choices.append((margin, both))
    return max(choices, default=(0.0, candidate.span))[1]
