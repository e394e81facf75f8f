"""
Attention as one node of the exported graph, onnxruntime's own, where torch writes some twenty small ones a layer.

transformers looks attention and mask up by name; here one more name is registered that traces to that node.
Only the export imports this: torch and transformers take seconds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from transformers import AttentionInterface, AttentionMaskInterface, PreTrainedModel
from transformers.masking_utils import bidirectional_mask_function

NAME = "onnxruntime_node"


@contextmanager
def one_node_attention(model: torch.nn.Module) -> Iterator[None]:
    """
    While this is open, the transformers inside `model` trace to one attention node a layer.

    They compute nothing of use meanwhile. Not every model can be said this way: what that raises depends on the model,
    and a graph that was made has still to be compared with it.
    """
    inside = [module for module in model.modules() if isinstance(module, PreTrainedModel)]
    before = [module.config._attn_implementation for module in inside]
    AttentionInterface.register(NAME, _attention)
    AttentionMaskInterface.register(NAME, _mask)
    try:
        for module in inside:
            module.set_attn_implementation(NAME)
        yield
    finally:
        for module, name in zip(inside, before, strict=True):
            module.set_attn_implementation(name)


class _Node(torch.autograd.Function):
    """`com.microsoft.MultiHeadAttention`; tracing needs a result of the right shape only, and the queries have it."""

    @staticmethod
    def forward(_: Any, query: torch.Tensor, *__: object) -> torch.Tensor:
        return query

    @staticmethod
    def symbolic(graph: Any, query: Any, key: Any, value: Any, mask: Any, heads: int, scale: float) -> Any:
        no_bias = graph.op("prim::Constant")
        no_bias.setType(torch._C.OptionalType.ofTensor())
        node = "com.microsoft::MultiHeadAttention"
        attended = graph.op(node, query, key, value, no_bias, mask, num_heads_i=heads, scale_f=scale)
        return attended.setType(query.type())


def _attention(
    module: torch.nn.Module,
    query: torch.Tensor,
    key: torch.Tensor,
    value: torch.Tensor,
    mask: torch.Tensor,
    *,
    scaling: float,
    **_: object,
) -> tuple[torch.Tensor, None]:
    """The node takes batch x tokens x (heads x head size), transformers gives batch x heads x tokens x head size."""
    flat = (states.transpose(1, 2).flatten(2) for states in (query, key, value))
    attended = _Node.apply(*flat, mask, int(query.shape[1]), float(scaling))  # type: ignore[no-untyped-call]
    return attended, None


def _mask(*, attention_mask: torch.Tensor, mask_function: Callable[..., object], **_: object) -> torch.Tensor:
    """1 for each token that is none of the padding: the node builds the rest itself, and knows no other mask."""
    if mask_function is not bidirectional_mask_function:
        raise ValueError("not every token of the model attends to every other")
    return attention_mask.to(torch.int32)


def pack_projections(file: Path) -> None:
    """
    One product for queries, keys and values where the graph in `file` has three of the same input.

    The node is then `com.microsoft.Attention`, which also splits the heads itself.
    """
    model = onnx.load(file)
    nodes, weights = model.graph.node, {one.name: one for one in model.graph.initializer}
    made_by = {output: node for node in nodes for output in node.output}
    for node in nodes:
        if node.op_type != "MultiHeadAttention":
            continue
        three = [_projection(name, made_by, weights) for name in node.input[:3]]
        found = [one for one in three if one is not None]
        if len(found) < 3 or len({one.of for one in found}) > 1 or len({one.weight.shape for one in found}) > 1:
            continue
        weight = numpy_helper.from_array(np.concatenate([one.weight for one in found], axis=1), f"{node.name}.weight")
        bias = numpy_helper.from_array(np.concatenate([one.bias for one in found]), f"{node.name}.bias")
        model.graph.initializer.extend([weight, bias])
        inputs = [found[0].of, weight.name, bias.name, node.input[4]]
        node.op_type = "Attention"
        del node.input[:]
        node.input.extend(inputs)
    _drop_unused(model.graph)
    onnx.save(model, file)


class _Projection(NamedTuple):
    """The product of the value named `of` and `weight`, `bias` added."""

    of: str
    weight: np.ndarray
    bias: np.ndarray


def _projection(
    name: str, made_by: Mapping[str, onnx.NodeProto], weights: Mapping[str, onnx.TensorProto]
) -> _Projection | None:
    """What the value `name` is, but for its shape; None when it is anything else."""
    node = made_by.get(name)
    while node is not None and node.op_type in {"Reshape", "Transpose"}:  # into heads, and back again
        node = made_by.get(node.input[0])
    if node is None or node.op_type != "Add":
        return None
    bias, sums = sorted(node.input, key=lambda one: one not in weights)
    product = made_by.get(sums)
    if bias not in weights or product is None or product.op_type != "MatMul" or product.input[1] not in weights:
        return None
    weight = weights[product.input[1]]
    return _Projection(product.input[0], numpy_helper.to_array(weight), numpy_helper.to_array(weights[bias]))


def _drop_unused(graph: onnx.GraphProto) -> None:
    """Nodes come after those they read, so one pass from the end sees every use before its source."""
    used = {output.name for output in graph.output}
    for node in reversed(graph.node):
        if used.intersection(node.output):
            used.update(node.input)
    nodes = [node for node in graph.node if used.intersection(node.output)]
    weights = [weight for weight in graph.initializer if weight.name in used]
    del graph.node[:], graph.initializer[:]
    graph.node.extend(nodes)
    graph.initializer.extend(weights)
