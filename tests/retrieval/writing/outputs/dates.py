"""Sentences in which a day or a year is not that of the quote."""

from __future__ import annotations

from tests.retrieval.writing.table import Claim, Scripted

DATES: tuple[Scripted, ...] = (
    Scripted(
        kind="date changed",
        why="the weekday is resolved to the day after",
        asks="When did the Calvey strike begin?",
        claims=(
            Claim(
                text=(
                    "More than 1,400 dockers at the port of Calvey walked out on Friday, 13 October 2023, in "
                    "a dispute over pay and weekend shifts."
                ),
                rests_on=(
                    (
                        "More than 1,400 dockers at the port",
                        "More than 1,400 dockers at the port of Calvey walked out on Thursday",
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="date changed",
        why="a day late",
        asks="When does the truce in Arvan begin?",
        claims=(
            Claim(
                text=(
                    "The 30-day ceasefire between the government of Arvan and the Highland Front is to take "
                    "effect at midnight on Sunday, 21 November 2021."
                ),
                rests_on=(
                    (
                        "a 30-day ceasefire that is to take",
                        "a 30-day ceasefire that is to take effect at midnight on Saturday",
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="date changed",
        why="April for August",
        asks="How long has Merrovin been cut off?",
        claims=(
            Claim(
                text=(
                    "Merrovin has been cut off since 4 April 2021, and bread is being rationed to 150 grams a "
                    "day, its mayor, Anton Bly, said by telephone."
                ),
                rests_on=(
                    ("Merrovin has been cut off since 4", "Merrovin has been cut off since 4 August."),
                    ("bread was being rationed to 150 grams", "bread was being rationed to 150 grams a day"),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="date changed",
        why="the day of the summit for that of the talks",
        asks="When are the Afghan talks in Moscow?",
        claims=(
            Claim(
                text=(
                    "Kabulov told journalists that a Taliban delegation has been invited for Afghan talks in "
                    "the Russian capital on 12 October 2021."
                ),
                rests_on=(
                    (
                        "a Taliban delegation has been invited for",
                        "a Taliban delegation has been invited for Afghan talks in the Russian capital on Oct. 20",
                    ),
                ),
                holds=False,
            ),
            Claim(
                text=(
                    "The talks will follow a G20 summit on Afghanistan on 12 October 2021 that will seek to "
                    "help the country avoid a humanitarian catastrophe."
                ),
                rests_on=(
                    (
                        "talks will follow a G20 summit on Afghanistan on Oct.",
                        "The talks will follow a G20 summit on Afghanistan on Oct. 12",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="date changed",
        why="the year of a possible return for that of the arrival",
        asks="When does Halcyon get to Tarsis-Bell?",
        claims=(
            Claim(
                text="The probe is to reach the comet Tarsis-Bell in August 2034.",
                rests_on=(
                    ("is to reach the comet Tarsis-Bell in", "is to reach the comet Tarsis-Bell in August 2029"),
                ),
                holds=False,
            ),
            Claim(
                text="The second flight of the Arco 5 rocket, in May 2023, failed when an engine shut down early.",
                rests_on=(
                    ("The rocket, an Arco 5, was making", "The rocket, an Arco 5, was making its fourth flight."),
                    (
                        "Its second flight, in May 2022, failed",
                        "Its second flight, in May 2022, failed when an engine shut down early",
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="date changed",
        why="a digit too many, and the wrong Sunday",
        asks="When was the Torrane election, and when does Oduya take office?",
        claims=(
            Claim(
                text="Oduya will be sworn in on 10 October 2024.",
                rests_on=(("Oduya will be sworn in on 1", "Oduya will be sworn in on 1 October."),),
                holds=False,
            ),
            Claim(
                text=(
                    "Maren Oduya won the election for governor of the Torrane Islands on Sunday, 22 September "
                    "2024, unseating Colm Brae."
                ),
                rests_on=(
                    (
                        "has won Sunday’s election for governor of",
                        "has won Sunday's election for governor of the Torrane Islands, unseating Colm Brae",
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="date changed",
        why="the year of the publication for that of the earlier decision",
        asks="Which decision did the Supreme Court of Ostria overturn?",
        claims=(
            Claim(
                text=(
                    "The judgment overturns a decision of March 2024, in which a regional court allowed "
                    "Corvex to clear 310 hectares of forest."
                ),
                rests_on=(
                    (
                        "The judgment overturns a decision of March",
                        (
                            "The judgment overturns a decision of March 2023, in which a regional court allowed "
                            "the building firm Corvex to clear 310 hectares of forest."
                        ),
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="date changed",
        why="a digit lost",
        asks="When does Lorvane's parliament vote on the budget?",
        claims=(
            Claim(
                text="Parliament is to vote on the budget on 4 December 2023.",
                rests_on=(
                    ("Parliament is to vote on the budget", "Parliament is to vote on the budget on 14 December."),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="date changed",
        why="another weekday, and the day of the accident for the day after",
        asks="What happened after the crash near Osting?",
        claims=(
            Claim(
                text="A memorial service will be held on Saturday at St Aldan's Church in Osting.",
                rests_on=(
                    (
                        "A memorial service will be held on",
                        "A memorial service will be held on Sunday at St Aldan's Church in Osting.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                text="Investigators recovered the train's data recorder on 9 February 2022.",
                rests_on=(
                    (
                        "Investigators recovered the train's data recorder late",
                        "Investigators recovered the train's data recorder late on Tuesday.",
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="date changed",
        why="the year of the second round for the first",
        asks="When did the Moscow format first meet?",
        claims=(
            Claim(
                text=(
                    "The first round of the Moscow format consultations took place on 14 April 2018 and was "
                    "attended by deputy foreign ministers and special representatives of 11 partner countries."
                ),
                rests_on=(
                    (
                        "The first round of the Moscow format",
                        (
                            "The first round of the Moscow format consultations that took place on April 14, 2017 "
                            "was attended by deputy foreign ministers and special representatives of 11 partner "
                            "countries"
                        ),
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
)
