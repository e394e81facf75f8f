"""What a model's output is read into, before anything of it is believed."""

from __future__ import annotations

from typing import NamedTuple


class Claimed(NamedTuple):
    """Words that the model says a passage holds; `passage` is its number there, None where it names none."""

    passage: int | None
    words: str


class Draft(NamedTuple):
    """One sentence as the model wrote it, with what it says it rests on."""

    text: str
    claimed: tuple[Claimed, ...]
