"""Held-out outputs that hold, about an interest rate: Continental Newswire, 2022-11-10."""

from __future__ import annotations

from tests.retrieval.writing.heldout.rates_quotes import (
    BACKED,
    DENIED_PRESSURE,
    DISSENT,
    FORECAST,
    INFLATION,
    TARGET,
    TOO_EARLY,
    WAGES,
    WELCOMED,
)
from tests.retrieval.writing.table import Claim, Scripted

RATES_HOLDS: tuple[Scripted, ...] = (
    Scripted(
        "plain",
        "close paraphrases of the decision and its figures",
        "What did Sorvia's central bank decide?",
        (
            Claim(
                "The National Bank of Sorvia cut its benchmark interest rate by a quarter of a percentage point to "
                "4.5%, its first reduction since 2018.",
                (
                    (
                        "cut its benchmark interest rate by a",
                        "cut its benchmark interest rate by a quarter of a percentage point to 4.5% on "
                        "Thursday, its first reduction since 2018",
                    ),
                ),
                True,
            ),
            Claim(
                "Annual inflation slowed to 3.8% in October, down from 5.1% in July, helped by cheaper fuel and a "
                "good harvest.",
                (INFLATION,),
                True,
            ),
            Claim(
                "Bankers expect mortgage rates to drop by between 0.1 and 0.2 points before the year is over.",
                (
                    (
                        "mortgage rates to fall by between 0.1",
                        "mortgage rates to fall by between 0.1 and 0.2 points before the end of the year",
                    ),
                ),
                True,
            ),
        ),
    ),
    Scripted(
        "reworded",
        "the finance minister and the forecast in other words",
        "How was the rate cut received in Sorvia?",
        (
            Claim(
                "The decision went down well with Lidia Varga, the finance minister, who had wanted borrowing to "
                "become cheaper.",
                (WELCOMED,),
                True,
            ),
            Claim(
                "Pointing to weaker German demand and the demise of AirSorvia, the bank has lowered its growth "
                "forecast for next year from 1.9% to 1.4%.",
                (FORECAST,),
                True,
            ),
            Claim(
                "Cheaper fuel and a good harvest helped to bring annual inflation down to 3.8% in October; in July "
                "it had stood at 5.1%.",
                (INFLATION,),
                True,
            ),
        ),
    ),
    Scripted(
        "reworded",
        "a half-point cut for a cut of half a point, too soon for too early",
        "Who disagreed with the Sorvian rate cut?",
        (
            Claim(
                "Deputy governor Irena Maslow would rather have seen a half-point cut, whereas two others voted "
                "for leaving the rate where it was.",
                (DISSENT,),
                True,
            ),
            Claim(
                "In the view of economist Greta Holm of Lindqvist Capital, it is possible that the bank acted too "
                "soon.",
                (("the bank may have moved too early", "the bank may have moved too early"),),
                True,
            ),
        ),
    ),
    Scripted(
        "combined",
        "the vote needs three sentences, the economist two",
        "How did the NBS committee vote and what did economists say?",
        (
            Claim(
                "The cut to 4.5% had the support of six of the committee's nine members, while two wanted no "
                "change and deputy governor Irena Maslow preferred a bigger step of half a point.",
                (
                    (
                        "cut its benchmark interest rate by a",
                        "cut its benchmark interest rate by a quarter of a percentage point to 4.5%",
                    ),
                    BACKED,
                    DISSENT,
                ),
                True,
            ),
            Claim(
                "Greta Holm of Lindqvist Capital said the bank may have moved too early and would have to reverse "
                "course if wages keep growing at the present pace.",
                (TOO_EARLY, WAGES),
                True,
            ),
        ),
    ),
    Scripted(
        "resolved",
        "the Thursday of the article, and pronouns that the sentence before explains",
        "When was the Sorvian rate cut and what did the officials say?",
        (
            Claim(
                "On 10 November 2022 the NBS lowered its benchmark rate to 4.5%, hinting that another cut could "
                "follow in February.",
                (
                    (
                        "cut its benchmark interest rate by a",
                        "cut its benchmark interest rate by a quarter of a percentage point to 4.5% on Thursday",
                    ),
                ),
                True,
            ),
            Claim(
                "Governor Tomas Kreel declined to say when inflation would return to the bank's target of two percent.",
                (TARGET,),
                True,
            ),
            Claim(
                "Finance Minister Lidia Varga has denied that she put pressure on the bank.",
                (DENIED_PRESSURE,),
                True,
            ),
            Claim(
                "The bank now expects growth of 1.4% in 2023, down from the 1.9% that it predicted in August 2022.",
                (
                    (
                        "The bank now forecasts growth of 1.4%",
                        "The bank now forecasts growth of 1.4% next year, down from the 1.9% it predicted in August",
                    ),
                ),
                True,
            ),
        ),
    ),
)
