"""Whole drafts, dense with odd forms, against figures marked by hand (``drafts/*.gold.json``).

Bounds in the gold files are decimals in quotation marks, to six places; null is no bound.
"""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest

from verifier.figures import Exact, scan

Bounds = tuple[Exact, Exact]

DRAFTS = sorted((Path(__file__).parent / "drafts").glob("*.txt"))


def near(value: Exact | None, printed: str | None) -> bool:
    if value is None or printed is None:
        return value is None and printed is None
    return abs(value - Fraction(printed)) <= Fraction(1, 10**6)


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_every_figure_is_found_and_read_as_marked(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    gold = json.loads(path.with_suffix(".gold.json").read_text(encoding="utf-8"))
    figures = scan(text).figures
    assert [(one.span.start, one.span.end, one.span.quote) for one in figures] == [
        (one["start"], one["end"], one["text"]) for one in gold
    ]
    for figure, expected in zip(figures, gold, strict=True):
        label = figure.span.quote
        assert (label, figure.kind, figure.unit) == (label, expected["kind"], expected.get("unit"))
        if "low" in expected:
            bounds = figure.written.low, figure.written.high
            assert near(bounds[0], expected["low"]), (label, bounds)
            assert near(bounds[1], expected["high"]), (label, bounds)
        if "date" in expected:
            assert figure.date is not None
            assert (label, figure.date.isoformat()) == (label, expected["date"])


def test_the_drafts_are_there() -> None:
    assert [path.stem for path in DRAFTS] == ["cup", "harbour", "poll", "rates"]
