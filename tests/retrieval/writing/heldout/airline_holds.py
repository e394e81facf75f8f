"""Held-out outputs that hold, about an airline that fails: The Mercantile Times, 2022-10-18."""

from __future__ import annotations

from tests.retrieval.writing.heldout.airline_quotes import (
    ADMINISTRATOR,
    BLAMED,
    CHILDREN,
    DEBTS,
    FILED,
    FOUNDED,
    NO_RESCUE,
    OWNERS,
    REFUNDS,
    REJECTED,
    TAXPAYERS,
)
from tests.retrieval.writing.heldout.rates_quotes import FORECAST
from tests.retrieval.writing.table import Claim, Scripted

AIRLINE_HOLDS: tuple[Scripted, ...] = (
    Scripted(
        "plain",
        "the filing, the debts, the jobs and the minister, nearly in the article's words",
        "What happened to AirSorvia?",
        (
            Claim(
                "AirSorvia filed for insolvency on Monday evening after talks with its main lender broke down, "
                "which grounded all 31 of its aircraft.",
                (FILED,),
                True,
            ),
            Claim(
                "The carrier owes its creditors about €640m, compared with €410m a year ago.",
                (DEBTS,),
                True,
            ),
            Claim(
                "Around 2,300 employees are expected to lose their jobs if no buyer is found by 15 November.",
                (
                    (
                        "Around 2,300 employees are expected to lose",
                        "Around 2,300 employees are expected to lose their jobs",
                    ),
                ),
                True,
            ),
            Claim(
                "The transport minister, Jiri Halland, said taxpayers' money would not be used to keep a failed "
                "company in the air.",
                (TAXPAYERS,),
                True,
            ),
        ),
    ),
    Scripted(
        "reworded",
        "freer wording, passive for active",
        "What does AirSorvia's insolvency mean for travellers?",
        (
            Claim(
                "Some 14,000 passengers were left stranded and a fleet of 31 aircraft was grounded when AirSorvia "
                "filed for insolvency.",
                (
                    (
                        "grounding all 31 of its aircraft and",
                        "grounding all 31 of its aircraft and stranding some 14,000 passengers",
                    ),
                ),
                True,
            ),
            Claim(
                "Travellers with a package holiday will get their money back from a guarantee fund, while those "
                "who paid for a flight alone could be left with nothing.",
                (REFUNDS,),
                True,
            ),
            Claim(
                "A bailout by the state is off the table, according to the transport ministry.",
                (NO_RESCUE,),
                True,
            ),
        ),
    ),
    Scripted(
        "reworded",
        "the chief executive's account and the early years",
        "Who or what is blamed for AirSorvia's failure?",
        (
            Claim(
                "Marek Dovic, the chief executive, put the blame on expensive fuel and on walkouts by cabin crew "
                "over the summer.",
                (("high fuel costs and a summer of", "high fuel costs and a summer of strikes by cabin crew"),),
                True,
            ),
            Claim(
                "The airline, which started out in 1994 with a pair of used turboprops, flew 3.2 million people "
                "last year, about one third below its level before the pandemic.",
                (FOUNDED,),
                True,
            ),
        ),
    ),
    Scripted(
        "combined",
        "claim and reply in three sentences; an article of the newswire for the bank's forecast",
        "How do the two sides explain the failure, and what did the bank make of it?",
        (
            Claim(
                "Marek Dovic blamed fuel costs and cabin crew strikes, an account rejected by the pilots' union "
                "ASP, whose president, Hanna Osk, said the owners had run the airline into the ground.",
                (BLAMED, REJECTED, OWNERS),
                True,
            ),
            Claim(
                "AirSorvia, which owed its creditors about €640m when it filed for insolvency, was later cited by "
                "Sorvia's central bank as it lowered its growth forecast for the next year to 1.4%.",
                (
                    (
                        "AirSorvia, the country’s second-largest airline, filed for",
                        "AirSorvia, the country’s second-largest airline, filed for insolvency on Monday evening",
                    ),
                    DEBTS,
                    FORECAST,
                ),
                True,
            ),
        ),
    ),
    Scripted(
        "resolved",
        "weekdays of the week of 18 October 2022, a pronoun and last year",
        "When did AirSorvia file and what happens next?",
        (
            Claim(
                "AirSorvia filed for insolvency on the evening of 17 October 2022, stranding some 14,000 passengers.",
                (FILED,),
                True,
            ),
            Claim(
                "Sofia Brandl, an administrator appointed by the court, will take charge on 19 October 2022.",
                (ADMINISTRATOR,),
                True,
            ),
            Claim(
                "Transport minister Jiri Halland promised that children travelling alone would be brought home by "
                "the end of the week.",
                (CHILDREN,),
                True,
            ),
            Claim(
                "The airline carried 3.2 million people in 2021, roughly a third fewer than before the pandemic.",
                (
                    (
                        "the airline carried 3.2m people last year",
                        "the airline carried 3.2m people last year, roughly a third fewer than before the pandemic.",
                    ),
                ),
                True,
            ),
        ),
    ),
)
