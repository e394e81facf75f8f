"""Sentences of which one half stands in the quote and the other one does not: part two."""

from __future__ import annotations

from tests.retrieval.writing.table import Claim, Scripted

HALVES_MORE: tuple[Scripted, ...] = (
    Scripted(
        kind="half-supported",
        why="an invented first in history",
        asks="Who is Maren Oduya?",
        claims=(
            Claim(
                text=(
                    "Maren Oduya, a former schools inspector, unseated Colm Brae and will be the first woman "
                    "to govern the Torrane Islands."
                ),
                rests_on=(
                    (
                        "Maren Oduya, a former schools inspector, has",
                        (
                            "Maren Oduya, a former schools inspector, has won Sunday’s election for governor of "
                            "the Torrane Islands, unseating Colm Brae"
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
        why="an invented cause, and an invented judgement",
        asks="What happened to Lyra's shares, and were there side effects?",
        claims=(
            Claim(
                text="Lyra's shares rose 9 percent as investors bet on a quick approval of the vaccine.",
                rests_on=(("Lyra's shares rose 9 percent.", "Lyra's shares rose 9 percent."),),
                holds=False,
            ),
            Claim(
                text=(
                    "Side effects were mostly mild, the company said, which makes the vaccine safer than "
                    "older vaccines for children."
                ),
                rests_on=(
                    ("Side effects were mostly mild, the company", "Side effects were mostly mild, the company said."),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="half-supported",
        why="an invented reason for the missing money",
        asks="Will the samples from the comet come back to Earth?",
        claims=(
            Claim(
                text=(
                    "Rui Almada said that a return in 2034 was possible, but funds for the recovery of the "
                    "capsule had not been approved because parliament had cut the agency's budget."
                ),
                rests_on=(
                    (
                        "a return in 2034 was possible but",
                        (
                            "a return in 2034 was possible but that funds for the recovery of the capsule had not "
                            "been approved"
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
        why="an invented wage",
        asks="What contract did Bako sign?",
        claims=(
            Claim(
                text=(
                    "Bako, 23, has agreed to a four-year contract that will earn him more than three million "
                    "crowns a year."
                ),
                rests_on=(
                    (
                        "Bako, 23, has agreed to a four-year",
                        "Bako, 23, has agreed to a four-year contract and will wear the number 11 shirt.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                text=(
                    "Bako missed the whole of March last season with a knee injury, but he scored 19 goals in "
                    "34 league matches."
                ),
                rests_on=(
                    ("Bako, 23, has agreed to a four-year", "Bako, 23, has agreed to a four-year contract"),
                    (
                        "He scored 19 goals in 34 league",
                        (
                            "He scored 19 goals in 34 league matches last season, although he missed the whole of "
                            "March with a knee injury."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="half-supported",
        why="an invented consequence of the vote",
        asks="How will the opposition vote on Lorvane's budget?",
        claims=(
            Claim(
                text=(
                    "Oskar Timm called the budget a gift to the well-off and said that his party would vote "
                    "against it, which could bring down the coalition."
                ),
                rests_on=(
                    (
                        "called it “a gift to the well-off”",
                        "called it “a gift to the well-off” and said his party would vote against it",
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="half-supported",
        why="general knowledge is added to the quote",
        asks="How did the Taliban come to power?",
        claims=(
            Claim(
                text=(
                    "The Taliban seized control of the Afghan government in August following a lightning-fast "
                    "offensive, and President Ashraf Ghani fled the country."
                ),
                rests_on=(
                    (
                        "The hardline Islamist group seized control of",
                        (
                            "The hardline Islamist group seized control of the Afghan government in August "
                            "following a lightning-fast offensive"
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
        why="general knowledge is added to the quote",
        asks="Is the Taliban legal in Russia?",
        claims=(
            Claim(
                text=(
                    "The group remains formally banned in Russia, where the Supreme Court designated it a "
                    "terrorist organization in 2003."
                ),
                rests_on=(
                    ("The group remains formally banned in Russia.", "The group remains formally banned in Russia."),
                ),
                holds=False,
            ),
            Claim(
                text=(
                    "The Taliban delegations that Moscow has hosted in recent years came for talks that "
                    "attempted to mediate peace with the Afghan government, and the latest trip was in July."
                ),
                rests_on=(
                    (
                        "Moscow has in recent years hosted Taliban",
                        (
                            "Moscow has in recent years hosted Taliban delegations for a series of talks "
                            "attempting to mediate peace with the Afghan government"
                        ),
                    ),
                    ("The latest trip took place in July,", "The latest trip took place in July"),
                ),
                holds=True,
            ),
        ),
    ),
)
