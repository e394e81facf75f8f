"""
Who reads a folder: leases, shared between processes, that keep it from being removed.

Chroma opens its files again in the middle of its work, so that a folder which is removed under a reader fails its
next question. A lease is a shared lock of the operating system on a file of the folder: nothing is left behind by a
process that is killed. Where there are none (Windows), an open file itself keeps its folder from being renamed.
"""

from __future__ import annotations

import os
import shutil
import time
from contextlib import suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

GOING = ".going"
"""The suffix of a folder on its way out, which a crash may leave."""
LOOK_EVERY_S = 0.05


class Lease:
    """
    A folder in use, from now until `close`. `file` is a file in it that stays as it is.

    Raises:
        BlockingIOError: someone holds the file for himself, as who removes the folder does.
        OSError: the folder is gone.
    """

    def __init__(self, file: Path) -> None:
        self._descriptor = os.open(file, os.O_RDONLY)
        try:
            if fcntl:
                fcntl.flock(self._descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
            file.stat()  # between opening and locking it may have been removed
        except OSError:
            os.close(self._descriptor)
            raise

    def close(self) -> None:
        os.close(self._descriptor)


def remove_unless_leased(folder: Path, file: str) -> bool:
    """Remove `folder`, unless someone holds a lease on its `file` or on anything else in it; whether it is gone."""
    descriptor = None
    try:
        if fcntl and (folder / file).is_file():
            descriptor = os.open(folder / file, os.O_RDONLY)
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return remove(folder)
    except OSError:
        return False
    finally:
        if descriptor is not None:
            os.close(descriptor)


def remove_when_free(folder: Path, file: str, wait_s: float) -> bool:
    """
    Remove `folder` as soon as no lease on its `file` is held, after `wait_s` seconds all the same; whether it is gone.

    Whoever still reads it then fails in the middle of a question.
    """
    end = time.monotonic() + wait_s
    while not (gone := remove_unless_leased(folder, file)) and time.monotonic() < end:
        time.sleep(LOOK_EVERY_S)
    return gone or remove(folder)


def remove(folder: Path) -> bool:
    """Remove `folder`, which is renamed first, in one step, so that nobody finds half of it; whether it is gone."""
    going = folder.with_name(folder.name + GOING)
    with suppress(OSError):
        shutil.rmtree(going, ignore_errors=True)  # a crash may have left one
        with suppress(FileNotFoundError):
            folder.rename(going)
        shutil.rmtree(going, ignore_errors=True)
    return not folder.exists() and not going.exists()
