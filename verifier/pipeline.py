"""The way through the program: draft → figures → extraction → sources → consistency → checks → report."""

from __future__ import annotations

import time
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from verifier.checks import (
    conflicting_statements,
    coverage_of,
    figures_without_source,
    hearsay,
    sources_not_introduced,
    two_speakers,
    unchecked_figures,
    unread_passages,
    vague_sources,
    without_arithmetic,
)
from verifier.consistency import prove
from verifier.draft import Draft
from verifier.figures import scan
from verifier.findings import NO_RULES, Rules, told, with_fingerprints
from verifier.grounding import ground
from verifier.house import USUAL, House
from verifier.relations.unstated import as_figures
from verifier.report.build import Checked, Engine, build
from verifier.sources import identify

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterable, Sequence

    from verifier.claims import Extraction
    from verifier.consistency import Contradiction
    from verifier.extraction import Extractor
    from verifier.figures import Figure, Scan
    from verifier.findings import Finding
    from verifier.report import Report


@dataclass(frozen=True, slots=True)
class Pipeline:
    """One way of checking drafts.

    Attributes:
        extractor: who reads them.
        engine: how the report names that reader.
        rules: which findings the report leaves out, and how grave it calls the rest.
        house: what the newsroom writes without saying so.
        clock: seconds, for `usage.seconds` alone.
    """

    extractor: Extractor
    engine: Engine
    rules: Rules = NO_RULES
    house: House = USUAL
    clock: Callable[[], float] = time.perf_counter

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[Pipeline]:
        """The same with the reader's connections kept open, for many drafts."""
        async with self.extractor.opened() as extractor:
            yield replace(self, extractor=extractor)

    async def check(self, text: str, name: str | None = None) -> Report:
        """Check one draft.

        Raises:
            InputError: the text is not text.
            ProviderError: the model was asked for and cannot be reached at all.
        """
        started = self.clock()
        draft = Draft.parse(text, name)
        figures = scan(draft, house=self.house)
        extraction = await self.extractor.read(draft, figures)
        checked = assess(draft, figures, extraction)
        kept = replace(checked, findings=self.rules.applied(draft, checked.findings))
        return build(kept, self.engine, self.clock() - started)


def assess(draft: Draft, scanned: Scan, extraction: Extraction) -> Checked:
    """Everything that follows the reading: pure, and the same for both engines."""
    figures = scanned.figures
    claims, ungrounded = ground(draft, figures, extraction.claims)
    sources, voices = identify(draft, claims)
    relations = tuple(
        replace(relation, id=f"R{number}") for number, relation in enumerate(extraction.relations, 1)
    )
    implied = as_figures(extraction.unstated, {figure.id: figure for figure in figures})
    in_words = tuple(without_arithmetic(draft, figures))
    contradictions = _not_told(figures, in_words, prove((*figures, *implied.values()), relations))

    claim_of = {figure: claim.id for claim in reversed(claims) for figure in claim.figures}
    voice_of = {figure: voices.get(claim) for figure, claim in claim_of.items()}
    coverage = coverage_of(figures, claims, extraction.no_claim)
    findings = (
        *told(draft, figures, contradictions, claim_of, voice_of, relations, tuple(implied.values())),
        *in_words,
        *two_speakers(draft, claims, sources, voices),
        *conflicting_statements(draft, extraction.conflicts, in_words),
        *vague_sources(sources, {claim.id: claim for claim in claims}),
        *hearsay(draft),
        *figures_without_source(draft, figures, claims),
        *sources_not_introduced(draft, sources),
        *unchecked_figures(figures, coverage),
        *unread_passages(draft, extraction.unread),
    )
    ordered = sorted(findings, key=lambda finding: finding.rank)
    return Checked(
        draft=draft,
        figures=figures,
        claims=claims,
        sources=sources,
        voices=voices,
        relations=relations,
        findings=with_fingerprints(draft, ordered),
        coverage=coverage,
        extraction=extraction,
        ungrounded=ungrounded,
    )


def _not_told(
    figures: Sequence[Figure], in_words: Sequence[Finding], contradictions: Iterable[Contradiction]
) -> list[Contradiction]:
    """Those that rest on no figure which is impossible by itself: one slip has one mark."""
    spans = [e.span for f in in_words if f.code == "impossible-value" for e in f.evidence]
    wrong = {figure.id for figure in figures if any(figure.span.overlaps(span) for span in spans)}
    return [c for c in contradictions if wrong.isdisjoint(c.figures)]
