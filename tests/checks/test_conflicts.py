"""What a model calls a conflict: quoted at its words, and left out where code has told it already."""

from __future__ import annotations

import pytest

from verifier.checks import conflicting_statements
from verifier.claims import Conflict, Words
from verifier.draft import Draft
from verifier.findings import Evidence, Finding, Severity

DRAFT = Draft.parse("The board liked the offer.\n\nIt rained in Leeds.\n\nNobody on the board liked it.")
CONFLICT = Conflict((Words("S1", "liked the offer", None), Words("S3", "Nobody on the board", None)), "Why.")


def span_of(quote: str) -> Evidence:
    start = DRAFT.text.index(quote)
    return Evidence(DRAFT.span(start, start + len(quote)))


def test_both_places_are_quoted_at_their_words() -> None:
    (finding,) = conflicting_statements(DRAFT, [CONFLICT])
    assert [evidence.span.quote for evidence in finding.evidence] == [
        "liked the offer",
        "Nobody on the board",
    ]
    assert finding.severity is Severity.WARNING
    assert finding.working == "“The board liked the offer.” ↔ “Nobody on the board liked it.”"


@pytest.mark.parametrize(
    ("told", "left"),
    [
        (("The board", "liked it"), 0),
        (("The board", "It rained", "liked it"), 0),
        (("The board", "It rained"), 1),
        (("The board",), 1),
    ],
    ids=["the-same-sentences", "and-more", "one-other-sentence", "one-sentence"],
)
def test_one_slip_has_one_finding(told: tuple[str, ...], left: int) -> None:
    known = Finding("role-varies", Severity.WARNING, "", "", "", tuple(map(span_of, told)))
    assert len(list(conflicting_statements(DRAFT, [CONFLICT], [known]))) == left
