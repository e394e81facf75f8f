"""Passages and sentences that outputs quote, about a cyberattack on a hospital: Harbor Tribune, 2024-01-30."""

from __future__ import annotations

OPERATIONS = (
    "Port Lorne Regional Hospital canceled hundreds of",
    "Port Lorne Regional Hospital canceled hundreds of operations on Monday after a ransomware attack locked "
    "doctors out of patient records and forced nurses to chart by hand.",
)
DISCOVERED = (
    "The attack was discovered at 2:40 a.m",
    "The attack was discovered at 2:40 a.m. on Sunday by a night-shift technician.",
)
RANSOM_DEMAND = (
    "A group calling itself Grey Heron claimed",
    "A group calling itself Grey Heron claimed responsibility and demanded $3 million in cryptocurrency.",
)
NOT_PAID = (
    "The hospital has not paid and does",
    "The hospital has not paid and does not intend to, said its chief executive, Dr. Alan Whitford.",
)
AMBULANCES = (
    "Ambulances are being diverted to Kingsbury, 35",
    "Ambulances are being diverted to Kingsbury, 35 miles away.",
)
EMERGENCY_ROOM = (
    "The emergency room remains open to patients",
    "The emergency room remains open to patients who walk in.",
)
CANCER = (
    "Cancer treatment, which relies on a computer-guided",
    "Cancer treatment, which relies on a computer-guided machine, has been suspended, affecting 64 patients.",
)
NO_DEATHS = (
    "No one has died because of this",
    "“No one has died because of this, and I want to keep it that way,” Dr. Whitford said at a news conference.",
)
CRUELTY = (
    "The state’s health commissioner, Joan Petrakis, called",
    "The state’s health commissioner, Joan Petrakis, called the attack “an act of cruelty.”",
)
UNCLEAR = (
    "It is not clear whether data was",
    "It is not clear whether data was stolen.",
)
POSTED = (
    "The group posted what it said were",
    "The group posted what it said were the files of 120,000 patients, but a spokesman for the hospital said that "
    "it could not confirm that they were genuine.",
)
HACKERS = (
    "The F.B.I. is investigating, and an official",
    "The F.B.I. is investigating, and an official, who spoke on the condition of anonymity, said the hackers were "
    "believed to operate from Eastern Europe.",
)
WARNED = (
    "Nurses had warned of outdated software",
    "Nurses had warned of outdated software.",
)
LETTER = (
    "A union representative, Teresa Bloom, said that",
    "A union representative, Teresa Bloom, said that she sent managers a letter in September asking for an "
    "upgrade; the hospital said it had received the letter and had planned the work for this spring.",
)
RESTORED = (
    "Systems may be restored in stages from",
    "Systems may be restored in stages from next week, starting with the laboratory.",
)
BEDS = (
    "The hospital, which has 310 beds, was",
    "The hospital, which has 310 beds, was also hit by a smaller attack in 2019.",
)
