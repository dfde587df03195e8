"""Statements that rest on sources which a reader cannot place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.findings import Evidence, Finding, Severity
from verifier.sources import SourceKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from verifier.claims import Claim
    from verifier.draft import Draft
    from verifier.sources import Source

# "It is thought" is left out: police and scientists are quoted so, and the next sentence says who they are.
_HEARSAY = re.compile(
    r"\b[Ii]t (?:is|was|has been) (?:widely )?(?:understood|rumou?red|whispered) that\b|\b[Rr]umou?r has it\b"
)
_RUMOURS = ("understood", "umour", "umor", "whispered")
"""One of these stands wherever `_HEARSAY` finds something."""


def vague_sources(sources: Iterable[Source], claims: Mapping[str, Claim]) -> Iterator[Finding]:
    """One `vague-source` notice for each anonymous source, with all its claims."""
    for source in sources:
        if source.kind is not SourceKind.ANONYMOUS:
            continue
        rest = [claims[claim] for claim in source.claims]
        statements = "; ".join(dict.fromkeys(f"“{claim.label}”" for claim in rest))
        yield Finding(
            code="vague-source",
            severity=Severity.NOTICE,
            message=f"“{source.name}” is all that the draft says of who stands behind {statements}.",
            working=f"{len(rest)} claim{'s' if len(rest) > 1 else ''} on an anonymous source",
            question=f"Who are “{source.name}”, and can the draft say more about them?",
            evidence=tuple(
                Evidence(mention, None, next((c.id for c in rest if c.attribution.mention == mention), None))
                for mention in source.mentions
            ),
        )


def hearsay(draft: Draft) -> Iterator[Finding]:
    """One `vague-source` notice for all places that say “it is understood that”, and not by whom."""
    if not any(word in draft.text for word in _RUMOURS):
        return
    spans = [draft.span(*match.span()) for match in _HEARSAY.finditer(draft.text)]
    if not spans:
        return
    yield Finding(
        code="vague-source",
        severity=Severity.NOTICE,
        message=f"“{spans[0].quote}” does not say who told the reporter.",
        working=f"{len(spans)} statement{'s' if len(spans) > 1 else ''} without a speaker",
        question="Who says so, and can the draft name them?",
        evidence=tuple(Evidence(span) for span in spans),
    )
