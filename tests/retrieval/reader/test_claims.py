"""What a sentence claims to a question of yes or no, by itself or in the words of somebody in it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.reader.claims import claimed
from retrieval.reader.polarity import Polarity, polarity

CLOSE = "Will Aldra close its plant?"
MEET = "Did Pavel Orsk meet the governor?"
OPEN = "Did the council open the sluice?"


@pytest.mark.parametrize(
    ("question", "sentence", "expected"),
    [
        (CLOSE, "Aldra will close its plant.", "Yes"),
        (CLOSE, "Aldra will not close its plant.", "No"),
        (CLOSE, "Aldra will close its plant, the union said.", "Yes"),
        (CLOSE, "Aldra will close its plant, said Ina Berg.", "Yes"),
        (CLOSE, "Aldra will close its plant, according to the union.", "Yes"),
        (CLOSE, "Aldra will not close its plant, its chairman told reporters on Friday.", "No"),
        (CLOSE, "The union said that Aldra will close its plant.", "Yes"),
        (CLOSE, "The chairman said on Friday that Aldra will not close its plant.", "No"),
        (MEET, "His office confirmed that Pavel Orsk met the governor.", "Yes"),
        (MEET, "A spokesman denied that Pavel Orsk met the governor.", "No"),
        (MEET, "Pavel Orsk denied that he had met the governor.", "No"),
        (MEET, "Pavel Orsk has denied meeting the governor.", "No"),
        (MEET, "Pavel Orsk repeatedly denied having met the governor.", "No"),
        (OPEN, "The council denied that it had opened the sluice.", "No"),
        # Neither is certain.
        (CLOSE, "Aldra may close its plant, the union said.", None),
        (CLOSE, "The union said that Aldra would rather close its plant.", None),
        (CLOSE, "The union asked whether Aldra will close its plant.", None),
        (CLOSE, "The chairman denied that Aldra will sell its plant.", None),
        (CLOSE, "There is no doubt that Aldra will close its plant, a broker said.", None),
        (CLOSE, "Critics have wrongly said that Aldra will close its plant.", None),
        (CLOSE, "Aldra will close its plant, the mayor falsely claimed.", None),
        (CLOSE, "Without proof the mayor claimed that Aldra will close its plant.", None),
        (MEET, "Ina Berg denied that she had met the governor.", None),
        (MEET, "Ina Berg denied meeting the governor.", None),
        (MEET, "Nobody denied that Pavel Orsk met the mayor.", None),
        ("Who met the governor?", "Pavel Orsk denied meeting the governor.", None),
    ],
)
def test_what_is_claimed(question: str, sentence: str, expected: Polarity | None) -> None:
    assert claimed(question, sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Nobody denied that Pavel Orsk met the governor.",
        "Pavel Orsk did not deny that he met the governor.",
        "Pavel Orsk never denied meeting the governor.",
        "His office has not said that Pavel Orsk met the governor.",
        "Neither side said that Pavel Orsk met the governor.",
    ],
)
def test_what_nobody_says_or_denies_is_no_claim(sentence: str) -> None:
    assert claimed(MEET, sentence) is None


@given(st.text(max_size=80), st.text(alphabet="Orsk met denied that said, it. had union", max_size=80))
def test_what_the_sentence_says_itself_always_counts_and_nothing_raises(question: str, sentence: str) -> None:
    own = polarity(question, sentence)
    assert own is None or claimed(question, sentence) == own


@pytest.mark.parametrize("part", ["Orsk denied ", "a, ", "said ", "that ", "Orsk said that ", "denied that it had "])
def test_long_sentences_take_no_longer_for_each_word(part: str) -> None:
    started = time.perf_counter()
    claimed(MEET, part * (20_000 // len(part)))
    assert time.perf_counter() - started < 1.0
