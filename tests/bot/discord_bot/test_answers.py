"""What an answer shows: markers with their quotes and sources, how current the archive is, and what to do next."""

from __future__ import annotations

import asyncio
import re
import threading
from dataclasses import replace
from functools import partial

import pytest

from bot.discord_bot.layout import COLOURS
from tests.bot.discord_bot.scene import (
    NOWHERE,
    WHO,
    Scene,
    buttons,
    colour,
    last,
    message_of,
    of_bot,
    seen,
    sent,
    until,
)
from tests.bot.discord_bot.scripted import Scripted, answered

QUOTES = re.compile(r"^\[(\d+)\]", re.MULTILINE)
MARKERS = re.compile(r"(?<!\n)(?<!\A)\[(\d+)\]")


async def test_an_answer_shows_question_sentences_quotes_sources_and_how_current_the_archive_is(scene: Scene) -> None:
    result = await scene.ask()
    text = seen(result)
    answer, *quotes = text.split("\n[")
    archive = text.splitlines()[-1]
    assert text.startswith(f"### {WHO}\n")
    assert "Zamir Kabulov" in answer
    assert set(MARKERS.findall(answer)) == set(QUOTES.findall(text)) == {"1", "2"}
    assert "> " in quotes[0]
    assert "The Moscow Times · 7 October 2021 · " in text
    assert "date unknown · " in text
    assert archive.startswith("-# Archive: 2 articles, 10 passages · newest 7 October 2021 · built ")
    assert colour(result) == COLOURS["answered"]
    assert list(buttons(result)) == ["Sources", "Follow up", "Helpful", "Wrong"]


async def test_not_in_the_archive_looks_different_and_offers_the_nearest_passages(scene: Scene) -> None:
    result = await scene.ask(NOWHERE)
    text = seen(result)
    assert colour(result) == COLOURS["not_found"] != COLOURS["answered"]
    assert "**Not in the archive.** It reaches to 7 October 2021." in text
    assert "The nearest passages, none of which clearly answers it:" in text
    assert QUOTES.findall(text) == []
    assert list(buttons(result)) == ["Nearest passages", "Follow up", "Helpful", "Wrong"]


@pytest.mark.scripted
async def test_the_short_answer_stands_out(scene: Scene, chain: Scripted) -> None:
    chain.make = lambda question: replace(answered(question), short_answer="envoy")
    assert "**envoy** — The envoy said so, 1. [1]" in seen(await scene.ask())


@pytest.mark.scripted
async def test_how_a_date_is_known_is_said(scene: Scene, chain: Scripted) -> None:
    def from_the_url(question: object) -> object:
        answer = answered(question)  # type: ignore[arg-type]
        (citation,) = answer.citations
        article = replace(citation.article, published_from="url")
        return replace(answer, citations=(replace(citation, article=article),))

    chain.make = from_the_url  # type: ignore[assignment]
    assert "7 October 2021 (from the URL)" in seen(await scene.ask())


@pytest.mark.scripted
@pytest.mark.parametrize("way", ["slash", "private", "mention"])
async def test_a_long_answer_goes_on_in_more_messages_and_the_last_has_the_buttons(
    way: str, scene: Scene, chain: Scripted
) -> None:
    chain.make = partial(answered, sentences=40, chars=150, url="https://example.com/article")
    if way == "mention":
        await scene.mention()
        shown = [*of_bot(scene.channel)]
    else:
        result = await scene.ask(private=way == "private")
        shown = [message.message for message in (message_of(result), *result.followups)]
        assert all(message.flags.ephemeral == (way == "private") for message in shown)
    text = "\n".join(map(seen, shown))
    numbers = [str(number) for number in range(1, 41)]
    assert 1 < len(shown) <= 5
    assert QUOTES.findall(text) == numbers
    assert set(MARKERS.findall(text)) >= set(numbers)
    assert [bool(buttons(message)) for message in shown] == [False] * (len(shown) - 1) + [True]
    assert [message.reference is not None for message in shown][1:] == [False] * (len(shown) - 1)


@pytest.mark.scripted
async def test_every_message_of_a_long_answer_can_be_replied_to(scene: Scene, chain: Scripted) -> None:
    chain.make = partial(answered, sentences=40, chars=150)
    await scene.mention("Who?")
    chain.make = answered
    for shown in of_bot(scene.channel):
        await scene.alice.send(scene.channel, "And when?", reply_to=shown)
        assert [turn.question for turn in chain.asked[-1].history] == ["Who?"]


@pytest.mark.scripted
async def test_what_an_article_says_is_shown_and_never_acted_on(scene: Scene, chain: Scripted) -> None:
    bad = f"@everyone @here {scene.bob.mention} <@&{scene.guild.id}> [here](https://evil.example/) **x** `y` ||z||"
    chain.make = partial(answered, words=bad, title=f"# {bad}", url="https://example.com/a_(b)")
    shown = await scene.mention()
    assert not shown.mention_everyone
    assert shown.mentions == []
    text = seen(shown)
    assert "\\@everyone \\@here" in text
    assert not re.search(r"(?<!\\)(@everyone|@here|<@)", text)
    assert re.findall(r"(?<!\\)\]\((.*?)\)", text) == ["<https://example.com/a_%28b%29>"]


async def test_what_a_person_writes_is_shown_and_never_acted_on(scene: Scene) -> None:
    text = seen(await scene.ask(f"@everyone {scene.bob.mention} [who](https://evil.example) is **the** envoy?"))
    assert not re.search(r"(?<!\\)(@everyone|<@|\*\*the|\[who)", text)


@pytest.mark.scripted
async def test_only_an_articles_own_address_is_a_link(scene: Scene, chain: Scripted) -> None:
    chain.make = partial(answered, url="javascript:alert(1)")
    assert "](" not in seen(await scene.ask())
    chain.make = partial(answered, url="https://example.com/1")
    assert "[A title](<https://example.com/1>)" in seen(await scene.ask())


@pytest.mark.scripted
async def test_every_message_and_edit_says_that_it_pings_nobody(scene: Scene, chain: Scripted) -> None:
    """`simcord_env` holds every test to it; here it is made sure that there was something to look at."""
    chain.held.clear()
    scene.env._loop.call_later(0.05, chain.held.set)  # type: ignore[union-attr]
    await scene.mention()
    await scene.ask()
    await scene.alice.send_dm("Who?")
    await scene.alice.click(last(scene.channel), label="Sources")
    bodies = sent(scene.env)
    assert len(bodies) >= 6
    assert all(body["allowed_mentions"]["parse"] == [] for body in bodies)


@pytest.mark.scripted
async def test_questions_are_read_off_the_event_loop(scene: Scene, chain: Scripted) -> None:
    await scene.ask()
    await scene.mention()
    assert threading.main_thread() not in chain.threads
    assert all(thread.name.startswith("question") for thread in chain.threads)


@pytest.mark.scripted
async def test_after_many_answers_nothing_is_left_in_memory(scene: Scene, chain: Scripted) -> None:
    for _ in range(30):
        shown = message_of(await scene.ask())
        await scene.alice.click(shown, label="Wrong")
    views = scene.env.bot._connection._view_store
    assert (views._views, views._modals, views._dynamic_items) == ({}, {}, {})
    await until(lambda: scene.answering.desk._admitted == 0)
    assert len(asyncio.all_tasks()) < 20
