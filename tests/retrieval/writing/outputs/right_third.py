"""Sentences that a reader of the quotes agrees with: part three."""

from __future__ import annotations

from tests.retrieval.writing.table import Claim, Scripted

RIGHT_THIRD: tuple[Scripted, ...] = (
    Scripted(
        kind="right",
        why="a hedge kept, and a pronoun from the sentence before",
        asks="What is Moscow's attitude to the Taliban?",
        claims=(
            Claim(
                text=(
                    "The Kremlin has been cautiously optimistic about the Taliban since its takeover, but it "
                    "has not gone as far as recognizing it as a legitimate government, and the group remains "
                    "formally banned in Russia."
                ),
                rests_on=(
                    (
                        "The Kremlin has been cautiously optimistic about",
                        (
                            "The Kremlin has been cautiously optimistic about the Taliban since its takeover but "
                            "has stopped short of recognizing it as a legitimate government."
                        ),
                    ),
                    ("The group remains formally banned in Russia.", "The group remains formally banned in Russia."),
                ),
                holds=True,
            ),
            Claim(
                text=(
                    'Kabulov reportedly said on 4 October that Moscow would not "exclude" revising the UN '
                    "sanctions regime against the Taliban, but added that it was not considered expedient to "
                    "rush at this stage."
                ),
                rests_on=(
                    (
                        "Kabulov reportedly said on October 4 that",
                        (
                            "Kabulov reportedly said on October 4 that Moscow would not “exclude” revising the UN "
                            "sanctions regime against the Taliban."
                        ),
                    ),
                    (
                        '"But at this stage we believe it',
                        '"But at this stage we believe it is not expedient to rush," he said.',
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="right",
        why="one sentence from two articles of two days",
        asks="How many ships are waiting outside Calvey?",
        claims=(
            Claim(
                text=(
                    "Seven container ships were at anchor outside the harbour by noon, the coastguard said, "
                    "and a day later the number of ships waiting there had risen to eleven."
                ),
                rests_on=(
                    (
                        "Seven container ships were lying at anchor",
                        (
                            "Seven container ships were lying at anchor outside the harbour by noon, according to "
                            "the coastguard."
                        ),
                    ),
                    (
                        "The number of ships waiting outside the",
                        "The number of ships waiting outside the harbour rose to eleven, from seven a day earlier.",
                    ),
                ),
                holds=True,
            ),
            Claim(
                text=(
                    "The shipping company Nordvik said that it had rerouted three vessels to Port Ammer and "
                    "would send no more to Calvey before 20 October 2023."
                ),
                rests_on=(
                    (
                        "it had rerouted three vessels to Port",
                        (
                            "it had rerouted three vessels to Port Ammer and would not send any more to Calvey "
                            "before October 20"
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="right",
        why="ages, a pronoun resolved, a suspicion kept as a suspicion",
        asks="What happened to the lorry driver in the Osting crash?",
        claims=(
            Claim(
                text="The driver of the lorry, a man of 29, got out of his cab before the collision and was unhurt.",
                rests_on=(
                    (
                        "The lorry driver, a 29-year-old man, climbed",
                        (
                            "The lorry driver, a 29-year-old man, climbed out of his cab before the collision and "
                            "was not hurt."
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                text=(
                    "According to police spokeswoman Karin Holt, the lorry driver told officers that his "
                    "vehicle had broken down on the tracks."
                ),
                rests_on=(
                    (
                        "He told officers that his vehicle had",
                        (
                            "He told officers that his vehicle had broken down on the tracks, police spokeswoman "
                            "Karin Holt said."
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                text=(
                    "Prosecutors are investigating the lorry driver on suspicion of negligent homicide, but "
                    "his lawyer, Marta Quill, denies that he did anything wrong."
                ),
                rests_on=(
                    (
                        "Prosecutors have opened an investigation into the",
                        (
                            "Prosecutors have opened an investigation into the lorry driver on suspicion of "
                            "negligent homicide."
                        ),
                    ),
                    (
                        "His lawyer, Marta Quill, denies that he",
                        "His lawyer, Marta Quill, denies that he did anything wrong",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="right",
        why="a number word to digits, the year from the day of publication",
        asks="What is the situation in Merrovin?",
        claims=(
            Claim(
                text=(
                    "The Arvani Red Lantern society said that a food convoy could set out for the besieged "
                    "town of Merrovin on Sunday if the truce holds; 22 lorries with flour, blankets and "
                    "medicine stand ready in Tarnell, 60 kilometres away."
                ),
                rests_on=(
                    (
                        "The first food convoy for the besieged",
                        (
                            "The first food convoy for the besieged town of Merrovin could set out on Sunday if "
                            "the truce agreed this week holds"
                        ),
                    ),
                    (
                        "Twenty-two lorries with flour, blankets and medicine",
                        (
                            "Twenty-two lorries with flour, blankets and medicine stand ready in Tarnell, 60 "
                            "kilometres away."
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                text=(
                    "Merrovin has been cut off since 4 August 2021; its mayor, Anton Bly, said by telephone "
                    "that around 9,000 people were left there and that bread was rationed to 150 grams a day."
                ),
                rests_on=(
                    ("Merrovin has been cut off since 4", "Merrovin has been cut off since 4 August."),
                    (
                        "Its mayor, Anton Bly, said by telephone",
                        (
                            "Its mayor, Anton Bly, said by telephone that about 9,000 people were left in the town "
                            "and that bread was being rationed"
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="right",
        why="an allegation and its denial, both kept",
        asks="Were there irregularities in the Torrane election?",
        claims=(
            Claim(
                text=(
                    "Brae conceded defeat shortly after midnight, yet he alleged that some ballot boxes on "
                    "the island of Fenn had been opened before the count."
                ),
                rests_on=(
                    (
                        "Brae conceded defeat shortly after midnight but",
                        (
                            "Brae conceded defeat shortly after midnight but alleged that some ballot boxes on the "
                            "island of Fenn had been opened before the count."
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                text=(
                    "The commission's chairwoman, Judith Aske, said that there was no evidence of "
                    "irregularities, and observers from the mainland described the vote as orderly."
                ),
                rests_on=(
                    (
                        "The commission’s chairwoman, Judith Aske, said there",
                        "The commission’s chairwoman, Judith Aske, said there was no evidence of irregularities.",
                    ),
                    (
                        "Observers from the mainland described the vote",
                        "Observers from the mainland described the vote as orderly.",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
)
