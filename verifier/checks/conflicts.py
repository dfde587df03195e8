"""Contradictions in words, which only a model proposes: both sentences are quoted, and that is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.findings import Evidence, Finding, Severity, place
from verifier.grounding import Ungrounded, find_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from verifier.claims import Conflict
    from verifier.draft import Draft


def conflicting_statements(draft: Draft, conflicts: Iterable[Conflict]) -> Iterator[Finding]:
    """A `statements-conflict` warning for each conflict whose words stand in the draft."""
    for conflict in conflicts:
        found = (find_words(draft, words) for words in conflict.places)
        spans = sorted({span for span in found if not isinstance(span, Ungrounded)})
        if not spans:
            continue
        sentences = dict.fromkeys(s for span in spans for s in draft.sentences_of(span))
        places = " and ".join(dict.fromkeys(place(draft, span) for span in spans))
        yield Finding(
            code="statements-conflict",
            severity=Severity.WARNING,
            message=f"A model reads a contradiction {'between' if ' and ' in places else 'in'} {places}: "
            f"{conflict.why}",
            working=" ↔ ".join(f"“{' '.join(s.span.quote.split())}”" for s in sentences),
            question="Which of the two is right?",
            evidence=tuple(Evidence(span) for span in spans),
        )
