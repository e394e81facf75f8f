"""The memory of another process beside the files that it maps, looked at while it runs."""

from __future__ import annotations

import threading
from pathlib import Path
from types import TracebackType
from typing import Self

_EVERY_S = 0.02
_FIELD = "RssAnon:"  # in kibibytes


class AnonymousMemory:
    """
    Watches the process `pid` in a thread, as a context manager. `peak_mb` is the most it had, in 10^6 bytes.

    None where there is no /proc, and for a process that ended before it was looked at.
    """

    def __init__(self, pid: int) -> None:
        self.peak_mb: float | None = None
        self._status = Path(f"/proc/{pid}/status")
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while True:
            try:
                lines = self._status.read_text(encoding="ascii", errors="replace").splitlines()
            except OSError:
                return
            for line in lines:
                if line.startswith(_FIELD):
                    self.peak_mb = max(self.peak_mb or 0.0, int(line.split()[1]) * 1024 / 1e6)
            if self._over.wait(_EVERY_S):
                return
