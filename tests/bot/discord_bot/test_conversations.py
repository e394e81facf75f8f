"""Threads, chains of replies and direct messages are conversations, each person's own; what is private stays so."""

from __future__ import annotations

from typing import Any

import pytest
from simcord import InteractionResult
from simcord.actors import MemberActor

from bot.discord_bot.asking import CANNOT_READ, MENU
from bot.discord_bot.layout import COLOURS
from retrieval.types import NO_FILTERS
from tests.bot.discord_bot.conftest import NewBot
from tests.bot.discord_bot.scene import WHO, Scene, colour, last, message_of, of_bot, seen
from tests.bot.discord_bot.scripted import Scripted

WHEN = "When did he say it?"


async def test_a_follow_up_is_understood_from_its_answer(scene: Scene) -> None:
    result = await follow_up(scene, scene.alice, message_of(await scene.ask()), WHEN)
    assert f"### {WHEN}\n-# Understood as: " in seen(result)
    assert "Kabulov" in seen(result).split("Understood as: ")[1].split("\n")[0]
    assert colour(result) == COLOURS["answered"]
    assert not result.ephemeral


@pytest.mark.parametrize("place", ["thread", "direct message", "reply"])
async def test_a_conversation_keeps_its_context(place: str, scene: Scene) -> None:
    if place == "direct message":
        await scene.alice.send_dm(WHO)
        await scene.alice.send_dm(WHEN)
        shown = last(scene.alice.user.dm_channel)
    else:
        thread = scene.thread() if place == "thread" else scene.channel
        await scene.alice.send(thread, f"{scene.us} {WHO}")
        first = last(thread)
        words = f"{scene.us} {WHEN}" if place == "thread" else WHEN
        await scene.alice.send(thread, words, reply_to=first if place == "reply" else None)
        shown = last(thread)
    assert seen(shown).startswith("-# Understood as: ")
    assert "Kabulov" in seen(shown).splitlines()[0]


@pytest.mark.scripted
async def test_an_answer_lives_through_a_restart_with_its_conversation(
    scene: Scene, chain: Scripted, new_bot: NewBot
) -> None:
    await scene.alice.send_dm("Who?")
    await scene.env.restart_bot(new_bot())
    await scene.alice.send_dm("When?")
    assert history(chain) == ["Who?"]


@pytest.mark.scripted
async def test_a_channel_is_no_conversation(scene: Scene, chain: Scripted) -> None:
    await scene.ask("Who?")
    await scene.mention("When?")
    await scene.ask("Where?")
    assert history(chain) == []


@pytest.mark.scripted
async def test_people_who_talk_in_one_thread_have_a_conversation_each(scene: Scene, chain: Scripted) -> None:
    thread = scene.thread()
    for who, question in [(scene.alice, "Who?"), (scene.bob, "Where?"), (scene.alice, "When?")]:
        await who.send(thread, f"{scene.us} {question}")
    assert history(chain) == ["Who?"]
    await scene.bob.slash(thread, "ask", question="Why?")
    assert history(chain) == ["Where?"]


@pytest.mark.scripted
async def test_a_thread_on_an_answer_goes_on_from_it_for_everybody(scene: Scene, chain: Scripted) -> None:
    thread = scene.thread(on=await scene.mention("Who?"))
    await scene.bob.slash(thread, "ask", question="When?")
    assert history(chain) == ["Who?"]
    await scene.alice.send(thread, f"{scene.us} Where?")
    assert history(chain) == ["Who?"]
    await scene.bob.send(thread, f"{scene.us} Why?")
    assert history(chain) == ["Who?", "When?"]


@pytest.mark.scripted
async def test_a_chain_of_replies_is_one_conversation_whoever_replies(scene: Scene, chain: Scripted) -> None:
    shown = await scene.mention("Who?")
    await scene.bob.send(scene.channel, "When?", reply_to=shown)
    await scene.alice.send(scene.channel, "Where?", reply_to=last(scene.channel))
    assert history(chain) == ["Who?", "When?"]
    await scene.bob.send(scene.channel, "Why?", reply_to=shown)  # a branch
    assert history(chain) == ["Who?"]


@pytest.mark.scripted
async def test_a_follow_up_keeps_the_limits_and_a_new_command_sets_its_own(scene: Scene, chain: Scripted) -> None:
    await scene.alice.user.slash("ask", question="Who?", outlet="The Moscow Times")
    await scene.alice.send_dm("When?")
    await scene.alice.user.slash("ask", question="Where?", since="2021")
    await scene.alice.user.slash("ask", question="Why?")
    limits = [(question.filters.outlet, question.filters.windowed) for question in chain.asked]
    assert limits == [("The Moscow Times", False), ("The Moscow Times", False), (None, True), (None, False)]


@pytest.mark.scripted
async def test_what_was_asked_in_private_goes_on_in_private(scene: Scene, chain: Scripted) -> None:
    first = await scene.ask("Who?", private=True)
    second = await follow_up(scene, scene.alice, message_of(first), "When?")
    third = await follow_up(scene, scene.alice, message_of(second), "Where?")
    assert message_of(second).ephemeral
    assert message_of(third).ephemeral
    assert history(chain) == ["Who?", "When?"]
    assert scene.channel.history(viewer=scene.bob) == []


@pytest.mark.scripted
async def test_what_was_looked_up_from_a_message_goes_on_in_private(scene: Scene, chain: Scripted) -> None:
    claim = await scene.bob.send(scene.channel, "It rains.")
    looked_up = await scene.alice.context_menu(scene.channel, MENU, claim)
    result = await follow_up(scene, scene.alice, message_of(looked_up), "When?")
    assert message_of(result).ephemeral
    assert history(chain) == ["It rains."]


@pytest.mark.scripted
async def test_nothing_private_appears_in_public(scene: Scene, chain: Scripted) -> None:
    thread = scene.thread()
    await scene.alice.slash(thread, "ask", question="Public one?")
    await scene.alice.slash(thread, "ask", question="Secret one?", private=True)
    await scene.alice.send(thread, f"{scene.us} Public two?")
    assert history(chain) == ["Public one?"]
    await scene.alice.slash(thread, "ask", question="Secret two?", private=True)
    assert "Secret one?" not in history(chain)  # the last one was public, and that is gone on from
    await scene.bob.slash(thread, "ask", question="Public three?")
    assert history(chain) == []
    assert "Secret" not in "".join(map(seen, thread.history(viewer=scene.bob)))


@pytest.mark.scripted
async def test_a_follow_up_by_somebody_else_is_public_and_knows_what_was_public(scene: Scene, chain: Scripted) -> None:
    first = await scene.ask("Who?")
    result = await follow_up(scene, scene.bob, message_of(first), "When?")
    assert not result.ephemeral
    assert seen(result).startswith("### When?")
    assert history(chain) == ["Who?"]


@pytest.mark.scripted
@pytest.mark.parametrize("question", ["   ", "?!"])
async def test_a_follow_up_that_cannot_be_taken_is_refused_to_the_person_alone(
    question: str, scene: Scene, chain: Scripted
) -> None:
    result = await follow_up(scene, scene.alice, message_of(await scene.ask()), question)
    assert message_of(result).ephemeral
    assert seen(result).startswith("The question ")
    assert len(chain.asked) == 1


@pytest.mark.scripted
@pytest.mark.parametrize("simcord_bot", [False, True], indirect=True, ids=["intent off", "intent on"])
async def test_with_the_intent_a_reply_to_a_slash_answer_can_be_read(
    scene: Scene, chain: Scripted, request: pytest.FixtureRequest
) -> None:
    await scene.bob.send(scene.channel, "When?", reply_to=message_of(await scene.ask("Who?")))
    if scene.env.bot.intents.message_content:
        assert [question.text for question in chain.asked] == ["Who?", "When?"]
        assert history(chain) == ["Who?"]
    else:
        assert len(chain.asked) == 1
        assert seen(last(scene.channel)) == CANNOT_READ


@pytest.mark.scripted
@pytest.mark.settings(message_content=True)
@pytest.mark.parametrize(
    ("written", "taken"),
    [
        ("And when?", True),
        ("And when?  ", True),
        ("I did not know that.", False),
        ("", False),
        ("{bob}, did you know?", False),
    ],
)
async def test_with_the_intent_a_question_to_nobody_in_a_thread_on_an_answer_is_for_the_bot(
    written: str, taken: bool, scene: Scene, chain: Scripted
) -> None:
    thread = scene.thread(on=await scene.mention("Who?"))
    pictures = [] if written else [("cat.png", b"cat")]
    await scene.alice.send(thread, written.format(bob=scene.bob.mention), attachments=pictures)
    assert len(chain.asked) == 1 + taken
    assert len(of_bot(thread)) == taken
    assert history(chain) == ["Who?"] * taken


@pytest.mark.scripted
@pytest.mark.settings(message_content=True)
async def test_with_the_intent_people_still_talk_to_each_other_in_a_thread(scene: Scene, chain: Scripted) -> None:
    on_an_answer = scene.thread(on=await scene.mention("Who?"))
    said = await scene.bob.send(on_an_answer, "I doubt it.")
    await scene.alice.send(on_an_answer, "Why?", reply_to=said)
    await scene.alice.send(scene.thread(), "And when?")  # a thread on nothing
    await scene.alice.send(scene.channel, "And when?")
    assert len(chain.asked) == 1
    assert of_bot(on_an_answer) == []


def history(chain: Scripted) -> list[str]:
    """The questions that the last one came after."""
    return [turn.question for turn in chain.asked[-1].history]


async def follow_up(scene: Scene, who: MemberActor, shown: Any, question: str) -> InteractionResult:
    form = await who.click(shown, label="Follow up")
    return await who.submit_modal(form, {"question": question})


@pytest.mark.scripted
async def test_a_claim_is_looked_up_for_itself(scene: Scene, chain: Scripted) -> None:
    thread = scene.thread()
    await scene.alice.slash(thread, "ask", question="Who?", since="2018")
    message = await scene.bob.send(thread, "He resigned.")
    await scene.alice.context_menu(thread, MENU, message)
    assert (history(chain), chain.asked[-1].filters) == ([], NO_FILTERS)
