"""Held-out sentences about a heat wave: speakers, hedges and additions that are right or wrong."""

from __future__ import annotations

from tests.retrieval.writing.table import Claim, Scripted

HEAT_VOICES = (
    Scripted(
        kind="denial or hedge",
        why="a minimum becomes a maximum, an open question is settled",
        asks="How many people died in the heat in Arvenna?",
        claims=(
            Claim(
                "Health authorities linked at most 14 deaths to the heat.",
                (
                    (
                        "Health authorities linked at least 14",
                        (
                            "Health authorities linked at least 14 deaths to the heat, most of them of people over "
                            "75, and said that the number was likely to rise."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                "A 41-year-old picker died of the heat on Thursday.",
                (
                    (
                        "The builders’ federation wants the ban",
                        (
                            "The builders’ federation wants the ban lifted, arguing that it costs firms 3 million "
                            "lire a day; trade unions demand that it be extended to farms, where a 41-year-old "
                            "picker collapsed and died on Thursday."
                        ),
                    ),
                    ("Whether he was a victim of", "Whether he was a victim of the heat has not been established."),
                ),
                holds=False,
            ),
            Claim(
                (
                    "Health authorities linked at least 14 deaths, most of them of people over 75, to the "
                    "heat, and said the number was likely to rise."
                ),
                (
                    (
                        "Health authorities linked at least 14",
                        (
                            "Health authorities linked at least 14 deaths to the heat, most of them of people over "
                            "75, and said that the number was likely to rise."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="added",
        why="causes and consequences that no quote gives",
        asks="Why did the transformer in Arvenna overheat?",
        claims=(
            Claim(
                "The transformer overheated because residents had been using air conditioning.",
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
                ("The builders' federation says the ban costs firms 3 million lire a day and threatens jobs."),
                (
                    (
                        "The builders’ federation wants the ban",
                        (
                            "The builders’ federation wants the ban lifted, arguing that it costs firms 3 million "
                            "lire a day; trade unions demand that it be extended to farms, where a 41-year-old "
                            "picker collapsed and died on Thursday."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                "The temperature reached 43.6 degrees on Sunday as a result of climate change.",
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
                (
                    "About 60,000 households in the north of the city had no electricity for up to five "
                    "hours after a transformer overheated."
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
        ),
    ),
    Scripted(
        kind="role or speaker",
        why="federation and unions, mayor and spokesman change places",
        asks="Who wants the ban on building work in Arvenna to be lifted?",
        claims=(
            Claim(
                "Trade unions want the ban lifted, arguing that it costs firms 3 million lire a day.",
                (
                    (
                        "The builders’ federation wants the ban",
                        (
                            "The builders’ federation wants the ban lifted, arguing that it costs firms 3 million "
                            "lire a day; trade unions demand that it be extended to farms, where a 41-year-old "
                            "picker collapsed and died on Thursday."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                "Mayor Livia Costanz spoke of “twice as many calls as on a normal weekend”.",
                (
                    (
                        "Ambulance service spokesman Dario Vesco spoke",
                        (
                            "Ambulance service spokesman Dario Vesco spoke of “twice as many calls as on a normal "
                            "weekend”."
                        ),
                    ),
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
                (
                    "Arguing that it costs firms 3 million lire a day, the builders' federation wants the "
                    "ban to be lifted."
                ),
                (
                    (
                        "The builders’ federation wants the ban",
                        (
                            "The builders’ federation wants the ban lifted, arguing that it costs firms 3 million "
                            "lire a day; trade unions demand that it be extended to farms, where a 41-year-old "
                            "picker collapsed and died on Thursday."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="denial or hedge",
        why="a “not” is lost",
        asks="Does Arvolt expect more power cuts in Arvenna?",
        claims=(
            Claim(
                "The utility, Arvolt, said it expected further cuts.",
                (
                    (
                        "The utility, Arvolt, apologised but said",
                        "The utility, Arvolt, apologised but said it did not expect further cuts.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                "Rain is forecast before the weekend, the meteorologist Elio Marchand said.",
                (
                    (
                        "Rain is not forecast before the",
                        "Rain is not forecast before the weekend, the meteorologist Elio Marchand said.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                "The utility Arvolt apologised and said that it did not expect any further cuts.",
                (
                    (
                        "The utility, Arvolt, apologised but said",
                        "The utility, Arvolt, apologised but said it did not expect further cuts.",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="added",
        why="a detail that stands in the article, but in none of the sentences quoted",
        asks="What do builders in Arvenna say about the ban?",
        claims=(
            Claim(
                (
                    "Building work between noon and 5 p.m. has been banned since 17 July, at a cost to firms "
                    "of 3 million lire a day, according to the builders' federation."
                ),
                (
                    (
                        "Building work between noon and 5 p.m. has",
                        "Building work between noon and 5 p.m. has been banned since 17 July.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                (
                    "Twenty-three public pools in Arvenna are to stay open until midnight, free of charge, "
                    "until Friday, by order of Mayor Livia Costanz."
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
            Claim(
                (
                    "The 43.6 degrees reached at Arvenna's airport on Sunday beat the previous record, set "
                    "in August 2003, by 0.9 degrees."
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
)
