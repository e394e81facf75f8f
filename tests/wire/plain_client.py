"""A small discord.py client, nothing of ours in it, to try the server with."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import discord
import pytest
import yarl
from discord import app_commands
from discord.gateway import DiscordWebSocket
from discord.http import Route

from tests.wire.server import PATIENCE_S, WireDiscord


class PlainClient(discord.Client):
    """Answers `/echo` after a deferral, mentions with a reply, and keeps what it heard."""

    def __init__(self, intents: discord.Intents, changed: Callable[[], None]) -> None:
        nobody = discord.AllowedMentions.none()
        super().__init__(intents=intents, guild_ready_timeout=0.05, allowed_mentions=nobody)
        self.tree = app_commands.CommandTree(self)
        self.heard: list[str] = []
        self.locales: list[discord.Locale] = []
        self.events: list[str] = []
        self.errors: list[discord.HTTPException] = []
        self.changed = changed
        self.patience = asyncio.Event()
        """What `/hang` waits for before it acknowledges."""
        for command in (echo, hang, long, twice, form, asks_back):
            self.tree.add_command(command)

    async def setup_hook(self) -> None:
        self.add_dynamic_items(Again)
        await self.tree.sync()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """The five seconds that discord.py waits before a second IDENTIFY are for Discord's sake, not for ours."""

    async def on_message(self, message: discord.Message) -> None:
        if message.author == self.user:
            return
        self.heard.append(message.content)
        self.changed()
        if self.user in message.mentions:
            await message.reply(f"You said: {message.clean_content}")

    async def on_ready(self) -> None:
        self.events.append("ready")
        self.changed()

    async def on_resumed(self) -> None:
        self.events.append("resumed")
        self.changed()


class Again(discord.ui.DynamicItem[discord.ui.Button], template=r"again:(?P<text>\w+)"):
    def __init__(self, text: str) -> None:
        super().__init__(discord.ui.Button(label="Again", custom_id=f"again:{text}"))
        self.text = text

    @classmethod
    async def from_custom_id(cls, _interaction: object, _item: object, match: object) -> Again:
        return cls(match["text"])  # type: ignore[index]

    async def callback(self, interaction: discord.Interaction) -> None:
        await interaction.response.send_message(f"again: {self.text}", ephemeral=True)


class Reason(discord.ui.Modal, title="Why?"):
    why = discord.ui.Label(
        text="Reason",
        component=discord.ui.RadioGroup(
            options=[discord.RadioGroupOption(label="wrong", value="wrong"), discord.RadioGroupOption(label="old")]
        ),
    )
    more = discord.ui.TextInput(label="More", required=False)

    async def on_submit(self, interaction: discord.Interaction) -> None:
        await interaction.response.send_message(f"{self.why.component.value}; {self.more.value}")  # type: ignore


class Shown(discord.ui.LayoutView):
    """A Components V2 message with a text and a button."""

    def __init__(self, text: str) -> None:
        super().__init__(timeout=None)
        self.add_item(discord.ui.Container(discord.ui.TextDisplay(text)))
        self.add_item(discord.ui.ActionRow(Again("echo")))


@app_commands.command(description="say it back")
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
@app_commands.allowed_installs(guilds=True, users=True)
async def echo(interaction: discord.Interaction[PlainClient], text: str) -> None:
    interaction.client.locales.append(interaction.locale)
    await interaction.response.defer(thinking=True)
    await interaction.edit_original_response(view=Shown(text))


@echo.autocomplete("text")
async def _complete(_: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
    return [app_commands.Choice(name=f"{typed}!", value=f"{typed}!")]


@app_commands.command(description="wait before the acknowledgement")
async def hang(interaction: discord.Interaction[PlainClient]) -> None:
    await interaction.client.patience.wait()
    await _try(interaction, interaction.response.defer(thinking=True))


@app_commands.command(description="say too much")
async def long(interaction: discord.Interaction[PlainClient], letters: int, layout: bool) -> None:
    text = "x" * letters
    sending = {"view": Shown(text)} if layout else {"content": text}
    await _try(interaction, interaction.response.send_message(**sending))


@app_commands.command(description="acknowledge twice")
async def twice(interaction: discord.Interaction[PlainClient]) -> None:
    await interaction.response.defer(thinking=True, ephemeral=True)
    interaction.response._response_type = None  # past discord.py's own guard
    await _try(interaction, interaction.response.send_message("second"))
    await interaction.followup.send("first")
    await interaction.followup.send("and more", ephemeral=True)


@app_commands.command(description="show a modal")
async def form(interaction: discord.Interaction[PlainClient]) -> None:
    await interaction.response.send_modal(Reason())


@app_commands.context_menu(name="Ask back")
async def asks_back(interaction: discord.Interaction, message: discord.Message) -> None:
    await interaction.response.send_message(f"{message.content}?")


async def _try(interaction: discord.Interaction[PlainClient], doing: object) -> None:
    try:
        await doing  # type: ignore[misc]
    except discord.HTTPException as error:
        interaction.client.errors.append(error)
        interaction.client.changed()


@asynccontextmanager
async def connected(
    discord_: WireDiscord, *, message_content: bool = False, token: str | None = None
) -> AsyncIterator[PlainClient]:
    """
    A client at work on `discord_`; what ended it before its time comes out of the block.

    Raises:
        discord.LoginFailure, discord.PrivilegedIntentsRequired, discord.ConnectionClosed: as `Client.start` does.
    """
    intents = discord.Intents(guilds=True, guild_messages=True, dm_messages=True, message_content=message_content)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Route, "BASE", discord_.api_base)
        patch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", yarl.URL(discord_.gateway_url))
        async with PlainClient(intents, discord_.changed) as client:
            running = asyncio.create_task(client.start(token or discord_.token))
            ready = asyncio.create_task(discord_.wait_for(lambda: "ready" in client.events, PATIENCE_S))
            try:
                await asyncio.wait({running, ready}, return_when=asyncio.FIRST_COMPLETED)
                await (running if running.done() else ready)
                yield client
            finally:
                ready.cancel()
                await client.close()
                await asyncio.gather(running, ready, return_exceptions=True)
