"""The table of failures holds every class of the tree, and the drawn tree is the tree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.failures import FAILURES, failure_of, failure_to_json, sentence
from config import errors
from config.errors import DatelineError

INSTANCES: list[DatelineError] = [
    errors.DatelineError("something went wrong"),
    errors.SettingsError("unknown setting serach"),
    errors.DataFolderUnusable("the data folder cannot be used"),
    errors.UsageError("the question is empty"),
    errors.AnswerFormatError("answer.json holds no answer"),
    errors.DefectError("this is a defect in Dateline"),
    errors.ConversationsUnusable("the conversations are damaged"),
    errors.CorpusError("no corpus"),
    errors.ArticleFormatError(Path("news.jsonl"), 7, "is not JSON"),
    errors.EmptyCorpusError(Path("news")),
    errors.UnknownArticle("a1"),
    errors.IndexStateError("no state"),
    errors.IndexMissing(Path("data")),
    errors.IndexMismatch("the embedder", "old@1", "new@2"),
    errors.IndexNewer("g1"),
    errors.IndexBusy("process 1"),
    errors.IndexDamaged("g1", "it misses a part"),
    errors.IndexOlder("g1"),
    errors.IndexFellBack(errors.IndexDamaged(None, "its pointer is lost"), "g1", "2021-10-08 06:30 UTC"),
    errors.IndexStale(date(2021, 10, 7), 1234, 30),
    errors.NothingToRollBack("data holds no other one"),
    errors.IndexShrinks(10, 6),
    errors.PurgeUnfinished(2),
    errors.DiskFull(Path("data"), 12),
    errors.DiskShort(Path("data"), 5_000_000, 60_000_000),
    errors.ServiceError("a service", "did not answer"),
    errors.ModelUnavailable("embedder", "is not there"),
    errors.DiscordUnreachable("Discord", "cannot be reached"),
    errors.ServiceTimeout("the model", "did not answer in time"),
    errors.ServiceUnreachable("the model", "cannot be reached", 3.0),
    errors.ServiceRefused("the model", "does not accept the key"),
    errors.ServiceUnreadable("the model", "sent what cannot be read"),
    errors.ServiceRested("the model", "is left alone for a while"),
    errors.TokensSpent("the model", "has used up its tokens of today"),
]


def tree(root: type[DatelineError] = DatelineError) -> Iterator[type[DatelineError]]:
    yield root
    for child in root.__subclasses__():
        if not child.__module__.startswith("tests"):
            yield from tree(child)


def named(text: str) -> set[str]:
    return set(re.findall(r"\b(?:[A-Z][a-z]+){2,}\b", text))


def test_every_class_of_the_tree_has_its_row_and_no_row_is_left_over() -> None:
    assert set(FAILURES) == set(tree())


def test_the_drawn_tree_names_every_class() -> None:
    drawing = [line for line in (errors.__doc__ or "").splitlines() if line.startswith("    ")]
    assert named(" ".join(drawing)) == {class_.__name__ for class_ in tree()}


def test_a_class_is_drawn_on_the_line_of_the_class_it_belongs_to() -> None:
    drawing: list[str] = []
    for line in (errors.__doc__ or "").splitlines():
        if "──" in line:
            drawing.append(line)
        elif "│" in line:
            drawing[-1] += line  # a class with many goes on on the next line
    for class_ in tree():
        for child in class_.__subclasses__() if class_ is not DatelineError else ():
            line = next(line for line in drawing if re.search(rf"── {class_.__name__}\b", line))
            assert child.__name__ in named(line)


def test_there_is_an_instance_of_every_class_in_these_tests() -> None:
    assert {type(error) for error in INSTANCES} == set(tree())


@pytest.mark.parametrize("error", INSTANCES, ids=lambda error: type(error).__name__)
def test_a_person_reads_what_is_wrong_and_what_to_do_next_on_one_line(error: DatelineError) -> None:
    said = sentence(error)
    first = str(error).split()[0].strip(",;:")
    assert said[0].isupper() if first.isalpha() else said.startswith(first)  # a file keeps the letters of its name
    assert said.endswith(failure_of(error).next_step)
    assert failure_of(error).next_step.endswith(".")
    assert str(error)[1:] in said
    assert "\n" not in said
    assert ".." not in said


@pytest.mark.parametrize("error", INSTANCES, ids=lambda error: type(error).__name__)
def test_the_json_has_the_three_keys_of_the_contract(error: DatelineError) -> None:
    assert failure_to_json(error) == {
        "error": {
            "type": type(error).__name__,
            "message": str(error),
            "next_step": failure_of(error).next_step,
        }
    }


def test_only_wrong_usage_exits_with_2_and_everything_else_with_1() -> None:
    assert {class_.__name__: row.exit_code for class_, row in FAILURES.items() if row.exit_code != 1} == {
        "UsageError": 2
    }


def test_a_class_without_a_row_takes_that_of_the_class_above_it() -> None:
    class IndexAsleep(errors.IndexStateError):
        pass

    assert failure_of(IndexAsleep("it sleeps")) == FAILURES[errors.IndexStateError]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("what now?", "What now? "),
        ("it ended.", "It ended. "),
        ("it ended", "It ended. "),
        ("q.jsonl:1: it ended", "q.jsonl:1: it ended. "),
        ("/a/b cannot be read", "/a/b cannot be read. "),
        ("ended: the file", "Ended: the file. "),
    ],
)
def test_a_sentence_ends_once(text: str, start: str) -> None:
    assert sentence(DatelineError(text)).startswith(start)


def test_a_retry_helps_where_somebody_else_was_busy_or_away() -> None:
    assert [class_.__name__ for class_ in tree() if class_.retryable] == [
        "IndexBusy",
        "DiscordUnreachable",
        "ServiceTimeout",
        "ServiceUnreachable",
    ]
