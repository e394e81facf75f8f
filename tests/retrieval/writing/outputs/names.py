"""Sentences in which a person, an office, a place or a company is not that of the quote."""

from __future__ import annotations

from tests.retrieval.writing.table import Claim, Scripted

NAMES: tuple[Scripted, ...] = (
    Scripted(
        kind="name changed",
        why="the company's spokesman for the union's secretary",
        asks="Who speaks for the dockers?",
        claims=(
            Claim(
                text=(
                    "Tomas Reyle, the union's general secretary, said that members had waited eleven months "
                    "for a serious proposal."
                ),
                rests_on=(
                    (
                        "“Our members have waited eleven months for",
                        (
                            '"Our members have waited eleven months for a serious proposal," said Ilse Brandt, the '
                            "union's general secretary."
                        ),
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="name changed",
        why="the mediator gets the office of another man of the article",
        asks="Who offers talks in the Calvey strike?",
        claims=(
            Claim(
                text=(
                    "Paul Ostrander, the director of the Shippers' Council, said he had spoken to both sides "
                    "by telephone and had invited them to meet on Monday."
                ),
                rests_on=(
                    (
                        "The mediator, Paul Ostrander, said he had",
                        (
                            "The mediator, Paul Ostrander, said he had spoken to both sides by telephone and had "
                            "invited them to meet on Monday."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                text=(
                    "Talks to end the strike at the port of Calvey could resume next week, a government "
                    "mediator said on 13 October 2023."
                ),
                rests_on=(
                    (
                        "Talks to end the strike at the",
                        (
                            "Talks to end the strike at the port of Calvey could resume next week, a government "
                            "mediator said on Friday"
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="name changed",
        why="the place of the accident for the place of departure",
        asks="Where was the train going?",
        claims=(
            Claim(
                text=(
                    "The train was carrying 96 passengers from Osting to Lake Taud when it left the rails at 7.42 a.m."
                ),
                rests_on=(
                    (
                        "which was carrying 96 passengers from Brenn",
                        "which was carrying 96 passengers from Brenn to Lake Taud, left the rails at 7.42 a.m.",
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="name changed",
        why="another ministry",
        asks="What does the government promise after the Osting crash?",
        claims=(
            Claim(
                text=(
                    "Interior Minister Alban Frey, who visited the site, promised 15 million crowns to "
                    "replace 40 level crossings with bridges by 2025."
                ),
                rests_on=(
                    (
                        "Transport Minister Alban Frey, who visited the",
                        (
                            "Transport Minister Alban Frey, who visited the site, promised 15 million crowns to "
                            "replace 40 level crossings with bridges by 2025."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                text="The opposition said that the money had been announced before.",
                rests_on=(
                    (
                        "The opposition said the money had been",
                        "The opposition said the money had been announced before.",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="name changed",
        why="north becomes south, and a town becomes another",
        asks="Who led the talks on Arvan?",
        claims=(
            Claim(
                text=(
                    "Ruta Andersen, the envoy of the Union of Southern States, led the talks and called the "
                    "agreement a pause, not a peace."
                ),
                rests_on=(
                    (
                        "said Ruta Andersen, the envoy of the",
                        "said Ruta Andersen, the envoy of the Union of Northern States, who led the talks",
                    ),
                ),
                holds=False,
            ),
            Claim(
                text="The agreement provides for the opening of two roads to the besieged town of Tarnell.",
                rests_on=(
                    ("the opening of two roads to the", "the opening of two roads to the besieged town of Merrovin"),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="name changed",
        why="the judge of the dissent for that of the majority",
        asks="Who wrote the opinion of the majority in the Palden case?",
        claims=(
            Claim(
                text=(
                    "Justice Piet Haller, who delivered the opinion of the majority, wrote that the duty to "
                    "consult is not a courtesy."
                ),
                rests_on=(
                    (
                        "“The duty to consult is not a",
                        (
                            '"The duty to consult is not a courtesy," wrote Justice Edda Mournay, who delivered '
                            "the opinion of the majority."
                        ),
                    ),
                    (
                        "In a dissent, Justice Piet Haller argued",
                        "In a dissent, Justice Piet Haller argued that the court was overstepping its powers.",
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="name changed",
        why="the third candidate for the second, and another island",
        asks="How did the other candidates in the Torrane Islands do?",
        claims=(
            Claim(
                text="Sten Ruud, of the Unity Party, won 44.1 percent of the vote.",
                rests_on=(
                    ("Brae, of the Unity Party, won 44.1", "Brae, of the Unity Party, won 44.1 percent."),
                    (
                        "A third candidate, the fisherman Sten Ruud,",
                        "A third candidate, the fisherman Sten Ruud, received the rest.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                text="Brae alleged that some ballot boxes on the island of Skerrin had been opened before the count.",
                rests_on=(
                    (
                        "alleged that some ballot boxes on the",
                        "alleged that some ballot boxes on the island of Fenn had been opened before the count",
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
)
