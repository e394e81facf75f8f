"""What carries a yes or a no, and what does not."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.reader.polarity import polarity

JOINED = "Has Norway joined the Baltic league?"
SIGNED = "Did Fjord Airlines sign the deal?"


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        (JOINED, "Norway has joined the Baltic league."),
        (JOINED, "Norway formally joined the Baltic league on Monday."),
        (JOINED, "On Monday, Norway joined the Baltic league."),
        (JOINED, "Norway joined the Baltic league in May 2019, after a long debate."),
        ("Hasn't Norway joined the Baltic league?", "Norway has joined the Baltic league."),
        ("Is it true that Norway has joined the Baltic league?", "Norway has joined the Baltic league."),
        ("The Baltic league grows. Has Norway joined it?", "Norway has joined it."),
        ("Do you know if Norway has joined the Baltic league?", "Norway has joined the Baltic league."),
        (SIGNED, "Fjord Airlines signed the deal."),
        ("Did Stoll recognise the council?", "President Stoll recognized the council in 2019."),
        ("Did Stoll win the election?", "Stoll won the election in May."),
        ("Was Stoll arrested?", "Stoll was arrested on Monday."),
        ("Has Stoll been arrested?", "Stoll was arrested on Monday."),
        ("Is Stoll the mayor?", "Stoll is the mayor."),
        ("Is Stoll in prison?", "Stoll is in prison."),
        ("Is there a deal?", "There is a deal."),
        ("Will Stoll attend the summit?", "Stoll will attend the summit."),
        ("Does Norway recognise the council?", "Norway recognizes the council."),
        ("Did Stoll refuse to pay the fine?", "Stoll refused to pay the fine."),
    ],
)
def test_a_sentence_that_asserts_what_is_asked_says_yes(question: str, sentence: str) -> None:
    assert polarity(question, sentence) == "Yes"


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        (JOINED, "Norway has not joined the Baltic league."),
        (JOINED, "Norway hasn’t joined the Baltic league."),
        (JOINED, "Norway has never joined the Baltic league."),
        (JOINED, "Norway has yet to join the Baltic league."),
        (JOINED, "Norway has so far stopped short of joining the Baltic league."),
        (JOINED, "Norway has declined to join the Baltic league."),
        ("Hasn't Norway joined the Baltic league?", "Norway has not joined the Baltic league."),
        (SIGNED, "Fjord Airlines failed to sign the deal."),
        (SIGNED, "Fjord Airlines refused to sign the deal on Monday."),
        ("Did Stoll win the election?", "Stoll lost the election."),
        ("Did Stoll accept the offer?", "Stoll rejected the offer."),
        ("Did Stoll agree to pay the fine?", "Stoll refused to pay the fine."),
        ("Was Stoll arrested?", "Stoll was never arrested."),
        ("Is Stoll the mayor?", "Stoll is no longer the mayor."),
        ("Is there a deal?", "There is no deal."),
        ("Will Stoll attend the summit?", "Stoll won’t attend the summit."),
        ("Is it true that Norway has not joined the Baltic league?", "Norway has joined the Baltic league."),
        # The second predicate of the same subject; of a government that goes by its capital's name.
        (JOINED, "Norway has courted the Baltic league but has so far stopped short of joining it."),
        (JOINED, "Oslo wooed the Baltic league but has not joined it."),
        (
            "Has Kenya recognised the rebel council?",
            "Nairobi met the rebel council but has not recognized it as a council.",
        ),
    ],
)
def test_a_sentence_that_denies_what_is_asked_says_no(question: str, sentence: str) -> None:
    assert polarity(question, sentence) == "No"


def test_a_denied_question_is_agreed_with_by_a_denial() -> None:
    asked = "Is it true that Norway has not joined the Baltic league?"
    assert polarity(asked, "Norway has not joined the Baltic league.") == "Yes"


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway may have joined the Baltic league.",
        "Norway will join the Baltic league.",
        "Norway plans to join the Baltic league.",
        "Norway is expected to join the Baltic league.",
        "Norway has reportedly joined the Baltic league.",
        "Norway has nearly joined the Baltic league.",
        "Norway agreed to join the Baltic league.",
        "Norway joins the Baltic league.",
        "Norway joined the Baltic league, Stoll said.",
        "Stoll claimed Norway has joined the Baltic league.",
        "According to Stoll, Norway has joined the Baltic league.",
        "“Norway has joined the Baltic league.”",
        "Has Norway joined the Baltic league?",
        "If Norway has joined the Baltic league, ships will come.",
        "Norway has joined the Baltic league only for trade.",
        "Norway has joined the Baltic league, but not for long.",
        "Norway joined the Baltic league until 2019.",
        "Norway joined the Baltic league as an observer.",
        "Norway has joined the Baltic league table.",
        "Norway has joined the Baltic fishing league.",
        "Norway has joined the critics of the Baltic league.",
        "Norway has joined the league.",
        "Norway denied joining the Baltic league.",
        "Norway did not formally join the Baltic league.",
        "Norway has not joined the Baltic league as an observer.",
        "Norway’s rival has joined the Baltic league.",
        "Norway’s has joined the Baltic league.",
        "Sweden has joined the Baltic league.",
        "Oslo has joined the Baltic league.",
        "The Baltic league has joined Norway.",
        "Neither Norway has joined the Baltic league.",
        "Some in Norway have joined the Baltic league.",
        "In the film, Norway has joined the Baltic league.",
        "Norway was joined by the Baltic league.",
        "Norway courted the Baltic league but Sweden has not joined it.",
        "Norway met Sweden and the Baltic league but has not joined it.",
        "Norway courted the Baltic league but has not joined the fleet.",
        "Norway courted the Baltic league but has not joined it as a founder.",
        "Norway courted the Baltic league but may not have joined it.",
        "",
    ],
)
def test_a_sentence_that_leaves_it_open_says_neither(sentence: str) -> None:
    assert polarity(JOINED, sentence) is None


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Did Stoll lose the election?", "Stoll won the election."),  # only what the table says
        ("Did Stoll win the election?", "Stoll did not lose the election."),  # it may have been a draw
        ("Did Israel attack Iran?", "Israel was attacked by Iran."),
        ("Did Hunter attack Stoll?", "Stoll attacked Hunter."),
        ("Did Stoll plead guilty?", "Hunter Stoll pleaded guilty."),
        ("Did Stoll travel to Oslo?", "Stoll travelled from Oslo."),
        ("Did Stoll give?", "Stoll gave in."),
        ("Did Stoll win?", "Stoll won praise."),
        ("Is Stoll the mayor?", "Stoll was the mayor."),
        ("Was Stoll arrested?", "Stoll will be arrested."),
        ("Should Stoll resign?", "Stoll should resign."),
        ("Could Stoll resign now?", "Stoll could resign now."),
        ("Did Stoll or Brann resign?", "Stoll or Brann resigned."),
        ("Did all senators resign?", "Senators resigned."),
        ("Did he resign?", "He resigned."),
        ("Did Stoll not resign on Monday?", "Stoll resigned on Monday."),
        ("Can you tell me who resigned?", "You can tell me who resigned."),
        ("Who resigned?", "Stoll resigned."),
        ("What did Stoll sign?", "Stoll signed the deal."),
        ("Did Stoll resign in May?", "Stoll resigned in June."),
        ("Did Stoll resign this week?", "Stoll resigned last week."),
        ("Has Japan recognised it?", ""),
        ("", "Stoll resigned."),
    ],
)
def test_another_question_is_not_answered(question: str, sentence: str) -> None:
    assert polarity(question, sentence) is None


_TEXT = st.text(max_size=120) | st.lists(
    st.sampled_from("Has Norway not joined the league is it true that , . but never no as yet to has was or".split()),
    max_size=20,
).map(" ".join)


@given(_TEXT, _TEXT)
def test_any_two_texts_can_be_compared(question: str, sentence: str) -> None:
    for asked in (question, JOINED, f"Has {question}?"):
        assert polarity(asked, sentence) in ("Yes", "No", None)


@given(
    st.sampled_from(["may", "might", "reportedly", "allegedly", "if", "said", "unless", "partly", "“", "?"]),
    st.integers(0, 6),
)
def test_no_word_of_doubt_is_overlooked(doubt: str, place: int) -> None:
    said = "Norway has joined the Baltic league .".split()
    said.insert(place, doubt)
    assert polarity(JOINED, " ".join(said)) is None


@pytest.mark.parametrize("unit", ["Norway has ", "not ", "but has not ", "A", "n't ", "On Monday, ", "the "])
def test_a_long_sentence_is_judged_in_time(unit: str) -> None:
    before = time.process_time()
    polarity(JOINED, "Norway " + unit * (8_000 // len(unit)))
    assert time.process_time() - before < 3
