"""Where sentences of news begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.sentences import sentence_spans


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The U.S. accused Russia of offering bounties.",
        "Talks will be held on Oct. 20 in Moscow.",
        "The vote begins at 5 p.m. Tuesday in the old hall.",
        "The House will meet at 9 a.m. ET behind closed doors.",
        "Former Rep. Will Hurd and Sen. Ann Smith, R-Calif., agreed.",
        "Sen. Ann Smith, R-S.C., said so, and so did Sen. Bo Li, D-W.Va., later.",
        "It was cancelled for the July 23-Aug. 1 event.",
        "He told then-U.S. attorney Smith.",
        "Opponents of Prop. 205 were cautious.",
        "The author J.D. Vance wrote it.",
        "It was No. 1 on the list.",
        "Peter J. Holt of Acme Inc. said so.",
        "Dr. Smith met Gov. Jones at St. Mary's.",
        "“Why?” she asked.",
        "“How dare you!” he said.",
        "“Will it come in time?” Molinari said.",
        '"This is being worked out," he told journalists, saying "cargo" was being collected.',
        "Yahoo! opened an office.",
        "The rate rose by 4.5 percent to $1.2 million.",
        "See the Indianapolis Colts vs. New England Patriots.",
        "The club is at 308 N. Second Ave., Phoenix.",
    ],
)
def test_one_sentence_stays_one(sentence: str) -> None:
    assert sentences(sentence) == [sentence]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It fell. It rose.", ["It fell.", "It rose."]),
        ("She works in the U.S. The rest live here.", ["She works in the U.S.", "The rest live here."]),
        ("It opens at 5 p.m. Tickets are free.", ["It opens at 5 p.m.", "Tickets are free."]),
        ("“I saw it,” he said. “Twice.”", ["“I saw it,” he said.", "“Twice.”"]),
        ("“It is late.” The ship had gone.", ["“It is late.”", "The ship had gone."]),
        ('"It is," he says. "I saw it. Twice."', ['"It is," he says.', '"I saw it. Twice."']),
        ("It isn't, Ann's brother said. \"He left.", ["It isn't, Ann's brother said.", '"He left.']),
        ("Was it you? No. It was me!", ["Was it you?", "No.", "It was me!"]),
        ("A heading\n\nA sentence.", ["A heading", "A sentence."]),
        ("• one\n• two", ["• one", "• two"]),
        ("A verse that goes\non here.", ["A verse that goes\non here."]),
        ("café 😀 costs. Twice.", ["café 😀 costs.", "Twice."]),
        ("", []),
        (" \n\n ", []),
    ],
)
def test_sentences_are_cut_where_they_end(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


@given(st.text(st.one_of(st.sampled_from(" .!?\n\n“”\"'aBcU.S1😀"), st.characters(codec="utf-8")), max_size=200))
@settings(deadline=None)
def test_spans_are_in_order_apart_and_cover_every_word(text: str) -> None:
    end = 0
    for span in sentence_spans(text):
        assert not text[end : span.start].strip()
        assert span.start < span.end
        assert text[span.start : span.end] == text[span.start : span.end].strip()
        assert "\n\n" not in text[span.start : span.end]
        end = span.end
    assert not text[end:].strip()
