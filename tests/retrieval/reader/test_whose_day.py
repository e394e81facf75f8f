"""A day beside the thing that is asked after may be another one's."""

from __future__ import annotations

import pytest

from corpus.types import Span
from retrieval.reader.whose_day import of_another


def another(question: str, sentence: str, day: str) -> bool:
    start = sentence.index(day)
    return of_another(question, sentence, Span(start, start + len(day)))


@pytest.mark.parametrize(
    ("question", "sentence", "day"),
    [
        # the day of what it follows or precedes
        ("When is the vote on the port?", "The vote follows a debate in the council on 3 May.", "3 May"),
        ("When were the talks held?", "The talks followed a summit of the ministers on October 12.", "October 12"),
        ("When does the strike begin?", "The strike comes after a ballot that closed on Friday.", "Friday"),
        ("When was the ferry's sale announced?", "Its sale preceded the storm of 4 March 2021.", "4 March 2021"),
        ("When will the hearing resume?", "The hearing will follow a break that ends in June.", "June"),
        # a day that lies behind, for what is to come
        (
            "When will the next round be held?",
            "The second round was held in Oslo on September 4, 2018.",
            "September 4, 2018",
        ),
        ("When will the bridge open?", "The bridge closed on Monday for repairs.", "Monday"),
        ("When is the verdict expected?", "The judge heard the last witness on Tuesday.", "Tuesday"),
        ("By which month will a vaccine be released?", "The vaccine was tested in March.", "March"),
    ],
)
def test_the_day_of_another_thing_or_of_what_lies_behind_is_told(question: str, sentence: str, day: str) -> None:
    assert another(question, sentence, day)


@pytest.mark.parametrize(
    ("question", "sentence", "day"),
    [
        ("When is the vote on the port?", "The vote on the port will be held on 3 May.", "3 May"),
        (
            "When will the talks be held?",
            "Russia will invite them to talks scheduled for October 20 in Moscow.",
            "October 20",
        ),
        (
            "When will the talks be held?",
            "They have been invited for talks in the capital on Oct. 20, he said.",
            "Oct. 20",
        ),
        # the thing asked after is the one that the verb leads to
        (
            "When was the summit of the ministers?",
            "The talks followed a summit of the ministers on October 12.",
            "October 12",
        ),
        (
            "When did the ballot on the strike close?",
            "The strike comes after a ballot that closed on Friday.",
            "Friday",
        ),
        # what was is asked after
        (
            "When was the second round held?",
            "The second round was held in Oslo on September 4, 2018.",
            "September 4, 2018",
        ),
        ("When did the bridge close?", "The bridge closed on Monday for repairs.", "Monday"),
        # a verb of that kind behind the day, or of something else
        ("When did the ferry sink?", "The ferry sank on Monday, and an inquiry followed.", "Monday"),
        ("When did the mayor resign?", "Police followed the car on 2 June.", "2 June"),
        ("When?", "It follows the vote of 3 May.", "3 May"),
    ],
)
def test_a_day_that_may_be_the_things_own_is_left_alone(question: str, sentence: str, day: str) -> None:
    assert not another(question, sentence, day)
