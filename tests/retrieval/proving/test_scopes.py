"""What `scopes` claims: some are not all, a former one is not in office, and a son is not his father."""

from __future__ import annotations

import pytest

from retrieval.proving.scopes import widened_scope
from tests.retrieval.proving.cases import case, table


@table(
    """
    The schools of the county were shut. | Some of the schools of the county were shut. | Some of the schools
    The old town was flooded on Sunday. | Parts of the old town were flooded on Sunday. | Parts of the old
    The orchestra walked out. | Members of the orchestra walked out. | Members of the orchestra
    Many of the schools were shut. | Some of the schools were shut.
    All those schools were shut for good. | Some of the schools were shut for good. | Some of the schools
    Two of the 14 miners were rescued. | Two of the 14 trapped miners were rescued.
    The schools were shut. | The schools were shut, and some of the schools stayed so.
    Governor Vint signed the treaty. | The former governor Vint signed the treaty. | former governor
    Mayor Derk opened the canal. | Deputy mayor Derk opened the canal. | Deputy mayor
    President Orla spoke. | President-elect Orla spoke. | President-elect
    Ex-governor Vint signed the treaty. | The former governor Vint signed the treaty.
    Vint, once governor, signed the treaty. | The former governor Vint signed the treaty.
    It was the worst drought. | It was the worst drought in the province since 1976. | worst drought
    It was the worst drought in the province. | It was the worst drought in the province since 1976. | worst drought
    It was the worst drought in the province since 1976. | It was the worst drought in the province since 1976.
    The opposition leader was stabbed in Rimal. | The son of the opposition leader was stabbed in Rimal. | son
    The bank resigned after the leak. | A lawyer for the bank resigned after the leak. | lawyer
    The opposition leader's son was stabbed in Rimal. | The son of the opposition leader was stabbed in Rimal.
    """
)
def test_what_is_said_of_some_or_of_one_with_a_limit(sentence: str, quote: str, words: str | None) -> None:
    found = widened_scope(case(sentence, quote))
    assert (found is None) is (words is None), found
    if words and not words.startswith("worst"):
        assert found == words


@pytest.mark.parametrize("sentence", ["", "Some of the", "former", "The son of"])
def test_halves_raise_nothing(sentence: str) -> None:
    for one, other in ((sentence, "Some of the former mayors were shut."), ("The mayors were shut.", sentence)):
        widened_scope(case(one, other))
    assert widened_scope(case("The schools were shut.")) is None
