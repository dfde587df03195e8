"""Decisions: files as the page exports them, several together, and what is wrong with a damaged one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from verifier import Decisions, InputError, Report, read_draft, verify
from verifier.decisions import Decision, beside

ONE, TWO = "0123456789abcdef", "fedcba9876543210"

# As the page writes it: see tests/browser.
EXPORTED = {
    "schema_version": "1.0",
    "draft": {"name": "series/ships.txt"},
    "decisions": [
        {
            "fingerprint": ONE,
            "code": "same-fact-differs",
            "decision": "dismissed",
            "why": "Checked with the reporter",
            "quotes": ["3 ships", "3 of them"],
            "at": "2025-06-01",
        },
        {
            "fingerprint": TWO,
            "code": "vague-source",
            "decision": "dismissed",
            "why": 'She asked for "that" — <b>agreed</b>',
            "quotes": ["Sources"],
            "at": "2025-06-02",
        },
    ],
}


@pytest.fixture(autouse=True)
def _folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


def file(name: str, content: object) -> str:
    text = content if isinstance(content, str) else json.dumps(content, indent=2)
    Path(name).write_text(text, encoding="utf-8")
    return name


def decision(fingerprint: str, why: str = "two people", at: str = "2025-06-01") -> Decision:
    return Decision(fingerprint=fingerprint, why=why, at=at)


def test_what_the_page_exports_is_read_and_written_alike() -> None:
    read = Decisions.read(file("x.json", EXPORTED))
    assert json.loads(read.text()) == EXPORTED
    assert Decisions.read(file("y.json", read.text())) == read


def test_of_two_decisions_about_one_finding_the_later_counts() -> None:
    early = file("a.json", {"decisions": [{"fingerprint": ONE, "why": "early", "at": "2025-06-01"}]})
    late = file("b.json", {"decisions": [{"fingerprint": ONE, "why": "late", "at": "2025-06-02"}]})
    other = file("c.json", {"decisions": [{"fingerprint": TWO, "why": "other", "at": "2024-01-01"}]})
    for files in ((early, late, other), (late, other, early)):
        assert {one.fingerprint: one.why for one in Decisions.read(*files).decisions} == {
            ONE: "late",
            TWO: "other",
        }
    assert Decisions.read() == Decisions()


def test_decisions_are_added_and_taken_back() -> None:
    made = Decisions.about("x.txt").with_all([decision(ONE), decision(TWO), decision(ONE, "again")])
    assert [(one.fingerprint, one.why) for one in made.decisions] == [(ONE, "again"), (TWO, "two people")]
    assert [one.fingerprint for one in made.without([ONE]).decisions] == [TWO]


def entry(**changed: object) -> dict[str, Any]:
    """One decision on the lines 4 to 8 of a file."""
    whole = {"fingerprint": ONE, "code": "c", "why": "w", "at": "2025-06-01"} | changed
    return {"decisions": [{name: value for name, value in whole.items() if value is not None}]}


DAMAGED = [
    pytest.param("", "line 1: not JSON: Expecting value", id="empty"),
    pytest.param('{\n"decisions": [}', "line 2: not JSON", id="cut-off"),
    pytest.param("[" * 100_000, "line 1: nested too deep", id="nested"),
    pytest.param([], "line 1: []: expected an object with decisions", id="a-list"),
    pytest.param({"decisions": {}}, "line 2: decisions {}: expected a list of decisions", id="no-list"),
    pytest.param({"decisions": [3]}, "line 3: 3: expected an object with a finger", id="no-object"),
    pytest.param({"draft": 3}, "line 2: draft 3: expected an object with the draft's name", id="draft"),
    pytest.param({"draft": {"name": 3}}, "line 3: draft 3: expected an object with the", id="draft-name"),
    pytest.param({"schema_version": "2.0"}, "line 2: schema_version \"2.0\": expected '1.0'", id="version"),
    pytest.param({"decisions": [], "more": 1}, "line 3: unknown entry 'more'; expected schema", id="more"),
    pytest.param(entry(fingerprint="abc"), 'line 4: fingerprint "abc": expected 16 hexa', id="fingerprint"),
    pytest.param(entry(why=None), "line 3: 'why' is missing: expected the reason", id="no-reason"),
    pytest.param(entry(why=" "), 'line 6: why " ": expected the reason', id="blank-reason"),
    pytest.param(entry(at="June"), "line 7: at \"June\": expected the day, such as '2025", id="no-day"),
    pytest.param(entry(decision="kept"), "line 8: decision \"kept\": expected 'dismissed'", id="kept"),
    pytest.param(entry(quotes="x"), 'line 8: quotes "x": expected a list of the words', id="quotes"),
    pytest.param(entry(wy="x"), "line 8: unknown entry 'wy'; expected fingerprint, code", id="misspelled"),
    pytest.param(entry(why=["x" * 99]), "line 6: why: expected the reason, in words", id="too-long-to-show"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "said"), DAMAGED)
def test_a_damaged_file_is_one_clear_line(content: object, said: str) -> None:
    name = file("damaged.json", content)
    with pytest.raises(InputError) as raised:
        Decisions.read(name)
    message = str(raised.value)
    assert message.startswith("damaged.json, ")
    assert said in message
    assert "\n" not in message


def test_a_file_that_cannot_be_read() -> None:
    with pytest.raises(InputError, match=r"gone\.json: no such file"):
        Decisions.read("gone.json")
    Path("latin.json").write_bytes('{"draft": {"name": "é"}}'.encode("latin-1"))
    with pytest.raises(InputError, match=r"latin\.json: not UTF-8"):
        Decisions.read("latin.json")


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("draft.txt", "draft.decisions.json"),
        ("series/draft.docx", "series/draft.decisions.json"),
        ("draft", "draft.decisions.json"),
        ("v1.final.md", "v1.final.decisions.json"),
        ("notes.markdown", "notes.markdown.decisions.json"),
        (".txt", "draft.decisions.json"),
    ],
)
def test_decisions_lie_beside_the_draft_named_as_the_page_names_them(draft: str, expected: str) -> None:
    assert beside(draft) == Path(expected)


SLIP = "Out of the 472 drones launched, 482 were intercepted."
VAGUE = "The plan, sources say, includes an exchange of 30 prisoners."


def dismissed(text: str, code: str, **options: Any) -> Report:
    report = verify(text, engine="offline", **options)
    (finding,) = (finding for finding in report.findings if finding.code == code)
    return report.without(Decisions().with_all([decision(finding.fingerprint)]))


def test_a_dismissed_finding_is_told_apart_and_not_counted() -> None:
    before = verify(f"{SLIP}\n\n{VAGUE}", engine="offline")
    report = dismissed(f"{SLIP}\n\n{VAGUE}", "part-exceeds-whole")
    assert (before.summary.errors, report.summary.errors) == (1, 0)
    assert report.summary.notices == before.summary.notices
    assert report.findings == before.findings[1:]
    assert report.errors == ()
    (one,) = report.dismissed
    assert (one.code, one.why, one.at) == ("part-exceeds-whole", "two people", "2025-06-01")
    assert one.evidence == before.findings[0].evidence
    assert Report.model_validate_json(report.model_dump_json()) == report
    assert before.dismissed == ()


def test_other_decisions_change_nothing_and_those_made_before_stay() -> None:
    report = verify(SLIP, engine="offline")
    assert report.without(Decisions().with_all([decision(ONE)])) == report
    once = dismissed(SLIP, "part-exceeds-whole")
    assert once.without(Decisions()) == once
    assert once.without(Decisions().with_all([decision(once.dismissed[0].fingerprint, "again")])) == once


def test_a_report_without_what_is_dismissed_still_knows_its_draft() -> None:
    assert "Dismissed 2025-06-01: two people" in dismissed(SLIP, "part-exceeds-whole").to_html()


def test_dismissed_findings_are_led_back_to_the_file_as_well() -> None:
    draft = read_draft(f"<p>{SLIP}</p>".encode(), name="x.html")
    report = draft.located(dismissed(draft.text, "part-exceeds-whole"))
    (one,) = report.dismissed
    assert one.evidence[0].source_span is not None
