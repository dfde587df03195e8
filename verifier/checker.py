"""`Verifier`: settings once, many drafts; and the two calls for one draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from verifier.draft import Draft
from verifier.errors import ConfigurationError
from verifier.extraction.at_once import at_once
from verifier.extraction.offline import OfflineExtractor
from verifier.figures import scan
from verifier.findings import Rules
from verifier.many import Outcome, check_many, in_thread, named
from verifier.pipeline import Pipeline
from verifier.report.build import Engine as ReportedEngine
from verifier.settings import Settings

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Coroutine, Iterable, Iterator, Mapping
    from typing import Any

    from verifier.extraction.plan import Plan
    from verifier.figures import Scan
    from verifier.report import Report
    from verifier.settings import Engine

T = TypeVar("T")

# While the model is asked about so many drafts, one more is made ready or assessed: no place is kept waiting
# for this process.
_AHEAD = 4


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
        self._pipeline, self._planner = _pipeline(self.settings)

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

    def verify_many(self, drafts: Iterable[str | tuple[str | None, str]]) -> Iterator[Outcome]:
        """Check many drafts; a model is asked about `Settings.concurrency` of them at a time.

        Args:
            drafts: texts, or pairs of a name and a text.

        Yields:
            What came of each draft, as soon as it is there; `Outcome.index` says which it was. A draft
            that cannot be checked has an error instead of a report, and does not stop the others.
        """
        if self.engine == "model":
            yield from in_thread(lambda: self.averify_many(drafts))
            return
        for index, (name, text) in enumerate(map(named, drafts)):
            try:
                yield Outcome(index, name, report=self.verify(text, name=name))
            except Exception as error:  # noqa: BLE001 - told with the outcome; the others go on
                yield Outcome(index, name, error=error)

    def averify_many(self, drafts: Iterable[str | tuple[str | None, str]]) -> AsyncGenerator[Outcome]:
        """The same, to be iterated over asynchronously."""
        at_once = self.settings.concurrency
        return check_many(self._pipeline, drafts, at_once + max(1, at_once // _AHEAD))

    def plan(self, text: str, *, name: str | None = None) -> Plan | None:
        """How many calls a draft would take, and about how many tokens; None where no model is asked.

        Raises:
            InputError: the text is not text.
        """
        if self._planner is None:
            return None
        draft = Draft.parse(text, name)
        return self._planner(draft, scan(draft, house=self.settings.house))


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


def _pipeline(settings: Settings) -> tuple[Pipeline, Callable[[Draft, Scan], Plan] | None]:
    offline = OfflineExtractor()
    rules, house = _rules(settings), settings.house
    if settings.chosen_engine() == "offline":
        return Pipeline(offline, ReportedEngine("offline"), rules, house), None
    # Imported here: the offline path loads neither openai nor instructor.
    from verifier.extraction.model import ModelExtractor, prompt_hashes  # noqa: PLC0415

    prompts = tuple(sorted(prompt_hashes().items()))
    reader = ModelExtractor(settings, offline)
    engine = ReportedEngine("model", settings.model, prompts, settings.price)
    return Pipeline(reader, engine, rules, house), reader.plan


def _rules(settings: Settings) -> Rules:
    """The house's rules.

    Raises:
        ConfigurationError: one of them cannot be; where it stands in a file, the message says so.
    """
    parts: dict[str, tuple[Iterable[str], Mapping[str, str]]] = {"ignore": (settings.ignore, {})}
    parts |= {f"severities.{code}": ((), {code: to}) for code, to in settings.severities.items()}
    for setting, (ignore, severities) in parts.items():
        try:
            Rules.of(ignore, severities)
        except ConfigurationError as error:
            raise ConfigurationError(f"{settings.place(setting)}{error}") from None
    return Rules.of(settings.ignore, settings.severities, settings.never_flag)


def _run(check: Coroutine[Any, Any, T], *, needs_loop: bool) -> T:
    """Run a check to its end, also where an event loop is running already (a notebook)."""
    if not needs_loop:
        return at_once(check)
    import asyncio  # noqa: PLC0415 - half of the offline path's import time otherwise
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415

    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(check)
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(asyncio.run, check).result()
