"""From a question to its messages, without Discord."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.assembly import Dateline
from bot.discord_bot.answering import Answering, Asker
from bot.discord_bot.desk import Desk
from bot.discord_bot.sheet import Sheet
from bot.discord_bot.store import ConversationStore
from tests.bot.discord_bot.scene import until
from tests.bot.discord_bot.scripted import Scripted, answered

pytestmark = pytest.mark.scripted


class Noted:
    """A reply that keeps what is shown in it."""

    def __init__(self, *, private: bool = False) -> None:
        self.private = private
        self.shown: list[Sheet] = []

    async def open(self) -> None: ...

    async def refuse(self, sheet: Sheet) -> None:
        self.shown = [sheet]

    async def wait(self, before: int) -> None: ...

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
