"""
A file's bytes and text, as far as they can be had: regular files only, never more than is wanted.

What stands in the way is told in words for a person who knows files and no Python.
"""

from __future__ import annotations

import errno
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from config.errors import ArticleFormatError
from corpus.types import Problem, Report

_BOM = b"\xef\xbb\xbf"
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_ATTEMPTS = 3  # at a file that another program writes meanwhile; such a writer needs moments, and a rebuild goes on

CUT_SHORT = "cut short or still being written"
"""What is said of a file that ends too early: nothing tells the two apart, and the next rebuild reads it again."""


@contextmanager
def watched(path: Path, report: Report) -> Iterator[BinaryIO]:
    """
    A long file to be read as a stream; when another program writes, replaces or removes it meanwhile, that is reported.

    Raises:
        OSError: it cannot be opened.
        ArticleFormatError: it is no regular file.
    """
    before = _state(path)
    with path.open("rb") as file:
        yield file
    try:
        if _state(path) != before:
            report(Problem(path, None, "changed while it was read; the next rebuild reads it again", skipped=False))
    except (OSError, ArticleFormatError):
        reason = "vanished while it was read; its articles are kept until the next rebuild"
        report(Problem(path, None, reason, skipped=False))


def whole_text(path: Path, most_bytes: int, too_long_for: str) -> str:
    """
    The text of a file as it stood at one moment; "" when it is empty.

    Raises:
        OSError: it cannot be read.
        ArticleFormatError: it is no regular file, is longer than `most_bytes`, is no UTF-8 text, or is written faster
            than it is read.
    """
    for _ in range(_ATTEMPTS):
        before = _state(path)
        with path.open("rb") as file:
            data = file.read(most_bytes + 1)
        if len(data) > most_bytes:
            raise ArticleFormatError(path, None, too_long("the file", most_bytes, too_long_for))
        if _state(path) == before:
            refuse_utf_16(data, path)
            return decoded(data, path, None)
    raise ArticleFormatError(path, None, "changes while it is read; the next rebuild tries again")


def refuse_utf_16(data: bytes, path: Path) -> None:
    """Raises ArticleFormatError when a file that begins with `data` is in another encoding, and says so."""
    if data.startswith(_UTF_16_MARKS):
        raise ArticleFormatError(path, None, "is UTF-16, not UTF-8")


def decoded(data: bytes, path: Path, line: int | None) -> str:
    """The text of `data`, UTF-8 with or without its mark; anything else raises ArticleFormatError with the place."""
    data = data.removeprefix(_BOM)
    if b"\0" in data:
        raise ArticleFormatError(path, line, "is binary, not text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as exc:
        lines_before = data.count(b"\n", 0, exc.start)
        at = exc.start - (data.rfind(b"\n", 0, exc.start) + 1) + 1
        where = lines_before + 1 if line is None else line
        reason = f"is not UTF-8: byte {at} of the line is 0x{data[exc.start]:02x}"
        if exc.reason == "unexpected end of data":
            reason += f"; the file ends there, perhaps {CUT_SHORT}"
        raise ArticleFormatError(path, where, reason) from None


def is_blank(data: bytes) -> bool:
    """Whether nothing but blanks, line ends and a UTF-8 mark is there."""
    return not data.removeprefix(_BOM).strip()


def too_long(what: str, most_bytes: int, for_what: str) -> str:
    return f"{what} is longer than {_size(most_bytes)}, too long for {for_what}"


def obstacle(exc: OSError, path: Path) -> str:
    """Why `path` could not be read, as the end of a sentence that begins with its name."""
    if isinstance(exc, FileNotFoundError):
        return "is a link that leads nowhere" if path.is_symlink() else "vanished before it was read"
    if isinstance(exc, PermissionError):
        return "may not be read: permission denied"
    if exc.errno == errno.ELOOP:
        return "is a link that leads back to itself"
    return f"cannot be read: {(exc.strerror or 'the system does not say why').lower()}"


def _state(path: Path) -> tuple[int, ...]:
    """
    What is another tuple once the file was written or replaced.

    A folder, a pipe or a device raises ArticleFormatError: the latter two would be waited for without end.
    """
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise ArticleFormatError(path, None, "is not a regular file")
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def _size(count: int) -> str:
    return f"{count // 1024**2} MiB" if count >= 1024**2 else f"{count // 1024} KiB"
