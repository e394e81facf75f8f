"""What flows through retrieval: `Question` ► `Hit` ► `Evidence` ► `Answer`. Frozen, and free of any library's types."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, Literal

from corpus.types import ArticleInfo, Passage, Span

Relation = Literal["copy", "version"]
DifferenceKind = Literal["number", "date", "name", "polarity"]
Check = Literal["verbatim", "supported", "relocated", "replaced"]
"""
How a sentence of an answer was proved: it says the words of its quote; or a model wrote it, and it says no more than
its quotes; the same with a quote that stood in another passage than the model said; or what the model wrote did not
hold, and the source's own sentence stands in its place.
"""
OWN_WORDS: frozenset[Check] = frozenset(("verbatim", "replaced"))
"""Checks of sentences that say the words of their first quote, and nothing else."""


@dataclass(frozen=True, slots=True)
class Filters:
    """
    What a question may be answered from. `since` and `until` are inclusive days; `outlet` ignores case.

    With a window, an article that has no date is left out: nobody can say that it lies inside. `as_of` says that
    `until` is a day from which the archive is looked at, as if nothing had been published later.
    """

    since: date | None = None
    until: date | None = None
    outlet: str | None = None
    as_of: bool = False

    @property
    def windowed(self) -> bool:
        return self.since is not None or self.until is not None

    def __bool__(self) -> bool:
        return self.windowed or self.outlet is not None


NO_FILTERS = Filters()


@dataclass(frozen=True, slots=True)
class Window:
    """
    The time that a question names in its own words (`text`, "in October 2021"): from `since` to `until`, inclusive.

    `kept` tells an answer that was drawn only from what was published then. Otherwise nothing of that time answers, and
    the whole archive was asked: what is asked about a year is often told in another.
    """

    text: str
    since: date | None = None
    until: date | None = None
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """One question of a conversation with the text of its answer; `resolved_question` as in `Answer`."""

    question: str
    answer: str = ""
    resolved_question: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What a person asked, what was said before (oldest first), and what the answer may be drawn from."""

    text: str
    history: tuple[Turn, ...] = ()
    filters: Filters = NO_FILTERS


@dataclass(frozen=True, slots=True)
class Hit:
    """
    A passage that search found. `rank` counts from 1; `score` is higher-is-better, in `[0, 1]`.

    `dense` is the cosine of question and passage in `[-1, 1]`, `lexical` the raw BM25 score (0 when no term is shared).
    `story` names the lineage of the article, if it has copies or versions; `holds` are the sources whose stories the
    article holds whole, if it is a round-up.
    """

    rank: int
    passage: Passage
    article: ArticleInfo
    score: float
    dense: float = 0.0
    lexical: float = 0.0
    story: str | None = None
    holds: frozenset[str] = frozenset()

    @property
    def source(self) -> str:
        """What counts as one source: all articles of a story, or else the article."""
        return self.story or self.article.id


@dataclass(frozen=True, slots=True)
class Quote:
    """
    Words of an article, verbatim: `article.text[start:end] == text`.

    `emphasis` are the spans in it that matter most, in offsets of the article too.
    """

    text: str
    start: int
    end: int
    emphasis: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class AlsoIn:
    """
    An article of the same story as a cited one: a "copy" says the quote's words too, a "version" tells the story
    without them, in an earlier or a later state.
    """

    article: ArticleInfo
    relation: Relation


@dataclass(frozen=True, slots=True)
class Evidence:
    """
    One sentence that answers, as a reader chose it: the same thing said in one or more articles.

    `quotes` go with `hits` one to one, the best first; at least one. `score` is the reader's own, higher-is-better.
    `value` is what it says of a kind on which pieces of evidence differ, in its own words; None where nothing differs.
    `also_in` goes with the quotes, once somebody has looked; it is empty before. `wording` is the sentence as a model
    wrote it, None for one that says the words of its first quote; `together` tells that its quotes prove it only all
    together, so that none of them says it alone.
    """

    quotes: tuple[Quote, ...]
    hits: tuple[Hit, ...]
    score: float
    value: str | None = None
    also_in: tuple[tuple[AlsoIn, ...], ...] = ()
    wording: str | None = None
    check: Check = "verbatim"
    together: bool = False


@dataclass(frozen=True, slots=True)
class ReadPassage:
    """
    A hit as a reader saw it: `quote` is its best sentence, and emphasises the words that would be the answer.

    `score` is the reader's own of that sentence, higher-is-better; `hit.score` and `hit.rank` are those of the passage
    among all that were read.
    """

    hit: Hit
    quote: Quote
    score: float


@dataclass(frozen=True, slots=True)
class Reading:
    """
    What a reader made of the hits. `evidence` is the best first and is empty when nothing answers.

    `confidence` is the probability that the first quote holds a right answer, or that it would have, when the
    reader rejected it; 0.0 when there was nothing to read. `passages` are all that were read, the likeliest to answer
    first. `differs_in` is of what kind the pieces of evidence with a `value` differ; None when no sources differ.
    """

    evidence: tuple[Evidence, ...]
    confidence: float
    short_answer: str | None = None
    passages: tuple[ReadPassage, ...] = ()
    differs_in: DifferenceKind | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """
    A numbered quote and where it stands. `number` counts from 1 and is the marker `[1]` in the answer's text.

    `source` numbers the independent sources of the answer, from 1: quotes of one story are one source. `also_in` are
    the other articles of the story, the earliest first.
    """

    number: int
    quote: Quote
    article: ArticleInfo
    passage_id: str
    score: float
    source: int
    also_in: tuple[AlsoIn, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerSentence:
    """
    One sentence of an answer with the numbers of the citations that prove it; `check` says how it was proved.

    `together` tells citations that prove it only all together: none of their sources says it alone.
    """

    text: str
    citations: tuple[int, ...]
    check: Check = "verbatim"
    together: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """What some of the sources say where sources differ, in the words of the first of its `citations`, by number."""

    value: str
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """On what sources differ, with two sides or more in the order in which the answer says them."""

    kind: DifferenceKind
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Writing:
    """
    What part a language model had in an answer.

    `fallback` is why the reader's answer stands in place of the model's, and `cut` why the model's ends early, each as
    one sentence for a person. `dropped` are the reasons for which sentences that it wrote are not shown. Of what it was
    to be given, so many `passages_left_out` and `turns_left_out` did not fit; so many articles were `withheld` because
    they turn to machines. `estimated` says that the tokens of the answer's usage are.
    """

    model: str
    fallback: str | None = None
    cut: str | None = None
    dropped: tuple[str, ...] = ()
    passages_left_out: int = 0
    turns_left_out: int = 0
    withheld: int = 0
    estimated: bool = False


@dataclass(frozen=True, slots=True)
class IndexInfo:
    """What was served when a question was answered. `built_at` carries its time zone."""

    generation: str
    built_at: datetime
    articles: int
    passages: int
    newest_published: date | None


@dataclass(frozen=True, slots=True)
class Answer:
    """
    The answer to a question: proved sentences, or none and the nearest passages.

    `filters` are those that were given with the question, and `window` is the one in its words; `limits` are both.

    `status` is "not_found" exactly when `sentences` is empty; `nearest` is empty otherwise. `undated_left_out` counts
    the articles that a window of the question left out because they have no date. `withdrawn` are the ids of the
    articles that were withdrawn after it was given, and whose words it has lost with that. `unclear` is the word of the
    question, or all of it, that nothing before it explains: then nothing was searched for. `difference` is what the
    sources differ in. `writing` is None where no language model is set, and `draft` tells an answer that one is writing
    on, which nobody keeps.
    """

    question: str
    status: Literal["answered", "not_found"]
    answered_by: str
    sentences: tuple[AnswerSentence, ...]
    citations: tuple[Citation, ...]
    confidence: float
    index: IndexInfo
    filters: Filters = NO_FILTERS
    resolved_question: str | None = None
    unclear: str | None = None
    short_answer: str | None = None
    nearest: tuple[Hit, ...] = ()
    undated_left_out: int = 0
    withdrawn: tuple[str, ...] = ()
    window: Window | None = None
    difference: Difference | None = None
    writing: Writing | None = None
    draft: bool = False
    usage: Mapping[str, int] | None = None
    timings_ms: Mapping[str, float] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The sentences with their markers, `"… [1] … [2][3]"`; the empty string when nothing was found."""
        return " ".join(
            sentence.text + " " + "".join(f"[{number}]" for number in sentence.citations) for sentence in self.sentences
        )

    @property
    def limits(self) -> Filters:
        """What the answer was drawn from."""
        return within(self.filters, self.window) if self.window and self.window.kept else self.filters

    @property
    def newest_quote(self) -> date | None:
        """The day of publication of the newest article that is quoted; None when none of them is dated."""
        return max((one.article.published for one in self.citations if one.article.published), default=None)

    def cited(self, numbers: Collection[int]) -> tuple[Citation, ...]:
        """The citations with these numbers, in their order."""
        return tuple(one for one in self.citations if one.number in numbers)

    def sources(self, numbers: Collection[int]) -> int:
        """How many independent sources stand behind the citations with these numbers."""
        return len({one.source for one in self.cited(numbers)})

    def saying(self, sentence: AnswerSentence) -> int:
        """How many independent sources say what `sentence` says; one where it takes all of its quotes to say it."""
        return 1 if sentence.together else self.sources(sentence.citations)

    @property
    def superseded(self) -> bool:
        """Whether, where sources differ, all that the first side quotes was published after all the others."""
        if self.difference is None or len(self.difference.sides) < 2:
            return False
        days = [[one.article.published for one in self.cited(side.citations)] for side in self.difference.sides]
        earlier = [day for side in days[1:] for day in side]
        return all(late and early and late > early for late in days[0] for early in earlier)

    @property
    def emptied(self) -> bool:
        """Whether nothing is left of it to show, because the articles behind it were withdrawn."""
        return bool(self.withdrawn) and not (self.sentences or self.nearest)


def within(filters: Filters, window: Window) -> Filters:
    """`filters`, which have no window of their own, with that one."""
    return replace(filters, since=window.since, until=window.until)


Json = dict[str, Any]
"""An object that `json.dumps` takes as it is."""
