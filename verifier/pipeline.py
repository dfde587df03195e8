"""The way through the program: draft → figures → extraction → sources → consistency → checks → report."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from verifier.checks import (
    conflicting_statements,
    counted_lists,
    coverage_of,
    day_range_mismatches,
    figures_without_source,
    hearsay,
    impossible_dates,
    impossible_times,
    impossible_values,
    sources_not_introduced,
    two_speakers,
    unchecked_figures,
    unread_passages,
    vague_sources,
    varying_names,
    varying_people,
    weekday_mismatches,
)
from verifier.consistency import prove
from verifier.draft import Draft
from verifier.figures import scan
from verifier.findings import told, with_fingerprints
from verifier.grounding import ground
from verifier.report.build import Checked, Engine, build
from verifier.sources import identify

if TYPE_CHECKING:
    from collections.abc import Callable

    from verifier.claims import Extraction
    from verifier.extraction import Extractor
    from verifier.figures import Scan
    from verifier.report import Report


@dataclass(frozen=True, slots=True)
class Pipeline:
    """One way of checking drafts.

    Attributes:
        extractor: who reads them.
        engine: how the report names that reader.
        clock: seconds, for `usage.seconds` alone.
    """

    extractor: Extractor
    engine: Engine
    clock: Callable[[], float] = time.perf_counter

    async def check(self, text: str, name: str | None = None) -> Report:
        """Check one draft.

        Raises:
            InputError: the text is not text.
            ProviderError: the model was asked for and cannot be reached at all.
        """
        started = self.clock()
        draft = Draft.parse(text, name)
        figures = scan(draft)
        extraction = await self.extractor.read(draft, figures)
        checked = assess(draft, figures, extraction)
        return build(checked, self.engine, self.clock() - started)


def assess(draft: Draft, scanned: Scan, extraction: Extraction) -> Checked:
    """Everything that follows the reading: pure, and the same for both engines."""
    figures = scanned.figures
    claims, ungrounded = ground(draft, figures, extraction.claims)
    sources, voices = identify(draft, claims)
    relations = tuple(
        replace(relation, id=f"R{number}") for number, relation in enumerate(extraction.relations, 1)
    )
    contradictions = prove(figures, relations)

    claim_of = {figure: claim.id for claim in reversed(claims) for figure in claim.figures}
    voice_of = {figure: voices.get(claim) for figure, claim in claim_of.items()}
    coverage = coverage_of(figures, claims, extraction.no_claim)
    findings = (
        *told(draft, figures, contradictions, claim_of, voice_of, relations),
        *weekday_mismatches(draft, figures),
        *day_range_mismatches(draft, figures),
        *impossible_dates(draft, figures),
        *impossible_times(draft, figures),
        *impossible_values(draft, figures),
        *counted_lists(draft, figures),
        *varying_names(draft),
        *varying_people(draft),
        *two_speakers(draft, claims, sources, voices),
        *conflicting_statements(draft, extraction.conflicts),
        *vague_sources(sources, {claim.id: claim for claim in claims}),
        *hearsay(draft),
        *figures_without_source(draft, figures, claims),
        *sources_not_introduced(draft, sources),
        *unchecked_figures(figures, coverage),
        *unread_passages(draft, extraction.unread),
    )
    ordered = sorted(findings, key=lambda f: (f.severity.rank, f.evidence[0].span, f.code))
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
