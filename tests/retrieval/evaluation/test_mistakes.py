from __future__ import annotations

import pytest

from retrieval.evaluation.judging import Record, System, judge
from retrieval.evaluation.mistakes import Mistake, mistake_of
from retrieval.evaluation.questions import EvalQuestion
from retrieval.types import Answer, Hit, Reading
from tests.retrieval.evaluation.fakes import ScriptedSystem, answered, hits, not_found, reading

HIT, NO_HIT = hits(("x", "Bob ran. Ann won.")), hits(("x", "Bob ran."))


def record(
    answer: Answer,
    found: tuple[Hit, ...] | None = HIT,
    read: Reading | None = None,
    answers: tuple[str, ...] = ("Ann",),
) -> Record:
    fake = ScriptedSystem({"Who?": answer}, {"Who?": found or ()}, {"Who?": read} if read else {})
    system = System(fake.ask, None if found is None else fake.search, read=fake.read if read else None)
    return judge("f", EvalQuestion("1", "Who?", answers), system)


ELSEWHERE, UNTOLD, NOTHING = reading(("Bob ran.", "Bob ran.")), Reading((), 0.1), Reading((), 0.0)
OTHER_SENTENCE = reading(("Bob ran. Ann won.", "Bob ran."))
RIGHT_SENTENCE = reading(("Bob ran. Ann won.", "Ann won."))
RIGHT_SECOND = reading(("Bob ran.", "Bob ran."), ("Ann won.", "Ann won."))
WRONG = answered("Bob ran.")


@pytest.mark.parametrize(
    ("found", "mistake"),
    [
        (record(answered("Ann won.")), None),
        (record(not_found(), answers=()), None),
        (record(WRONG, answers=()), Mistake.NOT_THERE),
        (record(WRONG, NO_HIT, ELSEWHERE), Mistake.NOT_FOUND),
        (record(not_found(), NO_HIT, NOTHING), Mistake.NOT_FOUND),
        (record(WRONG, NO_HIT), Mistake.NOT_FOUND),
        (record(WRONG, (), UNTOLD), Mistake.NOT_FOUND),
        (record(WRONG, HIT, ELSEWHERE), Mistake.NOT_READ),
        (record(not_found(), HIT, NOTHING), Mistake.NOT_READ),
        (record(WRONG, HIT, OTHER_SENTENCE), Mistake.NOT_CHOSEN),
        (record(WRONG, HIT, RIGHT_SECOND), Mistake.NOT_CHOSEN),
        (record(not_found(), HIT, RIGHT_SECOND), Mistake.NOT_CHOSEN),
        # A reader may read further down than the search that is measured.
        (record(WRONG, NO_HIT, RIGHT_SECOND), Mistake.NOT_CHOSEN),
        (record(not_found(), HIT, RIGHT_SENTENCE), Mistake.WITHHELD),
        (record(not_found(), NO_HIT, RIGHT_SENTENCE), Mistake.WITHHELD),
        (record(WRONG, HIT, UNTOLD), Mistake.UNKNOWN),
        (record(not_found(), HIT), Mistake.UNKNOWN),
        (record(WRONG, None), Mistake.UNKNOWN),
        (record(WRONG, None, ELSEWHERE), Mistake.UNKNOWN),
        (record(answered("Bob ran.", "Ann won."), HIT, RIGHT_SECOND), Mistake.NOT_CHOSEN),
    ],
)
def test_a_mistake_is_of_the_step_that_lost_the_answer(found: Record, mistake: Mistake | None) -> None:
    assert mistake_of(found) is mistake
