"""Answers of which some sentences hold and some do not."""

from __future__ import annotations

from tests.retrieval.writing.table import Claim, Scripted

MIXED: tuple[Scripted, ...] = (
    Scripted(
        kind="mixed",
        why="two right, a number and a hedge wrong",
        asks="What happened on the first day of the Calvey strike?",
        claims=(
            Claim(
                text=(
                    "Police said that roughly 300 people took part in a peaceful march to the town hall; a "
                    "34-year-old man was briefly detained after throwing a flare and was released without "
                    "charge."
                ),
                rests_on=(
                    (
                        "Police said about 300 people took part",
                        "Police said about 300 people took part in a peaceful march to the town hall.",
                    ),
                    (
                        "One man, aged 34, was briefly detained",
                        (
                            "One man, aged 34, was briefly detained after throwing a flare; he was released "
                            "without charge."
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                text="The last strike at the port, in 2014, went on for nine weeks.",
                rests_on=(
                    ("The last strike at the port, in", "The last strike at the port, in 2014, went on for nine days."),
                ),
                holds=False,
            ),
            Claim(
                text="The mayor, Dora Vance, urged both sides to return to talks.",
                rests_on=(
                    (
                        "The mayor, Dora Vance, called on both",
                        "The mayor, Dora Vance, called on both sides to return to talks.",
                    ),
                ),
                holds=True,
            ),
            Claim(
                text="The strike will be extended beyond 48 hours.",
                rests_on=(
                    ("is due to last 48 hours and", "is due to last 48 hours and may be extended if the port operator"),
                ),
                holds=False,
            ),
        ),
    ),
    Scripted(
        kind="mixed",
        why="two right, an injury and a statement invented",
        asks="What is known about the injured and about the speed of the train at Osting?",
        claims=(
            Claim(
                text=(
                    "Nineteen of the injured were taken to the district hospital, where the surgeon Dr Pia "
                    "Lorant described the condition of five of them as critical."
                ),
                rests_on=(
                    (
                        "Nineteen of the injured were taken to",
                        (
                            "Nineteen of the injured were taken to the district hospital, where a surgeon, Dr Pia "
                            "Lorant, described the condition of five of them as critical."
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                text="The lorry driver was slightly hurt when he climbed out of his cab.",
                rests_on=(
                    (
                        "climbed out of his cab before the",
                        "climbed out of his cab before the collision and was not hurt",
                    ),
                ),
                holds=False,
            ),
            Claim(
                text=(
                    "The line is to stay closed until at least Friday, 11 February 2022, and buses are "
                    "running between Osting and Lake Taud."
                ),
                rests_on=(
                    ("The line will stay closed until at", "The line will stay closed until at least Friday."),
                    ("Buses are running between Osting and Lake", "Buses are running between Osting and Lake Taud."),
                ),
                holds=True,
            ),
            Claim(
                text="Taudbahn said that the train had not been going too fast.",
                rests_on=(
                    (
                        "The operator, Taudbahn, declined to comment on",
                        "The operator, Taudbahn, declined to comment on the speed of the train.",
                    ),
                ),
                holds=False,
            ),
        ),
    ),
    Scripted(
        kind="mixed",
        why="two right, one against the quote, one with a wrong rank",
        asks="How many people have died in Arvan, and who will watch the truce?",
        claims=(
            Claim(
                text=(
                    "More than 6,000 people have been killed since the conflict began in March 2019, "
                    "according to aid agencies, and about 85,000 have fled their homes."
                ),
                rests_on=(
                    (
                        "More than 6,000 people have been killed",
                        (
                            "More than 6,000 people have been killed since the conflict began in March 2019, "
                            "according to aid agencies, and some 85,000 have fled their homes."
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                text="The truce is the first since the conflict began.",
                rests_on=(
                    ("Two earlier truces collapsed within a week.", "Two earlier truces collapsed within a week."),
                ),
                holds=False,
            ),
            Claim(
                text="Ruta Andersen said that some 40 unarmed observers would be sent to the front line.",
                rests_on=(
                    ("“This is a pause, not a peace,”", '"This is a pause, not a peace," said Ruta Andersen'),
                    (
                        "She said that about 40 unarmed observers",
                        "She said that about 40 unarmed observers would be sent to the front line.",
                    ),
                ),
                holds=True,
            ),
            Claim(
                text="The observers will be led by General Aino Marsh, a former head of the border guard.",
                rests_on=(
                    (
                        "Their leader will be Colonel Aino Marsh,",
                        "Their leader will be Colonel Aino Marsh, 58, a former head of the border guard.",
                    ),
                ),
                holds=False,
            ),
        ),
    ),
    Scripted(
        kind="mixed",
        why="two right, a tree and a year wrong",
        asks="Who went to court over the Palden dam, and how did the minister react?",
        claims=(
            Claim(
                text="A 67-year-old farmer, Josip Arel, and the environmental group Clear Rivers brought the case.",
                rests_on=(
                    (
                        "The case was brought by a farmer,",
                        "The case was brought by a farmer, Josip Arel, 67, and the environmental group Clear Rivers.",
                    ),
                ),
                holds=True,
            ),
            Claim(
                text="Arel said that he would celebrate by planting chestnut trees.",
                rests_on=(
                    (
                        "Arel said he would celebrate by planting",
                        "Arel said he would celebrate by planting walnut trees.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                text="Energy Minister Sofia Brand said that she regretted the ruling but would respect it.",
                rests_on=(
                    (
                        "Energy Minister Sofia Brand said she regretted",
                        "Energy Minister Sofia Brand said she regretted the ruling but would respect it.",
                    ),
                ),
                holds=True,
            ),
            Claim(
                text="The dam was to supply electricity to 200,000 homes from 2026.",
                rests_on=(
                    (
                        "The dam was to supply electricity to",
                        "The dam was to supply electricity to 200,000 homes from 2028.",
                    ),
                ),
                holds=False,
            ),
        ),
    ),
    Scripted(
        kind="mixed",
        why="two right, one says how the homes are to be paid for",
        asks="What has Oduya promised?",
        claims=(
            Claim(
                text=(
                    "Oduya has promised to freeze ferry fares for two years and to build 900 homes, but she "
                    "has not said how the homes would be paid for."
                ),
                rests_on=(
                    (
                        "“The islands have asked for a change",
                        (
                            '"The islands have asked for a change of tide," Oduya, 43, told supporters in the '
                            "capital, Skerrin."
                        ),
                    ),
                    (
                        "She has promised to freeze ferry fares",
                        (
                            "She has promised to freeze ferry fares for two years and to build 900 homes, though "
                            "she has not said how the homes would be paid for."
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                text="The homes are to be paid for out of higher ferry fares.",
                rests_on=(
                    (
                        "to build 900 homes, though she has",
                        "to build 900 homes, though she has not said how the homes would be paid for",
                    ),
                ),
                holds=False,
            ),
            Claim(
                text=(
                    "Oduya, who is 43, told supporters in the capital, Skerrin, that the islands had asked "
                    "for a change of tide."
                ),
                rests_on=(
                    (
                        "“The islands have asked for a change",
                        (
                            '"The islands have asked for a change of tide," Oduya, 43, told supporters in the '
                            "capital, Skerrin."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
)
