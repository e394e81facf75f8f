"""Held-out sentences about a cup final: all of them sound."""

from __future__ import annotations

from tests.retrieval.writing.table import Claim, Scripted

CUP_SOUND = (
    Scripted(
        kind="resolved",
        why=("Saturday is the day before publication, “the teenager” and “she” are named right before"),
        asks="On which day did Stagholm Rovers win the Federation Cup?",
        claims=(
            Claim(
                "Stagholm Rovers won the Federation Cup on 31 August 2024.",
                (
                    (
                        "Stagholm Rovers won the Federation Cup for the",
                        "Stagholm Rovers won the Federation Cup for the first time since 1987 on Saturday",
                    ),
                ),
                holds=True,
            ),
            Claim(
                "Jonas Lindmark admitted that he had had his eyes shut.",
                (("“I had my eyes shut,” the", "“I had my eyes shut,” the teenager admitted."),),
                holds=True,
            ),
            Claim(
                "“We lost because we stopped running,” said Marta Reyes.",
                (("“We lost because we stopped running,”", "“We lost because we stopped running,” she said."),),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="joined",
        why="the lead in one sentence, the goals in the next",
        asks="How did FC Tessin go ahead in the Federation Cup final?",
        claims=(
            Claim(
                (
                    "Tessin had led twice, with Diego Marnas converting a penalty after 12 minutes and Luca "
                    "Brandis making it 2–1 shortly after the break."
                ),
                (
                    ("“I had my eyes shut,” the", "Tessin had led twice."),
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
            Claim(
                (
                    "Tessin's coach, Marta Reyes, refused to blame the referee and said that they had lost "
                    "because they had stopped running."
                ),
                (
                    (
                        "Tessin’s coach, Marta Reyes, refused to",
                        "Tessin’s coach, Marta Reyes, refused to blame the referee.",
                    ),
                    ("“We lost because we stopped running,”", "“We lost because we stopped running,” she said."),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="joined",
        why="a report and the club's answer",
        asks="Has Bo Edvall been offered another job?",
        claims=(
            Claim(
                (
                    "According to Radio Nord, Bo Edvall has been offered a job by the national association "
                    "of Karelund, but the club's chairwoman, Vera Hjort, said she knew of no offer."
                ),
                (
                    (
                        "Rovers’ coach, Bo Edvall, would not say whether",
                        (
                            "Rovers’ coach, Bo Edvall, would not say whether he would stay; his contract runs out in "
                            "December."
                        ),
                    ),
                    (
                        "According to Radio Nord, he has",
                        ("According to Radio Nord, he has been offered a job by the national association of Karelund."),
                    ),
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
        kind="resolved",
        why="“he” is the coach, December is that of the year, Tuesday gets its date",
        asks="When does the contract of the coach of Stagholm Rovers end?",
        claims=(
            Claim(
                ("Radio Nord reports that Bo Edvall has been offered a job by the national association of Karelund."),
                (
                    (
                        "According to Radio Nord, he has",
                        ("According to Radio Nord, he has been offered a job by the national association of Karelund."),
                    ),
                ),
                holds=True,
            ),
            Claim(
                "The contract of Rovers' coach, Bo Edvall, runs out in December 2024.",
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
            Claim(
                (
                    "A parade in Stagholm on 3 September 2024 is expected to be attended by about 15,000 "
                    "supporters if the weather permits."
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
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="close",
        why="the comparison kept",
        asks="How many arrests were there at the Federation Cup final?",
        claims=(
            Claim(
                ("Police reported 17 arrests outside the stadium, which was fewer than at the final last year."),
                (
                    (
                        "Police reported 17 arrests outside the",
                        "Police reported 17 arrests outside the stadium, fewer than at last year’s final.",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
)
