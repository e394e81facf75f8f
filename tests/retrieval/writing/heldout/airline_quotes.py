"""Passages and sentences that outputs quote, about an airline that fails: The Mercantile Times, 2022-10-18."""

from __future__ import annotations

FILED = (
    "AirSorvia, the country’s second-largest airline, filed for",
    "AirSorvia, the country’s second-largest airline, filed for insolvency on Monday evening after talks with its "
    "main lender broke down, grounding all 31 of its aircraft and stranding some 14,000 passengers.",
)
DEBTS = (
    "The carrier owes creditors about €640m, up",
    "The carrier owes creditors about €640m, up from €410m a year ago.",
)
LARGEST_CREDITOR = (
    "Its largest creditor is the leasing group",
    "Its largest creditor is the leasing group Norfleet, which says it is owed €175m.",
)
BLAMED = (
    "Chief executive Marek Dovic blamed high fuel",
    "Chief executive Marek Dovic blamed high fuel costs and a summer of strikes by cabin crew.",
)
REJECTED = (
    "The pilots’ union, ASP, rejected that account",
    "The pilots’ union, ASP, rejected that account.",
)
OWNERS = (
    "This airline was run into the ground",
    "“This airline was run into the ground by its owners,” said its president, Hanna Osk.",
)
CONSULTED = (
    "The union said it had not been",
    "The union said it had not been consulted about the filing.",
)
JOBS = (
    "Around 2,300 employees are expected to lose",
    "Around 2,300 employees are expected to lose their jobs unless a buyer is found by 15 November.",
)
RIVALS = (
    "Two rivals, Transalp and the Dutch carrier",
    "Two rivals, Transalp and the Dutch carrier Polder Air, are understood to be considering bids for its take-off "
    "and landing slots.",
)
NO_RESCUE = (
    "The transport ministry ruled out a state",
    "The transport ministry ruled out a state rescue.",
)
TAXPAYERS = (
    "Taxpayers’ money will not be used to",
    "“Taxpayers’ money will not be used to keep a failed company in the air,” said the transport minister, Jiri "
    "Halland.",
)
CHILDREN = (
    "He promised, however, that children travelling alone",
    "He promised, however, that children travelling alone would be brought home by the end of the week.",
)
REFUNDS = (
    "Passengers who booked package holidays will be",
    "Passengers who booked package holidays will be refunded by a guarantee fund; those who bought only a flight "
    "may get nothing.",
)
FOUNDED = (
    "Founded in 1994 with two second-hand turboprops",
    "Founded in 1994 with two second-hand turboprops, the airline carried 3.2m people last year, roughly a third "
    "fewer than before the pandemic.",
)
PROFIT = (
    "It has not made an annual profit",
    "It has not made an annual profit since 2016.",
)
ADMINISTRATOR = (
    "Court-appointed administrator Sofia Brandl will take charge",
    "Court-appointed administrator Sofia Brandl will take charge on Wednesday.",
)
