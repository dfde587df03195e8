"""`Verifier`: settings once, many drafts; and the two calls for one draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from verifier.extraction.offline import OfflineExtractor
from verifier.findings import known_codes
from verifier.pipeline import Pipeline
from verifier.report.build import Engine as ReportedEngine
from verifier.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterable
    from typing import Any

    from verifier.report import Report
    from verifier.settings import Engine

T = TypeVar("T")


class Verifier:
    """A checker with fixed settings, for any number of drafts.

    Args:
        engine: "auto" (the model if a key is configured, else offline), "offline" or "model".
        model: ``provider/name``; ``VERIFIER_MODEL`` where not given.
        ignore: codes of findings that reports leave out, such as "no-source".
        settings: all settings at once, instead of the others.

    Raises:
        ConfigurationError: the engine or model cannot be used as configured, or there is no such code.

    >>> report = Verifier(engine="offline").verify("Out of the 472 drones launched, 482 were shot down.")
    >>> report.errors[0].code
    'part-exceeds-whole'
    """

    def __init__(
        self,
        engine: Engine = "auto",
        model: str | None = None,
        *,
        ignore: Iterable[str] = (),
        settings: Settings | None = None,
    ) -> None:
        self.settings = settings or Settings.of(engine, model, ignore)
        self._pipeline = _pipeline(self.settings)

    @property
    def engine(self) -> str:
        """The engine that runs: "offline" or "model"."""
        return self._pipeline.engine.name

    def verify(self, text: str, *, name: str | None = None) -> Report:
        """Check one draft.

        Args:
            text: the draft. Offsets in the report are code points of exactly this text.
            name: what to call it in the report.

        Raises:
            InputError: the text is not text.
            ProviderError: the model cannot be reached at all.
        """
        return _run(self.averify(text, name=name), needs_loop=self.engine == "model")

    async def averify(self, text: str, *, name: str | None = None) -> Report:
        """The same, to be awaited."""
        return await self._pipeline.check(text, name)


def verify(
    text: str,
    *,
    engine: Engine = "auto",
    model: str | None = None,
    ignore: Iterable[str] = (),
    name: str | None = None,
) -> Report:
    """Check one draft; see `Verifier`."""
    return Verifier(engine, model, ignore=ignore).verify(text, name=name)


async def averify(
    text: str,
    *,
    engine: Engine = "auto",
    model: str | None = None,
    ignore: Iterable[str] = (),
    name: str | None = None,
) -> Report:
    """Check one draft, to be awaited; see `Verifier`."""
    return await Verifier(engine, model, ignore=ignore).averify(text, name=name)


def _pipeline(settings: Settings) -> Pipeline:
    offline = OfflineExtractor()
    ignore = known_codes(settings.ignore)
    if settings.chosen_engine() == "offline":
        return Pipeline(offline, ReportedEngine("offline"), ignore)
    # Imported here: the offline path loads neither openai nor instructor.
    from verifier.extraction.model import ModelExtractor, prompt_hashes  # noqa: PLC0415

    engine = ReportedEngine("model", settings.model, tuple(sorted(prompt_hashes().items())))
    return Pipeline(ModelExtractor(settings, offline), engine, ignore)


def _run(check: Coroutine[Any, Any, T], *, needs_loop: bool) -> T:
    """Run a check to its end, also where an event loop is running already (a notebook)."""
    if not needs_loop:
        return _without_loop(check)
    import asyncio  # noqa: PLC0415 - half of the offline path's import time otherwise
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415

    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(check)
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(asyncio.run, check).result()


def _without_loop(check: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine that never waits: the offline reader does no input or output."""
    try:
        check.send(None)
    except StopIteration as stop:
        result: T = stop.value
        return result
    check.close()
    raise AssertionError("the offline reader waited for something")
