"""Outputs that are in no format that anything could be read from."""

from __future__ import annotations

from tests.retrieval.writing.table import Scripted

UNFORMATTED: tuple[Scripted, ...] = (
    Scripted(
        kind="out of format",
        why="prose without any format",
        asks="Why are the dockers in Calvey on strike?",
        raw=(
            "More than 1,400 dockers at the port of Calvey walked out on Thursday in a dispute over pay and "
            "weekend shifts. The union is asking for 8 percent, while the port operator has offered 3.5 "
            "percent. The strike is due to last 48 hours."
        ),
    ),
    Scripted(
        kind="out of format",
        why="an apology",
        asks="What caused the crash near Osting?",
        raw=(
            "I apologize for the confusion. It seems that I misunderstood the question. Let me know if you "
            "would like me to try again with different passages!"
        ),
    ),
    Scripted(
        kind="out of format",
        why="half of a JSON object: the output was cut off",
        asks="What did the Supreme Court of Ostria decide?",
        raw=(
            '{"claims": [{"text": "The Supreme Court of Ostria on Wednesday halted the construction of the '
            "Palden dam, ruling by five votes to two that the government had failed to"
        ),
    ),
    Scripted(
        kind="out of format",
        why="JSON of other keys",
        asks="Who won the election for governor of the Torrane Islands?",
        raw=(
            '{"response": "Maren Oduya won the election for governor of the Torrane Islands with 52.3 percent '
            'of the vote.", "sources": ["Isles Herald"], "confidence": 0.93}'
        ),
    ),
    Scripted(
        kind="out of format",
        why="JSON in a code fence after chatter, of other keys",
        asks="How well does the marsh fever vaccine work?",
        raw=(
            "Sure! Based on the passages that you provided, here is the answer in JSON:\n\n```json\n{\n  "
            '"summary": "The vaccine reduced infections by 71 percent.",\n  "evidence": ["reduced infections '
            'by 71 percent in a trial among children"]\n}\n```\n\nLet me know if you need anything else.'
        ),
    ),
    Scripted(
        kind="out of format",
        why="a refusal",
        asks="Who shelled the clinic in Merrovin?",
        raw="I'm sorry, but I can't help with that.",
    ),
    Scripted(
        kind="out of format",
        why="three kilobytes of the same sentence",
        asks="When does Halcyon arrive at the comet?",
        raw="The probe is to reach the comet in August 2029, and the probe is to reach the comet. " * 36,
    ),
    Scripted(
        kind="out of format",
        why="a list in Markdown with footnotes",
        asks="What is in Lorvane's budget for 2024?",
        raw=(
            "**Key points**\n\n- Income tax is cut for families [1]\n- The duty on tobacco rises by 10 percent "
            "[1]\n- The deficit falls to 2.9 percent of economic output [2]\n\n[1] Financial Mercury, 28 "
            "November 2023\n[2] ibid."
        ),
    ),
    Scripted(
        kind="out of format",
        why="a JSON list of plain numbers",
        asks="How many countries were invited to the second round of the Moscow format?",
        raw="[12, 11, 6]",
    ),
    Scripted(
        kind="out of format",
        why="the question is put again",
        asks="Where did Idris Bako play before?",
        raw="Question: Where did Idris Bako play before?\nAnswer:",
    ),
)
