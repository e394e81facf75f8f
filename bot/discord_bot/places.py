"""Who asks, and where the answer goes, as the bot thinks of it: no discord here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.discord_bot.sheet import Sheet


class Reply(Protocol):
    """
    The place where one question is answered. `open` acknowledges it within Discord's 3 seconds.

    `question` is the id of the message that asks, where there is one: who deletes it takes the question back.
    """

    private: bool
    question: int | None

    async def open(self) -> None: ...
    async def refuse(self, sheet: Sheet) -> None:
        """Show `sheet` instead of opening: to the person alone, where that can be."""

    async def wait(self, before: int) -> None:
        """Tell that `before` questions come first."""

    async def draft(self, sheet: Sheet) -> None:
        """Show as much of the answer as there is yet; one that cannot be shown is let go."""

    async def take_back(self) -> None:
        """Take away what stands for the answer, as far as it is still there."""

    async def send(self, sheets: Sequence[Sheet]) -> tuple[list[int], bool]:
        """
        Show `sheets` in place of what was shown; the ids of their messages, and whether all of them arrived.

        Raises when not even the first can be shown.
        """


@dataclass(frozen=True, slots=True)
class Asker:
    """
    Who asks where, as Discord's ids. `goes_on` tells a place that is one conversation: a thread, a direct message.

    `alone` is a place that nobody else sees. `sees_question` is true where the question stands above its answer
    anyway, and need not be repeated.
    """

    person: int
    place: int
    goes_on: bool
    alone: bool = False
    sees_question: bool = False
