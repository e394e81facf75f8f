"""
Exported models on disk: a folder for each under `<data dir>/models`, made once, by a process of its own.

What exports needs torch, which takes seconds to import and hundreds of megabytes that it never gives back; so the
process that does it ends with it. Nothing here imports torch before a model has been loaded with it.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from config.errors import DataFolderUnusable, ModelUnavailable

if TYPE_CHECKING:
    from torch import nn

MODEL_FILES = frozenset({".safetensors", ".bin", ".json", ".txt", ".model"})
"""What of a local model's folder makes it another model when it changes."""
ROOM = 1.5
"""Times the size of the weights that an export takes: while a graph is quantised, both stand on the disk."""


def local_folder(model: str) -> Path | None:
    """The folder that `model` names, absolute; None when it is no folder, but a name."""
    folder = Path(model).expanduser()
    return folder.resolve() if folder.is_dir() else None


def folder_name(model: str, kind: str, stamp: str, local: Path | None = None) -> str:
    """
    Readable, and another one whenever `stamp` is, or a file of the model in the folder `local`.

    These names must stay what they are, or every model is exported anew.
    """
    digest = hashlib.sha256(stamp.encode())
    for file in sorted(local.rglob("*")) if local else ():
        if file.suffix in MODEL_FILES:
            stat = file.stat()
            digest.update(f"{file} {stat.st_size} {stat.st_mtime_ns}".encode())
    return f"{Path(model).name}-{kind}-{digest.hexdigest()[:12]}"


UNWRITABLE = "the exported model cannot be written"


def export_apart(service: str, export: Callable[..., None], *order: str, done: Path) -> None:
    """
    `export(*order)` in another process, which finds its modules where this one does; `done` is a file that it makes.

    `export` stands in a module by its name, and says why it failed with `ModelUnavailable` or `OSError`.

    Raises:
        ModelUnavailable: of `service`, with the reason that the other process gave.
        DataFolderUnusable: the folder of `done` cannot be written to.
    """
    call = "import json, sys; path, *order = json.load(sys.stdin); sys.path[:] = path; "
    call += f"from {__name__} import obey; obey(*order)"
    told = json.dumps([sys.path, export.__module__, export.__name__, *order])
    ended = subprocess.run([sys.executable, "-P", "-c", call], input=told, capture_output=True, text=True, check=False)
    if not done.is_file():
        lines = ended.stderr.strip().splitlines() or [f"the export ended with {ended.returncode}"]
        if lines[-1].startswith(UNWRITABLE):
            raise DataFolderUnusable(f"{done.parent}: {lines[-1]}")
        raise ModelUnavailable(service, lines[-1])


def obey(module: str, name: str, *order: str) -> None:
    """What the other process does: its last line on standard error is the reason when there is no export."""
    try:
        getattr(import_module(module), name)(*order)
    except ModelUnavailable as exc:
        sys.exit(exc.reason)
    except OSError as exc:
        sys.exit(f"{UNWRITABLE}: {exc}")


@contextmanager
def published(folder: Path, card: str) -> Iterator[Path]:
    """
    A temporary folder that becomes `folder` at the end, so that a crash leaves no half of an export behind.

    Where `folder` already holds the file `card`, another process was faster and may be reading it: it is left alone.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".export-") as temporary:
        work = Path(temporary)
        yield work
        try:
            work.rename(folder)
        except OSError:
            if (folder / card).is_file():
                return
            shutil.rmtree(folder, ignore_errors=True)
            work.rename(folder)
        work.mkdir()  # what TemporaryDirectory is about to remove


def stay_offline() -> None:
    """No download and no progress bar: to be called before transformers loads a model."""
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    from transformers.utils import logging

    logging.disable_progress_bar()  # type: ignore[no-untyped-call]


def make_room(service: str, model: nn.Module, folder: Path) -> None:
    """
    Nothing, when the disk of `folder` has room for the graph of `model`.

    Raises:
        ModelUnavailable: it has not.
    """
    needed = ROOM * sum(weight.numel() * weight.element_size() for weight in model.state_dict().values())
    free = shutil.disk_usage(folder).free
    if free < needed:
        sizes = f"{needed / 1e6:.0f} MB are needed and {free / 1e6:.0f} MB are free"
        raise ModelUnavailable(service, f"the exported model has no room in {folder}: {sizes}")


def weights_hash(model: nn.Module) -> str:
    """Twelve hex digits over the weights themselves, so that a renamed or moved model keeps its identity."""
    import torch

    digest = hashlib.sha256()
    for name, tensor in sorted(model.state_dict().items()):
        digest.update(name.encode())
        digest.update(tensor.detach().cpu().contiguous().reshape(-1).view(torch.uint8).numpy().tobytes())
    return digest.hexdigest()[:12]


def first_line(exc: BaseException) -> str:
    """The first line of what `exc` says, or the name of its class: a person reads one."""
    return (str(exc).strip().splitlines() or [type(exc).__name__])[0]
