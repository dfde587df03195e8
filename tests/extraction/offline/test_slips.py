"""Sums with two digits in each other's place."""

from __future__ import annotations

import pytest
from builders import scanned

from verifier.extraction.offline.relations.slips import swapped_digits

BODY = " It said no more. The board met on Monday. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"Acme owes £280bn.{BODY}It will pay £208bn.", [("£280bn", "£208bn")], id="a sum"),
        pytest.param(f"Acme owes £2.1bn.{BODY}It will pay £1.2bn.", [("£2.1bn", "£1.2bn")], id="with a point"),
        pytest.param(f"Acme has 472 vans.{BODY}The 427 vans are old.", [("472", "427")], id="a count"),
        pytest.param(f"Acme has 472 vans.{BODY}The 427 men are old.", [], id="of something else"),
        pytest.param(f"Acme owes £280bn.{BODY}It will pay £208m.", [], id="another scale"),
        pytest.param(f"Acme owes £280bn.{BODY}It will pay $208bn.", [], id="another currency"),
        pytest.param(f"Acme owes £280bn.{BODY}It will pay £802bn.", [], id="digits further apart"),
        pytest.param(f"Acme owes £280bn.{BODY}It will pay £208bn, or £208bn more.", [], id="given twice"),
        pytest.param("Acme owes £280bn. It will pay £208bn.", [], id="side by side"),
        pytest.param(f"Hall scored after 23 minutes.{BODY}Hall scored after 32 minutes.", [("23 minutes", "32 minutes")], id="a time with a name"),
        pytest.param(f"Hall scored after 23 minutes.{BODY}Roe scored after 32 minutes.", [], id="of somebody else"),
        pytest.param(f"Acme owes £20bn.{BODY}It will pay £2bn.", [], id="no digit of its own in front"),
    ],
)  # fmt: skip
def test_swapped_digits(text: str, expected: list[tuple[str, ...]]) -> None:
    draft, figures = scanned(text)
    quotes = {figure.id: figure.span.quote for figure in figures}
    assert [tuple(quotes[f] for f in r.figures) for r in swapped_digits(draft, figures)] == expected
