"""Who is the biggest: two names for one rank, and two ranks for one name."""

from __future__ import annotations

import pytest

from verifier.checks.superlatives import contradicting_superlatives
from verifier.draft import Draft

CASES = [
    pytest.param("Acme, the world's biggest brewer, fell. Bolt, the world's largest brewer, rose.", 1, id="two biggest"),
    pytest.param("Acme, the world's biggest brewer, fell. Bolt, the world's second-largest brewer, rose.", 0, id="two ranks"),
    pytest.param("Acme, the world's third-biggest brewer, fell. Bolt is the third-largest brewer in the world.", 1, id="two thirds"),
    pytest.param("Acme and Bolt, the world's two biggest brewers, fell. Bolt, the world's third-largest brewer, rose.", 1, id="of two, and third"),
    pytest.param("Acme and Bolt, the world's two biggest brewers, fell. Bolt, the world's second-largest brewer, rose.", 0, id="of two, and second"),
    pytest.param("The world's largest brewer, Acme, fell. Acme, the world's second-biggest brewer, rose.", 1, id="one name"),
    pytest.param("Acme, the world's biggest reinsurer, fell. Bolt, the world's biggest reinsurance company, rose.", 1, id="alike"),
    pytest.param("Acme, the world's biggest brewer, fell. Bolt, Europe's largest brewer, rose.", 0, id="two places"),
    pytest.param("Acme, the world's biggest tea producer, fell. Bolt, the world's biggest tea exporter, rose.", 0, id="two kinds"),
    pytest.param("Acme is one of the world's largest brewers. Bolt, the world's largest brewer, rose.", 0, id="one of"),
    pytest.param("Acme, the world's largest bank, fell. Bolt, once the world's largest bank, rose.", 0, id="once"),
    pytest.param("Acme, the world's oldest bank, fell. Bolt, the world's richest bank, rose.", 0, id="two measures"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "findings"), CASES)
def test_superlatives(text: str, findings: int) -> None:
    assert len(list(contradicting_superlatives(Draft.parse(text)))) == findings


def test_evidence() -> None:
    text = "Acme, the world's biggest brewer, fell. Bolt, the world's largest brewer, rose."
    (finding,) = contradicting_superlatives(Draft.parse(text))
    assert [evidence.span.quote for evidence in finding.evidence] == [
        "world's biggest brewer",
        "world's largest brewer",
    ]
