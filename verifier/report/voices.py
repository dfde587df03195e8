"""Who speaks in a draft: its sources and its own voice, with what they claim, as the page lists them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from verifier.report.phrasing import claim_label, other_names, shortened, source_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from verifier.report.model import ClaimModel, Report, SpanModel

OWN_VOICE = "The draft itself"
HUES = 8
"""How many colours tell sources apart; the tags S1, S2 … do so beyond them, and without colour."""

_LONGEST_CLAIM = 140
_QUOTED = ("direct", "mixed")


@dataclass(frozen=True, slots=True)
class Told:
    """A claim as it is listed under its source; `number` is its place among the claims, from 1."""

    number: int
    label: str
    quoted: bool
    place: str


@dataclass(frozen=True, slots=True)
class Voice:
    """A source, or the draft's own voice.

    Attributes:
        key: what the page's filters call it: "S1", or "own".
        tag: what stands behind its claims in the draft; "" for the draft's own.
        hue: the number of its colour, from 1; 0 for the draft's own.
        name: the name.
        kind: what sort of source it is; "" for the draft's own.
        others: what else the draft calls it.
        claims: its claims.
        figures: how many figures rest on it.
    """

    key: str
    tag: str
    hue: int
    name: str
    kind: str
    others: tuple[str, ...]
    claims: tuple[Told, ...]
    figures: int


def voices(report: Report, place: Callable[[SpanModel], str]) -> Iterator[Voice]:
    """The sources in the order of the draft, and last the draft's own voice, if it claims anything.

    Args:
        report: the report.
        place: says where a span stands.
    """
    claims = {claim.id: (number, claim) for number, claim in enumerate(report.claims, 1)}

    def told(numbered: Sequence[tuple[int, ClaimModel]], source: str) -> tuple[Told, ...]:
        return tuple(
            Told(number, _label(claim, source), claim.attribution.manner in _QUOTED, place(claim.span))
            for number, claim in numbered
        )

    for number, source in enumerate(report.sources, 1):
        its = [claims[claim] for claim in source.claims if claim in claims]
        yield Voice(
            key=f"S{number}",
            tag=f"S{number}",
            hue=(number - 1) % HUES + 1,
            name=source_name(source.name),
            kind=source.kind,
            others=tuple(other_names(source)),
            claims=told(its, source.name),
            figures=_figures(its),
        )
    own = [(number, claim) for number, claim in claims.values() if claim.attribution.source is None]
    if own:
        yield Voice("own", "", 0, OWN_VOICE, "", (), told(own, ""), _figures(own))


def _figures(numbered: Sequence[tuple[int, ClaimModel]]) -> int:
    return len({figure for _, claim in numbered for figure in claim.figures})


def _label(claim: ClaimModel, source: str) -> str:
    """What a claim is listed as; there is room for more of it here than in a terminal."""
    label = claim_label(claim, source)
    return shortened(claim.statement, _LONGEST_CLAIM) if label.endswith("…") else label
