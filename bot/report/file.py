"""Where a report goes: a file that is there whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from config.errors import UsageError


class ReportFile:
    """
    A file to be written at the end of something long; entering it shows at once whether that will be possible.

    Until `write` puts the page in the place of `path`, its folder holds an empty file that is removed on leaving.
    """

    def __init__(self, path: Path, not_over: Iterable[Path] = ()) -> None:
        """`not_over` are files that the report must not replace, as those that it is made from."""
        self.path = path
        self._not_over = tuple(not_over)

    def __enter__(self) -> Self:
        """
        Raises:
            UsageError: the file cannot be written.
        """
        try:
            # A link stays a link: what it points to is replaced.
            target = self.path.expanduser().resolve()
            if target.exists() and not target.is_file():
                raise UsageError(f"{self.path} cannot be written: it is {_what(target)}")
            if any(target == other.expanduser().resolve() for other in self._not_over):
                raise UsageError(f"{self.path} holds the questions; the report needs a file of its own")
            self._target = target
            self._part = target.with_name(f".dateline-{os.getpid()}.part")
            self._part.touch()
        except (OSError, RuntimeError, ValueError) as exc:
            raise self._unwritable(exc) from exc
        return self

    def write(self, page: str) -> None:
        """
        Put `page` in the file's place, in one step.

        Raises:
            UsageError: the file cannot be written any more; what stood in its place still does.
        """
        try:
            with self._part.open("w", encoding="utf-8", newline="\n") as part:
                part.write(page)
                part.flush()
                os.fsync(part.fileno())
            self._part.replace(self._target)
        except OSError as exc:
            raise self._unwritable(exc) from exc

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._part.unlink(missing_ok=True)

    def _unwritable(self, exc: Exception) -> UsageError:
        reason = (exc.strerror if isinstance(exc, OSError) else None) or str(exc)
        return UsageError(f"{self.path} cannot be written: {reason.lower()}")


def _what(path: Path) -> str:
    return "a folder" if path.is_dir() else "no regular file"
