"""What stands in Discord's channels: every message of the bot with its edits, what people said, who waits for what."""

from __future__ import annotations

import asyncio
import copy
from collections.abc import Callable
from typing import Any

from tests.wire import payloads
from tests.wire.gateway import Gateway
from tests.wire.limits import Problem, as_error, choice_problems, message_problems, modal_problems
from tests.wire.world import (
    APPLICATION_ID,
    BOT,
    COMPONENTS_V2,
    DM,
    ELSEWHERE,
    EPHEMERAL,
    GENERAL,
    GROUP,
    IN_A_THREAD,
    LOADING,
    RANDOM,
    Channel,
    Interaction,
    Json,
    Person,
    Sent,
    snowflake,
    walk,
)

COMMAND, COMPONENT, AUTOCOMPLETE, MODAL_SUBMIT = 2, 3, 4, 5
"""What a person did."""
MESSAGE, DEFERRED, DEFERRED_UPDATE, UPDATE, CHOICES, MODAL = 4, 5, 6, 7, 8, 9
"""How the bot acknowledged it."""
FITTING = {
    COMMAND: {MESSAGE, DEFERRED, MODAL},
    COMPONENT: {MESSAGE, DEFERRED, DEFERRED_UPDATE, UPDATE, MODAL},
    AUTOCOMPLETE: {CHOICES},
    MODAL_SUBMIT: {MESSAGE, DEFERRED, DEFERRED_UPDATE, UPDATE},
}
MOST_FOLLOWUPS_AS_A_GUEST = 5


class Refused(Exception):
    """An answer other than success, as Discord words it."""

    def __init__(self, status: int, code: int, message: str, body: Json | None = None) -> None:
        super().__init__(f"{status} {code} {message}")
        self.status = status
        self.body = body or {"message": message, "code": code}


class Store:
    def __init__(self, gateway: Gateway, *, ack_within_s: float, changed: Callable[[], None]) -> None:
        self.sent: dict[int, Sent] = {}
        self.said: dict[int, Json] = {}
        """What people wrote, by id."""
        self.bodies: list[Json] = []
        """Each body of a message or of an edit that the bot sent, whatever became of it."""
        self.interactions: dict[str, Interaction] = {}
        self.channels = {place.id: place for place in (GENERAL, RANDOM, IN_A_THREAD, GROUP, ELSEWHERE)}
        self._gateway = gateway
        self._ack_within_s = ack_within_s
        self._changed = changed

    def dm_with(self, person: Person) -> Channel:
        """The bot's direct messages with `person`, opened when there are none yet."""
        for place in self.channels.values():
            if place.kind == DM and place.recipient == person:
                return place
        opened = Channel(snowflake(), person.name, DM, recipient=person)
        self.channels[opened.id] = opened
        return opened

    def channel(self, id_: str) -> Channel:
        if (place := self.channels.get(int(id_))) is None:
            raise Refused(404, 10003, "Unknown Channel")
        if not payloads.bot_is_in(place):
            raise Refused(403, 50001, "Missing Access")
        return place

    def message(self, id_: str, *, where: Channel | None = None) -> Sent:
        found = self.sent.get(int(id_))
        if found is None or found.deleted or (where and found.channel != where):
            raise Refused(404, 10008, "Unknown Message")
        return found

    def any_message(self, id_: int) -> Json | None:
        found = self.sent.get(id_)
        return self.said.get(id_) if found is None or found.deleted or found.only_for else found.payload

    def interaction(self, token: str) -> Interaction:
        """The one that this webhook token belongs to; it works only once it is acknowledged."""
        found = self.interactions.get(token)
        if found is None or not found.acknowledged:
            raise Refused(404, 10015, "Unknown Webhook")
        return found

    def begin(self, kind: int, person: Person, where: Channel, message: Sent | None = None) -> Interaction:
        loop, id_ = asyncio.get_running_loop(), snowflake()
        doing = Interaction(id_, f"token-{id_}", kind, person, where, loop.time(), message)
        self.interactions[doing.token] = doing
        loop.call_later(self._ack_within_s, self._expire, doing)
        return doing

    def _expire(self, doing: Interaction) -> None:
        doing.dead = not doing.acknowledged
        self._changed()

    async def acknowledge(self, doing: Interaction, body: Json) -> Json:
        """Take an interaction's callback; what Discord answers to it."""
        if doing.dead:
            raise Refused(404, 10062, "Unknown interaction")
        if doing.acknowledged:
            raise Refused(400, 40060, "Interaction has already been acknowledged.")
        kind, data = body["type"], body.get("data") or {}
        if kind not in FITTING[doing.kind]:
            _refuse([("type", f"{kind} does not answer an interaction of type {doing.kind}.")])
        if kind == CHOICES:
            _refuse(choice_problems(data["choices"]))
        elif kind == MODAL:
            _refuse(modal_problems(data))
        elif kind == DEFERRED:
            thinking = {"flags": (data.get("flags", 0) & EPHEMERAL) | LOADING}
            doing.original = await self._add(doing.channel, thinking, doing=doing)
        elif kind == MESSAGE:
            doing.original = await self.post(doing.channel, data, doing=doing)
        elif kind in (UPDATE, DEFERRED_UPDATE):
            assert doing.message is not None, "there is no message to update"
            doing.original = doing.message
            if kind == UPDATE:
                await self.edit(doing.message, data)
        doing.callback = body
        doing.acknowledged_after_s = asyncio.get_running_loop().time() - doing.born
        return _callback_response(doing, kind)

    async def follow_up(self, doing: Interaction, body: Json) -> Sent:
        """The first one after a deferral takes the place of "thinking…", as it does at Discord."""
        if doing.original is not None and doing.original.thinking:
            await self.edit(doing.original, body)
            return doing.original
        if not payloads.bot_is_in(doing.channel) and len(doing.followups) >= MOST_FOLLOWUPS_AS_A_GUEST:
            raise Refused(400, 40094, "This interaction has reached the maximum number of follow-up messages")
        sent = await self.post(doing.channel, body, doing=doing)
        doing.followups.append(sent)
        return sent

    async def post(self, where: Channel, body: Json, *, doing: Interaction | None = None) -> Sent:
        self.bodies.append(body)
        fields: Json = {"flags": body.get("flags", 0), **_visible(body)}
        if reference := body.get("message_reference"):
            referenced = self.any_message(int(reference["message_id"]))
            if referenced is None and reference.get("fail_if_not_exists", True):
                _refuse([("message_reference", "Unknown message")])
            fields |= {"type": 19, "message_reference": {"type": 0, "channel_id": str(where.id), **reference}}
            fields["referenced_message"] = referenced
        _refuse(message_problems(payloads.message(BOT, where, **fields)))
        sent = await self._add(where, fields, doing=doing)
        sent.bodies.append(body)
        return sent

    async def edit(self, sent: Sent, body: Json) -> None:
        self.bodies.append(body)
        flags = sent.payload["flags"] & ~LOADING | body.get("flags", 0) & COMPONENTS_V2
        shown = {**sent.payload, **_visible(body), "flags": flags, "edited_timestamp": payloads.now()}
        _refuse(message_problems(shown))
        sent.payload = shown
        sent.bodies.append(body)
        await self._tell("MESSAGE_UPDATE", sent)

    async def delete(self, sent: Sent) -> None:
        sent.deleted = True
        if sent.only_for is None and payloads.bot_is_in(sent.channel) and self._gateway.sessions:
            event = {"id": str(sent.id), "channel_id": str(sent.channel.id)}
            guild = {"guild_id": str(sent.channel.guild_id)} if sent.channel.guild_id else {}
            await self._gateway.dispatch("MESSAGE_DELETE", event | guild)

    async def _add(self, where: Channel, fields: Json, *, doing: Interaction | None) -> Sent:
        if doing is not None:
            fields |= {
                "interaction_metadata": payloads.interaction_metadata(doing),
                "application_id": str(APPLICATION_ID),
                "webhook_id": str(APPLICATION_ID),
            }
        payload = payloads.message(BOT, where, **fields)
        only_for = doing.person if doing is not None and payload["flags"] & EPHEMERAL else None
        sent = Sent(int(payload["id"]), where, payload, only_for=only_for)
        self.sent[sent.id] = sent
        await self._tell("MESSAGE_CREATE", sent)
        return sent

    async def _tell(self, name: str, sent: Sent) -> None:
        """A bot hears of its own messages too, but not of those that only one person sees."""
        if sent.only_for is None:
            await self._gateway.message(name, sent.payload, sent.channel)


def _visible(body: Json) -> Json:
    """The parts of a body that change what is shown; components get the numbers that Discord gives them."""
    empty: dict[str, Any] = {"content": "", "embeds": [], "components": [], "attachments": []}
    shown = copy.deepcopy({name: body[name] or empty[name] for name in empty if name in body})
    for number, component in enumerate(walk(shown.get("components", [])), 1):
        component.setdefault("id", number)
    return shown


def _refuse(problems: list[Problem]) -> None:
    if problems:
        raise Refused(400, 50035, str(problems), as_error(problems))


def _callback_response(doing: Interaction, kind: int) -> Json:
    about: Json = {"id": str(doing.id), "type": doing.kind}
    resource: Json = {"type": kind}
    if doing.original is not None:
        about["response_message_id"] = str(doing.original.id)
        about["response_message_loading"] = doing.original.thinking
        about["response_message_ephemeral"] = doing.original.only_for is not None
        if kind in (MESSAGE, UPDATE):
            resource["message"] = doing.original.payload
    return {"interaction": about, "resource": resource}
