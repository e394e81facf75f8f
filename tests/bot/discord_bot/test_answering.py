"""From a question to its messages, without Discord."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.assembly import Dateline
from bot.discord_bot import drafts
from bot.discord_bot.answering import Answering
from bot.discord_bot.desk import Desk
from bot.discord_bot.places import Asker
from bot.discord_bot.sheet import Sheet
from bot.discord_bot.store import ConversationStore
from retrieval.types import Question
from tests.bot.discord_bot.scene import until
from tests.bot.discord_bot.scripted import Scripted, answered

pytestmark = pytest.mark.scripted

QUESTION = 10
"""The message that asks."""


class Noted:
    """A reply that keeps what is shown in it."""

    def __init__(self, *, private: bool = False) -> None:
        self.private = private
        self.question: int | None = QUESTION
        self.shown: list[Sheet] = []
        self.drafts: list[Sheet] = []
        self.taken_back = False

    async def open(self) -> None: ...

    async def refuse(self, sheet: Sheet) -> None:
        self.shown = [sheet]

    async def wait(self, before: int) -> None: ...

    async def draft(self, sheet: Sheet) -> None:
        self.drafts.append(sheet)

    async def take_back(self) -> None:
        self.taken_back = True

    async def send(self, sheets: Sequence[Sheet]) -> tuple[list[int], bool]:
        self.shown = list(sheets)
        return list(range(1, len(sheets) + 1)), True


@pytest.mark.parametrize("alone", [True, False])
async def test_what_was_private_is_context_only_where_nobody_else_looks_on(
    alone: bool, dateline: Dateline, chain: Scripted, store: ConversationStore
) -> None:
    answering = Answering(dateline, store, Desk(1, 1, 0.0))
    asker = Asker(1, 2, goes_on=True, alone=alone)
    await answering.answer("Who?", asker, Noted(private=True))
    await answering.answer("When?", asker, Noted())
    assert [turn.question for turn in chain.asked[-1].history] == (["Who?"] if alone else [])


@pytest.mark.parametrize("meanwhile", [False, True])
async def test_what_a_question_was_understood_as_goes_if_anything_is_withdrawn_meanwhile(
    meanwhile: bool, dateline: Dateline, chain: Scripted, store: ConversationStore
) -> None:
    answering = Answering(dateline, store, Desk(1, 1, 0.0))
    chain.make = lambda question: replace(answered(question), resolved_question="When? (Quixotically)")
    if not meanwhile:
        store.withdrawn.add(["elsewhere"])
    chain.held.clear()
    reply = Noted()
    asked = asyncio.ensure_future(answering.answer("When?", Asker(1, 2, goes_on=True), reply))
    await until(lambda: chain.asked)
    if meanwhile:
        store.withdrawn.add(["elsewhere"])
    chain.held.set()
    await asked
    texts = "".join(text for sheet in reply.shown for text in sheet.texts)
    assert ("Understood as: When? (Quixotically)" in texts) is not meanwhile
    assert "The envoy said so, 1." in texts


async def test_a_question_under_way_is_forgotten_too(
    dateline: Dateline, chain: Scripted, store: ConversationStore
) -> None:
    answering = Answering(dateline, store, Desk(1, 1, 0.0))
    chain.held.clear()
    reply = Noted()
    asked = asyncio.ensure_future(answering.answer("Who?", Asker(1, 2, goes_on=True), reply))
    await until(lambda: chain.asked)
    assert await answering.forget(1) == 0
    chain.held.set()
    await asked
    assert reply.shown
    assert store.last(1, 2, private=True) is None


async def test_a_question_under_way_can_be_taken_back_and_nothing_is_kept_of_it(
    dateline: Dateline, chain: Scripted, store: ConversationStore
) -> None:
    answering = Answering(dateline, store, Desk(1, 1, 0.0))
    chain.held.clear()
    reply = Noted()
    asked = asyncio.ensure_future(answering.answer("Who?", Asker(1, 2, goes_on=True), reply))
    await until(lambda: chain.asked)
    answering.take_back({QUESTION + 1})
    answering.take_back({QUESTION})
    await asked
    await until(lambda: chain.given_up)
    assert reply.taken_back
    assert not reply.shown
    assert store.last(1, 2, private=True) is None
    chain.held.set()
    await answering.answer("When?", Asker(1, 2, goes_on=True), after := Noted())
    assert after.shown


async def test_one_that_is_deleted_while_it_is_acknowledged_is_not_looked_up(
    dateline: Dateline, chain: Scripted, store: ConversationStore
) -> None:
    answering = Answering(dateline, store, Desk(1, 1, 0.0))
    opened = asyncio.Event()

    class Slow(Noted):
        async def open(self) -> None:
            await opened.wait()

    asked = asyncio.ensure_future(answering.answer("Who?", Asker(1, 2, goes_on=True), reply := Slow()))
    await asyncio.sleep(0.01)
    answering.take_back({QUESTION})
    opened.set()
    await asked
    assert (reply.taken_back, reply.shown, chain.asked) == (True, [], [])
    await answering.answer("When?", Asker(1, 2, goes_on=True), after := Slow())
    assert after.shown


async def test_one_that_waits_is_taken_back_without_ever_being_looked_up(
    dateline: Dateline, chain: Scripted, store: ConversationStore
) -> None:
    answering = Answering(dateline, store, Desk(1, 2, 0.0))
    chain.held.clear()
    first, second, third = Noted(), Noted(), Noted()
    second.question = 20
    asked = [
        asyncio.ensure_future(answering.answer(text, Asker(person, 2, goes_on=True), reply))
        for person, (text, reply) in enumerate({"Who?": first, "When?": second, "Where?": third}.items())
    ]
    await until(lambda: chain.asked)
    answering.take_back({20})
    await asked[1]
    assert second.taken_back
    chain.held.set()
    await asyncio.gather(*asked)
    assert first.shown
    assert third.shown
    assert [question.text for question in chain.asked] == ["Who?", "Where?"]


async def test_a_question_that_the_bot_has_no_time_for_is_given_up_by_its_thread_too(
    dateline: Dateline, chain: Scripted, store: ConversationStore
) -> None:
    desk = Desk(1, 1, 0.0)
    answering = Answering(dateline, store, desk)
    chain.held.clear()
    asked = asyncio.ensure_future(answering.answer("Who?", Asker(1, 2, goes_on=True), Noted()))
    await until(lambda: chain.asked)
    await desk.close(0.0)
    await asked
    await until(lambda: chain.given_up)


async def test_a_draft_is_shown_while_a_model_writes_and_never_after_the_answer(
    dateline: Dateline, chain: Scripted, store: ConversationStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafts, "EVERY_S", 0.05)
    answering = Answering(dateline, store, Desk(1, 1, 0.0))
    chain.drafts = [answered(Question("Who?"), sentences=count) for count in (1, 2)]
    chain.held.clear()
    reply = Noted()
    asked = asyncio.ensure_future(answering.answer("Who?", Asker(1, 2, goes_on=True), reply))
    await until(lambda: reply.drafts)
    chain.held.set()
    await asked
    shown = "".join(reply.drafts[-1].texts)
    assert "The envoy said so, 2. [2]" in shown
    assert "scripted is writing…" in shown
    assert "### Who?" in shown
    assert not reply.drafts[-1].rows
    count = len(reply.drafts)
    await asyncio.sleep(0.2)
    assert len(reply.drafts) == count
