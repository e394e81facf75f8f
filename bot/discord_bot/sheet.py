"""
A message as Dateline thinks of it, before it is Discord's: texts beside a colour, and rows of buttons.

Pure: no discord here. `layout.py` turns a sheet into Components V2.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.discord_bot.markdown import units

Tone = Literal["answered", "not_found", "notice", "sorry"]
Style = Literal["primary", "plain", "good", "bad"]

MAX_TEXT = 4000
"""UTF-16 units of displayed text in a message of Components V2."""
MAX_COMPONENTS = 40
MAX_URL = 512
"""Of a link button."""


@dataclass(frozen=True, slots=True)
class Button:
    """A button that either does something (`custom_id`) or opens an address (`url`)."""

    label: str
    custom_id: str | None = None
    url: str | None = None
    style: Style = "plain"
    disabled: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One message: groups of Markdown texts from top to bottom, a rule between the groups, and rows of buttons."""

    tone: Tone
    groups: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[Button, ...], ...] = ()

    @property
    def text_units(self) -> int:
        """What counts against `MAX_TEXT`, the labels of the buttons counted too."""
        labels = (button.label for row in self.rows for button in row)
        return sum(map(units, (*self.texts, *labels)))

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(text for group in self.groups for text in group)

    @property
    def components(self) -> int:
        """What counts against `MAX_COMPONENTS`: the frame, the texts, the rules, rows and buttons."""
        return 1 + len(self.texts) + max(len(self.groups) - 1, 0) + len(self.rows) + sum(map(len, self.rows))


def notice(*texts: str, tone: Tone = "notice") -> Sheet:
    """A message of Dateline's own, with a rule between its texts."""
    return Sheet(tone, tuple((text,) for text in texts))
