"""
The training loop: a warm-up, a plateau and a linear way down to zero, with checkpoints that a run is taken up from.

The rate of the plateau does not depend on how many steps follow, so a run stopped there can be given more or fewer.
Each step's batch is read in parts, one a thread, with nothing to wait for but the slowest part: on a busy machine that
takes half the time of a graph whose every product waits for all threads.
"""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.nn import Parameter

from retrieval.reader_training.groups import Group
from retrieval.reader_training.losses import reading_loss
from retrieval.reader_training.model import ReaderModel, collate

logger = logging.getLogger(__name__)

CHECKPOINT = "checkpoint.pt"
LOG = "training.jsonl"
CLIP = 1.0
LOGGED_EVERY = 20


@dataclass(frozen=True, slots=True)
class Plan:
    """
    How a run goes. `steps` counts batches, `passages` the most inputs in one; `rate` is that of the plateau.

    `warm_up` is in steps, `descent` the share of the steps over which the rate falls to zero at the end.
    """

    steps: int = 1500
    seed: int = 1
    passages: int = 24
    rate: float = 1.5e-4
    warm_up: int = 100
    descent: float = 0.4
    decay: float = 0.01
    save_every: int = 100
    keep_every: int = 250

    def rate_at(self, step: int) -> float:
        """The learning rate of the step number `step`, counted from 0."""
        falling = max(1, int(self.steps * self.descent))
        return self.rate * min(1.0, (step + 1) / self.warm_up, (self.steps - step) / falling)


def train(
    model: ReaderModel,
    batches: Iterator[list[Group]],
    plan: Plan,
    folder: Path,
    resume: bool = False,
    threads: int = 1,
) -> None:
    """
    Train `model` in place on `batches`, which must be the same from the first on whenever a run is taken up again.

    With `resume` it goes on from the checkpoint in `folder`, if there is one. Weights are kept every `keep_every`
    steps, as `weights-STEP.pt`, and figures of the run are added to `training.jsonl`. The number of `threads` changes
    the weights a little, for each part of a batch has its own means.

    Raises:
        ValueError: the checkpoint is of a run with other batches.
    """
    folder.mkdir(parents=True, exist_ok=True)
    learnt = [parameter for parameter in model.parameters() if parameter.requires_grad]
    optimizer = torch.optim.AdamW(
        learnt, lr=plan.rate, betas=(0.9, 0.98), eps=1e-6, weight_decay=plan.decay, fused=True
    )
    done = _restore(folder / CHECKPOINT, model, optimizer, plan) if resume else 0
    model.train()
    began, seen, losses = time.monotonic(), 0, 0.0
    torch.set_num_threads(1)
    with ThreadPoolExecutor(threads) as pool:
        for step, groups in enumerate(islice(batches, done, plan.steps), start=done):
            for part in optimizer.param_groups:
                part["lr"] = plan.rate_at(step)
            passages = sum(map(len, groups))
            parts = list(pool.map(partial(_gradients, model, learnt, passages), _parts(groups, threads)))
            for number, parameter in enumerate(learnt):
                parameter.grad = torch.stack([gradients[number] for _, gradients in parts]).sum(dim=0)
            torch.nn.utils.clip_grad_norm_(learnt, CLIP)
            optimizer.step()
            seen, losses = seen + passages, losses + sum(loss for loss, _ in parts)
            done = step + 1
            if done % LOGGED_EVERY == 0:
                _log(folder, done, losses / LOGGED_EVERY, seen, time.monotonic() - began)
                losses = 0.0
            if done % plan.save_every == 0 or done == plan.steps:
                whole = {**_state(model, done), "optimizer": optimizer.state_dict(), "plan": asdict(plan)}
                _save(folder / CHECKPOINT, whole)
            if done % plan.keep_every == 0 or done == plan.steps:
                _save(folder / f"weights-{done:06}.pt", _state(model, done))
    model.eval()


def _parts(groups: list[Group], parts: int) -> list[list[Group]]:
    """`groups` in at most `parts` parts of about as many passages each."""
    size = sum(map(len, groups)) / parts
    cut: list[list[Group]] = [[] for _ in range(parts)]
    before = 0
    for group in groups:
        cut[min(parts - 1, int(before / size))].append(group)
        before += len(group)
    return [part for part in cut if part]


def _gradients(
    model: ReaderModel, learnt: list[Parameter], passages: int, groups: list[Group]
) -> tuple[float, tuple[Tensor, ...]]:
    """The share of these `groups` in the loss of a batch of `passages`, and its gradients, one for each of `learnt`."""
    batch = collate(groups)
    loss = reading_loss(model(batch.ids, batch.mask, batch.types), batch) * (len(batch.ids) / passages)
    return loss.item(), torch.autograd.grad(loss, learnt)


def load_weights(file: Path, model: ReaderModel) -> int:
    """Put the weights in `file`, a checkpoint or kept weights, into `model`; returns the steps behind them."""
    saved: dict[str, Any] = torch.load(file, weights_only=True)
    model.load_state_dict(saved["model"])
    model.eval()
    return int(saved["step"])


def _state(model: ReaderModel, step: int) -> dict[str, Any]:
    return {"model": model.state_dict(), "step": step}


def _restore(file: Path, model: ReaderModel, optimizer: torch.optim.Optimizer, plan: Plan) -> int:
    """The steps behind the checkpoint in `file`, now in `model` and `optimizer`; 0 when there is none."""
    if not file.is_file():
        return 0
    saved: dict[str, Any] = torch.load(file, weights_only=True)
    if (saved["plan"]["seed"], saved["plan"]["passages"]) != (plan.seed, plan.passages):
        raise ValueError(f"{file} is of a run with another seed or batch: its batches cannot be continued")
    model.load_state_dict(saved["model"])
    optimizer.load_state_dict(saved["optimizer"])
    logger.info("going on after step %d", saved["step"])
    return int(saved["step"])


def _save(file: Path, state: dict[str, Any]) -> None:
    """A crash while saving leaves the former file as it was."""
    temporary = file.with_suffix(".tmp")
    torch.save(state, temporary)
    temporary.replace(file)


def _log(folder: Path, step: int, loss: float, seen: int, seconds: float) -> None:
    row = {"step": step, "loss": round(loss, 4), "passages_per_s": round(seen / seconds, 2), "seconds": round(seconds)}
    logger.info("%s", row)
    with (folder / LOG).open("a", encoding="utf-8") as log:
        log.write(json.dumps(row) + "\n")
