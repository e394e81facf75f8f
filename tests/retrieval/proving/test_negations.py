"""What `negations` claims: a quote that denies one thing denies no other."""

from __future__ import annotations

from retrieval.proving.negations import denied_otherwise
from tests.retrieval.proving.cases import case, table


@table(
    """
    None of the hostages were freed. | Not all of the hostages were freed. | denial
    The hostages were not freed. | Not all of the hostages were freed. | denial
    Some of the hostages were not freed. | Not all of the hostages were freed.
    Not all hostages were freed. | Not all of the hostages were freed.
    None of the hostages were freed. | Not all of the hostages were hurt, and none were freed.
    The north did not lose power. | Not only the north but also the south lost power. | denial
    No houses burned down. | No fewer than 40 houses burned down. | denial
    Nobody survived the wreck. | Nobody but the captain survived the wreck. | denial
    Nobody except the captain survived the wreck. | Nobody but the captain survived the wreck.
    Vint did not resign. | Vint did not resign because of the affair but because of his health. | denial
    Vint did not resign because of the affair. | Vint did not resign because of the affair but because of his health.
    Vint resigned. | Vint did not resign because of the affair but because of his health.
    """
)
def test_what_a_negation_is_about(sentence: str, quote: str, words: str | None) -> None:
    assert denied_otherwise(case(sentence, quote)) == words


def test_without_a_negation_or_a_quote_nothing_is_denied() -> None:
    assert denied_otherwise(case("", "Not all left.")) is None
    assert denied_otherwise(case("Nobody left.")) is None
