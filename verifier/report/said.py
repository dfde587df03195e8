"""Who said what, as the report for people lists it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.text import Text

from verifier.report.layout import QUIET, bullet, indented
from verifier.report.phrasing import claim_label, count, other_names, source_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import RenderableType

    from verifier.report.model import ClaimModel, Report, SourceModel

_OWN_VOICE_SHOWN = 5


def who_said_what(report: Report) -> RenderableType:
    """The sources with their claims, then those of the draft itself."""
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
    heading = Text.assemble((name, "bold"), (f" ({source.kind})", QUIET))
    others = other_names(source)
    if others:
        heading.append(f", also {', '.join(f'“{other}”' for other in others)}", QUIET)
    yield indented(heading)
    for claim in claims:
        notes = ["quoted"] if claim.attribution.manner in ("direct", "mixed") else []
        if by_model and claim.proposed_by == "offline":
            notes.append("read by patterns")
        yield bullet(claim_label(claim, source.name), f" ({', '.join(notes)})" if notes else "")


def _own_voice(claims: list[ClaimModel]) -> Iterator[RenderableType]:
    yield indented(Text.assemble(("The draft itself", "bold"), (f" ({count(len(claims), 'claim')})", QUIET)))
    # Statements with figures are those that an editor checks first.
    with_figures = [claim for claim in claims if claim.figures]
    shown = (with_figures or claims)[:_OWN_VOICE_SHOWN]
    for claim in shown:
        yield bullet(claim_label(claim))
    if len(claims) > len(shown):
        yield indented(Text(f"and {len(claims) - len(shown)} more", QUIET), 4)
