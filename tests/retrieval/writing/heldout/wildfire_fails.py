"""Held-out outputs that mostly do not hold, about a wildfire: The Alder Valley Sentinel, 2021-08-23."""

from __future__ import annotations

from tests.retrieval.writing.heldout.dig_quotes import EXPOSED, FLAMES
from tests.retrieval.writing.heldout.wildfire_quotes import (
    CONTAINED,
    DESTROYED,
    EMERGENCY,
    EVACUATION,
    FIREFIGHTER,
    HORSES,
    LIGHTNING,
    LOOTING,
    MAYOR,
    MISSING,
    POWER_LINE,
    SHELTER,
    SIZE,
    WOODS,
)
from tests.retrieval.writing.table import Claim, Scripted

WILDFIRE_FAILS: tuple[Scripted, ...] = (
    Scripted(
        "number",
        "containment turned round, fewer cots",
        "How much of the Cutler Canyon Fire is contained?",
        (
            Claim(
                "Fire crews had contained 20% of the blaze, up from 15% on Friday, despite gusts of up to 55 mph.",
                (CONTAINED,),
                False,
            ),
            Claim(
                "Volunteers from the Red Cross handed out 600 cots to evacuees in two high school gyms.",
                (SHELTER,),
                False,
            ),
            Claim(
                "At least 42 houses have been destroyed, along with a historic covered bridge.",
                (DESTROYED,),
                True,
            ),
        ),
    ),
    Scripted(
        "date",
        "the wrong weekday and the day on which schools would have opened",
        "When may residents return and when do schools open?",
        (
            Claim(
                "Sheriff Carl Beckett urged residents who had been forced from their homes not to return before "
                "Friday.",
                (
                    SIZE,
                    (
                        "urged residents not to return before Wednesday",
                        "urged residents not to return before Wednesday",
                    ),
                ),
                False,
            ),
            Claim(
                "Mayor Ruth Okafor said that schools would open on August 31, a week late.",
                (MAYOR,),
                False,
            ),
            Claim(
                "Governor Ellen Marsh declared a state of emergency on August 22, 2021, and asked Washington for "
                "money.",
                (EMERGENCY,),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "name or place",
        "Easton for Lookout Peak, a firefighter for the fire chief",
        "Where are the hikers missing?",
        (
            Claim(
                "No deaths have been reported, but two hikers remain missing near Easton.",
                (MISSING,),
                False,
            ),
            Claim(
                "Fire chief Dale Ruiz said that they were not out of the woods.",
                (WOODS, FIREFIGHTER),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "role or speaker swapped",
        "the sheriff's and the mayor's parts exchanged with others",
        "What did the officials of the county do?",
        (
            Claim(
                "Sheriff Carl Beckett, whose own house burned down, said that schools would open a week late.",
                (LOOTING, MAYOR),
                False,
            ),
            Claim(
                "Governor Ellen Marsh said her deputies had arrested a man on suspicion of looting.",
                (LOOTING, EMERGENCY),
                False,
            ),
            Claim(
                "Governor Ellen Marsh asked Washington for money and declared a state of emergency on Saturday.",
                (EMERGENCY,),
                True,
            ),
        ),
    ),
    Scripted(
        "denial or hedge",
        "the utility's denial and the fire chief's condition get lost, what is ruled out is left open",
        "Did a power line start the Cutler Canyon Fire?",
        (
            Claim(
                "The fire was started by a downed power line of the utility Western Grid, investigators said.",
                (POWER_LINE,),
                False,
            ),
            Claim(
                "The hospital in Easton will have to be evacuated, said fire chief Monica Tran.",
                (WOODS, EVACUATION),
                False,
            ),
            Claim(
                "Lightning has not been ruled out as the cause of the Cutler Canyon Fire.",
                (LIGHTNING,),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "added",
        "a sum, smoke and a rescue beyond the quotes",
        "What help is there for people who fled the fire?",
        (
            Claim(
                "Governor Ellen Marsh declared a state of emergency on Saturday and asked Washington for $40 million.",
                (EMERGENCY,),
                False,
            ),
            Claim(
                "Animal shelters took in dozens of horses, many of which had suffered from the smoke.",
                (HORSES,),
                False,
            ),
            Claim(
                "Firefighter Dale Ruiz, 29, was treated for burns that he suffered while rescuing a family.",
                (FIREFIGHTER,),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "word exchanged",
        "a market for a bridge, cafeterias for gyms",
        "What did the fire destroy?",
        (
            Claim(
                "At least 42 houses and a historic covered market have been destroyed.",
                (DESTROYED,),
                False,
            ),
            Claim(
                "Evacuees are sleeping at the Easton fairgrounds and in two high school cafeterias.",
                (SHELTER,),
                False,
            ),
            Claim(
                "One firefighter, Dale Ruiz, 29, is in stable condition after being treated for burns.",
                (FIREFIGHTER,),
                True,
            ),
        ),
    ),
    Scripted(
        "fabricated quote",
        "nobody is quoted with these words",
        "What did the sheriff say about looting?",
        (
            Claim(
                "Sheriff Carl Beckett warned that looters would be shown no mercy by his deputies.",
                (
                    (
                        "Sheriff Carl Beckett said his deputies had arrested",
                        "“My deputies will show looters no mercy,” Beckett said.",
                    ),
                ),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "wrong article",
        "the acres stand in the Sentinel, not in the magazine that is quoted",
        "How large was the Cutler Canyon Fire of August 2021?",
        (
            Claim(
                "The flames that swept Cutler Canyon in August 2021 burned more than 11,000 acres.",
                (FLAMES,),
                False,
            ),
            Claim(
                "The Cutler Canyon Fire destroyed at least 42 houses and the foundations of 18 pit houses.",
                (EXPOSED,),
                False,
            ),
            Claim(
                "The flames in Cutler Canyon laid bare the foundations of at least 18 pit houses that nobody had "
                "known about.",
                (("burning 11,400 acres by Sunday night", FLAMES[1]), EXPOSED),
                True,
            ),
        ),
    ),
)
