"""Held-out outputs that mostly do not hold, about a doping case: Daily Clarion, 2019-06-05."""

from __future__ import annotations

from tests.retrieval.writing.heldout.doping_quotes import (
    APPEAL,
    BACKDATED,
    BANNED,
    BRONZE,
    COACH,
    FOR_LIFE,
    GRANT,
    INSISTS,
    OLYMPICS,
    POSITIVE,
    SECOND_SAMPLE,
    SPONSOR,
    TOUGHER,
)
from tests.retrieval.writing.table import Claim, Scripted

DOPING_FAILS: tuple[Scripted, ...] = (
    Scripted(
        "number",
        "a sum and a number of days changed",
        "How much money does Kemble lose?",
        (
            Claim(
                "Athletics Britain has suspended her grant of £82,000 but will not ask for past payments back.",
                (GRANT,),
                False,
            ),
            Claim(
                "Dominic Ferris, her lawyer, said she would appeal to the Court of Arbitration for Sport within 28 "
                "days.",
                (APPEAL,),
                False,
            ),
            Claim(
                "Her lawyer, Dominic Ferris, said she would appeal to the Court of Arbitration for Sport within 21 "
                "days.",
                (APPEAL,),
                True,
            ),
        ),
    ),
    Scripted(
        "date",
        "digits exchanged, a year too early, the day of publication for the day before",
        "When did Kemble test positive, and when may she race again?",
        (
            Claim(
                "Kemble tested positive for stanozolol on 21 January at a training camp in Portugal.",
                (POSITIVE,),
                False,
            ),
            Claim(
                "The ban is backdated to 1 February, so Kemble could race again in early 2022.",
                (("so Kemble could race again in early", "so Kemble could race again in early 2023"),),
                False,
            ),
            Claim(
                "Jade Kemble was banned for four years on 5 June 2019 after a panel found that she had used a steroid.",
                (BANNED,),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "name or place",
        "Spain for Portugal, the critic for the team-mate",
        "Where was Kemble tested, and who gets the medal?",
        (
            Claim(
                "On 12 January, Kemble tested positive for stanozolol at a training camp in Spain.",
                (POSITIVE,),
                False,
            ),
            Claim(
                "Yvonne Pryce, who finished fourth in Berlin, is set to be given the bronze medal.",
                (TOUGHER, BRONZE),
                False,
            ),
            Claim(
                "Three weeks later, a second sample confirmed the result of the test that Kemble took at the camp "
                "in Portugal.",
                (POSITIVE, SECOND_SAMPLE),
                True,
            ),
        ),
    ),
    Scripted(
        "role or speaker swapped",
        "coach and lawyer, athlete and critic exchange words",
        "What do Kemble's coach and her lawyer say?",
        (
            Claim(
                "Barry Stokes, her lawyer, said she would appeal to the Court of Arbitration for Sport within 21 days.",
                (APPEAL, COACH),
                False,
            ),
            Claim(
                "Leah Mensah said that four years was not enough and that she would ban them for life.",
                (TOUGHER, FOR_LIFE, BRONZE),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "denial or hedge",
        "a claim becomes a fact, a clearance is denied, could and reportedly vanish",
        "Was the supplement contaminated?",
        (
            Claim(
                "Kemble never knowingly took drugs, for a food supplement that she used was contaminated.",
                (INSISTS,),
                False,
            ),
            Claim(
                "Her coach, Barry Stokes, 58, who was not cleared of wrongdoing, said that he was gutted.",
                (COACH,),
                False,
            ),
            Claim(
                "Kemble will race again in early 2023, since the ban is backdated to 1 February.",
                (BACKDATED,),
                False,
            ),
            Claim(
                "The sportswear firm Velocis tore up her contract in April, which was worth £150,000 a year.",
                (SPONSOR,),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "added",
        "motives and details that the tabloid does not have",
        "Why did the sponsor leave Kemble?",
        (
            Claim(
                "The sportswear firm Velocis tore up her contract in April because it feared for its reputation.",
                (SPONSOR,),
                False,
            ),
            Claim(
                "Her coach, Barry Stokes, 58, said he was gutted and was thinking of leaving the sport.",
                (COACH,),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "word exchanged",
        "gold for silver, high jumper for hurdler, a race for a training camp",
        "Which medal does Kemble lose?",
        (
            Claim(
                "Kemble, 26, will miss the Tokyo Olympics and loses the European 200m gold that she won in Berlin "
                "last summer.",
                (OLYMPICS,),
                False,
            ),
            Claim(
                "Former high jumper Yvonne Pryce said that the sport should be tougher.",
                (TOUGHER,),
                False,
            ),
            Claim(
                "Kemble tested positive for stanozolol on 12 January at a road race in Portugal.",
                (POSITIVE,),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "fabricated quote",
        "one word of the quoted sentence is altered to fit",
        "Will Athletics Britain claim money back?",
        (
            Claim(
                "Athletics Britain has suspended Kemble's grant and will ask for past payments back.",
                (
                    (
                        "The national federation, Athletics Britain, has suspended",
                        "The national federation, Athletics Britain, has suspended her £28,000 grant and "
                        "will ask for past payments back.",
                    ),
                ),
                False,
            ),
            Claim(
                "Athletics Britain, the national federation, has suspended her £28,000 grant but will not ask for "
                "earlier payments back.",
                (GRANT,),
                True,
            ),
        ),
    ),
    Scripted(
        "no citation",
        "true, but without a quote",
        "How old is Kemble's coach?",
        (
            Claim(
                "Barry Stokes, the coach who has trained Jade Kemble for years, is 58 years old.",
                (),
                False,
            ),
        ),
        not_found=True,
    ),
)
