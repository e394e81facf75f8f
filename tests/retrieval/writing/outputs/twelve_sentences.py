"""An answer of twelve sentences."""

from __future__ import annotations

from tests.retrieval.writing.table import Claim, Scripted

TWELVE_SENTENCES: tuple[Scripted, ...] = (
    Scripted(
        kind="too many",
        why="twelve sentences, all of them right",
        asks="Tell me everything about the strike in Calvey.",
        claims=(
            Claim(
                text=(
                    "Dockers at the port of Calvey, more than 1,400 of them, walked out on 12 October 2023 in "
                    "a dispute over pay and weekend shifts."
                ),
                rests_on=(
                    (
                        "More than 1,400 dockers at the port",
                        (
                            "More than 1,400 dockers at the port of Calvey walked out on Thursday in a dispute "
                            "over pay and weekend shifts"
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                text="The strike was called by the Harbour Workers' Union and is due to last 48 hours.",
                rests_on=(
                    (
                        "The strike, called by the Harbour Workers’",
                        "The strike, called by the Harbour Workers’ Union, is due to last 48 hours",
                    ),
                ),
                holds=True,
            ),
            Claim(
                text="The union asks for 8 percent.",
                rests_on=(("The union is asking for 8 percent.", "The union is asking for 8 percent."),),
                holds=True,
            ),
            Claim(
                text=(
                    "Ilse Brandt, the general secretary of the union, said that its members had waited eleven "
                    "months for a serious proposal."
                ),
                rests_on=(
                    (
                        "“Our members have waited eleven months for",
                        "Our members have waited eleven months for a serious proposal",
                    ),
                ),
                holds=True,
            ),
            Claim(
                text=(
                    "The company's offer was the best it could afford after a loss of 12 million marks last "
                    "year, its spokesman Tomas Reyle said."
                ),
                rests_on=(
                    (
                        "Its spokesman, Tomas Reyle, said the meetings",
                        (
                            "Its spokesman, Tomas Reyle, said the meetings had been postponed at the union’s "
                            "request and that the offer was the best the company could afford after a loss of 12 "
                            "million marks last year."
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                text="Seven container ships were at anchor outside the harbour by noon, the coastguard said.",
                rests_on=(
                    (
                        "Seven container ships were lying at anchor",
                        (
                            "Seven container ships were lying at anchor outside the harbour by noon, according to "
                            "the coastguard."
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                text="According to police, some 300 people marched peacefully to the town hall.",
                rests_on=(
                    (
                        "Police said about 300 people took part",
                        "Police said about 300 people took part in a peaceful march to the town hall.",
                    ),
                ),
                holds=True,
            ),
            Claim(
                text=(
                    "A 34-year-old man was briefly detained after he had thrown a flare, and was released "
                    "without charge."
                ),
                rests_on=(
                    (
                        "One man, aged 34, was briefly detained",
                        (
                            "One man, aged 34, was briefly detained after throwing a flare; he was released "
                            "without charge."
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                text="Dora Vance, the mayor, called on the two sides to return to talks.",
                rests_on=(
                    (
                        "The mayor, Dora Vance, called on both",
                        "The mayor, Dora Vance, called on both sides to return to talks.",
                    ),
                ),
                holds=True,
            ),
            Claim(
                text="The last strike at the port was in 2014 and lasted nine days.",
                rests_on=(
                    ("The last strike at the port, in", "The last strike at the port, in 2014, went on for nine days."),
                ),
                holds=True,
            ),
            Claim(
                text=(
                    "Paul Ostrander, the mediator, spoke to both sides by telephone and invited them to meet "
                    "on Monday, he said."
                ),
                rests_on=(
                    (
                        "The mediator, Paul Ostrander, said he had",
                        (
                            "The mediator, Paul Ostrander, said he had spoken to both sides by telephone and had "
                            "invited them to meet on Monday."
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                text=(
                    "The Harbour Workers' Union accepted the invitation, while Calvey Maritime said that it "
                    "was studying it."
                ),
                rests_on=(
                    (
                        "The Harbour Workers’ Union accepted the invitation;",
                        (
                            "The Harbour Workers' Union accepted the invitation; the port operator, Calvey "
                            "Maritime, said it was studying it."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
)
