"""Held-out sentences that rest on words of another article, or name a passage of another article."""

from __future__ import annotations

from tests.retrieval.writing.table import Claim, Scripted

STRAYS = (
    Scripted(
        kind="wrong article",
        why="the crash's investigation is told of the satellite",
        asks=("Why did Corvid-2 fall silent, and what will the inquiry into the crash on the Brennach Pass look at?"),
        claims=(
            Claim(
                "The first findings on the silence of Corvid-2 are expected within six weeks.",
                (("Its first findings are expected within", "Its first findings are expected within six weeks."),),
                holds=False,
            ),
            Claim(
                (
                    "Engineers suspect a short circuit in one of Corvid-2's two power units, but have not "
                    "ruled out a collision with debris."
                ),
                (
                    ("For nine days nobody has heard", "For nine days nobody has heard a word from Corvid-2."),
                    (
                        "The weather satellite, launched on 2",
                        (
                            "The weather satellite, launched on 2 April at a cost of 312 million marks, stopped "
                            "answering on 8 May, hours before its main camera was to be switched on."
                        ),
                    ),
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
        kind="wrong article",
        why="the bank trial is told of the crash",
        asks=("How long are the trial of Dennis Orrin and the inquiry into the Brennach Pass coach crash to last?"),
        claims=(
            Claim(
                "The trial over the coach crash on the Brennach Pass is to last four weeks.",
                (
                    (
                        "A former security guard let three masked men",
                        "the first day of a trial that is to last four weeks",
                    ),
                ),
                holds=False,
            ),
        ),
    ),
    Scripted(
        kind="wrong article",
        why="the stadium's delay is told of the city",
        asks="Was there a power failure in Arvenna, and was there one at the Federation Cup final?",
        claims=(
            Claim(
                "The power failure in Arvenna lasted 20 minutes.",
                (
                    (
                        "Kick-off was delayed by 20 minutes, which the",
                        "Kick-off was delayed by 20 minutes, which the organisers put down to a power failure.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                ("Kick-off was delayed by 20 minutes because of a power failure, according to the organisers."),
                (
                    (
                        "Kick-off was delayed by 20 minutes, which the",
                        "Kick-off was delayed by 20 minutes, which the organisers put down to a power failure.",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="wrong article",
        why="the ratification of the herring deal is told of the merger",
        asks=("Have the merger of Carrow and Velmouth and the herring deal of Arden and Skelde been ratified?"),
        claims=(
            Claim(
                ("The parliaments of both countries have yet to ratify the merger of Carrow and Velmouth."),
                (
                    (
                        "The parliaments of both countries have yet to",
                        "The parliaments of both countries have yet to ratify it.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                (
                    "Parliament still has to amend the law on higher education, and a debate on it is "
                    "scheduled for 20 September."
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
        kind="wrong article",
        why="the builder's words go to the coach company",
        asks=("What do the builder of Corvid-2's power units and the owner of the Brennach Pass coach say?"),
        claims=(
            Claim(
                ("Lindgaard Tours, the owner of the coach, insisted that its parts had met all requirements."),
                (
                    (
                        "Talvik Aerospace, the builder of the",
                        (
                            "Talvik Aerospace, the builder of the power units, insisted that the parts had met all "
                            "requirements."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                "According to its owner, Lindgaard Tours, the coach was built in 2009.",
                (
                    (
                        "The coach was built in 2009",
                        (
                            "The coach was built in 2009 and had passed its last inspection in November, its owner, "
                            "Lindgaard Tours, said."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="wrong article",
        why="the driver's age goes to the picker",
        asks=("How old were the picker who died near Arvenna and the driver who died on the Brennach Pass?"),
        claims=(
            Claim(
                "The picker who collapsed and died was 58.",
                (
                    (
                        "Among the dead were the driver, 58, and",
                        "Among the dead were the driver, 58, and two teachers; all of the pupils survived.",
                    ),
                ),
                holds=False,
            ),
        ),
    ),
    Scripted(
        kind="wrong article",
        why="another newspaper's article is named as the source",
        asks="What did the Sport Courier and the Hallin Observer report about arrests and deaths?",
        claims=(
            Claim(
                (
                    "The Sport Courier reported on 1 September 2024 that three people had been killed when a "
                    "coach left the road on the Brennach Pass."
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
            Claim(
                (
                    "The Sport Courier reported on 1 September 2024 that there had been 17 arrests outside "
                    "the stadium, according to police."
                ),
                (
                    (
                        "Police reported 17 arrests outside the",
                        "Police reported 17 arrests outside the stadium, fewer than at last year’s final.",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="close",
        why="the passage named is of another article than the words, which do stand in the archive",
        asks="How were Anneke Thorsby's commands answered, and when did the trial of Mr Orrin begin?",
        claims=(
            Claim(
                "More than 4,000 commands have been sent to the satellite, none of which was answered.",
                (
                    (
                        "If convicted, Mr Orrin could be jailed",
                        (
                            "Her team at the Sable Point ground station has sent more than 4,000 commands, none of "
                            "which was answered."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="close",
        why="the passage named is of another article than the words, which do stand in the archive",
        asks="What did Petra Noll say about tyres, and what did the herring scientists recommend?",
        claims=(
            Claim(
                ("A cut of between 30 and 35 percent had been recommended by scientists on the joint advisory board."),
                (
                    (
                        "A former employee, Petra Noll, told",
                        ("Scientists on the joint advisory board had recommended a cut of between 30 and 35 percent."),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="close",
        why="the passage named is of another article than the words, which do stand in the archive",
        asks=("Who scored the winner of the Federation Cup final, and what did the mayor of Arvenna order?"),
        claims=(
            Claim(
                (
                    "Substitute Jonas Lindmark, 19, headed the winner four minutes after coming on for the "
                    "captain, Pelle Ström."
                ),
                (
                    (
                        "Mayor Livia Costanz urged residents to check",
                        (
                            "Substitute Jonas Lindmark, 19, headed the winner in the 118th minute, four minutes "
                            "after coming on for the captain, Pelle Ström."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
)
