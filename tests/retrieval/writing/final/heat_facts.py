"""Held-out sentences about a heat wave: figures, days, names, words and quotes that are right or wrong."""

from __future__ import annotations

from tests.retrieval.writing.table import Claim, Scripted

HEAT_FACTS = (
    Scripted(
        kind="number",
        why="a decimal point is lost, the two decades change places",
        asks="How hot did it get in Arvenna?",
        claims=(
            Claim(
                "The 43.6 degrees at Arvenna's airport were 9 degrees above the previous record.",
                (
                    (
                        "The temperature at Arvenna’s airport reached",
                        (
                            "The temperature at Arvenna’s airport reached 43.6 degrees on Sunday, the highest since "
                            "measurements began there in 1931 and 0.9 degrees above the previous record, set in "
                            "August 2003."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                ("Arvenna had two days above 40 degrees in the past decade, compared with 11 in the 1970s."),
                (
                    (
                        "According to her figures, Arvenna had 11 days",
                        (
                            "According to her figures, Arvenna had 11 days above 40 degrees in the past decade, "
                            "compared with two in the 1970s."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                (
                    "Arvenna's airport recorded 43.6 degrees, the highest temperature since measurements "
                    "began there in 1931."
                ),
                (
                    (
                        "The temperature at Arvenna’s airport reached",
                        (
                            "The temperature at Arvenna’s airport reached 43.6 degrees on Sunday, the highest since "
                            "measurements began there in 1931 and 0.9 degrees above the previous record, set in "
                            "August 2003."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="date",
        why=("the years of one sentence change places, the day of publication for the day of the event"),
        asks="When was the previous temperature record of Arvenna set?",
        claims=(
            Claim(
                "The previous record was set in August 1931.",
                (
                    (
                        "The temperature at Arvenna’s airport reached",
                        (
                            "The temperature at Arvenna’s airport reached 43.6 degrees on Sunday, the highest since "
                            "measurements began there in 1931 and 0.9 degrees above the previous record, set in "
                            "August 2003."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                "The temperature at Arvenna's airport reached 43.6 degrees on 24 July 2023.",
                (
                    (
                        "The temperature at Arvenna’s airport reached",
                        (
                            "The temperature at Arvenna’s airport reached 43.6 degrees on Sunday, the highest since "
                            "measurements began there in 1931 and 0.9 degrees above the previous record, set in "
                            "August 2003."
                        ),
                    ),
                ),
                holds=False,
            ),
        ),
    ),
    Scripted(
        kind="name or place",
        why="another part of the city, another first name",
        asks="Where in Arvenna did the power fail?",
        claims=(
            Claim(
                ("About 60,000 households in the south of the city were without electricity for up to five hours."),
                (
                    (
                        "About 60,000 households in the north",
                        (
                            "About 60,000 households in the north of the city were without electricity for up to "
                            "five hours on Saturday night after a transformer overheated."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                "Mayor Serafina Costanz urged residents to check on their neighbours.",
                (
                    (
                        "Mayor Livia Costanz urged residents to",
                        (
                            "Mayor Livia Costanz urged residents to check on their neighbours and ordered that 23 "
                            "public pools stay open until midnight, free of charge, until Friday."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                "Mayor Livia Costanz has urged residents to check on their neighbours.",
                (
                    (
                        "Mayor Livia Costanz urged residents to check on",
                        "Mayor Livia Costanz urged residents to check on their neighbours",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="date",
        why="a day counted wrongly, a day for another",
        asks="From when has building work in Arvenna been banned?",
        claims=(
            Claim(
                "Building work between noon and 5 p.m. has been banned since 20 July.",
                (
                    (
                        "Building work between noon and 5 p.m. has",
                        "Building work between noon and 5 p.m. has been banned since 17 July.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                ("The meteorologist Elio Marchand expects temperatures to drop below 35 degrees by 28 July."),
                (
                    (
                        "Rain is not forecast before the",
                        "Rain is not forecast before the weekend, the meteorologist Elio Marchand said.",
                    ),
                    (
                        "He expects temperatures to drop below 35 degrees",
                        (
                            "He expects temperatures to drop below 35 degrees by Wednesday, although the nights will "
                            "stay warm."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                "Since 17 July, building work has been banned between noon and 5 p.m.",
                (
                    (
                        "Building work between noon and 5 p.m. has",
                        "Building work between noon and 5 p.m. has been banned since 17 July.",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="word exchanged",
        why="an adjective is turned round, a noun is another",
        asks="What will the weather in Arvenna be like this week?",
        claims=(
            Claim(
                (
                    "Temperatures are expected to drop below 35 degrees by Wednesday, although the nights "
                    "will stay cool."
                ),
                (
                    (
                        "He expects temperatures to drop below 35 degrees",
                        (
                            "He expects temperatures to drop below 35 degrees by Wednesday, although the nights will "
                            "stay warm."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                "The mayor ordered that 23 public libraries stay open until midnight.",
                (
                    (
                        "Mayor Livia Costanz urged residents to",
                        (
                            "Mayor Livia Costanz urged residents to check on their neighbours and ordered that 23 "
                            "public pools stay open until midnight, free of charge, until Friday."
                        ),
                    ),
                ),
                holds=False,
            ),
        ),
    ),
    Scripted(
        kind="fabricated quote",
        why="a forecast that nobody makes",
        asks="What do researchers in Arvenna expect?",
        claims=(
            Claim(
                "By 2050, Arvenna could have 30 days above 40 degrees a year, Serafina Oduya said.",
                (
                    (
                        "According to her figures, Arvenna had",
                        "by 2050, Arvenna could have 30 days above 40 degrees a year",
                    ),
                ),
                holds=False,
            ),
            Claim(
                "No rain is forecast before the weekend, according to the meteorologist Elio Marchand.",
                (
                    (
                        "Rain is not forecast before the",
                        "Rain is not forecast before the weekend, the meteorologist Elio Marchand said.",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
)
