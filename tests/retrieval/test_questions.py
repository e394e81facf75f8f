"""What may be asked, and what a window means."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.errors import UsageError
from retrieval.questions import MAX_CHARS, checked, filters_from
from retrieval.types import NO_FILTERS, Filters


@pytest.mark.parametrize(
    ("text", "tidy"),
    [
        ("Who is the envoy?", "Who is the envoy?"),
        ("  Who \n is\tthe\u00a0envoy?\r\n", "Who is the envoy?"),
        ("7", "7"),
        ("Кто посол? 🕊", "Кто посол? 🕊"),
        ("x" * MAX_CHARS, "x" * MAX_CHARS),
        ("x" + " " * MAX_CHARS + "y", "x y"),
    ],
)
def test_white_space_is_tidied_and_nothing_else(text: str, tidy: str) -> None:
    assert checked(text) == tidy


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "is empty"),
        (" \n\t\u3000", "is empty"),
        ("x" * (MAX_CHARS + 1), "has 2,001 characters, and the most is 2,000"),
        ("why " * 25_000, "has 99,999 characters"),
        ("Who\x00?", "control characters"),
        ("\x1b[31mWho?", "control characters"),
        ("Who\x7f?", "control characters"),
        ("Who\ud800?", "control characters"),
        ("?!… 🕊", "holds no word"),
    ],
)
def test_what_cannot_be_searched_for_is_refused_with_one_reason(text: str, complaint: str) -> None:
    with pytest.raises(UsageError, match=complaint) as caught:
        checked(text)
    assert len(str(caught.value)) < 100


@given(st.text(max_size=200))
def test_checking_twice_is_checking_once(text: str) -> None:
    try:
        tidy = checked(text)
    except UsageError:
        return
    assert checked(tidy) == tidy
    assert tidy.split() == text.split()


@pytest.mark.parametrize(
    ("since", "until", "outlet", "filters"),
    [
        (None, None, None, NO_FILTERS),
        ("", "", "  ", NO_FILTERS),
        ("2021", None, None, Filters(since=date(2021, 1, 1))),
        (None, "2021", None, Filters(until=date(2021, 12, 31))),
        ("2020-02", "2020-02", None, Filters(date(2020, 2, 1), date(2020, 2, 29))),
        ("2021-10-07", "2021-10-07", " Reuters ", Filters(date(2021, 10, 7), date(2021, 10, 7), "Reuters")),
    ],
)
def test_a_window_includes_the_whole_of_its_ends(
    since: str | None, until: str | None, outlet: str | None, filters: Filters
) -> None:
    assert filters_from(since, until, outlet) == filters


@pytest.mark.parametrize(
    ("since", "until", "complaint"),
    [
        ("yesterday", None, "“yesterday” is not a date"),
        (None, "2021-13", "“2021-13” is not in the calendar"),
        ("2021-02-30", None, "“2021-02-30” is not in the calendar"),
        ("2022", "2021", r"the window ends \(2021\) before it starts \(2022\)"),
        ("2021-10-08", "2021-10-07", "before it starts"),
    ],
)
def test_a_window_that_cannot_be_is_refused(since: str | None, until: str | None, complaint: str) -> None:
    with pytest.raises(UsageError, match=complaint):
        filters_from(since, until, None)


def test_as_of_ends_the_window_and_is_said_to_do_so() -> None:
    asked = filters_from("2020", None, None, "2021-10")
    assert asked == Filters(date(2020, 1, 1), date(2021, 10, 31), as_of=True)
    assert not filters_from("2020", "2021-10", None).as_of


@pytest.mark.parametrize(
    ("since", "until", "as_of", "complaint"),
    [
        (None, "2021", "2021", "both --until and --as-of say where the window ends; give one of them"),
        (None, None, "now", "“now” is not a date"),
        ("2022", None, "2021", r"the window ends \(2021\) before it starts \(2022\)"),
    ],
)
def test_as_of_that_cannot_be_is_refused(
    since: str | None, until: str | None, as_of: str | None, complaint: str
) -> None:
    with pytest.raises(UsageError, match=complaint):
        filters_from(since, until, None, as_of)
