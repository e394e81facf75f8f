"""Held-out outputs that mostly do not hold, about a border clash: Transworld News Agency, 2020-09-17."""

from __future__ import annotations

from tests.retrieval.writing.heldout.border_quotes import (
    ARTILLERY,
    CELLARS,
    CLASH,
    CROSSING,
    EACH_SIDE,
    ENVOY,
    FABRICATION,
    GENEVA,
    LORRIES,
    OBSERVERS,
    PATROL,
    SHELLING,
    STRIP,
    THE_HAGUE,
    UNVERIFIED,
)
from tests.retrieval.writing.heldout.throne_quotes import STEADY_HAND
from tests.retrieval.writing.table import Claim, Scripted

BORDER_FAILS: tuple[Scripted, ...] = (
    Scripted(
        "number",
        "dead and wounded exchanged, lorries, observers",
        "How many soldiers were killed on the border?",
        (
            Claim(
                "Nine soldiers were killed and four wounded on Wednesday in an exchange of fire between Ardania "
                "and Kestria.",
                (CLASH,),
                False,
            ),
            Claim(
                "Two of the dead were Ardanian and two were Kestrian, officials from both countries said.",
                (("Three of the dead were Ardanian and", "Three of the dead were Ardanian and one was Kestrian"),),
                False,
            ),
            Claim(
                "The United Nations, which has 118 observers in the area, called for restraint.",
                (OBSERVERS,),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "date",
        "the year of the ceasefire for that of the ruling, a day too late twice",
        "When did the court in The Hague rule?",
        (
            Claim(
                "A court in The Hague awarded most of the strip to Ardania in 2014, but Kestria rejects the ruling.",
                (STRIP, THE_HAGUE),
                False,
            ),
            Claim(
                "Belek had been due to meet Ardania's prime minister, Ilse Torvald, on Saturday.",
                (GENEVA,),
                False,
            ),
            Claim(
                "Four soldiers were killed on 17 September 2020 in an exchange of fire between Ardania and Kestria.",
                (CLASH,),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "name or place",
        "the winner of the ruling, the envoy's origin",
        "Who won the case in The Hague?",
        (
            Claim(
                "A court in The Hague awarded most of the disputed strip to Kestria in 2011.",
                (STRIP, THE_HAGUE),
                False,
            ),
            Claim(
                "The envoy of the United Nations, Spanish diplomat Luis Amaral, is to travel to both capitals.",
                (OBSERVERS, ENVOY),
                False,
            ),
            Claim(
                "Mirela Kost, a baker in the village of Brod, said that they heard shelling until about three in "
                "the morning.",
                (SHELLING,),
                True,
            ),
        ),
    ),
    Scripted(
        "role or speaker swapped",
        "the president and the prime minister, accuser and accused",
        "Who cancelled the trip to Geneva?",
        (
            Claim(
                "Ardania's prime minister, Ilse Torvald, cancelled a trip to Geneva, where she had been due to "
                "meet President Osman Belek.",
                (GENEVA,),
                False,
            ),
            Claim(
                "Kestria said an Ardanian patrol crossed the Velda river shortly after dawn and opened fire on an "
                "observation post.",
                (PATROL, FABRICATION),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "denial or hedge",
        "one side's word becomes a fact, a belief becomes knowledge",
        "Did Kestria cross the Velda?",
        (
            Claim(
                "A Kestrian patrol crossed the Velda river shortly after dawn and opened fire on an observation post.",
                (PATROL,),
                False,
            ),
            Claim(
                "The neighbours have quarrelled since 1991 over a strip of land 40 km long that holds natural gas.",
                (("over a strip of land 40 km", "over a strip of land 40 km long and believed to hold natural gas"),),
                False,
            ),
            Claim(
                "Kestria has admitted using artillery on the night when villagers on the Ardanian side were in "
                "cellars.",
                (CELLARS, ARTILLERY),
                False,
            ),
            Claim(
                "The accounts of the two sides, each of which said the other had shot first, were verified "
                "independently.",
                (UNVERIFIED, EACH_SIDE),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "added",
        "an aim and a damage that no quote gives",
        "Why does the envoy travel to the two capitals?",
        (
            Claim(
                "Its envoy, Portuguese diplomat Luis Amaral, is to travel to both capitals to propose a new ceasefire.",
                (ENVOY,),
                False,
            ),
            Claim(
                "Some 600 lorries were waiting at the crossing on Thursday, most of them carrying fruit that had "
                "begun to rot.",
                (CROSSING, LORRIES),
                False,
            ),
            Claim(
                "Some 600 lorries, most of them carrying fruit, were waiting at the crossing on Thursday, "
                "according to the customs service.",
                (CROSSING, LORRIES),
                True,
            ),
        ),
    ),
    Scripted(
        "word exchanged",
        "churches for cellars, railway for road, teacher for baker",
        "Where did villagers spend the night?",
        (
            Claim(
                "Villagers on the Ardanian side of the border spent the night in churches.",
                (CELLARS,),
                False,
            ),
            Claim(
                "The governments of Ardania and Kestria have closed the only rail crossing, at Saint Vlas.",
                (CROSSING,),
                False,
            ),
            Claim(
                "Mirela Kost, a teacher in the village of Brod, said that they had heard shelling until about "
                "three in the morning.",
                (SHELLING,),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "fabricated quote",
        "a threat that the president did not utter",
        "Did Osman Belek threaten Ardania?",
        (
            Claim(
                "President Osman Belek said that Kestria would answer every shot with ten.",
                (
                    (
                        "Kestrian President Osman Belek cancelled a trip",
                        '"We will answer every shot with ten," Belek said.',
                    ),
                ),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "wrong article",
        "the crisis is named in the article on the throne, the dead are not",
        "How many soldiers died in last year's border crisis?",
        (
            Claim(
                "In the border crisis with Kestria in 2020, four soldiers were killed and nine wounded.",
                (STEADY_HAND,),
                False,
            ),
            Claim(
                "Ardania's prime minister, Ilse Torvald, praised the king for his steady hand during the border "
                "crisis with Kestria.",
                (("to meet Ardania's prime minister, Ilse Torvald", STEADY_HAND[1]), GENEVA),
                True,
            ),
        ),
    ),
)
