"""Drafts from end to end: offline always, the model's side from recordings (see test_recorded)."""

from __future__ import annotations

from pathlib import Path

import pytest
from gold import Gold, check, check_spans, load

from verifier import Report, verify

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "record-drone-attack.txt"
ARTICLE = ROOT.parent / "shared" / "data" / "record-drone-attack.txt"

needs_article = pytest.mark.skipif(not ARTICLE.exists(), reason="the article is not ours to ship")
TEXTS = [pytest.param(EXAMPLE, id="example"), pytest.param(ARTICLE, id="article", marks=needs_article)]


@pytest.mark.parametrize("gold", load(), ids=lambda gold: gold.name)
def test_marked_drafts(gold: Gold) -> None:
    report = verify(gold.text, engine="offline", name=gold.name)
    check(report, gold)
    check_spans(report, gold.text)


def figures_at(report: Report, quote: str) -> set[str]:
    return {figure.id for figure in report.figures if figure.span.quote == quote}


@pytest.fixture(params=TEXTS)
def report(request: pytest.FixtureRequest) -> Report:
    return verify(request.param.read_text(encoding="utf-8"), engine="offline")


def test_no_alarm(report: Report) -> None:
    assert report.errors == ()
    assert report.warnings == ()


CLAIMS = [
    pytest.param(("472",), "launched a record 472 drones", id="a record 472 drones"),
    pytest.param(("472", "382"), "382 were intercepted", id="382 of the 472 intercepted"),
    pytest.param(("seven", "three"), "seven missiles", id="three of seven missiles"),
    pytest.param((), "largest drone attack in a single night", id="the largest attack"),
]


@pytest.mark.parametrize(("figures", "words"), CLAIMS)
def test_claims_are_the_air_forces(report: Report, figures: tuple[str, ...], words: str) -> None:
    ids = {figure.id: figure.span.quote for figure in report.figures}
    claim = next(
        c for c in report.claims
        if words in c.span.quote and c.attribution.source and set(figures) <= {ids[f] for f in c.figures}
    )  # fmt: skip
    source = next(source for source in report.sources if source.id == claim.attribution.source)
    assert source.name == "Ukraine’s air force"
    assert source.kind == "official"


def test_the_largest_attack_is_a_direct_quotation(report: Report) -> None:
    claim = next(c for c in report.claims if "largest drone attack" in c.span.quote)
    assert claim.attribution.manner == "direct"


def test_sources_say_is_anonymous(report: Report) -> None:
    source = next(s for s in report.sources if any(m.quote == "sources" for m in s.mentions))
    assert source.kind == "anonymous"


def test_relations(report: Report) -> None:
    stated = {
        (r.kind, tuple(sorted(q for ids in r.roles.values() for q in quotes(report, ids))))
        for r in report.relations
    }
    assert ("same_fact", ("472", "472")) in stated
    assert ("part_of", ("382", "472")) in stated
    assert ("part_of", ("seven", "three")) in stated


def quotes(report: Report, ids: tuple[str, ...]) -> list[str]:
    return [figure.span.quote for figure in report.figures if figure.id in ids]


def test_every_figure_is_accounted_for(report: Report) -> None:
    assert report.coverage.unaccounted == ()
    assert report.coverage.figures == report.coverage.claimed + len(report.coverage.no_claim)


def test_the_same_report_twice() -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    first, second = (
        verify(text, engine="offline").model_dump(exclude={"usage": {"seconds"}}) for _ in range(2)
    )
    assert first == second
