"""Answers of which some sentences hold and some do not: part two."""

from __future__ import annotations

from tests.retrieval.writing.table import Claim, Scripted

MIXED_MORE: tuple[Scripted, ...] = (
    Scripted(
        kind="mixed",
        why="two right, a death and an approval invented",
        asks="What side effects did the marsh fever vaccine have?",
        claims=(
            Claim(
                text=(
                    "The company said that side effects were mostly mild; four children developed a high "
                    "fever and one was treated in hospital for a seizure, but all recovered."
                ),
                rests_on=(
                    ("Side effects were mostly mild, the company", "Side effects were mostly mild, the company said."),
                    (
                        "Four children developed a high fever, and",
                        (
                            "Four children developed a high fever, and one was treated in hospital for a seizure; "
                            "all recovered."
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                text="One child died of a seizure after the third dose.",
                rests_on=(
                    ("one was treated in hospital for a", "one was treated in hospital for a seizure; all recovered"),
                ),
                holds=False,
            ),
            Claim(
                text=(
                    "An independent panel came to the conclusion that the seizure was probably not caused by "
                    "the vaccine."
                ),
                rests_on=(
                    (
                        "An independent panel concluded that the seizure",
                        "An independent panel concluded that the seizure was probably not caused by the vaccine.",
                    ),
                ),
                holds=True,
            ),
            Claim(
                text="The vaccine has already been approved in Kessara.",
                rests_on=(
                    (
                        "to apply for approval in Kessara before",
                        "to apply for approval in Kessara before the end of the year",
                    ),
                ),
                holds=False,
            ),
        ),
    ),
    Scripted(
        kind="mixed",
        why="two right, one failure invented, one hope made certain",
        asks="Did everything go well with the launch of Halcyon?",
        claims=(
            Claim(
                text=(
                    "Strong winds prevented a launch on Wednesday, 24 January 2024, and a faulty valve caused "
                    "another postponement on the day after."
                ),
                rests_on=(
                    (
                        "Strong winds had prevented a launch on",
                        (
                            "Strong winds had prevented a launch on Wednesday, and a faulty valve caused a second "
                            "postponement on Thursday."
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                text="One of the two solar panels failed to open, so that the probe is on half power.",
                rests_on=(
                    (
                        "She said one of the two solar",
                        (
                            "She said one of the two solar panels had opened more slowly than expected but was now "
                            "producing full power."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                text="The probe will bring back the first samples of ice from a comet.",
                rests_on=(
                    (
                        "The Southern Space Agency hopes that the",
                        (
                            "The Southern Space Agency hopes that the probe will bring back the first samples of "
                            "ice from a comet."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                text=(
                    "The Southern Space Agency hopes the probe will return with the first samples of ice from a comet."
                ),
                rests_on=(
                    (
                        "The Southern Space Agency hopes that the",
                        (
                            "The Southern Space Agency hopes that the probe will bring back the first samples of "
                            "ice from a comet."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="mixed",
        why="two right, two votes changed",
        asks="What do Lorvane's politicians say about the budget?",
        claims=(
            Claim(
                text=(
                    "Finance Minister Clara Benning called it a budget for the kitchen table, while Oskar "
                    "Timm, who leads the opposition Labour League, called it “a gift to the well-off”."
                ),
                rests_on=(
                    (
                        "Finance Minister Clara Benning on Tuesday presented",
                        "Finance Minister Clara Benning on Tuesday presented a budget",
                    ),
                    (
                        "“This is a budget for the kitchen",
                        "“This is a budget for the kitchen table,” Benning told parliament.",
                    ),
                    (
                        "The leader of the opposition Labour League,",
                        "The leader of the opposition Labour League, Oskar Timm, called it “a gift to the well-off”",
                    ),
                ),
                holds=True,
            ),
            Claim(
                text="Timm said that his party would abstain.",
                rests_on=(("said his party would vote against it.", "said his party would vote against it"),),
                holds=False,
            ),
            Claim(
                text=(
                    "Hanna Grieg, a deputy of the Rural Party, said she would vote against the budget because "
                    "of the planned closure of 14 village courts."
                ),
                rests_on=(
                    (
                        "said she had not decided how to",
                        "said she had not decided how to vote because of the planned closure of 14 village courts",
                    ),
                ),
                holds=False,
            ),
            Claim(
                text=(
                    "The head of the audit office, Werner Stahl, warned that the plan depended on selling the "
                    "state lottery, for which no buyer had been found."
                ),
                rests_on=(
                    (
                        "The head of the audit office, Werner",
                        (
                            "The head of the audit office, Werner Stahl, warned that the plan depended on the sale "
                            "of the state lottery, for which no buyer has been found."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="mixed",
        why="two right, one invitation made a visit, one point turned round",
        asks="What is the aim of the Moscow format, and who has taken part?",
        claims=(
            Claim(
                text=(
                    "The main objective of the Moscow format meeting is to facilitate national reconciliation "
                    "in Afghanistan and to secure peace there as soon as possible."
                ),
                rests_on=(
                    (
                        "The Moscow format meeting’s main objective is",
                        (
                            "The Moscow format meeting’s main objective is to facilitate the national "
                            "reconciliation process in Afghanistan and secure peace in that country as soon as "
                            "possible."
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                text="The United States took part in the first round.",
                rests_on=(
                    (
                        "The representatives of the United States who",
                        (
                            "The representatives of the United States who were invited to take part in the meeting "
                            "declined, saying that the new US administration lacked an Afghanistan strategy at the "
                            "time."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                text=(
                    "Sher Mohammad Abbas Stanikzai, who led the Taliban group, reiterated that the Taliban "
                    "did not see the current government in Kabul as legitimate."
                ),
                rests_on=(
                    (
                        "But Sher Mohammad Abbas Stanikzai, who led",
                        (
                            "But Sher Mohammad Abbas Stanikzai, who led the Taliban group, reiterated that the "
                            "Taliban does not see the current government in Kabul as legitimate."
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                text="Azizullah, the head of the Taliban delegation, called the talks friendly.",
                rests_on=(
                    (
                        "Din Mohammad Azizullah, head of the Afghan",
                        "Din Mohammad Azizullah, head of the Afghan government delegation, confirmed that he had",
                    ),
                ),
                holds=False,
            ),
        ),
    ),
    Scripted(
        kind="mixed",
        why="two right, one dismissal made an admission",
        asks="How are Ardlow Rovers doing?",
        claims=(
            Claim(
                text=(
                    "Rovers finished fifth last season, one place behind Castle Town, and have won just one "
                    "of their first five matches."
                ),
                rests_on=(
                    (
                        "Rovers finished fifth last season, one place",
                        (
                            "Rovers finished fifth last season, one place behind Castle Town, and have won only "
                            "one of their first five matches."
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                text="Kruse, who took over in June, admitted that the club was in a crisis.",
                rests_on=(
                    (
                        "Kruse, who took over in June, dismissed",
                        "Kruse, who took over in June, dismissed talk of a crisis.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                text="Season-ticket prices went up by 6 percent in the summer of 2022.",
                rests_on=(
                    (
                        "Season-ticket prices rose by 6 percent this",
                        "Season-ticket prices rose by 6 percent this summer.",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
)
