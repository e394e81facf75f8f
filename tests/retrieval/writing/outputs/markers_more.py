"""Right sentences on real quotes that are given the wrong number of a passage: part two."""

from __future__ import annotations

from tests.retrieval.writing.table import Claim, Scripted

MARKERS_MORE: tuple[Scripted, ...] = (
    Scripted(
        kind="right with a wrong marker",
        why="nearly the same sentence stands in the other shipped article, which is named",
        asks="Is aid for Afghanistan planned?",
        claims=(
            Claim(
                text=(
                    "Kabulov was asked whether Russia would deliver aid to Afghanistan, where the "
                    "humanitarian crisis is growing worse, as a top UN official warned on 6 October."
                ),
                rests_on=(
                    (
                        "growing worse, a top UN official warned Wednesday",
                        (
                            "Kabulov was also asked whether Russia would deliver aid to Afghanistan, where the "
                            "humanitarian crisis is growing worse, a top UN official warned on October 6."
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                text=(
                    "According to Kabulov, Russia said it would deliver the promised aid, but the details "
                    "were still being decided."
                ),
                rests_on=(
                    (
                        "99",
                        (
                            "Russia said it would deliver the promised aid, but the details were still being "
                            "decided, Kabulov said."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="right with a wrong marker",
        why="another paragraph of the same article, and a Monday to a date",
        asks="Which other clubs wanted Idris Bako?",
        claims=(
            Claim(
                text=(
                    "Castle Town withdrew their bid on Monday, 29 August 2022, and Union Berrick had offered "
                    "28 million crowns, according to a person familiar with the talks."
                ),
                rests_on=(
                    (
                        "Bako said at a news conference in Ardlow",
                        (
                            "Castle Town withdrew their bid on Monday, and Union Berrick had offered 28 million "
                            "crowns, according to a person familiar with the talks."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="right with a wrong marker",
        why="one marker is right, the other is not",
        asks="How many people get marsh fever?",
        claims=(
            Claim(
                text=(
                    "Marsh fever infects around 1.8 million people a year and kills about 22,000, most of "
                    "them children under five, and no approved vaccine exists."
                ),
                rests_on=(
                    (
                        "Marsh fever infects about 1.8 million people",
                        (
                            "Marsh fever infects about 1.8 million people a year and kills some 22,000, most of "
                            "them children under five."
                        ),
                    ),
                    ("The results have not yet been reviewed", "There is no approved vaccine."),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="right with a wrong marker",
        why="a passage that has nothing to do with it, and a number that no passage has",
        asks="What was the turnout in the Torrane Islands, and who controls the council?",
        claims=(
            Claim(
                text="Turnout in the Torrane election was 61 percent, compared with 68 percent in 2020.",
                rests_on=(
                    ("Police said about 300 people took part", "Turnout was 61 percent, down from 68 percent in 2020."),
                ),
                holds=True,
            ),
            Claim(
                text=(
                    "The Island Alliance fell one seat short of a majority in the council, which has 25 "
                    "members, and will need the support of the Greens."
                ),
                rests_on=(("250", "The Island Alliance fell one seat short of a majority in the 25-member council"),),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="right with a wrong marker",
        why="the passage named is of the other article on the strike",
        asks="What does the Calvey strike cost exporters?",
        claims=(
            Claim(
                text=(
                    "Mirel Katz, the director of the Shippers' Council, said that the delay cost exporters "
                    "about 2.3 million marks a day."
                ),
                rests_on=(
                    (
                        "The union is asking for 8 percent",
                        (
                            "Its director, Mirel Katz, said the delay was costing exporters roughly 2.3 million "
                            "marks a day."
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                text="The Shippers' Council estimates that some 4,200 containers are stranded on the quays.",
                rests_on=(
                    (
                        "The union is asking for 8 percent",
                        "About 4,200 containers are stranded on the quays, the Shippers' Council estimates.",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
)
