"""What the shipped reader's confidence came to on the development data: for whoever chooses a threshold."""

from __future__ import annotations

import json
from typing import NamedTuple

from retrieval.reader.model import SHIPPED

THRESHOLDS_FILE = "thresholds.json"


class Measured(NamedTuple):
    """
    Shares at a threshold: of the answerable questions answered, of the others refused, and of the answers right.

    Cross-validated, as tests/bench/fit_reader.py prints them.
    """

    threshold: float
    answered: float
    refused: float
    right_of_answered: float


def measured() -> tuple[Measured, ...]:
    """The rows beside the shipped weights, by threshold."""
    rows = json.loads((SHIPPED / THRESHOLDS_FILE).read_text(encoding="utf-8"))
    return tuple(Measured(**row) for row in rows)
