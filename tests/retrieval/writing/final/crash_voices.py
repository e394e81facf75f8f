"""Held-out sentences about a coach crash: speakers, hedges and additions that are right or wrong."""

from __future__ import annotations

from tests.retrieval.writing.table import Claim, Scripted

CRASH_VOICES = (
    Scripted(
        kind="denial or hedge",
        why="what is open, denied or only possible is told as a fact",
        asks="Was ice the cause of the crash on the Brennach Pass?",
        claims=(
            Claim(
                "Inspector Maren Qvale said that ice was the cause of the crash.",
                (
                    (
                        "Inspector Maren Qvale said the road had not",
                        "Inspector Maren Qvale said the road had not been gritted overnight.",
                    ),
                    ("“We cannot say yet whether ice", "“We cannot say yet whether ice was the cause,” she added."),
                ),
                holds=False,
            ),
            Claim(
                "The regional roads agency, RVA, admitted that it had skipped the route.",
                (
                    (
                        "The regional roads agency, RVA, denied that it",
                        (
                            "The regional roads agency, RVA, denied that it had skipped the route, saying that a "
                            "lorry had salted the pass at 3.40 a.m."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                "According to the regional roads agency, RVA, a lorry had salted the pass at 3.40 a.m.",
                (("The regional roads agency, RVA, denied", "a lorry had salted the pass at 3.40 a.m."),),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="role or speaker",
        why="the words go to another speaker of the article",
        asks="Who said that the pass had been salted before the coach crashed?",
        claims=(
            Claim(
                "Inspector Maren Qvale said that a lorry had salted the pass at 3.40 a.m.",
                (
                    (
                        "Inspector Maren Qvale said the road had not",
                        "Inspector Maren Qvale said the road had not been gritted overnight.",
                    ),
                    (
                        "The regional roads agency, RVA, denied that it",
                        (
                            "The regional roads agency, RVA, denied that it had skipped the route, saying that a "
                            "lorry had salted the pass at 3.40 a.m."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                "The RVA rejected the claim that drivers had complained of worn tyres.",
                (
                    (
                        "A former employee, Petra Noll, told",
                        ("A former employee, Petra Noll, told the Observer that drivers had complained of worn tyres."),
                    ),
                    ("The company rejected the claim.", "The company rejected the claim."),
                ),
                holds=False,
            ),
        ),
    ),
    Scripted(
        kind="added",
        why="a cause that nobody in the article gives",
        asks="Were the tyres of the coach worn?",
        claims=(
            Claim(
                (
                    "Former employee Petra Noll said that drivers had complained of worn tyres, which made "
                    "the coach leave the road."
                ),
                (
                    (
                        "A former employee, Petra Noll, told",
                        ("A former employee, Petra Noll, told the Observer that drivers had complained of worn tyres."),
                    ),
                ),
                holds=False,
            ),
            Claim(
                ("Petra Noll, a former employee, told the Hallin Observer that drivers had complained of worn tyres."),
                (("A former employee, Petra Noll, told", "drivers had complained of worn tyres"),),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="added",
        why="a detail and a background that no quote gives",
        asks="How are the people injured on the Brennach Pass?",
        claims=(
            Claim(
                (
                    "Five of the injured, all of them pupils, were still in intensive care on Tuesday "
                    "morning, according to Osterby General Hospital."
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
                holds=False,
            ),
            Claim(
                ("Transport Minister Håkon Reve promised an investigation after criticism of the roads agency."),
                (
                    (
                        "Transport Minister Håkon Reve, who visited the scene",
                        (
                            "Transport Minister Håkon Reve, who visited the scene on Monday afternoon, promised an "
                            "investigation that “will leave nothing out”."
                        ),
                    ),
                ),
                holds=False,
            ),
        ),
    ),
    Scripted(
        kind="denial or hedge",
        why="a condition and a “may” are lost",
        asks="Will the speed limit on the Brennach Pass change?",
        claims=(
            Claim(
                "The ministry will reduce the speed limit from 80 to 60 kilometres an hour.",
                (
                    (
                        "If faults in the barrier are confirmed, the",
                        "the ministry may reduce the speed limit from 80 to 60 kilometres an hour",
                    ),
                ),
                holds=False,
            ),
            Claim(
                ("The speed limit may be cut from 80 to 60 kilometres an hour if faults in the barrier are confirmed."),
                (
                    (
                        "If faults in the barrier are confirmed, the",
                        (
                            "If faults in the barrier are confirmed, the ministry may reduce the speed limit from 80 "
                            "to 60 kilometres an hour."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="added",
        why="a detail that stands in the article, but in none of the sentences quoted",
        asks="Who is Petra Noll?",
        claims=(
            Claim(
                (
                    "Petra Noll, whose claim was rejected by the company, said that drivers had complained "
                    "of worn tyres."
                ),
                (
                    (
                        "A former employee, Petra Noll, told",
                        ("A former employee, Petra Noll, told the Observer that drivers had complained of worn tyres."),
                    ),
                ),
                holds=False,
            ),
            Claim(
                ("Transport Minister Håkon Reve promised an investigation that would “leave nothing out”."),
                (
                    (
                        "Transport Minister Håkon Reve, who visited the scene",
                        (
                            "Transport Minister Håkon Reve, who visited the scene on Monday afternoon, promised an "
                            "investigation that “will leave nothing out”."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
)
