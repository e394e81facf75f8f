"""The bot as discord.py sees it: what it hears, its commands, and when they are sent to Discord."""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
import sys
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands, tasks

from bot.discord_bot.about import About
from bot.discord_bot.answering import Answering, cause
from bot.discord_bot.asking import Asking
from bot.discord_bot.controls import Controls, apologise
from bot.discord_bot.endpoint import guard
from bot.discord_bot.replies import tell
from bot.discord_bot.sheet import notice
from config.errors import DatelineError, SettingsError
from config.settings import DiscordSettings

log = logging.getLogger("dateline.discord")

SYNCED, SYNCED_TO = "discord.commands", "discord.commands.guild"
"""The facts by which the store remembers which commands Discord knows, and for which server (0: for all)."""
PURGE_EVERY_H = 6
CHANGED = notice("This command has changed. Restart Discord (Ctrl-R) to see it as it is now.")


class DatelineBot(commands.Bot):
    """Wires the cogs to Discord. It asks for no member, presence or message that it does not need."""

    def __init__(self, answering: Answering, settings: DiscordSettings, **options: Any) -> None:
        intents = discord.Intents.none()
        intents.guilds = intents.guild_messages = intents.dm_messages = True
        intents.message_content = settings.message_content
        super().__init__(
            command_prefix=(),
            help_command=None,
            intents=intents,
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            **options,
        )
        self._answering = answering
        self._settings = settings
        self.tree.error(self._command_failed)
        guard(self)

    async def setup_hook(self) -> None:
        """Runs once, before the first event: nothing here is repeated when the connection is."""
        reads = self._settings.message_content
        await self.add_cog(Asking(self, self._answering, reads_messages=reads))
        await self.add_cog(Controls(self._answering))
        await self.add_cog(About(self, self._answering, self._settings.retention_days))
        await self._sync_if_changed()
        self._expire.start()

    async def on_ready(self) -> None:
        log.info("connected as %s, in %d servers", self.user, len(self.guilds))

    async def on_message(self, message: discord.Message, /) -> None:
        """Nothing: there are no commands with a prefix, and `Asking` listens by itself."""

    async def on_error(self, event_method: str, /, *args: Any, **kwargs: Any) -> None:
        error = sys.exception()
        log.error("the event %s failed: %s", event_method, cause(error) if isinstance(error, Exception) else error)

    async def _sync_if_changed(self) -> None:
        """Discord limits how often commands may be sent, so they are only when they differ from what it knows."""
        guild = discord.Object(self._settings.guild) if self._settings.guild else None
        if guild:
            self.tree.copy_global_to(guild=guild)
        known = [command.to_dict(self.tree) for command in self.tree.get_commands(guild=guild)]
        state = json.dumps([self.application_id, self._settings.guild, known], sort_keys=True)
        digest = hashlib.sha256(state.encode()).hexdigest()
        store = self._answering.store
        if await asyncio.to_thread(store.remembered, SYNCED) == digest:
            return
        await self._take_back_elsewhere()
        try:
            await self.tree.sync(guild=guild)
        except discord.Forbidden as exc:
            if guild is None:
                raise
            raise SettingsError("the setting `discord.guild` names a server that the bot was not invited to") from exc
        await asyncio.to_thread(store.remember, SYNCED, digest)
        await asyncio.to_thread(store.remember, SYNCED_TO, str(self._settings.guild))
        log.info("sent %d commands to Discord", len(known))

    async def _take_back_elsewhere(self) -> None:
        """Commands that went to another place than they go to now would be listed twice."""
        before = await asyncio.to_thread(self._answering.store.remembered, SYNCED_TO)
        if before is None or before == str(self._settings.guild) or self.application_id is None:
            return
        with suppress(discord.HTTPException):  # a server that the bot was removed from has none
            if before == "0":
                await self.http.bulk_upsert_global_commands(self.application_id, [])
            else:
                await self.http.bulk_upsert_guild_commands(self.application_id, int(before), [])

    @tasks.loop(hours=PURGE_EVERY_H)
    async def _expire(self) -> None:
        before = datetime.now(UTC) - timedelta(days=self._settings.retention_days)
        try:
            count = await asyncio.to_thread(self._answering.store.expire, before)
        except DatelineError as error:  # the next round may succeed; an error would end them all
            log.error("old answers could not be deleted: %s", cause(error))
            return
        if count:
            log.info("deleted %d answers that were older than %d days", count, self._settings.retention_days)

    async def _command_failed(self, interaction: discord.Interaction[Any], error: app_commands.AppCommandError) -> None:
        if isinstance(error, app_commands.CommandNotFound | app_commands.CommandSignatureMismatch):
            with suppress(discord.HTTPException):
                await tell(interaction, CHANGED)
            return
        await apologise(interaction, getattr(error, "original", error))
