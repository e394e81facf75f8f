"""Additions: nothing is put into what is copied from a quote word by word."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.proving.additions import added, addressed, unsaid
from retrieval.proving.coverage import COPIED, copied
from tests.retrieval.proving.cases import case, quoted, table


@table("""
    The corrupt mayor opened the new canal. | The mayor opened the new canal. | corrupt
    The mayor illegally opened the new canal. | The mayor opened the new canal. | illegally
    The mayor opened the new, useless canal. | The mayor opened the new canal. | useless
    The mayor opened the new canal to avoid jail. | The mayor opened the new canal. | to avoid jail
    The mayor died opening the new stone canal. | The mayor opened the new stone canal. | died
    The mayor opened the new stolen canal. | The mayor opened the new canal. | stolen
    The mayor opened the new canal secretly. | The mayor opened the new canal.
""")
def test_nothing_is_put_between_words_that_stand_together(sentence: str, quote: str, words: str | None) -> None:
    assert added(case(sentence, quote)) == words


@table("""
    The mayor opened the new canal. | The mayor opened the new canal.
    The mayor opened the canal. | The mayor opened the new canal.
    The mayor also opened the new canal. | The mayor opened the new canal.
    The mayor then opened the new canal. | The mayor opened the new canal.
    The mayor of Rimal opened the new canal. | The mayor opened the new canal.
    The mayor opened the 12 new canals. | The mayor opened the new canals.
    The mayor opened the new canal on Thursday. | The mayor opened the new canal.
    The mayor officially opened the new canal. | The mayor opened the new canal at a formal ceremony.
    The old mayor opened the new canal. | The mayor opened the new canal. He is old.
    The head of the town cut a ribbon beside fresh water. | The mayor opened the new canal.
    To avoid jail the mayor opened the new canal. | The mayor opened the new canal to avoid jail.
""")
def test_what_says_no_more_or_is_worded_anew_may_stand(sentence: str, quote: str, words: str | None) -> None:
    assert added(case(sentence, quote)) == words


def test_what_another_quote_or_the_headline_says_may_be_put_in() -> None:
    sentence, quote = "The corrupt mayor opened the new canal.", "The mayor opened the new canal."
    assert added(case(sentence, quote, "A corrupt man left.")) is None
    assert added(case(sentence, quoted(quote, title="Corrupt mayor opens canal"))) is None
    assert added(case(sentence, quote, "A clerk left.")) == "corrupt"


def test_only_a_copy_is_looked_at() -> None:
    sentence, quote = "The corrupt mayor dug a deep ditch.", "The mayor opened the new canal."
    assert copied(case(sentence, quote)) < COPIED
    assert added(case(sentence, quote)) is None
    assert unsaid(case(sentence, quote)) is not None


def test_a_sentence_without_words_or_quotes_has_nothing_put_in() -> None:
    assert added(case("")) is None
    assert added(case("", "The mayor opened the canal.")) is None
    assert added(case("The mayor opened the canal.")) is None
    assert added(case("The mayor opened the canal.", "")) is None
    assert added(case("… – “”", "… – “”")) is None


@table("""
    The mayor left. | The mayor left.
    “We left,” the mayor said. | “We left,” the mayor said.
    The US navy left. | The navy left.
    World War I ended. | The First World War ended.
    It is its own fault. | It is its own fault.
    I think the mayor left. | The mayor left. | I
    We know that the mayor left. | The mayor left. | We
    The mayor left you. | The mayor left. | you
    Our mayor left. | The mayor left. | Our
""")
def test_an_archive_speaks_for_nobody_and_to_nobody(sentence: str, quote: str, words: str | None) -> None:
    assert addressed(case(sentence, quote)) == words


def test_what_is_addressed_to_the_reader_is_unsaid() -> None:
    assert unsaid(case("As you know, the mayor left.", "The mayor left.")) == "you"


WORDS = st.lists(
    st.sampled_from("mayor opened the new stone canal near an old mill".split()), min_size=5, max_size=9, unique=True
)
PUT_IN = st.sampled_from("corrupt stolen toxic haunted useless drunk".split())


@settings(deadline=None)
@given(WORDS)
def test_a_copy_says_nothing_more(words: list[str]) -> None:
    line = " ".join(words)
    assert added(case(line, line)) is None


@settings(deadline=None)
@given(PUT_IN)
def test_any_word_that_is_put_in_is_told(word: str) -> None:
    quote = "The mayor opened the new stone canal."
    for sentence in (quote.replace("mayor", f"{word} mayor"), quote.replace("stone", f"{word} stone")):
        assert added(case(sentence, quote)) == word
