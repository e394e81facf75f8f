"""Passages and sentences that outputs quote, about a doping case: Daily Clarion, 2019-06-05."""

from __future__ import annotations

BANNED = (
    "Disgraced sprinter Jade Kemble was banned for",
    "Disgraced sprinter Jade Kemble was banned for four years yesterday after a panel found that she had used a "
    "banned steroid.",
)
OLYMPICS = (
    "The 26-year-old will miss the Tokyo Olympics",
    "The 26-year-old will miss the Tokyo Olympics and loses the European 200m silver she won in Berlin last summer.",
)
POSITIVE = (
    "Kemble tested positive for stanozolol on 12",
    "Kemble tested positive for stanozolol on 12 January at a training camp in Portugal.",
)
SECOND_SAMPLE = (
    "A second sample confirmed the result three",
    "A second sample confirmed the result three weeks later.",
)
INSISTS = (
    "Kemble insists she never knowingly took drugs",
    "Kemble insists she never knowingly took drugs and claims that a food supplement was contaminated.",
)
INNOCENT = (
    "I am innocent and I will fight",
    "“I am innocent and I will fight this to the end,” she sobbed outside the hearing in Lausanne.",
)
APPEAL = (
    "Her lawyer, Dominic Ferris, said she would",
    "Her lawyer, Dominic Ferris, said she would appeal to the Court of Arbitration for Sport (CAS) within 21 days.",
)
PANEL = (
    "The three-strong panel did not believe her",
    "The three-strong panel did not believe her.",
)
SUPPLEMENT = (
    "It ruled that the supplement, sent for",
    "It ruled that the supplement, sent for testing by Kemble’s own team, contained no trace of the drug.",
)
COACH = (
    "Her coach, Barry Stokes, 58, who was",
    "Her coach, Barry Stokes, 58, who was cleared of any wrongdoing, said he was “gutted”.",
)
TRAINED = (
    "He has trained Kemble since she was",
    "He has trained Kemble since she was 14.",
)
GRANT = (
    "The national federation, Athletics Britain, has suspended",
    "The national federation, Athletics Britain, has suspended her £28,000 grant but will not ask for past "
    "payments back.",
)
TOUGHER = (
    "Former hurdler Yvonne Pryce said the sport",
    "Former hurdler Yvonne Pryce said the sport should be tougher.",
)
FOR_LIFE = (
    "Four years isn’t enough – I’d ban",
    "“Four years isn’t enough – I’d ban them for life,” she fumed.",
)
BRONZE = (
    "Kemble’s team-mate Leah Mensah, who finished fourth",
    "Kemble’s team-mate Leah Mensah, who finished fourth in Berlin, is set to be given the bronze medal.",
)
SPONSOR = (
    "A sponsor, the sportswear firm Velocis, tore",
    "A sponsor, the sportswear firm Velocis, tore up her contract in April, reportedly worth £150,000 a year.",
)
BACKDATED = (
    "The ban is backdated to 1 February",
    "The ban is backdated to 1 February, so Kemble could race again in early 2023.",
)
