"""Held-out outputs that hold, about a cyberattack on a hospital: Harbor Tribune, 2024-01-30."""

from __future__ import annotations

from tests.retrieval.writing.heldout.hospital_quotes import (
    AMBULANCES,
    BEDS,
    DISCOVERED,
    EMERGENCY_ROOM,
    HACKERS,
    LETTER,
    NOT_PAID,
    OPERATIONS,
    POSTED,
    RANSOM_DEMAND,
    WARNED,
)
from tests.retrieval.writing.table import Claim, Scripted

HOSPITAL_HOLDS: tuple[Scripted, ...] = (
    Scripted(
        "plain",
        "the attack, the demand and the diversion, close to the article",
        "What happened at Port Lorne Regional Hospital?",
        (
            Claim(
                "Port Lorne Regional Hospital canceled hundreds of operations on Monday after a ransomware attack "
                "that locked doctors out of patient records.",
                (OPERATIONS,),
                True,
            ),
            Claim(
                "A group that calls itself Grey Heron claimed responsibility for the attack and demanded $3 "
                "million in cryptocurrency.",
                (RANSOM_DEMAND, DISCOVERED),
                True,
            ),
            Claim(
                "Ambulances are being diverted from the Port Lorne hospital to Kingsbury, which is 35 miles away.",
                (AMBULANCES,),
                True,
            ),
            Claim(
                "The hospital, which has 310 beds, was already hit by a smaller attack in 2019.",
                (BEDS,),
                True,
            ),
        ),
    ),
    Scripted(
        "reworded",
        "refusal, suspension and correspondence in other words",
        "How is the Port Lorne hospital coping with the attack?",
        (
            Claim(
                "Dr. Alan Whitford, who heads the hospital as its chief executive, said that no ransom had been "
                "paid and that there were no plans to pay one.",
                (NOT_PAID, RANSOM_DEMAND),
                True,
            ),
            Claim(
                "Treatment for cancer, for which a computer-guided machine is needed, is on hold, and 64 patients "
                "are affected.",
                (("has been suspended, affecting 64 patients", "has been suspended, affecting 64 patients"),),
                True,
            ),
            Claim(
                "Patients who walk in can still come to the emergency room, which has stayed open to them.",
                (EMERGENCY_ROOM,),
                True,
            ),
        ),
    ),
    Scripted(
        "reworded",
        "the union's letter, the alleged files and the suspects",
        "What is known about the hackers and about earlier warnings?",
        (
            Claim(
                "In a letter to managers in September, union representative Teresa Bloom requested an upgrade, by "
                "her own account; the hospital acknowledges receiving it and says that the work was planned for "
                "this spring.",
                (LETTER,),
                True,
            ),
            Claim(
                "The hospital was unable to verify, according to its spokesman, that what the group had posted as "
                "the files of 120,000 patients was authentic.",
                (POSTED,),
                True,
            ),
            Claim(
                "An official who asked not to be named said that Eastern Europe was thought to be the hackers' base.",
                (
                    (
                        "said the hackers were believed to operate",
                        "said the hackers were believed to operate from Eastern Europe",
                    ),
                ),
                True,
            ),
        ),
    ),
    Scripted(
        "combined",
        "warning and letter, ambulances and patients who walk in",
        "What do officials and staff say about the attack?",
        (
            Claim(
                "Nurses had warned that the software was outdated, and union representative Teresa Bloom said that "
                "she had asked managers for an upgrade in September.",
                (WARNED, LETTER),
                True,
            ),
            Claim(
                "Ambulances are being sent to Kingsbury instead, but the emergency room remains open to patients "
                "who walk in.",
                (AMBULANCES, EMERGENCY_ROOM),
                True,
            ),
        ),
    ),
    Scripted(
        "resolved",
        "the Sunday and the Monday before 30 January 2024, the F.B.I.",
        "When was the Port Lorne attack discovered?",
        (
            Claim(
                "The attack was discovered at 2:40 a.m. on January 28, 2024, by a technician on the night shift.",
                (DISCOVERED,),
                True,
            ),
            Claim(
                "Port Lorne Regional Hospital canceled hundreds of operations on January 29, 2024.",
                (OPERATIONS,),
                True,
            ),
            Claim(
                "The FBI is investigating, and an official said the hackers were believed to operate from Eastern "
                "Europe.",
                (HACKERS,),
                True,
            ),
        ),
    ),
)
