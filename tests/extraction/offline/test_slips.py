"""Sums with two digits in each other's place."""

from __future__ import annotations

import pytest
from builders import scanned

from verifier.extraction.offline.relations.slips import swapped_digits

BODY = " It said no more. The board met on Monday. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"Acme owes a fine of £283bn for fraud.{BODY}The fraud fine of £238bn is paid.", [("£283bn", "£238bn")], id="a sum"),
        pytest.param(f"Acme owes a fine of £2.83bn for fraud.{BODY}The fraud fine of £2.38bn is paid.", [("£2.83bn", "£2.38bn")], id="with a point"),
        pytest.param(f"Acme owes a fine of £2.1bn for fraud.{BODY}The fraud fine of £1.2bn is paid.", [], id="two digits alone"),
        pytest.param(f"Acme owes a fine of £280bn for fraud.{BODY}The fraud fine of £208bn is paid.", [], id="two digits and a nought"),
        pytest.param(f"Acme owes a fine of £283bn for fraud.{BODY}Its rival has £238bn in cash.", [], id="of something else"),
        pytest.param(f"Acme owes a fine of £283bn for fraud.{BODY}In 2016 the fraud fine was £238bn.", [], id="of another year"),
        pytest.param(f"Acme owes a fine of £283bn for fraud.{BODY}Another fraud fine of £238bn is paid.", [], id="another"),
        pytest.param(f"Acme has 472 vans.{BODY}The 427 vans are slow.", [("472", "427")], id="a count"),
        pytest.param(f"Acme has 472 vans.{BODY}The 427 men are old.", [], id="a count of others"),
        pytest.param(f"Acme owes a fine of £283bn for fraud.{BODY}The fraud fine of £238m is paid.", [], id="another scale"),
        pytest.param(f"Acme owes a fine of £283bn for fraud.{BODY}The fraud fine of $238bn is paid.", [], id="another currency"),
        pytest.param(f"Acme owes a fine of £283bn for fraud.{BODY}The fraud fine of £382bn is paid.", [], id="digits further apart"),
        pytest.param(f"Acme owes a fine of £283bn for fraud.{BODY}The fraud fine of £238bn, not £238bn more, is paid.", [], id="given twice"),
        pytest.param("Acme owes a fine of £283bn for fraud. The fraud fine of £238bn is paid.", [], id="side by side"),
        pytest.param(f"Hall led the race after 23 minutes.{BODY}Hall led the race after 32 minutes.", [], id="minutes"),
    ],
)  # fmt: skip
def test_swapped_digits(text: str, expected: list[tuple[str, ...]]) -> None:
    draft, figures = scanned(text)
    quotes = {figure.id: figure.span.quote for figure in figures}
    assert [tuple(quotes[f] for f in r.figures) for r in swapped_digits(draft, figures)] == expected
