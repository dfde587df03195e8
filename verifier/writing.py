"""Where the reports of a job go, and in which form."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING, Literal

from verifier.errors import ConfigurationError
from verifier.output import LineFile, save, say, takes_comments
from verifier.reading import STANDARD_INPUT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from verifier.job import Job, Result
    from verifier.report import Report
    from verifier.report.filed import Filed
    from verifier.screen import Screen

    Writer = Callable[[Job, Path | None], list[Report]]

Format = Literal["text", "json", "jsonl", "html", "questions", "sarif", "github", "annotations"]


def writer(output_format: Format, files: Sequence[str], file: Path | None, screen: Screen) -> Writer:
    """How the reports on these files are written, looked at before anything is checked.

    Args:
        output_format: the form that is asked for.
        files: the drafts.
        file: where to; None is standard output.
        screen: how the text for people looks.

    Raises:
        ConfigurationError: the form cannot hold so many drafts, or not be shown there.
    """
    if screen.quiet and output_format != "text":
        raise ConfigurationError(f"--quiet: for the text alone; leave it out, or --format {output_format}")
    if file and takes_comments(file, files, output_format):
        return _word
    if output_format == "html":
        _one_page(files, file)
    return partial(_text, screen=screen) if output_format == "text" else WRITERS[output_format]


def _one_page(files: Sequence[str], file: Path | None) -> None:
    """Refuse what no page can show, and what no terminal can."""
    if len(files) > 1:
        raise ConfigurationError(
            f"--format html: a page shows one draft, and {len(files)} are given; check them one by one, each "
            "with an --output of its own"
        )
    if file is None and sys.stdout.isatty():
        raise ConfigurationError("--format html: name a file for the page, such as '-o report.html'")


def _put(text: str, file: Path | None, reports: Sequence[Report]) -> None:
    """Write all that there is; a file stays as it was where no draft could be checked."""
    if file is None:
        say(text)
    elif reports:
        save(file, text)


def _json(job: Job, file: Path | None) -> list[Report]:
    """One report, or an array of them where several files were named, however many could be checked."""
    reports = [result.report for result in job.results()]
    texts = [report.model_dump_json(indent=2) for report in reports]
    if len(job.files) > 1:
        texts = ["[\n" + ",\n".join(texts) + "\n]"]
    for text in texts:
        _put(f"{text}\n", file, reports)
    return reports


def _jsonl(job: Job, file: Path | None) -> list[Report]:
    """A line for each report, the moment that it is there; a file has whole lines at any time."""
    from verifier.report.jsonl import json_line  # noqa: PLC0415 - as all renderers, only when it is asked for

    reports: list[Report] = []
    lines = None if file is None else LineFile(file)
    for report, _, _ in job.results(in_order=False):
        if lines is None:
            with job.progress.paused():
                say(json_line(report))
        else:
            lines.add(json_line(report))
        reports.append(report)
    return reports


def _text(job: Job, file: Path | None, screen: Screen) -> list[Report]:
    """The reports one under the other, on a terminal each as soon as it is there."""
    reports: list[Report] = []
    texts: list[str] = []

    def tell(text: str) -> None:
        if file is None:
            with job.progress.paused():
                say(text)
        else:
            texts.append(text)

    between = "" if screen.quiet else f"\n{'-' * 40}\n\n"
    for report, draft, _ in job.results():
        text = screen.report(report, draft.text)
        tell(f"{between}{text}" if reports else text)
        reports.append(report)
    if len(reports) > 1:
        tell(between + screen.total(reports))
    if file is not None and reports:
        save(file, "".join(texts))
    return reports


def _word(job: Job, file: Path | None) -> list[Report]:
    """The draft itself, with every finding as a comment."""
    reports: list[Report] = []
    for report, draft, _ in job.results():
        if file is not None:
            save(file, draft.reviewed(report))
        reports.append(report)
    return reports


def _html(job: Job, file: Path | None) -> list[Report]:
    """One page."""
    reports: list[Report] = []
    for report, draft, _ in job.results():
        reports.append(report)
        _put(report.to_html(draft.text), file, reports)
    return reports


def _questions(job: Job, file: Path | None) -> list[Report]:
    """One mail about all drafts."""
    from verifier.report.questions import questions  # noqa: PLC0415

    results = list(job.results())
    reports = [result.report for result in results]
    if results:
        _put(questions((result.report, result.draft.text) for result in results), file, reports)
    return reports


def _sarif(job: Job, file: Path | None) -> list[Report]:
    """One log of all drafts."""
    from verifier.report.sarif import sarif  # noqa: PLC0415

    filed = [_filed(result) for result in job.results()]
    return _all(filed, sarif(filed, successful=len(filed) == len(job.files)), file)


def _github(job: Job, file: Path | None) -> list[Report]:
    """The commands for all drafts."""
    from verifier.report.github import github  # noqa: PLC0415

    filed = [_filed(result) for result in job.results()]
    return _all(filed, github(filed), file)


def _annotations(job: Job, file: Path | None) -> list[Report]:
    """One collection for all drafts."""
    from verifier.report.annotations import collection  # noqa: PLC0415

    filed = [_filed(result) for result in job.results()]
    return _all(filed, collection(filed), file)


def _all(filed: Sequence[Filed], text: str, file: Path | None) -> list[Report]:
    reports = [one.report for one in filed]
    _put(text, file, reports)
    return reports


def _filed(result: Result) -> Filed:
    from verifier.report.filed import Filed  # noqa: PLC0415

    return Filed(
        report=result.report,
        text=result.draft.text,
        path=None if result.file == STANDARD_INPUT else result.file,
        source=result.draft.source,
        sha256=result.draft.sha256,
    )


WRITERS: Mapping[Format, Writer] = {
    "json": _json,
    "jsonl": _jsonl,
    "html": _html,
    "questions": _questions,
    "sarif": _sarif,
    "github": _github,
    "annotations": _annotations,
}
