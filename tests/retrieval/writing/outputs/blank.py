"""Outputs of which something or everything is blank."""

from __future__ import annotations

from tests.retrieval.writing.table import Claim, Scripted

BLANK: tuple[Scripted, ...] = (
    Scripted(
        kind="empty",
        why="no sentence at all",
        asks="Who won the chess championship in Belmere?",
        not_found=True,
    ),
    Scripted(
        kind="empty",
        why="blank sentences on real quotes",
        asks="When does Lorvane's parliament vote on the budget?",
        claims=(
            Claim(
                text="",
                rests_on=(
                    ("Parliament is to vote on the budget", "Parliament is to vote on the budget on 14 December."),
                ),
                holds=False,
            ),
            Claim(
                text="   ",
                rests_on=(("The coalition has a majority of three", "The coalition has a majority of three seats."),),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="empty",
        why="a sentence on a blank quote, and one on blank space",
        asks="What did Fabio Lenz say about the sale of Bako?",
        claims=(
            Claim(
                text="Inter Molara's president, Fabio Lenz, denied that the sale had been forced by debts.",
                rests_on=(("denied that the sale had been forced by debts", ""),),
                holds=False,
            ),
            Claim(
                text="The club reportedly owes 44 million crowns to its banks.",
                rests_on=(("The club reportedly owes 44 million crowns", "  \n "),),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="empty",
        why="a blank sentence and a blank quote beside a good sentence",
        asks="What did the union of train drivers say?",
        claims=(
            Claim(
                text="",
                rests_on=(("The union of train drivers blamed understaffing", ""),),
                holds=False,
            ),
            Claim(
                text="The union of train drivers blamed understaffing, but Taudbahn rejected the charge.",
                rests_on=(
                    (
                        "The union of train drivers blamed understaffing,",
                        "The union of train drivers blamed understaffing, a charge that Taudbahn rejected.",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="empty",
        why="no text at all",
        asks="How heavy is the probe Halcyon?",
        raw="",
    ),
)
