"""Questions for a country or a state, and the names that can answer them."""

from __future__ import annotations

import pytest

from retrieval.expects import kind_of
from retrieval.offering import offers


@pytest.mark.parametrize(
    ("question", "sentence", "offered"),
    [
        ("Which country won the cup?", "Brann scored as Norway beat Sweden in Oslo.", ["Norway", "Sweden"]),
        ("Which country's team won?", "Team Norway beat Ada Stoll.", ["Team Norway"]),
        ("What nation left the union?", "The U.K. left, said Ada Stoll.", ["The U.K"]),
        ("Which African nation held a vote?", "South Africa voted on Friday.", ["South Africa"]),
        ("Which US state banned it?", "Mayor Stoll of Oslo, Ohio, banned it.", ["Ohio"]),
        ("Which southern state was hit?", "The storm Ada hit Alabama.", ["Alabama"]),
        ("Which state department aide left?", "Ada Stoll left Ohio.", ["Ada Stoll", "Ohio."]),
        ("Which city was hit?", "The storm Ada hit Oslo.", ["Ada", "Oslo."]),
        ("Which country won against Norway?", "Norway lost to Chile.", ["Chile."]),
    ],
)
def test_only_members_are_offered(question: str, sentence: str, offered: list[str]) -> None:
    found = offers(kind_of(question), sentence, question)
    assert [sentence[start:end].rstrip(".") for start, end in found if end] == [one.rstrip(".") for one in offered]


@pytest.mark.parametrize(
    ("question", "sentence", "offered"),
    [
        ("How many ships came?", "On October 20 in 2021 some 20 ships came.", ["20"]),
        ("How much was paid?", "In 1999 they paid $2000.", ["$2000"]),
        ("How many voted?", "2,021 voted on Oct. 7.", ["2,021"]),
    ],
)
def test_a_date_counts_nothing(question: str, sentence: str, offered: list[str]) -> None:
    assert [sentence[start:end] for start, end in offers("number", sentence, question)] == offered
