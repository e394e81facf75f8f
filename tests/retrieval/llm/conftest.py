"""What every test of the chat models starts from: a server of loopback, and nobody's keys."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.retrieval.llm.asking import Clock
from tests.retrieval.llm.openai_server import OpenAiServer

THEIRS = ("OPENAI_", "ANTHROPIC_", "GOOGLE_", "GEMINI_", "OLLAMA_", "LANGCHAIN_", "LANGSMITH_", "LC_OUTPUT_VERSION")
"""Beginnings of the variables that the providers' packages read."""


@pytest.fixture(autouse=True)
def _nobodys_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """No key and no proxy of the person who runs the tests."""
    for name in os.environ:
        if name.startswith(THEIRS) or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def _running() -> Iterator[OpenAiServer]:
    with OpenAiServer().running() as server:
        yield server


@pytest.fixture
def server(_running: OpenAiServer) -> Iterator[OpenAiServer]:
    """One for all: making a client of its own for every test takes longer than the test."""
    _running.forget()
    yield _running
    _running.forget()


@pytest.fixture
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Retries come at once."""
    monkeypatch.setattr("retrieval.llm.service.FIRST_PAUSE_S", 0.01)


@pytest.fixture
def clock() -> Clock:
    return Clock()
