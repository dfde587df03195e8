"""The command line: files in, reports out, and an exit status that a script can act on."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

import typer

from verifier.errors import ConfigurationError, VerifierError
from verifier.output import complain, save, say, target
from verifier.reading import STANDARD_INPUT, read, title
from verifier.settings import Engine  # noqa: TC001 - typer reads the annotations
from verifier.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from verifier.checker import Verifier
    from verifier.report import Report

Format = Literal["text", "json", "html"]
FailOn = Literal["error", "warning", "notice", "never"]

NOTHING_FOUND = 0
FOUND = 1
NOT_CHECKED = 2
INTERRUPTED = 130  # what a shell reports for a program that Ctrl-C ended

_REPORT_IT = "this is a bug: please report it with the output of the same command and --debug"

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
        complain(_usage(usage()) if usage else _bug(error))
        return NOT_CHECKED
    if status == INTERRUPTED:
        complain("interrupted")  # typer has caught it already
    return status if isinstance(status, int) else NOTHING_FOUND


def _usage(message: str) -> str:
    return f"{message.rstrip('.')}; 'verifier --help' and 'verifier check --help' show what there is"


def _bug(error: Exception) -> str:
    return f"{type(error).__name__}: {error}; {_REPORT_IT}"


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
        typer.Argument(metavar="FILES", help="Drafts as plain text; '-' reads standard input."),
    ],
    *,
    output_format: Annotated[
        Format,
        typer.Option(
            "--format",
            "-f",
            help="JSON is one report, or an array of them for several files; HTML is a page for one draft.",
        ),
    ] = "text",
    output: Annotated[
        str,
        typer.Option(
            "--output", "-o", metavar="FILE", show_default=False, help="Write there, not to the screen."
        ),
    ] = "-",
    engine: Annotated[
        Engine,
        typer.Option("--engine", "-e", help="Who reads: 'auto' is the model if OPENAI_API_KEY is set."),
    ] = "auto",
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
    name: Annotated[
        str | None,
        typer.Option("--name", metavar="NAME", help="What the report calls the draft."),
    ] = None,
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
    if output_format == "html":
        _one_page(files, file)
    results = _checked(files, engine, model, name, debug=debug)
    writers = {"text": _write_text, "json": _write_json, "html": _write_html}
    reports = writers[output_format](results, file, several=len(files) > 1)
    if len(reports) < len(files):
        return NOT_CHECKED
    return FOUND if any(_fails(report, fail_on) for report in reports) else NOTHING_FOUND


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


class _Result(NamedTuple):
    report: Report
    text: str


def _checked(
    files: Iterable[str], engine: Engine, model: str | None, name: str | None, *, debug: bool
) -> Iterator[_Result]:
    """Each draft as it has been checked; one that cannot be is a line on standard error instead."""
    # Imported here: `--help` and usage errors answer before the checker is loaded.
    from verifier.checker import Verifier  # noqa: PLC0415

    checker = Verifier(engine, model)
    for file in files:
        try:
            yield _check(checker, file, name)
        except VerifierError as error:
            complain(str(error))
        except Exception as error:
            if debug:
                raise
            # A bug that one draft brings to light must not cost the others their reports.
            complain(f"{title(file)}: {_bug(error)}")


def _check(checker: Verifier, file: str, name: str | None) -> _Result:
    reading = read(file)
    called = name or (None if file == STANDARD_INPUT else file)
    report = checker.verify(reading.text, name=called)
    if reading.notes:
        report = report.model_copy(update={"problems": (*reading.notes, *report.problems)})
    return _Result(report, reading.text)


def _write_json(results: Iterable[_Result], file: Path | None, *, several: bool) -> list[Report]:
    """One report, or an array of them where several files were named, however many could be checked."""
    reports = [result.report for result in results]
    texts = [report.model_dump_json(indent=2) for report in reports]
    if several:
        texts = ["[\n" + ",\n".join(texts) + "\n]"]
    for text in texts:
        if file is None:
            say(f"{text}\n")
        elif reports:
            save(file, f"{text}\n")
    return reports


def _one_page(files: Sequence[str], file: Path | None) -> None:
    """Refuse what no page can show, and what no terminal can, before anything is checked."""
    if len(files) > 1:
        raise ConfigurationError(
            f"--format html: a page shows one draft, and {len(files)} are given; check them one by one, each "
            "with an --output of its own"
        )
    if file is None and sys.stdout.isatty():
        raise ConfigurationError("--format html: name a file for the page, such as '-o report.html'")


def _write_html(results: Iterable[_Result], file: Path | None, *, several: bool) -> list[Report]:
    """One page."""
    del several
    reports: list[Report] = []
    for report, draft in results:
        page = report.to_html(draft)
        reports.append(report)
        if file is None:
            say(page)
        else:
            save(file, page)
    return reports


def _write_text(results: Iterable[_Result], file: Path | None, *, several: bool) -> list[Report]:
    """The reports one under the other, on a terminal each as soon as it is there."""
    del several
    reports: list[Report] = []
    texts: list[str] = []
    for report, draft in results:
        text = _text(report, draft, for_screen=file is None)
        text = f"\n{'-' * 40}\n\n{text}" if reports else text
        reports.append(report)
        if file is None:
            say(text)
        else:
            texts.append(text)
    if file is not None and reports:
        save(file, "".join(texts))
    return reports


def _text(report: Report, draft: str, *, for_screen: bool) -> str:
    from rich.console import Console  # noqa: PLC0415

    from verifier.report.text import WIDEST, plain, rendered  # noqa: PLC0415

    if not for_screen:
        return plain(report, draft)
    console = Console(highlight=False)
    # An old Windows console knows no escape sequences, and NO_COLOR asks for none.
    if not console.is_terminal or console.color_system is None or console.no_color or console.legacy_windows:
        return plain(report, draft, width=console.width)
    with console.capture() as capture:
        console.print(rendered(report, draft), width=min(console.width, WIDEST))
    return capture.get()


def _fails(report: Report, fail_on: FailOn) -> bool:
    counted = {
        "error": report.errors,
        "warning": report.errors + report.warnings,
        "notice": report.findings,
        "never": (),
    }
    return bool(counted[fail_on])
