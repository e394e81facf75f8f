"""What must hold for every archive, however damaged; an AssertionError tells which claim does not, and where."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from config.errors import EmptyCorpusError
from corpus.chunking import cut
from corpus.files import is_blank
from corpus.formats import read_file
from corpus.types import Article, Problem
from retrieval.generations import Generations
from retrieval.index import Index
from retrieval.rebuild import Rebuilder
from tests.articles import read_articles
from tests.fakes import FakeEmbedder
from tests.fuzz.mutations import GOOD_FILES, write_case

_QUOTED = re.compile(r"“.*?”")  # what a file says of itself may be anything
_PYTHON = re.compile(
    r"\b(?:[A-Z]\w*(?:Error|Exception)|Errno|NoneType|Traceback|[Cc]odec|dict|str|int|bool|float|self|sys\.\w+)\b"
    r"|<class|\bb'|\\x|0x\w{9}"
)
MAX_TOKENS = 160
SLOW_S = 10.0
"""Of processor time, for a case of some tens of kilobytes: more would stop a rebuild of a real archive."""


class Outcome(NamedTuple):
    """What was read of one case, and the processor time that it took."""

    articles: list[Article]
    problems: list[Problem]
    seconds: float


def good_articles(folder: Path) -> list[Article]:
    """The articles of the good files alone, read in the empty `folder`."""
    for name, content in GOOD_FILES.items():
        (folder / name).write_text(content, encoding="utf-8")
    return list(read_articles(folder, _no_problem))


def check_reading(folder: Path, seed: int, good: Sequence[Article]) -> Outcome:
    """Write the case of this seed into the empty `folder`, read and cut it, and hold it against every claim."""
    started = time.process_time()
    mutants = write_case(folder, seed)
    problems: list[Problem] = []
    articles = list(read_articles(folder, problems.append))
    assert articles[: len(good)] == good, "a good article was lost or changed"
    assert len({article.id for article in articles}) == len(articles), "two articles with one id"
    for article in articles:
        passages = cut(article, FakeEmbedder().count_tokens, MAX_TOKENS)
        assert passages, f"the article {article.id} has no passage"
        for passage in passages:
            assert passage.text == article.text[passage.start : passage.end], f"{passage.id} is not its place"
            assert passage.text.strip(), f"{passage.id} is blank"
        article.text.encode()
    named = {problem.path for problem in problems}
    for mutant in mutants:
        assert mutant in named or _gives_an_article(mutant), f"{mutant.name} gave nothing and was not named"
        if mutant.suffix == ".jsonl":
            silent = _lines_passed_over(mutant)
            assert not silent, f"{mutant.name}: the lines {silent} gave nothing and were not named"
    for problem in problems:
        assert is_for_a_person(problem.reason), f"a person cannot read “{problem.reason}”"
    seconds = time.process_time() - started
    assert seconds < SLOW_S, f"it took {seconds:.0f} s"
    return Outcome(articles, problems, seconds)


def check_rebuild(folder: Path, outcome: Outcome, generations: Generations) -> None:
    """Rebuild from the case that `check_reading` wrote, over whatever is served, and compare what is served then."""
    rebuilder = Rebuilder(generations, FakeEmbedder(), MAX_TOKENS)
    report = rebuilder.rebuild(folder, None, lambda *_: None, allow_shrink=True)
    assert report.articles == len(outcome.articles)
    assert [problem.reason for problem in report.problems] == [problem.reason for problem in outcome.problems]
    id_ = generations.current_id()
    with closing(Index.open(generations.folder(id_), generations.manifest(id_))) as index:
        for article in outcome.articles:
            assert index.article(article.id) == article, f"{article.id} is not served as it was read"


def is_for_a_person(reason: str) -> bool:
    """Whether a message is one line of words, without the names of Python's own things."""
    return bool(reason) and reason.isprintable() and not _PYTHON.search(_QUOTED.sub("", reason))


def _lines_passed_over(file: Path) -> list[int]:
    """The filled lines of which nothing became and nothing was said; none when the whole file was refused."""
    problems: list[Problem] = []
    told = {article.line for article in read_file(file, problems.append)} | {problem.line for problem in problems}
    lines = enumerate(file.read_bytes().split(b"\n"), start=1)
    return [] if None in told else [number for number, line in lines if not is_blank(line) and number not in told]


def _gives_an_article(file: Path) -> bool:
    try:
        return any(True for _ in read_articles(file, lambda _: None))
    except EmptyCorpusError:
        return False


def _no_problem(problem: Problem) -> None:
    raise AssertionError(problem.reason)
