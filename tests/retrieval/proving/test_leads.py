"""What `leads` claims: "since" is not "until", "fell by" is not "fell to", and points are not percent."""

from __future__ import annotations

import pytest

from retrieval.proving.leads import misled
from tests.retrieval.proving.cases import case, table


@table(
    """
    The curfew applies until Monday. | The curfew has applied since Monday. | until Monday
    The show runs until 4 May. | The show runs from 4 May. | until 4 May
    The tunnel will be finished in 2028. | The tunnel must be finished by 2028. | in 2028
    The shop is closed on Tuesday. | The shop is closed from Tuesday. | on Tuesday
    Exports fell by 4 million tonnes. | Exports fell to 4 million tonnes. | by 4
    Unemployment fell to 2 percent. | Unemployment fell by 2 percent to 9 percent. | to 2
    Turnout rose 5 percent. | Turnout rose 5 percentage points. | 5
    The curfew has applied since Monday. | The curfew, since Monday in force, ends on Friday.
    The show opens on 4 May. | The show opens after a gala on 4 May.
    The show runs from 4 May until 9 June. | The show runs from 4 May until 9 June.
    The show runs until 9 June. | It opens on 9 May and runs until 9 June, when it moves on 9 June.
    Unemployment fell by 2 percent to 9 percent. | Unemployment fell to 9 percent, by 2 percent.
    Turnout rose 5 percentage points to 60 percent. | Turnout rose 5 percentage points to 60 percent.
    The mill closed. | The mill closed by Friday.
    """
)
def test_the_lead_of_a_day_or_an_amount(sentence: str, quote: str, words: str | None) -> None:
    assert misled(case(sentence, quote)) == words


@pytest.mark.parametrize("line", ["", "by", "since until 2020", "to to 6", "percentage points"])
def test_leads_to_nothing_raise_nothing(line: str) -> None:
    misled(case(line, "Since Monday it fell by 5."))
    assert misled(case("Since Monday it fell by 5.")) is None
    assert misled(case("Since Monday it fell by 5.", line)) is None
