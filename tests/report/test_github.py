"""Workflow commands: places and escapes as GitHub's runner reads them, and no word of a draft obeyed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import report_on

from verifier import read_draft, verify
from verifier.report.filed import Filed
from verifier.report.github import command, github

COMMAND = re.compile(r"::(\w+)(?: ([^:]*))?::(.*)")


def parsed(line: str) -> tuple[str, dict[str, str], str]:
    """A command as the runner takes it apart (ActionCommand.TryParseV2)."""
    match = COMMAND.fullmatch(line)
    assert match, line
    pairs = (pair.split("=", 1) for pair in (match[2] or "").split(",") if pair)
    return match[1], {key: unescaped(value, more=True) for key, value in pairs}, unescaped(match[3])


def unescaped(text: str, *, more: bool = False) -> str:
    escapes = {"%0D": "\r", "%0A": "\n"} | ({"%3A": ":", "%2C": ","} if more else {})
    for escape, character in escapes.items():
        text = text.replace(escape, character)
    return text.replace("%25", "%")


def commands(file: Filed) -> list[tuple[str, dict[str, str], str]]:
    *lines, checked = github([file]).splitlines()
    assert checked.startswith("verifier checked 1 draft (offline): ")
    return [parsed(line) for line in lines]


def test_a_finding() -> None:
    text = "Ships\n\nOf the 7 ships, 9 sank, the navy said. Sources say 3 are to be raised.\n"
    file = Filed(verify(text, engine="offline"), text, "a,b:c.txt", text)
    error, notice = commands(file)
    assert error[:2] == (
        "error",
        {
            "file": "a,b:c.txt",
            "line": "3",
            "col": "8",
            "endLine": "3",
            "endColumn": "15",
            "title": "part-exceeds-whole",
        },
    )
    message, working, ask = error[2].split("\n")
    assert message == file.report.findings[0].message
    assert working.startswith("Working: ")
    assert ask.startswith("Ask: ")
    assert notice[0] == "notice"
    assert "Working" not in notice[2]


def test_columns_only_within_a_line() -> None:
    text = "It was 7\nships in all."
    ((_, place, _),) = commands(
        Filed(report_on(text, findings=[("warning", "a", [(7, 14)])]), text, "x.txt", text)
    )
    assert place == {"file": "x.txt", "line": "1", "endLine": "2", "title": "a"}


def test_markdown_is_annotated_in_its_source() -> None:
    data = b"# Ships\n\nOf the **7** ships, 9 sank."
    draft = read_draft(data, name="a.md")
    report = draft.located(verify(draft.text, engine="offline"))
    ((_, place, _),) = commands(Filed(report, draft.text, "a.md", draft.source))
    assert (place["line"], place["col"], place["endColumn"]) == ("3", "10", "19")


@pytest.mark.parametrize(
    ("path", "source", "expected"),
    [
        pytest.param("x.docx", None, {"file": "x.docx", "title": "a"}, id="word-has-no-lines"),
        pytest.param(None, None, {"title": "a"}, id="no-file"),
    ],
)
def test_without_a_place(path: str | None, source: str | None, expected: dict[str, str]) -> None:
    report = report_on("Of 7, 9.", findings=[("error", "a", [(3, 4)])])
    ((_, place, _),) = commands(Filed(report, "Of 7, 9.", path, source))
    assert place == expected


def test_what_the_report_says_of_the_check_is_told() -> None:
    report = report_on("Of 7, 9.", problems=("not UTF-8",))
    assert commands(Filed(report, "Of 7, 9.", "x.txt", "Of 7, 9.")) == [
        ("notice", {"file": "x.txt", "title": "the check itself"}, "not UTF-8")
    ]


def test_no_draft_gives_commands() -> None:
    text = "A\n::add-mask::7\n##[error]x\r\n::stop-commands::y 9"
    report = report_on(text, findings=[("error", "a", [(0, len(text))])], name="::error::x")
    lines = github([Filed(report, text, "::error::x\n::debug::y", text)]).splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("::error file=%3A%3Aerror%3A%3Ax%0A%3A%3Adebug%3A%3Ay,line=1,")
    assert lines[1] == "verifier checked 1 draft (offline): 1 error, 0 warnings, 0 notices"


@given(st.text(), st.dictionaries(st.from_regex(r"[a-zA-Z]+", fullmatch=True), st.text(), max_size=4))
def test_what_is_escaped_comes_back(message: str, properties: dict[str, str]) -> None:
    line = command("error", properties, message)
    assert "\n" not in line
    assert "\r" not in line
    match = re.fullmatch(r"::error(?: (.*?))?::(.*)", line, re.DOTALL)
    assert match
    assert unescaped(match[2]) == message
    pairs = (pair.split("=", 1) for pair in (match[1] or "").split(",") if pair)
    assert {key: unescaped(value, more=True) for key, value in pairs} == properties
