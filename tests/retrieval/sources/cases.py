"""The table of written cases of agreement, difference and near-copies, whole."""

from __future__ import annotations

from tests.retrieval.sources.agreement import AGREEMENT
from tests.retrieval.sources.copies import COPIES
from tests.retrieval.sources.differences import DIFFERENCES
from tests.retrieval.sources.limits import LIMITS
from tests.retrieval.sources.no_differences import NO_DIFFERENCES
from tests.retrieval.sources.not_copies import NOT_COPIES

CASES = (*AGREEMENT, *DIFFERENCES, *NO_DIFFERENCES, *COPIES, *NOT_COPIES, *LIMITS)
