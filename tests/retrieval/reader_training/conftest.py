"""A question set small enough to follow by eye, and a network small enough to train in a test."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from retrieval.reader_training.data import CONTEXTS, QUESTIONS

PARAGRAPHS = {
    ("Ferries", "a"): "The Aldra ferry sank off Morvik in 1987. It carried 214 people. Captain Ina Berg left last.",
    ("Ferries", "b"): "A court in Morvik tried the owners in 1989. Judge Olav Lund fined them two million crowns.",
    ("Bridges", "c"): "The Tarn bridge opened in 1931. It is 640 metres long. Engineer Mia Holt drew it.",
    ("Bridges", "d"): "Traffic on the bridge doubled after 1950. The town of Selby built a second one in 1962.",
}
ASKED: list[tuple[str, str, str, list[str]]] = [
    ("1", "a", "When did the Aldra ferry sink off Morvik?", ["1987", "in 1987"]),
    ("2", "a", "How many people did the Aldra ferry carry?", ["214"]),
    ("3", "b", "Who fined the owners in Morvik?", ["Judge Olav Lund", "Olav Lund"]),
    ("4", "c", "Who drew the Tarn bridge of 1931?", ["Mia Holt"]),
    ("5", "d", "What did the town of Selby build in 1962?", ["a second one"]),
    ("6", "d", "Who opened the Selby tunnel in 1962?", []),
]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder with the set `little`."""
    folder = tmp_path / "train"
    folder.mkdir()
    write_set(folder, "little")
    return folder


def write_set(folder: Path, name: str, titles: dict[str, str] | None = None) -> None:
    """The paragraphs and questions above as a set; `titles` renames articles."""
    contexts = [
        {"context_id": id_, "title": (titles or {}).get(title, title), "text": text}
        for (title, id_), text in PARAGRAPHS.items()
    ]
    texts = {row["context_id"]: row["text"] for row in contexts}
    questions = [
        {
            "id": id_,
            "context_id": context,
            "question": question,
            "answers": sorted(answers),
            "answer_starts": sorted({texts[context].index(answer) for answer in answers}),
            "answerable": bool(answers),
        }
        for id_, context, question, answers in ASKED
    ]
    _write(folder / f"{name}{CONTEXTS}", contexts)
    _write(folder / f"{name}{QUESTIONS}", questions)


def _write(file: Path, rows: list[dict[str, Any]]) -> None:
    with gzip.open(file, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row) + "\n" for row in rows)


def tiny_model(seed: int = 1) -> Any:
    """Two layers of 32, with the packaged vocabulary and weights of chance."""
    import torch
    from transformers import BertConfig, BertModel

    from retrieval.reader_training.model import ReaderModel

    torch.manual_seed(seed)
    config = BertConfig(
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=64,
        hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0,
    )
    return ReaderModel(BertModel(config, add_pooling_layer=False))


@pytest.fixture
def model() -> Any:
    return tiny_model()
