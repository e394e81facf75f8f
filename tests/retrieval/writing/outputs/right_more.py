"""Sentences that a reader of the quotes agrees with: part two."""

from __future__ import annotations

from tests.retrieval.writing.table import Claim, Scripted

RIGHT_MORE: tuple[Scripted, ...] = (
    Scripted(
        kind="right",
        why="a trial with its numbers, and an outside voice",
        asks="How well does the marsh fever vaccine work?",
        claims=(
            Claim(
                text=(
                    "Lyra Biologics said on 29 March 2023 that its experimental marsh fever vaccine had "
                    "reduced infections by 71 percent in a trial among children."
                ),
                rests_on=(
                    (
                        "An experimental vaccine against marsh fever reduced",
                        (
                            "An experimental vaccine against marsh fever reduced infections by 71 percent in a "
                            "trial among children, its developer, Lyra Biologics, said on Wednesday."
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                text=(
                    "The study involved 3,600 children between the ages of 2 and 9 in Kessara and Odun, half "
                    "of whom were given three doses of the vaccine LB-14 while the others received a placebo."
                ),
                rests_on=(
                    (
                        "The study involved 3,600 children aged between",
                        "The study involved 3,600 children aged between two and nine in Kessara and Odun.",
                    ),
                    (
                        "Half of them were given three doses",
                        (
                            "Half of them were given three doses of the vaccine, known as LB-14; the others "
                            "received a placebo."
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                text=(
                    "Professor Amina Dray of the University of Belmere, who was not involved in the trial, "
                    "called the numbers encouraging but said it is not known how long the protection lasts."
                ),
                rests_on=(
                    (
                        '"These are encouraging numbers, but we do',
                        (
                            '"These are encouraging numbers, but we do not know how long the protection lasts," '
                            "said Professor Amina Dray"
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="right",
        why="a quote cut short at both ends, and a weekday to a date",
        asks="When will Halcyon reach its comet?",
        claims=(
            Claim(
                text=(
                    "The comet probe Halcyon, which weighs 1.6 tonnes and cost 640 million crowns, is due to "
                    "reach the comet Tarsis-Bell in August 2029."
                ),
                rests_on=(
                    (
                        "which weighs 1.6 tonnes and cost 640",
                        "which weighs 1.6 tonnes and cost 640 million crowns, is to reach the comet Tarsis-Bell",
                    ),
                ),
                holds=True,
            ),
            Claim(
                text=(
                    "Halcyon lifted off from the Sant Orel spaceport at dawn on 26 January 2024, two days "
                    "later than planned, and its first signal came 38 minutes after the launch."
                ),
                rests_on=(
                    (
                        "lifted off from the Sant Orel spaceport",
                        (
                            "lifted off from the Sant Orel spaceport at dawn on Friday, two days later than "
                            "planned, and sent its first signal 38 minutes after launch"
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="right",
        why="order of the facts turned round, a pronoun resolved",
        asks="What are the terms of Idris Bako's move to Ardlow Rovers?",
        claims=(
            Claim(
                text=(
                    "Ardlow Rovers announced on Wednesday, 31 August 2022, that they had signed the Kessaran "
                    "striker Idris Bako from Inter Molara for 31 million crowns, a record fee for the club."
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
                holds=True,
            ),
            Claim(
                text=(
                    "Bako, who is 23 and scored 19 goals in 34 league matches last season, has agreed to a "
                    "contract of four years and will wear the number 11 shirt."
                ),
                rests_on=(
                    (
                        "Bako, 23, has agreed to a four-year",
                        "Bako, 23, has agreed to a four-year contract and will wear the number 11 shirt.",
                    ),
                    ("He scored 19 goals in 34 league", "He scored 19 goals in 34 league matches last season"),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="right",
        why="figures and years that follow from the day of publication",
        asks="What is in Lorvane's budget for 2024?",
        claims=(
            Claim(
                text=(
                    "On 28 November 2023, Finance Minister Clara Benning presented a budget of 94 billion "
                    "crowns for 2024 which cuts income tax for families and raises the duty on tobacco by 10 "
                    "percent."
                ),
                rests_on=(
                    (
                        "presented a budget of 94 billion crowns",
                        (
                            "presented a budget of 94 billion crowns for 2024 that cuts income tax for families "
                            "and raises the duty on tobacco by 10 percent"
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                text="The deficit is to shrink from 3.8 percent of economic output in 2023 to 2.9 percent.",
                rests_on=(
                    (
                        "The deficit is to fall to 2.9",
                        "The deficit is to fall to 2.9 percent of economic output, from 3.8 percent this year.",
                    ),
                ),
                holds=True,
            ),
            Claim(
                text="Lorvane's parliament is due to vote on the budget on 14 December 2023.",
                rests_on=(
                    ("Parliament is to vote on the budget", "Parliament is to vote on the budget on 14 December."),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="right",
        why="two sentences of one shipped article, and one of the other",
        asks="When will the Moscow talks on Afghanistan take place, and is the Taliban invited?",
        claims=(
            Claim(
                text=(
                    "Russia's presidential envoy to Afghanistan, Zamir Kabulov, told journalists that a "
                    "Taliban delegation had been invited to Afghan talks in Moscow on 20 October 2021, RIA "
                    "Novosti reported."
                ),
                rests_on=(
                    (
                        "Russia has invited the Taliban to attend",
                        (
                            "Russia has invited the Taliban to attend negotiations on Afghanistan in Moscow later "
                            "this month"
                        ),
                    ),
                    (
                        "told journalists that a Taliban delegation has",
                        (
                            "told journalists that a Taliban delegation has been invited for Afghan talks in the "
                            "Russian capital on Oct. 20"
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                text=(
                    "The talks will follow a G20 summit on Afghanistan on 12 October, which will seek to help "
                    "the country avoid a humanitarian catastrophe after the Taliban takeover."
                ),
                rests_on=(
                    (
                        "summit on Afghanistan on October 12 that will seek",
                        (
                            "The talks will follow a G20 summit on Afghanistan on October 12 that will seek to "
                            "help the country avoid a humanitarian catastrophe"
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
)
