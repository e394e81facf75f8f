"""`/help`, `/status`, `/privacy` and `/forget`: what the bot says of itself, to whoever asks, alone."""

from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_bot.answering import Answering
from bot.discord_bot.layout import layout_of
from bot.discord_bot.markdown import escaped
from bot.discord_bot.pause import Pause
from bot.discord_bot.sheet import Sheet, notice
from bot.wording import archive_line
from retrieval.types import IndexInfo

HELP = (
    """### Ask the archive
Every sentence of an answer is proved by a quote from an article.
When no article answers, you read "Not in the archive".""",
    """**How to ask**
- `/ask`, with a time window or an outlet if you like, and in private if you like
- mention me, or write me a direct message
- reply to an answer, or press **Follow up**: "he", "it" and "the second one" are understood from what came before
- on a message: *Apps → Ask the archive about this*""",
    """**Under an answer**
- **Sources** turns through the cited passages, for you alone
- **Helpful** and **Wrong** are kept for the person who runs me
- `/status` tells what the archive holds, `/privacy` what I keep, `/forget` deletes it""",
)
PRIVACY = (
    """### What I keep
- your questions and my answers, so that buttons and follow-ups work: for {days} days
- the words of a message that you had me look up, like a question of yours
- your votes, with the answers they are about; the person who runs me reads those
- who and where only as a code made with a key: whoever has just the file learns nobody's account from it""",
    """I keep no other message. {where}
`/forget` deletes all that I keep at once, your words in other people's follow-ups included.""",
)
HERE = "I look things up on the machine that I run on, nowhere else."
THERE = (
    "I look things up on the machine that I run on, and have the answer written by a language model, {model}: it is "
    "sent your question, or the message that you had me look up, what was said before it in the same conversation, and "
    "passages of the articles; not who you are, nor where you ask. What its provider keeps of that, the person who "
    "runs me knows."
)

FORGET_EVERY_S = 20.0
"""Erasing rewrites the whole file, and everybody's buttons wait for it."""


class About(commands.Cog):
    """Commands that answer in a moment, and to the person alone."""

    def __init__(self, client: discord.Client, answering: Answering, retention_days: int) -> None:
        self._client = client
        self._answering = answering
        self._retention_days = retention_days
        self._forgets = Pause(FORGET_EVERY_S)

    @app_commands.command(name="help", description="How to ask, and what the buttons do.")
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def help(self, interaction: discord.Interaction[Any]) -> None:
        model = self._answering.model
        written = (
            [f"-# The answers are written by {escaped(model)}; `/privacy` tells what it is sent."] if model else []
        )
        await _tell(interaction, notice(*HELP, *written))

    @app_commands.command(name="privacy", description="What the bot keeps, for how long, and how to delete it.")
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def privacy(self, interaction: discord.Interaction[Any]) -> None:
        await _tell(interaction, privacy_sheet(self._retention_days, self._answering.model))

    @app_commands.command(name="forget", description="Delete your questions, their answers and your votes, at once.")
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def forget(self, interaction: discord.Interaction[Any]) -> None:
        if pause := math.ceil(self._forgets.left_s(interaction.user.id)):
            await _tell(interaction, notice(f"That was done a moment ago. Please wait {pause} s."))
            return
        self._forgets.begin(interaction.user.id)
        await interaction.response.defer(thinking=True, ephemeral=True)
        count = await self._answering.forget(interaction.user.id)
        answers = "1 question with its answer" if count == 1 else f"{count} questions with their answers"
        said = notice(
            f"Deleted: {answers}, and your votes. The messages themselves are Discord's, and yours to delete."
        )
        await interaction.edit_original_response(view=layout_of(said))

    @app_commands.command(name="status", description="What the archive holds, and how current it is.")
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def status(self, interaction: discord.Interaction[Any]) -> None:
        await interaction.response.defer(thinking=True, ephemeral=True)
        info = await self._answering.index_info()
        answering = self._answering
        sheet = status_sheet(info, self._client.latency, answering.median_ms(), datetime.now(UTC), answering.model)
        await interaction.edit_original_response(view=layout_of(sheet))


def privacy_sheet(retention_days: int, model: str | None) -> Sheet:
    """What `/privacy` shows, where `model` writes the answers, or none does."""
    where = THERE.format(model=escaped(model)) if model else HERE
    return notice(*(block.format(days=retention_days, where=where) for block in PRIVACY))


def status_sheet(
    info: IndexInfo, latency_s: float, median_ms: float | None, now: datetime, model: str | None = None
) -> Sheet:
    """
    What `/status` shows; `latency_s` is that of Discord's gateway and may be unknown (not finite).

    `model` is the language model that is set.
    """
    speed = f"an answer takes {median_ms:,.0f} ms (median)" if median_ms is not None else "no question answered yet"
    gateway = (
        f"Discord answers in {latency_s * 1000:,.0f} ms" if math.isfinite(latency_s) else "Discord: no heartbeat yet"
    )
    written = f"\nAnswers are written by {escaped(model)}" if model else ""
    return notice(
        f"### {escaped(archive_line(info))}",
        f"Built {_age(now - info.built_at)} ago, generation {escaped(info.generation)}{written}",
        f"-# {speed} · {gateway}",
    )


def _age(age: timedelta) -> str:
    """A span of time in its largest unit: "3 days"."""
    seconds = max(int(age.total_seconds()), 0)
    for unit, size in (("day", 86_400), ("hour", 3_600), ("minute", 60)):
        if seconds >= size:
            count = seconds // size
            return f"{count} {unit}" if count == 1 else f"{count} {unit}s"
    return "less than a minute"


async def _tell(interaction: discord.Interaction[Any], sheet: Sheet) -> None:
    await interaction.response.send_message(view=layout_of(sheet), ephemeral=True)
