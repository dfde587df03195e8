"""Speakers whom nobody introduced."""

from __future__ import annotations

import pytest

from verifier.checks import unknown_speakers
from verifier.draft import Draft

INTRODUCED = "“Sales were slow,” said the bank’s analyst {}.\n\nIt rained in Leeds on Monday.\n\n"

CASES = [
    pytest.param("Anna Hill", "“We are glad,” Ms Moss said.", ["Anna Hill", "Ms Moss"], id="title-and-verb"),
    pytest.param("Anna Hill", "According to Ms Moss it was a mild week.", ["Anna Hill", "Ms Moss"], id="according-to"),
    pytest.param("Peter Barker", "“We are glad,” Tarker said.", ["Peter Barker", "Tarker"], id="alike-without-a-title"),
    pytest.param("Peter Barker", "“We are glad,” added Tarker.", ["Peter Barker", "Tarker"], id="verb-first"),
    pytest.param("Peter Barker", "“We are glad,” Tarker \nsaid.", ["Peter Barker", "Tarker"], id="broken-before-the-verb"),
    pytest.param("Peter Barker", "“We are glad,” Tarker resaid.", [], id="a-verb-within-a-word"),
    pytest.param("Anna Hill", "“We are glad,” Ms Hill said.", [], id="taken-up"),
    pytest.param("Anna Hill", "“We are glad,” Mr Moss said.", [], id="a-man"),
    pytest.param("Anna Hill", "Ms Moss, the owner, was there.", [], id="no-speaker"),
    pytest.param("Anna Hill", "Ms Moss said so. Hill was glad.", [], id="still-named"),
    pytest.param("Anna Hill", "The owner is Jane Moss. Ms Moss said so.", [], id="introduced"),
    pytest.param("Anna Hill", "Prime Minister Ms Moss said so.", [], id="known-by-the-office"),
    pytest.param("Peter Barker", "“We are glad,” Acme said.", [], id="a-company"),
    pytest.param("Peter Barker", "“We are glad,” Darton said.", [], id="another-name"),
    pytest.param("Peter Barker", "“We are glad,” Barkers said.", [], id="a-plural"),
    pytest.param("Peter Barker", "“We are glad,” Mr Barkar said.", [], id="a-spelling-that-another-check-tells"),
    pytest.param("James O’Neill", "“We are glad,” O'Neill said.", [], id="another-apostrophe"),
    pytest.param("nobody", "“We are glad,” Ms Moss said.", [], id="no-speaker-before"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "rest", "expected"), CASES)
def test_unknown_speakers(name: str, rest: str, expected: list[str]) -> None:
    findings = list(unknown_speakers(Draft.parse(INTRODUCED.format(name) + rest)))
    assert [evidence.span.quote for finding in findings for evidence in finding.evidence] == expected
    assert all(finding.code == "name-varies" for finding in findings)
