"""How often one person may do one thing."""

from __future__ import annotations

import time
from collections.abc import Callable

PEOPLE_REMEMBERED = 10_000


class Pause:
    """At least `every_s` seconds between two times that a person does it. Nothing of it outlives the process."""

    def __init__(self, every_s: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._every_s = every_s
        self._clock = clock
        self._did_at: dict[int, float] = {}

    def left_s(self, person: int) -> float:
        """The seconds that a person has still to wait; 0.0 when there are none, or never was a first time."""
        now = self._clock()
        return max(self._did_at.get(person, now - self._every_s) + self._every_s - now, 0.0)

    def begin(self, person: int) -> None:
        """The person does it now."""
        now = self._clock()
        if len(self._did_at) >= PEOPLE_REMEMBERED:
            self._did_at = {who: at for who, at in self._did_at.items() if now - at < self._every_s}
        self._did_at[person] = now
