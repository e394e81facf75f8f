"""A simulated server with two people in it, and what they see there."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import discord
from simcord import InteractionResult
from simcord.actors import MemberActor, MessageLike, _dispatch_actor_interaction
from simcord.builders import ChannelHandle, GuildHandle
from simcord.components import walk_components
from simcord.env import Env
from simcord.results import ResponseMessage

from bot.discord_bot.answering import Answering
from bot.discord_bot.client import DatelineBot

TEXT, BUTTON, FRAME = 10, 2, 17

WHO = "Who is the Kremlin's envoy to Afghanistan?"
NOWHERE = "Who won the football world cup in 1998?"


@dataclass(frozen=True, slots=True)
class Scene:
    env: Env
    guild: GuildHandle
    channel: ChannelHandle
    alice: MemberActor
    bob: MemberActor

    @property
    def us(self) -> str:
        """The bot's mention."""
        assert self.env.bot.user is not None
        return self.env.bot.user.mention

    @property
    def answering(self) -> Answering:
        """What the bot under test answers with."""
        assert isinstance(self.env.bot, DatelineBot)
        return self.env.bot._answering

    async def ask(self, question: str = WHO, **options: object) -> InteractionResult:
        return await self.alice.slash(self.channel, "ask", question=question, **options)

    async def mention(self, question: str = WHO) -> discord.Message:
        """What the bot says under Alice's message to it."""
        await self.alice.send(self.channel, f"{self.us} {question}")
        return last(self.channel)

    def thread(self, on: MessageLike | None = None) -> ChannelHandle:
        """A thread of Alice's, on a message or on none."""
        backend = self.env.backend
        made = backend.create_thread(self.channel.id, "talk", self.alice.id, message_id=on.id if on else None)
        backend.add_thread_member(made.id, backend.bot_user.id)
        return ChannelHandle(self.env, self.guild, made)

    async def press(self, who: MemberActor, on: MessageLike, custom_id: str) -> InteractionResult:
        """Press a button that `on` does not have, as an old message or another program's would."""
        channel = ChannelHandle(self.env, self.guild, self.env.backend.get_channel(on.channel.id))
        data = {"custom_id": custom_id, "component_type": BUTTON}
        return await _dispatch_actor_interaction(who, 3, channel, data, source_message_id=on.id)


def last(channel: ChannelHandle) -> discord.Message:
    message = channel.last_message
    assert message is not None
    return message


def of_bot(channel: ChannelHandle) -> list[discord.Message]:
    return [message for message in channel.history() if message.author.bot]


def message_of(result: InteractionResult) -> ResponseMessage:
    """What an interaction shows in the end."""
    assert result.response is not None
    assert not result.deferred
    return result.response


def seen(shown: MessageLike | InteractionResult) -> str:
    """The texts of a message, from top to bottom."""
    return "\n".join(part["content"] for part in _parts(shown) if part["type"] == TEXT)


def colour(shown: MessageLike | InteractionResult) -> int:
    return next(int(part["accent_color"]) for part in _parts(shown) if part["type"] == FRAME)


def buttons(shown: MessageLike | InteractionResult) -> dict[str, str]:
    """What a message's buttons that can be pressed lead to, by their labels."""
    return {
        part["label"]: part.get("custom_id") or part["url"]
        for part in _parts(shown)
        if part["type"] == BUTTON and not part.get("disabled")
    }


def answer_id(shown: MessageLike | InteractionResult) -> str:
    return buttons(shown)["Helpful"].split(":")[1]


async def until(condition: Callable[[], object], most_s: float = 10.0) -> None:
    """Let the bot go on until `condition` holds."""
    loop = asyncio.get_running_loop()
    end = loop.time() + most_s
    while not condition():
        assert loop.time() < end, "it never came to that"
        await asyncio.sleep(0.005)


@contextmanager
def in_between(env: Env) -> Iterator[None]:
    """
    People do not wait for the bot to end what it does: for a chain that is held.

    Without this every action lasts until nothing is under way any more.
    """

    async def a_moment(**_: object) -> None:
        for _ in range(20):
            await asyncio.sleep(0)

    settle = env._settle_internal
    env._settle_internal = a_moment  # type: ignore[method-assign,assignment]
    try:
        yield
    finally:
        env._settle_internal = settle  # type: ignore[method-assign]


def sent(env: Env) -> list[dict[str, Any]]:
    """Every message and every edit that the bot sent to Discord."""
    return [body for request in env.http_requests if (body := _message_in(request.method, request.path, request.json))]


def assert_nothing_pings(env: Env) -> None:
    for body in sent(env):
        allowed = body.get("allowed_mentions")
        assert allowed is not None, body
        assert allowed.get("parse") == [], body
        assert not any(allowed.get(name) for name in ("users", "roles", "replied_user")), body


def _message_in(method: str, path: str, body: Any) -> dict[str, Any] | None:
    if path.endswith("/callback"):
        return body.get("data") if body["type"] in (4, 7) else None
    is_message = "/messages" in path or path.startswith("/webhooks/")
    return body if method in ("POST", "PATCH") and is_message else None


def _parts(shown: MessageLike | InteractionResult) -> list[dict[str, Any]]:
    message = message_of(shown) if isinstance(shown, InteractionResult) else shown
    roots: Any = message.components
    if isinstance(message, discord.Message):
        roots = [component.to_dict() for component in message.components]
    return list(walk_components(roots))
