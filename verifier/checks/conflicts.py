"""Contradictions in words, which only a model proposes: both sentences are quoted, and that is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.findings import Evidence, Finding, Severity, place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from verifier.claims import Conflict
    from verifier.draft import Draft


def conflicting_statements(draft: Draft, conflicts: Iterable[Conflict]) -> Iterator[Finding]:
    """A `statements-conflict` warning for each conflict whose sentences stand in the draft."""
    for conflict in conflicts:
        sentences = [s for s in map(draft.sentence, dict.fromkeys(conflict.sentences)) if s is not None]
        if not sentences:
            continue
        sentences.sort(key=lambda sentence: sentence.span.start)
        places = " and ".join(dict.fromkeys(place(draft, s.span) for s in sentences))
        yield Finding(
            code="statements-conflict",
            severity=Severity.WARNING,
            message=f"A model reads a contradiction between {places}: {conflict.why}",
            working=" ↔ ".join(f"“{' '.join(s.span.quote.split())}”" for s in sentences),
            question="Which of the two is right?",
            evidence=tuple(Evidence(sentence.span) for sentence in sentences),
        )
