"""Quotes whose exact words stand in no article."""

from __future__ import annotations

from tests.retrieval.writing.table import Claim, Scripted

PARAPHRASED: tuple[Scripted, ...] = (
    Scripted(
        kind="paraphrase as quote",
        why="the spoken words are reworded inside the quote",
        asks="What does the dockers' union say about the talks?",
        claims=(
            Claim(
                text=(
                    "Ilse Brandt, the union's general secretary, said that members had waited eleven months "
                    "for a serious proposal."
                ),
                rests_on=(
                    (
                        "Our members have waited eleven months",
                        '"Our members have been waiting for a serious offer for eleven months," said Ilse Brandt',
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="paraphrase as quote",
        why="one word is put into the spoken words",
        asks="What did people near the line hear when the train crashed?",
        claims=(
            Claim(
                text=(
                    "Emil Rast, who farms beside the line, said that people heard the horn for a long time "
                    "and then a bang like thunder."
                ),
                rests_on=(
                    (
                        "We heard the horn for a long time",
                        "We heard the horn for a long time and then a bang like thunder",
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="paraphrase as quote",
        why="the parts of the sentence stand in another order",
        asks="Did the rebels shell the clinic in Merrovin?",
        claims=(
            Claim(
                text=(
                    "Ismar Kole, the commander of the Highland Front, denied that his men had shelled a "
                    "clinic in Merrovin."
                ),
                rests_on=(
                    (
                        "The commander of the Highland Front, Ismar Kole",
                        (
                            "Ismar Kole, the commander of the Highland Front, denied that his men had shelled a "
                            "clinic in Merrovin"
                        ),
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="paraphrase as quote",
        why="the quote is cut so that the negation goes",
        asks="Does the ruling ban the Palden dam?",
        claims=(
            Claim(
                text="The ruling bans the dam until the government has held hearings in all eight villages.",
                rests_on=(
                    (
                        "the government may apply again once it has held",
                        "It does ban the dam until the government has held hearings in all eight villages.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                text="In a dissent, Justice Piet Haller argued that the Supreme Court was overstepping its powers.",
                rests_on=(
                    ("halted the construction of the Palden dam,", "halted the construction of the Palden dam"),
                    (
                        "In a dissent, Justice Piet Haller argued",
                        "In a dissent, Justice Piet Haller argued that the court was overstepping its powers.",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="paraphrase as quote",
        why="a summary is given as the words of the article",
        asks="What was the turnout in the Torrane Islands?",
        claims=(
            Claim(
                text="Turnout was 61 percent, down from 68 percent in 2020.",
                rests_on=(("Turnout was 61 percent, down from", "Turnout fell from 68 percent in 2020 to 61 percent"),),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="paraphrase as quote",
        why="the usual words for it are given as the words of the article",
        asks="Has the vaccine trial been checked by independent scientists?",
        claims=(
            Claim(
                text="The results of the marsh fever vaccine trial have not yet been reviewed by other scientists.",
                rests_on=(
                    (
                        "The results have not yet been reviewed",
                        "The trial results have not yet been peer-reviewed by independent scientists.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                text=(
                    "Lyra plans to publish the results in June and to apply for approval in Kessara before "
                    "the end of 2023."
                ),
                rests_on=(
                    (
                        "Lyra plans to publish them in June",
                        (
                            "Lyra plans to publish them in June and to apply for approval in Kessara before the "
                            "end of the year."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="paraphrase as quote",
        why="the middle of the sentence is left out without a trace",
        asks="When does Halcyon arrive at the comet?",
        claims=(
            Claim(
                text="Halcyon is to reach the comet Tarsis-Bell in August 2029.",
                rests_on=(
                    (
                        "is to reach the comet Tarsis-Bell in",
                        "The probe is to reach the comet Tarsis-Bell in August 2029.",
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="paraphrase as quote",
        why="two sentences of the article run into one",
        asks="Has Russia recognised the Taliban?",
        claims=(
            Claim(
                text=(
                    "The Kremlin has stopped short of recognizing the Taliban as a legitimate government, and "
                    "the group remains banned in Russia."
                ),
                rests_on=(
                    (
                        "has stopped short of recognizing it as a",
                        (
                            "The Kremlin has stopped short of recognizing the Taliban, which remains formally "
                            "banned in Russia."
                        ),
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="paraphrase as quote",
        why="a few words are put into the minister's mouth",
        asks="How did Benning describe the budget?",
        claims=(
            Claim(
                text="Benning told parliament that it was a budget for families and for the kitchen table.",
                rests_on=(
                    (
                        "This is a budget for the kitchen table",
                        '"This is a budget for families and for the kitchen table," Benning told parliament.',
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="paraphrase as quote",
        why="reported speech is turned into speech",
        asks="Will Bako play on Saturday?",
        claims=(
            Claim(
                text=(
                    "The manager, Stella Kruse, said that Bako would not play against Harbour Athletic on "
                    "Saturday because his work permit had not arrived."
                ),
                rests_on=(
                    (
                        "Bako would not play against Harbour Athletic on",
                        (
                            "Bako will not play against Harbour Athletic on Saturday because his work permit has "
                            "not arrived"
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                text="Inter Molara's president, Fabio Lenz, denied that the sale of Bako had been forced by debts.",
                rests_on=(
                    (
                        "Ardlow Rovers have signed the Kessaran striker",
                        "Ardlow Rovers have signed the Kessaran striker Idris Bako from Inter Molara",
                    ),
                    (
                        "Fabio Lenz, denied that the sale had",
                        "Fabio Lenz, denied that the sale had been forced by debts",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
)
