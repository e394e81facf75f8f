"""Answers of a language model in Discord: what is said of them, while it writes, and of where questions go."""

from __future__ import annotations

import dataclasses
from dataclasses import replace

import pytest

from bot.discord_bot import about, drafts
from bot.discord_bot.about import privacy_sheet, status_sheet
from bot.discord_bot.answer_sheets import MAX_SHEETS, answer_sheets, draft_sheet
from bot.discord_bot.sheet import MAX_TEXT
from retrieval.types import Answer, AnswerSentence, Question, Writing
from tests.bot.discord_bot.scene import Scene, in_between, last, of_bot, seen, until
from tests.bot.discord_bot.scripted import INDEX, Scripted, answered

MODEL = "openai:a*model"


def written(writing: Writing, sentences: int = 1) -> Answer:
    return replace(answered(Question("Who?"), sentences=sentences), answered_by=writing.model, writing=writing)


def texts(answer: Answer) -> str:
    return "\n".join(text for sheet in answer_sheets(answer, "id", lambda _: "") for text in sheet.texts)


def test_who_wrote_an_answer_stands_under_it() -> None:
    assert "-# Written by openai:a\\*model." in texts(written(Writing(MODEL)))


def test_what_was_not_shown_of_it_is_counted() -> None:
    answer = written(
        Writing(MODEL, dropped=("date", "name", "number"), passages_left_out=2, turns_left_out=1, withheld=1)
    )
    answer = replace(answer, sentences=(replace(answer.sentences[0], check="replaced"),))
    said = texts(answer)
    for part in (
        "1 sentence in the source's words instead of its own",
        "2 sentences that no quote proves left out",
        "2 passages that did not fit left out",
        "1 earlier question not told to it",
        "1 article addressed to machines not shown to it",
    ):
        assert part in said


def test_a_sentence_that_was_said_before_or_came_too_late_is_not_called_unproved() -> None:
    said = texts(written(Writing(MODEL, dropped=("said before", "empty", "too many", "too many"))))
    assert "that no quote proves" not in said
    assert "2 more sentences not looked at" in said


def test_why_the_articles_answer_instead_stands_before_the_answer() -> None:
    said = texts(written(Writing(MODEL, fallback="openai:a*model: it did not answer in time")))
    warning = said.index("⚠️ openai\\:a\\*model: it did not answer in time. The articles themselves answer instead.")
    assert warning < said.index("The envoy said so, 1.")
    assert "Written by" not in said


def test_the_longest_name_and_reason_break_no_message() -> None:
    long = "x" * 5000
    for writing in (Writing(long), Writing(long, fallback=long), Writing(long, cut=long)):
        sheets = answer_sheets(written(writing, sentences=9), "id", lambda _: "")
        assert len(sheets) <= MAX_SHEETS
        assert all(sheet.text_units <= MAX_TEXT for sheet in sheets)
        assert draft_sheet(written(writing)).text_units <= MAX_TEXT


@pytest.mark.parametrize("mark", ["@everyone", "<@1>", "[here](https://evil.example)", "**bold**", "||hidden||"])
def test_a_model_can_write_no_mention_link_or_mark(mark: str) -> None:
    answer = written(Writing(MODEL))
    answer = replace(answer, sentences=(AnswerSentence(f"So it said {mark} there.", (1,), "supported"),))
    for said in (texts(answer), "\n".join(draft_sheet(replace(answer, draft=True)).texts)):
        assert f"So it said {mark} there." not in said
        assert "So it said" in said


@pytest.mark.parametrize("model", [None, MODEL])
def test_privacy_tells_where_questions_go(model: str | None) -> None:
    said = "\n".join(privacy_sheet(30, model).texts)
    assert ("nowhere else" in said) is (model is None)
    assert ("openai:a\\*model" in said) is (model is not None)
    assert "for 30 days" in said
    assert ("passages of the articles" in said) is (model is not None)


def test_status_names_the_model() -> None:
    sheet = status_sheet(INDEX, 0.1, None, INDEX.built_at, MODEL)
    assert "Answers are written by openai:a\\*model" in "\n".join(sheet.texts)


@pytest.mark.scripted
async def test_help_and_privacy_say_that_a_model_writes(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(scene.answering), "model", MODEL)
    assert "written by openai:a\\*model" in seen(await scene.alice.slash(scene.channel, "help"))
    assert "a language model, openai:a\\*model" in seen(await scene.alice.slash(scene.channel, "privacy"))
    assert about.HERE not in seen(await scene.alice.slash(scene.channel, "privacy"))


@pytest.mark.scripted
async def test_a_message_shows_drafts_and_becomes_the_answer(
    scene: Scene, chain: Scripted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafts, "EVERY_S", 0.0)  # the simulated clock stands still while a chain is held
    chain.drafts = [answered(Question("Who?"), words="A draft")]
    chain.held.clear()
    with in_between(scene.env):
        await scene.alice.send(scene.channel, f"{scene.us} Who?")
        await until(lambda: chain.asked)
        await until(lambda: "A draft, 1." in seen(last(scene.channel)))
        assert "scripted is writing…" in seen(last(scene.channel))
        chain.held.set()
    await scene.env.settle()
    (message,) = of_bot(scene.channel)
    assert "The envoy said so, 1." in seen(message)
    assert "A draft" not in seen(message)
    assert "writing…" not in seen(message)


@pytest.mark.scripted
async def test_a_command_shows_drafts_too(scene: Scene, chain: Scripted, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "EVERY_S", 0.0)  # the simulated clock stands still while a chain is held
    chain.drafts = [answered(Question("Who?"), words="A draft")]
    chain.held.clear()

    def edits() -> list[object]:
        return [request for request in scene.env.http_requests if "A draft" in str(request.json)]

    with in_between(scene.env):
        result = await scene.ask()
        await until(lambda: chain.asked)
        await until(edits)
        chain.held.set()
    await scene.env.settle()
    assert len(edits()) == 1
    assert "The envoy said so, 1." in seen(result)


def test_drafts_are_not_kept() -> None:
    from bot.discord_bot.rows import from_row, to_row

    kept = from_row(to_row(written(Writing(MODEL, dropped=("date",)))))
    assert kept is not None
    assert kept.writing == Writing(MODEL, dropped=("date",))
    assert not kept.draft
    assert {field.name for field in dataclasses.fields(kept)} >= {"draft", "writing"}
