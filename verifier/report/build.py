"""From the values of the pipeline to the report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from verifier.report.model import Report
from verifier.version import __version__

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from verifier.checks import Coverage
    from verifier.claims import Claim, Extraction, ProposedClaim, Unread, Usage
    from verifier.draft import Draft, Span
    from verifier.figures import Figure
    from verifier.figures.model import Exact
    from verifier.findings import Finding
    from verifier.grounding import Ungrounded
    from verifier.relations import Relation
    from verifier.settings import Price
    from verifier.sources import Source

    Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Engine:
    """Who read the draft: the engine, the model's name and price, and the hashes of the prompts."""

    name: Literal["offline", "model"]
    model: str | None = None
    prompts: tuple[tuple[str, str], ...] = ()
    price: Price | None = None


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
    names = {source.id: source.name for source in checked.sources}
    known = {figure.id for figure in checked.figures}
    row = {
        "verifier": {
            "version": __version__,
            "engine": engine.name,
            "model": engine.model,
            "prompts": dict(engine.prompts),
        },
        "draft": {
            "name": checked.draft.name,
            "sha256": checked.draft.sha256,
            "characters": len(checked.draft.text),
            "words": checked.draft.words,
        },
        "summary": _summary(checked),
        "findings": tuple(map(_finding, checked.findings)),
        "claims": tuple(_claim(claim, checked.voices.get(claim.id), names) for claim in checked.claims),
        "sources": tuple(map(_source, checked.sources)),
        "figures": tuple(map(_figure, checked.figures)),
        "relations": tuple(_relation(relation, known) for relation in checked.relations),
        "coverage": {
            "figures": len(checked.coverage.figures),
            "claimed": len(checked.coverage.claimed),
            "no_claim": checked.coverage.no_claim,
            "unaccounted": checked.coverage.unaccounted,
        },
        "usage": _usage(checked.extraction.usage, engine, seconds),
        "complete": not checked.extraction.unread,
        "problems": tuple(_problems(checked)),
    }
    # One validation of plain rows: twice as fast as building each part of the report by itself.
    return Report.model_validate(row).with_draft(checked.draft.text)


def _summary(checked: Checked) -> dict[str, int]:
    severities = [finding.severity.value for finding in checked.findings]
    return {
        "errors": severities.count("error"),
        "warnings": severities.count("warning"),
        "notices": severities.count("notice"),
        "claims": len(checked.claims),
        "sources": len(checked.sources),
        "figures": len(checked.figures),
    }


def _usage(usage: Usage, engine: Engine, seconds: float) -> dict[str, float | None]:
    return {
        "calls": usage.calls,
        "retries": usage.retries,
        "cached": usage.cached,
        "input_tokens": usage.input_tokens,
        "output_tokens": usage.output_tokens,
        "cost": engine.price and engine.price.of(usage.input_tokens, usage.output_tokens),
        "seconds": round(seconds, 4),
    }


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


def _span(span: Span) -> Row:
    return {"start": span.start, "end": span.end, "quote": span.quote}


def _finding(finding: Finding) -> Row:
    return {
        "fingerprint": finding.fingerprint,
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "working": finding.working,
        "question": finding.question,
        "evidence": tuple(
            {
                "start": e.span.start,
                "end": e.span.end,
                "quote": e.span.quote,
                "figure": e.figure,
                "claim": e.claim,
            }
            for e in finding.evidence
        ),
        "relations": finding.relations,
    }


def _claim(claim: Claim, voice: str | None, names: Mapping[str, str]) -> Row:
    attribution = claim.attribution
    return {
        "id": claim.id,
        "span": _span(claim.span),
        "statement": claim.statement,
        "label": f"{claim.label}, per {names[voice]}" if voice else claim.label,
        "figures": claim.figures,
        "attribution": {
            "source": voice,
            "mention": _span(attribution.mention) if attribution.mention else None,
            "cue": _span(attribution.cue) if attribution.cue else None,
            "manner": attribution.manner.value,
        },
        "proposed_by": claim.proposed_by,
    }


def _source(source: Source) -> Row:
    return {
        "id": source.id,
        "name": source.name,
        "kind": source.kind.value,
        "mentions": tuple(map(_span, source.mentions)),
        "claims": source.claims,
    }


def _number(value: Exact | None) -> int | float | None:
    """Exact inside, a JSON number at the edge."""
    if value is None:
        return None
    return value.numerator if value.denominator == 1 else float(value)


def _figure(figure: Figure) -> Row:
    return {
        "id": figure.id,
        "span": _span(figure.span),
        "low": _number(figure.written.low),
        "high": _number(figure.written.high),
        "unit": figure.unit,
        "kind": figure.kind.value,
        "hedge": figure.hedge.value,
        "date": figure.date.isoformat() if figure.date else None,
    }


def _relation(relation: Relation, known: Collection[str]) -> Row:
    """The relation with the figures of the draft; a quantity that the draft does not state has none."""
    stated = ((role, tuple(f for f in figures if f in known)) for role, figures in relation.roles)
    return {
        "id": relation.id,
        "kind": relation.kind,
        "roles": {role: figures for role, figures in stated if figures},
        "direction": relation.direction.value if relation.direction else None,
        "proposed_by": tuple(name for name in ("offline", "model") if name in relation.proposed_by),
    }
