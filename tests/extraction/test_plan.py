"""A plan says what the real check then asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import mishaps
import pytest
from stub import Stub

from verifier import Settings, Verifier
from verifier.extraction.plan import Plan

if TYPE_CHECKING:
    from collections.abc import Iterator

LONG = "\n\n".join(f"{mishaps.DRAFT} It was the {n}th day of the fair in Vell." for n in range(4, 6))


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch) -> Iterator[Stub]:
    with Stub(ClaimsAnswer=mishaps.good, RelationsAnswer={}) as good:
        monkeypatch.setenv("OPENAI_API_KEY", mishaps.KEY)
        monkeypatch.setenv("OPENAI_BASE_URL", good.url)
        yield good


def _checker(*, cache: bool = True) -> Verifier:
    return Verifier(settings=Settings(engine="model", window_words=60, cache=cache))


@pytest.mark.parametrize("text", [LONG, "One.", "On Monday 3 cats slept.", " \n "])
@pytest.mark.parametrize("cache", [True, False])
def test_the_plan_is_what_the_check_then_asks(stub: Stub, text: str, cache: bool) -> None:
    checker = _checker(cache=cache)
    plan = checker.plan(text)
    assert plan is not None
    assert stub.requests == [], "nothing is asked for a plan"
    report = checker.verify(text)
    assert (plan.calls, plan.cached) == (report.usage.calls, 0) == (len(stub.requests), 0)
    assert checker.plan(text) == (Plan(cached=plan.calls) if cache else plan)


def test_what_was_answered_before_is_not_counted_as_a_call(stub: Stub) -> None:
    checker = _checker()
    checker.verify(LONG)
    edited = LONG.replace("4th day", "last day")
    plan = checker.plan(edited)
    assert plan is not None
    report = checker.verify(edited)
    assert (plan.calls, plan.cached) == (report.usage.calls, report.usage.cached)
    assert plan.cached > 0


def test_tokens_are_those_of_the_calls_alone(stub: Stub) -> None:
    checker = _checker()
    plan = checker.plan(mishaps.DRAFT)
    assert plan is not None
    assert plan.sent > 1000 * plan.calls
    assert plan.returned >= 100 * plan.calls
    checker.verify(mishaps.DRAFT)
    assert checker.plan(mishaps.DRAFT) == Plan(cached=plan.calls)


def test_offline_there_is_nothing_to_plan() -> None:
    assert Verifier("offline").plan(mishaps.DRAFT) is None


def test_plans_add_up() -> None:
    assert Plan(1, 2, 3, 4) + Plan(10, 20, 30, 40) == Plan(11, 22, 33, 44)
