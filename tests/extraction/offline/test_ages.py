"""Ages of one person: who is one, and who only shares the surname."""

from __future__ import annotations

import pytest
from builders import scanned

from verifier.extraction.offline.relations.ages import named_ages


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Anna Roe, 34, won. The 43-year-old singer Anna Roe smiled.", [("34", "43-year-old")], id="one full name"),
        pytest.param("Anna Roe, 34, won. The 43-year-old singer Anna Loe smiled.", [], id="another surname"),
        pytest.param("Anna Roe, 34, won. Paul Roe, 43, was second.", [], id="another first name"),
        pytest.param("Anna Roe, 34, Paul Roe, 43, and Carl Lund, 51, were held.", [], id="a list with one surname twice"),
        pytest.param("Anna 'Nan' Roe, 34, won. Paul Roe, 43, was second.", [], id="a nickname between"),
        pytest.param("Anna Roe, 34, won. Roe, 43, lives in Leeds.", [("34", "43")], id="the surname alone, borne by one"),
        pytest.param("Anna Roe, 34, won. Paul Roe lost. Roe, 43, lives in Leeds.", [], id="the surname alone, borne by two"),
        pytest.param("Anna Roe, 34, won. Her father, Carl Roe, 61, wept. His wife, Anna Roe, 58, did not.", [], id="a family"),
        pytest.param("Anna Roe, 34, won. In 2009 Anna Roe, 18, had come last.", [], id="in another year"),
        pytest.param("Anna Roe, 34, won. Anna Roe, then 18, had come last.", [], id="then"),
        pytest.param("Cheers rose for 16-year-old Roe, who won. They hugged Roe, who at 17 years and 92 days is the youngest.", [("16-year-old", "17 years and 92 days")], id="an age to the day"),
        pytest.param("Anna Lee Roe, 34, won. Mary Lee Roe, 43, lost.", [], id="a middle name in common"),
        pytest.param("Roe won in Leeds. The 28-year-old wept. Loe lost in Leeds. The 26-year-old did not.", [], id="a place at the end"),
    ],
)  # fmt: skip
def test_named_ages(text: str, expected: list[tuple[str, ...]]) -> None:
    draft, figures = scanned(text)
    quotes = {figure.id: figure.span.quote for figure in figures}
    assert [tuple(quotes[f] for f in r.figures) for r in named_ages(draft, figures)] == expected
