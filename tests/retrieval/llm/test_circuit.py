"""A service that fails is left alone for a while; then one question tries it, and the others go on without it."""

from __future__ import annotations

import re
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from config.errors import ServiceRefused, ServiceRested, ServiceTimeout, ServiceUnreachable
from retrieval.llm.circuit import IN_A_ROW, MOST_REST_S, REST_S, Circuit
from tests.retrieval.llm.asking import Clock

AWAY = ServiceUnreachable("model", "it cannot be reached")


@pytest.fixture
def circuit(clock: Clock) -> Circuit:
    return Circuit("model", clock)


def rests(circuit: Circuit) -> bool:
    """Whether a question is turned away; one that is not counts as the try after a rest."""
    try:
        circuit.admit()
    except ServiceRested:
        return True
    return False


def fail(circuit: Circuit, times: int = IN_A_ROW) -> None:
    for _ in range(times):
        circuit.failed(AWAY, tried=circuit.admit())


def rest(circuit: Circuit) -> float:
    """The seconds until it is tried again, as it tells them."""
    with pytest.raises(ServiceRested) as caught:
        circuit.admit()
    told = re.search(r"in (\d+) s$", str(caught.value))
    assert told
    return float(told[1])


def rest_after_a_failed_try(circuit: Circuit) -> float:
    """The seconds that it rests after the try that is due now."""
    circuit.failed(AWAY, tried=circuit.admit())
    return rest(circuit)


def test_fewer_failures_than_so_many_in_a_row_change_nothing(circuit: Circuit) -> None:
    for _ in range(3):
        fail(circuit, IN_A_ROW - 1)
        circuit.admit()
        circuit.succeeded()
    assert not rests(circuit)


def test_so_many_failures_in_a_row_make_it_rest(circuit: Circuit) -> None:
    fail(circuit)
    with pytest.raises(ServiceRested) as caught:
        circuit.admit()
    assert not caught.value.retryable
    assert str(caught.value) == f"model: it has failed before ({AWAY.reason}), and is tried again in {REST_S:.0f} s"


def test_one_refusal_is_enough_because_a_retry_cannot_help(circuit: Circuit) -> None:
    circuit.failed(ServiceRefused("model", "it does not accept the key"))
    assert rests(circuit)


@pytest.mark.parametrize("error", [AWAY, ServiceTimeout("model", "it did not answer in time")])
def test_one_failure_of_another_kind_is_not_enough(error: ServiceUnreachable, circuit: Circuit) -> None:
    circuit.failed(error)
    assert not rests(circuit)


def test_the_time_that_is_left_is_told_and_shrinks(circuit: Circuit, clock: Clock) -> None:
    fail(circuit)
    clock.now += REST_S - 4
    with pytest.raises(ServiceRested, match="tried again in 4 s"):
        circuit.admit()


def test_after_the_rest_one_question_tries_and_the_others_are_turned_away(circuit: Circuit, clock: Clock) -> None:
    fail(circuit)
    clock.now += REST_S + 0.1
    assert [rests(circuit) for _ in range(4)] == [False, True, True, True]


def test_of_many_questions_at_once_exactly_one_tries(circuit: Circuit, clock: Clock) -> None:
    fail(circuit)
    many = 16
    for _ in range(20):
        clock.now += MOST_REST_S
        ready = threading.Barrier(many)

        def at_once(ready: threading.Barrier = ready) -> bool:
            ready.wait()
            return rests(circuit)

        with ThreadPoolExecutor(many) as pool:
            turned_away = [one.result() for one in [pool.submit(at_once) for _ in range(many)]]
        assert turned_away.count(False) == 1


def test_a_try_that_succeeds_opens_it_for_all_and_forgets_the_failures(circuit: Circuit, clock: Clock) -> None:
    fail(circuit)
    clock.now += REST_S + 0.1
    circuit.admit()
    circuit.succeeded()
    assert not any(rests(circuit) for _ in range(4))
    fail(circuit, IN_A_ROW - 1)
    assert not rests(circuit)


def test_each_try_that_fails_doubles_the_rest_up_to_the_most(circuit: Circuit, clock: Clock) -> None:
    fail(circuit)
    seen = [rest(circuit)]
    for _ in range(6):
        clock.now += seen[-1] + 1
        seen.append(rest_after_a_failed_try(circuit))
    assert seen == [30, 60, 120, 240, 480, 600, 600]


def test_after_a_success_it_rests_as_long_as_at_first(circuit: Circuit, clock: Clock) -> None:
    fail(circuit)
    for seconds in (REST_S, REST_S * 2):
        clock.now += seconds + 1
        rest_after_a_failed_try(circuit)
    circuit.succeeded()
    fail(circuit)
    assert rest(circuit) == REST_S


def test_a_try_of_which_nothing_is_heard_does_not_close_it_for_good(circuit: Circuit, clock: Clock) -> None:
    """Whoever asked has gone away in the middle: that is neither a success nor a failure."""
    fail(circuit)
    clock.now += REST_S + 0.1
    circuit.admit()
    assert rests(circuit)
    clock.now += REST_S + 0.1
    assert not rests(circuit)


def test_failures_of_many_threads_are_all_counted(clock: Clock) -> None:
    for _ in range(50):
        circuit = Circuit("model", clock)
        with ThreadPoolExecutor(IN_A_ROW) as pool:
            list(pool.map(circuit.failed, [AWAY] * IN_A_ROW))
        assert rests(circuit)


def test_questions_that_fail_after_it_rests_do_not_lengthen_the_rest(circuit: Circuit, clock: Clock) -> None:
    told = [circuit.admit() for _ in range(IN_A_ROW + 4)]
    for tried in told:
        circuit.failed(AWAY, tried=tried)
        clock.now += 1
    assert rest(circuit) == REST_S - len(told[IN_A_ROW - 1 :])


def test_a_question_from_before_the_rest_that_fails_during_the_try_does_not_end_it(
    circuit: Circuit, clock: Clock
) -> None:
    before = circuit.admit()
    fail(circuit)
    clock.now += REST_S + 1
    tried = circuit.admit()
    clock.now += 4
    circuit.failed(AWAY, tried=before)
    assert rest(circuit) == REST_S - 4
    circuit.failed(AWAY, tried=tried)
    assert rest(circuit) == REST_S * 2


def test_the_question_that_tries_is_told_so_and_no_other(circuit: Circuit, clock: Clock) -> None:
    assert not circuit.admit()
    fail(circuit)
    clock.now += REST_S + 1
    assert circuit.admit()
    circuit.succeeded()
    assert not circuit.admit()
