"""What tells whether a sentence answers a question: what the model read in it, and what its words say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from corpus.types import Span
from retrieval.expects import Kind, kind_of, names_in
from retrieval.lexical import LexicalIndex
from retrieval.offering import POINTED, offers
from retrieval.reader.model import PassageAnswers
from retrieval.reader.speech import speaks
from retrieval.reader.whose_day import of_another
from retrieval.terms import terms, words
from retrieval.types import Hit

FAMILY = 6
"""Terms of at least so many characters that begin with the same ones are of one family."""
RELATED = 0.7
"""What a term of the same family is worth beside the term itself."""


WHOLE = 12
LOWEST_MARGIN = -6.0
"""Below this all margins say the same: nothing is there."""


class Signals(NamedTuple):
    """Signals of one sentence; each in `[0, 1]` where nothing else is said."""

    margin: float
    """The logit of the likeliest answer in the sentence over "not in this passage"."""
    covered: float
    """The share of the question's terms, weighted by their rarity, that the sentence says."""
    covered_around: float
    """The same for the whole passage and its title."""
    names: float
    """The share of the question's names and numbers that the passage and its title say; 1 when it has none."""
    offers: float
    """1 when the sentence offers the kind of words that is asked for, new to the question; 0.5 when no kind is."""
    fits: float
    """The same for the likeliest answer itself."""
    cosine: float
    """Of the question and the passage."""
    lexical: float
    """The passage's BM25 score for each term of the question; above 0."""
    whole: float
    """1 from `WHOLE` words on, less for the fragments that captions, headings and lists of links are."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """
    A sentence of a hit with what was seen in it. `span` are offsets into the article, `words` those of the likeliest
    answer in it, inside `span`; `place` is the number of the hit among those that were read.
    """

    hit: Hit
    place: int
    span: Span
    words: Span
    signals: Signals

    @property
    def article_id(self) -> str:
        return self.hit.article.id

    @property
    def text(self) -> str:
        return self.cut(self.span)

    @property
    def answer(self) -> str:
        return self.cut(self.words)

    def cut(self, span: Span) -> str:
        """The words of the article at `span`, which must lie inside the passage."""
        start = self.hit.passage.start
        return self.hit.passage.text[span.start - start : span.end - start]


class Asked:
    """A question as it is looked for: its terms with their rarity, its names, its kind."""

    def __init__(self, question: str, lexical: LexicalIndex) -> None:
        self.text = question
        self.terms = terms(question)
        self.kind: Kind = kind_of(question)
        self.names = names_in(question)
        self._rarity = lexical.rarity(self.terms)

    def covered(self, said: Iterable[str]) -> float:
        """
        The share of the question's rarity whose terms are `said`; one of a family with a said one counts `RELATED`.

        Stemming parts "recognise" from "recognition"; their common beginning does not. 0 without a term.
        """
        said = set(said)
        families = {term[:FAMILY] for term in said if len(term) >= FAMILY}
        found = sum(
            weight * (1.0 if term in said else RELATED if term[:FAMILY] in families else 0.0)
            for term, weight in self._rarity.items()
        )
        return found / (sum(self._rarity.values()) or 1.0)


def candidates(asked: Asked, hits: Sequence[Hit], read: Sequence[PassageAnswers]) -> list[Candidate]:
    """
    The sentences of `hits`, which were `read` in the same order, with their signals.

    A sentence that stands in two overlapping passages counts once, where it reads best.
    """
    best: dict[tuple[str, Span], Candidate] = {}
    for place, (hit, answers) in enumerate(zip(hits, read, strict=True)):
        around = f"{hit.article.title or ''} {hit.passage.text}"
        covered_around = asked.covered(terms(around))
        names = len(asked.names & set(words(around))) / len(asked.names) if asked.names else 1.0
        for answer in answers.sentences:
            span = hit.passage.sentences[answer.sentence]
            said = Span(*(hit.passage.start + offset for offset in answer.span))
            candidate = Candidate(hit, place, span, said, _NONE)
            offered = not (asked.kind == "date" and _is_of_another(asked, candidate))
            signals = Signals(
                margin=max(answer.margin, LOWEST_MARGIN),
                covered=asked.covered(terms(candidate.text)),
                covered_around=covered_around,
                names=names,
                offers=_of_kind(asked, candidate.text) if offered else 0.0,
                fits=_of_kind(asked, candidate.answer) if offered else 0.0,
                cosine=hit.dense,
                lexical=hit.lexical / len(asked.terms),
                whole=min(len(candidate.text.split()), WHOLE) / WHOLE,
            )
            known = best.get((hit.article.id, span))
            if known is None or signals.margin > known.signals.margin:
                best[hit.article.id, span] = replace(candidate, signals=signals)
    return list(best.values())


def _of_kind(asked: Asked, said: str) -> float:
    """1.0 when `said` has words of the kind asked for that the question lacks, else 0.0; 0.5 where no kind can tell."""
    if asked.kind == "quotation":
        return float(speaks(said, asked.text))
    return float(bool(offers(asked.kind, said, asked.text))) if asked.kind in POINTED else 0.5


def _is_of_another(asked: Asked, candidate: Candidate) -> bool:
    start = candidate.span.start
    words = Span(candidate.words.start - start, candidate.words.end - start)
    return of_another(asked.text, candidate.text, words)


_NONE = Signals(*(0.0 for _ in Signals._fields))
