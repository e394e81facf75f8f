"""`dateline discord`: from settings to a running bot, and from a signal to a clean end."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress

import aiohttp
import discord

from bot.assembly import Dateline
from bot.discord_bot.answering import Answering
from bot.discord_bot.client import DatelineBot
from bot.discord_bot.desk import Desk
from bot.discord_bot.endpoint import point_at
from bot.discord_bot.secret import KEY_FILE, load_or_make
from bot.discord_bot.store import CONVERSATIONS_FILE, ConversationStore
from bot.discord_bot.withdrawing import withdraw_answers
from config.errors import DiscordUnreachable, SettingsError

log = logging.getLogger("dateline.discord")

GRACE_S = 4.5
"""For the questions under way when the bot has to leave; apologies, goodbye and threads make 9.5 seconds of it."""
GOODBYE_S = 1.5
AUTHENTICATION_FAILED = 4004
"""The gateway's close code; the REST side raises `LoginFailure`."""
REFUSED = "Discord does not accept the token in the setting `discord.token`"


def run_discord(dateline: Dateline) -> int:
    """
    Run the bot until it is told to stop; the exit code.

    Raises:
        SettingsError: the token is missing or refused, an intent is not granted, an address is not allowed, or the
            language model cannot be set up.
        IndexStateError: there is no index to answer from.
        DiscordUnreachable: Discord cannot be reached at the start.
    """
    settings = dateline.settings.discord
    if settings.token is None:
        raise SettingsError("the setting `discord.token` is missing; the README tells how to get one")
    point_at(settings)
    _log_to_stderr()
    dateline.warm_up()
    if dateline.author:
        dateline.author.prepare()  # raises when it cannot be set up, before anybody can ask
    dateline.index_info()  # raises when nothing can be served, before anybody can ask
    key = load_or_make(dateline.settings.data_dir / KEY_FILE)
    # They may come from a backup, or the list may have been written by hand.
    withdraw_answers(dateline.settings.data_dir, dateline.withdrawn())
    with closing(ConversationStore(dateline.settings.data_dir / CONVERSATIONS_FILE, key)) as store:
        desk = Desk(settings.workers, settings.queue, settings.cooldown_s)
        asyncio.run(_until_told(Answering(dateline, store, desk), desk))
    return 0


async def _until_told(answering: Answering, desk: Desk) -> None:
    """Run until a signal comes or Discord will have it no more; questions under way get their end first."""
    settings = answering.dateline.settings.discord
    assert settings.token is not None  # `run_discord` looked
    client = DatelineBot(answering, settings)
    running = asyncio.ensure_future(client.start(settings.token.get_secret_value()))
    told = asyncio.ensure_future(_signalled())
    await asyncio.wait({running, told}, return_when=asyncio.FIRST_COMPLETED)
    told.cancel()
    # Those who asked can be answered for a while, also when Discord has closed its gateway to the bot.
    by_itself = running.done()
    if not by_itself:
        log.info("leaving: finishing the questions under way")
    await desk.close(GRACE_S)
    # Closed from under it, the gateway would be left as if to come back, and the bot shown as online.
    running.cancel()
    goodbye = asyncio.ensure_future(client.close())
    await asyncio.wait({running, goodbye}, timeout=GOODBYE_S)
    if by_itself:
        with _as_ours():
            running.result()
    if desk.busy or not goodbye.done() or not await _threads_ended():
        # Be it a question or Discord's goodbye, it would keep the process for as long as it takes.
        log.info("left without waiting any longer")
        sys.stderr.flush()
        os._exit(0)


async def _threads_ended() -> bool:
    """Whether the event loop's own threads come to an end in time."""
    ending = asyncio.ensure_future(asyncio.get_running_loop().shutdown_default_executor())
    await asyncio.wait({ending}, timeout=GOODBYE_S)
    return ending.done()


async def _signalled() -> None:
    """Returns on SIGTERM and Ctrl-C; any that follow change nothing."""
    event = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        with suppress(NotImplementedError):  # Windows stops with KeyboardInterrupt
            asyncio.get_running_loop().add_signal_handler(number, event.set)
    await event.wait()


@contextmanager
def _as_ours() -> Iterator[None]:
    """Why Discord does not let the bot in, or any longer, in Dateline's own errors."""
    try:
        yield
    except discord.PrivilegedIntentsRequired as exc:
        raise SettingsError(
            "the setting `discord.message_content` is on, but the intent is not; switch it on in Discord's "
            "developer portal (Bot, Message Content Intent), or the setting off"
        ) from exc
    except discord.LoginFailure as exc:
        raise SettingsError(REFUSED) from exc
    except discord.ConnectionClosed as exc:
        if exc.code == AUTHENTICATION_FAILED:
            raise SettingsError(REFUSED) from exc
        raise DiscordUnreachable("Discord", f"the connection was closed for good (code {exc.code})") from exc
    except (discord.HTTPException, discord.GatewayNotFound, aiohttp.ClientError, OSError) as exc:
        raise DiscordUnreachable("Discord", f"it cannot be reached ({exc})") from exc


def _log_to_stderr() -> None:
    """One line an event, with its time; of the libraries only what an operator has to know."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)-7s %(message)s"))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger("dateline").setLevel(logging.INFO)
    # It logs who typed what option where, when Discord is no longer waiting for an offer.
    logging.getLogger("discord.app_commands.tree").setLevel(logging.CRITICAL)
    # It says that voice will not work, which is never asked of it.
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
