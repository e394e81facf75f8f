"""Sentences of which one half stands in the quote and the other one does not."""

from __future__ import annotations

from tests.retrieval.writing.table import Claim, Scripted

HALVES: tuple[Scripted, ...] = (
    Scripted(
        kind="half-supported",
        why="an invented consequence for the passengers",
        asks="What does the strike mean for cruise liners?",
        claims=(
            Claim(
                text=(
                    "Two cruise liners, the Aurelia and the Princess Maud, were diverted to Port Ammer, "
                    "leaving thousands of passengers to travel on by bus."
                ),
                rests_on=(
                    (
                        "Two cruise liners — the Aurelia and",
                        "Two cruise liners - the Aurelia and the Princess Maud - were diverted to Port Ammer.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                text="Two cruise liners, the Aurelia and the Princess Maud, were diverted to Port Ammer.",
                rests_on=(
                    (
                        "Two cruise liners — the Aurelia and",
                        "Two cruise liners — the Aurelia and the Princess Maud — were diverted to Port Ammer.",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="half-supported",
        why="an invented cause for a fall of shares",
        asks="How did the strike affect Calvey Maritime's shares?",
        claims=(
            Claim(
                text=(
                    "Shares in Calvey Maritime fell 4.6 percent on Thursday because investors feared that the "
                    "strike would drag on for weeks."
                ),
                rests_on=(
                    (
                        "Shares in Calvey Maritime fell 4.6 percent",
                        "Shares in Calvey Maritime fell 4.6 percent on Thursday, their steepest drop in two years.",
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="half-supported",
        why="an invented reason for the closure",
        asks="How long will the line near Osting stay closed?",
        claims=(
            Claim(
                text=(
                    "The line will stay closed until at least Friday, as the tracks and the overhead wires "
                    "have to be repaired."
                ),
                rests_on=(("The line will stay closed until at", "The line will stay closed until at least Friday."),),
                holds=False,
            ),
            Claim(
                text="Buses are running between Osting and Lake Taud.",
                rests_on=(
                    ("Buses are running between Osting and Lake", "Buses are running between Osting and Lake Taud."),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="half-supported",
        why="an invented history for the minister's promise",
        asks="What did Alban Frey promise?",
        claims=(
            Claim(
                text=(
                    "Transport Minister Alban Frey promised 15 million crowns to replace 40 level crossings "
                    "with bridges by 2025, after experts had warned for years that the crossings were unsafe."
                ),
                rests_on=(
                    (
                        "promised 15 million crowns to replace 40",
                        "promised 15 million crowns to replace 40 level crossings with bridges by 2025",
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="half-supported",
        why="an invented cause for the collapse of earlier truces",
        asks="Did earlier truces in Arvan hold?",
        claims=(
            Claim(
                text=(
                    "Two earlier truces collapsed within a week because the rebels broke them by shelling "
                    "government positions."
                ),
                rests_on=(
                    ("Two earlier truces collapsed within a week.", "Two earlier truces collapsed within a week."),
                ),
                holds=False,
            ),
            Claim(
                text=(
                    "According to diplomats, this truce may fare better than two earlier ones, which "
                    "collapsed within a week, because winter has closed most mountain passes."
                ),
                rests_on=(
                    ("Two earlier truces collapsed within a week.", "Two earlier truces collapsed within a week."),
                    (
                        "Diplomats say that this one may fare",
                        "Diplomats say that this one may fare better because winter has closed most mountain passes.",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="half-supported",
        why="an invented superlative",
        asks="What stands ready in Tarnell?",
        claims=(
            Claim(
                text=(
                    "Twenty-two lorries with flour, blankets and medicine stand ready in Tarnell, in what is "
                    "the largest aid operation since the war began."
                ),
                rests_on=(
                    (
                        "Twenty-two lorries with flour, blankets and medicine",
                        (
                            "Twenty-two lorries with flour, blankets and medicine stand ready in Tarnell, 60 "
                            "kilometres away."
                        ),
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="half-supported",
        why="an invented sum",
        asks="Will Corvex ask for damages?",
        claims=(
            Claim(
                text=(
                    "Corvex, which has spent 74 million florins on the site, is considering a claim for "
                    "damages that could cost the government more than 100 million florins."
                ),
                rests_on=(
                    (
                        "Corvex, which has spent 74 million florins",
                        (
                            "Corvex, which has spent 74 million florins on the site, said it was considering a "
                            "claim for damages."
                        ),
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
)
