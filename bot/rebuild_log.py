"""What rebuilds did and why, in a file that whoever runs Dateline can look into afterwards."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path

LOG_FILE = "rebuild.log"
"""Its name in the data folder; ids of articles stand in it, never their words."""
LOG_BYTES = 1_000_000
"""Of which two are kept: this one and the one before."""


class _Quiet(RotatingFileHandler):
    """A full disk costs lines of the log, and never the rebuild: by itself `logging` would print a traceback of it."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  # the name that logging gives it
        pass

    def close(self) -> None:
        with suppress(OSError):  # what could not be written before cannot be written now
            super().close()


@contextmanager
def rebuild_log(data_dir: Path) -> Iterator[None]:
    """Write what is logged about rebuilds to the data folder's file; a folder that cannot be written has none."""
    logger = logging.getLogger("dateline.rebuild")
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        handler = _Quiet(data_dir / LOG_FILE, maxBytes=LOG_BYTES, backupCount=1, encoding="utf-8")
    except OSError:
        yield  # the rebuild itself tells what is wrong with the folder
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    level = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)
        handler.close()
