"""Held-out sentences about a silent satellite: figures, days, names, words and quotes that are right or wrong."""

from __future__ import annotations

from tests.retrieval.writing.table import Claim, Scripted

SATELLITE_FACTS = (
    Scripted(
        kind="name or place",
        why="the older twin for the younger",
        asks="Which weather satellite stopped answering on 8 May?",
        claims=(
            Claim(
                ("Corvid-1 stopped answering on 8 May, hours before its main camera was to be switched on."),
                (
                    (
                        "The weather satellite, launched on 2",
                        (
                            "The weather satellite, launched on 2 April at a cost of 312 million marks, stopped "
                            "answering on 8 May, hours before its main camera was to be switched on."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                ("Corvid-2 stopped answering on 8 May, hours before its main camera was to be switched on."),
                (
                    (
                        "The weather satellite, launched on 2 April at",
                        "stopped answering on 8 May, hours before its main camera was to be switched on",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="number",
        why="figures of other sentences, and an invented range",
        asks="How much did Corvid-2 cost?",
        claims=(
            Claim(
                "Corvid-2 was launched at a cost of 240 million marks.",
                (
                    (
                        "The weather satellite, launched on 2",
                        (
                            "The weather satellite, launched on 2 April at a cost of 312 million marks, stopped "
                            "answering on 8 May, hours before its main camera was to be switched on."
                        ),
                    ),
                    (
                        "Should that fail, the insurers will",
                        (
                            "Should that fail, the insurers will pay up to 240 million marks; a replacement would "
                            "not fly before 2028."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                (
                    "Forecasts over the ocean could lose between 5 and 10 percent of their accuracy if both "
                    "satellites were out of service, according to a study by the University of Leth."
                ),
                (
                    (
                        "Forecasts over the ocean could lose",
                        (
                            "Forecasts over the ocean could lose between 10 and 15 percent of their accuracy if both "
                            "satellites were out of service, according to a study by the University of Leth."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                (
                    "According to a study by the University of Leth, forecasts over the ocean could lose 10 "
                    "to 15 percent of their accuracy if both satellites were out of service."
                ),
                (
                    (
                        "Forecasts over the ocean could lose",
                        (
                            "Forecasts over the ocean could lose between 10 and 15 percent of their accuracy if both "
                            "satellites were out of service, according to a study by the University of Leth."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="date",
        why="a weekday is counted to the wrong day, a month is the wrong one",
        asks="When did the shares of Talvik Aerospace fall?",
        claims=(
            Claim(
                "Shares in Talvik Aerospace fell 6.4 percent on 17 May 2024.",
                (
                    (
                        "Its shares fell 6.4 percent on Thursday, to",
                        "Its shares fell 6.4 percent on Thursday, to 18.20 marks.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                "The weather satellite was launched on 2 May at a cost of 312 million marks.",
                (
                    (
                        "The weather satellite, launched on 2",
                        (
                            "The weather satellite, launched on 2 April at a cost of 312 million marks, stopped "
                            "answering on 8 May, hours before its main camera was to be switched on."
                        ),
                    ),
                ),
                holds=False,
            ),
        ),
    ),
    Scripted(
        kind="word exchanged",
        why="a word is turned into its opposite, another into its neighbour",
        asks="How long has Corvid-1 been at work?",
        claims=(
            Claim(
                "Corvid-1 has been at work since 2013, four years shorter than planned.",
                (
                    (
                        "Corvid-1, the older twin, has been",
                        "Corvid-1, the older twin, has been at work since 2013, four years longer than planned.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                ("The older twin, Corvid-1, has been working since 2013, four years longer than had been planned."),
                (
                    (
                        "Corvid-1, the older twin, has been",
                        "Corvid-1, the older twin, has been at work since 2013, four years longer than planned.",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="date",
        why="the year of another sentence",
        asks="When could a replacement for Corvid-2 fly?",
        claims=(
            Claim(
                "A replacement for Corvid-2 could fly in late 2026.",
                (("Should that fail, the insurers will pay up", "a replacement would not fly before 2028"),),
                holds=False,
            ),
        ),
    ),
    Scripted(
        kind="fabricated quote",
        why="an observation out of thin air, and a true sentence whose quote is reworded",
        asks="What is Corvid-2 doing now?",
        claims=(
            Claim(
                "Telescopes have seen the satellite tumbling once every 40 seconds.",
                (
                    (
                        "Engineers suspect a short circuit",
                        "Telescopes have seen the satellite tumbling once every 40 seconds",
                    ),
                ),
                holds=False,
            ),
            Claim(
                "More than 4,000 commands have been sent from the Sable Point ground station.",
                (
                    (
                        "Her team at the Sable Point",
                        "the Sable Point station has beamed over 4,000 commands to the silent craft",
                    ),
                ),
                holds=False,
            ),
        ),
    ),
    Scripted(
        kind="name or place",
        why="the ground station lends its name to the university",
        asks="Whose study looked at forecasts without the Corvid satellites?",
        claims=(
            Claim(
                (
                    "A study by the University of Sable Point says forecasts over the ocean could lose "
                    "between 10 and 15 percent of their accuracy."
                ),
                (
                    (
                        "Forecasts over the ocean could lose",
                        (
                            "Forecasts over the ocean could lose between 10 and 15 percent of their accuracy if both "
                            "satellites were out of service, according to a study by the University of Leth."
                        ),
                    ),
                ),
                holds=False,
            ),
        ),
    ),
)
