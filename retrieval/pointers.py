"""
The two pointers of a data folder: to the generation that serves, and to the one that served before it.

    <data dir>/current             one line, a generation's id
    <data dir>/previous            the same
    <data dir>/previous.new        what `previous` becomes, while `current` moves

Every file is replaced in one step, so a crash leaves each of them whole; and because `previous.new` counts as soon as
`current` is another one, no moment between the steps names a wrong pair.
"""

from __future__ import annotations

import re
from pathlib import Path

from config.errors import DataFolderUnusable, IndexDamaged, IndexMissing
from retrieval.disk import to_disk

ID = re.compile(r"[\w-]+")
"""What a generation can be named."""


class Pointers:
    """The pointers of one data folder. Only whoever holds the writer's lock may move them."""

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir
        self._current, self._previous, self._next = (
            data_dir / name for name in ("current", "previous", "previous.new")
        )

    def current(self) -> str:
        """
        Raises:
            IndexMissing: nothing has been published here.
            IndexDamaged: the pointer cannot be understood, or is lost.
            DataFolderUnusable: the data folder cannot be read.
        """
        try:
            named = _read(self._current)
        except OSError as exc:
            raise unusable(self._data_dir, exc) from exc
        if named is None and not self._current.exists():
            if self.previous() is None:
                raise IndexMissing(self._data_dir)
            raise IndexDamaged(None, "the pointer `current` is missing")
        if named is None:
            raise IndexDamaged(None, "the pointer `current` names no generation")
        return named

    def previous(self) -> str | None:
        """The one that served before; None when there was none, or when it is not known."""
        try:
            current = _read(self._current)
            named = (_read(file) for file in (self._next, self._previous))
            return next((id_ for id_ in named if id_ and id_ != current), None)
        except OSError:
            return None

    def move(self, current: str, previous: str | None) -> None:
        """Let `current` serve, and `previous` be the one before it."""
        if previous:
            _write(self._next, previous)
        _write(self._current, current)
        self._settle(previous)

    def set_previous(self, previous: str | None) -> None:
        """Let `previous` be the one before the one that serves; None: there is none."""
        if previous:
            _write(self._next, previous)
        self._settle(previous)

    def _settle(self, previous: str | None) -> None:
        if previous:
            self._next.replace(self._previous)
        else:
            for file in (self._next, self._previous):
                file.unlink(missing_ok=True)
        to_disk(self._data_dir)


def unusable(data_dir: Path, exc: OSError) -> DataFolderUnusable:
    return DataFolderUnusable(f"the data folder {data_dir} cannot be used: {(exc.strerror or str(exc)).lower()}")


def _read(file: Path) -> str | None:
    """The id in `file`; None when it is not there or holds none."""
    try:
        named = file.read_text(encoding="utf-8").strip()
    except (FileNotFoundError, UnicodeDecodeError):
        return None
    return named if ID.fullmatch(named) else None


def _write(file: Path, id_: str) -> None:
    part = file.with_name(file.name + ".part")
    part.write_text(id_ + "\n", encoding="utf-8")
    to_disk(part)
    part.replace(file)
    to_disk(file.parent)
