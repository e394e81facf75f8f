"""
How good the answers are: question files asked of a system, each answer judged, the judgements counted.

    file ─► EvalQuestion ─► Record ─► Scores ─► Evaluation
         questions      judging   figures, with the intervals of bootstrap; search_modes sets searches side by side
"""

from retrieval.evaluation.bootstrap import Estimate
from retrieval.evaluation.figures import Evaluation, Scores, evaluate
from retrieval.evaluation.judging import Record, System
from retrieval.evaluation.questions import EvalQuestion, read_questions
from retrieval.evaluation.search_modes import SearchComparison, compare_search

__all__ = [
    "Estimate",
    "EvalQuestion",
    "Evaluation",
    "Record",
    "Scores",
    "SearchComparison",
    "System",
    "compare_search",
    "evaluate",
    "read_questions",
]
