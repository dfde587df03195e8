"""Where the reports of a job go, and in which form."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Literal

from verifier.errors import ConfigurationError
from verifier.output import save, say, takes_comments

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from verifier.job import Job
    from verifier.report import Report

    Writer = Callable[[Job, Path | None], list[Report]]

Format = Literal["text", "json", "html"]


def writer(output_format: Format, files: Sequence[str], file: Path | None) -> Writer:
    """How the reports on these files are written, looked at before anything is checked.

    Args:
        output_format: the form that is asked for.
        files: the drafts.
        file: where to; None is standard output.

    Raises:
        ConfigurationError: the form cannot hold so many drafts, or not be shown there.
    """
    if file and takes_comments(file, files, output_format):
        return _word
    if output_format == "html":
        _one_page(files, file)
    return WRITERS[output_format]


def _one_page(files: Sequence[str], file: Path | None) -> None:
    """Refuse what no page can show, and what no terminal can."""
    if len(files) > 1:
        raise ConfigurationError(
            f"--format html: a page shows one draft, and {len(files)} are given; check them one by one, each "
            "with an --output of its own"
        )
    if file is None and sys.stdout.isatty():
        raise ConfigurationError("--format html: name a file for the page, such as '-o report.html'")


def _json(job: Job, file: Path | None) -> list[Report]:
    """One report, or an array of them where several files were named, however many could be checked."""
    reports = [result.report for result in job.results()]
    texts = [report.model_dump_json(indent=2) for report in reports]
    if len(job.files) > 1:
        texts = ["[\n" + ",\n".join(texts) + "\n]"]
    for text in texts:
        if file is None:
            say(f"{text}\n")
        elif reports:
            save(file, f"{text}\n")
    return reports


def _text(job: Job, file: Path | None) -> list[Report]:
    """The reports one under the other, on a terminal each as soon as it is there."""
    reports: list[Report] = []
    texts: list[str] = []
    for report, draft in job.results():
        text = _printed(report, draft.text, for_screen=file is None)
        text = f"\n{'-' * 40}\n\n{text}" if reports else text
        reports.append(report)
        if file is None:
            with job.progress.paused():
                say(text)
        else:
            texts.append(text)
    if file is not None and reports:
        save(file, "".join(texts))
    return reports


def _printed(report: Report, draft: str, *, for_screen: bool) -> str:
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


def _word(job: Job, file: Path | None) -> list[Report]:
    """The draft itself, with every finding as a comment."""
    reports: list[Report] = []
    for report, draft in job.results():
        if file is not None:
            save(file, draft.reviewed(report))
        reports.append(report)
    return reports


def _html(job: Job, file: Path | None) -> list[Report]:
    """One page."""
    reports: list[Report] = []
    for report, draft in job.results():
        page = report.to_html(draft.text)
        reports.append(report)
        if file is None:
            say(page)
        else:
            save(file, page)
    return reports


WRITERS: Mapping[Format, Writer] = {"text": _text, "json": _json, "html": _html}
