"""
Any extractive question-answering model of transformers as a graph that `model.py` reads: made once, then cached.

Such a model is trained to point at the first token, which is no word of the passage, where a passage does not answer.
transformers and torch are imported inside the functions, which run in a process of their own.
"""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from config.errors import ModelUnavailable
from corpus.types import Span
from retrieval.embedding import GRAPH_FILE, TOKENIZER_FILE, session
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
from retrieval.reader.encoding import Encoder, Input
from retrieval.reader.model import CARD_FILE, LEAST_TOKENS, ReaderCard
from retrieval.reader.spans import arrays

if TYPE_CHECKING:
    from torch import nn

EXPORT_VERSION = 1
"""Goes up whenever the same model would give another graph; cached ones are then made anew."""
MOST_TOKENS = 512
"""No input is longer, whatever the model takes: so far its graph is compared with it."""
MOST_STRAY = 0.01
"""By how much a logit of the graph may differ from the model's own; two spans that are as near are as good."""
CHECKED_TOKENS = (1, 7, 40, 150)
"""Tokens of the passages that are compared, beside the longest that there may be."""


def is_exported(model: str, models_dir: Path) -> bool:
    """Whether `exported_reader` would find the graph at once, without seconds of torch."""
    return (models_dir / _folder_name(model) / CARD_FILE).is_file()


def exported_reader(model: str, models_dir: Path) -> Path:
    """
    The folder of `model`'s exported graph under `models_dir`, exporting it first when it is not there.

    `model` is a name in the local cache of the hub, or a folder; one whose files have changed since is exported again.
    The graph is fp32 and gives `start` and `end`, `(passages, tokens)`.

    Raises:
        ModelUnavailable: the model cannot be found, loaded or exported, or is no reader.
    """
    folder = models_dir / _folder_name(model)
    if not is_exported(model, models_dir):
        export_apart("reader", _export, model, str(folder), done=folder / CARD_FILE)
    return folder


def _folder_name(model: str) -> str:
    return folder_name(model, "reader-fp32", f"{model} reader {EXPORT_VERSION}", local_folder(model))


def _export(model: str, folder: str) -> None:
    """
    Raises:
        ModelUnavailable: the model cannot be loaded or exported, is no reader, or there is no room for it.
    """
    with published(Path(folder), CARD_FILE) as work:
        network, tokenizer = _load(model)
        make_room("reader", network, work.parent)
        try:
            tokenizer.backend_tokenizer.save(str(work / TOKENIZER_FILE))
            encoder = Encoder(work / TOKENIZER_FILE)
            longest = _max_tokens(network, tokenizer)
            if longest < LEAST_TOKENS:
                raise ValueError(f"it takes {longest} tokens at once, and a reader needs {LEAST_TOKENS}")
            _write_graph(network, tokenizer, _checked(encoder, longest), work / GRAPH_FILE)
        # torch, onnx, onnxruntime and tokenizers each raise their own classes.
        except Exception as exc:
            raise ModelUnavailable("reader", f"the model {model!r} cannot be exported: {first_line(exc)}") from exc
        ReaderCard(f"{Path(model).name}@{weights_hash(network)}", titled=False, max_tokens=longest).save(work)


def _load(model: str) -> tuple[nn.Module, Any]:
    """The network and its tokenizer, both whole: transformers makes up what is missing, and only warns."""
    folder = local_folder(model)
    if folder is None and not _is_cached(model):
        raise ModelUnavailable("reader", f"the model {model!r} is neither a folder nor in the hub's local cache")
    try:
        stay_offline()
        import torch
        from transformers import AutoModelForQuestionAnswering, AutoTokenizer

        network, loaded = AutoModelForQuestionAnswering.from_pretrained(
            str(folder or model), dtype=torch.float32, output_loading_info=True, local_files_only=True
        )
        tokenizer = AutoTokenizer.from_pretrained(str(folder or model), local_files_only=True)
    # The hub, transformers and safetensors raise unrelated classes for "not there".
    except Exception as exc:
        raise ModelUnavailable("reader", f"the model {model!r} cannot be loaded: {first_line(exc)}") from exc
    missing = sorted(loaded["missing_keys"])
    if missing:
        raise ModelUnavailable("reader", f"the model {model!r} is no trained reader: its weights lack {missing[0]}")
    if not hasattr(tokenizer, "backend_tokenizer"):
        raise ModelUnavailable("reader", f"the tokenizer of the model {model!r} is none of the library tokenizers")
    vocabulary = tokenizer.get_vocab()
    if len(vocabulary) <= len(tokenizer.all_special_tokens):
        raise ModelUnavailable("reader", f"the model {model!r} comes without a tokenizer")
    if max(vocabulary.values()) >= network.get_input_embeddings().num_embeddings:
        raise ModelUnavailable("reader", f"the tokenizer of the model {model!r} is that of another one")
    return network.eval(), tokenizer


def _is_cached(model: str) -> bool:
    stay_offline()
    from huggingface_hub import try_to_load_from_cache
    from huggingface_hub.errors import HFValidationError

    try:
        return isinstance(try_to_load_from_cache(model, "config.json"), str)
    except HFValidationError:  # the path of a folder that is not there
        return False


def _max_tokens(network: nn.Module, tokenizer: Any) -> int:
    """The longest input that the model takes, at most `MOST_TOKENS`; some count positions from after the padding's."""
    known = [MOST_TOKENS, int(tokenizer.model_max_length)]
    for name, module in network.named_modules():
        if name.endswith("position_embeddings") and hasattr(module, "num_embeddings"):
            padding = getattr(module, "padding_idx", None)
            known.append(int(module.num_embeddings) - (0 if padding is None else padding + 1))
    return min(known)


def _checked(encoder: Encoder, longest: int) -> list[Input]:
    """Inputs of which the graph must say what the model says, the last as long as there may be."""
    question = encoder.ids("Where did envoys of four countries meet on 7 November 2023?")
    words = "Envoys of four countries met in Moscow on 7 November 2023, and 12% of it was about “peace”. "
    pieces = encoder.pieces(words * MOST_TOKENS)
    lengths = (*CHECKED_TOKENS, longest - encoder.around(question, ()))
    return [encoder.input(question, (), pieces, Span(0, max(1, min(length, lengths[-1])))) for length in lengths]


def _write_graph(network: nn.Module, tokenizer: Any, checked: list[Input], file: Path) -> None:
    """
    Raises:
        ValueError: the graph does not say what the model says.
    """
    import torch

    from retrieval.tracing import INPUTS, write_graph

    taken = _takes(network, tokenizer)

    def call(inputs: dict[str, torch.Tensor]) -> Any:
        given = network(**inputs)
        return given.start_logits, given.end_logits

    def stray() -> float:
        """The largest difference of two logits, of the checked inputs together and of the longest alone."""
        graph = session(file)
        most = []
        for some in (checked[:-1], checked[-1:]):
            feed = dict(zip(INPUTS, arrays(some), strict=True))
            with torch.inference_mode():
                wanted = call({name: torch.from_numpy(feed[name]) for name in taken})
            given = graph.run(["start", "end"], {name: feed[name] for name in taken})
            apart = np.abs(np.stack(given) - torch.stack(wanted).numpy())
            most.append(apart[:, feed["attention_mask"] == 1].max())
        return float(np.max(most))  # not Python's, which takes "not a number" for small

    feed = dict(zip(INPUTS, map(torch.from_numpy, arrays(checked[:2])), strict=True))
    free = ("texts", "tokens")
    example = {name: feed[name] for name in taken}
    write_graph(network, call, example, {"start": free, "end": free}, file, agrees=lambda: stray() < MOST_STRAY)
    if not stray() < MOST_STRAY:
        raise ValueError("its graph does not say what the model says")


def _takes(network: nn.Module, tokenizer: Any) -> list[str]:
    """The names of its inputs; token types are taken only where the model knows two and its tokenizer tells them."""
    from retrieval.tracing import INPUTS

    known = inspect.signature(network.forward).parameters
    typed = getattr(network.config, "type_vocab_size", 0) > 1 and any(tokenizer("a", "b").get("token_type_ids", ()))
    return [name for name in INPUTS if name in known and (typed or name != "token_type_ids")]
