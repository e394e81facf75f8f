"""What the bot says of itself, what it forgets, and when it tells Discord of its commands."""

from __future__ import annotations

import math
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.discord_bot.about import status_sheet
from bot.discord_bot.asking import MENU
from bot.discord_bot.client import DatelineBot
from bot.discord_bot.store import ConversationStore
from config.errors import IndexMissing, SettingsError
from retrieval.types import IndexInfo
from tests.bot.discord_bot.conftest import NewBot
from tests.bot.discord_bot.scene import Scene, last, message_of, seen
from tests.bot.discord_bot.scripted import Scripted

INFO = IndexInfo("g*1", datetime(2024, 1, 1, tzinfo=UTC), articles=2, passages=10, newest_published=date(2021, 10, 7))


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("help", ["/ask", "mention me", "Ask the archive about this", "Follow up", "Wrong", "/privacy", "/forget"]),
        ("privacy", ["for 30 days", "made with a key", "nowhere else", "/forget"]),
        (
            "status",
            ["Archive: 2 articles, 10 passages", "newest 7 October 2021", "generation", "ago", "Discord answers"],
        ),
        ("forget", ["Deleted: 0 questions with their answers"]),
    ],
)
async def test_the_bot_speaks_of_itself_to_the_person_alone(command: str, said: list[str], scene: Scene) -> None:
    result = await scene.alice.slash(scene.channel, command)
    text = seen(result)
    assert [words for words in said if words not in text] == []
    assert message_of(result).ephemeral
    assert seen(await scene.alice.user.slash(command)).splitlines()[0] == text.splitlines()[0]


@pytest.mark.settings(retention_days=7)
async def test_privacy_tells_the_days_that_are_set(scene: Scene) -> None:
    assert "for 7 days" in seen(await scene.alice.slash(scene.channel, "privacy"))


@pytest.mark.scripted
async def test_status_tells_how_long_answers_take(scene: Scene) -> None:
    assert "no question answered yet" in seen(await scene.alice.slash(scene.channel, "status"))
    await scene.ask()
    assert "an answer takes 12 ms (median)" in seen(await scene.alice.slash(scene.channel, "status"))


@pytest.mark.parametrize(
    ("age", "said"),
    [
        (timedelta(seconds=-5), "less than a minute"),
        (timedelta(seconds=59), "less than a minute"),
        (timedelta(minutes=1), "1 minute"),
        (timedelta(hours=23, minutes=59), "23 hours"),
        (timedelta(days=1), "1 day"),
        (timedelta(days=400), "400 days"),
    ],
)
def test_the_age_of_what_is_served_is_told_in_its_largest_unit(age: timedelta, said: str) -> None:
    texts = status_sheet(INFO, math.nan, None, INFO.built_at + age).texts
    assert texts[1] == f"Built {said} ago, generation g\\*1"
    assert "no heartbeat yet" in texts[2]


async def test_status_says_sorry_when_nothing_can_be_served(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def missing() -> IndexInfo:
        raise IndexMissing("there is no index")

    monkeypatch.setattr(scene.answering.dateline, "index_info", missing)
    assert "Something went wrong on my side" in seen(await scene.alice.slash(scene.channel, "status"))
    assert "Run `dateline rebuild`." in caplog.text
    assert "defect" not in caplog.text
    assert len(scene.env.errors) == 1  # it went through the handler of the commands


@pytest.mark.scripted
async def test_forget_deletes_what_is_kept_of_the_person_and_nobody_else(
    scene: Scene, store: ConversationStore
) -> None:
    hers = message_of(await scene.ask("Who?"))
    await scene.mention("When?")
    his = message_of(await scene.bob.slash(scene.channel, "ask", question="Where?"))
    await scene.alice.click(his, label="Helpful")
    await scene.bob.click(his, label="Helpful")
    await scene.bob.click(hers, label="Helpful")
    result = await scene.alice.slash(scene.channel, "forget")
    assert "Deleted: 2 questions with their answers, and your votes." in seen(result)
    assert [feedback.answer.question for feedback in store.feedback()] == ["Where?"]
    assert "The envoy said so" in seen(await scene.bob.click(his, label="Sources"))
    again = await scene.alice.slash(scene.channel, "forget")
    assert "Deleted: 0 questions" in seen(again)


@pytest.mark.scripted
async def test_after_forget_a_conversation_begins_anew(scene: Scene, chain: Scripted) -> None:
    await scene.alice.send_dm("Who?")
    await scene.alice.user.slash("forget")
    await scene.alice.send_dm("When?")
    assert chain.asked[-1].history == ()
    assert "The envoy said so" in seen(last(scene.alice.user.dm_channel))


async def test_every_command_works_in_servers_and_direct_messages_for_both_kinds_of_install(scene: Scene) -> None:
    (sync,) = syncs(scene)
    commands = {command["name"]: command for command in sync}
    assert sorted(commands) == sorted(["ask", "help", "status", "privacy", "forget", MENU])
    for command in commands.values():
        assert sorted(command["contexts"]) == [0, 1, 2]
        assert sorted(command["integration_types"]) == [0, 1]


async def test_commands_are_sent_to_discord_only_when_they_changed(
    scene: Scene, new_bot: NewBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    await scene.env.restart_bot(new_bot())
    assert len(syncs(scene)) == 1
    changed = new_bot()
    monkeypatch.setattr(changed.tree, "get_commands", lambda **_: [])
    await scene.env.restart_bot(changed)
    assert len(syncs(scene)) == 2


async def test_a_guild_for_trying_out_gets_the_commands_itself(scene: Scene, new_bot: NewBot) -> None:
    await scene.env.restart_bot(new_bot(guild=scene.guild.id))
    sent_to = [r.path for r in scene.env.http_requests if r.method == "PUT" and r.path.endswith("/commands")]
    assert f"/guilds/{scene.guild.id}/" in sent_to[-1]
    assert "Zamir Kabulov" in seen(await scene.ask())


async def test_old_answers_are_deleted_at_the_start_and_every_six_hours(
    scene: Scene, store: ConversationStore, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    rounds: list[datetime] = []

    def expire(before: datetime) -> int:
        rounds.append(before)
        if len(rounds) == 1:
            raise SettingsError("the disk is full")
        return 1

    monkeypatch.setattr(store, "expire", expire)
    await scene.env.advance_time(6 * 3600)
    assert "The disk is full." in caplog.text
    await scene.env.advance_time(6 * 3600)
    assert len(rounds) == 2
    assert timedelta(days=29) < datetime.now(UTC) - rounds[-1] < timedelta(days=31)


def test_the_bot_hears_only_what_it_needs(new_bot: NewBot) -> None:
    def intents(bot: DatelineBot) -> set[str]:
        return {name for name, on in bot.intents if on}

    assert intents(new_bot()) == {"guilds", "guild_messages", "dm_messages"}
    assert intents(new_bot(message_content=True)) - intents(new_bot()) == {"message_content"}


def syncs(scene: Scene) -> list[list[dict[str, object]]]:
    return [r.json for r in scene.env.http_requests if r.method == "PUT" and r.path.endswith("/commands") and r.json]
