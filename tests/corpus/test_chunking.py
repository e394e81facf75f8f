"""Passages: whole sentences, exact offsets, within the limit, covering everything."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import corpus
from corpus.chunking import CountTokens, cut, title_in_front
from corpus.types import Article, ArticleInfo, Passage
from tests.articles import read_articles

SHIPPED = Path(corpus.__file__).parent / "articles"
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def article(text: str) -> Article:
    return Article(ArticleInfo("a", "0" * 64), text)


def holds_what_is_promised(source: Article, passages: list[Passage], count_tokens: CountTokens, limit: int) -> None:
    covered = 0
    for passage in passages:
        assert source.text[passage.start : passage.end] == passage.text
        assert passage.text.strip() == passage.text != ""
        assert passage.sentences[0].start == passage.start
        assert passage.sentences[-1].end == passage.end
        assert passage.id == f"{source.id}@{passage.start}-{passage.end}"
        assert not source.text[covered : passage.start].strip(), "words between two passages"
        assert passage.end > covered, "a passage within another"
        covered = passage.end
    assert not source.text[covered:].strip(), "words after the last passage"
    assert max(count_tokens([passage.text for passage in passages]), default=0) <= limit


@pytest.mark.parametrize("limit", [40, 160])
def test_shipped_articles_are_cut_as_promised(count_tokens: CountTokens, limit: int) -> None:
    for source in read_articles(SHIPPED, pytest.fail):
        holds_what_is_promised(source, cut(source, count_tokens, limit), count_tokens, limit)


def test_cutting_twice_gives_equal_passages(count_tokens: CountTokens) -> None:
    for source in read_articles(SHIPPED, pytest.fail):
        assert cut(source, count_tokens) == cut(source, count_tokens)


def test_passages_overlap_by_one_sentence(count_tokens: CountTokens) -> None:
    source = article(" ".join(f"The ship number {number} came into the harbour." for number in range(60)))
    for here, after in pairwise(cut(source, count_tokens)):
        assert here.sentences[-1] == after.sentences[0]
        assert here.sentences[-2] not in after.sentences


def test_a_sentence_that_leaves_no_room_for_a_new_one_does_not_overlap(count_tokens: CountTokens) -> None:
    long = "The " + "very " * 100 + "old ship sank."
    first, second = cut(article(f"{long} {long}"), count_tokens)
    assert first.end < second.start


def test_every_passage_brings_something_new(count_tokens: CountTokens) -> None:
    source = article(" ".join(f"The ship number {number} came into the harbour." for number in range(60)))
    assert all(after.end > here.end for here, after in pairwise(cut(source, count_tokens)))


def test_a_long_sentence_is_split_at_blanks(count_tokens: CountTokens) -> None:
    source = article("word " * 500 + "end.")
    passages = cut(source, count_tokens)
    holds_what_is_promised(source, passages, count_tokens, 160)
    assert all(set(passage.text.split()) <= {"word", "end."} for passage in passages)


def test_a_long_quotation_is_split_between_its_sentences(count_tokens: CountTokens) -> None:
    source = article("“" + "We were there and saw the ship. " * 40 + "We left,” he said.")
    assert all(passage.text.endswith(("ship.", "said.")) for passage in cut(source, count_tokens))


@pytest.mark.parametrize(
    "run", ["x" * 5000, "ж" * 5000, "字" * 3000, "😀" * 1000, "https://example.org/" + "a1-" * 900]
)
def test_a_run_without_a_blank_is_split_anywhere(count_tokens: CountTokens, run: str) -> None:
    source = article(f"It read {run} and no more.")
    passages = cut(source, count_tokens)
    holds_what_is_promised(source, passages, count_tokens, 160)
    assert max(len(passage.text) for passage in passages) < 4000


@pytest.mark.parametrize("limit", [1, 2, 3])
@pytest.mark.parametrize("text", ["One.", "A ship. 字字 came.", "It is a very long way. So they say."])
def test_a_piece_that_costs_more_than_the_limit_is_a_passage_by_itself(text: str, limit: int) -> None:
    def count_with_an_extra_token(texts: Sequence[str]) -> list[int]:  # as SentencePiece puts one before each text
        return [len(text) + 1 for text in texts]

    passages = cut(article(text), count_with_an_extra_token, limit)
    assert "".join(passage.text for passage in passages) == "".join(text.split())


@pytest.mark.parametrize("text", ["", " \n\n "])
def test_a_blank_text_has_no_passage(count_tokens: CountTokens, text: str) -> None:
    assert cut(article(text), count_tokens) == []


def test_one_word_is_one_passage(count_tokens: CountTokens) -> None:
    assert [passage.text for passage in cut(article("Word"), count_tokens)] == ["Word"]


def test_two_megabytes_are_cut_in_seconds(count_tokens: CountTokens) -> None:
    source = article("The mayor said that the bridge would be closed in spring. " * 4_000)
    holds_what_is_promised(source, cut(source, count_tokens), count_tokens, 160)


TEXT = st.text(st.one_of(st.sampled_from("    \n.?!aB“” the"), st.characters(codec="utf-8")), max_size=600)


@given(text=TEXT, limit=st.integers(8, 60))
@QUICK
def test_any_text_is_cut_as_promised(count_tokens: CountTokens, text: str, limit: int) -> None:
    source = article(text)
    holds_what_is_promised(source, cut(source, count_tokens, limit), count_tokens, limit)


def test_the_title_stands_in_front_on_its_own_line() -> None:
    assert title_in_front("The bridge", "It is open.") == "The bridge\nIt is open."
    assert title_in_front(None, "It is open.") == title_in_front("", "It is open.") == "It is open."
