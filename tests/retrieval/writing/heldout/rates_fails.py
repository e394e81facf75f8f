"""Held-out outputs that mostly do not hold, about an interest rate: Continental Newswire, 2022-11-10."""

from __future__ import annotations

from tests.retrieval.writing.heldout.rates_quotes import (
    ACCUSED,
    BACKED,
    CROWN,
    CUT,
    DISSENT,
    FOOD,
    FORECAST,
    INFLATION,
    MORTGAGES,
)
from tests.retrieval.writing.table import Claim, Scripted

RATES_FAILS: tuple[Scripted, ...] = (
    Scripted(
        "number",
        "seven for six, and a forecast that is moved up",
        "How many members backed the Sorvian rate cut?",
        (
            Claim(
                "Seven of the nine members of the rate-setting committee backed the move, while two voted to keep "
                "the rate unchanged.",
                (BACKED, DISSENT),
                False,
            ),
            Claim(
                "The bank now expects growth of 1.9% next year, down from the 2.4% that it predicted in August.",
                (FORECAST,),
                False,
            ),
            Claim(
                "Once the decision had been announced, the crown lost 0.6% in value against the euro.",
                (CROWN,),
                True,
            ),
        ),
    ),
    Scripted(
        "date",
        "another month, another year, next year taken for this one",
        "When did Sorvian inflation slow, and when was the last rate cut?",
        (
            Claim(
                "Annual inflation slowed to 3.8% in September from 5.1% in July, helped by cheaper fuel and a good "
                "harvest.",
                (INFLATION,),
                False,
            ),
            Claim(
                "The reduction to 4.5% was the first by the National Bank of Sorvia since 2008.",
                (("to 4.5% on Thursday, its first reduction", "to 4.5% on Thursday, its first reduction since 2018"),),
                False,
            ),
            Claim(
                "The bank now forecasts growth of 1.4% for 2022, down from the 1.9% that it predicted in August.",
                (FORECAST,),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "role or speaker swapped",
        "the dissenters change places, the accused becomes the accuser",
        "Who wanted what on the Sorvian committee?",
        (
            Claim(
                "Deputy governor Irena Maslow voted to keep the rate unchanged, while two others preferred a cut "
                "of half a point.",
                (DISSENT,),
                False,
            ),
            Claim(
                "Finance Minister Lidia Varga accused opposition lawmaker Pavel Stroud of having leaned on the "
                "governor for months.",
                (ACCUSED,),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "denial or hedge",
        "an accusation without evidence, a may and a could become facts",
        "Was Sorvia's central bank put under pressure?",
        (
            Claim(
                "Finance Minister Lidia Varga had leaned on the governor for months before the bank cut its rate.",
                (ACCUSED,),
                False,
            ),
            Claim(
                "Economist Greta Holm of Lindqvist Capital said the bank had moved too early.",
                (("said the bank may have moved too", "said the bank may have moved too early"),),
                False,
            ),
            Claim(
                "After cutting its benchmark rate to 4.5%, the National Bank of Sorvia will make a further cut in "
                "February.",
                (CUT,),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "added",
        "a purpose and a consequence that nobody reports",
        "Why did Sorvia's central bank cut its rate?",
        (
            Claim(
                "The National Bank of Sorvia cut its benchmark interest rate to 4.5% on Thursday in order to avert "
                "a recession.",
                (CUT,),
                False,
            ),
            Claim(
                "Food prices still rose by about 7%, a burden that fell mainly on poorer households.",
                (FOOD,),
                False,
            ),
            Claim(
                "Bankers expect mortgage rates to fall by 0.1 to 0.2 points before the end of the year.",
                (MORTGAGES,),
                True,
            ),
        ),
    ),
    Scripted(
        "word exchanged",
        "autumn for harvest, dollar for euro",
        "What helped to slow inflation in Sorvia?",
        (
            Claim(
                "Annual inflation slowed to 3.8% in October from 5.1% in July, helped by cheaper fuel and a mild "
                "autumn.",
                (INFLATION,),
                False,
            ),
            Claim(
                "Once the decision had been announced, the crown lost 0.6% in value against the dollar.",
                (CROWN,),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "fabricated quote",
        "the governor never said that",
        "What did Tomas Kreel say about inflation?",
        (
            Claim(
                "Governor Tomas Kreel told reporters that the fight against inflation was as good as won.",
                (
                    (
                        "Governor Tomas Kreel told reporters",
                        '"The fight against inflation is as good as won," Governor Tomas Kreel told reporters.',
                    ),
                ),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "wrong article",
        "the stranded passengers stand in the article on the airline, not in the sentence quoted",
        "What happened to AirSorvia's passengers?",
        (
            Claim(
                "The carrier AirSorvia has collapsed, and some 14,000 of its passengers were left stranded.",
                (("the collapse of the carrier AirSorvia", "the collapse of the carrier AirSorvia"),),
                False,
            ),
            Claim(
                "Sorvia's central bank named weaker demand from Germany and the collapse of AirSorvia when it "
                "lowered its growth forecast.",
                (("talks with its main lender broke down", FORECAST[1]),),
                True,
            ),
        ),
    ),
    Scripted(
        "no citation",
        "true, but without a quote",
        "How large is the Sorvian rate-setting committee?",
        (
            Claim(
                "The rate-setting committee of the National Bank of Sorvia has nine members.",
                (),
                False,
            ),
        ),
        not_found=True,
    ),
)
