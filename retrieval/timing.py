"""How long the parts of one question took."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")


class Stopwatch:
    """Adds up milliseconds by name, and those since it was made as `total`."""

    def __init__(self) -> None:
        self._started = time.perf_counter()
        self._laps: dict[str, float] = {}

    @contextmanager
    def lap(self, name: str) -> Iterator[None]:
        started = time.perf_counter()
        try:
            yield
        finally:
            self._laps[name] = self._laps.get(name, 0.0) + (time.perf_counter() - started) * 1000

    def each(self, name: str, items: Iterator[T]) -> Iterator[T]:
        """`items`, with the time that they take to come, and not what is done with them meanwhile."""
        while True:
            with self.lap(name):
                try:
                    item = next(items)
                except StopIteration:
                    return
            yield item

    def read(self) -> dict[str, float]:
        """Milliseconds since the start as `total`, then each lap's."""
        return {"total": (time.perf_counter() - self._started) * 1000, **self._laps}
