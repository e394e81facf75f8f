"""
The trained reader as one int8 ONNX graph, and how far it agrees with what was trained.

The weights are evened out first (`smoothing.py`), then quantised per channel and to seven bits, because processors
without VNNI add pairs of eight-bit products in sixteen bits and would overflow; activations are quantised as it runs.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch

from retrieval.embedding import session
from retrieval.reader.encoding import Input
from retrieval.reader.spans import Ids, Logits, Run, read
from retrieval.reader_training.model import ReaderModel
from retrieval.reader_training.smoothing import smooth

INPUTS, OUTPUTS = ("input_ids", "attention_mask", "token_type_ids"), ("start", "end", "relevance")
OPSET = 18


class Agreement(NamedTuple):
    """Two graphs on the same inputs: the share of equal best spans, and mean absolute differences of logits."""

    spans: float
    margin: float
    relevance: float


def export(model: ReaderModel, file: Path) -> None:
    """Write `model` to `file` in full precision: `INPUTS` in, `OUTPUTS` out, any number of passages of any length."""
    example = torch.ones(2, 8, dtype=torch.long)
    logging.getLogger("torch.onnx").setLevel(logging.ERROR)
    axes = {name: {0: "passages", 1: "tokens"} for name in (*INPUTS, *OUTPUTS[:2])} | {OUTPUTS[2]: {0: "passages"}}
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")  # the TorchScript exporter is deprecated, and several times faster
        torch.onnx.export(
            model.eval(),
            (example, example, example),
            str(file),
            dynamo=False,
            opset_version=OPSET,
            input_names=list(INPUTS),
            output_names=list(OUTPUTS),
            dynamic_axes=axes,
        )


def export_int8(model: ReaderModel, file: Path, samples: Sequence[Input]) -> None:
    """As `export`, in a quarter of the size; `samples` of what it will read show which features stand out."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    full = file.with_suffix(".fp32.onnx")
    export(smooth(model, samples), full)
    logging.disable(logging.WARNING)  # it names every tensor that it leaves alone
    try:
        quantize_dynamic(full, file, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)
    finally:
        logging.disable(logging.NOTSET)
    full.unlink()


def graph(file: Path) -> Run:
    """The exported graph in `file`, to be run on one core of a CPU."""
    opened = session(file)

    def run(ids: Ids, mask: Ids, types: Ids) -> tuple[Logits, Logits, Logits]:
        start, end, relevance = opened.run(list(OUTPUTS), dict(zip(INPUTS, (ids, mask, types), strict=True)))
        return start, end, relevance

    return run


def network(model: ReaderModel) -> Run:
    """The network itself in the graph's place."""

    def run(ids: Ids, mask: Ids, types: Ids) -> tuple[Logits, Logits, Logits]:
        with torch.inference_mode():
            start, end, relevance = model(*map(torch.from_numpy, (ids, mask, types)))
        return start.numpy(), end.numpy(), relevance.numpy()

    return run


def agreement(one: Run, other: Run, inputs: Sequence[Input]) -> Agreement:
    """How far two graphs say the same of `inputs`; each is read alone, so that padding plays no part."""
    same, margins, relevances = 0, [], []
    for single in inputs:
        a, b = (read(run, [single])[0] for run in (one, other))
        same += a.best.span == b.best.span
        margins.append(abs(a.best.margin - b.best.margin))
        relevances.append(abs(a.relevance - b.relevance))
    return Agreement(same / len(inputs), float(np.mean(margins)), float(np.mean(relevances)))
