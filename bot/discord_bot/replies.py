"""Where an answer goes: into an interaction's own message, or under the message that asked."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import discord

from bot.discord_bot.layout import layout_of
from bot.discord_bot.markdown import escaped
from bot.discord_bot.sheet import Sheet, notice


async def tell(interaction: discord.Interaction[Any], sheet: Sheet) -> None:
    """Show `sheet` to the person alone, whether the interaction was acknowledged before or not."""
    if interaction.response.is_done():
        await interaction.followup.send(view=layout_of(sheet), ephemeral=True)
    else:
        await interaction.response.send_message(view=layout_of(sheet), ephemeral=True)


class InteractionReply:
    """The answer to a slash command, a menu or a form; `private` is decided when it is opened, and stays."""

    def __init__(self, interaction: discord.Interaction[Any], *, private: bool) -> None:
        self.private = private
        self._interaction = interaction

    async def open(self) -> None:
        await self._interaction.response.defer(thinking=True, ephemeral=self.private)

    async def refuse(self, sheet: Sheet) -> None:
        await tell(self._interaction, sheet)

    async def wait(self, before: int) -> None:
        with suppress(discord.HTTPException):  # the next edit is the answer, which tells more
            await self._edit(_waiting(before))

    async def send(self, sheets: Sequence[Sheet]) -> list[int]:
        """A message that cannot be edited, or was taken away, is sent anew, so that no answer is lost."""
        first, *more = sheets
        try:
            sent = [await self._edit(first)]
        except discord.HTTPException:
            sent = [await self._follow_up(first)]
        return sent + [await self._follow_up(sheet) for sheet in more]

    async def _edit(self, sheet: Sheet) -> int:
        message = await self._interaction.edit_original_response(view=layout_of(sheet))
        return message.id

    async def _follow_up(self, sheet: Sheet) -> int:
        message = await self._interaction.followup.send(view=layout_of(sheet), ephemeral=self.private, wait=True)
        return message.id


class MessageReply:
    """The answer to a message: a reply under it, which is there at once and becomes the answer."""

    private = False

    def __init__(self, message: discord.Message) -> None:
        self._message = message
        self._shown: discord.Message | None = None

    async def open(self) -> None:
        self._shown = await self._reply(notice("-# Looking in the archive…"))

    async def refuse(self, sheet: Sheet) -> None:
        """Where it may not write, it says so to the person in private: that is better than silence."""
        try:
            await self._reply(sheet)
        except discord.Forbidden:
            where = "" if self._message.guild is None else f" in #{escaped(str(self._message.channel))}"
            await self._message.author.send(view=layout_of(notice(f"I may not write{where}. You can ask me here.")))

    async def wait(self, before: int) -> None:
        if self._shown:
            with suppress(discord.HTTPException):
                await self._edit(self._shown, _waiting(before))

    async def send(self, sheets: Sequence[Sheet]) -> list[int]:
        """As `InteractionReply.send`."""
        first, *more = sheets
        assert self._shown is not None  # `open` comes first
        try:
            shown = await self._edit(self._shown, first)
        except discord.HTTPException:
            shown = await self._reply(first)
        sent = [shown.id]
        for sheet in more:
            message = await self._message.channel.send(view=layout_of(sheet))
            sent.append(message.id)
        return sent

    async def _edit(self, message: discord.Message, sheet: Sheet) -> discord.Message:
        # The library leaves the client's own setting out of an edit that has no `content`.
        return await message.edit(view=layout_of(sheet), allowed_mentions=discord.AllowedMentions.none())

    async def _reply(self, sheet: Sheet) -> discord.Message:
        reference = discord.MessageReference.from_message(self._message, fail_if_not_exists=False)
        return await self._message.channel.send(view=layout_of(sheet), reference=reference, mention_author=False)


def _waiting(before: int) -> Sheet:
    noun = "question is" if before == 1 else "questions are"
    return notice(f"-# {before} {noun} before yours…")
