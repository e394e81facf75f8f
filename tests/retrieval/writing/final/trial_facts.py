"""Held-out sentences about a bank robbery trial: figures, days, names, words and quotes that are right or wrong."""

from __future__ import annotations

from tests.retrieval.writing.table import Claim, Scripted

TRIAL_FACTS = (
    Scripted(
        kind="name or place",
        why="the court's town becomes the street, brothers get another's name",
        asks="Which branch was robbed in the case before Port Emery District Court?",
        claims=(
            Claim(
                (
                    "The Emery Street branch of Ostler's Bank was robbed by three masked men who had been "
                    "let in by a guard, a prosecutor said."
                ),
                (
                    (
                        "A former security guard let three",
                        (
                            "A former security guard let three masked men into the Marl Street branch of Ostler’s "
                            "Bank, a prosecutor told Port Emery District Court on Tuesday, the first day of a trial "
                            "that is to last four weeks."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                "The brothers Karl and Emil Merrin pleaded guilty in August.",
                (
                    (
                        "Two of the alleged robbers, the brothers Karl",
                        (
                            "Two of the alleged robbers, the brothers Karl and Emil Sandoz, pleaded guilty in August "
                            "and will be sentenced after the trial."
                        ),
                    ),
                    (
                        "A third, Joost Merrin, is thought to have",
                        "A third, Joost Merrin, is thought to have left the country.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                (
                    "A prosecutor told Port Emery District Court that a former security guard had let three "
                    "masked men into the Marl Street branch of Ostler's Bank."
                ),
                (
                    (
                        "A former security guard let three",
                        (
                            "A former security guard let three masked men into the Marl Street branch of Ostler’s "
                            "Bank, a prosecutor told Port Emery District Court on Tuesday, the first day of a trial "
                            "that is to last four weeks."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="number",
        why="the recovered part for the whole, wrong minutes",
        asks="How much money did the robbers of Ostler's Bank take?",
        claims=(
            Claim(
                "The robbers left with 410,000 crowns.",
                (
                    (
                        "The robbers left with 1.3 million",
                        "The robbers left with 1.3 million crowns, of which 410,000 have been recovered.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                ("The alarm is said to have been switched off at 7.52 a.m., 18 minutes before the branch opened."),
                (
                    (
                        "Dennis Orrin, 34, is accused of having switched",
                        (
                            "Dennis Orrin, 34, is accused of having switched off the alarm at 7.52 a.m. on 19 "
                            "January, eight minutes before the branch opened."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                "Of the 1.3 million crowns with which the robbers left, 410,000 have been recovered.",
                (
                    (
                        "The robbers left with 1.3 million",
                        "The robbers left with 1.3 million crowns, of which 410,000 have been recovered.",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="date",
        why="a weekday counted wrongly, months that belong to others",
        asks="When does the trial of Dennis Orrin continue?",
        claims=(
            Claim(
                ("The trial of Mr Orrin continues on 17 November 2023, when a detective is due to give evidence."),
                (
                    (
                        "The trial continues on Thursday, when",
                        "The trial continues on Thursday, when a detective is due to give evidence.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                "The brothers Karl and Emil Sandoz pleaded guilty in March.",
                (
                    (
                        "Two of the alleged robbers, the brothers Karl",
                        (
                            "Two of the alleged robbers, the brothers Karl and Emil Sandoz, pleaded guilty in August "
                            "and will be sentenced after the trial."
                        ),
                    ),
                    (
                        "An international warrant was issued for",
                        "An international warrant was issued for him in March.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                ("The brothers Karl and Emil Sandoz, two of the alleged robbers, pleaded guilty in August."),
                (("Two of the alleged robbers, the", "the brothers Karl and Emil Sandoz, pleaded guilty in August"),),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="word exchanged",
        why="another noun, another verb",
        asks="What did the branch manager report Mr Orrin for?",
        claims=(
            Claim(
                ("The branch manager, Ruth Calloway, said she had reported Mr Orrin twice for being rude."),
                (
                    (
                        "The branch manager, Ruth Calloway, said in evidence",
                        "she had reported Mr Orrin twice for being late",
                    ),
                ),
                holds=False,
            ),
            Claim(
                "His counsel told the jury that Mr Orrin had been bribed.",
                (
                    ("“Without him there would have been", "Mr Orrin denies conspiracy."),
                    (
                        "His counsel, Tobias Wend, told the jury that",
                        (
                            "His counsel, Tobias Wend, told the jury that his client had been threatened and “never "
                            "received a penny”."
                        ),
                    ),
                ),
                holds=False,
            ),
        ),
    ),
    Scripted(
        kind="number",
        why="the weeks of the trial, and a figure from nowhere",
        asks="How long could Mr Orrin be jailed for?",
        claims=(
            Claim(
                "If convicted, Mr Orrin could be jailed for up to 25 years.",
                (("If convicted, Mr Orrin could be", "If convicted, Mr Orrin could be jailed for up to 14 years."),),
                holds=False,
            ),
            Claim(
                "Mr Orrin faces up to 14 years in jail if he is convicted.",
                (("If convicted, Mr Orrin could be", "If convicted, Mr Orrin could be jailed for up to 14 years."),),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="fabricated quote",
        why="the words stand nowhere; the second sentence is true, but its quote is reworded",
        asks="How did Mr Orrin know the alleged robbers?",
        claims=(
            Claim(
                "Mr Orrin had met the brothers Sandoz in a bar three weeks earlier.",
                (
                    (
                        "Two of the alleged robbers, the brothers",
                        "Mr Orrin met the brothers in a bar three weeks before the robbery",
                    ),
                ),
                holds=False,
            ),
            Claim(
                "The trial is to last four weeks.",
                (("the first day of a trial", "proceedings are scheduled to run for four weeks"),),
                holds=False,
            ),
        ),
    ),
)
