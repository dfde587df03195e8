"""The report as comments in a Word file.

One comment for each finding, at its first place; it names the others with their words and paragraphs. A
comment at every place would say the same thing twice in the margin and have to be resolved twice: the
number of comments is the number of things to decide.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.draft import Draft
from verifier.findings import place
from verifier.formats.model import Comment
from verifier.report.phrasing import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from verifier.report.model import EvidenceModel, FindingModel, Report

_PLACES_NAMED = 6
_LONGEST_QUOTE = 200


def comments(report: Report, text: str) -> tuple[Comment, ...]:
    """A comment for each finding, in the order of the report.

    Args:
        report: what `verify` returned.
        text: the draft that it is about.
    """
    draft = Draft.parse(text, report.draft.name)
    return tuple(_comment(finding, draft) for finding in report.findings)


def _comment(finding: FindingModel, draft: Draft) -> Comment:
    first, *others = sorted(finding.evidence, key=lambda one: (one.start, one.end))
    return Comment(first.start, first.end, "\n".join(map(printable, _lines(finding, others, draft))))


def _lines(finding: FindingModel, others: list[EvidenceModel], draft: Draft) -> Iterator[str]:
    yield f"{finding.severity}: {finding.code}"
    yield finding.message
    # A notice is no contradiction: there is nothing to work out, only something to know.
    if finding.severity != "notice" or finding.relations:
        yield f"Working: {finding.working}"
    yield f"Ask: {finding.question}"
    for other in others[:_PLACES_NAMED]:
        yield f"See also {place(draft, draft.span(other.start, other.end))}: “{_quoted(other.quote)}”"
    if len(others) > _PLACES_NAMED:
        yield f"and {len(others) - _PLACES_NAMED} more places"


def _quoted(quote: str) -> str:
    if len(quote) <= _LONGEST_QUOTE:
        return quote
    return f"{quote[: quote.rfind(' ', 0, _LONGEST_QUOTE)]} …"
