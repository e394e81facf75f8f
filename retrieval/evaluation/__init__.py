"""
How good the answers are: question files asked of a system, each answer judged, the judgements counted.

    file ─► EvalQuestion ─► Record ─► Scores ─► Evaluation ─► Comparison
         questions      judging   figures, with the intervals of bootstrap; search_modes sets searches side by side

Beyond the figures, `thresholds` tells what refusing at another confidence would do, `calibration` whether a confidence
can be taken at its word, and `mistakes` at which step an answer was lost.
"""

from retrieval.evaluation.bootstrap import Estimate
from retrieval.evaluation.calibration import Bin, calibration_bins
from retrieval.evaluation.comparison import Comparison
from retrieval.evaluation.figures import Evaluation, Scores, compare_answers, evaluate
from retrieval.evaluation.judging import Record, System
from retrieval.evaluation.mistakes import Mistake, mistake_of
from retrieval.evaluation.questions import EvalQuestion, read_questions
from retrieval.evaluation.search_modes import compare_search
from retrieval.evaluation.thresholds import (
    CurvePoint,
    Outcomes,
    ThresholdRow,
    outcomes,
    precision_coverage,
    threshold_table,
)

__all__ = [
    "Bin",
    "Comparison",
    "CurvePoint",
    "Estimate",
    "EvalQuestion",
    "Evaluation",
    "Mistake",
    "Outcomes",
    "Record",
    "Scores",
    "System",
    "ThresholdRow",
    "calibration_bins",
    "compare_answers",
    "compare_search",
    "evaluate",
    "mistake_of",
    "outcomes",
    "precision_coverage",
    "read_questions",
    "threshold_table",
]
