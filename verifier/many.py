"""Many drafts at once: so many in flight, results as they come, one failure never stops the rest."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterable, Iterator

    from verifier.pipeline import Pipeline
    from verifier.report import Report

    Named = str | tuple[str | None, str]


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
    """A draft's name and text; a bare text has no name."""
    return (None, draft) if isinstance(draft, str) else draft


async def check_many(pipeline: Pipeline, drafts: Iterable[Named], at_once: int) -> AsyncIterator[Outcome]:
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


def in_thread(outcomes: Callable[[], AsyncIterator[Outcome]]) -> Iterator[Outcome]:
    """The outcomes for a caller who does not await; checks go on while the caller looks at a result.

    They run in a thread of their own, so that this works beside a running event loop too (a notebook).
    Closing the iterator ends what is still running.
    """
    import asyncio  # noqa: PLC0415
    from queue import SimpleQueue  # noqa: PLC0415
    from threading import Thread  # noqa: PLC0415

    queue: SimpleQueue[Outcome | BaseException | None] = SimpleQueue()
    started: SimpleQueue[tuple[asyncio.AbstractEventLoop, asyncio.Task[None] | None]] = SimpleQueue()

    async def run() -> None:
        started.put((asyncio.get_running_loop(), asyncio.current_task()))
        async for outcome in outcomes():
            queue.put(outcome)

    def work() -> None:
        try:
            asyncio.run(run())
        except asyncio.CancelledError:
            pass
        except BaseException as error:  # noqa: BLE001 - raised again where the caller waits
            queue.put(error)
        queue.put(None)

    thread = Thread(target=work, name="verifier", daemon=True)
    thread.start()
    try:
        while (item := queue.get()) is not None:
            if isinstance(item, BaseException):
                raise item
            yield item
    finally:
        loop, task = started.get()
        if task is not None and thread.is_alive():
            # It may just have ended by itself.
            with contextlib.suppress(RuntimeError):
                loop.call_soon_threadsafe(task.cancel)
        thread.join()
