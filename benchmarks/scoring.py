"""What the benchmarks share: reading data, and telling findings from one another."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from verifier import Report
    from verifier.report.model import FindingModel

Span = tuple[int, int]


def rows(paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """The rows of JSON Lines files."""
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def spans(items: Iterable[Any]) -> list[Span]:
    """Spans given as ``{"start", "end"}`` or as pairs."""
    return [(item["start"], item["end"]) if isinstance(item, dict) else (item[0], item[1]) for item in items]


def grave(report: Report) -> list[FindingModel]:
    """Errors and warnings: notices do not count."""
    return [finding for finding in report.findings if finding.severity != "notice"]


def key(finding: FindingModel) -> tuple[str, tuple[str, ...]]:
    """What makes two findings the same: code and evidence quotes."""
    return finding.code, tuple(evidence.quote for evidence in finding.evidence)


def touched(finding: FindingModel, gold: Iterable[Span]) -> int:
    """How many gold spans the finding's evidence overlaps."""
    return sum(any(e.start < end and start < e.end for e in finding.evidence) for start, end in gold)


def passage(text: str, finding: FindingModel, margin: int = 70) -> str:
    """The finding with the words around its evidence, on one line."""
    places = " ‖ ".join(
        " ".join(text[max(0, e.start - margin) : e.end + margin].split()) for e in finding.evidence
    )
    return f"{finding.severity} {finding.code} | {finding.working} | {places}"
