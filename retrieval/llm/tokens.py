"""How many tokens a text takes, as far as that can be said without a model's own tokenizer."""

from __future__ import annotations

BYTES_PER_TOKEN = 3
"""Fewer than any common tokenizer packs of English (4 to 5), and about what they pack of other scripts."""
PER_MESSAGE = 8
"""For the marks between messages."""


def estimated_tokens(text: str) -> int:
    """
    An upper estimate for English, in tokens; 0 for the empty text.

    Models' tokenizers come from hubs, which are not asked at run time, and differ from model to model.
    """
    return -(-len(text.encode("utf-8", "replace")) // BYTES_PER_TOKEN)
