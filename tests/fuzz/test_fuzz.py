"""A short run of the fuzz, and the proof that its claims can fail."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus import formats, reading
from retrieval.generations import Generations
from tests.fuzz.claims import check_reading, check_rebuild, good_articles, is_for_a_person
from tests.fuzz.mutations import write_case

CASES_PER_TEST = 50


@pytest.fixture
def fresh(tmp_path: Path) -> Callable[[], Path]:
    """A maker of empty folders."""
    made = iter(range(1_000_000))

    def fresh() -> Path:
        folder = tmp_path / f"case{next(made)}"
        folder.mkdir()
        return folder

    return fresh


@pytest.mark.parametrize("first", range(0, 200, CASES_PER_TEST))
def test_no_damaged_file_raises_or_costs_a_good_article(first: int, fresh: Callable[[], Path]) -> None:
    good = good_articles(fresh())
    for seed in range(first, first + CASES_PER_TEST):
        try:
            check_reading(fresh(), seed, good)
        except Exception as exc:
            pytest.fail(f"seed {seed}: {type(exc).__name__}: {exc}")


def test_what_was_read_of_damaged_files_is_served(fresh: Callable[[], Path]) -> None:
    good, generations = good_articles(fresh()), Generations(fresh())
    for seed in (0, 1, 2):
        folder = fresh()
        check_rebuild(folder, check_reading(folder, seed, good), generations)


def test_the_same_seed_gives_the_same_files(fresh: Callable[[], Path]) -> None:
    here, there = fresh(), fresh()
    for seed in (3, 4):
        for folder in (here, there):
            write_case(folder, seed)
    assert [(path.name, path.read_bytes()) for path in sorted(here.iterdir())] == [
        (path.name, path.read_bytes()) for path in sorted(there.iterdir())
    ]


@pytest.mark.parametrize(
    "reason",
    [
        "",
        "two\nlines",
        "[Errno 13] Permission denied",
        "must be a text, not NoneType",
        "a ValueError",
        "b'\\x00' is odd",
    ],
)
def test_what_only_a_programmer_reads_is_noticed(reason: str) -> None:
    assert not is_for_a_person(reason)


@pytest.mark.parametrize("reason", ["is empty", "the id “ValueError” is taken", "byte 4 of the line is 0xe9"])
def test_what_a_person_reads_is_left_in_peace(reason: str) -> None:
    assert is_for_a_person(reason)


def test_a_lost_article_is_noticed(fresh: Callable[[], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    good = good_articles(fresh())
    monkeypatch.setitem(formats.FORMATS, ".jsonl", lambda path, report: iter(()))
    with pytest.raises(AssertionError, match="a good article was lost or changed"):
        check_reading(fresh(), 0, good)


def test_a_file_that_is_passed_over_in_silence_is_noticed(
    fresh: Callable[[], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    good = good_articles(fresh())
    monkeypatch.setattr(
        reading, "read_file", lambda path, report: formats.read_file(path, report) if "good" in path.name else iter(())
    )
    with pytest.raises(AssertionError, match="gave nothing and was not named"):
        check_reading(fresh(), 0, good)
