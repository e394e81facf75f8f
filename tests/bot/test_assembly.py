"""The one place that wires everything: what it picks, what it refuses, and that it builds nothing before it is used."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.assembly import SHIPPED_CORPUS, Dateline, assemble
from config.errors import ModelUnavailable, SettingsError, UnknownArticle, UsageError
from config.settings import Settings, load_settings
from retrieval import exporting
from retrieval.manifest import FORMAT

HEAVY = ("torch", "sentence_transformers", "onnxruntime", "chromadb", "langchain_core", "numpy")
IMPORTS_LITTLE = f"""
import sys
from bot.assembly import assemble
from config.settings import load_settings
assemble(load_settings())
print([name for name in {HEAVY} if name in sys.modules])
"""


def quiet(*_: object) -> None:
    """No progress."""


@pytest.fixture
def dateline(settings: Settings) -> Dateline:
    return assemble(settings)


def test_assembling_imports_nothing_heavy_and_builds_nothing() -> None:
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", IMPORTS_LITTLE], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize(
    ("options", "named"),
    [
        ({"llm": {"model": "openai:gpt-5-mini"}}, "llm.model"),
        ({"embedder": {"device": "cuda", "precision": "int8"}}, "embedder.device"),
    ],
)
def test_a_setting_that_this_version_does_not_do_is_refused_by_name(options: dict[str, Any], named: str) -> None:
    with pytest.raises(SettingsError, match=named):
        assemble(load_settings(options))


def test_the_shipped_articles_are_built_where_no_corpus_is_named(shipped: Dateline) -> None:
    assert shipped.status().corpus == str(SHIPPED_CORPUS)
    assert shipped.generations.manifest(shipped.generations.current_id()).corpus is None
    assert shipped.article("000_fb3d9519ca0be116").info.outlet == "The Moscow Times"


def test_a_plain_rebuild_uses_the_corpus_of_the_last_one(dateline: Dateline, corpus: Callable[..., Path]) -> None:
    file = corpus(a="Talks in Moscow.")
    with dateline:
        dateline.rebuild(quiet, file)
        assert dateline.rebuild(quiet).changed == 0
        assert dateline.status().corpus == str(file)
        assert dateline.article("a").text == "Talks in Moscow."


def test_a_configured_corpus_beats_the_last_one_and_a_named_one_beats_both(
    data_dir: Path, corpus: Callable[..., Path], tmp_path: Path
) -> None:
    named, configured = tmp_path / "named.txt", tmp_path / "configured.txt"
    named.write_text("Named.")
    configured.write_text("Configured.")
    with assemble(load_settings({"data_dir": data_dir, "corpus_path": configured})) as dateline:
        dateline.rebuild(quiet, corpus(a="The last one."))
        dateline.rebuild(quiet, allow_shrink=True)
        assert dateline.status().corpus == str(configured)
        dateline.rebuild(quiet, named, allow_shrink=True)
        assert dateline.status().corpus == str(named)


def test_a_damaged_manifest_asks_for_the_corpus_instead_of_building_another_one(
    dateline: Dateline, corpus: Callable[..., Path]
) -> None:
    file = corpus(a="Talks in Moscow.")
    with dateline:
        (dateline.generations.folder(dateline.rebuild(quiet, file).generation) / "manifest.json").unlink()
        with pytest.raises(UsageError, match="name it with --corpus"):
            dateline.rebuild(quiet)
        dateline.rebuild(quiet, file)
        assert dateline.status().ok


def test_a_generation_of_another_format_is_cured_by_a_plain_rebuild(
    dateline: Dateline, corpus: Callable[..., Path]
) -> None:
    file = corpus(a="Talks in Moscow.")
    with dateline:
        manifest = dateline.generations.folder(dateline.rebuild(quiet, file).generation) / "manifest.json"
        manifest.write_text(manifest.read_text().replace(f'"format": {FORMAT}', '"format": 1'))
        assert not dateline.status().ok
        dateline.rebuild(quiet)
        assert dateline.status().corpus == str(file)


def test_naming_an_archive_replaces_the_shipped_articles_without_more_ado(
    dateline: Dateline, corpus: Callable[..., Path]
) -> None:
    with dateline:
        dateline.rebuild(quiet)
        assert dateline.rebuild(quiet, corpus(a="Talks in Moscow.")).removed == 2


def test_an_outlet_that_is_nearly_right_is_known(dateline: Dateline, corpus: Callable[..., Path]) -> None:
    with dateline:
        dateline.rebuild(quiet, corpus(a={"text": "Talks in Moscow.", "outlet": "The Moscow Times"}))
        assert dateline.nearest_outlet("Moscow Times") == "The Moscow Times"
        assert dateline.nearest_outlet("the moscow times") == "the moscow times"
        assert dateline.nearest_outlet("Zzz") is None


def test_a_model_that_is_not_there_is_told_once_and_without_a_traceback(
    settings: Settings, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def unavailable(*_: object) -> Path:
        raise ModelUnavailable("embedder", "is not there")

    monkeypatch.setattr(exporting, "exported", unavailable)
    dateline = assemble(settings)
    dateline.warm_up()
    assert capfd.readouterr() == ("", "")
    with pytest.raises(ModelUnavailable):
        _ = dateline.embedder


def test_an_unknown_article_is_told_by_its_id(shipped: Dateline) -> None:
    with pytest.raises(UnknownArticle, match="'nobody'"):
        shipped.article("nobody")
    assert shipped.find_article("nobody") is None
    assert shipped.opening("nobody") == ""


def test_the_opening_of_an_article_is_its_first_words(shipped: Dateline) -> None:
    assert shipped.article("000_fb3d9519ca0be116").text.startswith(shipped.opening("000_fb3d9519ca0be116"))
    assert shipped.opening("000_fb3d9519ca0be116").startswith("Russia has invited the Taliban")


@pytest.mark.parametrize(
    ("device", "precision", "gpu", "embedder"),
    [
        ("auto", "fp32", False, "OnnxEmbedder"),
        ("auto", "fp32", True, "SentenceTransformersEmbedder"),
        ("auto", "int8", True, "OnnxEmbedder"),
        ("cpu", "fp32", True, "OnnxEmbedder"),
        ("cuda", "fp32", False, "SentenceTransformersEmbedder"),
    ],
)
def test_a_rebuild_embeds_on_a_gpu_where_there_is_one_and_the_vectors_are_the_same(
    device: str,
    precision: str,
    gpu: bool,
    embedder: str,
    data_dir: Path,
    minilm: object,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class SentenceTransformersEmbedder:
        def __init__(self, *_: object) -> None:
            """Stands for the real one, which would want a GPU."""

    monkeypatch.setattr(exporting, "SentenceTransformersEmbedder", SentenceTransformersEmbedder)
    monkeypatch.setattr(exporting, "gpu_is_there", lambda: gpu)
    options = {"data_dir": data_dir, "embedder": {"device": device, "precision": precision}}
    dateline = assemble(load_settings(options))
    dateline.__dict__["embedder"] = minilm
    assert type(dateline._bulk_embedder()).__name__ == embedder
