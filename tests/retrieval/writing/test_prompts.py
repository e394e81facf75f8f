"""What `retrieval/prompts` claims: each file is there, is filled without a gap, and says the form that is read."""

from __future__ import annotations

import json
from string import Template

import pytest

from retrieval.writing.drafts import Claimed, Draft
from retrieval.writing.json_form import SCHEMA
from retrieval.writing.parsing import DraftReader
from retrieval.writing.prompting import PROMPTS, instructions

PLACEHOLDERS: dict[str, set[str]] = {
    "answer": {"today", "reach", "sentences"},
    "as_json": set(),
    "as_lines": set(),
    "question": {"conversation", "passages", "question"},
    "rewrite": set(),
}


def test_there_are_these_files_and_no_others() -> None:
    assert {file.name for file in PROMPTS.iterdir()} == {f"{name}.md" for name in PLACEHOLDERS}


@pytest.mark.parametrize("name", PLACEHOLDERS)
def test_a_file_has_the_placeholders_that_are_filled_and_no_others(name: str) -> None:
    template = Template(instructions(name))
    assert template.is_valid()
    assert set(template.get_identifiers()) == PLACEHOLDERS[name]


@pytest.mark.parametrize("name", PLACEHOLDERS)
def test_a_file_is_read_without_the_blanks_around_it(name: str) -> None:
    text = instructions(name)
    assert text
    assert text == (PROMPTS / f"{name}.md").read_text(encoding="utf-8").strip()


def test_a_file_that_is_not_there_is_no_empty_instruction() -> None:
    with pytest.raises(FileNotFoundError):
        instructions("poem")


def read(text: str) -> tuple[list[Draft], bool]:
    reader = DraftReader()
    return [*reader.feed(text), *reader.finish()], reader.not_found


def test_the_lines_that_a_model_is_shown_are_read_as_they_are_meant() -> None:
    _, example, not_found = instructions("as_lines").split("\n\n", 2)
    assert read(example) == (
        [
            Draft(
                "a sentence of the answer",
                (Claimed(1, "words copied from passage 1"), Claimed(4, "words copied from passage 4")),
            ),
            Draft("the next sentence of the answer", (Claimed(1, "other words copied from passage 1"),)),
        ],
        False,
    )
    assert read(not_found.split("\n\n")[-1]) == ([], True)


def test_the_json_that_a_model_is_shown_is_read_as_it_is_meant_and_follows_the_schema() -> None:
    _, example, not_found = instructions("as_json").split("\n")
    assert read(example) == (
        [Draft("a sentence of the answer", (Claimed(1, "words copied from passage 1"),))],
        False,
    )
    empty = not_found.split(": ", 1)[1]
    assert read(empty) == ([], True)
    sentence = SCHEMA["properties"]["sentences"]["items"]
    for shown in (json.loads(example), json.loads(empty)):
        assert list(shown) == SCHEMA["required"] == list(SCHEMA["properties"])
        for one in shown["sentences"]:
            assert list(one) == sentence["required"] == list(sentence["properties"])
            for quote in one["quotes"]:
                quoted = sentence["properties"]["quotes"]["items"]
                assert list(quote) == quoted["required"] == list(quoted["properties"])
