"""Sentences that a reader of the quotes agrees with."""

from __future__ import annotations

from tests.retrieval.writing.table import Claim, Scripted

RIGHT: tuple[Scripted, ...] = (
    Scripted(
        kind="right",
        why="light paraphrase, and a claim on two sentences of one article",
        asks="Why are the dockers in Calvey on strike?",
        claims=(
            Claim(
                text=(
                    "More than 1,400 dockers walked out at the port of Calvey on 12 October 2023 over pay and "
                    "weekend shifts, which brought the country's second-largest harbour to a standstill."
                ),
                rests_on=(
                    (
                        "More than 1,400 dockers at the port",
                        (
                            "More than 1,400 dockers at the port of Calvey walked out on Thursday in a dispute "
                            "over pay and weekend shifts"
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                text=(
                    "The strike was called by the Harbour Workers' Union, which is asking for 8 percent, "
                    "while the port operator, Calvey Maritime, has offered 3.5 percent."
                ),
                rests_on=(
                    (
                        "The strike, called by the Harbour Workers’",
                        (
                            "The strike, called by the Harbour Workers' Union, is due to last 48 hours and may be "
                            "extended if the port operator, Calvey Maritime, does not improve its offer of 3.5 "
                            "percent."
                        ),
                    ),
                    ("The union is asking for 8 percent.", "The union is asking for 8 percent."),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="right",
        why="weekday to date, demonym, nouns to verbs, and a remark kept as a remark",
        asks="What is known about the truce in Arvan?",
        claims=(
            Claim(
                text=(
                    "The Arvani government and the rebels of the Highland Front have agreed to a ceasefire of "
                    "30 days, which is to begin at midnight on Saturday, 20 November 2021, according to "
                    "mediators."
                ),
                rests_on=(
                    (
                        "have agreed to a 30-day ceasefire that",
                        (
                            "have agreed to a 30-day ceasefire that is to take effect at midnight on Saturday, "
                            "mediators said on Thursday"
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                text=(
                    "The agreement, reached after 9 days of talks in Lissen, provides for 120 prisoners to be "
                    "exchanged and for two roads to the besieged town of Merrovin to be opened."
                ),
                rests_on=(
                    (
                        "The agreement was reached after nine days",
                        "The agreement was reached after nine days of talks in the neutral city of Lissen.",
                    ),
                    (
                        "It provides for the exchange of 120",
                        "It provides for the exchange of 120 prisoners and the opening of two roads",
                    ),
                ),
                holds=True,
            ),
            Claim(
                text=(
                    "Ruta Andersen, the envoy of the Union of Northern States who led the talks, spoke of a "
                    "pause and not of a peace."
                ),
                rests_on=(("“This is a pause, not a peace,”", '"This is a pause, not a peace," said Ruta Andersen'),),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="right",
        why="two articles on one accident, days apart",
        asks="How many people died in the rail accident near Osting?",
        claims=(
            Claim(
                text=(
                    "The health ministry said on 9 February 2022 that two more passengers had died in "
                    "hospital overnight, which brought the number of people killed in the train crash near "
                    "Osting to six."
                ),
                rests_on=(
                    (
                        "Two more passengers died overnight in hospital,",
                        (
                            "Two more passengers died overnight in hospital, raising the number of people killed "
                            "in Tuesday's train crash near Osting to six"
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                text=(
                    "The Osting Post reported on 8 February 2022 that, according to the police, the dead "
                    "included the train driver, a woman of 51, and three passengers."
                ),
                rests_on=(
                    (
                        "The dead include the train driver, a",
                        "The dead include the train driver, a woman of 51, and three passengers, the police said.",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="right",
        why="active to passive, weekday to date, figures of two sentences",
        asks="Who won the election for governor of the Torrane Islands?",
        claims=(
            Claim(
                text=(
                    "Colm Brae, who had been governor of the Torrane Islands for 12 years, was unseated by "
                    "Maren Oduya, a former schools inspector, in the election of Sunday, 15 September 2024."
                ),
                rests_on=(
                    (
                        "has won Sunday’s election for governor of",
                        (
                            "has won Sunday's election for governor of the Torrane Islands, unseating Colm Brae, "
                            "who had held the office for twelve years"
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                text=(
                    "According to the electoral commission, Oduya of the Island Alliance received 52.3 "
                    "percent of the vote with all ballots counted; Brae of the Unity Party won 44.1 percent."
                ),
                rests_on=(
                    (
                        "With all ballots counted, Oduya of the",
                        "With all ballots counted, Oduya of the Island Alliance had 52.3 percent of the vote",
                    ),
                    ("Brae, of the Unity Party, won 44.1", "Brae, of the Unity Party, won 44.1 percent."),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="right",
        why="a ruling retold sentence by sentence",
        asks="What did the Supreme Court of Ostria decide about the Palden dam?",
        claims=(
            Claim(
                text=(
                    "Ostria's Supreme Court halted the building of the Palden dam on 22 May 2024, ruling by 5 "
                    "votes to 2 that the government had failed to consult villagers who would lose their land."
                ),
                rests_on=(
                    (
                        "The Supreme Court of Ostria on Wednesday",
                        "The Supreme Court of Ostria on Wednesday halted the construction of the Palden dam",
                    ),
                ),
                holds=True,
            ),
            Claim(
                text=(
                    "The judgment does not ban the dam, and the government may apply again after it has held "
                    "hearings in all eight villages."
                ),
                rests_on=(
                    (
                        "It does not ban the dam: the",
                        (
                            "It does not ban the dam: the government may apply again once it has held hearings in "
                            "all eight villages."
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                text=(
                    "The judgment overturns a decision from March 2023 by which a regional court had allowed "
                    "the building firm Corvex to clear 310 hectares of forest."
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
                holds=True,
            ),
        ),
    ),
)
