"""
Weights made ready for eight bits: what stands out in a layer's input is moved into its weights.

After Xiao et al. (2023, "SmoothQuant"). An encoder has a few features many times larger than all others; on the scale
that they force on a tensor, the others hardly differ. Dividing each feature before a product and multiplying its
weights by the same changes nothing in what comes out, and evens out what goes in.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

import torch
from torch import Tensor, nn

from retrieval.reader.encoding import Input
from retrieval.reader_training.model import ReaderModel, collate

SHARE = 0.75
"""How much of the unevenness goes into the weights; measured: README.md."""
_LEAST = 1e-5
_ONE_INPUT = ("query", "key", "value")
"""Layers that read the same input, and so must be scaled alike for it to be quantised once."""


class Smoothed(nn.Module):
    """`linear`, its input divided by `scale` and its weights multiplied by it."""

    shrink: Tensor

    def __init__(self, linear: nn.Linear, scale: Tensor) -> None:
        super().__init__()
        self.linear = linear
        self.linear.weight.data *= scale
        self.register_buffer("shrink", 1 / scale)

    def forward(self, values: Tensor) -> Tensor:
        smoothed: Tensor = self.linear(values * self.shrink)
        return smoothed


def smooth(model: ReaderModel, inputs: Sequence[Input]) -> ReaderModel:
    """A copy of `model` that says the same, with the products of its encoder evened out for what `inputs` show it."""
    model = deepcopy(model).eval()
    layers = {name: layer for name, layer in model.encoder.named_modules() if isinstance(layer, nn.Linear)}
    largest = _largest_inputs(model, layers, inputs)
    weights = {name: layer.weight.detach().abs().amax(dim=0) for name, layer in layers.items()}
    scales = {}
    for name in layers:
        parent, _, own = name.rpartition(".")
        alike = [f"{parent}.{one}" for one in _ONE_INPUT] if own in _ONE_INPUT else [name]
        weight = torch.stack([weights[one] for one in alike]).amax(dim=0)
        scales[name] = largest[name].clamp_min(_LEAST) ** SHARE / weight.clamp_min(_LEAST) ** (1 - SHARE)
    for name, layer in layers.items():
        parent, _, own = name.rpartition(".")
        setattr(model.encoder.get_submodule(parent), own, Smoothed(layer, scales[name]))
    return model


def _largest_inputs(model: ReaderModel, layers: dict[str, nn.Linear], inputs: Sequence[Input]) -> dict[str, Tensor]:
    """The largest absolute value of each feature that each layer is given when `inputs` are read one by one."""
    largest = {name: torch.zeros(layer.in_features) for name, layer in layers.items()}

    def watch(name: str) -> torch.utils.hooks.RemovableHandle:
        def seen(_: nn.Module, given: tuple[Tensor]) -> None:
            largest[name] = torch.maximum(largest[name], given[0].detach().abs().flatten(0, -2).amax(dim=0))

        return layers[name].register_forward_pre_hook(seen)

    handles = [watch(name) for name in layers]
    with torch.inference_mode():
        for one in inputs:
            batch = collate([[one]])
            model(batch.ids, batch.mask, batch.types)
    for handle in handles:
        handle.remove()
    return largest
