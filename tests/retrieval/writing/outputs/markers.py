"""Right sentences on real quotes that are given the wrong number of a passage."""

from __future__ import annotations

from tests.retrieval.writing.table import Claim, Scripted

MARKERS: tuple[Scripted, ...] = (
    Scripted(
        kind="right with a wrong marker",
        why="the passage named is of the other article on the accident",
        asks="What did investigators find out about the braking of the train at Osting?",
        claims=(
            Claim(
                text=(
                    "Jonas Weil, who heads the accident bureau, said the first readings suggested that the "
                    "driver had braked about 400 metres before the crossing, but he warned against drawing "
                    "conclusions."
                ),
                rests_on=(
                    (
                        "The barriers at the crossing were apparently working",
                        (
                            "the first readings suggested that the driver had braked about 400 metres before the "
                            "crossing, but he warned against drawing conclusions"
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="right with a wrong marker",
        why="a number that no passage has, and another paragraph of the same article",
        asks="What growth does Lorvane's government expect?",
        claims=(
            Claim(
                text=(
                    "The government expects Lorvane's economy to grow by 1.4 percent, a forecast that the "
                    "central bank regards as too optimistic."
                ),
                rests_on=(
                    (
                        "99",
                        (
                            "The government expects the economy of Lorvane to grow by 1.4 percent, a forecast that "
                            "the central bank considers too optimistic."
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                text=(
                    "Spending on defence goes up by 7 percent in the budget, whereas the culture ministry "
                    "loses 45 million crowns."
                ),
                rests_on=(
                    (
                        "The coalition has a majority of three seats",
                        (
                            "Spending on defence goes up by 7 percent, while the culture ministry loses 45 million "
                            "crowns."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="right with a wrong marker",
        why="the first paragraph of the article is named for all of it",
        asks="What does the Palden ruling mean for Corvex?",
        claims=(
            Claim(
                text=(
                    "Corvex, which has spent 74 million florins on the site, said that it was considering a "
                    "claim for damages."
                ),
                rests_on=(
                    (
                        "halted the construction of the Palden dam",
                        (
                            "Corvex, which has spent 74 million florins on the site, said it was considering a "
                            "claim for damages."
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                text=(
                    "Corvex employs 620 people on the project, most of whom could be laid off by the end of June 2024."
                ),
                rests_on=(
                    (
                        "0",
                        (
                            "The company employs 620 people on the project, most of whom could be laid off by the "
                            "end of June."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="right with a wrong marker",
        why="the passages named are of the other article on the truce",
        asks="When will aid and observers reach the front line in Arvan?",
        claims=(
            Claim(
                text=(
                    "The Arvani Red Lantern society said on 19 November 2021 that the first food convoy for "
                    "Merrovin could set out on Sunday if the truce holds."
                ),
                rests_on=(
                    (
                        "It provides for the exchange of 120 prisoners",
                        (
                            "The first food convoy for the besieged town of Merrovin could set out on Sunday if "
                            "the truce agreed this week holds"
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                text=(
                    "Observers from the Union of Northern States are expected on Monday, 22 November 2021, "
                    "and will be led by Colonel Aino Marsh, 58, a former head of the border guard."
                ),
                rests_on=(
                    (
                        "She said that about 40 unarmed observers",
                        "Observers from the Union of Northern States are expected to arrive on Monday.",
                    ),
                    (
                        "She said that about 40 unarmed observers",
                        "Their leader will be Colonel Aino Marsh, 58, a former head of the border guard.",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="right with a wrong marker",
        why="two quotes under a number that no passage has",
        asks="Has the Arco 5 rocket ever failed?",
        claims=(
            Claim(
                text=(
                    "The rocket, an Arco 5, was on its fourth flight; its second, in May 2022, failed when an "
                    "engine shut down early and a weather satellite was lost."
                ),
                rests_on=(
                    ("99", "The rocket, an Arco 5, was making its fourth flight."),
                    (
                        "99",
                        (
                            "Its second flight, in May 2022, failed when an engine shut down early and a weather "
                            "satellite was lost."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
)
