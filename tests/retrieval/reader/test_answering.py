"""From ranked sentences to evidence and the short answer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.assembly import Dateline
from retrieval.reader.answering import ALSO, evidence, quote, short_answer
from retrieval.reader.signals import Asked, Candidate
from tests.retrieval.reader.found import candidate, hit, ranked

Ask = Callable[[str], Asked]


@pytest.fixture
def ask(shipped: Dateline) -> Ask:
    def asked(question: str) -> Asked:
        with shipped.archive.reading() as index:
            return Asked(question, index.lexical)

    return asked


def said(asked: Asked, *candidates: tuple[Candidate, float], most: int = 3) -> list[list[str]]:
    found = [ranked(one, score) for one, score in candidates]
    return [[quote.text for quote in piece.quotes] for piece in evidence(asked, found, most)]


A = hit("a", "The court fined the Aldra company.", "Rain fell on Morvik.", "Ina Berg spoke.")
B = hit("b", "The Aldra company was fined by the court.", "Snow fell on Selby.")


def test_two_articles_that_say_the_same_are_one_sentence(ask: Ask) -> None:
    pieces = said(ask("Who was fined?"), (candidate(A, 0, "Aldra"), 2.0), (candidate(B, 0, "Aldra"), 1.9))
    assert pieces == [["The court fined the Aldra company.", "The Aldra company was fined by the court."]]


def test_what_is_said_otherwise_is_a_sentence_of_its_own_when_it_is_near(ask: Ask) -> None:
    near, far = 2.0 - ALSO / 2, 2.0 - ALSO * 2
    assert len(said(ask("What fell?"), (candidate(A, 1, "Rain"), 2.0), (candidate(B, 1, "Snow"), near))) == 2
    assert len(said(ask("What fell?"), (candidate(A, 1, "Rain"), 2.0), (candidate(B, 1, "Snow"), far))) == 1


def test_no_more_sentences_than_wanted(ask: Ask) -> None:
    hail = candidate(hit("c", "Hail fell."), 0, "Hail")
    found = [(candidate(A, 1, "Rain"), 2.0), (candidate(B, 1, "Snow"), 1.9), (hail, 1.8)]
    assert [len(said(ask("What fell?"), *found, most=most)) for most in (1, 2, 3)] == [1, 2, 3]


def test_nothing_is_quoted_twice_as_a_context(ask: Ask) -> None:
    one = hit("a", "Ina Berg won.", "She left on Friday.")
    pieces = said(
        ask("When did Berg leave?"),
        (candidate(one, 1, "Friday", margin=3.0), 2.0),
        (candidate(one, 0, "Ina Berg", margin=-5.0), 1.9),
    )
    assert pieces == [["Ina Berg won. She left on Friday."]]


def test_a_quote_is_in_offsets_of_the_article_and_emphasises_the_answer(ask: Ask) -> None:
    shown = quote(ask("Who spoke?"), candidate(A, 2, "Ina Berg"))
    (emphasis,) = shown.emphasis
    start = A.passage.start + A.passage.text.index("Ina")
    assert (shown.start, emphasis) == (start, (start, start + len("Ina Berg")))


def test_the_words_of_the_question_are_emphasised_where_no_answer_can_be_told(ask: Ask) -> None:
    shown = quote(ask("When did rain fall on Morvik?"), candidate(A, 1, "Rain"))
    words = [shown.text[a - shown.start : b - shown.start] for a, b in shown.emphasis]
    assert words == ["Rain", "Morvik."]


@pytest.mark.parametrize(
    ("question", "sentence", "read", "expected"),
    [
        ("Who spoke in Selby?", "Ina Berg spoke in Selby.", "Ina Berg", "Ina Berg"),
        ("When did Ina Berg speak?", "Ina Berg spoke on 4 May 2021.", "4 May", "4 May 2021"),
        ("When did Ina Berg speak?", "Ina Berg spoke in Selby.", "Selby", None),
        ("How many ships came?", "The U.S. sent two ships.", "two ships", "two ships"),
        ("Where did it burn?", "Some men lit it on a farm in Selby.", "men lit it on a farm in Selby", "Selby"),
        (
            "Where did it burn?",
            "It was on two farms near Selby and in Lund.",
            *2 * ("two farms near Selby and in Lund",),
        ),
        ("Did the court fine Aldra?", "The court fined Aldra.", "Aldra", "Yes"),
        ("Did the court fine Aldra?", "The court may fine Aldra.", "Aldra", None),
        ("Which countries came?", "Chile,\nPeru and Cuba came.", "Peru", "Chile, Peru and Cuba"),
    ],
)
def test_the_short_answer(ask: Ask, question: str, sentence: str, read: str, expected: str | None) -> None:
    assert short_answer(ask(question), candidate(hit("a", sentence), 0, read)) == expected


def test_what_somebody_said_is_the_quotation(ask: Ask) -> None:
    one = candidate(hit("a", "“We will not pay,” Ina Berg said on Friday."), 0, "Ina Berg")
    assert short_answer(ask("What did Berg say?"), one) == "We will not pay"
