"""What a written case is made of: an archive, a question, and what a person is promised of the answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from retrieval.types import NO_FILTERS, Filters
from tests.retrieval.sources.stories import Story

Relation = Literal["copy", "version"]


@dataclass(frozen=True, slots=True)
class Side:
    """What some articles say against others: `value` in any of the ways "12 October|2023-10-12" of writing it."""

    value: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """
    Sources that differ. With `supersedes` the sides stand in the order shown, the later first.

    `supersedes` is None where a person is promised nothing about it.
    """

    kind: Literal["number", "date", "name", "polarity"]
    sides: tuple[Side, ...]
    supersedes: bool | None = None


@dataclass(frozen=True, slots=True)
class Expected:
    """
    What an answer must hold, by the ids of the case's articles; what is not said here may be as it likes.

    `sources` is how many the first sentence rests on. `also_in` are articles that must be named beside a citation,
    with their relation to it where that is plain. Of `one_of` exactly one must be cited and the others named beside it.
    `apart` are articles that must not be named beside a citation of another, `uncited` those that must not be cited,
    `unnamed` those of which nothing may be seen. Without `differs` nothing may be shown as differing.
    """

    cites: tuple[str, ...] = ()
    sources: int | None = None
    differs: Difference | None = None
    also_in: Mapping[str, Relation | None] = field(default_factory=dict)
    one_of: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    uncited: tuple[str, ...] = ()
    unnamed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """One line of the table. `why` is what a reader of a failing test needs to know; `archive` is by article id."""

    kind: str
    why: str
    asks: str
    archive: Mapping[str, Story]
    expected: Expected
    filters: Filters = NO_FILTERS
