"""Held-out outputs that mostly do not hold, about an airline that fails: The Mercantile Times, 2022-10-18."""

from __future__ import annotations

from tests.retrieval.writing.heldout.airline_quotes import (
    BLAMED,
    CONSULTED,
    FILED,
    FOUNDED,
    JOBS,
    LARGEST_CREDITOR,
    NO_RESCUE,
    OWNERS,
    PROFIT,
    REJECTED,
    RIVALS,
    TAXPAYERS,
)
from tests.retrieval.writing.table import Claim, Scripted

AIRLINE_FAILS: tuple[Scripted, ...] = (
    Scripted(
        "number",
        "41 aircraft for 31, a quarter for a third",
        "How big was AirSorvia?",
        (
            Claim(
                "The insolvency of the country's second-largest airline grounded all 41 of its aircraft and "
                "stranded some 14,000 passengers.",
                (FILED,),
                False,
            ),
            Claim(
                "The airline carried 3.2 million people last year, roughly a quarter fewer than before the pandemic.",
                (FOUNDED,),
                False,
            ),
            Claim(
                "Around 2,300 of the airline's 3,200 employees are expected to lose their jobs unless a buyer is "
                "found by 15 November.",
                (JOBS, FOUNDED),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "date",
        "the day of publication for the day before, and the wrong deadline",
        "When did AirSorvia file for insolvency?",
        (
            Claim(
                "AirSorvia filed for insolvency on 18 October 2022 after talks with its main lender broke down.",
                (FILED,),
                False,
            ),
            Claim(
                "Around 2,300 employees are expected to lose their jobs unless a buyer is found by 25 November.",
                (
                    (
                        "are expected to lose their jobs unless",
                        "are expected to lose their jobs unless a buyer is found",
                    ),
                ),
                False,
            ),
            Claim(
                "The airline, which was founded in 1994, has not made an annual profit since 2016.",
                (FOUNDED, PROFIT),
                True,
            ),
        ),
    ),
    Scripted(
        "name or place",
        "Danish for Dutch, and the bidder as creditor",
        "Who is interested in AirSorvia's slots?",
        (
            Claim(
                "Transalp and the Danish carrier Polder Air are understood to be considering bids for its take-off "
                "and landing slots.",
                (RIVALS,),
                False,
            ),
            Claim(
                "The airline's largest creditor is the leasing group Transalp, which says it is owed €175m.",
                (LARGEST_CREDITOR,),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "role or speaker swapped",
        "the union's words in the minister's mouth, the creditor as debtor",
        "Who accused AirSorvia's owners?",
        (
            Claim(
                "The transport minister, Jiri Halland, said the airline had been run into the ground by its owners.",
                (OWNERS, TAXPAYERS),
                False,
            ),
            Claim(
                "The leasing group Norfleet, which was AirSorvia's largest debtor, says it owes the carrier €175m.",
                (LARGEST_CREDITOR,),
                False,
            ),
            Claim(
                "Hanna Osk, the chief executive, blamed high fuel costs and a summer of strikes by cabin crew.",
                (BLAMED,),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "denial or hedge",
        "may becomes will, ruled out becomes left open, considering becomes made",
        "Will the state or a rival rescue AirSorvia?",
        (
            Claim(
                "Passengers who booked only a flight with the insolvent airline will get nothing.",
                (("those who bought only a flight may", "those who bought only a flight may get nothing"),),
                False,
            ),
            Claim(
                "The transport ministry has not ruled out a state rescue of the airline.",
                (NO_RESCUE,),
                False,
            ),
            Claim(
                "Two rivals, Transalp and Polder Air, have made bids for the airline's take-off and landing slots.",
                (RIVALS,),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "added",
        "a refused loan and a lawsuit from nowhere",
        "Why did AirSorvia's talks fail?",
        (
            Claim(
                "AirSorvia filed for insolvency on Monday evening after its main lender had refused it another "
                "loan of €50m.",
                (FILED,),
                False,
            ),
            Claim(
                "The union said it had not been consulted about the filing and would take the airline to court.",
                (CONSULTED,),
                False,
            ),
            Claim(
                "Founded in 1994, the airline carried 3.2 million people last year, roughly a third fewer than "
                "before the pandemic.",
                (FOUNDED,),
                True,
            ),
        ),
    ),
    Scripted(
        "word exchanged",
        "baggage handlers for cabin crew, helicopters for turboprops",
        "Whose strikes hurt AirSorvia?",
        (
            Claim(
                "Chief executive Marek Dovic blamed high fuel costs and a summer of strikes by baggage handlers.",
                (BLAMED,),
                False,
            ),
            Claim(
                "The airline, which was founded in 1994 with two second-hand helicopters, carried 3.2 million "
                "people last year.",
                (
                    (
                        "Founded in 1994 with two second-hand turboprops",
                        "Founded in 1994 with two second-hand turboprops, the airline carried 3.2m people last year",
                    ),
                ),
                False,
            ),
            Claim(
                "The pilots' union rejected Marek Dovic's account, in which he blamed high fuel costs and strikes "
                "by cabin crew.",
                (BLAMED, REJECTED),
                True,
            ),
        ),
    ),
    Scripted(
        "fabricated quote",
        "a made-up apology, a figure altered, and a true statement with a quote that is only a paraphrase",
        "What did AirSorvia's chief executive say?",
        (
            Claim(
                "Chief executive Marek Dovic apologised to the passengers who were stranded by the insolvency.",
                (
                    (
                        "Chief executive Marek Dovic blamed high fuel costs",
                        "“I am deeply sorry to everyone who is stranded,” Dovic said.",
                    ),
                ),
                False,
            ),
            Claim(
                "AirSorvia's largest creditor is the leasing group Norfleet, which says it is owed €275m.",
                (
                    (
                        "Its largest creditor is the leasing group Norfleet",
                        "Its largest creditor is the leasing group Norfleet, which says it is owed €275m.",
                    ),
                ),
                False,
            ),
            Claim(
                "AirSorvia, which filed for insolvency on Monday evening, has not made an annual profit since 2016.",
                (("It has not made an annual profit since", "The airline last made an annual profit in 2016."),),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "no citation",
        "true, but without a quote",
        "How many aircraft did AirSorvia have?",
        (
            Claim(
                "AirSorvia had 31 aircraft, all of which were grounded when it filed for insolvency.",
                (),
                False,
            ),
        ),
        not_found=True,
    ),
)
