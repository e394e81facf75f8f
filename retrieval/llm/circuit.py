"""A service that fails again and again is left alone for a while, so that nobody waits for it in vain."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from config.errors import ServiceError, ServiceRefused, ServiceRested

IN_A_ROW = 3
"""Failures after which it is left alone; one is enough where a retry cannot help."""
REST_S, MOST_REST_S = 30.0, 600.0
"""How long at first; twice as long after each try that fails too, up to the second."""


class Circuit:
    """
    Counts failures of `service`. While it rests nothing is asked of it; then one question tries it. Safe to share.
    """

    def __init__(self, service: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._service = service
        self._clock = clock
        self._lock = threading.Lock()
        self._failures = 0
        self._why = ""
        self._rest_s = REST_S
        self._until: float | None = None

    def admit(self) -> bool:
        """
        To be called before the service is; whether this is the question that tries it after a rest.

        Raises:
            ServiceRested: it is left alone now.
        """
        with self._lock:
            if self._until is None:
                return False
            left = self._until - self._clock()
            if left > 0:
                raise ServiceRested(
                    self._service, f"it has failed before ({self._why}), and is tried again in {left:.0f} s"
                )
            # This question tries; the others go on without the service until it has been found to answer.
            self._until = self._clock() + self._rest_s
            return True

    def succeeded(self) -> None:
        with self._lock:
            self._failures, self._rest_s, self._until = 0, REST_S, None

    def failed(self, error: ServiceError, *, tried: bool = False) -> None:
        """`error` ended a question, all its retries included; `tried` is what it was told when it was admitted."""
        with self._lock:
            if self._until is not None and not tried:
                return  # it began before the rest, and says nothing new
            self._failures += 1
            self._why = error.reason
            if tried:
                self._rest_s = min(self._rest_s * 2, MOST_REST_S)
            if tried or self._failures >= IN_A_ROW or isinstance(error, ServiceRefused):
                self._until = self._clock() + self._rest_s
