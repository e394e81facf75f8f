"""Sentences in which the right people do and say what others did and said."""

from __future__ import annotations

from tests.retrieval.writing.table import Claim, Scripted

ROLES: tuple[Scripted, ...] = (
    Scripted(
        kind="who did what",
        why="the other side asked for it",
        asks="Why were the meetings in September postponed?",
        claims=(
            Claim(
                text=(
                    "Calvey Maritime's spokesman, Tomas Reyle, said that the meetings had been postponed at "
                    "the company's own request."
                ),
                rests_on=(
                    (
                        "Calvey Maritime rejected the accusation. Its spokesman,",
                        "Calvey Maritime rejected the accusation.",
                    ),
                    (
                        "Its spokesman, Tomas Reyle, said the meetings",
                        "Its spokesman, Tomas Reyle, said the meetings had been postponed at the union's request",
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="who did what",
        why="accuser and accused change places",
        asks="Who fired first near the Dornic valley?",
        claims=(
            Claim(
                text="The army accused the Highland Front of firing first, which the rebels rejected.",
                rests_on=(
                    (
                        "The Highland Front accused the army of",
                        "The Highland Front accused the army of firing first; the ministry rejected that.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                text=(
                    "The defence ministry reported sporadic gunfire near the Dornic valley on Thursday night, "
                    "18 November 2021, but said no one had been hurt."
                ),
                rests_on=(
                    (
                        "The defence ministry reported sporadic gunfire near",
                        (
                            "The defence ministry reported sporadic gunfire near the Dornic valley on Thursday "
                            "night but said that nobody had been hurt."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="who did what",
        why="seller and buyer change places",
        asks="Who bought Idris Bako?",
        claims=(
            Claim(
                text=(
                    "Inter Molara have signed the Kessaran striker Idris Bako from Ardlow Rovers for 31 million crowns."
                ),
                rests_on=(
                    (
                        "Ardlow Rovers have signed the Kessaran striker",
                        (
                            "Ardlow Rovers have signed the Kessaran striker Idris Bako from Inter Molara for a "
                            "club record fee of 31 million crowns"
                        ),
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="who did what",
        why="winner and loser change places",
        asks="Who governs the Torrane Islands?",
        claims=(
            Claim(
                text="Colm Brae unseated Maren Oduya, who had held the office of governor for twelve years.",
                rests_on=(
                    (
                        "unseating Colm Brae, who had held the",
                        "unseating Colm Brae, who had held the office for twelve years",
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="who did what",
        why="the forecast and the doubt change places",
        asks="What does the central bank say about growth in Lorvane?",
        claims=(
            Claim(
                text=(
                    "The central bank expects the economy of Lorvane to grow by 1.4 percent, a forecast that "
                    "the government considers too optimistic."
                ),
                rests_on=(
                    (
                        "The government expects the economy of Lorvane",
                        (
                            "The government expects the economy of Lorvane to grow by 1.4 percent, a forecast that "
                            "the central bank considers too optimistic."
                        ),
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="who did what",
        why="the two delegates change places",
        asks="What did the delegates say after the second round in Moscow?",
        claims=(
            Claim(
                text=(
                    "Sher Mohammad Abbas Stanikzai, who led the Taliban group, confirmed that he had brief "
                    "talks with members of the Afghan government at a working lunch and called them friendly."
                ),
                rests_on=(
                    (
                        'confirmed that he had "brief talks" with',
                        (
                            'confirmed that he had "brief talks" with the Taliban members at a working lunch, '
                            'characterizing the talks as "friendly."'
                        ),
                    ),
                    (
                        "But Sher Mohammad Abbas Stanikzai, who led",
                        "But Sher Mohammad Abbas Stanikzai, who led the Taliban group, reiterated",
                    ),
                ),
                holds=False,
            ),
            Claim(
                text=(
                    "Din Mohammad Azizullah, the head of the Afghan government delegation, confirmed that he "
                    'had "brief talks" with the Taliban members at a working lunch and called them "friendly."'
                ),
                rests_on=(
                    (
                        "Din Mohammad Azizullah, head of the Afghan",
                        (
                            "Din Mohammad Azizullah, head of the Afghan government delegation, confirmed that he "
                            'had "brief talks" with the Taliban members at a working lunch, characterizing the '
                            'talks as "friendly."'
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="who did what",
        why="the mayor's words go to the farmer, the rejection to the union",
        asks="Who is to blame for the crash near Osting?",
        claims=(
            Claim(
                text=(
                    "Emil Rast, who farms beside the line, said they asked for a bridge there in 2016 and got a mirror."
                ),
                rests_on=(
                    ('"We asked for a bridge here in', "We asked for a bridge here in 2016 and got a mirror"),
                    ("said Emil Rast, who farms beside the", "said Emil Rast, who farms beside the line"),
                ),
                holds=False,
            ),
            Claim(
                text="Taudbahn blamed understaffing, a charge that the union of train drivers rejected.",
                rests_on=(
                    (
                        "The union of train drivers blamed understaffing,",
                        "The union of train drivers blamed understaffing, a charge that Taudbahn rejected.",
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="who did what",
        why="accuser and accused change places",
        asks="What is the quarrel over bounties in Afghanistan?",
        claims=(
            Claim(
                text="Russia accused the U.S. of offering the Taliban bounties, a claim that Washington has denied.",
                rests_on=(
                    (
                        "The U.S. accused Russia of offering the",
                        (
                            "The U.S. accused Russia of offering the Taliban bounties to kill American troops in "
                            "Afghanistan, a claim that Moscow has denied."
                        ),
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
)
