"""A report as comments: one for each finding, at its first place, naming the others."""

from __future__ import annotations

from verifier import verify
from verifier.report.word import comments

TEXT = (
    "Record attack on Kyiv\n\nUkraine said that 472 drones were launched on Sunday.\n\n"
    "The plan, sources say, includes an exchange of 30 prisoners.\n\n"
    "Sales rose 40% to 300 from 200, the company said.\n"
)


def test_one_comment_for_each_finding_at_its_first_place() -> None:
    report = verify(TEXT, engine="offline")
    found = comments(report, TEXT)
    assert [comment.text.split("\n")[0] for comment in found] == [
        f"{finding.severity}: {finding.code}" for finding in report.findings
    ]
    for comment, finding in zip(found, report.findings, strict=True):
        assert comment.start == min(one.start for one in finding.evidence)


def test_what_a_comment_says() -> None:
    report = verify(TEXT, engine="offline")
    error, notice = comments(report, TEXT)
    assert error.text.split("\n") == [
        "error: change-mismatch",
        report.findings[0].message,
        "Working: 200 → 300 = a rise of 50% ≠ 40%",
        f"Ask: {report.findings[0].question}",
        "See also paragraph 3: “300”",
        "See also paragraph 3: “200”",
    ]
    # A notice is no contradiction: it has no working.
    assert notice.text.split("\n") == [
        "notice: vague-source",
        report.findings[1].message,
        f"Ask: {report.findings[1].question}",
    ]


def test_many_places_and_long_words_are_cut() -> None:
    report = verify(TEXT, engine="offline")
    finding = report.findings[0]
    one = finding.evidence[0].model_copy(update={"quote": "word " * 60 + "\x1b[0m"})
    many = finding.model_copy(update={"evidence": (one,) * 9})
    (comment,) = comments(report.model_copy(update={"findings": (many,)}), TEXT)
    lines = comment.text.split("\n")
    assert lines[-1] == "and 2 more places"
    assert sum(line.startswith("See also") for line in lines) == 6
    assert max(map(len, lines[4:])) < 240
    assert "\x1b" not in comment.text
