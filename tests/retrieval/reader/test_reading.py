"""The reader, on the shipped articles with the real model and on small archives written here."""

from __future__ import annotations

import pytest

from bot.assembly import Dateline, assemble
from config.settings import Settings
from retrieval.reader.reading import ArticleReader
from retrieval.types import Reading
from tests.conftest import Corpus

MOST = 3


def read(dateline: Dateline, question: str, min_confidence: float | None = None) -> Reading:
    least = dateline.settings.reader.min_confidence if min_confidence is None else min_confidence
    reader = ArticleReader(dateline.reader_model, MOST, least)
    with dateline.archive.reading() as index:
        return reader.read(question, dateline.searcher.search(index, question, 10), index)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Who led the Taliban group?", "Sher Mohammad Abbas Stanikzai"),
        ("How many partner countries attended the first round?", "11 partner countries"),
        ("What was being collected?", "cargo"),
        ("Which country shares a border with Afghanistan?", "Tajikistan"),
    ],
)
def test_the_first_quote_holds_the_answer(shipped: Dateline, question: str, words: str) -> None:
    assert words in read(shipped, question).evidence[0].quotes[0].text


@pytest.mark.parametrize(
    "question",
    ["What is the population of Tajikistan?", "Who wrote Hamlet?", "How tall is the Eiffel Tower?", "Glorp the fnord?"],
)
def test_weak_evidence_is_refused_with_its_confidence(shipped: Dateline, question: str) -> None:
    reading = read(shipped, question)
    assert reading.evidence == ()
    assert 0.0 <= reading.confidence < shipped.settings.reader.min_confidence


def test_nothing_to_read_is_no_evidence_and_no_confidence(shipped: Dateline) -> None:
    with shipped.archive.reading() as index:
        assert ArticleReader(shipped.reader_model, MOST, 0.0).read("Who?", [], index) == Reading((), 0.0)


def test_a_question_of_stop_words_alone_finds_nothing(shipped: Dateline) -> None:
    assert read(shipped, "What was it about?", 0.0) == Reading((), 0.0)


def test_what_two_articles_say_alike_is_one_piece_of_evidence(shipped: Dateline) -> None:
    first = read(shipped, "What will the G20 summit try to avoid?").evidence[0]
    assert {hit.article.id for hit in first.hits} == {"000_fb3d9519ca0be116", "004_02f4d93758813a8a"}


def test_quotes_and_emphasis_are_offsets_of_the_article(shipped: Dateline) -> None:
    for piece in read(shipped, "When was the second round of the Moscow format held?").evidence:
        for quote, hit in zip(piece.quotes, piece.hits, strict=True):
            text = shipped.article(hit.article.id).text
            assert text[quote.start : quote.end] == quote.text
            assert all(quote.start <= span.start < span.end <= quote.end for span in quote.emphasis)


def test_the_words_that_were_asked_for_are_emphasised(shipped: Dateline) -> None:
    quote = read(shipped, "When was the second round of the Moscow format held?").evidence[0].quotes[0]
    assert "September 4, 2018" in [quote.text[a - quote.start : b - quote.start] for a, b in quote.emphasis]


def test_an_answer_has_at_most_as_many_sentences_as_wanted(shipped: Dateline) -> None:
    with shipped.archive.reading() as index:
        hits = shipped.searcher.search(index, "Moscow talks", 10)
        assert len(ArticleReader(shipped.reader_model, 1, 0.0).read("Moscow talks", hits, index).evidence) == 1


def test_the_same_sentence_in_two_passages_of_an_article_counts_once(settings: Settings, corpus: Corpus) -> None:
    filler = " ".join(f"Sentence number {n} speaks of other matters of the town council." for n in range(40))
    with assemble(settings) as dateline:
        dateline.rebuild(lambda *_: None, corpus(a=f"{filler} The harbour master is Ada Quill. {filler}"))
        evidence = read(dateline, "Who is the harbour master?", 0.0).evidence
    quoted = [quote.start for piece in evidence for quote in piece.quotes]
    assert len(quoted) == len(set(quoted))
    assert "Ada Quill" in evidence[0].quotes[0].text
