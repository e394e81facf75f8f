"""Attributions: what one side says of another, or an anonymous witness, is not what the news says."""

from __future__ import annotations

import re

from retrieval.proving.texts import Case

_SAYS = r"(?:said|says?|describ\w+|claim\w*|argu\w+|told|reads?|wrote|shows?)"
_ONE_SIDE = re.compile(
    r"\b(?:opposition|critics?|activists?|rivals?|campaigners?|lawsuits?|lawyers?|witness\w*|neighbou?rs?|broadcaster"
    r"|rebels?|army|opponents?|supporters?|family|relatives?|fans?|films?|documentary|letters?|banners?|posters?|leaflets?)\b"
    rf"[\w ’',-]{{0,30}}?\b{_SAYS}\b"
    r"|\baccording to (?:an|a|one|some|several) \w+"
    rf"|\b{_SAYS} (?:a|an|some|one) (?:\w+ )?(?:critic|activist|rival|witness|neighbour|lawyer|opponent|source)",
    re.IGNORECASE,
)
"""Whose word nobody else has confirmed."""
_ATTRIBUTED = re.compile(
    r"\b(?:said|says?|saying|according to|told|claim\w*|argu\w+|accus\w+|alleg\w*|describ\w+|critics|wrote|writes"
    r"|warn\w*|insist\w*|believ\w*|report\w*|think\w*|suggest\w*|announce\w*|state[ds]?|call\w*|ask\w*|estimat\w*|expect\w*|found"
    r"|show\w*|see[sn]?|for|testif\w*|maintain\w*|confirm\w*|add(?:ed|s)?|den\w+|predict\w*|reads?|demand\w*|want\w*)\b",
    re.IGNORECASE,
)


def unattributed(case: Case) -> str | None:
    """ "allegation" where all quotes give one side's word, and the sentence does not say that it is; else None."""
    if not case.sources or _ATTRIBUTED.search(case.sentence.line):
        return None
    one_sided = all(_ONE_SIDE.search(source.line) for source in case.sources)
    return "allegation" if one_sided else None
