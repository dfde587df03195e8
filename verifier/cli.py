"""The command line: files in, reports out, and an exit status that a script can act on."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from verifier.dismissing import dismiss, show
from verifier.errors import ConfigurationError, VerifierError
from verifier.job import Job, bug, log_calls
from verifier.options import ConfigFile, NoConfig, decided, settings_of
from verifier.output import complain, say, target
from verifier.reading import STANDARD_INPUT
from verifier.screen import Color, Screen
from verifier.settings import Engine, Price, Settings, cache_folder
from verifier.version import __version__
from verifier.writing import Format, writer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verifier.extraction.cache import Cache
    from verifier.report import Report

FailOn = Literal["error", "warning", "notice", "never"]

NOTHING_FOUND = 0
FOUND = 1
NOT_CHECKED = 2
INTERRUPTED = 130  # what a shell reports for a program that Ctrl-C ended

_MODEL = "With a language model"
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
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILES", help="Drafts: text, .docx, .md or .html; '-' reads text from standard input."
        ),
    ],
    *,
    output_format: Annotated[
        Format,
        typer.Option(
            "--format",
            "-f",
            metavar="FORM",
            help="text for people; json (an array for several files), jsonl (a report a line); html, a page "
            "for one draft; questions, a mail to the reporter; sarif, github, annotations: for tools.",
        ),
    ] = "text",
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            show_default=False,
            help="Write there, not to the screen; a .docx is the Word draft with comments.",
        ),
    ] = "-",
    engine: Annotated[
        Engine | None,
        typer.Option(
            "--engine",
            "-e",
            show_default="auto",
            help="Who reads: 'auto' is the model if OPENAI_API_KEY is set.",
        ),
    ] = None,
    model: Annotated[
        str | None,
        typer.Option("--model", "-m", metavar="PROVIDER/NAME", help="Which model; else VERIFIER_MODEL."),
    ] = None,
    fail_on: Annotated[
        FailOn,
        typer.Option(
            "--fail-on",
            metavar="SEVERITY",
            help="The least that makes the exit status 1: error, warning, notice, or never.",
        ),
    ] = "error",
    ignore: Annotated[
        list[str] | None,
        typer.Option("--ignore", metavar="CODE", help="Leave out findings of this code; may be repeated."),
    ] = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="A line for each draft: how many of what were found.")
    ] = False,
    color: Annotated[
        Color,
        typer.Option(
            "--color",
            metavar="WHEN",
            help="auto (on a terminal; NO_COLOR and FORCE_COLOR count), always, never.",
        ),
    ] = "auto",
    decisions: Annotated[
        list[str] | None,
        typer.Option(
            "--decisions",
            metavar="FILE",
            help="What was dismissed; may be repeated. Else NAME.decisions.json beside the draft.",
        ),
    ] = None,
    no_decisions: Annotated[
        bool, typer.Option("--no-decisions", help="Show what was dismissed like the rest.")
    ] = False,
    config: ConfigFile = None,
    no_config: NoConfig = False,
    name: Annotated[
        str | None,
        typer.Option("--name", metavar="NAME", help="What the report calls the draft."),
    ] = None,
    timeout: Annotated[
        float | None,
        typer.Option(
            metavar="SECONDS", help="How long the model may take for a draft (120).", rich_help_panel=_MODEL
        ),
    ] = None,
    max_calls: Annotated[
        int | None,
        typer.Option(metavar="N", help="Ask the model no more often, all drafts.", rich_help_panel=_MODEL),
    ] = None,
    max_cost: Annotated[
        float | None,
        typer.Option(
            metavar="AMOUNT", help="Spend no more, all drafts; needs --price.", rich_help_panel=_MODEL
        ),
    ] = None,
    price: Annotated[
        str | None,
        typer.Option(
            metavar="SENT/RETURNED",
            help="What a million tokens cost, such as 0.25/2; else VERIFIER_PRICE.",
            rich_help_panel=_MODEL,
        ),
    ] = None,
    requests_per_minute: Annotated[
        float | None, typer.Option(metavar="N", help="The service's limit.", rich_help_panel=_MODEL)
    ] = None,
    tokens_per_minute: Annotated[
        float | None, typer.Option(metavar="N", help="The service's limit.", rich_help_panel=_MODEL)
    ] = None,
    concurrency: Annotated[
        int | None, typer.Option(metavar="N", help="Read so many drafts at once (8).", rich_help_panel=_MODEL)
    ] = None,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Ask again what was answered before.", rich_help_panel=_MODEL)
    ] = False,
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", help="Say how many calls it would take; ask none.", rich_help_panel=_MODEL),
    ] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", help="Log each call, without its contents.", rich_help_panel=_MODEL)
    ] = False,
    show_contents: Annotated[
        bool,
        typer.Option(
            "--show-contents", help="Log what is sent and answered: the draft.", rich_help_panel=_MODEL
        ),
    ] = False,
    debug: Annotated[
        bool,
        typer.Option("--debug", help="Show the traceback of an unexpected error."),
    ] = False,
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
