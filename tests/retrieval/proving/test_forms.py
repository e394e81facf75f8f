"""Irregular forms: those of one verb or noun are compared as one word."""

from __future__ import annotations

import pytest

from retrieval.proving.forms import BASE_OF
from retrieval.proving.texts import stems_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bought", "buy"),
        ("sank", "sunk"),
        ("withdrew", "withdrawn"),
        ("children", "child"),
        ("women", "woman"),
        ("stole", "stealing"),
        ("Bought", "buying"),
    ],
)
def test_forms_of_one_word_have_one_stem(one: str, other: str) -> None:
    assert stems_of(one) == stems_of(other) != []


@pytest.mark.parametrize(("one", "other"), [("felt", "fall"), ("fell", "feel"), ("found", "founded"), ("lay", "lie")])
def test_forms_of_two_words_have_two(one: str, other: str) -> None:
    assert stems_of(one) != stems_of(other)


@pytest.mark.parametrize("word", ["wound", "lives", "saw mill".split()[1], "lead", "bore"])
def test_forms_that_are_more_often_another_word_have_no_base(word: str) -> None:
    assert word not in BASE_OF


def test_a_name_is_no_form_of_a_verb() -> None:
    assert stems_of("They met Bought.") == [*stems_of("They met"), "bought"]
    assert stems_of("They met Shot and Woods.") != stems_of("They met shoot and wood.")


def test_no_base_is_a_form_itself_and_none_is_its_own() -> None:
    assert not set(BASE_OF.values()) & set(BASE_OF)


def test_every_form_is_one_small_word() -> None:
    assert all(word.isalpha() and word.islower() for pair in BASE_OF.items() for word in pair)
