"""What people see of an answer in Discord once an article behind it was taken down: that, and never the words."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from bot.discord_bot.controls import NOTHING_BEHIND, THANKS
from bot.discord_bot.store import CONVERSATIONS_FILE, ConversationStore
from bot.discord_bot.withdrawing import withdraw_answers
from tests.bot.discord_bot.conftest import NewBot
from tests.bot.discord_bot.scene import Scene, answer_id, buttons, in_between, message_of, seen, until
from tests.bot.discord_bot.scripted import Scripted, answered

pytestmark = pytest.mark.scripted

ALL_GONE = "The article behind this answer was withdrawn from the archive; what it said is not shown any more."
TWO_GONE = "2 articles behind this answer were withdrawn from the archive; what they said is not shown any more."
ONE_GONE = "An article behind this answer was withdrawn from the archive; what it said is not shown any more."

Purge = Callable[..., None]


@pytest.fixture
def purge(store: ConversationStore, tmp_path: Path) -> Purge:
    """As another process does it: the bot is told nothing."""

    def purge(*article_ids: str) -> None:
        store.withdrawn.add(article_ids)
        withdraw_answers(tmp_path, article_ids)

    return purge


async def test_the_pages_of_an_answer_that_is_gone_say_so(scene: Scene, purge: Purge) -> None:
    shown = message_of(await scene.ask())
    pager = await scene.bob.click(shown, label="Sources")
    purge("a1")
    again = await scene.bob.click(shown, label="Sources")
    await scene.press(scene.bob, message_of(pager).message, f"page:{answer_id(shown)}:0:next")
    for page in (again, pager):
        assert seen(page).split("\n")[:2] == ["**Withdrawn**", ALL_GONE]
        assert NOTHING_BEHIND not in seen(page)


async def test_the_pages_of_other_articles_stay_with_the_numbers_that_the_message_shows(
    scene: Scene, chain: Scripted, purge: Purge
) -> None:
    chain.make = partial(answered, sentences=3)
    shown = message_of(await scene.ask())
    purge("a1", "a3")
    pager = await scene.bob.click(shown, label="Sources")
    assert TWO_GONE in seen(pager)
    await scene.bob.click(message_of(pager), label="Next")
    assert seen(pager).startswith("**[2]** ")
    assert "> The envoy said so, 2." in seen(pager)
    assert list(buttons(pager)) == ["First", "Previous"]


@pytest.mark.parametrize("label", ["Helpful", "Wrong"])
@pytest.mark.parametrize(("sentences", "said"), [(1, ALL_GONE), (2, ONE_GONE)])
async def test_a_vote_counts_and_whoever_votes_is_told(
    label: str, sentences: int, said: str, scene: Scene, chain: Scripted, store: ConversationStore, purge: Purge
) -> None:
    chain.make = partial(answered, sentences=sentences)
    shown = message_of(await scene.ask())
    purge("a1")
    voted = await scene.bob.click(shown, label=label)
    if label == "Wrong":
        voted = await scene.bob.submit_modal(voted, {"reason": "source"})
    assert seen(voted) == f"{THANKS['new']}\n{said}"
    assert [feedback.answer.withdrawn for feedback in store.feedback()] == [("a1",)]


async def test_a_follow_up_goes_on_from_the_question_without_the_words(
    scene: Scene, chain: Scripted, purge: Purge
) -> None:
    shown = message_of(await scene.ask("Who?"))
    purge("a1")
    form = await scene.alice.click(shown, label="Follow up")
    followed = await scene.alice.submit_modal(form, {"question": "When?"})
    assert seen(followed).startswith("### When?")
    assert [(turn.question, turn.answer) for turn in chain.asked[-1].history] == [("Who?", "")]


@pytest.mark.parametrize(("sentences", "left"), [(1, []), (2, ["2"])])
async def test_an_answer_that_is_under_way_meanwhile_is_neither_shown_nor_kept_with_the_words(
    sentences: int, left: list[str], scene: Scene, chain: Scripted, purge: Purge, tmp_path: Path
) -> None:
    chain.make = partial(answered, sentences=sentences, words="Quixotically", title="Quixotically")
    chain.held.clear()
    with in_between(scene.env):
        asked = await scene.ask()
        await until(lambda: chain.asked)
        purge("a1")
        chain.held.set()
    await scene.env.settle()
    texts = seen(asked)
    assert f"**Withdrawn.** {ONE_GONE if left else ALL_GONE}" in texts
    assert [number for number in ("1", "2") if f"Quixotically, {number}" in texts] == left
    assert "Not in the archive" not in texts
    assert ("Sources" in buttons(asked)) is bool(left)
    saved = b"".join(path.read_bytes() for path in tmp_path.glob(f"{CONVERSATIONS_FILE}*"))
    assert (b"Quixotically, 1" in saved, b"Quixotically, 2" in saved) == (False, bool(left))


async def test_it_is_so_after_a_restart_too(scene: Scene, purge: Purge, new_bot: NewBot) -> None:
    shown = message_of(await scene.ask())
    purge("a1")
    await scene.env.restart_bot(new_bot())
    assert ALL_GONE in seen(await scene.bob.click(shown, label="Sources"))
