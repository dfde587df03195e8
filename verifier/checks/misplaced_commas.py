"""Sums whose comma stands in the wrong place, or that lack a digit: "$110,00", "£1,8923"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.findings import Evidence, Finding, Severity, place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from verifier.draft import Draft

# Thousands come in threes. Two digits after a single comma in euros are cents, as the Continent writes them;
# after rupees and takas the groups are of two, and the last one of three.
_MISPLACED = re.compile(
    r"(?:[$£¥]|(?P<euro>€))\s?\d{1,3}(?:,\d{3})*,(?:\d{4,}|(?P<short>\d{1,2}))(?![\d%]|[.,]\d|\s?[-–]\s?\d)"
)

# Quick, as it begins with a comma: whether a group of any number has not three digits.
_ODD = re.compile(r",(?:\d{4}|\d{1,2}(?!\d))")


def misplaced_commas(draft: Draft) -> Iterator[Finding]:
    """An `impossible-value` error for each sum in which a group of thousands has not three digits."""
    if _ODD.search(draft.text) is None:
        return
    for match in _MISPLACED.finditer(draft.text):
        if match["euro"] and match["short"]:
            continue
        span = draft.span(*match.span())
        yield Finding(
            code="impossible-value",
            severity=Severity.ERROR,
            message=f"“{match[0]}” ({place(draft, span)}): a digit is missing, or the comma stands wrong.",
            working=f"{match[0]}: thousands come in groups of three digits",
            question="What is the sum?",
            evidence=(Evidence(span),),
        )
