"""Held-out sentences about a fishing quota: figures, days, names, words and quotes that are right or wrong."""

from __future__ import annotations

from tests.retrieval.writing.table import Claim, Scripted

QUOTA_FACTS = (
    Scripted(
        kind="number",
        why="the new total for the difference, one length for another",
        asks="By how much will the herring quota fall?",
        claims=(
            Claim(
                "The total quota in the shared waters will fall by 120,000 tonnes.",
                (
                    (
                        "The total quota in their shared",
                        "The total quota in their shared waters will fall from 150,000 to 120,000 tonnes.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                "Boats longer than 42 metres must carry cameras from 1 March.",
                (
                    (
                        "Under the agreement, boats longer than 24 metres",
                        "Under the agreement, boats longer than 24 metres must carry cameras from 1 March.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                ("The total quota in the shared waters of Arden and Skelde will fall from 150,000 to 120,000 tonnes."),
                (
                    (
                        "Arden and Skelde will catch a",
                        (
                            "Arden and Skelde will catch a fifth less herring next year under a deal reached in the "
                            "early hours of Tuesday after 16 hours of talks in Port Mirren."
                        ),
                    ),
                    (
                        "The total quota in their shared",
                        "The total quota in their shared waters will fall from 150,000 to 120,000 tonnes.",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="name or place",
        why="one country for the other",
        asks="How is the herring quota divided between Arden and Skelde?",
        claims=(
            Claim(
                "Skelde's fleet is to receive 55 percent of the quota, and Arden's the rest.",
                (
                    (
                        "The total quota in their shared",
                        "The total quota in their shared waters will fall from 150,000 to 120,000 tonnes.",
                    ),
                    (
                        "Arden’s fleet is to receive 55",
                        "Arden’s fleet is to receive 55 percent of it, as before, and Skelde’s the rest.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                "A proposal by Arden to close the Grell Bank to all fishing was turned down.",
                (
                    (
                        "A Skeldish proposal to close the",
                        (
                            "A Skeldish proposal to close the Grell Bank to all fishing was turned down; it is to be "
                            "discussed again in May."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                (
                    "Skelde's proposal to close the Grell Bank to all fishing was turned down, but is to be "
                    "discussed again in May."
                ),
                (
                    (
                        "A Skeldish proposal to close the",
                        (
                            "A Skeldish proposal to close the Grell Bank to all fishing was turned down; it is to be "
                            "discussed again in May."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="date",
        why="a weekday counted wrongly, a month for another",
        asks="When did wholesale prices of herring rise?",
        claims=(
            Claim(
                "Wholesale prices rose 4 percent on 14 December 2021 in anticipation of the deal.",
                (
                    (
                        "Wholesale prices rose 4 percent on Monday in",
                        "Wholesale prices rose 4 percent on Monday in anticipation of the deal.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                "Under the agreement, boats longer than 24 metres must carry cameras from 1 May.",
                (
                    (
                        "Under the agreement, boats longer than 24 metres",
                        "Under the agreement, boats longer than 24 metres must carry cameras from 1 March.",
                    ),
                    (
                        "A Skeldish proposal to close the",
                        (
                            "A Skeldish proposal to close the Grell Bank to all fishing was turned down; it is to be "
                            "discussed again in May."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                ("Under the agreement, boats of more than 24 metres in length have to carry cameras from 1 March."),
                (
                    (
                        "Under the agreement, boats longer than 24 metres",
                        "Under the agreement, boats longer than 24 metres must carry cameras from 1 March.",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="date",
        why="the earlier year gets the later figure",
        asks="In which year did herring exports earn Arden 410 million thalers?",
        claims=(
            Claim(
                "Herring exports earned Arden 410 million thalers in 2019.",
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
        ),
    ),
    Scripted(
        kind="word exchanged",
        why="another noun, another adjective",
        asks="What must boats carry under the herring deal?",
        claims=(
            Claim(
                "Boats longer than 24 metres must carry observers from 1 March under the agreement.",
                (
                    (
                        "Under the agreement, boats longer than 24 metres",
                        "Under the agreement, boats longer than 24 metres must carry cameras from 1 March.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                "The Skeldish minister, Sigrun Aas, called the outcome painful.",
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
        kind="fabricated quote",
        why="a penalty that nobody mentions; a reworded quote",
        asks="What happens to boats that catch more herring than allowed?",
        claims=(
            Claim(
                "Fines for boats that exceed their quota will double.",
                (("Under the agreement, boats longer than", "fines for boats that exceed their quota will double"),),
                holds=False,
            ),
            Claim(
                "Wholesale prices rose 4 percent in anticipation of the deal.",
                (
                    (
                        "Wholesale prices rose 4 percent on Monday",
                        "Wholesale herring prices jumped by 4 percent ahead of the deal",
                    ),
                ),
                holds=False,
            ),
        ),
    ),
)
