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

LENGTH = 16


def with_fingerprints(draft: Draft, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings with their fingerprints: 16 hexadecimal digits.

    A fingerprint is made from the code, the evidence's words and the sentences these stand in, not from
    offsets, ids, the severity or the order of these sentences, so that edits elsewhere and paragraphs that
    change places leave it alone, and an edit of those sentences changes it. Findings that would be alike (a
    sentence that stands twice) are told apart by their place: the first in the draft, the second, and so on.
    """
    findings = tuple(findings)
    digests = [_digest(draft, finding) for finding in findings]
    marked = list(findings)
    seen: Counter[str] = Counter()
    for index in sorted(range(len(findings)), key=lambda index: findings[index].evidence[0].span):
        digest = digests[index]
        seen[digest] += 1
        if seen[digest] > 1:
            digest = _hash(f"{digest} {seen[digest]}")
        marked[index] = replace(findings[index], fingerprint=digest[:LENGTH])
    return tuple(marked)


def _digest(draft: Draft, finding: Finding) -> str:
    places = []
    for evidence in finding.evidence:
        sentences = (_words(sentence.span.quote) for sentence in draft.sentences_of(evidence.span))
        places.append("\x1f".join((_words(evidence.span.quote), *sentences)))
    return _hash("\x1e".join((finding.code, *sorted(places))))


def _words(text: str) -> str:
    """The text with its lines joined: wrapping copy anew changes no sentence."""
    return " ".join(text.split())


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
