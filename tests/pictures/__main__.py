"""
The pictures of the README: the shipped bot in a simulated Discord, seen through SimCord's preview.

    python -m tests.pictures [CHROMIUM]

needs the extra `pictures` and a Chromium; its path is an argument where playwright has none of its own. The pictures
are written beside this file.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any

import simcord
from playwright.async_api import BrowserType

from bot.assembly import assemble
from bot.discord_bot.answering import Answering
from bot.discord_bot.client import DatelineBot
from bot.discord_bot.desk import Desk
from bot.discord_bot.store import ConversationStore
from config.settings import load_settings

HERE = Path(__file__).parent
SIZE = (820, 900)
ANSWERED = "Who is the Kremlin's envoy to Afghanistan?"
NOT_FOUND = "Who won the 2018 FIFA World Cup?"


async def take(bot: DatelineBot) -> None:
    """An answer, its pager on the second page, and "not in the archive"."""
    async with simcord.run(bot, settle_timeout=60) as env:
        channel = env.create_guild("Newsroom").create_text_channel("archive")
        reporter = env.guild.add_member(env.create_user("reporter"))

        async def picture(name: str, result: Any) -> None:
            async with env.preview(channel, viewers=[reporter], width=SIZE[0], height=SIZE[1]) as preview:
                await preview.screenshot(HERE / f"{name}.png", viewer=reporter, target=result.response)

        answer = await reporter.slash(channel, "ask", question=ANSWERED)
        await picture("answer", answer)
        pager = await reporter.click(answer.response, label="Sources")
        await reporter.click(pager.response, label="Next")
        await picture("pager", pager)
        await picture("not-in-the-archive", await reporter.slash(channel, "ask", question=NOT_FOUND))


@asynccontextmanager
async def built_bot(folder: Path) -> AsyncIterator[DatelineBot]:
    """The bot over the shipped articles, which are built first."""
    settings = load_settings({"data_dir": folder, "discord": {"cooldown_s": 0.0}})
    with assemble(settings) as dateline, closing(ConversationStore(folder / "kept.sqlite", b"k" * 32)) as store:
        dateline.rebuild(lambda *_: None)
        desk = Desk(settings.discord.workers, settings.discord.queue, settings.discord.cooldown_s)
        yield DatelineBot(Answering(dateline, store, desk), settings.discord)


def use_chromium(path: str) -> None:
    """Have playwright start the browser at `path`, in a container too, where its sandbox cannot be."""
    launch = BrowserType.launch

    async def launched(self: BrowserType, **options: Any) -> Any:
        return await launch(self, **{**options, "executable_path": path, "args": ["--no-sandbox"]})

    BrowserType.launch = launched


async def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with built_bot(Path(folder)) as bot:
            await take(bot)


if __name__ == "__main__":
    if sys.argv[1:]:
        use_chromium(sys.argv[1])
    asyncio.run(main())
