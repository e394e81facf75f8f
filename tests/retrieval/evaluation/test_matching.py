from __future__ import annotations

import pytest

from retrieval.evaluation.matching import contains, exact_match, first_words, normalise, places, token_f1


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("The Kremlin’s “Envoy”", 'the kremlin\'s "envoy"'),
        (" two\n blanks\tand  more ", "two blanks and more"),
        ("so\u00a0far", "so far"),
        ("", ""),
    ],
)
def test_case_curly_quotes_and_blanks_are_evened_out(text: str, normal: str) -> None:
    assert normalise(text) == normal


@pytest.mark.parametrize(
    ("text", "answer", "there"),
    [
        ("said Zamir Kabulov, the envoy", "zamir kabulov", True),
        ("the Kabulovs met", "Kabulov", False),
        ("nearly 1,500-kilometer border", "1,500-kilometer", True),
        ("a 21,500-kilometer border", "1,500-kilometer", False),
        ("some 11,500 people", "1,500", False),
        ("it cost $5 million", "$5", True),
        ("it cost $50 million", "$5", False),
        ("in the U.S. Senate", "U.S.", True),
        ("Xi’s visit", "Xi's", True),
        ("the long\nlast  line", "long last line", True),
        ("under_score", "score", False),
        ("100% sure (really)", "100% sure (really)", True),
        ("", "anything", False),
    ],
)
def test_an_answer_is_found_between_word_boundaries_only(text: str, answer: str, there: bool) -> None:
    assert contains(text, [answer]) is there


def test_any_of_several_answers_is_enough() -> None:
    assert contains("on October 20", ["Oct. 20", "October 20"])


def test_nothing_contains_an_answer_when_there_is_none() -> None:
    assert not contains("some text", [])


def test_first_words_drops_what_comes_after_the_limit() -> None:
    assert first_words("one two\nthree four", 3) == "one two three"


@pytest.mark.parametrize(
    ("given", "answers", "em", "f1"),
    [
        ("Zamir Kabulov", ["zamir kabulov"], 1.0, 1.0),
        ("the U.S. envoy", ["US envoy"], 1.0, 1.0),
        ("Xi’s", ["Xi's"], 1.0, 1.0),
        ("an apple a day", ["apple day"], 1.0, 1.0),
        ("Kabulov", ["Zamir Kabulov"], 0.0, 2 / 3),
        ("Kabulov", ["Zamir Kabulov", "Kabulov"], 1.0, 1.0),
        ("three days ago", ["three long days"], 0.0, 2 / 3),
        ("no no yes", ["no yes yes"], 0.0, 2 / 3),
        ("Moscow", ["Kabul"], 0.0, 0.0),
        ("the", ["an"], 1.0, 1.0),
        ("the", ["Kabul"], 0.0, 0.0),
        (None, ["Kabul"], 0.0, 0.0),
        ("Kabul", [], 0.0, 0.0),
    ],
)
def test_short_answers_score_as_in_squad(given: str | None, answers: list[str], em: float, f1: float) -> None:
    assert exact_match(given, answers) == em
    assert token_f1(given, answers) == pytest.approx(f1)


@pytest.mark.parametrize(
    ("text", "answers", "found"),
    [
        ("So Ann  Lee won.", ["ann lee"], ["Ann  Lee"]),
        ("the “Moscow\nformat” and", ['"moscow format"'], ["“Moscow\nformat”"]),
        ("Ann, ANN and Anna", ["Ann"], ["Ann", "ANN"]),
        ("It cost $5.", ["$5"], ["$5"]),
        ("It cost $55.", ["$5"], []),
        ("Ann won.", [""], []),
        ("Ann won.", [], []),
    ],
)
def test_places_are_where_a_known_answer_stands(text: str, answers: list[str], found: list[str]) -> None:
    assert [text[start:end] for start, end in places(text, answers)] == found
    assert bool(found) == contains(text, [answer for answer in answers if answer])
