"""The chain with a language model on the shipped articles: a scripted one, and LangChain's own fakes."""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from langchain_core.callbacks import BaseCallbackHandler
from langchain_core.language_models import BaseChatModel, FakeListChatModel, GenericFakeChatModel
from langchain_core.messages import AIMessage, AIMessageChunk
from langchain_core.outputs import ChatGenerationChunk

from bot.assembly import Dateline
from bot.proofs import proofs_of
from config.errors import IndexMissing
from retrieval.chain import AnswerChain
from retrieval.citing import withdraw
from retrieval.llm.background import Cancelled
from retrieval.llm.ledger import TokenLedger
from retrieval.llm.service import ChatService, Limits
from retrieval.serialise import answer_to_json
from retrieval.types import Question, Turn
from retrieval.writing.author import Author
from tests.retrieval.writing.archives import NAME
from tests.retrieval.writing.scripted import ScriptedModel, as_json, as_lines
from tests.retrieval.writing.table import Claim

ENVOY = "Who is the Kremlin's envoy to Afghanistan?"
INVITED = "a Taliban delegation has been invited for Afghan talks in the Russian capital on Oct. 20"
RIGHT = Claim(
    "Zamir Kabulov, Russia's envoy to Afghanistan, said a Taliban delegation has been invited for talks on Oct. 20.",
    ((INVITED, f"Zamir Kabulov, told journalists that {INVITED}"),),
    holds=True,
)
WRONG = Claim(
    "Zamir Kabulov said a Taliban delegation has been invited for talks on Oct. 21.",
    ((INVITED, f"told journalists that {INVITED}"),),
    holds=False,
)

Written = Callable[..., AnswerChain]


@pytest.fixture
def written(shipped: Dateline, tmp_path: Path) -> Written:
    """The chain of the shipped articles with a model for its author."""

    def chain(model: BaseChatModel, **limits: Any) -> AnswerChain:
        service = ChatService(
            NAME, lambda: model, Limits(**{"retries": 0, "timeout_s": 20.0, **limits}), TokenLedger(tmp_path / "u", 0)
        )
        return AnswerChain(shipped.archive, shipped.searcher, shipped.reader, 10, Author(service))

    return chain


def saying(*claims: Claim, form: Callable[[Sequence[Claim], str], str] = as_json) -> ScriptedModel:
    return ScriptedModel(script=lambda prompt: form(claims, prompt))


class Breaking(ScriptedModel):
    """Fails after so many characters."""

    after: int = 0

    def _stream(self, *args: Any, **kwargs: Any) -> Iterator[ChatGenerationChunk]:
        text = self._says(args[0])
        if self.after:
            yield ChatGenerationChunk(message=AIMessageChunk(content=text[: self.after]))
        raise ConnectionError("https://somewhere.example/?key=sk-secret is not there")


class Waiting(ScriptedModel):
    """Says nothing until it is let."""

    begun: Any
    let: Any

    def _stream(self, *args: Any, **kwargs: Any) -> Iterator[ChatGenerationChunk]:
        self.begun.set()
        self.let.wait(30)
        yield from super()._stream(*args, **kwargs)


@pytest.mark.parametrize("form", [as_json, as_lines])
def test_an_answer_in_the_models_words_stands_on_quotes_and_says_who_wrote_it(form: Any, written: Written) -> None:
    answer = written(saying(RIGHT, form=form)).invoke(Question(ENVOY))
    (sentence,) = answer.sentences
    assert (answer.status, answer.answered_by) == ("answered", NAME)
    assert (sentence.text, sentence.check) == (RIGHT.text, "supported")
    assert INVITED in answer.citations[0].quote.text
    row = answer_to_json(answer)
    assert row["writing"]["model"] == NAME
    assert row["writing"]["fallback"] is None
    assert row["usage"].keys() == {"input_tokens", "output_tokens", "total_tokens", "calls"}
    assert row["usage"]["calls"] == 1
    assert "draft" not in row


@pytest.mark.parametrize("model", ["list", "generic"])
def test_the_fake_models_of_langchain_answer_in_the_plain_format(model: str, written: Written) -> None:
    text = f"SENTENCE: {RIGHT.text}\nQUOTE 1: {INVITED}\n\nSENTENCE: {WRONG.text}\nQUOTE 1: {INVITED}"
    fake = FakeListChatModel(responses=[text]) if model == "list" else GenericFakeChatModel(messages=_endless(text))
    answer = written(fake).invoke(Question(ENVOY))
    assert RIGHT.text in [sentence.text for sentence in answer.sentences]
    assert WRONG.text not in answer.text
    assert answer.answered_by == NAME


def _endless(text: str) -> Iterator[AIMessage | str]:
    while True:
        yield AIMessage(text)


def test_a_sentence_that_its_quote_does_not_say_gives_way_to_the_source(written: Written) -> None:
    answer = written(saying(WRONG)).invoke(Question(ENVOY))
    assert "Oct. 21" not in answer.text
    assert [sentence.check for sentence in answer.sentences] == ["replaced"]
    assert answer.writing is not None
    assert answer.writing.dropped == ("date",)


def test_a_model_that_finds_nothing_is_believed(written: Written) -> None:
    answer = written(saying()).invoke(Question(ENVOY))
    assert (answer.status, answer.answered_by, answer.confidence > 0) == ("not_found", NAME, True)
    assert answer.nearest
    assert answer.writing is not None
    assert answer.writing.fallback is None


def test_drafts_are_proved_beginnings_of_the_answer_and_the_answer_is_no_draft(written: Written) -> None:
    second = Claim(
        "The talks follow a G20 summit on Afghanistan on October 12.",
        (
            (
                "G20 summit on Afghanistan on October 12",
                "The talks will follow a G20 summit on Afghanistan on October 12",
            ),
        ),
        holds=True,
    )
    *drafts, answer = written(saying(RIGHT, second, WRONG)).stream(Question(ENVOY))
    assert [len(draft.sentences) for draft in drafts][:2] == [1, 2]
    assert all(draft.draft for draft in drafts)
    assert not answer.draft
    for draft in drafts:
        assert [one.text for one in draft.sentences] == [one.text for one in answer.sentences[: len(draft.sentences)]]
        assert draft.citations


def test_without_a_model_there_is_no_draft(shipped: Dateline) -> None:
    (answer,) = shipped.chain.stream(Question(ENVOY))
    assert not answer.draft
    assert answer.writing is None
    assert answer_to_json(answer)["writing"] is None
    assert answer.text == shipped.chain.invoke(Question(ENVOY)).text


def test_where_the_model_is_away_the_reader_answers_and_the_answer_says_so(written: Written, shipped: Dateline) -> None:
    answer = written(Breaking(script=lambda _: "")).invoke(Question(ENVOY))
    read = shipped.chain.invoke(Question(ENVOY))
    assert (answer.text, answer.answered_by) == (read.text, read.answered_by)
    assert answer.writing is not None
    assert answer.writing.fallback is not None
    assert answer.writing.fallback.startswith(NAME)
    assert "sk-secret" not in json.dumps(answer_to_json(answer))


def test_what_was_proved_before_the_model_broke_off_stays_and_says_so(written: Written) -> None:
    whole = as_lines((RIGHT, RIGHT), "")
    model = Breaking(script=lambda prompt: as_lines((RIGHT, WRONG), prompt), after=len(whole) - 5)
    answer = written(model).invoke(Question(ENVOY))
    assert answer.sentences[0].text == RIGHT.text
    assert answer.writing is not None
    assert answer.writing.fallback is None
    assert answer.writing.cut is not None
    assert "stopped in the middle" in answer.writing.cut


def test_an_unreadable_output_makes_the_reader_answer(written: Written) -> None:
    answer = written(ScriptedModel(script=lambda _: "I am a helpful assistant.")).invoke(Question(ENVOY))
    assert answer.answered_by != NAME
    assert answer.writing is not None
    assert answer.writing.fallback is not None


def test_a_follow_up_is_made_whole_by_the_model_and_then_looked_up(written: Written) -> None:
    whole = "When did Zamir Kabulov say that the Taliban would be invited?"

    def script(prompt: str) -> str:
        return whole if "<<<passage" not in prompt else as_json((RIGHT,), prompt)

    model = ScriptedModel(script=script)
    history = (Turn(ENVOY, "Zamir Kabulov, who said that the Taliban would be invited. [1]"),)
    answer = written(model).invoke(Question("When did he say it?", history))
    assert answer.resolved_question == whole
    assert answer.usage is not None
    assert answer.usage["calls"] == 2
    assert "Zamir Kabulov" in model.prompts[0]


def test_where_the_model_cannot_make_it_whole_the_local_rules_do(written: Written) -> None:
    def script(prompt: str) -> str:
        return "" if "<<<passage" not in prompt else as_json((RIGHT,), prompt)

    answer = written(ScriptedModel(script=script)).invoke(
        Question("When did he say it?", (Turn(ENVOY, "Zamir Kabulov [1]"),))
    )
    assert answer.resolved_question is not None
    assert "Kabulov" in answer.resolved_question
    assert answer.answered_by == NAME


class Recorder(BaseCallbackHandler):
    def __init__(self) -> None:
        self.parents: dict[UUID, UUID | None] = {}
        self.models: list[UUID] = []
        self.ended: list[UUID] = []

    def on_chain_start(self, *args: Any, run_id: UUID, parent_run_id: UUID | None = None, **kwargs: Any) -> None:
        self.parents[run_id] = parent_run_id

    def on_chat_model_start(self, *args: Any, run_id: UUID, parent_run_id: UUID | None = None, **kwargs: Any) -> None:
        self.parents[run_id] = parent_run_id
        self.models.append(run_id)

    def on_llm_end(self, *args: Any, run_id: UUID, **kwargs: Any) -> None:
        self.ended.append(run_id)


@pytest.mark.parametrize("streamed", [False, True])
def test_callbacks_see_the_models_run_within_the_chains(streamed: bool, written: Written) -> None:
    recorder, chain = Recorder(), written(saying(RIGHT))
    config: Any = {"callbacks": [recorder], "tags": ["mine"]}
    answer = [*chain.stream(Question(ENVOY), config)][-1] if streamed else chain.invoke(Question(ENVOY), config)
    assert answer.answered_by == NAME
    (model,) = recorder.models
    assert recorder.ended == [model]
    above = recorder.parents[model]
    assert above is not None
    while recorder.parents[above] is not None:
        above = recorder.parents[above]
        assert above is not None
    assert next(iter(recorder.parents)) == above


@pytest.mark.parametrize("how", ["told", "closed"])
def test_nobody_who_has_gone_keeps_the_model_at_work(how: str, written: Written) -> None:
    begun, let, gone = threading.Event(), threading.Event(), threading.Event()
    chain = written(Waiting(script=lambda prompt: as_json((RIGHT,), prompt), begun=begun, let=let))
    ended: list[BaseException | None] = []

    def ask() -> None:
        try:
            for _ in chain.stream(Question(ENVOY), cancelled=gone):
                pass
        except BaseException as error:
            ended.append(error)

    asking = threading.Thread(target=ask)
    try:
        if how == "told":
            asking.start()
            assert begun.wait(20)
            gone.set()
            asking.join(5)
            assert not asking.is_alive()
            assert [type(error) for error in ended] == [Cancelled]
        else:
            let.set()
            drafts = chain.stream(Question(ENVOY))
            next(drafts)
            drafts.close()  # type: ignore[attr-defined]
    finally:
        let.set()


def test_an_index_that_is_missing_is_the_same_error_with_a_model(settings: Any, tmp_path: Path) -> None:
    from bot.assembly import assemble

    dateline = assemble(settings)
    service = ChatService(NAME, lambda: saying(RIGHT), Limits(), TokenLedger(tmp_path / "u", 0))
    chain = AnswerChain(dateline.archive, dateline.searcher, dateline.reader, 10, Author(service))
    with pytest.raises(IndexMissing):
        chain.invoke(Question(ENVOY))


def test_a_saved_written_answer_is_proved_again_and_a_changed_quote_is_not(
    written: Written, shipped: Dateline, tmp_path: Path
) -> None:
    row = answer_to_json(written(saying(RIGHT)).invoke(Question(ENVOY)))
    file = tmp_path / "answer.json"
    for changed in (False, True):
        if changed:
            row["citations"][0]["quote"] = row["citations"][0]["quote"].replace("20", "21")
        file.write_text(json.dumps(row))
        proofs = proofs_of(str(file), shipped.find_article, frozenset())
        assert all(proof.holds for proof in proofs) is not changed


def test_what_a_written_answer_says_of_a_withdrawn_article_is_gone(written: Written) -> None:
    answer = written(saying(RIGHT)).invoke(Question(ENVOY))
    left = withdraw(answer, {citation.article.id for citation in answer.citations})
    assert left.emptied
    assert "Kabulov" not in json.dumps(answer_to_json(left)).replace(ENVOY, "")


def test_several_people_are_written_for_at_once(written: Written) -> None:
    chain = written(saying(RIGHT))
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: chain.invoke(Question(ENVOY)), range(8)))
    assert {answer.text for answer in answers} == {answers[0].text}
    assert all(answer.usage and answer.usage["calls"] == 1 for answer in answers)


def test_what_does_not_fit_is_left_out_and_told(written: Written) -> None:
    turns = tuple(Turn(f"Question {number}? {'word ' * 150}", "An answer. [1]") for number in range(8))

    def script(prompt: str) -> str:
        return ENVOY if "<<<passage" not in prompt else as_json((), prompt)

    chain = written(ScriptedModel(script=script), context_tokens=3000, max_output_tokens=500)
    answer = chain.invoke(Question("And who is the Kremlin's envoy to Afghanistan?", turns))
    assert answer.writing is not None
    row = answer_to_json(answer)["writing"]
    assert row["passages_left_out"] == answer.writing.passages_left_out > 0
    assert row["turns_left_out"] == answer.writing.turns_left_out > 0


def test_the_log_tells_the_tokens_and_not_the_question(written: Written, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "dateline"):
        answer = written(saying(RIGHT)).invoke(Question(ENVOY))
    assert answer.usage is not None
    assert f"{answer.usage['total_tokens']} tokens" in caplog.text
    assert "Kremlin" not in caplog.text


def test_a_follow_up_that_the_model_only_repeats_is_resolved_by_the_rules(written: Written) -> None:
    asked = Question("And when?", (Turn("When will the G20 summit be held?", "On October 12. [1]"),))
    model = ScriptedModel(script=lambda prompt: "And when?" if "SENTENCE" not in prompt else as_json((RIGHT,), prompt))
    echoed = written(model).invoke(asked)
    local = written(ScriptedModel(script=lambda prompt: "")).invoke(asked)
    assert echoed.resolved_question == local.resolved_question is not None


def test_what_a_failed_question_has_used_is_said_to_be_estimated(written: Written) -> None:
    answer = written(Breaking(script=lambda prompt: as_json((RIGHT,), prompt), after=30)).invoke(Question(ENVOY))
    assert answer.writing is not None
    assert answer.writing.fallback
    assert answer.writing.estimated
    assert answer.usage is not None
    assert answer.usage["input_tokens"] > 0
