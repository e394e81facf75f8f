"""What `attributions` claims: one side's word is told as its word."""

from __future__ import annotations

from retrieval.proving.attributions import unattributed
from tests.retrieval.proving.cases import case, quoted, table


@table(
    """
    Vint sold the wood to his cousin. | The opposition says Vint sold the wood to his cousin. | allegation
    Inmates were beaten with cables. | According to a former guard, inmates were beaten with cables. | allegation
    The law breaks the constitution. | Critics say the law breaks the constitution. | allegation
    The rebels burned the granary. | The state broadcaster said the rebels had burned the granary. | allegation
    The prince robs the poor. | The banner read: The prince robs the poor. | allegation
    The general ordered the massacre. | The film shows the general ordering the massacre. | allegation
    The opposition says Vint sold the wood. | The opposition says Vint sold the wood to his cousin.
    A former guard described beatings with cables. | According to a former guard, inmates were beaten with cables.
    The harbour closed. | The mayor said the harbour had closed.
    The harbour closed, according to witnesses. | Witnesses said the harbour had closed.
    """
)
def test_one_sides_word(sentence: str, quote: str, words: str | None) -> None:
    assert unattributed(case(sentence, quote)) == words


def test_what_another_quote_says_too_needs_no_attribution() -> None:
    sides = (quoted("Critics say the law is void."), quoted("The court found the law void."))
    assert unattributed(case("The law is void.", *sides)) is None
    assert unattributed(case("The law is void.", sides[0])) == "allegation"
    assert unattributed(case("The law is void.")) is None
