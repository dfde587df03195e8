"""What the stages find together."""

from __future__ import annotations

import pytest

from verifier import verify

TEXT = "Coats sell for {head}\n\nFour coats have been sold for {body} (£59,000) at a sale in Leeds.\n"


@pytest.mark.parametrize(
    ("head", "body", "codes"),
    [
        pytest.param("$110,000", "$110,000", [], id="one sum"),
        pytest.param("$110,000", "$130,000", ["same-fact-differs"], id="two sums"),
        pytest.param("$110,000", "$110,00", ["impossible-value"], id="no sum: one slip, one mark"),
    ],
)
def test_what_cannot_be_contradicts_nothing_else(head: str, body: str, codes: list[str]) -> None:
    report = verify(TEXT.format(head=head, body=body), engine="offline")
    assert [finding.code for finding in report.findings if finding.severity != "notice"] == codes
