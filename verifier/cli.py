"""The command line: files in, reports out, and an exit status that a script can act on."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from verifier.check_options import (
    ColorOption,
    ConcurrencyOption,
    DebugOption,
    DecisionsOption,
    DraftsArgument,
    DryRunOption,
    EngineOption,
    FailOn,
    FailOnOption,
    IgnoreOption,
    MaxCallsOption,
    MaxCostOption,
    ModelOption,
    NameOption,
    NoCacheOption,
    NoDecisionsOption,
    OutputFormatOption,
    OutputOption,
    PriceOption,
    QuietOption,
    RequestsPerMinuteOption,
    ShowContentsOption,
    TimeoutOption,
    TokensPerMinuteOption,
    VerboseOption,
)
from verifier.dismissing import dismiss, show
from verifier.errors import ConfigurationError, VerifierError
from verifier.job import Job, bug, log_calls
from verifier.options import ConfigFile, NoConfig, decided, settings_of
from verifier.output import complain, say, target
from verifier.reading import STANDARD_INPUT
from verifier.screen import Screen
from verifier.settings import Price, Settings, cache_folder
from verifier.version import __version__
from verifier.writing import writer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verifier.extraction.cache import Cache
    from verifier.report import Report

NOTHING_FOUND = 0
FOUND = 1
NOT_CHECKED = 2
INTERRUPTED = 130  # what a shell reports for a program that Ctrl-C ended

_EPILOG = (
    "Exit status: 0 nothing at or above --fail-on, 1 something, 2 could not check "
    "(bad usage, unreadable file, a model that cannot be reached)."
)


app = typer.Typer(
    name="verifier",
    help="A spell-checker for facts: proves which statements of a news draft cannot all be true.",
    epilog=_EPILOG,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)


cache_app = typer.Typer(help="Answers of models that are kept on this machine.")
app.add_typer(cache_app, name="cache")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: what stands after the program's name; the process's own where None.

    Returns:
        The exit status. Whatever goes wrong is one line on standard error, never a traceback.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    debug = "--debug" in given
    try:
        status = app(given, prog_name="verifier", standalone_mode=False)
    except (KeyboardInterrupt, typer.Abort):
        complain("interrupted")
        return INTERRUPTED
    except VerifierError as error:
        if debug:
            raise
        complain(str(error))
        return NOT_CHECKED
    except Exception as error:
        if debug:
            raise
        # Both of typer's generations, with click and without, tell bad usage by this method alone.
        usage = getattr(error, "format_message", None)
        complain(_usage(usage()) if usage else bug(error))
        return NOT_CHECKED
    if status == INTERRUPTED:
        complain("interrupted")  # typer has caught it already
    return status if isinstance(status, int) else NOTHING_FOUND


def _usage(message: str) -> str:
    return f"{message.rstrip('.')}; 'verifier --help' and 'verifier check --help' show what there is"


def _version(wanted: bool) -> None:
    if wanted:
        say(f"verifier {__version__}\n")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _program(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    del version
    if context.invoked_subcommand is None:
        say(context.get_help().rstrip() + "\n")
        raise typer.Exit(NOT_CHECKED)


@app.command(epilog=_EPILOG)
def check(
    files: DraftsArgument,
    *,
    output_format: OutputFormatOption = "text",
    output: OutputOption = "-",
    engine: EngineOption = None,
    model: ModelOption = None,
    fail_on: FailOnOption = "error",
    ignore: IgnoreOption = None,
    quiet: QuietOption = False,
    color: ColorOption = "auto",
    decisions: DecisionsOption = None,
    no_decisions: NoDecisionsOption = False,
    config: ConfigFile = None,
    no_config: NoConfig = False,
    name: NameOption = None,
    timeout: TimeoutOption = None,
    max_calls: MaxCallsOption = None,
    max_cost: MaxCostOption = None,
    price: PriceOption = None,
    requests_per_minute: RequestsPerMinuteOption = None,
    tokens_per_minute: TokensPerMinuteOption = None,
    concurrency: ConcurrencyOption = None,
    no_cache: NoCacheOption = False,
    dry_run: DryRunOption = False,
    verbose: VerboseOption = False,
    show_contents: ShowContentsOption = False,
    debug: DebugOption = False,
) -> int:
    """Check drafts: which statements cannot all be true, and who said what."""
    if name is not None and len(files) > 1:
        raise ConfigurationError("--name: names one draft, and several are given; check them one by one")
    if files.count(STANDARD_INPUT) > 1:
        raise ConfigurationError("'-': standard input can be read only once; name it once")
    file = None if output == "-" else target(output, files)
    write = writer(output_format, files, file, Screen(color, quiet, file is not None))
    settings = settings_of(
        config,
        no_config,
        engine=engine,
        model=model,
        ignore=ignore or None,
        timeout=timeout,
        max_calls=max_calls,
        max_cost=max_cost,
        price=None if price is None else Price.parse(price, "--price"),
        requests_per_minute=requests_per_minute,
        tokens_per_minute=tokens_per_minute,
        concurrency=concurrency,
        cache=False if no_cache else None,
        log_contents=show_contents,
    )
    log_calls(verbose=verbose, contents=show_contents)
    job = Job(tuple(files), settings, decided(decisions or (), no_decisions), name, debug=debug)
    if dry_run:
        return NOTHING_FOUND if job.plan() else NOT_CHECKED
    reports = write(job, file)
    if job.interrupted:
        raise KeyboardInterrupt
    if len(reports) < len(files):
        return NOT_CHECKED
    return FOUND if any(_fails(report, fail_on) for report in reports) else NOTHING_FOUND


app.command()(dismiss)
app.command("decisions")(show)


@app.command()
def explain(
    code: Annotated[
        str | None,
        typer.Argument(metavar="[CODE]", help="A finding's code, such as part-exceeds-whole."),
    ] = None,
) -> None:
    """Say what a finding means, with an example and what to do; without a code, list all codes."""
    from verifier.explain import explained, listed  # noqa: PLC0415

    say(listed() if code is None else explained(code))


@app.command()
def schema() -> None:
    """Print the JSON Schema of the report."""
    from verifier.report.schema import schema_text  # noqa: PLC0415

    say(schema_text())


@cache_app.callback(invoke_without_command=True)
def _cache(context: typer.Context) -> None:
    """Where answers of models are kept, and how many."""
    if context.invoked_subcommand is None:
        kept = _answers()
        held = kept.contents()
        say(f"{kept.path}: {held.answers:,} answers, {held.characters / 1_000_000:.1f} MB\n")


@cache_app.command("clear")
def _clear() -> None:
    """Forget all answers that are kept."""
    kept = _answers()
    say(f"{kept.clear():,} answers forgotten ({kept.path})\n")


def _answers() -> Cache:
    from verifier.extraction.cache import Cache  # noqa: PLC0415

    return Cache(cache_folder(), Settings().cache_megabytes)


def _fails(report: Report, fail_on: FailOn) -> bool:
    counted = {
        "error": report.errors,
        "warning": report.errors + report.warnings,
        "notice": report.findings,
        "never": (),
    }
    return bool(counted[fail_on])
