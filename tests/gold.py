"""Drafts marked by hand: `drafts/NAME.txt` and `drafts/NAME.gold.json`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from verifier import Report

FOLDER = Path(__file__).parent / "drafts"


@dataclass(frozen=True)
class Expected:
    """A finding that must be there: its code, severity, and words that its evidence must touch."""

    code: str
    severity: str
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class Gold:
    """A draft and all errors and warnings that it must raise, and the notices named."""

    name: str
    text: str
    findings: tuple[Expected, ...]


def load() -> list[Gold]:
    """All marked drafts, by name."""
    marked = []
    for path in sorted(FOLDER.glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        name = path.name.removesuffix(".gold.json")
        text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
        findings = tuple(Expected(f["code"], f["severity"], tuple(f["evidence"])) for f in gold["findings"])
        marked.append(Gold(name, text, findings))
    return marked


def check(report: Report, gold: Gold) -> None:
    """Every expected finding is there at its places, and no other error or warning."""
    for expected in gold.findings:
        matching = [f for f in report.findings if f.code == expected.code and f.severity == expected.severity]
        assert len(matching) == 1, f"{gold.name}: {expected.code} found {len(matching)} times"
        for words in expected.evidence:
            start = gold.text.index(words)
            end = start + len(words)
            assert any(e.start < end and start < e.end for e in matching[0].evidence), words
    wanted = sorted(f.code for f in gold.findings if f.severity != "notice")
    assert sorted(f.code for f in report.findings if f.severity != "notice") == wanted


def check_spans(report: Report, text: str) -> None:
    """Every span in the report equals its quote, whatever holds it."""

    def walk(value: object) -> None:
        if isinstance(value, dict):
            if {"start", "end", "quote"} <= value.keys():
                assert text[value["start"] : value["end"]] == value["quote"]
            for part in value.values():
                walk(part)
        elif isinstance(value, list):
            for part in value:
                walk(part)

    walk(json.loads(report.model_dump_json()))
