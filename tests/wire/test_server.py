"""Does the loopback server behave as Discord does? A plain discord.py client tries it, nothing of ours."""

from __future__ import annotations

import asyncio
import json
import zlib
from typing import Any

import aiohttp
import discord
import pytest

from tests.wire.gateway import MESSAGE_CONTENT, PRIVILEGED
from tests.wire.plain_client import connected
from tests.wire.server import WireDiscord
from tests.wire.world import ANNA, BEN, ELSEWHERE, GENERAL, GROUP, IN_A_THREAD


async def test_a_slash_command_is_deferred_and_then_answered_by_an_edit() -> None:
    async with WireDiscord() as server, connected(server):
        doing = await server.slash("echo", {"text": "hello"})
        answer = await server.answer(doing)
        assert doing.callback["type"] == 5
        assert answer.text == "hello"
        assert [button["label"] for button in answer.buttons] == ["Again"]
        assert answer.bodies[0]["allowed_mentions"] == {"parse": []}
        assert doing.acknowledged_after_s < 1


async def test_the_locale_of_the_asker_comes_through() -> None:
    async with WireDiscord() as server, connected(server) as client:
        await server.answer(await server.slash("echo", {"text": "x"}, locale="de"))
        assert client.locales == [discord.Locale.german]


@pytest.mark.parametrize(("channel", "user_install"), [(None, False), (GROUP, True), (ELSEWHERE, True)])
async def test_a_slash_command_works_where_the_bot_is_not_a_member(channel: Any, user_install: bool) -> None:
    async with WireDiscord() as server, connected(server):
        where = channel or server.dm_with(BEN)
        doing = await server.slash("echo", {"text": "hi"}, user=BEN, channel=where, user_install=user_install)
        assert (await server.answer(doing)).text == "hi"
        pressed = await server.click(doing.original, "Again", user=BEN)
        assert (await server.answer(pressed)).only_for == BEN


async def test_a_command_that_is_not_offered_in_direct_messages_cannot_be_used_there() -> None:
    async with WireDiscord() as server, connected(server):
        server.rest.commands[None][0]["contexts"] = [0]
        with pytest.raises(AssertionError, match="not offered"):
            await server.slash("echo", {"text": "hi"}, channel=server.dm_with(ANNA))


async def test_a_button_a_modal_a_menu_and_autocomplete() -> None:
    async with WireDiscord() as server, connected(server):
        shown = await server.slash("form")
        await server.wait_for(lambda: shown.modal)
        sent = await server.submit_modal(shown, {"Reason": "old", "More": "much"})
        assert (await server.answer(sent)).text == "old; much"
        said = await server.say(GENERAL, "a claim")
        assert (await server.answer(await server.message_menu("Ask back", said))).text == "a claim?"
        offered = await server.autocomplete("echo", {"text": "R"}, focused="text")
        assert await server.wait_for(lambda: offered.choices) == [{"name": "R!", "value": "R!"}]


@pytest.mark.parametrize("channel", [GENERAL, IN_A_THREAD])
async def test_a_mention_is_replied_to(channel: Any) -> None:
    async with WireDiscord() as server, connected(server):
        said = await server.say(channel, "hello", mentions_bot=True)
        reply = await server.reply(said)
        assert reply.text == "You said: @Dateline hello"
        assert reply.channel == channel
        assert server.calls("POST", "/messages$")[0]["message_reference"]["message_id"] == int(said["id"])


async def test_without_the_intent_only_some_messages_have_content() -> None:
    async with WireDiscord() as server, connected(server) as client:
        answer = await server.answer(await server.slash("echo", {"text": "hello"}))
        await server.say(GENERAL, "chatter")
        await server.say(GENERAL, "to an answer", reply_to=answer)
        await server.dm(ANNA, "direct")
        await server.wait_for(lambda: len(client.heard) == 3)
        assert client.heard == ["", "", "direct"]


async def test_with_the_intent_all_messages_have_content() -> None:
    async with WireDiscord() as server, connected(server, message_content=True) as client:
        await server.say(GENERAL, "chatter")
        await server.wait_for(lambda: client.heard == ["chatter"])


async def test_a_dropped_session_is_resumed_with_every_event_once() -> None:
    async with WireDiscord() as server, connected(server, message_content=True) as client:
        await server.say(GENERAL, "before")
        server.gateway.drop()
        await server.say(GENERAL, "during 1")
        await server.say(GENERAL, "during 2")
        await server.wait_for(lambda: "resumed" in client.events)
        await server.say(GENERAL, "after")
        await server.wait_for(lambda: "after" in client.heard)
        assert client.heard == ["before", "during 1", "during 2", "after"]
        assert (server.gateway.identifies, server.gateway.resumes) == (1, 1)
        assert [connection.path for connection in server.gateway.connections] == ["/gateway", "/resume"]


async def test_a_request_to_reconnect_is_followed_and_resumed() -> None:
    async with WireDiscord() as server, connected(server) as client:
        await server.gateway.ask_to_reconnect()
        await server.say(GENERAL, "meanwhile", mentions_bot=True)
        await server.wait_for(lambda: len(client.heard) == 1)
        assert (server.gateway.identifies, server.gateway.resumes) == (1, 1)


@pytest.mark.parametrize(("resumable", "identifies", "resumes"), [(True, 1, 1), (False, 2, 0)])
async def test_an_invalid_session_is_resumed_or_made_anew(resumable: bool, identifies: int, resumes: int) -> None:
    async with WireDiscord() as server, connected(server) as client:
        await server.gateway.invalidate(resumable=resumable)
        await server.ready()
        await server.say(GENERAL, "after", mentions_bot=True)
        await server.wait_for(lambda: len(client.heard) == 1)
        assert (server.gateway.identifies, server.gateway.resumes) == (identifies, resumes)


async def test_resuming_a_session_that_is_over_leads_to_a_new_one() -> None:
    async with WireDiscord() as server, connected(server) as client:
        server.gateway.drop()
        server.gateway.sessions.clear()
        await server.wait_for(lambda: server.gateway.sessions and server.gateway.connected)
        await server.say(GENERAL, "after", mentions_bot=True)
        await server.wait_for(lambda: len(client.heard) == 1)
        assert (server.gateway.identifies, server.gateway.resumes) == (2, 1)


async def test_heartbeats_are_counted_and_acknowledged() -> None:
    async with WireDiscord(heartbeat_s=0.05) as server, connected(server) as client:
        await server.wait_for(lambda: server.gateway.heartbeats > 3)
        assert 0 < client.latency < 1


@pytest.mark.parametrize("compress", ["zlib-stream", None])
async def test_frames_come_in_the_compression_that_was_asked_for(compress: str | None) -> None:
    query = {"compress": compress} if compress else {}
    async with (
        WireDiscord() as server,
        aiohttp.ClientSession() as session,
        session.ws_connect(server.gateway_url, params=query) as socket,
    ):
        inflate = zlib.decompressobj()
        for op in (10, 11):
            frame = (await socket.receive(timeout=5)).data
            if compress:
                assert frame.endswith(b"\x00\x00\xff\xff")
                frame = inflate.decompress(frame)
            assert json.loads(frame)["op"] == op
            await socket.send_json({"op": 1, "d": None})


async def test_a_wrong_token_is_refused_at_login() -> None:
    async with WireDiscord() as server:
        with pytest.raises(discord.LoginFailure):
            async with connected(server, token="wrong"):
                pass


async def test_a_token_that_the_gateway_refuses_closes_with_4004() -> None:
    async with WireDiscord() as server:
        server.gateway.token = "another"
        with pytest.raises(discord.ConnectionClosed) as closed:
            async with connected(server):
                pass
        assert closed.value.code == 4004


async def test_an_intent_that_is_switched_off_closes_with_4014() -> None:
    async with WireDiscord(allowed_intents=PRIVILEGED & ~MESSAGE_CONTENT) as server:
        with pytest.raises(discord.PrivilegedIntentsRequired):
            async with connected(server, message_content=True):
                pass


@pytest.mark.parametrize(
    ("route", "status"), [("@original$", 429), ("@original$", 502), ("/callback$", 429), ("/messages$", 429)]
)
async def test_a_request_that_may_be_repeated_is_repeated(route: str, status: int) -> None:
    async with WireDiscord() as server, connected(server):
        server.fail_next("POST" if route != "@original$" else "PATCH", route, status)
        if route == "/messages$":
            await server.reply(await server.say(GENERAL, "hello", mentions_bot=True))
        else:
            answer = await server.answer(await server.slash("echo", {"text": "hello"}))
            assert (answer.text, len(answer.bodies)) == ("hello", 1)
        assert [call.status for call in server.rest.calls if call.status >= 400] == [status]


@pytest.mark.parametrize(("status", "error"), [(403, discord.Forbidden), (404, discord.NotFound)])
async def test_a_request_that_may_not_be_repeated_fails(status: int, error: type[Exception]) -> None:
    async with WireDiscord() as server, connected(server) as client:
        server.fail_next("POST", "/callback$", status)
        await server.slash("long", {"letters": 1, "layout": False})
        [failed] = await server.wait_for(lambda: client.errors)
        assert isinstance(failed, error)


@pytest.mark.parametrize(("letters", "layout"), [(2001, False), (4001, True)])
async def test_a_message_that_is_too_long_is_refused(letters: int, layout: bool) -> None:
    async with WireDiscord() as server, connected(server) as client:
        doing = await server.slash("long", {"letters": letters, "layout": layout})
        [error] = await server.wait_for(lambda: client.errors)
        assert (error.status, error.code) == (400, 50035)
        assert not doing.answered
        fits = await server.slash("long", {"letters": letters - 1, "layout": layout})
        assert len((await server.answer(fits)).text) == letters - 1


async def test_an_interaction_that_nobody_acknowledges_dies() -> None:
    async with WireDiscord(ack_within_s=0.1) as server, connected(server) as client:
        doing = await server.slash("hang")
        await server.wait_for(lambda: doing.dead)
        client.patience.set()
        [error] = await server.wait_for(lambda: client.errors)
        assert (error.status, error.code) == (404, 10062)
        with pytest.raises(AssertionError, match="died unacknowledged"):
            await server.answer(doing)


async def test_a_second_acknowledgement_is_refused_and_a_followup_takes_the_place_of_thinking() -> None:
    async with WireDiscord() as server, connected(server) as client:
        doing = await server.slash("twice")
        [more] = await server.wait_for(lambda: doing.followups)
        assert [error.code for error in client.errors] == [40060]
        assert (doing.original.text, doing.original.only_for) == ("first", ANNA)
        assert (more.text, more.only_for) == ("and more", ANNA)
        with pytest.raises(AssertionError, match="does not see"):
            await server.click(more, "Again", user=BEN)


async def test_commands_keep_their_ids_when_they_are_put_again() -> None:
    async with WireDiscord() as server, connected(server) as client:
        first = [command.id for command in await client.tree.fetch_commands()]
        assert [command.id for command in await client.tree.sync()] == first
        assert len(server.calls("PUT", "/commands$")) == 2


async def test_a_held_request_waits_and_then_goes_through() -> None:
    async with WireDiscord() as server, connected(server):
        hold = server.hold("PATCH", "@original$")
        doing = await server.slash("echo", {"text": "hello"})
        await server.wait_for(lambda: hold.reached)
        assert doing.original.thinking
        hold.release()
        assert (await server.answer(doing)).text == "hello"


async def test_a_route_that_is_not_known_fails_the_test() -> None:
    async def asks_for_emojis() -> None:
        async with WireDiscord() as server, connected(server) as client:
            with pytest.raises(discord.NotFound):
                await client.guilds[0].fetch_emojis()

    with pytest.raises(AssertionError, match=r"GET /guilds/200000000000000001/emojis"):
        await asks_for_emojis()


async def test_a_wait_that_is_in_vain_says_what_happened() -> None:
    async with WireDiscord() as server, connected(server):
        with pytest.raises(AssertionError, match="GET /users/@me -> 200"):
            await server.wait_for(lambda: False, 0.01)


async def test_a_direct_message_can_be_opened_and_the_message_edited_and_deleted() -> None:
    async with WireDiscord() as server, connected(server) as client:
        person = await client.fetch_user(BEN.id)
        message = await person.send("hello")
        await message.edit(content="bye")
        [sent] = server.sent
        assert (sent.text, sent.channel, len(sent.bodies)) == ("bye", server.dm_with(BEN), 2)
        await message.delete()
        assert server.sent == []
        with pytest.raises(discord.NotFound):
            await message.channel.fetch_message(message.id)
        async with message.channel.typing():
            await asyncio.sleep(0)
