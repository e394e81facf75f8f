"""Sentences that lose a denial, a doubt or the person who claims it: part two."""

from __future__ import annotations

from tests.retrieval.writing.table import Claim, Scripted

HEDGES_MORE: tuple[Scripted, ...] = (
    Scripted(
        kind="denial or hedge lost",
        why="alleged -> done, expected -> done",
        asks="What happened after the vote in the Torrane Islands?",
        claims=(
            Claim(
                text="Some ballot boxes on the island of Fenn had been opened before the count.",
                rests_on=(
                    (
                        "alleged that some ballot boxes on the",
                        "alleged that some ballot boxes on the island of Fenn had been opened before the count",
                    ),
                ),
                holds=False,
            ),
            Claim(
                text="Oduya has named Daniel Perrow, an economist, as her treasurer.",
                rests_on=(
                    (
                        "She is expected to name Daniel Perrow,",
                        (
                            "She is expected to name Daniel Perrow, an economist, as her treasurer, two people "
                            "close to her said"
                        ),
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="denial or hedge lost",
        why="probably is lost, not yet is lost",
        asks="Is the marsh fever vaccine safe?",
        claims=(
            Claim(
                text="An independent panel ruled out that the seizure had been caused by the vaccine.",
                rests_on=(
                    (
                        "An independent panel concluded that the seizure",
                        "An independent panel concluded that the seizure was probably not caused by the vaccine.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                text="The results have been reviewed by other scientists, and Lyra plans to publish them in June.",
                rests_on=(
                    (
                        "The results have not yet been reviewed",
                        "The results have not yet been reviewed by other scientists.",
                    ),
                    ("Lyra plans to publish them in June", "Lyra plans to publish them in June"),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="denial or hedge lost",
        why="a belief that something may be so -> a fact",
        asks="What can comets teach us?",
        claims=(
            Claim(
                text="Comets brought water to the young Earth.",
                rests_on=(
                    (
                        "Scientists believe that comets may have brought",
                        "Scientists believe that comets may have brought water to the young Earth.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                text="Scientists believe that water may have been brought to the young Earth by comets.",
                rests_on=(
                    (
                        "Scientists believe that comets may have brought",
                        "Scientists believe that comets may have brought water to the young Earth.",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="denial or hedge lost",
        why="reportedly is lost, denied -> confirmed",
        asks="Why did Inter Molara sell Bako?",
        claims=(
            Claim(
                text="Inter Molara owes 44 million crowns to its banks.",
                rests_on=(
                    (
                        "Inter Molara’s president, Fabio Lenz, denied that",
                        "Inter Molara’s president, Fabio Lenz, denied that the sale had been forced by debts.",
                    ),
                    (
                        "The club reportedly owes 44 million crowns",
                        "The club reportedly owes 44 million crowns to its banks.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                text="Inter Molara's president, Fabio Lenz, confirmed that the sale had been forced by debts.",
                rests_on=(
                    (
                        "Inter Molara’s president, Fabio Lenz, denied that",
                        "Inter Molara’s president, Fabio Lenz, denied that the sale had been forced by debts.",
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="denial or hedge lost",
        why="the denial is dropped, fall -> rise",
        asks="What happens to taxes and to the deficit in Lorvane?",
        claims=(
            Claim(
                text="Benning said that value-added tax would rise after next year's election.",
                rests_on=(
                    (
                        "Benning denied that value-added tax would rise",
                        "Benning denied that value-added tax would rise after next year’s election.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                text="The deficit is to rise to 3.8 percent of economic output, from 2.9 percent this year.",
                rests_on=(
                    (
                        "The deficit is to fall to 2.9",
                        "The deficit is to fall to 2.9 percent of economic output, from 3.8 percent this year.",
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="denial or hedge lost",
        why="an accusation that is denied -> a fact",
        asks="Did Russia pay the Taliban to kill American troops?",
        claims=(
            Claim(
                text="Russia offered the Taliban bounties to kill American troops in Afghanistan.",
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
            Claim(
                text=(
                    "The United States accused Russia of having offered the Taliban bounties for the killing "
                    "of American troops in Afghanistan, which Moscow has denied."
                ),
                rests_on=(
                    (
                        "The U.S. accused Russia of offering the",
                        (
                            "The U.S. accused Russia of offering the Taliban bounties to kill American troops in "
                            "Afghanistan, a claim that Moscow has denied."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="denial or hedge lost",
        why="would not exclude -> would exclude",
        asks="Does Moscow want to change the UN sanctions against the Taliban?",
        claims=(
            Claim(
                text=(
                    "Kabulov reportedly said on 4 October that Moscow would exclude revising the UN sanctions "
                    "regime against the Taliban."
                ),
                rests_on=(
                    (
                        "Kabulov reportedly said on October 4 that",
                        (
                            "Kabulov reportedly said on October 4 that Moscow would not “exclude” revising the UN "
                            "sanctions regime against the Taliban."
                        ),
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
)
