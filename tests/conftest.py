"""What every test starts from: nobody's machine, and the real model exported once for the whole run."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import hypothesis
import pytest
from filelock import FileLock

from bot.assembly import Dateline, assemble
from config.settings import Settings, load_settings
from retrieval.embedding import OnnxEmbedder
from retrieval.exporting import PACKAGED_MODEL, exported

# The same cases in every run, so that a failure can be repeated; and no deadline, for a busy machine is no defect.
hypothesis.settings.register_profile(
    "dateline", deadline=None, derandomize=True, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("dateline")

Corpus = Callable[..., Path]


@pytest.fixture(scope="session", autouse=True)
def _nobodys_machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No setting, no settings file and no data folder of the person who runs the tests."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in os.environ:
            if name.upper().startswith("DATELINE_"):
                patch.delenv(name)
        patch.setenv("HOME", str(home))
        patch.setenv("XDG_CONFIG_HOME", str(home / "config"))
        patch.setenv("XDG_DATA_HOME", str(home / "data"))
        patch.setenv("HF_HUB_OFFLINE", "1")
        yield


@pytest.fixture(scope="session")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of exported models with the packaged one in it, the same for all the processes of a run."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    with FileLock(shared / "models.lock"):
        exported(PACKAGED_MODEL, "fp32", shared / "models")
    return shared / "models"


@pytest.fixture(scope="session")
def minilm(models: Path) -> OnnxEmbedder:
    """The real embedder, fp32."""
    return OnnxEmbedder(exported(PACKAGED_MODEL, "fp32", models))


@pytest.fixture
def data_dir(tmp_path: Path, models: Path) -> Path:
    """An empty data folder that knows the exported models."""
    return _data_dir(tmp_path / "data", models)


@pytest.fixture
def settings(data_dir: Path) -> Settings:
    return load_settings({"data_dir": data_dir})


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory, models: Path) -> Iterator[Dateline]:
    """Dateline with the shipped articles built; for tests that only read."""
    data_dir = _data_dir(tmp_path_factory.mktemp("shipped") / "data", models)
    with assemble(load_settings({"data_dir": data_dir})) as dateline:
        dateline.rebuild(lambda *_: None)
        yield dateline


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    """
    A writer of small corpora: `corpus(a="Text.", b={"text": "…", "published": "2021-10-07"})` gives the file's path.

    The names are the articles' ids; writing again replaces the file.
    """

    def write(**articles: str | Mapping[str, object]) -> Path:
        file = tmp_path / "corpus.jsonl"
        records = (
            {"id": id_, **({"text": article} if isinstance(article, str) else article)}
            for id_, article in articles.items()
        )
        file.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
        return file

    return write


def _data_dir(folder: Path, models: Path) -> Path:
    folder.mkdir()
    (folder / "models").symlink_to(models)
    return folder
