"""Keeping to a rate, on a clock of the test's own."""

from __future__ import annotations

import asyncio
import threading
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.extraction.pace import Pace, Rate

BURST = 0.1
"""The share of a minute's worth that may be sent at once after a pause."""


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


calls = st.lists(st.tuples(st.floats(0, 30), st.floats(0.1, 50)), min_size=1, max_size=80)


@given(st.floats(1, 1000), calls)
def test_no_minute_sees_more_than_the_limit_and_the_burst(
    per_minute: float, asked: list[tuple[float, float]]
) -> None:
    clock = Clock()
    rate = Rate(per_minute, clock)
    used: list[tuple[float, float]] = []
    for pause, units in asked:
        clock.now += pause
        used.append((clock.now + rate.reserve(units), units))
    used.sort()
    for start, _ in used:
        inside = [units for at, units in used if start <= at < start + 60]
        # The last call of a minute may be longer than what is left of it.
        assert sum(inside) <= per_minute * (1 + BURST) + max(inside) + 1e-6


@given(st.floats(1, 1000), calls)
def test_calls_go_in_the_order_in_which_they_came(
    per_minute: float, asked: list[tuple[float, float]]
) -> None:
    clock = Clock()
    rate = Rate(per_minute, clock)
    due = []
    for pause, units in asked:
        clock.now += pause
        due.append(clock.now + rate.reserve(units))
    assert all(earlier <= later + 1e-6 for earlier, later in pairwise(due))


@given(st.floats(1, 1000), st.integers(1, 200))
def test_nothing_is_wasted(per_minute: float, count: int) -> None:
    rate = Rate(per_minute, Clock())
    last = max(rate.reserve(1) for _ in range(count))
    assert last == pytest.approx(max(0.0, (count - 1) * 60 / per_minute - 60 * BURST), abs=1e-6)


def test_a_pause_earns_a_burst_and_no_more() -> None:
    clock = Clock()
    rate = Rate(60, clock)
    clock.now += 10_000
    waits = [rate.reserve(1) for _ in range(9)]
    assert waits == [0] * 7 + [1, 2]


def test_several_threads_share_one_rate() -> None:
    rate = Rate(600, Clock())
    waits: list[float] = []

    def reserve() -> None:
        waits.extend(rate.reserve(1) for _ in range(50))

    threads = [threading.Thread(target=reserve) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(waits) == pytest.approx([max(0.0, n * 0.1 - 6) for n in range(400)], abs=1e-6)


def test_several_event_loops_share_one_rate() -> None:
    pace = Pace(requests=600, tokens=None, clock=Clock())

    async def reserve() -> list[float]:
        return [pace.reserve(1) for _ in range(100)]

    waits = asyncio.run(reserve()) + asyncio.run(reserve())
    assert waits == pytest.approx([max(0.0, n * 0.1 - 6) for n in range(200)], abs=1e-6)


@pytest.mark.parametrize(
    ("requests", "tokens", "wait"),
    [
        (None, None, 0.0),
        (60, None, 4.0),  # ten requests, one a second, six at once
        (None, 6000, 94.0),  # ten thousand tokens, a hundred a second
        (60, 6000, 94.0),  # the tighter of both
    ],
)
def test_the_tighter_limit_holds(requests: float | None, tokens: float | None, wait: float) -> None:
    pace = Pace(requests, tokens, Clock())
    for _ in range(10):
        pace.reserve(1000)
    assert pace.reserve(1000) == pytest.approx(wait)
