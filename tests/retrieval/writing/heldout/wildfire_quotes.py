"""Passages and sentences that outputs quote, about a wildfire: The Alder Valley Sentinel, 2021-08-23."""

from __future__ import annotations

SIZE = (
    "The Cutler Canyon Fire more than doubled",
    "The Cutler Canyon Fire more than doubled in size over the weekend, burning 11,400 acres by Sunday night and "
    "forcing about 3,500 people from their homes in the east of the county.",
)
CONTAINED = (
    "Fire crews had contained 15% of the",
    "Fire crews had contained 15% of the blaze, down from 20% on Friday, after gusts of up to 55 mph carried "
    "embers across the Alder River.",
)
DESTROYED = (
    "At least 42 houses and a historic",
    "At least 42 houses and a historic covered bridge have been destroyed.",
)
FIREFIGHTER = (
    "One firefighter, 29-year-old Dale Ruiz, was treated",
    "One firefighter, 29-year-old Dale Ruiz, was treated for burns and is in stable condition.",
)
MISSING = (
    "No deaths have been reported, but two",
    "No deaths have been reported, but two hikers remain missing near Lookout Peak.",
)
WOODS = (
    "We are not out of the woods",
    '"We are not out of the woods," said fire chief Monica Tran.',
)
EVACUATION = (
    "If the wind turns north, the hospital",
    '"If the wind turns north, the hospital in Easton will have to be evacuated."',
)
LOOTING = (
    "Sheriff Carl Beckett said his deputies had",
    "Sheriff Carl Beckett said his deputies had arrested a man on suspicion of looting and urged residents not to "
    "return before Wednesday.",
)
CAUSE = (
    "The cause is under investigation",
    "The cause is under investigation.",
)
POWER_LINE = (
    "Investigators are looking at a downed power",
    "Investigators are looking at a downed power line, and the utility, Western Grid, said it was cooperating but "
    "denied that its equipment had started the fire.",
)
LIGHTNING = (
    "Lightning has been ruled out",
    "Lightning has been ruled out.",
)
SHELTER = (
    "Evacuees are sleeping at the Easton fairgrounds",
    "Evacuees are sleeping at the Easton fairgrounds and in two high school gyms, where volunteers from the Red "
    "Cross handed out 900 cots.",
)
HORSES = (
    "Animal shelters took in dozens of horses",
    "Animal shelters took in dozens of horses.",
)
EMERGENCY = (
    "Governor Ellen Marsh declared a state of",
    "Governor Ellen Marsh declared a state of emergency on Saturday and asked Washington for money.",
)
WEATHER = (
    "Forecasters expect cooler weather by Thursday, although",
    "Forecasters expect cooler weather by Thursday, although rain is unlikely before the start of September.",
)
MAYOR = (
    "Mayor Ruth Okafor, whose own house burned",
    "Mayor Ruth Okafor, whose own house burned down, said schools would open a week late, on September 7.",
)
