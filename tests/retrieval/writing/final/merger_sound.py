"""Held-out sentences about a merger of universities: all of them sound."""

from __future__ import annotations

from tests.retrieval.writing.table import Claim, Scripted

MERGER_SOUND = (
    Scripted(
        kind="resolved",
        why="“it” is the new institution, “her counterpart” a rector, “next spring” a year",
        asks="Who will lead the university that Carrow and Velmouth form?",
        claims=(
            Claim(
                "The new institution will be led by Velmouth's rector, Professor Ilse Maddern.",
                (
                    (
                        "It will be led by Velmouth’s rector, Professor",
                        "It will be led by Velmouth’s rector, Professor Ilse Maddern",
                    ),
                ),
                holds=True,
            ),
            Claim(
                "Carrow's rector, Professor Anton Ruyse, will retire in spring 2023.",
                (
                    (
                        "It will be led by Velmouth’s",
                        "her counterpart in Carrow, Professor Anton Ruyse, will retire next spring",
                    ),
                ),
                holds=True,
            ),
            Claim(
                "Carrow's senate approved the merger on 29 June 2022.",
                (
                    (
                        "Carrow’s senate approved the merger by 31 votes",
                        (
                            "Carrow’s senate approved the merger by 31 votes to 12 on Wednesday, two days after "
                            "Velmouth’s had done so without a dissenting voice."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="joined",
        why="three quotes: the union, its chairman, the answer",
        asks="What does the staff union say about jobs after the merger of Carrow and Velmouth?",
        claims=(
            Claim(
                (
                    "Fergus Tolley, chairman of the staff union UAS, said that as many as 200 administrative "
                    "jobs could go, a figure that a spokeswoman for the two universities called speculation."
                ),
                (
                    ("The staff union, UAS, is not", "The staff union, UAS, is not convinced."),
                    (
                        "Its chairman, Fergus Tolley, said that as many",
                        (
                            "Its chairman, Fergus Tolley, said that as many as 200 administrative jobs could go, "
                            "most of them in Carrow."
                        ),
                    ),
                    ("A spokeswoman for the two universities", "called the figure speculation"),
                ),
                holds=True,
            ),
            Claim(
                (
                    "The universities of Carrow and Velmouth are to become one, and the new institution is "
                    "to open on 1 October 2023."
                ),
                (
                    (
                        "The universities of Carrow and Velmouth are to",
                        "The universities of Carrow and Velmouth are to become one.",
                    ),
                    ("The new institution, which is to open on", "which is to open on 1 October 2023"),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="resolved",
        why="“their”, “it” and “its” get their names",
        asks=("What do the students' council and the ministry say about the merger of Carrow and Velmouth?"),
        claims=(
            Claim(
                (
                    "The council of the students in Carrow said it would ask a court to stop the merger "
                    "unless a shuttle train was guaranteed by September."
                ),
                (
                    (
                        "Their council said it would ask",
                        (
                            "Their council said it would ask a court to stop the merger unless a shuttle train was "
                            "guaranteed by September."
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                "The ministry of education has set aside 18 million florins for the move.",
                (("It has set aside 18 million", "It has set aside 18 million florins for the move"),),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="joined",
        why="neighbouring sentences, the second with “it”",
        asks="How does the ministry of education see the merger of Carrow and Velmouth?",
        claims=(
            Claim(
                (
                    "The ministry of education welcomed the votes and has set aside 18 million florins for "
                    "the move, half of what the universities had asked for."
                ),
                (
                    ("The ministry of education welcomed the", "The ministry of education welcomed the votes."),
                    (
                        "It has set aside 18 million florins for",
                        (
                            "It has set aside 18 million florins for the move, half of what the universities had "
                            "asked for."
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                (
                    "An earlier attempt to merge Carrow and Velmouth collapsed in 2011 over the name, which "
                    "this time is to be chosen by a jury."
                ),
                (
                    (
                        "Carrow, founded in 1741, is the older of",
                        (
                            "Carrow, founded in 1741, is the older of the two, but Velmouth, which was a technical "
                            "college until 1988, has twice as many students."
                        ),
                    ),
                    (
                        "An earlier attempt to merge them",
                        "An earlier attempt to merge them collapsed in 2011 over the name.",
                    ),
                    ("This time the name is to be chosen", "This time the name is to be chosen by a jury."),
                ),
                holds=True,
            ),
        ),
    ),
)
