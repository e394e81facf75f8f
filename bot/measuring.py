"""`dateline eval`: the question files asked of a running Dateline, with progress; tables, JSON and the report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Group, RenderableType
from rich.progress import Progress
from rich.text import Text

from bot.assembly import Dateline
from bot.render_eval import comparison_table, evaluation_table, systems_table
from bot.terminal import err
from bot.wording import counted, visible
from retrieval.evaluation import (
    EvalQuestion,
    Evaluation,
    System,
    compare_answers,
    compare_search,
    evaluate,
    read_questions,
)
from retrieval.search import Mode
from retrieval.types import Hit, Json, Reading

if TYPE_CHECKING:
    from bot.report.file import ReportFile

Search = Callable[[str, int], Sequence[Hit]]
MODES: tuple[Mode, ...] = ("dense", "lexical", "fused")
REPORTED = ("embedder", "index", "search", "reader")
"""The groups of settings that decide an answer."""
REPORTED_OF_A_MODEL = ("model", "context_tokens", "max_output_tokens", "temperature", "structured_output")
"""Those that do where a language model is set; where it runs and with which key is nobody's business."""
READER = "reader"
_UNTIL = re.compile(r", and is tried again in \d+ s$")
"""What tells two fallbacks of one reason apart."""


def measure_answers(
    dateline: Dateline, files: Sequence[Path], report: ReportFile | None = None, *, tell_reading: bool = False
) -> tuple[Json, RenderableType]:
    """
    Every figure of the answers, as JSON with each question's record, and as a table; a `report` is written too.

    Where a language model is set, the answers are those that it writes, and the reader's are set beside them. With
    `tell_reading`, and for a report, each record tells what was read, for which every question is read twice.
    """
    questions = {str(file): read_questions(file) for file in files}
    reads = tell_reading or report is not None
    find, read = _find(dateline), _read(dateline) if reads else None
    chains = [dateline.chain] if dateline.author is None else [dateline.reading_chain, dateline.chain]
    with Progress(console=err(), transient=True) as progress:
        task = progress.add_task("asking", total=sum(map(len, questions.values())) * len(chains))
        *before, evaluation = [
            evaluate(
                questions,
                System(chain.invoke, find, dateline.find_article, read),
                on_record=lambda record: progress.advance(task),
            )
            for chain in chains
        ]
    if report is not None:
        from bot.report import Setup, report_page

        setup = Setup(dateline.settings.reader.min_confidence, _settings(dateline), datetime.now(UTC))
        report.write(report_page(evaluation, setup, cache(dateline.opening)))
    if not (before and dateline.author):
        return evaluation.to_json(), evaluation_table(evaluation)
    comparison = compare_answers({READER: before[0], dateline.author.name: evaluation}, against=READER)
    written = _writings(evaluation)
    result = {**evaluation.to_json(), "comparison": comparison.to_json(), "writing": written}
    name = visible(dateline.author.name)
    lines = [Text(visible(line), "yellow") for line in _fell_back_lines(name, written)]
    return result, Group(systems_table(comparison), *lines, Text(_written_line(name, written), "dim"))


def measure_search(dateline: Dateline, files: Sequence[Path]) -> tuple[Json, RenderableType]:
    """The figures of dense, BM25 and fused search and of the reader's order, with the paired differences to BM25."""
    questions: list[EvalQuestion] = [question for file in files for question in read_questions(file)]
    modes: dict[str, Search] = {mode: _search(dateline, mode) for mode in MODES} | {"read": _find(dateline)}
    comparison = compare_search(modes, questions, against="lexical")
    return comparison.to_json(), comparison_table(comparison)


def _search(dateline: Dateline, mode: Mode) -> Search:
    def search(text: str, k: int) -> Sequence[Hit]:
        with dateline.archive.reading() as index:
            return dateline.searcher.search(index, text, k, mode=mode)

    return search


def _find(dateline: Dateline) -> Search:
    """The search that people see."""

    def search(text: str, k: int) -> Sequence[Hit]:
        with dateline.archive.reading() as index:
            return dateline.finder.find(index, text, k)

    return search


def _read(dateline: Dateline) -> Callable[[str], Reading]:
    """What reads as the chain does, and tells it."""

    def read(text: str) -> Reading:
        with dateline.archive.reading() as index:
            hits = dateline.searcher.search(index, text, dateline.settings.reader.passages)
            return dateline.reader.read(text, hits, index)

    return read


def _writings(evaluation: Evaluation) -> Json:
    """What a language model did over all questions: the earlier ones of a conversation are not counted."""
    answers = [record.answer for record in evaluation.records]
    writings = [answer.writing for answer in answers if answer.writing]
    written = [answer for answer in answers if answer.writing and answer.writing.fallback is None]
    dropped = sum(len(writing.dropped) for writing in writings if writing.fallback is None)
    checks = Counter(sentence.check for answer in written for sentence in answer.sentences)
    reasons = Counter(_UNTIL.sub("", writing.fallback) for writing in writings if writing.fallback is not None)
    return {
        "fell_back": reasons.total(),
        "fell_back_because": dict(reasons.most_common()),
        "cut": sum(writing.cut is not None for writing in writings),
        "sentences": dict(checks),
        "dropped": dropped - checks["replaced"],
        "tokens": sum((answer.usage or {}).get("total_tokens", 0) for answer in answers),
    }


def _written_line(model: str, written: Json) -> str:
    replaced, tokens = counted(written["sentences"].get("replaced", 0), "sentence"), counted(written["tokens"], "token")
    return f"{model}: {replaced} of its own replaced by the source's and {written['dropped']:,} dropped; {tokens}."


def _fell_back_lines(model: str, written: Json) -> Iterator[str]:
    """What of the model's column is not the model's, and why."""
    if written["fell_back"]:
        yield f"The reader answered {counted(written['fell_back'], 'question')} in place of {model}:"
        yield from (f"  {count:,} × {reason}" for reason, count in written["fell_back_because"].items())


def _settings(dateline: Dateline) -> dict[str, object]:
    """The settings that decide an answer by their dotted names, in the order of `default.toml`."""
    wanted: dict[str, Any] = dict.fromkeys(REPORTED, True)
    if dateline.settings.llm.model:
        wanted["llm"] = set(REPORTED_OF_A_MODEL)
    groups = dateline.settings.model_dump(include=wanted)
    return {f"{group}.{name}": value for group in wanted for name, value in groups[group].items()}
