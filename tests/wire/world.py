"""Who and what there is on the wire: two guilds, some channels, people, and what the bot sent them."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]

DISCORD_EPOCH_MS = 1_420_070_400_000
EPHEMERAL = 1 << 6
LOADING = 1 << 7
COMPONENTS_V2 = 1 << 15

TEXT, DM, GROUP_DM, THREAD = 0, 1, 3, 11
"""Channel types."""

_counter = itertools.count()


def snowflake() -> int:
    """A new id: 18 or 19 digits, later ones larger, and discord.py reads the right time out of it."""
    return ((int(time.time() * 1000) - DISCORD_EPOCH_MS) << 22) | next(_counter)


@dataclass(frozen=True)
class Person:
    id: int
    name: str
    bot: bool = False


@dataclass(frozen=True)
class Channel:
    id: int
    name: str
    kind: int = TEXT
    guild_id: int | None = None
    parent_id: int | None = None
    recipient: Person | None = None


BOT = Person(100_000_000_000_000_001, "dateline", bot=True)
APPLICATION_ID = BOT.id
OWNER = Person(100_000_000_000_000_002, "owner")
ANNA = Person(100_000_000_000_000_003, "anna")
BEN = Person(100_000_000_000_000_004, "ben")

GUILD_ID = 200_000_000_000_000_001
GENERAL = Channel(300_000_000_000_000_001, "general", guild_id=GUILD_ID)
RANDOM = Channel(300_000_000_000_000_002, "random", guild_id=GUILD_ID)
IN_A_THREAD = Channel(300_000_000_000_000_003, "a thread", THREAD, GUILD_ID, parent_id=GENERAL.id)

ELSEWHERE_ID = 200_000_000_000_000_002
"""A guild that the bot is not in; people bring it along as a user-installed application."""
ELSEWHERE = Channel(300_000_000_000_000_004, "elsewhere", guild_id=ELSEWHERE_ID)
GROUP = Channel(300_000_000_000_000_005, "a group", GROUP_DM, recipient=BEN)


def crowd(number: int) -> list[Person]:
    """So many people, each with their own id."""
    return [Person(110_000_000_000_000_000 + n, f"person{n}") for n in range(number)]


@dataclass
class Sent:
    """A message of the bot, as people see it now and with everything that the bot sent to make it so."""

    id: int
    channel: Channel
    payload: Json
    bodies: list[Json] = field(default_factory=list)
    """Each JSON body that made or edited it, in the order in which they came; a bare "thinking…" has none."""
    only_for: Person | None = None
    deleted: bool = False

    @property
    def thinking(self) -> bool:
        return bool(self.payload["flags"] & LOADING)

    @property
    def edits(self) -> int:
        return max(len(self.bodies) - 1, 0)

    @property
    def reply_to(self) -> int | None:
        reference = self.payload.get("message_reference")
        return int(reference["message_id"]) if reference else None

    @property
    def text(self) -> str:
        """Everything to read in it: content, embeds and text displays, not the labels of buttons."""
        parts = [self.payload["content"]]
        for embed in self.payload["embeds"]:
            parts += [embed.get("author", {}).get("name"), embed.get("title"), embed.get("description")]
            parts += [text for part in embed.get("fields", []) for text in (part["name"], part["value"])]
            parts.append(embed.get("footer", {}).get("text"))
        parts += [part["content"] for part in walk(self.payload["components"]) if part["type"] == 10]
        return "\n".join(part for part in parts if part)

    @property
    def buttons(self) -> list[Json]:
        return [part for part in walk(self.payload["components"]) if part["type"] == 2]

    def control(self, name: str) -> Json:
        """The button or menu with this label or custom_id."""
        for part in walk(self.payload["components"]):
            if name in (part.get("custom_id"), part.get("label")):
                return part
        raise AssertionError(f"no {name!r} on message {self.id}; there are {[b.get('label') for b in self.buttons]}")


@dataclass
class Interaction:
    """Something that a person did and that the bot has to acknowledge."""

    id: int
    token: str
    kind: int
    person: Person
    channel: Channel
    born: float
    """The loop's clock, seconds."""
    message: Sent | None = None
    """The message whose button was pressed."""
    acknowledged_after_s: float | None = None
    callback: Json | None = None
    """The body of the acknowledgement."""
    original: Sent | None = None
    followups: list[Sent] = field(default_factory=list)
    dead: bool = False
    """Not acknowledged in time: the person has read "The application did not respond"."""

    @property
    def acknowledged(self) -> bool:
        return self.callback is not None

    @property
    def answered(self) -> bool:
        """Something to read stands where "thinking…" stood."""
        return self.original is not None and not self.original.thinking

    @property
    def modal(self) -> Json | None:
        return self.callback["data"] if self.callback and self.callback["type"] == 9 else None

    @property
    def choices(self) -> list[Json] | None:
        return self.callback["data"]["choices"] if self.callback and self.callback["type"] == 8 else None


def walk(components: list[Json]) -> Iterator[Json]:
    """Every component, those inside others after the one that holds them."""
    for component in components:
        yield component
        inner = [*component.get("components", [])]
        inner += [component[name] for name in ("accessory", "component") if component.get(name)]
        yield from walk(inner)
