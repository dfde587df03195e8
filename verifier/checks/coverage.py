"""Every figure is accounted for: claimed, declared no claim, or listed as unaccounted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from verifier.findings import Evidence, Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from verifier.claims import Claim
    from verifier.figures import Figure


@dataclass(frozen=True, slots=True)
class Coverage:
    """What became of the figures: ids in the order of the draft."""

    figures: tuple[str, ...]
    claimed: tuple[str, ...]
    no_claim: tuple[str, ...]
    unaccounted: tuple[str, ...]


def coverage_of(figures: Iterable[Figure], claims: Iterable[Claim], no_claim: Iterable[str]) -> Coverage:
    """Sort the figures into those that a claim uses, those that state no fact, and the rest."""
    ids = tuple(figure.id for figure in figures)
    used = {figure for claim in claims for figure in claim.figures}
    idle = set(no_claim) - used
    return Coverage(
        ids,
        tuple(figure for figure in ids if figure in used),
        tuple(figure for figure in ids if figure in idle),
        tuple(figure for figure in ids if figure not in used and figure not in idle),
    )


def unchecked_figures(figures: Sequence[Figure], coverage: Coverage) -> Iterator[Finding]:
    """One `figure-unchecked` notice for all figures that nobody accounted for."""
    missing = [figure for figure in figures if figure.id in set(coverage.unaccounted)]
    if not missing:
        return
    listed = ", ".join(f"“{figure.span.quote}”" for figure in missing)
    many = len(missing) > 1
    yield Finding(
        code="figure-unchecked",
        severity=Severity.NOTICE,
        message=f"Nothing was checked about {listed}: no claim that was read uses "
        f"{'them' if many else 'it'}.",
        working=f"{len(missing)} of {len(figures)} figures not accounted for",
        question="Are these figures right, and where do they come from?",
        evidence=tuple(Evidence(figure.span, figure.id) for figure in missing),
    )
