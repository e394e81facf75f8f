"""The shipped bot in a simulated Discord: real chain, real store, the two shipped articles."""

from __future__ import annotations

import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from simcord.env import Env

from bot import terminal
from bot.assembly import Dateline
from bot.discord_bot import about, asking
from bot.discord_bot.answering import Answering
from bot.discord_bot.client import DatelineBot
from bot.discord_bot.desk import Desk
from bot.discord_bot.store import CONVERSATIONS_FILE, ConversationStore
from config.settings import DiscordSettings
from retrieval.types import Question
from tests.bot.discord_bot.scene import Scene, assert_nothing_pings
from tests.bot.discord_bot.scripted import Scripted, with_chain

KEY = b"k" * 32

NewBot = Callable[..., DatelineBot]

SETTLE_S = 20.0
"""The most that the simulated Discord waits for the bot: a busy machine is no defect."""


@pytest.fixture(autouse=True)
def _defects_stay_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The details of errors that are made on purpose are not left on the machine."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    terminal._log_file.cache_clear()


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests do in a moment what people do in minutes; those about pauses set their own."""
    monkeypatch.setattr(about, "FORGET_EVERY_S", 0.0)
    monkeypatch.setattr(asking, "REFUSE_EVERY_S", 0.0)


@pytest.fixture(scope="session")
def warm(shipped: Dateline) -> Dateline:
    """`shipped`, which has answered once: the first answer loads what the others use."""
    shipped.chain.invoke(Question("Who is Kabulov?"))
    return shipped


@pytest.fixture
def store(tmp_path: Path) -> Iterator[ConversationStore]:
    with closing(ConversationStore(tmp_path / CONVERSATIONS_FILE, KEY)) as store:
        yield store


@pytest.fixture
def chain(request: pytest.FixtureRequest) -> Scripted | None:
    """A scripted chain for a test marked `scripted`; else the real one answers."""
    return Scripted() if request.node.get_closest_marker("scripted") else None


@pytest.fixture
def dateline(warm: Dateline, chain: Scripted | None) -> Dateline:
    return with_chain(warm, chain) if chain else warm


@pytest.fixture
def new_bot(dateline: Dateline, store: ConversationStore) -> NewBot:
    """The shipped bot with some of its settings set, over the same store each time, as after a restart."""

    def new(dateline: Dateline = dateline, **changed: object) -> DatelineBot:
        settings = DiscordSettings(**{**dateline.settings.discord.model_dump(), "cooldown_s": 0.0, **changed})
        desk = Desk(settings.workers, settings.queue, settings.cooldown_s)
        return DatelineBot(Answering(dateline, store, desk), settings)

    return new


@pytest.fixture
def simcord_bot(new_bot: NewBot, request: pytest.FixtureRequest) -> DatelineBot:
    """What `simcord_env` runs; a mark `settings(name=value)` changes settings, a parameter the message content one."""
    mark = request.node.get_closest_marker("settings")
    changed = mark.kwargs if mark else {}
    return new_bot(**changed, **({"message_content": request.param} if hasattr(request, "param") else {}))


@pytest.fixture
async def simcord_env(simcord_bot: DatelineBot, chain: Scripted | None) -> AsyncIterator[Env]:
    """A running bot; at the end it has raised nothing, pinged nobody, and keeps no view in memory."""
    env = Env(simcord_bot, settle_timeout=SETTLE_S)
    await env.start()
    try:
        yield env
        assert_nothing_pings(env)
        assert not env.bot._connection._view_store._views
        assert not env.bot._connection._view_store._modals
    finally:
        if chain:
            chain.held.set()
        await env.shutdown()
        env._raise_errors_since(env._errors_acknowledged)


@pytest.fixture
async def scene(simcord_env: Env) -> Scene:
    guild = simcord_env.create_guild()
    alice, bob = (guild.add_member(simcord_env.create_user(name)) for name in ("alice", "bob"))
    return Scene(simcord_env, guild, guild.create_text_channel("general"), alice, bob)
