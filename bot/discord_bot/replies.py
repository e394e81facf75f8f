"""Where an answer goes: into an interaction's own message, or under the message that asked."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Any

import aiohttp
import discord

from bot.discord_bot.layout import layout_of
from bot.discord_bot.markdown import escaped
from bot.discord_bot.sheet import Sheet, notice

TROUBLE = (discord.HTTPException, aiohttp.ClientError, OSError)
"""What sending may raise: Discord refuses, or the network is away."""
TRIES = 2
LOST = "A part of this answer could not be sent. Everything stands behind **Sources**, or ask again."


async def tell(interaction: discord.Interaction[Any], sheet: Sheet) -> None:
    """Show `sheet` to the person alone, whether the interaction was acknowledged before or not."""
    if interaction.response.is_done():
        await interaction.followup.send(view=layout_of(sheet), ephemeral=True)
    else:
        await interaction.response.send_message(view=layout_of(sheet), ephemeral=True)


class InteractionReply:
    """The answer to a slash command, a menu or a form; `private` is decided when it is opened, and stays."""

    question: int | None = None

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

    async def draft(self, sheet: Sheet) -> None:
        with suppress(*TROUBLE):
            await self._edit(sheet)

    async def take_back(self) -> None:
        with suppress(*TROUBLE):
            await self._interaction.delete_original_response()

    async def send(self, sheets: Sequence[Sheet]) -> tuple[list[int], bool]:
        """A message that cannot be edited, or was taken away, is sent anew, so that no answer is lost."""
        first, *more = sheets
        try:
            sent = await self._edit(first)
        except TROUBLE:
            sent = await self._follow_up(first)
        return await _with_the_rest(sent, more, self._follow_up)

    async def _edit(self, sheet: Sheet) -> int:
        message = await self._interaction.edit_original_response(view=layout_of(sheet))
        return message.id

    async def _follow_up(self, sheet: Sheet) -> int:
        message = await self._interaction.followup.send(view=layout_of(sheet), ephemeral=self.private, wait=True)
        return message.id


class MessageReply:
    """The answer to a message: a reply under it, which is there at once and becomes the answer."""

    private = False

    def __init__(self, message: discord.Message, may_refuse: Callable[[], bool] = lambda: True) -> None:
        """`may_refuse` tells whether a refusal would not be one too many."""
        self.question: int | None = message.id
        self._message = message
        self._may_refuse = may_refuse
        self._shown: discord.Message | None = None
        self._told_place = False

    async def open(self) -> None:
        self._shown = await self._reply(notice("-# Looking in the archive…"))

    async def refuse(self, sheet: Sheet) -> None:
        """Where it may not write, it says so to the person in private: that is better than silence."""
        if not self._may_refuse():
            return
        try:
            await self._reply(sheet)
        except discord.Forbidden:
            where = "" if self._message.guild is None else f" in #{escaped(str(self._message.channel))}"
            await self._message.author.send(view=layout_of(notice(f"I may not write{where}. You can ask me here.")))

    async def wait(self, before: int) -> None:
        """Once: edits of a channel's messages share one allowance, and the answers need it."""
        if self._shown and not self._told_place:
            self._told_place = True
            with suppress(discord.HTTPException):
                await self._edit(self._shown, _waiting(before))

    async def draft(self, sheet: Sheet) -> None:
        if self._shown:
            with suppress(*TROUBLE):
                await self._edit(self._shown, sheet)

    async def take_back(self) -> None:
        if self._shown:
            with suppress(*TROUBLE):
                await self._shown.delete()

    async def send(self, sheets: Sequence[Sheet]) -> tuple[list[int], bool]:
        """As `InteractionReply.send`."""
        first, *more = sheets
        assert self._shown is not None  # `open` comes first
        try:
            shown = await self._edit(self._shown, first)
        except TROUBLE:
            shown = await self._reply(first)
        return await _with_the_rest(shown.id, more, self._send)

    async def _send(self, sheet: Sheet) -> int:
        message = await self._message.channel.send(view=layout_of(sheet))
        return message.id

    async def _edit(self, message: discord.Message, sheet: Sheet) -> discord.Message:
        # The library leaves the client's own setting out of an edit that has no `content`.
        return await message.edit(view=layout_of(sheet), allowed_mentions=discord.AllowedMentions.none())

    async def _reply(self, sheet: Sheet) -> discord.Message:
        reference = discord.MessageReference.from_message(self._message, fail_if_not_exists=False)
        return await self._message.channel.send(view=layout_of(sheet), reference=reference, mention_author=False)


async def _with_the_rest(
    first: int, sheets: Sequence[Sheet], send: Callable[[Sheet], Awaitable[int]]
) -> tuple[list[int], bool]:
    """
    The ids of `first` and of the `sheets` that could be sent, and whether that is all of them.

    A part that is lost does not take the others with it: behind the buttons of the last one everything stands.
    """
    sent = [first]
    for sheet in sheets:
        for _ in range(TRIES):
            with suppress(*TROUBLE):
                sent.append(await send(sheet))
                break
    whole = len(sent) == 1 + len(sheets)
    if not whole:
        with suppress(*TROUBLE):
            await send(notice(LOST, tone="sorry"))
    return sent, whole


def _waiting(before: int) -> Sheet:
    noun = "question is" if before == 1 else "questions are"
    return notice(f"-# {before} {noun} before yours…")
