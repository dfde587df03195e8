"""From the values of the pipeline to the report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from verifier.report.model import (
    AttributionModel,
    ClaimModel,
    CoverageModel,
    DraftModel,
    EvidenceModel,
    FigureModel,
    FindingModel,
    RelationModel,
    Report,
    SourceModel,
    SpanModel,
    SummaryModel,
    UsageModel,
    VerifierModel,
)
from verifier.version import __version__

if TYPE_CHECKING:
    from collections.abc import Mapping

    from verifier.checks import Coverage
    from verifier.claims import Claim, Extraction, ProposedClaim, Unread
    from verifier.draft import Draft, Span
    from verifier.figures import Figure
    from verifier.figures.model import Exact
    from verifier.findings import Finding
    from verifier.grounding import Ungrounded
    from verifier.relations import Relation
    from verifier.sources import Source


@dataclass(frozen=True, slots=True)
class Engine:
    """Who read the draft: the engine, the model's name, and the hashes of the prompts."""

    name: Literal["offline", "model"]
    model: str | None = None
    prompts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """All that the pipeline found out about a draft."""

    draft: Draft
    figures: tuple[Figure, ...]
    claims: tuple[Claim, ...]
    sources: tuple[Source, ...]
    voices: Mapping[str, str | None]
    relations: tuple[Relation, ...]
    findings: tuple[Finding, ...]
    coverage: Coverage
    extraction: Extraction
    ungrounded: tuple[tuple[ProposedClaim, Ungrounded], ...]


def build(checked: Checked, engine: Engine, seconds: float) -> Report:
    """The report of a checked draft, which it knows the text of."""
    severities = [finding.severity.value for finding in checked.findings]
    usage = checked.extraction.usage
    report = Report(
        verifier=VerifierModel(
            version=__version__, engine=engine.name, model=engine.model, prompts=dict(engine.prompts)
        ),
        draft=DraftModel(
            name=checked.draft.name,
            sha256=checked.draft.sha256,
            characters=len(checked.draft.text),
            words=checked.draft.words,
        ),
        summary=SummaryModel(
            errors=severities.count("error"),
            warnings=severities.count("warning"),
            notices=severities.count("notice"),
            claims=len(checked.claims),
            sources=len(checked.sources),
            figures=len(checked.figures),
        ),
        findings=tuple(map(_finding, checked.findings)),
        claims=tuple(_claim(claim, checked) for claim in checked.claims),
        sources=tuple(map(_source, checked.sources)),
        figures=tuple(map(_figure, checked.figures)),
        relations=tuple(map(_relation, checked.relations)),
        coverage=CoverageModel(
            figures=len(checked.coverage.figures),
            claimed=len(checked.coverage.claimed),
            no_claim=checked.coverage.no_claim,
            unaccounted=checked.coverage.unaccounted,
        ),
        usage=UsageModel(
            calls=usage.calls,
            cached=usage.cached,
            input_tokens=usage.input_tokens,
            output_tokens=usage.output_tokens,
            seconds=round(seconds, 4),
        ),
        complete=not checked.extraction.unread,
        problems=tuple(_problems(checked)),
    )
    return report.with_draft(checked.draft.text)


def _problems(checked: Checked) -> list[str]:
    unread = [
        f"{passage.what}: {_sentences(passage)} not read by the model: {passage.why}"
        for passage in checked.extraction.unread
        if passage.sentences
    ]
    missed = [
        f"sentence {proposal.sentence.removeprefix('S')}: a claim proposed by the {proposal.proposed_by} "
        f"reader was not kept whole: {miss.detail}"
        for proposal, miss in checked.ungrounded
    ]
    return unread + missed


def _sentences(passage: Unread) -> str:
    """Which sentences, by number: their ids would read like those of sources."""
    first, last = (sentence.removeprefix("S") for sentence in (passage.sentences[0], passage.sentences[-1]))
    return f"sentence {first}" if first == last else f"sentences {first} to {last}"


def _span(span: Span) -> SpanModel:
    return SpanModel(start=span.start, end=span.end, quote=span.quote)


def _finding(finding: Finding) -> FindingModel:
    return FindingModel(
        fingerprint=finding.fingerprint,
        code=finding.code,
        severity=finding.severity.value,
        message=finding.message,
        working=finding.working,
        question=finding.question,
        evidence=tuple(
            EvidenceModel(
                start=e.span.start, end=e.span.end, quote=e.span.quote, figure=e.figure, claim=e.claim
            )
            for e in finding.evidence
        ),
        relations=finding.relations,
    )


def _claim(claim: Claim, checked: Checked) -> ClaimModel:
    attribution = claim.attribution
    voice = checked.voices.get(claim.id)
    names = {source.id: source.name for source in checked.sources}
    return ClaimModel(
        id=claim.id,
        span=_span(claim.span),
        statement=claim.statement,
        label=f"{claim.label}, per {names[voice]}" if voice else claim.label,
        figures=claim.figures,
        attribution=AttributionModel(
            source=voice,
            mention=_span(attribution.mention) if attribution.mention else None,
            cue=_span(attribution.cue) if attribution.cue else None,
            manner=attribution.manner.value,
        ),
    )


def _source(source: Source) -> SourceModel:
    return SourceModel(
        id=source.id,
        name=source.name,
        kind=source.kind.value,
        mentions=tuple(map(_span, source.mentions)),
        claims=source.claims,
    )


def _number(value: Exact | None) -> int | float | None:
    """Exact inside, a JSON number at the edge."""
    if value is None:
        return None
    return value.numerator if value.denominator == 1 else float(value)


def _figure(figure: Figure) -> FigureModel:
    return FigureModel(
        id=figure.id,
        span=_span(figure.span),
        low=_number(figure.written.low),
        high=_number(figure.written.high),
        unit=figure.unit,
        kind=figure.kind.value,
        hedge=figure.hedge.value,
        date=figure.date.isoformat() if figure.date else None,
    )


def _relation(relation: Relation) -> RelationModel:
    return RelationModel(
        id=relation.id,
        kind=relation.kind,
        roles={role: figures for role, figures in relation.roles if figures},
        direction=relation.direction.value if relation.direction else None,
        proposed_by=tuple(name for name in ("offline", "model") if name in relation.proposed_by),
    )
