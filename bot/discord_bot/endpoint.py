"""Which Discord the bot talks to: Discord's own, or one on this machine, for tests. Nothing else gets the token."""

from __future__ import annotations

import ipaddress
from typing import Any

import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from config.errors import SettingsError
from config.settings import DiscordSettings

DISCORD_HOSTS = ("discord.com", "discord.gg", "discordapp.com")


def point_at(settings: DiscordSettings) -> None:
    """
    Use the two addresses of the settings from now on, where they are set.

    Raises:
        SettingsError: only one of them is set, or a host is neither this machine nor Discord.
    """
    if bool(settings.api_base) != bool(settings.gateway_url):
        raise SettingsError("the settings `discord.api_base` and `discord.gateway_url` are set together or not at all")
    if settings.api_base and settings.gateway_url:
        for name, address in (("api_base", settings.api_base), ("gateway_url", settings.gateway_url)):
            if not is_allowed(address):
                raise SettingsError(
                    f"the setting `discord.{name}` names a host that is neither this machine nor Discord"
                )
        Route.BASE = settings.api_base.rstrip("/")
        DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(settings.gateway_url)


def guard(client: discord.Client) -> None:
    """Hold every gateway that the server names itself, to resume or for a shard, to the same rule."""
    connect = client.http.ws_connect

    async def connect_if_allowed(url: str, **options: Any) -> Any:
        if not is_allowed(str(url)):
            raise SettingsError("the server named a gateway that is neither this machine nor Discord")
        return await connect(url, **options)

    client.http.ws_connect = connect_if_allowed  # type: ignore[method-assign]


def is_allowed(address: str) -> bool:
    """
    Whether the host of `address` is this machine or Discord's; with the encryption that Discord's own need.

    Only a literal loopback address and `localhost` count as this machine: a name could be pointed elsewhere.
    """
    try:
        parts = yarl.URL(address)  # as it is parsed where it is used
        host = parts.host or ""
    except ValueError:
        return False
    if parts.user or parts.password:
        return False
    if host == "localhost" or _is_loopback(host):
        return parts.scheme in ("http", "https", "ws", "wss")
    ours = any(host == known or host.endswith(f".{known}") for known in DISCORD_HOSTS)
    return ours and parts.scheme in ("https", "wss")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
