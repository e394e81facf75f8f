"""Held-out sentences about a fishing quota: all of them sound."""

from __future__ import annotations

from tests.retrieval.writing.table import Claim, Scripted

QUOTA_SOUND = (
    Scripted(
        kind="joined",
        why="figures of two paragraphs",
        asks="How does the agreed herring quota compare with what scientists advised?",
        claims=(
            Claim(
                (
                    "The total quota will fall from 150,000 to 120,000 tonnes, while scientists on the joint "
                    "advisory board had recommended a cut of between 30 and 35 percent."
                ),
                (
                    (
                        "The total quota in their shared",
                        "The total quota in their shared waters will fall from 150,000 to 120,000 tonnes.",
                    ),
                    (
                        "Scientists on the joint advisory board",
                        ("Scientists on the joint advisory board had recommended a cut of between 30 and 35 percent."),
                    ),
                ),
                holds=True,
            ),
            Claim(
                (
                    "Arden's fisheries minister, Colm Devlin, said that “an empty sea would hurt more”, and "
                    "his Skeldish colleague, Sigrun Aas, called the outcome fair."
                ),
                (
                    (
                        "“It hurts, but an empty sea would hurt",
                        ("“It hurts, but an empty sea would hurt more,” said Arden’s fisheries minister, Colm Devlin."),
                    ),
                    (
                        "His Skeldish colleague, Sigrun Aas, called the outcome",
                        "His Skeldish colleague, Sigrun Aas, called the outcome fair",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="resolved",
        why="weekdays, “next year” and “the year before” get their dates",
        asks="When did Arden and Skelde reach their deal on herring?",
        claims=(
            Claim(
                (
                    "The deal was reached in the early hours of 14 December 2021, after 16 hours of talks in "
                    "Port Mirren."
                ),
                (
                    (
                        "Arden and Skelde will catch a",
                        (
                            "Arden and Skelde will catch a fifth less herring next year under a deal reached in the "
                            "early hours of Tuesday after 16 hours of talks in Port Mirren."
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                "Arden and Skelde will catch a fifth less herring in 2022.",
                (("Arden and Skelde will catch a fifth less", "will catch a fifth less herring next year"),),
                holds=True,
            ),
            Claim(
                "Wholesale prices went up by 4 percent on 13 December 2021 in anticipation of the deal.",
                (
                    (
                        "Wholesale prices rose 4 percent on Monday in",
                        "Wholesale prices rose 4 percent on Monday in anticipation of the deal.",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="resolved",
        why="“his”, “its” and an abbreviation are resolved",
        asks="Will the crews be compensated for the smaller herring quota?",
        claims=(
            Claim(
                (
                    "Colm Devlin's Skeldish colleague, Sigrun Aas, said that her government would compensate "
                    "crews with 22 million thalers."
                ),
                (
                    (
                        "His Skeldish colleague, Sigrun Aas, called the outcome",
                        (
                            "His Skeldish colleague, Sigrun Aas, called the outcome fair and said that her "
                            "government would compensate crews with 22 million thalers."
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                (
                    "Noor Hadley, the biologist who chairs the joint advisory board, said that the stock was "
                    "unlikely to recover before 2025."
                ),
                (("Its chair, the biologist Noor Hadley", "Its chair, the biologist Noor Hadley, said"),),
                holds=True,
            ),
            Claim(
                (
                    "Brice Lowrie, the president of the Arden Fishermen's League, did not rule out a "
                    "blockade of harbours after Christmas."
                ),
                (
                    (
                        "Its president, Brice Lowrie, did not",
                        "Its president, Brice Lowrie, did not rule out a blockade of harbours after Christmas.",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="joined",
        why="two organisations, two quotes",
        asks="How do the fishermen's organisations see the herring quota?",
        claims=(
            Claim(
                (
                    "The AFL accused the ministers of ignoring illegal catches by foreign trawlers, while "
                    "the Skeldish owners' association said that it could live with the figures."
                ),
                (
                    (
                        "The Arden Fishermen’s League (AFL), which represents some",
                        (
                            "The Arden Fishermen’s League (AFL), which represents some 900 boats, accused the "
                            "ministers of ignoring illegal catches by foreign trawlers."
                        ),
                    ),
                    (
                        "The Skeldish owners’ association, by contrast, said that",
                        ("The Skeldish owners’ association, by contrast, said that it could live with the figures."),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="resolved",
        why="the year before 2020 is 2019",
        asks="How have Arden's herring exports developed?",
        claims=(
            Claim(
                ("Arden's earnings from herring exports fell from 465 million thalers in 2019 to 410 million in 2020."),
                (
                    (
                        "Herring exports earned Arden 410 million thalers in",
                        (
                            "Herring exports earned Arden 410 million thalers in 2020, down from 465 million the "
                            "year before."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="resolved",
        why="“it” is the total quota of the sentence before",
        asks="How is the herring quota divided between the fleets of Arden and Skelde?",
        claims=(
            Claim(
                "Arden's fleet keeps its 55 percent of the total quota, and the rest goes to Skelde's.",
                (
                    (
                        "Arden’s fleet is to receive 55",
                        "Arden’s fleet is to receive 55 percent of it, as before, and Skelde’s the rest.",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
)
