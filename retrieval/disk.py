"""What a data folder asks of the disk: that a write survives a power cut, sizes, free space, checksums."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
from pathlib import Path


def to_disk(path: Path) -> None:
    """Wait until `path` survives a power cut; a folder too, where the platform can."""
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except PermissionError:
        return
    try:
        os.fsync(descriptor)
    except OSError:
        if not path.is_dir():  # some file systems cannot sync a folder; the rename itself stays atomic
            raise
    finally:
        os.close(descriptor)


def bytes_in(folder: Path) -> int:
    """The size of every file in `folder`; 0 when it is not there, and for a file that a rebuild has just removed."""
    return sum(map(_size, folder.rglob("*")))


def reserve(file: Path) -> None:
    """
    Take the room for all that `file` claims to hold, which a sparse file has not taken yet.

    To be called before it is written through mapped memory, where a full disk does not raise but ends the process.

    Raises:
        OSError: there is no room for it.
    """
    size = file.stat().st_size
    if size and hasattr(os, "posix_fallocate"):  # neither macOS nor Windows has it
        with file.open("r+b") as content:
            os.posix_fallocate(content.fileno(), 0, size)


def free_bytes(folder: Path) -> int:
    """What can still be written in `folder`, or where it would be made."""
    there = next(path for path in (folder, *folder.absolute().parents) if path.is_dir())
    return shutil.disk_usage(there).free


def sha256(file: Path) -> str:
    """
    Raises:
        OSError: it cannot be read.
    """
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _size(path: Path) -> int:
    try:
        found = path.stat()
    except OSError:
        return 0
    return found.st_size if stat.S_ISREG(found.st_mode) else 0
