"""Sheets as Discord's Components V2: the one place that knows how a message is put together."""

from __future__ import annotations

from typing import Any

import discord
from discord import ui

from bot.discord_bot.sheet import Button, Sheet, Style, Tone

COLOURS: dict[Tone, int] = {"answered": 0x2D9A6B, "not_found": 0xE0A030, "notice": 0x5B6FD6, "sorry": 0xD0453E}
STYLES: dict[Style, discord.ButtonStyle] = {
    "primary": discord.ButtonStyle.primary,
    "plain": discord.ButtonStyle.secondary,
    "good": discord.ButtonStyle.success,
    "bad": discord.ButtonStyle.danger,
}


def layout_of(sheet: Sheet) -> ui.LayoutView:
    """
    The view that shows `sheet`.

    It is stopped at once: buttons are recognised by their ids (`controls.py`), after a restart too, and the library
    would keep every view that is not stopped in memory for ever.
    """
    frame: ui.Container[Any] = ui.Container(accent_colour=COLOURS[sheet.tone])
    for place, group in enumerate(sheet.groups):
        if place:
            frame.add_item(ui.Separator())
        for text in group:
            frame.add_item(ui.TextDisplay(text))
    view = ui.LayoutView(timeout=None)
    view.add_item(frame)
    for row in sheet.rows:
        view.add_item(ui.ActionRow(*map(_button, row)))
    view.stop()
    return view


def _button(button: Button) -> ui.Button[Any]:
    if button.url:
        return ui.Button(label=button.label, url=button.url)
    return ui.Button(
        label=button.label, custom_id=button.custom_id, style=STYLES[button.style], disabled=button.disabled
    )
