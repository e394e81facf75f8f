"""Sentences in which a number is not that of the quote: part two."""

from __future__ import annotations

from tests.retrieval.writing.table import Claim, Scripted

NUMBERS_MORE: tuple[Scripted, ...] = (
    Scripted(
        kind="number changed",
        why="a share, and a number with its point lost",
        asks="What do we know about marsh fever and the new vaccine?",
        claims=(
            Claim(
                text=(
                    "The experimental vaccine of Lyra Biologics reduced infections by 17 percent in a trial "
                    "among children."
                ),
                rests_on=(
                    (
                        "reduced infections by 71 percent in a",
                        "reduced infections by 71 percent in a trial among children",
                    ),
                ),
                holds=False,
            ),
            Claim(
                text=(
                    "Marsh fever infects about 18 million people a year and kills some 22,000, most of them "
                    "children under five."
                ),
                rests_on=(
                    (
                        "Marsh fever infects about 1.8 million people",
                        "Marsh fever infects about 1.8 million people a year and kills some 22,000",
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="number changed",
        why="a weight without its point, and a unit",
        asks="How heavy is the probe Halcyon, and when did it first report?",
        claims=(
            Claim(
                text="Halcyon weighs 16 tonnes and cost 640 million crowns.",
                rests_on=(
                    ("which weighs 1.6 tonnes and cost 640", "which weighs 1.6 tonnes and cost 640 million crowns"),
                ),
                holds=False,
            ),
            Claim(
                text="The probe sent its first signal 38 hours after launch.",
                rests_on=(("sent its first signal 38 minutes after", "sent its first signal 38 minutes after launch"),),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="number changed",
        why="goals and matches change places",
        asks="How many goals did Bako score last season?",
        claims=(
            Claim(
                text="Bako, who is 23, scored 34 goals in 19 league matches last season.",
                rests_on=(
                    ("Bako, 23, has agreed to a four-year", "Bako, 23, has agreed to a four-year contract"),
                    ("He scored 19 goals in 34 league", "He scored 19 goals in 34 league matches last season"),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="number changed",
        why="billions to millions",
        asks="How big is Lorvane's budget for 2024?",
        claims=(
            Claim(
                text=(
                    "Clara Benning presented a budget of 94 million crowns for 2024 that cuts income tax for families."
                ),
                rests_on=(
                    ("presented a budget of 94 billion crowns", "presented a budget of 94 billion crowns for 2024"),
                ),
                holds=False,
            ),
            Claim(
                text=(
                    "A couple with two children will pay around 640 crowns less in tax a year, according to "
                    "the ministry."
                ),
                rests_on=(
                    (
                        "A couple with two children will pay",
                        "A couple with two children will pay about 640 crowns less tax a year, the ministry said.",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="number changed",
        why="the countries of the first round for those of the second",
        asks="How many countries were invited to the second round of the Moscow format?",
        claims=(
            Claim(
                text=(
                    "Invitations to the second round of the consultations were sent to 11 countries, including the US."
                ),
                rests_on=(
                    (
                        "The second round of the consultations was",
                        "The second round of the consultations was held in Moscow on September 4, 2018.",
                    ),
                    (
                        "Invitations were sent to 12 countries, the",
                        "Invitations were sent to 12 countries, the US included.",
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="number changed",
        why="ten times as many containers",
        asks="How many containers are stuck in Calvey?",
        claims=(
            Claim(
                text="About 42,000 containers are stranded on the quays at Calvey, the Shippers' Council estimates.",
                rests_on=(
                    ("About 4,200 containers are stranded on the", "About 4,200 containers are stranded on the quays"),
                ),
                holds=False,
            ),
            Claim(
                text="The number of ships waiting outside the harbour of Calvey rose from 7 to 11 within a day.",
                rests_on=(
                    (
                        "The number of ships waiting outside the",
                        "The number of ships waiting outside the harbour rose to eleven, from seven a day earlier.",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
)
