"""One run of the command line over its files: reading, checking, progress, and what could not be done."""

from __future__ import annotations

import contextlib
import logging
import sys
from typing import TYPE_CHECKING, NamedTuple

from verifier.errors import VerifierError
from verifier.output import complain, say
from verifier.reading import STANDARD_INPUT, read_draft, title

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.progress import Progress as Bar

    from verifier.checker import Verifier
    from verifier.decisions import Decisions
    from verifier.many import Outcome
    from verifier.reading import DraftFile
    from verifier.report import Report
    from verifier.settings import Settings

_REPORT_IT = "this is a bug: please report it with the output of the same command and --debug"


def bug(error: BaseException) -> str:
    """An error that nobody expected, in one line."""
    return f"{type(error).__name__}: {error}; {_REPORT_IT}"


class Result(NamedTuple):
    """A draft that was checked: its report, and the file it was read from, as it was named."""

    report: Report
    draft: DraftFile
    file: str


class Job:
    """The drafts that a command names, and how they are checked.

    Args:
        files: as named; ``-`` is standard input.
        settings: how to check.
        name: what the report calls the draft, where there is one.
        decided: what was decided about a draft, by its file.
        debug: whether an unexpected error is raised instead of told.

    Attributes:
        interrupted: whether Ctrl-C ended it before all drafts were checked.
        progress: what is shown meanwhile.
    """

    def __init__(
        self,
        files: tuple[str, ...],
        settings: Settings,
        decided: Callable[[str], Decisions],
        name: str | None = None,
        *,
        debug: bool = False,
    ) -> None:
        self.files = files
        self.interrupted = False
        self.progress = Progress(len(files))
        self._settings = settings
        self._decided = decided
        self._name = name
        self._debug = debug
        self._read: list[tuple[str, DraftFile, Decisions]] = []

    def results(self, *, in_order: bool = True) -> Iterator[Result]:
        """The drafts as they have been checked, each as soon as it can be told.

        They come in the order of the files, unless each is wanted the moment that it is finished. One that
        cannot be checked is a line on standard error instead. After Ctrl-C the drafts that are finished
        still come, and `interrupted` is set.
        """
        checker = self._checker()
        finished: dict[int, Result | None] = {}
        told = 0
        with self.progress:
            try:
                for outcome in checker.verify_many(self._drafts()):
                    self.progress.advance()
                    result = self._result(outcome)
                    if not in_order:
                        if result is not None:
                            yield result
                        continue
                    finished[outcome.index] = result
                    while told in finished:
                        if (result := finished.pop(told)) is not None:
                            yield result
                        told += 1
            except KeyboardInterrupt:
                self.interrupted = True
        yield from (result for _, result in sorted(finished.items()) if result is not None)

    def plan(self) -> bool:
        """Say what the drafts would take, without asking a model; whether all of them could be read."""
        checker = self._checker()
        total = None
        for name, text in self._drafts():
            plan = checker.plan(text)
            if plan is None:
                say(f"{name or 'the draft'}: read by patterns, no calls\n")
                continue
            total = plan if total is None else total + plan
            say(f"{name or 'the draft'}: {plan}\n")
        if total is not None:
            price = self._settings.price
            cost = f", at most {price.of(total.sent, total.returned):.4f} in all" if price else ""
            say(f"together: {total}{cost}\n" if len(self.files) > 1 or cost else "")
        return len(self._read) == len(self.files)

    def _checker(self) -> Verifier:
        # Imported here: `--help` and usage errors answer before the checker is loaded.
        from verifier.checker import Verifier  # noqa: PLC0415

        return Verifier(settings=self._settings)

    def _drafts(self) -> Iterator[tuple[str | None, str]]:
        """Names and texts of the files that can be read, one by one as they are wanted."""
        for file in self.files:
            try:
                draft, decisions = read_draft(file), self._decided(file)
            except VerifierError as error:
                self.progress.advance()
                self._tell(str(error))
                continue
            self._read.append((file, draft, decisions))
            yield self._name or (None if file == STANDARD_INPUT else title(file)), draft.text

    def _result(self, outcome: Outcome) -> Result | None:
        file, draft, decisions = self._read[outcome.index]
        report, error = outcome.report, outcome.error
        if report is not None:
            return Result(draft.located(report).without(decisions), draft, file)
        if isinstance(error, VerifierError):
            self._tell(str(error))
        elif error is not None:
            if self._debug:
                raise error
            # A bug that one draft brings to light must not cost the others their reports.
            self._tell(f"{title(file)}: {bug(error)}")
        return None

    def _tell(self, message: str) -> None:
        with self.progress.paused():
            complain(message)


class Progress:
    """A bar on the terminal while several drafts are checked; nothing elsewhere."""

    def __init__(self, drafts: int) -> None:
        self._drafts = drafts
        self._bar: Bar | None = None

    def __enter__(self) -> None:
        if self._drafts > 1 and sys.stderr.isatty():
            from rich.console import Console  # noqa: PLC0415
            from rich.progress import Progress as Bar  # noqa: PLC0415

            self._bar = Bar(console=Console(stderr=True), transient=True)
            self._bar.add_task("checking", total=self._drafts)
            self._bar.start()

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    def advance(self) -> None:
        """One draft more is done."""
        if self._bar is not None:
            self._bar.advance(self._bar.task_ids[0])

    @contextlib.contextmanager
    def paused(self) -> Iterator[None]:
        """Take the bar away while something else is printed."""
        bar = self._bar
        if bar is None:
            yield
            return
        bar.stop()
        try:
            yield
        finally:
            bar.start()


class _Lines(logging.Handler):
    """Log records as lines like all others on standard error."""

    def emit(self, record: logging.LogRecord) -> None:
        """Print one."""
        if record.levelno <= logging.DEBUG:
            print(record.getMessage(), file=sys.stderr)  # noqa: T201 - contents, as they are
        else:
            complain(record.getMessage())


def log_calls(*, verbose: bool, contents: bool) -> None:
    """Let the package's log through: what goes wrong with the cache; calls and contents if asked for.

    Args:
        verbose: each call, what became of it and how long it took.
        contents: what was sent and what was answered, the draft included.
    """
    logger = logging.getLogger("verifier")
    if not any(isinstance(handler, _Lines) for handler in logger.handlers):
        logger.addHandler(_Lines())
        logger.propagate = False
    logging.getLogger("verifier.calls").setLevel(logging.INFO if verbose else logging.WARNING)
    logging.getLogger("verifier.contents").setLevel(logging.DEBUG if contents else logging.WARNING)
