"""Conditions: what a quote says only for the case that something else happens must not be said without it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from retrieval.proving.coverage import FREE
from retrieval.proving.texts import Case, stems_of

ENOUGH = 2
"""Words of what hangs on a condition from which on a sentence tells of it."""

_CONDITION = re.compile(
    r"(?<!even )(?<!as )(?<!what )(?<!wonder )(?<!see )(?<!know )(?<!ask )(?<!asked )(?<!sure )(?<!clear )(?<!doubt )"
    r"\b(?:[Uu]nless|[Ii]f(?! (?:not|any|ever|possible|necessary|so|at all|only)\b)|[Pp]rovided that|[Aa]s long as"
    r"|[Ss]o long as|[Oo]n condition that)\b"
)
""" "If" where it is no "whether", and no "if not hundreds"."""
_CLAUSE = re.compile(r"[,;:.!?“”\"]|\b(?:that|who|which|and|but|while|said|says|warned|added)\b")
_CONDITIONAL = frozenset(
    """if unless provided should whether could might may would until without depending depends condition conditional
    case once when otherwise possibly perhaps""".split()
)


def dropped_condition(case: Case) -> str | None:
    """ "condition" where the sentence leaves out what a quote makes a condition of it; None where it does not."""
    if any(word.text != "May" and not _CONDITIONAL.isdisjoint(word.folded) for word in case.sentence.words):
        return None
    ours = case.sentence.stems
    for source in case.sources:
        for sentence in source.sentences:
            for condition, hangs_on_it in _conditions(sentence):
                if len(hangs_on_it & ours) >= min(ENOUGH, len(hangs_on_it)) and not condition & ours and hangs_on_it:
                    return "condition"
    return None


def _conditions(line: str) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """The stems of each condition, and those of what hangs on it."""
    for match in _CONDITION.finditer(line):
        clauses = _CLAUSE.split(line[match.end() :], maxsplit=2)
        before = _CLAUSE.split(line[: match.start()])[-1]
        main = before if before.strip(" “\"'") else clauses[1] if len(clauses) > 1 else ""
        yield frozenset(stems_of(clauses[0])) - FREE, frozenset(stems_of(main)) - FREE
