"""Held-out sentences about a bank robbery trial: all of them sound."""

from __future__ import annotations

from tests.retrieval.writing.table import Claim, Scripted

TRIAL_SOUND = (
    Scripted(
        kind="joined",
        why="neighbouring sentences put into one",
        asks="Was anybody hurt when the robbers took the money from Ostler's Bank?",
        claims=(
            Claim(
                "The robbers got away with 1.3 million crowns, and nobody was hurt.",
                (
                    ("The robbers left with 1.3 million", "The robbers left with 1.3 million crowns"),
                    ("The robbers left with 1.3 million crowns, of", "Nobody was hurt."),
                ),
                holds=True,
            ),
            Claim(
                (
                    "Mr Orrin denies conspiracy, and his counsel, Tobias Wend, told the jury that his client "
                    "had been threatened."
                ),
                (
                    ("“Without him there would have been", "Mr Orrin denies conspiracy."),
                    ("His counsel, Tobias Wend, told the", "told the jury that his client had been threatened"),
                ),
                holds=True,
            ),
            Claim(
                (
                    "Joost Merrin is thought to have left the country, and an international warrant was "
                    "issued for him in March."
                ),
                (
                    (
                        "A third, Joost Merrin, is thought to have",
                        "A third, Joost Merrin, is thought to have left the country.",
                    ),
                    (
                        "An international warrant was issued for",
                        "An international warrant was issued for him in March.",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="resolved",
        why="weekdays become dates",
        asks="When did the trial of Dennis Orrin begin and when does it go on?",
        claims=(
            Claim(
                "The trial began on 14 November 2023 and is to last four weeks.",
                (
                    (
                        "A former security guard let three masked men",
                        "on Tuesday, the first day of a trial that is to last four weeks",
                    ),
                ),
                holds=True,
            ),
            Claim(
                "A detective is due to give evidence when the trial continues on 16 November 2023.",
                (
                    (
                        "The trial continues on Thursday, when",
                        "The trial continues on Thursday, when a detective is due to give evidence.",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="resolved",
        why="“his” and “she” get the names of the sentence before",
        asks="What did the defence and the judge tell the jury in the Marl Street case?",
        claims=(
            Claim(
                ("Mr Orrin's counsel, Tobias Wend, told the jury that his client had “never received a penny”."),
                (
                    (
                        "His counsel, Tobias Wend, told the jury that",
                        (
                            "His counsel, Tobias Wend, told the jury that his client had been threatened and “never "
                            "received a penny”."
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                "Judge Hester Amory reminded the jury that being in debt did not make a man guilty.",
                (
                    (
                        "She reminded the jury that being in debt",
                        "She reminded the jury that being in debt did not make a man guilty.",
                    ),
                ),
                holds=True,
            ),
            Claim(
                "An international warrant was issued for Joost Merrin in March.",
                (("An international warrant was issued for", "An international warrant was issued for him in March."),),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="resolved",
        why="“she” is the manager named right before",
        asks="How long was the branch manager held in the vault?",
        claims=(
            Claim(
                (
                    "About 25 minutes was how long Ruth Calloway was held in the vault, and she has not been "
                    "back at work since."
                ),
                (
                    (
                        "She was held in the vault",
                        "She was held in the vault for about 25 minutes and has not returned to work since.",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
)
