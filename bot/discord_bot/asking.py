"""The five ways to ask: `/ask`, a mention, a direct message, a reply to an answer, and the menu of a message."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Iterable, Iterator
from contextlib import suppress
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_bot.answering import FAILED, Answering, cause
from bot.discord_bot.markdown import escaped
from bot.discord_bot.pause import Pause
from bot.discord_bot.places import Asker
from bot.discord_bot.replies import InteractionReply, MessageReply
from bot.discord_bot.sheet import notice
from config.errors import DatelineError
from retrieval.questions import MAX_CHARS, filters_from

log = logging.getLogger("dateline.discord")

MENU = "Ask the archive about this"
CHOICES = 25
CHOICE_CHARS = 100
"""Discord's limits on what an option offers while it is typed."""

REFUSE_EVERY_S = 30.0
"""Between two refusals of one person's messages."""

NO_WORDS = "Ask me something about the news, as in **@{name} who said what, and when?** `/help` tells more."
CANNOT_READ = (
    "I cannot read this message: Discord shows me only messages that mention me. "
    "Press **Follow up** under the answer, use `/ask`, or mention me."
)

NO_WORDS_THERE = "There are no words in this message that I could look up."


class Asking(commands.Cog):
    """Turns each way of asking into one call of `Answering.answer`."""

    def __init__(self, client: commands.Bot, answering: Answering, *, reads_messages: bool) -> None:
        self._client = client
        self._answering = answering
        self._reads_messages = reads_messages
        self._refusals = Pause(REFUSE_EVERY_S)
        self._menu = app_commands.ContextMenu(name=MENU, callback=self._ask_about)
        app_commands.allowed_installs(guilds=True, users=True)(self._menu)
        app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)(self._menu)

    async def cog_load(self) -> None:
        self._client.tree.add_command(self._menu)

    @app_commands.command(name="ask", description="Ask the archive; every sentence of the answer is proved by a quote.")
    @app_commands.describe(
        question="What you want to know",
        since="Only articles from this day, month or year on: 2021-10-07, 2021-10 or 2021",
        until="Only articles up to this day, month or year",
        outlet="Only articles of this outlet",
        private="Show the answer to you alone",
    )
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def ask(
        self,
        interaction: discord.Interaction[Any],
        question: app_commands.Range[str, 1, MAX_CHARS],
        since: str | None = None,
        until: str | None = None,
        outlet: str | None = None,
        private: bool = False,
    ) -> None:
        await self._answering.answer(
            question,
            asker_of(interaction),
            InteractionReply(interaction, private=private),
            filters=lambda: filters_from(since, until, outlet),
        )

    @ask.autocomplete("outlet")
    async def _outlets(self, interaction: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        return await _choices(self._answering.outlets(typed, CHOICES))

    @ask.autocomplete("since")
    @ask.autocomplete("until")
    async def _years(self, interaction: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        return await _choices(self._answering.years(typed, CHOICES))

    async def _ask_about(self, interaction: discord.Interaction[Any], message: discord.Message) -> None:
        """Shown to the person alone: it is somebody else's message that is looked up."""
        reply = InteractionReply(interaction, private=True)
        if words := words_of(message):
            await self._answering.answer(words, asker_of(interaction), reply, claim=True)
        else:
            await reply.refuse(notice(NO_WORDS_THERE))

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        us = self._client.user
        if message.author.bot or message.is_system() or us is None:
            return
        try:
            await self._take(message, us)
        except discord.HTTPException as error:
            log.warning("a message could not be answered: %s", error)
        except Exception as error:
            log.error("a message failed: %s", cause(error))
            if _calls(message, us):
                with suppress(discord.HTTPException):
                    await MessageReply(message).refuse(FAILED)

    @commands.Cog.listener()
    async def on_raw_message_delete(self, payload: discord.RawMessageDeleteEvent) -> None:
        self._answering.take_back({payload.message_id})

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, payload: discord.RawBulkMessageDeleteEvent) -> None:
        self._answering.take_back(payload.message_ids)

    async def _take(self, message: discord.Message, us: discord.ClientUser) -> None:
        replied_to = await self._answer_replied_to(message, us)
        if not (replied_to or await self._is_for_us(message, us)):
            return
        reply = MessageReply(message, lambda: self._may_refuse(message.author.id))
        if text := _without_mentions(message, us):
            await self._answering.answer(text, _asker_of_message(message), reply, parent=replied_to)
        elif self._can_read(message):
            await reply.refuse(notice(NO_WORDS.format(name=escaped(us.name))))
        else:
            await reply.refuse(notice(CANNOT_READ))

    def _may_refuse(self, person: int) -> bool:
        """Once in a while: everybody sees a refusal, and answers wait behind it."""
        if self._refusals.left_s(person):
            return False
        self._refusals.begin(person)
        return True

    def _can_read(self, message: discord.Message) -> bool:
        """Whether a message without words has none, rather than that Discord keeps them from us."""
        in_private = isinstance(message.channel, discord.DMChannel)
        return bool(self._reads_messages or in_private or message.content or message.attachments)

    async def _is_for_us(self, message: discord.Message, us: discord.ClientUser) -> bool:
        """Whether a person's message asks us something: nothing else is ever answered."""
        if _calls(message, us):
            return True
        if not (self._reads_messages and isinstance(message.channel, discord.Thread)):
            return False
        # In a thread on one of our answers, a question to nobody else is for us.
        to_nobody = not message.mentions and message.reference is None
        return to_nobody and message.content.rstrip().endswith("?") and await self._shows_answer(message.channel.id)

    async def _answer_replied_to(self, message: discord.Message, us: discord.ClientUser) -> str | None:
        """The answer that a message replies to, if it does and does not turn to somebody else."""
        reference = message.reference
        if (
            reference is None
            or reference.message_id is None
            or reference.type is not discord.MessageReferenceType.reply
            or (message.mentions and not _names(message, us))
        ):
            return None
        return await asyncio.to_thread(self._answering.store.answered_in, reference.message_id)

    async def _shows_answer(self, message_id: int) -> bool:
        return await asyncio.to_thread(self._answering.store.answered_in, message_id) is not None


def asker_of(interaction: discord.Interaction[Any]) -> Asker:
    """Who used a command or pressed a button, and whether the place is one conversation."""
    channel = interaction.channel
    goes_on = isinstance(channel, discord.Thread | discord.DMChannel) or interaction.context.dm_channel
    alone = interaction.context.dm_channel
    return Asker(interaction.user.id, interaction.channel_id or interaction.user.id, goes_on, alone=alone)


def words_of(message: discord.Message) -> str:
    """The words of a message, mentions written out; where it has none, of what it forwards or of an embed."""
    forwarded = [snapshot.content for snapshot in message.message_snapshots]
    embeds = [*message.embeds, *(embed for snapshot in message.message_snapshots for embed in snapshot.embeds)]
    embedded = [text for embed in embeds for text in (embed.title, embed.description)]
    shown = [part.content for part in _texts_in(message.components)]
    found = (text.strip() for text in (message.clean_content, *forwarded, *embedded, " ".join(shown)) if text)
    return _cut(next((text for text in found if text), ""))


def _texts_in(components: Iterable[Any]) -> Iterator[discord.TextDisplay]:
    """The words of a message that is made of components, as ours are."""
    for component in components:
        if isinstance(component, discord.TextDisplay):
            yield component
        yield from _texts_in(getattr(component, "children", ()))


def _cut(text: str) -> str:
    """A message may be longer than any question: as many whole sentences of it as a question holds."""
    if len(text) <= MAX_CHARS:
        return text
    start = text[:MAX_CHARS]
    whole = max(start.rfind(end) for end in (". ", "! ", "? ", "\n"))
    return start[: whole + 1] if whole > 0 else start


def _asker_of_message(message: discord.Message) -> Asker:
    goes_on = isinstance(message.channel, discord.Thread | discord.DMChannel)
    return Asker(message.author.id, message.channel.id, goes_on, alone=message.guild is None, sees_question=True)


def _calls(message: discord.Message, us: discord.ClientUser) -> bool:
    """Whether a message is written to us: in private, or with a mention."""
    return isinstance(message.channel, discord.DMChannel) or _names(message, us)


def _names(message: discord.Message, us: discord.ClientUser) -> bool:
    """Whether a message mentions us, by name or by the role that came with the invitation."""
    role = message.guild.self_role if message.guild else None
    return us in message.mentions or (role is not None and role in message.role_mentions)


def _without_mentions(message: discord.Message, us: discord.ClientUser) -> str:
    """What a message says beside calling us."""
    role = message.guild.self_role if message.guild else None
    text = message.content
    for call in (f"<@{us.id}>", f"<@!{us.id}>", *([f"<@&{role.id}>"] if role else [])):
        text = text.replace(call, " ")
    # `clean_content` would write us out too.
    names = {user.mention: user.display_name for user in message.mentions}
    names |= {other.mention: other.name for other in message.role_mentions}
    names |= {f"<#{mentioned.id}>": mentioned.name for mentioned in message.channel_mentions}
    for mention, name in names.items():
        text = text.replace(mention, name)
    return " ".join(text.split())


async def _choices(values: Awaitable[list[str]]) -> list[app_commands.Choice[str]]:
    try:
        found = await values
    except DatelineError as error:
        log.warning("nothing can be offered while an option is typed: %s", cause(error))
        return []
    return [app_commands.Choice(name=value, value=value) for value in found if 0 < len(value) <= CHOICE_CHARS]
