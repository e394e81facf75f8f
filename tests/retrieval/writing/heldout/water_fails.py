"""Held-out outputs that mostly do not hold, about lead in tap water: Northern Chronicle, 2023-03-09."""

from __future__ import annotations

from tests.retrieval.writing.heldout.strike_quotes import CLOSED_FOR_LEAD
from tests.retrieval.writing.heldout.water_quotes import (
    BOTTLED,
    DISPUTED,
    EMAIL,
    FINED,
    INVESTIGATION,
    LOW_RISK,
    NURSERY,
    PIPES,
    PLUMBER,
    REPLACED,
    SAFE_LEVEL,
    SAMPLES,
    TAP,
    TESTS,
)
from tests.retrieval.writing.table import Claim, Scripted

WATER_FAILS: tuple[Scripted, ...] = (
    Scripted(
        "number",
        "digits exchanged, ten days more, a multiple that the readings do not give",
        "How many children in Wendle will be tested?",
        (
            Claim(
                "Because of the lead in tap water, 620 children will be offered blood tests from Monday.",
                (("Blood tests will be offered to 260", "Blood tests will be offered to 260 children"),),
                False,
            ),
            Claim(
                "The plumber's first email to the company, on 6 February, went unanswered for 26 days.",
                (EMAIL,),
                False,
            ),
            Claim(
                "At the Acorn nursery next door, the water contained almost three times as much lead as the limit "
                "allows.",
                (SAMPLES, NURSERY),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "date",
        "ten days too early, ten years too late",
        "When were the samples taken at St Aldhelm's?",
        (
            Claim(
                "Samples taken at St Aldhelm's Primary on 17 February contained 30 micrograms of lead per litre.",
                (SAMPLES,),
                False,
            ),
            Claim(
                "A spokeswoman for the council, which owns the buildings, said the pipes had been replaced in 2019.",
                (DISPUTED, REPLACED),
                False,
            ),
            Claim(
                "A spokeswoman said that the pipes in question had already been replaced in 2009.",
                (REPLACED,),
                True,
            ),
        ),
    ),
    Scripted(
        "name or place",
        "the nursery for the school, a road for a lane",
        "Where did the company carry out works?",
        (
            Claim(
                "Samples taken at the Acorn nursery on 27 February contained 30 micrograms of lead per litre.",
                (SAMPLES, NURSERY),
                False,
            ),
            Claim(
                "A spokeswoman said the company's works in Mill Road in January might have disturbed deposits.",
                (REPLACED,),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "role or speaker swapped",
        "the company's and the council's arguments exchanged",
        "What do the council and Wenwater say about the pipes?",
        (
            Claim(
                "The council said the mains were not to blame and pointed to old pipes inside the buildings, which "
                "Wenwater disputed.",
                (PIPES, DISPUTED),
                False,
            ),
            Claim(
                "Gareth Lyle, the county's director of public health, said the risk to any one child was low.",
                (LOW_RISK, PLUMBER),
                False,
            ),
            Claim(
                "Wenwater, which said the mains were not to blame, pointed to old pipes inside the buildings, but "
                "the council disputed this.",
                (PIPES, DISPUTED),
                True,
            ),
        ),
    ),
    Scripted(
        "denial or hedge",
        "might, could and unlikely become facts",
        "Did works in Mill Lane cause the lead in the water?",
        (
            Claim(
                "The company's works in Mill Lane in January disturbed deposits in the pipes.",
                (REPLACED,),
                False,
            ),
            Claim(
                "The water inspectorate has opened an investigation and will fine the firm.",
                (
                    (
                        "has opened an investigation and could fine",
                        "has opened an investigation and could fine the firm",
                    ),
                ),
                False,
            ),
            Claim(
                "Dr Anjali Rao said that a few weeks of exposure could not cause lasting harm.",
                (LOW_RISK, SAFE_LEVEL),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "added",
        "a reason and a payer that the quotes do not give",
        "Why did nobody answer the plumber?",
        (
            Claim(
                "His first email to the company, on 6 February, went unanswered for 16 days because of staff "
                "shortages.",
                (EMAIL,),
                False,
            ),
            Claim(
                "Both the school and the nursery have had bottled water since last Friday, paid for by the company.",
                (NURSERY, BOTTLED),
                False,
            ),
            Claim(
                "His first email to the company, on 6 February, was left unanswered for 16 days.",
                (EMAIL,),
                True,
            ),
        ),
    ),
    Scripted(
        "word exchanged",
        "electrician for plumber, chemical for sewage, filter for boil",
        "Who is Gareth Lyle?",
        (
            Claim(
                "The alarm was raised by a parent, the electrician Gareth Lyle, who bought a testing kit for £22.",
                (PLUMBER,),
                False,
            ),
            Claim(
                "In 2020 the water inspectorate had already fined Wenwater £1.1m for chemical spills.",
                (INVESTIGATION, FINED),
                False,
            ),
            Claim(
                "Residents have been advised to run the tap for two minutes, but not to filter the water.",
                (TAP,),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "fabricated quote",
        "an admission that the company did not make, a figure altered, and a true statement with a made-up wording",
        "Does Wenwater admit a mistake?",
        (
            Claim(
                "Wenwater has admitted that its works were the cause of the lead in the water.",
                (
                    (
                        "Wenwater said the mains were not to blame",
                        "Wenwater said its works in January had caused the lead to enter the water.",
                    ),
                ),
                False,
            ),
            Claim(
                "Results for a further 60 homes in Wendle are expected next week.",
                (
                    (
                        "Results for a further 40 homes are expected",
                        "Results for a further 60 homes are expected next week.",
                    ),
                ),
                False,
            ),
            Claim(
                "Gareth Lyle, a plumber, bought a testing kit for £22 after he had noticed a metallic taste.",
                (
                    (
                        "a parent, the plumber Gareth Lyle, who",
                        "Lyle, a plumber, paid £22 for a testing kit because the water tasted of metal.",
                    ),
                ),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "wrong article",
        "the Observer that is quoted tells of the closure, not of the amount",
        "How much lead was found at St Aldhelm's Primary?",
        (
            Claim(
                "The drinking water of St Aldhelm's Primary contained 30 micrograms of lead per litre.",
                (CLOSED_FOR_LEAD,),
                False,
            ),
            Claim(
                "Lead at up to three times the legal limit was found in the drinking water of a primary school and "
                "a nursery in Wendle, Wenwater has confirmed.",
                (("the discovery of lead in its drinking water", TESTS[1]),),
                True,
            ),
        ),
    ),
)
