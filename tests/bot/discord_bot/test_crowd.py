"""Many people at once: each is acknowledged, told the place in the queue, and answered or refused politely."""

from __future__ import annotations

import pytest

from tests.bot.discord_bot.conftest import NewBot
from tests.bot.discord_bot.scene import Scene, in_between, last, message_of, of_bot, seen, until
from tests.bot.discord_bot.scripted import Scripted


@pytest.mark.scripted
async def test_forty_people_who_ask_at_once_are_all_acknowledged_told_their_place_and_answered(
    scene: Scene, chain: Scripted
) -> None:
    chain.held.clear()
    people = [scene.guild.add_member(scene.env.create_user(f"person{number}")) for number in range(40)]
    with in_between(scene.env):
        results = [
            await person.slash(scene.channel, "ask", question=f"Who is {number}?")
            for number, person in enumerate(people)
        ]
        assert all(result.acknowledged for result in results)
        await until(lambda: all(not result.deferred for result in results[2:]))
        assert [result.deferred for result in results[:2]] == [True, True]  # these two are being read
        assert seen(results[2]) == "-# 1 question is before yours…"
        assert seen(results[39]) == "-# 38 questions are before yours…"
        help_ = await scene.alice.slash(scene.channel, "help")
        await until(lambda: help_.response)
        assert "Ask the archive" in seen(help_)
    chain.held.set()
    await scene.env.settle()
    for number, result in enumerate(results):
        assert seen(result).startswith(f"### Who is {number}?")
        assert "The envoy said so" in seen(result)


@pytest.mark.scripted
@pytest.mark.settings(workers=1, queue=2)
async def test_over_the_bound_people_are_refused_politely(scene: Scene, chain: Scripted) -> None:
    chain.held.clear()
    with in_between(scene.env):
        for _ in range(3):
            await scene.ask()
        refused = await scene.bob.slash(scene.channel, "ask", question="And I?")
        await until(lambda: refused.response)
        assert seen(refused) == "3 questions are waiting already. Please ask again in a minute."
        assert message_of(refused).ephemeral
        await scene.bob.send(scene.channel, f"{scene.us} and I?")
        await until(lambda: "waiting already" in seen(last(scene.channel)))
    chain.held.set()
    await scene.env.settle()
    assert len(chain.asked) == 3
    await scene.mention()
    assert "The envoy said so" in seen(last(scene.channel))


@pytest.mark.scripted
@pytest.mark.settings(workers=1)
async def test_a_mention_and_a_direct_message_are_told_their_place_too(scene: Scene, chain: Scripted) -> None:
    chain.held.clear()
    with in_between(scene.env):
        await scene.ask()
        await scene.bob.send(scene.channel, f"{scene.us} Who?")
        await until(lambda: "1 question is before" in seen(last(scene.channel)))
        await scene.bob.send_dm("Who?")
        channel = scene.bob.user.dm_channel
        await until(lambda: of_bot(channel) and "2 questions are before" in seen(last(channel)))
    chain.held.set()
    await scene.env.settle()
    assert len(of_bot(scene.channel)) == 2
    assert all("The envoy said so" in seen(message) for message in [*of_bot(scene.channel), *of_bot(channel)])


@pytest.mark.scripted
@pytest.mark.settings(cooldown_s=60.0)
async def test_the_pause_between_two_questions_holds_over_all_ways_of_asking(scene: Scene, chain: Scripted) -> None:
    shown = message_of(await scene.ask())
    refused = await scene.ask("And?")
    assert message_of(refused).ephemeral
    assert seen(refused) == "One question at a time, please: ask again in 60 s."
    await scene.alice.send_dm("And?")
    assert "One question at a time" in seen(last(scene.alice.user.dm_channel))
    form = await scene.alice.click(shown, label="Follow up")
    assert "One question at a time" in seen(await scene.alice.submit_modal(form, {"question": "And?"}))
    assert len(chain.asked) == 1
    await scene.bob.slash(scene.channel, "ask", question="And I?")
    assert len(chain.asked) == 2


@pytest.mark.scripted
async def test_what_cannot_be_asked_costs_no_pause(scene: Scene, chain: Scripted, new_bot: NewBot) -> None:
    await scene.env.restart_bot(new_bot(cooldown_s=60.0))
    await scene.ask("?!")
    await scene.ask("Who?")
    assert len(chain.asked) == 1


@pytest.mark.scripted
@pytest.mark.settings(workers=1)
async def test_a_bot_that_leaves_says_sorry_to_those_it_cannot_answer_any_more(scene: Scene, chain: Scripted) -> None:
    chain.held.clear()
    bobs = scene.bob.user
    with in_between(scene.env):
        at_work = await scene.ask("Who?")
        waiting = await scene.bob.slash(scene.channel, "ask", question="When?")
        await bobs.send_dm("Where?")
        await until(lambda: not waiting.deferred and of_bot(bobs.dm_channel))
        await scene.answering.desk.close(0.05)
        assert "before this answer is ready" in seen(at_work)
        assert "before it is your turn" in seen(waiting)
        assert "before it is your turn" in seen(last(bobs.dm_channel))
        late = await scene.ask("Why?")
        assert "I am about to restart." in seen(late)
        assert message_of(late).ephemeral
    chain.held.set()
    await scene.env.settle()
    assert len(chain.asked) == 1
