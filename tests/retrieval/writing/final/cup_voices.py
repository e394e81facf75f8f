"""Held-out sentences about a cup final: speakers, hedges and additions that are right or wrong."""

from __future__ import annotations

from tests.retrieval.writing.table import Claim, Scripted

CUP_VOICES = (
    Scripted(
        kind="role or speaker",
        why="coaches, captain and substitute change places",
        asks="What did the coaches say after the Federation Cup final?",
        claims=(
            Claim(
                "“We lost because we stopped running,” said Bo Edvall, the coach.",
                (
                    ("“We lost because we stopped running,”", "“We lost because we stopped running,” she said."),
                    (
                        "Rovers’ coach, Bo Edvall, would not say whether",
                        (
                            "Rovers’ coach, Bo Edvall, would not say whether he would stay; his contract runs out in "
                            "December."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                ("Jonas Lindmark, the captain, headed the winner four minutes after coming on for Pelle Ström."),
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
                "Marta Reyes, the coach of Tessin, refused to blame the referee.",
                (
                    (
                        "Tessin’s coach, Marta Reyes, refused to",
                        "Tessin’s coach, Marta Reyes, refused to blame the referee.",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="denial or hedge",
        why="what pictures suggest becomes a fact, a “not” is lost",
        asks="Was Luca Brandis offside in the Federation Cup final?",
        claims=(
            Claim(
                "Luca Brandis was offside when he made it 2–1 shortly after the break.",
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
                "Referee Hanna Vorst consulted the video assistant.",
                (("Referee Hanna Vorst did not consult", "Referee Hanna Vorst did not consult the video assistant."),),
                holds=False,
            ),
            Claim(
                (
                    "Luca Brandis made it 2–1 shortly after the break, although television pictures "
                    "suggested he was offside."
                ),
                (
                    (
                        "Diego Marnas converted a penalty after",
                        (
                            "Diego Marnas converted a penalty after 12 minutes, and Luca Brandis made it 2–1 shortly "
                            "after the break, although television pictures suggested that he was offside."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="added",
        why="a reason, an explanation and a wish that no quote gives",
        asks="Why was Ilya Soren sent off?",
        claims=(
            Claim(
                "Midfielder Ilya Soren was sent off in extra time for a second yellow card.",
                (
                    (
                        "Midfielder Ilya Soren, who was sent",
                        (
                            "Midfielder Ilya Soren, who was sent off in extra time, is likely to miss the start of "
                            "the league season."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                ("Police reported 17 arrests, fewer than at last year's final, thanks to stricter controls."),
                (
                    (
                        "Police reported 17 arrests outside the",
                        "Police reported 17 arrests outside the stadium, fewer than at last year’s final.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                "Bo Edvall's contract runs out in December, and the club wants to extend it.",
                (
                    (
                        "Rovers’ coach, Bo Edvall, would not say whether",
                        (
                            "Rovers’ coach, Bo Edvall, would not say whether he would stay; his contract runs out in "
                            "December."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                (
                    "Ilya Soren, a midfielder who was sent off in extra time, will probably miss the start "
                    "of the league season."
                ),
                (
                    (
                        "Midfielder Ilya Soren, who was sent",
                        (
                            "Midfielder Ilya Soren, who was sent off in extra time, is likely to miss the start of "
                            "the league season."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="denial or hedge",
        why="silence becomes a departure, a likelihood a certainty",
        asks="Will Bo Edvall stay with Stagholm Rovers?",
        claims=(
            Claim(
                "Rovers' coach, Bo Edvall, said he would leave in December.",
                (
                    (
                        "Rovers’ coach, Bo Edvall, would not say whether",
                        (
                            "Rovers’ coach, Bo Edvall, would not say whether he would stay; his contract runs out in "
                            "December."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                "Ilya Soren will miss the start of the league season.",
                (
                    (
                        "Midfielder Ilya Soren, who was sent",
                        (
                            "Midfielder Ilya Soren, who was sent off in extra time, is likely to miss the start of "
                            "the league season."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                "Bo Edvall, the coach of Rovers, would not say whether he would stay.",
                (
                    (
                        "Rovers’ coach, Bo Edvall, would not",
                        "Rovers’ coach, Bo Edvall, would not say whether he would stay",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="role or speaker",
        why="the radio's report goes to the chairwoman",
        asks="Who says that there was no offer for Bo Edvall?",
        claims=(
            Claim(
                (
                    "The chairwoman of the club, Vera Hjort, said that Edvall had been offered a job by the "
                    "national association of Karelund."
                ),
                (
                    (
                        "According to Radio Nord, he has",
                        ("According to Radio Nord, he has been offered a job by the national association of Karelund."),
                    ),
                    (
                        "The club’s chairwoman, Vera Hjort, said she knew",
                        "The club’s chairwoman, Vera Hjort, said she knew of no offer.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                "Vera Hjort, the chairwoman of the club, said she knew of no offer.",
                (
                    (
                        "The club’s chairwoman, Vera Hjort, said she knew",
                        "The club’s chairwoman, Vera Hjort, said she knew of no offer.",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="added",
        why="a detail that stands in the article, but in none of the sentences quoted",
        asks="Who has offered Bo Edvall a job?",
        claims=(
            Claim(
                (
                    "Bo Edvall, whose contract runs out in December, has been offered a job by the national "
                    "association of Karelund, according to Radio Nord."
                ),
                (
                    (
                        "According to Radio Nord, he has",
                        ("According to Radio Nord, he has been offered a job by the national association of Karelund."),
                    ),
                ),
                holds=False,
            ),
            Claim(
                "Rovers' coach, Bo Edvall, would not say if he would stay.",
                (
                    (
                        "Rovers’ coach, Bo Edvall, would not say whether",
                        (
                            "Rovers’ coach, Bo Edvall, would not say whether he would stay; his contract runs out in "
                            "December."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
)
