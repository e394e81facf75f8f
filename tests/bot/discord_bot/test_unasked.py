"""What was not asked of the bot is never answered."""

from __future__ import annotations

import pytest
from simcord.backend.models import AllowedMentions
from simcord.enums import MessageType

from tests.bot.discord_bot.scene import Scene, message_of, of_bot
from tests.bot.discord_bot.scripted import Scripted


@pytest.mark.scripted
@pytest.mark.parametrize("simcord_bot", [False, True], indirect=True, ids=["intent off", "intent on"])
async def test_what_was_not_asked_is_not_answered(scene: Scene, chain: Scripted) -> None:
    channel, alice, bob = scene.channel, scene.alice, scene.bob
    said = await bob.send(channel, "Who is the envoy?")
    robot = scene.guild.add_member(scene.env.create_user("robot", bot=True))
    hook = scene.guild.create_webhook(channel)
    thread = scene.thread()
    role = scene.guild.create_role("all")

    await alice.send(channel, "@everyone who is the envoy?")
    await alice.send(channel, f"{role.mention} who is the envoy?")
    await alice.send(channel, f"{bob.mention} who is the envoy?")
    await alice.send(channel, "Kabulov?", reply_to=said)
    await alice.send(thread, "Who is the envoy?")
    await robot.send(channel, f"{scene.us} who is the envoy?")
    await hook.send(f"{scene.us} who is the envoy?")
    scene.guild.create_system_message(channel, MessageType.PINS_ADD, author=alice, referenced_message=said)
    await scene.env.settle()

    assert chain.asked == []
    assert [m for m in [*of_bot(channel), *of_bot(thread)] if m.author.id == scene.env.bot.user.id] == []


@pytest.mark.scripted
async def test_a_reply_that_turns_to_somebody_else_is_not_for_the_bot(scene: Scene, chain: Scripted) -> None:
    result = await scene.ask()
    before = len(of_bot(scene.channel))
    scene.env.backend.create_message(
        scene.channel.id,
        scene.bob.id,
        f"{scene.alice.mention} did you know?",
        reference=_reference(scene, message_of(result).id),
        allowed_mentions=AllowedMentions(replied_user=False),
    )
    await scene.env.settle()
    assert len(of_bot(scene.channel)) == before
    assert len(chain.asked) == 1


def _reference(scene: Scene, message: int) -> dict[str, str]:
    return {"channel_id": str(scene.channel.id), "message_id": str(message)}
