"""What counts as the same word."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.terms import STOP_WORDS, terms, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" …—“” ", []),
        ("The Kremlin's envoy", ["the", "kremlin", "envoy"]),
        ("the Kremlin’s envoy", ["the", "kremlin", "envoy"]),
        ("the Taliban's and the Talibans'", ["the", "taliban", "and", "the", "talibans"]),
        ("U.S. troops", ["us", "troops"]),
        ("in the U.S.", ["in", "the", "us"]),
        ("U.S.-led", ["us", "led"]),
        ("at 9 a.m.", ["at", "9", "am"]),
        ("on Oct. 20.", ["on", "oct", "20"]),
        ("1,500 people", ["1500", "people"]),
        ("3.5 percent", ["3.5", "percent"]),
        ("G20, COVID-19", ["g", "20", "covid", "19"]),
        ("don't can’t", ["dont", "cant"]),
        ("Peña Nieto, Erdoğan, São", ["pena", "nieto", "erdogan", "sao"]),
        ("organisation organised", ["organization", "organized"]),
        ("wise rise raised", ["wise", "rise", "raised"]),
        ("Кабул", ["кабул"]),
        ("ﬁle ＡＢＣ", ["file", "abc"]),
    ],
)
def test_words_are_folded_for_comparison(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("negotiations", "negotiation"),
        ("invited", "inviting"),
        ("organise", "organized"),
        ("US", "U.S."),
        ("the talks", "talk"),
        ("KREMLIN", "kremlin"),
        ("cafe\u0301", "café"),
    ],
)
def test_forms_of_one_word_are_one_term(one: str, other: str) -> None:
    assert terms(one) == terms(other) != []


@pytest.mark.parametrize(("one", "other"), [("1,500", "1.500"), ("2021", "2022"), ("Iran", "Iraq"), ("no", "on")])
def test_different_words_stay_different(one: str, other: str) -> None:
    assert terms(one) != terms(other)


def test_stop_words_are_left_out_but_those_that_carry_news_are_not() -> None:
    assert terms("was it the end of the no and not") == ["end", "no", "not"]


def test_a_text_of_stop_words_has_no_terms() -> None:
    assert terms(" ".join(sorted(STOP_WORDS))) == []


@given(st.text(), st.text())
def test_the_terms_of_two_texts_joined_by_a_line_are_those_of_both(one: str, other: str) -> None:
    assert terms(f"{one}\n{other}") == terms(one) + terms(other)


@given(st.text("abcdeéorstuyzABCDEÉORSTUYZ'’.,- 0123456789"))
def test_terms_do_not_depend_on_case(text: str) -> None:
    assert terms(text.upper()) == terms(text.lower())


def test_several_threads_may_stem_at_once() -> None:
    texts = [f"negotiations{n} were invited{n} organised{n}" for n in range(200)]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(terms, texts)) == [terms(text) for text in texts]
