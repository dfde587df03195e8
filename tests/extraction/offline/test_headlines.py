"""One fact in the headline and the body, or in two clauses that read alike."""

from __future__ import annotations

import pytest
from builders import scanned

from verifier.extraction.offline.relations.headlines import far_apart

BODY = "\n\nThe bank said on Monday that branches would go.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"Bank cuts 4,500 jobs in Leeds{BODY}It will cut 6,400 jobs in Leeds.", [("4,500", "6,400")], id="the headline's figure is nowhere else"),
        pytest.param(f"Bank cuts 4,500 jobs in Leeds{BODY}It will cut 6,400 jobs in Leeds. The 4,500 jobs go first.", [], id="the body has it too"),
        pytest.param(f"Bank cuts 4,500 jobs in Leeds{BODY}Its rival shed 6,400 jobs.", [], id="of another subject"),
        pytest.param(f"Bank cuts 4,500 jobs in Leeds{BODY}It cuts 6,400 jobs in Leeds. It will cut 900 jobs in Leeds.", [], id="two that could be meant"),
        pytest.param("Bank cuts 4,500 jobs in Leeds. It will cut 6,400 jobs in Leeds.", [], id="no headline"),
        pytest.param("In a brief response, Mallow named the network seven times. Later he smiled. In a brief response on tax, Mallow named the network five times.", [("seven", "five")], id="clauses that read alike"),
        pytest.param("In a brief response, Mallow named the network seven times. In a brief response, Porter named the network five times.", [], id="of two people"),
        pytest.param("In a brief response, Mallow named the network seven times. In another brief response, Mallow named the network five times.", [], id="another"),
        pytest.param("Three reasons make Mallow supporters hopeful about winning. Four reasons make Mallow supporters fearful about winning.", [], id="each has a word that the other has not"),
        pytest.param("Mallow spoke after a poor fifth-place finish at the polls. Mallow rebounds after a poor fourth-place finish at the polls.", [("fifth", "fourth")], id="one rank"),
        pytest.param("Mallow spoke after a poor fifth-place finish at the polls. Porter rebounds after a poor fourth-place finish at the polls.", [], id="two people's ranks"),
    ],
)  # fmt: skip
def test_far_apart(text: str, expected: list[tuple[str, ...]]) -> None:
    draft, figures = scanned(text)
    quotes = {figure.id: figure.span.quote for figure in figures}
    assert [tuple(quotes[f] for f in r.figures) for r in far_apart(draft, figures)] == expected
