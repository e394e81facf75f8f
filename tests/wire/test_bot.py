"""The shipped bot, as a process, over real sockets: what an in-process simulator cannot show."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any

import pytest

from bot.assembly import SHIPPED_CORPUS, Dateline
from bot.cli import app
from bot.discord_bot.store import CONVERSATIONS_FILE
from bot.discord_bot.withdrawing import withdraw_answers
from retrieval.withdrawn import Withdrawn
from tests.wire.bot import EXIT_S, START_S, BotProcess, running_bot
from tests.wire.gateway import MESSAGE_CONTENT, PRIVILEGED
from tests.wire.server import WireDiscord
from tests.wire.world import ANNA, BEN, ELSEWHERE, GENERAL, GROUP, Interaction, Sent, crowd

pytestmark = pytest.mark.skipif(
    all((command.name or command.callback.__name__) != "discord" for command in app.registered_commands),
    reason="`dateline discord` is not there yet",
)

ENVOY = "Who is the Kremlin's envoy to Afghanistan?"
NAME = "Zamir Kabulov"
QUOTES = (
    "Russia’s presidential envoy to Afghanistan, Zamir Kabulov, told journalists",
    "the Kremlin's envoy to Afghanistan, Zamir Kabulov told reporters in Moscow",
)
ANSWER_S = 30.0
LOGGED = re.compile(r"\d{4}-\d\d-\d\d \S+ INFO ")
EDIT = r"/messages/@original$"


@pytest.fixture
def archive(shipped: Dateline, tmp_path: Path) -> Path:
    """A bot's own data folder, with the shipped articles in the index."""
    return Path(shutil.copytree(shipped.settings.data_dir, tmp_path / "data", symlinks=True))


@asynccontextmanager
async def at_work(server: WireDiscord, data_dir: Path, **settings: str) -> AsyncIterator[BotProcess]:
    """A bot at work; at the end, whatever it sent must have fitted Discord's limits and pinged nobody."""
    async with running_bot(server, data_dir, **settings) as bot:
        yield bot
    assert server.refusals == []
    for body in server.store.bodies:
        # discord.py leaves the client's default out of `Message.edit(view=…)`; there it has to be said
        assert body.get("allowed_mentions") in ({"parse": []}, {"parse": [], "replied_user": False}), body


def read(sent: Sent) -> str:
    """A message as a person reads it: no Markdown, one blank between words."""
    return " ".join(re.sub(r"[*_>`\\#]", "", sent.text).split())


def names_the_envoy(sent: Sent) -> bool:
    return NAME in read(sent)


async def ask(server: WireDiscord, **how: Any) -> Interaction:
    return await server.slash("ask", {"question": ENVOY}, **how)


async def test_a_question_is_deferred_at_once_and_answered_with_a_quote(archive: Path) -> None:
    async with WireDiscord() as server, at_work(server, archive):
        doing = await ask(server)
        answer = await server.answer(doing, ANSWER_S)
        assert doing.callback is not None
        assert doing.callback["type"] == 5
        assert doing.acknowledged_after_s is not None
        assert doing.acknowledged_after_s < 3
        assert names_the_envoy(answer)
        assert any(quote in read(answer) for quote in QUOTES)
        assert answer.only_for is None


async def test_forty_people_at_once_are_all_acknowledged_and_all_hear_something(archive: Path) -> None:
    async with WireDiscord() as server, at_work(server, archive):
        asked = [await ask(server, user=person) for person in crowd(40)]
        for doing in asked:
            assert (await server.answer(doing, ANSWER_S)).text
            assert doing.acknowledged_after_s is not None
        assert any(names_the_envoy(doing.original) for doing in asked if doing.original)


async def test_commands_are_synced_once_and_not_again_when_they_are_the_same(archive: Path) -> None:
    async with WireDiscord() as server:
        for _ in range(2):
            async with at_work(server, archive) as bot:
                names = {command["name"] for command in server.rest.commands[None]}
                assert names >= {"ask", "status", "help", "privacy", "forget", "Ask the archive about this"}
                bot.terminate()
                assert await bot.exit_code() == 0
        assert len(server.calls("PUT", "/commands$")) == 1


async def test_a_question_in_a_direct_message(archive: Path) -> None:
    async with WireDiscord() as server, at_work(server, archive):
        where = server.dm_with(BEN)
        answer = await server.answer(await ask(server, user=BEN, channel=where), ANSWER_S)
        assert names_the_envoy(answer)
        reply = await server.wait_for_message(await server.dm(ANNA, ENVOY), names_the_envoy, ANSWER_S)
        assert reply.channel == server.dm_with(ANNA)


@pytest.mark.parametrize("channel", [GROUP, ELSEWHERE], ids=["group", "another guild"])
async def test_a_question_where_only_a_person_has_installed_it(archive: Path, channel: Any) -> None:
    async with WireDiscord() as server, at_work(server, archive):
        doing = await ask(server, channel=channel, user_install=True)
        assert names_the_envoy(await server.answer(doing, ANSWER_S))


async def test_another_locale(archive: Path) -> None:
    async with WireDiscord() as server, at_work(server, archive):
        assert names_the_envoy(await server.answer(await ask(server, locale="de"), ANSWER_S))
        for command in ("status", "help", "privacy"):
            assert (await server.answer(await server.slash(command, locale="de"), ANSWER_S)).text


async def test_a_mention_is_answered_by_one_reply_that_pings_nobody(archive: Path) -> None:
    async with WireDiscord() as server, at_work(server, archive):
        said = await server.say(GENERAL, ENVOY, mentions_bot=True)
        reply = await server.wait_for_message(said, names_the_envoy, ANSWER_S)
        assert reply.reply_to == int(said["id"])
        assert [sent for sent in server.sent if sent is not reply] == []


async def test_what_is_not_addressed_to_it_is_not_answered(archive: Path) -> None:
    async with WireDiscord() as server, at_work(server, archive, message_content="true"):
        await server.say(GENERAL, ENVOY)
        said = await server.say(GENERAL, ENVOY, mentions_bot=True, user=BEN)
        reply = await server.wait_for_message(said, names_the_envoy, ANSWER_S)
        assert server.sent == [reply]


async def test_a_message_menu_looks_the_claim_up(archive: Path) -> None:
    async with WireDiscord() as server, at_work(server, archive):
        said = await server.say(GENERAL, "The Kremlin's envoy to Afghanistan is Zamir Kabulov.")
        doing = await server.message_menu("Ask the archive about this", said)
        assert names_the_envoy(await server.answer(doing, ANSWER_S))


async def test_a_button_works_after_a_restart(archive: Path) -> None:
    async with WireDiscord() as server:
        async with at_work(server, archive) as bot:
            answer = await server.answer(await ask(server), ANSWER_S)
            bot.terminate()
            assert await bot.exit_code() == 0
        async with at_work(server, archive):
            [label] = [button["label"] for button in answer.buttons if "Sources" in (button.get("label") or "")]
            pager = await server.answer(await server.click(answer, label, user=BEN), ANSWER_S)
            assert pager.only_for == BEN
            assert pager.id != answer.id


async def test_what_is_withdrawn_beside_a_running_bot_is_gone_and_does_not_come_back_from_a_backup(
    archive: Path,
) -> None:
    conversations, backup = archive / CONVERSATIONS_FILE, archive / "backup.sqlite"
    ids = [path.stem for path in SHIPPED_CORPUS.glob("*.txt")]

    def names_are_kept() -> bool:
        return any(NAME.encode() in path.read_bytes() for path in archive.glob(f"{CONVERSATIONS_FILE}*"))

    async with WireDiscord() as server:
        async with at_work(server, archive) as bot:
            answer = await server.answer(await ask(server), ANSWER_S)
            with closing(sqlite3.connect(conversations)) as now, closing(sqlite3.connect(backup)) as copy:
                now.backup(copy)
            assert names_are_kept()
            Withdrawn(archive).add(ids)
            assert withdraw_answers(archive, ids) == 1
            assert not names_are_kept()
            pager = await server.answer(await server.click(answer, "Sources", user=BEN), ANSWER_S)
            assert read(pager).startswith("Withdrawn The")
            assert "withdrawn from the archive" in read(pager)
            bot.terminate()
            assert await bot.exit_code() == 0
        backup.rename(conversations)
        assert names_are_kept()
        async with at_work(server, archive):
            assert not names_are_kept()


async def test_a_gateway_lost_in_the_middle_of_an_answer_costs_nothing(archive: Path) -> None:
    async with WireDiscord() as server, at_work(server, archive):
        hold = server.hold("PATCH", EDIT)
        first = await ask(server)
        await server.wait_for(lambda: hold.reached, ANSWER_S)
        server.gateway.drop()
        second = await ask(server, user=BEN)
        hold.release()
        for doing in (first, second):
            assert names_the_envoy(await server.answer(doing, ANSWER_S))
        assert (server.gateway.identifies, server.gateway.resumes) == (1, 1)
        assert len([sent for sent in server.sent if names_the_envoy(sent)]) == 2


@pytest.mark.parametrize("lost", ["op 7", "op 9, resumable", "op 9"])
async def test_a_session_that_discord_ends_is_taken_up_again(archive: Path, lost: str) -> None:
    async with WireDiscord() as server, at_work(server, archive):
        if lost == "op 7":
            await server.gateway.ask_to_reconnect()
        else:
            await server.gateway.invalidate(resumable="resumable" in lost)
        await server.ready()
        assert names_the_envoy(await server.answer(await ask(server), ANSWER_S))
        assert (server.gateway.identifies, server.gateway.resumes) == ((2, 0) if lost == "op 9" else (1, 1))
        assert len(server.calls("PUT", "/commands$")) == 1


@pytest.mark.parametrize("status", [429, 502])
async def test_an_answer_that_discord_puts_off_arrives_once(archive: Path, status: int) -> None:
    async with WireDiscord() as server, at_work(server, archive):
        server.fail_next("PATCH", EDIT, status)
        doing = await ask(server)
        assert names_the_envoy(await server.answer(doing, ANSWER_S))
        assert len([sent for sent in server.sent if names_the_envoy(sent)]) == 1


@pytest.mark.parametrize("status", [403, 404])
async def test_a_reply_that_discord_refuses_does_not_end_the_bot(archive: Path, status: int) -> None:
    async with WireDiscord() as server, at_work(server, archive) as bot:
        server.fail_next("POST", r"/channels/\d+/messages$", status)
        await server.say(GENERAL, ENVOY, mentions_bot=True)
        await server.wait_for(lambda: not server.rest.faults[0].left, ANSWER_S)
        assert names_the_envoy(await server.answer(await ask(server, user=BEN), ANSWER_S))
        assert bot.running


async def gives_up(server: WireDiscord, data_dir: Path, **settings: str) -> str:
    """The one line that the bot leaves with exit code 1, beside its log of what went well until then."""
    async with running_bot(server, data_dir, ready=False, **settings) as bot:
        assert await bot.exit_code(START_S) == 1
        [line] = [line for line in bot.errors.splitlines() if not LOGGED.match(line)]
        return line


async def test_a_wrong_token_is_one_clear_line(archive: Path) -> None:
    async with WireDiscord() as server:
        line = await gives_up(server, archive, token="not-the-token")
        assert "token" in line
        assert "not-the-token" not in line


async def test_no_token_is_one_clear_line(archive: Path) -> None:
    async with WireDiscord() as server:
        assert "token" in await gives_up(server, archive, token="")
        assert server.rest.calls == []


async def test_a_token_that_only_the_gateway_refuses_is_one_clear_line(archive: Path) -> None:
    async with WireDiscord() as server:
        server.gateway.token = "another"
        assert "token" in await gives_up(server, archive)


async def test_an_intent_that_is_switched_off_is_one_clear_line_with_the_setting(archive: Path) -> None:
    async with WireDiscord(allowed_intents=PRIVILEGED & ~MESSAGE_CONTENT) as server:
        line = await gives_up(server, archive, message_content="true")
        assert "message_content" in line.lower()


async def test_no_index_is_one_clear_line(data_dir: Path) -> None:
    async with WireDiscord() as server:
        assert "dateline rebuild" in await gives_up(server, data_dir)


@pytest.mark.parametrize("setting", ["api_base", "gateway_url"])
async def test_a_host_that_is_neither_loopback_nor_discord_is_refused(archive: Path, setting: str) -> None:
    elsewhere = {"api_base": "http://192.0.2.1/api/v10", "gateway_url": "ws://192.0.2.1/gateway"}[setting]
    async with WireDiscord() as server:
        assert setting in await gives_up(server, archive, **{setting: elsewhere})
        assert server.rest.calls == []


async def test_on_sigterm_nobody_is_left_with_thinking(archive: Path) -> None:
    async with WireDiscord() as server, at_work(server, archive) as bot:
        asked = [await ask(server, user=person) for person in crowd(12)]
        await server.wait_for(lambda: any(doing.acknowledged for doing in asked), ANSWER_S)
        bot.terminate()
        assert await bot.exit_code(EXIT_S) == 0
        acknowledged = [doing for doing in asked if doing.acknowledged]
        assert acknowledged
        assert [doing.person.name for doing in acknowledged if not doing.answered] == []
        assert all(doing.original.text for doing in acknowledged if doing.original)


async def test_on_sigterm_it_leaves_in_time_even_when_discord_does_not_answer(archive: Path) -> None:
    async with WireDiscord() as server, at_work(server, archive) as bot:
        hold = server.hold("PATCH", EDIT)
        await ask(server)
        await server.wait_for(lambda: hold.reached, ANSWER_S)
        bot.terminate()
        assert await bot.exit_code(EXIT_S) == 0


async def test_on_sigterm_an_idle_bot_says_goodbye_to_the_gateway(archive: Path) -> None:
    """
    Any other close code than 1000 leaves the session to time out, and the bot stands there as online meanwhile.

    `Client.close` alone sends 4000: the loop that reads the socket wakes first and closes it with that. The task
    that runs `Client.start` has to be cancelled before.
    """
    async with WireDiscord() as server, at_work(server, archive) as bot:
        bot.terminate()
        assert await bot.exit_code(EXIT_S) == 0
        await server.wait_for(lambda: not server.gateway.connected)
        assert server.gateway.connections[-1].socket.close_code == 1000
        assert "Traceback" not in bot.errors


async def test_on_sigterm_it_leaves_in_time_even_when_the_gateway_says_nothing_any_more(archive: Path) -> None:
    async with WireDiscord() as server, at_work(server, archive) as bot:
        server.gateway.fall_silent()
        bot.terminate()
        assert await bot.exit_code(EXIT_S) == 0
        assert "Traceback" not in bot.errors
