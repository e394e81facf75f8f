"""Sentences in which a number is not that of the quote."""

from __future__ import annotations

from tests.retrieval.writing.table import Claim, Scripted

NUMBERS: tuple[Scripted, ...] = (
    Scripted(
        kind="number changed",
        why="the union's members for the dockers",
        asks="How many dockers are on strike in Calvey?",
        claims=(
            Claim(
                text=(
                    "More than 1,900 dockers at the port of Calvey walked out on Thursday in a dispute over "
                    "pay and weekend shifts."
                ),
                rests_on=(
                    (
                        "More than 1,400 dockers at the port",
                        (
                            "More than 1,400 dockers at the port of Calvey walked out on Thursday in a dispute "
                            "over pay and weekend shifts"
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                text=(
                    "The union represents some 1,900 people at the port, around three quarters of whom work "
                    "on the quays."
                ),
                rests_on=(
                    (
                        "It represents some 1,900 people at the",
                        "It represents some 1,900 people at the port, about three quarters of whom work on the quays.",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="number changed",
        why="a half is added",
        asks="What does the dockers' union demand?",
        claims=(
            Claim(
                text="The union is asking for 8.5 percent, while Calvey Maritime has offered 3.5 percent.",
                rests_on=(
                    ("does not improve its offer of 3.5", "does not improve its offer of 3.5 percent"),
                    ("The union is asking for 8 percent.", "The union is asking for 8 percent."),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="number changed",
        why="two digits change places",
        asks="How many people were injured in the Osting crash?",
        claims=(
            Claim(
                text=(
                    "Four people were killed and 72 injured on 8 February 2022 when a regional train struck a "
                    "timber lorry at a level crossing west of Osting."
                ),
                rests_on=(
                    (
                        "Four people were killed and 27 injured",
                        (
                            "Four people were killed and 27 injured on Tuesday morning when a regional train "
                            "struck a timber lorry"
                        ),
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="number changed",
        why="a number of the same sentence in the place of another",
        asks="How badly hurt are the people from the Osting train?",
        claims=(
            Claim(
                text="A surgeon, Dr Pia Lorant, described the condition of nineteen of the injured as critical.",
                rests_on=(
                    (
                        "Nineteen of the injured were taken to",
                        (
                            "Nineteen of the injured were taken to the district hospital, where a surgeon, Dr Pia "
                            "Lorant, described the condition of five of them as critical."
                        ),
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="number changed",
        why="the prisoners become more",
        asks="How many prisoners will be exchanged in Arvan?",
        claims=(
            Claim(
                text=(
                    "The agreement provides for the exchange of 210 prisoners and the opening of two roads to "
                    "the besieged town of Merrovin."
                ),
                rests_on=(
                    (
                        "It provides for the exchange of 120",
                        "It provides for the exchange of 120 prisoners and the opening of two roads",
                    ),
                ),
                holds=False,
            ),
            Claim(
                text="The agreement, which came after nine days of talks, was reached in the neutral city of Lissen.",
                rests_on=(
                    (
                        "The agreement was reached after nine days",
                        "The agreement was reached after nine days of talks in the neutral city of Lissen.",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="number changed",
        why="the votes of the judges",
        asks="How close was the ruling on the Palden dam?",
        claims=(
            Claim(
                text=(
                    "The Supreme Court of Ostria ruled by six votes to three that the government had failed "
                    "to consult villagers who would lose their land."
                ),
                rests_on=(
                    (
                        "ruling by five votes to two that",
                        (
                            "ruling by five votes to two that the government had failed to consult villagers who "
                            "would lose their land"
                        ),
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="number changed",
        why="the digits around the point change places",
        asks="By how much did Oduya win?",
        claims=(
            Claim(
                text=(
                    "Oduya of the Island Alliance had 53.2 percent of the vote with all ballots counted, "
                    "against 44.1 percent for Brae of the Unity Party."
                ),
                rests_on=(
                    (
                        "Oduya of the Island Alliance had 52.3",
                        "Oduya of the Island Alliance had 52.3 percent of the vote",
                    ),
                    ("Brae, of the Unity Party, won 44.1", "Brae, of the Unity Party, won 44.1 percent."),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
)
