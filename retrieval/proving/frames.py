"""Frames: what a quote only asks, makes up or says in jest must not become a fact."""

from __future__ import annotations

import re
from typing import NamedTuple

from retrieval.proving.coverage import FREE
from retrieval.proving.texts import Case, stems_of

ENOUGH = 2
"""Words of a framed sentence, and of no other one, from which on a sentence tells of what it tells."""


class Frame(NamedTuple):
    """A kind of sentence that states nothing, how it is known, and what of it the sentence has to keep."""

    name: str
    known_by: re.Pattern[str]
    kept_by: re.Pattern[str]


_MADE_UP = "novel|film|movie|series|play|book|story|exercise|drill|scenario|simulation|game|dream|episode|sketch|opera"
FRAMES = (
    Frame(
        "question",
        re.compile(r"\?[\"”’) ]*$"),
        re.compile(r"\b(?:whether|if|ask\w*|question\w*|how|what|who|whom|why|wonder\w*|unclear|doubt\w*)\b|\?", re.I),
    ),
    Frame(
        "fiction",
        re.compile(
            rf"^\W*In (?:the|his|her|their|a|an|its) (?:[\w’'-]+ ){{0,2}}(?:{_MADE_UP})\b|^\W*(?:Imagine|Suppose)\b"
        ),
        re.compile(rf"\b(?:{_MADE_UP}|imagin\w*|suppos\w*|fiction\w*|would)\b", re.IGNORECASE),
    ),
    Frame(
        "jest",
        re.compile(r"\b(?:joked|jokes|quipped|mused|daydreamed)\b"),
        re.compile(r"\b(?:jok\w+|quip\w*|mus(?:ed|es|ing)|daydream\w*|humou?r\w*)\b", re.IGNORECASE),
    ),
    Frame(
        "unreal",
        re.compile(r"\b(?:Had|Were) (?:[\w’'-]+ ){1,6}[^.]*\bwould\b|\bwould rather\b"),
        re.compile(r"\b(?:would|could|might|had|if)\b", re.IGNORECASE),
    ),
)
"""The last one is of what would have been."""


def unframed(case: Case) -> str | None:
    """The kind of sentence that the sentence makes a statement of; None where it does not."""
    ours = case.sentence.stems - FREE
    for source in case.sources:
        for told in source.sentences:
            frame = next((one for one in FRAMES if one.known_by.search(told)), None)
            if frame is None or frame.kept_by.search(case.sentence.line):
                continue
            others = (other for one in case.sources for other in one.sentences if other != told)
            if len(ours & (frozenset(stems_of(told)) - frozenset(stems_of(" ".join(others))))) >= ENOUGH:
                return frame.name
    return None
