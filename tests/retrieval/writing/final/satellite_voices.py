"""Held-out sentences about a silent satellite: speakers, hedges and additions that are right or wrong."""

from __future__ import annotations

from tests.retrieval.writing.table import Claim, Scripted

SATELLITE_VOICES = (
    Scripted(
        kind="denial or hedge",
        why="a suspicion becomes a fact, an open cause is closed",
        asks="What is thought to have silenced Corvid-2?",
        claims=(
            Claim(
                "A short circuit in one of the two power units silenced the satellite.",
                (
                    (
                        "Engineers suspect a short circuit in",
                        "Engineers suspect a short circuit in one of the two power units",
                    ),
                ),
                holds=False,
            ),
            Claim(
                "Engineers have ruled out a collision with debris.",
                (("Engineers suspect a short circuit in one of", "have not ruled out a collision with debris"),),
                holds=False,
            ),
            Claim(
                (
                    "Engineers suspect a short circuit in one of the two power units, although a collision "
                    "with debris has not been ruled out."
                ),
                (
                    (
                        "Engineers suspect a short circuit in",
                        (
                            "Engineers suspect a short circuit in one of the two power units, but have not ruled out "
                            "a collision with debris."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="denial or hedge",
        why="declining to comment is told as confirming",
        asks="Had a power unit like that of Corvid-2 failed before?",
        claims=(
            Claim(
                "The Union Space Office confirmed that a similar unit had failed in tests last year.",
                (
                    (
                        "The Union Space Office (USO), which owns the",
                        (
                            "The Union Space Office (USO), which owns the satellite, declined to comment on reports "
                            "that a similar unit had failed in tests last year."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                (
                    "The Union Space Office, the owner of the satellite, would not comment on reports that a "
                    "similar unit had failed in tests last year."
                ),
                (
                    (
                        "The Union Space Office (USO), which owns the",
                        (
                            "The Union Space Office (USO), which owns the satellite, declined to comment on reports "
                            "that a similar unit had failed in tests last year."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="role or speaker",
        why="offices and words change hands",
        asks="Who said that somebody had pulled the plug on Corvid-2?",
        claims=(
            Claim(
                (
                    "Raoul Ferrant, deputy head of the Union Space Office, said it was as if someone had "
                    "pulled the plug."
                ),
                (
                    (
                        "“It is as if someone had",
                        (
                            "“It is as if someone had pulled the plug,” said Anneke Thorsby, the mission’s flight "
                            "director."
                        ),
                    ),
                    (
                        "Its deputy head, Raoul Ferrant, said only that",
                        "Its deputy head, Raoul Ferrant, said only that “every record will be opened”.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                (
                    "Talvik Aerospace, which owns the satellite, declined to comment on reports that a "
                    "similar unit had failed."
                ),
                (
                    (
                        "The Union Space Office (USO), which owns the",
                        (
                            "The Union Space Office (USO), which owns the satellite, declined to comment on reports "
                            "that a similar unit had failed in tests last year."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                "Flight director Anneke Thorsby said it was “as if someone had pulled the plug”.",
                (
                    (
                        "“It is as if someone had",
                        (
                            "“It is as if someone had pulled the plug,” said Anneke Thorsby, the mission’s flight "
                            "director."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="added",
        why="a reason, a prospect and a superlative of the model's own",
        asks="Why did the shares of Talvik Aerospace fall?",
        claims=(
            Claim(
                ("Talvik's shares fell 6.4 percent on Thursday because investors feared claims for damages."),
                (
                    (
                        "Its shares fell 6.4 percent on Thursday, to",
                        "Its shares fell 6.4 percent on Thursday, to 18.20 marks.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                (
                    "A last attempt to restart Corvid-2 is planned for 23 May, but engineers see little "
                    "chance of success."
                ),
                (
                    (
                        "A last attempt to restart Corvid-2 is planned",
                        (
                            "A last attempt to restart Corvid-2 is planned for 23 May, when its panels will face the "
                            "sun again."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                (
                    "The satellite was launched on 2 April at a cost of 312 million marks, which makes it "
                    "the most expensive weather satellite ever built."
                ),
                (
                    (
                        "The weather satellite, launched on 2",
                        (
                            "The weather satellite, launched on 2 April at a cost of 312 million marks, stopped "
                            "answering on 8 May, hours before its main camera was to be switched on."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                ("Talvik Aerospace, which built the power units, insisted that the parts had met all requirements."),
                (
                    (
                        "Talvik Aerospace, the builder of the",
                        (
                            "Talvik Aerospace, the builder of the power units, insisted that the parts had met all "
                            "requirements."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="denial or hedge",
        why="a “could” and an “up to” are lost",
        asks="What would the loss of both Corvid satellites mean for forecasts?",
        claims=(
            Claim(
                (
                    "Forecasts over the ocean will lose between 10 and 15 percent of their accuracy, a study "
                    "by the University of Leth says."
                ),
                (
                    (
                        "Forecasts over the ocean could lose",
                        (
                            "Forecasts over the ocean could lose between 10 and 15 percent of their accuracy if both "
                            "satellites were out of service, according to a study by the University of Leth."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                "If the attempt fails, the insurers will pay at least 240 million marks.",
                (
                    (
                        "Should that fail, the insurers will",
                        (
                            "Should that fail, the insurers will pay up to 240 million marks; a replacement would "
                            "not fly before 2028."
                        ),
                    ),
                ),
                holds=False,
            ),
        ),
    ),
    Scripted(
        kind="added",
        why="a detail that stands in the article, but in none of the sentences quoted",
        asks="How long has Corvid-1 worked, and how long will its fuel last?",
        claims=(
            Claim(
                ("Corvid-1 has been at work since 2013, four years longer than planned, and has fuel until late 2026."),
                (
                    (
                        "Corvid-1, the older twin, has been",
                        "Corvid-1, the older twin, has been at work since 2013, four years longer than planned.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                "The weather satellite Corvid-2 was launched on 2 April at a cost of 312 million marks.",
                (
                    ("For nine days nobody has heard", "For nine days nobody has heard a word from Corvid-2."),
                    (
                        "The weather satellite, launched on 2",
                        "The weather satellite, launched on 2 April at a cost of 312 million marks",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
)
