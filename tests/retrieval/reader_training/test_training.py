"""A run taken up again ends where an uninterrupted one does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import torch

from retrieval.reader.encoding import Encoder
from retrieval.reader_training import training
from retrieval.reader_training.data import read_sets
from retrieval.reader_training.groups import Groups
from retrieval.reader_training.training import LOG, Plan, load_weights, train

from .conftest import tiny_model

PLAN = Plan(steps=6, passages=6, warm_up=2, rate=1e-3, save_every=2, keep_every=3)


@pytest.fixture
def groups(data: Path, encoder: Encoder) -> Groups:
    return Groups(read_sets(data), encoder)


def _run(groups: Groups, folder: Path, plan: Plan = PLAN, **options: Any) -> Any:
    model = tiny_model()
    train(model, groups.batches(plan.seed, plan.passages), plan, folder, **options)
    return model


def _differ(one: Any, other: Any) -> float:
    return max(
        float((a - b).abs().max()) for a, b in zip(one.state_dict().values(), other.state_dict().values(), strict=True)
    )


def test_resumed_run_ends_with_the_weights_of_an_uninterrupted_one(groups: Groups, tmp_path: Path) -> None:
    whole = _run(groups, tmp_path / "whole")

    class Interrupted(Exception):
        pass

    def three_batches() -> Any:
        for number, batch in enumerate(groups.batches(PLAN.seed, PLAN.passages)):
            if number == 3:
                raise Interrupted
            yield batch

    with pytest.raises(Interrupted):
        train(tiny_model(), three_batches(), PLAN, tmp_path / "cut")
    resumed = _run(groups, tmp_path / "cut", resume=True)
    assert _differ(whole, resumed) == 0
    assert _differ(whole, tiny_model()) > 0


def test_two_threads_learn_what_one_does(groups: Groups, tmp_path: Path) -> None:
    one, two = _run(groups, tmp_path / "1"), _run(groups, tmp_path / "2", threads=2)
    again = _run(groups, tmp_path / "3", threads=2)
    assert _differ(two, again) == 0
    assert _differ(one, two) < 0.02  # each part's own means: near, not equal


def test_a_checkpoint_of_another_seed_is_refused(groups: Groups, tmp_path: Path) -> None:
    _run(groups, tmp_path)
    with pytest.raises(ValueError, match="seed"):
        _run(groups, tmp_path, Plan(steps=8, passages=6, seed=2), resume=True)


def test_weights_are_kept_and_loaded_and_the_run_is_logged(
    groups: Groups, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(training, "LOGGED_EVERY", 2)
    model = _run(groups, tmp_path)
    other = tiny_model(seed=9)
    assert load_weights(tmp_path / "weights-000006.pt", other) == 6
    assert _differ(model, other) == 0
    assert (tmp_path / "weights-000003.pt").is_file()
    rows = [json.loads(line) for line in (tmp_path / LOG).read_text(encoding="utf-8").splitlines()]
    assert [row["step"] for row in rows] == [2, 4, 6]


def test_rate_rises_stays_and_falls_to_zero() -> None:
    plan = Plan(steps=100, warm_up=10, descent=0.4, rate=1.0)
    assert [round(plan.rate_at(step), 2) for step in (0, 9, 10, 59, 60, 80, 99)] == [0.1, 1, 1, 1, 1, 0.5, 0.03]


def test_training_learns_its_few_questions_by_heart(groups: Groups, tmp_path: Path) -> None:
    torch.manual_seed(0)
    _run(groups, tmp_path, Plan(steps=60, passages=12, warm_up=5, rate=3e-3, save_every=100))
    rows = [json.loads(line) for line in (tmp_path / LOG).read_text(encoding="utf-8").splitlines()]
    assert rows[-1]["loss"] < rows[0]["loss"]
