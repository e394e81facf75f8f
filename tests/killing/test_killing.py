"""Five moments of `python -m tests.killing`, and the proof that its claims can fail."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from config.errors import IndexDamaged
from retrieval.generations import Generations
from retrieval.rebuild import Rebuilder
from tests.fakes import FakeEmbedder
from tests.killing import claims
from tests.killing.corpora import Corpora, made
from tests.killing.trial import ROOT, Trial

MOMENTS = 5


def test_commands_are_killed_while_two_readers_ask(tmp_path: Path, models: Path) -> None:
    with Trial(tmp_path, models, Corpora()) as trial:
        moments = list(trial.moments(MOMENTS, seed=0))
        asked = trial.asked()
    assert [moment for moment in moments if moment.failure] == []
    assert len(moments) == MOMENTS
    assert asked.failures == []
    assert len(asked.generations) > 1


@pytest.fixture
def served(tmp_path: Path) -> Generations:
    """Two versions of the corpus, one after the other."""
    generations = Generations(tmp_path / "data")
    generations.data_dir.mkdir()
    for version in (1, 2):
        rebuild(generations, version)
    return generations


def rebuild(generations: Generations, version: int) -> None:
    corpus = generations.data_dir.parent / "corpus.jsonl"
    Corpora().write(corpus, version)
    Rebuilder(generations, FakeEmbedder(), 160).rebuild(corpus, None, lambda *_: None)


def test_what_was_left_whole_passes_every_claim(served: Generations) -> None:
    claims.check_serving(served)
    claims.check_nothing_unfinished(served)
    claims.check_same(served, served)
    claims.check_gone(served.data_dir, made(3).word)
    claims.check_embedded(served, claims.known_digests(served, full=False), 0)


def test_a_damaged_generation_is_noticed(served: Generations) -> None:
    (served.folder(served.current_id()) / "articles.sqlite").write_bytes(b"")
    with pytest.raises(IndexDamaged):
        claims.check_serving(served)


def test_a_lost_generation_is_noticed(served: Generations) -> None:
    (served.data_dir / "previous").unlink()
    with pytest.raises(AssertionError, match="nothing to roll back to is left"):
        claims.check_serving(served)


def test_what_lies_in_work_is_noticed(served: Generations) -> None:
    (served.data_dir / "work" / "vectors.sqlite").touch()
    with pytest.raises(AssertionError, match="work/ still holds"):
        claims.check_nothing_unfinished(served)


def test_another_version_is_noticed(served: Generations, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = Generations(tmp_path / "other" / "data")
    rebuild(other, 3)
    with pytest.raises(AssertionError, match="the articles differ"):
        claims.check_same(served, other)


def test_words_that_are_still_on_disk_are_noticed(served: Generations) -> None:
    with pytest.raises(AssertionError, match="still stands in"):
        claims.check_gone(served.data_dir, made(1).word)


def test_embedding_twice_is_noticed(served: Generations) -> None:
    with pytest.raises(AssertionError, match="though only 0 were missing"):
        claims.check_embedded(served, claims.known_digests(served, full=False), 1)


def test_a_reader_writes_down_a_question_that_fails(served: Generations, models: Path) -> None:
    (served.data_dir / "models").symlink_to(models)
    command = [sys.executable, "-m", "tests.killing.reading", str(served.data_dir)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as reader:
        assert reader.stdout
        told = json.loads(reader.stdout.readline())
        reader.kill()
    assert told["failure"].startswith("IndexMismatch: ")
