"""Deeds: who with a name does what, and to whom, as far as the words beside a verb tell."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.proving.deeds import acts, deeds, names_in
from retrieval.proving.texts import words_of


def who(line: str) -> set[tuple[str, str, str]]:
    """Each deed as its verb and the names on both sides."""
    return {(one.verb, " ".join(sorted(one.doers)), " ".join(sorted(one.others))) for one in deeds(line)}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Vint sued Derk.", {("su", "vint", "derk")}),
        ("Mara Vint sued Olin Derk.", {("su", "mara vint", "derk olin")}),
        ("Derk was sued by Vint.", {("su", "vint", "derk")}),
        ("Derk was later sued in May by Vint.", {("su", "vint", "derk")}),
        ("The mayor of Rimal sued Derk.", set()),
        ("Vint left.", set()),
        ("He sued Derk.", set()),
        ("Vint slept. The clerk sued Derk.", set()),
        ("Vint slept while Quon sued Derk.", {("su", "quon", "derk")}),
        ("Minister Vint sued President Derk.", {("su", "vint", "derk")}),
        ("", set()),
        ("Vint", set()),
        ("sued", set()),
    ],
)
def test_a_deed_has_the_names_of_both_sides(line: str, found: set[tuple[str, str, str]]) -> None:
    assert who(line) == found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rimal beat Ostby.", "Ostby lost to Rimal."),
        ("Rimal defeated Ostby.", "Ostby was beaten by Rimal."),
        ("Rimal bought it from Ostby.", "Ostby sold it to Rimal."),
        ("Rimal lent it to Ostby.", "Ostby borrowed it from Rimal."),
        ("Rimal preceded Ostby.", "Ostby followed Rimal."),
        ("Vint sued Derk.", "Derk was sued by Vint."),
    ],
)
def test_the_other_side_of_a_bargain_and_the_passive_tell_one_deed(one: str, other: str) -> None:
    assert who(one) == who(other) != set()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rimal beat Ostby.", "Rimal lost to Ostby."),
        ("Rimal sold it to Ostby.", "Rimal bought it from Ostby."),
        ("Vint sued Derk.", "Derk sued Vint."),
        ("Vint sued Derk.", "Vint was sued by Derk."),
    ],
)
def test_two_deeds_are_not_one(one: str, other: str) -> None:
    assert who(one) != who(other)


def doing(line: str) -> set[tuple[str, str]]:
    return {(one.verb, " ".join(one.doer)) for one in acts(line)}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Vint opened the old canal.", {("open", "vint")}),
        ("He opened the canal.", {("open", "he")}),
        ("Mara Vint also later opened it.", {("open", "mara vint")}),
        ("Mara Vint, the mayor, opened it.", {("open", "mara vint")}),
        ("The canal was opened by Mara Vint in May.", {("open", "mara vint")}),
        ("The mayor of Rimal opened it.", set()),
        ("The mayor opened it.", set()),
        ("Officials opened it.", set()),
        ("Vint said it.", set()),
        ("Vint. Opened by nobody.", set()),
        ("", set()),
    ],
)
def test_an_act_has_the_name_that_is_the_verbs_own(line: str, found: set[tuple[str, str]]) -> None:
    assert doing(line) == found


def test_an_act_knows_what_follows_it_but_no_names_and_free_words() -> None:
    (act,) = acts("Vint opened the old canal near Rimal.")
    assert "canal" in act.of
    assert not {"old", "rimal", "vint"} & act.of


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Minister Mara Vint of Rimal", ["mara", "vint", "rimal"]),
        ("the mayor", []),
        ("", []),
        ("Vint’s Dell-Orsay boat", ["vint", "dell", "orsay"]),
        ("On Friday in May", []),
    ],
)
def test_names_among_words_without_ranks_and_days(text: str, names: list[str]) -> None:
    assert names_in(words_of(text)) == names


PAIR = st.lists(st.sampled_from("Vint Derk Rimal Ostby Dell Quon".split()), min_size=2, max_size=2, unique=True)
VERBS = st.sampled_from("sued praised accused replaced bribed attacked visited".split())


@settings(deadline=None)
@given(PAIR, VERBS)
def test_active_and_passive_tell_the_same(pair: list[str], verb: str) -> None:
    one, other = pair
    assert who(f"{one} {verb} {other}.") == who(f"{other} was {verb} by {one}.") != set()
    assert who(f"{one} {verb} {other}.") != who(f"{other} {verb} {one}.")


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_line_has_deeds_of_names_that_it_has(line: str) -> None:
    folded = {one for word in words_of(line) for one in word.folded}
    assert all(deed.doers | deed.others <= folded for deed in deeds(line))
    assert all(set(act.doer) <= folded for act in acts(line))
