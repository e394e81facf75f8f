"""Buttons and forms: what each does, for whom, and what is said where it can do nothing any more."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import pytest
from simcord import InteractionResult, interactions

from bot.discord_bot.controls import NOT_KEPT, NOTHING_BEHIND, REASONS, THANKS, UNKNOWN
from bot.discord_bot.store import ConversationStore
from retrieval.types import Question
from tests.bot.discord_bot.conftest import NewBot
from tests.bot.discord_bot.scene import NOWHERE, Scene, answer_id, buttons, last, message_of, seen
from tests.bot.discord_bot.scripted import Scripted, answered

ALL = ("Sources", "Follow up", "Helpful", "Wrong")


async def test_sources_open_a_private_pager_with_the_quote_highlighted_in_its_passage(scene: Scene) -> None:
    result = await scene.ask()
    before = seen(result)
    pager = await scene.bob.click(message_of(result), label="Sources")
    assert message_of(pager).ephemeral
    head, body, foot = seen(pager).split("\n")
    assert head.startswith("**[1]** ")
    assert "**Russian media reports that the Kremlin's envoy to Afghanistan, Zamir Kabulov" in body
    assert body.startswith("> ")
    assert not body.endswith("**")  # the passage goes on after the quote
    assert foot.startswith("-# Page 1 of 2 · characters ")
    assert seen(result) == before


async def test_the_pager_turns_to_first_previous_next_and_last(scene: Scene) -> None:
    await scene.mention("What did Kabulov say about aid?")
    pager = await scene.alice.click(last(scene.channel), label="Sources")
    message = message_of(pager).message
    count = int(seen(pager).split("Page 1 of ")[1].split()[0])
    assert count > 2
    assert list(buttons(pager)) == ["Next", "Last"]
    for label, number in [("Next", 2), ("Last", count), ("Previous", count - 1), ("First", 1), ("Last", count)]:
        turned = await scene.alice.click(message_of(pager), label=label)
        assert turned.response is not None
        assert turned.response.id == message.id  # in place
        assert f"-# Page {number} of {count} · " in seen(message_of(pager))
        assert "**[" in seen(message_of(pager))
    assert list(buttons(pager)) == ["First", "Previous"]


async def test_two_people_who_turn_pages_do_not_disturb_each_other(scene: Scene) -> None:
    shown = message_of(await scene.ask())
    one = await scene.alice.click(shown, label="Sources")
    other = await scene.bob.click(shown, label="Sources")
    await scene.bob.click(message_of(other), label="Next")
    assert "Page 1 of 2" in seen(one)
    assert "Page 2 of 2" in seen(other)
    assert one.response is not None
    assert one.response.id not in [message.id for message in scene.channel.history(viewer=scene.bob)]


async def test_nearest_passages_have_a_pager_too(scene: Scene) -> None:
    pager = await scene.alice.click(message_of(await scene.ask(NOWHERE)), label="Nearest passages")
    assert seen(pager).startswith("**Nearest, 1** ")
    assert "Page 1 of 3" in seen(pager)


@pytest.mark.scripted
async def test_a_page_links_to_its_article(scene: Scene, chain: Scripted) -> None:
    chain.make = partial(answered, url="https://example.com/1")
    pager = await scene.alice.click(message_of(await scene.ask()), label="Sources")
    assert buttons(pager) == {"Open the article": "https://example.com/1"}


@pytest.mark.scripted
async def test_a_passage_that_is_not_served_any_more_shows_the_quote_as_it_was(scene: Scene) -> None:
    pager = await scene.alice.click(message_of(await scene.ask()), label="Sources")
    assert "The archive no longer serves this passage as it was" in seen(pager)
    assert "> The envoy said so, 1." in seen(pager)


@pytest.mark.scripted
async def test_forty_citations_have_forty_pages(scene: Scene, chain: Scripted) -> None:
    chain.make = partial(answered, sentences=40, chars=150)
    result = await scene.ask()
    pager = await scene.alice.click(result.followups[-1], label="Sources")
    assert "Page 1 of 40" in seen(pager)
    await scene.alice.click(message_of(pager), label="Last")
    assert seen(pager).startswith("**[40]** ")


@pytest.mark.scripted
async def test_a_page_number_beyond_the_last_is_the_last(scene: Scene, chain: Scripted) -> None:
    chain.make = partial(answered, sentences=3)
    shown = message_of(await scene.ask()).message
    for number, seen_number in [("99", 3), ("-1", 1), ("x", 1), ("", 1)]:
        pager = await scene.alice.click(message_of(await scene.ask()), label="Sources")
        await scene.press(scene.alice, message_of(pager).message, f"page:{answer_id(shown)}:{number}:next")
        assert f"Page {seen_number} of 3" in seen(pager)


@pytest.mark.scripted
async def test_an_answer_without_passages_says_so_on_an_old_button(scene: Scene, chain: Scripted) -> None:
    def empty(question: Question) -> Any:
        answer = answered(question)
        return replace(answer, status="not_found", sentences=(), citations=())

    chain.make = empty
    shown = message_of(await scene.ask()).message
    assert list(buttons(shown)) == ["Follow up", "Helpful", "Wrong"]
    pressed = await scene.press(scene.alice, shown, f"sources:{answer_id(shown)}")
    assert seen(pressed) == NOTHING_BEHIND


@pytest.mark.scripted
async def test_a_person_has_one_vote_on_an_answer_and_may_change_it(scene: Scene, store: ConversationStore) -> None:
    shown = message_of(await scene.ask())
    for label, said in [("Helpful", "new"), ("Helpful", "same"), ("Wrong", "changed"), ("Helpful", "changed")]:
        result = await (vote_wrong(scene, shown) if label == "Wrong" else scene.alice.click(shown, label=label))
        assert seen(result) == THANKS[said]
        assert message_of(result).ephemeral
    assert seen(await scene.bob.click(shown, label="Helpful")) == THANKS["new"]
    assert [feedback.vote for feedback in store.feedback()] == ["helpful", "helpful"]


@pytest.mark.scripted
async def test_a_double_click_counts_once(scene: Scene, store: ConversationStore) -> None:
    shown = message_of(await scene.ask()).message
    data = {"custom_id": buttons(shown)["Helpful"], "component_type": 2}
    records = []
    for _ in range(2):
        record, payload = interactions.base_payload(
            scene.env.backend,
            type=3,
            channel_id=scene.channel.id,
            guild_id=scene.guild.id,
            user_id=scene.alice.id,
            data=data,
        )
        scene.env.backend.emit("INTERACTION_CREATE", payload)
        records.append(InteractionResult(scene.env, record))
    await scene.env.settle()
    assert sorted(seen(record) for record in records) == sorted([THANKS["new"], THANKS["same"]])
    assert len(store.feedback()) == 1


@pytest.mark.scripted
@pytest.mark.parametrize("reason", list(REASONS))
async def test_wrong_asks_why_and_keeps_the_reason_with_the_answer(
    reason: str, scene: Scene, store: ConversationStore
) -> None:
    result = await vote_wrong(scene, message_of(await scene.ask("Who?")), reason, "It was @everyone else")
    assert seen(result) == THANKS["new"]
    (feedback,) = store.feedback()
    assert (feedback.vote, feedback.reason, feedback.note) == ("wrong", reason, "It was @everyone else")
    assert feedback.answer.question == "Who?"


@pytest.mark.scripted
async def test_the_reasons_are_offered_one_of_them_has_to_be_chosen_and_a_note_need_not_be(scene: Scene) -> None:
    form = await scene.alice.click(message_of(await scene.ask()), label="Wrong")
    assert form.modal is not None
    why, note = (label["component"] for label in form.modal["components"])
    assert [option["value"] for option in why["options"]] == list(REASONS)
    assert (why["required"], note["required"]) == (True, False)


@pytest.mark.scripted
async def test_a_form_that_is_closed_is_no_vote(scene: Scene, store: ConversationStore) -> None:
    await scene.alice.click(message_of(await scene.ask()), label="Wrong")
    assert store.feedback() == []


@pytest.mark.scripted
async def test_buttons_live_on_after_a_restart(scene: Scene, chain: Scripted, new_bot: NewBot) -> None:
    chain.make = partial(answered, sentences=2)
    shown = message_of(await scene.ask("Who?"))
    pager = await scene.alice.click(shown, label="Sources")
    await scene.env.restart_bot(new_bot())
    assert "The envoy said so" in seen(await scene.alice.click(shown, label="Sources"))
    assert seen(await scene.bob.click(shown, label="Helpful")) == THANKS["new"]
    assert seen(await vote_wrong(scene, shown)) == THANKS["new"]
    followed = await follow_up(scene, shown, "When?")
    assert seen(followed).startswith("### When?")
    await scene.alice.click(message_of(pager), label="Next")
    assert "Page 2 of 2" in seen(pager)


@pytest.mark.scripted
@pytest.mark.parametrize("label", ["Wrong", "Follow up"])
async def test_a_form_that_was_open_during_a_restart_is_taken(label: str, scene: Scene, new_bot: NewBot) -> None:
    form = await scene.alice.click(message_of(await scene.ask()), label=label)
    await scene.env.restart_bot(new_bot())
    filled = {"reason": "source"} if label == "Wrong" else {"question": "When?"}
    result = await scene.alice.submit_modal(form, filled)
    assert seen(result).startswith(THANKS["new"] if label == "Wrong" else "### When?")


@pytest.mark.scripted
@pytest.mark.parametrize("gone", ["expired", "forgotten"])
@pytest.mark.parametrize("label", ALL)
async def test_a_button_of_an_answer_that_is_gone_says_so_to_the_person_alone(
    label: str, gone: str, scene: Scene, store: ConversationStore
) -> None:
    shown = message_of(await scene.ask())
    if gone == "expired":
        store.expire(datetime.now(UTC) + timedelta(days=1))
    else:
        await scene.alice.slash(scene.channel, "forget")
    result = await scene.bob.click(shown, label=label)
    assert seen(result) == NOT_KEPT
    assert message_of(result).ephemeral


@pytest.mark.scripted
@pytest.mark.parametrize("label", ["Wrong", "Follow up"])
async def test_a_form_whose_answer_goes_while_it_is_filled_in_says_so(
    label: str, scene: Scene, chain: Scripted
) -> None:
    form = await scene.bob.click(message_of(await scene.ask()), label=label)
    await scene.alice.slash(scene.channel, "forget")
    filled = {"reason": "source"} if label == "Wrong" else {"question": "When?"}
    result = await scene.bob.submit_modal(form, filled)
    assert seen(result) == NOT_KEPT
    assert message_of(result).ephemeral
    assert len(chain.asked) == 1


@pytest.mark.scripted
async def test_a_page_of_an_answer_that_goes_meanwhile_says_so_in_its_place(scene: Scene, chain: Scripted) -> None:
    chain.make = partial(answered, sentences=2)
    pager = await scene.bob.click(message_of(await scene.ask()), label="Sources")
    await scene.alice.slash(scene.channel, "forget")
    await scene.bob.click(message_of(pager), label="Next")
    assert seen(pager) == NOT_KEPT


@pytest.mark.scripted
@pytest.mark.parametrize(
    "custom_id", ["", ":", "vote", "vote:up:down", "x" * 100, "page", "☃:☃", "'; DROP TABLE answers"]
)
async def test_an_unknown_button_is_answered_politely_and_to_the_person_alone(custom_id: str, scene: Scene) -> None:
    shown = message_of(await scene.ask()).message
    result = await scene.press(scene.alice, shown, custom_id)
    assert result.acknowledged
    if custom_id != "page":
        assert seen(result) == UNKNOWN
        assert message_of(result).ephemeral


@pytest.mark.scripted
@pytest.mark.parametrize("action", ["sources", "helpful", "wrong", "follow"])
@pytest.mark.parametrize("id_", ["", "unknown", "a:b:c", "%00"])
async def test_a_malformed_answer_id_is_an_answer_that_is_not_kept(action: str, id_: str, scene: Scene) -> None:
    shown = message_of(await scene.ask()).message
    result = await scene.press(scene.alice, shown, f"{action}:{id_}")
    assert seen(result) == NOT_KEPT
    assert message_of(result).ephemeral


async def vote_wrong(scene: Scene, shown: Any, reason: str = "answer", note: str = "") -> InteractionResult:
    form = await scene.alice.click(shown, label="Wrong")
    return await scene.alice.submit_modal(form, {"reason": reason, **({"note": note} if note else {})})


async def follow_up(scene: Scene, shown: Any, question: str) -> InteractionResult:
    form = await scene.alice.click(shown, label="Follow up")
    return await scene.alice.submit_modal(form, {"question": question})
