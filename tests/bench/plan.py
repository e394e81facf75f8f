"""How much is measured."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Plan:
    """
    Repetitions, at most so many questions, so many passages; questions of a file or made; archives of so many articles.

    `index` is the data folder that warm questions are asked of; None asks the one that is rebuilt.
    """

    runs: int = 5
    warm_questions: int = 200
    passages: int = 256
    questions: Path | None = None
    index: Path | None = None
    sizes: tuple[int, ...] = (1000, 2000, 4000, 8000)
