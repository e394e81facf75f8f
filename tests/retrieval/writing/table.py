"""What the tables of scripted model outputs are made of: articles, questions, and what a model makes of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Claim:
    """
    A sentence that a scripted model writes, and a person's judgement of it.

    `rests_on` are pairs of a passage and of the exact words that the model says it relies on. The passage is given by
    words that stand in it, character for character, so that the script can look up the number under which the model
    was shown it; a number in digits ("99") is given as it is. `holds` tells whether a careful reader of the whole
    sentences that are quoted, and of the title, the outlet and the day of their articles, agrees with all it says.
    """

    text: str
    rests_on: tuple[tuple[str, str], ...]
    holds: bool


@dataclass(frozen=True, slots=True)
class Scripted:
    """
    One output of a model: its sentences, or with `raw` the very text that it puts out in place of any format.

    `why` is what a reader of a failing test needs to know. `not_found` tells a person's verdict that nothing of the
    output may be shown as an answer.
    """

    kind: str
    why: str
    asks: str
    claims: tuple[Claim, ...] = ()
    raw: str | None = None
    not_found: bool = False


@dataclass(frozen=True, slots=True)
class Poison:
    """
    An article that gives orders to whoever reads it, and a model that obeys them.

    `article` is a line of a `.jsonl` corpus. `obeys` are the sentences of the model's output, or `raw` all of it.
    None of `harm` may reach a person, in whatever place: words, addresses, marks.
    """

    kind: str
    why: str
    asks: str
    article: dict[str, str]
    harm: tuple[str, ...]
    obeys: tuple[Claim, ...] = ()
    raw: str | None = None
