"""Sources where days are unknown, where nothing later may be seen, and where one outlet is asked."""

from __future__ import annotations

from datetime import date

from retrieval.types import Filters
from tests.retrieval.sources.agreement import FERRY_DEAD, TWO_AGREE
from tests.retrieval.sources.copies import (
    BLACKOUT,
    BRIDGE,
    BRIDGE_OPENS,
    EVACUATED,
    FERRY,
    FERRY_LATER,
    FLOOD,
    MERGER,
    PRICE,
    STORM,
    THEFT,
)
from tests.retrieval.sources.not_copies import EPICENTRE, QUAKE_INDEPENDENT
from tests.retrieval.sources.stories import told
from tests.retrieval.sources.table import Case, Difference, Expected, Side


def as_of(day: str) -> Filters:
    return Filters(until=date.fromisoformat(day), as_of=True)


LIMITS = (
    Case(
        "undated",
        "two reporters agree though nobody knows when they wrote",
        EPICENTRE,
        {
            "a": told(
                "quake-tamsar", "The epicentre of the earthquake lay beneath Orrin, the Geological Institute said."
            ).on(None),
            "b": QUAKE_INDEPENDENT.on(None),
        },
        TWO_AGREE,
    ),
    Case(
        "undated",
        "a copy without a day is still a copy, and which was first cannot be told",
        BLACKOUT,
        {"a": STORM, "b": STORM.printed_by("Halden Post", "2023-11-02").on(None)},
        Expected(sources=1, one_of=("a", "b")),
    ),
    Case(
        "undated",
        "where one side has no day, neither can replace the other",
        FERRY_DEAD,
        {"a": FERRY, "b": FERRY_LATER.on(None)},
        Expected(
            differs=Difference("number", (Side("12|twelve", ("a",)), Side("19|nineteen", ("b",))), supersedes=False)
        ),
    ),
    Case(
        "as of a day",
        "before the correction its old state is what was known",
        BRIDGE_OPENS,
        {
            "old": BRIDGE,
            "new": told(
                "bridge-ledger", "The Aldermoor Bridge will reopen on 14 October, the highways office said."
            ).on("2023-09-30"),
        },
        Expected(cites=("old",), sources=1, unnamed=("new",)),
        as_of("2023-09-28"),
    ),
    Case(
        "as of a day",
        "before the second report nothing differed",
        FERRY_DEAD,
        {"a": FERRY, "b": FERRY_LATER},
        Expected(cites=("a",), sources=1, unnamed=("b",)),
        as_of("2023-03-15"),
    ),
    Case(
        "as of a day",
        "a copy that was printed later is not named beside the story",
        EVACUATED,
        {
            "a": FLOOD,
            "b": FLOOD.printed_by("Coast Wire", "2023-09-18"),
            "c": FLOOD.printed_by("Vantry Times", "2023-09-21"),
        },
        Expected(sources=1, one_of=("a", "b"), unnamed=("c",)),
        as_of("2023-09-19"),
    ),
    Case(
        "one outlet",
        "whoever asks one outlet gets its own copy quoted, though another was first",
        PRICE,
        {"a": MERGER, "b": MERGER.printed_by("Halden Post", "2023-02-11")},
        Expected(cites=("b",), sources=1, uncited=("a",)),
        Filters(outlet="Halden Post"),
    ),
    Case(
        "one outlet",
        "a newer state at another outlet does not take the place of what the asked one printed",
        "Who painted the Blue Heron?",
        {
            "a": THEFT,
            "b": told("theft-vantry", "The Blue Heron was painted by Agnes Tolland's pupil Ada Wirth.").printed_by(
                "Coast Wire", "2023-08-13"
            ),
        },
        Expected(cites=("a",), sources=1, uncited=("b",)),
        Filters(outlet="Vantry Times"),
    ),
    Case(
        "one outlet",
        "what another outlet says differs, and was not asked for",
        FERRY_DEAD,
        {"a": FERRY, "b": FERRY_LATER},
        Expected(cites=("a",), sources=1, uncited=("b",)),
        Filters(outlet="Ellery Gazette"),
    ),
)
