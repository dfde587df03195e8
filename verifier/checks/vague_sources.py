"""Statements that rest on sources which a reader cannot place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.findings import Evidence, Finding, Severity
from verifier.sources import SourceKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from verifier.claims import Claim
    from verifier.sources import Source


def vague_sources(sources: Iterable[Source], claims: Mapping[str, Claim]) -> Iterator[Finding]:
    """One `vague-source` notice for each anonymous source, with all its claims."""
    for source in sources:
        if source.kind is not SourceKind.ANONYMOUS:
            continue
        rest = [claims[claim] for claim in source.claims]
        statements = "; ".join(claim.label for claim in rest)
        yield Finding(
            code="vague-source",
            severity=Severity.NOTICE,
            message=f"“{source.name}” is all that the draft says of who stands behind: {statements}.",
            working=f"{len(rest)} claim{'s' if len(rest) > 1 else ''} on an anonymous source",
            question=f"Who are “{source.name}”, and can the draft say more about them?",
            evidence=tuple(
                Evidence(mention, None, next((c.id for c in rest if c.attribution.mention == mention), None))
                for mention in source.mentions
            ),
        )
