"""`dateline eval`: the question files asked of a running Dateline, with progress; tables, JSON and the report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.progress import Progress

from bot.assembly import Dateline
from bot.render_eval import comparison_table, evaluation_table
from bot.terminal import err
from retrieval.evaluation import EvalQuestion, System, compare_search, evaluate, read_questions
from retrieval.search import Mode
from retrieval.types import Hit, Json, Reading

if TYPE_CHECKING:
    from bot.report.file import ReportFile

Search = Callable[[str, int], Sequence[Hit]]
MODES: tuple[Mode, ...] = ("dense", "lexical", "fused")
REPORTED = ("embedder", "index", "search", "reader")
"""The groups of settings that decide an answer."""


def measure_answers(
    dateline: Dateline, files: Sequence[Path], report: ReportFile | None = None, *, tell_reading: bool = False
) -> tuple[Json, RenderableType]:
    """
    Every figure of the answers, as JSON with each question's record, and as a table; a `report` is written too.

    With `tell_reading`, and for a report, each record tells what was read, for which every question is read twice.
    """
    questions = {str(file): read_questions(file) for file in files}
    reads = tell_reading or report is not None
    system = System(dateline.chain.invoke, _find(dateline), dateline.find_article, _read(dateline) if reads else None)
    with Progress(console=err(), transient=True) as progress:
        task = progress.add_task("asking", total=sum(map(len, questions.values())))
        evaluation = evaluate(questions, system, on_record=lambda record: progress.advance(task))
    if report is not None:
        from bot.report import Setup, report_page

        setup = Setup(dateline.settings.reader.min_confidence, _settings(dateline), datetime.now(UTC))
        report.write(report_page(evaluation, setup, cache(dateline.opening)))
    return evaluation.to_json(), evaluation_table(evaluation)


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


def _settings(dateline: Dateline) -> dict[str, object]:
    """The settings that decide an answer by their dotted names, in the order of `default.toml`."""
    groups = dateline.settings.model_dump(include=set(REPORTED))
    return {f"{group}.{name}": value for group in REPORTED for name, value in groups[group].items()}
