"""Fingerprints: what a finding is recognised by when the draft is checked again."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from verifier.draft import Draft
    from verifier.findings.model import Finding

_LENGTH = 16


def with_fingerprints(draft: Draft, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings with their fingerprints: 16 hexadecimal digits.

    A fingerprint is made from the code, the evidence's words and the sentences these stand in, not from
    offsets or ids, so that edits elsewhere leave it alone and an edit of those sentences changes it. Two
    findings that would be alike (a sentence that stands twice) are told apart by their order.
    """
    seen: Counter[str] = Counter()
    marked: list[Finding] = []
    for finding in findings:
        parts = [finding.code]
        for evidence in finding.evidence:
            sentences = (" ".join(s.span.quote.split()) for s in draft.sentences_of(evidence.span))
            parts += [" ".join(evidence.span.quote.split()), *sentences]
        digest = hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
        seen[digest] += 1
        if seen[digest] > 1:
            digest = hashlib.sha256(f"{digest} {seen[digest]}".encode()).hexdigest()
        marked.append(replace(finding, fingerprint=digest[:_LENGTH]))
    return tuple(marked)
