"""A new generation while the bot runs: it is answered from at once, and old answers stay what they were."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.assembly import SHIPPED_CORPUS, Dateline, assemble
from config.settings import load_settings
from tests.bot.discord_bot.scene import NOWHERE, WHO, Scene, answer_id, message_of, seen

Rebuild = Callable[[Path], None]


@pytest.fixture
def dateline(warm: Dateline, tmp_path: Path) -> Iterator[Dateline]:
    """A copy of the shipped archive, which may be rebuilt."""
    data_dir = tmp_path / "data"
    shutil.copytree(warm.settings.data_dir, data_dir, symlinks=True)
    with assemble(load_settings({"data_dir": data_dir})) as dateline:
        dateline.__dict__["embedder"] = warm.embedder
        yield dateline


@pytest.fixture
def rebuild(dateline: Dateline) -> Rebuild:
    """As another process does it: the bot's own Dateline is told nothing."""

    def rebuild(corpus: Path) -> None:
        with assemble(dateline.settings) as other:
            other.__dict__["embedder"] = dateline.embedder
            other.rebuild(lambda *_: None, corpus, allow_shrink=True)

    return rebuild


async def test_a_new_generation_is_taken_without_a_restart(scene: Scene, rebuild: Rebuild, tmp_path: Path) -> None:
    asked = message_of(await scene.ask(WHO))
    kept = answer_id(asked)
    assert "**Not in the archive.**" in seen(await scene.ask(NOWHERE))

    corpus = tmp_path / "corpus"
    shutil.copytree(SHIPPED_CORPUS, corpus)
    for article in corpus.glob("*.txt"):
        article.write_text(article.read_text(encoding="utf-8").replace("Kabulov", "Kabuloff"), encoding="utf-8")
    world_cup = "France won the football world cup in 1998. The final was played in Saint-Denis."
    (corpus / "cup.txt").write_text(world_cup, encoding="utf-8")
    rebuild(corpus)

    assert "France won the football world cup in 1998" in seen(await scene.ask(NOWHERE)).replace("**", "")
    assert "Zamir Kabuloff" in seen(await scene.ask(WHO)).replace("**", "")
    assert "Archive: 3 articles" in seen(await scene.alice.slash(scene.channel, "status"))

    assert answer_id(asked) == kept
    assert "Zamir Kabulov" in seen(asked).replace("**", "")
    pager = await scene.bob.click(asked, label="Sources")
    assert "The archive no longer serves this passage as it was" in seen(pager)
    assert "Zamir Kabulov" in seen(pager)
    assert "Kabuloff" not in seen(pager)
