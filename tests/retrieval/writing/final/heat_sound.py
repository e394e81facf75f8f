"""Held-out sentences about a heat wave: all of them sound."""

from __future__ import annotations

from tests.retrieval.writing.table import Claim, Scripted

HEAT_SOUND = (
    Scripted(
        kind="resolved",
        why="weekdays become dates",
        asks="On which day did Arvenna have its record temperature?",
        claims=(
            Claim(
                "The temperature at Arvenna's airport reached 43.6 degrees on 23 July 2023.",
                (
                    (
                        "The temperature at Arvenna’s airport reached",
                        "The temperature at Arvenna’s airport reached 43.6 degrees on Sunday",
                    ),
                ),
                holds=True,
            ),
            Claim(
                (
                    "About 60,000 households in the north of the city were without electricity for up to "
                    "five hours on the night of 22 July 2023."
                ),
                (
                    (
                        "About 60,000 households in the north",
                        (
                            "About 60,000 households in the north of the city were without electricity for up to "
                            "five hours on Saturday night after a transformer overheated."
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                (
                    "Mayor Livia Costanz ordered that 23 public pools stay open until midnight, free of "
                    "charge, until 28 July 2023."
                ),
                (
                    (
                        "Mayor Livia Costanz urged residents to",
                        (
                            "Mayor Livia Costanz urged residents to check on their neighbours and ordered that 23 "
                            "public pools stay open until midnight, free of charge, until Friday."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="joined",
        why="neighbouring sentences, “he” is the picker",
        asks="How did the picker in Arvenna die?",
        claims=(
            Claim(
                (
                    "A 41-year-old picker collapsed and died on Thursday, but it has not been established "
                    "whether he was a victim of the heat."
                ),
                (
                    (
                        "The builders’ federation wants the ban lifted, arguing",
                        "a 41-year-old picker collapsed and died on Thursday",
                    ),
                    ("Whether he was a victim of", "Whether he was a victim of the heat has not been established."),
                ),
                holds=True,
            ),
            Claim(
                (
                    "About 60,000 households were without electricity for up to five hours, and the utility, "
                    "Arvolt, apologised."
                ),
                (
                    (
                        "About 60,000 households in the north",
                        (
                            "About 60,000 households in the north of the city were without electricity for up to "
                            "five hours on Saturday night after a transformer overheated."
                        ),
                    ),
                    ("The utility, Arvolt, apologised but said it did", "The utility, Arvolt, apologised"),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="joined",
        why="the ban in one sentence, the demand in the next",
        asks="What is disputed about the ban on building work in Arvenna?",
        claims=(
            Claim(
                (
                    "Building work between noon and 5 p.m. has been banned since 17 July, and trade unions "
                    "demand that the ban be extended to farms."
                ),
                (
                    (
                        "Building work between noon and 5 p.m. has",
                        "Building work between noon and 5 p.m. has been banned since 17 July.",
                    ),
                    (
                        "The builders’ federation wants the ban lifted, arguing",
                        "trade unions demand that it be extended to farms",
                    ),
                ),
                holds=True,
            ),
            Claim(
                (
                    "The meteorologist Elio Marchand said that rain was not forecast before the weekend, and "
                    "he expects temperatures to drop below 35 degrees by Wednesday."
                ),
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
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="resolved",
        why="“he” and “her” get their names, Thursday its date",
        asks="What is known about the picker who died near Arvenna?",
        claims=(
            Claim(
                "A 41-year-old picker collapsed and died on 20 July 2023.",
                (
                    (
                        "The builders’ federation wants the ban lifted, arguing",
                        "a 41-year-old picker collapsed and died on Thursday",
                    ),
                ),
                holds=True,
            ),
            Claim(
                (
                    "Elio Marchand expects temperatures to drop below 35 degrees by 26 July, although the "
                    "nights will stay warm."
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
                holds=True,
            ),
            Claim(
                (
                    "According to Serafina Oduya's figures, Arvenna had 11 days above 40 degrees in the past "
                    "decade, compared with two in the 1970s."
                ),
                (
                    (
                        "According to her figures, Arvenna had 11 days",
                        (
                            "According to her figures, Arvenna had 11 days above 40 degrees in the past decade, "
                            "compared with two in the 1970s."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="close",
        why="the words and their speakers kept",
        asks="What did the ambulance service in Arvenna say?",
        claims=(
            Claim(
                (
                    "Dario Vesco, a spokesman for the ambulance service, spoke of “twice as many calls as on "
                    "a normal weekend”."
                ),
                (
                    (
                        "Ambulance service spokesman Dario Vesco spoke",
                        (
                            "Ambulance service spokesman Dario Vesco spoke of “twice as many calls as on a normal "
                            "weekend”."
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                (
                    "The climate researcher Serafina Oduya said that a single day proved nothing, but that "
                    "the trend did."
                ),
                (
                    (
                        "“A single day proves nothing, but",
                        (
                            "“A single day proves nothing, but the trend does,” said Serafina Oduya, a climate "
                            "researcher at the city’s polytechnic."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
)
