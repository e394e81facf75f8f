"""Numerals: the numbers that a text says, in digits or in words, with what makes them another number."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.proving.judging import fault
from retrieval.proving.numerals import numbers_in
from retrieval.proving.texts import Text
from tests.retrieval.proving.cases import quoted


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("12 sailors", [("12", 12, "", "", "")]),
        ("at least 12 sailors", [("12", 12, "", "least", "")]),
        ("12 or more sailors", [("12", 12, "", "least", "")]),
        ("more than 12 sailors", [("12", 12, "", "more", "")]),
        ("just over 12 sailors", [("12", 12, "", "past", "")]),
        ("fewer than 12 sailors", [("12", 12, "", "fewer", "")]),
        ("up to 12 sailors", [("12", 12, "", "most", "")]),
        ("nearly 12 sailors", [("12", 12, "", "nearly", "")]),
        ("about $1.2 million", [("1.2 million", 1_200_000, "$", "about", "")]),
        ("5 euros", [("5", 5, "€", "", "")]),
        ("3.5 per cent", [("3.5", Decimal("3.5"), "%", "", "")]),
        ("nine days", [("nine", 9, "", "", "day")]),
        ("2 to 3 million", [("2", 2_000_000, "", "", ""), ("3 million", 3_000_000, "", "", "")]),
        ("10-12 km", [("10", 10, "", "", ""), ("12", 12, "", "", "kilometr")]),
        ("the third and the 4th", [("third", 3, "ordinal", "", ""), ("4th", 4, "ordinal", "", "")]),
        ("a father-of-three", [("three", 3, "", "", "")]),
        ("half a million sacks", [("half a million", 500_000, "", "", "")]),
        ("burned two times", [("two", 2, "times", "", "")]),
        ("one in five sailors", [("one", 1, "ratio", "", ""), ("five", 5, "ratio", "", "")]),
        ("a third of the club", [("third", 3, "part", "", "")]),
        ("no one of the sailors", []),
        ("the two sides", []),
        ("", []),
        ("… – “”", []),
        ("Vint left", []),
    ],
)
def test_a_number_has_its_value_unit_bound_and_measure(
    text: str, numbers: list[tuple[str, Decimal | int, str, str, str]]
) -> None:
    found = list(numbers_in(Text(text)))
    assert [(one.text, one.value, one.unit, one.bound, one.measure) for one in found] == numbers
    assert all(text[one.span.start : one.span.end] == one.text for one in found)


@pytest.mark.parametrize(
    ("text", "each"),
    [
        ("12 sacks a day", "day"),
        ("12 sacks per week", "week"),
        ("12 daily sacks", "day"),
        ("12 sacks of flour every year", "year"),
        ("12 sacks annually", "year"),
        ("12 sacks", ""),
        ("12 sacks in a day", ""),
        ("12 sacks a year ago", ""),
    ],
)
def test_a_rate_has_its_period(text: str, each: str) -> None:
    assert [one.each for one in numbers_in(Text(text))] == [each]


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("another 12 sailors", True),
        ("an additional 12 sailors", True),
        ("12 more sailors", True),
        ("3 million more customers", True),
        ("12 sailors", False),
        ("more than 12 sailors", False),
        ("12 more than before", False),
    ],
)
def test_one_number_more_is_told(text: str, added: bool) -> None:
    assert [one.added for one in numbers_in(Text(text))] == [added]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Both clubs left.", [("Both", 2)]),
        ("Both of the mills burned.", [("Both", 2)]),
        ("Both the mills burned.", [("Both", 2)]),
        ("Both the baker and the miller left.", []),
        ("It burned twice.", []),
    ],
)
def test_both_says_two_of_what_stands_behind_it(text: str, numbers: list[tuple[str, int]]) -> None:
    assert [(one.text, one.value) for one in numbers_in(Text(text))] == numbers


def test_ones_that_count_nothing_are_found_where_all_are_asked_for() -> None:
    text = Text("No one of them came first, twice.")
    assert list(numbers_in(text)) == []
    assert [one.text for one in numbers_in(text, all_ones=True)] == ["one", "first", "twice"]


@pytest.mark.parametrize("text", ["9" * 400, "1e999", "٣", "½", "²", "Ⅷ", "1,2,3,4", "1..2", "$", "-", "5" * 12 + ".0"])
def test_odd_digits_raise_nothing(text: str) -> None:
    for line in (text, f"{text} sacks", f"at least {text} million", f"{text} to {text}", f"one in {text}"):
        assert all(one.value.is_finite() for one in numbers_in(Text(line), all_ones=True))


COUNTS = st.integers(2, 999_999)


@settings(deadline=None)
@given(COUNTS, st.sampled_from(["{:d}", "{:,d}"]), st.sampled_from(["", "at least ", "nearly ", "another ", "$"]))
def test_a_count_is_read_however_its_digits_are_parted(count: int, form: str, before: str) -> None:
    (found,) = numbers_in(Text(f"The mill sold {before}{form.format(count)} sacks."))
    assert found.value == count


@settings(deadline=None)
@given(st.text(alphabet="0123456789,.-– abcdefgto%$€٣½", max_size=40), st.booleans())
def test_each_number_of_any_line_stands_where_it_says(line: str, all_ones: bool) -> None:
    for one in numbers_in(Text(line), all_ones=all_ones):
        assert line[one.span.start : one.span.end] == one.text
        assert one.text


@pytest.mark.parametrize("line", ["5 to dozens of sacks", "3 or hundreds of sacks", "5-dozens of sacks"])
def test_a_range_with_a_vague_end_is_no_number_of_a_kind_and_breaks_nothing(line: str) -> None:
    assert fault(f"It sold {line}.", [quoted(f"Then it sold {line} in May.")]) is None
    assert fault("It sold 12 boats.", [quoted(f"Then it sold 12 boats and {line}.")]) is None
