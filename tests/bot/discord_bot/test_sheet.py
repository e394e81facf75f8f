"""A sheet counts what Discord counts: held against the message that discord.py would send."""

from __future__ import annotations

import discord
import pytest

from bot.discord_bot.layout import layout_of
from bot.discord_bot.sheet import Button, Sheet, notice
from tests.bot.discord_bot.answers import sent

BUTTONS = (Button("One", "one"), Button("Zwei 😀", "two", style="good"), Button("Open", url="https://example.org"))


@pytest.mark.parametrize(
    ("claim", "sheet", "components", "units"),
    [
        ("one text", Sheet("notice", (("a",),)), 2, 1),
        ("two texts of a group", Sheet("notice", (("a", "b"),)), 3, 2),
        ("a rule between groups", Sheet("notice", (("a", "b"), ("c",))), 5, 3),
        ("an emoji is two units", Sheet("notice", (("😀",),)), 2, 2),
        ("a row counts beside its buttons", Sheet("answered", (("a",),), (BUTTONS,)), 6, 1 + 3 + 7 + 4),
        ("two rows", Sheet("answered", (("a",),), (BUTTONS[:1], BUTTONS[1:])), 7, 1 + 3 + 7 + 4),
    ],
)
def test_components_and_units_are_those_of_the_message(claim: str, sheet: Sheet, components: int, units: int) -> None:
    assert (sheet.components, sheet.text_units) == (components, units)
    assert sent(sheet) == (components, units)


def test_a_notice_has_a_rule_between_its_texts() -> None:
    assert notice("a", "b") == Sheet("notice", (("a",), ("b",)))
    assert notice("a", tone="sorry").tone == "sorry"


def test_the_message_is_the_sheet_from_top_to_bottom() -> None:
    frame, row = layout_of(Sheet("not_found", (("a", "b"), ("c",)), (BUTTONS,))).to_components()
    kinds = [discord.ComponentType(component["type"]).name for component in frame["components"]]  # type: ignore[typeddict-item]
    assert kinds == ["text_display", "text_display", "separator", "text_display"]
    one, two, link = row["components"]  # type: ignore[typeddict-item]
    assert (one["custom_id"], two["style"], link["url"]) == (
        "one",
        discord.ButtonStyle.success.value,
        "https://example.org",
    )
