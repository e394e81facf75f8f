"""
Immutable generations, the one that serves and the one that served before, and the writer's lock.

    <data dir>/current, previous          the pointers: one line, a generation's id
    <data dir>/generations/<id>/          manifest.json, chroma/, lexical/, articles.sqlite
    <data dir>/work/                      a rebuild that is not finished
    <data dir>/rebuild.lock, .holder      who is writing

Nothing is added to or taken from a generation that readers use; a pointer moves by one atomic rename.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from config.errors import DataFolderUnusable, IndexBusy, IndexDamaged, IndexNewer, IndexOlder, IndexStateError
from retrieval.disk import bytes_in, free_bytes, to_disk
from retrieval.leases import GOING, Lease, remove_unless_leased, remove_when_free
from retrieval.manifest import MANIFEST_FILE, Manifest, check_file, read_manifest, write_manifest
from retrieval.pointers import ID, Pointers, unusable

__all__ = ["Generations", "Manifest"]

LOCK_WAIT_S = 1.0
"""Whoever only looks at the lock, as `status` does, holds it for a moment; that is no other writer."""
LOCK_TRY_EVERY_S = 0.01
"""Often, so that even those who look without a pause leave one of the tries free."""
READERS_WAIT_S = 10.0
"""How long the removal of a text that must go waits for questions under way; an idle bot holds its lease for hours."""


class Generations:
    """The generations of one data folder. Reading needs no lock; whatever changes something only within `writing()`."""

    def __init__(self, data_dir: Path) -> None:
        self.data_dir = data_dir
        self._pointers = Pointers(data_dir)
        self._root = data_dir / "generations"
        self._lock_file = data_dir / "rebuild.lock"
        self._holder_file = data_dir / "rebuild.holder"

    def current_id(self) -> str:
        """
        Raises:
            IndexMissing: nothing has been published here.
            IndexDamaged: the pointer cannot be understood, or is lost.
            DataFolderUnusable: the data folder cannot be read.
        """
        return self._pointers.current()

    def served_id(self) -> str | None:
        """As `current_id`, None instead of an error."""
        try:
            return self.current_id()
        except (IndexStateError, DataFolderUnusable):
            return None

    def previous_id(self) -> str | None:
        """The generation that served before the one that serves; None when there is none, or it is not on disk."""
        id_ = self._pointers.previous()
        return id_ if id_ and self.folder(id_).is_dir() else None

    def folder(self, generation: str) -> Path:
        return self._root / generation

    def manifest(self, generation: str) -> Manifest:
        """
        Raises:
            IndexDamaged: the manifest is missing, cannot be read, or is not as it was written.
            IndexNewer, IndexOlder: another version of Dateline wrote it.
        """
        return read_manifest(self.folder(generation))

    def remembered(self) -> dict[str, Any] | None:
        """
        What the serving generation's manifest says, or else another's, of whatever format and however incomplete.

        For a rebuild, which cures what no reader can read. None when no manifest can be read.
        """
        for generation in (self.served_id(), self.previous_id(), *reversed(self.kept())):
            try:
                fields = json.loads((self.folder(generation or "") / MANIFEST_FILE).read_text(encoding="utf-8"))
            except (OSError, ValueError):
                continue
            if isinstance(fields, dict) and "corpus" in fields:
                return fields
        return None

    def check(self, generation: str, only: str = "*") -> None:
        """
        Compare the files that a publication leaves as they are with their checksums; `only` names some of them.

        Raises:
            IndexDamaged: one is missing or is not as it was written, which the error names; so is the manifest.
            IndexNewer, IndexOlder: another version of Dateline wrote it.
        """
        for name, expected in self.manifest(generation).files.items():
            if fnmatch(name, only):
                check_file(self.folder(generation), name, expected)

    def kept(self) -> list[str]:
        """The ids of the generations on disk, oldest first."""
        folders = [path for path in self._root.iterdir() if path.is_dir()] if self._root.is_dir() else []
        return sorted(path.name for path in folders if ID.fullmatch(path.name))

    def lease(self, generation: str) -> Lease:
        """
        Keeps the generation on disk until the lease is closed, in whatever process another one is published.

        Raises:
            IndexDamaged: it is not there, or is being removed.
        """
        try:
            return Lease(self.folder(generation) / MANIFEST_FILE)
        except OSError as exc:
            raise IndexDamaged(generation, f"it cannot be read ({exc})") from exc

    def new_id(self) -> str:
        """An id that sorts by time: `20261121T093000Z-1f3a`, the last part counting 65,536ths of the second."""
        now = datetime.now(UTC)
        return f"{now:%Y%m%dT%H%M%SZ}-{now.microsecond * 0x10000 // 1_000_000:04x}"

    @contextmanager
    def writing(self) -> Iterator[Path]:
        """
        The work folder, with whatever an earlier rebuild left in it, while this process alone may write.

        Raises:
            IndexBusy: another process is writing.
            DataFolderUnusable: the data folder cannot be written.
        """
        work = self.data_dir / "work"
        try:
            self._root.mkdir(parents=True, exist_ok=True)
            with FileLock(self._lock_file, timeout=LOCK_WAIT_S, poll_interval=LOCK_TRY_EVERY_S):
                self._holder_file.write_text(
                    f"process {os.getpid()} on {socket.gethostname()}, since {datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC",
                    encoding="utf-8",
                )
                work.mkdir(exist_ok=True)
                for folder in (self.data_dir, self._root, work):
                    if not os.access(folder, os.W_OK):  # now, and not after all the work
                        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))
                self._prune()
                yield work
        except Timeout:
            raise IndexBusy(self._holder()) from None
        except OSError as exc:
            if self._refused(exc):
                raise unusable(self.data_dir, exc) from exc
            raise

    def writer(self) -> str | None:
        """Who is writing and since when, as that process wrote it down; None when nobody is."""
        try:
            Lease(self._lock_file).close()
        except BlockingIOError:
            return self._holder()
        except OSError:
            pass  # nobody ever wrote here
        return None

    def wait_for_writer(self) -> None:
        """Return once no process is writing; at once when none is."""
        with FileLock(self._lock_file):
            pass

    def publish(self, finished: Path, manifest: Manifest) -> None:
        """
        Turn the finished folder into generation `manifest.id` and point to it; the one that served stays beside it.

        All others are removed, among them one that a crash left between its renaming and the move of the pointer;
        one that is still being read goes with a later publication.
        """
        before = self._before()
        self._finish(finished, manifest)
        self._pointers.move(manifest.id, before)
        self._prune()

    def serve_previous(self) -> None:
        """Exchange the one that serves and the one before it, which must be there; nothing is looked at before."""
        previous = self.previous_id()
        assert previous
        self._pointers.move(previous, self.served_id())

    def replace_served(self, finished: Path, manifest: Manifest) -> None:
        """
        Put the finished folder in the place of the generation that serves, which is removed; the one before it stays.

        For a text that must leave the disk: see `remove`.
        """
        old = self.current_id()
        self._finish(finished, manifest)
        self._pointers.move(manifest.id, self.previous_id())
        self.remove(old, READERS_WAIT_S)

    def replace_previous(self, finished: Path | None, manifest: Manifest | None) -> None:
        """
        Put the finished folder in the place of the generation that served before, which is removed.

        None and None only removes it. For a text that must leave the disk: see `remove`.
        """
        old = self.previous_id()
        if finished and manifest:
            self._finish(finished, manifest)
        self._pointers.set_previous(manifest.id if manifest else None)
        if old:
            self.remove(old, READERS_WAIT_S)

    def remove(self, generation: str, wait_s: float) -> bool:
        """
        Remove a generation that no pointer names, after `wait_s` seconds even under its readers; whether it is gone.

        True too when it was not there.
        """
        return remove_when_free(self.folder(generation), MANIFEST_FILE, wait_s)

    def disk_bytes(self) -> int:
        """The size of everything in the data folder."""
        return bytes_in(self.data_dir)

    def free_bytes(self) -> int:
        """What the disk of the data folder still takes."""
        return free_bytes(self.data_dir)

    def generation_bytes(self, generation: str) -> int:
        return bytes_in(self.folder(generation))

    def unfinished_bytes(self) -> int:
        """The size of what a rebuild that runs, or was interrupted, has in the work folder."""
        return bytes_in(self.data_dir / "work")

    def _holder(self) -> str:
        try:
            return self._holder_file.read_text(encoding="utf-8") or "unknown process"
        except (OSError, ValueError):
            return "unknown process"

    def _before(self) -> str | None:
        """The generation to go back to when another one is published now."""
        served = self.served_id()
        try:
            if served:
                self.check(served)
                return served
        except (IndexNewer, IndexOlder):
            return served  # of use to the version that wrote it
        except IndexDamaged:
            pass  # it can be of no use to anybody, and the one before it may be
        return self.previous_id()

    def _finish(self, finished: Path, manifest: Manifest) -> None:
        write_manifest(finished, manifest)
        for path in (*finished.rglob("*"), finished):
            to_disk(path)
        finished.rename(self.folder(manifest.id))
        to_disk(self._root)

    def _prune(self) -> None:
        """Remove all but the one that serves and the one before it, unless they are being read."""
        served = self.served_id()
        if served is None or not self.folder(served).is_dir():
            return  # any of them may be what a person wants back
        # Not by age: a clock that was set back would have the new one removed.
        for generation in set(self.kept()) - {served, self.previous_id()}:
            remove_unless_leased(self.folder(generation), MANIFEST_FILE)
        for left in self._root.glob(f"*{GOING}"):
            shutil.rmtree(left, ignore_errors=True)

    def _refused(self, exc: OSError) -> bool:
        """Whether it was the data folder that could not be written; it may have been a file of the corpus."""
        in_it = not exc.filename or Path(os.fsdecode(exc.filename)).is_relative_to(self.data_dir)
        return in_it and exc.errno in (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST)
