"""Many drafts at once: so many in flight, results as they come, one failure never stops the rest."""

from __future__ import annotations

import threading
from contextlib import aclosing
from dataclasses import dataclass
from functools import partial
from queue import SimpleQueue
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Iterable, Iterator

    from verifier.pipeline import Pipeline
    from verifier.report import Report

    Named = str | tuple[str | None, str]


# How many outcomes may wait for a caller who is slower than the checks.
_AHEAD = 16


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one draft among many.

    Attributes:
        index: its place among the drafts, from 0.
        name: what it is called.
        report: its report; None where it could not be checked.
        error: why not, where it could not.
    """

    index: int
    name: str | None
    report: Report | None = None
    error: Exception | None = None


def named(draft: Named) -> tuple[str | None, str]:
    """A draft's name and text; a bare text has no name, and neither has what is no text at all."""
    return draft if isinstance(draft, tuple) else (None, draft)


async def check_many(pipeline: Pipeline, drafts: Iterable[Named], at_once: int) -> AsyncGenerator[Outcome]:
    """The outcomes of drafts, each as soon as it is there.

    Args:
        pipeline: how to check.
        drafts: texts, or pairs of a name and a text; taken one by one as places fall free.
        at_once: how many are checked at the same time.
    """
    import asyncio  # noqa: PLC0415 - the offline path does without

    waiting = enumerate(map(named, drafts))
    running: set[asyncio.Task[Outcome]] = set()
    async with pipeline.opened() as opened:
        try:
            while True:
                while len(running) < at_once and (item := next(waiting, None)) is not None:
                    index, (name, text) = item
                    running.add(asyncio.create_task(_outcome(opened, index, name, text)))
                if not running:
                    return
                done, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
                for task in sorted(done, key=lambda task: task.result().index):
                    yield task.result()
        finally:
            for task in running:
                task.cancel()
            await asyncio.gather(*running, return_exceptions=True)


async def _outcome(pipeline: Pipeline, index: int, name: str | None, text: str) -> Outcome:
    try:
        return Outcome(index, name, report=await pipeline.check(text, name))
    except Exception as error:  # noqa: BLE001 - told with the outcome
        return Outcome(index, name, error=error)


def in_thread(outcomes: Callable[[], AsyncGenerator[Outcome]]) -> Iterator[Outcome]:
    """The outcomes for a caller who does not await; checks go on while the caller looks at a result.

    They run in a thread of their own, so that this works beside a running event loop too (a notebook).
    Those that the caller has not looked at yet are few: a slow one is not buried in reports. Closing the
    iterator ends what is still running.
    """
    worker = _Worker(outcomes)
    worker.start()
    try:
        while (item := worker.next()) is not None:
            if isinstance(item, BaseException):
                raise item
            yield item
    finally:
        worker.stop()


class _Worker:
    """Draws outcomes in a thread of its own, a few ahead of whoever takes them."""

    def __init__(self, outcomes: Callable[[], AsyncGenerator[Outcome]]) -> None:
        self._outcomes = outcomes
        self._queue: SimpleQueue[Outcome | BaseException | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="verifier", daemon=True)
        self._lock = threading.Lock()
        self._stopped = False
        self._end: Callable[[], object] | None = None
        self._free: Callable[[], object] | None = None

    def start(self) -> None:
        self._thread.start()

    def next(self) -> Outcome | BaseException | None:
        """The next outcome, or what went wrong; None after the last."""
        item = self._queue.get()
        with self._lock:
            if self._free is not None:
                self._free()
        return item

    def stop(self) -> None:
        """End what is still running, and wait for that."""
        with self._lock:
            self._stopped = True
            if self._end is not None:
                self._end()
        self._thread.join()

    def _work(self) -> None:
        import asyncio  # noqa: PLC0415

        try:
            asyncio.run(self._draw())
        except asyncio.CancelledError:
            pass
        except BaseException as error:  # noqa: BLE001 - raised again where the caller waits
            self._queue.put(error)
        self._queue.put(None)

    async def _draw(self) -> None:
        import asyncio  # noqa: PLC0415

        loop, task = asyncio.get_running_loop(), asyncio.current_task()
        assert task is not None  # noqa: S101 - for the type checker
        ahead = asyncio.Semaphore(_AHEAD)
        with self._lock:
            if self._stopped:
                return
            self._end = partial(loop.call_soon_threadsafe, task.cancel)
            self._free = partial(loop.call_soon_threadsafe, ahead.release)
        try:
            async with aclosing(self._outcomes()) as outcomes:
                async for outcome in outcomes:
                    await ahead.acquire()
                    self._queue.put(outcome)
        finally:
            # From here on the loop may be closed at any moment.
            with self._lock:
                self._end = self._free = None
