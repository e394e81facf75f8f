"""Question sets as they are read, and what is held out of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.reader_training.data import HELD_OUT_SET, is_held_out, read_sets, split

from .conftest import write_set


def test_answers_are_spans_of_the_context_wherever_a_listed_offset_says_them(data: Path) -> None:
    (little,) = read_sets(data)
    said = {asked.id: [asked.context.text[a:b] for a, b in asked.answers] for asked in little.questions}
    assert said["1"] == ["1987", "in 1987"]
    assert said["3"] == ["Judge Olav Lund", "Olav Lund"]
    assert said["6"] == []


def test_folder_without_sets_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="holds no"):
        read_sets(tmp_path)


def test_whole_articles_are_held_out_and_never_trained_on(tmp_path: Path) -> None:
    held, kept = "Normans", "Warsaw"
    assert is_held_out(held)
    assert not is_held_out(kept)
    write_set(tmp_path, HELD_OUT_SET, {"Ferries": held, "Bridges": kept})
    write_set(tmp_path, "other", {"Ferries": held, "Bridges": kept})
    training, held_out = split(read_sets(tmp_path))
    assert held_out is not None
    assert held_out.titles == {held}
    assert {asked.id for asked in held_out.questions} == {"1", "2", "3"}
    assert [one.titles for one in training] == [{"Warsaw"}, {"Warsaw"}]


def test_nothing_is_held_out_of_other_sets(data: Path) -> None:
    training, held_out = split(read_sets(data))
    assert held_out is None
    assert len(training[0].questions) == 6
