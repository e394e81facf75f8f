"""Which quotes take the sentence next to them along."""

from __future__ import annotations

import pytest

from retrieval.reader.context import LONGEST, with_context
from tests.retrieval.reader import found

LONG = " ".join(["word"] * LONGEST) + "."


def quoted(sentences: list[str], place: int, margins: list[float | None]) -> str:
    hit = found.hit("a", *sentences)
    candidates = {
        number: found.candidate(hit, number, sentences[number].split()[0], margin=margin)
        for number, margin in enumerate(margins)
        if margin is not None
    }
    read = {(one.article_id, one.span): one for one in candidates.values()}
    return candidates[place].cut(with_context(candidates[place], read))


@pytest.mark.parametrize(
    ("claim", "sentences", "place", "margins", "expected"),
    [
        ("alone", ["Ann won.", "Bob lost.", "Cy left."], 1, [-5, 2, -5], "Bob lost."),
        ("a pronoun", ["Ann won.", "She left.", "Cy came."], 1, [-5, 2, -5], "Ann won. She left."),
        ("after a conjunction", ["Ann won.", "But she left."], 1, [-5, 2], "Ann won. But she left."),
        ("in a quotation", ["Ann won.", "“It was hard.”"], 1, [-5, 2], "Ann won. “It was hard.”"),
        ("a pronoun further on is none", ["Ann won.", "Bob saw her."], 1, [-5, 2], "Bob saw her."),
        ("a word that begins like one", ["Ann won.", "Italy lost."], 1, [-5, 2], "Italy lost."),
        ("nothing before the pronoun", ["She left.", "Ann won."], 0, [2, -5], "She left."),
        (
            "a better answer after it",
            ["A player fasted.", "Bob Lund lost."],
            0,
            [1, 4],
            "A player fasted. Bob Lund lost.",
        ),
        ("where there is none", ["A player fasted.", "Bob lost."], 0, [4, -1], "A player fasted."),
        ("the better of two neighbours", ["Ann won.", "One left.", "Cy came."], 1, [2, 1, 5], "One left. Cy came."),
        ("two that are no answers", ["A player fasted.", "Bob lost."], 0, [-3, -3.5], "A player fasted. Bob lost."),
        ("a neighbour that was not read", ["Ann won.", "Bob lost."], 1, [None, 2], "Bob lost."),
        ("too long together", [LONG, "She left."], 1, [-5, 2], "She left."),
        ("the other neighbour is not too long", [LONG, "She left.", "Cy came."], 1, [3, 2, 2], "She left. Cy came."),
    ],
)
def test_context(claim: str, sentences: list[str], place: int, margins: list[float | None], expected: str) -> None:
    assert quoted(sentences, place, margins) == expected
