"""Sentences in which a person, an office, a place or a company is not that of the quote: part two."""

from __future__ import annotations

from tests.retrieval.writing.table import Claim, Scripted

NAMES_MORE: tuple[Scripted, ...] = (
    Scripted(
        kind="name changed",
        why="two scientists become one",
        asks="What do experts say about the marsh fever trial?",
        claims=(
            Claim(
                text=(
                    "Professor Hugo Venn of the University of Belmere, who was not involved in the trial, "
                    "said that the numbers were encouraging."
                ),
                rests_on=(
                    (
                        "said Professor Amina Dray of the University",
                        "said Professor Amina Dray of the University of Belmere, who was not involved in the trial",
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="name changed",
        why="first name of one, last name of another, at the head of the sentence",
        asks="What does the flight director say about Halcyon?",
        claims=(
            Claim(
                text=(
                    "Beatriz Almada, the mission's flight director, said that one of the two solar panels had "
                    "opened more slowly than expected but was now producing full power."
                ),
                rests_on=(
                    (
                        "said Beatriz Cano, the mission’s flight director.",
                        "said Beatriz Cano, the mission’s flight director",
                    ),
                    (
                        "She said one of the two solar",
                        (
                            "She said one of the two solar panels had opened more slowly than expected but was now "
                            "producing full power."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                text="Halcyon carries six instruments, among them a drill that engineers in Lorvane built.",
                rests_on=(
                    (
                        "The probe, which weighs 1.6 tonnes and",
                        "The probe, which weighs 1.6 tonnes and cost 640 million crowns",
                    ),
                    (
                        "It carries six instruments, among them a",
                        "It carries six instruments, among them a drill built by engineers in Lorvane.",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="name changed",
        why="a club that a model knows for one that it does not",
        asks="Where does Idris Bako come from?",
        claims=(
            Claim(
                text=(
                    "Ardlow Rovers have signed the Kessaran striker Idris Bako from Inter Milan for a club "
                    "record fee of 31 million crowns."
                ),
                rests_on=(
                    (
                        "Ardlow Rovers have signed the Kessaran striker",
                        (
                            "Ardlow Rovers have signed the Kessaran striker Idris Bako from Inter Molara for a "
                            "club record fee of 31 million crowns"
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                text="Union Berrick withdrew their bid for Bako on Monday.",
                rests_on=(
                    (
                        "Castle Town withdrew their bid on Monday,",
                        "Castle Town withdrew their bid on Monday, and Union Berrick had offered 28 million crowns",
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="name changed",
        why="the deputy's first name for the minister's, and the party of another",
        asks="Who presented Lorvane's budget, and who opposes it?",
        claims=(
            Claim(
                text="Hanna Benning, the finance minister, presented a budget of 94 billion crowns for 2024.",
                rests_on=(
                    (
                        "Finance Minister Clara Benning on Tuesday presented",
                        "Finance Minister Clara Benning on Tuesday presented a budget of 94 billion crowns for 2024",
                    ),
                ),
                holds=False,
            ),
            Claim(
                text="Oskar Timm, the leader of the Rural Party, called the budget a gift to the well-off.",
                rests_on=(
                    (
                        "The leader of the opposition Labour League,",
                        "The leader of the opposition Labour League, Oskar Timm, called it “a gift to the well-off”",
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="name changed",
        why="a better-known office for the envoy, and a better-known man",
        asks="Who announced the invitation to the Taliban?",
        claims=(
            Claim(
                text=(
                    "Russia's foreign minister, Zamir Kabulov, told journalists that a Taliban delegation has "
                    "been invited for Afghan talks in the Russian capital."
                ),
                rests_on=(
                    (
                        "Russia’s presidential envoy to Afghanistan, Zamir Kabulov,",
                        (
                            "Russia’s presidential envoy to Afghanistan, Zamir Kabulov, told journalists that a "
                            "Taliban delegation has been invited"
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                text="Sergei Lavrov did not specify which Taliban representatives would take part in the talks.",
                rests_on=(
                    (
                        "Kabulov did not specify which Taliban representatives",
                        "Kabulov did not specify which Taliban representatives would take part in the talks.",
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="name changed",
        why="the city of the Taliban's office for that of the meeting",
        asks="Where did the second round of the Moscow format take place?",
        claims=(
            Claim(
                text="The second round of the consultations was held in Doha on 4 September 2018.",
                rests_on=(
                    (
                        "The second round of the consultations was",
                        "The second round of the consultations was held in Moscow on September 4, 2018.",
                    ),
                    (
                        "The leadership of the Taliban’s political office",
                        (
                            "The leadership of the Taliban’s political office in Doha was also invited to take "
                            "part in the meeting."
                        ),
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
)
