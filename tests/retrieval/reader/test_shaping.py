"""From the words that a reader found to those that are shown."""

from __future__ import annotations

import time
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.types import Span
from retrieval.expects import Kind
from retrieval.reader.shaping import short_answer
from retrieval.reader.speech import quotation_in, speaks

KINDS: tuple[Kind, ...] = get_args(Kind)


def _shaped(kind: Kind, marked: str, question: str = "") -> str:
    """What is shown for the words between `<` and `>`."""
    start, end = marked.index("<"), marked.index(">") - 1
    sentence = marked.replace("<", "").replace(">", "")
    span = short_answer(question, kind, sentence, Span(start, end))
    return sentence[span.start : span.end]


@pytest.mark.parametrize(
    ("marked", "shown"),
    [
        ("It is< glass, >which breaks.", "glass"),
        ("It was “glass<” and steel>.", "steel"),
        ("It was <“glass” and steel>.", "“glass” and steel"),
        ("It was <“glass>” and steel.", "glass"),
        ("They met (in <Oslo)> again.", "Oslo"),
        ("He likes <bread and> wine.", "bread"),
        ("He likes bread <and wine>.", "wine"),
        ("He called it <the> best.", "the"),
        ("It came from <the U.S.>", "the U.S."),
        ("It shut at <5 p.m.> on Monday.", "5 p.m."),
        ("It fell to <-5> overnight.", "-5"),
        ("He sang “Land” & <Sea, live>.", "Sea, live"),
        ("They b<rok>e it.", "broke"),
        ("It ended <...> badly.", "..."),
    ],
)
def test_edges_are_tidied_and_words_stay_whole(marked: str, shown: str) -> None:
    assert _shaped("any", marked) == shown


@pytest.mark.parametrize(
    ("marked", "shown"),
    [
        ("The wall is a nearly <1,500>-kilometer barrier.", "nearly 1,500-kilometer"),
        ("It sold for <30> million dollars.", "30 million dollars"),
        ("It sold for $<30> million.", "$30 million"),
        ("It rose by more than <40> percent of income.", "more than 40 percent"),
        ("Nearly <two thirds> of them left.", "Nearly two thirds"),
        ("It lasted between 5 and <10> days.", "between 5 and 10 days"),
        ("He is a <12>-year-old boy.", "12-year-old"),
        ("It ended <2>-0 in Oslo.", "2-0"),
        ("About <a hundred> came in 2019 and 2020.", "About a hundred"),
        ("By 2030 and <100>% of it.", "100%"),
        ("It loses <$5> a day.", "$5 a day"),
        ("About <three dozen> birds died.", "About three dozen"),
        ("There were <in 11> villages.", "11"),
        # Not the thing that is counted, for the question names it; not a figure that the reader did not touch.
        ("Floods hit <11> partner towns.", "11"),
        ("In 2019, <seven> of 12 left.", "seven"),
        ("It took <a long while>, 3 days or so.", "a long while"),
    ],
)
def test_a_number_grows_to_its_hedge_and_unit(marked: str, shown: str) -> None:
    assert _shaped("number", marked) == shown


@pytest.mark.parametrize(
    ("marked", "shown"),
    [
        ("It opened on <September> 4, 2018, in Oslo.", "September 4, 2018"),
        ("It opens <on Oct>. 20.", "Oct. 20"),
        ("It opened on 4 <March> 1999.", "4 March 1999"),
        ("He left <Thursday> night.", "Thursday night"),
        ("He left last <Thursday>.", "last Thursday"),
        ("They met in late <2019>.", "late 2019"),
        ("They met in the <1990>s.", "the 1990s"),
        ("It fell three <days> ago.", "three days ago"),
        ("They talk <next> week.", "next week"),
        # Another date of the sentence is no part of this one, and what is no date stays.
        ("It ran from <May> to June 3.", "May"),
        ("It ended <after the vote> on May 3.", "after the vote"),
        ("It ended <by 2050>, they hope.", "2050"),
    ],
)
def test_a_date_grows_to_its_whole(marked: str, shown: str) -> None:
    assert _shaped("date", marked) == shown


@pytest.mark.parametrize(
    ("kind", "marked", "shown"),
    [
        ("person", "The envoy, Ada <Stoll>, left.", "Ada Stoll"),
        ("person", "The envoy, <Ada> M. Stoll, left.", "Ada M. Stoll"),
        ("person", "Former President Ada <Stoll> left.", "Ada Stoll"),
        ("person", "On Monday <Stoll> left.", "Stoll"),
        ("person", "Norway’s Ada <Stoll> left.", "Ada Stoll"),
        ("person", "It was led <by Ada Stoll>.", "Ada Stoll"),
        ("person", "Stoll and <Brann> left.", "Brann"),
        ("person", "The <driver> of Ada Stoll left.", "driver"),
        ("person", "Ada Stoll Quits As Norway’s Rail Chief <Brann> Takes The Helm Again", "Brann"),
        ("name", "The New York <Herald> shut.", "New York Herald"),
        ("name", "It was <Fjord> Airlines that failed.", "Fjord Airlines"),
        ("name", "Then <Fjord> CEO Ada Stoll quit.", "Fjord"),
        ("name", "It was “<Ships> at Sea” that won.", "Ships"),
        ("name", "Talks in Oslo, <Fjord> said, went on.", "Fjord"),
        ("place", "It struck North <Korea> again.", "North Korea"),
        ("place", "It struck <Orange> County again.", "Orange County"),
        ("place", "The New York <Times> moved.", "Times"),
        ("place", "Ada <Oslo> moved.", "Oslo"),
        ("place", "They met <in the Baltic>.", "the Baltic"),
    ],
)
def test_a_name_grows_to_its_whole_without_title_or_neighbour(kind: Kind, marked: str, shown: str) -> None:
    assert _shaped(kind, marked) == shown


@pytest.mark.parametrize(
    ("marked", "question", "shown"),
    [
        (
            "Envoys of <Norway>, Sweden, the Faroe Islands and Iceland met.",
            "",
            "Norway, Sweden, the Faroe Islands and Iceland",
        ),
        ("Envoys of Norway, Sweden and <Iceland> met.", "", "Norway, Sweden and Iceland"),
        ("Envoys of Norway, as well as <Iceland>, met.", "", "Norway, as well as Iceland"),
        ("He sold <apples>, ripe pears and plums.", "", "apples, ripe pears and plums"),
        ("In Oslo, <Norway> and Iceland met.", "", "Norway and Iceland"),
        ("Oslo, <Norway> and Iceland met.", "Which two countries met?", "Norway and Iceland"),
        # Nothing is enumerated: an apposition, a clause, the reader's whole phrase.
        ("Ada Stoll, <Norway’s> envoy, and he met.", "", "Norway’s"),
        ("He met <Ada Stoll> and left.", "", "Ada Stoll"),
        ("He sold <ripe pears> to everybody.", "", "ripe pears"),
    ],
)
def test_a_list_grows_to_all_its_members(marked: str, question: str, shown: str) -> None:
    assert _shaped("list", marked, question) == shown


@pytest.mark.parametrize(
    ("marked", "shown"),
    [
        ("She said, “We are not <afraid> of rain.”", "We are not afraid of rain"),
        ('She said, "We are not <afraid> of rain."', "We are not afraid of rain"),
        ("She called it “a <mess>” on Monday.", "a mess"),
        ("“We will <go,>” she said. ", "We will go"),
        ("It is <all over>,” she said.", "It is all over"),
        ("She said: “It is <all over>. ", "It is all over"),
        ("She said <the talks> had failed.", "the talks"),
        ("She said <nothing> about “the plan” of his.", "nothing"),
    ],
)
def test_a_quotation_grows_to_its_marks(marked: str, shown: str) -> None:
    assert _shaped("quotation", marked) == shown


@pytest.mark.parametrize("kind", ["any", "reason", "manner", "yes_no"])
def test_other_kinds_stay_what_the_reader_chose(kind: Kind) -> None:
    assert _shaped(kind, "Ada <Stoll>, Norway and Iceland paid nearly <40> percent.".replace("<40>", "40")) == "Stoll"


_TEXT = st.text(max_size=120) | st.lists(
    st.sampled_from(
        [
            "Ada",
            "Stoll",
            "and",
            ",",
            "“",
            "”",
            '"',
            "(",
            ")",
            "the",
            "12",
            "percent",
            "$",
            "May",
            "said",
            "U.S.",
            "’s",
            "of",
        ]
    ),
    max_size=25,
).map(" ".join)


@given(_TEXT, st.sampled_from(KINDS), st.integers(-3, 130), st.integers(-3, 130), _TEXT)
def test_the_short_answer_lies_in_the_sentence_and_meets_the_span(
    sentence: str, kind: Kind, one: int, other: int, question: str
) -> None:
    span = Span(min(one, other), max(one, other))
    shaped = short_answer(question, kind, sentence, span)
    if not sentence:
        assert shaped == Span(0, 0)
        return
    assert 0 <= shaped.start < shaped.end <= len(sentence)
    if span.start < span.end and 0 <= span.start < len(sentence):
        assert shaped.start < span.end
        assert span.start < shaped.end


@given(_TEXT, _TEXT)
def test_a_quotation_lies_in_its_sentence(sentence: str, question: str) -> None:
    for asked in (question, "What did Ada Stoll say?", "What did he say?"):
        span = quotation_in(sentence, asked)
        assert span is None or 0 <= span.start < span.end <= len(sentence)
        assert isinstance(speaks(sentence, asked), bool)


@pytest.mark.parametrize(
    "unit", ["A, ", "a ", "“", '"', "9,", "A", "1 to ", "said ", "May ", ". ", " ", "half a ", "A of "]
)
def test_a_long_sentence_is_shaped_in_time(unit: str) -> None:
    sentence = unit * (8_000 // len(unit))
    before = time.process_time()
    for kind in KINDS:
        short_answer("Which two countries?", kind, sentence, Span(4_000, 4_003))
    quotation_in(sentence, "What did Ada Stoll say?")
    assert time.process_time() - before < 3


@pytest.mark.parametrize(
    ("sentence", "question", "said"),
    [
        ("“We are not afraid of rain,” said Stoll.", "What did Ada Stoll say?", "We are not afraid of rain"),
        (
            "“We are not afraid of rain,” Ms. Stoll later told reporters.",
            "What did Ada Stoll say about rain?",
            "We are not afraid of rain",
        ),
        ("Ada Stoll, the envoy to Oslo, said: “We are not afraid.”", "What did Ada Stoll say?", "We are not afraid"),
        ("“We are not afraid of rain,” she added.", "What did Ada Stoll say?", "We are not afraid of rain"),
        ("Stoll described the talks as “friendly” on Monday.", "How did Ada Stoll describe the talks?", "friendly"),
        ("Stoll said the talks would go on.", "What did Ada Stoll say?", "the talks would go on"),
        (
            "Stoll said on Monday that the “Oslo format” would go on.",
            "What did Ada Stoll say?",
            "the “Oslo format” would go on",
        ),
        ("Stoll told reporters the talks would go on.", "What did Ada Stoll say?", "the talks would go on"),
        ("The talks would go on, Stoll said on Monday.", "What did Ada Stoll say?", "The talks would go on"),
        ("The head of the port said trade would suffer.", "What did the head of the port say?", "trade would suffer"),
        # Somebody else speaks, or is only near: another subject, a possessor, an aide, a listener, nobody.
        ("“We are not afraid of rain,” said Brann.", "What did Ada Stoll say?", None),
        ("Stoll’s aide said the talks would go on.", "What did Ada Stoll say?", None),
        ("A spokesman for Stoll said the talks would go on.", "What did Ada Stoll say?", None),
        ("After Stoll left, Brann said the talks would go on.", "What did Ada Stoll say?", None),
        ("Brann told Stoll that the talks would go on.", "What did Ada Stoll say?", None),
        ("“We go,” said Stoll of the northern port in Oslo.", "What did Ada Stoll say?", None),
        ("Stoll read “The Wild Duck of Bergen” aloud.", "What did Ada Stoll say?", None),
        ("The head of the bank said trade would suffer.", "What did the head of the port say?", None),
        ("Stoll said so.", "What did Ada Stoll say?", None),
        ("Stoll said the talks would go on.", "Who led the talks?", None),
        ("", "What did Ada Stoll say?", None),
    ],
)
def test_what_was_said_is_that_of_the_speaker_asked_about(sentence: str, question: str, said: str | None) -> None:
    span = quotation_in(sentence, question)
    assert (span and sentence[span.start : span.end]) == said


@pytest.mark.parametrize(
    ("sentence", "question", "spoke"),
    [
        ("Stoll said no.", "What did Ada Stoll say?", True),
        ("“No,” said Ada Stoll.", "What did Ada Stoll say?", True),
        ("According to Stoll, the talks go on.", "Why did Ada Stoll leave?", True),
        ("Stoll has repeatedly warned of rain.", "What did Ada Stoll warn?", True),
        ("Brann told Stoll to go.", "What did Ada Stoll say?", False),
        ("“Stoll said so,” wrote Brann.", "What did Ada Stoll say?", False),
        ("Stoll left Oslo.", "What did Ada Stoll say?", False),
        ("Stoll was also asked about the rain.", "What did Ada Stoll say?", False),
        ("She said no.", "What did Ada Stoll say?", False),
        ("", "", False),
    ],
)
def test_somebody_named_in_the_question_speaks_or_does_not(sentence: str, question: str, spoke: bool) -> None:
    assert speaks(sentence, question) is spoke
