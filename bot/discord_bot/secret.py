"""The key that turns Discord's ids into keyed hashes: whoever has only the conversations learns nobody's id."""

from __future__ import annotations

import hmac
import os
import secrets
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Literal

from config.errors import ConversationsUnusable

KEY_FILE = "discord.key"
"""Its name in the data folder."""
KEY_BYTES = 32
HASH_BYTES = 16
"""128 bits: nobody finds two ids with one hash, and a key keeps all ids from being tried."""

Kind = Literal["person", "place", "message", "key"]
"""What an id is of; "key" is for recognising the key itself."""


def keyed_hash(key: bytes, kind: Kind, id_: int) -> str:
    """The id as it may be kept, in hex. The kinds are apart: a person and a place of one number have two hashes."""
    return hmac.digest(key, f"{kind}:{id_}".encode(), "sha256")[:HASH_BYTES].hex()


def load_or_make(file: Path) -> bytes:
    """
    The key in `file`, which is made when it is not there, for its owner alone to read.

    Processes that start together end with the same key, and none of them sees half of one.

    Raises:
        ConversationsUnusable: the file cannot be read or made, or holds no key.
    """
    try:
        return _loaded(file)
    except FileNotFoundError:
        pass
    except OSError as exc:
        raise _unusable(file, exc) from exc
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        _make(file)
        return _loaded(file)
    except OSError as exc:
        raise _unusable(file, exc) from exc


def _loaded(file: Path) -> bytes:
    key = file.read_bytes()
    if len(key) != KEY_BYTES:
        raise ConversationsUnusable(f"{file} is damaged: it has {len(key)} bytes, and a key has {KEY_BYTES}")
    return key


def _make(file: Path) -> None:
    descriptor, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)  # mode 0600
    new = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as out:
            out.write(secrets.token_bytes(KEY_BYTES))
            out.flush()
            os.fsync(out.fileno())
        with suppress(FileExistsError):
            os.link(new, file)  # unlike a rename, it never replaces the key that another process has made meanwhile
    finally:
        new.unlink()


def _unusable(file: Path, exc: OSError) -> ConversationsUnusable:
    return ConversationsUnusable(f"the key {file} cannot be read or made: {(exc.strerror or str(exc)).lower()}")
