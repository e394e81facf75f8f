"""BM25 as the formula says, and the best of its scores."""

from __future__ import annotations

import math
import shutil
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.errors import IndexDamaged
from retrieval.lexical import K1, B, LexicalBuilder, LexicalIndex, best
from retrieval.terms import terms

PASSAGES = [
    "Russia has invited the Taliban to talks in Moscow.",
    "The Kremlin's envoy told journalists of the talks; talks, he said, about talks.",
    "and of the or",
    "Aid would go to Kabul, the envoy said, when the roads are open.",
    "Kabul",
    "Inflation rose to 7.5% in January, the bank said.",
]


def built(folder: Path, passages: Sequence[str]) -> LexicalIndex:
    builder = LexicalBuilder()
    for passage in passages:
        builder.add(passage)
    builder.save(folder)
    return LexicalIndex(folder)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> LexicalIndex:
    return built(tmp_path_factory.mktemp("g1") / "lexical", PASSAGES)


def by_the_formula(query: str, passages: Sequence[str]) -> list[float]:
    """Lucene's BM25: log(1 + (N - n + 0.5) / (n + 0.5)) * tf / (tf + k1 (1 - b + b length / average))."""
    bags = [Counter(terms(passage)) for passage in passages]
    average = sum(bag.total() for bag in bags) / len(bags)
    scores = [0.0] * len(bags)
    for term in set(terms(query)):
        n = sum(term in bag for bag in bags)
        for number, bag in enumerate(bags):
            if tf := bag[term]:
                idf = math.log(1 + (len(bags) - n + 0.5) / (n + 0.5))
                scores[number] += idf * tf / (tf + K1 * (1 - B + B * bag.total() / average))
    return scores


@pytest.mark.parametrize(
    "query",
    ["talks", "talks in Moscow", "the Kremlin's envoy in Kabul", "Who said that aid would go to Kabul?", "talk talk"],
)
def test_scores_are_those_of_the_formula(query: str, index: LexicalIndex) -> None:
    assert index.scores(query).tolist() == pytest.approx(by_the_formula(query, PASSAGES), rel=1e-5)


@pytest.mark.parametrize("query", ["", "the of and", "Zanzibar", "???"])
def test_a_query_without_a_known_term_scores_zero_everywhere(query: str, index: LexicalIndex) -> None:
    assert index.scores(query).tolist() == [0.0] * len(PASSAGES)


def test_an_unknown_term_beside_a_known_one_changes_nothing(index: LexicalIndex) -> None:
    assert index.scores("Zanzibar talks").tolist() == index.scores("talks").tolist()


def test_asking_twice_for_a_word_is_asking_once(index: LexicalIndex) -> None:
    assert index.scores("Kabul Kabul envoy").tolist() == index.scores("envoy Kabul").tolist()


@pytest.mark.parametrize("passages", [[], ["of the", "and"]], ids=["no passage", "no term"])
def test_an_index_without_terms_finds_nothing(passages: list[str], tmp_path: Path) -> None:
    index = built(tmp_path / "lexical", passages)
    assert index.passages == len(passages)
    assert index.scores("talks").tolist() == [0.0] * len(passages)
    assert index.rarity(["talk"]) == {"talk": 1.0}


def test_a_rarer_term_tells_more_and_an_unknown_one_most(index: LexicalIndex) -> None:
    told = index.rarity(["said", "kabul", "moscow", "zanzibar"])
    assert 0 < told["said"] < told["kabul"] < told["moscow"] < told["zanzibar"] == 1


def test_rarity_follows_its_formula(index: LexicalIndex) -> None:
    most = math.log(1 + (6 + 0.5) / 0.5)
    assert index.rarity(["kabul"])["kabul"] == pytest.approx(math.log(1 + (6 - 2 + 0.5) / (2 + 0.5)) / most)


@pytest.mark.parametrize("name", ["passages.json", "vocab.index.json", "data.csc.index.npy", "params.index.json"])
def test_an_emptied_file_is_told_as_a_damaged_generation(name: str, index: LexicalIndex, tmp_path: Path) -> None:
    folder = tmp_path / "g7" / "lexical"
    built(folder, PASSAGES)
    (folder / name).write_bytes(b"")
    with pytest.raises(IndexDamaged, match="generation g7"):
        LexicalIndex(folder)


@pytest.mark.parametrize("name", ["passages.json", "data.csc.index.npy"])
def test_a_missing_file_is_told_as_a_damaged_generation(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "g7" / "lexical"
    built(folder, PASSAGES)
    (folder / name).unlink()
    with pytest.raises(IndexDamaged, match="generation g7"):
        LexicalIndex(folder)


def test_a_missing_folder_is_told_as_a_damaged_generation(tmp_path: Path) -> None:
    built(tmp_path / "g7" / "lexical", PASSAGES)
    shutil.rmtree(tmp_path / "g7")
    with pytest.raises(IndexDamaged):
        LexicalIndex(tmp_path / "g7" / "lexical")


@pytest.mark.parametrize(
    ("scores", "k", "allowed", "expected"),
    [
        ([], 3, None, []),
        ([0, 0], 3, None, []),
        ([0.5, 2, 0, 1], 2, None, [1, 3]),
        ([0.5, 2, 0, 1], 9, None, [1, 3, 0]),
        ([0.5, 2, 0, 1], 0, None, []),
        ([1, 1, 1, 1], 2, None, [0, 1]),
        ([1, 2, 1, 2], 3, None, [1, 3, 0]),
        ([0.5, 2, 0, 1], 2, [True, False, True, True], [3, 0]),
        ([0.5, 2, 0, 1], 2, [False] * 4, []),
    ],
)
def test_the_best_are_the_highest_above_zero_where_allowed(
    scores: list[float], k: int, allowed: list[bool] | None, expected: list[int]
) -> None:
    mask = None if allowed is None else np.array(allowed)
    assert best(np.array(scores, dtype=np.float32), k, mask) == expected


@given(st.lists(st.sampled_from([0.0, 0.5, 1.0, 1.5, 2.0]), max_size=60), st.integers(0, 70), st.data())
def test_ties_go_to_the_lowest_numbers(scores: list[float], k: int, data: st.DataObject) -> None:
    allowed = data.draw(st.lists(st.booleans(), min_size=len(scores), max_size=len(scores)))
    passing = [number for number, score in enumerate(scores) if score > 0 and allowed[number]]
    expected = sorted(passing, key=lambda number: (-scores[number], number))[:k]
    assert best(np.array(scores, dtype=np.float32), k, np.array(allowed, dtype=np.bool_)) == expected
