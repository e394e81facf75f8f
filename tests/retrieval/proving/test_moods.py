"""Moods: what a source denies, doubts, alleges or expects must not become a fact."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.proving.moods import MOODS, changed_mood
from tests.retrieval.proving.cases import case, table


@table("""
    The port did not close on Thursday. | The port did not close on Thursday.
    The port didn’t close. | The port did not close.
    The port did not close. | The port didn't close.
    The port never closed. | The port has not closed.
    Neither the port nor the mill closed. | The port did not close, and the mill did not close.
    The crew had no permit for the crane. | The crew left without a permit for the crane.
    The port closed. | The port did not close. | denial
    The port closed. | The port didn’t close. | denial
    The port closed. | The port never closed. | denial
    The mill closed. | Neither the port nor the mill closed. | denial
    The crew had a permit for the crane. | The crew had no permit for the crane. | denial
    The crew left with a permit for the crane. | The crew left without a permit for the crane. | denial
""")
def test_what_is_denied_does_not_become_a_fact(sentence: str, quote: str, words: str | None) -> None:
    assert changed_mood(case(sentence, quote)) == words


@table("""
    The mayor denied that he took the bribe. | The mayor denied that he took the bribe.
    The mayor did not take the bribe, he said. | The mayor denied that he took the bribe.
    The mayor rejected reports of a sale. | The mayor dismissed reports of a sale.
    Reports that the port closes were denied. | Reports that the port closes were denied.
    The mayor took the bribe. | The mayor denied that he took the bribe. | denial
    The council wants a second canal. | The mayor denied that the council wants a second canal. | denial
""")
def test_what_somebody_denies_does_not_become_a_fact(sentence: str, quote: str, words: str | None) -> None:
    assert changed_mood(case(sentence, quote)) == words


@table("""
    The port is closed. | The port is closed.
    The port never closed. | No port ever closed.
    The council did not accept the plan. | The council rejected the plan.
    The mayor did not resign. | The mayor refused to resign.
    The port did not close. | The port closed. | denial
    The port never closed. | The port closed. | denial
    The port isn’t closed. | The port is closed. | denial
    Nobody closed the port. | The mayor closed the port. | denial
    The crew left without a permit. | The crew left with a permit. | denial
    The crew had no permit. | The crew had a permit. | denial
""")
def test_a_fact_does_not_become_a_denial(sentence: str, quote: str, words: str | None) -> None:
    assert changed_mood(case(sentence, quote)) == words


@table("""
    The firm has ruled out a sale. | The firm has ruled out a sale.
    The firm has not ruled out a sale. | The firm has not ruled out a sale.
    The firm has not ruled out a sale. | The firm has ruled out a sale. | denial
    The firm has ruled out a sale. | The firm has not ruled out a sale. | denial
""")
def test_what_is_not_ruled_out_is_not_ruled_out(sentence: str, quote: str, words: str | None) -> None:
    assert changed_mood(case(sentence, quote)) == words


@table("""
    The ferry may sink. | The ferry may sink.
    The ferry might sink. | The ferry may sink.
    The ferry will probably sink. | The ferry could sink.
    It is possible that the ferry sinks. | The ferry may sink.
    It is unclear whether the ferry sinks. | Perhaps the ferry sinks.
    The ferry will sink. | The ferry may sink. | doubt
    The ferry sinks. | The ferry could sink. | doubt
    The ferry sinks. | Perhaps the ferry sinks. | doubt
    The port will close. | The port will probably close. | doubt
    The mayor resigned. | The mayor should resign. | doubt
""")
def test_what_is_doubted_does_not_become_a_fact(sentence: str, quote: str, words: str | None) -> None:
    assert changed_mood(case(sentence, quote)) == words


@table("""
    The firm hopes to buy the mill. | The firm wants to buy the mill.
    The firm may buy the mill. | The firm wants to buy the mill.
    The mayor is considering whether to resign. | The mayor is considering whether to resign.
    The firm will buy the mill. | The firm wants to buy the mill. | hope
    The mayor resigned. | The mayor hopes to resign. | hope
    The mayor resigned. | The mayor threatened to resign. | hope
    The mayor resigned. | The clerk urged the mayor to resign. | hope
    The mayor resigned. | The mayor is considering whether to resign. | hope
""")
def test_what_is_hoped_or_asked_for_does_not_become_a_fact(sentence: str, quote: str, words: str | None) -> None:
    assert changed_mood(case(sentence, quote)) == words


@table("""
    The firm plans to buy the mill. | The firm plans to buy the mill.
    The firm intends to buy the mill. | The firm plans to buy the mill.
    The firm is to buy the mill. | The firm plans to buy the mill.
    The mayor is expected to resign. | The mayor is likely to resign.
    The firm buys the mill. | The firm plans to buy the mill. | expectation
    The mayor resigned. | The mayor was expected to resign. | expectation
    The mayor signed the pact. | The mayor is set to sign the pact. | expectation
    The mayor signed the pact. | The mayor promised to sign the pact. | expectation
""")
def test_what_is_expected_does_not_become_a_fact(sentence: str, quote: str, words: str | None) -> None:
    assert changed_mood(case(sentence, quote)) == words


@table("""
    The clerk allegedly robbed the museum. | The clerk allegedly robbed the museum.
    The clerk reportedly robbed the museum. | The clerk allegedly robbed the museum.
    The clerk was accused of robbing the museum. | The clerk is suspected of robbing the museum.
    The clerk robbed the museum, according to police. | Police say the clerk allegedly robbed the museum.
    The clerk robbed the museum. | The clerk allegedly robbed the museum. | allegation
    The clerk robbed the museum. | The clerk is accused of robbing the museum. | allegation
    The clerk robbed the museum. | The clerk is suspected of robbing the museum. | allegation
    The clerk robbed the museum. | Police believe that the clerk robbed the museum. | allegation
    The clerk robbed the museum. | Apparently the clerk robbed the museum. | allegation
""")
def test_what_is_alleged_does_not_become_a_fact(sentence: str, quote: str, words: str | None) -> None:
    assert changed_mood(case(sentence, quote)) == words


@table("""
    The port closed. | The mill may close, and the port closed.
    The port closed. | The port closed, but the mill did not open.
    The mill may close. | The mill may close, and the port closed.
    The clerk left. | The clerk, who is accused of fraud, left.
    The mill closed. | The port was open, but the mill did not close. | denial
    The mill opened. | The port closed, but the mill did not open. | denial
""")
def test_a_mark_is_about_its_own_clause(sentence: str, quote: str, words: str | None) -> None:
    assert changed_mood(case(sentence, quote)) == words


@table("""
    The mill stands near Rimal. | The firm may sell the old mill.
    The firm may sell the mill. | The firm may sell the old mill.
    The firm sells the mill. | The firm may sell the old mill. | doubt
    The firm sells its old mill. | The firm could sell the mill. | doubt
""")
def test_two_words_behind_a_mark_must_be_said_plainly_to_be_a_fact(
    sentence: str, quote: str, words: str | None
) -> None:
    assert changed_mood(case(sentence, quote)) == words


def test_what_is_denied_at_length_may_be_said_in_the_same_words() -> None:
    line = "The mayor denied that the council had heard about the fishermen's worries before digging began."
    assert changed_mood(case(line, line)) is None


def test_any_of_the_quotes_denies_or_doubts() -> None:
    assert changed_mood(case("The port closed.", "The port closed.", "The port did not close.")) == "denial"
    assert changed_mood(case("The port closed.", "The mill stands.", "The port may close.")) == "doubt"
    assert changed_mood(case("The mill does not stand.", "The port did not close.", "The mill may burn.")) is None


def test_a_sentence_that_says_nothing_changes_nothing_and_nothing_lends_a_denial() -> None:
    assert changed_mood(case("", "The port did not close.")) is None
    assert changed_mood(case("The port closed.")) is None
    assert changed_mood(case("The port did not close.")) == "denial"


DOUBTS = sorted(word for mood in MOODS if mood.name == "doubt" and not mood.mark.leads for word in mood.mark.words)
CONTENT = "port ferry canal mill wharf".split()


@settings(deadline=None)
@given(st.sampled_from(DOUBTS), st.sampled_from(CONTENT))
def test_every_word_of_doubt_marks_one(mark: str, thing: str) -> None:
    quote = f"the mayor {mark} sell the {thing}"
    assert changed_mood(case(f"the mayor sells the {thing}", quote)) == "doubt"
    assert changed_mood(case(quote, quote)) is None
