"""An answer of fourteen sentences."""

from __future__ import annotations

from tests.retrieval.writing.table import Claim, Scripted

FOURTEEN_SENTENCES: tuple[Scripted, ...] = (
    Scripted(
        kind="too many",
        why="fourteen sentences, three of them wrong",
        asks="Tell me everything about the truce in Arvan.",
        claims=(
            Claim(
                text=(
                    "The government of Arvan and the rebels of the Highland Front have agreed to a 30-day "
                    "ceasefire, mediators said on 18 November 2021."
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
                text="The agreement came after nine days of talks in the neutral city of Lissen.",
                rests_on=(
                    (
                        "The agreement was reached after nine days",
                        "The agreement was reached after nine days of talks in the neutral city of Lissen.",
                    ),
                ),
                holds=True,
            ),
            Claim(
                text="It provides for the exchange of all prisoners.",
                rests_on=(
                    (
                        "It provides for the exchange of 120",
                        "It provides for the exchange of 120 prisoners and the opening of two roads",
                    ),
                ),
                holds=False,
            ),
            Claim(
                text="Ruta Andersen, the envoy of the Union of Northern States, led the talks.",
                rests_on=(
                    (
                        "said Ruta Andersen, the envoy of the",
                        "said Ruta Andersen, the envoy of the Union of Northern States, who led the talks",
                    ),
                ),
                holds=True,
            ),
            Claim(
                text="Prime Minister Goran Tesk welcomed the accord.",
                rests_on=(
                    (
                        "Prime Minister Goran Tesk welcomed the accord.",
                        "Prime Minister Goran Tesk welcomed the accord.",
                    ),
                ),
                holds=True,
            ),
            Claim(
                text="The government blames the rebels for the shelling.",
                rests_on=(
                    ("The government blames the rebels for the", "The government blames the rebels for the shelling."),
                ),
                holds=True,
            ),
            Claim(
                text=(
                    "Aid agencies put the number of people killed since the conflict began in March 2019 at "
                    "more than 6,000."
                ),
                rests_on=(
                    (
                        "More than 6,000 people have been killed",
                        (
                            "More than 6,000 people have been killed since the conflict began in March 2019, "
                            "according to aid agencies"
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                text="Three earlier truces collapsed within a week.",
                rests_on=(
                    ("Two earlier truces collapsed within a week.", "Two earlier truces collapsed within a week."),
                ),
                holds=False,
            ),
            Claim(
                text="Diplomats say that this truce may fare better, as winter has closed most mountain passes.",
                rests_on=(
                    (
                        "Two earlier truces collapsed within a week.",
                        (
                            "Two earlier truces collapsed within a week. Diplomats say that this one may fare "
                            "better because winter has closed most mountain passes."
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                text=(
                    "Dr Selma Obrin, the president of the society, said that both the army and the Highland "
                    "Front had given the drivers assurances."
                ),
                rests_on=(
                    (
                        "The society’s president, Dr Selma Obrin, said",
                        (
                            "The society's president, Dr Selma Obrin, said the drivers had received assurances "
                            "from both the army and the Highland Front."
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                text="Merrovin has been cut off since 4 August 2021.",
                rests_on=(("Merrovin has been cut off since 4", "Merrovin has been cut off since 4 August."),),
                holds=True,
            ),
            Claim(
                text=(
                    "Opposition leader Vera Lund called on Prime Minister Goran Tesk to put the agreement to "
                    "a parliamentary vote."
                ),
                rests_on=(
                    (
                        "called on Prime Minister Goran Tesk to",
                        "called on Prime Minister Goran Tesk to put the agreement to a vote in parliament",
                    ),
                ),
                holds=True,
            ),
            Claim(
                text="The ministry admitted that the army had fired first.",
                rests_on=(
                    (
                        "The Highland Front accused the army of",
                        "The Highland Front accused the army of firing first; the ministry rejected that.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                text="Observers from the Union of Northern States are expected to arrive on Monday, 22 November 2021.",
                rests_on=(
                    (
                        "Observers from the Union of Northern States",
                        "Observers from the Union of Northern States are expected to arrive on Monday.",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
)
