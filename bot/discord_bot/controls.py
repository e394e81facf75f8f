"""
Buttons and forms, told by their ids alone, so that they work for as long as their answer is kept: after a restart,
and under a newer version of Dateline.

An id is `action:answer`, `page:answer:number:button`, or for the form of a follow-up `follow:answer:public`. Whoever
presses sees the result alone.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import suppress
from typing import Any

import discord
from discord import ui
from discord.ext import commands

from bot.discord_bot.answering import FAILED, NOT_KEPT, Answering, cause
from bot.discord_bot.asking import asker_of
from bot.discord_bot.layout import layout_of
from bot.discord_bot.pages import page_sheet
from bot.discord_bot.replies import InteractionReply, tell
from bot.discord_bot.sheet import Sheet, notice
from bot.wording import withdrawn_line
from retrieval.questions import MAX_CHARS

log = logging.getLogger("dateline.discord")

Interaction = discord.Interaction[Any]
Handler = Callable[["Controls", Interaction, str, list[str]], Awaitable[None]]

UNKNOWN = "I do not know this button any more. Please ask again for fresh ones."
NOTHING_BEHIND = "There is no passage to show (any more)."
THANKS = {
    "new": "Thank you: kept with the answer.",
    "changed": "Thank you: your vote has been changed.",
    "same": "Thank you: you had already said so.",
}
REASONS = {
    "answer": "The answer is wrong",
    "source": "The source does not say that",
    "outdated": "It is out of date",
    "other": "Something else",
}
NOTE_CHARS = 500
LOOK_UP_S = 1.5


class Controls(commands.Cog):
    """Answers each press of a button and each form that is sent, known or not."""

    def __init__(self, answering: Answering) -> None:
        self.answering = answering

    @commands.Cog.listener()
    async def on_interaction(self, interaction: Interaction) -> None:
        handlers = {
            discord.InteractionType.component: BUTTONS,
            discord.InteractionType.modal_submit: FORMS,
        }.get(interaction.type)
        if handlers is None:
            return  # a command, which has its own way
        action, _, rest = str(_data(interaction).get("custom_id", "")).partition(":")
        answer_id, *arguments = rest.split(":")
        try:
            await handlers.get(action, _unknown)(self, interaction, answer_id, arguments)
        except Exception as error:
            await apologise(interaction, error)


async def apologise(interaction: Interaction, error: Exception) -> None:
    """Log why an interaction failed, and tell the person that it did, if Discord still takes a word for it."""
    if isinstance(error, discord.HTTPException):
        log.warning("an interaction could not be answered: %s", error)
    else:
        log.error("an interaction failed: %s", cause(error))
    with suppress(Exception):
        await tell(interaction, FAILED)


async def _unknown(controls: Controls, interaction: Interaction, answer_id: str, arguments: list[str]) -> None:
    await tell(interaction, notice(UNKNOWN))


async def _sources(controls: Controls, interaction: Interaction, answer_id: str, arguments: list[str]) -> None:
    """The first page, in a message of the person's own."""
    await interaction.response.defer(thinking=True, ephemeral=True)
    await interaction.edit_original_response(view=layout_of(await _page_of(controls, answer_id, 0)))


async def _page(controls: Controls, interaction: Interaction, answer_id: str, arguments: list[str]) -> None:
    """Another page, in place of the one whose button was pressed."""
    await interaction.response.defer()
    number = int(arguments[0]) if arguments and arguments[0].isdecimal() else 0
    await interaction.edit_original_response(view=layout_of(await _page_of(controls, answer_id, number)))


async def _page_of(controls: Controls, answer_id: str, number: int) -> Sheet:
    found = await controls.answering.pages(answer_id)
    if found is None:
        return notice(NOT_KEPT)
    return page_sheet(found, number, answer_id) if found else notice(NOTHING_BEHIND)


async def _helpful(controls: Controls, interaction: Interaction, answer_id: str, arguments: list[str]) -> None:
    await interaction.response.defer(thinking=True, ephemeral=True)
    await _vote(controls, interaction, answer_id, "helpful")


async def _wrong(controls: Controls, interaction: Interaction, answer_id: str, arguments: list[str]) -> None:
    """Asks why; the vote counts when the form is sent."""
    options = [discord.RadioGroupOption(label=label, value=reason) for reason, label in REASONS.items()]
    note = ui.TextInput[Any](custom_id="note", style=discord.TextStyle.long, required=False, max_length=NOTE_CHARS)
    await _ask_form(
        controls,
        interaction,
        answer_id,
        ui.Modal(title="What is wrong?", custom_id=f"wrong:{answer_id}"),
        {"Why": ui.RadioGroup(custom_id="reason", options=options), "What would be right? (if you like)": note},
    )


async def _wrong_because(controls: Controls, interaction: Interaction, answer_id: str, arguments: list[str]) -> None:
    await interaction.response.defer(thinking=True, ephemeral=True)
    given = _values(interaction)
    reason = given.get("reason", "other")
    await _vote(
        controls, interaction, answer_id, "wrong", reason if reason in REASONS else "other", given.get("note", "")
    )


async def _vote(
    controls: Controls, interaction: Interaction, answer_id: str, vote: Any, reason: str | None = None, note: str = ""
) -> None:
    store = controls.answering.store
    voted = await asyncio.to_thread(store.vote, answer_id, interaction.user.id, vote, reason, note)
    kept = await asyncio.to_thread(store.get, answer_id)
    said = [THANKS[voted]] if voted and kept else [NOT_KEPT]
    if kept and kept.answer.withdrawn:
        said.append(withdrawn_line(kept.answer))
    await interaction.edit_original_response(view=layout_of(notice(*said)))


async def _follow(controls: Controls, interaction: Interaction, answer_id: str, arguments: list[str]) -> None:
    question = ui.TextInput[Any](
        custom_id="question",
        style=discord.TextStyle.long,
        max_length=MAX_CHARS,
        placeholder="“he”, “it” and “the second one” are understood from the answer",
    )
    # What was asked in private goes on in private; the form has to be acknowledged before anything can be looked up.
    private = interaction.message is not None and interaction.message.flags.ephemeral
    form = ui.Modal(title="Follow up", custom_id=f"follow:{answer_id}:{'private' if private else 'public'}")
    await _ask_form(controls, interaction, answer_id, form, {"Your question": question})


async def _follow_up(controls: Controls, interaction: Interaction, answer_id: str, arguments: list[str]) -> None:
    if await _is_gone(controls, answer_id):
        await tell(interaction, notice(NOT_KEPT))
        return
    reply = InteractionReply(interaction, private=arguments != ["public"])
    question = _values(interaction).get("question", "")
    await controls.answering.answer(question, asker_of(interaction), reply, parent=answer_id)


async def _ask_form(
    controls: Controls, interaction: Interaction, answer_id: str, form: ui.Modal, fields: Mapping[str, ui.Item[Any]]
) -> None:
    """Show the form, unless its answer is gone: then nobody should fill it in for nothing."""
    if await _is_gone(controls, answer_id):
        await tell(interaction, notice(NOT_KEPT))
        return
    for label, field in fields.items():
        form.add_item(ui.Label(text=label, component=field))
    form.stop()  # it is answered by its id, like a button
    await interaction.response.send_modal(form)


async def _is_gone(controls: Controls, answer_id: str) -> bool:
    """
    Whether the answer is known not to be kept any more.

    Nothing has been acknowledged yet, so this may not take long; if it does, whoever goes on is told later.
    """
    looked_up = asyncio.to_thread(controls.answering.store.get, answer_id)
    try:
        return await asyncio.wait_for(looked_up, LOOK_UP_S) is None
    except TimeoutError:
        return False


def _values(interaction: Interaction) -> dict[str, str]:
    """What was filled in, by the id of its field."""
    return dict(_filled_in(_data(interaction).get("components", [])))


def _data(interaction: Interaction) -> dict[str, Any]:
    """What was pressed or sent; the library's types differ by the kind of interaction."""
    return dict(interaction.data or {})


def _filled_in(components: Any) -> Iterator[tuple[str, str]]:
    for component in components:
        if "custom_id" in component:
            value = component.get("value") or next(iter(component.get("values") or ()), None)
            if value:
                yield component["custom_id"], str(value)
        labelled = [component["component"]] if "component" in component else []
        yield from _filled_in(component.get("components") or labelled)


BUTTONS: dict[str, Handler] = {
    "sources": _sources,
    "page": _page,
    "follow": _follow,
    "helpful": _helpful,
    "wrong": _wrong,
}
FORMS: dict[str, Handler] = {"follow": _follow_up, "wrong": _wrong_because}
