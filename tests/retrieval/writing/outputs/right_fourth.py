"""Sentences that a reader of the quotes agrees with: part four."""

from __future__ import annotations

from tests.retrieval.writing.table import Claim, Scripted

RIGHT_FOURTH: tuple[Scripted, ...] = (
    Scripted(
        kind="right",
        why="a denial kept as a denial",
        asks="Is the port operator in Calvey going to bring in workers from abroad?",
        claims=(
            Claim(
                text=(
                    "Calvey Maritime denied a report that it was planning to hire temporary workers from "
                    "abroad, and its chief executive, Henrik Saal, told reporters that there was no such plan."
                ),
                rests_on=(
                    (
                        "Calvey Maritime denied a report that it",
                        "Calvey Maritime denied a report that it was planning to hire temporary workers from abroad.",
                    ),
                    (
                        "“There is no such plan,” the company’s",
                        '"There is no such plan," the company\'s chief executive, Henrik Saal, told reporters.',
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="right",
        why="reported speech kept, passive to active",
        asks="How much will the marsh fever vaccine cost, and who paid for the trial?",
        claims=(
            Claim(
                text=(
                    "Lyra's chief scientist, Dr Hugo Venn, said that a dose would cost under four dollars in "
                    "poor countries, which the aid group Open Clinic said was still too expensive."
                ),
                rests_on=(
                    (
                        "Dr Hugo Venn, said a dose would",
                        "Dr Hugo Venn, said a dose would cost less than four dollars in poor countries",
                    ),
                    (
                        "The aid group Open Clinic said that",
                        "The aid group Open Clinic said that was still too expensive.",
                    ),
                ),
                holds=True,
            ),
            Claim(
                text=(
                    "The Harmond Foundation gave 48 million dollars and paid for the trial of the marsh fever vaccine."
                ),
                rests_on=(
                    (
                        "The trial was paid for by the",
                        "The trial was paid for by the Harmond Foundation, which gave 48 million dollars.",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="right",
        why="what an opponent says, and what the government answers",
        asks="Who is against the agreement with the Highland Front?",
        claims=(
            Claim(
                text=(
                    "The opposition leader, Vera Lund, said the prisoner exchange rewarded violence and urged "
                    "Prime Minister Goran Tesk to put the agreement to a vote in parliament."
                ),
                rests_on=(
                    (
                        "The opposition leader, Vera Lund, said the",
                        (
                            "The opposition leader, Vera Lund, said the exchange of prisoners rewarded violence "
                            "and called on Prime Minister Goran Tesk to put the agreement to a vote in parliament."
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                text="A spokesman for the government said that no vote was planned.",
                rests_on=(
                    ("A government spokesman said no vote was", "A government spokesman said no vote was planned."),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="right",
        why="a coming Saturday to a date, a pronoun from the sentence before",
        asks="When could Bako play his first match for Ardlow Rovers?",
        claims=(
            Claim(
                text=(
                    "The manager, Stella Kruse, said that Bako would not play against Harbour Athletic on "
                    "Saturday, 3 September 2022, because his work permit had not arrived."
                ),
                rests_on=(
                    (
                        "Bako would not play against Harbour Athletic",
                        (
                            "Bako would not play against Harbour Athletic on Saturday because his work permit had "
                            "not arrived"
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                text="Bako could make his debut against Castle Town on 10 September 2022.",
                rests_on=(
                    (
                        "He could make his debut against Castle",
                        "He could make his debut against Castle Town on 10 September.",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="right",
        why="an article without a day, with days of its own",
        asks="What is the Moscow format?",
        claims=(
            Claim(
                text=(
                    "Russia launched the Moscow-format consultations in 2017 as part of its diplomatic "
                    "efforts towards a political solution to the Afghan issue."
                ),
                rests_on=(
                    (
                        "Russia launched the Moscow-format consultations in 2017",
                        (
                            "Russia launched the Moscow-format consultations in 2017 as part of its diplomatic "
                            "efforts to press for political solution to the Afghan issue."
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                text=(
                    "The basis of the Moscow format was a six-party mechanism for consultations between "
                    "special representatives of Russia, Afghanistan, China, Pakistan, Iran and India."
                ),
                rests_on=(
                    (
                        "The Moscow format was launched on the",
                        (
                            "The Moscow format was launched on the basis of the six-party mechanism for "
                            "consultations between special representatives from Russia, Afghanistan, China, "
                            "Pakistan, Iran and India."
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                text=(
                    "The second round of the consultations was held in Moscow on 4 September 2018 and, unlike "
                    "the previous one, was co-chaired by both Russia and Afghanistan."
                ),
                rests_on=(
                    (
                        "The second round of the consultations was",
                        "The second round of the consultations was held in Moscow on September 4, 2018.",
                    ),
                    (
                        "Unlike the previous round, it was co-chaired",
                        "Unlike the previous round, it was co-chaired by both Russia and Afghanistan.",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
)
