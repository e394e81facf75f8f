"""
Text to vectors, on the path of a question: an exported ONNX graph with onnxruntime and tokenizers, nothing heavier.

`retrieval/exporting.py` makes the graph; importing sentence-transformers takes seconds, so it stays out of here.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from config.errors import ModelUnavailable

Vectors = NDArray[np.float32]
Progress = Callable[[int], None]
"""Called with how many texts have been embedded since the last call."""

GRAPH_FILE, TOKENIZER_FILE, CARD_FILE = "model.onnx", "tokenizer.json", "export.json"
BATCH_TOKENS = 512
"""Most padded tokens in one run of the graph, of which each core has one: more is no faster, and takes more memory."""


class Embedder(Protocol):
    """Anything that turns text into unit vectors. Two embedders with one `identity` give the same vectors."""

    @property
    def identity(self) -> str: ...
    @property
    def dimension(self) -> int: ...
    @property
    def max_tokens(self) -> int: ...
    def count_tokens(self, texts: Sequence[str]) -> list[int]: ...
    def embed_query(self, text: str) -> Vectors: ...
    def embed_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors: ...


@dataclass(frozen=True, slots=True)
class ExportCard:
    """
    What an exported graph was made from, kept beside it.

    `identity` names the model and a hash of its weights; `max_tokens` counts the special tokens too; the prompts are
    what some models want in front of a question or a passage, empty for most.
    """

    identity: str
    dimension: int
    max_tokens: int
    query_prompt: str = ""
    passage_prompt: str = ""

    def save(self, folder: Path) -> None:
        (folder / CARD_FILE).write_text(json.dumps(asdict(self), indent=1), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> ExportCard:
        return cls(**json.loads((folder / CARD_FILE).read_text(encoding="utf-8")))


class OnnxEmbedder:
    """The exported graph on a CPU. Safe to use from several threads."""

    def __init__(self, folder: Path, threads: int = 0, *, on_demand: bool = False) -> None:
        """
        Load the export in `folder`; `threads` 0 takes all cores.

        Threads take a batch each and never share one: where they share, they wait for each other after every product.
        `on_demand` leaves the graph for the first text that is embedded: a rebuild may find nothing to embed.

        Raises:
            ModelUnavailable: a file of the export is missing or cannot be read.
        """
        self._folder = folder
        with _told(folder):
            self.card = ExportCard.load(folder)
            self._tokenizer = _plain_tokenizer(folder / TOKENIZER_FILE)
        self._threads = threads or cores()
        if not on_demand:
            _ = self._session
        prompt = self._tokenizer.encode(self.card.passage_prompt, add_special_tokens=False)
        self._reserved = self._tokenizer.num_special_tokens_to_add(is_pair=False) + len(prompt.ids)
        # Search and reader both need the question's vector.
        self._embed_question = lru_cache(maxsize=64)(self._embed_one)

    @cached_property
    def _session(self) -> onnxruntime.InferenceSession:
        with _told(self._folder):
            return session(self._folder / GRAPH_FILE)

    @property
    def identity(self) -> str:
        return self.card.identity

    @property
    def dimension(self) -> int:
        return self.card.dimension

    @property
    def max_tokens(self) -> int:
        """The most tokens of one passage that are embedded, without the special ones and those of the prompt."""
        return self.card.max_tokens - self._reserved

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """How many tokens each text has, without the special ones and without truncation."""
        return [len(encoding.ids) for encoding in self._tokenizer.encode_batch(list(texts), add_special_tokens=False)]

    def embed_query(self, text: str) -> Vectors:
        """The unit vector of a question, shape `(dimension,)`, not to be written to."""
        return self._embed_question(self.card.query_prompt + text)

    def embed_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """
        The unit vectors of `texts`, in their order, shape `(len(texts), dimension)`.

        Texts of like length go through the graph together, so that little of the work is padding.
        """
        vectors = np.empty((len(texts), self.dimension), dtype=np.float32)
        encoded = self._encode([self.card.passage_prompt + text for text in texts])
        lengths = [len(ids) for ids in encoded]
        by_length = sorted(range(len(texts)), key=lambda i: lengths[i], reverse=True)
        most = min(BATCH_TOKENS, -(-sum(lengths) // self._threads))  # few texts are shared out too
        batches = _batches(by_length, lengths, most)
        pool = ThreadPoolExecutor(self._threads)
        try:
            runs = pool.map(lambda batch: self._run([encoded[i] for i in batch]), batches)
            for batch, embedded in zip(batches, runs, strict=True):
                vectors[batch] = embedded
                if progress:
                    progress(len(batch))
        finally:
            pool.shutdown(cancel_futures=True)  # whoever interrupts does not wait for the rest
        return vectors

    def _embed_one(self, text: str) -> Vectors:
        vector: Vectors = self._run(self._encode([text]))[0]
        vector.setflags(write=False)
        return vector

    def _encode(self, texts: list[str]) -> list[list[int]]:
        """Token ids with the special ones, cut at the end where a text is longer than the model reads."""
        limit = self.card.max_tokens
        return [
            ids if len(ids) <= limit else ids[: limit - 1] + ids[-1:]
            for ids in (encoding.ids for encoding in self._tokenizer.encode_batch(texts))
        ]

    def _run(self, rows: list[list[int]]) -> Vectors:
        width = max(len(row) for row in rows)
        ids = np.zeros((len(rows), width), dtype=np.int64)
        mask = np.zeros_like(ids)
        for row, tokens in enumerate(rows):
            ids[row, : len(tokens)] = tokens
            mask[row, : len(tokens)] = 1
        feed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        outputs: list[Any] = self._session.run(
            None, {node.name: feed[node.name] for node in self._session.get_inputs()}
        )
        vectors: Vectors = outputs[0].astype(np.float32, copy=False)
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        return vectors


def _batches(order: list[int], lengths: list[int], most: int) -> list[list[int]]:
    """`order`, longest first, cut so that rows times the longest row stays within `most` tokens."""
    batches: list[list[int]] = []
    for index in order:
        if batches and (len(batches[-1]) + 1) * lengths[batches[-1][0]] <= most:
            batches[-1].append(index)
        else:
            batches.append([index])
    return batches


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    """Whatever goes wrong with an export, told as one thing."""
    try:
        yield
    # onnxruntime's and tokenizers' failures share no narrower base class.
    except Exception as exc:
        raise ModelUnavailable("embedder", f"the exported model in {folder} cannot be loaded: {exc}") from exc


def _plain_tokenizer(file: Path) -> Tokenizer:
    """The tokenizer with neither truncation nor padding: packaged files have both set, and cut without a word."""
    tokenizer: Tokenizer = Tokenizer.from_file(str(file))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def session(graph: Path) -> onnxruntime.InferenceSession:
    """`graph` on the CPU, on one core: threads take an input each."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(graph), options, providers=["CPUExecutionProvider"])


def cores() -> int:
    """How many processor cores this process may use: a container or `taskset` can make them fewer than there are."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
