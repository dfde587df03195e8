"""Passages that the model did not read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.findings import Evidence, Finding, Severity, place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from verifier.claims import Unread
    from verifier.draft import Draft


def unread_passages(draft: Draft, unread: Iterable[Unread]) -> Iterator[Finding]:
    """A `passage-unread` warning for each passage that fell back to the offline reader."""
    for passage in unread:
        sentences = [s for s in map(draft.sentence, passage.sentences) if s is not None]
        if not sentences:
            continue
        span = draft.span(sentences[0].span.start, sentences[-1].span.end)
        first, last = place(draft, sentences[0].span), place(draft, sentences[-1].span)
        where = first if first == last else f"{first} to {last}"
        yield Finding(
            code="passage-unread",
            severity=Severity.WARNING,
            message=f"The model did not read {where} for {passage.what}: {passage.why} "
            "The offline reader read it instead.",
            working=f"{len(sentences)} sentences read by patterns only",
            question="Can this be checked again, or read by a person?",
            evidence=(Evidence(span),),
        )
