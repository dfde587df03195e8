"""Clean copy: texts made up for this, dense with figures and free of contradictions.

Longer lists than a pattern expects, several groups, people of one surname, figures of other years and polls,
sums of which not all parts are given: what is read wrongly shows as an alarm. Nothing in them is to be marked.
`quiet` holds articles, `quiet/passages` some sentences each, by what they are about.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from verifier import Report, verify

QUIET = Path(__file__).parent / "quiet"
ARTICLES = sorted(QUIET.glob("*.txt"))
PASSAGES = sorted((QUIET / "passages").glob("*.txt"))


def alarms(report: Report) -> list[tuple[str, str | None]]:
    return [(f.code, f.working) for f in report.findings if f.severity != "notice"]


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_clean_copy_is_left_alone(article: Path) -> None:
    report = verify(article.read_text(encoding="utf-8"), engine="offline")
    assert len(report.figures) > 10
    assert alarms(report) == []


@pytest.mark.parametrize("file", PASSAGES, ids=lambda path: path.stem)
def test_clean_passages_are_left_alone(file: Path) -> None:
    passages = file.read_text(encoding="utf-8").split("\n---\n")
    assert len(passages) > 100
    marked = {text: found for text in passages if (found := alarms(verify(text, engine="offline")))}
    assert marked == {}


def test_there_are_articles() -> None:
    assert len(ARTICLES) > 50
    assert len(PASSAGES) > 5
