"""What a quote lends to a sentence beside a name, and whether it leaves open who is meant in it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.proving.lending import completes, leaves_open, may_be_meant, says_something, share_a_name


@pytest.mark.parametrize(
    ("quote", "is_open"),
    [
        ("He left the port.", True),
        ("Its ferry left the port.", True),
        ("“She left,” a clerk said.", True),
        ("The airline cut flights.", True),
        ("But they left.", True),
        ("After they left, it sank.", True),
        ("This was the last ferry.", True),
        ("Both left.", True),
        ("Mara Vint left.", False),
        ("The mayor of Rimal left.", False),
        ("When Vint left, she wept.", False),
        ("Theatre nights are over.", False),
        ("Items were lost.", False),
        ("A ferry left.", False),
        ("", False),
    ],
)
def test_a_quote_that_begins_with_a_pronoun_or_a_noun_leaves_open_who_is_meant(quote: str, is_open: bool) -> None:
    assert leaves_open(quote, "Vint left.") is is_open


@pytest.mark.parametrize(
    ("quote", "sentence", "is_open"),
    [
        ("Her colleague Peter Yoon found it.", "Peter Yoon, a colleague of Mara Vint, found it.", True),
        ("Her colleague Peter Yoon found it.", "Yoon, a colleague of Mara Vint, found it.", False),
        ("Her colleague Peter Yoon found it.", "Mara Vint’s colleague found it.", False),
        ("The airline Orsay cut flights.", "Orsay cut flights.", True),
        ("The airline Orsay cut flights.", "Dell Air cut flights.", False),
        ("Their guests then saw Peter Yoon.", "Vint’s guests saw somebody.", True),
    ],
)
def test_whom_a_quote_names_at_its_beginning_must_stand_in_the_sentence(
    quote: str, sentence: str, is_open: bool
) -> None:
    assert leaves_open(quote, sentence) is is_open


@pytest.mark.parametrize(
    ("sentence", "quote", "missing", "does"),
    [
        ("Mara Vint left.", "Vint left.", "Mara", True),
        ("Vint, Mara, left.", "Vint left.", "Mara", True),
        ("Mayor Vint left.", "Vint left.", "Mayor", True),
        ("Mara Vint left.", "She left.", "Mara", False),
        ("Olin Mara Vint left.", "Vint left.", "Olin", False),
        ("Vint left Rimal.", "Vint left.", "Rimal", False),
        ("Mara Vint left.", "Vint left.", "Olin", False),
        ("Mara left.", "Mara left.", "", False),
        ("", "", "", False),
    ],
)
def test_a_missing_word_completes_a_name_that_it_stands_next_to(
    sentence: str, quote: str, missing: str, does: bool
) -> None:
    assert completes(sentence, quote, missing) is does


@pytest.mark.parametrize(
    ("sentence", "one", "other", "do"),
    [
        ("Mara Vint sang.", "Mara Vint is mayor.", "Vint sang.", True),
        ("The U.S. navy left.", "The US has a navy.", "It left the U.S. then.", True),
        ("Mara Vint sang.", "Vint sang.", "She is mayor.", False),
        ("Mara Vint sang.", "Mara sang.", "Vint is mayor.", False),
        ("She sang.", "Vint sang.", "Vint is mayor.", False),
        ("Derk sang.", "Vint sang.", "Vint is mayor.", False),
        ("", "", "", False),
    ],
)
def test_quotes_share_a_name_that_the_sentence_says(sentence: str, one: str, other: str, do: bool) -> None:
    for one_story in (True, False):
        assert share_a_name(sentence, one, other, one_story=one_story) is do
        assert share_a_name(sentence, other, one, one_story=one_story) is do


def test_a_role_is_one_persons_in_one_story_alone() -> None:
    sentence, one, other = "President Vint sang.", "President Derk slept.", "The President sang."
    assert share_a_name(sentence, one, other, one_story=True)
    assert not share_a_name(sentence, one, other, one_story=False)


@pytest.mark.parametrize(
    ("sentence", "quote", "does"),
    [
        ("Mara Vint opened the canal.", "She opened the canal.", True),
        ("The canal that was dug for years was opened by Vint.", "Vint spoke of a canal.", True),
        ("Vint sold 12 boats.", "Vint has 12.", True),
        ("Mara Vint opened the canal.", "Vint spoke.", False),
        ("Mara Vint, the transport minister, opened it.", "Vint is transport minister.", False),
        ("Vint sold 12 boats.", "Vint has 13.", False),
        ("Mara Vint opened the canal.", "", False),
        ("", "Vint spoke.", False),
        ("", "", False),
    ],
)
def test_a_quote_says_something_beside_the_name_that_it_lends(sentence: str, quote: str, does: bool) -> None:
    assert says_something(sentence, quote) is does


TEXTS = st.lists(st.sampled_from("Mara Vint the mayor He sang 12 of Rimal , said".split()), max_size=8).map(" ".join)


@settings(deadline=None)
@given(TEXTS, TEXTS, TEXTS)
def test_no_texts_raise_and_nothing_is_lent_to_nothing(sentence: str, one: str, other: str) -> None:
    for one_story in (True, False):
        found = share_a_name(sentence, one, other, one_story=one_story)
        assert found is share_a_name(sentence, other, one, one_story=one_story)
        assert not share_a_name("", one, other, one_story=one_story)
    leaves_open(one, sentence)
    says_something(sentence, one)
    assert not says_something("", one)
    assert not completes("", one, "Mara")


def test_a_name_that_shares_one_word_with_another_is_not_completed_by_it() -> None:
    sentence = "Aurora Air has flown to Selby since 2019."
    assert completes(sentence, "The firm Air has flown to Selby since 2019.", "Aurora")
    assert not completes(sentence, "Boreal Air has flown to Selby since 2019.", "Aurora")


@pytest.mark.parametrize(
    ("sentence", "quote", "may_be"),
    [
        ("Anna Holt was arrested.", "He was arrested two days later.", False),
        ("Peter Dune was arrested.", "He was arrested two days later.", True),
        ("Peter Dune was arrested.", "She was arrested two days later.", False),
        ("Anna Holt was arrested.", "They were arrested two days later.", True),
        ("Anna Holt was arrested.", "Anna Holt said that he was arrested.", True),
    ],
)
def test_he_and_she_mean_nobody_whose_given_name_is_not_so(sentence: str, quote: str, may_be: bool) -> None:
    assert may_be_meant(sentence, "Mayor Anna Holt met the builder Peter Dune.", quote) is may_be
