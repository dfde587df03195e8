"""JSON Lines: one report, one line, whoever splits it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from pages import report_on

from verifier import Report
from verifier.report.jsonl import json_line


@given(
    st.text(
        st.one_of(st.sampled_from("\n\r\x85\u2028\u2029\x0b\x0c\x1c"), st.characters(codec="utf-8")),
        min_size=1,
    )
)
def test_a_report_is_one_line_and_comes_back(text: str) -> None:
    report = report_on(text, claims=[((0, len(text)), None)])
    line = json_line(report)
    assert line.splitlines(keepends=True) == [line]
    assert line.endswith("}\n")
    assert Report.model_validate_json(line) == report
