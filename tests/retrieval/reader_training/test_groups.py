"""What a pass shows: the same for the same seed, and nothing that is marked wrong."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from retrieval.reader.encoding import Encoder
from retrieval.reader_training.data import read_sets
from retrieval.reader_training.groups import Group, Groups

ANSWERS = {"1987", "in 1987", "214", "judge olav lund", "olav lund", "mia holt", "a second one"}


@pytest.fixture
def groups(data: Path, encoder: Encoder) -> Groups:
    return Groups(read_sets(data), encoder)


def _batches(groups: Groups, seed: int, count: int = 12) -> list[list[Group]]:
    return list(islice(groups.batches(seed, 6), count))


def test_same_seed_gives_the_same_batches_and_another_seed_others(groups: Groups) -> None:
    assert _batches(groups, 1) == _batches(groups, 1)
    assert _batches(groups, 1) != _batches(groups, 2)


def test_batches_hold_at_most_as_many_passages_as_asked(groups: Groups) -> None:
    assert all(0 < sum(map(len, batch)) <= 6 for batch in _batches(groups, 1))


def test_only_the_first_of_a_group_has_answers_and_they_are_the_sets_own(groups: Groups, encoder: Encoder) -> None:
    said = set()
    for group in (group for batch in _batches(groups, 1, 40) for group in batch):
        assert not any(one.answers for one in group[1:])
        said |= {one.ids[span.start : span.end] for one in group[:1] for span in one.answers}
    assert said == {encoder.ids(answer) for answer in ANSWERS}


def test_a_group_asks_one_question(groups: Groups) -> None:
    for group in (group for batch in _batches(groups, 1, 40) for group in batch):
        assert len({one.ids[: one.second_from] for one in group}) == 1
