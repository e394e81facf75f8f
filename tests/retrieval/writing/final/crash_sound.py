"""Held-out sentences about a coach crash: all of them sound."""

from __future__ import annotations

from tests.retrieval.writing.table import Claim, Scripted

CRASH_SOUND = (
    Scripted(
        kind="resolved",
        why="the speaker stands in the sentence before, the day is a weekday",
        asks="What do the police say about ice on the Brennach Pass?",
        claims=(
            Claim(
                (
                    "Three people died when a coach left the road on the Brennach Pass early on 7 February "
                    "2022, according to police."
                ),
                (
                    (
                        "Three people were killed and 19",
                        (
                            "Three people were killed and 19 injured when a coach carrying a school choir left the "
                            "road on the Brennach Pass early on Monday, police said."
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                "Inspector Maren Qvale said it was not yet possible to say whether ice was the cause.",
                (("“We cannot say yet whether ice", "“We cannot say yet whether ice was the cause,” she added."),),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="joined",
        why="two sides in one sentence, a quote for each",
        asks="Had the road on the Brennach Pass been gritted before the crash?",
        claims=(
            Claim(
                (
                    "Inspector Maren Qvale said the road had not been gritted overnight, while the roads "
                    "agency RVA said that a lorry had salted the pass at 3.40 a.m."
                ),
                (
                    (
                        "Inspector Maren Qvale said the road had not",
                        "Inspector Maren Qvale said the road had not been gritted overnight.",
                    ),
                    ("The regional roads agency, RVA, denied", "saying that a lorry had salted the pass at 3.40 a.m."),
                ),
                holds=True,
            ),
            Claim(
                (
                    "Five of the injured were still in intensive care on Tuesday morning, and the medical "
                    "director of Osterby General Hospital, Dr Ivo Salander, described two of them as being "
                    "in a critical condition."
                ),
                (
                    (
                        "Five of the injured were still",
                        (
                            "Five of the injured were still in intensive care on Tuesday morning, according to "
                            "Osterby General Hospital."
                        ),
                    ),
                    (
                        "Its medical director, Dr Ivo Salander, described two",
                        (
                            "Its medical director, Dr Ivo Salander, described two of them as being in a critical "
                            "condition."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="joined",
        why="a claim and its rejection, the second by “the company”",
        asks="What does Lindgaard Tours say about complaints of worn tyres?",
        claims=(
            Claim(
                (
                    "Former employee Petra Noll said drivers had complained of worn tyres, a claim that the "
                    "company rejected."
                ),
                (
                    (
                        "A former employee, Petra Noll, told",
                        ("A former employee, Petra Noll, told the Observer that drivers had complained of worn tyres."),
                    ),
                    ("The company rejected the claim.", "The company rejected the claim."),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="resolved",
        why="“its” is the investigation of the sentence before, weekdays become dates",
        asks="When will the first findings of the investigation into the Brennach Pass crash come?",
        claims=(
            Claim(
                (
                    "The first findings of the investigation promised by Transport Minister Håkon Reve are "
                    "expected within six weeks."
                ),
                (("Its first findings are expected within", "Its first findings are expected within six weeks."),),
                holds=True,
            ),
            Claim(
                "Transport Minister Håkon Reve visited the scene on the afternoon of 7 February 2022.",
                (("Transport Minister Håkon Reve, who visited", "who visited the scene on Monday afternoon"),),
                holds=True,
            ),
            Claim(
                (
                    "Five of the injured were still in intensive care on the morning of 8 February, "
                    "according to Osterby General Hospital."
                ),
                (
                    (
                        "Five of the injured were still",
                        (
                            "Five of the injured were still in intensive care on Tuesday morning, according to "
                            "Osterby General Hospital."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
)
