"""`dateline eval`: the question files asked of a running Dateline, with progress, and the tables of the figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from rich.console import RenderableType
from rich.progress import Progress

from bot.assembly import Dateline
from bot.render_eval import comparison_table, evaluation_table
from bot.terminal import err
from retrieval.evaluation import EvalQuestion, System, compare_search, evaluate, read_questions
from retrieval.search import Mode
from retrieval.types import Hit, Json

Search = Callable[[str, int], Sequence[Hit]]
MODES: tuple[Mode, ...] = ("dense", "lexical", "fused")


def measure_answers(dateline: Dateline, files: Sequence[Path]) -> tuple[Json, RenderableType]:
    """Every figure of the answers, as JSON with each question's record, and as a table."""
    questions = {str(file): read_questions(file) for file in files}
    system = System(dateline.chain.invoke, _search(dateline, "fused"), dateline.find_article)
    with Progress(console=err(), transient=True) as progress:
        task = progress.add_task("asking", total=sum(map(len, questions.values())))
        evaluation = evaluate(questions, system, on_record=lambda record: progress.advance(task))
    return evaluation.to_json(), evaluation_table(evaluation)


def measure_search(dateline: Dateline, files: Sequence[Path]) -> tuple[Json, RenderableType]:
    """The figures of dense, BM25 and fused search on the same questions, with the paired differences to BM25."""
    questions: list[EvalQuestion] = [question for file in files for question in read_questions(file)]
    modes: dict[str, Search] = {mode: _search(dateline, mode) for mode in MODES}
    comparison = compare_search(modes, questions, against="lexical")
    return comparison.to_json(), comparison_table(comparison)


def _search(dateline: Dateline, mode: Mode) -> Search:
    def search(text: str, k: int) -> Sequence[Hit]:
        with dateline.archive.reading() as index:
            return dateline.searcher.search(index, text, k, mode=mode)

    return search
