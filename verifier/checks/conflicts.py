"""Contradictions in words, which only a model proposes: both sentences are quoted, and that is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.findings import Evidence, Finding, Severity, place
from verifier.grounding import Ungrounded, find_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from verifier.claims import Conflict
    from verifier.draft import Draft, Sentence, Span


def conflicting_statements(
    draft: Draft, conflicts: Iterable[Conflict], told: Sequence[Finding] = ()
) -> Iterator[Finding]:
    """A `statements-conflict` warning for each conflict whose words stand in the draft.

    Args:
        draft: the draft.
        conflicts: what a model calls conflicts.
        told: what code found in the draft's words. A conflict of the same sentences is told already: one
            slip deserves one mark.
    """
    known = [_sentences(draft, [evidence.span for evidence in finding.evidence]) for finding in told]
    for conflict in conflicts:
        found = (find_words(draft, words) for words in conflict.places)
        spans = sorted({span for span in found if not isinstance(span, Ungrounded)})
        if not spans:
            continue
        sentences = _sentences(draft, spans)
        if len(sentences) > 1 and any(sentences.keys() <= theirs.keys() for theirs in known):
            continue
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


def _sentences(draft: Draft, spans: Iterable[Span]) -> dict[Sentence, None]:
    """The sentences that hold the spans, each once, in their order."""
    return dict.fromkeys(sentence for span in spans for sentence in draft.sentences_of(span))
