"""Held-out outputs that mostly do not hold, about a cyberattack on a hospital: Harbor Tribune, 2024-01-30."""

from __future__ import annotations

from tests.retrieval.writing.heldout.hospital_quotes import (
    AMBULANCES,
    BEDS,
    CANCER,
    CRUELTY,
    DISCOVERED,
    EMERGENCY_ROOM,
    HACKERS,
    LETTER,
    NO_DEATHS,
    NOT_PAID,
    OPERATIONS,
    POSTED,
    RESTORED,
    WARNED,
)
from tests.retrieval.writing.heldout.wildfire_quotes import EVACUATION, WOODS
from tests.retrieval.writing.table import Claim, Scripted

HOSPITAL_FAILS: tuple[Scripted, ...] = (
    Scripted(
        "number",
        "a larger demand, digits exchanged",
        "How much money do the hackers of Port Lorne demand?",
        (
            Claim(
                "Grey Heron claimed responsibility for the attack and demanded $13 million in cryptocurrency.",
                (
                    (
                        "claimed responsibility and demanded $3 million in",
                        "claimed responsibility and demanded $3 million in cryptocurrency",
                    ),
                ),
                False,
            ),
            Claim(
                "Cancer treatment has been suspended at the hospital, which affects 46 patients.",
                (CANCER,),
                False,
            ),
            Claim(
                "The group posted what it said were the files of 210,000 patients.",
                (POSTED,),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "date",
        "the wrong month, a day too late",
        "When did Teresa Bloom ask for an upgrade?",
        (
            Claim(
                "Union representative Teresa Bloom said that she sent managers a letter in November asking for an "
                "upgrade.",
                (LETTER,),
                False,
            ),
            Claim(
                "The attack was discovered at 2:40 a.m. on January 29, 2024, by a night-shift technician.",
                (DISCOVERED,),
                False,
            ),
            Claim(
                "The hospital said that it had planned the work for this spring.",
                (LETTER,),
                True,
            ),
        ),
    ),
    Scripted(
        "name or place",
        "another town, another official, another part of the world",
        "Where are the ambulances from Port Lorne going?",
        (
            Claim(
                "Ambulances are being diverted from the hospital to Kingsport, which is 35 miles away.",
                (AMBULANCES,),
                False,
            ),
            Claim(
                "Teresa Bloom, the state's health commissioner, called the attack an act of cruelty.",
                (CRUELTY, LETTER),
                False,
            ),
            Claim(
                "An official said the hackers were believed to operate from East Asia.",
                (HACKERS,),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "role or speaker swapped",
        "commissioner, union and hospital exchange words",
        "Who called the attack on the hospital cruel?",
        (
            Claim(
                "Dr. Alan Whitford called the attack on his hospital an act of cruelty.",
                (NO_DEATHS, CRUELTY),
                False,
            ),
            Claim(
                "The hospital said that it sent the union a letter in September, and Teresa Bloom said that she "
                "had received it.",
                (LETTER,),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "denial or hedge",
        "what is unconfirmed is stated, a refusal is turned round, may and believed vanish",
        "Were patients' data stolen at Port Lorne?",
        (
            Claim(
                "The hackers stole the files of 120,000 patients from the hospital and posted them.",
                (POSTED,),
                False,
            ),
            Claim(
                "The hospital has not paid yet but intends to, said its chief executive, Dr. Alan Whitford.",
                (NOT_PAID,),
                False,
            ),
            Claim(
                "Systems will be restored in stages from next week, starting with the laboratory.",
                (RESTORED,),
                False,
            ),
            Claim(
                "The hackers operate from Eastern Europe, said an official who spoke on the condition of anonymity.",
                (HACKERS,),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "added",
        "a way in, a consequence and a wait that no quote gives",
        "How did the hackers get into the hospital's systems?",
        (
            Claim(
                "The hackers got in through outdated software, of which nurses had warned.",
                (WARNED, DISCOVERED),
                False,
            ),
            Claim(
                "The hospital was also hit by a smaller attack in 2019, after which it hired a security firm.",
                (BEDS,),
                False,
            ),
            Claim(
                "The emergency room remains open to patients who walk in, although they have to wait for hours.",
                (EMERGENCY_ROOM,),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "word exchanged",
        "pharmacy for laboratory, nurse for technician, appointments for operations",
        "Which systems of the hospital come back first?",
        (
            Claim(
                "Systems may be restored in stages from next week, starting with the pharmacy.",
                (RESTORED,),
                False,
            ),
            Claim(
                "The attack was discovered at 2:40 a.m. on Sunday by a night-shift nurse.",
                (DISCOVERED,),
                False,
            ),
            Claim(
                "Port Lorne Regional Hospital canceled hundreds of appointments on Monday after a ransomware attack.",
                (OPERATIONS,),
                False,
            ),
            Claim(
                "The laboratory comes first as systems may be restored in stages from next week.",
                (RESTORED,),
                True,
            ),
        ),
    ),
    Scripted(
        "fabricated quote",
        "the commissioner did not promise money",
        "Will the state help the Port Lorne hospital?",
        (
            Claim(
                "Joan Petrakis, the state's health commissioner, promised that the state would pay for new computers.",
                (
                    (
                        "The state’s health commissioner, Joan Petrakis",
                        "Joan Petrakis said the state would “pay for every new computer that is needed.”",
                    ),
                ),
                False,
            ),
            Claim(
                "The attack was “an act of cruelty,” in the words of Joan Petrakis, the state's health commissioner.",
                (CRUELTY,),
                True,
            ),
        ),
    ),
    Scripted(
        "wrong article",
        "another hospital in another year",
        "Will the hospital in Port Lorne be evacuated?",
        (
            Claim(
                "Port Lorne Regional Hospital will have to be evacuated if the wind turns north, said fire chief "
                "Monica Tran.",
                (WOODS, EVACUATION),
                False,
            ),
            Claim(
                "The hospital in Easton canceled hundreds of operations after a ransomware attack.",
                (OPERATIONS,),
                False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        "no citation",
        "true, but without a quote",
        "How many beds does the Port Lorne hospital have?",
        (
            Claim(
                "Port Lorne Regional Hospital, which was hit by a ransomware attack, has 310 beds.",
                (),
                False,
            ),
        ),
        not_found=True,
    ),
)
