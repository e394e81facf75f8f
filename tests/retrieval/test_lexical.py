"""BM25 as the formula says, and the best of its scores."""

from __future__ import annotations

import math
import shutil
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import bm25s
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from config.errors import IndexDamaged
from retrieval import lexical_building
from retrieval.lexical import COUNTS, K1, LENGTHS, NUMBERS, STARTS, VOCABULARY, B, LexicalIndex, best
from retrieval.lexical_building import LexicalBuilder
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
    return carried(folder, None, [], dict(enumerate(passages)))


def carried(folder: Path, older: Path | None, numbers: Sequence[int], new: Mapping[int, str]) -> LexicalIndex:
    """What stays of `older`, under `numbers`, and the `new` passages by number."""
    with LexicalBuilder(folder) as builder:
        if older:
            builder.carry(older, np.array(numbers))
        for number, passage in new.items():
            builder.add(number, passage)
        builder.save()
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


FILES = [VOCABULARY, STARTS, NUMBERS, COUNTS, LENGTHS]


@pytest.mark.parametrize("name", FILES)
def test_an_emptied_file_is_told_as_a_damaged_generation(name: str, index: LexicalIndex, tmp_path: Path) -> None:
    folder = tmp_path / "g7" / "lexical"
    built(folder, PASSAGES)
    (folder / name).write_bytes(b"")
    with pytest.raises(IndexDamaged, match="generation g7"):
        LexicalIndex(folder)


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_told_as_a_damaged_generation(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "g7" / "lexical"
    built(folder, PASSAGES)
    (folder / name).unlink()
    with pytest.raises(IndexDamaged, match="generation g7"):
        LexicalIndex(folder)


def test_files_of_two_indexes_are_told_as_a_damaged_generation(tmp_path: Path) -> None:
    built(tmp_path / "g1" / "lexical", PASSAGES)
    built(tmp_path / "g2" / "lexical", PASSAGES[:2])
    shutil.copy(tmp_path / "g1" / "lexical" / NUMBERS, tmp_path / "g2" / "lexical" / NUMBERS)
    with pytest.raises(IndexDamaged, match="generation g2"):
        LexicalIndex(tmp_path / "g2" / "lexical")


def test_what_is_carried_over_counts_as_if_it_were_new(tmp_path: Path) -> None:
    built(tmp_path / "old", PASSAGES)
    index = carried(tmp_path / "new", tmp_path / "old", [0, 1, -1, 3, -1, 5], {6: "Talks in Kabul.", 8: "Snow fell."})
    texts = {0: PASSAGES[0], 1: PASSAGES[1], 3: PASSAGES[3], 5: PASSAGES[5], 6: "Talks in Kabul.", 8: "Snow fell."}
    assert (index.passages, index.size) == (6, 9)
    for query in ("talks in Kabul", "snow", "the envoy", "inflation in January"):
        expected = dict(zip(texts, by_the_formula(query, list(texts.values())), strict=True))
        assert index.scores(query).tolist() == pytest.approx([expected.get(n, 0.0) for n in range(9)], rel=1e-5)


def test_numbers_can_close_ranks(tmp_path: Path) -> None:
    built(tmp_path / "old", PASSAGES)
    index = carried(tmp_path / "new", tmp_path / "old", [0, -1, -1, 1, 2, -1], {3: "Kabul again."})
    expected = by_the_formula("Kabul envoy talks", [PASSAGES[0], PASSAGES[3], PASSAGES[4], "Kabul again."])
    assert index.scores("Kabul envoy talks").tolist() == pytest.approx(expected, rel=1e-5)


def test_a_word_that_only_what_is_gone_said_is_in_no_file(tmp_path: Path) -> None:
    built(tmp_path / "old", [*PASSAGES, "Xylophonist"])
    index = carried(tmp_path / "new", tmp_path / "old", [0, 1, 2, 3, 4, 5, -1], {})
    assert index.rarity(["xylophonist"]) == {"xylophonist": 1.0}
    assert not any(b"xylophon" in file.read_bytes() for file in (tmp_path / "new").iterdir())


WORDS = st.sampled_from("kabul moscow talks envoy snow aid bank the of said".split())


@settings(deadline=None)
@given(
    st.lists(st.lists(WORDS, max_size=8).map(" ".join), max_size=12),
    st.lists(st.lists(WORDS, max_size=8).map(" ".join), max_size=6),
    st.data(),
)
def test_any_difference_gives_the_index_that_is_built_from_nothing(
    old: list[str], new: list[str], data: st.DataObject
) -> None:
    stays = data.draw(st.lists(st.booleans(), min_size=len(old), max_size=len(old)))
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        patch.setattr(lexical_building, "BLOCK", 5)  # so that terms and passages lie across blocks
        folder = Path(name)
        built(folder / "old", old)
        numbers = np.cumsum(stays) - 1
        kept = [text for text, stay in zip(old, stays, strict=True) if stay]
        moved = [int(number) if stay else -1 for number, stay in zip(numbers, stays, strict=True)]
        index = carried(folder / "new", folder / "old", moved, dict(enumerate(new, start=len(kept))))
        nothing = built(folder / "nothing", kept + new)
        for word in "kabul moscow talk envoy snow aid bank said".split():
            assert index.scores(word).tolist() == nothing.scores(word).tolist()


def test_scores_are_those_of_bm25s(index: LexicalIndex) -> None:
    ids = {term: id_ for id_, term in enumerate({term: 0 for passage in PASSAGES for term in terms(passage)})}
    other = bm25s.BM25(method="lucene", k1=K1, b=B)
    other.index(([[ids[term] for term in terms(passage)] for passage in PASSAGES], ids), show_progress=False)
    for query in ("talks in Moscow", "Who said that aid would go to Kabul?"):
        known = [ids[term] for term in sorted(set(terms(query)) & ids.keys())]
        assert index.scores(query).tolist() == pytest.approx(other.get_scores_from_ids(known).tolist(), rel=1e-5)


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
