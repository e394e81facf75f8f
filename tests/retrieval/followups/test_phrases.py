"""What `phrases` claims: noun phrases end where a question goes on to say something of them."""

from __future__ import annotations

import pytest

from retrieval.followups.phrases import Phrase, head_of, is_plural, phrases_in


@pytest.mark.parametrize(
    ("question", "phrases"),
    [
        ("When was the second round of the Moscow format held?", [Phrase("the second round of the Moscow format")]),
        ("Who is the Kremlin's envoy to Kabul?", [Phrase("the Kremlin's envoy to Kabul")]),
        ("Did the people forgive Anna?", [Phrase("the people")]),
        ("When did the band disband?", [Phrase("the band")]),
        ("Who wrote a book about the war?", [Phrase("the book", False, True), Phrase("the war", False)]),
        ("How many prisoners were freed?", [Phrase("the prisoners")]),
        ("Why did soldiers leave?", [Phrase("the soldiers")]),
        ("Who was invited to talks?", [Phrase("the talks", False)]),
        ("Who won?", []),
    ],
)
def test_phrases_of_a_question(question: str, phrases: list[Phrase]) -> None:
    assert list(phrases_in(question)) == phrases


@pytest.mark.parametrize(
    ("phrase", "head", "plural"),
    [
        ("the first round of talks", "round", False),
        ("the envoys to Kabul", "envoys", True),
        ("the news", "news", False),
        ("the people", "people", True),
        ("the crisis", "crisis", False),
    ],
)
def test_the_head_tells_the_number(phrase: str, head: str, plural: bool) -> None:
    assert head_of(phrase) == head
    assert is_plural(phrase) is plural
