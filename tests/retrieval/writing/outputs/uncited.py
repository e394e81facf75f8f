"""Sentences that rest on nothing."""

from __future__ import annotations

from tests.retrieval.writing.table import Claim, Scripted

UNCITED: tuple[Scripted, ...] = (
    Scripted(
        kind="no citation",
        why="true, but nothing is quoted",
        asks="How many dockers are on strike in Calvey?",
        claims=(
            Claim(
                text=(
                    "More than 1,400 dockers at the port of Calvey walked out on Thursday in a dispute over "
                    "pay and weekend shifts."
                ),
                rests_on=(),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="no citation",
        why="a closing sentence without a quote",
        asks="What did the court decide about the Palden dam?",
        claims=(
            Claim(
                text=(
                    "The Supreme Court of Ostria halted the construction of the Palden dam on 22 May 2024, by "
                    "five votes to two."
                ),
                rests_on=(
                    (
                        "The Supreme Court of Ostria on Wednesday",
                        (
                            "The Supreme Court of Ostria on Wednesday halted the construction of the Palden dam, "
                            "ruling by five votes to two"
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                text="The ruling is a serious blow to the government's energy policy.",
                rests_on=(),
                holds=False,
            ),
        ),
    ),
    Scripted(
        kind="no citation",
        why="an opening sentence without a quote",
        asks="What is known about the truce in Arvan?",
        claims=(
            Claim(
                text="The articles describe several terms of the truce in Arvan.",
                rests_on=(),
                holds=False,
            ),
            Claim(
                text="About 40 unarmed observers would be sent to the front line, Ruta Andersen said.",
                rests_on=(
                    ("“This is a pause, not a peace,”", '"This is a pause, not a peace," said Ruta Andersen'),
                    (
                        "She said that about 40 unarmed observers",
                        "She said that about 40 unarmed observers would be sent to the front line.",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="no citation",
        why="general knowledge without a quote",
        asks="Who are the Taliban?",
        claims=(
            Claim(
                text=(
                    "The Taliban first ruled Afghanistan from 1996 to 2001, before a US-led invasion removed "
                    "them from power."
                ),
                rests_on=(),
                holds=False,
            ),
            Claim(
                text="The group was founded in Kandahar in 1994.",
                rests_on=(),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="no citation",
        why="a hedge about what the archive lacks, without a quote",
        asks="How much does Bako earn at Ardlow Rovers?",
        claims=(
            Claim(
                text=(
                    "The passages do not state how much Bako will earn, but it is likely to be one of the "
                    "highest salaries at the club."
                ),
                rests_on=(),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="no citation",
        why="the second sentence has lost its quote",
        asks="When does Halcyon arrive?",
        claims=(
            Claim(
                text=(
                    "The probe is due at the comet Tarsis-Bell in August 2029, and it weighs 1.6 tonnes and "
                    "cost 640 million crowns."
                ),
                rests_on=(
                    (
                        "The probe, which weighs 1.6 tonnes and",
                        (
                            "The probe, which weighs 1.6 tonnes and cost 640 million crowns, is to reach the comet "
                            "Tarsis-Bell in August 2029."
                        ),
                    ),
                ),
                holds=True,
            ),
            Claim(
                text="The mission's chief scientist is Ingrid Saar.",
                rests_on=(),
                holds=False,
            ),
        ),
    ),
)
