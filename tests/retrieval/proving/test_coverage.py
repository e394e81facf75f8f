"""Coverage: most of what the sentence says must be said by its quotes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.proving.coverage import about, copied, covered, share, uncovered
from tests.retrieval.proving.cases import case, quoted, table


@table("""
    The mayor opened the canal. | The mayor opened the canal.
    The mayor opened the canal. | On a wet day the mayor opened the new canal beside the mill.
    The new canal, opened by the mayor, lies near the mill. | The mayor opened the new canal near the mill.
    The canal was opening late. | The late opening of canals angered the mayor.
    The mayor fed brave village firemen. | The mayor fed firemen.
    The mayor fed brave village firemen. | The mayor fed cooks. | The mayor fed brave village firemen.
    The mayor fed brave village firemen. | The clerk sang. | The mayor fed brave village firemen.
""")
def test_most_of_a_sentence_must_be_said_by_its_quotes(sentence: str, quote: str, words: str | None) -> None:
    assert uncovered(case(sentence, quote)) == words


@table("""
    The flour is white. | The flour is white.
    The flour is white. | The white flour came late.
    The flour is toxic. | The flour is white. | The flour is toxic.
    Mara Vint drowned. | Mara Vint sailed off Rimal. | Mara Vint drowned.
    Mara Vint sells flour. | Mara Vint bakes with flour. | Mara Vint sells flour.
""")
def test_of_so_few_words_each_is_what_the_sentence_says(sentence: str, quote: str, words: str | None) -> None:
    assert uncovered(case(sentence, quote)) == words


@table("""
    The mayor opened the canal, and the clerk sang. | The clerk sang when the mayor opened the canal.
    The mayor opened the new mill canal (a folly). | A folly: the mayor opened the new mill canal.
    The mayor opened the new mill canal, angering cooks. | The mayor opened the new mill canal. | angering cooks.
    The mayor opened the new mill canal and cooks wept. | The mayor opened the new mill canal. | cooks wept.
    The mayor opened the new mill canal because cooks wept. | The mayor opened the new mill canal. | cooks wept.
    The mayor opened the new mill canal after loud protests. | The mayor opened the new mill canal. | loud protests.
    The mayor, who drowned, opened the new mill canal. | The mayor opened the new mill canal. | drowned
    The mayor opened the new mill canal – a folly. | The mayor opened the new mill canal. | a folly.
    The mayor opened the new mill canal (a folly). | The mayor opened the new mill canal. | a folly
    The mayor opened the new mill canal. Cooks wept. | The mayor opened the new mill canal. | Cooks wept.
""")
def test_no_part_of_a_sentence_may_be_new(sentence: str, quote: str, words: str | None) -> None:
    assert uncovered(case(sentence, quote)) == words


@table("""
    The mayor opened the mill canal, a deep ditch. | The mayor opened the mill canal. It is a ditch.
    The mayor opened the mill canal, a deep wet ditch. | The mayor opened the mill canal. It is a deep ditch.
    The mayor opened the mill canal, a deep wet ditch. | The mayor opened the mill canal, a ditch. | a deep wet ditch.
""")
def test_of_a_part_a_third_must_be_said_or_one_of_two_words(sentence: str, quote: str, words: str | None) -> None:
    assert uncovered(case(sentence, quote)) == words


@table("""
    The mayor opened the canal, the article says. | The mayor opened the canal.
    On Thursday, the mayor opened 2 canals. | The mayor opened the canals.
    The mayor, a man aged about 60, opened the canal, according to the report. | The mayor opened the canal.
    The recognition came late. | The mayor was recognised late.
""")
def test_what_says_nothing_more_needs_no_cover(sentence: str, quote: str, words: str | None) -> None:
    assert uncovered(case(sentence, quote)) == words


def test_a_headline_says_what_all_is_about_and_nothing_of_a_part() -> None:
    quote = quoted("She opened the new canal.", title="Mara Vint digs a costly canal in Rimal")
    assert uncovered(case("Mara Vint opened the new canal in Rimal.", quote)) is None
    assert uncovered(case("Mara Vint opened the new canal, a costly one.", quote)) == "a costly one."


def test_an_outlet_may_be_named_as_who_reports_it() -> None:
    quote = quoted("The mayor opened the new canal.", outlet="The harbour post")
    assert uncovered(case("The mayor opened the new canal, wrote the harbour post.", quote)) is None
    assert uncovered(case("The mayor opened the new canal, cried the fishermen.", quote)) == "cried the fishermen."


def test_the_words_of_an_outlet_cover_nothing_where_it_is_not_named() -> None:
    quote = quoted("The canal was wet then.", outlet="The Harbour Post")
    assert uncovered(case("The harbour was wet then.", quote)) == "The harbour was wet then."
    assert uncovered(case("The canal was wet then, The Harbour Post reported.", quote)) is None


def test_a_sentence_of_numbers_alone_is_covered_by_its_own_words() -> None:
    assert uncovered(case("It was 3-2.", "Then it was 3-2.")) is None
    assert uncovered(case("It was 3-2.", "Then it was 2-1.")) == "It was 3-2."


def test_quotes_cover_a_sentence_together() -> None:
    sentence = "The mayor opened the new canal, and the clerk burned the old ledgers."
    quotes = ("The mayor opened the new canal.", "The clerk burned the old ledgers.")
    assert uncovered(case(sentence, *quotes)) is None
    assert uncovered(case(sentence, quotes[0])) is not None
    assert uncovered(case(sentence, quotes[1])) is not None


@pytest.mark.parametrize(("sentence", "words"), [("", "nothing"), ("…", "…"), ("The mayor sang.", "The mayor sang.")])
def test_nothing_covers_a_sentence_that_rests_on_nothing(sentence: str, words: str) -> None:
    assert uncovered(case(sentence)) == words
    assert uncovered(case(sentence, "")) == words


@pytest.mark.parametrize(
    ("sentence", "quote", "part"),
    [
        ("The mayor opened the canal.", "The mayor opened the canal.", 1),
        ("The mayor opened the canal.", "The mayor painted a boat.", 1 / 3),
        ("The mayor opened the canal.", "The clerk painted a boat.", 0),
        ("The mayor opened 12 canals on Thursday.", "A mayor opened canals.", 1),
        ("It was so.", "It was so.", 0),
        ("", "The mayor sang.", 0),
        ("The mayor sang.", "", 0),
    ],
)
def test_the_share_of_a_sentence_that_a_quote_says(sentence: str, quote: str, part: float) -> None:
    assert covered(sentence, quote) == pytest.approx(part)
    assert copied(case(sentence, quote)) == pytest.approx(part)


def test_words_of_the_headline_are_not_copied_from_a_quote() -> None:
    assert copied(case("The mayor sang.", quoted("It rained.", title="The mayor sang"))) == 0


def test_two_sentences_on_one_person_may_have_nothing_else_in_common() -> None:
    assert covered("Mara Vint sang loudly.", "Mara Vint slept.") == pytest.approx(0.5)
    assert about("Mara Vint sang loudly.", "Mara Vint slept.") == 0
    assert about("Mara Vint sang loudly.", "Olin Derk sang loudly.") == 1
    assert about("Mara Vint.", "Mara Vint.") == 0


def test_a_term_of_the_same_family_is_known() -> None:
    assert share(frozenset(["recogniz"]), frozenset(["recognit"])) == 1
    assert share(frozenset(["mill"]), frozenset(["miller"])) == 0
    assert share(frozenset(["mill", "canal"]), frozenset(["canal"])) == 0.5
    assert share(frozenset(["mill"]), frozenset()) == 0


WORDS = st.lists(st.sampled_from("mayor Vint opened the canal, and sang 12 it said Thursday near".split()), max_size=9)


@settings(deadline=None)
@given(WORDS, WORDS, WORDS)
def test_shares_lie_between_nothing_and_all_and_no_further_words_lower_them(
    said: list[str], told: list[str], more: list[str]
) -> None:
    sentence, quote = " ".join(said), " ".join(told)
    for of in (covered, about):
        assert 0 <= of(sentence, quote) <= of(sentence, f"{quote} {' '.join(more)}") <= 1
        assert of(sentence, sentence) in (0, 1)


@settings(deadline=None)
@given(WORDS, WORDS, WORDS)
def test_no_further_quote_leaves_less_covered(said: list[str], told: list[str], more: list[str]) -> None:
    sentence, quote, further = (" ".join(words) for words in (said, told, more))
    if uncovered(case(sentence, quote)) is None:
        assert uncovered(case(sentence, quote, further)) is None
