"""
Immutable generations, the pointer to the one that serves, and the writer's lock.

    <data dir>/current                    the pointer: one line, a generation's id
    <data dir>/generations/<id>/          manifest.json, chroma/, lexical/, articles.sqlite
    <data dir>/work/                      a rebuild that is not finished
    <data dir>/rebuild.lock, .holder      who is rebuilding

Nothing is added to or taken from a generation that readers use; the pointer moves by one atomic rename.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from config.errors import IndexBusy, IndexDamaged, IndexMismatch, IndexMissing, SettingsError
from retrieval.leases import GOING, Lease, remove_unless_leased
from retrieval.types import IndexInfo

FORMAT = 1
"""The layout of a generation; one with another number was written by another version of Dateline."""
MANIFEST = "manifest.json"
_ID = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class Manifest:
    """
    What a generation is and what built it. `corpus` is a path, or None for the articles that ship with Dateline.

    `built_with` holds the identity of each part whose change makes the generation another one: the embedder, the
    cleaner, the chunker, the terms.
    """

    id: str
    built_at: str
    corpus: str | None
    built_with: dict[str, str]
    dimension: int
    articles: int
    passages: int
    newest_published: str | None
    format: int = FORMAT

    def mismatches(self, wanted: Mapping[str, str]) -> list[IndexMismatch]:
        """An error for each part of `wanted` that this generation was not built with; none when it fits."""
        return [
            IndexMismatch(f"the {part}", self.built_with.get(part, "an unknown one"), identity)
            for part, identity in wanted.items()
            if self.built_with.get(part) != identity
        ]

    def info(self) -> IndexInfo:
        newest = date.fromisoformat(self.newest_published) if self.newest_published else None
        return IndexInfo(self.id, datetime.fromisoformat(self.built_at), self.articles, self.passages, newest)


class Generations:
    """The generations of one data folder. Reading needs no lock; `publish` and `work` only within `writing()`."""

    def __init__(self, data_dir: Path) -> None:
        self.data_dir = data_dir
        self._pointer = data_dir / "current"
        self._root = data_dir / "generations"

    def current_id(self) -> str:
        """
        Raises:
            IndexMissing: nothing has been published here.
            IndexDamaged: the pointer cannot be understood.
            SettingsError: the data folder cannot be read.
        """
        try:
            id_ = self._pointer.read_text(encoding="utf-8").strip()
            if not _ID.fullmatch(id_):
                raise IndexDamaged("unknown", "the pointer `current` names no generation")
            return id_
        except UnicodeDecodeError as exc:
            raise IndexDamaged("unknown", "the pointer `current` names no generation") from exc
        except FileNotFoundError:
            raise IndexMissing(self.data_dir) from None
        except OSError as exc:
            raise self._unusable(exc) from exc

    def folder(self, generation: str) -> Path:
        return self._root / generation

    def manifest(self, generation: str) -> Manifest:
        """
        Raises:
            IndexDamaged: the manifest is missing, is not readable, or is of another format.
        """
        try:
            fields = json.loads((self.folder(generation) / MANIFEST).read_text(encoding="utf-8"))
            # First of all: another format may have other fields.
            if fields["format"] != FORMAT:
                raise IndexDamaged(generation, f"its format is {fields['format']}, and this version reads {FORMAT}")
            manifest = Manifest(**fields)
            manifest.info()
        except (OSError, LookupError, ValueError, TypeError) as exc:
            raise IndexDamaged(generation, f"its manifest cannot be read ({exc})") from exc
        return manifest

    def remembered(self) -> dict[str, Any] | None:
        """
        What the serving generation's manifest says, or else another's, of whatever format and however incomplete.

        For a rebuild, which cures what no reader can read. None when no manifest can be read.
        """
        for generation in (self._served(), *reversed(self.kept())):
            try:
                fields = json.loads((self.folder(generation or "") / MANIFEST).read_text(encoding="utf-8"))
            except (OSError, ValueError):
                continue
            if isinstance(fields, dict) and "corpus" in fields:
                return fields
        return None

    def kept(self) -> list[str]:
        """The ids of the generations on disk, oldest first."""
        folders = [path for path in self._root.iterdir() if path.is_dir()] if self._root.is_dir() else []
        return sorted(path.name for path in folders if _ID.fullmatch(path.name))

    def lease(self, generation: str) -> Lease:
        """
        Keeps the generation on disk until the lease is closed, in whatever process another one is published.

        Raises:
            IndexDamaged: it is not there, or is being removed.
        """
        try:
            return Lease(self.folder(generation) / MANIFEST)
        except OSError as exc:
            raise IndexDamaged(generation, f"it cannot be read ({exc})") from exc

    def new_id(self) -> str:
        """An id that sorts by time: `20261121T093000Z-1f3a`, the last part counting 65,536ths of the second."""
        now = datetime.now(UTC)
        return f"{now:%Y%m%dT%H%M%SZ}-{now.microsecond * 0x10000 // 1_000_000:04x}"

    @contextmanager
    def writing(self) -> Iterator[Path]:
        """
        The empty work folder, while this process alone may write; what is left in it afterwards is removed.

        Raises:
            IndexBusy: another process is writing.
            SettingsError: the data folder cannot be written.
        """
        try:
            self._root.mkdir(parents=True, exist_ok=True)
        except OSError as exc:
            raise self._unusable(exc) from exc
        lock = FileLock(self.data_dir / "rebuild.lock", timeout=0)
        holder = self.data_dir / "rebuild.holder"
        try:
            with lock:
                holder.write_text(
                    f"process {os.getpid()} on {socket.gethostname()}, since {datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC",
                    encoding="utf-8",
                )
                work = self.data_dir / "work"
                shutil.rmtree(work, ignore_errors=True)
                work.mkdir()
                try:
                    yield work
                finally:
                    shutil.rmtree(work, ignore_errors=True)
        except PermissionError as exc:
            raise self._unusable(exc) from exc
        except Timeout:
            raise IndexBusy(holder.read_text(encoding="utf-8") if holder.exists() else "unknown process") from None

    def wait_for_writer(self) -> None:
        """Return once no process is writing; at once when none is."""
        with FileLock(self.data_dir / "rebuild.lock"):
            pass

    def publish(self, finished: Path, manifest: Manifest) -> None:
        """
        Turn the finished folder into generation `manifest.id` and point to it; the one that served stays beside it.

        All others are removed, among them one that a crash left between its renaming and the move of the pointer;
        one that is still being read goes with a later publication.
        """
        served = self._served()
        (finished / MANIFEST).write_text(json.dumps(asdict(manifest), indent=1), encoding="utf-8")
        for path in (*finished.rglob("*"), finished):
            _to_disk(path)
        finished.rename(self.folder(manifest.id))
        _to_disk(self._root)
        self._point_to(manifest.id)
        # Not by age: a clock that was set back would have the new one removed.
        for generation in set(self.kept()) - {manifest.id, served}:
            remove_unless_leased(self.folder(generation), MANIFEST)
        for left in self._root.glob(f"*{GOING}"):
            shutil.rmtree(left, ignore_errors=True)

    def disk_bytes(self) -> int:
        """The size of everything in the data folder."""
        return sum(map(_size, self.data_dir.rglob("*")))

    def _served(self) -> str | None:
        try:
            return self.current_id()
        except (IndexMissing, IndexDamaged):
            return None

    def _unusable(self, exc: OSError) -> SettingsError:
        return SettingsError(f"the data folder {self.data_dir} cannot be used: {(exc.strerror or str(exc)).lower()}")

    def _point_to(self, generation: str) -> None:
        new = self._pointer.with_suffix(".new")
        new.write_text(generation + "\n", encoding="utf-8")
        _to_disk(new)
        new.replace(self._pointer)
        _to_disk(self.data_dir)


def _size(path: Path) -> int:
    """The bytes of a file; 0 for a folder, and for a file that a rebuild has just removed."""
    try:
        found = path.stat()
    except OSError:
        return 0
    return found.st_size if stat.S_ISREG(found.st_mode) else 0


def _to_disk(path: Path) -> None:
    """Wait until `path` survives a power cut; a folder too, where the platform can."""
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except PermissionError:
        return
    try:
        os.fsync(descriptor)
    except OSError:
        pass  # some file systems cannot sync a folder; the rename itself stays atomic
    finally:
        os.close(descriptor)
