"""Passages and sentences that outputs quote, about an interest rate: Continental Newswire, 2022-11-10."""

from __future__ import annotations

CUT = (
    "The National Bank of Sorvia (NBS) cut",
    "The National Bank of Sorvia (NBS) cut its benchmark interest rate by a quarter of a percentage point to 4.5% "
    "on Thursday, its first reduction since 2018, and hinted that a further cut could follow in February.",
)
BACKED = (
    "Six of the nine members of the",
    "Six of the nine members of the rate-setting committee backed the move.",
)
DISSENT = (
    "Two voted to keep the rate unchanged",
    "Two voted to keep the rate unchanged, while deputy governor Irena Maslow preferred a cut of half a point.",
)
TARGET = (
    "He declined to say when inflation would",
    "He declined to say when inflation would return to the bank's 2% target.",
)
INFLATION = (
    "Annual inflation slowed to 3.8% in October",
    "Annual inflation slowed to 3.8% in October from 5.1% in July, helped by cheaper fuel and a good harvest.",
)
FOOD = (
    "Food prices still rose by about 7%",
    "Food prices still rose by about 7%.",
)
WELCOMED = (
    "Finance Minister Lidia Varga, who had called",
    "Finance Minister Lidia Varga, who had called for lower borrowing costs, welcomed the decision.",
)
DENIED_PRESSURE = (
    "She denied having put pressure on the",
    "She denied having put pressure on the bank.",
)
ACCUSED = (
    "Opposition lawmaker Pavel Stroud accused her of",
    'Opposition lawmaker Pavel Stroud accused her of having "leaned on the governor for months," without offering '
    "evidence.",
)
MORTGAGES = (
    "Bankers expect mortgage rates to fall by",
    "Bankers expect mortgage rates to fall by between 0.1 and 0.2 points before the end of the year.",
)
CROWN = (
    "The crown weakened 0.6% against the euro",
    "The crown weakened 0.6% against the euro after the announcement.",
)
TOO_EARLY = (
    "Economist Greta Holm of Lindqvist Capital said",
    "Economist Greta Holm of Lindqvist Capital said the bank may have moved too early.",
)
WAGES = (
    "If wages keep growing at this pace",
    '"If wages keep growing at this pace, they will have to reverse course," she said.',
)
FORECAST = (
    "The bank now forecasts growth of 1.4%",
    "The bank now forecasts growth of 1.4% next year, down from the 1.9% it predicted in August, citing weaker "
    "demand from Germany and the collapse of the carrier AirSorvia.",
)
