"""Held-out sentences about a coach crash: figures, days, names, words and quotes that are right or wrong."""

from __future__ import annotations

from tests.retrieval.writing.table import Claim, Scripted

CRASH_FACTS = (
    Scripted(
        kind="number",
        why="the two figures of one sentence change places",
        asks="How many people were killed and injured on the Brennach Pass?",
        claims=(
            Claim(
                (
                    "Three people lost their lives and 19 were injured when a coach with a school choir on "
                    "board left the road on the Brennach Pass, police said."
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
                (
                    "Nineteen people were killed and three injured when the coach left the road on the "
                    "Brennach Pass, police said."
                ),
                (
                    (
                        "Three people were killed and 19 injured when",
                        ("Three people were killed and 19 injured when a coach carrying a school choir left the road"),
                    ),
                ),
                holds=False,
            ),
        ),
    ),
    Scripted(
        kind="number",
        why="the marker on the road is taken for the distance",
        asks="How far did the coach on the Brennach Pass slide?",
        claims=(
            Claim(
                "The coach broke through a barrier and slid about 41 metres down a slope.",
                (
                    (
                        "The vehicle, which was heading from",
                        (
                            "The vehicle, which was heading from Hallin to a competition in Osterby, broke through a "
                            "barrier near kilometre 41 shortly before 6 a.m. and slid about 30 metres down a slope."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                (
                    "The coach broke through a barrier near kilometre 41 shortly before 6 a.m. and slid "
                    "about 30 metres down a slope."
                ),
                (
                    (
                        "The vehicle, which was heading from Hallin to",
                        (
                            "broke through a barrier near kilometre 41 shortly before 6 a.m. and slid about 30 "
                            "metres down a slope"
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="name or place",
        why="start and goal of the journey change places",
        asks="Where was the coach that crashed on the Brennach Pass heading?",
        claims=(
            Claim(
                ("The coach was on its way from Osterby to a competition in Hallin when it broke through a barrier."),
                (
                    (
                        "The vehicle, which was heading from Hallin to",
                        "which was heading from Hallin to a competition in Osterby",
                    ),
                ),
                holds=False,
            ),
            Claim(
                ("The driver, who was 58, and two teachers were among the dead, while all of the pupils survived."),
                (
                    (
                        "Among the dead were the driver, 58, and",
                        "Among the dead were the driver, 58, and two teachers; all of the pupils survived.",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="date",
        why="the year of building, and the day of publication, for the day asked for",
        asks="When did the coach on the Brennach Pass pass its last inspection?",
        claims=(
            Claim(
                ("The coach had passed its last inspection in 2009, according to its owner, Lindgaard Tours."),
                (
                    (
                        "The coach was built in 2009",
                        (
                            "The coach was built in 2009 and had passed its last inspection in November, its owner, "
                            "Lindgaard Tours, said."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                ("The owner, Lindgaard Tours, said that the coach had passed its last inspection in November."),
                (
                    (
                        "The coach was built in 2009 and had",
                        "had passed its last inspection in November, its owner, Lindgaard Tours, said",
                    ),
                ),
                holds=True,
            ),
            Claim(
                (
                    "Three people were killed when a coach left the road on the Brennach Pass on 8 February "
                    "2022, police said."
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
                holds=False,
            ),
        ),
    ),
    Scripted(
        kind="number",
        why="the new limit is taken for the difference",
        asks="By how much may the speed limit on the Brennach Pass be reduced?",
        claims=(
            Claim(
                (
                    "If faults in the barrier are confirmed, the ministry may reduce the speed limit by 60 "
                    "kilometres an hour."
                ),
                (
                    (
                        "If faults in the barrier are confirmed, the",
                        (
                            "If faults in the barrier are confirmed, the ministry may reduce the speed limit from 80 "
                            "to 60 kilometres an hour."
                        ),
                    ),
                ),
                holds=False,
            ),
        ),
    ),
    Scripted(
        kind="word exchanged",
        why="one noun or adjective is another",
        asks="Is the Brennach Pass open again?",
        claims=(
            Claim(
                "The pass remains closed to vehicles longer than 7.5 metres.",
                (
                    (
                        "The pass was reopened to cars on Monday",
                        (
                            "The pass was reopened to cars on Monday evening, but remains closed to vehicles heavier "
                            "than 7.5 tonnes."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                (
                    "The pass remains closed to vehicles of more than 7.5 tonnes, but was reopened to cars "
                    "on Monday evening."
                ),
                (
                    (
                        "The pass was reopened to cars on Monday",
                        (
                            "The pass was reopened to cars on Monday evening, but remains closed to vehicles heavier "
                            "than 7.5 tonnes."
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                "The coach that left the road was carrying a school orchestra, police said.",
                (
                    (
                        "Three people were killed and 19",
                        (
                            "Three people were killed and 19 injured when a coach carrying a school choir left the "
                            "road on the Brennach Pass early on Monday, police said."
                        ),
                    ),
                ),
                holds=False,
            ),
        ),
    ),
    Scripted(
        kind="fabricated quote",
        why="the words stand nowhere",
        asks="What is known about the driver of the coach on the Brennach Pass?",
        claims=(
            Claim(
                "The driver had been at the wheel for nine hours without a break, police said.",
                (
                    (
                        "Among the dead were the driver, 58",
                        "The driver had been at the wheel for nine hours without a break, police said",
                    ),
                ),
                holds=False,
            ),
            Claim(
                "The driver, 58, was among the dead.",
                (("Among the dead were the driver", "Among the dead were the driver, 58, and two teachers"),),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="name or place",
        why="the hospital gets the name of another town of the article",
        asks="In which hospital are those injured on the Brennach Pass?",
        claims=(
            Claim(
                ("Five of the injured were still in intensive care at Hallin General Hospital on Tuesday morning."),
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
        ),
    ),
)
