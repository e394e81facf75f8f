"""What `writer` claims: an answer grows by sentences that are proved, and says what became of the others."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.messages import BaseMessage
from langchain_core.outputs import ChatGenerationChunk
from pydantic import Field

from config.errors import ServiceRested, ServiceTimeout, ServiceUnreachable, ServiceUnreadable
from retrieval.citing import cite, verify
from retrieval.index import Index
from retrieval.llm.background import Cancelled
from retrieval.llm.failing import AWAY, CUT_SHORT, UNREADABLE
from retrieval.types import Answer, Evidence, Hit, Reading, Turn
from retrieval.writing.prompting import instructions
from retrieval.writing.writer import MOST_SENTENCES, MOST_TAKEN, Asked, Writer, Written, confidence, short_answer
from tests.retrieval.writing.ferry import NAME, ROWS, evidence, hit, indexed, known, reading, search, service
from tests.retrieval.writing.scripted import Script, ScriptedModel, as_json, as_lines
from tests.retrieval.writing.table import Claim

TODAY = date(2024, 3, 8)
QUESTION = "What happened to the ferry Aurora off Lund?"

AGROUND = "The ferry Aurora ran aground off Lund on Monday."
CAPTAIN = "Its captain, Ola Lind, said that 12 passengers were hurt."
MAYOR = "The mayor, Ina Berg, thanked the rescuers of the harbour."
DIVERS = "Divers will search the hull on Friday."


PIER_URL = "https://www.pier.example/report"
PIER = {"url": PIER_URL, "published": "2024-01-09", "text": f"The report on the pier of Lund is at {PIER_URL} for all."}


def says(text: str, *quoted: str, where: str | None = None) -> Claim:
    """A sentence that rests on passages that hold the words, or on one that holds `where`."""
    return Claim(text, tuple((where or words, words) for words in quoted), holds=True)


VERBATIM = says(AGROUND, "ran aground off Lund on Monday")
SUPPORTED = says("The captain, Ola Lind, said that 12 were hurt.", "Ola Lind, said that 12 passengers were hurt")
RELOCATED = says("Divers will search the hull.", DIVERS, where="The mayor, Ina Berg")
FALSE = says("The mayor thanked 40 rescuers of the harbour.", "thanked the rescuers")
NO_QUOTE = says("The ferry sank.")
WRONG_QUOTE = says("The ferry sank.", "the ferry sank off the coast of Velden")


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    with indexed(tmp_path_factory.mktemp("writer"), {**ROWS, "pier": PIER}) as opened:
        yield opened


@pytest.fixture
def found(index: Index) -> tuple[Hit, ...]:
    return search(index, QUESTION)


def nothing_read(found: Sequence[Hit]) -> Reading:
    return reading(passages=found, confidence=0.2)


class Desk:
    """A writer with the articles on the ferry before it."""

    def __init__(self, index: Index, folder: Path) -> None:
        self.index = index
        self.folder = folder

    def write(self, asked: Asked, script: Script | ScriptedModel, **limits: Any) -> list[Written]:
        model = service(script, self.folder, **limits)
        return list(Writer(model, lambda: TODAY).write(asked, self.index, model.errand()))

    def claims(self, *claims: Claim, read: Reading | None = None, form: Any = as_lines, **limits: Any) -> list[Written]:
        found = search(self.index, QUESTION)
        asked = Asked(QUESTION, (), found, read or nothing_read(found))
        return self.write(asked, lambda prompt: form(claims, prompt), **limits)


@pytest.fixture
def writer(index: Index, tmp_path: Path) -> Desk:
    return Desk(index, tmp_path)


def texts(written: Written) -> list[str]:
    return [piece.wording or piece.quotes[0].text for piece in written.evidence]


@pytest.mark.parametrize("form", [as_json, as_lines])
@pytest.mark.parametrize("streaming", [True, False])
def test_the_answer_grows_by_sentences_and_the_last_one_is_done(writer: Desk, form: Any, streaming: bool) -> None:
    steps = writer.claims(VERBATIM, SUPPORTED, RELOCATED, form=form, streaming=streaming)
    wanted = [claim.text for claim in (VERBATIM, SUPPORTED, RELOCATED)]
    assert [texts(one) for one in steps] == [wanted[:1], wanted[:2], wanted, wanted]
    assert [one.done for one in steps] == [False, False, False, True]
    assert steps[-1].writing.model == NAME
    assert steps[-1].writing.dropped == ()
    assert (steps[-1].writing.cut, steps[-1].writing.fallback) == (None, None)


def test_each_sentence_says_how_it_was_proved(writer: Desk) -> None:
    answer = writer.claims(VERBATIM, SUPPORTED, RELOCATED, FALSE)[-1]
    assert [(piece.check, piece.wording, piece.quotes[0].text) for piece in answer.evidence] == [
        ("verbatim", None, AGROUND),
        ("supported", SUPPORTED.text, CAPTAIN),
        ("relocated", RELOCATED.text, DIVERS),
        ("replaced", None, MAYOR),
    ]
    assert answer.writing.dropped == ("number",)


def test_everything_that_is_shown_is_proved_again_by_exact_comparison(writer: Desk) -> None:
    answer = writer.claims(VERBATIM, SUPPORTED, RELOCATED, FALSE)[-1]
    sentences, citations = cite(answer.evidence)
    whole = Answer(QUESTION, "answered", NAME, sentences, citations, 0.5, writer.index.info)
    findings = verify(whole, writer.index.article, text=whole.text)
    assert [finding.status for finding in findings] == ["proved"] * 4


def test_the_words_that_the_model_meant_stand_out_in_the_quote_and_none_of_them_twice(writer: Desk) -> None:
    claim = says(
        "The Aurora ran aground off Lund on Monday.",
        "aground off Lund on Monday",
        "The ferry Aurora ran aground off Lund on",
        "Aurora ran aground off Lund on Monday",
    )
    (piece,) = writer.claims(claim)[-1].evidence
    ((quote,), (one,)) = piece.quotes, piece.hits
    article = writer.index.article(one.article.id)
    assert article
    assert [article.text[start:end] for start, end in quote.emphasis] == [AGROUND[:-1]]
    two = says("The ferry ran aground off Lund on Monday.", "The ferry Aurora", "aground off Lund on Monday")
    (piece,) = writer.claims(two)[-1].evidence
    assert [article.text[start:end] for start, end in piece.quotes[0].emphasis] == [
        "The ferry Aurora",
        "aground off Lund on Monday",
    ]


def test_a_sentence_that_takes_all_its_quotes_says_so(writer: Desk) -> None:
    both = says("The mayor thanked the rescuers, and divers will search the hull.", "thanked the rescuers", DIVERS)
    alone = says("The ferry Aurora ran aground off Lund.", "ran aground off Lund on", "ran aground off Lund, the")
    answer = writer.claims(both, alone)[-1]
    assert [(piece.together, len(piece.quotes)) for piece in answer.evidence] == [(True, 2), (False, 2)]


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (NO_QUOTE, "no quote"),
        (WRONG_QUOTE, "quote"),
        (says("The cheese of the moon was 40 years old.", "thanked the rescuers"), "number"),
        (says("The moon is made of cheese.", "thanked the rescuers"), "coverage"),
        (says("[1] @everyone", "thanked the rescuers"), "empty"),
        (says("x" * 800, "thanked the rescuers"), "empty"),
        (VERBATIM, "said before"),
    ],
)
def test_a_sentence_that_is_not_shown_leaves_its_reason(writer: Desk, claim: Claim, reason: str) -> None:
    steps = writer.claims(VERBATIM, claim, SUPPORTED)
    assert texts(steps[-1]) == [VERBATIM.text, SUPPORTED.text]
    assert steps[-1].writing.dropped == (reason,)
    assert len(steps) == 3


def test_the_same_sentence_in_other_drawing_is_said_before_too(writer: Desk) -> None:
    again = says(f"**{AGROUND[:-1]}**  [1]", "ran aground off Lund on Monday")
    supported_again = replace(SUPPORTED, text=SUPPORTED.text.replace(" said", "\n said"))
    answer = writer.claims(VERBATIM, SUPPORTED, again, supported_again)[-1]
    assert texts(answer) == [VERBATIM.text, SUPPORTED.text]
    assert answer.writing.dropped == ("said before", "said before")


def test_marks_links_and_markers_of_the_model_are_not_shown(writer: Desk) -> None:
    claim = says("**Divers** will search [the hull](https://e.example) on Friday [7]. @here", DIVERS)
    answer = writer.claims(claim)[-1]
    assert texts(answer) == [DIVERS]
    assert answer.evidence[0].check == "verbatim"


def test_the_address_of_an_article_that_was_shown_stays_and_another_one_does_not(writer: Desk) -> None:
    own = says(PIER["text"], "The report on the pier of Lund is at")
    foreign = replace(own, text=own.text.replace(PIER_URL, "https://e.example/report"))
    (one,) = writer.claims(own)[-1].evidence
    assert (one.check, one.quotes[0].text) == ("verbatim", PIER["text"])
    assert writer.claims(foreign)[-1].evidence == ()  # "is at for all" says nothing


@pytest.mark.parametrize(
    "text",
    [
        "Whoever wants to see the pier of Lund must register at visit.lund.example before 1 June, the mayor said.",
        "On the pier of Lund, Rovers beat United 3 (2) to 1.",
        "Of the plans for the pier of Lund (1) was dropped and (2) was kept.",
        "The firm booking.example owns the pier of Lund.",
    ],
)
def test_what_only_looks_like_an_address_or_a_marker_of_the_model_is_the_articles_own(
    text: str, tmp_path: Path
) -> None:
    with indexed(tmp_path, {**ROWS, "pier": {**PIER, "url": None, "text": text}}) as index:
        written = Desk(index, tmp_path).claims(says(text, text))[-1]
        assert texts(written) == [text]
        assert written.evidence[0].check == "verbatim"
        marked = Desk(index, tmp_path).claims(says(f"{text[:-1]} [2] (1).", text))[-1]
        assert texts(marked) == [text]


@pytest.mark.parametrize("url", ["[2]", "@everyone", "**", "<b>"])
def test_what_a_corpus_calls_a_url_and_is_none_is_taken_out_as_ever(tmp_path: Path, url: str) -> None:
    text = f"The report on the pier of Lund is {url} for all."
    with indexed(tmp_path, {**ROWS, "pier": {**PIER, "url": url, "text": text}}) as index:
        claim = says(text, "The report on the pier of Lund is")
        (one,) = Desk(index, tmp_path).claims(claim)[-1].evidence
    assert one.wording == "The report on the pier of Lund is for all."


@pytest.mark.parametrize("verdict", ["Yes, ", "No, ", "No. ", "Yes – ", "Yes: "])
def test_a_verdict_before_a_sentence_stands_only_where_the_reader_gives_it(
    writer: Desk, found: tuple[Hit, ...], verdict: str
) -> None:
    claim = says(f"{verdict}{SUPPORTED.text}", CAPTAIN)
    assert texts(writer.claims(claim)[-1]) == [SUPPORTED.text]
    read = replace(nothing_read(found), short_answer=verdict[:3].strip(" ,."))
    assert texts(writer.claims(claim, read=read)[-1]) == [claim.text]


def distinct(count: int) -> list[Claim]:
    """So many sentences that hold, no two of them alike."""
    return [
        says(text, *quoted)
        for text, *quoted in (
            (AGROUND, "ran aground off Lund on Monday"),
            (CAPTAIN, "said that 12 passengers were hurt"),
            ("He denied that the crew had been drinking.", "denied that the crew had been drinking"),
            (MAYOR, "thanked the rescuers of the harbour"),
            ("She promised them a new lifeboat by the summer.", "promised them a new lifeboat by the summer"),
            ("The old one was built in 1974.", "The old one was built in 1974"),
            (DIVERS, DIVERS),
            ("The company Nordline owns the ferry Aurora.", "The company Nordline owns the ferry Aurora"),
            ("Nordline has cancelled all crossings until April.", "cancelled all crossings until April"),
            ("The fish market of Velden will move to the old brewery.", "market of Velden will move"),
            ("Its rent was doubled last year.", "Its rent was doubled last year"),
        )[:count]
    ]


@pytest.mark.parametrize("form", [as_json, as_lines])
def test_no_more_sentences_are_taken_than_a_few_beyond_those_asked_for(writer: Desk, form: Any) -> None:
    assert MOST_SENTENCES <= MOST_TAKEN
    exactly = writer.claims(*distinct(MOST_TAKEN), form=form)[-1]
    assert texts(exactly) == [claim.text for claim in distinct(MOST_TAKEN)]
    assert exactly.writing.dropped == ()
    more = writer.claims(*distinct(11), form=form)[-1]
    assert more.evidence == exactly.evidence
    assert set(more.writing.dropped) == {"too many"}
    assert more.done


def test_sentences_that_were_dropped_count_among_those_that_are_taken(writer: Desk) -> None:
    answer = writer.claims(*[NO_QUOTE] * (MOST_TAKEN - 1), VERBATIM, SUPPORTED)[-1]
    assert texts(answer) == [VERBATIM.text]
    assert answer.writing.dropped[: MOST_TAKEN - 1] == ("no quote",) * (MOST_TAKEN - 1)


def test_a_source_s_sentence_in_place_of_an_invented_one_is_no_answer_alone(writer: Desk) -> None:
    steps = writer.claims(FALSE)
    assert [(one.evidence, one.done, one.writing.dropped) for one in steps] == [((), True, ("number",))]


def test_it_is_shown_after_one_that_held_or_where_the_reader_found_an_answer(
    writer: Desk, found: tuple[Hit, ...]
) -> None:
    assert texts(writer.claims(SUPPORTED, FALSE)[-1]) == [SUPPORTED.text, MAYOR]
    assert texts(writer.claims(FALSE, SUPPORTED)[-1]) == [SUPPORTED.text]
    gazette = next(one for one in found if one.article.id == "gazette")
    read = reading(evidence((gazette, AGROUND)), passages=found)
    assert texts(writer.claims(FALSE, read=read)[-1]) == [MAYOR]


def test_it_is_not_shown_where_a_sentence_says_its_quote_already(writer: Desk) -> None:
    held = says("Ina Berg, the mayor, thanked the rescuers.", "thanked the rescuers of the harbour")
    answer = writer.claims(held, FALSE)[-1]
    assert texts(answer) == [held.text]
    assert answer.writing.dropped == ("number",)


@pytest.mark.parametrize("said", ["NOT FOUND", '{"found": false, "sentences": []}', '{"found": true, "sentences": []}'])
def test_nothing_found_is_an_answer_without_a_sentence(writer: Desk, found: tuple[Hit, ...], said: str) -> None:
    (only,) = writer.write(Asked(QUESTION, (), found, nothing_read(found)), lambda prompt: said)
    assert (only.evidence, only.done, only.short_answer, only.confidence) == ((), True, None, 0.2)
    assert only.writing.dropped == ()


@pytest.mark.parametrize("said", ["", "The ferry Aurora ran aground off Lund.", '{"answer": "It ran aground."}'])
def test_what_cannot_be_read_is_an_error(writer: Desk, found: tuple[Hit, ...], said: str) -> None:
    with pytest.raises(ServiceUnreadable) as caught:
        writer.write(Asked(QUESTION, (), found, nothing_read(found)), lambda prompt: said)
    assert (caught.value.service, caught.value.reason) == (NAME, UNREADABLE)


def test_a_service_that_sends_it_again_and_again_is_left_alone(
    index: Index, found: tuple[Hit, ...], tmp_path: Path
) -> None:
    script = ScriptedModel(script=lambda prompt: "It ran aground.")
    model = service(script, tmp_path)
    asked = Asked(QUESTION, (), found, nothing_read(found))
    for _ in range(3):
        with pytest.raises(ServiceUnreadable):
            list(Writer(model, lambda: TODAY).write(asked, index, model.errand()))
    with pytest.raises(ServiceRested):
        list(Writer(model, lambda: TODAY).write(asked, index, model.errand()))
    assert len(script.prompts) == 3


class Breaking(ScriptedModel):
    """A model whose connection is closed before the words `stops_at` have come."""

    stops_at: str

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> Iterator[ChatGenerationChunk]:
        said = ""
        for chunk in super()._stream(messages, stop, run_manager, **kwargs):
            said += str(chunk.message.text)
            if self.stops_at in said:
                raise ConnectionResetError
            yield chunk


@pytest.mark.parametrize("form", [as_json, as_lines])
def test_what_was_proved_when_the_model_stopped_in_the_middle_stays(writer: Desk, form: Any) -> None:
    found = search(writer.index, QUESTION)
    model = Breaking(script=lambda prompt: form((VERBATIM, SUPPORTED, RELOCATED), prompt), stops_at="on Friday")
    steps = writer.write(Asked(QUESTION, (), found, nothing_read(found)), model)
    assert texts(steps[-1]) == [VERBATIM.text, SUPPORTED.text]
    assert steps[-1].done
    assert steps[-1].writing.cut == f"{NAME} stopped in the middle of its answer: {AWAY}"


@pytest.mark.parametrize("stops_at", ["S", "sank", "12 were"])
def test_a_model_that_stops_before_anything_was_proved_has_failed(writer: Desk, stops_at: str) -> None:
    found = search(writer.index, QUESTION)
    model = Breaking(script=lambda prompt: as_lines((NO_QUOTE, SUPPORTED), prompt), stops_at=stops_at)
    asked = Asked(QUESTION, (), found, nothing_read(found))
    if stops_at == "12 were":
        # The first sentence was whole, though it was dropped.
        assert writer.write(asked, model)[-1].writing.dropped == ("no quote",)
        return
    with pytest.raises(ServiceUnreachable):
        writer.write(asked, model)


def test_a_question_that_nobody_waits_for_is_not_written(index: Index, found: tuple[Hit, ...], tmp_path: Path) -> None:
    model = service(lambda prompt: as_lines((VERBATIM,), prompt), tmp_path)
    nobody = threading.Event()
    nobody.set()
    asked = Asked(QUESTION, (), found, nothing_read(found))
    with pytest.raises(Cancelled):
        list(Writer(model, lambda: TODAY).write(asked, index, model.errand(cancelled=nobody)))


def test_a_model_that_is_late_has_failed(writer: Desk, found: tuple[Hit, ...]) -> None:
    with pytest.raises(ServiceTimeout):
        writer.write(Asked(QUESTION, (), found, nothing_read(found)), lambda prompt: "NOT FOUND", timeout_s=0.0)


class Structured(ScriptedModel):
    """A model that can be made to answer by a schema."""

    schemas: list[Any] = Field(default_factory=list)
    systems: list[str] = Field(default_factory=list)

    def with_structured_output(self, schema: Any, **kwargs: Any) -> Any:
        self.schemas.append(schema)
        return self

    def _says(self, messages: Sequence[BaseMessage]) -> str:
        self.systems.append(str(messages[0].text))
        return super()._says(messages)


def test_a_model_is_asked_for_the_form_that_it_can_be_made_to_give(writer: Desk) -> None:
    found = search(writer.index, QUESTION)
    asked = Asked(QUESTION, (), found, nothing_read(found))
    model = Structured(script=lambda prompt: as_json((VERBATIM,), prompt))
    assert texts(writer.write(asked, model)[-1]) == [AGROUND]
    assert [schema["title"] for schema in model.schemas] == ["answer"]
    assert model.systems[0].endswith(instructions("as_json"))
    assert texts(writer.write(asked, model, structured_output=False)[-1]) == [AGROUND]
    assert model.systems[1].endswith(instructions("as_lines"))


def prompt_of(writer: Desk, asked: Asked, **limits: Any) -> tuple[str, str, Written]:
    model = Structured(script=lambda prompt: "NOT FOUND")
    (written,) = writer.write(asked, model, **limits)
    return model.systems[0], model.prompts[0], written


def test_the_model_is_told_the_day_the_archive_the_conversation_and_the_question(
    writer: Desk, found: tuple[Hit, ...]
) -> None:
    turns = (Turn("Who is Ola Lind?", "The captain."),)
    system, human, written = prompt_of(writer, Asked("And when?", turns, found, nothing_read(found)))
    assert "Friday, 8 March 2024" in system
    assert "4 articles, the newest of Wednesday, 6 March 2024" in system
    assert f"At most {MOST_SENTENCES} sentences" in system
    assert "Asked: Who is Ola Lind?\nAnswered: The captain." in human
    assert human.endswith("Question: And when?")
    assert (written.writing.passages_left_out, written.writing.turns_left_out, written.writing.withheld) == (0, 0, 0)


def test_the_passages_stand_in_the_readers_order_with_those_it_did_not_read_behind() -> None:
    one, two, three = known("gazette"), known("wire"), known("market")
    asked = Asked(QUESTION, (), (one, two, three), reading(passages=(three, one)))
    assert asked.passages == (three, one, two)
    assert Asked(QUESTION, (), (one, two), reading()).passages == (one, two)


def test_passages_of_suspected_articles_are_not_shown_and_prove_nothing(writer: Desk, found: tuple[Hit, ...]) -> None:
    asked = Asked(QUESTION, (), found, nothing_read(found), frozenset({"gazette"}))
    assert {one.article.id for one in asked.passages} == {"wire", "market", "pier"}
    (written,) = writer.write(asked, lambda prompt: as_lines((SUPPORTED,), prompt))
    assert (written.evidence, written.writing.withheld) == ((), 1)
    _, human, _ = prompt_of(writer, asked)
    assert "Ola Lind" not in human
    assert "Nordline" in human


def test_what_did_not_fit_is_counted(writer: Desk, found: tuple[Hit, ...]) -> None:
    turns = tuple(Turn(f"Why {number}?", "So it was. " * 100) for number in range(3))
    asked = Asked(QUESTION, turns, found, nothing_read(found))
    _, human, written = prompt_of(writer, asked, context_tokens=1100, max_output_tokens=100)
    assert written.writing.turns_left_out == 3
    assert human.count("<<<passage") + written.writing.passages_left_out == len(found)
    assert written.writing.passages_left_out > 0


def test_tokens_that_the_server_does_not_count_are_said_to_be_estimated(writer: Desk) -> None:
    assert writer.claims(VERBATIM)[-1].writing.estimated


def test_sources_that_differ_stand_side_by_side_once_the_answer_is_done(writer: Desk, found: tuple[Hit, ...]) -> None:
    gazette, wire = (next(one for one in found if one.article.id == name) for name in ("gazette", "wire"))
    guard = "Fourteen passengers were hurt when the ferry Aurora ran aground off Lund, the coast guard said."
    read = reading(
        evidence((wire, guard), value="Fourteen"), evidence((gazette, CAPTAIN), value="12"), differs_in="number"
    )
    *before, last = writer.claims(SUPPORTED, read=read)
    assert [(texts(one), one.evidence[0].value) for one in before] == [([SUPPORTED.text], None)]
    assert [(text, piece.value) for text, piece in zip(texts(last), last.evidence, strict=True)] == [
        (SUPPORTED.text, "12"),
        (guard, "Fourteen"),
    ]


PLACE = hit("gazette", f"{AGROUND} {CAPTAIN}", score=0.7)
OTHER = hit("wire", DIVERS, score=0.4)
READ = reading(evidence((PLACE, CAPTAIN)), passages=[PLACE, OTHER], confidence=0.9, short_answer="12 passengers")


def worded(one: Hit, words: str, text: str | None) -> Evidence:
    return evidence((one, words), wording=text, check="supported" if text else "verbatim")


@pytest.mark.parametrize(
    ("first", "short", "shown"),
    [
        (worded(PLACE, CAPTAIN, "Ola Lind said that 12 passengers were hurt."), "12 passengers", True),
        (worded(PLACE, CAPTAIN, None), "12 passengers", True),
        (worded(PLACE, "12 passengers were hurt.", None), "12 passengers", True),
        (worded(PLACE, CAPTAIN, "Ola Lind said that some were hurt."), "12 passengers", False),
        (worded(PLACE, AGROUND, "The Aurora, with 12 passengers, ran aground."), "12 passengers", False),
        (worded(OTHER, DIVERS, "12 passengers."), "12 passengers", False),
        (worded(PLACE, CAPTAIN, "Yes, 12 were hurt."), "Yes", True),
        (worded(PLACE, CAPTAIN, "No: 12 were hurt."), "No", True),
        (worded(PLACE, CAPTAIN, "Yes, 12 were hurt."), "No", False),
        (worded(PLACE, CAPTAIN, "He said Yes, 12 were hurt."), "Yes", False),
        (worded(PLACE, CAPTAIN, "Not 12 were hurt."), "No", False),
        (worded(PLACE, CAPTAIN, "12 passengers were hurt."), None, False),
        (worded(PLACE, CAPTAIN, "In 2012, 112 passengers were hurt."), "12", False),
        (worded(PLACE, CAPTAIN, "“12 passengers” were hurt."), "12 passengers", True),
    ],
)
def test_the_short_answer_is_the_readers_where_the_first_sentence_says_it_of_the_same_place(
    first: Evidence, short: str | None, shown: bool
) -> None:
    read = replace(READ, short_answer=short)
    assert short_answer([first], read) == (short if shown else None)
    assert short_answer([worded(OTHER, DIVERS, None), first], read) is None


def test_without_an_answer_of_both_there_is_no_short_one() -> None:
    assert short_answer([], READ) is None
    assert short_answer([worded(PLACE, CAPTAIN, None)], replace(READ, evidence=())) is None


def test_the_confidence_is_the_readers_where_it_chose_the_same_and_else_that_of_the_passage() -> None:
    assert confidence([worded(PLACE, CAPTAIN, "So.")], READ) == 0.9
    assert confidence([worded(PLACE, AGROUND, "So.")], READ) == 0.7
    assert confidence([worded(OTHER, DIVERS, "So.")], READ) == 0.4
    assert confidence([worded(OTHER, DIVERS, "So."), worded(PLACE, CAPTAIN, "So.")], READ) == 0.4
    assert confidence([], READ) == 0.9
    assert confidence([worded(PLACE, CAPTAIN, "So.")], replace(READ, evidence=())) == 0.7
    assert confidence([worded(known("market"), "Its rent was doubled last year.", None)], READ) == 0.0


def test_both_are_told_with_the_answer(writer: Desk, found: tuple[Hit, ...]) -> None:
    gazette = next(one for one in found if one.article.id == "gazette")
    read = reading(evidence((gazette, CAPTAIN)), passages=found, confidence=0.8, short_answer="12")
    assert {(one.short_answer, one.confidence) for one in writer.claims(SUPPORTED, VERBATIM, read=read)} == {
        ("12", 0.8)
    }
    other = writer.claims(RELOCATED, SUPPORTED, read=read)[-1]
    wire = next(one for one in found if one.article.id == "wire")
    assert (other.short_answer, other.confidence) == (None, wire.score)


def test_a_writer_has_the_name_of_its_model(tmp_path: Path) -> None:
    assert Writer(service(lambda prompt: "", tmp_path), lambda: TODAY).name == NAME


@pytest.mark.parametrize("missing", [1, 30])
def test_json_that_ends_too_early_says_so_however_well_it_was_sent(writer: Desk, missing: int) -> None:
    asked = Asked(QUESTION, (), search(writer.index, QUESTION), nothing_read(()))
    *_, last = writer.write(asked, lambda prompt: as_json((VERBATIM, SUPPORTED), prompt)[:-missing])
    assert texts(last)[0] == VERBATIM.text
    assert last.writing.cut == f"{NAME} stopped in the middle of its answer: {CUT_SHORT}"
