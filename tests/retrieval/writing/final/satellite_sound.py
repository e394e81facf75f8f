"""Held-out sentences about a silent satellite: all of them sound."""

from __future__ import annotations

from tests.retrieval.writing.table import Claim, Scripted

SATELLITE_SOUND = (
    Scripted(
        kind="joined",
        why="two neighbouring sentences, the second with “its”",
        asks="What does the owner of Corvid-2 say about the reports of failed tests?",
        claims=(
            Claim(
                (
                    "The USO declined to comment on reports that a similar unit had failed in tests last "
                    "year, and its deputy head, Raoul Ferrant, said only that “every record will be opened”."
                ),
                (
                    (
                        "The Union Space Office (USO), which owns the",
                        "declined to comment on reports that a similar unit had failed in tests last year",
                    ),
                    (
                        "Its deputy head, Raoul Ferrant, said only that",
                        "Its deputy head, Raoul Ferrant, said only that “every record will be opened”.",
                    ),
                ),
                holds=True,
            ),
            Claim(
                (
                    "A last attempt to restart Corvid-2 is planned for 23 May; should it fail, the insurers "
                    "will pay up to 240 million marks."
                ),
                (
                    (
                        "A last attempt to restart Corvid-2 is planned",
                        (
                            "A last attempt to restart Corvid-2 is planned for 23 May, when its panels will face the "
                            "sun again."
                        ),
                    ),
                    (
                        "Should that fail, the insurers will",
                        (
                            "Should that fail, the insurers will pay up to 240 million marks; a replacement would "
                            "not fly before 2028."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="resolved",
        why="“her” and “its” get their names, a weekday its date",
        asks="What has been done to wake Corvid-2?",
        claims=(
            Claim(
                (
                    "Anneke Thorsby's team at the Sable Point ground station has sent more than 4,000 "
                    "commands, and none of them was answered."
                ),
                (
                    (
                        "Her team at the Sable Point ground station",
                        (
                            "Her team at the Sable Point ground station has sent more than 4,000 commands, none of "
                            "which was answered."
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                "“We are not giving up,” Ms Thorsby said on 15 May 2024.",
                (("“We are not giving up,” Ms Thorsby said", "“We are not giving up,” Ms Thorsby said on Wednesday."),),
                holds=True,
            ),
            Claim(
                ("Raoul Ferrant, deputy head of the Union Space Office, said only that “every record will be opened”."),
                (
                    (
                        "Its deputy head, Raoul Ferrant, said only that",
                        "Its deputy head, Raoul Ferrant, said only that “every record will be opened”.",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="resolved",
        why="“its” is the builder, Thursday is the day before publication",
        asks="How far did the shares of the builder of Corvid-2's power units fall?",
        claims=(
            Claim(
                "Shares in Talvik Aerospace lost 6.4% on 16 May 2024, falling to 18.20 marks.",
                (
                    (
                        "Its shares fell 6.4 percent on Thursday, to",
                        "Its shares fell 6.4 percent on Thursday, to 18.20 marks.",
                    ),
                ),
                holds=True,
            ),
            Claim(
                "Corvid-1 has enough fuel to last until late 2026 at most.",
                (("It has fuel until late 2026", "It has fuel until late 2026 at most."),),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="joined",
        why="two sentences on the twin, the second with “it”",
        asks="How long can Corvid-1 go on?",
        claims=(
            Claim(
                "Corvid-1 has been at work since 2013 and has fuel until late 2026 at most.",
                (
                    ("Corvid-1, the older twin, has been", "Corvid-1, the older twin, has been at work since 2013"),
                    ("It has fuel until late 2026", "It has fuel until late 2026 at most."),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="close",
        why="one sentence split, words kept",
        asks="What happens if Corvid-2 cannot be restarted?",
        claims=(
            Claim(
                "A last attempt to restart Corvid-2 is planned for 23 May.",
                (
                    (
                        "A last attempt to restart Corvid-2 is planned",
                        (
                            "A last attempt to restart Corvid-2 is planned for 23 May, when its panels will face the "
                            "sun again."
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                "A replacement would not fly before 2028.",
                (("Should that fail, the insurers will pay up", "a replacement would not fly before 2028"),),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="resolved",
        why="“that” is the attempt of the sentence before",
        asks="How much will the insurers of Corvid-2 pay?",
        claims=(
            Claim(
                ("If the last attempt to restart Corvid-2 fails, the insurers will pay up to 240 million marks."),
                (
                    (
                        "Should that fail, the insurers will",
                        "Should that fail, the insurers will pay up to 240 million marks",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
)
