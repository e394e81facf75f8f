"""Which questions name a time of their own, and which only seem to."""

from __future__ import annotations

from datetime import date

import pytest

from retrieval.types import Window
from retrieval.windows import window_in, without

NAMED = """
What happened in October 2021? | in October 2021 | 2021-10-01 | 2021-10-31
In 2019, who led the talks? | In 2019 | 2019-01-01 | 2019-12-31
Who was hurt during the 2020s? | during the 2020s | 2020-01-01 | 2029-12-31
What was decided in the 1990s? | in the 1990s | 1990-01-01 | 1999-12-31
What was said in early 2021? | in early 2021 | 2021-01-01 | 2021-12-31
What happened on 4 May 2021? | on 4 May 2021 | 2021-05-04 | 2021-05-04
What happened on May 4, 2021? | on May 4, 2021 | 2021-05-04 | 2021-05-04
What has Kabulov said since 2022? | since 2022 | 2022-01-01 |
What has he said since March 3, 2022? | since March 3, 2022 | 2022-03-03 |
Who has won after 2020? | after 2020 | 2021-01-01 |
Who won after May 2021? | after May 2021 | 2021-06-01 |
What was known before 2020? | before 2020 | | 2019-12-31
What was known before May 4, 2021? | before May 4, 2021 | | 2021-05-03
What was known until March 2021? | until March 2021 | | 2021-03-31
Who fled between May and July 2023? | between May and July 2023 | 2023-05-01 | 2023-07-31
Who fled between May 2021 and July 2023? | between May 2021 and July 2023 | 2021-05-01 | 2023-07-31
Who ruled from 2014 to 2016? | from 2014 to 2016 | 2014-01-01 | 2016-12-31
What fell in the last week of May 2021? | in the last week of May 2021 | 2021-05-25 | 2021-05-31
What fell in the first week of May 2021? | in the first week of May 2021 | 2021-05-01 | 2021-05-07
Who led the Taliban group at the 2018 meeting? | | |
Who won the 2018 FIFA World Cup? | | |
What shall be banned by 2050? | | |
What happened this week? | | |
What happened in October? | | |
What happened on October 7? | | |
Who grew from 2016 to 2014? | | |
Was it in 2014 or in 2016? | | |
Who may march in March? | | |
"""


def rows() -> list[tuple[str, Window | None]]:
    found = []
    for line in NAMED.strip().splitlines():
        question, text, since, until = (cell.strip() for cell in line.split("|"))
        days = (date.fromisoformat(day) if day else None for day in (since, until))
        found.append((question, Window(text, *days) if text else None))
    return found


@pytest.mark.parametrize(("question", "window"), rows(), ids=[question for question, _ in rows()])
def test_only_a_time_that_says_its_year_is_a_window(question: str, window: Window | None) -> None:
    assert window_in(question) == window


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("Who led the talks in October 2021?", "Who led the talks?"),
        ("In 2019, who led the talks?", "who led the talks?"),
        ("Who led the talks in 2019 in Doha?", "Who led the talks in Doha?"),
        ("Who led, since 2019, the talks?", "Who led the talks?"),
    ],
)
def test_what_is_left_of_a_question_without_its_time_is_a_question(question: str, rest: str) -> None:
    window = window_in(question)
    assert window
    assert without(question, window) == rest
