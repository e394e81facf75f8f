"""From a sentence that answers to its quote and the short answer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.assembly import Dateline
from retrieval.reader.answering import quote, short_answer
from retrieval.reader.signals import Asked
from tests.retrieval.reader.found import candidate, hit

Ask = Callable[[str], Asked]


@pytest.fixture
def ask(shipped: Dateline) -> Ask:
    def asked(question: str) -> Asked:
        with shipped.archive.reading() as index:
            return Asked(question, index.lexical)

    return asked


A = hit("a", "The court fined the Aldra company.", "Rain fell on Morvik.", "Ina Berg spoke.")


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
