"""SARIF: valid against the official schema, and true to the files that it speaks of."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator, FormatChecker
from pages import HOSTILE, report_on
from word_files import body, p

from verifier import __version__, read_draft, verify
from verifier.findings import CODES
from verifier.report.filed import Filed
from verifier.report.sarif import sarif

DRAFTS = Path(__file__).parents[1] / "drafts"
SCHEMA = Path(__file__).parents[1] / "schemas" / "sarif-2.1.0.json"
SLIP = "Ships\r\n\r\n😀 Of the 7 ships, 9 sank, the navy said. Sources say that 3 are to be raised.\r\n"


@cache
def validator() -> Draft7Validator:
    return Draft7Validator(json.loads(SCHEMA.read_text(encoding="utf-8")), format_checker=FormatChecker())


def run_of(*files: Filed, successful: bool = True) -> Any:
    log = json.loads(sarif(files, successful=successful))
    validator().validate(log)
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    return run


def filed(text: str, path: str | None = "draft.txt") -> Filed:
    report = verify(text, engine="offline", name=path)
    return Filed(report, text, path, source=text, sha256="00")


def read(name: str, data: bytes) -> Filed:
    draft = read_draft(data, name=name)
    report = draft.located(verify(draft.text, engine="offline", name=name))
    return Filed(report, draft.text, name, draft.source, draft.sha256)


@pytest.mark.parametrize("draft", sorted(DRAFTS.glob("*.txt")), ids=lambda path: path.stem)
def test_every_draft_is_valid_and_every_finding_in_it(draft: Path) -> None:
    file = read(draft.name, draft.read_bytes())
    run = run_of(file)
    assert [(result["ruleId"], result["level"]) for result in run["results"]] == [
        (finding.code, "note" if finding.severity == "notice" else finding.severity)
        for finding in file.report.findings
    ]


def test_the_schema_refuses_what_is_none() -> None:
    log = json.loads(sarif([filed(SLIP)]))
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    assert not validator().is_valid(log)


def test_the_tool_and_its_rules() -> None:
    driver = run_of(filed(SLIP))["tool"]["driver"]
    assert (driver["name"], driver["semanticVersion"]) == ("verifier", __version__)
    assert [rule["id"] for rule in driver["rules"]] == list(CODES)
    for rule in driver["rules"]:
        assert CODES[rule["id"]].meaning in rule["help"]["text"]
        assert CODES[rule["id"]].advice in rule["help"]["text"]


def test_a_result() -> None:
    file = filed(SLIP)
    finding = file.report.findings[0]
    result = run_of(file)["results"][0]
    assert result["ruleIndex"] == list(CODES).index("part-exceeds-whole")
    assert result["message"]["text"].split("\n") == [
        finding.message,
        f"Working: {finding.working}",
        f"Ask: {finding.question}",
    ]
    assert result["partialFingerprints"] == {"verifierFinding/v1": finding.fingerprint}
    (first,), (second,) = result["locations"], result["relatedLocations"]
    # The emoji is one character of the text and two columns of its line.
    assert first["physicalLocation"] == {
        "artifactLocation": {"uri": "draft.txt", "index": 0},
        "region": {
            "startLine": 3,
            "startColumn": 11,
            "endLine": 3,
            "endColumn": 18,
            "charOffset": SLIP.index("7 ships"),
            "charLength": 7,
            "snippet": {"text": "7 ships"},
        },
    }
    assert first["message"]["text"] == "paragraph 1: “7 ships”"
    assert (second["id"], second["message"]["text"]) == (1, "paragraph 1: “9 sank”")


def test_a_notice_has_no_working() -> None:
    notice = run_of(filed(SLIP))["results"][1]
    assert notice["level"] == "note"
    assert "Working" not in notice["message"]["text"]


@pytest.mark.parametrize(
    ("name", "data", "line", "snippet"),
    [
        pytest.param(
            "a.html",
            b"<h1>Ships</h1>\n<p>Of the <b>7</b> ships,\n9&nbsp;sank.",
            2,
            "7</b> ships",
            id="html",
        ),
        pytest.param("a.md", b"# Ships\n\nOf the **7** ships, 9 sank.", 3, "7** ships", id="markdown"),
        pytest.param("a.txt", b"\xef\xbb\xbfOf the 7 ships, 9 sank.", 1, "7 ships", id="byte-order-mark"),
    ],
)
def test_regions_stand_in_the_source(name: str, data: bytes, line: int, snippet: str) -> None:
    file = read(name, data)
    run = run_of(file)
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["snippet"]["text"]) == (line, snippet)
    start = region["charOffset"]
    assert file.source is not None
    assert file.source[start : start + region["charLength"]] == snippet


def test_a_word_file_has_no_regions_but_words() -> None:
    run = run_of(read("a.docx", body(p("Of the 7 ships, 9 sank."))))
    (location,) = run["results"][0]["locations"]
    assert "region" not in location["physicalLocation"]
    assert location["message"]["text"] == "paragraph 1: “7 ships”"


def test_artifacts_name_the_files_with_their_hashes() -> None:
    first, second = filed(SLIP, "a b/ä:1.txt"), filed("Of the 7 ships, 9 sank.", None)
    run = run_of(first, second, first)
    assert run["artifacts"] == [
        {
            "roles": ["analysisTarget"],
            "location": {"uri": "a%20b/%C3%A4%3A1.txt"},
            "hashes": {"sha-256": "00"},
        },
        {
            "roles": ["analysisTarget"],
            "description": {"text": "standard input"},
            "hashes": {"sha-256": "00"},
        },
    ]
    indexes = [
        result["locations"][0]["physicalLocation"]["artifactLocation"]["index"] for result in run["results"]
    ]
    assert indexes == [0, 0, 1]


def test_an_absolute_path_is_a_file_uri() -> None:
    path = str(Path("/tmp/x y.txt").resolve())  # noqa: S108 - nothing is written there
    assert run_of(filed(SLIP, path))["artifacts"][0]["location"]["uri"].startswith("file:///")


@pytest.mark.parametrize(("complete", "level"), [(True, "note"), (False, "warning")])
def test_what_the_report_says_of_the_check_is_a_notification(complete: bool, level: str) -> None:
    report = report_on("Of 7, 9.", problems=("not UTF-8: read as {0}",), complete=complete)
    run = run_of(Filed(report, "Of 7, 9.", "draft.txt", "Of 7, 9."), successful=False)
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    (notification,) = invocation["toolExecutionNotifications"]
    assert (notification["level"], notification["message"]["text"]) == (level, "not UTF-8: read as {{0}}")


def test_no_files_are_a_valid_log() -> None:
    assert run_of()["results"] == []


def test_nothing_in_a_draft_is_a_link_or_a_placeholder() -> None:
    text = "[Click](javascript:alert(1)) {0} {{x}} [a] [b](1)"
    run = run_of(Filed(report_on(text, findings=[("error", "a", [(0, 49)])]), text, "draft.txt", text))
    message = run["results"][0]["message"]["text"]
    assert "](" not in message
    assert "{{0}} {{{{x}}}} [a]" in message
    # A code that is not of this version has no rule to point at.
    assert "ruleIndex" not in run["results"][0]


def test_a_hostile_draft_stays_valid() -> None:
    report = report_on(HOSTILE, findings=[("error", "part-exceeds-whole", [(0, 30), (60, 200)])])
    region = run_of(Filed(report, HOSTILE, "x.txt", HOSTILE))["results"][0]["relatedLocations"][0]
    assert region["physicalLocation"]["region"]["snippet"]["text"] == HOSTILE[60:200]


@given(st.text(st.characters(codec="utf-8"), min_size=1), st.data())
def test_any_region_of_any_text_is_that_region(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    report = report_on(text, findings=[("warning", "name-varies", [(start, end)])])
    region = run_of(Filed(report, text, "draft.txt", text))["results"][0]["locations"][0]["physicalLocation"][
        "region"
    ]
    assert (
        text[region["charOffset"] :][: region["charLength"]] == region["snippet"]["text"] == text[start:end]
    )
    assert (region["startLine"], region["startColumn"]) < (region["endLine"], region["endColumn"])
