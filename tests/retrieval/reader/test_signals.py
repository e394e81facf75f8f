"""What is seen in a sentence."""

from __future__ import annotations

import pytest

from bot.assembly import Dateline
from corpus.types import Span
from retrieval.reader.model import PassageAnswers, SentenceAnswer
from retrieval.reader.signals import LOWEST_MARGIN, WHOLE, Asked, candidates
from retrieval.types import Hit
from tests.retrieval.reader.found import hit


@pytest.fixture
def asked(shipped: Dateline) -> Asked:
    with shipped.archive.reading() as index:
        return Asked("Who led the Taliban group in Moscow?", index.lexical)


def read(one: Hit, *found: tuple[int, str, float]) -> PassageAnswers:
    """That in the sentence number … the words … were found, with a margin of …."""
    answers = []
    for number, said, margin in found:
        start = one.passage.text.index(said)
        answers.append(SentenceAnswer(number, Span(start, start + len(said)), margin))
    return PassageAnswers(0.0, tuple(answers))


ONE = hit("a", "Ina Berg led the Taliban group.", "It left.", title="Talks in Moscow")


def test_a_candidate_is_in_offsets_of_the_article(asked: Asked) -> None:
    (found,) = candidates(asked, [ONE], [read(ONE, (0, "Ina Berg", 2.0))])
    assert (found.text, found.answer) == ("Ina Berg led the Taliban group.", "Ina Berg")
    assert found.span.start == ONE.passage.start


def test_the_signals_of_a_sentence(asked: Asked) -> None:
    first, second = candidates(asked, [ONE], [read(ONE, (0, "Ina Berg", 2.0), (1, "It", -40.0))])
    assert first.signals.margin == 2.0
    assert second.signals.margin == LOWEST_MARGIN
    assert 0 < first.signals.covered < first.signals.covered_around == second.signals.covered_around == 1
    assert second.signals.covered == 0
    assert (first.signals.names, first.signals.offers, first.signals.fits) == (1, 1, 1)
    assert (second.signals.offers, second.signals.fits) == (0, 0)
    assert first.signals.whole == 6 / WHOLE
    assert first.signals.lexical == ONE.lexical / len(asked.terms)


def test_words_of_the_question_do_not_answer_it(asked: Asked) -> None:
    (found,) = candidates(asked, [ONE], [read(ONE, (0, "Taliban", 2.0))])
    assert (found.signals.offers, found.signals.fits) == (1, 0)


def test_a_sentence_in_two_passages_counts_once_where_it_reads_best(asked: Asked) -> None:
    again = hit("a", "Ina Berg led the Taliban group.")
    found = candidates(asked, [ONE, again], [read(ONE, (0, "Ina Berg", 1.0)), read(again, (0, "Ina Berg", 3.0))])
    assert [(one.place, one.signals.margin) for one in found] == [(1, 3.0)]


def test_kinds_that_cannot_be_pointed_at_are_neither_offered_nor_not(shipped: Dateline) -> None:
    with shipped.archive.reading() as index:
        asked = Asked("How did the group react?", index.lexical)
        other = Asked("What did Ina Berg say?", index.lexical)
    assert candidates(asked, [ONE], [read(ONE, (0, "Ina Berg", 1.0))])[0].signals.offers == 0
    spoken = hit("b", "“No,” Ina Berg said.", "Ina Berg left.")
    said, left = candidates(other, [spoken], [read(spoken, (0, "No", 1.0), (1, "left", 1.0))])
    assert (said.signals.offers, left.signals.offers) == (1, 0)


def test_nothing_read_is_no_candidate(asked: Asked) -> None:
    assert candidates(asked, [], []) == []
    assert candidates(asked, [ONE], [PassageAnswers(float("-inf"), ())]) == []
