"""Room on disk: what a full one looks like through the libraries, and the one error that says so."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from config.errors import DiskFull
from retrieval.disk import free_bytes

_ERRNOS = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_WORDS = ("database or disk is full", "no space left", "disk quota exceeded", "file too large")
"""How SQLite, Chroma and the operating system put it; only the last gives its number along."""
_VAGUE_WORDS = ("disk i/o error", "failed to apply logs")
"""What SQLite says when it finds no room for its log's index, and Chroma when it finds none for its graph."""
LITTLE_BYTES = 16_000_000
"""So little is left on a disk where vague words mean that it is full: whoever failed has given back what he took."""


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
        free = free_bytes(folder)
        if any(_is_full(cause, free) for cause in _chain(exc)):
            raise DiskFull(folder, free) from exc
        raise


def _is_full(exc: BaseException, free: int) -> bool:
    if isinstance(exc, OSError) and exc.errno in _ERRNOS:
        return True
    words = _WORDS + (_VAGUE_WORDS if free < LITTLE_BYTES else ())
    return any(said in str(exc).lower() for said in words)


def _chain(exc: BaseException | None) -> Iterator[BaseException]:
    while exc:
        yield exc
        exc = exc.__cause__ or exc.__context__
