"""What a person does in Discord's own client: each act is checked as that client would, and sent as an event."""

from __future__ import annotations

from typing import Any

from tests.wire import payloads
from tests.wire.gateway import Gateway
from tests.wire.rest import Rest
from tests.wire.store import AUTOCOMPLETE, COMMAND, COMPONENT, MODAL_SUBMIT, Store
from tests.wire.world import ANNA, BOT, GENERAL, Channel, Interaction, Json, Person, Sent, walk

CHAT, MESSAGE_MENU = 1, 3
"""Types of commands."""


class People:
    gateway: Gateway
    store: Store
    rest: Rest

    def dm_with(self, person: Person) -> Channel:
        return self.store.dm_with(person)

    async def say(
        self,
        channel: Channel,
        text: str,
        *,
        user: Person = ANNA,
        mentions_bot: bool = False,
        reply_to: Sent | None = None,
        ping: bool = True,
    ) -> Json:
        """Write a message; `ping` is the switch beside a reply. The message as stored comes back."""
        fields: Json = {}
        if mentions_bot:
            text = f"<@{BOT.id}> {text}"
        if reply_to is not None:
            reference = {"type": 0, "message_id": str(reply_to.id), "channel_id": str(reply_to.channel.id)}
            if channel.guild_id:
                reference["guild_id"] = str(channel.guild_id)
            fields = {"type": 19, "message_reference": reference, "referenced_message": reply_to.payload}
        if mentions_bot or (reply_to is not None and ping):
            fields["mentions"] = [payloads.user(BOT)]
            if channel.guild_id:
                fields["mentions"][0]["member"] = payloads.member(BOT, with_user=False)
        message = payloads.message(user, channel, text, **fields)
        self.store.said[int(message["id"])] = message
        await self.gateway.message("MESSAGE_CREATE", message, channel)
        return message

    async def dm(self, user: Person, text: str, *, reply_to: Sent | None = None) -> Json:
        return await self.say(self.dm_with(user), text, user=user, reply_to=reply_to, ping=False)

    async def slash(
        self,
        name: str,
        options: dict[str, Any] | None = None,
        *,
        user: Person = ANNA,
        channel: Channel = GENERAL,
        locale: str = "en-US",
        user_install: bool = False,
    ) -> Interaction:
        """Use a slash command that the bot has registered, in a guild's channel or in `dm_with(user)`."""
        command = self._command(name, CHAT, channel, user_install)
        filled = _filled(command, options or {}, complete=True)
        return await self._use(COMMAND, command, {"options": filled}, user, channel, locale, user_install)

    async def autocomplete(
        self, name: str, options: dict[str, Any], *, focused: str, user: Person = ANNA, channel: Channel = GENERAL
    ) -> Interaction:
        """Type into the option `focused`; what is offered stands in the interaction's `choices`."""
        command = self._command(name, CHAT, channel, user_install=False)
        filled = _filled(command, options, complete=False)
        typed = [{**option, "focused": True} if option["name"] == focused else option for option in filled]
        return await self._use(AUTOCOMPLETE, command, {"options": typed}, user, channel, "en-US", user_install=False)

    async def message_menu(
        self, name: str, message: Json, *, user: Person = ANNA, channel: Channel = GENERAL, locale: str = "en-US"
    ) -> Interaction:
        """Use a command of the menu of a message that `say` gave; the bot then reads it whatever its intents."""
        command = self._command(name, MESSAGE_MENU, channel, user_install=False)
        target = {"target_id": message["id"], "resolved": {"messages": {message["id"]: message}}}
        return await self._use(COMMAND, command, target, user, channel, locale, user_install=False)

    async def click(
        self,
        message: Sent,
        control: str,
        *,
        user: Person = ANNA,
        locale: str = "en-US",
        values: list[str] | None = None,
    ) -> Interaction:
        """Press the button (or choose `values` from the menu) with this label or custom_id."""
        assert message.only_for in (None, user), f"{user.name} does not see that message"
        assert not message.deleted, "the message is gone"
        part = message.control(control)
        assert not part.get("disabled"), f"{control!r} is greyed out"
        assert part.get("custom_id"), f"{control!r} is a link"
        data = {"custom_id": part["custom_id"], "component_type": part["type"], "id": part["id"]}
        if values is not None:
            data["values"] = values
        doing = self.store.begin(COMPONENT, user, message.channel, message)
        return await self._send(doing, data, locale, user_install=not payloads.bot_is_in(message.channel))

    async def submit_modal(
        self, shown: Interaction, values: dict[str, str | list[str] | bool], *, locale: str = "en-US"
    ) -> Interaction:
        """Send the modal that `shown` was answered with; the fields are named by custom_id or label."""
        assert shown.modal is not None, "no modal was shown"
        rest = dict(values)
        rows = [_submitted(row, rest) for row in shown.modal["components"]]
        assert not rest, f"the modal has no fields {sorted(rest)}"
        doing = self.store.begin(MODAL_SUBMIT, shown.person, shown.channel, shown.message)
        data = {"custom_id": shown.modal["custom_id"], "components": rows}
        return await self._send(doing, data, locale, user_install=not payloads.bot_is_in(shown.channel))

    def _command(self, name: str, kind: int, channel: Channel, user_install: bool) -> Json:
        """The command, as far as Discord would offer it there."""
        offered = [*self.rest.commands.get(channel.guild_id, []), *self.rest.commands.get(None, [])]
        for command in offered:
            if (command["name"], command["type"]) == (name, kind):
                contexts, installs = command.get("contexts"), command.get("integration_types") or [0]
                allowed = contexts is None or payloads.context_of(channel) in contexts
                assert allowed, f"{name!r} is not offered in #{channel.name}: its contexts are {contexts}"
                assert int(user_install) in installs, f"{name!r} cannot be used by that kind of installation"
                assert user_install or payloads.bot_is_in(channel), "the bot is not there; it is a user's installation"
                return command
        raise AssertionError(f"no command {name!r}; there are {[command['name'] for command in offered]}")

    async def _use(
        self,
        kind: int,
        command: Json,
        fields: Json,
        user: Person,
        channel: Channel,
        locale: str,
        user_install: bool,
    ) -> Interaction:
        data = {"id": command["id"], "name": command["name"], "type": command["type"], **fields}
        if "guild_id" in command:
            data["guild_id"] = command["guild_id"]
        return await self._send(self.store.begin(kind, user, channel), data, locale, user_install)

    async def _send(self, doing: Interaction, data: Json, locale: str, user_install: bool) -> Interaction:
        context = payloads.context_of(doing.channel)
        payload = payloads.interaction_create(
            doing, data, locale=locale, context=context, user_install=user_install, target=doing.message
        )
        await self.gateway.dispatch("INTERACTION_CREATE", payload)
        return doing


def _filled(command: Json, values: dict[str, Any], *, complete: bool) -> list[Json]:
    known = {option["name"]: option for option in command.get("options") or []}
    assert set(values) <= set(known), f"/{command['name']} has no options {sorted(set(values) - set(known))}"
    missing = {name for name, option in known.items() if option.get("required")} - set(values)
    assert not (complete and missing), f"/{command['name']} needs {sorted(missing)}"
    return [{"name": name, "type": known[name]["type"], "value": value} for name, value in values.items()]


def _submitted(row: Json, values: dict[str, Any]) -> Json:
    """A row of a modal with what a person put in; takes from `values` what it used."""
    if row["type"] == 10:
        return {"type": 10, "id": row.get("id", 0), "content": row["content"]}
    [part] = [inner for inner in walk([row]) if inner is not row]
    names = [name for name in (part.get("custom_id"), part.get("label"), row.get("label")) if name in values]
    value = values.pop(names[0]) if names else None
    assert value or not part.get("required", True), f"the field {part['custom_id']!r} must be filled"
    filled: Json = {"type": part["type"], "custom_id": part["custom_id"], "id": part.get("id", 0)}
    if part["type"] in (4, 21, 23):
        filled["value"] = value if value is not None else {4: "", 21: None, 23: False}[part["type"]]
    else:
        filled["values"] = value or []
    if row["type"] == 1:
        return {"type": 1, "components": [filled]}
    return {"type": row["type"], "id": row.get("id", 0), "component": filled}
