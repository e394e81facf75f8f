"""The exported graph gives the vectors that sentence-transformers gives, and counts what it reads."""

from __future__ import annotations

import random
import shutil
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.errors import ModelUnavailable
from retrieval import embedding
from retrieval.embedding import OnnxEmbedder, Vectors
from retrieval.exporting import PACKAGED_MODEL, SentenceTransformersEmbedder, exported

WORDS = """
the kremlin's envoy said on thursday that talks with the taliban would be held in moscow “soon” Кабул 7.5% unbelievably
antidisestablishmentarianism naïve 🕊 U.S.-led co-operation http://example.org/a?b=c
"""
LENGTHS = (1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 200, 300, 400)


def text_of(words: int, seed: int = 0) -> str:
    chosen = random.Random(f"{words}:{seed}")
    return " ".join(chosen.choices(WORDS.split(), k=words))


TEXTS = [text_of(length) for length in LENGTHS]


def cosines(one: Vectors, other: Vectors) -> Vectors:
    return np.asarray(np.sum(one * other, axis=1), dtype=np.float32)


@pytest.fixture(scope="module")
def heavy(minilm: OnnxEmbedder) -> SentenceTransformersEmbedder:
    return SentenceTransformersEmbedder(minilm, PACKAGED_MODEL, "cpu")


def test_the_graph_gives_the_vectors_of_sentence_transformers(
    minilm: OnnxEmbedder, heavy: SentenceTransformersEmbedder
) -> None:
    assert cosines(minilm.embed_passages(TEXTS), heavy.embed_passages(TEXTS)).min() > 0.999


def test_both_ways_to_embed_are_one_embedder(minilm: OnnxEmbedder, heavy: SentenceTransformersEmbedder) -> None:
    assert (heavy.identity, heavy.dimension, heavy.max_tokens) == (minilm.identity, 384, 254)
    assert minilm.identity.startswith(f"{PACKAGED_MODEL}@")
    assert heavy.count_tokens(TEXTS) == minilm.count_tokens(TEXTS)


def test_vectors_have_length_one(minilm: OnnxEmbedder) -> None:
    assert np.linalg.norm(minilm.embed_passages(TEXTS), axis=1) == pytest.approx(1, abs=1e-5)


def test_vectors_come_in_the_order_of_the_texts(minilm: OnnxEmbedder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedding, "BATCH_TOKENS", 256)  # so that there are many batches
    shuffled = random.Random(1).sample(TEXTS, len(TEXTS))
    alone = np.stack([minilm.embed_query(text) for text in shuffled])
    assert cosines(minilm.embed_passages(shuffled), alone).min() > 0.9999


def test_a_question_and_a_passage_of_the_same_words_have_one_vector(minilm: OnnxEmbedder) -> None:
    assert float(minilm.embed_query(TEXTS[4]) @ minilm.embed_passages([TEXTS[4]])[0]) > 0.9999


def test_a_question_that_is_asked_again_is_not_embedded_again(minilm: OnnxEmbedder) -> None:
    vector = minilm.embed_query("Who is the envoy?")
    assert minilm.embed_query("Who is the envoy?") is vector
    with pytest.raises(ValueError, match="read-only"):
        vector[0] = 1.0


def test_no_text_gives_no_vector(minilm: OnnxEmbedder) -> None:
    assert minilm.embed_passages([]).shape == (0, 384)
    assert minilm.count_tokens([]) == []


@pytest.mark.parametrize("text", ["", " ", "\u200b", "🕊" * 300, "a" * 5000])
def test_a_strange_text_still_has_a_unit_vector(text: str, minilm: OnnxEmbedder) -> None:
    assert np.linalg.norm(minilm.embed_query(text)) == pytest.approx(1, abs=1e-5)


def test_what_goes_beyond_the_most_tokens_is_cut_and_nothing_else(minilm: OnnxEmbedder) -> None:
    fits = "talk " * minilm.max_tokens
    assert minilm.count_tokens([fits]) == [minilm.max_tokens]
    vector = minilm.embed_query(fits)
    assert float(vector @ minilm.embed_query(fits + "about war and peace in Kabul")) == pytest.approx(1, abs=1e-5)
    assert float(vector @ minilm.embed_query("peace " + fits)) < 0.99999


def test_counting_knows_neither_truncation_nor_padding(minilm: OnnxEmbedder) -> None:
    assert minilm.count_tokens(["talk", "talk " * 1000, ""]) == [1, 1000, 0]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=40), min_size=2, max_size=4))
def test_texts_joined_by_a_blank_have_no_more_tokens_than_apart(minilm: OnnxEmbedder, texts: Sequence[str]) -> None:
    assert minilm.count_tokens([" ".join(texts)])[0] <= sum(minilm.count_tokens(texts))


def test_progress_counts_every_text_once(minilm: OnnxEmbedder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedding, "BATCH_TOKENS", 256)
    done: list[int] = []
    minilm.embed_passages(TEXTS, done.append)
    assert sum(done) == len(TEXTS)
    assert len(done) > 1


@given(st.lists(st.integers(1, 300), max_size=50), st.integers(1, 1000))
def test_a_batch_holds_no_more_padded_tokens_than_it_may(lengths: list[int], most: int) -> None:
    order = sorted(range(len(lengths)), key=lambda i: -lengths[i])
    batches = embedding._batches(order, lengths, most)
    assert [index for batch in batches for index in batch] == order
    for batch in batches:
        assert len(batch) == 1 or len(batch) * max(lengths[index] for index in batch) <= most


@pytest.mark.parametrize("threads", [1, 2, 5])
def test_the_vectors_do_not_depend_on_how_many_threads_share_the_texts(
    threads: int, minilm: OnnxEmbedder, models: Path
) -> None:
    shared = OnnxEmbedder(exported(PACKAGED_MODEL, "fp32", models), threads)
    assert cosines(shared.embed_passages(TEXTS), minilm.embed_passages(TEXTS)).min() > 0.9999


def test_few_texts_are_shared_out_too(models: Path) -> None:
    done: list[int] = []
    OnnxEmbedder(exported(PACKAGED_MODEL, "fp32", models), 2).embed_passages([text_of(8)] * 4, done.append)
    assert done == [2, 2]


def test_whoever_interrupts_does_not_wait_for_the_texts_that_are_left(
    models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedding, "BATCH_TOKENS", 256)
    embedder = OnnxEmbedder(exported(PACKAGED_MODEL, "fp32", models), 1)
    run, runs = embedder._run, list[int]()

    def counted(rows: list[list[int]]) -> Vectors:
        runs.append(len(rows))
        return run(rows)

    monkeypatch.setattr(embedder, "_run", counted)

    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        embedder.embed_passages([text_of(100)] * 50, interrupt)
    assert len(runs) < 10


def test_several_threads_may_embed_at_once(minilm: OnnxEmbedder) -> None:
    expected = minilm.embed_passages(TEXTS[:8])
    with ThreadPoolExecutor(4) as pool:
        for vectors in pool.map(lambda _: minilm.embed_passages(TEXTS[:8]), range(8)):
            assert cosines(vectors, expected).min() > 0.9999


def test_a_folder_without_an_export_is_told_as_an_unavailable_model(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match="cannot be loaded"):
        OnnxEmbedder(tmp_path)


def test_a_graph_on_demand_is_read_with_the_first_text(minilm: OnnxEmbedder, models: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(exported(PACKAGED_MODEL, "fp32", models), tmp_path / "export")
    waiting = OnnxEmbedder(folder, on_demand=True)
    assert (waiting.identity, waiting.max_tokens) == (minilm.identity, minilm.max_tokens)
    assert waiting.count_tokens(TEXTS[:3]) == minilm.count_tokens(TEXTS[:3])
    assert np.array_equal(waiting.embed_query(TEXTS[0]), minilm.embed_query(TEXTS[0]))
    (folder / embedding.GRAPH_FILE).unlink()
    with pytest.raises(ModelUnavailable, match="cannot be loaded"):
        OnnxEmbedder(folder, on_demand=True).embed_query(TEXTS[0])
    with pytest.raises(ModelUnavailable, match="cannot be loaded"):
        OnnxEmbedder(folder)
