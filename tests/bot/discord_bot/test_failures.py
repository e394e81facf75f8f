"""When Discord refuses, or something breaks: nobody waits for ever, and nothing ends the bot."""

from __future__ import annotations

import logging
from functools import partial

import discord
import pytest

from bot.discord_bot.answering import SORRY
from bot.discord_bot.asking import MENU
from bot.discord_bot.replies import LOST
from bot.discord_bot.store import ConversationStore
from config.errors import IndexMissing, SettingsError
from tests.bot.discord_bot.scene import Scene, buttons, in_between, last, message_of, of_bot, seen, until
from tests.bot.discord_bot.scripted import Scripted, answered, fails

ORIGINAL = ("PATCH", "/webhooks/*/messages/@original")
CALLBACK = ("POST", "/interactions/*/callback")
FOLLOW_UP = ("POST", "/webhooks/*/*")
SEND = ("POST", "/channels/*/messages")
EDIT = ("PATCH", "/channels/*/messages/*")

ANSWER = "The envoy said so"

pytestmark = pytest.mark.scripted
statuses = pytest.mark.parametrize("status", [403, 404, 500])


@statuses
async def test_an_answer_that_cannot_replace_the_waiting_is_sent_anew(status: int, scene: Scene) -> None:
    scene.env.inject_error(*ORIGINAL, status=status)
    result = await scene.ask()
    assert ANSWER in seen(result)
    scene.env.inject_error(*EDIT, status=status)
    assert ANSWER in seen(await scene.mention())


@statuses
async def test_a_part_that_cannot_be_sent_is_tried_again_and_takes_no_other_with_it(
    status: int, scene: Scene, chain: Scripted
) -> None:
    chain.make = partial(answered, sentences=40, chars=150)
    scene.env.inject_error(*FOLLOW_UP, status=status)
    await scene.ask()
    shown = of_bot(scene.channel)
    assert buttons(shown[-1])
    scene.env.inject_error(*FOLLOW_UP, status=status, times=2)
    await scene.ask()
    lost = of_bot(scene.channel)[len(shown) :]
    assert len(lost) == len(shown)  # one part is missing, and that is said
    assert seen(lost[0]) == seen(shown[0])
    assert seen(lost[-1]) == LOST


@statuses
@pytest.mark.parametrize("question", ["Who?", "?!"])
async def test_an_interaction_that_cannot_be_acknowledged_ends_nothing(
    status: int, question: str, scene: Scene, chain: Scripted
) -> None:
    scene.env.inject_error(*CALLBACK, status=status)
    result = await scene.ask(question)
    assert len(chain.asked) == 0
    if question == "Who?":
        assert seen(result) == SORRY
        assert message_of(result).ephemeral
    assert ANSWER in seen(await scene.ask())


@statuses
async def test_a_person_whom_nothing_reaches_ends_nothing(status: int, scene: Scene) -> None:
    scene.env.inject_error("*", "/webhooks/*", status=status, times=None)
    scene.env.inject_error("*", "/interactions/*", status=status, times=None)
    scene.env.inject_error("*", "/channels/*", status=status, times=None)
    await scene.ask()
    await scene.ask("?!")
    await scene.alice.send(scene.channel, f"{scene.us} Who?")
    await scene.alice.send(scene.channel, f"{scene.us}")
    await scene.alice.send_dm("Who?")
    scene.env.backend.faults.clear()
    assert ANSWER in seen(await scene.ask())


@pytest.mark.parametrize(("status", "said"), [(404, SORRY), (500, SORRY), (403, "I may not write in #general.")])
async def test_a_mention_that_cannot_be_acknowledged_is_apologised_for(status: int, said: str, scene: Scene) -> None:
    scene.env.inject_error(*SEND, status=status, times=2 if status == 403 else 1)
    await scene.alice.send(scene.channel, f"{scene.us} Who?")
    shown = last(scene.alice.user.dm_channel if status == 403 else scene.channel)
    assert seen(shown).startswith(said)


@pytest.mark.parametrize("words", ["Who?", "", "?!"])
async def test_where_the_bot_may_not_write_it_says_so_in_private(words: str, scene: Scene, chain: Scripted) -> None:
    assert scene.env.bot.user is not None
    mute = discord.PermissionOverwrite(send_messages=False)
    channel = scene.guild.create_text_channel("quiet_room", overwrites={scene.env.bot.user: mute})
    await scene.alice.send(channel, f"{scene.us} {words}")
    assert seen(last(scene.alice.user.dm_channel)) == "I may not write in #quiet\\_room. You can ask me here."
    assert of_bot(channel) == []
    assert chain.asked == []


async def test_where_the_bot_may_not_write_and_nobody_may_write_to_the_person_nothing_breaks(scene: Scene) -> None:
    scene.env.inject_error(*SEND, status=403, times=None)
    await scene.alice.send(scene.channel, f"{scene.us} Who?")
    assert of_bot(scene.channel) == []


async def test_a_bot_that_may_not_write_still_answers_commands(scene: Scene) -> None:
    assert scene.env.bot.user is not None
    mute = discord.PermissionOverwrite(send_messages=False)
    channel = scene.guild.create_text_channel("quiet", overwrites={scene.env.bot.user: mute})
    assert ANSWER in seen(await scene.alice.slash(channel, "ask", question="Who?"))


async def test_a_placeholder_that_is_deleted_meanwhile_costs_no_answer(scene: Scene, chain: Scripted) -> None:
    chain.held.clear()
    with in_between(scene.env):
        await scene.alice.send(scene.channel, f"{scene.us} Who?")
        await until(lambda: chain.asked)
        scene.env.backend.delete_message(scene.channel.id, last(scene.channel).id)
        chain.held.set()
    await scene.env.settle()
    assert ANSWER in seen(last(scene.channel))
    assert len(of_bot(scene.channel)) == 1


@pytest.mark.parametrize("at_once", [False, True], ids=["one message", "many at once"])
async def test_a_question_that_is_deleted_meanwhile_is_not_answered_any_more(
    at_once: bool, scene: Scene, chain: Scripted
) -> None:
    chain.held.clear()
    with in_between(scene.env):
        asked = await scene.alice.send(scene.channel, f"{scene.us} Who?")
        await until(lambda: chain.asked)
        if at_once:
            scene.env.bot.dispatch("raw_bulk_message_delete", _bulk(scene, asked.id))
        else:
            scene.env.backend.delete_message(scene.channel.id, asked.id)
        await until(lambda: chain.given_up)
    await scene.env.settle()
    assert of_bot(scene.channel) == []
    chain.held.set()
    assert ANSWER in seen(await scene.mention())


async def test_a_question_that_is_deleted_after_its_answer_changes_nothing(scene: Scene) -> None:
    asked = await scene.alice.send(scene.channel, f"{scene.us} Who?")
    scene.env.backend.delete_message(scene.channel.id, asked.id)
    await scene.env.settle()
    assert ANSWER in seen(last(scene.channel))


def _bulk(scene: Scene, message: int) -> discord.RawBulkMessageDeleteEvent:
    return discord.RawBulkMessageDeleteEvent(
        {"ids": [str(message)], "channel_id": str(scene.channel.id), "guild_id": str(scene.guild.id)}
    )


@pytest.mark.parametrize("private", [False, True])
async def test_a_waiting_that_is_dismissed_costs_no_answer(private: bool, scene: Scene, chain: Scripted) -> None:
    chain.held.clear()
    with in_between(scene.env):
        result = await scene.ask(private=private)
        await until(lambda: chain.asked)
        waiting = result._interaction.message_id
        assert waiting is not None
        scene.env.backend.delete_message(scene.channel.id, waiting)
        chain.held.set()
        # The simulated Discord goes on to take a follow-up of a deleted answer for its first message.
        result._interaction.complete_deferred()
    await scene.env.settle()
    (shown,) = result.followups
    assert ANSWER in seen(shown)
    assert shown.ephemeral == private


@pytest.mark.parametrize(
    ("error", "logged"),
    [
        (IndexMissing("data"), "Run `dateline rebuild`."),
        (ValueError("oops"), "This is a defect in Dateline (ValueError)"),
        (MemoryError(), "This is a defect in Dateline (MemoryError)"),
    ],
)
async def test_a_chain_that_fails_says_sorry_and_the_log_says_why(
    error: Exception, logged: str, scene: Scene, chain: Scripted, caplog: pytest.LogCaptureFixture
) -> None:
    chain.make = fails(error)
    result = await scene.ask("A secret?")
    assert seen(result) == SORRY
    assert buttons(result) == {}
    assert seen(await scene.mention("A secret?")) == SORRY
    assert logged in caplog.text
    assert "A secret?" not in caplog.text
    chain.make = answered
    assert ANSWER in seen(await scene.ask())


@statuses
@pytest.mark.parametrize(
    ("label", "refused"),
    [(label, CALLBACK) for label in ("Sources", "Follow up", "Helpful", "Wrong")]
    + [(label, ORIGINAL) for label in ("Sources", "Helpful")],
)
async def test_a_button_that_cannot_be_acknowledged_or_answered_says_sorry(
    status: int, label: str, refused: tuple[str, str], scene: Scene
) -> None:
    shown = message_of(await scene.ask())
    scene.env.inject_error(*refused, status=status)
    result = await scene.alice.click(shown, label=label)
    assert seen(result) == SORRY
    assert message_of(result).ephemeral


@statuses
async def test_a_page_that_cannot_be_turned_says_sorry_and_stays(status: int, scene: Scene, chain: Scripted) -> None:
    chain.make = partial(answered, sentences=2)
    pager = await scene.alice.click(message_of(await scene.ask()), label="Sources")
    scene.env.inject_error(*ORIGINAL, status=status)
    turned = await scene.alice.click(message_of(pager), label="Next")
    assert "Page 1 of 2" in seen(pager)
    assert [seen(message) for message in turned.followups] == [SORRY]
    assert turned.followups[0].ephemeral


@pytest.mark.parametrize("status", [403, 404, 500])
@pytest.mark.parametrize("command", ["help", "status", "privacy", "forget"])
async def test_a_command_that_cannot_be_answered_says_sorry(status: int, command: str, scene: Scene) -> None:
    scene.env.inject_error(*CALLBACK, status=status)
    result = await scene.alice.slash(scene.channel, command)
    assert seen(result) == SORRY
    assert {type(getattr(error, "original", None)) for error in scene.env.errors} <= {
        discord.Forbidden,
        discord.NotFound,
        discord.HTTPException,
    }


@pytest.mark.parametrize("method", ["get", "answered_in", "last", "keep", "history"])
async def test_conversations_that_cannot_be_read_or_kept_say_sorry(
    method: str,
    scene: Scene,
    store: ConversationStore,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    shown = await scene.mention("Who?")

    def broken(*_: object, **__: object) -> None:
        raise SettingsError("the disk is full")

    monkeypatch.setattr(store, method, broken)
    await scene.alice.send(scene.channel, f"{scene.us} And when?", reply_to=shown)
    if method == "last":
        await scene.alice.send_dm("Who?")
        assert seen(last(scene.alice.user.dm_channel)) == SORRY
    else:
        assert seen(last(scene.channel)) == SORRY
    assert "The disk is full." in caplog.text
    assert "defect" not in caplog.text


async def test_an_answer_whose_messages_cannot_be_remembered_is_shown_all_the_same(
    scene: Scene, store: ConversationStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise SettingsError("the disk is full")

    monkeypatch.setattr(store, "link", broken)
    assert ANSWER in seen(await scene.ask())


@pytest.mark.parametrize("label", ["Sources", "Follow up", "Helpful", "Wrong"])
async def test_a_button_whose_answer_cannot_be_read_says_sorry(
    label: str, scene: Scene, store: ConversationStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = message_of(await scene.ask())

    def broken(*_: object) -> None:
        raise SettingsError("the disk is full")

    monkeypatch.setattr(store, "get", broken)
    monkeypatch.setattr(store, "vote", broken)
    result = await scene.alice.click(shown, label=label)
    assert seen(result) == SORRY
    assert message_of(result).ephemeral


async def test_a_command_that_discord_knows_in_another_form_is_explained(scene: Scene) -> None:
    known = scene.env.backend.commands[None]
    known["helping", 1] = {**known["help", 1], "name": "helping"}
    result = await scene.alice.slash(scene.channel, "helping")
    assert seen(result) == "This command has changed. Restart Discord (Ctrl-R) to see it as it is now."
    assert len(scene.env.errors) == 1


async def test_the_menu_that_cannot_be_acknowledged_ends_nothing(scene: Scene) -> None:
    claim = await scene.bob.send(scene.channel, "It rains.")
    scene.env.inject_error(*CALLBACK, status=500)
    assert seen(await scene.alice.context_menu(scene.channel, MENU, claim)) == SORRY


async def test_what_goes_wrong_is_not_logged_with_a_traceback(scene: Scene, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    scene.env.inject_error("*", "/*", status=500, times=None)
    await scene.ask()
    await scene.alice.send(scene.channel, f"{scene.us} Who?")
    scene.env.backend.faults.clear()
    assert [record for record in caplog.records if record.exc_info] == []
    assert "Who?" not in caplog.text
