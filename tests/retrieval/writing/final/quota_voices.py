"""Held-out sentences about a fishing quota: speakers, hedges and additions that are right or wrong."""

from __future__ import annotations

from tests.retrieval.writing.table import Claim, Scripted

QUOTA_VOICES = (
    Scripted(
        kind="denial or hedge",
        why="a recommendation is told as the agreement, a prognosis as certain",
        asks="What cut in the herring quota did Arden and Skelde agree on?",
        claims=(
            Claim(
                "Arden and Skelde agreed on a cut of between 30 and 35 percent.",
                (
                    (
                        "Scientists on the joint advisory board",
                        ("Scientists on the joint advisory board had recommended a cut of between 30 and 35 percent."),
                    ),
                ),
                holds=False,
            ),
            Claim(
                "The herring stock will not recover before 2025, Noor Hadley said.",
                (
                    (
                        "Its chair, the biologist Noor Hadley, said that",
                        (
                            "Its chair, the biologist Noor Hadley, said that the stock had shrunk for the sixth year "
                            "in a row and was unlikely to recover before 2025."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                "Scientists on the joint advisory board had recommended a cut of 30 to 35 percent.",
                (
                    (
                        "Scientists on the joint advisory board",
                        ("Scientists on the joint advisory board had recommended a cut of between 30 and 35 percent."),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="role or speaker",
        why="the two ministers and the scientist change places",
        asks="What did the fisheries ministers of Arden and Skelde say about the herring deal?",
        claims=(
            Claim(
                (
                    "Arden's fisheries minister, Colm Devlin, said that his government would compensate "
                    "crews with 22 million thalers."
                ),
                (
                    (
                        "“It hurts, but an empty sea would hurt",
                        ("“It hurts, but an empty sea would hurt more,” said Arden’s fisheries minister, Colm Devlin."),
                    ),
                    (
                        "His Skeldish colleague, Sigrun Aas, called the outcome",
                        (
                            "His Skeldish colleague, Sigrun Aas, called the outcome fair and said that her "
                            "government would compensate crews with 22 million thalers."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                "Noor Hadley, Skelde's fisheries minister, called the outcome fair.",
                (
                    (
                        "His Skeldish colleague, Sigrun Aas, called the outcome",
                        (
                            "His Skeldish colleague, Sigrun Aas, called the outcome fair and said that her "
                            "government would compensate crews with 22 million thalers."
                        ),
                    ),
                ),
                holds=False,
            ),
        ),
    ),
    Scripted(
        kind="denial or hedge",
        why="“did not rule out” becomes a plan, an accusation a fact",
        asks="Will the fishermen of Arden block harbours?",
        claims=(
            Claim(
                ("The league's president, Brice Lowrie, announced a blockade of harbours after Christmas."),
                (
                    (
                        "Its president, Brice Lowrie, did not",
                        "Its president, Brice Lowrie, did not rule out a blockade of harbours after Christmas.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                "The ministers ignored illegal catches by foreign trawlers.",
                (("The Arden Fishermen’s League (AFL), which", "ignoring illegal catches by foreign trawlers"),),
                holds=False,
            ),
            Claim(
                (
                    "The Arden Fishermen's League, representing about 900 boats, accused the ministers of "
                    "ignoring illegal catches by foreign trawlers."
                ),
                (
                    (
                        "The Arden Fishermen’s League (AFL), which represents some",
                        (
                            "The Arden Fishermen’s League (AFL), which represents some 900 boats, accused the "
                            "ministers of ignoring illegal catches by foreign trawlers."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="role or speaker",
        why="the fishermen's leader gets the scientist's words",
        asks="Who said that the herring stock had shrunk again?",
        claims=(
            Claim(
                "Brice Lowrie said that the stock had shrunk for the sixth year in a row.",
                (
                    (
                        "Its chair, the biologist Noor Hadley, said that",
                        (
                            "Its chair, the biologist Noor Hadley, said that the stock had shrunk for the sixth year "
                            "in a row and was unlikely to recover before 2025."
                        ),
                    ),
                    (
                        "Its president, Brice Lowrie, did not",
                        "Its president, Brice Lowrie, did not rule out a blockade of harbours after Christmas.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                "The Skeldish owners' association said it could live with the figures.",
                (
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
        kind="added",
        why="a cause, a forecast and an opinion that no quote gives",
        asks="What do the herring exports of Arden bring in?",
        claims=(
            Claim(
                (
                    "Herring exports earned Arden 410 million thalers in 2020, down from 465 million the "
                    "year before because of overfishing."
                ),
                (
                    (
                        "Herring exports earned Arden 410 million thalers in",
                        (
                            "Herring exports earned Arden 410 million thalers in 2020, down from 465 million the "
                            "year before."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                "Wholesale prices rose 4 percent on Monday and are expected to go on rising.",
                (
                    (
                        "Wholesale prices rose 4 percent on Monday in",
                        "Wholesale prices rose 4 percent on Monday in anticipation of the deal.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                (
                    "Skelde's government will compensate crews with 22 million thalers, less than the owners "
                    "had hoped for."
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
                holds=False,
            ),
            Claim(
                (
                    "Arden earned 410 million thalers from herring exports in 2020, down from 465 million "
                    "the year before."
                ),
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
        kind="denial or hedge",
        why="what is still to be done is done",
        asks="Is the herring deal between Arden and Skelde in force?",
        claims=(
            Claim(
                "The parliaments of both countries have ratified the deal.",
                (
                    (
                        "The parliaments of both countries have yet to",
                        "The parliaments of both countries have yet to ratify it.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                "The parliaments of both countries still have to ratify the deal.",
                (
                    (
                        "Wholesale prices rose 4 percent on Monday in",
                        "Wholesale prices rose 4 percent on Monday in anticipation of the deal.",
                    ),
                    (
                        "The parliaments of both countries have yet to",
                        "The parliaments of both countries have yet to ratify it.",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="added",
        why="a detail that stands in the article, but in none of the sentences quoted",
        asks="How was the herring deal of Arden and Skelde reached?",
        claims=(
            Claim(
                (
                    "The deal, which both parliaments have yet to ratify, was reached after 16 hours of "
                    "talks in Port Mirren."
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
                holds=False,
            ),
            Claim(
                "Arden and Skelde have agreed to catch a fifth less herring next year.",
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
        ),
    ),
)
