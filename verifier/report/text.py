"""The report for people: findings with the draft's own words around them, then who said what.

`rendered` builds it for a terminal, `plain` for everything else. Both are pure: a report and the text of
its draft go in, and nothing is written.
"""

from __future__ import annotations

import io
from collections import Counter
from typing import TYPE_CHECKING

from rich.console import Console, Group
from rich.text import Text

from verifier.draft import Draft
from verifier.report.excerpts import excerpts
from verifier.report.layout import QUIET, Labelled, Line, bullet, counted, indented
from verifier.report.phrasing import cost, count, engine, figures, printable, shortened
from verifier.report.said import who_said_what

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rich.console import RenderableType

    from verifier.report.model import FindingModel, Report, SummaryModel

WIDEST = 100
"""Lines longer than this are hard to read, however wide the terminal is."""

_STYLES = {"error": "bold red", "warning": "bold yellow", "notice": "bold cyan"}
_EVIDENCE = "bold underline"

_NOTHING_FOUND = "Nothing to report: no two statements found that contradict each other."
_NOTHING_LEFT = "Nothing left to report: all that was found is dismissed."

SHORT = 8
"""How many digits of a fingerprint are shown: enough to name a finding to `verifier dismiss`."""

_LONGEST_QUOTE = 40
_PLACES_SHOWN = 6
_MANY = 6
"""More findings than this stand under a heading for each severity, with their codes counted at the end."""


def rendered(report: Report, text: str, *, brackets: bool = False) -> Group:
    """The report as something that a rich console prints.

    Args:
        report: what `verify` returned.
        text: the draft that it is about.
        brackets: mark evidence with square brackets, for where neither bold nor underlined shows.
    """
    draft = Draft.parse(text, report.draft.name)
    parts: list[RenderableType] = [_header(report), *_findings(report, draft, brackets=brackets)]
    if not report.findings:
        parts += [Text(), Text(_NOTHING_LEFT if report.dismissed else _NOTHING_FOUND, "green")]
    if report.claims:
        parts += [Text(), who_said_what(report)]
    if report.problems:
        parts += [Text(), _notes(report)]
    if len(report.findings) > _MANY:
        parts += [Text(), Text("Findings by code", "bold"), counted(_by_code(report.findings))]
    if report.dismissed:
        parts += [Text(), _dismissed(report)]
    parts += [Text(), _summary(report)]
    return Group(*parts)


def summary_line(report: Report) -> Text:
    """The report in one line: the draft, how many of what were found, and who read it."""
    pieces = [
        Text.assemble((printable(report.draft.name or "draft"), "bold"), ": ", _found([report.summary])),
        Text(engine(report), QUIET),
    ]
    if report.coverage.unaccounted:
        pieces.insert(1, Text(figures(report), QUIET))
    if not report.complete:
        pieces.append(Text("the model did not read all of it", "bold yellow"))
    return Text(" · ", QUIET, end="").join(pieces)


def total_line(reports: Sequence[Report]) -> Text:
    """What was found in several drafts together, in one line."""
    found = _found([report.summary for report in reports])
    return Text.assemble((count(len(reports), "draft"), "bold"), ": ", found)


def plain(report: Report, text: str, *, width: int = WIDEST) -> str:
    """The report without colours, with the evidence in square brackets.

    Args:
        report: what `verify` returned.
        text: the draft that it is about.
        width: the longest line, in columns.
    """
    console = Console(
        file=io.StringIO(), width=min(width, WIDEST), color_system=None, force_terminal=False, highlight=False
    )
    with console.capture() as capture:
        console.print(rendered(report, text, brackets=True))
    # Columns are filled up with spaces, which nobody sees and every diff shows.
    return "".join(f"{line.rstrip()}\n" for line in capture.get().splitlines())


def _header(report: Report) -> RenderableType:
    name = printable(report.draft.name or "draft")
    return Line(
        (
            Text(name, "bold"),
            Text(f"{count(report.draft.words, 'word')} · {engine(report)}", QUIET),
        )
    )


def _findings(report: Report, draft: Draft, *, brackets: bool) -> Iterator[RenderableType]:
    """The findings, numbered in their order; many of them in groups."""
    severities = Counter(finding.severity for finding in report.findings)
    grouped = len(report.findings) > _MANY and len(severities) > 1
    severity = None
    for number, finding in enumerate(report.findings, 1):
        if grouped and finding.severity != severity:
            severity = finding.severity
            heading = f"{severity.capitalize()}s ({severities[severity]})"
            yield from (Text(), Text(heading, f"{_STYLES[severity]} underline"))
        yield from (Text(), _finding(number, finding, draft, brackets=brackets))


def _finding(number: int, finding: FindingModel, draft: Draft, *, brackets: bool) -> RenderableType:
    heading = Text.assemble(
        f"{number}. ",
        (finding.severity, _STYLES[finding.severity]),
        (f"  {finding.code}  {finding.fingerprint[:SHORT]}", QUIET),
    )
    places = list(excerpts(draft, finding.evidence))
    rows = [
        (excerpt.place, excerpt.marked(_EVIDENCE, brackets=brackets)) for excerpt in places[:_PLACES_SHOWN]
    ]
    if len(places) > _PLACES_SHOWN:
        rows.append(("", Text(f"and {len(places) - _PLACES_SHOWN} more places", QUIET)))
    # A notice is no contradiction: there is nothing to work out, only something to know.
    if finding.severity != "notice" or finding.relations:
        rows.append(("working", Text(printable(finding.working))))
    rows.append(("ask", Text(printable(finding.question), "italic")))
    return Group(heading, indented(Text(printable(finding.message))), indented(Labelled(tuple(rows))))


def _by_code(findings: Sequence[FindingModel]) -> Iterator[tuple[str, int]]:
    """How often each code comes: the gravest first, then the most frequent."""
    counts = Counter(finding.code for finding in findings)
    gravest: dict[str, int] = {}
    for finding in findings:
        gravest.setdefault(finding.code, list(_STYLES).index(finding.severity))
    yield from sorted(counts.items(), key=lambda row: (gravest[row[0]], -row[1]))


def _notes(report: Report) -> RenderableType:
    heading = "Notes" if report.complete else "Notes: the model did not read all of this draft"
    return Group(Text(heading, "bold yellow"), *(bullet(printable(problem)) for problem in report.problems))


def _dismissed(report: Report) -> RenderableType:
    """What an editor has dismissed, a line each."""
    lines = []
    for finding in report.dismissed:
        words = ", ".join(
            f"“{shortened(evidence.quote, _LONGEST_QUOTE)}”" for evidence in finding.evidence[:2]
        )
        lines.append(
            bullet(
                printable(f"{finding.code} ({words}): {finding.why}"),
                f" ({printable(finding.at)}, {finding.fingerprint[:SHORT]})",
            )
        )
    return Group(Text(f"{len(report.dismissed)} dismissed", "bold"), *lines)


def _summary(report: Report) -> RenderableType:
    summary = report.summary
    rest = (
        f"{count(summary.claims, 'claim')} from {count(summary.sources, 'source')}",
        figures(report),
        *cost(report).split(" · "),
    )
    found = _counts(_numbers([summary]))
    found.append(f", {len(report.dismissed)} dismissed" if report.dismissed else "", QUIET)
    return Line((found, *(Text(piece, QUIET) for piece in rest)))


def _found(summaries: Sequence[SummaryModel]) -> Text:
    """How many of what were found, without what was not."""
    numbers = {severity: number for severity, number in _numbers(summaries).items() if number}
    return _counts(numbers) if numbers else Text("nothing found", "green")


def _numbers(summaries: Sequence[SummaryModel]) -> dict[str, int]:
    return {
        "error": sum(summary.errors for summary in summaries),
        "warning": sum(summary.warnings for summary in summaries),
        "notice": sum(summary.notices for summary in summaries),
    }


def _counts(numbers: Mapping[str, int]) -> Text:
    pieces = (
        Text(count(number, severity), _STYLES[severity] if number else QUIET)
        for severity, number in numbers.items()
    )
    return Text(", ").join(pieces)
