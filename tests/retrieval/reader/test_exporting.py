"""Any extractive reader becomes a graph, once, and again when it has changed; what is no reader is refused."""

from __future__ import annotations

import os
import shutil
from collections import Counter, namedtuple
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import onnx
import pytest
import torch

from bot.assembly import assemble
from bot.failures import sentence
from config.errors import ModelUnavailable
from config.settings import load_settings
from retrieval import exporting as embedder_exporting
from retrieval.embedding import session
from retrieval.export_cache import export_apart
from retrieval.reader import exporting
from retrieval.reader.exporting import exported_reader, is_exported
from retrieval.reader.model import SHIPPED, ReaderCard, ReaderModel
from tests.retrieval.reader import tiny_readers
from tests.retrieval.reader.tiny_readers import passages

NAME = "someone/tiny-reader"


@pytest.fixture(scope="module", autouse=True)
def _in_this_process() -> Iterator[None]:
    """Most exports here need no process of their own; the one by a hub's name has one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(exporting, "export_apart", lambda _, export, *order, done: export(*order))
        yield


@pytest.fixture(scope="module")
def bert(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_readers.bert(tmp_path_factory.mktemp("bert") / "tiny-reader", points=True)


@pytest.fixture(scope="module")
def bert_export(bert: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return exported_reader(str(bert), tmp_path_factory.mktemp("models"))


@pytest.mark.parametrize("make", [tiny_readers.bert, tiny_readers.roberta])
def test_graph_says_what_the_model_says_in_batches_and_lengths_of_any_kind(
    make: Callable[[Path], Path], tmp_path: Path
) -> None:
    from transformers import AutoModelForQuestionAnswering

    model = AutoModelForQuestionAnswering.from_pretrained(make(tmp_path / "model")).eval()
    graph = session(exported_reader(str(tmp_path / "model"), tmp_path / "models") / "model.onnx")
    chance = np.random.default_rng(1)
    for batch, length in ((1, 1), (1, 160), (3, 30)):
        feed = {
            "input_ids": chance.integers(5, 60, (batch, length)),
            "attention_mask": np.ones((batch, length), dtype=np.int64),
            "token_type_ids": chance.integers(0, 2, (batch, length)),
        }
        feed["attention_mask"][1:, length // 2 :] = 0
        feed = {node.name: feed[node.name] for node in graph.get_inputs()}
        with torch.inference_mode():
            wanted = model(**{name: torch.from_numpy(array) for name, array in feed.items()})
        for name in ("start", "end"):
            (given,) = graph.run([name], feed)
            assert (given.shape, given.dtype) == ((batch, length), np.float32)
            apart = np.abs(given - wanted[f"{name}_logits"].numpy())
            assert apart[feed["attention_mask"] == 1].max() < 1e-4


def test_a_hubs_model_is_exported_by_its_name_in_a_process_of_its_own_and_answers(
    bert: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cached = tmp_path / "hub" / f"models--{NAME.replace('/', '--')}"
    shutil.copytree(bert, cached / "snapshots" / "1")
    (cached / "refs").mkdir()
    (cached / "refs" / "main").write_text("1")
    monkeypatch.setenv("HF_HUB_CACHE", str(cached.parent))
    monkeypatch.setattr(exporting, "export_apart", export_apart)
    models = tmp_path / "models"
    assert not is_exported(NAME, models)
    reader = ReaderModel(exported_reader(NAME, models))
    assert is_exported(NAME, models)
    (passage,) = passages("It was cold. Then Peter Berg met the envoy.", reader._encoder)
    ((_, answer),) = (found.sentences for found in reader.read("Who met the envoy?", [("Moscow", passage)]))
    assert passage.text[slice(*answer.span)] == "Peter Berg"
    assert [folder.name for folder in models.iterdir()] == [exporting._folder_name(NAME)]


def test_the_card_names_model_and_weights_and_how_much_it_reads(bert: Path, bert_export: Path, tmp_path: Path) -> None:
    card = ReaderCard.load(bert_export)
    assert (card.titled, card.max_tokens) == (False, 160)
    tiny_readers.bert(tmp_path / "tiny-reader", positions=2000)
    other = ReaderCard.load(exported_reader(str(tmp_path / "tiny-reader"), tmp_path))
    assert other.max_tokens == 512
    names, hashes = zip(*(one.identity.split("@") for one in (card, other)), strict=True)
    assert set(names) == {"tiny-reader"}
    assert len(set(hashes)) == 2


def test_a_folder_holds_graph_tokenizer_and_card_and_attention_is_one_node(bert_export: Path) -> None:
    assert sorted(file.name for file in bert_export.iterdir()) == ["model.onnx", "reader.json", "tokenizer.json"]
    operators = Counter(node.op_type for node in onnx.load(bert_export / "model.onnx").graph.node)
    assert (operators["Attention"] + operators["MultiHeadAttention"], operators["Softmax"]) == (1, 0)


def test_a_reader_is_exported_once_and_again_when_its_files_have_changed(
    bert: Path, bert_export: Path, tmp_path: Path
) -> None:
    written = (bert_export / "model.onnx").stat().st_mtime_ns
    assert exported_reader(str(bert), bert_export.parent) == bert_export
    assert (bert_export / "model.onnx").stat().st_mtime_ns == written
    moved = Path(shutil.copytree(bert, tmp_path / bert.name))
    first = exported_reader(str(moved), tmp_path / "models")
    assert ReaderCard.load(first) == ReaderCard.load(bert_export)  # moved, but not changed
    tiny_readers.bert(moved)
    assert not is_exported(str(moved), tmp_path / "models")
    assert ReaderCard.load(exported_reader(str(moved), tmp_path / "models")) != ReaderCard.load(first)


def config_alone(folder: Path) -> None:
    tiny_readers.bert(folder)
    (folder / "model.safetensors").unlink()


def plain_encoder(folder: Path) -> None:
    tiny_readers.bert(folder, head=False)


def without_tokenizer(folder: Path) -> None:
    tiny_readers.bert(folder)
    for file in folder.glob("tokenizer*"):
        file.unlink()


def with_a_tokenizer_in_python(folder: Path) -> None:
    from transformers import ByT5Tokenizer

    without_tokenizer(folder)
    ByT5Tokenizer().save_pretrained(folder)


def with_the_tokenizer_of_another(folder: Path) -> None:
    tiny_readers.bert(folder)
    tiny_readers.roberta(folder / "other")
    for file in (folder / "other").glob("tokenizer*"):
        file.replace(folder / file.name)


def without_marks(folder: Path) -> None:
    from tokenizers import Tokenizer, processors

    tiny_readers.roberta(folder)
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.post_processor = processors.ByteLevel()  # type: ignore[assignment]
    tokenizer.save(str(folder / "tokenizer.json"))


def of_few_tokens(folder: Path) -> None:
    tiny_readers.bert(folder, positions=64)


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda folder: None, "neither a folder nor in the hub's local cache"),
        (Path.mkdir, "cannot be loaded"),
        (config_alone, "cannot be loaded"),
        (plain_encoder, "is no trained reader: its weights lack qa_outputs.bias"),
        (without_tokenizer, "comes without a tokenizer"),
        (with_a_tokenizer_in_python, "none of the library tokenizers"),
        (with_the_tokenizer_of_another, "that of another one"),
        (without_marks, "does not put special tokens round a pair"),
        (of_few_tokens, "takes 64 tokens at once, and a reader needs 128"),
    ],
)
def test_what_is_no_reader_is_refused_in_a_sentence_and_leaves_nothing_behind(
    make: Callable[[Path], None], reason: str, tmp_path: Path
) -> None:
    make(tmp_path / "model")
    with pytest.raises(ModelUnavailable, match=reason) as caught:
        exported_reader(str(tmp_path / "model"), tmp_path / "models")
    assert caught.value.service == "reader"
    said = sentence(caught.value)
    assert "\n" not in said
    assert "`reader.model`" in said
    assert list((tmp_path / "models").iterdir()) == []


def test_a_name_that_the_hub_has_not_left_in_its_cache_is_unavailable(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match=f"{NAME}' is neither a folder nor in the hub's local cache"):
        exported_reader(NAME, tmp_path)


def test_a_graph_that_strays_from_its_model_is_not_kept(
    bert: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "MOST_STRAY", 0.0)
    with pytest.raises(ModelUnavailable, match="does not say what the model says"):
        exported_reader(str(bert), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_disk_without_room_is_told_before_anything_is_written(
    bert: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: namedtuple("usage", "free")(free=10))
    with pytest.raises(ModelUnavailable, match=r"has no room in .*: 0 MB are needed and 0 MB are free"):
        exported_reader(str(bert), tmp_path)


def test_reader_of_the_settings_takes_the_shipped_ones_place(
    bert: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedder_exporting, "is_exported", lambda *_: True)
    shipped = assemble(load_settings({"data_dir": tmp_path}))
    assert shipped.settings.reader.model is None
    assert (shipped._reader_folder, shipped.model_is_ready()) == (SHIPPED, True)
    other = assemble(load_settings({"data_dir": tmp_path, "reader": {"model": str(bert)}}))
    assert not other.model_is_ready()
    assert other._reader_folder.parent == tmp_path / "models"
    assert other.model_is_ready()


def test_another_process_may_have_been_faster_and_half_a_folder_is_none(bert: Path, tmp_path: Path) -> None:
    folder = tmp_path / "reader"
    folder.mkdir()
    (folder / "model.onnx").write_text("half of a graph")
    exporting._export(str(bert), str(folder))
    assert ReaderModel(folder).card.titled is False
    os.utime(folder / "model.onnx", ns=(1, 1))
    exporting._export(str(bert), str(folder))
    assert (folder / "model.onnx").stat().st_mtime_ns == 1
    assert list(tmp_path.iterdir()) == [folder]
