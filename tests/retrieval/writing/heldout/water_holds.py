"""Held-out outputs that hold, about lead in tap water: Northern Chronicle, 2023-03-09."""

from __future__ import annotations

from tests.retrieval.writing.heldout.water_quotes import (
    BLOOD,
    DISPUTED,
    EMAIL,
    FINED,
    LOW_RISK,
    NURSERY,
    PIPES,
    REPLACED,
    SAFE_LEVEL,
    SAMPLES,
    TAP,
    TESTS,
)
from tests.retrieval.writing.table import Claim, Scripted

WATER_HOLDS: tuple[Scripted, ...] = (
    Scripted(
        "plain",
        "the samples, the tests and the investigation, close to the article",
        "How much lead was in the water in Wendle?",
        (
            Claim(
                "Samples taken at St Aldhelm's Primary on 27 February contained 30 micrograms of lead per litre, "
                "while the limit is 10.",
                (SAMPLES,),
                True,
            ),
            Claim(
                "The water inspectorate has opened an investigation and could impose a fine on the firm.",
                (
                    (
                        "has opened an investigation and could fine",
                        "has opened an investigation and could fine the firm",
                    ),
                ),
                True,
            ),
            Claim(
                "Residents are advised to run the tap for two minutes but not to boil the water, since boiling "
                "does not remove lead.",
                (TAP,),
                True,
            ),
        ),
    ),
    Scripted(
        "reworded",
        "the company's defence and the parent's find in other words",
        "Who noticed the lead in Wendle's water?",
        (
            Claim(
                "It took a parent and plumber, Gareth Lyle, rather than an inspector to raise the alarm: he "
                "noticed a metallic taste and spent £22 on a testing kit.",
                (("The alarm was raised not by an", "The alarm was raised not by an inspector but by a parent"),),
                True,
            ),
            Claim(
                "The fault does not lie with the mains, according to Wenwater, which points at old pipes in the "
                "buildings.",
                (PIPES,),
                True,
            ),
            Claim(
                "Wenwater has confirmed that the lead content of the water at a Wendle primary school and a "
                "nursery was as much as three times what the law allows.",
                (TESTS,),
                True,
            ),
        ),
    ),
    Scripted(
        "reworded",
        "a doctor's judgement in other words",
        "Is the lead in Wendle dangerous for children?",
        (
            Claim(
                "For an individual child the danger is small, in the opinion of Dr Anjali Rao, who heads public "
                "health in the county.",
                (LOW_RISK,),
                True,
            ),
            Claim(
                "As for the children, 260 of them can have their blood tested from Monday.",
                (BLOOD,),
                True,
            ),
        ),
    ),
    Scripted(
        "combined",
        "charge and countercharge, two readings, two statements of a doctor",
        "Who is to blame for the lead in Wendle's water?",
        (
            Claim(
                "Wenwater pointed to old pipes inside the buildings, but the council disputed this, and a "
                "spokeswoman said the pipes had been replaced in 2009.",
                (PIPES, DISPUTED, REPLACED),
                True,
            ),
            Claim(
                "The water contained 30 micrograms of lead per litre at St Aldhelm's Primary and 18 at the Acorn "
                "nursery next door, against a limit of 10.",
                (SAMPLES, NURSERY),
                True,
            ),
            Claim(
                "Dr Anjali Rao said that the risk to any one child was low and that no level of lead was safe, but "
                "a few weeks of exposure was unlikely to do lasting harm.",
                (LOW_RISK, SAFE_LEVEL),
                True,
            ),
        ),
    ),
    Scripted(
        "resolved",
        "a weekday, a month without its year, and pronouns that the sentence before explains",
        "When did the plumber complain, and when do tests begin?",
        (
            Claim(
                "Gareth Lyle's first email to the company, sent on 6 February 2023, was not answered for 16 days.",
                (EMAIL,),
                True,
            ),
            Claim(
                "Blood tests will be offered to 260 children from 13 March 2023.",
                (BLOOD,),
                True,
            ),
            Claim(
                "The water inspectorate fined Wenwater £1.1 million in 2020 for sewage spills.",
                (FINED,),
                True,
            ),
        ),
    ),
)
