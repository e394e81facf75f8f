"""What `conversation` claims: a question that leans is made whole, any other is left alone, and nothing is guessed."""

from __future__ import annotations

import random

import pytest

from retrieval.conversation import Understood, resolve, understand
from retrieval.types import Turn

ENVOY = ("Who is the Kremlin's envoy to Afghanistan?", "Zamir Kabulov is the presidential envoy. [1]")
FIRST_ROUND = ("When did the first round of the Moscow format take place?", "It took place on April 14, 2017. [1]")
SECOND_ROUND = ("When was the second round of the Moscow format held?", "On September 4, 2018. [1]")
INVITED = ("Was the United States invited to the first round of the Moscow format?", "They were invited. [1]")
QUAKE = ("Where did the earthquake hit?", "It hit western Turkey.")
MEETING = ("Who did Angela Merkel meet?", "Merkel met President Emmanuel Macron in Paris. [1]")

Asked = tuple[str, str]
"""A question with the text of its answer."""


def told(*turns: Asked) -> list[Turn]:
    """A conversation in which each question was resolved as it came."""
    history: list[Turn] = []
    for question, answer in turns:
        history.append(Turn(question, answer, resolve(question, history)))
    return history


HE_AND_SHE = [
    (("Who is Prigozhin?", "Yevgeny Prigozhin leads Wagner."), "Is he dead?", "Is Yevgeny Prigozhin dead?"),
    (ENVOY, "What did he say about aid?", "What did Zamir Kabulov say about aid?"),
    ((ENVOY[0], ""), "What did he say?", "What did the Kremlin's envoy to Afghanistan say?"),
    (("Where was Zamir Kabulov born?", ""), "What is his position?", "What is Zamir Kabulov's position?"),
    (("Where was Zamir Kabulov born?", ""), "Who met him?", "Who met Zamir Kabulov?"),
    (MEETING, "What did he say?", "What did President Emmanuel Macron say?"),
    (MEETING, "What did she say?", "What did Angela Merkel say?"),
    (("Where was Marie Curie born?", ""), "Who met her in Paris?", "Who met Marie Curie in Paris?"),
    (("Where was Marie Curie born?", ""), "Who was her husband?", "Who was Marie Curie's husband?"),
    (("Did Mrs. Jones know Mr. Smith?", "Yes."), "Where does she live?", "Where does Mrs. Jones live?"),
    (("Did Mrs. Jones know Mr. Smith?", "Yes."), "What is his job?", "What is Mr. Smith's job?"),
    (("When did the actress leave the show?", ""), "Why did she leave?", "Why did the actress leave?"),
    (
        ("Who runs it?", "Russian media say that the Kremlin's man Zamir Kabulov does."),
        "Is he rich?",
        "Is Zamir Kabulov rich?",
    ),
    (("who runs it", "Norton built the firm in 1990."), "when was he born?", "when was Norton born?"),
]
IT = [
    (("How many people died in the Maui fire?", "97"), "What caused it?", "What caused the Maui fire?"),
    (SECOND_ROUND, "Who co-chaired it?", "Who co-chaired the second round of the Moscow format?"),
    (("When did the treaty enter into force?", ""), "Who signed it?", "Who signed the treaty?"),
    (("Who wrote a book about the war?", "Anna Reid"), "When was it published?", "When was the book published?"),
    (("When was NASA founded?", "In 1958."), "What is its budget?", "What is NASA's budget?"),
    (("How high is Mount Everest?", "8,849 metres"), "Who climbed it first?", "Who climbed Mount Everest first?"),
]
THEY = [
    (("Whom did Russia invite to talks?", "The Taliban"), "When will they be held?", "When will the talks be held?"),
    (INVITED, "Why did they decline?", "Why did the United States decline?"),
    (("Which countries came?", "India and Iran"), "Why did they leave?", "Why did the countries leave?"),
    (("How many prisoners were freed?", "Forty"), "Where are they now?", "Where are the prisoners now?"),
    (("Who wrote the report?", "Ann Lee and Bob Stone did."), "Are they rich?", "Are Ann Lee and Bob Stone rich?"),
    (("When did the Beatles split up?", "1970"), "Who were their wives?", "Who were the Beatles' wives?"),
    (("What did the Taliban promise?", ""), "Who met them?", "Who met the Taliban?"),
    (
        ("What did the protesters want?", "Lower prices"),
        "How many of them were arrested?",
        "How many of the protesters were arrested?",
    ),
]
THERE = [
    (("What happened in Kunduz?", ""), "How many people were killed there?", "How many people were killed in Kunduz?"),
    (("Where were the talks held?", "In Moscow."), "Who went there?", "Who went to Moscow?"),
    (("Where does Kim Lee live?", "In Oslo."), "Is it cold there?", "Is it cold in Oslo?"),
]
COUNTED = [
    (FIRST_ROUND, "And the second one?", "When did the second round of the Moscow format take place?"),
    (FIRST_ROUND, "and the third round?", "When did the third round of the Moscow format take place?"),
    (FIRST_ROUND, "What about the last?", "When did the last round of the Moscow format take place?"),
    (FIRST_ROUND, "Who co-chaired the second one?", "Who co-chaired the second round of the Moscow format?"),
    (FIRST_ROUND, "Where was the third round?", "Where was the third round of the Moscow format?"),
    (("Who came?", "Ann Lee and Bob Stone came."), "Where was the second one born?", "Where was Bob Stone born?"),
    (("Who came?", "Ann Lee and Bob Stone came."), "Where does the former live?", "Where does Ann Lee live?"),
    (("Who came?", "Ann Lee and Bob Stone came."), "Where does the latter live?", "Where does Bob Stone live?"),
]
TIMES_AND_PLACES = [
    (("Who led the talks in 2017?", ""), "And in 2018?", "Who led the talks in 2018?"),
    (("Who led the talks?", ""), "And in 2018?", "Who led the talks in 2018?"),
    (("Who won the cup on July 3?", ""), "and in 2019?", "Who won the cup in 2019?"),
    (("What happened in July 2021?", ""), "and in august?", "What happened in August 2021?"),
    (("What happened on Monday?", ""), "What about Tuesday?", "What happened on Tuesday?"),
    (("How many people died in Kabul?", ""), "And in Kunduz?", "How many people died in Kunduz?"),
    (("How many people died in Kabul?", ""), "What about Kunduz?", "How many people died in Kunduz?"),
    (("How many people died?", ""), "And in Kunduz?", "How many people died in Kunduz?"),
]
OTHER_QUESTION_WORDS = [
    (("Did the United States decline?", "Yes"), "Why?", "Why did the United States decline?"),
    (("When did the band split up?", ""), "And why?", "Why did the band split up?"),
    (("Was the meeting cancelled?", ""), "When was that?", "When was the meeting cancelled?"),
    (("Did Kabulov meet Karzai?", ""), "Where did it happen?", "Where did Kabulov meet Karzai?"),
]
OTHER_SUBJECTS = [
    (("What did Kabulov say about aid?", ""), "What about recognition?", "What did Kabulov say about recognition?"),
    (("What did Kabulov say about aid?", ""), "And about Iran?", "What did Kabulov say about Iran?"),
    (("What did Kabulov say?", ""), "What about aid?", "What did Kabulov say about aid?"),
    (("Was Iran invited to the talks?", ""), "What about India?", "Was India invited to the talks?"),
    (("Was Iran invited to the talks?", ""), "And the United States?", "Was the United States invited to the talks?"),
    (("Where was Ann Lee born?", ""), "And Bob Stone?", "Where was Bob Stone born?"),
    (("What did Biden say about Gaza?", ""), "What about Ukraine?", "What did Biden say about Ukraine?"),
]
IN_BRACKETS = [
    (QUAKE, "How many were killed?", "How many were killed? (the earthquake)"),
    (("Who attended the talks in Oslo?", ""), "Who else was invited?", "Who else was invited? (Oslo)"),
    (("Was Kabulov there?", ""), "What came of these talks?", "What came of these talks? (Kabulov)"),
    (("Was Kabulov there?", ""), "What happened after that?", "What happened after that? (Was Kabulov there?)"),
    (("Who won the cup?", "Spain"), "Why?", "Why? (Who won the cup?)"),
    (("Did the talks fail?", "No"), "Why not?", "Why not? (Did the talks fail?)"),
    (ENVOY, "What about aid?", f"What about aid? ({ENVOY[0]})"),
    (ENVOY, "And the second one?", f"And the second one? ({ENVOY[0]})"),
    (("Who led the talks in 2017?", ""), "And the year after?", "And the year after? (Who led the talks in 2017?)"),
]


@pytest.mark.parametrize(
    ("before", "question", "whole"),
    [
        *HE_AND_SHE,
        *IT,
        *THEY,
        *THERE,
        *COUNTED,
        *TIMES_AND_PLACES,
        *OTHER_QUESTION_WORDS,
        *OTHER_SUBJECTS,
        *IN_BRACKETS,
    ],
)
def test_a_question_that_leans_is_made_whole(before: Asked, question: str, whole: str) -> None:
    assert understand(question, told(before)) == Understood(whole)


STANDING_ALONE = [
    ENVOY[0],
    FIRST_ROUND[0],
    "Who won the 2018 World Cup?",
    "And who won the 2018 World Cup?",
    "who won the 2018 world cup?",
    "Did Kabulov say when he would travel?",
    "How did the head of the delegation characterise his talks with the Taliban?",
    "Which country elected its first female president?",
    "Which lawmaker announced that he is leaving Congress?",
    "Which outlet reported that Moscow stopped short of recognition?",
    "Is it true that Moscow denied the claim?",
    "On what day was it revealed that talks had failed?",
    "Is it hard to learn chess?",
    "How long does it take to travel from Moscow to Kabul?",
    "Which celebrity couple called it quits?",
    "What happened in Kabul this week?",
    "Were there talks in Moscow in July?",
    "Who helped those who fled Afghanistan?",
    "Which two US presidents died on July 4 in the same year?",
    "A storm is coming to Florida. What is its name?",
    "Dr. Carter Woodson was the second graduate of which university?",
    "Who presented Lorvane's budget, and who opposes it?",
    "Which company owns the ship and when did it sink?",
    "Who bought the paintings, and where are they now?",
    "Why did the port close, and when will it open again?",
]


@pytest.mark.parametrize("question", STANDING_ALONE)
def test_a_question_that_stands_alone_is_untouched(question: str) -> None:
    for history in ([], told(FIRST_ROUND), told(ENVOY, ("What did he say about aid?", "It comes."))):
        assert understand(question, history) == Understood()


@pytest.mark.parametrize(
    ("question", "unclear"),
    [
        ("What did he say about aid?", "he"),
        ("Where was she born?", "she"),
        ("When was it held?", "it"),
        ("Why did they decline?", "they"),
        ("What is their view on aid?", "their"),
        ("What did Kabulov say about it?", "it"),
        ("Who is he, and when did he resign?", "he"),
        ("When was it founded and who owns it?", "it"),
        ("And who owns it?", "it"),
        ("Why?", "Why?"),
        ("And in 2018?", "And in 2018?"),
        ("What about aid?", "What about aid?"),
        ("And the second one?", "And the second one?"),
    ],
)
def test_a_first_question_that_leans_is_unclear(question: str, unclear: str) -> None:
    assert understand(question, []) == Understood(unclear=unclear)


@pytest.mark.parametrize(
    ("before", "question", "unclear"),
    [
        (("How many rounds were held?", "Two"), "What did he say?", "he"),
        (("Where is Paris?", "In France"), "When was she born?", "she"),
        (("Where was Marie Curie born?", "In Warsaw."), "What did he say?", "he"),
        (("What happened?", "I do not know."), "When did they leave?", "they"),
    ],
)
def test_a_pronoun_that_nothing_before_it_agrees_with_is_unclear(before: Asked, question: str, unclear: str) -> None:
    assert understand(question, told(before)) == Understood(unclear=unclear)


def test_the_same_person_goes_on_being_meant() -> None:
    history = told(ENVOY, ("What did he say about aid?", "Kabulov said that it comes. Ivan Petrov agreed."))
    assert resolve("And about recognition?", history) == "What did Zamir Kabulov say about recognition?"
    assert resolve("When did he say that?", history) == "When did Zamir Kabulov say that?"


def test_a_person_whom_an_answer_brings_is_meant_from_then_on() -> None:
    history = told(ENVOY, ("Who did he meet?", "He met Ivan Petrov in Moscow."))
    assert resolve("Where does he live?", history) == "Where does Ivan Petrov live?"


def test_what_a_question_in_brackets_was_about_stays_in_brackets() -> None:
    history = told(QUAKE, ("How many were killed?", "40"))
    assert resolve("And in 2018?", history) == "How many were killed in 2018? (the earthquake)"
    assert resolve("Who else was hurt?", history) == "Who else was hurt? (the earthquake)"


def test_a_fragment_of_an_unclear_question_is_unclear() -> None:
    assert understand("And in 2018?", told(("What did he say?", ""))) == Understood(unclear="he")


def test_a_name_grows_to_the_longest_that_was_said() -> None:
    history = told(("Where was Kabulov born?", "Zamir Kabulov was born in Samarkand."))
    assert resolve("When did he come to Moscow?", history) == "When did Zamir Kabulov come to Moscow?"


def test_only_the_first_of_two_pronouns_for_one_person_is_replaced() -> None:
    assert resolve("Did he say when he would leave?", told(ENVOY)) == "Did Zamir Kabulov say when he would leave?"


def test_a_new_topic_leaves_the_old_one_behind() -> None:
    history = told(ENVOY, ("What did he say about aid?", ""), ("Where was Marie Curie born?", "In Warsaw."))
    assert resolve("When did she die?", history) == "When did Marie Curie die?"


ODD_WORDS = (
    "the The a What who he she's their it's there And and about in 2018 second one US U.S. Mr. Dr. Two Monday May "
    "Kabul the-Kabul O'Neill's McDonald’s & - ’ “ ” ( ) [1] . ? ! … ’s İstanbul 東京 🎉 of to not this that latter why"
).split()


def test_no_words_in_any_order_break_it() -> None:
    chance = random.Random(6)

    def text() -> str:
        return " ".join(chance.choices(ODD_WORDS, k=chance.randrange(1, 12)))

    for _ in range(400):
        question, before = text(), told((text(), text()), (text(), text()))
        understood = understand(question, before)
        assert understood.resolved is None or understood.unclear is None
        assert understood.resolved != question
