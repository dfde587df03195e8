"""The report for people: findings with the draft's own words around them, then who said what.

`rendered` builds it for a terminal, `plain` for everything else. Both are pure: a report and the text of
its draft go in, and nothing is written.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from verifier.draft import Draft
from verifier.report.excerpts import excerpts
from verifier.report.phrasing import (
    claim_label,
    cost,
    count,
    engine,
    figures,
    other_names,
    printable,
    shortened,
    source_name,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import RenderableType

    from verifier.report.model import ClaimModel, FindingModel, Report, SourceModel

WIDEST = 100
"""Lines longer than this are hard to read, however wide the terminal is."""

_STYLES = {"error": "bold red", "warning": "bold yellow", "notice": "bold cyan"}
_EVIDENCE = "bold underline"
_QUIET = "dim"

_NOTHING_FOUND = "Nothing to report: no two statements found that contradict each other."
_NOTHING_LEFT = "Nothing left to report: all that was found is dismissed."

SHORT = 8
"""How many digits of a fingerprint are shown: enough to name a finding to `verifier dismiss`."""

_LONGEST_QUOTE = 40
_PLACES_SHOWN = 6
_OWN_VOICE_SHOWN = 5


def rendered(report: Report, text: str, *, brackets: bool = False) -> Group:
    """The report as something that a rich console prints.

    Args:
        report: what `verify` returned.
        text: the draft that it is about.
        brackets: mark evidence with square brackets, for where neither bold nor underlined shows.
    """
    draft = Draft.parse(text, report.draft.name)
    parts: list[RenderableType] = [_header(report)]
    for number, finding in enumerate(report.findings, 1):
        parts += [Text(), _finding(number, finding, draft, brackets=brackets)]
    if not report.findings:
        parts += [Text(), Text(_NOTHING_LEFT if report.dismissed else _NOTHING_FOUND, "green")]
    if report.claims:
        parts += [Text(), _who_said_what(report)]
    if report.problems:
        parts += [Text(), _notes(report)]
    if report.dismissed:
        parts += [Text(), _dismissed(report)]
    parts += [Text(), _summary(report)]
    return Group(*parts)


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


def _header(report: Report) -> Text:
    name = printable(report.draft.name or "draft")
    return Text.assemble(
        (name, "bold"), (f" · {count(report.draft.words, 'word')} · {engine(report)}", _QUIET)
    )


def _finding(number: int, finding: FindingModel, draft: Draft, *, brackets: bool) -> RenderableType:
    heading = Text.assemble(
        f"{number}. ",
        (finding.severity, _STYLES[finding.severity]),
        (f"  {finding.code}  {finding.fingerprint[:SHORT]}", _QUIET),
    )
    rows = Table.grid(padding=(0, 1))
    rows.add_column(no_wrap=True, style=_QUIET)
    rows.add_column(ratio=1, overflow="fold")
    places = list(excerpts(draft, finding.evidence))
    for excerpt in places[:_PLACES_SHOWN]:
        rows.add_row(excerpt.place, excerpt.marked(_EVIDENCE, brackets=brackets))
    if len(places) > _PLACES_SHOWN:
        rows.add_row("", Text(f"and {len(places) - _PLACES_SHOWN} more places", _QUIET))
    # A notice is no contradiction: there is nothing to work out, only something to know.
    if finding.severity != "notice" or finding.relations:
        rows.add_row("working", Text(printable(finding.working)))
    rows.add_row("ask", Text(printable(finding.question), "italic"))
    return Group(heading, _indented(Text(printable(finding.message))), _indented(rows))


def _who_said_what(report: Report) -> RenderableType:
    claims = {claim.id: claim for claim in report.claims}
    parts: list[RenderableType] = [Text("Who said what", "bold")]
    by_model = report.verifier.engine == "model"
    for source in report.sources:
        parts += _source(source, [claims[claim] for claim in source.claims], by_model=by_model)
    own = [claim for claim in report.claims if claim.attribution.source is None]
    if own:
        parts += _own_voice(own)
    return Group(*parts)


def _source(source: SourceModel, claims: Iterable[ClaimModel], *, by_model: bool) -> Iterator[RenderableType]:
    name = source_name(source.name)
    heading = Text.assemble((name, "bold"), (f" ({source.kind})", _QUIET))
    others = other_names(source)
    if others:
        heading.append(f", also {', '.join(f'“{other}”' for other in others)}", _QUIET)
    yield _indented(heading)
    for claim in claims:
        notes = ["quoted"] if claim.attribution.manner in ("direct", "mixed") else []
        if by_model and claim.proposed_by == "offline":
            notes.append("read by patterns")
        yield _bullet(claim_label(claim, source.name), f" ({', '.join(notes)})" if notes else "")


def _own_voice(claims: list[ClaimModel]) -> Iterator[RenderableType]:
    yield _indented(
        Text.assemble(("The draft itself", "bold"), (f" ({count(len(claims), 'claim')})", _QUIET))
    )
    # Statements with figures are those that an editor checks first.
    with_figures = [claim for claim in claims if claim.figures]
    shown = (with_figures or claims)[:_OWN_VOICE_SHOWN]
    for claim in shown:
        yield _bullet(claim_label(claim))
    if len(claims) > len(shown):
        yield _indented(Text(f"and {len(claims) - len(shown)} more", _QUIET), 4)


def _bullet(label: str, note: str = "") -> RenderableType:
    row = Table.grid(padding=(0, 1))
    row.add_column(no_wrap=True, style=_QUIET)
    row.add_column(ratio=1, overflow="fold")
    row.add_row("-", Text.assemble(label, (note, _QUIET)))
    return _indented(row, 4)


def _notes(report: Report) -> RenderableType:
    heading = "Notes" if report.complete else "Notes: the model did not read all of this draft"
    return Group(Text(heading, "bold yellow"), *(_bullet(printable(problem)) for problem in report.problems))


def _dismissed(report: Report) -> RenderableType:
    """What an editor has dismissed, a line each."""
    lines = []
    for finding in report.dismissed:
        words = ", ".join(
            f"“{shortened(evidence.quote, _LONGEST_QUOTE)}”" for evidence in finding.evidence[:2]
        )
        lines.append(
            _bullet(
                printable(f"{finding.code} ({words}): {finding.why}"),
                f" ({printable(finding.at)}, {finding.fingerprint[:SHORT]})",
            )
        )
    return Group(Text(f"{len(report.dismissed)} dismissed", "bold"), *lines)


def _summary(report: Report) -> Text:
    summary = report.summary
    counts = [
        (summary.errors, "error"),
        (summary.warnings, "warning"),
        (summary.notices, "notice"),
    ]
    line = Text()
    for index, (number, severity) in enumerate(counts):
        line.append(", " if index else "")
        line.append(count(number, severity), _STYLES[severity] if number else _QUIET)
    line.append(f", {len(report.dismissed)} dismissed" if report.dismissed else "", _QUIET)
    line.append(f" · {count(summary.claims, 'claim')} from {count(summary.sources, 'source')}", _QUIET)
    line.append(f" · {figures(report)} · {cost(report)}", _QUIET)
    return line


def _indented(renderable: RenderableType, columns: int = 2) -> Padding:
    return Padding(renderable, (0, 0, 0, columns))
