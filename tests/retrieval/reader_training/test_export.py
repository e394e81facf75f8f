"""The graph that ships says what the network learnt."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from corpus.types import Span
from retrieval.reader.encoding import Encoder, Input
from retrieval.reader.spans import arrays
from retrieval.reader_training.export import agreement, export, export_int8, graph, network
from retrieval.reader_training.smoothing import smooth

from .conftest import PARAGRAPHS


@pytest.fixture
def inputs(encoder: Encoder) -> list[Input]:
    question = encoder.ids("Who drew the Tarn bridge?")
    made = []
    for (title, _), text in PARAGRAPHS.items():
        pieces = encoder.pieces(text)
        made.append(encoder.input(question, encoder.ids(title), pieces, Span(0, len(pieces.ids))))
    return made


def test_exported_graph_agrees_with_the_network(model: Any, inputs: list[Input], tmp_path: Path) -> None:
    export(model, tmp_path / "model.onnx")
    run = graph(tmp_path / "model.onnx")
    for ours, theirs in zip(network(model)(*arrays(inputs)), run(*arrays(inputs)), strict=True):
        assert np.allclose(ours, theirs, atol=1e-4)
    assert agreement(network(model), run, inputs).spans == 1


def test_int8_graph_is_near_and_smaller(model: Any, inputs: list[Input], tmp_path: Path) -> None:
    export(model, tmp_path / "full.onnx")
    export_int8(model, tmp_path / "model.onnx", inputs)
    assert (tmp_path / "model.onnx").stat().st_size < 0.4 * (tmp_path / "full.onnx").stat().st_size
    assert sorted(file.name for file in tmp_path.iterdir()) == ["full.onnx", "model.onnx"]
    near = agreement(graph(tmp_path / "full.onnx"), graph(tmp_path / "model.onnx"), inputs)
    assert near.margin < 0.2
    assert near.relevance < 0.2


def test_smoothing_changes_nothing_but_the_weights(model: Any, inputs: list[Input]) -> None:
    smoothed = smooth(model, inputs)
    for ours, theirs in zip(network(model)(*arrays(inputs)), network(smoothed)(*arrays(inputs)), strict=True):
        assert np.allclose(ours, theirs, atol=1e-4)
    layer, before = smoothed.encoder.encoder.layer[0].attention.self, model.encoder.encoder.layer[0].attention.self
    assert not np.allclose(layer.query.linear.weight.detach(), before.query.weight.detach())
    assert np.array_equal(layer.query.shrink, layer.value.shrink)


def test_padding_changes_nothing(model: Any, inputs: list[Input], tmp_path: Path) -> None:
    export(model, tmp_path / "model.onnx")
    run = graph(tmp_path / "model.onnx")
    shortest = min(inputs, key=lambda one: len(one.ids))
    alone, _, _ = run(*arrays([shortest]))
    together, _, _ = run(*arrays(inputs))
    row = inputs.index(shortest)
    assert np.allclose(alone[0], together[row, : len(shortest.ids)], atol=1e-4)
