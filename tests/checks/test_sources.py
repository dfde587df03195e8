"""What the editor is told about sources: vague, missing, not introduced."""

from __future__ import annotations

import pytest

from verifier.checks import figures_without_source, hearsay, sources_not_introduced, vague_sources
from verifier.draft import Draft
from verifier.extraction.offline import OfflineExtractor
from verifier.figures import scan
from verifier.grounding import ground
from verifier.sources import identify

VAGUE = [
    pytest.param("Sources say the plan is ready.", 1, id="sources"),
    pytest.param("The plan is ready, sources said. Sources say it is long.", 1, id="one-notice-per-source"),
    pytest.param("An official who declined to be named said it was ready.", 1, id="declined-to-be-named"),
    pytest.param("It is understood that the plan is ready.", 1, id="it-is-understood"),
    pytest.param("Analysts say the plan is ready.", 0, id="analysts"),
    pytest.param("A spokesman said the plan was ready.", 0, id="spokesman"),
    pytest.param("Ms White understood that the plan was ready.", 0, id="somebody-understands"),
    pytest.param("The report cites open-source code.", 0, id="open-source"),
]  # fmt: skip

UNSOURCED = [
    pytest.param("Spam is up by 40%.\n\nIt makes up 90% of the total.", 1, id="two-shares"),
    pytest.param("The scheme has cost £4m so far.\n\nIt has helped 20,000 families.", 1, id="cost-and-count"),
    pytest.param("Spam is up by 40%, the firm said.\n\nIt makes up 90% of the total.", 0, id="source-beside"),
    pytest.param("Spam is up by 40%, according to Acme.", 0, id="source-in-the-sentence"),
    pytest.param("Spam is up by 40%.", 0, id="one-alone"),
    pytest.param("He won 7-5 6-4 in 2 hours at the age of 28 on 3 May 2005.", 0, id="score-age-date"),
    pytest.param("Shares closed up 4% at 540p.\n\nThe index rose 2%.", 0, id="prices-on-a-screen"),
    pytest.param("Hall has two sons and four cars.\n\nHe has 12 hens.", 0, id="small-counts"),
]  # fmt: skip

INTRODUCED = [
    pytest.param("It is a disgrace, said Mr Hall on Monday.", 1, id="only-a-surname"),
    pytest.param("Ben Hall runs the shop. “It is a disgrace,” Mr Hall said.", 0, id="full-name-elsewhere"),
    pytest.param("“It is a disgrace,” President Hall said.", 0, id="office-before-the-name"),
    pytest.param("“It is a disgrace,” the spokesman said.", 1, id="spokesman-of-nobody"),
    pytest.param("A spokesman for Acme came. “It is a disgrace,” the spokesman said.", 0, id="spokesman-named-before"),
    pytest.param("“It is a disgrace,” said a spokesman.", 0, id="a-spokesman"),
    pytest.param("Acme said it was a disgrace.", 0, id="company"),
]  # fmt: skip


def notices(text: str, code: str) -> int:
    """How many notices of that code the three checks give."""
    draft = Draft.parse(text)
    figures = scan(draft)
    claims, _ = ground(draft, figures.figures, OfflineExtractor().extract(draft, figures).claims)
    sources, _ = identify(draft, claims)
    found = [
        *vague_sources(sources, {claim.id: claim for claim in claims}),
        *hearsay(draft),
        *figures_without_source(draft, figures.figures, claims),
        *sources_not_introduced(draft, sources),
    ]
    for finding in found:
        assert finding.severity == "notice"
        assert all(draft.text[e.span.start : e.span.end] == e.span.quote for e in finding.evidence)
    return sum(finding.code == code for finding in found)


@pytest.mark.parametrize(("text", "count"), VAGUE)
def test_vague_source(text: str, count: int) -> None:
    assert notices(text, "vague-source") == count


@pytest.mark.parametrize(("text", "count"), UNSOURCED)
def test_no_source(text: str, count: int) -> None:
    assert notices(text, "no-source") == count


@pytest.mark.parametrize(("text", "count"), INTRODUCED)
def test_source_not_introduced(text: str, count: int) -> None:
    assert notices(text, "source-not-introduced") == count
