"""Clean copy: articles made up for this, dense with figures and free of contradictions.

Longer lists than a pattern expects, several groups, people of one surname, figures of other years and polls,
sums of which not all parts are given: what is read wrongly shows as an alarm. Nothing in them is to be marked.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from verifier import verify

ARTICLES = sorted((Path(__file__).parent / "quiet").glob("*.txt"))


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_clean_copy_is_left_alone(article: Path) -> None:
    report = verify(article.read_text(encoding="utf-8"), engine="offline")
    assert len(report.figures) > 10
    assert [(f.code, f.working) for f in report.findings if f.severity != "notice"] == []


def test_there_are_articles() -> None:
    assert len(ARTICLES) > 50
