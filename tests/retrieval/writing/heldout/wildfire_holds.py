"""Held-out outputs that hold, about a wildfire: The Alder Valley Sentinel, 2021-08-23."""

from __future__ import annotations

from tests.retrieval.writing.heldout.wildfire_quotes import (
    CAUSE,
    CONTAINED,
    DESTROYED,
    EMERGENCY,
    LIGHTNING,
    LOOTING,
    POWER_LINE,
    SHELTER,
    SIZE,
    WEATHER,
)
from tests.retrieval.writing.table import Claim, Scripted

WILDFIRE_HOLDS: tuple[Scripted, ...] = (
    Scripted(
        "plain",
        "the extent, the missing and the mayor, close to the article",
        "How bad is the Cutler Canyon Fire?",
        (
            Claim(
                "The Cutler Canyon Fire more than doubled in size over the weekend and had burned 11,400 acres by "
                "Sunday night.",
                (SIZE,),
                True,
            ),
            Claim(
                "No deaths have been reported, although two hikers are still missing near Lookout Peak.",
                (
                    (
                        "No deaths have been reported, but two",
                        "No deaths have been reported, but two hikers remain missing",
                    ),
                ),
                True,
            ),
            Claim(
                "Mayor Ruth Okafor said schools would open on September 7, a week late.",
                (("said schools would open a week late", "said schools would open a week late, on September 7"),),
                True,
            ),
            Claim(
                "The utility, Western Grid, said it was cooperating but denied that its equipment had started the "
                "fire.",
                (POWER_LINE,),
                True,
            ),
        ),
    ),
    Scripted(
        "reworded",
        "synonyms, a nominalisation and a turned condition",
        "What do officials say about the fire in Cutler Canyon?",
        (
            Claim(
                "Some 3,500 residents of the eastern part of the county had to leave their homes as the Cutler "
                "Canyon Fire grew to more than twice its size over the weekend.",
                (SIZE,),
                True,
            ),
            Claim(
                "Gusts that reached as much as 55 miles per hour blew embers over the Alder River, and containment "
                "slipped from 20% on Friday to 15%.",
                (CONTAINED,),
                True,
            ),
            Claim(
                "Sheriff Carl Beckett said a man suspected of looting had been arrested by his deputies, and urged "
                "residents to stay away until Wednesday.",
                (LOOTING,),
                True,
            ),
        ),
    ),
    Scripted(
        "reworded",
        "the utility and the shelters in other words",
        "What is known about the cause of the fire and about the evacuees?",
        (
            Claim(
                "Investigators are examining a power line that came down, but Western Grid, the utility, denies "
                "that the fire was started by its equipment.",
                (POWER_LINE,),
                True,
            ),
            Claim(
                "People who fled the flames spend the night at the Easton fairgrounds and in the gyms of two high "
                "schools.",
                (SHELTER,),
                True,
            ),
            Claim(
                "The destruction includes no fewer than 42 houses and a historic covered bridge.",
                (DESTROYED,),
                True,
            ),
        ),
    ),
    Scripted(
        "combined",
        "the cause takes two or three sentences",
        "What caused the Cutler Canyon Fire?",
        (
            Claim(
                "Lightning has been ruled out as the cause, and investigators are now looking at a downed power "
                "line, though Western Grid denies that its equipment was to blame.",
                (CAUSE, POWER_LINE, LIGHTNING),
                True,
            ),
            Claim(
                "Fire chief Monica Tran said that they were not out of the woods and that the hospital in Easton "
                "would have to be evacuated if the wind turned north.",
                (
                    (
                        "We are not out of the woods",
                        '"We are not out of the woods," said fire chief Monica Tran. "If the wind turns '
                        'north, the hospital in Easton will have to be evacuated."',
                    ),
                ),
                True,
            ),
        ),
    ),
    Scripted(
        "resolved",
        "the Saturday, Sunday and Thursday around 23 August 2021",
        "When was the emergency declared over the Cutler Canyon Fire?",
        (
            Claim(
                "Governor Ellen Marsh declared a state of emergency on August 21, 2021, and asked Washington for "
                "money.",
                (EMERGENCY,),
                True,
            ),
            Claim(
                "By the night of August 22, 2021, the Cutler Canyon Fire had burned 11,400 acres.",
                (SIZE,),
                True,
            ),
            Claim(
                "Forecasters expect cooler weather by August 26, but rain is unlikely before the start of September.",
                (WEATHER,),
                True,
            ),
        ),
    ),
)
