"""A page read back with the standard library's parser, and an evaluation with a question of every kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from html.parser import HTMLParser

from bot.report import Setup
from corpus.types import ArticleInfo, Span
from retrieval.evaluation import EvalQuestion, Evaluation, System, evaluate
from retrieval.types import Answer, Hit, Quote, Reading
from tests.retrieval.evaluation.fakes import ScriptedSystem, answered, hits, not_found, reading

VOID = {"meta", "br"}
SETUP = Setup(0.3, {"reader.passages": 10, "search.dense_weight": 0.4}, datetime(2024, 5, 6, 7, 8, tzinfo=UTC))


class Page(HTMLParser):
    """What a browser would make of a page: its text, tags, links and ids; an element left open is an error."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self._open: list[str] = []
        self._words: list[str] = []
        self._rows: list[list[str]] = []
        self._in: dict[str, list[str]] = {}
        self.feed(markup)
        self.close()
        assert self._open == [], "every element is closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        self.links += [value or "" for name, value in attrs if name in ("href", "src", "xlink:href", "action")]
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag not in VOID:
            self._open.append(tag)
        if tag == "tr":
            self._rows.append([])
        if tag in ("td", "th"):
            self._rows[-1].append("")
        if tag not in VOID:
            self._in.setdefault(tag, []).append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag, "elements are nested"

    def handle_data(self, data: str) -> None:
        if "style" in self._open:
            return
        self._words.append(data)
        for tag in set(self._open):
            self._in[tag][-1] += data
        if {"td", "th"} & set(self._open):
            self._rows[-1][-1] += data

    @property
    def text(self) -> str:
        return " ".join("".join(self._words).split())

    def of(self, tag: str) -> list[str]:
        """The words in each element of a kind that holds none of the same kind."""
        return self._in.get(tag, [])

    def row(self, first: str) -> list[str]:
        """The cells of the table row whose first word is given."""
        [found] = [row for row in self._rows if row and row[0].split(" ")[0] == first]
        return found


def asked(
    *questions: tuple[str, tuple[str, ...], Answer],
    found: dict[str, tuple[Hit, ...]] | None = None,
    read: dict[str, Reading] | None = None,
    files: Callable[[Sequence[EvalQuestion]], dict[str, Sequence[EvalQuestion]]] = lambda all_: {"quiz.jsonl": all_},
) -> Evaluation:
    """The evaluation of (question, known answers, answer), with what was found and read for each question."""
    system = ScriptedSystem({text: answer for text, _, answer in questions}, found or {}, read or {})
    given = [EvalQuestion(f"id-{text}", text, answers) for text, answers, _ in questions]
    measured = System(system.ask, system.search, read=None if read is None else system.read)
    return evaluate(files(given), measured, resamples=50)


def every_kind() -> Evaluation:
    """Six questions: one that is right, one of each class of failure that a telling reader can give."""
    right, wrong = hits(("x", "Bob ran. Ann won.")), hits(("x", "Bob ran."))
    elsewhere = reading(("Bob ran.", "Bob ran."), confidence=0.9)
    return asked(
        ("Right?", ("Ann",), answered("Ann won.", confidence=0.95)),
        ("Lost?", ("Ann",), answered("Bob ran.", confidence=0.6)),
        ("Unread?", ("Ann",), answered("Bob ran.", confidence=0.7)),
        ("Passed over?", ("Ann",), answered("Bob ran.", confidence=0.5)),
        ("Withheld?", ("Ann",), not_found(0.2)),
        ("Nowhere?", (), answered("Bob ran.", confidence=0.4)),
        ("Rightly refused?", (), not_found(0.1)),
        found={
            name: wrong if name == "Lost?" else right
            for name in ("Right?", "Lost?", "Unread?", "Passed over?", "Withheld?")
        },
        read={
            "Right?": reading(("Bob ran. Ann won.", "Ann won."), confidence=0.95),
            "Lost?": elsewhere,
            "Unread?": elsewhere,
            "Passed over?": reading(("Bob ran.", "Bob ran."), ("So Ann won.", "So Ann won."), confidence=0.5),
            "Withheld?": reading(("Bob ran. Ann won.", "Ann won."), confidence=0.2),
            "Nowhere?": elsewhere,
            "Rightly refused?": reading(("Bob ran.", "Bob ran."), confidence=0.1),
        },
    )


def hostile(words: str) -> Evaluation:
    """An evaluation in which `words` stand wherever somebody else's words can: in no place may they become markup."""
    info = ArticleInfo(
        words, "0" * 64, title=words, outlet=words, url=f"javascript:{words}", published=date(2021, 2, 3)
    )
    quote = Quote(words, 0, len(words), (Span(1, len(words) - 1),))

    def spoiled(hit: Hit) -> Hit:
        return replace(hit, article=info, passage=replace(hit.passage, id=words, article_id=words))

    cited = answered(words, confidence=0.8, short_answer=words)
    cited = replace(
        cited,
        citations=tuple(replace(each, article=info, quote=quote) for each in cited.citations),
        resolved_question=words,
        index=replace(cited.index, generation=words),
    )
    read = reading((words, words), confidence=0.2)
    read = replace(read, passages=tuple(replace(row, hit=spoiled(row.hit), quote=quote) for row in read.passages))
    found = tuple(map(spoiled, hits((words, words))))
    system = ScriptedSystem({words: cited}, {words: found}, {words: read})
    refusing = ScriptedSystem({}, {words: found}, {words: read})
    questions = [EvalQuestion(words, words, (words, "no such answer"), history=(words,))]
    both = [
        evaluate({words: questions}, System(each.ask, each.search, read=each.read), resamples=20)
        for each in (system, refusing)
    ]
    # Known answers that are the words themselves are right; these must show among the failures.
    unknown = [EvalQuestion(words, words, ("no such answer",), history=(words,))]
    both += [
        evaluate({words: unknown}, System(each.ask, each.search, read=each.read), resamples=20)
        for each in (system, refusing)
    ]
    records = tuple(record for evaluation in both for record in evaluation.records)
    return Evaluation(both[0].files, both[0].total, records)
