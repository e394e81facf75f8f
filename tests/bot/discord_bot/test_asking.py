"""Asking: the five ways, and what each of them is told when it cannot be taken."""

from __future__ import annotations

import discord
import pytest

from bot.discord_bot.asking import CANNOT_READ, CHOICE_CHARS, MENU, NO_WORDS_THERE, _choices
from bot.discord_bot.layout import COLOURS
from config.errors import IndexMissing
from tests.bot.discord_bot.scene import NOWHERE, WHO, Scene, buttons, colour, last, message_of, of_bot, seen
from tests.bot.discord_bot.scripted import Scripted


async def test_a_slash_command_is_answered_in_its_own_message(scene: Scene) -> None:
    result = await scene.ask()
    assert "Zamir Kabulov" in seen(result)
    assert not result.ephemeral
    assert result.followups == []


async def test_a_private_question_is_answered_to_the_person_alone(scene: Scene) -> None:
    result = await scene.ask(private=True)
    assert message_of(result).ephemeral
    assert scene.channel.history(viewer=scene.bob) == []


@pytest.mark.parametrize(
    ("options", "found", "limits"),
    [
        ({"since": "2021-10-07"}, True, "since 7 October 2021"),
        ({"until": "2021"}, True, "until 31 December 2021"),
        ({"since": "2022"}, False, "since 1 January 2022"),
        ({"until": "2020-05"}, False, "until 31 May 2020"),
        ({"outlet": "the moscow times"}, True, "the moscow times"),
        ({"since": "2021", "until": "2021-10", "outlet": "The Moscow Times"}, True, "The Moscow Times"),
    ],
)
async def test_options_limit_what_is_answered_from(
    options: dict[str, str], found: bool, limits: str, scene: Scene
) -> None:
    result = await scene.ask(**options)
    assert colour(result) == COLOURS["answered" if found else "not_found"]
    assert limits in seen(result).replace("\\", "")
    assert "date unknown" not in seen(result)  # that article is of no known outlet and lies in no window


@pytest.mark.parametrize(
    ("question", "options", "said"),
    [
        ("   ", {}, "The question is empty."),
        ("?!", {}, "The question holds no word."),
        ("What\x00now", {}, "The question holds control characters."),
        (WHO, {"since": "yesterday"}, "yesterday"),
        (WHO, {"since": "2021", "until": "2020"}, "The window ends (2020) before it starts (2021)."),
        (WHO, {"outlet": "Moscow Time"}, "did you mean The Moscow Times?"),
        (WHO, {"outlet": "zzz"}, "No article is from zzz."),
        (WHO, {"outlet": "@everyone **x**"}, "\\@everyone \\*\\*x\\*\\*"),
        (WHO, {"outlet": "x" * 5000}, "xxx…"),
        (WHO, {"since": "*" * 5000}, "…"),
    ],
)
async def test_what_cannot_be_taken_is_told_in_a_sentence(
    question: str, options: dict[str, str], said: str, scene: Scene
) -> None:
    result = await scene.ask(question, **options)
    assert said in seen(result)
    assert colour(result) == COLOURS["sorry"]
    assert buttons(result) == {}


async def test_a_wrong_day_is_refused_to_the_person_alone(scene: Scene) -> None:
    assert message_of(await scene.ask(since="yesterday")).ephemeral


async def test_discord_itself_holds_a_question_to_its_length(scene: Scene) -> None:
    with pytest.raises(Exception, match="question"):
        await scene.ask("x" * 2001)


@pytest.mark.parametrize(
    ("option", "typed", "offered"),
    [
        ("outlet", "", ["The Moscow Times"]),
        ("outlet", "moscow", ["The Moscow Times"]),
        ("outlet", "pravda", []),
        ("since", "", ["2021"]),
        ("since", "20", ["2021"]),
        ("until", "2021-1", ["2021"]),
        ("until", "19", []),
    ],
)
async def test_outlets_and_years_of_the_archive_are_offered(
    option: str, typed: str, offered: list[str], scene: Scene
) -> None:
    choices = await scene.alice.autocomplete(scene.channel, "ask", option, typed)
    assert [choice["value"] for choice in choices] == offered


async def test_what_discord_cannot_show_is_not_offered() -> None:
    async def known() -> list[str]:
        return ["", "x" * CHOICE_CHARS, "x" * (CHOICE_CHARS + 1)]

    assert [choice.value for choice in await _choices(known())] == ["x" * CHOICE_CHARS]


async def test_without_an_index_nothing_is_offered(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> list[str]:
        raise IndexMissing("there is no index")

    monkeypatch.setattr(scene.answering.dateline, "outlets", missing)
    assert await scene.alice.autocomplete(scene.channel, "ask", "outlet", "m") == []


async def test_a_mention_is_answered_by_a_reply_to_it(scene: Scene) -> None:
    asked = await scene.alice.send(scene.channel, f"{scene.us} {WHO}")
    shown = last(scene.channel)
    assert "Zamir Kabulov" in seen(shown)
    assert WHO not in seen(shown)  # it stands right above
    assert shown.reference is not None
    assert shown.reference.message_id == asked.id
    assert len(of_bot(scene.channel)) == 1


@pytest.mark.scripted
@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("{us} Who is it?", "Who is it?"),
        ("Who is it, {us}?", "Who is it, ?"),
        ("<@!{id}>   Who\nis it?", "Who is it?"),
        ("{us} What did {bob} say in {channel}?", "What did bob say in general?"),
        ("{us} What did {role} say?", "What did Press say?"),
    ],
)
async def test_a_mention_asks_what_stands_beside_it(written: str, asked: str, scene: Scene, chain: Scripted) -> None:
    role = scene.guild.create_role("Press")
    names = {"bob": scene.bob.mention, "channel": scene.channel.mention, "role": role.mention}
    await scene.alice.send(scene.channel, written.format(us=scene.us, id=scene.us.strip("<@>"), **names))
    assert [question.text for question in chain.asked] == [asked]


@pytest.mark.scripted
@pytest.mark.settings(message_content=True)
async def test_a_mention_of_the_bots_role_is_a_mention(scene: Scene, chain: Scripted) -> None:
    role = scene.guild.roles["TestBot"]
    cached = scene.env.bot.get_guild(scene.guild.id)
    assert cached is not None
    own = cached.get_role(role.id)
    assert own is not None
    assert scene.env.bot.user is not None
    # The simulated Discord does not say whose role it is.
    own.tags = discord.RoleTags({"bot_id": str(scene.env.bot.user.id)})  # type: ignore[typeddict-item]
    scene.env.backend.guilds[scene.guild.id].roles[role.id].mentionable = True
    await scene.alice.send(scene.channel, f"{role.mention} Who is it?")
    assert [question.text for question in chain.asked] == ["Who is it?"]


async def test_a_mention_in_a_thread_is_answered_there(scene: Scene) -> None:
    thread = scene.thread()
    await scene.alice.send(thread, f"{scene.us} {WHO}")
    assert "Zamir Kabulov" in seen(last(thread))
    assert of_bot(scene.channel) == []


async def test_a_direct_message_is_answered(scene: Scene) -> None:
    await scene.alice.send_dm(WHO)
    assert "Zamir Kabulov" in seen(last(scene.alice.user.dm_channel))


@pytest.mark.scripted
async def test_a_slash_command_in_a_direct_message_is_answered(scene: Scene) -> None:
    result = await scene.alice.user.slash("ask", question=WHO)
    assert "The envoy said so" in seen(result)


@pytest.mark.scripted
async def test_a_reply_to_an_answer_is_a_question(scene: Scene, chain: Scripted) -> None:
    shown = await scene.mention("Who?")
    await scene.bob.send(scene.channel, "And when?", reply_to=shown)
    assert [question.text for question in chain.asked] == ["Who?", "And when?"]
    assert [turn.question for turn in chain.asked[1].history] == ["Who?"]


async def test_the_menu_of_a_message_looks_its_words_up_for_the_person_alone(scene: Scene) -> None:
    claim = await scene.bob.send(scene.channel, "Zamir Kabulov is the Kremlin's envoy to Afghanistan.")
    result = await scene.alice.context_menu(scene.channel, MENU, claim)
    assert message_of(result).ephemeral
    text = seen(result)
    assert text.startswith("-# What the articles say on\n> Zamir Kabulov is the Kremlin's envoy to Afghanistan.")
    assert "[1]" in text
    assert "Quotes only: whether the message is true is for its readers to judge." in text
    assert [message.id for message in scene.channel.history(viewer=scene.bob)] == [claim.id]


@pytest.mark.scripted
async def test_the_menu_says_so_when_a_message_has_no_words(scene: Scene, chain: Scripted) -> None:
    picture = await scene.bob.send(scene.channel, "", attachments=[("cat.png", b"cat")])
    result = await scene.alice.context_menu(scene.channel, MENU, picture)
    assert seen(result) == NO_WORDS_THERE
    assert message_of(result).ephemeral
    assert chain.asked == []


@pytest.mark.scripted
async def test_the_menu_reads_an_embed_and_a_forwarded_message(scene: Scene, chain: Scripted) -> None:
    embed = discord.Embed(description="An envoy was sent.")
    posted = await scene.guild.create_webhook(scene.channel).send(embed=embed)
    await scene.alice.context_menu(scene.channel, MENU, posted)
    said = await scene.bob.send(scene.channel, "Talks are held.")
    await scene.alice.context_menu(scene.channel, MENU, await scene.bob.forward(said, scene.channel))
    assert [question.text for question in chain.asked] == ["An envoy was sent.", "Talks are held."]


@pytest.mark.parametrize("words", ["", "   "])
async def test_a_bare_mention_is_told_how_to_ask(words: str, scene: Scene) -> None:
    shown = await scene.mention(words)
    assert seen(shown).startswith("Ask me something")
    assert "**@TestBot " in seen(shown)


async def test_a_direct_message_without_words_is_told_how_to_ask(scene: Scene) -> None:
    channel = scene.alice.user.dm_channel
    attachments = scene.env.backend.store_attachments(channel.id, [("cat.png", b"cat")])
    await scene.alice.send_dm("", attachments=attachments)
    assert seen(last(channel)).startswith("Ask me something")


async def test_a_reply_that_discord_hides_gets_a_hint(scene: Scene) -> None:
    """Without the intent, the words of a reply to a slash command's answer do not arrive."""
    result = await scene.ask(NOWHERE)
    await scene.alice.send(scene.channel, "And in 2002?", reply_to=message_of(result))
    assert seen(last(scene.channel)) == CANNOT_READ
