"""What `conversation` claims: a question that leans is searched with what it leans on, any other is left alone."""

from __future__ import annotations

import pytest

from retrieval.conversation import leans, resolve
from retrieval.types import Turn

ENVOY = "Who is the Kremlin's envoy to Afghanistan?"
ROUND = "When did the first round of the Moscow format take place?"


def asked(*questions: str, answer: str = "") -> list[Turn]:
    """A conversation in which each question was resolved as it came, and each got the same answer."""
    history: list[Turn] = []
    for question in questions:
        history.append(Turn(question, answer, resolve(question, history)))
    return history


LEANING = [
    "What did he say about aid?",
    "Who co-chaired it?",
    "Why did they decline?",
    "WHY DID THEY DECLINE?",
    "What did Kabulov say about it?",
    "What did Kabulov say about them?",
    "What position did he take on Afghanistan?",
    "In Moscow, what did she sign?",
    "How many countries were invited to that?",
    "What came of these talks?",
    "Was that in Moscow?",
    "And the second one?",
    "and in 2018?",
    "What about aid?",
    "How about the United States?",
    "Who else was invited?",
    "Why?",
    "When was that?",
    "Who is it?",
    "How many were killed?",
    "And why?",
]

STANDING_ALONE = [
    ENVOY,
    ROUND,
    "Who won the 2018 World Cup?",
    "And who won the 2018 World Cup?",
    "who won the 2018 world cup?",
    "Did Kabulov say when he would travel?",
    "How did the head of the delegation characterise his talks with the Taliban?",
    "Which country elected its first female president?",
    "Which outlet reported that Moscow stopped short of recognition?",
    "Is it true that Moscow denied the claim?",
    "How long does it take to travel from Moscow to Kabul?",
    "What happened in Kabul this week?",
    "Were there talks in Moscow in July?",
    "Who helped those who fled Afghanistan?",
    "A storm is coming to Florida. What is its name?",
]


@pytest.mark.parametrize("question", LEANING)
def test_a_question_that_leans_keeps_its_words_and_gets_those_that_it_leans_on(question: str) -> None:
    assert resolve(question, asked(ENVOY)) == f"{question} ({ENVOY})"


@pytest.mark.parametrize("question", STANDING_ALONE)
def test_a_question_that_stands_alone_is_untouched(question: str) -> None:
    assert not leans(question)
    assert resolve(question, asked(ROUND, "Who co-chaired it?")) is None


@pytest.mark.parametrize("question", [*LEANING, *STANDING_ALONE])
def test_the_first_question_is_untouched(question: str) -> None:
    assert resolve(question, []) is None


@pytest.mark.parametrize(
    ("before", "fragment", "whole"),
    [
        (ROUND, "And the second one?", "When did the second round of the Moscow format take place?"),
        (ROUND, "and the third round?", "When did the third round of the Moscow format take place?"),
        (ROUND, "What about the last?", "When did the last round of the Moscow format take place?"),
        ("Who led the talks in 2017?", "And in 2018?", "Who led the talks in 2018?"),
        ("What happened in July 2021?", "and in august?", "What happened in August 2021?"),
    ],
)
def test_a_fragment_changes_its_word_in_the_question_before(before: str, fragment: str, whole: str) -> None:
    assert resolve(fragment, asked(before)) == whole


@pytest.mark.parametrize(
    ("before", "fragment"),
    [
        (ENVOY, "And the second one?"),
        (ROUND, "And in 2018?"),
        (ROUND, "And the second meeting?"),
        ("Who came to the first and the second round?", "And the third one?"),
    ],
)
def test_a_fragment_with_no_one_place_to_go_is_searched_with_the_question_before(before: str, fragment: str) -> None:
    assert resolve(fragment, asked(before)) == f"{fragment} ({before})"


def test_a_changed_question_is_what_the_next_one_leans_on() -> None:
    history = asked(ROUND, "And the second one?")
    assert (
        resolve("Who co-chaired it?", history)
        == "Who co-chaired it? (When did the second round of the Moscow format take place?)"
    )


def test_a_long_conversation_adds_the_question_before_and_the_one_that_began_the_topic() -> None:
    history = asked("Who won the cup in Italy?", ENVOY, "What did he say about aid?", "When did he say it?")
    assert resolve("And why?", history) == f"And why? (When did he say it? {ENVOY})"


def test_he_also_brings_the_name_that_the_last_answer_gave() -> None:
    history = asked(ENVOY, answer="Russia’s presidential envoy, Zamir Kabulov, told RIA Novosti of the talks. [1]")
    assert resolve("What did he say?", history) == f"What did he say? ({ENVOY} Zamir Kabulov)"
    assert resolve("What did it say?", history) == f"What did it say? ({ENVOY})"


def test_a_question_before_without_its_mark_still_reads_as_one() -> None:
    assert resolve("why?", asked("who is the envoy to Kabul")) == "why? (who is the envoy to Kabul?)"
