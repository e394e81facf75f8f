"""The manifest of a generation: what it is, what built it, and by which checksums its files are known."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from config.errors import IndexDamaged, IndexMismatch, IndexNewer, IndexOlder
from retrieval.disk import sha256, to_disk
from retrieval.types import IndexInfo

FORMAT = 3
"""The layout of a generation; one with another number was written by another version of Dateline."""
MANIFEST_FILE = "manifest.json"
CHROMA = "chroma"
"""The folder of the vectors; what lies in it is compared before every opening, because a damaged graph may not raise
but end the whole process."""
_DATABASE = "chroma.sqlite3*"
"""In that folder; Chroma rewrites it to read it, and it is not compared."""
_REWRITTEN = ("data_level0.bin", "length.bin")
"""Files of the graph that Chroma rewrites too, when it is small; only their sizes were measured to stay."""
_SEAL = "seal"


@dataclass(frozen=True, slots=True)
class Manifest:
    """
    What a generation is and what built it. `corpus` is a path, or None for the articles that ship with Dateline.

    `built_with` holds the identity of each part whose change makes the generation another one: the embedder, the
    cleaner, the chunker, the terms, the sketches of lineages. `files` holds by its path in the generation's folder the
    SHA-256 of each file that stays as it is once it is published, or the size of one that keeps only that;
    `write_manifest` fills it in.
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
    files: dict[str, str] = field(default_factory=dict)

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


def read_manifest(folder: Path) -> Manifest:
    """
    The manifest of the generation in `folder`, which is named after it.

    Raises:
        IndexDamaged: it is missing, cannot be read, or is not as it was written.
        IndexNewer, IndexOlder: another version of Dateline wrote it.
    """
    generation = folder.name
    try:
        fields = json.loads((folder / MANIFEST_FILE).read_text(encoding="utf-8"))
        # First of all: another format may have other fields.
        if fields["format"] > FORMAT:
            raise IndexNewer(generation)
        if fields["format"] < FORMAT:
            raise IndexOlder(generation)
        if fields.pop(_SEAL) != _seal(fields):
            raise ValueError("it is not as it was written")
        manifest = Manifest(**fields)
        manifest.info()
    except (OSError, LookupError, ValueError, TypeError) as exc:
        raise IndexDamaged(generation, f"its manifest cannot be read ({exc})") from exc
    return manifest


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Put the manifest with the checksums of all that stays as it is beside it; on disk when this returns."""
    names = (path.relative_to(folder) for path in sorted(folder.rglob("*")) if path.is_file())
    files = {name.as_posix(): _mark(folder / name) for name in names if _stays(name)}
    fields = asdict(replace(manifest, files=files))
    file = folder / MANIFEST_FILE
    file.write_text(json.dumps({**fields, _SEAL: _seal(fields)}, indent=1), encoding="utf-8")
    to_disk(file)


def check_file(folder: Path, name: str, expected: str) -> None:
    """
    Raises:
        IndexDamaged: the file `name` of the generation in `folder` is missing, cannot be read, or is another one.
    """
    try:
        found = _mark(folder / name)
    except FileNotFoundError as exc:
        raise IndexDamaged(folder.name, f"its file {name} is missing") from exc
    except OSError as exc:
        why = (exc.strerror or str(exc)).lower()
        raise IndexDamaged(folder.name, f"its file {name} cannot be read ({why})") from exc
    if found != expected:
        raise IndexDamaged(folder.name, f"its file {name} is not as it was written")


def _stays(name: Path) -> bool:
    # A manifest may be there already: that of the generation which this one is a copy of.
    return name != Path(MANIFEST_FILE) and not (name.parts[0] == CHROMA and name.match(_DATABASE))


def _mark(file: Path) -> str:
    """By what a file is known."""
    return f"{file.stat().st_size} bytes" if file.name in _REWRITTEN else sha256(file)


def _seal(fields: Mapping[str, Any]) -> str:
    """A checksum of the manifest itself, by what it says: a wrong byte in it must not pass for another embedder."""
    return hashlib.sha256(json.dumps(fields, sort_keys=True).encode()).hexdigest()
