"""Contraries: where the sentence says the one of two opposite words, no quote says the other one alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.proving.contraries import OPPOSITES, contrary, turned_score
from retrieval.proving.texts import stems_of
from tests.retrieval.proving.cases import case, table


@table("""
    The rents rose. | The rents increased.
    The rents fell. | The rents dropped.
    The rents fell as the council rose. | The council rose and the rents fell.
    The clerk was freed. | The clerk was released.
    The council did not approve the plan. | The council rejected the plan.
    The rents rose. | The rents fell. | opposite
    The rents fell. | The rents rose. | opposite
    The club won the cup. | The club lost the cup. | opposite
    The clerk was freed. | The clerk was arrested. | opposite
    The port opened. | The port closed. | opposite
    The mill is the largest. | The mill is the smallest. | opposite
    The council supports the plan. | The council opposes the plan. | opposite
    The crew died. | The crew survived. | opposite
    The clerk’s son left. | The clerk’s daughter left. | opposite
""")
def test_nothing_becomes_its_contrary(sentence: str, quote: str, words: str | None) -> None:
    assert contrary(case(sentence, quote)) == words


@table("""
    Rents in Rimal went up. | Rents in Rimal went up.
    Rents in Rimal rose. | Rents in Rimal went up.
    Vint sat down. | Vint stood up.
    The crew cut the tree up. | The crew cut the tree down.
    Rents in Rimal went down. | Rents in Rimal went up. | opposite
    Rents in Rimal went up. | Rents in Rimal went down. | opposite
    Rents in Rimal are down. | Rents in Rimal are up. | opposite
    Rents in Rimal fell. | Rents in Rimal went up. | opposite
""")
def test_up_and_down_are_contraries_of_what_moves(sentence: str, quote: str, words: str | None) -> None:
    assert contrary(case(sentence, quote)) == words


@table("""
    The mill sells more flour than bread. | The mill sells more flour than bread.
    The mill sells less bread. | The mill sells more flour and less bread.
    The mill sells less bread. | The mill sells more flour.
    The mill sells less flour. | Flour is dear.
    The mill sells less flour than bread. | The mill sells more flour than bread. | opposite
    The mill sells more flour than bread. | The mill sells less flour than bread. | opposite
    The mill has fewer sacks. | The mill has more sacks. | opposite
    Few sailors left. | Many sailors left. | opposite
    It closed before the final vote. | It closed after the final vote. | opposite
    It stood above the wharf. | It stood below the wharf. | opposite
""")
def test_less_of_a_thing_is_not_more_of_it(sentence: str, quote: str, words: str | None) -> None:
    assert contrary(case(sentence, quote)) == words


@table("""
    The canal is unsafe. | The canal is unsafe.
    The canal is unsafe. | The canal is not safe.
    They will improve it. | They will prove it.
    They were united. | They were cited.
    The canal is unsafe. | The canal is safe. | opposite
    The canal is safe. | The canal is unsafe. | opposite
    The sale is illegal. | The sale is legal. | opposite
    The clerk is dishonest. | The clerk is honest. | opposite
    The claim is accurate. | The claim is inaccurate. | opposite
""")
def test_a_prefix_may_deny_a_word(sentence: str, quote: str, words: str | None) -> None:
    assert contrary(case(sentence, quote)) == words


@table("""
    Ostby lost to Rimal in the cup final. | Rimal beat Ostby in the cup final.
    Rimal defeated Ostby in the cup final. | Rimal beat Ostby in the cup final.
    Ostby was beaten by Rimal. | Ostby lost to Rimal.
    Rimal Grain bought the mill from Ostby. | Ostby sold the mill to Rimal Grain.
    Vint borrowed the boat from Derk. | Derk lent the boat to Vint.
    The rain preceded the storm. | The storm followed the rain.
    Rimal lost to Ostby in the cup final. | Rimal beat Ostby in the cup final. | opposite
    Ostby sold the old mill in May. | Ostby bought the old mill in May. | opposite
""")
def test_a_contest_and_a_bargain_may_be_told_from_the_other_side(sentence: str, quote: str, words: str | None) -> None:
    assert contrary(case(sentence, quote)) == words


@table("""
    Rimal won 3-2. | Rimal won 3-2.
    Rimal beat Ostby 3–2. | Rimal beat Ostby 3-2.
    Ostby lost 2-3 to Rimal. | Rimal beat Ostby 3-2.
    It was 3-2, then 2-3. | It was 3-2, then 2-3.
    Rimal won. | Rimal won 3-2.
    Rimal won 4-2. | Rimal won 3-2.
    The 10-12 boats left. | The 12-10 call went out.  | 10-12
    Rimal won 3-2. | Rimal won 2-3. | 3-2
    Rimal beat Ostby 2-3. | Rimal beat Ostby 3-2. | 2-3
""")
def test_a_score_is_turned_only_with_its_side(sentence: str, quote: str, words: str | None) -> None:
    assert turned_score(case(sentence, quote)) == words


def test_a_score_that_a_quote_says_straight_is_not_turned() -> None:
    assert turned_score(case("Rimal won 3-2.", "Rimal won 2-3.", "Rimal won 3-2.")) is None
    assert turned_score(case("Rimal won 3-2.")) is None
    assert turned_score(case("", "Rimal won 3-2.")) is None


@pytest.mark.parametrize("quotes", [(), ("",), ("… – “”",), ("港は閉まった。",), ("The mill stands.",)])
def test_nothing_is_contrary_to_what_says_neither(quotes: tuple[str, ...]) -> None:
    assert contrary(case("", *quotes)) is None
    assert contrary(case("The rents fell.", *quotes)) is None
    assert contrary(case("…", *quotes)) is None


def test_a_quote_that_says_both_sides_denies_neither() -> None:
    assert contrary(case("The rents fell.", "The rents rose.", "The wages fell.")) is None


@pytest.mark.parametrize("row", OPPOSITES, ids=[row.one.split()[0] for row in OPPOSITES])
def test_no_row_of_opposites_has_a_word_on_both_sides(row: tuple[str, str, bool]) -> None:
    one, other = (frozenset(stems_of(side)) for side in row[:2])
    assert one
    assert other
    assert not one & other


SIDES = st.sampled_from([row for row in OPPOSITES if not row.two_sided]).flatmap(
    lambda row: st.tuples(st.sampled_from(row.one.split()), st.sampled_from(row.other.split()))
)


@settings(deadline=None)
@given(SIDES)
def test_every_word_of_a_side_denies_every_one_of_the_other(pair: tuple[str, str]) -> None:
    one, other = (f"the mill {word} there" for word in pair)
    assert contrary(case(one, other)) == "opposite"
    assert contrary(case(other, one)) == "opposite"
    assert contrary(case(one, one)) is None
    assert contrary(case(one, f"{other} and {one}")) is None
