"""Held-out outputs that hold, about a doping case: Daily Clarion, 2019-06-05."""

from __future__ import annotations

from tests.retrieval.writing.heldout.doping_quotes import (
    APPEAL,
    BANNED,
    BRONZE,
    COACH,
    FOR_LIFE,
    GRANT,
    INSISTS,
    OLYMPICS,
    PANEL,
    SPONSOR,
    SUPPLEMENT,
    TOUGHER,
    TRAINED,
)
from tests.retrieval.writing.table import Claim, Scripted

DOPING_HOLDS: tuple[Scripted, ...] = (
    Scripted(
        "plain",
        "the test, the team-mate and the ban, close to the article",
        "Why was Jade Kemble banned?",
        (
            Claim(
                "Jade Kemble tested positive for stanozolol on 12 January at a training camp in Portugal.",
                (
                    (
                        "Kemble tested positive for stanozolol on 12",
                        "Kemble tested positive for stanozolol on 12 January at a training camp in Portugal",
                    ),
                    BANNED,
                ),
                True,
            ),
            Claim(
                "The ban is backdated to 1 February, which means that Kemble could race again in early 2023.",
                (
                    (
                        "The ban is backdated to 1 February",
                        "The ban is backdated to 1 February, so Kemble could race again",
                    ),
                ),
                True,
            ),
            Claim(
                "Kemble's team-mate Leah Mensah, who came fourth in Berlin, is set to be given the bronze medal.",
                (BRONZE,),
                True,
            ),
        ),
    ),
    Scripted(
        "reworded",
        "the sponsor, the federation and the lost medal in other words",
        "What does the ban cost Jade Kemble?",
        (
            Claim(
                "Sportswear company Velocis, which had sponsored her, ended the contract in April; it is reported "
                "to have brought £150,000 a year.",
                (SPONSOR,),
                True,
            ),
            Claim(
                "Payment of her grant of £28,000 has been halted by Athletics Britain, the national federation, "
                "but she can keep what she has already received.",
                (GRANT,),
                True,
            ),
            Claim(
                "She is stripped of the European 200m silver that she won in Berlin last summer, and the Tokyo "
                "Olympics will take place without her.",
                (OLYMPICS,),
                True,
            ),
        ),
    ),
    Scripted(
        "reworded",
        "the panel's finding turned round, the rival's bronze",
        "What did the panel find in the Kemble case?",
        (
            Claim(
                "No trace of the drug was present in the supplement, which Kemble's own team had sent to be "
                "tested, the panel of three ruled.",
                (PANEL, SUPPLEMENT),
                True,
            ),
            Claim(
                "Bronze is due to pass to Leah Mensah, a team-mate of Kemble's who was fourth in Berlin.",
                (("Kemble’s team-mate Leah Mensah, who finished", "bronze medal"),),
                True,
            ),
        ),
    ),
    Scripted(
        "combined",
        "defence and finding, or critic and remedy, in two sentences each",
        "What does Kemble say, and did the panel believe her?",
        (
            Claim(
                "Kemble, who was banned for four years for using a steroid, insists she never knowingly took "
                "drugs, but the panel ruled that the supplement she blames contained no trace of the drug.",
                (BANNED, INSISTS, SUPPLEMENT),
                True,
            ),
            Claim(
                "Former hurdler Yvonne Pryce wants the sport to be tougher and said that four years was not enough "
                "and that she would impose bans for life.",
                (TOUGHER, FOR_LIFE),
                True,
            ),
        ),
    ),
    Scripted(
        "resolved",
        "yesterday before 5 June 2019, the acronym, and a coach named one sentence before",
        "When was Jade Kemble banned?",
        (
            Claim(
                "Sprinter Jade Kemble was banned for four years on 4 June 2019 after a panel found she had used a "
                "banned steroid.",
                (BANNED,),
                True,
            ),
            Claim(
                "Her lawyer, Dominic Ferris, said that she would appeal to the CAS within 21 days.",
                (APPEAL,),
                True,
            ),
            Claim(
                "Coach Barry Stokes, who was cleared of any wrongdoing, has trained Jade Kemble since she was 14.",
                (
                    COACH,
                    TRAINED,
                    (
                        "Disgraced sprinter Jade Kemble was banned for",
                        "Disgraced sprinter Jade Kemble was banned for four years",
                    ),
                ),
                True,
            ),
        ),
    ),
)
