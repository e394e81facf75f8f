"""Held-out sentences about a merger of universities: speakers, hedges and additions that are right or wrong."""

from __future__ import annotations

from tests.retrieval.writing.table import Claim, Scripted

MERGER_VOICES = (
    Scripted(
        kind="role or speaker",
        why="the two rectors, and the two spokespeople, change places",
        asks="Who will lead the merged university?",
        claims=(
            Claim(
                "The new institution will be led by Carrow's rector, Professor Anton Ruyse.",
                (
                    (
                        "It will be led by Velmouth’s rector, Professor",
                        (
                            "It will be led by Velmouth’s rector, Professor Ilse Maddern; her counterpart in Carrow, "
                            "Professor Anton Ruyse, will retire next spring."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                "A spokeswoman for the staff union UAS called the figure speculation.",
                (
                    ("The staff union, UAS, is not", "The staff union, UAS, is not convinced."),
                    (
                        "A spokeswoman for the two universities called the",
                        (
                            "A spokeswoman for the two universities called the figure speculation, but did not give "
                            "another."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                ("A spokeswoman for the two universities called the figure speculation, but gave no other."),
                (
                    (
                        "A spokeswoman for the two universities called the",
                        (
                            "A spokeswoman for the two universities called the figure speculation, but did not give "
                            "another."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="added",
        why="motives and judgements of the model's own",
        asks="Why will Professor Ruyse retire?",
        claims=(
            Claim(
                "Professor Anton Ruyse will retire next spring in protest against the merger.",
                (
                    (
                        "It will be led by Velmouth’s rector, Professor",
                        (
                            "It will be led by Velmouth’s rector, Professor Ilse Maddern; her counterpart in Carrow, "
                            "Professor Anton Ruyse, will retire next spring."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                "The merger of the universities of Carrow and Velmouth is meant to save money.",
                (
                    (
                        "The universities of Carrow and Velmouth are to",
                        "The universities of Carrow and Velmouth are to become one.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                "The ministry has set aside 18 million florins for the move, which will not be enough.",
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
                "No campus will be closed and no degree dropped, Professor Maddern said.",
                (
                    (
                        "“No campus will be closed and",
                        "“No campus will be closed and no degree will be dropped,” Professor Maddern said.",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="denial or hedge",
        why="“as many as” and “could” are lost, a “not” is lost",
        asks="How many jobs will the merger of Carrow and Velmouth cost?",
        claims=(
            Claim(
                "The merger will cost 200 administrative jobs, Fergus Tolley of the staff union said.",
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
                "The staff union, UAS, is convinced by the plan.",
                (("The staff union, UAS, is not", "The staff union, UAS, is not convinced."),),
                holds=False,
            ),
            Claim(
                ("Fergus Tolley said that as many as 200 administrative jobs could go, most of them in Carrow."),
                (
                    (
                        "Its chairman, Fergus Tolley, said that as many",
                        (
                            "Its chairman, Fergus Tolley, said that as many as 200 administrative jobs could go, "
                            "most of them in Carrow."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="denial or hedge",
        why="a condition is lost, a task that is ahead is done",
        asks="Are the students in Carrow going to court over the merger?",
        claims=(
            Claim(
                "The students' council in Carrow is asking a court to stop the merger.",
                (
                    (
                        "Students in Carrow, who marched against",
                        (
                            "Students in Carrow, who marched against the plan in May, fear that lectures will be "
                            "moved 45 kilometres away."
                        ),
                    ),
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
                "Parliament has amended the law on higher education.",
                (
                    (
                        "Parliament still has to amend the law on",
                        "Parliament still has to amend the law on higher education",
                    ),
                ),
                holds=False,
            ),
            Claim(
                (
                    "Parliament has yet to amend the law on higher education, and a debate is scheduled for "
                    "20 September."
                ),
                (
                    (
                        "Parliament still has to amend the law on",
                        (
                            "Parliament still has to amend the law on higher education; a debate is scheduled for 20 "
                            "September."
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
        asks="What did Professor Maddern promise?",
        claims=(
            Claim(
                ("Professor Maddern, who will lead the new institution, said that no campus would be closed."),
                (
                    (
                        "“No campus will be closed and",
                        "“No campus will be closed and no degree will be dropped,” Professor Maddern said.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                "Students in Carrow fear that lectures will be moved 45 kilometres away.",
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
)
