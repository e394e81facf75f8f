"""Held-out sentences about a cup final: figures, days, names, words and quotes that are right or wrong."""

from __future__ import annotations

from tests.retrieval.writing.table import Claim, Scripted

CUP_FACTS = (
    Scripted(
        kind="name or place",
        why="winner and loser, scorer and scorer change places",
        asks="Who won the Federation Cup?",
        claims=(
            Claim(
                "FC Tessin beat the holders, Stagholm Rovers, 3–2 after extra time.",
                (
                    (
                        "Stagholm Rovers won the Federation Cup for the",
                        (
                            "Stagholm Rovers won the Federation Cup for the first time since 1987 on Saturday, "
                            "beating the holders, FC Tessin, 3–2 after extra time before 48,200 spectators in the "
                            "National Stadium."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                "The own goal nine minutes from time was scored by the defender Theo Brandis.",
                (
                    (
                        "Rovers drew level through Ström and",
                        (
                            "Rovers drew level through Ström and, nine minutes from time, through an own goal by the "
                            "defender Theo Kallas."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                (
                    "Stagholm Rovers beat the holders, FC Tessin, 3–2 after extra time to win the Federation "
                    "Cup for the first time since 1987."
                ),
                (
                    (
                        "Stagholm Rovers won the Federation Cup for the",
                        (
                            "Stagholm Rovers won the Federation Cup for the first time since 1987 on Saturday, "
                            "beating the holders, FC Tessin, 3–2 after extra time before 48,200 spectators in the "
                            "National Stadium."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="number",
        why=("the minute of the substitution is worked out and given to the goal; digits change places"),
        asks="When did the winning goal of the Federation Cup final fall?",
        claims=(
            Claim(
                "Jonas Lindmark headed the winner in the 114th minute.",
                (
                    (
                        "Substitute Jonas Lindmark, 19, headed the winner in",
                        (
                            "Substitute Jonas Lindmark, 19, headed the winner in the 118th minute, four minutes "
                            "after coming on for the captain, Pelle Ström."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                "The final was played before 42,800 spectators in the National Stadium.",
                (
                    (
                        "Stagholm Rovers won the Federation Cup for the",
                        (
                            "Stagholm Rovers won the Federation Cup for the first time since 1987 on Saturday, "
                            "beating the holders, FC Tessin, 3–2 after extra time before 48,200 spectators in the "
                            "National Stadium."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                ("The winner was headed by Jonas Lindmark, a 19-year-old substitute, in the 118th minute."),
                (
                    (
                        "Substitute Jonas Lindmark, 19, headed the",
                        "Substitute Jonas Lindmark, 19, headed the winner in the 118th minute",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="word exchanged",
        why="another noun, another verb",
        asks="How was the first goal of the Federation Cup final scored?",
        claims=(
            Claim(
                "Diego Marnas converted a free kick after 12 minutes.",
                (
                    (
                        "Diego Marnas converted a penalty after",
                        (
                            "Diego Marnas converted a penalty after 12 minutes, and Luca Brandis made it 2–1 shortly "
                            "after the break, although television pictures suggested that he was offside."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                (
                    "Rovers drew level through Ström and, nine minutes from time, through an own goal by the "
                    "defender Theo Kallas."
                ),
                (
                    (
                        "Rovers drew level through Ström and",
                        (
                            "Rovers drew level through Ström and, nine minutes from time, through an own goal by the "
                            "defender Theo Kallas."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="date",
        why="a weekday counted to the wrong week, a year with its digits changed",
        asks="When is the parade of Stagholm Rovers?",
        claims=(
            Claim(
                (
                    "About 15,000 supporters are expected at a parade in Stagholm on 10 September 2024, "
                    "weather permitting."
                ),
                (
                    (
                        "About 15,000 supporters are expected at",
                        (
                            "About 15,000 supporters are expected at a parade in Stagholm on Tuesday, weather "
                            "permitting."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                "Stagholm Rovers won the Federation Cup for the first time since 1978.",
                (
                    (
                        "Stagholm Rovers won the Federation Cup for the",
                        (
                            "Stagholm Rovers won the Federation Cup for the first time since 1987 on Saturday, "
                            "beating the holders, FC Tessin, 3–2 after extra time before 48,200 spectators in the "
                            "National Stadium."
                        ),
                    ),
                ),
                holds=False,
            ),
        ),
    ),
    Scripted(
        kind="number",
        why="a decimal point is lost, minutes for arrests",
        asks="What is the Federation Cup worth to the winners?",
        claims=(
            Claim(
                "The cup is worth 25 million kroner to the winners.",
                (
                    (
                        "The cup is worth 2.5 million kroner to",
                        (
                            "The cup is worth 2.5 million kroner to the winners, who also earn a place in the "
                            "Continental League."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                "Police reported 20 arrests outside the stadium.",
                (
                    (
                        "Police reported 17 arrests outside the",
                        "Police reported 17 arrests outside the stadium, fewer than at last year’s final.",
                    ),
                    (
                        "Kick-off was delayed by 20 minutes, which the",
                        "Kick-off was delayed by 20 minutes, which the organisers put down to a power failure.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                "The winners receive 2.5 million kroner and a place in the Continental League.",
                (
                    (
                        "The cup is worth 2.5 million kroner to",
                        (
                            "The cup is worth 2.5 million kroner to the winners, who also earn a place in the "
                            "Continental League."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="word exchanged",
        why="another noun",
        asks="Why did the Federation Cup final start late?",
        claims=(
            Claim(
                "Kick-off was delayed by 20 minutes, which the organisers put down to a traffic jam.",
                (
                    (
                        "Kick-off was delayed by 20 minutes, which the",
                        "Kick-off was delayed by 20 minutes, which the organisers put down to a power failure.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                "The organisers put the 20-minute delay to kick-off down to a power failure.",
                (
                    (
                        "Kick-off was delayed by 20 minutes, which the",
                        "Kick-off was delayed by 20 minutes, which the organisers put down to a power failure.",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="fabricated quote",
        why="a scene that nobody describes; a true sentence with a reworded quote",
        asks="What did the fans of Stagholm Rovers do after the final?",
        claims=(
            Claim(
                "Thousands of fans ran onto the pitch after the final whistle.",
                (
                    (
                        "Police reported 17 arrests outside the stadium",
                        "thousands of fans streamed onto the pitch after the final whistle",
                    ),
                ),
                holds=False,
            ),
            Claim(
                "Jonas Lindmark headed the winner in the 118th minute.",
                (("headed the winner in the 118th", "Lindmark nodded in the decisive goal two minutes from the end"),),
                holds=False,
            ),
        ),
    ),
)
