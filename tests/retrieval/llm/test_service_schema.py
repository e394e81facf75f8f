"""A model that cannot be made to answer by a schema is asked without one, and only such a model."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from config.errors import ServiceRefused
from retrieval.llm.ledger import Spent
from retrieval.llm.providers import ModelChoice, chat_model
from tests.retrieval.llm.asking import ANSWER, KEY, MODEL, Form, ask, service_at, service_of, structured_forms
from tests.retrieval.llm.fake_model import Chunks, chunks
from tests.retrieval.llm.openai_server import OpenAiServer, Says, Status


def refuses_schemas(status: int, answer: str = "in lines") -> Any:
    def behave(request: dict[str, Any]) -> Says | Status:
        return Status(status) if "response_format" in request else Says(answer)

    return behave


@structured_forms
@pytest.mark.parametrize("status", [400, 404, 405, 415, 422, 501])
def test_a_model_that_rejects_the_schema_is_asked_without_and_remembered(
    status: int, form: Form, server: OpenAiServer, tmp_path: Path
) -> None:
    server.behave = refuses_schemas(status)
    service = service_at(server.url, tmp_path, form)
    first, second = ask(service, form), ask(service, form)
    assert (first.text, second.text, first.error, second.error) == ("in lines", "in lines", None, None)
    assert ["response_format" in request for request in server.requests] == [True, False, False]
    assert [request["messages"][0]["content"] for request in server.requests] == ["as JSON", "as lines", "as lines"]
    assert first.errand.usage["total_tokens"] == 120  # what was rejected has cost nothing
    assert service.ledger.today() == Spent(240, 3)


def rejects_the_schema_as_openai_does(request: dict[str, Any]) -> Says | Status:
    message = (
        "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model. "
        "Learn more about supported models at the Structured Outputs guide."
    )
    error = {"message": message, "type": "invalid_request_error", "param": None, "code": None}
    return Status(400, error=error) if "response_format" in request else Says("in lines")


# The model is of an earlier test, and what was set then to keep its package quiet has ended with that test.
@pytest.mark.filterwarnings("ignore:This model does not support OpenAI's structured output")
@structured_forms
def test_the_words_in_which_openai_itself_rejects_it_are_understood(
    form: Form, server: OpenAiServer, tmp_path: Path
) -> None:
    server.behave = rejects_the_schema_as_openai_does
    assert ask(service_at(server.url, tmp_path, form), form).text == "in lines"


def test_the_warning_of_a_package_whose_server_rejects_the_schema_is_not_printed(
    server: OpenAiServer, tmp_path: Path, recwarn: pytest.WarningsRecorder
) -> None:
    form = Form(True, True)
    service = service_of(chat_model(ModelChoice(MODEL, server.url, KEY)), tmp_path, form)
    server.behave = rejects_the_schema_as_openai_does
    assert ask(service, form).text == "in lines"
    assert [str(one.message) for one in recwarn] == []


@structured_forms
@pytest.mark.parametrize("status", [401, 403, 429, 500])
@pytest.mark.usefixtures("quickly")
def test_what_has_nothing_to_do_with_the_schema_does_not_give_it_up(
    status: int, form: Form, server: OpenAiServer, tmp_path: Path
) -> None:
    server.plays(Status(status))
    service = service_at(server.url, tmp_path, form, retries=1)
    assert ask(service, form).error
    server.plays(Says(ANSWER))
    assert ask(service, form).text == ANSWER
    assert all("response_format" in request for request in server.requests)


@structured_forms
@pytest.mark.parametrize("status", [400, 404])
def test_where_the_plain_form_fails_too_the_schema_is_not_given_up(
    status: int, form: Form, server: OpenAiServer, tmp_path: Path
) -> None:
    server.plays(Status(status))
    service = service_at(server.url, tmp_path, form)
    assert isinstance(ask(service, form).error, ServiceRefused)
    server.plays(Says(ANSWER))
    assert ask(service, form).text == ANSWER
    assert "response_format" in server.requests[-1]


@structured_forms
def test_a_refusal_of_the_content_is_no_rejection_of_the_schema(
    form: Form, server: OpenAiServer, tmp_path: Path
) -> None:
    server.plays(Says("", refusal="I would rather not"), Says(ANSWER))
    service = service_at(server.url, tmp_path, form)
    assert isinstance(ask(service, form).error, ServiceRefused)
    assert ask(service, form).text == ANSWER
    assert ["response_format" in request for request in server.requests] == [True, True]


def test_once_text_has_come_it_is_not_asked_for_again_in_another_form(tmp_path: Path) -> None:
    class Rejected(Exception):
        status_code = 400

    model = Chunks(chunks=chunks(['{"found"']), error=Rejected())
    form = Form(True, True)
    came = ask(service_of(model, tmp_path, form), form)
    assert (came.pieces, type(came.error), came.errand.calls) == (['{"found"'], ServiceRefused, 1)


@structured_forms
def test_where_no_schema_is_wanted_none_is_asked_for(form: Form, server: OpenAiServer, tmp_path: Path) -> None:
    server.plays(Says("in lines"))
    came = ask(service_at(server.url, tmp_path, form, structured_output=False), form)
    assert came.text == "in lines"
    assert ["response_format" in request for request in server.requests] == [False]
