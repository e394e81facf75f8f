"""
A network as an ONNX graph, by the exporter of torch, with attention in one node where the network bears it.

Only the export imports this: torch takes seconds.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import torch

from retrieval.attention import one_node_attention, pack_projections
from retrieval.export_cache import first_line

OPSET = 18
INPUTS = ("input_ids", "attention_mask", "token_type_ids")
"""What a graph may ask for, `(texts, tokens)` each; a network says which of them it takes."""

Call = Callable[[dict[str, torch.Tensor]], Any]
"""Inputs by name to a tensor, or to as many as the graph has outputs."""

_log = logging.getLogger(__name__)


def write_graph(
    model: torch.nn.Module,
    call: Call,
    example: Mapping[str, torch.Tensor],
    outputs: Mapping[str, Sequence[str]],
    file: Path,
    agrees: Callable[[], bool],
) -> None:
    """
    `call`, which runs `model`, as a graph in `file`: the inputs of `example` in, `outputs` with their free axes out.

    With attention in one node, which is faster, where the model can be said so and the graph then `agrees` with it.
    """
    try:
        with one_node_attention(model):
            _trace(model, call, example, outputs, file)
        pack_projections(file)
        if agrees():
            return
    # How a model fails that wants another attention is its own business, torch's or onnxruntime's.
    except Exception as exc:
        _log.info("attention is not exported as one node: %s", first_line(exc))
    _trace(model, call, example, outputs, file)


def _trace(
    model: torch.nn.Module,
    call: Call,
    example: Mapping[str, torch.Tensor],
    outputs: Mapping[str, Sequence[str]],
    file: Path,
) -> None:
    names = [name for name in INPUTS if name in example]

    class Called(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.model = model

        def forward(self, *inputs: torch.Tensor) -> Any:
            return call(dict(zip(names, inputs, strict=True)))

    axes = {**dict.fromkeys(names, ("texts", "tokens")), **outputs}
    logging.getLogger("torch.onnx").setLevel(logging.ERROR)
    with warnings.catch_warnings(), torch.no_grad():
        # The TorchScript exporter is deprecated, and it is the one that takes 2 seconds instead of 15.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Called().eval(),
            tuple(example[name] for name in names),
            str(file),
            dynamo=False,
            opset_version=OPSET,
            input_names=names,
            output_names=list(outputs),
            dynamic_axes={name: dict(enumerate(free)) for name, free in axes.items()},
        )
