"""Held-out sentences about a merger of universities: figures, days, names, words and quotes that are right or wrong."""

from __future__ import annotations

from tests.retrieval.writing.table import Claim, Scripted

MERGER_FACTS = (
    Scripted(
        kind="number",
        why="digits change places, the half is taken for the double",
        asks="How did Carrow's senate vote on the merger?",
        claims=(
            Claim(
                "Carrow's senate approved the merger by 31 votes to 21.",
                (
                    (
                        "Carrow’s senate approved the merger by 31 votes",
                        (
                            "Carrow’s senate approved the merger by 31 votes to 12 on Wednesday, two days after "
                            "Velmouth’s had done so without a dissenting voice."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                "The ministry of education has set aside 36 million florins for the move.",
                (
                    (
                        "It has set aside 18 million florins for",
                        (
                            "It has set aside 18 million florins for the move, half of what the universities had "
                            "asked for."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                "In Carrow's senate, thirty-one votes were in favour of the merger and twelve against.",
                (
                    (
                        "Carrow’s senate approved the merger by 31 votes",
                        "Carrow’s senate approved the merger by 31 votes to 12",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="date",
        why="a year too early; Velmouth's day is said to be Carrow's",
        asks="When will the merged university of Carrow and Velmouth open?",
        claims=(
            Claim(
                "The new institution is to open on 1 October 2022.",
                (("The new institution, which is to open on", "which is to open on 1 October 2023"),),
                holds=False,
            ),
            Claim(
                "Velmouth's senate approved the merger on 29 June 2022 without a dissenting voice.",
                (
                    (
                        "Carrow’s senate approved the merger by 31 votes",
                        (
                            "Carrow’s senate approved the merger by 31 votes to 12 on Wednesday, two days after "
                            "Velmouth’s had done so without a dissenting voice."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                "The new institution is to open on 1 October 2023 and will have about 27,000 students.",
                (
                    (
                        "The new institution, which is to open on",
                        (
                            "The new institution, which is to open on 1 October 2023, will have about 27,000 "
                            "students and a budget of 640 million florins."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="name or place",
        why="one university for the other",
        asks="In which town would most of the jobs be lost in the merger?",
        claims=(
            Claim(
                "Most of the administrative jobs that could go are in Velmouth, Fergus Tolley said.",
                (
                    (
                        "Its chairman, Fergus Tolley, said that as many",
                        (
                            "Its chairman, Fergus Tolley, said that as many as 200 administrative jobs could go, "
                            "most of them in Carrow."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                "Students in Velmouth marched against the plan in May.",
                (
                    (
                        "Students in Carrow, who marched against",
                        (
                            "Students in Carrow, who marched against the plan in May, fear that lectures will be "
                            "moved 45 kilometres away."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                (
                    "Students in Carrow, who marched against the plan in May, are afraid that lectures will "
                    "be moved 45 kilometres away."
                ),
                (
                    (
                        "Students in Carrow, who marched against",
                        (
                            "Students in Carrow, who marched against the plan in May, fear that lectures will be "
                            "moved 45 kilometres away."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="word exchanged",
        why="another noun",
        asks="What do the students in Carrow ask for?",
        claims=(
            Claim(
                (
                    "The students' council said it would ask a court to stop the merger unless a night bus "
                    "was guaranteed by September."
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
                holds=False,
            ),
            Claim(
                "The new institution will have debts of 640 million florins.",
                (
                    (
                        "The new institution, which is to open on",
                        (
                            "The new institution, which is to open on 1 October 2023, will have about 27,000 "
                            "students and a budget of 640 million florins."
                        ),
                    ),
                ),
                holds=False,
            ),
        ),
    ),
    Scripted(
        kind="date",
        why="the years of the two universities, and two days of the calendar, get mixed up",
        asks="When was Velmouth a technical college?",
        claims=(
            Claim(
                "Velmouth was a technical college until 2011.",
                (
                    (
                        "Carrow, founded in 1741, is the older of",
                        (
                            "Carrow, founded in 1741, is the older of the two, but Velmouth, which was a technical "
                            "college until 1988, has twice as many students."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                "A debate on the law is scheduled for 30 September.",
                (("Parliament still has to amend the", "a debate is scheduled for 20 September"),),
                holds=False,
            ),
            Claim(
                "Carrow was founded in 1741, while Velmouth was a technical college until 1988.",
                (
                    (
                        "Carrow, founded in 1741, is the",
                        (
                            "Carrow, founded in 1741, is the older of the two, but Velmouth, which was a technical "
                            "college until 1988"
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="name or place",
        why="one university for the other",
        asks="Which of the universities of Carrow and Velmouth is older?",
        claims=(
            Claim(
                "Velmouth, founded in 1741, is the older of the two universities.",
                (
                    (
                        "Carrow, founded in 1741, is the older of",
                        (
                            "Carrow, founded in 1741, is the older of the two, but Velmouth, which was a technical "
                            "college until 1988, has twice as many students."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                ("Velmouth, which has twice as many students as Carrow, was a technical college until 1988."),
                (
                    (
                        "Carrow, founded in 1741, is the older of",
                        (
                            "Carrow, founded in 1741, is the older of the two, but Velmouth, which was a technical "
                            "college until 1988, has twice as many students."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="fabricated quote",
        why="a name that nobody mentions",
        asks="Which name will the merged university get?",
        claims=(
            Claim(
                "The new institution will be called Northern University.",
                (("This time the name is to be", "the jury has settled on the name Northern University"),),
                holds=False,
            ),
            Claim(
                "This time a jury is to choose the name.",
                (("This time the name is to be chosen", "This time the name is to be chosen by a jury."),),
                holds=True,
            ),
        ),
    ),
)
