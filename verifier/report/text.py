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
from verifier.report.excerpts import excerpts, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import RenderableType

    from verifier.report.model import ClaimModel, FindingModel, Report, SourceModel

WIDEST = 100
"""Lines longer than this are hard to read, however wide the terminal is."""

_STYLES = {"error": "bold red", "warning": "bold yellow", "notice": "bold cyan"}
_EVIDENCE = "bold underline"
_QUIET = "dim"

_PLACES_SHOWN = 6
_NAMES_SHOWN = 4
_OWN_VOICE_SHOWN = 5
_LONGEST_LABEL = 90
_LONGEST_NAME = 60
_FEWEST_WORDS = 3
_PRONOUNS = ("he", "i", "it", "she", "that", "they", "this", "we", "who")


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
        parts += [
            Text(),
            Text("Nothing to report: no two statements found that contradict each other.", "green"),
        ]
    if report.claims:
        parts += [Text(), _who_said_what(report)]
    if report.problems:
        parts += [Text(), _notes(report)]
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
        (name, "bold"), (f" · {_count(report.draft.words, 'word')} · {_engine(report)}", _QUIET)
    )


def _engine(report: Report) -> str:
    if report.verifier.engine == "offline":
        return "read offline, by patterns"
    return f"read by the model {report.verifier.model}"


def _finding(number: int, finding: FindingModel, draft: Draft, *, brackets: bool) -> RenderableType:
    heading = Text.assemble(
        f"{number}. ", (finding.severity, _STYLES[finding.severity]), (f"  {finding.code}", _QUIET)
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
    name = _shortened(source.name, _LONGEST_NAME)
    heading = Text.assemble((name, "bold"), (f" ({source.kind})", _QUIET))
    others = _other_names(source)
    if others:
        heading.append(f", also {', '.join(f'“{other}”' for other in others)}", _QUIET)
    yield _indented(heading)
    for claim in claims:
        notes = ["quoted"] if claim.attribution.manner in ("direct", "mixed") else []
        if by_model and claim.proposed_by == "offline":
            notes.append("read by patterns")
        yield _bullet(_label(claim, source.name), f" ({', '.join(notes)})" if notes else "")


def _other_names(source: SourceModel) -> list[str]:
    """What else the draft calls it; "The air force" and "the air force" are one name, "it" is none."""
    names: dict[str, str] = dict.fromkeys(_PRONOUNS, "")
    for mention in source.mentions:
        name = _shortened(mention.quote, _LONGEST_NAME)
        names.setdefault(name.casefold(), name)
    names.pop(_shortened(source.name, _LONGEST_NAME).casefold(), None)
    return [name for name in names.values() if name][:_NAMES_SHOWN]


def _own_voice(claims: list[ClaimModel]) -> Iterator[RenderableType]:
    yield _indented(
        Text.assemble(("The draft itself", "bold"), (f" ({_count(len(claims), 'claim')})", _QUIET))
    )
    # Statements with figures are those that an editor checks first.
    with_figures = [claim for claim in claims if claim.figures]
    shown = (with_figures or claims)[:_OWN_VOICE_SHOWN]
    for claim in shown:
        yield _bullet(_label(claim))
    if len(claims) > len(shown):
        yield _indented(Text(f"and {len(claims) - len(shown)} more", _QUIET), 4)


def _label(claim: ClaimModel, source: str = "") -> str:
    label = claim.label.removesuffix(f", per {source}") if source else claim.label
    # "40%" tells nobody anything: where the label is as short as that, the statement takes its place.
    told = label if len(label.split()) >= _FEWEST_WORDS else claim.statement
    return _shortened(told, _LONGEST_LABEL)


def _shortened(text: str, length: int) -> str:
    text = printable(text)
    if len(text) <= length:
        return text
    cut = text.rfind(" ", length // 2, length)
    return f"{text[: cut if cut > 0 else length].rstrip(' ,;:')} …"


def _bullet(label: str, note: str = "") -> RenderableType:
    row = Table.grid(padding=(0, 1))
    row.add_column(no_wrap=True, style=_QUIET)
    row.add_column(ratio=1, overflow="fold")
    row.add_row("-", Text.assemble(label, (note, _QUIET)))
    return _indented(row, 4)


def _notes(report: Report) -> RenderableType:
    heading = "Notes" if report.complete else "Notes: the model did not read all of this draft"
    return Group(Text(heading, "bold yellow"), *(_bullet(printable(problem)) for problem in report.problems))


def _summary(report: Report) -> Text:
    summary = report.summary
    counts = [
        (summary.errors, "error"),
        (summary.warnings, "warning"),
        (summary.notices, "notice"),
    ]
    line = Text()
    for index, (count, severity) in enumerate(counts):
        line.append(", " if index else "")
        line.append(_count(count, severity), _STYLES[severity] if count else _QUIET)
    line.append(f" · {_count(summary.claims, 'claim')} from {_count(summary.sources, 'source')}", _QUIET)
    line.append(f" · {_figures(report)} · {_cost(report)}", _QUIET)
    return line


def _figures(report: Report) -> str:
    figures, missing = report.coverage.figures, len(report.coverage.unaccounted)
    if not figures:
        return "no figures"
    return f"{_count(figures, 'figure')}, {f'{missing} unaccounted for' if missing else 'all accounted for'}"


def _cost(report: Report) -> str:
    usage = report.usage
    seconds = f"{usage.seconds:.1f} s" if usage.seconds >= 1 else f"{usage.seconds:.2f} s"
    if report.verifier.engine == "offline":
        return seconds
    cached = f" ({usage.cached} from the cache)" if usage.cached else ""
    tokens = _count(usage.input_tokens + usage.output_tokens, "token")
    cost = "" if usage.cost is None else f", {usage.cost:.4f} spent"
    return f"{_count(usage.calls, 'call')}{cached}, {tokens}{cost} · {seconds}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _indented(renderable: RenderableType, columns: int = 2) -> Padding:
    return Padding(renderable, (0, 0, 0, columns))
