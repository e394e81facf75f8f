"""What `names` claims: capitals make names, except those that a sentence gives to any word."""

from __future__ import annotations

import pytest

from retrieval.followups.names import Name, is_place, names_in, names_something


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Where was Zamir Kabulov born?", ["Zamir Kabulov"]),
        ("Was the United States invited?", ["the United States"]),
        ("Who opened the Moscow format of talks?", ["Moscow"]),
        ("Who died in the Maui fire?", ["Maui"]),
        ("What did the Taliban promise?", ["the Taliban"]),
        ("What is the Kremlin's view?", ["the Kremlin"]),
        ("The Beatles split up in April.", ["the Beatles"]),
        ("Norton built up a steady string of wins.", ["Norton"]),
        ("Norton's style was known to all.", ["Norton"]),
        ("Critics in general were not much pleased.", []),
        ("Social development varies between the states.", []),
        ("On Monday he went to St. Louis with Mr. Smith.", ["St. Louis", "Mr. Smith"]),
        ("Two of them were US citizens.", ["US"]),
        ("He was glad.", []),
        ("", []),
    ],
)
def test_names_of_a_text(text: str, names: list[str]) -> None:
    assert [name.text for name in names_in(text)] == names


def test_a_name_tells_where_it_begins() -> None:
    text = "Did the Taliban meet Zamir Kabulov? Yes. The Taliban did."
    assert names_in(text) == (Name("the Taliban", 4), Name("Zamir Kabulov", 21), Name("the Taliban", 41))


def test_a_first_word_is_a_name_when_it_has_its_capital_elsewhere_too() -> None:
    assert [name.text for name in names_in("Kabul in winter is cold. They live in Kabul.")] == ["Kabul", "Kabul"]


def test_places_are_countries_and_states() -> None:
    assert is_place("the United States")
    assert is_place("Texas")
    assert not is_place("Texas Rangers")


@pytest.mark.parametrize(
    ("question", "names"), [("Did Kabulov go?", True), ("Who went on Monday?", False), ("WHO WENT?", False)]
)
def test_whether_a_question_names_something(question: str, names: bool) -> None:
    assert names_something(question) is names
