"""What a question asks for, what a sentence offers for it, and whether an answer is of that type."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.expects import Kind, asked, how_many, kind_of, names_in
from retrieval.offering import POINTED, fits, offers


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("When did the talks begin?", "date"),
        ("On what date did he resign?", "date"),
        ("In which year was it founded?", "date"),
        ("What was the date of the launch?", "date"),
        ("How many people attended?", "number"),
        ("How long is the border?", "number"),
        ("What percentage of voters agreed?", "number"),
        ("What is the population of Malta?", "number"),
        ("Around how much did the estate fetch?", "number"),
        ("Who led the delegation?", "person"),
        ("To whom did she write?", "person"),
        ("Whose arrest set off the riots?", "person"),
        ("Which film star bought the castle?", "person"),
        ("Which Supreme Court justice retired?", "person"),
        ("Name the president of Malta.", "person"),
        ("Where was the summit held?", "place"),
        ("Which country is hosting the games?", "place"),
        ("Which state's governor resigned?", "place"),
        ("Which state‘s governor resigned?", "place"),
        ("Which company is being sued?", "name"),
        ("Which company sued President Brann?", "name"),
        ("What is the new storm called?", "name"),
        ("What is the name of the ferry?", "name"),
        ("Why did they decline?", "reason"),
        ("And why?", "reason"),
        ("What caused the fire?", "reason"),
        ("What was the main reason for the delay?", "reason"),
        ("How did the thieves enter the vault?", "manner"),
        ("How is glass recycled?", "manner"),
        ("Has Norway joined the league?", "yes_no"),
        ("Didn't the mayor resign?", "yes_no"),
        ("If it rains, will the match go ahead?", "yes_no"),
        ("Is it known whether the crew survived?", "yes_no"),
        ("What did the minister say about aid?", "quotation"),
        ("What has the envoy said?", "quotation"),
        ("How did the captain describe the storm?", "quotation"),
        ("What was the bank's response?", "quotation"),
        ("Which countries took part?", "list"),
        ("Which film stars came?", "list"),
        ("Which country shares a border with Chile?", "place"),
        ("Which company leads the race?", "name"),
        ("Which two boxers drew?", "list"),
        ("What are the names of the crew?", "list"),
        ("Who were the members of the panel?", "list"),
        ("Name the three winners.", "list"),
        ("List the founders of the club.", "list"),
        ("Which fruit has the most sugar?", "any"),
        ("What happened in Malta?", "any"),
        ("And the second one?", "any"),
        ("Tell me about the flood.", "any"),
        ("", "any"),
        (" ?!", "any"),
    ],
)
def test_the_words_of_a_question_tell_what_it_asks_for(question: str, kind: Kind) -> None:
    assert kind_of(question) == kind


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("The senator resigned. Who replaced her?", "person"),
        ("The F.D.A. cleared a pill this week. Which company makes it?", "name"),
        ("A cruise ship ran aground off the U.S. Where was it bound?", "place"),
        ("Did you hear? The strike is over. Why did it end?", "reason"),
        ("A bridge fell this week. Has anybody been charged?", "yes_no"),
        ("According to officials, which island was evacuated?", "place"),
        ("The relics were returned to which museum after the war?", "place"),
        ("Half the fleet was grounded due to what fault?", "reason"),
        ("In what was called a record, how many runners finished?", "number"),
        ("The vase was sold for how much?", "number"),
        ("The final was played where?", "place"),
        ("When the king died, who took the throne?", "person"),
        ("The ferry sank on Monday, right?", "yes_no"),
        ("Will Ferrell won which award?", "name"),
    ],
)
def test_a_preamble_does_not_hide_what_is_asked(question: str, kind: Kind) -> None:
    assert kind_of(question) == kind


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Can you tell me who led the talks?", "person"),
        ("Do you know when the talks begin?", "date"),
        ("Could you please explain why the plant closed?", "reason"),
        ("I'd like to know how many were hurt.", "number"),
        ("Tell me where the ship is.", "place"),
        ("Can you name the four finalists?", "list"),
        ("Do you know if the road is open?", "yes_no"),
        ("Did he know who led the talks?", "yes_no"),
    ],
)
def test_an_indirect_question_asks_for_what_it_wraps(question: str, kind: Kind) -> None:
    assert kind_of(question) == kind


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Which group, which is banned, took part?", "name"),  # the relative "which" asks nothing
        ("Which college sport draws the most viewers?", "any"),  # a college is not asked for
        ("Which painting this week sold for a record?", "any"),  # no date is
        ("Which vegetable did the president ban?", "any"),  # no president is
        ("How many of those who came were paid?", "number"),  # no person is
        ("What did the minister say is the cost?", "any"),  # not for all that was said
        ("Which 2024 candidate withdrew?", "person"),  # 2024 is no count of members
        ("What is the company accused of?", "any"),  # the company is known
        ("May 4 is the birthday of which king?", "person"),  # "May" is no auxiliary
    ],
)
def test_words_that_look_like_a_kind_do_not_make_it(question: str, kind: Kind) -> None:
    assert kind_of(question) == kind


@given(st.text(max_size=300))
def test_any_text_has_a_kind(question: str) -> None:
    assert kind_of(question)
    assert how_many(question) is None or kind_of(question) == "list"
    assert isinstance(asked(question), str)


_FRAGMENTS = [
    "which",
    "what",
    "who",
    "how",
    "many",
    "when",
    "is",
    "did",
    "the",
    ",",
    ".",
    "?",
    "U.S.",
    "six",
    "’s",
    "say",
]


@given(st.lists(st.sampled_from(_FRAGMENTS), max_size=30).map(" ".join))
def test_any_heap_of_question_words_has_a_kind(question: str) -> None:
    assert kind_of(question)
    assert how_many(question) is None or kind_of(question) == "list"


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("Which six countries signed?", 6),
        ("Name the three winners.", 3),
        ("Which 4 teams are left?", 4),
        ("Who were the twelve jurors?", 12),
        ("Which countries signed?", None),
        ("How many countries signed, two or three?", None),
        ("Which 2024 candidates withdrew?", None),
        ("", None),
    ],
)
def test_a_list_may_say_how_many_it_wants(question: str, count: int | None) -> None:
    assert how_many(question) == count


@pytest.mark.parametrize(
    ("kind", "answer", "is_one"),
    [
        ("date", "Oct. 20", True),
        ("date", "last week", True),
        ("date", "two years ago", True),
        ("date", "7 p.m.", True),
        ("date", "in Moscow", False),
        ("date", "1,500 people", False),
        ("number", "1,500", True),
        ("number", "nearly three miles", True),
        ("number", "Nobody", True),
        ("number", "a lot", False),
        ("number", "someone", False),
        ("person", "Ada Stoll", True),
        ("person", "the driver", False),
        ("person", "He", False),
        ("place", "the Baltic Sea", True),
        ("place", "at home", False),
        ("name", "iTunes", True),
        ("name", "50 Cent", True),
        ("name", "The", False),
        ("name", "", False),
        ("any", "Ada Stoll", None),
        ("reason", "it was late", None),
        ("manner", "by boat", None),
        ("yes_no", "Yes", None),
        ("quotation", "“No”", None),
        ("list", "Oslo and Rome", None),
    ],
)
def test_an_answer_is_of_the_type_asked_for_or_is_not(kind: Kind, answer: str, is_one: bool | None) -> None:
    assert fits(kind, answer) is is_one


@pytest.mark.parametrize(
    ("kind", "sentence", "question", "offered"),
    [
        ("date", "It was held on September 4, 2018.", "When was it held?", ["September 4, 2018"]),
        ("date", "They seized it in August.", "When did they?", ["August"]),
        ("date", "He said so Thursday, and again last month.", "When?", ["Thursday", "last month"]),
        ("date", "The 2018 meeting was friendly.", "When was the 2018 meeting?", []),
        ("number", "It drew 1,500 people and three dogs.", "How many?", ["1,500", "three"]),
        ("number", "It cost $3.5 million.", "How much?", ["$3.5 million"]),
        ("name", "Then Zamir Kabulov told reporters.", "Who told reporters?", ["Then Zamir Kabulov"]),
        ("person", "Then Zamir Kabulov told reporters.", "Who told reporters?", ["Then Zamir Kabulov"]),
        ("place", "In Moscow they met at Kazan station.", "Where in Moscow?", ["Kazan"]),
        ("list", "Oslo and Rome agreed.", "Which cities agreed?", ["Oslo", "Rome"]),
        ("person", "The talks went on.", "Who led the talks?", []),
        ("person", "In Moscow they met.", "Who met in Moscow?", []),
        ("reason", "They declined because of the cost.", "Why?", ["because"]),
        ("any", "Zamir Kabulov spoke on Monday.", "What happened?", []),
        ("yes_no", "Zamir Kabulov spoke on Monday.", "Did he speak?", []),
        ("date", "", "When?", []),
    ],
)
def test_a_sentence_offers_only_what_the_question_does_not_say(
    kind: Kind, sentence: str, question: str, offered: list[str]
) -> None:
    assert [sentence[start:end] for start, end in offers(kind, sentence, question)] == offered


def test_manner_polarity_and_quotations_cannot_be_pointed_at() -> None:
    assert {"person", "place", "name", "list", "date", "number", "reason"} == POINTED


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Where was Zamir Kabulov born?", {"zamir", "kabulov"}),
        ("Who won the 2018 FIFA World Cup?", {"2018", "fifa", "world", "cup"}),
        ("Who is the Kremlin's envoy?", {"kremlin"}),
        ("who is it?", set()),
        ("", set()),
    ],
)
def test_names_and_numbers_of_a_question_are_found(question: str, names: set[str]) -> None:
    assert names_in(question) == names
