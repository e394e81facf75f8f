"""Held-out outputs that hold, about an excavation: Strata Magazine, 2022-03-14."""

from __future__ import annotations

from tests.retrieval.writing.heldout.dig_quotes import (
    BEAR,
    BONE,
    DOUBT,
    EXPOSED,
    FLAMES,
    LAND,
    MAPPING,
    MUSEUM,
    OBSIDIAN,
    PUBLISHED,
    RADIOCARBON,
)
from tests.retrieval.writing.heldout.wildfire_quotes import SIZE
from tests.retrieval.writing.table import Claim, Scripted

DIG_HOLDS: tuple[Scripted, ...] = (
    Scripted(
        "plain",
        "the team, the bear and the owners of the land, close to the article",
        "What did archaeologists find in Cutler Canyon?",
        (
            Claim(
                "A team led by Naomi Castellan of Alder State University began to map the site in October, using "
                "drones and ground-penetrating radar.",
                (MAPPING,),
                True,
            ),
            Claim(
                "The team has also uncovered a soapstone carving of a bear that is 7 centimeters tall.",
                (BEAR,),
                True,
            ),
            Claim(
                "The land belongs to the Tessaway Tribe, whose council approved the excavation on condition that "
                "all artifacts stay in the county.",
                (LAND,),
                True,
            ),
        ),
    ),
    Scripted(
        "reworded",
        "a dating and a doubt in other words",
        "How old is the village in Cutler Canyon?",
        (
            Claim(
                "Charred acorns, dated by radiocarbon, point to people living at the site from roughly 2100 to "
                "1800 B.C., about 600 years before any other place in the valley.",
                (RADIOCARBON,),
                True,
            ),
            Claim(
                "Helen Marchetti of the University of Turin, who took no part in the work, objects that the acorns "
                "might already have been old by the time they were burned.",
                (DOUBT,),
                True,
            ),
            Claim(
                "Peter Yoon argues that obsidian from a source 240 kilometers away is evidence of trade over long "
                "distances.",
                (OBSIDIAN,),
                True,
            ),
        ),
    ),
    Scripted(
        "reworded",
        "the fire as agent, the plans with their condition",
        "What comes next at the Cutler Canyon site?",
        (
            Claim(
                "At least 18 pit houses, their existence unknown until then, had their foundations laid bare when "
                "a thick cover of manzanita burned off.",
                (
                    (
                        "By burning away a dense cover of",
                        "By burning away a dense cover of manzanita, they exposed the foundations",
                    ),
                ),
                True,
            ),
            Claim(
                "The dig is to start again in June, when mudslides are no longer a danger.",
                (("once the risk of mudslides has passed", "once the risk of mudslides has passed"),),
                True,
            ),
            Claim(
                "Less than a twentieth of the site has gone into the findings, which appeared in the Journal of "
                "Western Prehistory.",
                (PUBLISHED,),
                True,
            ),
        ),
    ),
    Scripted(
        "combined",
        "fire and find in two sentences or two articles",
        "How did a wildfire help archaeologists?",
        (
            Claim(
                "The Cutler Canyon Fire, which had burned 11,400 acres by August 22, 2021, exposed the foundations "
                "of at least 18 pit houses that no one had known about.",
                (SIZE, FLAMES, EXPOSED),
                True,
            ),
            Claim(
                "The team has found a soapstone figure of a bear, which may have been a toy or a ritual object, "
                "but no human remains.",
                (
                    (
                        "The team has also uncovered a carved",
                        "The team has also uncovered a carved figure of a bear, 7 centimeters tall, made of "
                        "soapstone. It may have been a toy or a ritual object. No human remains have been "
                        "found.",
                    ),
                ),
                True,
            ),
        ),
    ),
    Scripted(
        "resolved",
        "last August, a pronoun that the sentence before explains, and the tribe meant",
        "When was the village in Cutler Canyon exposed and mapped?",
        (
            Claim(
                "The flames that did archaeologists an unlikely favor swept Cutler Canyon in August 2021.",
                (FLAMES,),
                True,
            ),
            Claim(
                "Helen Marchetti wants to see dates from bone before she accepts the chronology.",
                (BONE,),
                True,
            ),
            Claim(
                "Robert Twohill, the chair of the Tessaway Tribe, would like a museum to be built with a state "
                "grant of 1.2 million dollars.",
                (LAND, MUSEUM),
                True,
            ),
        ),
    ),
)
