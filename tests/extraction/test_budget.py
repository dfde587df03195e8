"""What may be spent: counted before it is."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import mishaps
import pytest
from stub import Prose, Status, Stub

from verifier import Verifier
from verifier.extraction.budget import Budget, Spent
from verifier.extraction.retry import FaultKind
from verifier.settings import Price, Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from verifier.report import Report

PRICE = Price(1.0, 10.0)


def _taken(budget: Budget, sent: int = 0, returned: int = 0, most: int = 1000) -> int:
    """How many such calls are let through."""
    for count in range(most):
        try:
            budget.reserve(sent, returned)
        except Spent:
            return count
    return most


def test_without_limits_all_is_let_through() -> None:
    assert _taken(Budget(None, None, None), 10**9, 10**9) == 1000


@pytest.mark.parametrize("limit", [0, 1, 7])
def test_so_many_calls_and_no_more(limit: int) -> None:
    budget = Budget(limit, None, None)
    assert _taken(budget) == limit
    with pytest.raises(Spent, match=f"limit of {limit} calls is reached") as caught:
        budget.reserve(1, 1)
    assert caught.value.fault.kind is FaultKind.BUDGET


def test_it_stops_before_the_call_that_would_exceed() -> None:
    # A call of a million tokens and a tenth as many back costs 2.
    assert _taken(Budget(None, 9.99, PRICE), 1_000_000, 100_000) == 4
    assert _taken(Budget(None, 10.0, PRICE), 1_000_000, 100_000) == 5
    assert _taken(Budget(None, 0.0, PRICE), 1, 0) == 0
    assert _taken(Budget(None, 0.0, Price(0, 0)), 1, 1) == 1000


def test_a_call_that_came_cheaper_leaves_room_for_others() -> None:
    budget = Budget(None, 4.0, PRICE)
    first = budget.reserve(1_000_000, 100_000)
    budget.reserve(1_000_000, 100_000)
    assert _taken(budget, 1_000_000, 0) == 0
    budget.settle(first, 500_000, 50_000)
    assert _taken(budget, 1_000_000, 0) == 1


def test_a_call_that_came_dearer_is_counted_in_full() -> None:
    budget = Budget(None, 4.0, PRICE)
    budget.settle(budget.reserve(1_000_000, 0), 4_000_000, 0)
    assert _taken(budget, 1, 0) == 0


def test_a_call_that_was_never_made_is_given_back() -> None:
    budget = Budget(1, 2.0, PRICE)
    budget.release(budget.reserve(1_000_000, 100_000))
    assert _taken(budget, 1_000_000, 100_000) == 1


@pytest.mark.parametrize(
    "budget", [Budget(100, None, None), Budget(None, 100.0, Price(1, 0))], ids=["calls", "cost"]
)
def test_calls_at_the_same_time_do_not_exceed_together(budget: Budget) -> None:
    counts: list[int] = []
    threads = [threading.Thread(target=lambda: counts.append(_taken(budget, 1_000_000))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(counts) == 100


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[object, int]]:
    """A check by a good model with some limits; with how many requests came."""

    def run(position: int = 0, answer: object = None, times: int = 0, **limits: object) -> tuple[object, int]:
        settings = Settings(**{"engine": "model", "window_words": 40, "cache": False, **limits})  # type: ignore[arg-type]
        with mishaps.at(position, answer, times=times) as stub:
            monkeypatch.setenv("OPENAI_API_KEY", mishaps.KEY)
            monkeypatch.setenv("OPENAI_BASE_URL", stub.url)
            return mishaps.check(settings), len(stub.requests)

    return run


@pytest.mark.parametrize("most", [0, 1, 3])
def test_a_check_stops_at_so_many_calls(checked: Callable[..., tuple[Report, int]], most: int) -> None:
    report, requests = checked(max_calls=most)
    assert requests == report.usage.calls == most
    assert not report.complete
    assert len(report.problems) == 4 - most
    assert all(f"the limit of {most} calls is reached" in problem for problem in report.problems)


def test_a_check_stops_before_it_costs_too_much(checked: Callable[..., tuple[Report, int]]) -> None:
    report, requests = checked(price=Price(1000, 0), max_cost=3.0)
    assert 0 < requests < 4
    assert "one more call could exceed the limit of 3" in report.problems[0]


def test_a_second_try_counts_too(checked: Callable[..., tuple[Report, int]]) -> None:
    report, requests = checked(0, Prose("No."), times=9, max_calls=4)
    assert requests == 4
    (said,) = report.problems
    assert "the limit of 4 calls is reached" in said


def test_a_call_that_was_turned_away_costs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "On Monday it rained."
    with Stub(ClaimsAnswer=[Status(500), Status(503), mishaps.good]) as stub:
        monkeypatch.setenv("OPENAI_API_KEY", mishaps.KEY)
        monkeypatch.setenv("OPENAI_BASE_URL", stub.url)
        settings = Settings(engine="model", cache=False, price=Price(1000, 0))
        plan = Verifier(settings=settings).plan(text)
        assert plan is not None
        assert plan.calls == 1
        enough_for_one = 1.5 * Price(1000, 0).of(plan.sent, 0)
        report = mishaps.check(replace(settings, max_cost=enough_for_one), text)
        assert len(stub.requests) == 3
    assert report.complete, report.problems


def test_a_limit_holds_for_all_drafts_of_a_checker(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(engine="model", window_words=40, cache=False, max_calls=6)
    with Stub(ClaimsAnswer=mishaps.good, RelationsAnswer={}) as stub:
        monkeypatch.setenv("OPENAI_API_KEY", mishaps.KEY)
        monkeypatch.setenv("OPENAI_BASE_URL", stub.url)
        pipeline = mishaps.pipeline(settings)
        reports = [asyncio.run(pipeline.check(mishaps.DRAFT)) for _ in range(3)]
        assert len(stub.requests) == 6
    assert [report.usage.calls for report in reports] == [4, 2, 0]
    assert [report.complete for report in reports] == [True, False, False]
