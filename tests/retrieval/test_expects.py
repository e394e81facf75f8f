from __future__ import annotations

import pytest

from retrieval.expects import Kind, kind_of, names_in, offers


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("When did the talks begin?", "date"),
        ("On what date did he resign?", "date"),
        ("In which year was it founded?", "date"),
        ("How many people attended?", "number"),
        ("How long is the border?", "number"),
        ("What percentage of voters agreed?", "number"),
        ("Who led the delegation?", "name"),
        ("The senator resigned. Who replaced her?", "name"),
        ("Where was the summit held?", "name"),
        ("Which company is being sued?", "name"),
        ("Why did they decline?", "reason"),
        ("And why?", "reason"),
        ("Has Russia recognised the Taliban?", "any"),
        ("What did the minister say about aid?", "any"),
        ("", "any"),
    ],
)
def test_the_words_of_a_question_tell_what_it_asks_for(question: str, kind: Kind) -> None:
    assert kind_of(question) == kind


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
        ("name", "The talks went on.", "Who led the talks?", []),
        ("name", "In Moscow they met.", "Who met in Moscow?", []),
        ("reason", "They declined because of the cost.", "Why?", ["because"]),
        ("any", "Zamir Kabulov spoke on Monday.", "What happened?", []),
        ("date", "", "When?", []),
    ],
)
def test_a_sentence_offers_only_what_the_question_does_not_say(
    kind: Kind, sentence: str, question: str, offered: list[str]
) -> None:
    assert [sentence[start:end] for start, end in offers(kind, sentence, question)] == offered


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
