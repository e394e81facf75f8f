"""The shipped bot as a process of its own, with nothing of it in this one."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import IO

from tests.wire.server import WireDiscord

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-c", "from bot.cli import main; main()", "discord"]
START_S = 120.0
"""Until it has a session, on a busy machine: most of it is imports."""
EXIT_S = 10.0
"""From SIGTERM to the end: what the bot promises."""


class BotProcess:
    """`output` and `errors` can be read at any time; they are files, so no pipe can fill and stop the bot."""

    def __init__(self, process: subprocess.Popen[bytes], output: Path, errors: Path) -> None:
        self._process = process
        self._output = output
        self._errors = errors
        self._exit = asyncio.create_task(asyncio.to_thread(process.wait))

    @property
    def output(self) -> str:
        return self._output.read_text(encoding="utf-8")

    @property
    def errors(self) -> str:
        return self._errors.read_text(encoding="utf-8")

    @property
    def running(self) -> bool:
        return not self._exit.done()

    def terminate(self) -> None:
        self._process.send_signal(signal.SIGTERM)

    async def exit_code(self, timeout_s: float = EXIT_S) -> int:
        """
        The code that the process ended with, negative for a signal.

        Raises:
            AssertionError: it runs on after `timeout_s`.
        """
        done, _ = await asyncio.wait({self._exit}, timeout=timeout_s)
        assert done, f"still running after {timeout_s} s\n{self.errors}"
        return self._exit.result()

    async def ready(self, discord: WireDiscord, timeout_s: float = START_S) -> None:
        """Wait until it has a session and its commands are known; an earlier exit is an error at once."""
        up = asyncio.create_task(
            discord.wait_for(lambda: discord.gateway.connected and discord.rest.commands, timeout_s)
        )
        await asyncio.wait({up, self._exit}, return_when=asyncio.FIRST_COMPLETED)
        if not self.running:
            up.cancel()
            raise AssertionError(f"the bot ended with {self._exit.result()}\n{self.errors}")
        await up

    async def kill(self) -> None:
        """The end of it whatever it does; this process only."""
        if self.running:
            self._process.kill()
        await self._exit


@asynccontextmanager
async def running_bot(
    discord: WireDiscord, data_dir: Path, *, ready: bool = True, **settings: str
) -> AsyncIterator[BotProcess]:
    """
    A bot on `discord`, killed at the end of the block if it still runs.

    Args:
        data_dir: its own; two bots do not share one.
        ready: wait until it is connected; False where it is expected to give up.
        settings: `discord.*` settings, as the environment spells their values: `message_content="true"`.
    """
    wanted = {"token": discord.token, "api_base": discord.api_base, "gateway_url": discord.gateway_url, **settings}
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "NO_COLOR": "1",
        "DATELINE_DATA_DIR": str(data_dir),
        **{f"DATELINE_DISCORD__{name.upper()}": value for name, value in wanted.items()},
    }
    output, errors = _fresh(data_dir, "out"), _fresh(data_dir, "err")
    with output.open("wb") as out, errors.open("wb") as err:
        process = _start(environment, out, err)
    bot = BotProcess(process, output, errors)
    try:
        if ready:
            await bot.ready(discord)
        yield bot
    except BaseException as error:
        error.add_note(f"the bot's standard error:\n{bot.errors}")
        raise
    finally:
        await bot.kill()


def _start(environment: dict[str, str], out: IO[bytes], err: IO[bytes]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(COMMAND, stdin=subprocess.DEVNULL, stdout=out, stderr=err, env=environment, cwd=ROOT)


def _fresh(data_dir: Path, ending: str) -> Path:
    """A file beside the data folder that no earlier bot wrote."""
    number = len(list(data_dir.parent.glob(f"bot-*.{ending}")))
    return data_dir.parent / f"bot-{number}.{ending}"
