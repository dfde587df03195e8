"""Many drafts at once: in what order, how many at a time, and what a failure costs the others."""

from __future__ import annotations

import asyncio
import gc
import threading
import time
import tracemalloc
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self

import mishaps
import pytest
from stub import Status, Stub

from verifier import Settings, Verifier
from verifier.claims import Usage
from verifier.errors import InputError, ProviderError
from verifier.extraction.asking import Reply
from verifier.extraction.model import ModelExtractor
from verifier.extraction.offline import OfflineExtractor
from verifier.many import _AHEAD, Outcome, check_many, in_thread
from verifier.pipeline import Pipeline
from verifier.report.build import Engine

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Iterator

    from verifier.extraction.asking import Question
    from verifier.extraction.retry import Fault


@dataclass
class Checks:
    """Stands for a pipeline: a draft says how long it takes, or that it fails; what came of it is counted."""

    running: int = 0
    most: int = 0
    opened_times: int = 0
    open: bool = False
    ended: list[str] = field(default_factory=list)
    cancelled: list[str] = field(default_factory=list)

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[Checks]:
        self.opened_times += 1
        self.open = True
        try:
            yield self
        finally:
            self.open = False

    async def check(self, text: str, name: str | None) -> Any:
        assert self.open
        self.running += 1
        self.most = max(self.most, self.running)
        try:
            if text == "fails":
                raise ProviderError("gone")
            if text == "breaks":
                raise ZeroDivisionError
            await asyncio.sleep(float(text))
            self.ended.append(text)
        except asyncio.CancelledError:
            self.cancelled.append(text)
            raise
        finally:
            self.running -= 1
        return f"report of {name}"


def _outcomes(checks: Any, drafts: Any, at_once: int) -> AsyncGenerator[Outcome]:
    return check_many(checks, drafts, at_once)


async def _all(checks: Checks, drafts: Any, at_once: int = 4) -> list[Outcome]:
    return [outcome async for outcome in _outcomes(checks, drafts, at_once)]


def test_each_outcome_says_which_draft_it_is_of() -> None:
    drafts = [("slow", "0.2"), "0", ("fails", "fails"), ("breaks", "breaks"), ("last", "0.01")]
    outcomes = asyncio.run(_all(Checks(), drafts))
    assert sorted(outcome.index for outcome in outcomes) == [0, 1, 2, 3, 4]
    by_index = {outcome.index: outcome for outcome in outcomes}
    assert [by_index[n].name for n in range(5)] == ["slow", None, "fails", "breaks", "last"]
    reports: list[Any] = [by_index[n].report for n in range(5)]
    assert reports == [
        "report of slow",
        "report of None",
        None,
        None,
        "report of last",
    ]
    assert isinstance(by_index[2].error, ProviderError)
    assert isinstance(by_index[3].error, ZeroDivisionError)
    assert outcomes[-1].index == 0, "as soon as it is there: the slow one comes last"


def test_those_that_end_together_come_in_the_order_of_the_drafts() -> None:
    outcomes = asyncio.run(_all(Checks(), ["fails"] * 12, at_once=12))
    assert [outcome.index for outcome in outcomes] == list(range(12))


@pytest.mark.parametrize("at_once", [1, 3, 50])
def test_no_more_at_once_than_asked_for(at_once: int) -> None:
    checks = Checks()
    asyncio.run(_all(checks, ["0.002"] * 20, at_once))
    assert checks.most == min(at_once, 20)
    assert len(checks.ended) == 20
    assert checks.opened_times == 1, "one connection for all of them"
    assert not checks.open


def test_drafts_are_taken_as_places_fall_free() -> None:
    taken = 0

    def drafts() -> Iterator[str]:
        nonlocal taken
        for _ in range(100):
            taken += 1
            yield "0"

    async def run() -> None:
        outcomes = _outcomes(Checks(), drafts(), 3)
        async for outcome in outcomes:
            assert taken <= outcome.index + 1 + 2 * 3
            if outcome.index == 10:
                break
        await outcomes.aclose()

    asyncio.run(run())
    assert taken < 20


def test_no_drafts_no_outcomes() -> None:
    assert asyncio.run(_all(Checks(), [])) == []
    assert list(in_thread(lambda: _outcomes(Checks(), [], 3))) == []


def test_closing_ends_what_is_still_running() -> None:
    checks = Checks()

    async def run() -> None:
        outcomes = _outcomes(checks, ["0", "30", "30"], 3)
        assert (await anext(outcomes)).index == 0
        await outcomes.aclose()

    started = time.monotonic()
    asyncio.run(run())
    assert checks.cancelled == ["30", "30"]
    assert (checks.running, checks.open) == (0, False)
    assert time.monotonic() - started < 10


def test_an_error_of_the_drafts_themselves_ends_all_and_is_told() -> None:
    def drafts() -> Iterator[str]:
        yield "0"
        raise OSError("no more files")

    checks = Checks()
    with pytest.raises(OSError, match="no more files"):
        asyncio.run(_all(checks, drafts()))
    with pytest.raises(OSError, match="no more files"):
        list(in_thread(lambda: _outcomes(checks, drafts(), 4)))
    assert (checks.running, checks.open) == (0, False)


# For those who do not await.


def _threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "verifier"]


def test_a_thread_hands_out_the_same_outcomes() -> None:
    outcomes = list(in_thread(lambda: _outcomes(Checks(), [("a", "0.01"), "fails", "0"], 2)))
    assert {outcome.index for outcome in outcomes} == {0, 1, 2}
    assert _threads() == []


def test_closing_the_iterator_cancels() -> None:
    checks = Checks()
    outcomes = in_thread(lambda: _outcomes(checks, ["0", "30", "30"], 3))
    assert next(outcomes).index == 0
    started = time.monotonic()
    outcomes.close()  # type: ignore[attr-defined]
    assert time.monotonic() - started < 10
    assert checks.cancelled == ["30", "30"]
    assert _threads() == []


def test_what_interrupts_the_caller_ends_the_checks() -> None:
    checks = Checks()

    def look() -> None:
        for _ in in_thread(lambda: _outcomes(checks, ["0", "30"], 2)):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        look()
    assert _threads() == []
    assert checks.running == 0


def test_a_loop_that_cannot_be_had_is_told_and_nothing_hangs(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_loop(coroutine: Any) -> None:
        coroutine.close()
        raise OSError("too many open files")

    monkeypatch.setattr(asyncio, "run", no_loop)
    with pytest.raises(OSError, match="too many open files"):
        list(in_thread(lambda: _outcomes(Checks(), ["0"], 1)))
    assert _threads() == []


def test_it_works_beside_a_running_loop() -> None:
    async def in_a_notebook() -> int:
        return len(list(in_thread(lambda: _outcomes(Checks(), ["0"] * 5, 2))))

    assert asyncio.run(in_a_notebook()) == 5


def test_a_slow_caller_is_not_buried_in_reports() -> None:
    checks = Checks()
    outcomes = in_thread(lambda: _outcomes(checks, ["0"] * 500, 4))
    next(outcomes)
    last = -1
    while last != len(checks.ended):
        last = len(checks.ended)
        time.sleep(0.05)
    assert last <= 1 + _AHEAD + 2 * 4
    assert len(list(outcomes)) == 499
    assert len(checks.ended) == 500


# With the real program.


def test_many_drafts_offline_come_in_their_order() -> None:
    drafts = ["On Monday 3 cats slept.", ("bad", b"\xff"), ("none", None), ("x", mishaps.DRAFT)]
    outcomes = list(Verifier("offline").verify_many(drafts))  # type: ignore[arg-type]
    assert [(outcome.index, outcome.name) for outcome in outcomes] == [
        (0, None),
        (1, "bad"),
        (2, "none"),
        (3, "x"),
    ]
    assert [isinstance(outcome.error, InputError) for outcome in outcomes] == [False, True, True, False]
    assert outcomes[3].report == Verifier("offline").verify(mishaps.DRAFT, name="x").model_copy(
        update={"usage": outcomes[3].report.usage}  # type: ignore[union-attr]
    )


@pytest.mark.parametrize("draft", [7, None, b"text"])
def test_what_is_no_draft_does_not_stop_the_others(draft: Any) -> None:
    first, second = Verifier("offline").verify_many([draft, "One."])
    assert isinstance(first.error, InputError)
    assert second.report is not None


SETTINGS = Settings(engine="model", window_words=40, cache=False, concurrency=3)


@pytest.fixture
def checker(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Verifier, Stub]]:
    with Stub(ClaimsAnswer=mishaps.good, RelationsAnswer={}) as stub:
        monkeypatch.setenv("OPENAI_API_KEY", mishaps.KEY)
        monkeypatch.setenv("OPENAI_BASE_URL", stub.url)
        yield Verifier(settings=SETTINGS), stub


def test_many_drafts_by_a_model(checker: tuple[Verifier, Stub]) -> None:
    verifier, stub = checker
    drafts = [(f"{n}.txt", mishaps.DRAFT.replace("Vell", f"Vell{n}")) for n in range(8)]
    outcomes = sorted(verifier.verify_many(iter(drafts)), key=lambda outcome: outcome.index)
    reports = [outcome.report for outcome in outcomes]
    assert all(report is not None and report.complete for report in reports)
    assert [report.draft.name for report in reports if report is not None] == [name for name, _ in drafts]
    assert len(stub.requests) == 8 * 4


def test_many_drafts_awaited(checker: tuple[Verifier, Stub]) -> None:
    async def run() -> list[Outcome]:
        return [outcome async for outcome in checker[0].averify_many([mishaps.DRAFT, 7, mishaps.DRAFT])]  # type: ignore[list-item]

    outcomes = sorted(asyncio.run(run()), key=lambda outcome: outcome.index)
    assert [outcome.error is None for outcome in outcomes] == [True, False, True]


def test_a_refused_key_is_not_tried_with_every_draft(monkeypatch: pytest.MonkeyPatch) -> None:
    with Stub(ClaimsAnswer=Status(401), RelationsAnswer=Status(401)) as stub:
        monkeypatch.setenv("OPENAI_API_KEY", mishaps.KEY)
        monkeypatch.setenv("OPENAI_BASE_URL", stub.url)
        outcomes = list(Verifier(settings=SETTINGS).verify_many([mishaps.DRAFT] * 30))
        assert len(stub.requests) <= 2 * 4 * SETTINGS.concurrency
    assert len(outcomes) == 30
    assert all(isinstance(outcome.error, ProviderError) for outcome in outcomes)


def test_a_draft_that_is_turned_away_with_403_does_not_stop_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def flagged(body: dict[str, Any]) -> Any:
        return Status(403) if "harbour" in str(body["messages"]) else mishaps.good(body)

    with Stub(ClaimsAnswer=flagged, RelationsAnswer=flagged) as stub:
        monkeypatch.setenv("OPENAI_API_KEY", mishaps.KEY)
        monkeypatch.setenv("OPENAI_BASE_URL", stub.url)
        drafts = [mishaps.DRAFT, *[mishaps.DRAFT.replace("harbour", "market")] * 5]
        outcomes = sorted(Verifier(settings=SETTINGS).verify_many(drafts), key=lambda outcome: outcome.index)
    assert [outcome.report is not None and outcome.report.complete for outcome in outcomes] == [False] + [
        True
    ] * 5


def test_the_rate_of_calls_is_kept_and_no_draft_runs_out_of_time_over_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settings = Settings(engine="model", timeout=2.0, cache=False, concurrency=4, requests_per_minute=600)
    with Stub(ClaimsAnswer=mishaps.good, RelationsAnswer={}) as stub:
        monkeypatch.setenv("OPENAI_API_KEY", mishaps.KEY)
        monkeypatch.setenv("OPENAI_BASE_URL", stub.url)
        verifier = Verifier(settings=settings)
        verifier.verify("One.")  # the vendor's libraries are loaded
        pace = verifier._pipeline.extractor._limits.pace  # type: ignore[attr-defined]
        for _ in range(60 + 22):
            pace.reserve(0)  # the burst, and the next 2.2 seconds, which is more than a draft may take
        started = time.monotonic()
        outcomes = list(verifier.verify_many(["On Monday 3 cats slept and 2 of them purred."] * 4))
        took = time.monotonic() - started
    assert all(outcome.report is not None and outcome.report.complete for outcome in outcomes)
    assert took >= 2.2 + 7 * 0.1 - 0.3, "eight calls, ten a second"


class Ready:
    """Answers every question at once that there is nothing to claim."""

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *error: object) -> None:
        pass

    async def ask(self, question: Question, until: float | None = None) -> Reply:
        del until
        question.desk.judge(question.answer.model_validate({"claims": []}))
        return Reply(Usage(calls=1), (), answered=True)

    def error(self, fault: Fault) -> ProviderError:
        return ProviderError(fault.why)


def test_memory_stays_flat_over_many_drafts() -> None:
    reader = ModelExtractor(SETTINGS, OfflineExtractor(), connect=lambda *_: Ready())
    pipeline = Pipeline(reader, Engine("model", SETTINGS.model))
    text = "On Monday 3 cats slept."

    drafts = (text.replace("3", str(3 + n)) for n in range(300))
    memory: list[int] = []
    tracemalloc.start()
    try:
        for count, outcome in enumerate(in_thread(lambda: check_many(pipeline, drafts, 20)), 1):
            assert outcome.report is not None
            if count in (100, 275):
                gc.collect()
                memory.append(tracemalloc.get_traced_memory()[0])
    finally:
        tracemalloc.stop()
    # A report is some 10 kB: if they were kept, it would show.
    assert memory[1] - memory[0] < 500_000
