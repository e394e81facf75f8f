"""The objects of Discord's API with every field that discord.py 2.7 reads, and the ones that tell cases apart."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from tests.wire.world import (
    ANNA,
    APPLICATION_ID,
    BEN,
    BOT,
    DM,
    ELSEWHERE_ID,
    GENERAL,
    GROUP_DM,
    GUILD_ID,
    IN_A_THREAD,
    OWNER,
    RANDOM,
    THREAD,
    Channel,
    Interaction,
    Json,
    Person,
    Sent,
    snowflake,
)

MEMBERS_MAY = str(0b11 << 10 | 1 << 31 | 1 << 38)
"""See the channel, write, use application commands, write in threads."""
PEOPLE = (OWNER, ANNA, BEN)
JOINED = "2024-01-01T00:00:00+00:00"


def now() -> str:
    return datetime.now(UTC).isoformat()


def user(person: Person) -> Json:
    return {
        "id": str(person.id),
        "username": person.name,
        "global_name": person.name.title(),
        "discriminator": "0",
        "avatar": None,
        "bot": person.bot,
        "public_flags": 0,
    }


def member(person: Person, *, with_user: bool = True) -> Json:
    fields: Json = {"roles": [], "joined_at": JOINED, "deaf": False, "mute": False, "flags": 0, "nick": None}
    return {**fields, "user": user(person)} if with_user else fields


def application(flags: int = 0) -> Json:
    return {
        "id": str(APPLICATION_ID),
        "name": "Dateline",
        "description": "",
        "icon": None,
        "bot_public": False,
        "bot_require_code_grant": False,
        "verify_key": "0" * 64,
        "owner": user(OWNER),
        "team": None,
        "flags": flags,
        "bot": user(BOT),
    }


def channel(of: Channel) -> Json:
    fields: Json = {"id": str(of.id), "type": of.kind, "flags": 0, "last_message_id": None}
    if of.kind in (DM, GROUP_DM):
        return {**fields, "name": of.name, "recipients": [user(of.recipient)] if of.recipient else []}
    fields |= {"guild_id": str(of.guild_id), "name": of.name, "rate_limit_per_user": 0}
    if of.kind == THREAD:
        metadata = {"archived": False, "auto_archive_duration": 1440, "archive_timestamp": JOINED, "locked": False}
        counts = {"message_count": 0, "member_count": 2, "total_message_sent": 0}
        owned = {"parent_id": str(of.parent_id), "owner_id": str(ANNA.id), "thread_metadata": metadata}
        return {**fields, **counts, **owned}
    return {**fields, "position": 0, "permission_overwrites": [], "nsfw": False, "topic": None, "parent_id": None}


def guild() -> Json:
    everyone: Json = {
        "id": str(GUILD_ID),  # @everyone has the guild's own id; without it discord.py fails on the first permission
        "name": "@everyone",
        "permissions": MEMBERS_MAY,
        "position": 0,
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "managed": False,
        "mentionable": False,
        "flags": 0,
    }
    return {
        "id": str(GUILD_ID),
        "name": "The newsroom",
        "owner_id": str(OWNER.id),
        "unavailable": False,
        "large": False,
        "member_count": 4,
        "joined_at": JOINED,
        "preferred_locale": "en-US",
        "features": [],
        "roles": [everyone],
        "emojis": [],
        "stickers": [],
        "channels": [channel(GENERAL), channel(RANDOM)],
        "threads": [channel(IN_A_THREAD)],
        "members": [member(person) for person in (BOT, OWNER, ANNA, BEN)],
        "presences": [],
        "voice_states": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
    }


def message(author: Person, where: Channel, content: str = "", **fields: Any) -> Json:
    """A message as it stands in the store: without `guild_id` and `member`, which only events carry."""
    return {
        "id": str(snowflake()),
        "channel_id": str(where.id),
        "author": user(author),
        "content": content,
        "timestamp": now(),
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "components": [],
        "pinned": False,
        "type": 0,
        "flags": 0,
        **fields,
    }


def event(stored: Json, where: Channel) -> Json:
    """A stored message as MESSAGE_CREATE and MESSAGE_UPDATE carry it."""
    if where.guild_id is None:
        return stored
    author = Person(int(stored["author"]["id"]), stored["author"]["username"])
    return {**stored, "guild_id": str(where.guild_id), "member": member(author, with_user=False)}


def without_content(event: Json, where: Channel) -> Json:
    """
    What a bot without the message-content intent sees of a message.

    Everything in direct messages, in its own messages and where it is mentioned, but not in replies to its
    interaction answers: those arrive empty, although the ping is there.
    """
    to_an_answer = "interaction_metadata" in (event.get("referenced_message") or {})
    mentioned = any(int(who["id"]) == BOT.id for who in event["mentions"])
    named = f"<@{BOT.id}>" in event["content"] or (mentioned and not to_an_answer)
    if where.guild_id is None or int(event["author"]["id"]) == BOT.id or named:
        return event
    return {**event, "content": "", "embeds": [], "attachments": [], "components": []}


def interaction_create(
    doing: Interaction, data: Json, *, locale: str, context: int, user_install: bool, target: Sent | None = None
) -> Json:
    where, person = doing.channel, doing.person
    owners = {"1": str(person.id)} if user_install else {"0": str(where.guild_id or 0)}
    fields: Json = {
        "id": str(doing.id),
        "application_id": str(APPLICATION_ID),
        "type": doing.kind,
        "token": doing.token,
        "version": 1,
        "data": data,
        "channel_id": str(where.id),
        "channel": {**channel(where), "permissions": MEMBERS_MAY},
        "app_permissions": MEMBERS_MAY,
        "locale": locale,
        "entitlements": [],
        "authorizing_integration_owners": owners,
        "context": context,
        "attachment_size_limit": 10 << 20,
    }
    if target is not None:
        fields["message"] = target.payload
    if where.guild_id is None:
        return {**fields, "user": user(person)}
    return {
        **fields,
        "guild_id": str(where.guild_id),
        "guild": {"id": str(where.guild_id), "locale": "en-US", "features": []},
        "guild_locale": "en-US",
        "member": {**member(person), "permissions": MEMBERS_MAY},
    }


def interaction_metadata(doing: Interaction) -> Json:
    return {"id": str(doing.id), "type": doing.kind, "user": user(doing.person), "authorizing_integration_owners": {}}


def context_of(where: Channel) -> int:
    """0 in a guild, 1 in the bot's own direct messages, 2 in anybody else's."""
    if where.guild_id is not None:
        return 0
    return 1 if where.kind == DM else 2


def bot_is_in(where: Channel) -> bool:
    """False where it is only brought along by a person: it gets no events from there and cannot write there."""
    return where.guild_id != ELSEWHERE_ID and where.kind != GROUP_DM
