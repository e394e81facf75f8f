"""Several systems on the same questions: the figures of each, and the paired differences to one of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from retrieval.evaluation.bootstrap import Estimate
from retrieval.types import Json

Figures = Mapping[str, Estimate | None]


@dataclass(frozen=True, slots=True)
class Comparison:
    """
    The figures of each system by its name, and each other system's difference: it minus `against`.

    An interval that lies above zero says that the system has more of it; both are taken on `questions` questions.
    """

    against: str
    questions: int
    figures: Mapping[str, Figures]
    differences: Mapping[str, Figures]

    def to_json(self) -> Json:
        return {
            "against": self.against,
            "questions": self.questions,
            "figures": _figures_json(self.figures),
            "differences": _figures_json(self.differences),
        }


def _figures_json(by_system: Mapping[str, Figures]) -> Json:
    return {
        name: {figure: found and found.to_json() for figure, found in figures.items()}
        for name, figures in by_system.items()
    }
