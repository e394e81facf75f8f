"""Room on disk: what a full one looks like through the libraries, and the one error that says so."""

from __future__ import annotations

import errno
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from config.errors import DiskFull
from retrieval.disk import free_bytes

_ERRNOS = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_WORDS = ("database or disk is full", "no space left", "disk quota exceeded", "file too large")
"""How SQLite, Chroma and the operating system put it; only the last gives its number along."""
_VAGUE_WORDS = ("disk i/o error", "failed to apply logs")
"""What SQLite says of a quota and of no room for its log's index, and Chroma of no room for its graph."""
_TRIED_BYTES = 16_000_000
"""What a disk must still take for vague words to mean something else: whoever failed has given back what he took."""


@contextmanager
def disk_full_told(folder: Path) -> Iterator[None]:
    """
    Raises:
        DiskFull: in the place of whatever failed inside because the disk of `folder` had no room left.
    """
    try:
        yield
    except DiskFull:
        raise  # told further inside, when less was free
    except Exception as exc:
        if is_full(exc, folder):
            raise DiskFull(folder, free_bytes(folder)) from exc
        raise


def is_full(exc: BaseException, folder: Path) -> bool:
    """Whether `exc`, or what it came from, says that the disk of `folder` has no room left."""
    causes = list(_chain(exc))
    return any(map(_says_full, causes)) or (any(map(_may_say_full, causes)) and not _has_room(folder))


def _says_full(exc: BaseException) -> bool:
    if isinstance(exc, OSError) and exc.errno in _ERRNOS:
        return True
    return any(words in str(exc).lower() for words in _WORDS)


def _may_say_full(exc: BaseException) -> bool:
    return any(words in str(exc).lower() for words in _VAGUE_WORDS)


def _has_room(folder: Path) -> bool:
    """Whether `folder` takes a file of some size, which a quota or a limit may forbid though the disk has room."""
    try:
        with tempfile.TemporaryFile(dir=folder) as tried:
            tried.write(bytes(_TRIED_BYTES))
    except OSError as exc:
        return exc.errno not in _ERRNOS
    return True


def _chain(exc: BaseException | None) -> Iterator[BaseException]:
    while exc:
        yield exc
        exc = exc.__cause__ or exc.__context__
