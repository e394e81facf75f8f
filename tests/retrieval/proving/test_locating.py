"""Where the words that a model claims to quote stand: verbatim, but for white space and how marks are drawn."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from corpus.types import Passage, Span
from retrieval.proving.locating import pieces, places, says, whole_sentences

TEXT = (
    "The mayor’s canal—“a costly folly”—opened on  Thursday\nat half past ten … in Rimal.\n\n"
    "The mayor's canal was wet. It cost $3 (or £2), said the harbourmaster."
)
WHITE = st.text(alphabet=" \n\t\u00a0\u2003", min_size=1, max_size=3)
WORDS = TEXT.split()


def found(quote: str, text: str = TEXT) -> list[str]:
    return [text[span.start : span.end] for span in places(quote, text)]


@pytest.mark.parametrize(
    ("quote", "place"),
    [
        ("opened on Thursday at half past ten", "opened on  Thursday\nat half past ten"),
        ("opened\n on\tThursday", "opened on  Thursday"),
        (" opened on\u00a0Thursday\n", "opened on  Thursday"),
        ("\u00a0opened on Thursday\u2003", "opened on  Thursday"),
        ("\u2003“opened on Thursday”\u202f", "opened on  Thursday"),
    ],
)
def test_a_quote_is_found_whatever_its_white_space(quote: str, place: str) -> None:
    assert found(quote) == [place]


@pytest.mark.parametrize(
    "quote",
    ["mayor's canal—\"a costly", "mayor’s canal-“a costly", "mayor`s canal–«a costly", "mayor‘s canal−„a costly"],
)
def test_a_quote_is_found_however_its_marks_are_drawn(quote: str) -> None:
    assert found(quote) == ["mayor’s canal—“a costly"]


@pytest.mark.parametrize("quote", ["half past ten … in", "half past ten ... in"])
def test_dots_are_dots_in_one_sign_or_three(quote: str) -> None:
    assert found(quote) == ["half past ten … in"]
    assert found(quote, "At half past ten ... in Rimal") == ["half past ten ... in"]


@pytest.mark.parametrize("quote", ["It cost $3", "it cost $3", "“It cost $3.”", "… it cost $3,", " - It cost $3!"])
def test_marks_at_its_ends_and_the_case_of_its_first_letter_are_the_models_own(quote: str) -> None:
    assert found(quote) == ["It cost $3"]


@pytest.mark.parametrize(
    "quote",
    [
        "opened on thursday at",
        "OPENED on Thursday at",
        "opened in Thursday at",
        "opened on Thursday, at half",
        "openedon Thursday at",
        "The mayors canal",
        "the canal was wet",
        "anal was wet",
        "canal was we",
        "pened on Thursday at",
        "It cost $4 (or £2)",
        "It cost £3 (or £2)",
        "canal was wet It cost",
    ],
)
def test_nothing_else_is_forgiven(quote: str) -> None:
    assert found(quote) == []


def test_words_that_are_written_together_are_not_those_that_are_parted() -> None:
    assert found("opened on Thursday", "It was openedon Thursday.") == []
    assert found("opened on Thursday", "It was openedonThursday.") == []


@pytest.mark.parametrize("quote", ["", "  \n", "…", "“”", "canal", "the canal", "on Thursday", "“It cost.”"])
def test_a_quote_too_short_to_mean_one_place_has_none(quote: str) -> None:
    assert found(quote) == []


def test_two_words_or_one_that_are_long_mean_a_place() -> None:
    assert found("harbourmaster") == ["harbourmaster"]
    assert found("costly folly") == ["costly folly"]


def test_every_place_is_found_in_order() -> None:
    assert found("the mayor's canal") == ["The mayor’s canal", "The mayor's canal"]
    assert places("the mayor's canal", "") == []


@settings(deadline=None)
@given(st.data())
def test_a_quote_with_other_white_space_is_found_where_it_stands(data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(WORDS) - 4))
    said = WORDS[first : data.draw(st.integers(first + 3, len(WORDS)))]
    assume("…" not in (said[0], said[-1]))
    quote = "".join(data.draw(WHITE) + word for word in said).strip()
    assert quote.strip("—“”.,()").split() in [one.split() for one in found(quote)]


@settings(deadline=None)
@given(st.data())
def test_a_quote_with_a_letter_changed_is_never_found(data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(WORDS) - 4))
    quote = " ".join(WORDS[first : data.draw(st.integers(first + 3, len(WORDS)))])
    at = data.draw(st.sampled_from([match.start() for match in re.finditer(r"[^\W_]", quote)]))
    changed = quote[:at] + data.draw(st.sampled_from("aeiourstxyzAEQ0379")) + quote[at + 1 :]
    assume(changed.lower() != quote.lower())
    assert found(changed) == []


@settings(deadline=None)
@given(st.text(max_size=40), st.text(max_size=80))
def test_no_quote_raises_and_every_place_lies_in_the_text(quote: str, text: str) -> None:
    for span in places(quote, text):
        assert 0 <= span.start < span.end <= len(text)
    says(text, quote)
    assert pieces(quote)


@pytest.mark.parametrize("dots", ["…", "...", " … ", "[...]", " [ … ] ", "(…)"])
def test_a_quote_with_words_left_out_has_pieces(dots: str) -> None:
    assert pieces(f"The mayor left the port {dots} and the clerk stayed") == [
        "The mayor left the port",
        "and the clerk stayed",
    ]


def test_pieces_too_short_to_be_found_are_left_out() -> None:
    assert pieces("The mayor left … at once … the clerk stayed") == ["The mayor left", "the clerk stayed"]


@pytest.mark.parametrize(
    "quote",
    ["The mayor left the port", "The mayor left … stayed", "… the mayor left the port …", "at … by", "", "…"],
)
def test_a_quote_without_two_pieces_is_its_only_one(quote: str) -> None:
    assert pieces(quote) == [quote]


@pytest.mark.parametrize(
    ("text", "words", "said"),
    [
        ("The mayor left.", "mayor", True),
        ("The mayor left.", "“The MAYOR left,”", True),
        ("The mayor’s hat", "mayor's  hat", True),
        ("It cost $3 then", "$3", True),
        ("The mayor left.", "may", False),
        ("The mayor left.", "left the", False),
        ("mayoral", "mayor", False),
        ("It cost $30", "$3", False),
        ("", "mayor", False),
        ("The mayor left.", "", True),
        ("", "“ … ”", True),
    ],
)
def test_a_text_says_whole_words_however_few(text: str, words: str, said: bool) -> None:
    assert says(text, words) is said


PASSAGE = Passage("one:0", "one", 10, 40, "x" * 30, (Span(10, 20), Span(21, 30), Span(31, 40)))


@pytest.mark.parametrize(
    ("span", "sentences"),
    [
        (Span(12, 14), Span(10, 20)),
        (Span(10, 20), Span(10, 20)),
        (Span(15, 25), Span(10, 30)),
        (Span(29, 32), Span(21, 40)),
        (Span(10, 40), Span(10, 40)),
        (Span(20, 21), Span(20, 21)),
        (Span(40, 45), Span(40, 45)),
    ],
)
def test_a_span_is_widened_to_the_sentences_that_it_lies_in(span: Span, sentences: Span) -> None:
    assert whole_sentences(span, PASSAGE) == sentences


@settings(deadline=None)
@given(st.integers(10, 39), st.integers(1, 30))
def test_every_sentence_that_a_span_touches_is_whole_in_the_wider_one(start: int, length: int) -> None:
    span = Span(start, start + length)
    wide = whole_sentences(span, PASSAGE)
    assert all(wide.start <= one.start and one.end <= wide.end for one in PASSAGE.sentences if overlap(one, span))
    assert whole_sentences(wide, PASSAGE) == wide


def overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
