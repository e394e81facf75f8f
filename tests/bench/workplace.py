"""Where the bench works: temporary folders, the two environments, and the indexes that several parts share."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from tests.bench.child import Run, run

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ROOT / "corpus" / "articles"
_DATELINE = "import sys; from bot.cli import main; sys.exit(main())"  # what the installed command runs


@dataclass
class Workplace:
    """
    Both systems as commands, over `corpus`: the shipped articles or an archive.

    Children run from the repository's root, on the CPU alone, offline, and without the settings of whoever runs this.
    The indexes are built when a part first needs them. Everything lies under `folder`, which the caller removes.
    """

    folder: Path
    tutorial_python: Path
    corpus: Path = SHIPPED
    index_archive_with_tutorial: bool = False
    _env: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("DATELINE_")}
        self._env = kept | {
            "CUDA_VISIBLE_DEVICES": "",
            "HF_HUB_OFFLINE": "1",
            "ANONYMIZED_TELEMETRY": "False",
            "XDG_CONFIG_HOME": str(self.folder / "config"),
        }

    def dateline(self, data_dir: Path, *arguments: str | Path, stdin: str = "") -> Run:
        """`dateline ARGUMENTS…`; a question without an answer in the archive is no failure here."""
        env = self._env | {"DATELINE_DATA_DIR": str(data_dir)}
        return run([sys.executable, "-c", _DATELINE, *arguments], cwd=ROOT, env=env, stdin=stdin, ok=(0, 3))

    def tutorial(self, *arguments: str | Path, stdin: str = "") -> Run:
        return self.module(self.tutorial_python, "tests.bench.tutorial", *arguments, stdin=stdin)

    def module(self, python: Path, name: str, *arguments: str | Path, stdin: str = "") -> Run:
        return run([python, "-m", name, *arguments], cwd=ROOT, env=self._env, stdin=stdin)

    @cached_property
    def shipped_index(self) -> Path:
        """A data dir that serves the shipped articles; making it exported the embedder's graph."""
        data_dir = self.folder / "shipped"
        self.dateline(data_dir, "rebuild", "--corpus", SHIPPED, "--json")
        return data_dir

    @property
    def models(self) -> Path:
        return self.shipped_index / "models"

    @cached_property
    def full_rebuild(self) -> tuple[Path, Run]:
        """A data dir that serves `corpus`, and the run that built it from nothing, the exported graph at hand."""
        data_dir = self.folder / "corpus"
        shutil.copytree(self.models, data_dir / "models")
        return data_dir, self.dateline(data_dir, "rebuild", "--corpus", self.corpus, "--json")

    @cached_property
    def tutorial_index(self) -> tuple[Path, Run] | None:
        """The tutorial's kept index of `corpus` and the run that made it; None for an archive unless asked for."""
        if self.corpus != SHIPPED and not self.index_archive_with_tutorial:
            return None
        store = self.folder / "tutorial"
        return store, self.tutorial("index", store, self.corpus)

    @cached_property
    def tutorial_shipped_index(self) -> Path:
        """The tutorial's kept index of the shipped articles."""
        store = self.folder / "tutorial-shipped"
        self.tutorial("index", store, SHIPPED)
        return store
