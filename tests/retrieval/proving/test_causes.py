"""What `causes` claims: what came of what, and after what, must be so in a quote, and the same way round."""

from __future__ import annotations

import pytest

from retrieval.proving.causes import changed_cause
from tests.retrieval.proving.cases import case, table


@table(
    """
    Orders from abroad dried up because the mill closed. | The mill closed because orders from abroad dried up. | cause
    The riots in the northern towns led to power cuts. | Power cuts led to the riots in the northern towns. | cause
    Savers took their money out after the bank fell. | The bank fell after savers took their money out. | cause
    After the bank fell, savers took their money out. | The bank fell after savers took their money out. | cause
    Families left because the village lost its doctor. | The village lost its doctor and families left. | cause
    The mill closed because orders from abroad dried up. | Orders from abroad dried up, so the mill closed.
    The mill closed after orders from abroad dried up. | The mill closed because orders from abroad dried up.
    Power cuts caused the riots in the northern towns. | The riots in the northern towns were caused by power cuts.
    The northern towns saw riots because of power cuts. | Power cuts led to the riots in the northern towns.
    The mill is due to close in May. | The mill is to close in May.
    The mill closed. | The mill closed because orders from abroad dried up.
    Winds stopped a launch, and a valve caused another. | Winds stopped a launch, and a valve caused a delay.
    """
)
def test_cause_and_effect(sentence: str, quote: str, words: str | None) -> None:
    assert changed_cause(case(sentence, quote)) == words


@pytest.mark.parametrize("sentence", ["", "Because", "because of", "After,", "It rained, so"])
def test_a_sentence_with_half_of_a_cause_raises_nothing(sentence: str) -> None:
    changed_cause(case(sentence, "The mill closed because orders dried up."))
    changed_cause(case("The mill closed because orders dried up.", sentence))
    assert changed_cause(case("The mill closed.")) is None
