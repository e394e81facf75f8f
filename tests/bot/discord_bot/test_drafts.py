"""Drafts of an answer: at most one a second, the latest, none after the end."""

from __future__ import annotations

import asyncio
import itertools
import threading
import time

import pytest

from bot.discord_bot import drafts
from bot.discord_bot.answer_sheets import draft_sheet
from bot.discord_bot.drafts import EVERY_S, Drafts
from bot.discord_bot.sheet import MAX_TEXT
from retrieval.types import Answer, Question
from tests.bot.discord_bot.scene import until
from tests.bot.discord_bot.scripted import answered

EVERY = 0.1


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "EVERY_S", EVERY)


def of(sentences: int) -> Answer:
    return answered(Question("Who?"), sentences=sentences)


def test_two_edits_are_more_than_a_second_apart() -> None:
    assert EVERY_S > 1


async def test_of_many_drafts_the_latest_is_shown_at_each_turn() -> None:
    shown: list[tuple[float, int]] = []

    async def show(draft: Answer) -> None:
        shown.append((time.monotonic(), len(draft.sentences)))

    async with Drafts(show) as growing:

        def write() -> None:
            for count in range(1, 9):
                growing.offer(of(count))
                time.sleep(EVERY / 4)

        writing = threading.Thread(target=write)
        writing.start()
        await until(lambda: shown and shown[-1][1] == 8)
        writing.join()
    counts = [count for _, count in shown]
    assert counts == sorted(set(counts))
    assert len(counts) <= 4
    assert all(later - earlier >= EVERY * 0.9 for (earlier, _), (later, _) in itertools.pairwise(shown))


async def test_nothing_is_shown_after_the_end_even_when_it_was_offered_before() -> None:
    shown: list[Answer] = []

    async def show(draft: Answer) -> None:
        shown.append(draft)

    async with Drafts(show) as growing:
        growing.offer(of(1))
        await asyncio.sleep(0)
    await asyncio.sleep(EVERY * 3)
    assert shown == []


async def test_an_edit_under_way_ends_before_the_answer_comes() -> None:
    begun, ended = asyncio.Event(), asyncio.Event()

    async def show(_: Answer) -> None:
        begun.set()
        await asyncio.sleep(EVERY * 3)
        ended.set()

    async with Drafts(show) as growing:
        growing.offer(of(1))
        await begun.wait()
    assert ended.is_set()


async def test_an_edit_that_hangs_does_not_keep_the_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "HANGS_S", EVERY)
    begun = asyncio.Event()

    async def show(_: Answer) -> None:
        begun.set()
        await asyncio.sleep(60)

    started = time.monotonic()
    async with Drafts(show) as growing:
        growing.offer(of(1))
        await begun.wait()
    assert time.monotonic() - started < 10


async def test_an_edit_that_fails_costs_neither_the_next_nor_the_answer() -> None:
    seen: list[int] = []

    async def show(draft: Answer) -> None:
        seen.append(len(draft.sentences))
        if len(seen) == 1:
            raise OSError("the network is away")

    async with Drafts(show) as growing:
        growing.offer(of(1))
        await until(lambda: seen)
        growing.offer(of(2))
        await until(lambda: len(seen) == 2)
    assert seen == [1, 2]


def test_a_draft_may_come_when_the_event_loop_has_ended() -> None:
    async def made() -> Drafts:
        async def show(_: Answer) -> None: ...

        return Drafts(show)

    asyncio.run(made()).offer(of(1))


def test_the_longest_draft_is_one_message() -> None:
    draft = answered(Question("Who? " * 100), sentences=9, chars=900)
    sheet = draft_sheet(draft, asked=draft.question)
    assert sheet.text_units <= MAX_TEXT
    assert "is writing…" in sheet.texts[-1]
    assert "[9]" in "".join(sheet.texts)
