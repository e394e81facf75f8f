"""The verdict on a sentence: every check, in its order, until one finds a fault."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from retrieval.proving.judging import CHECKS, Fault, Reason, fault
from tests.retrieval.proving.cases import quoted, table


@table("""
    Mara Vint opened the canal near Rimal on 8 June 2023. | Mara Vint opened the canal near Rimal on Thursday.
    The firm plans to buy 12 boats, Derk said. | “The firm plans to buy twelve boats,” Derk said.
    Russian ships carried 3 million sacks to Rimal. | Ships from Russia carried 3 million sacks to Rimal.
    Derk was sued by Vint over the mill in Rimal. | Mara Vint sued Olin Derk over the mill in Rimal.
    The port did not close on Friday. | The port did not close on Friday, 9 June.
    The clerk was accused of robbing the museum. | Police in Rimal accused the clerk of robbing the museum on Friday.
""")
def test_a_sentence_that_says_no_more_than_its_quote_holds(sentence: str, quote: str, words: None) -> None:
    assert fault(sentence, [quoted(quote)]) is words


FAULTS = [
    ("quotation", "Vint called the canal “a silly folly”.", "Vint called the canal a folly.", "a silly folly"),
    ("address", "Vint opened www.a.example.", "Vint opened www.b.example.", "www.a.example"),
    ("date", "Vint opened the canal on Friday.", "Vint opened the canal on Thursday.", "Friday"),
    ("number", "Vint opened 13 canals.", "Vint opened 12 canals.", "13"),
    ("name", "Mara Vint opened the canal.", "Vint opened the canal.", "Mara"),
    ("place", "Talks were held in Doha by Vint.", "Talks were held in Rimal by Vint of Doha.", "Doha"),
    ("doer", "Vint sued Derk.", "Derk sued the firm of Vint.", "Vint"),
    ("cause", "Rain fell because the canal burst.", "The canal burst because rain fell.", "cause"),
    ("scope", "The cooks left the canal.", "Some of the cooks left the canal.", "Some of the cooks"),
    ("mood", "Vint opened the canal.", "Vint did not open the canal.", "denial"),
    ("coverage", "Vint opened the canal, angering cooks.", "Vint opened the canal.", "angering cooks."),
]


@pytest.mark.parametrize(("reason", "sentence", "quote", "words"), FAULTS, ids=[row[0] for row in FAULTS])
def test_a_sentence_that_says_more_has_the_fault_that_was_found(
    reason: Reason, sentence: str, quote: str, words: str
) -> None:
    assert fault(sentence, [quoted(quote)]) == Fault(reason, words)


def test_each_reason_has_one_check_and_they_come_in_their_order() -> None:
    assert tuple(reason for reason, _ in CHECKS) == get_args(Reason)
    assert [row[0] for row in FAULTS] == list(get_args(Reason))


def test_the_first_check_that_finds_a_fault_decides() -> None:
    quote = quoted("The mayor did not open the canal.")
    assert fault("Mara Vint opened 12 canals on Friday, “a folly”.", [quote]) == Fault("quotation", "a folly")
    assert fault("Mara Vint opened 12 canals on Friday.", [quote]) == Fault("date", "Friday")
    assert fault("Mara Vint opened 12 canals.", [quote]) == Fault("number", "12")
    assert fault("Mara Vint opened the canal.", [quote]) == Fault("name", "Mara")
    assert fault("The mayor opened the canal.", [quote]) == Fault("mood", "denial")


@pytest.mark.parametrize("sentence", ["The mayor opened the canal.", "They left.", "", " \n", "…"])
def test_nothing_covers_a_sentence_that_rests_on_nothing(sentence: str) -> None:
    for quotes in ([], [quoted("")]):
        found = fault(sentence, quotes)
        assert found is not None
        assert found.reason == "coverage"


def test_an_empty_sentence_says_nothing_that_a_quote_could_prove() -> None:
    assert fault("", [quoted("The mayor opened the canal.")]) == Fault("coverage", "nothing")


def test_quotes_prove_a_sentence_together() -> None:
    sentence = "Mara Vint opened the canal near Rimal and sold 12 old boats."
    quotes = [quoted("Mara Vint opened the canal near Rimal."), quoted("She sold 12 old boats.")]
    assert fault(sentence, quotes) is None
    assert fault(sentence, list(reversed(quotes))) is None
    assert fault(sentence, quotes[:1]) == Fault("number", "12")
    assert fault(sentence, quotes[1:]) == Fault("name", "Mara")


NAMES = st.sampled_from(["Mara Vint", "Olin Derk", "the mayor of Rimal", "the U.S. envoy", "Dell-Orsay Air", "O’Neil"])
VERBS = st.sampled_from(["opened", "did not open", "plans to sell", "may have sold", "never saw", "will mend"])
THINGS = st.sampled_from(["the canal", "3 million sacks", "at least 12 old boats", "an F-16", "“a costly folly”"])
WHERE = st.sampled_from(["", " near Rimal", " in the United States", " outside the old mill"])
WHEN = st.sampled_from(["", " on Thursday", " last week", " on 8 June 2023", " yesterday", " in 2019", " at 10:30"])
SENTENCES = st.builds("{} {} {}{}{}.".format, NAMES, VERBS, THINGS, WHERE, WHEN)
AROUND = st.sampled_from(["", "It rained.", "Quon Ebba had 40 guests.", "“The soup was cold,” a cook said on Monday."])
BLANKS = st.sampled_from([" ", "  ", "\n", "\u00a0", " \t"])


@settings(deadline=None)
@given(SENTENCES, BLANKS, BLANKS)
def test_a_sentence_in_the_words_of_its_quote_holds_whatever_its_white_space(said: str, ours: str, theirs: str) -> None:
    for day in (None, quoted("").article.published):
        assert fault(said.replace(" ", ours), [quoted(said.replace(" ", theirs), day=day)]) is None


@settings(deadline=None)
@given(AROUND, SENTENCES, AROUND)
def test_a_sentence_in_the_words_of_a_longer_quote_holds(before: str, said: str, after: str) -> None:
    assert fault(said, [quoted(f"{before} {said} {after}")]) is None


@settings(deadline=None)
@given(SENTENCES, st.integers(2, 999_999))
def test_a_number_that_is_put_in_never_holds(quote: str, number: int) -> None:
    assume(str(number) not in ("12", "8", "10", "30", "2019", "2022", "2023", "3000000"))
    for added in (f", with {number} guests", f", {number:,} of them"):
        assert fault(quote[:-1] + added + ".", [quoted(quote)]) is not None


@settings(deadline=None)
@given(SENTENCES, st.sampled_from("Quon Ebba Marwick Tirol".split()))
def test_a_name_that_is_put_in_never_holds(quote: str, name: str) -> None:
    assert fault(f"{quote[:-1]} with {name}.", [quoted(quote)]) is not None
    assert fault(f"{name}’s friend {quote}", [quoted(quote)]) is not None


@settings(deadline=None)
@given(SENTENCES)
def test_words_in_quotation_marks_that_are_put_in_never_hold(quote: str) -> None:
    assert fault(f"{quote[:-1]}, “to our sorrow”.", [quoted(quote)]) == Fault("quotation", "to our sorrow")


@settings(deadline=None)
@given(st.text(max_size=50), st.text(max_size=50), st.booleans())
def test_no_text_raises(sentence: str, quote: str, dated: bool) -> None:
    found = fault(sentence, [quoted(quote)] if dated else [quoted(quote, day=None, outlet=None)])
    assert found is None or found.words
